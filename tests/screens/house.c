/* The machine of a test, and the way behind its staff PIN. */
#include "house.h"
#include "screens/screens.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>

Machine machine;
Kiosk *kiosk;
App *app;

const char right_pin[] = "246810", other_pin[] = "135790";

void house_start(void) {
    machine_start(&machine, kiosk);
    app = kiosk->app;
}

void house_stop(void) {
    machine.now_ms = app->clock.now_ms;
    machine_stop(kiosk);
}

void house_restart(void) {
    house_stop();
    house_start();
}

int house_make(void **state) {
    (void)state;
    machine_make(&machine);
    kiosk = calloc(1, sizeof *kiosk);
    assert_non_null(kiosk);
    house_start();
    return 0;
}

int house_remove(void **state) {
    (void)state;
    house_disk_works(true); /* also after a test that did not get so far */
    house_stop();
    free(kiosk);
    machine_remove(&machine);
    return 0;
}

void house_disk_works(bool works) {
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = works ? limit.rlim_max : 0;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

void house_knock(void) {
    enum { HOLD_MS = 3100 };
    app_home(app, 0);
    kiosk_settle(kiosk);
    hands_hold(kiosk, "Talking Points", HOLD_MS);
    assert_ptr_equal(app_screen(app), &screen_staff_pin);
}

void house_give_pin(const char *pin) {
    hands_figures(kiosk, pin);
    hands_tap(kiosk, "OK");
}

void house_choose_pin(void) {
    house_knock();
    house_give_pin(right_pin);
    house_give_pin(right_pin);
    assert_ptr_equal(app_screen(app), &screen_staff);
}

void house_change(const char *words) {
    draft_set_words(&app->draft, 0, PART_WHAT, words);
    app_settle(app);
}

bool house_has(const char *words) {
    Draft *there = calloc(1, sizeof *there);
    assert_non_null(there);
    bool has = store_load(app->store, app->key, there) == OK &&
               strcmp(there->outcomes[0].words[PART_WHAT], words) == 0;
    free(there);
    return has;
}

int house_drafts(void) {
    int count = -1;
    int64_t oldest;
    assert_int_equal(store_count(app->store, &count, &oldest), OK);
    return count;
}
