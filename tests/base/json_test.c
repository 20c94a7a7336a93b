/* The strict reader case by case from the grammar of RFC 8259, its limits, and the writer.
 *
 * Decisions where the grammar leaves a choice: duplicate names, zero in a name, lone surrogates,
 * numbers beyond a double, a byte order mark and marks that turn the reading direction are refused;
 * non-characters and zero in a text are accepted (the draft refuses them later). */
#include "unit.h"

#include "base/json.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct Case {
    const char *bytes;
    size_t len;
    const char *why;  /* NULL: to be accepted; else the start of the reason */
    int line, column; /* 0: not looked at */
} Case;

#define YES(text)                                                                                  \
    { text, sizeof(text) - 1, NULL, 0, 0 }
#define NO(text, why)                                                                              \
    { text, sizeof(text) - 1, why, 0, 0 }
#define AT(text, why, line, column)                                                                \
    { text, sizeof(text) - 1, why, line, column }

static const Case accepted[] = {
    /* the seven kinds, alone and with space around */
    YES("null"), YES("true"), YES("false"), YES("0"), YES("\"\""), YES("[]"), YES("{}"),
    YES(" null"), YES("null "), YES("\t[]\r\n"), YES("\n\n{}\n"), YES(" \t\r\n1\n\r\t "),
    YES("[ ]"), YES("{ }"), YES("[\n]"), YES("{\r\n}"),
    /* numbers */
    YES("-0"), YES("1"), YES("-1"), YES("10"), YES("1234567890"), YES("0.0"), YES("0.5"),
    YES("-0.5"), YES("1.25"), YES("1e0"), YES("1E0"), YES("1e+1"), YES("1e-1"), YES("1E+01"),
    YES("0e0"), YES("0E+0"), YES("-1.5e-10"), YES("9007199254740993"), YES("1e308"), YES("1e-999"),
    YES("0.00000000000000000000000000000000000000000000001"), YES("[0]"), YES("[-0]"),
    /* texts */
    YES("\"a\""), YES("\" \""), YES("\"\\\"\""), YES("\"\\\\\""), YES("\"\\/\""), YES("\"/\""),
    YES("\"\\b\\f\\n\\r\\t\""), YES("\"\\u0041\""), YES("\"\\u00e9\""), YES("\"\\u00E9\""),
    YES("\"\\u20ac\""), YES("\"\\ud83d\\ude00\""), YES("\"\\uD83D\\uDE00\""),
    YES("\"\\uDBFF\\uDFFF\""), YES("\"\\u0000\""), YES("\"\\u001f\""), YES("\"\\u007f\""),
    YES("\"\\uFFFF\""), YES("\"\xc3\xa9\""), YES("\"\xe2\x82\xac\""), YES("\"\xf0\x9f\x98\x80\""),
    YES("\"\x7f\""), YES("\"\xc2\x80\""), YES("\"\xef\xbf\xbf\""), YES("\"\xf4\x8f\xbf\xbf\""),
    YES("\"\xee\x80\x80\""), YES("\"\xed\x9f\xbf\""), YES("\"\\u2028\""), YES("\"\xe2\x80\x8f\""),
    YES("\"\\\\u0000\""), YES("\"[1,2]\""), YES("\"// no comment\""), YES("\"'\""),
    /* lists and objects */
    YES("[1]"), YES("[1,2]"), YES("[1 , 2]"), YES("[[]]"), YES("[[],[]]"), YES("[{}]"),
    YES("[null,true,false,0,\"\",[],{}]"), YES("[\"\",1,[2,[3]]]"), YES("{\"a\":1}"),
    YES("{ \"a\" : 1 }"), YES("{\"\":1}"), YES("{\"a\":{}}"), YES("{\"a\":1,\"b\":2}"),
    YES("{\"a\":1,\"A\":2}"), YES("{\"a\":[{\"a\":1}]}"), YES("{\"\\u0061b\":1}"),
    YES("{\"\xc3\xa9\":1}"), YES("[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]"), /* depth 16 */
};

static const Case refused[] = {
    /* nothing, or not a value */
    NO("", "the text ends"),
    NO(" ", "the text ends"),
    NO("\n", "the text ends"),
    NO("nul", "expected a value"),
    NO("nULL", "expected a value"),
    NO("True", "expected a value"),
    NO("tru", "expected a value"),
    NO("truth", "expected a value"),
    NO("fals", "expected a value"),
    NO("NaN", "expected a value"),
    NO("Infinity", "expected a value"),
    NO("undefined", "expected a value"),
    NO("a", "expected a value"),
    NO("'a'", "expected a value"),
    NO("*", "expected a value"),
    NO(",", "expected a value"),
    NO(":", "expected a value"),
    NO("]", "expected a value"),
    NO("}", "expected a value"),
    NO("\0", "expected a value"),
    NO("\xef\xbb\xbf{}", "expected a value"),
    NO("\xef\xbb\xbf", "expected a value"),
    NO("\xff\xfe[\0]\0", "expected a value"),
    NO("\xa0[]", "expected a value"),
    NO("\f[]", "expected a value"),
    NO("\v[]", "expected a value"),
    NO("/**/1", "expected a value"),
    NO("#1", "expected a value"),
    NO("\xe2\x81\xa0[]", "expected a value"),
    /* something behind */
    NO("1 2", "something follows"),
    NO("[]x", "something follows"),
    NO("{}}", "something follows"),
    NO("[]]", "something follows"),
    NO("nullx", "something follows"),
    NO("\"\"x", "something"),
    NO("[] //", "something follows"),
    NO("[]\0", "something follows"),
    NO("[]\f", "something"),
    NO("null null", "something follows"),
    NO("1,", "something follows"),
    NO("{}{}", "something follows"),
    NO("[1],", "something follows"),
    NO("1\0", "something"),
    /* numbers */
    NO("-", "a number needs"),
    NO("--1", "a number needs"),
    NO("+1", "expected a value"),
    NO("-a", "a number needs"),
    NO("01", "a number may not"),
    NO("-01", "a number may not"),
    NO("00", "a number may not"),
    NO("012", "a number may not"),
    NO(".5", "expected a value"),
    NO("-.5", "a number needs"),
    NO("1.", "a digit must"),
    NO("1.e1", "a digit must"),
    NO("1.a", "a digit must"),
    NO("0.", "a digit must"),
    NO("1e", "a digit must"),
    NO("1e+", "a digit must"),
    NO("1e-", "a digit must"),
    NO("1E", "a digit must"),
    NO("1ea", "a digit must"),
    NO("0e", "a digit must"),
    NO("1.5e", "a digit must"),
    NO("0x1", "something follows"),
    NO("1_000", "something follows"),
    NO("1.2.3", "something"),
    NO("1 000", "something follows"),
    NO("1e1.5", "something follows"),
    NO("- 1", "a number needs"),
    NO("-Infinity", "a number needs"),
    NO("\xef\xbc\x91", "expected a value"),
    NO("1e999", "number too large"),
    NO("-1e999", "number too large"),
    NO("[1e400]", "number too large"),
    NO("1+1", "something follows"),
    NO("[-]", "a number needs"),
    /* texts: ends and escapes */
    NO("\"", "text does not end"),
    NO("\"a", "text does not end"),
    NO("\"\\", "text does not end"),
    NO("\"\\\"", "text does not end"),
    NO("\"\\a\"", "unknown escape"),
    NO("\"\\'\"", "unknown escape"),
    NO("\"\\0\"", "unknown escape"),
    NO("\"\\x41\"", "unknown escape"),
    NO("\"\\U0041\"", "unknown escape"),
    NO("\"\\N\"", "unknown escape"),
    NO("\"\\ \"", "unknown escape"),
    NO("\"\\\n\"", "unknown"),
    NO("\"\\\0\"", "unknown escape"),
    NO("\"\\\xc3\xa9\"", "unknown escape"),
    NO("\"\\u\"", "\\u needs"),
    NO("\"\\u1\"", "\\u needs"),
    NO("\"\\u12\"", "\\u needs"),
    NO("\"\\u123\"", "\\u needs"),
    NO("\"\\u12G4\"", "\\u needs"),
    NO("\"\\u 123\"", "\\u needs"),
    NO("\"\\u+123\"", "\\u needs"),
    NO("\"\\u", "\\u needs"),
    NO("\"\\u00", "\\u needs"),
    NO("\"\\uD800\"", "first half"),
    NO("\"\\uDBFF x\"", "first half"),
    NO("\"\\uD800\\n\"", "first half"),
    NO("\"\\uD800\\u0041\"", "first half"),
    NO("\"\\uD800\\uD800\"", "first half"),
    NO("\"\\uD800\\uE000\"", "first half"),
    NO("\"\\uD83D\\u\"", "\\u needs"),
    NO("\"\\uDC00\"", "second half"),
    NO("\"\\uDFFF\\uD800\"", "second half"),
    NO("\"\\uD800\\", "first half"),
    /* texts: bytes */
    NO("\"\n\"", "a control"),
    NO("\"\t\"", "a control"),
    NO("\"\r\"", "a control"),
    NO("\"\0\"", "a control"),
    NO("\"\x1f\"", "a control"),
    NO("\"\x01\"", "a control"),
    NO("\"\x80\"", "not UTF-8"),
    NO("\"\xbf\"", "not UTF-8"),
    NO("\"\xc0\xaf\"", "not UTF-8"),
    NO("\"\xc1\xbf\"", "not UTF-8"),
    NO("\"\xc3\"", "not UTF-8"),
    NO("\"\xc3(\"", "not UTF-8"),
    NO("\"\xe0\x80\xaf\"", "not UTF-8"),
    NO("\"\xe0\x9f\xbf\"", "not UTF-8"),
    NO("\"\xe2\x82\"", "not UTF-8"),
    NO("\"\xe2\x28\xa1\"", "not UTF-8"),
    NO("\"\xed\xa0\x80\"", "not UTF-8"),
    NO("\"\xed\xbf\xbf\"", "not UTF-8"),
    NO("\"\xf0\x80\x80\xaf\"", "not UTF-8"),
    NO("\"\xf0\x8f\xbf\xbf\"", "not UTF-8"),
    NO("\"\xf0\x9f\x98\"", "not UTF-8"),
    NO("\"\xf0\x9f\x98", "not UTF-8"),
    NO("\"\xf4\x90\x80\x80\"", "not UTF-8"),
    NO("\"\xf5\x80\x80\x80\"", "not UTF-8"),
    NO("\"\xf8\x88\x80\x80\x80\"", "not UTF-8"),
    NO("\"\xfe\"", "not UTF-8"),
    NO("\"\xff\"", "not UTF-8"),
    NO("\"\xe9\"", "not UTF-8"),
    NO("{\"\xff\":1}", "not UTF-8"),
    /* marks that turn the reading direction, plain and escaped, in texts and names */
    NO("\"\xe2\x80\xaa\"", "a mark"),
    NO("\"\xe2\x80\xab\"", "a mark"),
    NO("\"\xe2\x80\xad\"", "a mark"),
    NO("\"\xe2\x80\xae\"", "a mark"),
    NO("\"\xe2\x81\xa6\"", "a mark"),
    NO("\"\xe2\x81\xa9\"", "a mark"),
    NO("\"\\u202E\"", "a mark"),
    NO("\"\\u2067\"", "a mark"),
    NO("{\"\\u202e\":1}", "a mark"),
    /* lists */
    NO("[", "the text ends"),
    NO("[1", "expected , or ]"),
    NO("[1,", "the text ends"),
    NO("[1,]", "expected a value"),
    NO("[,1]", "expected a value"),
    NO("[1,,2]", "expected a"),
    NO("[,]", "expected a value"),
    NO("[1 2]", "expected , or ]"),
    NO("[1;2]", "expected , or ]"),
    NO("[1}", "expected , or ]"),
    NO("[\"a\":1]", "expected , or ]"),
    NO("[\"a\"", "expected , or"),
    NO("[[]", "expected , or ]"),
    NO("[1:2]", "expected , or ]"),
    NO("[\"a\" b]", "expected , or"),
    NO("[}", "expected a value"),
    NO("[\0]", "expected a value"),
    NO("[1\f]", "expected , or ]"),
    /* objects */
    NO("{", "expected a name"),
    NO("{1:2}", "expected a name"),
    NO("{a:1}", "expected a name"),
    NO("{'a':1}", "expected a name"),
    NO("{null:1}", "expected a name"),
    NO("{,}", "expected a"),
    NO("{\"a\"}", "expected :"),
    NO("{\"a\"", "expected :"),
    NO("{\"a\" 1}", "expected :"),
    NO("{\"a\",1}", "expected :"),
    NO("{\"a\":", "the text ends"),
    NO("{\"a\":}", "expected a v"),
    NO("{\"a\"::1}", "expected a value"),
    NO("{\"a\":1", "expected , or }"),
    NO("{\"a\":1,", "expected a name"),
    NO("{\"a\":1,}", "expected a name"),
    NO("{\"a\":1,,\"b\":2}", "expected a name"),
    NO("{\"a\":1 \"b\":2}", "expected , or }"),
    NO("{\"a\":1]", "expected , or }"),
    NO("{\"a\":1;}", "expected , or }"),
    NO("{[]:1}", "expected a name"),
    NO("{\"a\":1,\"a\":2}", "the same name"),
    NO("{\"a\":1,\"a\":1}", "the same name"),
    NO("{\"a\":1,\"\\u0061\":1}", "the same name"),
    NO("{\"\":1,\"\":1}", "the same name"),
    NO("{\"a\\u0000b\":1}", "a name may not"),
    NO("{\"a\":{\"b\":1,\"b\":2}}", "the same name"),
    NO("{\"a:1}", "text does not end"),
    NO("{]", "expected a name"),
    /* depth 17 */
    NO("[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]", "nested too deep"),
    NO("{\"a\":[[[[[[[[[[[[[[[{}]]]]]]]]]]]]]]]}", "nested too deep"),
    /* where it went astray */
    AT("[1,\n2,\n x]", "expected a value", 3, 2),
    AT("{\n\"a\": 01}", "a number may not", 2, 7),
    AT("\n\n\"a", "text does not end", 3, 3),
    AT("x", "expected a value", 1, 1),
    AT("[]\n[]", "something follows", 2, 1),
    AT("{\"a\":1,\n\"a\":2}", "the same name", 2, 4),
};

static const Json *read_bytes(Arena *arena, const char *bytes, size_t len, JsonError *error) {
    char *exact = malloc(len ? len : 1); /* no NUL behind: reading past the end is seen */
    memcpy(exact, bytes, len);
    const Json *root = json_read(arena, exact, len, &json_draft_limits, error);
    free(exact);
    return root;
}

static void each_good_document_is_accepted(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof accepted / sizeof *accepted; i++) {
        Arena arena = {0};
        JsonError error = {0};
        if (!read_bytes(&arena, accepted[i].bytes, accepted[i].len, &error)) {
            fail_msg("case %zu refused: %s (%d:%d, %s)", i, accepted[i].bytes, error.line,
                     error.column, error.why);
        }
        assert_null(error.why);
        arena_done(&arena);
    }
}

static void each_bad_document_is_refused_for_its_reason(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        const Case *one = &refused[i];
        Arena arena = {0};
        JsonError error = {0};
        if (read_bytes(&arena, one->bytes, one->len, &error)) {
            fail_msg("case %zu accepted: %s", i, one->bytes);
        }
        if (strncmp(error.why, one->why, strlen(one->why)) != 0) {
            fail_msg("case %zu: %s: '%s', not '%s'", i, one->bytes, error.why, one->why);
        }
        assert_true(error.line >= 1 && error.column >= 1);
        if (one->line) {
            assert_int_equal(error.line, one->line);
            assert_int_equal(error.column, one->column);
        }
        arena_done(&arena);
    }
}

static void there_are_enough_cases(void **state) {
    (void)state;
    size_t cases = sizeof accepted / sizeof *accepted + sizeof refused / sizeof *refused;
    print_message("%zu accepted, %zu refused\n", sizeof accepted / sizeof *accepted,
                  sizeof refused / sizeof *refused);
    assert_true(cases >= 120);
}

/* Each beginning of a document is refused, and only the whole is accepted. */
static void a_document_cut_short_is_refused_at_each_byte(void **state) {
    (void)state;
    static const char whole[] = "{\"a\":[1,-2.5e+3,\"\\u00e9\\ud83d\\ude00 "
                                "\xe2\x82\xac\",null,true,false],\"b\":{\"c\":[]}}";
    for (size_t len = 0; len < sizeof whole; len++) {
        Arena arena = {0};
        JsonError error = {0};
        const Json *root = read_bytes(&arena, whole, len, &error);
        assert_int_equal(root != NULL, len == sizeof whole - 1);
        arena_done(&arena);
    }
}

static void values_are_what_was_written(void **state) {
    (void)state;
    Arena arena = {0};
    JsonError error = {0};
    static const char bytes[] = "{\"text\":\"a\\u0000\\uD83D\\uDE00\\n\",\n\"whole\":-42,\n"
                                "\"half\":0.5,\"huge\":9007199254740994,\"yes\":true,\"no\":false,"
                                "\"none\":null,\"list\":[1,2,3],\"Whole\":7}";
    const Json *root = read_bytes(&arena, bytes, sizeof bytes - 1, &error);
    assert_non_null(root);
    assert_int_equal(root->kind, JSON_OBJECT);
    assert_int_equal(root->count, 9);
    const Json *text = json_get(root, "text");
    assert_int_equal(text->len, 7);
    assert_memory_equal(text->text, "a\0\xf0\x9f\x98\x80\n", 8);
    assert_int_equal(json_get(root, "whole")->line, 2);
    assert_int_equal(json_whole(root, "whole", 0), -42);
    assert_int_equal(json_whole(root, "Whole", 0), 7);
    assert_int_equal(json_whole(root, "WHOLE", 9), 9);
    assert_int_equal(json_whole(root, "half", 9), 9);
    assert_int_equal(json_whole(root, "huge", 9), 9);
    assert_int_equal(json_whole(root, "text", 9), 9);
    assert_true(fabs(json_get(root, "half")->number - 0.5) < 1e-12);
    assert_true(json_true(root, "yes"));
    assert_false(json_true(root, "no"));
    assert_false(json_true(root, "none"));
    assert_false(json_true(root, "missing"));
    assert_int_equal(json_get(root, "list")->count, 3);
    assert_int_equal(json_get(root, "list")->child->next->next->number, 3);
    assert_null(json_get(root, "list")->child->next->next->next);
    assert_null(json_get(json_get(root, "list"), "a"));
    assert_null(json_get(NULL, "a"));
    assert_string_equal(json_text(root, "none", "fallback"), "fallback");
    assert_string_equal(json_text(root, "missing", "fallback"), "fallback");
    assert_false(json_is_whole(NULL));
    arena_done(&arena);
}

/* Whoever shows texts need not look at the plain ones letter by letter. */
static void only_printable_ascii_is_plain(void **state) {
    (void)state;
    static const char bytes[] =
        "[\"plain ~\", \"\", \"\xe2\x80\x99\", \"a\\n\", \"\\u0041\", \"\x7f\"]";
    static const bool plain[] = {true, true, false, false, false, false};
    Arena arena = {0};
    JsonError error = {0};
    const Json *value = read_bytes(&arena, bytes, sizeof bytes - 1, &error)->child;
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++, value = value->next) {
        assert_int_equal(value->plain, plain[i]);
    }
    assert_null(value);
    arena_done(&arena);
}

/* Texts whose ends are hard to see, each behind the other so that one too short would show. */
static void texts_with_quotes_and_backslashes_stay_whole(void **state) {
    (void)state;
    static const char bytes[] =
        "[\"\\\"\",\"\\\\\",\"\\\\\\\"\",\"a\\\"b\\\"c\",\"\\u00e9\\\\\",\"\\\\\"]";
    static const char *const texts[] = {"\"", "\\", "\\\"", "a\"b\"c", "\xc3\xa9\\", "\\"};
    Arena arena = {0};
    JsonError error = {0};
    const Json *value = read_bytes(&arena, bytes, sizeof bytes - 1, &error)->child;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++, value = value->next) {
        assert_string_equal(value->text, texts[i]);
        assert_int_equal(value->len, strlen(texts[i]));
    }
    arena_done(&arena);
}

/* Each byte that needs a look, at each place among plain ones: none is passed over. */
static void no_special_byte_hides_among_plain_ones(void **state) {
    (void)state;
    enum { LONG = 20 };
    for (int byte = 0; byte < 256; byte++) {
        bool fits = byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
        for (size_t at = 1; at <= LONG; at++) {
            char bytes[LONG + 2];
            memset(bytes, at % 2 ? ' ' : '~', sizeof bytes);
            bytes[0] = bytes[LONG + 1] = '"';
            bytes[at] = (char)byte;
            Arena arena = {0};
            JsonError error = {0};
            const Json *value = read_bytes(&arena, bytes, sizeof bytes, &error);
            assert_int_equal(value != NULL, fits);
            if (value) {
                assert_int_equal(value->plain, byte != 0x7F);
                assert_memory_equal(value->text, bytes + 1, LONG);
            }
            arena_done(&arena);
        }
    }
}

/* Hundreds of names, the same in each of many objects: only the second in one object is told. */
static void names_are_kept_apart_by_object(void **state) {
    (void)state;
    enum { OBJECTS = 5, NAMES = 200 };
    Buf bytes = {0};
    buf_char(&bytes, '[');
    for (int i = 0; i < OBJECTS; i++) {
        buf_text(&bytes, i ? ",{" : "{");
        for (int name = 0; name < NAMES; name++) {
            buf_print(&bytes, "%s\"name %d\":%d", name ? "," : "", name, i * NAMES + name);
        }
        buf_char(&bytes, '}');
    }
    buf_char(&bytes, ']');
    Arena arena = {0};
    JsonError error = {0};
    const Json *root = read_bytes(&arena, bytes.bytes, bytes.len, &error);
    assert_non_null(root);
    assert_int_equal(json_whole(root->child->next, "name 7", 0), NAMES + 7);
    buf_cut(&bytes, bytes.len - 2);
    buf_text(&bytes, ",\"name 0\":1}]");
    assert_null(read_bytes(&arena, bytes.bytes, bytes.len, &error));
    assert_string_equal(error.why, "the same name twice");
    arena_done(&arena);
    buf_done(&bytes);
}

static bool passes(const char *bytes, size_t len, JsonLimits limits, const char **why) {
    Arena arena = {0};
    JsonError error = {0};
    bool good = json_read(&arena, bytes, len, &limits, &error) != NULL;
    *why = error.why;
    arena_done(&arena);
    return good;
}

static void limits_hold_to_the_byte(void **state) {
    (void)state;
    const JsonLimits limits = {.bytes = 64, .key = 3, .text = 5, .depth = 3, .values = 6};
    const struct {
        const char *bytes, *why;
    } cases[] = {
        {"\"12345\"", NULL},
        {"\"123456\"", "text too long"},
        {"\"1234\xc3\xa9\"", "text too long"},
        {"{\"123\":1}", NULL},
        {"{\"1234\":1}", "text too long"},
        {"[[[]]]", NULL},
        {"[[[[]]]]", "nested too deep"},
        {"[[],[],[[]]]", NULL},
        {"[1,2,3,4,5]", NULL},
        {"[1,2,3,4,5,6]", "too many values"},
        {"[                                                              ]", NULL},
        {"[                                                               ]", "file too large"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *why;
        bool good = passes(cases[i].bytes, strlen(cases[i].bytes), limits, &why);
        assert_int_equal(good, cases[i].why == NULL);
        if (!good) {
            assert_string_equal(why, cases[i].why);
        }
    }
}

static void a_number_of_a_thousand_digits_is_refused(void **state) {
    (void)state;
    char digits[1000];
    memset(digits, '1', sizeof digits);
    const char *why;
    assert_false(passes(digits, sizeof digits, json_draft_limits, &why));
    assert_string_equal(why, "number too long");
}

static void a_megabyte_of_brackets_is_refused_at_once(void **state) {
    (void)state;
    size_t len = 1024 * 1024;
    char *brackets = malloc(len);
    memset(brackets, '[', len);
    const char *why;
    assert_false(passes(brackets, len, json_content_limits, &why));
    assert_string_equal(why, "nested too deep");
    free(brackets);
}

static void what_is_written_is_read_back_equal(void **state) {
    (void)state;
    static const char hostile[] =
        "<b>\"quotes\" & \\back\\ \n\r\t \x01 \x7f \xc3\xa9 \xf0\x9f\x98\x80";
    for (int indent = 0; indent < 2; indent++) {
        JsonOut *root = json_new_object();
        json_add_text(root, "text", hostile);
        json_add_whole(root, "whole", -9007199254740992);
        json_add_number(root, "half", 0.5);
        json_add_flag(root, "yes", true);
        json_add_flag(root, "no", false);
        JsonOut *list = json_add_list(root, "list");
        json_list_text(list, "one");
        json_add_whole(json_add_object(list, NULL), "inner", 2);
        json_add_list(json_add_object(root, "object"), "empty");
        Buf out = {0};
        json_print(root, indent, &out);

        Arena arena = {0};
        JsonError error = {0};
        const Json *read = read_bytes(&arena, out.bytes, out.len, &error);
        assert_non_null(read);
        assert_string_equal(json_text(read, "text", ""), hostile);
        assert_int_equal(json_whole(read, "whole", 0), -9007199254740992);
        assert_true(fabs(json_get(read, "half")->number - 0.5) < 1e-12);
        assert_true(json_true(read, "yes"));
        assert_int_equal(json_get(read, "no")->kind, JSON_FALSE);
        assert_string_equal(json_get(read, "list")->child->text, "one");
        assert_int_equal(json_whole(json_get(read, "list")->child->next, "inner", 0), 2);
        assert_int_equal(json_get(json_get(read, "object"), "empty")->count, 0);
        assert_string_equal(read->child->key, "text"); /* order is kept */
        assert_string_equal(read->child->next->key, "whole");
        arena_done(&arena);
        buf_done(&out);
    }
}

static void a_list_can_be_the_root(void **state) {
    (void)state;
    JsonOut *list = json_new_list();
    json_list_text(list, "a");
    json_add_list(list, NULL);
    Buf out = {0};
    json_print(list, false, &out);
    assert_string_equal(buf_string(&out), "[\"a\",[]]");
    buf_done(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_good_document_is_accepted),
        cmocka_unit_test(each_bad_document_is_refused_for_its_reason),
        cmocka_unit_test(there_are_enough_cases),
        cmocka_unit_test(a_document_cut_short_is_refused_at_each_byte),
        cmocka_unit_test(values_are_what_was_written),
        cmocka_unit_test(only_printable_ascii_is_plain),
        cmocka_unit_test(texts_with_quotes_and_backslashes_stay_whole),
        cmocka_unit_test(no_special_byte_hides_among_plain_ones),
        cmocka_unit_test(names_are_kept_apart_by_object),
        cmocka_unit_test(limits_hold_to_the_byte),
        cmocka_unit_test(a_number_of_a_thousand_digits_is_refused),
        cmocka_unit_test(a_megabyte_of_brackets_is_refused_at_once),
        cmocka_unit_test(what_is_written_is_read_back_equal),
        cmocka_unit_test(a_list_can_be_the_root),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
