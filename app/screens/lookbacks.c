/* Looking back, first page: when plans are looked at again, and the outcomes with their times. */
#include "screens/say.h"
#include "screens/screens.h"

#include <string.h>

static void open_one(App *app, int index) {
    lookback_open(app, index);
}

/* 'By the end of Year 4' for a child in Year 5, 'by July 2026' in August: the time may have passed.
 * Told from the words that the kiosk itself offers, so only where it is sure; else the family
 * knows. */
static bool year_passed(Ui *ui, const App *app, const char *when) {
    for (int year = 1; year < app->draft.year_group; year++) {
        if (strcmp(when, say_with(ui, app, "when.year", "year", say_number(ui, year), NULL)) == 0) {
            return true;
        }
    }
    bool school = app->draft.year_group > YEAR_RECEPTION;
    return (school && strcmp(when, say(ui, app, "when.year.reception")) == 0) ||
           (app->draft.year_group > YEAR_NURSERY &&
            strcmp(when, say(ui, app, "when.year.nursery")) == 0);
}

static bool month_passed(Ui *ui, const App *app, const char *when) {
    enum { YEARS_BACK = 5, MONTHS = 12 };
    Date today = app->clock.today;
    for (int back = 1; today.trusted && back <= YEARS_BACK * MONTHS; back++) {
        int months = today.year * MONTHS + today.month - 1 - back;
        const char *month = say(ui, app, ui_print(ui, "month.%d", months % MONTHS + 1));
        const char *said = say_with(ui, app, "when.month.year", "month", month, "year",
                                    say_number(ui, months / MONTHS), NULL);
        if (strcmp(when, said) == 0) {
            return true;
        }
    }
    return false;
}

static const char *last_answer(Ui *ui, const App *app, const Outcome *outcome) {
    static const char *const ids[PROGRESS_COUNT] = {[PROGRESS_DONE] = "r.say.done",
                                                    [PROGRESS_PART] = "r.say.part",
                                                    [PROGRESS_NOT_YET] = "r.say.not_yet",
                                                    [PROGRESS_CHANGED] = "r.say.changed"};
    const Review *last = &outcome->reviews[outcome->review_count - 1];
    const char *answer = ids[last->progress] ? say(ui, app, ids[last->progress]) : last->note;
    if (last->month == 0) {
        return answer;
    }
    const char *month = say(ui, app, ui_print(ui, "month.%d", last->month));
    return say_with(ui, app, "r.history.row", "month", month, "year", say_number(ui, last->year),
                    "answer", answer, NULL);
}

static void row(Ui *ui, const App *app, int index) {
    const Outcome *outcome = &app->draft.outcomes[index];
    const char *what = outcome->words[PART_WHAT], *when = outcome->words[PART_WHEN];
    bool passed =
        !outcome->closed && when[0] && (year_passed(ui, app, when) || month_passed(ui, app, when));
    const char *note = outcome->closed ? say(ui, app, "p.closed")
                       : passed
                           ? say_with(ui, app, "r.passed", "words", say_capital(ui, when), NULL)
                       : outcome->review_count > 0 ? last_answer(ui, app, outcome)
                       : when[0]                   ? say_capital(ui, when)
                                                   : say(ui, app, "r.notime");
    ui_row_button(ui, &(RowButton){.icon = outcome->closed ? "achieved" : "review",
                                   .tint = passed ? ROLE_HOPE_TINT : ROLE_SUNKEN,
                                   .ink = passed ? ROLE_HOPE : ROLE_INK,
                                   .title = say_capital(ui, what[0] ? what : outcome->sentence),
                                   .note = note,
                                   .arrow = true,
                                   .tap = open_one,
                                   .arg = index});
}

static void told(Ui *ui, const App *app, const char *icon, const char *id) {
    ui_row(ui, .w = GROW, .face = ROLE_HOPE_TINT, .radius = 3, .pad = PAD_XY(4, 1.6f), .gap = 3,
           .align = ALIGN_CENTRE);
    ui_sign(ui, icon, 6.2f, ROLE_HOPE);
    ui_words(ui, .text = say(ui, app, id), .style = STYLE_SMALL, .role = NODE_TEXT, .w = GROW);
    ui_close(ui);
}

/* What is known of the plan decides which; of both when nothing is. */
static void when_plans_are_looked_at(Ui *ui, const App *app) {
    Plan plan = app->draft.plan;
    if (page_wide(ui)) {
        ui_row(ui, .gap = 3.4f);
    } else {
        ui_column(ui, .gap = 3.4f);
    }
    if (plan != PLAN_EHC) {
        told(ui, app, "review", "r.sen.cycle");
    }
    if (plan != PLAN_SEN_SUPPORT) {
        told(ui, app, "plan", "r.annual.what");
    }
    ui_close(ui);
}

static void build(Ui *ui, const App *app) {
    Page page = {.title = say(ui, app, "r.title"), .gap = 3.4f};
    int begun = 0;
    page_begin(ui, app, &page);
    when_plans_are_looked_at(ui, app);
    page_low(ui);
    for (int i = 0; i < app->draft.outcome_count; i++) {
        const Outcome *outcome = &app->draft.outcomes[i];
        if (outcome->words[PART_WHAT][0] || outcome->sentence[0]) {
            row(ui, app, i);
            begun++;
        }
    }
    if (begun == 0) {
        ui_words(ui, .text = say(ui, app, "p.empty"), .style = STYLE_LEAD, .role = NODE_TEXT);
    }
    page_end(ui, app, &page);
}

const Screen screen_lookbacks = {.name = "lookbacks", .own_words = true, .build = build};
