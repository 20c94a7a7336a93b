/* Dates of the school year in England, by arithmetic on the day that is passed in.
 *
 * August counts to the year that begins in September: schools are closed, and 'which year?' then
 * means 'which year in September?'. Terms end on fixed days here, later than any school's own end;
 * a deadline needs some weeks before it, so none is offered that a school has already passed. */
#include "outcome/years.h"

#include <assert.h>
#include <stddef.h>

const char *const stage_names[] = {"early", "primary", "secondary", "post16", NULL};

enum {
    AUGUST = 8,
    MONTHS_A_YEAR = 12,
    DAYS_A_MONTH = 31, /* for comparing days: months as if all were long */
    LEAD_DAYS = 21,    /* a deadline nearer than this is no time to learn anything */
    TERMS = 3,
    REVIEW_MONTHS = 12, /* an annual review is at most that far off (Oxfordshire guide) */
    COURSE_YEARS = 2,   /* where to sort the end of a course of unknown length */
    FIRST_COURSE = 12,  /* Year 12: post-16 */
    FIRST_MONTHS = 14,  /* Year 14 and beyond: months stand in for key stages */
    LAST_KEY_STAGE = 5,
    AGE_IN_YEAR_0 = 5, /* everyone in Reception turns 5 in that school year */
    RELATIVE_YEAR = 2000
};

/* The last month and day of each term, as in years.h. */
static const int term_month[TERMS] = {[TERM_AUTUMN] = 12, [TERM_SPRING] = 4, [TERM_SUMMER] = 7};
static const int term_day[TERMS] = {[TERM_AUTUMN] = 31, [TERM_SPRING] = 15, [TERM_SUMMER] = 31};

Stage year_stage(int year_group) {
    if (year_group == YEAR_NOT_SAID) {
        return STAGE_PRIMARY;
    }
    if (year_group <= YEAR_RECEPTION) {
        return STAGE_EARLY;
    }
    if (year_group <= key_stage_last_year(2)) {
        return STAGE_PRIMARY;
    }
    return year_group <= key_stage_last_year(4) ? STAGE_SECONDARY : STAGE_POST16;
}

Term term_of(Date day) {
    if (day.month >= AUGUST) {
        return TERM_AUTUMN;
    }
    bool spring = day.month < term_month[TERM_SPRING] ||
                  (day.month == term_month[TERM_SPRING] && day.day <= term_day[TERM_SPRING]);
    return spring ? TERM_SPRING : TERM_SUMMER;
}

int key_stage_last_year(int stage) {
    static const int last[LAST_KEY_STAGE + 1] = {YEAR_RECEPTION, 2, 6, 9, 11, 13};
    assert(stage >= 0 && stage <= LAST_KEY_STAGE);
    return last[stage];
}

int key_stage(int year_group) {
    int stage = 0;
    while (stage < LAST_KEY_STAGE && year_group > key_stage_last_year(stage)) {
        stage++;
    }
    return stage;
}

int school_year(Date day) {
    return day.month >= AUGUST ? day.year : day.year - 1;
}

bool year_asks_september(Date today) {
    return today.trusted && today.month == AUGUST;
}

/* Days for comparing only: longer months than real ones keep the order. */
static int day_number(int year, int month, int day) {
    return (year * MONTHS_A_YEAR + month) * DAYS_A_MONTH + day;
}

static int today_number(Date today) {
    return day_number(today.year, today.month, today.day);
}

static int term_year(int school_year_start, Term term) {
    return term == TERM_AUTUMN ? school_year_start : school_year_start + 1;
}

bool term_end(int year_group, Date today, int in_year, Term term, int *year, int *month) {
    if (!today.trusted || year_group == YEAR_NOT_SAID) {
        return false;
    }
    int falls = term_year(school_year(today) + in_year - year_group, term);
    if (day_number(falls, term_month[term], term_day[term]) < today_number(today)) {
        return false;
    }
    *year = falls;
    *month = term_month[term];
    return true;
}

/* The offers as they are found, kept in order. */
typedef struct Offers {
    Date today;
    int start;      /* year in which the school year began */
    int year_group; /* 0 stands in when it was not said: only differences count */
    int count;
    Deadline *out;
    int order[DEADLINES_MOST]; /* month by which each is reached, counted from year 0 */
} Offers;

static void insert(Offers *offers, Deadline deadline, int order) {
    assert(offers->count < DEADLINES_MOST);
    int at = offers->count++;
    for (; at > 0 && offers->order[at - 1] > order; at--) {
        offers->out[at] = offers->out[at - 1];
        offers->order[at] = offers->order[at - 1];
    }
    offers->out[at] = deadline;
    offers->order[at] = order;
}

static int month_count(int year, int month) {
    return year * MONTHS_A_YEAR + month;
}

/* One without a date of its own; years and months say where it belongs in the order. */
static void offer_undated(Offers *offers, DeadlineKind kind, int number, int order) {
    insert(offers, (Deadline){.kind = kind, .number = number}, order);
}

static void offer_dated(Offers *offers, DeadlineKind kind, int number, int year, int month) {
    int order = month_count(year, month);
    for (int i = 0; i < offers->count; i++) {
        if (offers->out[i].month && offers->order[i] == order) {
            return; /* the same day in other words; the first words are the plainer ones */
        }
    }
    insert(offers, (Deadline){.kind = kind, .number = number, .year = year, .month = month}, order);
}

/* With time left to get there? */
static bool ahead(const Offers *offers, int year, Term term) {
    return day_number(year, term_month[term], term_day[term]) >=
           today_number(offers->today) + LEAD_DAYS;
}

/* The end of the school year that is in_year for the child. */
static void offer_year(Offers *offers, DeadlineKind kind, int number, int in_year) {
    int year = offers->start + 1 + in_year - offers->year_group;
    if (ahead(offers, year, TERM_SUMMER)) {
        offer_dated(offers, kind, number, year, term_month[TERM_SUMMER]);
    }
}

static void offer_terms(Offers *offers) {
    Term term = term_of(offers->today);
    int year = term_year(offers->start, term);
    if (ahead(offers, year, term)) {
        offer_dated(offers, DEADLINE_TERM, (int)term, year, term_month[term]);
    }
    Term next = term == TERM_SUMMER ? TERM_AUTUMN : term + 1;
    int begun = term == TERM_SUMMER ? offers->start + 1 : offers->start;
    offer_dated(offers, DEADLINE_NEXT_TERM, (int)next, term_year(begun, next), term_month[next]);
}

static void offer_stage(Offers *offers) {
    int stage = key_stage(offers->year_group);
    if (key_stage_last_year(stage) <= offers->year_group) {
        stage++; /* it ends with this year, and that is offered as the end of the year */
    }
    if (stage <= LAST_KEY_STAGE) {
        offer_year(offers, DEADLINE_STAGE, stage, key_stage_last_year(stage));
    }
}

/* The next round age that no child of this year group has reached. At college only the last: plans
 * may run to 25, and how old someone is there cannot be told. */
static void offer_age(Offers *offers) {
    static const int ages[] = {5, 7, 11, 14, 16, 18, 21, 25};
    enum { AGES = sizeof ages / sizeof ages[0] };
    int at = AGES - 1;
    int turned = offers->year_group + AGE_IN_YEAR_0;
    while (offers->year_group < YEAR_COLLEGE && at > 0 && ages[at - 1] > turned) {
        at--;
    }
    int reached = offers->start + 1 + ages[at] - turned;
    offer_undated(offers, DEADLINE_AGE, ages[at], month_count(reached, AUGUST));
}

static void offer_months(Offers *offers) {
    static const int ahead_by[] = {3, 6};
    for (size_t i = 0; i < sizeof ahead_by / sizeof ahead_by[0]; i++) {
        int months = month_count(offers->today.year, offers->today.month) - 1 + ahead_by[i];
        int month = months % MONTHS_A_YEAR + 1;
        offer_dated(offers, DEADLINE_MONTH, month, months / MONTHS_A_YEAR, month);
    }
}

static void offer_known_year(Offers *offers, int year_group) {
    offer_year(offers, DEADLINE_YEAR, year_group, year_group);
    if (year_group < YEAR_LAST) {
        offer_stage(offers); /* before the next year, which may end on the same day */
        offer_year(offers, DEADLINE_NEXT_YEAR, year_group + 1, year_group + 1);
    }
    offer_age(offers);
    if (year_group >= FIRST_COURSE) {
        offer_undated(offers, DEADLINE_COURSE, 0,
                      month_count(offers->start + COURSE_YEARS, term_month[TERM_SUMMER]));
    }
}

/* Without a year group: the end of a school year is July, and words that fit anyone. */
static void offer_unknown_year(Offers *offers) {
    if (!offers->today.trusted) {
        offer_undated(offers, DEADLINE_TERM, TERM_SUMMER,
                      month_count(offers->start + 1, term_month[TERM_SUMMER]));
        offer_undated(offers, DEADLINE_COURSE, 0,
                      month_count(offers->start + COURSE_YEARS, term_month[TERM_SUMMER]));
        return;
    }
    offer_terms(offers);
    int before = offers->count;
    for (int ahead_by = 0; ahead_by < COURSE_YEARS && offers->count == before; ahead_by++) {
        offer_year(offers, DEADLINE_MONTH, term_month[TERM_SUMMER], ahead_by);
    }
}

int deadlines_for(int year_group, Date today, Deadline out[DEADLINES_MOST]) {
    bool said = year_group != YEAR_NOT_SAID;
    if (!today.trusted) { /* some day early in a year: only what is relative to it is kept */
        today = (Date){.year = RELATIVE_YEAR, .month = AUGUST + 1, .day = 1};
    }
    Offers offers = {.today = today,
                     .start = school_year(today),
                     .year_group = said ? year_group : 0,
                     .out = out};
    if (said) {
        offer_known_year(&offers, year_group);
    } else {
        offer_unknown_year(&offers);
    }
    offer_undated(&offers, DEADLINE_REVIEW, 0,
                  month_count(today.year, today.month) + REVIEW_MONTHS);
    if (today.trusted && said && year_group < YEAR_COLLEGE) {
        offer_terms(&offers);
    }
    if (today.trusted && year_group >= FIRST_MONTHS) {
        offer_months(&offers);
    }
    for (int i = 0; i < offers.count && !today.trusted; i++) {
        out[i].year = out[i].month = 0;
    }
    return offers.count;
}
