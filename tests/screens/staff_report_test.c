/* 'Check this kiosk': each look at itself tells of a fault when there is one. */
#include "house.h"
#include "screens/screens.h"
#include "ui/dump.h"
#include "visit/staff.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static void check(void) {
    hands_tap(kiosk, "Check this kiosk");
    assert_ptr_equal(app_screen(app), &screen_staff_report);
}

/* Back to the staff page, and once more. */
static void check_again(void) {
    hands_tap(kiosk, "Done");
    check();
}

static void open_report(void) {
    house_choose_pin();
    staff_confirm_date(app, app->clock.today, true);
    check();
}

static void a_kiosk_without_a_fault_is_ready(void **state) {
    (void)state;
    open_report();
    hands_see(kiosk, "This kiosk is ready.");
    house_disk_works(false);
    check_again();
    hands_see(kiosk, "Lines to look at: 1");
    hands_see(kiosk, "Not working");
    house_disk_works(true);
    check_again();
    hands_see(kiosk, "This kiosk is ready.");
}

static void what_was_found_at_the_start_is_told(void **state) {
    (void)state;
    app->site.problems = "kiosk.json:3: \"theme\" takes paper, night, contrast or cream\n";
    app->site.health.started_empty = app->site.health.quarantined = true;
    house_choose_pin();
    hands_see(kiosk, "Some lines are left out");
    hands_see(kiosk, "It was damaged and began empty.");
    check();
    hands_see(kiosk, "kiosk.json:3:");
    hands_see(kiosk, "Lines to look at: ");
    hands_see(kiosk, app->library->place->email); /* as families read it */
}

/* Bytes that go bad on the card while the kiosk runs. */
static void a_file_of_drafts_that_goes_bad_is_seen(void **state) {
    (void)state;
    char code[CODE_SIZE], path[PLACE_SIZE + 32];
    hands_keep(kiosk, "wave to a friend", code);
    app_finish(app, 0);
    open_report();
    assert_int_equal(store_rest(app->store), OK); /* and nothing lies in the WAL */
    hands_see_not(kiosk, "It is damaged.");
    snprintf(path, sizeof path, "%s/drafts.db", machine.data);
    FILE *file = fopen(path, "r+b");
    assert_non_null(file);
    enum { TABLE_PAGE = 3 * 8192, BYTES = 2000 };
    assert_int_equal(fseek(file, TABLE_PAGE, SEEK_SET), 0);
    for (int i = 0; i < BYTES; i++) {
        fputc(0x5a, file);
    }
    fclose(file);
    check_again();
    hands_see(kiosk, "It is damaged. Turn the kiosk off and on");
    house_restart();
    assert_true(app->site.health.quarantined && app->site.health.from_backup);
    hands_give(kiosk, code);
    assert_true(app->kept);
}

static void content_that_goes_bad_is_seen(void **state) {
    (void)state;
    char root[PLACE_SIZE + 16], folder[PLACE_SIZE + 32];
    snprintf(root, sizeof root, "%s/content", machine.root);
    snprintf(folder, sizeof folder, "%s/en", root);
    assert_int_equal(mkdir(root, 0700) + mkdir(folder, 0700), 0);
    open_report();
    hands_see_not(kiosk, "A file is damaged.");
    const char *whole = app->library->folder;
    app->library->folder = folder; /* from which all files have gone */
    check_again();
    hands_see(kiosk, "A file is damaged. Copy the card again.");
    hands_see(kiosk, "strings.json"); /* one of them is named */
    app->library->folder = whole;
    check_again();
    hands_see_not(kiosk, "A file is damaged.");
}

static void a_clock_that_the_file_promises_is_looked_for(void **state) {
    (void)state;
    static const struct {
        const char *says;
        const char *told;
    } clocks[] = {{NULL, "No clock with a battery was found."},
                  {"", "No clock with a battery was found."},
                  {"946684830\n", "It lost the time."}, /* 1 January 2000 */
                  {"1795000000\n", "Runs without power"}};
    char path[PLACE_SIZE + 16];
    snprintf(path, sizeof path, "%s/since_epoch", machine.root);
    open_report();
    hands_see(kiosk, "Staff check the date");
    app->site.real_clock = true;
    app->site.rtc = path;
    for (size_t i = 0; i < sizeof clocks / sizeof clocks[0]; i++) {
        if (clocks[i].says) {
            FILE *file = fopen(path, "w");
            assert_non_null(file);
            fputs(clocks[i].says, file);
            fclose(file);
        }
        check_again();
        hands_see(kiosk, clocks[i].told);
    }
}

static void a_date_that_nobody_confirmed_is_asked_for(void **state) {
    (void)state;
    open_report();
    hands_see_not(kiosk, "Is it right?");
    app->clock.today = (Date){1970, 1, 1, false};
    check_again();
    hands_see(kiosk, "1 January 1970. Is it right?");
}

static void touch_squares(int from, int to) {
    for (int i = from; i <= to; i++) {
        char label[16];
        snprintf(label, sizeof label, "Square %d", i);
        hands_tap(kiosk, label);
    }
}

static void a_square_that_felt_no_touch_is_told(void **state) {
    (void)state;
    open_report();
    hands_see(kiosk, "Not tried yet");
    hands_tap(kiosk, "Test the touch screen");
    touch_squares(1, 28);
    hands_tap(kiosk, "Back");
    hands_see(kiosk, "Squares that felt no touch: 2");
    hands_see(kiosk, "Lines to look at: 1");
    hands_tap(kiosk, "Test the touch screen");
    touch_squares(1, 30);
    hands_see(kiosk, "Every square works.");
    hands_tap(kiosk, "Back");
    hands_see(kiosk, "Every square works.");
    hands_see(kiosk, "This kiosk is ready.");
}

static int tones;

static Err plays(void) {
    tones++;
    return OK;
}

static void sound_is_played_and_asked_about(void **state) {
    (void)state;
    tones = 0;
    app->tone = plays;
    open_report();
    assert_int_equal(tones, 0); /* nothing is heard that nobody asked for */
    hands_tap(kiosk, "Test the sound");
    assert_int_equal(tones, 1);
    hands_see(kiosk, "Did you hear a soft tone?");
    hands_tap(kiosk, "Play it again");
    assert_int_equal(tones, 2);
    hands_tap(kiosk, "No, I heard nothing");
    hands_see(kiosk, "Played, but not heard.");
    hands_see(kiosk, "Lines to look at: 1");
    hands_tap(kiosk, "Test the sound");
    hands_tap(kiosk, "Back");
    hands_see(kiosk, "Nobody said if they heard it.");
    hands_tap(kiosk, "Test the sound");
    hands_tap(kiosk, "Yes, I heard it");
    hands_see(kiosk, "Heard");
    hands_see(kiosk, "This kiosk is ready.");
}

static void a_kiosk_without_a_loudspeaker_says_so(void **state) {
    (void)state;
    app->tone = NULL;
    open_report();
    hands_tap(kiosk, "Test the sound");
    hands_see(kiosk, "No loudspeaker was found.");
    assert_null(ui_find_label(app->ui, "Yes, I heard it"));
    hands_tap(kiosk, "Back");
    hands_see(kiosk, "No loudspeaker was found.");
    app->site.sound = false; /* the operator says that there is none */
    check_again();
    hands_see(kiosk, "Off in the settings file");
    hands_see(kiosk, "This kiosk is ready.");
    assert_null(ui_find_label(app->ui, "Test the sound"));
}

static void a_panel_that_is_too_narrow_is_told(void **state) {
    (void)state;
    const PanelSize upright = {480, 800, 86, 154};
    open_report();
    assert_null(ui_find_label(app->ui, "This way up"));
    kiosk_look(kiosk, upright, SIZE_STANDARD, THEME_PAPER);
    kiosk_settle(kiosk);
    check_again();
    hands_see(kiosk, "Please turn the screen on its side.");
    hands_see(kiosk, "Lines to look at: 1");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_A_HOUSE(a_kiosk_without_a_fault_is_ready),
        IN_A_HOUSE(what_was_found_at_the_start_is_told),
        IN_A_HOUSE(a_file_of_drafts_that_goes_bad_is_seen),
        IN_A_HOUSE(content_that_goes_bad_is_seen),
        IN_A_HOUSE(a_clock_that_the_file_promises_is_looked_for),
        IN_A_HOUSE(a_date_that_nobody_confirmed_is_asked_for),
        IN_A_HOUSE(a_square_that_felt_no_touch_is_told),
        IN_A_HOUSE(sound_is_played_and_asked_about),
        IN_A_HOUSE(a_kiosk_without_a_loudspeaker_says_so),
        IN_A_HOUSE(a_panel_that_is_too_narrow_is_told),
    };
    return cmocka_run_group_tests_name("screens/staff_report", tests, NULL, NULL);
}
