/* The table of screens, and where finished jobs lead. */
#include "screens/screens.h"

#include <string.h>

const Screen *const screens[] = {&screen_home,
                                 &screen_guide,
                                 &screen_contents,
                                 &screen_glossary,
                                 &screen_examples,
                                 &screen_practice,
                                 &screen_answer,
                                 &screen_child,
                                 &screen_pronoun,
                                 &screen_year,
                                 &screen_plan_type,
                                 &screen_area,
                                 &screen_question,
                                 &screen_when,
                                 &screen_type,
                                 &screen_check,
                                 &screen_outcomes,
                                 &screen_mirror,
                                 &screen_thread,
                                 &screen_meeting,
                                 &screen_says,
                                 &screen_keep,
                                 &screen_words,
                                 &screen_enter,
                                 &screen_take,
                                 &screen_stick,
                                 &screen_photo,
                                 &screen_lookbacks,
                                 &screen_lookback,
                                 &screen_points,
                                 &screen_voice,
                                 &screen_count,
                                 &screen_outcome,
                                 &screen_so_far,
                                 &screen_split,
                                 &screen_calm,
                                 &screen_person,
                                 &screen_display,
                                 &screen_menu,
                                 &screen_leave,
                                 &screen_cover,
                                 &screen_cleared,
                                 &screen_staff_pin,
                                 &screen_staff,
                                 &screen_staff_report,
                                 &screen_staff_choose,
                                 &screen_staff_date,
                                 &screen_staff_ask,
                                 &screen_staff_clean,
                                 &screen_staff_touch,
                                 &screen_staff_place,
                                 &screen_staff_sound,
                                 NULL};

const Screen *screen_named(const char *name) {
    for (int i = 0; screens[i]; i++) {
        if (strcmp(screens[i]->name, name) == 0) {
            return screens[i];
        }
    }
    return NULL;
}

void screens_job_done(App *app, JobKind kind) {
    if (kind == JOB_KEEP && app->kept && app_screen(app) == &screen_keep) {
        app_swap(app, &screen_words, 0);
    } else if (kind == JOB_OPEN && app->kept && app_screen(app) == &screen_enter) {
        explicit_bzero(&app->words, sizeof app->words);
        editor_wipe(&app->field.editor);
        app_swap(app, &screen_outcomes, 1);
    } else if ((kind == JOB_PIN_SET || kind == JOB_PIN_CHECK) &&
               app_screen(app) == &screen_staff_pin && !app->staff.refused &&
               app->staff.err == OK) {
        app_swap(app, &screen_staff, 0);
    } else if (kind == JOB_IMPORT && app->stick.err == OK) {
        app_home(app, 0);
        app_go(app, &screen_outcomes, 1); /* 1: come back, so looking back is offered */
    }
}
