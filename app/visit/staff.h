/* What staff may do behind the PIN: look at counts, set the date, change settings, delete.
 *
 * No screen here, and nothing of a family: a PIN guards buttons, never data. */
#ifndef VISIT_STAFF_H
#define VISIT_STAFF_H

#include "visit/app.h"

/* Settings that staff changed before, over those of kiosk.json; tries that are to be waited for. At
 * start, after app_init. */
void staff_load(App *app);

/* The PIN page opens: nothing typed, choosing when there is no PIN yet. */
void staff_pin_begin(App *app);
void staff_pin_figure(App *app, char figure);
void staff_pin_back(App *app);  /* takes the last figure away */
void staff_pin_enter(App *app); /* starts a job when there is something to find out */

/* Jobs of the PIN (work.c). */
void staff_fill_job(const App *app, Job *job);
void staff_pin_made(App *app, const Job *job);
void staff_pin_checked(App *app, const Job *job);

/* As though none had ever been chosen. */
Err staff_forget_pin(Store *store);

/* Counts and looks again. */
void staff_look(App *app);

typedef enum StaffSetting { SETTING_KEEP, SETTING_IDLE, SETTING_COUNT } StaffSetting;

/* What a setting may be, and what it is now: days, seconds. */
enum { STAFF_CHOICES = 5 };
int staff_choices(StaffSetting setting, int out[STAFF_CHOICES]);
int staff_setting(const App *app, StaffSetting setting);
void staff_set(App *app, StaffSetting setting, int value);

/* place.c: place and contact details, kept in the store and shown at once wherever the place is
 * named. What cannot be kept is not shown either. */
void staff_load_place(App *app); /* at start: staff's words over the files' */
void staff_say_place(App *app, PlaceField field, const char *text);
void staff_put_place_back(App *app, PlaceField field); /* as the files say */

/* The date on the screen is right. ERR_WAIT: it lies more than a week after the last one that was
 * confirmed; sure confirms it all the same. Drafts whose days are over go. */
Err staff_confirm_date(App *app, Date date, bool sure);
int staff_due(App *app, Date date); /* how many drafts would go */

/* Deleting. The draft that is open is closed too when it went. */
Err staff_delete_expired(App *app, int *gone);
Err staff_delete_all(App *app);

/* selftest.c: disk, drafts, content and clock looked at anew, into app->staff.found. */
void staff_test(App *app);

/* One soft tone by a job, then the answer of whoever stands there. */
void staff_test_sound(App *app);
void staff_tone_played(App *app, Err err); /* of that job */
void staff_heard(App *app, bool heard);

/* Touch is off for half a minute. */
void staff_clean(App *app);
int staff_clean_left(const App *app); /* seconds */

/* Ends the program, so that the machine restarts or turns off. */
void staff_leave(App *app, Leave leave);

/* app.c: waits that are shown count down; the screen that is wiped comes back. */
void app_waits(App *app);
int64_t app_waits_next(const App *app); /* monotonic ms; -1: nothing waits */

/* days.c: days since 1970-01-01, and back. */
int64_t day_of(Date date);
Date date_of(int64_t day);
Date date_moved(Date date, int days, int months, int years); /* stays a date that exists */

/* days.c: today as the machine says, put right by what staff said. */
Date date_today(const App *app, Date machine);

/* days.c: at start and at the end of each visit. A real clock confirms the day; drafts whose days
 * are over go. Never by a clock that nobody confirmed. */
void app_days_pass(App *app);

#endif
