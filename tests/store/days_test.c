/* Retention by confirmed days, under clocks that are wrong in every way. */
#include "support/shelf.h"

#include <limits.h>

enum { KEEP = 28, DAY = 20600, YEAR = 365 };

static Store *store;

static int set_up(void **state) {
    shelf_make(state);
    store = scene_open(folder);
    return 0;
}

static int tear_down(void **state) {
    store_close(store);
    return shelf_clear(state);
}

static void save(int n) {
    shelf_save(store, n, n);
}

static bool there(int n) {
    return shelf_load(store, n) == n;
}

static int expire(void) {
    int gone = -1;
    assert_int_equal(store_expire(store, KEEP, &gone), OK);
    return gone;
}

/* Confirms day after day, as staff does; nothing expires on the way. */
static void walk_to(int64_t day) {
    while (store_today(store) < day) {
        assert_int_equal(store_confirm_day(store, store_today(store) + 1), OK);
    }
}

static void without_a_confirmed_day_nothing_ages(void **state) {
    (void)state;
    save(1);
    for (int start = 0; start < 40; start++) {
        assert_int_equal(expire(), 0);
        store_close(store);
        store = scene_open(folder);
    }
    assert_true(there(1));
    int drafts;
    int64_t oldest;
    assert_int_equal(store_count(store, &drafts, &oldest), OK);
    assert_int_equal(drafts, 1);
    assert_int_equal(oldest, 0);
}

static void a_draft_goes_after_its_days_and_not_before(void **state) {
    (void)state;
    save(1);
    assert_int_equal(store_confirm_day(store, DAY), OK);
    for (int day = 1; day <= KEEP; day++) {
        assert_int_equal(store_confirm_day(store, DAY + day), OK);
        assert_int_equal(expire(), 0);
        assert_true(there(1));
    }
    int due = -1;
    assert_int_equal(store_due(store, DAY + KEEP + 1, KEEP, &due), OK);
    assert_int_equal(due, 1);
    assert_int_equal(store_confirm_day(store, DAY + KEEP + 1), OK);
    assert_int_equal(expire(), 1);
    assert_false(there(1));
    assert_int_equal(expire(), 0);
}

static void a_save_makes_it_young_again(void **state) {
    (void)state;
    save(1);
    save(2);
    assert_int_equal(store_confirm_day(store, DAY), OK);
    walk_to(DAY + KEEP - 1);
    save(1); /* dated by the next day that is confirmed, never by one before */
    walk_to(DAY + KEEP + 1);
    assert_int_equal(expire(), 1);
    assert_true(there(1));
    assert_false(there(2));
    int drafts;
    int64_t oldest;
    assert_int_equal(store_count(store, &drafts, &oldest), OK);
    assert_int_equal(oldest, DAY + KEEP);
    walk_to(DAY + KEEP + KEEP);
    assert_int_equal(expire(), 0);
    walk_to(DAY + KEEP + KEEP + 1);
    assert_int_equal(expire(), 1);
    assert_false(there(1));
}

/* Between two confirmations: a save whose day is not known yet is younger than any. */
static void a_save_that_is_not_dated_yet_stays(void **state) {
    (void)state;
    save(1);
    assert_int_equal(store_confirm_day(store, DAY), OK);
    walk_to(DAY + KEEP + 1);
    save(1); /* one generation old, one without a day */
    save(2);
    int due = -1;
    assert_int_equal(store_due(store, DAY + KEEP + 1, KEEP, &due), OK);
    assert_int_equal(due, 0);
    assert_int_equal(expire(), 0);
    assert_true(there(1));
    assert_true(there(2));
}

/* The machine was not used for days: a draft saved before the day was confirmed counts from that
 * confirmation, not from the one before the save. */
static void days_nobody_confirmed_do_not_age(void **state) {
    (void)state;
    assert_int_equal(store_confirm_day(store, DAY), OK);
    save(1);
    assert_int_equal(store_confirm_day(store, DAY + 7), OK);
    walk_to(DAY + 7 + KEEP);
    assert_int_equal(expire(), 0);
    assert_true(there(1));
}

/* Days since 1970 that a broken clock may show. */
static void no_clock_deletes_anything(void **state) {
    (void)state;
    save(1);
    assert_int_equal(store_confirm_day(store, DAY), OK);
    const struct {
        int64_t day;
        Err says;
    } clocks[] = {
        {0, ERR_TOO_BIG}, /* 1 January 1970 */
        {-1, ERR_TOO_BIG},
        {DAY - 10 * YEAR, ERR_TOO_BIG}, /* ten years back */
        {DAY + 10 * YEAR, ERR_WAIT},    /* ten years on */
        {24855, ERR_WAIT},              /* 19 January 2038, the end of 32 bits */
        {24856, ERR_WAIT},
        {47481, ERR_WAIT},    /* 31 December 2099 */
        {47482, ERR_TOO_BIG}, /* 2100 */
        {47482 + YEAR, ERR_TOO_BIG},
        {21243, ERR_WAIT}, /* 29 February 2028 */
        {DAY + 8, ERR_WAIT},
        {INT64_MAX, ERR_TOO_BIG},
        {INT64_MIN, ERR_TOO_BIG},
        {DAY - 1, OK}, /* a day back: taken, and nothing is from the future */
        {DAY, OK},
        {DAY, OK}, /* the same day twice: the summer-time hour */
        {DAY + 1, OK},
    };
    for (size_t i = 0; i < sizeof clocks / sizeof clocks[0]; i++) {
        assert_int_equal(store_confirm_day(store, clocks[i].day), clocks[i].says);
        assert_int_equal(expire(), 0);
        assert_true(there(1));
        store_close(store); /* and it starts again whatever it was told */
        store = scene_open(folder);
    }
    assert_int_equal(store_today(store), DAY + 1);
}

static void a_jump_is_taken_when_a_person_says_so(void **state) {
    (void)state;
    save(1);
    assert_int_equal(store_confirm_day(store, DAY), OK);
    assert_int_equal(store_confirm_day(store, DAY + 42), ERR_WAIT); /* the summer holidays */
    int due = -1;
    assert_int_equal(store_due(store, DAY + 42, KEEP, &due), OK);
    assert_int_equal(due, 1);
    assert_int_equal(store_today(store), DAY);
    assert_int_equal(store_confirm_jump(store, DAY + 42), OK);
    assert_int_equal(expire(), 1);
}

static void a_mistaken_year_is_put_right_without_a_loss(void **state) {
    (void)state;
    assert_int_equal(store_confirm_day(store, DAY + YEAR), OK); /* meant: DAY */
    save(1);
    assert_int_equal(store_confirm_day(store, DAY + YEAR + 1), OK);
    assert_int_equal(store_confirm_day(store, DAY), OK);
    assert_int_equal(expire(), 0);
    assert_true(there(1));
    walk_to(DAY + KEEP);
    assert_int_equal(expire(), 0);
    walk_to(DAY + KEEP + 1); /* and it does not stay for ever */
    assert_int_equal(expire(), 1);
}

static void silly_numbers_delete_nothing(void **state) {
    (void)state;
    save(1);
    assert_int_equal(store_confirm_day(store, DAY), OK);
    int gone = -1;
    assert_int_equal(store_expire(store, -1, &gone), OK);
    assert_int_equal(gone, 0);
    assert_int_equal(store_expire(store, INT_MAX, &gone), OK);
    assert_int_equal(gone, 0);
    assert_true(there(1));
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        EACH(without_a_confirmed_day_nothing_ages),
        EACH(a_draft_goes_after_its_days_and_not_before),
        EACH(a_save_makes_it_young_again),
        EACH(a_save_that_is_not_dated_yet_stays),
        EACH(days_nobody_confirmed_do_not_age),
        EACH(no_clock_deletes_anything),
        EACH(a_jump_is_taken_when_a_person_says_so),
        EACH(a_mistaken_year_is_put_right_without_a_loss),
        EACH(silly_numbers_delete_nothing),
    };
    return cmocka_run_group_tests_name("store/days", tests, NULL, NULL);
}
