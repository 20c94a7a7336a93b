/* `talking-points check`: one line in, one line out, whatever the bytes. */
#include "check_command.h"

#include "base/json.h"
#include "library/check_rules.h"

#include "unit.h"

#include <stdlib.h>

static Arena arena;
static Rules *rules;

static int set_up(void **state) {
    (void)state;
    Buf problems = {0};
    assert_int_equal(check_rules_load(&arena, "content/en", &problems, &rules), OK);
    buf_done(&problems);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    arena_done(&arena);
    return 0;
}

/* What the command says to len bytes; to be freed. */
static char *answer(const char *bytes, size_t len, bool as_json, size_t *size) {
    char *out = NULL;
    FILE *in = tmpfile();
    FILE *to = open_memstream(&out, size);
    fwrite(bytes, 1, len, in);
    rewind(in);
    assert_int_equal(check_command(rules, in, to, as_json), 0);
    fclose(in);
    fclose(to);
    return out;
}

static void plain_is_label_faults_and_text(void **state) {
    (void)state;
    const char *in = "By the end of Year 4 Ada will tie her laces, so that she can run.\n"
                     "Improve his confidence\n"
                     "\n"
                     "A laptop";
    size_t size;
    char *out = answer(in, strlen(in), false, &size);
    assert_string_equal(
        out, "good\t\tBy the end of Year 4 Ada will tie her laces, so that she can run.\n"
             "not_good\tno_timeframe,not_measurable,vague_wording,no_reason\tImprove his "
             "confidence\n"
             "not_good\t\t\n"
             "not_good\tdescribes_provision,no_timeframe,no_reason\tA laptop\n");
    free(out);
}

static void json_has_findings_with_their_words(void **state) {
    (void)state;
    const char *in = "I want him to be happy\n";
    size_t size;
    char *out = answer(in, strlen(in), true, &size);
    Arena scratch = {0};
    JsonError error;
    const Json *root = json_read(&scratch, out, size, &json_content_limits, &error);
    assert_non_null(root);
    assert_string_equal(json_text(root, "text", ""), "I want him to be happy");
    assert_string_equal(json_text(root, "label", ""), "not_good");
    assert_int_equal(json_get(root, "faults")->count, 4);
    const Json *first = json_get(root, "findings")->child;
    assert_string_equal(json_text(first, "fault", ""), "vague_wording");
    assert_string_equal(json_text(first, "words", ""), "be happy");
    assert_int_equal(json_whole(first, "from", -1), 14);
    assert_int_equal(json_whole(first, "to", -1), 22);
    assert_non_null(strstr(json_text(first, "ask", ""), "be happy"));
    arena_done(&scratch);
    free(out);
}

static void distress_is_cared_for_and_not_asked(void **state) {
    (void)state;
    const char *in = "he says he wants to die\n";
    size_t size;
    char *out = answer(in, strlen(in), true, &size);
    assert_non_null(strstr(out, "\"findings\":[]"));
    assert_non_null(strstr(out, "\"care\":true"));
    free(out);
}

static void any_bytes_give_one_line_each(void **state) {
    (void)state;
    static const char in[] = "a\0b\xff\xfe\n\xc3\r\n\tgood\t\n";
    size_t size;
    char *out = answer(in, sizeof in - 1, false, &size);
    int lines = 0;
    for (size_t i = 0; i < size; i++) {
        lines += out[i] == '\n';
        assert_true(out[i] != '\0');
    }
    assert_int_equal(lines, 3);
    assert_non_null(strstr(out, "\ta b\xff\xfe\n"));
    free(out);
    out = answer(in, sizeof in - 1, true, &size);
    assert_non_null(strstr(out, "a\xEF\xBF\xBD"
                                "b\xEF\xBF\xBD\xEF\xBF\xBD"));
    free(out);
}

static void a_line_of_a_megabyte_is_answered(void **state) {
    (void)state;
    enum { LONG = 1 << 20 };
    char *in = malloc(LONG);
    memset(in, 'x', LONG);
    size_t size;
    char *out = answer(in, LONG, false, &size);
    assert_true(size > LONG);
    assert_int_equal(out[size - 1], '\n');
    free(out);
    free(in);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_is_label_faults_and_text),
        cmocka_unit_test(json_has_findings_with_their_words),
        cmocka_unit_test(distress_is_cared_for_and_not_asked),
        cmocka_unit_test(any_bytes_give_one_line_each),
        cmocka_unit_test(a_line_of_a_megabyte_is_answered),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
