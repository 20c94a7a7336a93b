/* The list of words for draft codes: one a line, sorted, easy to tell apart by their first letters,
 * nothing that a worried parent should have to read out at a reception desk. */
#include "store/key.h"
#include "unit.h"

#include <stdbool.h>
#include <stdio.h>

enum { SHORTEST = 4, LONGEST = 8, TELLING = 4 };

static char words[CODE_LIST + 1][32];
static int count;

static int read_words(void **state) {
    (void)state;
    FILE *file = fopen("content/en/code-words.txt", "r");
    assert_non_null(file);
    while (count <= CODE_LIST && fgets(words[count], sizeof words[count], file)) {
        char *end = strchr(words[count], '\n');
        assert_non_null(end); /* also the last line has its end */
        *end = '\0';
        count++;
    }
    fclose(file);
    return 0;
}

static void there_are_as_many_as_bits_are_promised(void **state) {
    (void)state;
    assert_int_equal(count, CODE_LIST);
}

static void each_is_short_and_of_plain_letters(void **state) {
    (void)state;
    for (int i = 0; i < count; i++) {
        size_t len = strlen(words[i]);
        assert_in_range(len, SHORTEST, LONGEST);
        assert_true(len < CODE_WORD_SIZE);
        for (size_t at = 0; at < len; at++) {
            assert_true(words[i][at] >= 'a' && words[i][at] <= 'z');
        }
    }
}

static void four_letters_tell_each(void **state) {
    (void)state;
    for (int i = 1; i < count; i++) {
        assert_true(strcmp(words[i - 1], words[i]) < 0); /* sorted: equal starts are neighbours */
        assert_true(strncmp(words[i - 1], words[i], TELLING) != 0);
    }
}

static bool listed(const char *word) {
    for (int i = 0; i < count; i++) {
        if (strcmp(words[i], word) == 0) {
            return true;
        }
    }
    return false;
}

/* Words that hurt alone, or beside another one of the list: negations, people, bodies, slurs. */
static void nothing_that_could_hurt(void **state) {
    (void)state;
    static const char *const never[] = {
        "never",    "unable",   "cannot",  "none",    "nothing", "without", "slow",    "simple",
        "special",  "normal",   "mental",  "thick",   "dumb",    "idle",    "lazy",    "silly",
        "stupid",   "crazy",    "weird",   "wrong",   "failure", "alone",   "lonely",  "sorry",
        "hopeless", "child",    "baby",    "mother",  "father",  "parent",  "family",  "people",
        "brother",  "sister",   "black",   "white",   "brown",   "monkey",  "gorilla", "gypsy",
        "dead",     "death",    "grave",   "ghost",   "blood",   "wound",   "knife",   "needle",
        "doctor",   "nurse",    "patient", "naked",   "breast",  "bottom",  "bang",    "horn",
        "cock",     "prick",    "beaver",  "tart",    "hell",    "heaven",  "prison",  "judge",
        "social",   "police",   "fire",    "flood",   "crash",   "mute",    "blind",   "deaf",
        "lame",     "crippled", "retard",  "spastic", "fail",    "worse",   "worst",   "poor",
    };
    for (size_t i = 0; i < sizeof never / sizeof never[0]; i++) {
        assert_false(listed(never[i]));
    }
    static const char *const starts[] = {"arse", "bitc", "cunt", "damn", "fuck", "knob", "nigg",
                                         "piss", "shag", "shit", "slag", "slut", "wank", "rape",
                                         "sex",  "suic", "kill", "murd", "abus", "bast", "crap"};
    for (int i = 0; i < count; i++) {
        for (size_t at = 0; at < sizeof starts / sizeof starts[0]; at++) {
            assert_true(strncmp(words[i], starts[at], strlen(starts[at])) != 0);
        }
    }
}

/* Each pair sounds alike: at most one of the two may be there. */
static void no_two_sound_alike(void **state) {
    (void)state;
    static const char *const alike[][2] = {
        {"beach", "beech"},   {"bean", "been"},       {"berry", "bury"},     {"blue", "blew"},
        {"board", "bored"},   {"boulder", "bolder"},  {"brake", "break"},    {"bread", "bred"},
        {"cereal", "serial"}, {"chord", "cord"},      {"coarse", "course"},  {"symbol", "cymbal"},
        {"deer", "dear"},     {"draft", "draught"},   {"fair", "fare"},      {"flour", "flower"},
        {"great", "grate"},   {"hair", "hare"},       {"hall", "haul"},      {"heel", "heal"},
        {"here", "hear"},     {"hour", "our"},        {"knight", "night"},   {"knot", "not"},
        {"mail", "male"},     {"main", "mane"},       {"maize", "maze"},     {"meat", "meet"},
        {"medal", "metal"},   {"pair", "pear"},       {"pause", "paws"},     {"peace", "piece"},
        {"petal", "pedal"},   {"plain", "plane"},     {"road", "rode"},      {"root", "route"},
        {"sail", "sale"},     {"sight", "site"},      {"sole", "soul"},      {"stair", "stare"},
        {"steal", "steel"},   {"tail", "tale"},       {"thyme", "time"},     {"waist", "waste"},
        {"wait", "weight"},   {"weather", "whether"}, {"week", "weak"},      {"whole", "hole"},
        {"wood", "would"},    {"write", "right"},     {"desert", "dessert"}, {"diary", "dairy"},
        {"quiet", "quite"},   {"leaf", "leave"},      {"price", "prize"},    {"rabbit", "rapid"},
    };
    for (size_t i = 0; i < sizeof alike / sizeof alike[0]; i++) {
        assert_false(listed(alike[i][0]) && listed(alike[i][1]));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(there_are_as_many_as_bits_are_promised),
        cmocka_unit_test(each_is_short_and_of_plain_letters),
        cmocka_unit_test(four_letters_tell_each),
        cmocka_unit_test(nothing_that_could_hurt),
        cmocka_unit_test(no_two_sound_alike),
    };
    return cmocka_run_group_tests_name("store/words", tests, read_words, NULL);
}
