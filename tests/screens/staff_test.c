/* The staff page: behind a PIN that never locks anybody out, with counts and no words of a family.
 */
#include "base/text.h"
#include "config.h"
#include "house.h"
#include "screens/screens.h"
#include "ui/dump.h"
#include "visit/staff.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void a_short_hold_opens_nothing(void **state) {
    (void)state;
    hands_hold(kiosk, "Talking Points", 2800);
    assert_ptr_equal(app_screen(app), &screen_home);
}

static void the_first_hold_asks_for_a_pin_twice(void **state) {
    (void)state;
    house_knock();
    hands_see(kiosk, "Choose a staff PIN");
    house_give_pin("2468"); /* too short: nothing happens */
    assert_ptr_equal(app_screen(app), &screen_staff_pin);
    hands_figures(kiosk, "10");
    hands_tap(kiosk, "OK");
    hands_see(kiosk, "Type it once more");
    house_give_pin(other_pin);
    hands_see(kiosk, "not the same");
    hands_see(kiosk, "Choose a staff PIN");
    house_give_pin(right_pin);
    house_give_pin(right_pin);
    assert_ptr_equal(app_screen(app), &screen_staff);
    assert_int_equal(machine_finds(&machine, right_pin, strlen(right_pin)), 0);
    house_restart();
    house_knock();
    hands_see(kiosk, "Type the staff PIN");
    house_give_pin(right_pin);
    assert_ptr_equal(app_screen(app), &screen_staff);
}

/* A kiosk that nobody set up is not the first family's to lock. */
static void a_pin_is_chosen_soon_after_a_start_or_not_at_all(void **state) {
    (void)state;
    enum { HALF_HOUR_MS = 30 * 60 * 1000 };
    hands_wait(kiosk, HALF_HOUR_MS - 10000);
    house_knock();
    hands_see(kiosk, "Choose a staff PIN");
    app_home(app, 0);
    hands_wait(kiosk, 10000);
    house_knock();
    hands_see(kiosk, "No PIN was chosen yet.");
    house_give_pin(right_pin);
    house_give_pin(right_pin);
    assert_false(app_busy(app));
    assert_ptr_equal(app_screen(app), &screen_staff_pin);
    house_restart();
    house_choose_pin();
    hands_wait(kiosk, 2 * HALF_HOUR_MS); /* once chosen, it opens at any time */
    house_knock();
    hands_see(kiosk, "Type the staff PIN");
    house_give_pin(right_pin);
    assert_ptr_equal(app_screen(app), &screen_staff);
}

static void other_pins_wait_longer_and_nobody_else_waits(void **state) {
    (void)state;
    static const int waits[] = {3, 3, 3, 3, 30, 60, 120, 240, 300, 300};
    char code[CODE_SIZE];
    house_choose_pin();
    hands_keep(kiosk, "wave to a friend", code);
    app_finish(app, 0);
    house_knock();
    for (size_t i = 0; i < sizeof waits / sizeof waits[0]; i++) {
        house_give_pin(other_pin);
        hands_see(kiosk, "That PIN is not right.");
        assert_int_equal(app->staff.wait_s, waits[i]);
        if (waits[i] > 30) {
            house_restart(); /* is no way round */
            house_knock();
            assert_in_range(app->staff.wait_s, waits[i] - 6, waits[i]);
            house_give_pin(right_pin);
            assert_ptr_equal(app_screen(app), &screen_staff_pin);
        }
        hands_wait(kiosk, waits[i] * 1000LL);
        if (app_screen(app) != &screen_staff_pin || app->cover_ms >= 0) { /* idled away meanwhile */
            app_finish(app, 0);
            hands_wait(kiosk, 20000);
            house_knock();
        }
        assert_int_equal(app->staff.wait_s, 0);
    }
    hands_give(kiosk, code); /* parents never wait for it */
    assert_true(app->kept);
    app_finish(app, 0);
    house_knock();
    house_give_pin(right_pin);
    assert_ptr_equal(app_screen(app), &screen_staff);
    assert_int_equal(app->pin_tries.fails, 0);
}

static void a_forgotten_pin_is_chosen_anew_and_drafts_stay(void **state) {
    (void)state;
    char code[CODE_SIZE];
    house_choose_pin();
    hands_keep(kiosk, "wave to a friend", code);
    app_finish(app, 0);
    assert_int_equal(staff_forget_pin(app->store), OK);
    house_restart();
    house_knock();
    hands_see(kiosk, "Choose a staff PIN");
    house_give_pin(other_pin);
    house_give_pin(other_pin);
    assert_ptr_equal(app_screen(app), &screen_staff);
    hands_give(kiosk, code);
    assert_true(app->kept);
}

static const Screen *const staff_pages[] = {
    &screen_staff_pin,   &screen_staff,      &screen_staff_report, &screen_staff_choose,
    &screen_staff_date,  &screen_staff_ask,  &screen_staff_clean,  &screen_staff_touch,
    &screen_staff_place, &screen_staff_sound};
enum { STAFF_PAGES = sizeof staff_pages / sizeof staff_pages[0] };

static void what_shows(const Screen *page, Buf *out) {
    if (page->samples) {
        page->samples(app);
    }
    app_go(app, page, 0);
    app_frame(app);
    ui_dump(app->ui, out);
    assert_true(out->len > 100);
}

/* Every text of the sample draft, on every page that staff can reach. The five words are any words:
 * one that the page says anyhow tells nothing. */
static void no_page_shows_what_a_family_wrote(void **state) {
    (void)state;
    char code[CODE_SIZE];
    Buf before[STAFF_PAGES] = {{0}};
    house_choose_pin();
    for (size_t i = 0; i < STAFF_PAGES; i++) {
        what_shows(staff_pages[i], &before[i]);
    }
    hands_keep(kiosk, "wave to a zebra", code);
    for (size_t i = 0; i < STAFF_PAGES; i++) {
        Buf shown = {0};
        what_shows(staff_pages[i], &shown);
        assert_null(strstr(buf_string(&shown), "zebra"));
        assert_null(strstr(buf_string(&shown), app->draft.name));
        for (int o = 0; o < app->draft.outcome_count; o++) {
            for (int part = 0; part < PART_COUNT; part++) {
                const char *words = app->draft.outcomes[o].words[part];
                assert_true(!words[0] || !strstr(buf_string(&shown), words));
            }
        }
        char *rest = NULL, copy[CODE_SIZE];
        text_set(copy, sizeof copy, code);
        for (char *word = strtok_r(copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
            assert_true(!strstr(buf_string(&shown), word) || strstr(buf_string(&before[i]), word));
        }
        buf_done(&shown);
        buf_done(&before[i]);
    }
}

static void settings_hold_over_a_restart(void **state) {
    (void)state;
    house_choose_pin();
    hands_tap(kiosk, "Clear drafts after");
    hands_tap(kiosk, "14 days");
    hands_see(kiosk, "14 days");
    hands_tap(kiosk, "Ask ‘still there?’ after");
    hands_tap(kiosk, "300 seconds");
    staff_set(app, SETTING_KEEP, 15); /* not one of the choices */
    house_restart();
    assert_int_equal(app->site.keep_days, 14);
    assert_int_equal(app->site.idle_s, 300);
    assert_in_range(app->site.idle_words_s, 301, 600);
    app_go(app, &screen_keep, 0);
    kiosk_settle(kiosk);
    hands_see(kiosk, "for 14 days");
}

static int drafts(void) {
    int count = -1;
    int64_t oldest;
    assert_int_equal(store_count(app->store, &count, &oldest), OK);
    return count;
}

static void staff_confirm_the_date_and_a_leap_twice(void **state) {
    (void)state;
    char code[CODE_SIZE];
    hands_keep(kiosk, "wave to a friend", code);
    app_finish(app, 0);
    house_choose_pin();
    hands_see(kiosk, "Is it right?");
    hands_tap(kiosk, "Date and time");
    hands_see(kiosk, "Is this date right?");
    hands_tap(kiosk, "Yes, it is right");
    assert_ptr_equal(app_screen(app), &screen_staff);
    hands_see_not(kiosk, "Is it right?");
    hands_tap(kiosk, "Date and time");
    hands_tap(kiosk, "Month: one more");
    hands_see(kiosk, "December");
    hands_tap(kiosk, "Yes, it is right");
    assert_ptr_equal(app_screen(app), &screen_staff_ask);
    hands_see(kiosk, "Is it really 22 December 2026?");
    hands_see(kiosk, "1 drafts would be cleared.");
    hands_tap(kiosk, "Go back");
    assert_int_equal(drafts(), 1);
    assert_int_equal(app->clock.today.month, 11);
    hands_tap(kiosk, "Date and time");
    hands_tap(kiosk, "Month: one more");
    hands_tap(kiosk, "Yes, it is right");
    hands_tap(kiosk, "Yes, it is right");
    assert_int_equal(drafts(), 0);
    assert_int_equal(app->clock.today.month, 12);
    Date next = date_today(app, (Date){2026, 11, 23, true}); /* the machine's clock goes on */
    assert_int_equal(next.day, 23);
    assert_int_equal(next.month, 12);
}

static void deleting_all_asks_first_and_takes_the_open_one_too(void **state) {
    (void)state;
    char code[CODE_SIZE];
    house_choose_pin();
    hands_keep(kiosk, "wave to a friend", code);
    unsigned char id[sizeof app->key->id];
    memcpy(id, app->key->id, sizeof id);
    house_knock();
    house_give_pin(right_pin);
    hands_tap(kiosk, "Clear all drafts");
    hands_see(kiosk, "Clear all 1 drafts?");
    hands_tap(kiosk, "Keep them");
    assert_int_equal(drafts(), 1);
    hands_tap(kiosk, "Clear all drafts");
    hands_tap(kiosk, "Clear them all");
    assert_int_equal(drafts(), 0);
    assert_int_equal(machine_finds(&machine, id, sizeof id), 0);
    assert_false(app->kept);
    hands_wait(kiosk, 5000); /* nothing writes it back */
    assert_int_equal(drafts(), 0);
}

static void touch_is_off_while_the_screen_is_wiped(void **state) {
    (void)state;
    house_choose_pin();
    hands_tap(kiosk, "Clean the screen");
    assert_ptr_equal(app_screen(app), &screen_staff_clean);
    Input escape = {.kind = INPUT_KEY, .key = KEYCODE_ESCAPE};
    for (int i = 0; i < 28; i++) {
        for (int x = 40; x < 1280; x += 200) {
            Input down = {
                .kind = INPUT_DOWN, .at_ms = app->clock.now_ms, .x = x, .y = 400, .finger = 1};
            Input up = down;
            up.kind = INPUT_UP;
            app_input(app, &down);
            app_input(app, &up);
        }
        app_input(app, &escape);
        hands_wait(kiosk, 1000);
        assert_ptr_equal(app_screen(app), &screen_staff_clean);
    }
    hands_wait(kiosk, 2500);
    assert_ptr_equal(app_screen(app), &screen_staff);
}

static void idling_away_closes_it(void **state) {
    (void)state;
    house_choose_pin();
    hands_wait(kiosk, 260000);
    assert_int_equal(app->staff.status.drafts, 0);
    assert_ptr_not_equal(app_screen(app), &screen_staff);
    assert_false(app_knows(app, &screen_staff));
}

static void the_machine_is_not_ours_on_a_desktop(void **state) {
    (void)state;
    house_choose_pin();
    hands_tap(kiosk, "Turn off");
    hands_see(kiosk, "This works only on the kiosk itself.");
    assert_null(ui_find_label(app->ui, "Turn off"));
    hands_tap(kiosk, "Go back");
    app->site.powered = true;
    hands_tap(kiosk, "Restart");
    hands_tap(kiosk, "Restart");
    assert_true(app->quit);
    assert_int_equal(app->leave, LEAVE_RESTART);
}

static void a_file_of_settings_reaches_the_screens(void **state) {
    (void)state;
    static const char text[] = "{\"place\": {\"name\": \"Oak Hill\", \"phone\": \"01234 5\"},"
                               "\"keep_days\": 60, \"idle_seconds\": 90}";
    char path[PLACE_SIZE + 16];
    snprintf(path, sizeof path, "%s/kiosk.json", machine.root);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    Config config;
    config_load(path, &config);
    assert_int_equal(config.problem_count, 0);
    machine.settings = &config;
    house_restart();
    assert_int_equal(app->site.keep_days, 60);
    assert_int_equal(app->site.idle_s, 90);
    hands_see(kiosk, "01234 5");
    house_choose_pin();
    hands_see(kiosk, "Oak Hill");
    staff_set(app, SETTING_KEEP, 7); /* what staff say wins */
    house_restart();
    assert_int_equal(app->site.keep_days, 7);
    machine.settings = NULL;
    house_restart();
    config_done(&config);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_A_HOUSE(a_short_hold_opens_nothing),
        IN_A_HOUSE(the_first_hold_asks_for_a_pin_twice),
        IN_A_HOUSE(a_pin_is_chosen_soon_after_a_start_or_not_at_all),
        IN_A_HOUSE(other_pins_wait_longer_and_nobody_else_waits),
        IN_A_HOUSE(a_forgotten_pin_is_chosen_anew_and_drafts_stay),
        IN_A_HOUSE(no_page_shows_what_a_family_wrote),
        IN_A_HOUSE(settings_hold_over_a_restart),
        IN_A_HOUSE(staff_confirm_the_date_and_a_leap_twice),
        IN_A_HOUSE(deleting_all_asks_first_and_takes_the_open_one_too),
        IN_A_HOUSE(touch_is_off_while_the_screen_is_wiped),
        IN_A_HOUSE(idling_away_closes_it),
        IN_A_HOUSE(the_machine_is_not_ours_on_a_desktop),
        IN_A_HOUSE(a_file_of_settings_reaches_the_screens),
    };
    return cmocka_run_group_tests_name("screens/staff", tests, NULL, NULL);
}
