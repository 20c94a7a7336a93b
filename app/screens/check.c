/* The composed outcome with the questions that are still open. Never a mark: 'Already there', 'Not
 * yet' with the one tap that helps, 'You decide'. At most three rows; nothing here stops anyone. */
#include "screens/say.h"
#include "screens/screens.h"

#include <string.h>

typedef struct Row {
    const char *ask, *hint, *fix;
    Tap *tap; /* NULL: a question only the family can answer */
    int arg;
    int fault; /* FAULT_COUNT: none */
} Row;

enum { ROWS_MOST = 24, ROWS_SHOWN = 3 };

static void fix_step(App *app, int step) {
    app->builder.fixing = true;
    step_go(app, (Step)step);
}

static void move_to_help(App *app, int ignored) {
    (void)ignored;
    if (draft_move_words(&app->draft, app->outcome, PART_WHAT, PART_HELP)) {
        fix_step(app, STEP_WHAT);
    }
}

static void move_to(App *app, int part) {
    if (draft_move_words(&app->draft, app->outcome, PART_WHAT, (Part)part)) {
        fix_step(app, STEP_WHAT);
    }
}

static void keep_as_is(App *app, int fault) {
    app_outcome(app)->dismissed |= (uint16_t)(1u << fault);
}

static void answer_yes(App *app, int question) {
    app_outcome(app)->answers[question] = ANSWER_YES;
}

static void answer_not_sure(App *app, int question) {
    app_outcome(app)->answers[question] = ANSWER_NOT_SURE;
}

static Row fault_row(const Finding *finding) {
    switch (finding->fault) {
    case FAULT_DESCRIBES_PROVISION:
        return (Row){"c.n10", "c.n10.sub", "c.n10.fix", move_to_help, 0, 0};
    case FAULT_NOT_ABOUT_OUTCOME:
        return finding->belongs == PART_HARD
                   ? (Row){"c.n12", "c.n10.sub", "c.n10.fix", move_to, PART_HARD, 0}
                   : (Row){"c.n11", "c.n10.sub", "c.n10.fix", move_to, PART_HOPE, 0};
    case FAULT_NO_TIMEFRAME:
        return (Row){"c.n2", "c.n2.sub", "c.n2.fix", fix_step, STEP_WHEN, 0};
    case FAULT_NO_REASON:
        return (Row){"c.n3", "c.n3.sub", "c.n3.fix", fix_step, STEP_WHY, 0};
    case FAULT_NOT_MEASURABLE:
        return (Row){"c.n1", "c.n1.sub", "c.n1.fix", fix_step, STEP_KNOW, 0};
    case FAULT_NOT_PERSONAL:
        return (Row){"c.n5", "c.n5.sub", "c.n5.fix", fix_step, STEP_WHAT, 0};
    case FAULT_SEVERAL_IN_ONE:
        return (Row){"c.n9", "c.n9.sub", "c.edit", fix_step, STEP_WHAT, 0};
    case FAULT_VAGUE_WORDING:
    case FAULT_ADULT_LANGUAGE:
    case FAULT_COUNT:
        break;
    }
    return (Row){"c.n8", "c.n8.sub", "c.n8.fix", fix_step, STEP_WHAT, 0};
}

static bool asked_already(const Row *rows, int count, const Row *row) {
    for (int i = 0; i < count; i++) {
        if (strcmp(rows[i].ask, row->ask) == 0) {
            return true;
        }
    }
    return false;
}

static void add(Row *rows, int *count, Row row) {
    if (*count < ROWS_MOST && !asked_already(rows, *count, &row)) {
        rows[(*count)++] = row;
    }
}

static int rows_of(const App *app, Row rows[ROWS_MOST]) {
    static const char *const asks[QUESTION_COUNT] = {"c.d1", "c.d2", "c.d3", "c.d4"};
    static const char *const hints[QUESTION_COUNT] = {"c.d1.sub", "c.d2.sub", "c.d3.sub",
                                                      "c.d4.sub"};
    const Outcome *outcome = app_outcome_const(app);
    int count = 0;
    if (!outcome->words[PART_WHAT][0] && !outcome->sentence[0]) {
        add(rows, &count, (Row){"c.n5", "c.n5.sub", "c.n5.fix", fix_step, STEP_WHAT, FAULT_COUNT});
    } else {
        for (int i = 0; i < app->checked.count; i++) {
            const Finding *finding = &app->checked.found[i];
            if (!(outcome->dismissed & 1u << finding->fault)) {
                Row row = fault_row(finding);
                row.fault = (int)finding->fault;
                add(rows, &count, row);
            }
        }
    }
    static const struct {
        Part part;
        Row row;
    } open[] = {
        {PART_KNOW, {"c.n1", "c.n1.sub", "c.n1.fix", fix_step, STEP_KNOW, FAULT_COUNT}},
        {PART_WHERE, {"c.n4", "c.n4.sub", "c.n4.fix", fix_step, STEP_WHERE, FAULT_COUNT}},
        {PART_HOPE, {"c.n6", "c.n6.sub", "c.n6.fix", fix_step, STEP_HOPE, FAULT_COUNT}},
        {PART_HARD, {"c.n7", "c.n7.sub", "c.n7.fix", fix_step, STEP_HARD, FAULT_COUNT}},
    };
    for (size_t i = 0; i < sizeof open / sizeof open[0]; i++) {
        if (!outcome->words[open[i].part][0] && !outcome->sentence[0]) {
            add(rows, &count, open[i].row);
        }
    }
    for (int q = 0; q < QUESTION_COUNT; q++) {
        if (outcome->answers[q] == ANSWER_NONE) {
            add(rows, &count, (Row){asks[q], hints[q], NULL, NULL, q, FAULT_COUNT});
        }
    }
    return count;
}

static bool found(const App *app, Fault fault) {
    for (int i = 0; i < app->checked.count; i++) {
        if (app->checked.found[i].fault == fault) {
            return true;
        }
    }
    return false;
}

static void tick_word(Ui *ui, const App *app, const char *id) {
    ui_row(ui, .gap = 1.8f, .align = ALIGN_CENTRE);
    ui_icon(ui, "tick", 5, ROLE_MET);
    ui_words(ui, .text = say(ui, app, id), .style = STYLE_SMALL, .role = NODE_TEXT);
    ui_close(ui);
}

/* What is there already; on wide pages as many as one line holds. */
static void already_there(Ui *ui, const App *app) {
    enum { ON_ONE_LINE = 4 };
    const Outcome *outcome = app_outcome_const(app);
    bool what = outcome->words[PART_WHAT][0] != '\0';
    const struct {
        bool met;
        const char *id;
    } points[] = {
        {what && !found(app, FAULT_NOT_PERSONAL), "c.k1"},
        {what && !found(app, FAULT_DESCRIBES_PROVISION) && !found(app, FAULT_NOT_ABOUT_OUTCOME),
         "c.k2"},
        {outcome->words[PART_WHEN][0] != '\0', "c.k3"},
        {outcome->words[PART_HOPE][0] != '\0', "c.k4"},
        {outcome->words[PART_KNOW][0] && !found(app, FAULT_NOT_MEASURABLE), "c.k5"},
        {outcome->words[PART_WHY][0] != '\0', "c.k6"},
    };
    int shown = 0;
    ui_flow(ui, .face = ROLE_MET_TINT, .radius = 2.2f, .pad = PAD_XY(4, 2), .gap = 4, .row_gap = 1,
            .align = ALIGN_CENTRE);
    ui_words(ui, .text = say(ui, app, "c.met.title"), .style = STYLE_SMALL, .bold = true,
             .ink = ROLE_MET, .role = NODE_HEADING);
    for (size_t i = 0; i < sizeof points / sizeof points[0]; i++) {
        if (points[i].met && (!page_wide(ui) || shown < ON_ONE_LINE)) {
            tick_word(ui, app, points[i].id);
            shown++;
        }
    }
    ui_close(ui);
}

static void row_buttons(Ui *ui, const App *app, const Row *row) {
    if (!row->tap) {
        ui_press(ui, .kind = BUTTON_SMALL, .style = STYLE_SMALL, .tap = answer_yes,
                 .label = say(ui, app, "common.yes"), .arg = row->arg);
        ui_press(ui, .kind = BUTTON_SMALL, .style = STYLE_SMALL, .tap = answer_not_sure,
                 .label = say(ui, app, "common.notsure"), .arg = row->arg);
        return;
    }
    if (app->builder.visited && row->fault < FAULT_COUNT) {
        ui_press(ui, .kind = BUTTON_SMALL, .style = STYLE_SMALL, .tap = keep_as_is,
                 .label = say(ui, app, "c.keep"), .arg = row->fault);
    }
    ui_press(ui, .kind = BUTTON_STRONG, .icon = "plus", .style = STYLE_SMALL, .tap = row->tap,
             .label = say(ui, app, row->fix), .arg = row->arg);
}

static void check_row(Ui *ui, const App *app, const Row *row) {
    bool yours = row->tap == NULL, beside = !page_compact(ui);
    Role tint = yours ? ROLE_DECIDE_TINT : ROLE_NOTYET_TINT,
         ink = yours ? ROLE_DECIDE : ROLE_NOTYET;
    ui_column(ui, .face = ROLE_SURFACE, .stroke = ROLE_LINE, .stroke_w = 0.2f, .radius = 3,
              .pad = PAD_XY(4, 1.4f), .gap = 2, .h = {.kind = SIZE_FIT, .least = 16.6f},
              .justify = JUSTIFY_CENTRE);
    ui_row(ui, .gap = 3.5f, .align = ALIGN_CENTRE);
    ui_disc(ui, yours ? "decide" : "notyet", 11, tint, ink);
    ui_column(ui, .w = GROW);
    ui_words(ui, .text = say(ui, app, row->ask), .style = STYLE_BODY, .bold = true,
             .role = NODE_HEADING);
    Run state[] = {{.text = ui_print(ui, "%s.", say(ui, app, yours ? "c.dec" : "c.not")),
                    .bold = true,
                    .ink = ink},
                   {.text = ui_print(ui, " %s", say(ui, app, row->hint))}};
    ui_words(ui, .runs = state, .run_count = 2, .style = STYLE_SMALL, .role = NODE_TEXT);
    ui_close(ui);
    if (beside) {
        row_buttons(ui, app, row);
    }
    ui_close(ui);
    if (!beside) {
        ui_flow(ui, .gap = 3);
        row_buttons(ui, app, row);
        ui_close(ui);
    }
    ui_close(ui);
}

static void edit_words(App *app, int ignored) {
    (void)ignored;
    app->builder.visited = true;
    type_field(app, FIELD_SENTENCE);
}

static void go_on(App *app, int ignored) {
    (void)ignored;
    app->builder.visited = true;
    step_go(app, app_outcome_const(app)->words[PART_HELP][0] ? STEP_END : STEP_HELP);
}

static void build(Ui *ui, const App *app) {
    bool helped = app_outcome_const(app)->words[PART_HELP][0] != '\0';
    Page page = {.title = say(ui, app, "c.title"),
                 .next = say(ui, app, helped ? "p.title" : "c.next"),
                 .next_tap = go_on,
                 .second = say(ui, app, "c.edit"),
                 .second_icon = "pencil",
                 .second_tap = edit_words,
                 .gap = 2.5f};
    Row rows[ROWS_MOST];
    int count = rows_of(app, rows);
    page_begin(ui, app, &page);
    page_sentence(ui, app->composed.text[0] ? app->composed.text : say(ui, app, "c.empty"),
                  STYLE_LEAD, true);
    already_there(ui, app);
    if (count == 0) {
        ui_words(ui, .text = say(ui, app, "c.lead.none"), .style = STYLE_LEAD, .role = NODE_TEXT);
    }
    for (int i = 0; i < count && i < ROWS_SHOWN; i++) {
        check_row(ui, app, &rows[i]);
    }
    page_end(ui, app, &page);
}

/* How many 'Not yet' rows an outcome has: for the plan page. */
int check_open(const App *app) {
    Row rows[ROWS_MOST];
    int count = rows_of(app, rows), open = 0;
    for (int i = 0; i < count; i++) {
        open += rows[i].tap != NULL;
    }
    return open;
}

const Screen screen_check = {.name = "check", .own_words = true, .build = build};
