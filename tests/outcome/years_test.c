/* School years, terms and what deadlines are offered, on real days and on every kind of day. */
#include "unit.h"

#include "outcome/years.h"

static Date on(int day, int month, int year) {
    return (Date){.year = year, .month = month, .day = day, .trusted = true};
}

static const Date no_clock = {.year = 1970, .month = 1, .day = 1};

static const Deadline *find(const Deadline *list, int count, DeadlineKind kind) {
    for (int i = 0; i < count; i++) {
        if (list[i].kind == kind) {
            return &list[i];
        }
    }
    return NULL;
}

static void assert_offer(int year_group, Date today, DeadlineKind kind, int number, int year,
                         int month) {
    Deadline list[DEADLINES_MOST];
    const Deadline *found = find(list, deadlines_for(year_group, today, list), kind);
    assert_non_null(found);
    assert_int_equal(found->number, number);
    assert_int_equal(found->year, year);
    assert_int_equal(found->month, month);
}

static void assert_no_offer(int year_group, Date today, DeadlineKind kind) {
    Deadline list[DEADLINES_MOST];
    assert_null(find(list, deadlines_for(year_group, today, list), kind));
}

static void assert_term_end(int year_group, Date today, int in_year, Term term, int year,
                            int month) {
    int got_year = 0, got_month = 0;
    assert_true(term_end(year_group, today, in_year, term, &got_year, &got_month));
    assert_int_equal(got_year, year);
    assert_int_equal(got_month, month);
}

/* The days of the project's facts about school years. */
static void a_child_in_year_6_in_november(void **state) {
    (void)state;
    Date today = on(22, 11, 2026);
    assert_term_end(6, today, 7, TERM_AUTUMN, 2027, 12);
    assert_term_end(6, today, key_stage_last_year(2), TERM_SUMMER, 2027, 7);
    assert_term_end(6, today, key_stage_last_year(3), TERM_SUMMER, 2030, 7);
    assert_term_end(6, today, 6, TERM_SPRING, 2027, 4);
    assert_offer(6, today, DEADLINE_TERM, TERM_AUTUMN, 2026, 12);
    assert_offer(6, today, DEADLINE_NEXT_TERM, TERM_SPRING, 2027, 4);
    assert_offer(6, today, DEADLINE_YEAR, 6, 2027, 7);
    assert_offer(6, today, DEADLINE_NEXT_YEAR, 7, 2028, 7);
    assert_offer(6, today, DEADLINE_STAGE, 3, 2030, 7); /* Key Stage 2 ends with this year */
    assert_offer(6, today, DEADLINE_AGE, 14, 0, 0);
    assert_no_offer(6, today, DEADLINE_COURSE);
}

static void the_nearest_comes_first(void **state) {
    (void)state;
    static const DeadlineKind expected[] = {DEADLINE_TERM,   DEADLINE_NEXT_TERM, DEADLINE_YEAR,
                                            DEADLINE_REVIEW, DEADLINE_NEXT_YEAR, DEADLINE_STAGE,
                                            DEADLINE_AGE};
    enum { EXPECTED = sizeof expected / sizeof expected[0] };
    Deadline list[DEADLINES_MOST];
    assert_int_equal(deadlines_for(6, on(22, 11, 2026), list), EXPECTED);
    for (int i = 0; i < EXPECTED; i++) {
        assert_int_equal(list[i].kind, expected[i]);
    }
}

static void in_august_the_year_is_that_of_september(void **state) {
    (void)state;
    Date today = on(20, 8, 2027);
    assert_true(year_asks_september(today));
    assert_false(year_asks_september(on(31, 7, 2027)));
    assert_false(year_asks_september(on(1, 9, 2027)));
    assert_false(year_asks_september((Date){.year = 2027, .month = 8, .day = 20}));
    assert_int_equal(school_year(today), 2027);
    assert_int_equal(term_of(today), TERM_AUTUMN);
    assert_offer(7, today, DEADLINE_YEAR, 7, 2028, 7);
    assert_offer(7, today, DEADLINE_TERM, TERM_AUTUMN, 2027, 12);
}

static void a_child_in_reception_looks_to_key_stage_1(void **state) {
    (void)state;
    Date today = on(22, 11, 2026);
    assert_term_end(YEAR_RECEPTION, today, key_stage_last_year(1), TERM_SUMMER, 2029, 7);
    assert_offer(YEAR_RECEPTION, today, DEADLINE_STAGE, 1, 2029, 7);
    assert_offer(YEAR_NURSERY, today, DEADLINE_STAGE, 0, 2028, 7);
}

static void what_has_gone_is_not_dated(void **state) {
    (void)state;
    int year = 0, month = 0;
    Date today = on(22, 11, 2026);
    assert_false(term_end(13, today, key_stage_last_year(4), TERM_SUMMER, &year, &month));
    assert_false(term_end(6, on(1, 1, 2027), 6, TERM_AUTUMN, &year, &month));
    assert_false(term_end(6, on(16, 4, 2027), 6, TERM_SPRING, &year, &month));
    assert_false(term_end(6, on(1, 8, 2027), 5, TERM_SUMMER, &year, &month));
    assert_false(term_end(YEAR_NOT_SAID, today, 6, TERM_SUMMER, &year, &month));
    assert_false(term_end(6, no_clock, 6, TERM_SUMMER, &year, &month));
    assert_int_equal(year, 0);
    assert_int_equal(month, 0);
    assert_term_end(6, on(31, 12, 2026), 6, TERM_AUTUMN, 2026, 12);
    assert_term_end(6, on(15, 4, 2027), 6, TERM_SPRING, 2027, 4);
    assert_term_end(6, on(31, 7, 2027), 6, TERM_SUMMER, 2027, 7);
}

static void from_year_14_on_there_is_no_key_stage(void **state) {
    (void)state;
    Date today = on(22, 11, 2026);
    assert_no_offer(13, today, DEADLINE_STAGE);
    for (int year_group = YEAR_LAST; year_group <= YEAR_COLLEGE; year_group++) {
        assert_no_offer(year_group, today, DEADLINE_STAGE);
        assert_no_offer(year_group, today, DEADLINE_NEXT_YEAR);
        assert_offer(year_group, today, DEADLINE_COURSE, 0, 0, 0);
        assert_offer(year_group, today, DEADLINE_MONTH, 2, 2027, 2);
    }
    assert_offer(YEAR_LAST, today, DEADLINE_AGE, 21, 0, 0);
    assert_offer(YEAR_COLLEGE, today, DEADLINE_AGE, 25, 0, 0);
}

static void a_term_that_is_nearly_over_is_not_offered(void **state) {
    (void)state;
    assert_offer(3, on(10, 12, 2026), DEADLINE_TERM, TERM_AUTUMN, 2026, 12);
    assert_no_offer(3, on(11, 12, 2026), DEADLINE_TERM);
    /* Oxfordshire schools close on 18 and 19 December, 25 and 27 March, 20 and 21 July. */
    assert_no_offer(3, on(18, 12, 2026), DEADLINE_TERM);
    assert_no_offer(3, on(26, 3, 2027), DEADLINE_TERM);
    assert_no_offer(3, on(20, 7, 2027), DEADLINE_YEAR);
    assert_offer(3, on(20, 7, 2027), DEADLINE_NEXT_YEAR, 4, 2028, 7);
    assert_offer(3, on(20, 7, 2027), DEADLINE_NEXT_TERM, TERM_AUTUMN, 2027, 12);
}

static void a_day_is_offered_once_in_its_plainest_words(void **state) {
    (void)state;
    Date spring = on(1, 2, 2027), summer = on(1, 5, 2027);
    assert_no_offer(3, spring, DEADLINE_NEXT_TERM); /* the summer term ends with Year 3 */
    assert_offer(3, spring, DEADLINE_YEAR, 3, 2027, 7);
    assert_no_offer(3, summer, DEADLINE_TERM);
    assert_no_offer(5, spring, DEADLINE_NEXT_YEAR); /* Year 6 ends with Key Stage 2 */
    assert_offer(5, spring, DEADLINE_STAGE, 2, 2028, 7);
}

static void without_a_year_group_the_words_fit_anyone(void **state) {
    (void)state;
    Date autumn = on(22, 11, 2026), spring = on(1, 2, 2027);
    assert_offer(YEAR_NOT_SAID, autumn, DEADLINE_TERM, TERM_AUTUMN, 2026, 12);
    assert_offer(YEAR_NOT_SAID, autumn, DEADLINE_NEXT_TERM, TERM_SPRING, 2027, 4);
    assert_offer(YEAR_NOT_SAID, autumn, DEADLINE_MONTH, 7, 2027, 7);
    assert_offer(YEAR_NOT_SAID, spring, DEADLINE_NEXT_TERM, TERM_SUMMER, 2027, 7);
    assert_offer(YEAR_NOT_SAID, spring, DEADLINE_MONTH, 7, 2028, 7);
    assert_offer(YEAR_NOT_SAID, no_clock, DEADLINE_TERM, TERM_SUMMER, 0, 0);
    assert_no_offer(YEAR_NOT_SAID, autumn, DEADLINE_YEAR);
    assert_no_offer(YEAR_NOT_SAID, autumn, DEADLINE_STAGE);
    assert_no_offer(YEAR_NOT_SAID, autumn, DEADLINE_AGE);
}

static void ages_are_ahead_of_every_child_in_the_year(void **state) {
    (void)state;
    static const int expected[] = {5,  7,  7,  11, 11, 11, 11, 14, 14,
                                   14, 16, 16, 18, 18, 21, 21, 25}; /* nursery to college */
    for (int year_group = YEAR_NURSERY; year_group <= YEAR_COLLEGE; year_group++) {
        assert_offer(year_group, on(22, 11, 2026), DEADLINE_AGE,
                     expected[year_group - YEAR_NURSERY], 0, 0);
    }
}

static void stages_follow_the_year_group(void **state) {
    (void)state;
    static const int key_stages[] = {0, 0, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5};
    for (int year_group = YEAR_NURSERY; year_group <= 13; year_group++) {
        assert_int_equal(key_stage(year_group), key_stages[year_group - YEAR_NURSERY]);
    }
    assert_int_equal(year_stage(YEAR_NOT_SAID), STAGE_PRIMARY);
    assert_int_equal(year_stage(YEAR_NURSERY), STAGE_EARLY);
    assert_int_equal(year_stage(YEAR_RECEPTION), STAGE_EARLY);
    assert_int_equal(year_stage(1), STAGE_PRIMARY);
    assert_int_equal(year_stage(6), STAGE_PRIMARY);
    assert_int_equal(year_stage(7), STAGE_SECONDARY);
    assert_int_equal(year_stage(11), STAGE_SECONDARY);
    assert_int_equal(year_stage(12), STAGE_POST16);
    assert_int_equal(year_stage(YEAR_COLLEGE), STAGE_POST16);
    for (int stage = 0; stage < STAGE_COUNT; stage++) {
        assert_non_null(stage_names[stage]);
    }
    assert_null(stage_names[STAGE_COUNT]);
}

static void holidays_belong_to_the_term_that_follows(void **state) {
    (void)state;
    assert_int_equal(term_of(on(1, 9, 2026)), TERM_AUTUMN);
    assert_int_equal(term_of(on(31, 12, 2026)), TERM_AUTUMN);
    assert_int_equal(term_of(on(1, 1, 2027)), TERM_SPRING);
    assert_int_equal(term_of(on(15, 4, 2027)), TERM_SPRING);
    assert_int_equal(term_of(on(16, 4, 2027)), TERM_SUMMER);
    assert_int_equal(term_of(on(31, 7, 2027)), TERM_SUMMER);
    assert_int_equal(term_of(on(1, 8, 2027)), TERM_AUTUMN);
}

static int last_day(int month, int year) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && year % 4 == 0 ? 29 : days[month - 1];
}

static void assert_not_gone(const Deadline *deadline, Date today) {
    static const int ends[] = {[4] = 15, [7] = 31, [12] = 31}; /* of terms */
    if (deadline->month == 0) {
        assert_int_equal(deadline->year, 0);
        return;
    }
    assert_in_range(deadline->month, 1, 12);
    if (deadline->kind != DEADLINE_MONTH) {
        assert_true(deadline->month == 4 || deadline->month == 7 || deadline->month == 12);
        bool later = deadline->year * 12 + deadline->month > today.year * 12 + today.month;
        bool same = deadline->year == today.year && deadline->month == today.month;
        assert_true(later || (same && today.day <= ends[deadline->month]));
    } else {
        assert_true(deadline->year * 12 + deadline->month > today.year * 12 + today.month);
    }
}

static void assert_list_holds(int year_group, Date today) {
    Deadline list[DEADLINES_MOST];
    int count = deadlines_for(year_group, today, list);
    int last_dated = 0;
    assert_in_range(count, 3, DEADLINES_MOST);
    for (int i = 0; i < count; i++) {
        assert_not_gone(&list[i], today);
        int months = list[i].year * 12 + list[i].month;
        if (months > 0) {
            assert_true(months > last_dated); /* nearest first, and no day twice */
            last_dated = months;
        }
        if (list[i].kind == DEADLINE_YEAR || list[i].kind == DEADLINE_NEXT_YEAR) {
            assert_true(list[i].number >= year_group && year_group != YEAR_NOT_SAID);
        }
        if (list[i].kind == DEADLINE_STAGE) {
            assert_true(key_stage_last_year(list[i].number) > year_group);
        }
        if (!today.trusted) {
            assert_int_equal(months, 0);
            assert_true(list[i].kind != DEADLINE_NEXT_TERM && list[i].kind != DEADLINE_MONTH);
            assert_true(list[i].kind != DEADLINE_TERM || year_group == YEAR_NOT_SAID);
        }
        for (int j = 0; j < i; j++) {
            assert_false(list[i].kind == list[j].kind && list[i].number == list[j].number);
        }
    }
}

static void every_year_group_on_the_edges_of_every_month(void **state) {
    (void)state;
    static const int groups[] = {
        YEAR_NOT_SAID, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    for (size_t g = 0; g < sizeof groups / sizeof groups[0]; g++) {
        for (int year = 2026; year <= 2028; year++) {
            for (int month = 1; month <= 12; month++) {
                for (int day = 1; day <= last_day(month, year); day++) {
                    assert_list_holds(groups[g], on(day, month, year));
                }
            }
        }
        assert_list_holds(groups[g], no_clock);
        assert_list_holds(groups[g], (Date){.year = 2026, .month = 7, .day = 30});
    }
}

static void an_untrusted_clock_changes_nothing(void **state) {
    (void)state;
    for (int year_group = YEAR_NURSERY; year_group <= YEAR_COLLEGE; year_group++) {
        Deadline first[DEADLINES_MOST], list[DEADLINES_MOST];
        int count = deadlines_for(year_group, no_clock, first);
        for (int month = 1; month <= 12; month++) {
            Date today = {.year = 2031, .month = month, .day = 28};
            assert_int_equal(deadlines_for(year_group, today, list), count);
            for (int i = 0; i < count; i++) {
                assert_int_equal(list[i].kind, first[i].kind);
                assert_int_equal(list[i].number, first[i].number);
            }
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_child_in_year_6_in_november),
        cmocka_unit_test(the_nearest_comes_first),
        cmocka_unit_test(in_august_the_year_is_that_of_september),
        cmocka_unit_test(a_child_in_reception_looks_to_key_stage_1),
        cmocka_unit_test(what_has_gone_is_not_dated),
        cmocka_unit_test(from_year_14_on_there_is_no_key_stage),
        cmocka_unit_test(a_term_that_is_nearly_over_is_not_offered),
        cmocka_unit_test(a_day_is_offered_once_in_its_plainest_words),
        cmocka_unit_test(without_a_year_group_the_words_fit_anyone),
        cmocka_unit_test(ages_are_ahead_of_every_child_in_the_year),
        cmocka_unit_test(stages_follow_the_year_group),
        cmocka_unit_test(holidays_belong_to_the_term_that_follows),
        cmocka_unit_test(every_year_group_on_the_edges_of_every_month),
        cmocka_unit_test(an_untrusted_clock_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
