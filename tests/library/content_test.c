/* The content that we ship: it loads, and validation has nothing to say. */
#include "library/library.h"
#include "unit.h"

#include <stdio.h>

static void it_loads(void **state) {
    (void)state;
    Buf problems = {0};
    Library *library = NULL;
    Err err = library_load("content", "en", &problems, &library);
    fputs(buf_string(&problems), stderr);
    assert_int_equal(err, OK);
    library_free(library);
    buf_done(&problems);
}

static void validation_finds_nothing(void **state) {
    (void)state;
    Buf problems = {0};
    int count = library_validate("content", &problems);
    fputs(buf_string(&problems), stderr);
    assert_int_equal(count, 0);
    buf_done(&problems);
}

static void there_is_enough(void **state) {
    (void)state;
    Buf lacks = {0}, problems = {0};
    Library *library = NULL;
    assert_int_equal(library_load("content", "en", &problems, &library), OK);
    int count = library_coverage(library, &lacks);
    fputs(buf_string(&lacks), stderr);
    assert_int_equal(count, 0);
    library_free(library);
    buf_done(&lacks);
    buf_done(&problems);
}

/* The letters layer as it is drawn: ten columns, every letter once. */
static void the_keyboard_is_whole(void **state) {
    (void)state;
    Buf problems = {0};
    Library *library = NULL;
    assert_int_equal(library_load("content", "en", &problems, &library), OK);
    const KeyLayer *letters = library_layer(library, "letters");
    int seen['z' + 1] = {0}, done = 0, space = 0;
    for (int row = 0; row < letters->row_count; row++) {
        for (int i = 0; i < letters->rows[row].count; i++) {
            const Key *key = &letters->rows[row].keys[i];
            unsigned char first = (unsigned char)key->value[0];
            if (key->kind == KEY_TEXT && first >= 'a' && first <= 'z') {
                seen[first]++;
            }
            done += key->kind == KEY_DONE;
            space += key->kind == KEY_SPACE;
        }
    }
    for (int letter = 'a'; letter <= 'z'; letter++) {
        assert_int_equal(seen[letter], 1);
    }
    assert_int_equal(done, 1);
    assert_int_equal(space, 1);
    assert_non_null(library_layer(library, "numbers"));
    library_free(library);
    buf_done(&problems);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_loads),
        cmocka_unit_test(validation_finds_nothing),
        cmocka_unit_test(there_is_enough),
        cmocka_unit_test(the_keyboard_is_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
