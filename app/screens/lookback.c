/* Looking back: how did each outcome go, and what next. Seeds: reviewed at SEN Support meetings and
 * at every annual review. */
#include "base/text.h"
#include "screens/say.h"
#include "screens/screens.h"

#include <string.h>

static void set_progress(App *app, int progress) {
    app->review.progress = (Progress)progress;
    app->review.next = NEXT_NONE;
}

static void set_next(App *app, int next) {
    app->review.next = (NextStep)next;
}

static void add_words(App *app, int ignored) {
    (void)ignored;
    type_field(app, FIELD_NOTE);
}

static void save(App *app, int ignored) {
    (void)ignored;
    int index = app_arg(app);
    Outcome *outcome = &app->draft.outcomes[index];
    if (app->review.progress != PROGRESS_NONE) {
        Review review = {.progress = app->review.progress, .next = app->review.next};
        if (app->clock.today.trusted) {
            review.year = (int16_t)app->clock.today.year;
            review.month = (int8_t)app->clock.today.month;
        }
        text_set(review.note, sizeof review.note, app->review.note);
        outcome_add_review(outcome, &review);
        outcome->closed = review.next == NEXT_CLOSE;
    }
    NextStep next = app->review.next;
    explicit_bzero(&app->review, sizeof app->review);
    app->outcome = index;
    if (next == NEXT_SMALLER || next == NEXT_HELP) {
        app_back(app, 0);
        step_go(app, next == NEXT_SMALLER ? STEP_WHAT : STEP_HELP);
    } else if (index + 1 < app->draft.outcome_count) {
        app_swap(app, &screen_lookback, index + 1);
    } else {
        app_back(app, 0);
    }
}

typedef struct Choice {
    const char *id, *icon;
    int value;
} Choice;

static void choices(Ui *ui, const App *app, const Choice *list, int count, int chosen, Tap *tap,
                    float h, Style style) {
    int columns = page_wide(ui) ? count : page_tall(ui) || ui->look.size < SIZE_LARGER ? 2 : 1;
    ui_grid(ui, .columns = columns, .gap = 3.6f);
    for (int i = 0; i < count; i++) {
        ui_press(ui, .kind = BUTTON_SMALL, .choice = true, .icon = list[i].icon,
                 .label = say(ui, app, list[i].id), .selected = chosen == list[i].value,
                 .style = style, .left = true, .tap = tap, .arg = list[i].value, .h = AT_LEAST(h));
    }
    ui_close(ui);
}

static void what_next(Ui *ui, const App *app) {
    static const Choice steps[] = {
        {"r.n1", "clock", NEXT_KEEP}, {"r.n2", "build", NEXT_SMALLER}, {"r.n3", "help", NEXT_HELP}};
    static const Choice done[] = {{"r.n4", "achieved", NEXT_CLOSE},
                                  {"r.n5", "build", NEXT_SMALLER},
                                  {"r.n1", "clock", NEXT_KEEP}};
    static const struct {
        const char *lead, *ask;
    } words[PROGRESS_COUNT] = {[PROGRESS_DONE] = {"r.done.lead", "r.done.q"},
                               [PROGRESS_PART] = {"r.part.lead", "r.part.q"},
                               [PROGRESS_NOT_YET] = {"r.not.lead", "r.not.q"},
                               [PROGRESS_CHANGED] = {"r.changed.lead", "r.changed.q"}};
    Progress progress = app->review.progress;
    if (progress == PROGRESS_NONE) {
        return;
    }
    Run runs[] = {{.text = ui_print(ui, "%s ", say(ui, app, words[progress].lead)), .bold = true},
                  {.text = say(ui, app, words[progress].ask)}};
    ui_words(ui, .runs = runs, .run_count = 2, .style = STYLE_BODY, .role = NODE_HEADING);
    choices(ui, app, progress == PROGRESS_DONE ? done : steps, 3, (int)app->review.next, set_next,
            16, STYLE_SMALL);
}

static void history(Ui *ui, const App *app, const Outcome *outcome) {
    static const char *const ids[PROGRESS_COUNT] = {[PROGRESS_NONE] = "r.say.not_yet",
                                                    [PROGRESS_DONE] = "r.say.done",
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
        const char *answer = say(ui, app, ids[review->progress]);
        if (review->month > 0) {
            const char *month = say(ui, app, ui_print(ui, "month.%d", review->month));
            answer = say_with(ui, app, "r.history.row", "month", month, "year",
                              say_number(ui, review->year), "answer", answer, NULL);
        }
        ui_words(ui,
                 .text = review->note[0] ? ui_print(ui, "%s. %s", answer, review->note) : answer,
                 .style = STYLE_SMALL, .role = NODE_TEXT);
    }
}

static void build(Ui *ui, const App *app) {
    static const Choice answers[] = {{"r.a", "achieved", PROGRESS_DONE},
                                     {"r.b", "part", PROGRESS_PART},
                                     {"r.c", "open", PROGRESS_NOT_YET},
                                     {"r.d", "review", PROGRESS_CHANGED}};
    int index = app_arg(app);
    Composed *composed = arena_take(&ui->arena, sizeof *composed);
    compose(&app->draft, index, app->library->grammar, composed);
    Page page = {.title = say(ui, app, "r.title"),
                 .next = say(ui, app, "r.save"),
                 .next_tap = save,
                 .second = say(ui, app, "r.tap"),
                 .second_icon = "keyboard",
                 .second_tap = add_words,
                 .gap = 3};
    page_begin(ui, app, &page);
    page_sentence(ui, composed->text[0] ? composed->text : say(ui, app, "c.empty"), STYLE_BODY,
                  false);
    page_heading(ui, say(ui, app, "r.q"));
    choices(ui, app, answers, 4, (int)app->review.progress, set_progress, 18, STYLE_SMALL);
    what_next(ui, app);
    if (app->review.note[0]) {
        ui_words(ui, .text = app->review.note, .style = STYLE_BODY, .role = NODE_TEXT);
    }
    history(ui, app, &app->draft.outcomes[index]);
    ui_words(ui, .text = say(ui, app, app->draft.plan == PLAN_EHC ? "r.annual" : "r.sen"),
             .style = STYLE_SMALL, .ink = ROLE_MUTED, .role = NODE_TEXT);
    page_end(ui, app, &page);
}

static void samples(App *app) {
    app->review.progress = PROGRESS_PART;
}

const Screen screen_lookback = {
    .samples = samples, .name = "lookback", .own_words = true, .build = build};
