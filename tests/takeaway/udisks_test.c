/* Real sticks as UDisks2 tells of them, played by a service of our own on a private bus. Waiting is
 * for the watcher's call, never for a time. Left out where there is no dbus-daemon. */
#include "unit.h"

#include "takeaway/fake_udisks.h"
#include "takeaway/sticks.h"
#include "takeaway/udisks_drives.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#define OPTIONS "nosuid,nodev,noexec,noatime,fmask=0177,dmask=0077"

static Sticks *sticks;
static Stick found[STICKS_MOST];

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t told = PTHREAD_COND_INITIALIZER;
static int calls;

static const FakeStick blue = {.name = "Blue", .bus = "usb", .type = "vfat"},
                       red = {.name = "Red", .bus = "usb", .type = "exfat"};

static void notify(void *user) {
    assert_ptr_equal(user, &calls);
    pthread_mutex_lock(&lock);
    calls++;
    pthread_cond_signal(&told);
    pthread_mutex_unlock(&lock);
}

/* Waits until the first of count sticks is in that state. */
static void wait_for(int count, StickState state) {
    pthread_mutex_lock(&lock);
    while (sticks_list(sticks, found) != count || (count > 0 && found[0].state != state)) {
        pthread_cond_wait(&told, &lock);
    }
    pthread_mutex_unlock(&lock);
}

static int start(void **state) {
    (void)state;
    if (!fake_udisks_start()) {
        sticks = NULL;
        return 0;
    }
    return sticks_open_udisks(notify, &calls, &sticks) == OK ? 0 : -1;
}

static int stop(void **state) {
    (void)state;
    sticks_close(sticks);
    fake_udisks_stop();
    return 0;
}

static void need_bus(void) {
    if (!sticks) {
        skip();
    }
}

static void a_stick_is_mounted_as_it_comes_and_gone_as_it_goes(void **state) {
    (void)state;
    need_bus();
    fake_plug(&blue);
    wait_for(1, STICK_READY);
    assert_string_equal(found[0].id, "Blue");
    assert_string_equal(found[0].path, "/run/media/kiosk/Blue");
    fake_pull("Blue");
    wait_for(0, STICK_READY);
}

static void nothing_on_a_stick_can_be_run_or_followed(void **state) {
    (void)state;
    need_bus();
    fake_takes_nosymfollow(true);
    fake_plug(&blue);
    wait_for(1, STICK_READY);
    assert_string_equal(fake_calls().options, OPTIONS ",nosymfollow,flush");
    assert_int_equal(fake_calls().mounts, 1);
    fake_pull("Blue");
    wait_for(0, STICK_READY);
    fake_plug(&red);
    wait_for(1, STICK_READY);
    assert_string_equal(fake_calls().options, OPTIONS ",nosymfollow");
}

static void an_older_udisks_is_asked_for_what_it_takes(void **state) {
    (void)state;
    need_bus();
    fake_plug(&blue);
    wait_for(1, STICK_READY);
    assert_string_equal(fake_calls().options, OPTIONS ",flush");
    assert_int_equal(fake_calls().mounts, 2);
}

static void a_stick_that_was_in_before_is_found(void **state) {
    (void)state;
    need_bus();
    sticks_close(sticks);
    fake_plug(&blue);
    assert_int_equal(sticks_open_udisks(notify, &calls, &sticks), OK);
    wait_for(1, STICK_READY);
}

static void two_sticks_are_two(void **state) {
    (void)state;
    need_bus();
    fake_plug(&blue);
    fake_plug(&red);
    wait_for(2, STICK_READY);
    fake_pull("Blue");
    wait_for(1, STICK_READY);
    assert_string_equal(found[0].id, "Red");
}

static void what_we_cannot_use_is_said(void **state) {
    (void)state;
    need_bus();
    const FakeStick ntfs = {.name = "N", .bus = "usb", .type = "ntfs"};
    const FakeStick raw = {.name = "R", .bus = "usb"};
    const FakeStick damaged = {.name = "D", .bus = "usb", .type = "vfat", .refuses_mount = true};
    const FakeStick *const all[] = {&ntfs, &raw, &damaged};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        fake_plug(all[i]);
        wait_for(1, all[i] == &raw ? STICK_BLANK : STICK_UNUSABLE);
        assert_true(fake_calls().mounts <= 2);
        fake_pull(all[i]->name);
        wait_for(0, STICK_READY);
    }
}

static void a_locked_stick_is_told_apart(void **state) {
    (void)state;
    need_bus();
    const FakeStick locked = {.name = "L", .bus = "usb", .type = "vfat", .read_only = true};
    fake_plug(&locked);
    wait_for(1, STICK_READ_ONLY);
}

static void the_systems_own_disks_are_never_sticks(void **state) {
    (void)state;
    need_bus();
    const FakeStick others[] = {
        {.name = "Card", .bus = "sdio", .type = "vfat"},
        {.name = "Disk", .bus = "", .type = "vfat"},
        {.name = "Own", .bus = "usb", .type = "vfat", .system = true},
        {.name = "Boot", .bus = "usb", .type = "vfat", .mounted = "/boot/firmware"},
        {.name = "Reader", .bus = "usb", .empty = true},
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        fake_plug(&others[i]);
    }
    fake_plug(&blue);
    wait_for(1, STICK_READY);
    assert_string_equal(found[0].id, "Blue");
    assert_int_equal(fake_calls().mounts, 2); /* of the stick: with and without nosymfollow */
    assert_int_equal(sticks_release(sticks, "Boot"), ERR_GONE);
    assert_int_equal(sticks_release(sticks, "Own"), ERR_GONE);
    assert_int_equal(fake_calls().unmounts, 0);
}

static void safe_comes_after_unmounting_and_stays_until_it_is_pulled(void **state) {
    (void)state;
    need_bus();
    fake_plug(&blue);
    wait_for(1, STICK_READY);
    assert_int_equal(sticks_release(sticks, "Blue"), OK);
    assert_int_equal(sticks_list(sticks, found), 1);
    assert_int_equal(found[0].state, STICK_SAFE);
    assert_int_equal(fake_calls().unmounts, 1);
    assert_int_equal(fake_calls().ejects, 1);
    fake_plug(&red); /* makes it look again */
    wait_for(2, STICK_SAFE);
    fake_pull("Blue");
    wait_for(1, STICK_READY);
    fake_plug(&blue);
    wait_for(2, STICK_READY);
}

/* What the check saw, and what it says. */
static char checked[PATH_MAX];
static Err verdict;

static Err check(void *user, const char *path) {
    assert_ptr_equal(user, &verdict);
    snprintf(checked, sizeof checked, "%s", path);
    return verdict;
}

static void before_safe_the_stick_is_read_from_itself(void **state) {
    (void)state;
    need_bus();
    checked[0] = '\0';
    verdict = OK;
    fake_plug(&blue);
    wait_for(1, STICK_READY);
    assert_int_equal(sticks_finish(sticks, "Blue", check, &verdict), OK);
    assert_string_equal(checked, "/run/media/kiosk/Blue");
    assert_string_equal(fake_calls().options, "ro," OPTIONS);
    assert_int_equal(fake_calls().unmounts, 2);
    wait_for(1, STICK_SAFE);
}

static void a_stick_that_fails_the_check_is_not_safe_and_may_be_tried_again(void **state) {
    (void)state;
    need_bus();
    verdict = ERR_IO;
    fake_plug(&blue);
    wait_for(1, STICK_READY);
    assert_int_equal(sticks_finish(sticks, "Blue", check, &verdict), ERR_IO);
    assert_int_equal(fake_calls().ejects, 0);
    enum { MOUNTS = 5 }; /* each but the one to read only is asked for twice: see nosymfollow */
    while (fake_calls().mounts < MOUNTS) {
    }
    wait_for(1, STICK_READY);
    verdict = OK;
    assert_int_equal(sticks_finish(sticks, "Blue", check, &verdict), OK);
    wait_for(1, STICK_SAFE);
}

static void where_it_cannot_be_mounted_again_unmounting_is_enough(void **state) {
    (void)state;
    need_bus();
    FakeStick once = blue;
    once.refuses_read_only = true;
    verdict = ERR_IO;
    fake_plug(&once);
    wait_for(1, STICK_READY);
    assert_int_equal(sticks_finish(sticks, "Blue", check, &verdict), OK);
    wait_for(1, STICK_SAFE);
}

static void a_stick_that_is_in_use_is_not_safe(void **state) {
    (void)state;
    need_bus();
    FakeStick used = blue;
    used.in_use = true;
    fake_plug(&used);
    wait_for(1, STICK_READY);
    assert_int_equal(sticks_release(sticks, "Blue"), ERR_BUSY);
    assert_int_equal(sticks_list(sticks, found), 1);
    assert_int_equal(found[0].state, STICK_READY);
    assert_int_equal(fake_calls().ejects, 0);
}

static void a_stick_that_comes_back_at_once_is_mounted_again(void **state) {
    (void)state;
    need_bus();
    fake_plug(&blue);
    wait_for(1, STICK_READY);
    assert_int_equal(sticks_release(sticks, "Blue"), OK);
    wait_for(1, STICK_SAFE);
    fake_replug(&blue);
    wait_for(1, STICK_READY);
    assert_true(fake_calls().mounts > 0);
}

/* Ejecting takes the medium away a moment before the stick is said to be safe. */
static void a_stick_that_is_being_let_go_stays_in_sight(void **state) {
    (void)state;
    static UdisksObjects objects;
    static UdisksDrives drives;
    char path[UDISKS_PATH];
    objects.drive_count = objects.block_count = 1;
    objects.drives[0] = (UdisksDrive){.path = "/drives/Blue", .usb = true, .media = true};
    objects.blocks[0] = (UdisksBlock){.drive = "/drives/Blue",
                                      .type = "vfat",
                                      .filesystem = true,
                                      .mounted = "/run/media/kiosk/Blue"};
    udisks_drives_keep(&drives, &objects);
    assert_true(udisks_drives_take(&drives, &objects));
    assert_true(udisks_drives_begin_release(&drives, "Blue", path));
    objects.drives[0].media = false;
    assert_false(udisks_drives_take(&drives, &objects));
    assert_int_equal(drives.count, 1);
    assert_int_equal(udisks_drives_end_release(&drives, path, OK), OK);
    assert_int_equal(drives.sticks[0].state, STICK_SAFE);
}

static void a_stick_that_is_not_in_cannot_be_released(void **state) {
    (void)state;
    need_bus();
    assert_int_equal(sticks_release(sticks, "Blue"), ERR_GONE);
    fake_plug(&blue);
    wait_for(1, STICK_READY);
    fake_pull("Blue");
    assert_int_equal(sticks_release(sticks, "Blue"), ERR_GONE);
}

static void a_stick_that_leaves_as_it_is_unmounted_is_gone(void **state) {
    (void)state;
    need_bus();
    FakeStick leaving = blue;
    leaving.leaves = true;
    fake_plug(&leaving);
    wait_for(1, STICK_READY);
    assert_int_equal(sticks_finish(sticks, "Blue", check, &verdict), ERR_GONE);
    wait_for(0, STICK_READY);
}

/* UDisks2 clears away the mount of a pulled stick before it says that the stick has left. */
static void a_stick_that_is_no_longer_mounted_is_not_safe(void **state) {
    (void)state;
    need_bus();
    checked[0] = '\0';
    fake_plug(&blue);
    wait_for(1, STICK_READY);
    fake_unmount("Blue");
    assert_int_equal(sticks_finish(sticks, "Blue", check, &verdict), ERR_GONE);
    assert_string_equal(checked, "");
    assert_int_equal(fake_calls().ejects, 0);
}

static void no_stick_is_shown_while_the_service_is_away(void **state) {
    (void)state;
    need_bus();
    fake_plug(&blue);
    wait_for(1, STICK_READY);
    fake_leave_bus();
    wait_for(0, STICK_READY);
    fake_join_bus();
    wait_for(1, STICK_READY);
}

static void without_a_bus_it_says_so(void **state) {
    (void)state;
    setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/tmp/no-such-bus", 1);
    Sticks *none = NULL;
    assert_int_equal(sticks_open_udisks(notify, &calls, &none), ERR_NOT_FOUND);
    assert_null(none);
}

#define BUS_TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void) {
    const struct CMUnitTest tests[] = {
        BUS_TEST(a_stick_is_mounted_as_it_comes_and_gone_as_it_goes),
        BUS_TEST(nothing_on_a_stick_can_be_run_or_followed),
        BUS_TEST(an_older_udisks_is_asked_for_what_it_takes),
        BUS_TEST(a_stick_that_was_in_before_is_found),
        BUS_TEST(two_sticks_are_two),
        BUS_TEST(what_we_cannot_use_is_said),
        BUS_TEST(a_locked_stick_is_told_apart),
        BUS_TEST(the_systems_own_disks_are_never_sticks),
        BUS_TEST(safe_comes_after_unmounting_and_stays_until_it_is_pulled),
        BUS_TEST(before_safe_the_stick_is_read_from_itself),
        BUS_TEST(a_stick_that_fails_the_check_is_not_safe_and_may_be_tried_again),
        BUS_TEST(where_it_cannot_be_mounted_again_unmounting_is_enough),
        BUS_TEST(a_stick_that_is_in_use_is_not_safe),
        BUS_TEST(a_stick_that_comes_back_at_once_is_mounted_again),
        cmocka_unit_test(a_stick_that_is_being_let_go_stays_in_sight),
        BUS_TEST(a_stick_that_is_not_in_cannot_be_released),
        BUS_TEST(a_stick_that_leaves_as_it_is_unmounted_is_gone),
        BUS_TEST(a_stick_that_is_no_longer_mounted_is_not_safe),
        BUS_TEST(no_stick_is_shown_while_the_service_is_away),
        cmocka_unit_test(without_a_bus_it_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
