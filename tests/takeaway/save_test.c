/* Saving to a stick: what is said to be safe is safe, whatever fails and whenever.
 *
 * The table of calls is wrapped: each call can be made to fail once, or from there on, or to lie;
 * a trace of the calls shows the order. */
#include "unit.h"

#include "takeaway/bad_calls.h"
#include "takeaway/names.h"
#include "takeaway/save.h"
#include "takeaway/stick_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { BIG = 40000, FILES = 3 };

static char big[BIG];
static const SaveFile files[FILES] = {
    {"html", big, BIG}, {"docx", big, 777}, {"json", "{\"complete\":true}", 17}};

static Err save(const char *path, int *number) {
    StickCalls calls = bad_calls();
    return takeaway_save(&calls, path, files, FILES, NULL, NULL, number);
}

static bool whole(const char *path, int number, int file) {
    char name[64] = STICK_FOLDER "/";
    file_name(number, files[file].suffix, false, name + strlen(name));
    return stick_holds(path, name, files[file].bytes, files[file].len);
}

static bool there(const char *path, const char *name) {
    char full[STICK_PATH_SIZE + 64];
    snprintf(full, sizeof full, "%s/%s", path, name);
    return access(full, F_OK) == 0;
}

static int fill(void **state) {
    (void)state;
    for (int i = 0; i < BIG; i++) {
        big[i] = (char)(i * 31 + i / 251);
    }
    fault.fail_at = 0;
    return 0;
}

static int reset(void **state) {
    (void)state;
    memset(&fault, 0, sizeof fault);
    return 0;
}

static void a_first_save_is_number_one(void **state) {
    (void)state;
    char path[STICK_PATH_SIZE];
    stick_make(path);
    int number = 0;
    assert_int_equal(save(path, &number), OK);
    assert_int_equal(number, 1);
    for (int i = 0; i < FILES; i++) {
        assert_true(whole(path, 1, i));
    }
    assert_int_equal(stick_count(path, STICK_FOLDER), FILES);
    assert_int_equal(stick_count(path, ""), 1);
    assert_int_equal(save(path, &number), OK);
    assert_int_equal(number, 2);
    assert_true(whole(path, 1, 0));
    stick_remove(path);
}

/* Only this order loses nothing on Linux's vfat: see the head of save.c. */
static void each_file_is_synced_before_and_after_its_renaming(void **state) {
    (void)state;
    char path[STICK_PATH_SIZE];
    stick_make(path);
    StickCalls calls = bad_calls();
    int number;
    const SaveFile one = {"json", "{}", 2};
    assert_int_equal(takeaway_save(&calls, path, &one, 1, NULL, NULL, &number), OK);
    const char *at = strstr(fault.trace, "write ");
    assert_non_null(at);
    assert_string_equal(at, "write fsync fsync rename fsync close fsync syncfs openat forget fstat "
                            "read read close close close ");
    stick_remove(path);
}

static void what_a_save_costs(void **state) {
    (void)state;
    char path[STICK_PATH_SIZE];
    stick_make(path);
    int number;
    assert_int_equal(save(path, &number), OK);
    reset(NULL);
    assert_int_equal(save(path, &number), OK);
    print_message("three files: %d syncs, %d calls\n", fault.syncs, fault.calls);
    assert_int_equal(fault.syncs, 3 * FILES + 2);
    stick_remove(path);
}

static int told[8], told_count;

static void tell(void *user, int done) {
    assert_ptr_equal(user, &told);
    told[told_count++] = done;
}

static void each_file_is_told(void **state) {
    (void)state;
    char path[STICK_PATH_SIZE];
    stick_make(path);
    int number;
    told_count = 0;
    assert_int_equal(takeaway_save(&system_stick_calls, path, files, FILES, tell, &told, &number),
                     OK);
    assert_int_equal(told_count, FILES);
    for (int i = 0; i < FILES; i++) {
        assert_int_equal(told[i], i + 1);
    }
    stick_remove(path);
}

static void no_file_is_ever_replaced_whatever_its_suffix(void **state) {
    (void)state;
    char path[STICK_PATH_SIZE];
    stick_make(path);
    stick_put(path, STICK_FOLDER "/outcomes-004.txt", "old", 3);
    stick_put(path, STICK_FOLDER "/OUTCOMES-007.HTM", "old", 3);
    stick_put(path, STICK_FOLDER "/outcomes-0099.html", "old", 3);
    stick_put(path, STICK_FOLDER "/shopping.txt", "old", 3);
    int number = 0;
    assert_int_equal(save(path, &number), OK);
    assert_int_equal(number, 8);
    assert_true(stick_holds(path, STICK_FOLDER "/outcomes-004.txt", "old", 3));
    assert_true(stick_holds(path, STICK_FOLDER "/OUTCOMES-007.HTM", "old", 3));
    assert_true(stick_holds(path, STICK_FOLDER "/outcomes-0099.html", "old", 3));
    assert_true(stick_holds(path, STICK_FOLDER "/shopping.txt", "old", 3));
    stick_remove(path);
}

static void a_gap_is_used_when_the_highest_is_taken_and_999_is_the_end(void **state) {
    (void)state;
    char path[STICK_PATH_SIZE];
    stick_make(path);
    for (int i = 1; i <= NUMBER_MOST; i++) {
        if (i != 500) {
            char name[64] = STICK_FOLDER "/";
            file_name(i, "html", false, name + strlen(name));
            stick_put(path, name, "old", 3);
        }
    }
    int number = 0;
    assert_int_equal(save(path, &number), OK);
    assert_int_equal(number, 500);
    number = 77;
    assert_int_equal(save(path, &number), ERR_TOO_BIG);
    assert_int_equal(number, 77);
    assert_int_equal(stick_count(path, STICK_FOLDER), 998 + FILES);
    assert_true(stick_holds(path, STICK_FOLDER "/outcomes-999.html", "old", 3));
    stick_remove(path);
}

static void torn_temporaries_of_ours_go_and_nothing_else(void **state) {
    (void)state;
    char path[STICK_PATH_SIZE];
    stick_make(path);
    static const char *const others[] = {
        "outcomes-001.tmp",          "outcomes-1.html.tmp", "outcomes-001.HTML.tmp",
        "outcomes-001.html.tmp.bak", "letter.tmp",          "outcomes-001.ht ml.tmp"};
    stick_put(path, STICK_FOLDER "/outcomes-003.html.tmp", "torn", 4);
    stick_put(path, STICK_FOLDER "/outcomes-001.json.tmp", "torn", 4);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        char name[64];
        snprintf(name, sizeof name, STICK_FOLDER "/%s", others[i]);
        stick_put(path, name, "old", 3);
    }
    int number = 0;
    assert_int_equal(save(path, &number), OK);
    assert_int_equal(number, 2);
    assert_false(there(path, STICK_FOLDER "/outcomes-003.html.tmp"));
    assert_false(there(path, STICK_FOLDER "/outcomes-001.json.tmp"));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        char name[64];
        snprintf(name, sizeof name, STICK_FOLDER "/%s", others[i]);
        assert_true(stick_holds(path, name, "old", 3));
    }
    stick_remove(path);
}

/* Pulled while it was renamed: one file of FAT under two names, with one room. */
static void a_temporary_beside_its_own_file_stays(void **state) {
    (void)state;
    char path[STICK_PATH_SIZE];
    stick_make(path);
    stick_put(path, STICK_FOLDER "/outcomes-003.html", "whole", 5);
    stick_put(path, STICK_FOLDER "/outcomes-003.html.tmp", "whole", 5);
    stick_put(path, STICK_FOLDER "/outcomes-003.json.tmp", "torn", 4);
    int number = 0;
    assert_int_equal(save(path, &number), OK);
    assert_int_equal(number, 4);
    assert_true(stick_holds(path, STICK_FOLDER "/outcomes-003.html", "whole", 5));
    assert_true(there(path, STICK_FOLDER "/outcomes-003.html.tmp"));
    assert_false(there(path, STICK_FOLDER "/outcomes-003.json.tmp"));
    stick_remove(path);
}

/* On FAT in this order: names, then that they are gone, then the room that they had. */
static void what_is_cleared_up_keeps_its_room_until_its_name_is_gone(void **state) {
    (void)state;
    char path[STICK_PATH_SIZE];
    stick_make(path);
    stick_put(path, STICK_FOLDER "/outcomes-001.html", "old", 3);
    stick_put(path, STICK_FOLDER "/outcomes-003.json.tmp", "torn", 4);
    int number;
    assert_int_equal(save(path, &number), OK);
    const char *at = strstr(fault.trace, "openat unlinkat "),
               *write = strstr(fault.trace, "write ");
    assert_true(at && write && at < write);
    const char *sync = strstr(at, "fsync "), *let_go = strstr(at, "close ");
    assert_true(sync < let_go && let_go < write);
    stick_remove(path);
}

/* A folder that was pulled before it had its room gets it now; one that holds files grows no more
 * than it must. */
static void a_folder_gets_room_while_it_is_empty(void **state) {
    (void)state;
    char path[STICK_PATH_SIZE];
    stick_make(path);
    stick_put(path, STICK_FOLDER "/outcomes-001.room.tmp", "", 0);
    int number;
    assert_int_equal(save(path, &number), OK);
    int calls = fault.calls;
    reset(NULL);
    assert_int_equal(save(path, &number), OK);
    assert_true(calls > fault.calls + 100);
    assert_int_equal(stick_count(path, STICK_FOLDER), 2 * FILES);
    stick_remove(path);
}

static void a_temporary_that_cannot_go_costs_only_its_number(void **state) {
    (void)state;
    char path[STICK_PATH_SIZE], full[STICK_PATH_SIZE + 64];
    stick_make(path);
    stick_put(path, STICK_FOLDER "/note", "", 0);
    snprintf(full, sizeof full, "%s/" STICK_FOLDER "/outcomes-001.docx.tmp", path);
    assert_int_equal(mkdir(full, 0700), 0);
    int number = 0;
    assert_int_equal(save(path, &number), OK);
    assert_int_equal(number, 2);
    assert_false(there(path, STICK_FOLDER "/outcomes-001.html"));
    stick_remove(path);
}

static void a_file_of_our_folders_name_is_left_alone(void **state) {
    (void)state;
    char path[STICK_PATH_SIZE], elsewhere[STICK_PATH_SIZE], full[STICK_PATH_SIZE + 64];
    stick_make(path);
    stick_put(path, STICK_FOLDER, "mine", 4);
    int number = 77;
    assert_int_equal(save(path, &number), ERR_NOT_OURS);
    assert_true(stick_holds(path, STICK_FOLDER, "mine", 4));
    assert_int_equal(number, 77);

    snprintf(full, sizeof full, "%s/" STICK_FOLDER, path);
    unlink(full);
    stick_make(elsewhere);
    assert_int_equal(symlink(elsewhere, full), 0);
    assert_int_equal(save(path, &number), ERR_NOT_OURS);
    assert_int_equal(stick_count(elsewhere, ""), 0);
    stick_remove(elsewhere);
    stick_remove(path);
}

static void a_link_in_place_of_the_stick_is_not_followed(void **state) {
    (void)state;
    char path[STICK_PATH_SIZE], elsewhere[STICK_PATH_SIZE], full[STICK_PATH_SIZE + 64];
    stick_make(path);
    stick_make(elsewhere);
    snprintf(full, sizeof full, "%s/link", path);
    assert_int_equal(symlink(elsewhere, full), 0);
    int number;
    assert_int_equal(save(full, &number), ERR_GONE);
    assert_int_equal(stick_count(elsewhere, ""), 0);
    stick_remove(elsewhere);
    stick_remove(path);
}

static void room_is_asked_for_first(void **state) {
    (void)state;
    char path[STICK_PATH_SIZE];
    stick_make(path);
    int number;
    fault.room = 4 * (BIG + 777 + 17) - 1;
    assert_int_equal(save(path, &number), ERR_FULL);
    assert_int_equal(stick_count(path, ""), 0);
    fault.room++;
    assert_int_equal(save(path, &number), OK);
    stick_remove(path);
}

static void a_locked_stick_is_said_to_be_locked(void **state) {
    (void)state;
    char path[STICK_PATH_SIZE];
    stick_make(path);
    int number;
    fault.flags = ST_RDONLY;
    assert_int_equal(save(path, &number), ERR_READ_ONLY);
    assert_int_equal(stick_count(path, ""), 0);
    stick_remove(path);
}

/* Linux makes what it can no longer write to read-only: a pulled stick too. */
static void a_stick_that_left_is_not_said_to_be_locked(void **state) {
    (void)state;
    char path[STICK_PATH_SIZE];
    stick_make(path);
    int number;
    fault.flags = ST_RDONLY;
    fault.gone = true;
    assert_int_equal(save(path, &number), ERR_GONE);
    stick_remove(path);
}

static void no_stick_is_gone(void **state) {
    (void)state;
    int number = 77;
    assert_int_equal(save("/tmp/no-such-stick", &number), ERR_GONE);
    assert_int_equal(number, 77);
}

static void a_stick_that_lies_is_found_out(void **state) {
    (void)state;
    char path[STICK_PATH_SIZE];
    stick_make(path);
    int number = 77;
    fault.forgetful = true;
    assert_int_equal(save(path, &number), ERR_IO);
    fault.forgetful = false;
    fault.flips = true;
    assert_int_equal(save(path, &number), ERR_IO);
    assert_int_equal(number, 77);
    assert_int_equal(stick_count(path, STICK_FOLDER), 0);
    stick_remove(path);
}

static Err compare(const char *path, int number) {
    StickCalls calls = bad_calls();
    return takeaway_compare(&calls, path, number, files, FILES);
}

static void what_was_saved_can_be_compared_later(void **state) {
    (void)state;
    char path[STICK_PATH_SIZE];
    stick_make(path);
    int number;
    assert_int_equal(save(path, &number), OK);
    assert_int_equal(compare(path, number), OK);
    assert_int_equal(compare(path, number + 1), ERR_IO);
    assert_int_equal(compare("/tmp/no-such-stick", number), ERR_GONE);
    reset(NULL);
    assert_int_equal(compare(path, number), OK);
    int calls = fault.calls;
    for (int at = 1; at <= calls - 2; at++) { /* the last two close the folders */
        reset(NULL);
        fault.fail_at = at;
        fault.number = EIO;
        Err err = compare(path, number);
        assert_true(err != OK || strcmp(fault.what, "forget") == 0);
    }
    reset(NULL);
    stick_put(path, STICK_FOLDER "/outcomes-001.docx", big, 776);
    assert_int_equal(compare(path, number), ERR_IO);
    big[5] ^= 1;
    stick_put(path, STICK_FOLDER "/outcomes-001.docx", big, 777);
    big[5] ^= 1;
    assert_int_equal(compare(path, number), ERR_IO);
    stick_remove(path);
}

/* After a save that failed: no temporary or final file that is not whole, old ones untouched. */
static void look_at_what_is_left(const char *path, bool cleaned) {
    assert_true(stick_holds(path, STICK_FOLDER "/outcomes-001.html", "old page", 8));
    assert_true(stick_holds(path, STICK_FOLDER "/outcomes-001.json", "old draft", 9));
    assert_true(stick_holds(path, "homework.txt", "mine", 4));
    for (int i = 0; i < FILES; i++) {
        char name[64] = STICK_FOLDER "/";
        file_name(2, files[i].suffix, false, name + strlen(name));
        if (there(path, name)) {
            assert_true(whole(path, 2, i));
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
    char path[STICK_PATH_SIZE];
    stick_make(path);
    stick_put(path, STICK_FOLDER "/outcomes-001.html", "old page", 8);
    stick_put(path, STICK_FOLDER "/outcomes-001.json", "old draft", 9);
    stick_put(path, STICK_FOLDER "/outcomes-009.json.tmp", "torn", 4);
    stick_put(path, "homework.txt", "mine", 4);
    reset(NULL);
    fault.fail_at = at;
    fault.number = number;
    fault.from_there_on = from_there_on;
    fault.half = half;
    fault.gone_then = gone;
    int saved = 77, open_before = open_files();
    Err err = save(path, &saved);
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
            assert_true(whole(path, 2, i));
        }
        *ok += failed;
    } else {
        assert_true(failed);
        assert_int_equal(saved, 77);
        if (gone) {
            assert_int_equal(err, ERR_GONE);
        }
        look_at_what_is_left(path, !from_there_on);
        /* The same stick, well again: the next try ends well and clears up. */
        reset(NULL);
        assert_int_equal(save(path, &saved), OK);
        for (int i = 0; i < FILES; i++) {
            assert_true(whole(path, saved, i));
        }
        look_at_what_is_left(path, false);
        assert_false(there(path, STICK_FOLDER "/outcomes-009.json.tmp"));
        assert_false(there(path, STICK_FOLDER "/outcomes-002.json.tmp"));
    }
    stick_remove(path);
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
        char path[STICK_PATH_SIZE];
        stick_make(path);
        reset(NULL);
        int number;
        assert_int_equal(save(path, &number), OK);
        int calls_to_write = 0;
        for (const char *at = fault.trace; strncmp(at, "write", 5) != 0; at = strchr(at, ' ') + 1) {
            calls_to_write++;
        }
        stick_remove(path);
        stick_make(path);
        reset(NULL);
        fault.fail_at = calls_to_write + 1;
        fault.number = cases[i].number;
        assert_int_equal(save(path, &number), cases[i].err);
        stick_remove(path);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_first_save_is_number_one, reset),
        cmocka_unit_test_setup(each_file_is_synced_before_and_after_its_renaming, reset),
        cmocka_unit_test_setup(what_a_save_costs, reset),
        cmocka_unit_test_setup(each_file_is_told, reset),
        cmocka_unit_test_setup(no_file_is_ever_replaced_whatever_its_suffix, reset),
        cmocka_unit_test_setup(a_gap_is_used_when_the_highest_is_taken_and_999_is_the_end, reset),
        cmocka_unit_test_setup(torn_temporaries_of_ours_go_and_nothing_else, reset),
        cmocka_unit_test_setup(a_temporary_beside_its_own_file_stays, reset),
        cmocka_unit_test_setup(what_is_cleared_up_keeps_its_room_until_its_name_is_gone, reset),
        cmocka_unit_test_setup(a_folder_gets_room_while_it_is_empty, reset),
        cmocka_unit_test_setup(a_temporary_that_cannot_go_costs_only_its_number, reset),
        cmocka_unit_test_setup(a_file_of_our_folders_name_is_left_alone, reset),
        cmocka_unit_test_setup(a_link_in_place_of_the_stick_is_not_followed, reset),
        cmocka_unit_test_setup(room_is_asked_for_first, reset),
        cmocka_unit_test_setup(a_locked_stick_is_said_to_be_locked, reset),
        cmocka_unit_test_setup(a_stick_that_left_is_not_said_to_be_locked, reset),
        cmocka_unit_test_setup(no_stick_is_gone, reset),
        cmocka_unit_test_setup(a_stick_that_lies_is_found_out, reset),
        cmocka_unit_test_setup(what_was_saved_can_be_compared_later, reset),
        cmocka_unit_test_setup(each_call_failing_never_gives_a_false_saved, reset),
        cmocka_unit_test_setup(what_a_failure_means_is_told_apart, reset),
    };
    return cmocka_run_group_tests(tests, fill, NULL);
}
