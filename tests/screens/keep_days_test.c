/* Days that drafts are kept: which clock counts, and that a wrong one deletes nothing. */
#include "house.h"
#include "visit/staff.h"

#include <string.h>

static void a_wrong_clock_deletes_nothing(void **state) {
    (void)state;
    static const Date wrong[] = {
        {1970, 1, 1, false},  {2016, 11, 22, false}, {2036, 11, 22, true}, {2038, 1, 20, true},
        {2100, 3, 1, false},  {2028, 2, 29, true},   {2027, 3, 28, true},  {2027, 10, 31, true},
        {2026, 11, 21, true}, {2026, 11, 23, true},  {1, 1, 1, false},     {9999, 12, 31, false}};
    char code[CODE_SIZE];
    assert_int_equal(staff_confirm_date(app, machine.today, false), OK);
    hands_keep(kiosk, "wave to a friend", code);
    app_finish(app, 0);
    for (int real = 0; real < 2; real++) {
        for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
            app->site.real_clock = real;
            app->clock.today = wrong[i];
            app_days_pass(app); /* while it runs, */
            app_forget(app);    /* at the end of a visit */
            assert_int_equal(house_drafts(), 1);
            Date before = machine.today;
            machine.today = wrong[i];
            house_stop();
            house_start(); /* and at a start */
            machine.today = before;
            assert_int_equal(house_drafts(), 1);
        }
    }
    hands_give(kiosk, code);
    assert_true(app->kept);
}

static void days_that_only_a_clock_told_make_nothing_older(void **state) {
    (void)state;
    enum { DAYS = 60 };
    char code[CODE_SIZE];
    assert_int_equal(staff_confirm_date(app, machine.today, false), OK);
    hands_keep(kiosk, "wave to a friend", code);
    app_finish(app, 0);
    for (int i = 0; i < DAYS; i++) { /* small steps, as a clock does that somebody set */
        app->clock.today = date_moved(app->clock.today, 1, 0, 0);
        app_forget(app);
    }
    assert_int_equal(house_drafts(), 1);
    assert_int_equal(store_today(app->store), day_of(machine.today));
}

static void drafts_go_after_the_days_that_staff_confirmed(void **state) {
    (void)state;
    char code[CODE_SIZE];
    assert_int_equal(staff_confirm_date(app, machine.today, false), OK);
    hands_keep(kiosk, "wave to a friend", code);
    app_finish(app, 0);
    Date day = app->clock.today;
    /* Its days begin with the first one that was confirmed after the save. */
    for (int week = 0; week <= 4; week++) {
        day = date_moved(day, 7, 0, 0);
        assert_int_equal(staff_confirm_date(app, day, false), OK);
        assert_int_equal(house_drafts(), 1); /* 28 days are kept whole */
    }
    assert_int_equal(staff_confirm_date(app, date_moved(day, 8, 0, 0), false), ERR_WAIT);
    assert_int_equal(house_drafts(), 1);
    assert_int_equal(staff_due(app, date_moved(day, 8, 0, 0)), 1);
    assert_int_equal(staff_confirm_date(app, date_moved(day, 1, 0, 0), false), OK);
    assert_int_equal(house_drafts(), 0);
    hands_give(kiosk, code);
    assert_false(app->kept);
}

static void a_real_clock_counts_days_by_itself(void **state) {
    (void)state;
    char code[CODE_SIZE];
    app->site.real_clock = true;
    app_days_pass(app);
    hands_keep(kiosk, "wave to a friend", code);
    app_finish(app, 0);
    for (int i = 0; i <= 28; i++) {
        app->clock.today = date_moved(app->clock.today, 1, 0, 0);
        app_forget(app);
        assert_int_equal(house_drafts(), 1);
    }
    app->clock.today = date_moved(app->clock.today, 1, 0, 0);
    app_forget(app);
    assert_int_equal(house_drafts(), 0);
}

static void opening_a_draft_starts_its_days_anew(void **state) {
    (void)state;
    char code[CODE_SIZE];
    Date day = machine.today;
    assert_int_equal(staff_confirm_date(app, day, false), OK);
    hands_keep(kiosk, "wave to a friend", code);
    app_finish(app, 0);
    for (int i = 0; i < 3; i++) {
        day = date_moved(day, 7, 0, 0);
        assert_int_equal(staff_confirm_date(app, day, false), OK);
    }
    hands_give(kiosk, code);
    app_finish(app, 0);
    for (int i = 0; i < 3; i++) {
        day = date_moved(day, 7, 0, 0);
        assert_int_equal(staff_confirm_date(app, day, false), OK);
        assert_int_equal(house_drafts(), 1);
    }
}

static void dates_and_days_agree(void **state) {
    (void)state;
    assert_int_equal(day_of((Date){1970, 1, 1, true}), 0);
    assert_int_equal(day_of((Date){2026, 1, 1, true}), 20454);
    assert_int_equal(day_of((Date){2099, 12, 31, true}), 47481);
    for (int64_t day = -1000; day < 60000; day++) {
        Date date = date_of(day);
        assert_int_equal(day_of(date), day);
        assert_in_range(date.month, 1, 12);
        assert_in_range(date.day, 1, 31);
    }
    Date leap = date_moved((Date){2028, 1, 31, true}, 0, 1, 0);
    assert_int_equal(leap.day, 29);
    Date back = date_moved((Date){2026, 1, 15, true}, 0, -1, 0);
    assert_int_equal(back.month, 12);
    assert_int_equal(back.year, 2025);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_A_HOUSE(a_wrong_clock_deletes_nothing),
        IN_A_HOUSE(days_that_only_a_clock_told_make_nothing_older),
        IN_A_HOUSE(drafts_go_after_the_days_that_staff_confirmed),
        IN_A_HOUSE(a_real_clock_counts_days_by_itself),
        IN_A_HOUSE(opening_a_draft_starts_its_days_anew),
        IN_A_HOUSE(dates_and_days_agree),
    };
    return cmocka_run_group_tests_name("screens/keep_days", tests, NULL, NULL);
}
