/* What the numbers of a draft may be, in the program and in its file. */
#ifndef OUTCOME_DRAFT_LIMITS_H
#define OUTCOME_DRAFT_LIMITS_H

enum {
    REVIEW_YEAR_FIRST = 1970, /* where the clocks of computers begin */
    REVIEW_YEAR_LAST = 9999,
    MONTHS = 12
};

#endif
