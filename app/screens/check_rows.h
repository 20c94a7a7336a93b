/* What the check page asks about an outcome, and in which order. No drawing here. */
#ifndef SCREENS_CHECK_ROWS_H
#define SCREENS_CHECK_ROWS_H

#include "screens/screens.h"

/* One outcome, composed and checked. Of this frame. */
typedef struct Checkup {
    const Outcome *outcome;
    const Composed *composed;
    const Checked *checked;
} Checkup;

Checkup checkup_of(Ui *ui, const App *app, int index);

/* What can be seen to be there in an outcome. */
typedef struct Facts {
    bool what;            /* it says what the child will do */
    bool about, doing;    /* it is about the child; it is the child who does it */
    bool know, when, why; /* how everyone will know; by when; why */
    bool where, hope, hard, help;
    bool plain, seen, one; /* plain words; could be seen; one thing */
} Facts;

Facts facts_of(const Checkup *checkup);

/* A row of the page. */
typedef struct CheckRow {
    const char *ask, *hint, *fix; /* string ids; ask is NULL where a finding asks */
    Tap *tap;                     /* what the one button does; NULL: Yes and Not sure */
    int arg;
    const Finding *finding; /* NULL: none */
    int fault;              /* what 'Keep it as it is' puts aside, from 1; 0: nothing */
    bool counts;            /* 'one thing to look at' on the plan page */
    bool yours;             /* only the family can say */
    bool unsure;            /* they said 'Not sure' */
} CheckRow;

enum { CHECK_ROWS_MOST = 24 };

/* At most one finding, then what is open, then what only the family can say. Returns how many. */
int check_rows(const App *app, const Checkup *checkup, CheckRow rows[CHECK_ROWS_MOST]);

/* The words of a finding: its kind question with the words that set it off. */
const char *check_words(Ui *ui, const App *app, const Checkup *checkup, const Finding *finding);

/* Words of harm anywhere in the current outcome: no questions then, and no praise. */
bool check_distress(const App *app);

#endif
