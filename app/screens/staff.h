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

/* A setting: what it is about, what it is now, a button that changes it; a second button or none.
 */
typedef struct StaffRow {
    const char *about, *value; /* value NULL: none shows */
    const char *button, *second;
    Tap *tap, *second_tap;
    int arg; /* of both */
} StaffRow;
void staff_row(Ui *ui, const StaffRow *row);

/* What a field of the place is called, as the id of a string. */
extern const char *const staff_place_ids[PLACE_FIELDS];

void staff_sound_begin(App *app, int ignored); /* a Tap */
void staff_touch_begin(App *app, int ignored); /* a Tap */

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
