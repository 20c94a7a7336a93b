/* Place and contact details on the staff page: typed by hand, shown at once wherever families read
 * them, kept over a restart, and put back. */
#include "base/text.h"
#include "config.h"
#include "house.h"
#include "screens/screens.h"
#include "takeaway/formats.h"
#include "ui/dump.h"
#include "visit/staff.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char file_phone[] = "01865 810516"; /* of content/place.json */

static void open_page(void) {
    hands_tap(kiosk, "Place and contact details");
    assert_ptr_equal(app_screen(app), &screen_staff_place);
}

static void rub_out(void) {
    while (app->field.editor.len > 0) {
        hands_tap(kiosk, "rub out");
    }
}

/* As a keyboard that is plugged in sends it. */
static void type(const char *text) {
    Input input = {.kind = INPUT_TEXT};
    text_set(input.text, sizeof input.text, text);
    app_input(app, &input);
    kiosk_settle(kiosk);
}

/* On the page of the place: in place of what a field said. */
static void say_instead(const char *change, const char *text) {
    hands_tap(kiosk, change);
    assert_ptr_equal(app_screen(app), &screen_type);
    editor_clear(&app->field.editor);
    for (size_t at = 0; text[at]; at++) {
        type((char[]){text[at], '\0'});
    }
    hands_tap(kiosk, "Done");
    assert_ptr_equal(app_screen(app), &screen_staff_place);
}

/* Every place where families read it: Home, the page of the service, what goes home. */
static bool families_read(const char *text) {
    app_home(app, 0);
    kiosk_settle(kiosk);
    bool home = hands_sees(kiosk, text);
    hands_tap(kiosk, "Talk to someone");
    bool talk = hands_sees(kiosk, text);
    Buf page = {0};
    sample_fill(app);
    formats[0].write(&app->draft, app->library, app->clock.today, &page);
    bool file = strstr(buf_string(&page), text) != NULL;
    buf_done(&page);
    app_home(app, 0);
    kiosk_settle(kiosk);
    assert_true(home == talk && talk == file);
    return home;
}

static void families_read_at_once_what_staff_typed(void **state) {
    (void)state;
    assert_true(families_read(file_phone));
    house_choose_pin();
    open_page();
    hands_see(kiosk, file_phone);
    hands_tap(kiosk, "Phone. Change");
    rub_out();
    hands_figures(kiosk, "01235"); /* the keys of numbers are there already */
    hands_tap(kiosk, "space");
    hands_figures(kiosk, "555");
    hands_tap(kiosk, "Done");
    hands_see(kiosk, "01235 555");
    assert_true(families_read("01235 555"));
    assert_false(families_read(file_phone));
}

static void capitals_come_by_themselves_for_names_alone(void **state) {
    (void)state;
    house_choose_pin();
    open_page();
    hands_tap(kiosk, "Place name. Change");
    hands_figures(kiosk, "Oak"); /* the keys show capitals, and then none */
    hands_tap(kiosk, "Done");
    hands_tap(kiosk, "Email. Change");
    rub_out();
    hands_figures(kiosk, "i.b");
    hands_tap(kiosk, "Done");
    assert_string_equal(app->library->place->name, "Oak");
    assert_string_equal(app->library->place->email, "i.b");
}

static void staff_win_over_the_file_until_they_put_it_back(void **state) {
    (void)state;
    char path[PLACE_SIZE + 16];
    snprintf(path, sizeof path, "%s/kiosk.json", machine.root);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("{\"place\": {\"phone\": \"01234 5\", \"drop_in\": \"On Mondays\"}}", file);
    fclose(file);
    Config config;
    config_load(path, &config);
    machine.settings = &config;
    house_restart();
    assert_true(families_read("01234 5"));
    house_choose_pin();
    open_page();
    assert_null(ui_find_label(app->ui, "Put it back"));
    say_instead("Phone. Change", "01999 9");
    house_restart();
    assert_true(families_read("01999 9"));
    house_knock();
    house_give_pin(right_pin);
    hands_tap(kiosk, "Check this kiosk");
    hands_see(kiosk, "01999 9 (changed here)");
    hands_tap(kiosk, "Done");
    open_page();
    assert_null(ui_find_label(app->ui, "Drop-in. Put it back"));
    hands_tap(kiosk, "Phone. Put it back");
    assert_true(families_read("01234 5"));
    house_restart();
    assert_true(families_read("01234 5"));
    machine.settings = NULL;
    house_restart();
    assert_true(families_read(file_phone)); /* nothing of it was written down */
    config_done(&config);
}

static void nothing_may_be_said_but_of_the_service_and_its_phone(void **state) {
    (void)state;
    house_choose_pin();
    open_page();
    say_instead("Text number. Change", "");
    say_instead("Service. Change", "  ");
    say_instead("Phone. Change", "");
    assert_string_equal(app->library->place->phone, file_phone);
    assert_string_equal(app->library->place->text_phone, "");
    assert_string_equal(app->library->place->service, "SENDIASS Oxfordshire");
    assert_null(ui_find_label(app->ui, "Service. Put it back"));
    house_restart();
    assert_string_equal(app->library->place->text_phone, "");
    app_go(app, &screen_person, 0);
    kiosk_settle(kiosk);
    hands_see_not(kiosk, "07786");
    house_knock();
    house_give_pin(right_pin);
    open_page();
    hands_tap(kiosk, "Text number. Put it back");
    assert_string_equal(app->library->place->text_phone, "07786 524294");
}

static void the_same_words_as_the_file_are_the_files(void **state) {
    (void)state;
    house_choose_pin();
    open_page();
    say_instead("Phone. Change", "1");
    say_instead("Phone. Change", file_phone);
    assert_null(ui_find_label(app->ui, "Phone. Put it back"));
    char kept[PLACE_LINE];
    assert_int_equal(store_setting(app->store, "place.phone", kept, sizeof kept), OK);
    assert_string_equal(kept, "");
}

static void what_cannot_stand_there_is_left_out(void **state) {
    (void)state;
    static const struct {
        const char *said, *shown;
    } odd[] = {
        {"a{phone}b", "aphoneb"},
        {"line\none", "lineone"},
        {"\xff\xfe ok", "ok"},
        {"  two   spaces ", "two spaces"},
        {"t\x07\x1b[31m", "t[31m"},
        {"turn\xE2\x80\xAE back\xE2\x80\xAC", "turn back"},
        {"caf\xC3\xA9", "caf\xC3\xA9"},
        {"cut \xC3", "cut"},
        {"{name's} \x7f", "name's"},
        {"\xF0\x9F\x98\x80 \xE2\x9C\x93", "\xF0\x9F\x98\x80 \xE2\x9C\x93"},
    };
    for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++) {
        staff_say_place(app, PLACE_DROP_IN, odd[i].said);
        assert_string_equal(app->library->place->drop_in, odd[i].shown);
    }
    char longest[2 * PLACE_LINE], all[PLACE_LINE];
    for (size_t i = 0; i + 2 < sizeof longest; i += 2) {
        memcpy(longest + i, "\xC3\xA9", 3);
    }
    staff_say_place(app, PLACE_DROP_IN, longest);
    text_set_n(all, sizeof all, longest, PLACE_LINE - 1); /* an even number: no letter is cut */
    assert_string_equal(app->library->place->drop_in, all);
    house_restart();
    assert_string_equal(app->library->place->drop_in, all);
}

static void the_field_tells_when_it_is_full(void **state) {
    (void)state;
    house_choose_pin();
    open_page();
    hands_tap(kiosk, "Drop-in. Change");
    editor_clear(&app->field.editor);
    for (int i = 0; i < PLACE_LINE - 1; i++) {
        type("w");
    }
    assert_false(app->field.full);
    type("w");
    assert_true(app->field.full);
    hands_tap(kiosk, "Done");
    assert_int_equal(strlen(app->library->place->drop_in), PLACE_LINE - 1);
}

/* A store that another program wrote, or a page of it that went bad unseen. */
static void what_the_store_says_is_not_believed_blindly(void **state) {
    (void)state;
    char too_long[PLACE_LINE + 2];
    memset(too_long, 'a', sizeof too_long - 1);
    too_long[0] = '=';
    too_long[sizeof too_long - 1] = '\0';
    const char *const bad[] = {"01999", "=a{phone}", "=\xff", "=two\nlines", too_long};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_int_equal(store_set_setting(app->store, "place.phone", bad[i]), OK);
        assert_int_equal(store_set_setting(app->store, "place.service", "="), OK);
        house_restart();
        assert_string_equal(app->library->place->phone, file_phone);
        assert_string_equal(app->library->place->service, "SENDIASS Oxfordshire");
    }
}

static void what_cannot_be_kept_is_said_and_not_shown(void **state) {
    (void)state;
    house_choose_pin();
    open_page();
    house_disk_works(false);
    say_instead("Phone. Change", "01999 9");
    house_disk_works(true);
    assert_int_not_equal(app->staff.err, OK);
    hands_see(kiosk, library_string(app->library, "err.io"));
    assert_true(families_read(file_phone));
}

/* The place is no part of a visit: it outlives one, and what was being typed does not. */
static void a_visit_that_ends_leaves_the_place(void **state) {
    (void)state;
    house_choose_pin();
    open_page();
    say_instead("Phone. Change", "01999 9");
    hands_tap(kiosk, "Place name. Change");
    type("Half a na");
    hands_wait(kiosk, 600000);
    assert_ptr_equal(app_screen(app), &screen_home);
    assert_int_equal(app->field.editor.len, 0);
    assert_string_equal(app->library->place->name, "");
    assert_true(families_read("01999 9"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_A_HOUSE(families_read_at_once_what_staff_typed),
        IN_A_HOUSE(capitals_come_by_themselves_for_names_alone),
        IN_A_HOUSE(staff_win_over_the_file_until_they_put_it_back),
        IN_A_HOUSE(nothing_may_be_said_but_of_the_service_and_its_phone),
        IN_A_HOUSE(the_same_words_as_the_file_are_the_files),
        IN_A_HOUSE(what_cannot_stand_there_is_left_out),
        IN_A_HOUSE(the_field_tells_when_it_is_full),
        IN_A_HOUSE(what_the_store_says_is_not_believed_blindly),
        IN_A_HOUSE(what_cannot_be_kept_is_said_and_not_shown),
        IN_A_HOUSE(a_visit_that_ends_leaves_the_place),
    };
    return cmocka_run_group_tests_name("screens/staff_place", tests, NULL, NULL);
}
