/* School years, ages, key stages and terms in England, and the deadlines that a family may choose.
 * Pure: the date is passed in. Facts: school year 1 September to 31 August; Year = age on 31 August
 * before the year starts - 4, Reception = 0. */
#ifndef OUTCOME_YEARS_H
#define OUTCOME_YEARS_H

#include "outcome/draft.h"

#include <stdbool.h>

typedef struct Date {
    int year, month, day; /* month and day from 1 */
    bool trusted;         /* false: the clock may be wrong; then only relative words are offered */
} Date;

typedef enum Stage { STAGE_EARLY, STAGE_PRIMARY, STAGE_SECONDARY, STAGE_POST16, STAGE_COUNT } Stage;

extern const char *const stage_names[];

/* Stage of life of a year group; unknown year groups count as primary. */
Stage year_stage(int year_group);

/* Kinds of deadline; the words come from content (strings 'when.KIND', with {year} {age} {month}).
 */
typedef enum DeadlineKind {
    DEADLINE_TERM,      /* end of this term: {term} is autumn, spring, summer */
    DEADLINE_NEXT_TERM, /* end of the next term */
    DEADLINE_YEAR,      /* end of this school year: 'by the end of Year {year}' */
    DEADLINE_NEXT_YEAR, /* end of Year n + 1 */
    DEADLINE_STAGE,  /* end of the key stage the child is in, or of the next when it is this year's
                        end; 0: early years */
    DEADLINE_AGE,    /* by age {age} */
    DEADLINE_REVIEW, /* by the next review */
    DEADLINE_COURSE, /* by the end of the course */
    DEADLINE_MONTH,  /* by {month} */
    DEADLINE_KINDS
} DeadlineKind;

typedef enum Term { TERM_AUTUMN, TERM_SPRING, TERM_SUMMER } Term;

typedef struct Deadline {
    DeadlineKind kind;
    int number;      /* year group, key stage, age, month, or Term, by kind */
    int year, month; /* when it falls: 0 where the clock is not to be trusted or it has no date */
} Deadline;

enum { DEADLINES_MOST = 12 };

/* The deadlines to offer a child of that year group on that day, nearest first; nothing that has
 * gone, nor what is less than three weeks off. Each day is offered once: the end of Year 6 not
 * again as the end of its summer term. Where the year group was not said, words that fit anyone:
 * terms, July, the review. Returns how many, at least three. With an untrusted date: relative ones
 * only (no month and no year). */
int deadlines_for(int year_group, Date today, Deadline out[DEADLINES_MOST]);

/* The term a day falls in (holidays belong to the term that follows; internal ends 31 December,
 * 15 April, 31 July), and the key stage 1 to 5 of a year group (0: early years). */
Term term_of(Date day);
int key_stage(int year_group);

/* The year group with which a key stage (0 to 5; 0: early years) ends. */
int key_stage_last_year(int stage);

/* The year in whose September the school year of that day began. August counts to the next. */
int school_year(Date day);

/* True in August: then ask 'Which year in September?', and year groups mean that year. */
bool year_asks_september(Date today);

/* When a term of school year in_year ends for a child now in year_group: the end of a year is that
 * of its summer term. False, and nothing set, when it has gone, when the year group was not said or
 * the date cannot be trusted. The spring term ends at Easter: late March or April. */
bool term_end(int year_group, Date today, int in_year, Term term, int *year, int *month);

#endif
