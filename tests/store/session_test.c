/* The visit's key in memory-backed storage. */
#include "store/session.h"
#include "support/shelf.h"

#include <linux/magic.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

static bool memory_backed(void) {
    struct statfs about;
    return statfs(folder, &about) == 0 && about.f_type == TMPFS_MAGIC;
}

static Session of_key(int n) {
    return (Session){.key = scene_key(n), .touched_ms = 1234567890123, .kept = true};
}

static void a_key_comes_back_until_it_is_dropped(void **state) {
    (void)state;
    if (!memory_backed()) {
        skip();
    }
    Session session = of_key(4), taken = {0};
    assert_false(session_left(folder));
    assert_int_equal(session_take(folder, &taken), ERR_NOT_FOUND);
    assert_int_equal(session_save(folder, &session), OK);
    assert_true(session_left(folder));
    assert_int_equal(session_take(folder, &taken), OK);
    assert_memory_equal(&session.key, &taken.key, sizeof taken.key);
    assert_int_equal(taken.touched_ms, session.touched_ms);
    assert_true(taken.kept && !taken.covered);
    struct stat about;
    char path[SCENE_PATH];
    scene_path(folder, "visit", path);
    assert_int_equal(stat(path, &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    assert_int_equal(session_drop(folder), OK);
    assert_int_equal(session_drop(folder), OK);
    assert_false(scene_exists(folder, "visit"));
    assert_false(session_left(folder));
    assert_int_equal(session_take(folder, &taken), ERR_NOT_FOUND);
}

static void dropping_overwrites_the_bytes_first(void **state) {
    (void)state;
    if (!memory_backed()) {
        skip();
    }
    Session session = of_key(4);
    char path[SCENE_PATH], twin[SCENE_PATH];
    assert_int_equal(session_save(folder, &session), OK);
    scene_path(folder, "visit", path);
    scene_path(folder, "twin", twin);
    assert_int_equal(link(path, twin), 0); /* what anyone who still holds the file would see */
    assert_int_equal(session_drop(folder), OK);
    unsigned char bytes[128], nothing[128] = {0};
    size_t len = scene_read(folder, "twin", bytes, sizeof bytes);
    assert_true(len >= sizeof session.key);
    assert_memory_equal(bytes, nothing, len);
}

static void a_draft_that_crashes_returns_three_times(void **state) {
    (void)state;
    if (!memory_backed()) {
        skip();
    }
    Session session = of_key(4), taken;
    assert_int_equal(session_save(folder, &session), OK);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(session_take(folder, &taken), OK);
    }
    assert_int_equal(session_take(folder, &taken), ERR_NOT_FOUND);
    assert_false(scene_exists(folder, "visit"));
    assert_int_equal(session_save(folder, &session), OK);
    assert_int_equal(session_take(folder, &taken), OK);
    assert_int_equal(session_save(folder, &session), OK); /* all is well: counted anew */
    for (int i = 0; i < 3; i++) {
        assert_int_equal(session_take(folder, &taken), OK);
    }
}

static void a_changed_byte_opens_nothing(void **state) {
    (void)state;
    if (!memory_backed()) {
        skip();
    }
    Session session = of_key(4), before = of_key(9), taken = before;
    unsigned char bytes[128];
    assert_int_equal(session_save(folder, &session), OK);
    size_t len = scene_read(folder, "visit", bytes, sizeof bytes);
    for (size_t i = 0; i < len; i++) {
        bytes[i] ^= 0x40;
        scene_write(folder, "visit", bytes, len);
        bytes[i] ^= 0x40;
        assert_int_equal(session_take(folder, &taken), ERR_DAMAGED);
        assert_false(scene_exists(folder, "visit"));
    }
    scene_write(folder, "visit", bytes, len - 1);
    assert_int_equal(session_take(folder, &taken), ERR_DAMAGED);
    assert_memory_equal(&before, &taken, sizeof taken);
}

static void a_draft_that_is_not_kept_is_held_sealed(void **state) {
    (void)state;
    if (!memory_backed()) {
        skip();
    }
    Session session = of_key(4);
    Draft *draft = calloc(1, sizeof *draft), *back = calloc(1, sizeof *back);
    assert_true(draft && back);
    assert_int_equal(session_held(folder, &session.key, back), ERR_NOT_FOUND);
    assert_int_equal(session_save(folder, &session), OK);
    for (int n = 0; n < 3; n++) {
        scene_draft(draft, n, n == 1 ? 9000 : 60); /* longer, and short again */
        assert_int_equal(session_hold(folder, &session.key, draft), OK);
        assert_int_equal(session_held(folder, &session.key, back), OK);
        assert_int_equal(scene_draft_number(back), n);
    }
    unsigned char bytes[20000];
    size_t len = scene_read(folder, "draft", bytes, sizeof bytes);
    assert_true(len > 4096);
    assert_null(memmem(bytes, len, "outcome", 7)); /* no word of its JSON */
    DraftKey other = scene_key(5);
    assert_int_equal(session_held(folder, &other, back), ERR_DAMAGED);
    bytes[len / 2] ^= 1;
    scene_write(folder, "draft", bytes, len);
    assert_int_equal(session_held(folder, &session.key, back), ERR_DAMAGED);
    scene_write(folder, "draft", bytes, 5);
    assert_int_equal(session_held(folder, &session.key, back), ERR_DAMAGED);
    scene_write(folder, "draft.new", bytes, len); /* killed in the middle of writing */
    assert_int_equal(session_drop(folder), OK);
    assert_false(scene_exists(folder, "draft") || scene_exists(folder, "draft.new"));
    free(draft);
    free(back);
}

static void a_link_is_not_followed(void **state) {
    (void)state;
    if (!memory_backed()) {
        skip();
    }
    Session session = of_key(4);
    char path[SCENE_PATH], target[SCENE_PATH];
    scene_write(folder, "target", "x", 1);
    scene_path(folder, "target", target);
    scene_path(folder, "visit", path);
    assert_int_equal(symlink(target, path), 0);
    assert_int_not_equal(session_save(folder, &session), OK);
    assert_int_equal(scene_size(folder, "target"), 1);
}

static void a_key_is_never_put_on_a_disk(void **state) {
    (void)state;
    struct statfs about;
    assert_int_equal(statfs(".", &about), 0); /* the source folder */
    if (about.f_type == TMPFS_MAGIC || about.f_type == RAMFS_MAGIC) {
        skip();
    }
    Session session = of_key(4);
    static Draft draft;
    scene_draft(&draft, 1, 60);
    assert_int_equal(session_save(".", &session), ERR_NOT_OURS);
    assert_int_equal(session_hold(".", &session.key, &draft), ERR_NOT_OURS);
    assert_int_not_equal(access("draft", F_OK), 0);
    assert_int_not_equal(access("visit", F_OK), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_SHELF(a_key_comes_back_until_it_is_dropped),
        ON_SHELF(dropping_overwrites_the_bytes_first),
        ON_SHELF(a_draft_that_crashes_returns_three_times),
        ON_SHELF(a_changed_byte_opens_nothing),
        ON_SHELF(a_draft_that_is_not_kept_is_held_sealed),
        ON_SHELF(a_link_is_not_followed),
        ON_SHELF(a_key_is_never_put_on_a_disk),
    };
    return key_start() == OK ? cmocka_run_group_tests_name("store/session", tests, NULL, NULL) : 1;
}
