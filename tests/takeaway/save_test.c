/* Saving to a stick: what is written, in which order, and what is left alone. */
#include "takeaway/saving.h"

#include "takeaway/names.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static void a_first_save_is_number_one(void **state) {
    (void)state;
    int number = 0;
    assert_int_equal(save(&number), OK);
    assert_int_equal(number, 1);
    for (int i = 0; i < FILES; i++) {
        assert_true(whole(1, i));
    }
    assert_int_equal(stick_count(stick, STICK_FOLDER), FILES);
    assert_int_equal(stick_count(stick, ""), 1);
    assert_int_equal(save(&number), OK);
    assert_int_equal(number, 2);
    assert_true(whole(1, 0));
}

/* Only this order loses nothing on Linux's vfat: see the head of save.c. */
static void each_file_is_synced_before_and_after_its_renaming(void **state) {
    (void)state;
    StickCalls calls = bad_calls();
    int number;
    const SaveFile one = {"json", "{}", 2};
    assert_int_equal(takeaway_save(&calls, stick, &one, 1, NULL, NULL, &number), OK);
    const char *at = strstr(fault.trace, "write ");
    assert_non_null(at);
    assert_string_equal(at, "write fsync fsync rename fsync close fsync syncfs openat forget fstat "
                            "read read close close close ");
}

/* The first one also makes the folder (two syncs) and its room (one). */
static void what_a_save_costs(void **state) {
    (void)state;
    int number;
    assert_int_equal(save(&number), OK);
    assert_int_equal(fault.syncs, 3 * FILES + 2 + 3);
    well();
    assert_int_equal(save(&number), OK);
    print_message("three files: %d syncs, %d calls\n", fault.syncs, fault.calls);
    assert_int_equal(fault.syncs, 3 * FILES + 2);
}

static int told[8], told_count;

static void tell(void *user, int done) {
    assert_ptr_equal(user, &told);
    told[told_count++] = done;
}

static void each_file_is_told(void **state) {
    (void)state;
    int number;
    told_count = 0;
    assert_int_equal(takeaway_save(&system_stick_calls, stick, files, FILES, tell, &told, &number),
                     OK);
    assert_int_equal(told_count, FILES);
    for (int i = 0; i < FILES; i++) {
        assert_int_equal(told[i], i + 1);
    }
}

static void no_file_is_ever_replaced_whatever_its_suffix(void **state) {
    (void)state;
    put(STICK_FOLDER "/outcomes-004.txt", "old");
    put(STICK_FOLDER "/OUTCOMES-007.HTM", "old");
    put(STICK_FOLDER "/outcomes-0099.html", "old");
    put(STICK_FOLDER "/shopping.txt", "old");
    int number = 0;
    assert_int_equal(save(&number), OK);
    assert_int_equal(number, 8);
    assert_true(holds(STICK_FOLDER "/outcomes-004.txt", "old"));
    assert_true(holds(STICK_FOLDER "/OUTCOMES-007.HTM", "old"));
    assert_true(holds(STICK_FOLDER "/outcomes-0099.html", "old"));
    assert_true(holds(STICK_FOLDER "/shopping.txt", "old"));
}

static void a_gap_is_used_when_the_highest_is_taken_and_999_is_the_end(void **state) {
    (void)state;
    for (int i = 1; i <= NUMBER_MOST; i++) {
        if (i != 500) {
            char name[64] = STICK_FOLDER "/";
            file_name(i, "html", false, name + strlen(name));
            put(name, "old");
        }
    }
    int number = 0;
    assert_int_equal(save(&number), OK);
    assert_int_equal(number, 500);
    number = 77;
    assert_int_equal(save(&number), ERR_TOO_BIG);
    assert_int_equal(number, 77);
    assert_int_equal(stick_count(stick, STICK_FOLDER), 998 + FILES);
    assert_true(holds(STICK_FOLDER "/outcomes-999.html", "old"));
}

static void torn_temporaries_of_ours_go_and_nothing_else(void **state) {
    (void)state;
    static const char *const others[] = {
        "outcomes-001.tmp",          "outcomes-1.html.tmp", "outcomes-001.HTML.tmp",
        "outcomes-001.html.tmp.bak", "letter.tmp",          "outcomes-001.ht ml.tmp"};
    put(STICK_FOLDER "/outcomes-003.html.tmp", "torn");
    put(STICK_FOLDER "/outcomes-001.json.tmp", "torn");
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        char name[64];
        snprintf(name, sizeof name, STICK_FOLDER "/%s", others[i]);
        put(name, "old");
    }
    int number = 0;
    assert_int_equal(save(&number), OK);
    assert_int_equal(number, 2);
    assert_false(there(STICK_FOLDER "/outcomes-003.html.tmp"));
    assert_false(there(STICK_FOLDER "/outcomes-001.json.tmp"));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        char name[64];
        snprintf(name, sizeof name, STICK_FOLDER "/%s", others[i]);
        assert_true(holds(name, "old"));
    }
}

/* Pulled while it was renamed: one file of FAT under two names, with one room. */
static void a_temporary_beside_its_own_file_stays(void **state) {
    (void)state;
    put(STICK_FOLDER "/outcomes-003.html", "whole");
    put(STICK_FOLDER "/outcomes-003.html.tmp", "whole");
    put(STICK_FOLDER "/outcomes-003.json.tmp", "torn");
    int number = 0;
    assert_int_equal(save(&number), OK);
    assert_int_equal(number, 4);
    assert_true(holds(STICK_FOLDER "/outcomes-003.html", "whole"));
    assert_true(there(STICK_FOLDER "/outcomes-003.html.tmp"));
    assert_false(there(STICK_FOLDER "/outcomes-003.json.tmp"));
}

/* On FAT in this order: names, then that they are gone, then the room that they had. */
static void what_is_cleared_up_keeps_its_room_until_its_name_is_gone(void **state) {
    (void)state;
    put(STICK_FOLDER "/outcomes-001.html", "old");
    put(STICK_FOLDER "/outcomes-003.json.tmp", "torn");
    int number;
    assert_int_equal(save(&number), OK);
    const char *at = strstr(fault.trace, "openat unlinkat "),
               *write = strstr(fault.trace, "write ");
    assert_true(at && write && at < write);
    const char *sync = strstr(at, "fsync "), *let_go = strstr(at, "close ");
    assert_true(sync < let_go && let_go < write);
}

/* A folder that was pulled before it had its room gets it now; one that holds files grows no more
 * than it must. */
static void a_folder_gets_room_while_it_is_empty(void **state) {
    (void)state;
    put(STICK_FOLDER "/outcomes-001.room.tmp", "");
    int number;
    assert_int_equal(save(&number), OK);
    int calls = fault.calls;
    well();
    assert_int_equal(save(&number), OK);
    assert_true(calls > fault.calls + 100);
    assert_int_equal(stick_count(stick, STICK_FOLDER), 2 * FILES);
}

static void a_temporary_that_cannot_go_costs_only_its_number(void **state) {
    (void)state;
    char full[STICK_PATH_SIZE + 64];
    put(STICK_FOLDER "/note", "");
    snprintf(full, sizeof full, "%s/" STICK_FOLDER "/outcomes-001.docx.tmp", stick);
    assert_int_equal(mkdir(full, 0700), 0);
    int number = 0;
    assert_int_equal(save(&number), OK);
    assert_int_equal(number, 2);
    assert_false(there(STICK_FOLDER "/outcomes-001.html"));
}

static void a_file_of_our_folders_name_is_left_alone(void **state) {
    (void)state;
    char elsewhere[STICK_PATH_SIZE], full[STICK_PATH_SIZE + 64];
    put(STICK_FOLDER, "mine");
    int number = 77;
    assert_int_equal(save(&number), ERR_NOT_OURS);
    assert_true(holds(STICK_FOLDER, "mine"));
    assert_int_equal(number, 77);

    snprintf(full, sizeof full, "%s/" STICK_FOLDER, stick);
    unlink(full);
    stick_make(elsewhere);
    assert_int_equal(symlink(elsewhere, full), 0);
    assert_int_equal(save(&number), ERR_NOT_OURS);
    assert_int_equal(stick_count(elsewhere, ""), 0);
    stick_remove(elsewhere);
}

static void a_link_in_place_of_the_stick_is_not_followed(void **state) {
    (void)state;
    char elsewhere[STICK_PATH_SIZE], full[STICK_PATH_SIZE + 64];
    stick_make(elsewhere);
    snprintf(full, sizeof full, "%s/link", stick);
    assert_int_equal(symlink(elsewhere, full), 0);
    int number;
    assert_int_equal(save_to(full, &number), ERR_GONE);
    assert_int_equal(stick_count(elsewhere, ""), 0);
    stick_remove(elsewhere);
}

static void room_is_asked_for_first(void **state) {
    (void)state;
    int number;
    fault.room = 4 * (BIG + 777 + 17) - 1;
    assert_int_equal(save(&number), ERR_FULL);
    assert_int_equal(stick_count(stick, ""), 0);
    fault.room++;
    assert_int_equal(save(&number), OK);
}

static void a_locked_stick_is_said_to_be_locked(void **state) {
    (void)state;
    int number;
    fault.flags = ST_RDONLY;
    assert_int_equal(save(&number), ERR_READ_ONLY);
    assert_int_equal(stick_count(stick, ""), 0);
}

/* Linux makes what it can no longer write to read-only: a pulled stick too. */
static void a_stick_that_left_is_not_said_to_be_locked(void **state) {
    (void)state;
    int number;
    fault.flags = ST_RDONLY;
    fault.gone = true;
    assert_int_equal(save(&number), ERR_GONE);
}

static void no_stick_is_gone(void **state) {
    (void)state;
    int number = 77;
    assert_int_equal(save_to("/tmp/no-such-stick", &number), ERR_GONE);
    assert_int_equal(number, 77);
}

static Err compare(const char *path, int number) {
    StickCalls calls = bad_calls();
    return takeaway_compare(&calls, path, number, files, FILES);
}

static void what_was_saved_can_be_compared_later(void **state) {
    (void)state;
    int number;
    assert_int_equal(save(&number), OK);
    assert_int_equal(compare(stick, number), OK);
    assert_int_equal(compare(stick, number + 1), ERR_IO);
    assert_int_equal(compare("/tmp/no-such-stick", number), ERR_GONE);
    well();
    assert_int_equal(compare(stick, number), OK);
    int calls = fault.calls;
    for (int at = 1; at <= calls - 2; at++) { /* the last two close the folders */
        well();
        fault.fail_at = at;
        fault.number = EIO;
        Err err = compare(stick, number);
        assert_true(err != OK || strcmp(fault.what, "forget") == 0);
    }
    well();
    stick_put(stick, STICK_FOLDER "/outcomes-001.docx", big, 776);
    assert_int_equal(compare(stick, number), ERR_IO);
    big[5] ^= 1;
    stick_put(stick, STICK_FOLDER "/outcomes-001.docx", big, 777);
    big[5] ^= 1;
    assert_int_equal(compare(stick, number), ERR_IO);
}

/* After a save that failed: no temporary or final file that is not whole, old ones untouched. */

int main(void) {
    const struct CMUnitTest tests[] = {
        on_stick(a_first_save_is_number_one),
        on_stick(each_file_is_synced_before_and_after_its_renaming),
        on_stick(what_a_save_costs),
        on_stick(each_file_is_told),
        on_stick(no_file_is_ever_replaced_whatever_its_suffix),
        on_stick(a_gap_is_used_when_the_highest_is_taken_and_999_is_the_end),
        on_stick(torn_temporaries_of_ours_go_and_nothing_else),
        on_stick(a_temporary_beside_its_own_file_stays),
        on_stick(what_is_cleared_up_keeps_its_room_until_its_name_is_gone),
        on_stick(a_folder_gets_room_while_it_is_empty),
        on_stick(a_temporary_that_cannot_go_costs_only_its_number),
        on_stick(a_file_of_our_folders_name_is_left_alone),
        on_stick(a_link_in_place_of_the_stick_is_not_followed),
        on_stick(room_is_asked_for_first),
        on_stick(a_locked_stick_is_said_to_be_locked),
        on_stick(a_stick_that_left_is_not_said_to_be_locked),
        on_stick(no_stick_is_gone),
        on_stick(what_was_saved_can_be_compared_later),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
