/* A data partition that is really full in the middle of a visit: a small file system of its own is
 * mounted where the drafts lie, and filled to its last byte. Left out, and said so, where this
 * process may not mount one. */
#include "base/text.h"
#include "hands.h"
#include "screens/screens.h"
#include "unit.h"

#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SAVES = 320 /* more than the WAL has room for */ };

static Machine machine;
static Kiosk *kiosk;
static App *app;

static bool write_line(const char *path, const char *line) {
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    bool done = fd >= 0 && write(fd, line, strlen(line)) == (ssize_t)strlen(line);
    if (fd >= 0) {
        close(fd);
    }
    return done;
}

/* Whoever we are, we are root in there. */
static bool name_space_of_our_own(void) {
    char user[64], group[64];
    snprintf(user, sizeof user, "0 %d 1", (int)getuid());
    snprintf(group, sizeof group, "0 %d 1", (int)getgid());
    return unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 &&
           write_line("/proc/self/setgroups", "deny") && write_line("/proc/self/uid_map", user) &&
           write_line("/proc/self/gid_map", group);
}

/* Mounts that nobody else sees. */
static bool mounts_of_our_own(void) {
    return (unshare(CLONE_NEWNS) == 0 || name_space_of_our_own()) &&
           mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}

static int set_up(void **state) {
    (void)state;
    machine_make(&machine);
    kiosk = calloc(1, sizeof *kiosk);
    assert_non_null(kiosk);
    assert_int_equal(mkdir(machine.data, 0700), 0);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    free(kiosk);
    umount(machine.data);
    machine_remove(&machine);
    return 0;
}

static void start(void) {
    machine_start(&machine, kiosk);
    app = kiosk->app;
}

static void stop(void) {
    machine.now_ms = app->clock.now_ms;
    machine_stop(kiosk);
}

static void path_of(const char *name, char out[PLACE_SIZE + 32]) {
    snprintf(out, PLACE_SIZE + 32, "%s/%s", machine.data, name);
}

/* Until not one byte more goes in; returns how many did. */
static long fill_up(void) {
    static const char bytes[1 << 12] = "x";
    char path[PLACE_SIZE + 32];
    path_of("somebody-elses", path);
    int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    assert_true(fd >= 0);
    long total = 0;
    for (size_t piece = sizeof bytes; piece > 0; piece /= 2) {
        for (ssize_t len; (len = write(fd, bytes, piece)) > 0;) {
            total += len;
        }
    }
    close(fd);
    return total;
}

static bool there(const char *name) {
    char path[PLACE_SIZE + 32];
    path_of(name, path);
    return access(path, F_OK) == 0;
}

static void change(int n) {
    char words[64];
    snprintf(words, sizeof words, "wave %d times", n);
    draft_set_words(&app->draft, 0, PART_WHAT, words);
    app_settle(app);
    app_save(app);
}

static void keep_now(void) {
    sample_fill(app);
    app_go(app, &screen_keep, 0);
    kiosk_settle(kiosk);
    hands_tap(kiosk, "Keep it here");
}

static void take_home(void) {
    char stick[PLACE_SIZE + 64];
    snprintf(stick, sizeof stick, "%s/BLUE", machine.root);
    assert_int_equal(mkdir(stick, 0700), 0);
    text_set(app->stick.id, sizeof app->stick.id, "BLUE");
    app->stick.task = TASK_SAVE;
    app_start(app, JOB_SAVE);
    kiosk_settle(kiosk);
    assert_int_equal(app->stick.err, OK);
    assert_true(app->stick.done);
    snprintf(stick, sizeof stick, "%s/BLUE/TALKING-POINTS/outcomes-001.json", machine.root);
    assert_int_equal(access(stick, R_OK), 0);
}

static void a_full_partition_loses_nothing_that_is_open(void **state) {
    (void)state;
    char code[CODE_SIZE];
    if (mount("none", machine.data, "tmpfs", 0, "size=12m") != 0) {
        print_message("    LEFT OUT: this process may not mount a file system\n");
        skip();
    }
    start();
    hands_keep(kiosk, "wave to a friend", code);
    assert_true(fill_up() > 1 << 20);
    assert_true(there("reserve"));
    for (int n = 1; n <= SAVES; n++) {
        change(n);
        assert_int_equal(app->save_err, OK);
    }
    assert_false(there("reserve")); /* it was needed, and it was enough */
    assert_null(app_notice(app));
    fill_up(); /* and what the reserve gave */
    take_home();
    app_finish(app, 0);
    keep_now();
    assert_false(app->kept);
    hands_see(kiosk, library_string(app->library, "keep.full"));
    app_finish(app, 0);
    stop();
    start(); /* full at the start too */
    hands_give(kiosk, code);
    assert_true(app->kept);
    assert_string_equal(app->draft.outcomes[0].words[PART_WHAT], "wave 320 times");
    char path[PLACE_SIZE + 32];
    path_of("somebody-elses", path);
    assert_int_equal(unlink(path), 0); /* room again */
    change(SAVES + 1);
    assert_int_equal(app->save_err, OK);
    app_finish(app, 0);
    assert_true(there("reserve"));
    keep_now();
    assert_true(app->kept);
    stop();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_full_partition_loses_nothing_that_is_open, set_up,
                                        tear_down),
    };
    if (!mounts_of_our_own()) {
        print_message("LEFT OUT: this process may have no mounts of its own\n");
        enum { LEFT_OUT = 77 };
        return LEFT_OUT;
    }
    return cmocka_run_group_tests_name("program/keep_full", tests, NULL, NULL);
}
