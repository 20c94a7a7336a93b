/* The page of the stick: nothing harms while it is written, and each trouble has its own words. */
#include "base/text.h"
#include "kiosk.h"
#include "screens/screens.h"
#include "takeaway/sticks_backend.h"
#include "ui/dump.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static Kiosk kiosk;
static App *app;

static int open_kiosk(void **state) {
    (void)state;
    kiosk_open(&kiosk, NULL);
    app = kiosk.app;
    return 0;
}

static int close_kiosk(void **state) {
    (void)state;
    kiosk_close(&kiosk);
    return 0;
}

static void show(Err err, bool writing) {
    kiosk_begin(&kiosk);
    text_set(app->draft.name, sizeof app->draft.name, "Jo");
    app_go(app, &screen_stick, 0);
    app->stick.task = TASK_SAVE;
    app->stick.err = err;
    app->stick.writing = writing;
    app_settle(app);
    app_frame(app);
}

static int to_press(void) {
    int count = 0;
    for (int i = 0; i < app->ui->count; i++) {
        count += app->ui->nodes[i].box.tap != NULL;
    }
    return count;
}

static void wait_an_hour(void) {
    enum { HOUR_MS = 3600 * 1000, STEP_MS = 10 * 1000 };
    for (int ms = 0; ms < HOUR_MS; ms += STEP_MS) {
        app->clock.now_ms += STEP_MS;
        app_tick(app);
        app_frame(app);
    }
}

static void while_it_is_written_nothing_can_be_pressed_and_no_time_passes(void **state) {
    (void)state;
    show(OK, true);
    assert_int_equal(to_press(), 0);
    wait_an_hour();
    assert_ptr_equal(app_screen(app), &screen_stick);
    assert_true(app->stick.writing && app->cover_ms < 0);
    assert_string_equal(app->draft.name, "Jo");
}

/* The same wait on a page where time does pass. */
static void else_an_hour_clears_the_visit(void **state) {
    (void)state;
    show(ERR_FULL, false);
    assert_true(to_press() > 0);
    wait_an_hour();
    assert_ptr_not_equal(app_screen(app), &screen_stick);
    assert_string_equal(app->draft.name, "");
}

static void each_trouble_has_its_own_words(void **state) {
    (void)state;
    static const struct {
        Err err;
        const char *id;
    } troubles[] = {
        {ERR_FULL, "stick.full"},       {ERR_READ_ONLY, "stick.locked"},
        {ERR_GONE, "stick.gone.body"},  {ERR_NOT_FOUND, "stick.blank"},
        {ERR_NO_ACCESS, "stick.other"}, {ERR_NOT_OURS, "stick.taken"},
        {ERR_TOO_BIG, "stick.crowded"}, {ERR_IO, "stick.bad.body"},
    };
    const size_t count = sizeof troubles / sizeof *troubles;
    for (size_t i = 0; i < count; i++) {
        show(troubles[i].err, false);
        for (size_t j = 0; j < count; j++) {
            const char *words = library_string(app->library, troubles[j].id);
            assert_true(ui_shows(app->ui, words) == (i == j));
        }
    }
}

/* One stick, in the state that the test gives it. */
static Stick one_stick;

static int list_one(Sticks *sticks, Stick out[STICKS_MOST]) {
    (void)sticks;
    out[0] = one_stick;
    return 1;
}

static Err finish_badly(Sticks *sticks, const char *id, StickCheck *check, void *user) {
    (void)sticks, (void)id, (void)check, (void)user;
    return ERR_IO;
}

static void comes_as(StickState state) {
    one_stick.state = state;
    app_sticks_changed(app);
}

/* On a slow machine a stick is there before what is on it can be told: what was said of it then
 * must not stay when it turns out to be a good one. */
static void a_stick_that_turns_out_otherwise_is_told_anew(void **state) {
    (void)state;
    static const SticksBackend backend = {.list = list_one, .finish = finish_badly};
    Sticks sticks = {&backend}, *real = app->sticks;
    one_stick = (Stick){.id = "red"};
    text_set(one_stick.path, sizeof one_stick.path, kiosk.sticks);
    show(OK, false);
    app->sticks = &sticks;
    comes_as(STICK_BLANK);
    assert_int_equal(app->stick.err, ERR_NOT_FOUND);
    comes_as(STICK_UNUSABLE);
    assert_int_equal(app->stick.err, ERR_NO_ACCESS);
    comes_as(STICK_READ_ONLY);
    assert_int_equal(app->stick.err, ERR_READ_ONLY);
    comes_as(STICK_READY);
    assert_true(app->stick.writing);
    kiosk_settle(&kiosk);

    /* What went wrong while it was written is tried again when somebody asks for it, not by itself.
     */
    assert_false(app->stick.writing);
    assert_int_equal(app->stick.err, ERR_IO);
    comes_as(STICK_READY);
    assert_false(app->stick.writing);
    assert_int_equal(app->stick.err, ERR_IO);

    /* One that was pulled is seen for a moment more, with nothing on it. */
    app->stick.err = ERR_GONE;
    comes_as(STICK_BLANK);
    assert_int_equal(app->stick.err, ERR_GONE);
    comes_as(STICK_READY);
    assert_true(app->stick.writing);
    kiosk_settle(&kiosk);
    app->sticks = real;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(while_it_is_written_nothing_can_be_pressed_and_no_time_passes),
        cmocka_unit_test(else_an_hour_clears_the_visit),
        cmocka_unit_test(each_trouble_has_its_own_words),
        cmocka_unit_test(a_stick_that_turns_out_otherwise_is_told_anew),
    };
    return cmocka_run_group_tests(tests, open_kiosk, close_kiosk);
}
