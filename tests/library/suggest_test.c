/* Words to offer: what completes the word at the caret, what may come next, and what never shows.
 */
#include "library/folder.h"
#include "library/suggest.h"
#include "unit.h"

#include <stdio.h>

/* A kiosk's content, as small as it can be. */
typedef struct Small {
    Folder folder;
    Library *library;
    const Suggest *lists;
} Small;

static Small small;

static void load(void) {
    Buf problems = {0};
    assert_int_equal(library_load(small.folder.path, "en", &problems, &small.library), OK);
    small.lists = suggest_of(small.library);
    buf_done(&problems);
}

static int begin(void **state) {
    (void)state;
    folder_init(&small.folder);
    return 0;
}

static int end(void **state) {
    (void)state;
    library_free(small.library);
    small.library = NULL;
    folder_done(&small.folder);
    return 0;
}

/* What is offered where | stands, joined by spaces. */
static const char *offered_with(const char *before, const char *typed, bool capital,
                                const SuggestNames *names) {
    static char joined[SUGGEST_MOST * SUGGEST_SIZE];
    char text[200];
    const char *caret = strchr(typed, '|');
    assert_non_null(caret);
    snprintf(text, sizeof text, "%.*s%s", (int)(caret - typed), typed, caret + 1);
    SuggestAsk ask = {.before = before,
                      .text = text,
                      .caret = (int)(caret - typed),
                      .capital = capital,
                      .names = names};
    Suggested found;
    suggest_words(small.lists, &ask, &found);
    joined[0] = '\0';
    for (int i = 0; i < found.count; i++) {
        snprintf(joined + strlen(joined), sizeof joined - strlen(joined), "%s%s", i > 0 ? " " : "",
                 found.word[i]);
    }
    return joined;
}

static const char *offered(const char *typed) {
    SuggestNames none = {0};
    return offered_with("", typed, false, &none);
}

static void a_started_word_is_completed_best_first(void **state) {
    (void)state;
    load();
    assert_string_equal(offered("with f|"), "friend friends");
    assert_string_equal(offered("with friend|"), "friends");
    assert_string_equal(offered("with friends|"), "");
    assert_string_equal(offered("m|"), "Monday make mat");
    assert_string_equal(offered("x|"), "");
}

static void what_often_follows_comes_first(void **state) {
    (void)state;
    load();
    assert_string_equal(offered("she will m|"), "make mat Monday");
    assert_string_equal(offered("Will   m|"), "make mat Monday");
}

static void the_next_word_is_offered_before_a_letter(void **state) {
    (void)state;
    load();
    assert_string_equal(offered("she will |"), "make"); /* mat stands behind the bar */
    assert_string_equal(offered("with a |"), "friend friends");
    assert_string_equal(offered("in 3 |"), "friends");
    assert_string_equal(offered("at home, |"), "done");
    assert_string_equal(offered("Yusra |"), "will");
    assert_string_equal(offered("at home |"), "");
    assert_string_equal(offered("She can. |"), "don’t");
    assert_string_equal(offered("will|"), "");
    assert_string_equal(offered("the café |"), ""); /* one letter is typed as soon */
    assert_string_equal(offered("home,|"), "");     /* a space is due first */
}

static void what_stands_before_the_field_counts(void **state) {
    (void)state;
    load();
    SuggestNames none = {0};
    assert_string_equal(offered_with("Maya will ", "|", false, &none), "make");
    assert_string_equal(offered_with("Maya will ", "m|", false, &none), "make mat Monday");
    assert_string_equal(offered_with("", "|", false, &none), "");
    assert_string_equal(offered_with("", "|", true, &none), "Don’t");
}

static void the_case_of_what_is_typed_is_kept(void **state) {
    (void)state;
    load();
    assert_string_equal(offered("a Fr|"), "Friend Friends");
    assert_string_equal(offered("a FR|"), "FRIEND FRIENDS");
    assert_string_equal(offered("on mo|"), "Monday");
    assert_string_equal(offered("on monday|"), "Monday");
    assert_string_equal(offered("on Monday|"), "");
}

static void apostrophes_hyphens_and_accents_may_be_left_out(void **state) {
    (void)state;
    load();
    assert_string_equal(offered("we dont|"), "don’t");
    assert_string_equal(offered("we don'|"), "don’t");
    assert_string_equal(offered("we don’|"), "don’t");
    assert_string_equal(offered("we don’t|"), "");
    assert_string_equal(offered("we don|"), "don’t done");
    assert_string_equal(offered("the caf|"), "café");
    assert_string_equal(offered("the cafe|"), "café");
    assert_string_equal(offered("the cafÉ|"), "café");
    assert_string_equal(offered("at halft|"), "half-term");
    assert_string_equal(offered("at half-|"), "half-term");
}

static void nothing_is_offered_inside_a_word_or_for_figures(void **state) {
    (void)state;
    load();
    assert_string_equal(offered("fr|iend"), "");
    assert_string_equal(offered("|friend"), "");
    assert_string_equal(offered("m3|"), "");
    assert_string_equal(offered("with f| today"), "friend friends");
    assert_string_equal(offered("mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm|"), "");
}

static void what_never_txt_names_is_not_offered(void **state) {
    (void)state;
    folder_replace(&small.folder, "en/suggest/words.txt", "mat\n", "killer\nstupid\nmat\n");
    load();
    assert_string_equal(offered("ki|"), "");
    assert_string_equal(offered("st|"), "");
    assert_string_equal(offered("ma|"), "make mat");
    SuggestNames names = {0};
    suggest_names_in(small.lists, "with Killian and Stupid", &names);
    suggest_name(small.lists, "Stupid", &names);
    assert_int_equal(names.count, 0);
}

static void a_name_of_this_visit_is_offered(void **state) {
    (void)state;
    load();
    SuggestNames names = {0};
    suggest_name(small.lists, "Mary-Ann Zoë", &names);
    suggest_names_in(small.lists, "Then Mrs Mackay, on Monday. Maybe not; Mrs Mackay", &names);
    assert_string_equal(offered_with("", "with ma|", false, &names), "Mary-Ann Mackay make mat");
    assert_string_equal(offered_with("", "with M|", false, &names),
                        "Mary-Ann Mrs Mackay Monday Make Mat");
    assert_string_equal(offered_with("", "with zo|", false, &names), "Zoë");
    assert_string_equal(offered_with("", "with |", false, &names), "");
    assert_string_equal(offered("with zo|"), ""); /* and nowhere else */
}

static void a_word_that_is_still_being_typed_is_not_offered(void **state) {
    (void)state;
    load();
    SuggestNames names = {0};
    suggest_names_in(small.lists, "with Mack", &names);
    assert_string_equal(offered_with("", "with Mack|", false, &names), "");
}

static void without_a_list_there_is_nothing_to_offer(void **state) {
    (void)state;
    folder_write(&small.folder, "en/suggest/words.txt", NULL);
    load();
    SuggestNames names = {0};
    suggest_name(small.lists, "Maya", &names);
    assert_string_equal(offered_with("", "with m|", false, &names), "");
    assert_string_equal(offered("with |"), "");
}

static void words_that_nobody_has_looked_at_are_not_offered(void **state) {
    (void)state;
    folder_write(&small.folder, "en/suggest/never.txt", NULL);
    load();
    assert_string_equal(offered("with m|"), "");
}

static void without_next_words_started_ones_are_completed(void **state) {
    (void)state;
    folder_write(&small.folder, "en/suggest/next.txt", NULL);
    load();
    assert_string_equal(offered("will m|"), "Monday make mat");
    assert_string_equal(offered("will |"), "");
}

/* The lists that ship: whatever is typed, nothing of never.txt shows, and nothing too long. */
static void no_start_of_a_word_brings_harm(void **state) {
    (void)state;
    static const char *const harm[] = {"kill", "die",  "dead", "gun",   "hit", "knife",  "stupid",
                                       "sex",  "rape", "drug", "blood", "fat", "naughty"};
    Library *library = NULL;
    Buf problems = {0};
    assert_int_equal(library_load_first("content", "en", &problems, &library), OK);
    small.lists = suggest_of(library);
    for (size_t i = 0; i < sizeof harm / sizeof harm[0]; i++) {
        for (int len = 1; harm[i][len]; len++) {
            char typed[32];
            snprintf(typed, sizeof typed, "will %.*s|", len, harm[i]);
            char around[SUGGEST_MOST * SUGGEST_SIZE + 2], word[32];
            snprintf(around, sizeof around, " %s ", offered(typed));
            snprintf(word, sizeof word, " %s ", harm[i]);
            assert_null(strstr(around, word));
        }
    }
    library_free(library);
    buf_done(&problems);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_started_word_is_completed_best_first),
        TEST(what_often_follows_comes_first),
        TEST(the_next_word_is_offered_before_a_letter),
        TEST(what_stands_before_the_field_counts),
        TEST(the_case_of_what_is_typed_is_kept),
        TEST(apostrophes_hyphens_and_accents_may_be_left_out),
        TEST(nothing_is_offered_inside_a_word_or_for_figures),
        TEST(what_never_txt_names_is_not_offered),
        TEST(a_name_of_this_visit_is_offered),
        TEST(a_word_that_is_still_being_typed_is_not_offered),
        TEST(without_a_list_there_is_nothing_to_offer),
        TEST(words_that_nobody_has_looked_at_are_not_offered),
        TEST(without_next_words_started_ones_are_completed),
        cmocka_unit_test(no_start_of_a_word_brings_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
