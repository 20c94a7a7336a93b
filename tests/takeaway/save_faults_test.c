/* Saving to a stick: what is said to be safe is safe, whatever fails and whenever. Each call is
 * made to fail once, or from there on, or to lie. */
#include "takeaway/saving.h"

#include "takeaway/names.h"

#include <dirent.h>
#include <errno.h>

static void a_stick_that_lies_is_found_out(void **state) {
    (void)state;
    int number = 77;
    fault.forgetful = true;
    assert_int_equal(save(&number), ERR_IO);
    fault.forgetful = false;
    fault.flips = true;
    assert_int_equal(save(&number), ERR_IO);
    assert_int_equal(number, 77);
    assert_int_equal(stick_count(stick, STICK_FOLDER), 0);
}

static void look_at_what_is_left(bool cleaned) {
    assert_true(holds(STICK_FOLDER "/outcomes-001.html", "old page"));
    assert_true(holds(STICK_FOLDER "/outcomes-001.json", "old draft"));
    assert_true(holds("homework.txt", "mine"));
    for (int i = 0; i < FILES; i++) {
        char name[64] = STICK_FOLDER "/";
        file_name(2, files[i].suffix, false, name + strlen(name));
        if (there(name)) {
            assert_true(whole(2, i));
            assert_false(cleaned);
        }
    }
}

static int open_files(void) {
    int count = 0;
    DIR *listing = opendir("/proc/self/fd");
    assert_non_null(listing);
    while (readdir(listing)) {
        count++;
    }
    closedir(listing);
    return count;
}

static int one_fault(int at, int number, bool from_there_on, bool half, bool gone, int *ok) {
    stick_begin(NULL);
    put(STICK_FOLDER "/outcomes-001.html", "old page");
    put(STICK_FOLDER "/outcomes-001.json", "old draft");
    put(STICK_FOLDER "/outcomes-009.json.tmp", "torn");
    put("homework.txt", "mine");
    fault.fail_at = at;
    fault.number = number;
    fault.from_there_on = from_there_on;
    fault.half = half;
    fault.gone_then = gone;
    int saved = 77, open_before = open_files();
    Err err = save(&saved);
    bool failed = fault.failed;
    assert_int_equal(open_files(), open_before);
    if (err == OK) {
        if (failed && strcmp(fault.what, "unlinkat") != 0 && strcmp(fault.what, "forget") != 0) {
            assert_string_equal(fault.what, "close"); /* of the folders, at the end */
        }
        assert_int_equal(saved, 2);
        if (gone && failed) { /* only when it left behind the last look, as we closed the folders */
            assert_true(at > fault.calls - 2);
        }
        for (int i = 0; i < FILES; i++) {
            assert_true(whole(2, i));
        }
        *ok += failed;
    } else {
        assert_true(failed);
        assert_int_equal(saved, 77);
        if (gone) {
            assert_int_equal(err, ERR_GONE);
        }
        look_at_what_is_left(!from_there_on);
        /* The same stick, well again: the next try ends well and clears up. */
        well();
        assert_int_equal(save(&saved), OK);
        for (int i = 0; i < FILES; i++) {
            assert_true(whole(saved, i));
        }
        look_at_what_is_left(false);
        assert_false(there(STICK_FOLDER "/outcomes-009.json.tmp"));
        assert_false(there(STICK_FOLDER "/outcomes-002.json.tmp"));
    }
    stick_end(NULL);
    return failed;
}

static void each_call_failing_never_gives_a_false_saved(void **state) {
    (void)state;
    static const int numbers[] = {EIO, ENOSPC, ENODEV, EROFS};
    int runs = 0, harmless = 0;
    for (int mode = 0; mode < 4; mode++) {
        for (size_t n = 0; n < sizeof numbers / sizeof *numbers; n++) {
            for (int at = 1;; at++) {
                if (!one_fault(at, numbers[n], mode & 1, true, mode & 2, &harmless)) {
                    break;
                }
                runs++;
            }
        }
    }
    print_message("%d runs with a fault, %d of them harmless (clearing up, dropping caches)\n",
                  runs, harmless);
    assert_true(runs > 500);
}

static void what_a_failure_means_is_told_apart(void **state) {
    (void)state;
    static const struct {
        int number;
        Err err;
    } cases[] = {{EIO, ERR_IO}, {ENOSPC, ERR_FULL}, {ENODEV, ERR_GONE}, {EROFS, ERR_IO}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        stick_begin(NULL);
        int number;
        assert_int_equal(save(&number), OK);
        int calls_to_write = 0;
        for (const char *at = fault.trace; strncmp(at, "write", 5) != 0; at = strchr(at, ' ') + 1) {
            calls_to_write++;
        }
        stick_end(NULL);
        stick_begin(NULL);
        fault.fail_at = calls_to_write + 1;
        fault.number = cases[i].number;
        assert_int_equal(save(&number), cases[i].err);
        stick_end(NULL);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        on_stick(a_stick_that_lies_is_found_out),
        cmocka_unit_test(each_call_failing_never_gives_a_false_saved),
        cmocka_unit_test(what_a_failure_means_is_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
