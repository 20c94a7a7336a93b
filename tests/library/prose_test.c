/* Counting words, sentences and syllables: against words and pages counted by hand. */
#include "library/prose.h"
#include "unit.h"

#include <math.h>

static const struct {
    const char *word;
    int syllables;
} words[] = {
    {"a", 1},         {"the", 1},     {"child", 1},      {"outcome", 2}, {"outcomes", 2},
    {"school", 1},    {"able", 2},    {"little", 2},     {"tables", 2},  {"makes", 1},
    {"places", 2},    {"changes", 2}, {"watches", 2},    {"asked", 1},   {"wanted", 2},
    {"needed", 2},    {"playing", 2}, {"doing", 2},      {"seeing", 2},  {"walking", 2},
    {"idea", 3},      {"usual", 3},   {"station", 2},    {"special", 2}, {"together", 3},
    {"education", 4}, {"my", 1},      {"family", 3},     {"EHC", 3},     {"child’s", 1},
    {"can’t", 1},     {"we'll", 1},   {"well-being", 3}, {"14", 2},      {"‘help’,", 1},
    {"{name}", 1},    {"people", 2},  {"agreed", 2},     {"breathe", 1},
};

static void syllables_are_counted(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        int counted = prose_syllables((Span){words[i].word, strlen(words[i].word)});
        if (counted != words[i].syllables) {
            print_message("%s: ", words[i].word);
        }
        assert_int_equal(counted, words[i].syllables);
    }
}

static void assert_counts(const char *text, int sentences, int word_count) {
    Prose prose = {0};
    prose_add(&prose, text);
    assert_int_equal(prose.sentences, sentences);
    assert_int_equal(prose.words, word_count);
}

static void sentences_end_where_a_reader_breathes(void **state) {
    (void)state;
    assert_counts("", 0, 0);
    assert_counts("One two. Three four!", 2, 4);
    assert_counts("Is it? ‘Yes.’ (No.) So", 4, 5);
    assert_counts("Up by 8.30, see www.example.org now.", 1, 6);
    assert_counts("A heading\nand more", 2, 4);
    assert_counts("Help – not an outcome", 1, 4);
    assert_counts("{name}’s outcome {n} of {m}", 1, 5);
    assert_counts("Łukasz i Ćma", 1, 3);
}

/* In hundredths. */
static int grade(const Prose *prose) {
    return (int)lround(prose_grade(prose) * 100);
}

static void grade_is_flesch_and_kincaids(void **state) {
    (void)state;
    /* 4 words, 1 sentence, 4 syllables: 0.39 * 4 + 11.8 - 15.59. */
    Prose prose = {0};
    prose_add(&prose, "The cat sat down.");
    assert_int_equal(grade(&prose), -223);
    /* Together 6 words, 2 sentences, 12 syllables: 0.39 * 3 + 11.8 * 2 - 15.59. */
    prose_add(&prose, "Education professionals.");
    assert_int_equal(prose.syllables, 12);
    assert_int_equal(grade(&prose), 918);
    assert_int_equal(grade(&(Prose){0}), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(syllables_are_counted),
        cmocka_unit_test(sentences_end_where_a_reader_breathes),
        cmocka_unit_test(grade_is_flesch_and_kincaids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
