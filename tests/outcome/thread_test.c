/* The thread says what is there, what is open and what of life is covered. */
#include "unit.h"

#include "base/file.h"
#include "base/json.h"
#include "base/text.h"
#include "outcome/thread.h"

/* An outcome with these words of hope, hard, what and help; NULL: not said. */
static Outcome *add(Draft *draft, const char *hope, const char *hard, const char *what,
                    const char *help) {
    int index = outcome_empty(&draft->outcomes[0]) ? 0 : draft_add_outcome(draft);
    draft_set_words(draft, index, PART_HOPE, hope ? hope : "");
    draft_set_words(draft, index, PART_HARD, hard ? hard : "");
    draft_set_words(draft, index, PART_WHAT, what ? what : "");
    draft_set_words(draft, index, PART_HELP, help ? help : "");
    return &draft->outcomes[index];
}

static void an_empty_draft_has_no_thread(void **state) {
    (void)state;
    Draft draft;
    Thread thread;
    draft_init(&draft);
    thread_of(&draft, &thread);
    assert_int_equal(thread.group_count, 0);
    assert_int_equal(thread.outcomes, 0);
    assert_int_equal(thread.open_links, 0);
    assert_false(thread.many);
}

static void outcomes_of_the_same_hope_are_together(void **state) {
    (void)state;
    Draft draft;
    Thread thread;
    draft_init(&draft);
    add(&draft, "to have friends", "starting to talk", "ask a friend", "a buddy");
    add(&draft, "to be safe", "roads", "cross a road", "practice");
    add(&draft, "To have friends.", NULL, "take turns", NULL);
    add(&draft, NULL, "noise", NULL, NULL);
    thread_of(&draft, &thread);
    assert_int_equal(thread.group_count, 3);
    assert_ptr_equal(thread.groups[0].hope, draft.outcomes[0].words[PART_HOPE]);
    assert_int_equal(thread.groups[0].count, 2);
    assert_int_equal(thread.groups[0].strands[0].outcome, 0);
    assert_int_equal(thread.groups[0].strands[1].outcome, 2);
    assert_string_equal(thread.groups[1].hope, "to be safe");
    assert_string_equal(thread.groups[2].hope, "");
    assert_int_equal(thread.outcomes, 4);
}

static void missing_links_are_open_knots(void **state) {
    (void)state;
    Draft draft;
    Thread thread;
    draft_init(&draft);
    for (int set = 1; set < 1 << LINK_COUNT; set++) {
        draft_init(&draft);
        add(&draft, set & 1 ? "to have friends" : NULL, set & 2 ? "noise" : NULL,
            set & 4 ? "ask a friend" : NULL, set & 8 ? "a buddy" : NULL);
        thread_of(&draft, &thread);
        const Strand *strand = &thread.groups[0].strands[0];
        int open = 0;
        for (int link = 0; link < LINK_COUNT; link++) {
            assert_int_equal(strand->has[link], set >> link & 1);
            open += !(set >> link & 1);
        }
        assert_int_equal(strand->open, open);
        assert_int_equal(thread.open_links, open);
    }
}

static void an_edited_sentence_is_an_outcome(void **state) {
    (void)state;
    Draft draft;
    Thread thread;
    draft_init(&draft);
    text_set(draft.outcomes[0].sentence, DRAFT_SENTENCE_SIZE, "Maya will swim by July.");
    thread_of(&draft, &thread);
    assert_true(thread.groups[0].strands[0].has[LINK_OUTCOME]);
    assert_string_equal(link_words(&draft.outcomes[0], LINK_OUTCOME), "Maya will swim by July.");
    draft_init(&draft);
    add(&draft, "h", "n", "swim", "p");
    assert_string_equal(link_words(&draft.outcomes[0], LINK_HOPE), "h");
    assert_string_equal(link_words(&draft.outcomes[0], LINK_HARD), "n");
    assert_string_equal(link_words(&draft.outcomes[0], LINK_OUTCOME), "");
    assert_string_equal(link_words(&draft.outcomes[0], LINK_HELP), "p");
}

static void more_than_six_that_are_not_closed_are_many(void **state) {
    (void)state;
    Draft draft;
    Thread thread;
    draft_init(&draft);
    for (int n = 1; n <= DRAFT_OUTCOMES; n++) {
        add(&draft, "hope", NULL, "walk", NULL);
        thread_of(&draft, &thread);
        assert_int_equal(thread.outcomes, n);
        assert_int_equal(thread.many, n > 6);
    }
    for (int i = 0; i < 6; i++) {
        draft.outcomes[i].closed = true;
    }
    thread_of(&draft, &thread);
    assert_int_equal(thread.outcomes, DRAFT_OUTCOMES);
    assert_false(thread.many);
}

static void areas_are_counted_by_school_health_and_care(void **state) {
    (void)state;
    Draft draft;
    Thread thread;
    draft_init(&draft);
    for (int area = 0; area < AREA_COUNT; area++) {
        add(&draft, "hope", NULL, "walk", NULL)->area = (Area)area;
    }
    add(&draft, "hope", NULL, "walk", NULL)->area = AREA_HEALTH;
    thread_of(&draft, &thread);
    assert_int_equal(thread.areas[AREA_NONE], 1);
    assert_int_equal(thread.areas[AREA_HEALTH], 2);
    assert_int_equal(thread.areas[AREA_OUT], 1);
    assert_int_equal(thread.triad[TRIAD_EDUCATION], 3);
    assert_int_equal(thread.triad[TRIAD_HEALTH], 3);
    assert_int_equal(thread.triad[TRIAD_CARE], 3);
    assert_int_equal(thread.adult[ADULT_WORK], 2);
    assert_int_equal(thread.adult[ADULT_INDEPENDENCE], 1);
    assert_int_equal(thread.adult[ADULT_HEALTH], 3);
    assert_int_equal(thread.adult[ADULT_COMMUNITY], 3);
    assert_int_equal(area_triad(AREA_NONE), TRIAD_COUNT);
    assert_int_equal(area_adult(AREA_NONE), ADULT_COUNT);
}

static void adult_life_is_looked_at_from_year_9(void **state) {
    (void)state;
    assert_false(year_prepares_for_adult_life(YEAR_NOT_SAID));
    assert_false(year_prepares_for_adult_life(8));
    assert_true(year_prepares_for_adult_life(9));
    assert_true(year_prepares_for_adult_life(YEAR_COLLEGE));
}

static void assert_question(const MeetingQuestion *list, int count, const char *id,
                            unsigned outcomes) {
    for (int i = 0; i < count; i++) {
        if (strcmp(list[i].id, id) == 0) {
            assert_int_equal(list[i].outcomes, outcomes);
            return;
        }
    }
    assert_int_equal(outcomes, 0);
}

static void questions_come_from_what_is_open(void **state) {
    (void)state;
    static const char *const parts[PART_COUNT] = {"m.hope", "m.hard", "m.what", "m.where",
                                                  "m.know", "m.when", "m.why",  "m.help"};
    MeetingQuestion list[MEETING_MOST];
    for (int set = 1; set < 1 << PART_COUNT; set++) {
        Draft draft;
        draft_init(&draft);
        for (int part = 0; part < PART_COUNT; part++) {
            draft_set_words(&draft, 0, (Part)part, set >> part & 1 ? "words" : "");
        }
        int count = thread_questions(&draft, list);
        for (int part = 0; part < PART_COUNT; part++) {
            assert_question(list, count, parts[part], set >> part & 1 ? 0 : 1);
        }
        assert_question(list, count, "m.agreed", 1);
        assert_string_equal(list[count - 1].id, "m.review");
    }
}

static void questions_name_the_outcomes_that_leave_them_open(void **state) {
    (void)state;
    Draft draft;
    MeetingQuestion list[MEETING_MOST];
    draft_init(&draft);
    add(&draft, "hope", "hard", "walk", NULL);
    add(&draft, "hope", NULL, "talk", NULL)->closed = true;
    add(&draft, "hope", NULL, NULL, NULL)->answers[QUESTION_MATTERS] = ANSWER_YES;
    text_set(draft.outcomes[2].sentence, DRAFT_SENTENCE_SIZE, "Maya will swim.");
    draft_add_outcome(&draft);
    draft_set_words(&draft, 3, PART_HOPE, ""); /* not begun */
    int count = thread_questions(&draft, list);
    assert_question(list, count, "m.hope", 0);
    assert_question(list, count, "m.hard", 1u << 2);
    assert_question(list, count, "m.what", 0); /* an edited sentence is not taken apart */
    assert_question(list, count, "m.when", 1u << 0);
    assert_question(list, count, "m.help", 1u << 0 | 1u << 2);
    assert_question(list, count, "m.matters", 1u << 0);
    assert_question(list, count, "m.realistic", 1u << 0 | 1u << 2);
}

static void only_looking_back_is_asked_of_a_full_draft(void **state) {
    (void)state;
    Draft draft;
    MeetingQuestion list[MEETING_MOST];
    draft_init(&draft);
    assert_int_equal(thread_questions(&draft, list), 1);
    for (int part = 0; part < PART_COUNT; part++) {
        draft_set_words(&draft, 0, (Part)part, "words");
    }
    for (int q = 0; q < QUESTION_COUNT; q++) {
        draft.outcomes[0].answers[q] = ANSWER_YES;
    }
    assert_int_equal(thread_questions(&draft, list), 1);
    assert_string_equal(list[0].id, "m.review");
    assert_int_equal(list[0].outcomes, 0);
}

static void every_id_has_words(void **state) {
    (void)state;
    enum { MOST = 1024 * 1024 };
    Buf file = {0};
    Arena arena = {0};
    JsonError error;
    assert_int_equal(file_read("content/en/strings.json", MOST, &file), OK);
    const Json *strings = json_read(&arena, file.bytes, file.len, &json_content_limits, &error);
    assert_non_null(strings);
    for (int link = 0; link < LINK_COUNT; link++) {
        assert_non_null(json_get(strings, link_says[link]));
        assert_non_null(json_get(strings, link_opens[link]));
    }
    Draft draft;
    MeetingQuestion list[MEETING_MOST];
    draft_init(&draft);
    draft_add_outcome(&draft);
    text_set(draft.outcomes[0].words[PART_HOPE], DRAFT_WORDS_SIZE, "hope");
    text_set(draft.outcomes[1].words[PART_HARD], DRAFT_WORDS_SIZE, "hard");
    int count = thread_questions(&draft, list);
    assert_int_equal(count, MEETING_MOST);
    for (int i = 0; i < count; i++) {
        assert_non_null(json_get(strings, list[i].id));
    }
    arena_done(&arena);
    buf_done(&file);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_draft_has_no_thread),
        cmocka_unit_test(outcomes_of_the_same_hope_are_together),
        cmocka_unit_test(missing_links_are_open_knots),
        cmocka_unit_test(an_edited_sentence_is_an_outcome),
        cmocka_unit_test(more_than_six_that_are_not_closed_are_many),
        cmocka_unit_test(areas_are_counted_by_school_health_and_care),
        cmocka_unit_test(adult_life_is_looked_at_from_year_9),
        cmocka_unit_test(questions_come_from_what_is_open),
        cmocka_unit_test(questions_name_the_outcomes_that_leave_them_open),
        cmocka_unit_test(only_looking_back_is_asked_of_a_full_draft),
        cmocka_unit_test(every_id_has_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
