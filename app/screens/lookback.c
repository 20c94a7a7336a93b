/* Looking back at one outcome: how did it go, and what next. Each next step leads to the page where
 * it is done, and from there back to the list. */
#include "base/text.h"
#include "screens/say.h"
#include "screens/screens.h"

#include <string.h>

/* Where a choice leads beyond what is written down of it. */
typedef enum After { AFTER_STEP, AFTER_WORDS, AFTER_NEW, AFTER_COUNT } After;

typedef struct Choice {
    const char *id, *icon;
    int value;
} Choice;

static const int per_next = AFTER_COUNT;

#define TO(next_, after_) ((int)(next_)*AFTER_COUNT + (int)(after_))

void lookback_open(App *app, int index) {
    explicit_bzero(&app->review, sizeof app->review);
    app_go(app, &screen_lookback, index);
}

static void set_progress(App *app, int progress) {
    app->review.progress = (Progress)progress;
    app->review.next = NEXT_NONE;
    app->review.after = AFTER_STEP;
}

static void set_next(App *app, int choice) {
    app->review.next = (NextStep)(choice / per_next);
    app->review.after = choice % per_next;
}

static void add_words(App *app, int ignored) {
    (void)ignored;
    type_field(app, FIELD_NOTE);
}

static void record(App *app, Outcome *outcome) {
    Review review = {.progress = app->review.progress, .next = app->review.next};
    if (app->clock.today.trusted) {
        review.year = (int16_t)app->clock.today.year;
        review.month = (int8_t)app->clock.today.month;
    }
    text_set(review.note, sizeof review.note, app->review.note);
    outcome_add_review(outcome, &review);
    outcome->closed = review.next == NEXT_CLOSE;
}

/* The next one that is begun and not closed; -1: that was the last. */
static int next_open(const Draft *draft, int index) {
    for (int i = index + 1; i < draft->outcome_count; i++) {
        if (!outcome_empty(&draft->outcomes[i]) && !draft->outcomes[i].closed) {
            return i;
        }
    }
    return -1;
}

/* A new outcome on the way to the same hope, in the same part of life. */
static void begin_new(App *app, bool changed) {
    int from = app->outcome, added = draft_add_outcome(&app->draft);
    if (added < 0) {
        app_go(app, &screen_outcomes, 0);
        return;
    }
    app->draft.outcomes[added].area = app->draft.outcomes[from].area;
    draft_set_words(&app->draft, added, PART_HOPE, app->draft.outcomes[from].words[PART_HOPE]);
    app->outcome = added;
    app->builder.visited = false;
    step_go(app, changed ? STEP_HOPE : STEP_HARD);
}

static bool lead_on(App *app, NextStep next, After after, bool changed) {
    app->builder.fixing = true;
    if (after == AFTER_NEW) {
        app->builder.fixing = false;
        begin_new(app, changed);
    } else if (after == AFTER_WORDS) {
        app->builder.fixing = false;
        step_go(app, STEP_CHECK);
    } else if (next == NEXT_SMALLER) {
        step_go(app, STEP_WHAT);
    } else if (next == NEXT_HELP) {
        step_go(app, STEP_HELP);
    } else if (next == NEXT_KEEP) {
        step_go(app, STEP_WHEN);
    } else {
        app->builder.fixing = false;
        return false;
    }
    return true;
}

static void save(App *app, int ignored) {
    (void)ignored;
    int index = app_arg(app);
    NextStep next = app->review.next;
    After after = (After)app->review.after;
    bool changed = app->review.progress == PROGRESS_CHANGED;
    if (app->review.progress != PROGRESS_NONE || app->review.note[0]) {
        record(app, &app->draft.outcomes[index]);
    }
    explicit_bzero(&app->review, sizeof app->review);
    app->outcome = index;
    app_settle(app);
    app_back(app, 0);
    int following = next_open(&app->draft, index);
    if (!lead_on(app, next, after, changed) && following >= 0 &&
        app_screen(app) == &screen_lookbacks) {
        lookback_open(app, following);
    }
}

static void choices(Ui *ui, const App *app, const Choice *list, int count, int chosen, Tap *tap,
                    float h) {
    int columns = page_wide(ui) ? count : page_tall(ui) ? 2 : page_two(ui);
    ui_grid(ui, .columns = columns, .gap = 3.6f);
    for (int i = 0; i < count; i++) {
        ui_press(ui, .kind = BUTTON_SMALL, .choice = true, .icon = list[i].icon,
                 .label = say(ui, app, list[i].id), .selected = chosen == list[i].value,
                 .style = STYLE_SMALL, .left = true, .tap = tap, .arg = list[i].value,
                 .h = AT_LEAST(h));
    }
    ui_close(ui);
}

static void what_next(Ui *ui, const App *app) {
    static const Choice steps[] = {{"r.n1", "clock", TO(NEXT_KEEP, AFTER_STEP)},
                                   {"r.n2", "build", TO(NEXT_SMALLER, AFTER_STEP)},
                                   {"r.n3", "help", TO(NEXT_HELP, AFTER_STEP)}};
    static const Choice done[] = {{"r.n4", "achieved", TO(NEXT_CLOSE, AFTER_STEP)},
                                  {"r.n5", "build", TO(NEXT_CLOSE, AFTER_NEW)},
                                  {"r.n7", "review", TO(NEXT_KEEP, AFTER_STEP)}};
    static const Choice changed[] = {{"r.n8", "pencil", TO(NEXT_NONE, AFTER_WORDS)},
                                     {"r.n6", "plus", TO(NEXT_CLOSE, AFTER_NEW)},
                                     {"r.n9", "achieved", TO(NEXT_CLOSE, AFTER_STEP)}};
    static const struct {
        const char *lead, *ask;
        const Choice *list;
    } words[PROGRESS_COUNT] = {[PROGRESS_DONE] = {"r.done.lead", "r.done.q", done},
                               [PROGRESS_PART] = {"r.part.lead", "r.part.q", steps},
                               [PROGRESS_NOT_YET] = {"r.not.lead", "r.not.q", steps},
                               [PROGRESS_CHANGED] = {"r.changed.lead", "r.changed.q", changed}};
    Progress progress = app->review.progress;
    if (progress == PROGRESS_NONE) {
        return;
    }
    Run runs[] = {{.text = ui_print(ui, "%s ", say(ui, app, words[progress].lead)), .bold = true},
                  {.text = say(ui, app, words[progress].ask)}};
    bool chosen = app->review.next != NEXT_NONE || app->review.after != AFTER_STEP;
    ui_words(ui, .runs = runs, .run_count = 2, .style = STYLE_BODY, .role = NODE_HEADING);
    choices(ui, app, words[progress].list, 3, chosen ? TO(app->review.next, app->review.after) : -1,
            set_next, 16);
}

static void history(Ui *ui, const App *app, const Outcome *outcome) {
    static const char *const ids[PROGRESS_COUNT] = {[PROGRESS_DONE] = "r.say.done",
                                                    [PROGRESS_PART] = "r.say.part",
                                                    [PROGRESS_NOT_YET] = "r.say.not_yet",
                                                    [PROGRESS_CHANGED] = "r.say.changed"};
    if (outcome->review_count == 0) {
        return;
    }
    ui_words(ui, .text = say(ui, app, "r.history"), .style = STYLE_SMALL, .bold = true,
             .ink = ROLE_MUTED, .role = NODE_HEADING);
    for (int i = outcome->review_count - 1; i >= 0; i--) {
        const Review *review = &outcome->reviews[i];
        const char *id = ids[review->progress], *answer = id ? say(ui, app, id) : review->note;
        bool note = id && review->note[0];
        if (review->month > 0) {
            const char *month = say(ui, app, ui_print(ui, "month.%d", review->month));
            answer = say_with(ui, app, "r.history.row", "month", month, "year",
                              say_number(ui, review->year), "answer", answer, NULL);
        }
        ui_words(ui, .text = note ? ui_print(ui, "%s. %s", answer, review->note) : answer,
                 .style = STYLE_SMALL, .role = NODE_TEXT);
    }
}

static void build(Ui *ui, const App *app) {
    static const Choice answers[] = {{"r.a", "achieved", PROGRESS_DONE},
                                     {"r.b", "part", PROGRESS_PART},
                                     {"r.c", "open", PROGRESS_NOT_YET},
                                     {"r.d", "review", PROGRESS_CHANGED}};
    const float gap = 3.1f, small_gap = 1.6f;
    int index = app_arg(app);
    Composed *composed = arena_take(&ui->arena, sizeof *composed);
    compose(&app->draft, index, app->library->grammar, composed);
    Page page = {.title = say(ui, app, "r.title"),
                 .next = say(ui, app, "r.save"),
                 .next_tap = save,
                 .second = say(ui, app, "r.tap"),
                 .second_icon = "keyboard",
                 .second_tap = add_words,
                 .gap = gap};
    page_begin(ui, app, &page);
    ui_column(ui, .gap = page_narrow(ui) ? small_gap : gap);
    page_sentence(ui, composed->text[0] ? composed->text : say(ui, app, "c.empty"), STYLE_BODY,
                  false);
    if (page_tall(ui)) {
        ui_close(ui);
        page_low(ui);
        ui_column(ui, .gap = gap);
    }
    page_heading(ui, say(ui, app, "r.q"));
    ui_close(ui);
    choices(ui, app, answers, 4, (int)app->review.progress, set_progress, 16);
    what_next(ui, app);
    if (app->review.note[0]) {
        ui_words(ui, .text = ui_print(ui, "‘%s’", app->review.note), .style = STYLE_BODY,
                 .role = NODE_TEXT);
    }
    history(ui, app, &app->draft.outcomes[index]);
    page_end(ui, app, &page);
}

static void samples(App *app) {
    app->review.progress = PROGRESS_PART;
}

const Screen screen_lookback = {
    .samples = samples, .name = "lookback", .own_words = true, .build = build};
