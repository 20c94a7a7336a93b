/* Keeping: what is saved when, and which words open it. */
#include "house.h"
#include "screens/screens.h"
#include "ui/dump.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void changes_are_saved_within_two_seconds(void **state) {
    (void)state;
    char code[CODE_SIZE];
    hands_keep(kiosk, "wave to a friend", code);
    assert_true(house_has("wave to a friend"));
    hands_wait(kiosk, 5000);
    house_change("wave twice");
    hands_wait(kiosk, 1500);
    assert_false(house_has("wave twice"));
    house_change("wave three times"); /* going on typing does not put it off */
    hands_wait(kiosk, 600);
    assert_true(house_has("wave three times"));
    assert_int_equal(app->save_due_ms, -1);
}

static void the_end_of_a_field_saves_at_once(void **state) {
    (void)state;
    char code[CODE_SIZE];
    hands_keep(kiosk, "wave to a friend", code);
    type_part(app, PART_WHAT);
    kiosk_settle(kiosk);
    Input input = {.kind = INPUT_TEXT, .at_ms = app->clock.now_ms, .text = " and smile"};
    app_input(app, &input);
    int64_t before = app->clock.now_ms;
    hands_tap(kiosk, "Done");
    assert_true(app->clock.now_ms - before < 1000);
    assert_true(house_has("wave to a friend and smile"));
}

static void a_save_that_does_not_work_keeps_the_words_and_goes_on_trying(void **state) {
    (void)state;
    char code[CODE_SIZE];
    hands_keep(kiosk, "wave to a friend", code);
    house_disk_works(false);
    house_change("wave twice");
    hands_wait(kiosk, 2100);
    assert_int_not_equal(app->save_err, OK);
    assert_null(app_notice(app)); /* once is nobody's worry */
    hands_wait(kiosk, 2100);
    assert_string_equal(app_notice(app), "banner.unsaved");
    assert_true(library_has_string(app->library, app_notice(app)));
    assert_string_equal(app->draft.outcomes[0].words[PART_WHAT], "wave twice");
    assert_true(app->kept);
    house_disk_works(true);
    hands_wait(kiosk, 2100);
    assert_null(app_notice(app));
    assert_true(house_has("wave twice"));
}

static void nobody_clears_the_screen_unaware_that_the_newest_words_are_not_kept(void **state) {
    (void)state;
    char code[CODE_SIZE];
    hands_keep(kiosk, "wave to a friend", code);
    hands_wait(kiosk, 5000);
    house_disk_works(false);
    house_change("wave twice");
    app_go(app, &screen_leave, 0);
    kiosk_settle(kiosk);
    hands_see(kiosk, "Your newest words are not kept here yet.");
    hands_tap(kiosk, "Take it home");
    assert_ptr_equal(app_screen(app), &screen_take);
    app_go(app, &screen_leave, 0);
    kiosk_settle(kiosk);
    house_disk_works(true);
    hands_wait(kiosk, 2100); /* it goes on trying meanwhile */
    hands_see(kiosk, "Your draft is kept.");
}

static void a_keep_that_does_not_work_is_said_and_leaves_nothing(void **state) {
    (void)state;
    sample_fill(app);
    app_go(app, &screen_keep, 0);
    kiosk_settle(kiosk);
    house_disk_works(false);
    hands_tap(kiosk, "Keep it here");
    house_disk_works(true);
    assert_false(app->kept);
    assert_string_equal(app->code, "");
    assert_ptr_equal(app_screen(app), &screen_keep);
    hands_see(kiosk,
              library_string(app->library, app->save_err == ERR_FULL ? "keep.full" : "err.io"));
    assert_true(draft_empty(&app->draft) == false);
    hands_tap(kiosk, "Keep it here"); /* room again */
    assert_true(app->kept);
}

static void what_shows(Buf *out) {
    app_frame(app);
    ui_dump(app->ui, out);
}

static void deleted_drafts_and_other_words_look_the_same(void **state) {
    (void)state;
    char code[CODE_SIZE], other[CODE_SIZE];
    hands_keep(kiosk, "wave to a friend", code);
    unsigned char id[sizeof app->key->id];
    memcpy(id, app->key->id, sizeof id);
    app_finish(app, 0);
    assert_true(machine_finds(&machine, id, sizeof id) > 0);
    hands_give(kiosk, code);
    app_go(app, &screen_keep, 0);
    kiosk_settle(kiosk);
    hands_tap(kiosk, "Clear my kept draft");
    assert_false(app->kept);
    assert_false(draft_empty(&app->draft)); /* the words stay on the screen */
    assert_int_equal(machine_finds(&machine, id, sizeof id), 0);
    app_finish(app, 0);
    assert_int_equal(machine_finds(&machine, id, sizeof id), 0);

    Buf deleted = {0}, never = {0};
    code_make(app->library->code_words.text, other);
    int waits[2];
    for (int i = 0; i < 2; i++) {
        hands_give(kiosk, code); /* the same words on the screen, opening nothing either time */
        assert_false(app->kept);
        waits[i] = store_try_wait(app->store, app->clock.now_ms);
        what_shows(i ? &never : &deleted);
        app_finish(app, 0);
        hands_wait(kiosk, 400000);
        house_stop();
        if (i == 0) {
            remove_tree(machine.data); /* a machine that never saw those words */
        }
        house_start();
    }
    assert_string_equal(buf_string(&deleted), buf_string(&never));
    assert_int_equal(waits[0], waits[1]);
    hands_give(kiosk, other);
    hands_see(kiosk, "Those words do not open a draft here.");
    buf_done(&deleted);
    buf_done(&never);
}

/* The words were right: whoever gave them hears that the draft is damaged, not that they do not
 * open it. */
static void a_draft_that_cannot_be_read_is_not_the_words_fault(void **state) {
    (void)state;
    char code[CODE_SIZE], path[PLACE_SIZE + 32];
    hands_keep(kiosk, "wave to a friend", code);
    house_stop();
    snprintf(path, sizeof path, "%s/drafts.db", machine.data);
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(db, "UPDATE draft SET box = zeroblob(length(box))", NULL, NULL, NULL),
        SQLITE_OK);
    sqlite3_close(db);
    house_start();
    hands_give(kiosk, code);
    assert_false(app->kept);
    hands_see(kiosk, library_string(app->library, "err.damaged"));
    hands_see_not(kiosk, "Those words do not open a draft here.");
    app_finish(app, 0);
    hands_wait(kiosk, 400000);
    code_make(app->library->code_words.text, code);
    hands_give(kiosk, code);
    hands_see(kiosk, "Those words do not open a draft here.");
}

static void tries_wait_longer_survive_a_restart_and_never_lock_out(void **state) {
    (void)state;
    static const int waits[] = {3, 3, 3, 3, 30, 60, 120, 240, 300, 300, 300};
    char code[CODE_SIZE], other[CODE_SIZE];
    hands_keep(kiosk, "wave to a friend", code);
    app_finish(app, 0);
    code_make(app->library->code_words.text, other);
    for (size_t i = 0; i < sizeof waits / sizeof waits[0]; i++) {
        hands_give(kiosk, other);
        assert_false(app->kept);
        assert_int_equal(store_try_wait(app->store, app->clock.now_ms), waits[i]);
        if (waits[i] >= 30) {
            house_stop();
            house_start();
            assert_in_range(store_try_wait(app->store, app->clock.now_ms), waits[i] - 3, waits[i]);
            hands_words(kiosk, code); /* even the right ones wait */
            hands_see(kiosk, "You can try again in");
            hands_tap(kiosk, "Open my draft");
            assert_false(app_busy(app));
        }
    }
    hands_give(kiosk, code);
    assert_true(app->kept);
    assert_int_equal(store_try_wait(app->store, app->clock.now_ms), 0);
}

static void a_wait_counts_down_on_the_screen(void **state) {
    (void)state;
    char other[CODE_SIZE];
    code_make(app->library->code_words.text, other);
    for (int i = 0; i < 5; i++) {
        hands_give(kiosk, other);
        hands_wait(kiosk, i < 4 ? 4000 : 0);
    }
    hands_tap(kiosk, "Open my draft");
    int shown = app->words.wait_s;
    assert_in_range(shown, 20, 30);
    hands_wait(kiosk, 10000);
    assert_in_range(app->words.wait_s, shown - 11, shown - 9);
    hands_wait(kiosk, 30000);
    assert_int_equal(app->words.wait_s, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_A_HOUSE(changes_are_saved_within_two_seconds),
        IN_A_HOUSE(the_end_of_a_field_saves_at_once),
        IN_A_HOUSE(a_save_that_does_not_work_keeps_the_words_and_goes_on_trying),
        IN_A_HOUSE(nobody_clears_the_screen_unaware_that_the_newest_words_are_not_kept),
        IN_A_HOUSE(a_keep_that_does_not_work_is_said_and_leaves_nothing),
        IN_A_HOUSE(deleted_drafts_and_other_words_look_the_same),
        IN_A_HOUSE(a_draft_that_cannot_be_read_is_not_the_words_fault),
        IN_A_HOUSE(tries_wait_longer_survive_a_restart_and_never_lock_out),
        IN_A_HOUSE(a_wait_counts_down_on_the_screen),
    };
    return cmocka_run_group_tests_name("screens/keep", tests, NULL, NULL);
}
