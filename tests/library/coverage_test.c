/* Coverage: what the small folder lacks is counted and named. */
#include "library/folder.h"
#include "library/library.h"
#include "unit.h"

static void lacks_are_named_and_counted(void **state) {
    (void)state;
    enum { PAIRS = (AREA_COUNT - 1) * STAGE_COUNT };
    Buf problems = {0}, lacks = {0};
    Library *library = NULL;
    assert_int_equal(library_load("tests/library/tiny", "en", &problems, &library), OK);
    assert_int_equal(library_coverage(library, &lacks), PAIRS + 2);
    const char *said = buf_string(&lacks);
    /* Two of that stage and one of any; the general ones do not count. */
    assert_non_null(strstr(said, "tests/library/tiny/en/ideas.json:1: 3 ideas of what for talking, "
                                 "primary; 8 are needed\n"));
    assert_non_null(strstr(said, "ideas.json:1: 1 ideas of what for talking, post16; 8 are"));
    assert_non_null(strstr(said, "ideas.json:1: 0 ideas of what for work, early; 8 are"));
    assert_non_null(strstr(said, "practice.json:1: 2 cards; 24 are needed\n"));
    assert_non_null(strstr(said, "examples.json:1: 1 examples of our own; 48 are needed\n"));
    library_free(library);
    buf_done(&lacks);
    buf_done(&problems);
}

/* Eight ideas for one pair: that pair is not named any more. */
static void enough_is_enough(void **state) {
    (void)state;
    Folder folder;
    Buf problems = {0}, lacks = {0};
    Library *library = NULL;
    folder_init(&folder);
    folder_replace(&folder, "en/ideas.json", "\"say hello\"]",
                   "\"b\", \"c\", \"d\", \"e\", \"f\", \"g\"]");
    assert_int_equal(library_load(folder.path, "en", &problems, &library), OK);
    library_coverage(library, &lacks);
    assert_null(strstr(buf_string(&lacks), "talking, primary"));
    assert_non_null(strstr(buf_string(&lacks), "talking, early"));
    library_free(library);
    buf_done(&lacks);
    buf_done(&problems);
    folder_done(&folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lacks_are_named_and_counted),
        cmocka_unit_test(enough_is_enough),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
