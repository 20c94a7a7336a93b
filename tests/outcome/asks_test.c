/* What is asked of a family: each part once, nothing that was put aside, nothing after words of
 * harm; ready means that nothing is asked. */
#include "outcome/asks.h"
#include "outcome/words.h"
#include "unit.h"

#include <string.h>

static Draft draft;
static Outcome *outcome;

static int set_up(void **state) {
    (void)state;
    draft_init(&draft);
    outcome = &draft.outcomes[0];
    for (int part = 0; part < PART_COUNT; part++) {
        draft_set_words(&draft, 0, (Part)part, "words");
    }
    for (int q = 0; q < QUESTION_COUNT; q++) {
        outcome->answers[q] = ANSWER_YES;
    }
    return 0;
}

static unsigned faults_of_missing(void) {
    unsigned faults = 0;
    static const Part parts[] = {PART_KNOW, PART_WHEN, PART_WHY};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        faults |= outcome->words[parts[i]][0] ? 0 : 1u << part_fault(parts[i]);
    }
    return faults & ~(1u << FAULT_NOT_MEASURABLE); /* the rest of a sentence may be seen */
}

/* As the checker would find it where nothing but what is missing is found. */
static Checked checked_now(void) {
    return (Checked){.good = true, .faults = (uint16_t)faults_of_missing()};
}

static bool asks_for(Part part, const Checked *checked) {
    Ask asks[ASKS_MOST];
    int count = asks_of(outcome, checked, asks), times = 0;
    for (int i = 0; i < count; i++) {
        times += asks[i].kind == ASK_PART && asks[i].at == (int)part;
    }
    assert_true(times <= 1);
    return times == 1;
}

static void nothing_is_asked_of_a_full_outcome(void **state) {
    (void)state;
    Checked checked = checked_now();
    Ask asks[ASKS_MOST];
    assert_int_equal(asks_of(outcome, &checked, asks), 0);
    assert_true(standing_of(outcome, &checked).ready);
}

/* Each set of missing parts: asked for until left out, and then never again. */
static void parts_are_asked_for_until_they_are_left_out(void **state) {
    static const Part parts[] = {PART_HOPE, PART_HARD, PART_WHERE, PART_KNOW, PART_WHEN, PART_WHY};
    enum { COUNT = sizeof parts / sizeof parts[0] };
    for (unsigned set = 0; set < 1u << COUNT; set++) {
        set_up(state);
        for (int i = 0; i < COUNT; i++) {
            draft_set_words(&draft, 0, parts[i], set >> i & 1u ? "" : "words");
        }
        Checked checked = checked_now();
        assert_int_equal(standing_of(outcome, &checked).open, __builtin_popcount(set));
        for (int i = 0; i < COUNT; i++) {
            assert_int_equal(asks_for(parts[i], &checked), set >> i & 1u);
            if (part_fault(parts[i]) != FAULT_COUNT) {
                outcome->dismissed |= (uint16_t)(1u << part_fault(parts[i]));
            } else {
                assert_true(part_may_go(parts[i]));
                outcome->left_out |= (uint8_t)(1u << parts[i]);
            }
            assert_false(asks_for(parts[i], &checked));
        }
        assert_true(standing_of(outcome, &checked).ready);
    }
}

static void one_finding_at_a_time_and_none_that_is_kept(void **state) {
    (void)state;
    Ask asks[ASKS_MOST];
    Checked checked = {.count = 2,
                       .faults = 1u << FAULT_VAGUE_WORDING | 1u << FAULT_ADULT_LANGUAGE,
                       .found = {{.fault = FAULT_VAGUE_WORDING, .from = 0, .to = 3},
                                 {.fault = FAULT_ADULT_LANGUAGE, .from = 4, .to = 6}}};
    assert_int_equal(asks_of(outcome, &checked, asks), 1);
    assert_int_equal(asks[0].kind, ASK_FINDING);
    assert_int_equal(asks[0].at, 0);
    outcome->dismissed = 1u << FAULT_VAGUE_WORDING;
    assert_int_equal(asks_of(outcome, &checked, asks), 1);
    assert_int_equal(asks[0].at, 1);
    assert_false(standing_of(outcome, &checked).ready);
    outcome->dismissed |= 1u << FAULT_ADULT_LANGUAGE;
    assert_true(standing_of(outcome, &checked).ready);
}

static void only_the_family_can_say_the_rest(void **state) {
    (void)state;
    Checked checked = checked_now();
    Ask asks[ASKS_MOST];
    outcome->answers[QUESTION_MATTERS] = ANSWER_NOT_SURE;
    outcome->answers[QUESTION_AGREED] = ANSWER_NONE;
    assert_int_equal(asks_of(outcome, &checked, asks), 2);
    assert_int_equal(asks[0].at, QUESTION_AGREED);
    assert_true(asks[1].unsure);
    Standing standing = standing_of(outcome, &checked);
    assert_int_equal(standing.open, 0);
    assert_int_equal(standing.yours, 1);
    assert_false(standing.ready);
    outcome->answers[QUESTION_AGREED] = ANSWER_NOT_SURE;
    assert_true(standing_of(outcome, &checked).ready); /* not sure is fine */
}

static void without_what_nothing_else_is_asked(void **state) {
    (void)state;
    Checked checked = {0};
    Ask asks[ASKS_MOST];
    draft_init(&draft);
    assert_int_equal(asks_of(outcome, &checked, asks), 1);
    assert_int_equal(asks[0].kind, ASK_PART);
    assert_int_equal(asks[0].at, PART_WHAT);
    assert_false(standing_of(outcome, &checked).ready);
}

static void words_of_harm_are_met_with_neither_questions_nor_praise(void **state) {
    (void)state;
    Arena arena = {0};
    Rules *rules = rules_new(&arena);
    assert_true(rules_add(rules, W_DISTRESS, "hurt himself", strlen("hurt himself"), NULL));
    Checked calm = {0}, harm = {.distress = true};
    Ask asks[ASKS_MOST];
    outcome->answers[QUESTION_AGREED] = ANSWER_NONE;
    assert_int_equal(asks_of(outcome, &harm, asks), 0);
    assert_false(standing_of(outcome, &harm).ready);
    assert_true(draft_distress(&draft, 0, rules, &harm));
    assert_false(draft_distress(&draft, 0, rules, &calm));
    draft_set_words(&draft, 0, PART_HARD, "he has hurt himself");
    assert_true(draft_distress(&draft, 0, rules, &calm));
    arena_done(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(nothing_is_asked_of_a_full_outcome, set_up),
        cmocka_unit_test_setup(parts_are_asked_for_until_they_are_left_out, set_up),
        cmocka_unit_test_setup(one_finding_at_a_time_and_none_that_is_kept, set_up),
        cmocka_unit_test_setup(only_the_family_can_say_the_rest, set_up),
        cmocka_unit_test_setup(without_what_nothing_else_is_asked, set_up),
        cmocka_unit_test_setup(words_of_harm_are_met_with_neither_questions_nor_praise, set_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
