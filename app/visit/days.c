/* Days as numbers, and what passing days do to drafts. The machine's clock may be wrong: only a day
 * that staff confirmed or a real clock gave makes a draft older. */
#include "visit/staff.h"

enum { DAYS_400_YEARS = 146097, DAYS_TO_1970 = 719468, MONTHS = 12 };

/* The civil calendar with years that begin in March, so that the leap day is the last. */
int64_t day_of(Date date) {
    int64_t year = date.year - (date.month <= 2);
    int64_t era = (year >= 0 ? year : year - 399) / 400, of_era = year - era * 400;
    int64_t month = (date.month + 9) % MONTHS;
    int64_t of_year = (153 * month + 2) / 5 + date.day - 1;
    int64_t of_400 = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return era * DAYS_400_YEARS + of_400 - DAYS_TO_1970;
}

Date date_of(int64_t day) {
    day += DAYS_TO_1970;
    int64_t era = (day >= 0 ? day : day - (DAYS_400_YEARS - 1)) / DAYS_400_YEARS;
    int64_t of_400 = day - era * DAYS_400_YEARS;
    int64_t of_era = (of_400 - of_400 / 1460 + of_400 / 36524 - of_400 / 146096) / 365;
    int64_t of_year = of_400 - (365 * of_era + of_era / 4 - of_era / 100);
    int64_t from_march = (5 * of_year + 2) / 153;
    Date date = {.day = (int)(of_year - (153 * from_march + 2) / 5 + 1),
                 .month = (int)(from_march < 10 ? from_march + 3 : from_march - 9)};
    date.year = (int)(of_era + era * 400 + (date.month <= 2));
    return date;
}

static int days_in(int year, int month) {
    Date first = {year, month, 1, false};
    Date next = {month == MONTHS ? year + 1 : year, month % MONTHS + 1, 1, false};
    return (int)(day_of(next) - day_of(first));
}

Date date_moved(Date date, int days, int months, int years) {
    bool trusted = date.trusted;
    int month = date.year * MONTHS + date.month - 1 + months + years * MONTHS;
    date.year = month / MONTHS;
    date.month = month % MONTHS + 1;
    int most = days_in(date.year, date.month);
    date.day = date.day > most ? most : date.day;
    date = date_of(day_of(date) + days);
    date.trusted = trusted;
    return date;
}

Date date_today(const App *app, Date machine) {
    return app->moved_days == 0 ? machine : date_moved(machine, app->moved_days, 0, 0);
}

void app_days_pass(App *app) {
    int gone = 0;
    int64_t today = day_of(app->clock.today);
    if (app->site.real_clock && app->clock.today.trusted && today != store_today(app->store)) {
        store_confirm_day(app->store, today); /* a leap of more than a week waits for staff */
    }
    if (store_today(app->store) != app->expired_day) {
        if (store_expire(app->store, app->site.keep_days, &gone) == OK) {
            app->expired_day = store_today(app->store);
        }
    }
}
