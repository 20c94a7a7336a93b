/* Setting, moving, adding, removing and wiping; limits; nothing a parent said is lost on the way.
 */
#include "unit.h"

#include "base/text.h"
#include "drafts.h"
#include "outcome/draft.h"

static const char *words_of(const Draft *draft, int index, Part part) {
    return draft->outcomes[index].words[part];
}

/* Outcomes named a, b, c ... by what the child will do. */
static void make_row(Draft *draft, int count) {
    draft_init(draft);
    for (int i = 0; i < count; i++) {
        char name[] = {(char)('a' + i), '\0'};
        if (i > 0) {
            assert_int_equal(draft_add_outcome(draft), i);
        }
        draft_set_words(draft, i, PART_WHAT, name);
    }
}

static void assert_row(const Draft *draft, const char *expected) {
    assert_int_equal(draft->outcome_count, strlen(expected));
    for (int i = 0; expected[i]; i++) {
        assert_int_equal(words_of(draft, i, PART_WHAT)[0], expected[i]);
    }
}

static void a_new_draft_says_nothing(void **state) {
    (void)state;
    Draft draft;
    draft_init(&draft);
    assert_true(draft_empty(&draft));
    assert_int_equal(draft.outcome_count, 1);
    assert_int_equal(draft.year_group, YEAR_NOT_SAID);
    assert_true(outcome_empty(&draft.outcomes[0]));
}

static void anything_said_makes_it_not_empty(void **state) {
    (void)state;
    Draft draft;
    for (int part = 0; part < PART_COUNT; part++) {
        draft_init(&draft);
        draft_set_words(&draft, 0, (Part)part, "words");
        assert_false(draft_empty(&draft));
        assert_false(outcome_empty(&draft.outcomes[0]));
    }
    draft_init(&draft);
    draft.outcomes[0].sentence[0] = 'x';
    assert_false(draft_empty(&draft));
    draft_init(&draft);
    draft.name[0] = 'M';
    assert_false(draft_empty(&draft));
    draft_init(&draft);
    draft.says[0] = 'x';
    assert_false(draft_empty(&draft));
    draft_init(&draft);
    draft.year_group = YEAR_RECEPTION;
    assert_false(draft_empty(&draft));
    draft_init(&draft);
    draft_add_outcome(&draft);
    assert_true(draft_empty(&draft));
    draft_set_words(&draft, 1, PART_HELP, "words");
    assert_false(draft_empty(&draft));
}

static void wiping_leaves_no_byte_of_it(void **state) {
    (void)state;
    Draft draft;
    drafts_fullest(&draft, "secret");
    draft_wipe(&draft);
    assert_null(memmem(&draft, sizeof draft, "secret", 6));
    assert_null(memmem(&draft, sizeof draft, "xx", 2));
    assert_true(draft_empty(&draft));
    Draft fresh;
    draft_init(&fresh);
    assert_true(drafts_same(&draft, &fresh));
}

static void words_are_tidied(void **state) {
    (void)state;
    Draft draft;
    draft_init(&draft);
    assert_true(draft_set_words(&draft, 0, PART_WHAT, "  ask \n a\tfriend  "));
    assert_string_equal(words_of(&draft, 0, PART_WHAT), "ask a friend");
    assert_true(draft_set_words(&draft, 0, PART_WHAT, " \n"));
    assert_string_equal(words_of(&draft, 0, PART_WHAT), "");
}

static void words_fit_up_to_the_limit_and_are_cut_at_a_letter(void **state) {
    (void)state;
    Draft draft;
    char words[DRAFT_WORDS_SIZE + 2];
    memset(words, 'w', sizeof words);
    words[DRAFT_WORDS_SIZE - 1] = '\0';
    draft_init(&draft);
    assert_true(draft_set_words(&draft, 0, PART_WHY, words));
    assert_string_equal(words_of(&draft, 0, PART_WHY), words);
    memcpy(words + DRAFT_WORDS_SIZE - 2, "é", sizeof "é");
    assert_false(draft_set_words(&draft, 0, PART_WHY, words));
    assert_int_equal(strlen(words_of(&draft, 0, PART_WHY)), DRAFT_WORDS_SIZE - 2);
    assert_true(drafts_valid(&draft));
}

static void a_whole_edit_goes_when_a_part_of_it_changes(void **state) {
    (void)state;
    for (int part = 0; part < PART_COUNT; part++) {
        Draft draft;
        draft_init(&draft);
        draft_set_words(&draft, 0, (Part)part, "words");
        text_set(draft.outcomes[0].sentence, DRAFT_SENTENCE_SIZE, "Edited.");
        draft_set_words(&draft, 0, (Part)part, " words ");
        assert_string_equal(draft.outcomes[0].sentence, "Edited."); /* nothing has changed */
        draft_set_words(&draft, 0, (Part)part, "others");
        bool beside = part == PART_HOPE || part == PART_HARD || part == PART_HELP;
        assert_string_equal(draft.outcomes[0].sentence, beside ? "Edited." : "");
    }
}

static void twelve_outcomes_are_the_end(void **state) {
    (void)state;
    Draft draft;
    make_row(&draft, DRAFT_OUTCOMES);
    assert_int_equal(draft_add_outcome(&draft), -1);
    assert_row(&draft, "abcdefghijkl");
}

static void a_new_outcome_takes_over_the_hope_alone(void **state) {
    (void)state;
    Draft draft, before;
    drafts_maya(&draft);
    draft_remove_outcome(&draft, 1);
    before = draft;
    int index = draft_add_outcome(&draft);
    assert_string_equal(words_of(&draft, index, PART_HOPE), "to have friends");
    draft_set_words(&draft, index, PART_HOPE, "");
    assert_true(outcome_empty(&draft.outcomes[index]));
    assert_int_equal(draft.outcomes[index].review_count, 0);
    assert_int_equal(draft.outcomes[index].area, AREA_NONE);
    draft_remove_outcome(&draft, index);
    assert_true(drafts_same(&draft, &before));
}

static void removing_closes_the_gap_and_wipes_it(void **state) {
    (void)state;
    static const char *const expected[] = {"bcd", "acd", "abd", "abc"};
    for (int index = 0; index < 4; index++) {
        Draft draft;
        make_row(&draft, 4);
        draft_remove_outcome(&draft, index);
        assert_row(&draft, expected[index]);
        assert_true(outcome_empty(&draft.outcomes[3]));
    }
}

static void there_is_always_one_outcome(void **state) {
    (void)state;
    Draft draft;
    make_row(&draft, 1);
    draft_remove_outcome(&draft, 0);
    assert_int_equal(draft.outcome_count, 1);
    assert_true(draft_empty(&draft));
}

static void moving_keeps_all_and_the_order_of_the_others(void **state) {
    (void)state;
    for (int from = 0; from < 5; from++) {
        for (int to = 0; to < 5; to++) {
            char expected[6] = "", rest[5] = "";
            int count = 0;
            for (int i = 0; i < 5; i++) {
                if (i != from) {
                    rest[count++] = (char)('a' + i);
                }
            }
            memcpy(expected, rest, (size_t)to);
            expected[to] = (char)('a' + from);
            memcpy(expected + to + 1, rest + to, (size_t)(4 - to));
            Draft draft;
            make_row(&draft, 5);
            draft_move_outcome(&draft, from, to);
            assert_row(&draft, expected);
        }
    }
}

static void words_for_a_part_end_its_being_left_out(void **state) {
    (void)state;
    Draft draft;
    draft_init(&draft);
    draft.outcomes[0].left_out = 1u << PART_HOPE | 1u << PART_WHERE;
    draft_set_words(&draft, 0, PART_WHERE, "  ");
    assert_int_equal(draft.outcomes[0].left_out, 1u << PART_HOPE | 1u << PART_WHERE);
    draft_set_words(&draft, 0, PART_WHERE, "at home");
    draft_set_words(&draft, 0, PART_WHERE, "");
    assert_int_equal(draft.outcomes[0].left_out, 1u << PART_HOPE);
}

static void moved_words_are_all_still_there(void **state) {
    (void)state;
    Draft draft;
    draft_init(&draft);
    draft_set_words(&draft, 0, PART_WHAT, "15 hours of help");
    assert_true(draft_move_words(&draft, 0, PART_WHAT, PART_HELP));
    assert_string_equal(words_of(&draft, 0, PART_HELP), "15 hours of help");
    assert_string_equal(words_of(&draft, 0, PART_WHAT), "");
    draft_set_words(&draft, 0, PART_WHAT, "a quiet room");
    assert_true(draft_move_words(&draft, 0, PART_WHAT, PART_HELP));
    assert_string_equal(words_of(&draft, 0, PART_HELP), "15 hours of help. a quiet room");
    assert_true(draft_move_words(&draft, 0, PART_WHAT, PART_HELP)); /* nothing to move */
    assert_string_equal(words_of(&draft, 0, PART_HELP), "15 hours of help. a quiet room");
}

static void words_that_would_not_fit_stay_where_they_are(void **state) {
    (void)state;
    enum { JOIN = sizeof ". " - 1, FIRST = 100 };
    char one[FIRST + 1], other[DRAFT_WORDS_SIZE];
    memset(one, 'a', sizeof one - 1);
    one[FIRST] = '\0';
    memset(other, 'b', sizeof other);
    other[DRAFT_WORDS_SIZE - 1 - FIRST - JOIN] = '\0'; /* exactly what fits */
    Draft draft, before;
    draft_init(&draft);
    draft_set_words(&draft, 0, PART_HELP, one);
    draft_set_words(&draft, 0, PART_WHAT, other);
    before = draft;
    assert_true(draft_move_words(&draft, 0, PART_WHAT, PART_HELP));
    assert_int_equal(strlen(words_of(&draft, 0, PART_HELP)), DRAFT_WORDS_SIZE - 1);
    draft = before;
    text_add(draft.outcomes[0].words[PART_WHAT], DRAFT_WORDS_SIZE, "b"); /* one too many */
    before = draft;
    assert_false(draft_move_words(&draft, 0, PART_WHAT, PART_HELP));
    assert_true(drafts_same(&draft, &before));
}

static void the_oldest_review_goes_first(void **state) {
    (void)state;
    Outcome outcome = {0};
    for (int year = 2020; year < 2020 + DRAFT_REVIEWS + 3; year++) {
        Review review = {.year = (int16_t)year, .month = 7, .progress = PROGRESS_PART};
        outcome_add_review(&outcome, &review);
    }
    assert_int_equal(outcome.review_count, DRAFT_REVIEWS);
    for (int i = 0; i < DRAFT_REVIEWS; i++) {
        assert_int_equal(outcome.reviews[i].year, 2023 + i);
    }
}

static void every_value_has_a_name_that_leads_back(void **state) {
    (void)state;
    static const struct {
        const char *const *names;
        int count;
    } lists[] = {{part_names, PART_COUNT},       {area_names, AREA_COUNT},
                 {pronoun_names, PRONOUN_COUNT}, {plan_names, PLAN_COUNT},
                 {voice_names, VOICE_COUNT},     {question_names, QUESTION_COUNT},
                 {answer_names, ANSWER_COUNT},   {progress_names, PROGRESS_COUNT},
                 {next_names, NEXT_COUNT}};
    for (size_t l = 0; l < sizeof lists / sizeof lists[0]; l++) {
        for (int i = 0; i < lists[l].count; i++) {
            assert_int_equal(name_index(lists[l].names, lists[l].names[i]), i);
        }
        assert_null(lists[l].names[lists[l].count]);
        assert_int_equal(name_index(lists[l].names, "nothing like it"), -1);
        assert_int_equal(name_index(lists[l].names, ""), -1);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_draft_says_nothing),
        cmocka_unit_test(anything_said_makes_it_not_empty),
        cmocka_unit_test(wiping_leaves_no_byte_of_it),
        cmocka_unit_test(words_are_tidied),
        cmocka_unit_test(words_fit_up_to_the_limit_and_are_cut_at_a_letter),
        cmocka_unit_test(a_whole_edit_goes_when_a_part_of_it_changes),
        cmocka_unit_test(twelve_outcomes_are_the_end),
        cmocka_unit_test(a_new_outcome_takes_over_the_hope_alone),
        cmocka_unit_test(removing_closes_the_gap_and_wipes_it),
        cmocka_unit_test(there_is_always_one_outcome),
        cmocka_unit_test(moving_keeps_all_and_the_order_of_the_others),
        cmocka_unit_test(words_for_a_part_end_its_being_left_out),
        cmocka_unit_test(moved_words_are_all_still_there),
        cmocka_unit_test(words_that_would_not_fit_stay_where_they_are),
        cmocka_unit_test(the_oldest_review_goes_first),
        cmocka_unit_test(every_value_has_a_name_that_leads_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
