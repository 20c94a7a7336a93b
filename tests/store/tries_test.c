/* Waiting after wrong words. */
#include "support/shelf.h"
#include "support/shim.h"

#include <limits.h>

enum { SECOND = 1000, START = 5000 };

static void the_wait_grows_and_has_an_end(void **state) {
    (void)state;
    static const int waits[] = {0, 3, 3, 3, 3, 30, 60, 120, 240, 300, 300, 300};
    for (int fails = 0; fails < (int)(sizeof waits / sizeof waits[0]); fails++) {
        assert_int_equal(store_try_delay(fails), waits[fails]);
    }
    assert_int_equal(store_try_delay(1000000), 300);
    assert_int_equal(store_try_delay(INT_MAX), 300);
    assert_int_equal(store_try_delay(-1), 0);
}

static void words_may_be_tried_again_when_the_wait_is_over(void **state) {
    (void)state;
    Store *store = scene_open(folder);
    assert_int_equal(store_try_wait(store, START), 0);
    assert_int_equal(store_try_failed(store, START), OK);
    assert_int_equal(store_try_wait(store, START), 3);
    assert_int_equal(store_try_wait(store, START + 1), 3);
    assert_int_equal(store_try_wait(store, START + 2 * SECOND), 1);
    assert_int_equal(store_try_wait(store, START + 3 * SECOND), 0);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(store_try_failed(store, START), OK);
    }
    assert_int_equal(store_try_wait(store, START), 30);
    assert_int_equal(store_try_worked(store), OK);
    assert_int_equal(store_try_wait(store, START), 0);
    assert_int_equal(store_try_failed(store, START), OK);
    assert_int_equal(store_try_wait(store, START), 3); /* counted anew */
    store_close(store);
}

static void pulling_the_plug_does_not_help(void **state) {
    (void)state;
    Store *store = scene_open(folder);
    for (int i = 0; i < 7; i++) {
        assert_int_equal(store_try_failed(store, START), OK);
    }
    store_close(store);
    store = shelf_open((StoreOptions){.folder = folder, .now_ms = 20 * SECOND}, NULL); /* anew */
    assert_int_equal(store_try_wait(store, 20 * SECOND), 120);
    assert_int_equal(store_try_wait(store, 140 * SECOND), 0);
    store_close(store);
}

static void nobody_is_ever_locked_out(void **state) {
    (void)state;
    Store *store = scene_open(folder);
    int64_t now = START;
    for (int i = 0; i < 400; i++) {
        assert_int_equal(store_try_failed(store, now), OK);
        assert_in_range(store_try_wait(store, now), 1, 300);
        now += 300 * SECOND;
        assert_int_equal(store_try_wait(store, now), 0);
    }
    assert_in_range(store_try_wait(store, 0), 0, 300); /* also by a clock that went back */
    store_close(store);
}

static void a_failing_disk_gives_no_free_tries(void **state) {
    (void)state;
    Store *store = shelf_open(shim_options(folder), NULL);
    FailAt plan = {.fault = FAULT_IO, .staying = true, .n = 1};
    Watch watch = shim_fail_at(&plan);
    shim_watch(&watch);
    for (int i = 0; i < 5; i++) {
        assert_int_equal(store_try_failed(store, START), ERR_IO);
    }
    assert_int_equal(store_try_wait(store, START), 30);
    shim_watch(NULL);
    store_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_SHELF(the_wait_grows_and_has_an_end),
        ON_SHELF(words_may_be_tried_again_when_the_wait_is_over),
        ON_SHELF(pulling_the_plug_does_not_help),
        ON_SHELF(nobody_is_ever_locked_out),
        ON_SHELF(a_failing_disk_gives_no_free_tries),
    };
    return cmocka_run_group_tests_name("store/tries", tests, NULL, NULL);
}
