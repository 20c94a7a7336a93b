/* What is found on a stick, and what a stick that means harm can do: nothing, and soon. */
#include "unit.h"

#include "outcome/drafts.h"
#include "takeaway/as_json.h"
#include "takeaway/names.h"
#include "takeaway/save.h"
#include "takeaway/stick_folder.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

static char stick[STICK_PATH_SIZE];
static Draft given, back;
static Found found[FOUND_MOST];

static int make(void **state) {
    (void)state;
    stick_make(stick);
    drafts_maya(&given);
    draft_init(&back);
    return 0;
}

static int clear(void **state) {
    (void)state;
    stick_remove(stick);
    return 0;
}

static void put_draft(int number, int year, int month) {
    Buf file = {0};
    char name[64] = STICK_FOLDER "/";
    write_json(&given, NULL, (Date){year, month, 1, year != 0}, &file);
    file_name(number, "json", false, name + strlen(name));
    stick_put(stick, name, file.bytes, file.len);
    buf_done(&file);
}

/* The full path of a name in our folder; one at a time. */
static const char *ours(const char *name) {
    static char path[STICK_PATH_SIZE * 2];
    snprintf(path, sizeof path, "%s/" STICK_FOLDER "/%s", stick, name);
    return path;
}

static void drafts_are_listed_newest_first(void **state) {
    (void)state;
    put_draft(1, 2026, 9);
    put_draft(12, 0, 0);
    put_draft(3, 2026, 11);
    assert_int_equal(takeaway_list(stick, found), 3);
    assert_int_equal(found[0].number, 12);
    assert_int_equal(found[0].year, 0);
    assert_int_equal(found[1].number, 3);
    assert_int_equal(found[1].month, 11);
    assert_int_equal(found[1].year, 2026);
    assert_int_equal(found[2].number, 1);
    assert_int_equal(found[2].outcomes, 2);
    assert_int_equal(takeaway_open(stick, 3, &back), OK);
    assert_true(drafts_same(&given, &back));
}

static void nothing_is_found_where_nothing_is(void **state) {
    (void)state;
    assert_int_equal(takeaway_list(stick, found), 0);
    assert_int_equal(takeaway_list("/tmp/no-such-stick", found), 0);
    assert_int_equal(takeaway_open(stick, 1, &back), ERR_NOT_FOUND);
    assert_int_equal(takeaway_open(stick, 0, &back), ERR_NOT_FOUND);
    assert_int_equal(takeaway_open(stick, 1000, &back), ERR_NOT_FOUND);
    stick_put(stick, STICK_FOLDER, "a file", 6);
    assert_int_equal(takeaway_list(stick, found), 0);
    assert_true(draft_empty(&back));
}

static void only_whole_files_of_our_name_are_listed(void **state) {
    (void)state;
    put_draft(5, 2026, 11);
    stick_put(stick, STICK_FOLDER "/outcomes-006.json", "{\"format\":", 10);
    stick_put(stick, STICK_FOLDER "/outcomes-007.json", "", 0);
    stick_put(stick, STICK_FOLDER "/outcomes-008.json.tmp", "{}", 2);
    stick_put(stick, STICK_FOLDER "/OUTCOMES-009.JSON", "{}", 2);
    stick_put(stick, STICK_FOLDER "/outcomes-010.html", "<p>", 3);
    stick_put(stick, "outcomes-011.json", "{}", 2);
    assert_int_equal(takeaway_list(stick, found), 1);
    assert_int_equal(found[0].number, 5);
    assert_int_equal(takeaway_open(stick, 6, &back), ERR_DAMAGED);
}

static void fifty_are_shown_at_most(void **state) {
    (void)state;
    for (int number = 1; number <= FOUND_MOST + 10; number++) {
        put_draft(number, 2026, 11);
    }
    assert_int_equal(takeaway_list(stick, found), FOUND_MOST);
    assert_int_equal(found[0].number, FOUND_MOST + 10);
}

static void links_are_not_followed(void **state) {
    (void)state;
    char secret[STICK_PATH_SIZE], path[STICK_PATH_SIZE * 2];
    put_draft(1, 2026, 11);
    stick_make(secret);
    snprintf(path, sizeof path, "%s/draft", secret);
    assert_int_equal(rename(ours("outcomes-001.json"), path), 0);
    assert_int_equal(symlink(path, ours("outcomes-001.json")), 0);
    assert_int_equal(link(path, ours("outcomes-002.json")), 0);
    assert_int_equal(symlink("outcomes-003.json", ours("outcomes-003.json")), 0);
    assert_int_equal(takeaway_list(stick, found), 0);
    for (int number = 1; number <= 3; number++) {
        assert_int_equal(takeaway_open(stick, number, &back), ERR_NOT_FOUND);
    }
    stick_remove(secret);
}

static void a_folder_that_is_a_link_is_not_entered(void **state) {
    (void)state;
    char elsewhere[STICK_PATH_SIZE], path[STICK_PATH_SIZE * 2];
    put_draft(1, 2026, 11);
    snprintf(elsewhere, sizeof elsewhere, "%.400s-moved", stick);
    snprintf(path, sizeof path, "%s/" STICK_FOLDER, stick);
    assert_int_equal(rename(path, elsewhere), 0);
    assert_int_equal(symlink(elsewhere, path), 0);
    assert_int_equal(takeaway_list(stick, found), 0);
    assert_int_not_equal(takeaway_open(stick, 1, &back), OK);
    stick_remove(elsewhere);
}

static void pipes_devices_and_folders_are_passed_by(void **state) {
    (void)state;
    put_draft(5, 2026, 11);
    assert_int_equal(mkfifo(ours("outcomes-006.json"), 0600), 0);
    assert_int_equal(mkdir(ours("outcomes-007.json"), 0700), 0);
    enum { MAJOR = 1, ZERO = 5 };
    if (mknod(ours("outcomes-008.json"), S_IFCHR | 0600, makedev(MAJOR, ZERO)) != 0) {
        print_message("no right to make a device here: left out\n");
    }
    assert_int_equal(takeaway_list(stick, found), 1);
    for (int number = 6; number <= 8; number++) {
        assert_int_equal(takeaway_open(stick, number, &back), ERR_NOT_FOUND);
    }
}

static void a_draft_is_found_among_ten_thousand_files(void **state) {
    (void)state;
    enum { MANY = 10 * 1000 };
    put_draft(5, 2026, 11);
    for (int i = 0; i < MANY; i++) {
        char name[64];
        snprintf(name, sizeof name, "holiday-%05d.jpg", i);
        int fd = open(ours(name), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        assert_true(fd >= 0);
        close(fd);
    }
    assert_int_equal(takeaway_list(stick, found), 1);
    assert_int_equal(takeaway_open(stick, 5, &back), OK);
}

static void deep_folders_are_not_entered(void **state) {
    (void)state;
    put_draft(5, 2026, 11);
    int at = open(ours("."), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (int depth = 0; depth < 100; depth++) {
        assert_int_equal(mkdirat(at, "outcomes-006.json", 0700), 0);
        int next = openat(at, "outcomes-006.json", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        close(at);
        at = next;
    }
    close(at);
    assert_int_equal(takeaway_list(stick, found), 1);
}

static void a_huge_file_with_holes_is_not_read(void **state) {
    (void)state;
    put_draft(5, 2026, 11);
    put_draft(6, 2026, 11);
    const off_t four_gib = (off_t)4 * 1024 * 1024 * 1024;
    assert_int_equal(truncate(ours("outcomes-006.json"), four_gib), 0);
    assert_int_equal(takeaway_list(stick, found), 1);
    assert_int_equal(takeaway_open(stick, 6, &back), ERR_TOO_BIG);
}

static void put_refused(int first, int last, size_t len) {
    Buf costly = {0};
    buf_char(&costly, '[');
    while (costly.len < len) {
        buf_text(&costly, "\"\\u0041\",");
    }
    for (int number = first; number <= last; number++) {
        char name[64] = STICK_FOLDER "/";
        file_name(number, "json", false, name + strlen(name));
        stick_put(stick, name, costly.bytes, len);
    }
    buf_done(&costly);
}

/* Nobody waits for a thousand files that turn out to be none of ours; and how many are read hangs
 * on no clock, or a busy machine would find less. */
static void a_hundred_files_are_read_at_most(void **state) {
    (void)state;
    enum { READS = 100 };
    put_draft(1, 2026, 11);
    put_refused(2, READS, 4000);
    assert_int_equal(takeaway_list(stick, found), 1);
    put_refused(READS + 1, READS + 1, 4000);
    assert_int_equal(takeaway_list(stick, found), 0);
    put_refused(READS + 2, NUMBER_MOST, 4000);
    assert_int_equal(takeaway_list(stick, found), 0);
    assert_int_equal(takeaway_open(stick, 1, &back), OK); /* asked for by number it is there */
}

static void eight_mebibytes_are_read_at_most(void **state) {
    (void)state;
    enum { LARGEST = 8 * 1024 * 1024 / TAKEAWAY_MOST };
    put_draft(1, 2026, 11);
    put_refused(2, LARGEST, TAKEAWAY_MOST);
    assert_int_equal(takeaway_list(stick, found), 1);
    put_refused(LARGEST + 1, LARGEST + 1, TAKEAWAY_MOST);
    assert_int_equal(takeaway_list(stick, found), 0);
}

static void strange_names_are_passed_by(void **state) {
    (void)state;
    put_draft(5, 2026, 11);
    char emoji[256] = "";
    while (strlen(emoji) + 4 < sizeof emoji) {
        strcat(emoji, "\xf0\x9f\x98\x80");
    }
    static const char *const names[] = {
        "outcomes-.json",     "outcomes-00a.json",   "outcomes-1000.json",
        "outcomes-000.json",  "outcomes-006.json ",  "outcomes-006.json\n",
        "outcomes-\xff.json", "..outcomes-006.json", "outcomes-006.json.."};
    stick_put(stick, STICK_FOLDER "/x", "", 0);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        int fd = open(ours(names[i]), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        assert_true(fd >= 0);
        close(fd);
    }
    int fd = open(ours(emoji), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (fd >= 0) {
        close(fd);
    }
    assert_int_equal(takeaway_list(stick, found), 1);
}

#define STICK_TEST(name) cmocka_unit_test_setup_teardown(name, make, clear)

int main(void) {
    const struct CMUnitTest tests[] = {
        STICK_TEST(drafts_are_listed_newest_first),
        STICK_TEST(nothing_is_found_where_nothing_is),
        STICK_TEST(only_whole_files_of_our_name_are_listed),
        STICK_TEST(fifty_are_shown_at_most),
        STICK_TEST(links_are_not_followed),
        STICK_TEST(a_folder_that_is_a_link_is_not_entered),
        STICK_TEST(pipes_devices_and_folders_are_passed_by),
        STICK_TEST(a_draft_is_found_among_ten_thousand_files),
        STICK_TEST(deep_folders_are_not_entered),
        STICK_TEST(a_huge_file_with_holes_is_not_read),
        STICK_TEST(a_hundred_files_are_read_at_most),
        STICK_TEST(eight_mebibytes_are_read_at_most),
        STICK_TEST(strange_names_are_passed_by),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
