/* One outcome's own page: what can be done with it, one calm button each. */
#include "screens/say.h"
#include "screens/screens.h"

static void open_it(App *app, int ignored) {
    (void)ignored;
    step_go(app, outcome_empty(app_outcome(app)) ? STEP_AREA : STEP_CHECK);
}

static void change_words(App *app, int ignored) {
    (void)ignored;
    type_field(app, FIELD_SENTENCE);
}

static void change_help(App *app, int ignored) {
    (void)ignored;
    app->builder.fixing = true;
    step_go(app, STEP_HELP);
}

static void look_back(App *app, int ignored) {
    (void)ignored;
    lookback_open(app, app->outcome);
}

static void move(App *app, int by) {
    int to = app->outcome + by;
    if (to >= 0 && to < app->draft.outcome_count) {
        draft_move_outcome(&app->draft, app->outcome, to);
        app->outcome = to;
    }
}

static void split(App *app, int ignored) {
    (void)ignored;
    split_open(app, 0);
}

static void join(App *app, int ignored) {
    (void)ignored;
    if (split_join(app, app->outcome)) {
        app_back_to(app, &screen_outcomes);
    }
}

/* At once, since one touch on the plan page brings it back. */
static void take_out(App *app, int ignored) {
    (void)ignored;
    app_remember(app);
    draft_remove_outcome(&app->draft, app->outcome);
    app_back_to(app, &screen_outcomes);
}

static void action(Ui *ui, const App *app, const char *icon, const char *id, Tap *tap, int arg) {
    ui_press(ui, .kind = BUTTON_SMALL, .icon = icon, .left = true, .label = say(ui, app, id),
             .style = page_wide(ui) ? STYLE_SMALL : STYLE_BODY, .tap = tap, .arg = arg);
}

static void build(Ui *ui, const App *app) {
    const int index = app->outcome;
    const bool more = index + 1 < app->draft.outcome_count;
    bool words = app->composed.text[0] != '\0';
    Page page = {.title = say_with(ui, app, "r.count", "n", say_number(ui, index + 1), "m",
                                   say_number(ui, app->draft.outcome_count), NULL),
                 .next = say(ui, app, "p.edit"),
                 .next_tap = open_it,
                 .gap = 3};
    page_begin(ui, app, &page);
    page_sentence(ui, words ? app->composed.text : say(ui, app, "c.empty"), STYLE_LEAD, true);
    page_low(ui);
    ui_grid(ui, .columns = page_wide(ui) ? 3 : page_two(ui), .gap = 3);
    action(ui, app, "pencil", "c.edit", change_words, 0);
    action(ui, app, "help", "c.next", change_help, 0);
    action(ui, app, "review", "r.title", look_back, 0);
    if (index > 0) {
        action(ui, app, "up", "p.up", move, -1);
    }
    if (more) {
        action(ui, app, "down", "p.down", move, 1);
    }
    if (words) {
        action(ui, app, "plus", "p.split", split, 0);
    }
    if (more) {
        action(ui, app, "thread", "p.join", join, 0);
    }
    action(ui, app, "bin", "p.delete", take_out, 0);
    ui_close(ui);
    ui_words(ui, .text = say(ui, app, "p.delete.body"), .style = STYLE_SMALL, .ink = ROLE_MUTED,
             .role = NODE_TEXT);
    page_end(ui, app, &page);
}

const Screen screen_outcome = {.name = "outcome", .own_words = true, .build = build};
