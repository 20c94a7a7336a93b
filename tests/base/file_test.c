/* Whole files: replacing, limits, what is no regular file; and errno as things to act on. */
#include "unit.h"

#include "base/file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/file-test-XXXXXX";

static const char *in_folder(const char *name) {
    static char path[200];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static int make(void **state) {
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int clear(void **state) {
    (void)state;
    static const char *const names[] = {"a", "a.new", "fifo", "deep/er/yet", "deep/er", "deep"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        remove(in_folder(names[i]));
    }
    return rmdir(folder);
}

static void a_file_is_replaced_whole(void **state) {
    (void)state;
    Buf out = {0};
    assert_int_equal(file_write(in_folder("a"), "first words", 11), OK);
    assert_int_equal(file_write(in_folder("a"), "then", 4), OK);
    assert_int_equal(file_read(in_folder("a"), 4, &out), OK);
    assert_string_equal(buf_string(&out), "then");
    assert_int_equal(access(in_folder("a.new"), F_OK), -1);
    struct stat about;
    assert_int_equal(stat(in_folder("a"), &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    buf_done(&out);
}

static void too_big_leaves_the_buffer_as_it_was(void **state) {
    (void)state;
    Buf out = {0};
    buf_text(&out, "before ");
    assert_int_equal(file_write(in_folder("a"), "12345", 5), OK);
    assert_int_equal(file_read(in_folder("a"), 4, &out), ERR_TOO_BIG);
    assert_string_equal(buf_string(&out), "before ");
    assert_int_equal(file_read(in_folder("a"), 5, &out), OK);
    assert_string_equal(buf_string(&out), "before 12345");
    buf_done(&out);
}

static void what_is_no_file_is_said(void **state) {
    (void)state;
    Buf out = {0};
    assert_int_equal(file_read(in_folder("missing"), 10, &out), ERR_NOT_FOUND);
    assert_int_equal(file_read(folder, 10, &out), ERR_NOT_OURS);
    assert_int_equal(mkfifo(in_folder("fifo"), 0600), 0);
    assert_int_equal(file_read(in_folder("fifo"), 10, &out), ERR_NOT_OURS);
    assert_int_equal(file_write(in_folder("no/such/place"), "x", 1), ERR_NOT_FOUND);
    buf_done(&out);
}

static void folders_are_made_with_their_parents(void **state) {
    (void)state;
    assert_int_equal(file_make_folder(in_folder("deep/er/yet")), OK);
    assert_true(file_is_folder(in_folder("deep/er/yet")));
    assert_int_equal(file_make_folder(in_folder("deep/er/yet")), OK);
    assert_int_equal(file_write(in_folder("a"), "x", 1), OK);
    assert_int_equal(file_make_folder(in_folder("a")), ERR_NOT_OURS);
    assert_false(file_is_folder(in_folder("a")));
}

static void errno_becomes_something_to_act_on(void **state) {
    (void)state;
    static const struct {
        int number;
        Err err;
    } cases[] = {{0, OK},
                 {ENOENT, ERR_NOT_FOUND},
                 {EACCES, ERR_NO_ACCESS},
                 {EROFS, ERR_READ_ONLY},
                 {ENOSPC, ERR_FULL},
                 {ENODEV, ERR_GONE},
                 {EFBIG, ERR_TOO_BIG},
                 {EBUSY, ERR_BUSY},
                 {EIO, ERR_IO},
                 {EINVAL, ERR_IO}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(err_from_errno(cases[i].number), cases[i].err);
    }
    for (int err = 0; err < ERR_COUNT; err++) {
        assert_true(err_name((Err)err)[0]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_replaced_whole),
        cmocka_unit_test(too_big_leaves_the_buffer_as_it_was),
        cmocka_unit_test(what_is_no_file_is_said),
        cmocka_unit_test(folders_are_made_with_their_parents),
        cmocka_unit_test(errno_becomes_something_to_act_on),
    };
    return cmocka_run_group_tests(tests, make, clear);
}
