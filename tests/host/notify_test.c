/* What the service manager hears, on a socket that stands in for its own. */
#include "unit.h"

#include "host/notify.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { HEARD = 64, ALLOWED_MS = 60000, SLEEP_MS = 40000, REST_MS = 10000 };

typedef struct Manager {
    int socket;
    struct sockaddr_un address;
} Manager;

static int open_manager(void **state) {
    static Manager manager;
    manager = (Manager){.socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0),
                        .address = {.sun_family = AF_UNIX}};
    snprintf(manager.address.sun_path, sizeof manager.address.sun_path, "/tmp/tp-notify-%d",
             (int)getpid());
    unlink(manager.address.sun_path);
    if (bind(manager.socket, (const struct sockaddr *)&manager.address, sizeof manager.address)) {
        return 1;
    }
    char allowed[HEARD];
    snprintf(allowed, sizeof allowed, "%d000", ALLOWED_MS);
    setenv("NOTIFY_SOCKET", manager.address.sun_path, 1);
    setenv("WATCHDOG_USEC", allowed, 1);
    unsetenv("WATCHDOG_PID");
    *state = &manager;
    return 0;
}

static int close_manager(void **state) {
    Manager *manager = *state;
    close(manager->socket);
    unlink(manager->address.sun_path);
    unsetenv("NOTIFY_SOCKET");
    unsetenv("WATCHDOG_USEC");
    return 0;
}

/* The next thing said, or "". */
static const char *heard(const Manager *manager) {
    static char said[HEARD];
    ssize_t len = recv(manager->socket, said, sizeof said - 1, 0);
    said[len > 0 ? len : 0] = '\0';
    return said;
}

static void ready_is_told_once_and_after_a_frame(void **state) {
    Notify notify = notify_begin();
    assert_string_equal(heard(*state), "");
    notify_turn(&notify, 5);
    assert_string_equal(heard(*state), "READY=1");
    notify_turn(&notify, 6);
    assert_string_equal(heard(*state), "");
}

static void a_loop_that_sleeps_is_woken_in_time(void **state) {
    Notify notify = notify_begin();
    notify_turn(&notify, 5);
    heard(*state);
    assert_int_equal(notify_until(&notify, -1), 5 + SLEEP_MS);
    assert_int_equal(notify_until(&notify, 700), 700);
    assert_int_equal(notify_until(&notify, 5 + ALLOWED_MS), 5 + SLEEP_MS);
    notify_turn(&notify, 5 + SLEEP_MS);
    assert_string_equal(heard(*state), "WATCHDOG=1");
    assert_int_equal(notify_until(&notify, -1), 5 + SLEEP_MS + SLEEP_MS);
}

/* And so the half minute after a last touch is quiet. */
static void a_loop_that_is_touched_tells_seldom(void **state) {
    Notify notify = notify_begin();
    notify_turn(&notify, 0);
    heard(*state);
    int told = 0;
    for (int64_t now = 1; now <= SLEEP_MS; now += 100) {
        notify_turn(&notify, now);
        told += heard(*state)[0] != '\0';
        assert_true(notify_until(&notify, -1) - now >= SLEEP_MS - REST_MS);
    }
    assert_int_equal(told, SLEEP_MS / REST_MS - 1);
}

static void without_a_manager_nothing_wakes_the_loop(void **state) {
    unsetenv("WATCHDOG_USEC");
    Notify notify = notify_begin();
    notify_turn(&notify, 5);
    assert_string_equal(heard(*state), "READY=1"); /* one that does not count, but waits for this */
    notify_turn(&notify, 5 + ALLOWED_MS);
    assert_string_equal(heard(*state), "");
    assert_int_equal(notify_until(&notify, -1), -1);
    assert_int_equal(notify_until(&notify, 700), 700);
    unsetenv("NOTIFY_SOCKET");
    notify = notify_begin();
    notify_turn(&notify, 5);
    assert_string_equal(heard(*state), "");
}

/* The manager counts for the program it started, not for one that this starts. */
static void a_watch_for_another_process_is_not_ours(void **state) {
    (void)state;
    char other[HEARD];
    snprintf(other, sizeof other, "%d", (int)getppid());
    setenv("WATCHDOG_PID", other, 1);
    Notify notify = notify_begin();
    unsetenv("WATCHDOG_PID");
    assert_int_equal(notify_until(&notify, -1), -1);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, open_manager, close_manager)

int main(void) {
    const struct CMUnitTest tests[] = {
        EACH(ready_is_told_once_and_after_a_frame),
        EACH(a_loop_that_sleeps_is_woken_in_time),
        EACH(a_loop_that_is_touched_tells_seldom),
        EACH(without_a_manager_nothing_wakes_the_loop),
        EACH(a_watch_for_another_process_is_not_ours),
    };
    return cmocka_run_group_tests_name("host/notify", tests, NULL, NULL);
}
