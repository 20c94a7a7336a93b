/* UTF-8 code point by code point, and fixed-size fields that never cut one. */
#include "unit.h"

#include "base/text.h"
#include "base/utf8.h"

static void every_code_point_goes_out_and_comes_back(void **state) {
    (void)state;
    for (uint32_t point = 0; point <= 0x110100; point++) {
        char bytes[UTF8_MOST];
        int len = utf8_write(bytes, point);
        bool none = (point >= 0xD800 && point <= 0xDFFF) || point > 0x10FFFF;
        if (none) {
            assert_int_equal(len, 0);
            continue;
        }
        uint32_t back;
        assert_int_equal(utf8_read(bytes, (size_t)len, &back), len);
        assert_int_equal(back, point);
        assert_int_equal(utf8_read(bytes, (size_t)len - 1, &back), UTF8_BAD);
    }
}

static void only_shortest_forms_are_valid(void **state) {
    (void)state;
    static const char *const bad[] = {"\x80",         "\xc0\x80",         "\xc1\xbf",
                                      "\xe0\x9f\xbf", "\xed\xa0\x80",     "\xf0\x8f\xbf\xbf",
                                      "\xff",         "\xf4\x90\x80\x80", "a\xc3"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(utf8_valid(bad[i], strlen(bad[i])));
    }
    assert_true(utf8_valid("", 0));
    assert_true(utf8_valid("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80", 10));
    assert_int_equal(utf8_count("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80", 10), 4);
}

static void steps_land_between_code_points(void **state) {
    (void)state;
    const char *text = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80";
    static const size_t ends[] = {0, 1, 3, 6, 10};
    for (int i = 0; i < 4; i++) {
        assert_int_equal(utf8_after(text, 10, ends[i]), ends[i + 1]);
        assert_int_equal(utf8_before(text, ends[i + 1]), ends[i]);
    }
    assert_int_equal(utf8_before(text, 0), 0);
    assert_int_equal(utf8_after(text, 10, 10), 10);
    assert_int_equal(utf8_clip(text, 10, 9), 6);
    assert_int_equal(utf8_clip(text, 10, 2), 1);
    assert_int_equal(utf8_clip(text, 10, 10), 10);
    assert_int_equal(utf8_clip("\xf0\x9f\x98\x80", 4, 3), 0);
}

static void what_no_text_may_hold(void **state) {
    (void)state;
    static const uint32_t bad[] = {0,      1,      '\t',   '\r',   0x1F,   0x7F,   0x85,   0x200E,
                                   0x202E, 0x2028, 0x2066, 0x2069, 0xFDD0, 0xFFFE, 0x1FFFF};
    static const uint32_t good[] = {'\n', ' ', '<', 0xA0, 0xE9, 0x200D, 0x2019, 0x20AC, 0x1F600};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_true(utf8_forbidden(bad[i]));
    }
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_false(utf8_forbidden(good[i]));
    }
}

static void a_field_takes_what_fits_and_says_so(void **state) {
    (void)state;
    char field[6];
    memset(field, 'x', sizeof field);
    assert_true(text_set(field, sizeof field, "12345"));
    assert_string_equal(field, "12345");
    assert_false(text_set(field, sizeof field, "123456"));
    assert_string_equal(field, "12345");
    assert_false(text_set(field, sizeof field, "1234\xc3\xa9"));
    assert_string_equal(field, "1234");
    assert_true(text_set_n(field, sizeof field, "abcdef", 2));
    assert_memory_equal(field, "ab\0\0\0\0", 6);
    assert_true(text_add(field, sizeof field, "cd"));
    assert_false(text_add(field, sizeof field, "\xe2\x82\xac"));
    assert_string_equal(field, "abcd");
}

static void tidying_folds_space(void **state) {
    (void)state;
    static const char *const cases[][2] = {{"", ""},
                                           {"   ", ""},
                                           {" a ", "a"},
                                           {"a  b\n\tc", "a b c"},
                                           {"\n\nask  a friend \n", "ask a friend"},
                                           {"a", "a"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[40];
        text_set(text, sizeof text, cases[i][0]);
        text_tidy(text);
        assert_string_equal(text, cases[i][1]);
    }
}

static void starts_ends_and_sameness(void **state) {
    (void)state;
    assert_true(text_starts("by the end", "by "));
    assert_false(text_starts("b", "by "));
    assert_true(text_ends("outcomes-001.json", ".json"));
    assert_false(text_ends("json", ".json"));
    assert_true(text_same("Year 4", "YEAR 4"));
    assert_false(text_same("Year 4", "Year 5"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_goes_out_and_comes_back),
        cmocka_unit_test(only_shortest_forms_are_valid),
        cmocka_unit_test(steps_land_between_code_points),
        cmocka_unit_test(what_no_text_may_hold),
        cmocka_unit_test(a_field_takes_what_fits_and_says_so),
        cmocka_unit_test(tidying_folds_space),
        cmocka_unit_test(starts_ends_and_sameness),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
