/* The lists of content/en: they load, their own examples come out as said, and what is not a list
 * is named by file and line. */
#include "library/check_rules.h"

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char content[] = "content/en";

static void lists_load_and_keep_their_word(void **state) {
    (void)state;
    Arena arena = {0};
    Buf problems = {0};
    Rules *rules = NULL;
    assert_int_equal(check_rules_load(&arena, content, &problems, &rules), OK);
    assert_string_equal(buf_string(&problems), "");
    int off = check_rules_selftest(rules, content, &problems);
    if (off > 0) {
        print_message("%s", buf_string(&problems));
    }
    assert_int_equal(off, 0);
    buf_done(&problems);
    arena_done(&arena);
}

static void every_fault_has_a_kind_question(void **state) {
    (void)state;
    static const char *const harsh[] = {"wrong", "error", "fail", "invalid", "must", "incorrect"};
    Arena arena = {0};
    Buf problems = {0};
    Rules *rules = NULL;
    assert_int_equal(check_rules_load(&arena, content, &problems, &rules), OK);
    for (int f = 0; f < PROMPT_COUNT; f++) {
        const Prompt *prompt = check_prompt(rules, f);
        assert_true(prompt->title[0] && prompt->ask[0] && prompt->offer[0]);
        for (size_t h = 0; h < sizeof harsh / sizeof harsh[0]; h++) {
            assert_null(strstr(prompt->ask, harsh[h]));
            assert_null(strstr(prompt->title, harsh[h]));
        }
    }
    arena_done(&arena);
}

static void the_question_names_the_words(void **state) {
    (void)state;
    Arena arena = {0};
    Buf problems = {0}, ask = {0};
    Rules *rules = NULL;
    assert_int_equal(check_rules_load(&arena, content, &problems, &rules), OK);
    const char *text = "Improve his confidence";
    Checked checked;
    check_text(rules, text, strlen(text), &checked);
    assert_int_equal(checked.found[0].fault, FAULT_VAGUE_WORDING);
    check_ask(rules, &checked.found[0], text, "Zed", &ask);
    assert_non_null(strstr(buf_string(&ask), "Improve"));
    assert_null(strchr(buf_string(&ask), '{'));
    buf_done(&ask);
    arena_done(&arena);
}

/* A folder with a grammar.txt of these bytes. */
static void broken(const char *grammar, const char *expected) {
    char folder[] = "/tmp/check_rules_XXXXXX";
    char path[128];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/check", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, sizeof path, "%s/check/grammar.txt", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(grammar, file);
    fclose(file);
    Arena arena = {0};
    Buf problems = {0};
    Rules *rules = NULL;
    assert_int_not_equal(check_rules_load(&arena, folder, &problems, &rules), OK);
    assert_null(rules);
    assert_non_null(strstr(buf_string(&problems), expected));
    buf_done(&problems);
    arena_done(&arena);
    unlink(path);
    snprintf(path, sizeof path, "%s/check", folder);
    rmdir(path);
    rmdir(folder);
}

static void what_is_no_list_is_named_by_line(void **state) {
    (void)state;
    broken("# remark\n[nothing like it]\nword\n", "grammar.txt:2: no list has the name");
    broken("word\n", "grammar.txt:1: words before any [list]");
    broken("[irregular]\ngo, goes\n", "grammar.txt:2: a verb has four or five forms");
    broken("[seen]\nflags nothing: A sentence\n", "grammar.txt:2: no fault has the name");
    broken("[read as]\nwrod\n", "grammar.txt:2: this list needs");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_load_and_keep_their_word),
        cmocka_unit_test(every_fault_has_a_kind_question),
        cmocka_unit_test(the_question_names_the_words),
        cmocka_unit_test(what_is_no_list_is_named_by_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
