/* The engine with a handful of words: what it does must not depend on the lists of a language. */
#include "outcome/check.h"
#include "outcome/words.h"

#include "unit.h"

#include <stdbool.h>
#include <stdio.h>

static Arena arena;
static Rules *rules;

static void add(WordClass c, const char *words) {
    assert_true(rules_add(rules, c, words, strlen(words), NULL));
}

static int set_up(void **state) {
    (void)state;
    rules = rules_new(&arena);
    const char *const give[] = {"give", "gives", "giving", "gave", "given"};
    assert_true(rules_irregular(rules, give, 5));
    assert_true(rules_same(rules, "her", 3, "his", 3));
    assert_true(rules_replace(rules, "cant", 4, "can not", 7));
    add(W_WILL, "will");
    add(W_CAN, "can");
    add(W_NOT, "not");
    add(W_TO, "to");
    add(W_HE, "he");
    add(W_HE, "she");
    add(W_HIS, "his");
    add(W_HIS, "her");
    add(W_BY, "by");
    add(W_END, "end");
    add(W_DET, "the");
    add(W_PREP, "of");
    add(W_YEAR, "year");
    add(W_UNIT, "term");
    add(W_SESSION, "lesson");
    add(W_REASON, "so that");
    add(W_SEEN, "tie");
    add(W_SEEN, "make his bed");
    add(W_FUZZY, "improve");
    add(W_QUALITY_NOUN, "confidence");
    add(W_RECEIVE, "receive");
    add(W_ADULT, "teacher");
    add(W_GIVE, "give");
    add(W_DISTRESS, "hurt himself");
    add(W_PREP, "with");
    add(W_AREA_TALK, "say");
    add(W_SEEN, "say");
    add(W_SEEN, "write");
    add(W_NEED, "is stuck");
    add(W_WHO, "who");
    add(W_FEAST, "february half term");
    add(W_MONTH, "february");
    add(W_NUMBER, "half");
    add(W_INJURE, "scratch");
    add(W_BODY, "arm");
    add(W_ACCIDENT, "brambles");
    add(W_MIND, "want");
    add(W_DYING, "die");
    add(W_HARM, "hit");
    add(W_WOUND, "bruise");
    add(W_HOME, "dad");
    add(W_SUB, "if");
    add(W_MAYBE, "if");
    add(W_SUB, "when");
    add(W_MARK, "mark");
    add(W_UPON, "on");
    add(W_OF, "of");
    add(W_FEAR, "scared of");
    add(W_BARE, "blades");
    add(W_HIM, "him");
    assert_true(rules_add(rules, W_HEAVY, "self regulate", 13, "calm himself"));
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    arena_done(&arena);
    return 0;
}

static Checked check(const char *text) {
    Checked checked;
    check_text(rules, text, strlen(text), &checked);
    return checked;
}

static bool has(const Checked *checked, Fault fault) {
    return (unsigned)checked->faults >> (unsigned)fault & 1u;
}

static void a_deed_with_date_and_reason_has_no_fault(void **state) {
    (void)state;
    Checked c = check("By the end of Year 4 Zed will tie his laces so that he can run.");
    assert_true(c.good);
    assert_int_equal(c.count, 0);
}

static void what_somebody_says_is_not_what_is_said_of_them(void **state) {
    (void)state;
    static const char *const same[] = {"Zed will say \"I improve\" by Year 4",
                                       "Zed will say 'I improve' by Year 4",
                                       "Zed will say \xE2\x80\x98I improve\xE2\x80\x99 by Year 4",
                                       "Zed will say \xE2\x80\x9CI improve!\xE2\x80\x9D by Year 4"};
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
        Checked c = check(same[i]);
        assert_true(c.good);
        assert_int_equal(c.faults, 1u << FAULT_NO_REASON);
    }
    Checked c = check("\"Zed will improve his confidence\"");
    assert_false(c.good); /* marks around all of it are nobody's speech */
    c = check("Zed will improve his \"confidence\"");
    assert_false(c.good);
    c = check("Zed will say 'I hurt myself' by Year 4");
    assert_false(c.distress);
    c = check("Zed will say 'he hurt himself' by Year 4");
    assert_true(c.distress);
}

static void harm_is_told_by_its_parts(void **state) {
    (void)state;
    static const char *const care[] = {"Zed scratches his left arm",
                                       "Zed wants to die",
                                       "his dad hits him",
                                       "Zed hits his arm to a bruise",
                                       "Zed cries when his dad hits him",
                                       "mark on his left arm",
                                       "scared of his dad",
                                       "blades"};
    static const char *const none[] = {"brambles scratch his arm",
                                       "Zed wants the teacher to die",
                                       "his teacher hits him",
                                       "Zed hits his arm",
                                       "Zed will tie his laces if his dad hits him",
                                       "if his dad hits him",
                                       "Zed will tie when his dad hits him",
                                       "mark on the arm of a chair",
                                       "scared of a bee",
                                       "blades of grass"};
    for (size_t i = 0; i < sizeof care / sizeof care[0]; i++) {
        assert_true(check(care[i]).distress);
    }
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        assert_false(check(none[i]).distress);
    }
}

static void who_a_child_is_stands_between_commas(void **state) {
    (void)state;
    assert_true(check("Zed, who is stuck, will tie his laces").good);
    assert_false(check("Zed, who is stuck, will improve").good);
}

static void a_holiday_is_longer_than_its_month(void **state) {
    (void)state;
    Checked c = check("Zed will tie his laces by February half term");
    assert_int_equal(c.faults, 1u << FAULT_NO_REASON);
}

static void a_fuzzy_word_counts_in_the_main_clause_alone(void **state) {
    (void)state;
    Checked c = check("Zed will improve his confidence");
    assert_false(c.good);
    assert_true(has(&c, FAULT_VAGUE_WORDING) && has(&c, FAULT_NOT_MEASURABLE));
    c = check("Zed will tie his laces so that he will improve his confidence");
    assert_true(c.good);
}

static void a_session_is_no_deadline(void **state) {
    (void)state;
    Checked c = check("Zed will tie his laces by the end of the lesson");
    assert_true(has(&c, FAULT_NO_TIMEFRAME));
    c = check("Zed will tie his laces by the end of term");
    assert_false(has(&c, FAULT_NO_TIMEFRAME));
}

static void help_is_moved_and_nothing_else_is_asked_of_it(void **state) {
    (void)state;
    Checked c = check("Zed will receive a new thing");
    assert_true(has(&c, FAULT_DESCRIBES_PROVISION));
    assert_int_equal(c.found[0].fault, FAULT_DESCRIBES_PROVISION);
    assert_int_equal(c.found[0].belongs, PART_HELP);
    c = check("His teacher will tie his laces");
    assert_true(has(&c, FAULT_DESCRIBES_PROVISION) && has(&c, FAULT_NOT_PERSONAL));
}

static void the_span_names_the_words(void **state) {
    (void)state;
    const char *text = "Zed will  improve it by the end of term";
    Checked c = check(text);
    assert_int_equal(c.found[0].fault, FAULT_VAGUE_WORDING);
    assert_memory_equal(text + c.found[0].from, "improve it", 10);
    assert_int_equal(c.found[0].to - c.found[0].from, 10);
}

static void jargon_brings_its_plain_words(void **state) {
    (void)state;
    Checked c = check("By the end of term Zed will self-regulate so that he can tie laces");
    assert_false(c.good);
    assert_int_equal(c.found[0].fault, FAULT_ADULT_LANGUAGE);
    assert_string_equal(c.found[0].plain, "calm himself");
}

static void typing_does_not_change_the_answer(void **state) {
    (void)state;
    Checked plain = check("By the end of Year 4 Zed will make her bed");
    Checked odd =
        check("  BY  the end of year4, zed\xC2\xA0will make \xE2\x80\x98her\xE2\x80\x99 bed");
    assert_int_equal(plain.faults, odd.faults);
    assert_true(plain.good && odd.good);
}

static void distress_asks_nothing(void **state) {
    (void)state;
    Checked c = check("Zed will not hurt himself");
    assert_true(c.distress);
    assert_int_equal(c.count, 0);
}

static void any_bytes_can_be_read(void **state) {
    (void)state;
    Checked c;
    check_text(rules, "", 0, &c);
    assert_false(c.good);
    assert_int_equal(c.faults, 0);
    char bytes[5000];
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (char)(i * 37 % 256);
    }
    check_text(rules, bytes, sizeof bytes, &c);
    for (int i = 0; i < c.count; i++) {
        assert_in_range(c.found[i].to, c.found[i].from, sizeof bytes);
    }
    memset(bytes, 'a', sizeof bytes);
    check_text(rules, bytes, sizeof bytes, &c);
    for (size_t i = 0; i < sizeof bytes; i += 2) {
        bytes[i] = ' ';
    }
    check_text(rules, bytes, sizeof bytes, &c);
}

static void verbs_are_known_in_every_form(void **state) {
    (void)state;
    const char *forms[] = {"tie", "ties", "tied", "gives", "given"};
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        assert_non_null(rules_find(rules, word_hash(forms[i], strlen(forms[i]))));
    }
    assert_null(rules_find(rules, word_hash("gived", 5)));
}

static void words_that_do_not_fit_are_refused(void **state) {
    (void)state;
    assert_false(rules_add(rules, W_SEEN, "  ", 2, NULL));
    assert_false(rules_add(rules, W_SEEN, "a b c d e f g h i", 17, NULL));
    assert_int_equal(rules_class("no such list", 12), WORD_CLASS_COUNT);
}

static void a_full_lexicon_refuses_more_and_knows_the_rest(void **state) {
    (void)state;
    enum { FAR_TOO_MANY = 1 << 18 };
    Arena own = {0};
    Rules *full = rules_new(&own);
    char word[16];
    int count = 0;
    bool fits = true;
    for (; fits && count < FAR_TOO_MANY; count++) {
        int len = snprintf(word, sizeof word, "w%dx", count);
        fits = rules_add(full, W_HELP, word, (size_t)len, NULL);
    }
    assert_false(fits);
    assert_int_equal(rules_count(full), count - 1);
    assert_false(rules_same(full, "her", 3, "his", 3));
    assert_non_null(rules_find(full, word_hash("w0x", 3)));
    assert_null(rules_find(full, word_hash(word, strlen(word))));
    arena_done(&own);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_deed_with_date_and_reason_has_no_fault),
        cmocka_unit_test(what_somebody_says_is_not_what_is_said_of_them),
        cmocka_unit_test(harm_is_told_by_its_parts),
        cmocka_unit_test(who_a_child_is_stands_between_commas),
        cmocka_unit_test(a_holiday_is_longer_than_its_month),
        cmocka_unit_test(a_fuzzy_word_counts_in_the_main_clause_alone),
        cmocka_unit_test(a_session_is_no_deadline),
        cmocka_unit_test(help_is_moved_and_nothing_else_is_asked_of_it),
        cmocka_unit_test(the_span_names_the_words),
        cmocka_unit_test(jargon_brings_its_plain_words),
        cmocka_unit_test(typing_does_not_change_the_answer),
        cmocka_unit_test(distress_asks_nothing),
        cmocka_unit_test(any_bytes_can_be_read),
        cmocka_unit_test(verbs_are_known_in_every_form),
        cmocka_unit_test(words_that_do_not_fit_are_refused),
        cmocka_unit_test(a_full_lexicon_refuses_more_and_knows_the_rest),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
