/* What the check page asks about an outcome, and in which order. No drawing here. */
#ifndef SCREENS_CHECK_ROWS_H
#define SCREENS_CHECK_ROWS_H

#include "outcome/asks.h"
#include "screens/screens.h"

/* One outcome, composed and checked. Of this frame. */
typedef struct Checkup {
    const Outcome *outcome;
    const Composed *composed;
    const Checked *checked;
} Checkup;

Checkup checkup_of(Ui *ui, const App *app, int index);

/* A row of the page. */
typedef struct CheckRow {
    const char *ask, *hint, *fix; /* string ids; ask is NULL where a finding asks */
    Tap *tap;                     /* what the one button does; NULL: Yes and Not sure */
    int arg;
    const Finding *finding; /* NULL: none */
    const char *plain;      /* what the one button swaps in; NULL: nothing */
    Tap *aside;             /* puts it aside for good; NULL: that cannot be */
    int aside_arg;
    bool yours;  /* only the family can say */
    bool unsure; /* they said 'Not sure' */
} CheckRow;

enum { CHECK_ROWS_MOST = ASKS_MOST + 1 };

/* The rows of asks_of, and who is speaking from Year 9 on. Returns how many. */
int check_rows(const App *app, const Checkup *checkup, CheckRow rows[CHECK_ROWS_MOST]);

/* The words of a finding: its kind question with the words that set it off. */
const char *check_words(Ui *ui, const App *app, const Checkup *checkup, const Finding *finding);

/* draft_distress of the current outcome. */
bool check_distress(const App *app);

#endif
