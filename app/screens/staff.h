/* What the staff pages share: rows of checks. */
#ifndef SCREENS_STAFF_H
#define SCREENS_STAFF_H

#include "screens/screens.h"

/* A line of health: a tick or a warning, what it is about, what is so. */
typedef struct Check {
    const char *about, *value;
    bool well;
} Check;

enum { CHECKS_MOST = 28 };

/* The short list of the staff page, or everything for the readiness report. Texts are this frame's.
 */
int staff_checks(Ui *ui, const App *app, bool all, Check out[CHECKS_MOST]);
void staff_check_row(Ui *ui, const Check *check);

const char *staff_date(Ui *ui, const App *app, Date date); /* '22 November 2026' */

/* Questions of screen_staff_ask, its arg. */
typedef enum StaffQuestion {
    ASK_DELETE_ALL,
    ASK_DELETE_EXPIRED,
    ASK_JUMP, /* a date more than a week after the last one */
    ASK_RESTART,
    ASK_TURN_OFF
} StaffQuestion;

#endif
