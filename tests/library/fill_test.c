/* Placeholders in patterns. */
#include "library/library.h"
#include "unit.h"

static const char *const maya[] = {"name", "Maya", "name’s", "Maya’s", "they", "she", "They",
                                   "She",  "n",    "3",      "empty",  "",     NULL};

static void assert_filled(const char *pattern, const char *expected) {
    Arena arena = {0};
    assert_string_equal(library_filled(&arena, pattern, maya), expected);
    arena_done(&arena);
}

static void keys_become_values(void **state) {
    (void)state;
    assert_filled("", "");
    assert_filled("No key here.", "No key here.");
    assert_filled("{name} will", "Maya will");
    assert_filled("{They} and {they}: {n}{n}", "She and she: 33");
    assert_filled("[{empty}]", "[]");
}

static void both_apostrophes_are_one_key(void **state) {
    (void)state;
    assert_filled("{name’s} hope", "Maya’s hope");
    assert_filled("{name's} hope", "Maya’s hope");
}

static void unknown_keys_stay_to_be_seen(void **state) {
    (void)state;
    assert_filled("{nam} {names} {", "{nam} {names} {");
    assert_filled("{{name}} {name", "{Maya} {name");
}

/* What a parent typed may hold braces: they are hers. */
static void values_are_not_looked_at(void **state) {
    (void)state;
    const char *const pairs[] = {"a", "{b}", "b", "no", NULL};
    Buf out = {0};
    library_fill("{a} {b}", pairs, &out);
    assert_string_equal(buf_string(&out), "{b} no");
    buf_done(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_become_values),
        cmocka_unit_test(both_apostrophes_are_one_key),
        cmocka_unit_test(unknown_keys_stay_to_be_seen),
        cmocka_unit_test(values_are_not_looked_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
