/* The builder's path: which question follows which, and where to go on. */
#include "screens/check_rows.h"

typedef struct Stop {
    const Screen *screen;
    Part part; /* PART_COUNT: not a part of the outcome */
} Stop;

static const Stop stops[STEP_END] = {
    [STEP_CHILD] = {&screen_child, PART_COUNT},    [STEP_PRONOUN] = {&screen_pronoun, PART_COUNT},
    [STEP_YEAR] = {&screen_year, PART_COUNT},      [STEP_PLAN] = {&screen_plan_type, PART_COUNT},
    [STEP_AREA] = {&screen_area, PART_COUNT},      [STEP_HOPE] = {&screen_question, PART_HOPE},
    [STEP_HARD] = {&screen_question, PART_HARD},   [STEP_WHAT] = {&screen_question, PART_WHAT},
    [STEP_WHERE] = {&screen_question, PART_WHERE}, [STEP_KNOW] = {&screen_question, PART_KNOW},
    [STEP_WHEN] = {&screen_when, PART_WHEN},       [STEP_WHY] = {&screen_question, PART_WHY},
    [STEP_CHECK] = {&screen_check, PART_COUNT},    [STEP_HELP] = {&screen_question, PART_HELP},
};

void step_go(App *app, Step step) {
    if (step >= STEP_END) {
        app_go(app, &screen_outcomes, 0);
    } else {
        app_go(app, stops[step].screen, (int)step);
    }
}

/* Words of harm: once in a visit the calm page, with the way on behind it. */
bool step_calm(App *app, Step next) {
    bool show = next > STEP_HOPE && !app->builder.calmed && check_distress(app);
    if (show) {
        app->builder.calmed = true;
        app_go(app, &screen_calm, (int)next);
    }
    return show;
}

/* Where a question was opened from to change one thing. */
static bool go_where_it_came_from(App *app) {
    static const Screen *const from[] = {&screen_so_far,    &screen_check,  &screen_outcome,
                                         &screen_lookbacks, &screen_thread, &screen_outcomes};
    for (int at = app->depth - 1; at > 0; at--) {
        for (size_t i = 0; i < sizeof from / sizeof from[0]; i++) {
            if (app->spots[at].screen == from[i]) {
                app_back_to(app, from[i]);
                return true;
            }
        }
    }
    return false;
}

void step_next(App *app, int step) {
    bool fixing = app->builder.fixing;
    app->builder.fixing = app->builder.moved = false;
    if (step_calm(app, fixing ? STEP_CHECK : (Step)(step + 1))) {
        return;
    }
    if (fixing && go_where_it_came_from(app)) {
        return;
    }
    if (step + 1 == STEP_AREA && app->builder.shape > 0) {
        step++; /* the example brought its part of life */
    }
    if (step + 1 >= STEP_CHECK) {
        app->builder.shape = 0;
    }
    step_go(app, (Step)(step + 1));
}

Step step_of_part(Part part) {
    for (int step = 0; step < STEP_END; step++) {
        if (stops[step].part == part) {
            return (Step)step;
        }
    }
    return STEP_WHAT;
}

void step_resume(App *app) {
    const Outcome *outcome = app_outcome_const(app);
    if (draft_empty(&app->draft)) {
        step_go(app, STEP_CHILD);
    } else if (app->draft.outcome_count > 1) {
        step_go(app, STEP_END);
    } else if (outcome->words[PART_WHAT][0]) {
        step_go(app, STEP_CHECK);
    } else if (outcome_empty(outcome)) {
        bool known = app->draft.year_group != YEAR_NOT_SAID || outcome->area != AREA_NONE;
        step_go(app, known ? STEP_AREA : app->draft.name[0] ? STEP_PRONOUN : STEP_YEAR);
    } else {
        step_go(app, outcome->words[PART_HOPE][0] ? STEP_HARD : STEP_HOPE);
    }
}
