/* All screens, and what they share. A new screen: one file, one row in screens.c, its words. */
#ifndef SCREENS_SCREENS_H
#define SCREENS_SCREENS_H

#include "screens/page.h"
#include "visit/app.h"

extern const Screen screen_home, screen_menu, screen_display, screen_person, screen_leave,
    screen_cover, screen_cleared, screen_guide, screen_contents, screen_examples, screen_practice,
    screen_answer, screen_question, screen_child, screen_pronoun, screen_year, screen_plan_type,
    screen_area, screen_when, screen_says, screen_type, screen_check, screen_outcomes,
    screen_thread, screen_meeting, screen_keep, screen_words, screen_enter, screen_take,
    screen_stick, screen_photo, screen_lookback, screen_calm, screen_staff_pin, screen_staff,
    screen_staff_report, screen_staff_choose, screen_staff_date, screen_staff_ask,
    screen_staff_clean, screen_staff_touch, screen_staff_place, screen_staff_sound, screen_points,
    screen_voice, screen_count, screen_split, screen_outcome, screen_lookbacks, screen_so_far,
    screen_mirror, screen_glossary;

/* Every screen, NULL-terminated: what `tree` and `pictures` go through. */
extern const Screen *const screens[];

const Screen *screen_named(const char *name); /* NULL: none */

/* Finish: asks first when there are words. */
void page_finish(App *app, int ignored);

/* dock.c: the sentence so far, with Back and Next below it. */
void dock(Ui *ui, const App *app, const Page *page);

/* steps.c: the builder's questions in their order. */
typedef enum Step {
    STEP_CHILD,
    STEP_PRONOUN,
    STEP_YEAR,
    STEP_PLAN,
    STEP_AREA,
    STEP_HOPE,
    STEP_HARD,
    STEP_WHAT,
    STEP_WHERE,
    STEP_KNOW,
    STEP_WHEN,
    STEP_WHY,
    STEP_CHECK,
    STEP_HELP,
    STEP_END
} Step;

void step_go(App *app, Step step);   /* to its page */
void step_next(App *app, int step);  /* to the one behind it; a Tap */
bool step_calm(App *app, Step next); /* true: the calm page shows, next comes behind it */
Step step_of_part(Part part);
/* Opens the builder at the first question that is not answered. */
void step_resume(App *app);

/* type.c: opens the keyboard page. */
void type_part(App *app, Part part);
void type_field(App *app, FieldKind kind);
void type_place(App *app, PlaceField field); /* staff's */
void type_commit(App *app);                  /* Done: the words go where they belong */
/* What is read before the words of the field and cannot be edited. */
const char *type_before(Ui *ui, const App *app);
/* keys.c: the rows of keys; and in room px the accents of a letter that was held, or the numbers
 * that come behind 'Year' and 'Key Stage', false when there are none. */
void keys(Ui *ui, const App *app);
bool key_strip(Ui *ui, const App *app, int room);
typedef struct KeySizes { /* u */
    float gap, row_gap, h, side, unit /* width of a letter's key: ten fill the panel */;
} KeySizes;
/* The smallest panel is the stated exception; upright it has only height to give. */
KeySizes key_sizes(const Ui *ui);
/* Whether a capital comes next by itself. */
bool key_capital(const App *app);
/* suggestions.c: words to complete what is typed, in room px; false for fields that take none. */
bool suggestions(Ui *ui, const App *app, int room);
float suggestions_h(const Ui *ui); /* u, with words or without */

/* child.c: the icon of an area. */
const char *area_icon(Area area);

/* staff_pin.c: a hold on the mark; a Tap. */
void staff_enter(App *app, int ignored);

/* enter.c: 'Come back to my draft'; a Tap. */
void enter_begin(App *app, int ignored);

/* split.c: the page that splits the current outcome, at a byte of its words (0: a likely place);
 * joining one with the next, false when all its words would not fit. */
void split_open(App *app, int at);
bool split_join(App *app, int index);

/* lookback.c: how did this outcome go? */
void lookback_open(App *app, int index);

/* sample.c: a draft that shows every screen at work. */
void sample_fill(App *app);

/* What a finished job leads to; main gives it to the App. */
void screens_job_done(App *app, JobKind kind);

#endif
