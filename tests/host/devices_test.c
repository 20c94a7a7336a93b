/* Being woken by input devices: pipes in a folder of our own stand in for the kernel's. */
#include "unit.h"

#include "host/devices.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

typedef struct Fake {
    char folder[32];
    Devices *devices;
} Fake;

enum { PATH_SIZE = 64 };

static void path_of(const Fake *fake, const char *name, char path[PATH_SIZE]) {
    snprintf(path, PATH_SIZE, "%s/%s", fake->folder, name);
}

/* A device, opened for writing as the kernel would. */
static int plug(const Fake *fake, const char *name) {
    char path[PATH_SIZE];
    path_of(fake, name, path);
    assert_int_equal(mkfifo(path, 0600), 0);
    int fd = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC);
    assert_true(fd >= 0);
    return fd;
}

static void unplug(const Fake *fake, const char *name, int fd) {
    char path[PATH_SIZE];
    path_of(fake, name, path);
    unlink(path);
    close(fd);
}

static int open_fake(void **state) {
    Fake *fake = calloc(1, sizeof *fake);
    snprintf(fake->folder, sizeof fake->folder, "/tmp/devices-test-XXXXXX");
    if (mkdtemp(fake->folder) == NULL) {
        return 1;
    }
    *state = fake;
    return 0;
}

static int close_fake(void **state) {
    Fake *fake = *state;
    devices_close(fake->devices);
    rmdir(fake->folder);
    free(fake);
    return 0;
}

/* What a sleep would find now, without sleeping; how many descriptors it sleeps on. */
static DevicesNews look(Devices *devices, int *ready, int *slept_on) {
    struct pollfd fds[DEVICES_FDS];
    *slept_on = devices_poll_list(devices, fds);
    *ready = poll(fds, (nfds_t)*slept_on, 0);
    return devices_drain(devices, fds);
}

static void a_device_that_speaks_wakes_once(void **state) {
    Fake *fake = *state;
    int fd = plug(fake, "event0"), ready = 0, count = 0;
    fake->devices = devices_open(fake->folder);
    look(fake->devices, &ready, &count);
    assert_int_equal(ready, 0);
    assert_int_equal(count, 2); /* the device and the folder */
    assert_int_equal(write(fd, "typed", 5), 5);
    assert_true(look(fake->devices, &ready, &count).spoke);
    assert_int_equal(ready, 1);
    assert_false(look(fake->devices, &ready, &count).spoke);
    assert_int_equal(ready, 0);
    unplug(fake, "event0", fd);
}

static void a_new_device_is_heard(void **state) {
    Fake *fake = *state;
    int ready = 0, count = 0;
    fake->devices = devices_open(fake->folder);
    int fd = plug(fake, "event7");
    assert_true(look(fake->devices, &ready, &count).plugged);
    assert_int_equal(write(fd, "typed", 5), 5);
    DevicesNews news = look(fake->devices, &ready, &count);
    assert_true(news.spoke);
    assert_false(news.plugged);
    unplug(fake, "event7", fd);
}

static void a_device_that_goes_is_let_go(void **state) {
    Fake *fake = *state;
    int fd = plug(fake, "event0"), ready = 0, count = 0;
    fake->devices = devices_open(fake->folder);
    unplug(fake, "event0", fd);
    assert_true(look(fake->devices, &ready, &count).gone);
    look(fake->devices, &ready, &count);
    assert_int_equal(ready, 0); /* or it would wake us for ever */
    assert_int_equal(count, 1);
}

static void other_files_are_left_alone(void **state) {
    Fake *fake = *state;
    int mouse = plug(fake, "mouse0"), ready = 0, count = 0;
    fake->devices = devices_open(fake->folder);
    look(fake->devices, &ready, &count);
    assert_int_equal(count, 1);
    unplug(fake, "mouse0", mouse);
}

static void more_devices_than_places_do_no_harm(void **state) {
    Fake *fake = *state;
    enum { MANY = DEVICES_MOST + 5 };
    int fds[MANY], ready = 0, count = 0;
    char name[16];
    for (int i = 0; i < MANY; i++) {
        snprintf(name, sizeof name, "event%d", i);
        fds[i] = plug(fake, name);
    }
    fake->devices = devices_open(fake->folder);
    look(fake->devices, &ready, &count);
    assert_int_equal(count, DEVICES_FDS);
    for (int i = 0; i < MANY; i++) {
        snprintf(name, sizeof name, "event%d", i);
        unplug(fake, name, fds[i]);
    }
}

static void devices_that_may_not_be_read_are_told(void **state) {
    Fake *fake = *state;
    char path[PATH_SIZE];
    path_of(fake, "event0", path);
    assert_int_equal(symlink("event0", path), 0); /* nobody can open it, not even root */
    fake->devices = devices_open(fake->folder);
    assert_true(devices_refused(fake->devices));
    devices_close(fake->devices);
    int fd = plug(fake, "event1");
    fake->devices = devices_open(fake->folder);
    assert_false(devices_refused(fake->devices)); /* one is enough */
    unlink(path);
    unplug(fake, "event1", fd);
}

/* A device that the machine's rules keep from everybody is no reason not to start. */
static void devices_for_nobody_are_not_missed(void **state) {
    Fake *fake = *state;
    struct sockaddr_un closed = {.sun_family = AF_UNIX};
    snprintf(closed.sun_path, sizeof closed.sun_path, "%s/event0", fake->folder);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(fd, (const struct sockaddr *)&closed, sizeof closed),
                     0); /* never opens */
    fake->devices = devices_open(fake->folder);
    assert_true(devices_refused(fake->devices));
    devices_close(fake->devices);
    assert_int_equal(chmod(closed.sun_path, 0), 0);
    fake->devices = devices_open(fake->folder);
    assert_false(devices_refused(fake->devices));
    unplug(fake, "event0", fd);
}

static void no_folder_is_no_device(void **state) {
    Fake *fake = *state;
    fake->devices = devices_open("/no/such/folder");
    int ready = 0, count = 0;
    DevicesNews news = look(fake->devices, &ready, &count);
    assert_false(news.spoke || news.plugged);
    assert_false(devices_refused(fake->devices)); /* a touch screen may still be plugged in */
}

#define FAKE_TEST(function) cmocka_unit_test_setup_teardown(function, open_fake, close_fake)

int main(void) {
    const struct CMUnitTest tests[] = {
        FAKE_TEST(a_device_that_speaks_wakes_once),
        FAKE_TEST(a_new_device_is_heard),
        FAKE_TEST(a_device_that_goes_is_let_go),
        FAKE_TEST(other_files_are_left_alone),
        FAKE_TEST(more_devices_than_places_do_no_harm),
        FAKE_TEST(no_folder_is_no_device),
        FAKE_TEST(devices_that_may_not_be_read_are_told),
        FAKE_TEST(devices_for_nobody_are_not_missed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
