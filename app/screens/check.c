/* The composed outcome with the questions that are still open. Never a mark: 'Already there', 'Not
 * yet' with the one tap that helps, 'You decide'. At most three rows; nothing here stops anyone. */
#include "screens/check_rows.h"
#include "screens/say.h"

#include <string.h>

enum { ROWS_SHOWN = 3, ROWS_WITH_FINDING = 2 /* a finding needs room for its words */ };

static void answer_yes(App *app, int question) {
    app_outcome(app)->answers[question] = ANSWER_YES;
}

static void answer_not_sure(App *app, int question) {
    app_outcome(app)->answers[question] = ANSWER_NOT_SURE;
}

static void all_points(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_points, 0);
}

static void talk(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_person, 0);
}

/* The widest panels have what is there already beside what is asked. */
static bool in_columns(const Ui *ui) {
    return ui->look.template_ == TEMPLATE_WIDE && !page_large(ui);
}

/* Tall panels have the sentence at the top and what is touched within reach. */
static bool is_apart(const Ui *ui) {
    return page_tall(ui) && !page_large(ui);
}

/* As large as two lines of it have room for; on tall panels three. */
static Style sentence_style(const Ui *ui, const char *text) {
    enum { LONG = 88, LONG_WIDE = 100 }; /* bytes that the larger style has room for */
    int len = (int)strlen(text);
    if (in_columns(ui) || is_apart(ui)) {
        return len > LONG_WIDE ? STYLE_LEAD : STYLE_HEADING1;
    }
    return page_compact(ui) || len > LONG ? STYLE_BODY : STYLE_LEAD;
}

/* The sentence with the golden bar; the words that a question is about are marked. */
static void sentence(Ui *ui, const App *app, const Finding *finding) {
    const float bar = 2.3f, radius = 3;
    const char *text = app->composed.text[0] ? app->composed.text : say(ui, app, "c.empty");
    Run runs[3] = {{.text = text, .bold = true}};
    int count = 1;
    if (finding) {
        int from = finding->from, to = finding->to;
        runs[0].text = ui_print(ui, "%.*s", from, text);
        runs[1] = (Run){
            .text = ui_print(ui, "%.*s", to - from, text + from), .bold = true, .deco = DECO_MARK};
        runs[2] = (Run){.text = text + to, .bold = true};
        count = 3;
    }
    ui_row(ui, .face = ROLE_SURFACE, .stroke = ROLE_LINE, .stroke_w = 0.2f, .radius = radius,
           .gap = 5, .pad = {0, 0, 5, 0}, .clip = true);
    ui_column(ui, .w = FIXED(bar), .face = ROLE_THREAD, .radius = radius,
              .corners = CORNER_TOP_LEFT | CORNER_BOTTOM_LEFT);
    ui_close(ui);
    ui_column(ui, .w = GROW, .pad = PAD_XY(0, page_compact(ui) ? 1 : 1.8f));
    ui_words(ui, .runs = runs, .run_count = count, .role = NODE_TEXT,
             .style = sentence_style(ui, text));
    ui_close(ui);
    ui_close(ui);
}

enum { POINTS = 7 };

/* Ids of what is there already; how many. */
static int points_met(const Facts *facts, const char *ids[POINTS]) {
    const struct {
        bool met;
        const char *id;
    } points[POINTS] = {{facts->about, "c.k1"}, {facts->doing, "c.k2"}, {facts->when, "c.k3"},
                        {facts->hope, "c.k4"},  {facts->know, "c.k5"},  {facts->why, "c.k6"},
                        {facts->where, "c.k7"}};
    int count = 0;
    for (int i = 0; i < POINTS; i++) {
        if (points[i].met) {
            ids[count++] = points[i].id;
        }
    }
    return count;
}

static void point_met(Ui *ui, const App *app, const char *id) {
    ui_row(ui, .gap = 1.8f, .align = ALIGN_CENTRE);
    ui_sign(ui, "tick_bold", 5.6f, ROLE_MET);
    ui_words(ui, .text = say(ui, app, id), .style = STYLE_SMALL, .role = NODE_TEXT);
    ui_close(ui);
}

static void already_title(Ui *ui, const App *app, Style style) {
    ui_words(ui, .text = say(ui, app, "c.met.title"), .style = style, .bold = true, .ink = ROLE_MET,
             .role = NODE_GROUP);
}

/* What is there already: as much as one line holds; beside the questions, on the widest panels, all
 * of it. A touch shows all the questions of the two guides and where each comes from. */
static void already_there(Ui *ui, const App *app, const Facts *facts) {
    enum { ON_ONE_LINE = 3, NARROW = 2 };
    int most = page_wide(ui) ? ON_ONE_LINE : page_compact(ui) ? NARROW : POINTS;
    const char *ids[POINTS], *all = say(ui, app, "c.all");
    int met = page_large(ui) ? 0 : points_met(facts, ids);
    ui_row(ui, .role = NODE_BUTTON, .label = all, .tap = all_points, .face = ROLE_MET_TINT,
           .stroke = ROLE_STROKE, .stroke_w = 0.34f, .edge = ROLE_EDGE, .edge_h = 0.8f,
           .radius = 2.2f, .pad = PAD_XY(4, 1), .gap = 3, .align = ALIGN_CENTRE, .h = AT_LEAST(13));
    ui_flow(ui, .w = GROW, .gap = 3.4f, .row_gap = 0.6f, .align = ALIGN_CENTRE);
    already_title(ui, app, STYLE_SMALL);
    for (int i = 0; i < met && i < most; i++) {
        point_met(ui, app, ids[i]);
    }
    ui_close(ui);
    ui_sign(ui, "next", 5.4f, ROLE_INK);
    ui_close(ui);
}

static void already_beside(Ui *ui, const App *app, const Facts *facts) {
    const float wide = 78, page_h = 118;
    const char *ids[POINTS];
    int met = points_met(facts, ids);
    ui_column(ui, .role = NODE_BUTTON, .label = say(ui, app, "c.all"), .tap = all_points,
              .w = FIXED(wide), .h = {.most = page_h} /* else as high as the rows */,
              .face = ROLE_MET_TINT, .stroke = ROLE_STROKE, .stroke_w = 0.34f, .edge = ROLE_EDGE,
              .edge_h = 1, .radius = 3, .pad = PAD(5), .gap = 2.4f);
    ui_row(ui, .gap = 3, .align = ALIGN_CENTRE);
    already_title(ui, app, STYLE_HEADING2);
    ui_space(ui);
    ui_sign(ui, "next", 6.5f, ROLE_INK);
    ui_close(ui);
    for (int i = 0; i < met; i++) {
        point_met(ui, app, ids[i]);
    }
    ui_close(ui);
}

/* May it be put aside? Once the page has been left, so that the question was read first. */
static bool may_go(const App *app, const CheckRow *row) {
    return app->builder.visited && row->aside;
}

static void yes_or_not_sure(Ui *ui, const App *app, const CheckRow *row) {
    ui_press(ui, .kind = BUTTON_SMALL, .style = STYLE_SMALL, .tap = answer_yes,
             .label = say(ui, app, "common.yes"), .arg = row->arg);
    if (!row->unsure) {
        ui_press(ui, .kind = BUTTON_SMALL, .style = STYLE_SMALL, .tap = answer_not_sure,
                 .label = say(ui, app, "common.notsure"), .arg = row->arg);
    }
}

static const char *fix_label(Ui *ui, const App *app, const CheckRow *row) {
    return say_with(ui, app, row->fix, "plain", row->plain, NULL);
}

/* lifted: its fix is the main button of the page. */
static void row_buttons(Ui *ui, const App *app, const CheckRow *row, bool lifted) {
    if (!row->tap) {
        yes_or_not_sure(ui, app, row);
        return;
    }
    if (!lifted) {
        ui_press(ui, .kind = row->yours ? BUTTON_SMALL : BUTTON_STRONG,
                 .icon = row->finding || row->yours ? NULL : "plus", .style = STYLE_SMALL,
                 .tap = row->tap, .label = fix_label(ui, app, row), .arg = row->arg);
    }
    if (may_go(app, row)) {
        ui_press(ui, .kind = BUTTON_SMALL, .style = STYLE_SMALL, .tap = row->aside,
                 .label = say(ui, app, row->finding ? "c.keep" : "c.leave"), .arg = row->aside_arg);
    }
}

static void row_words(Ui *ui, const App *app, const Checkup *checkup, const CheckRow *row) {
    Role ink = row->yours ? ROLE_DECIDE : ROLE_NOTYET;
    const char *ask =
        row->ask ? say(ui, app, row->ask) : check_words(ui, app, checkup, row->finding);
    ui_column(ui, .w = GROW);
    ui_words(ui, .text = ask, .style = STYLE_BODY, .bold = true, .role = NODE_HEADING);
    Run state[] = {{.text = ui_print(ui, "%s. ", say(ui, app, row->yours ? "c.dec" : "c.not")),
                    .bold = true,
                    .ink = ink},
                   {.text = say(ui, app, row->hint)}};
    ui_words(ui, .runs = state, .run_count = 2, .style = STYLE_SMALL, .role = NODE_TEXT);
    ui_close(ui);
}

/* On wide pages the buttons stand beside the words, two of a finding one above the other; on small
 * ones where there is only one. */
static void check_row(Ui *ui, const App *app, const Checkup *checkup, const CheckRow *row,
                      bool lifted) {
    const float usual = 16.2f, airy = 23.4f;
    bool yours = row->yours, one = row->tap && !row->finding && !may_go(app, row);
    bool beside = page_wide(ui) || is_apart(ui) || (page_compact(ui) && page_two(ui) == 2 && one);
    bool none = lifted && !may_go(app, row);
    Role tint = yours ? ROLE_DECIDE_TINT : ROLE_NOTYET_TINT,
         ink = yours ? ROLE_DECIDE : ROLE_NOTYET;
    ui_column(ui, .face = ROLE_SURFACE, .stroke = ROLE_LINE, .stroke_w = 0.2f, .radius = 3,
              .pad = PAD_XY(4, page_compact(ui) ? 0.8f : 1.2f), .gap = 2,
              .h = {.kind = SIZE_FIT, .least = in_columns(ui) || is_apart(ui) ? airy : usual},
              .justify = JUSTIFY_CENTRE);
    ui_row(ui, .gap = 3.5f, .align = ALIGN_CENTRE);
    if (!page_large(ui) && !page_narrow(ui)) {
        ui_disc(ui, yours ? "decide" : "notyet", 11, tint, ink);
    }
    row_words(ui, app, checkup, row);
    if (beside && row->finding) {
        ui_column(ui, .w = FIT, .gap = 3, .firm = true);
        row_buttons(ui, app, row, lifted);
        ui_close(ui);
    } else if (beside) {
        row_buttons(ui, app, row, lifted);
    }
    ui_close(ui);
    if (!beside && !none) {
        ui_flow(ui, .gap = 3, .pad = {0, 0, 0, 0.8f});
        row_buttons(ui, app, row, lifted);
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
    app->builder.fixing = false;
    step_go(app, app_outcome_const(app)->words[PART_HELP][0] ? STEP_END : STEP_HELP);
}

/* Words of harm: somebody to talk to stands where questions would be. */
static void calm(Ui *ui, const App *app) {
    ui_banner(ui, "person", ROLE_HELP_TINT, ROLE_HELP, say(ui, app, "calm.head"),
              say(ui, app, "calm.body"));
    ui_press(ui, .kind = BUTTON_STRONG, .icon = "phone", .label = say(ui, app, "person.title"),
             .tap = talk);
}

static bool is_close(const Ui *ui) {
    return page_wide(ui) && ui->look.template_ != TEMPLATE_WIDE;
}

/* Room between the rows, as much as the page has to give. */
static void breathe(Ui *ui) {
    if (is_close(ui)) {
        ui_column(ui, .h = {.kind = SIZE_GROW, .n = 1, .least = 1.5f});
        ui_close(ui);
    }
}

/* What is over below, so that a few rows do not drift apart. */
static void rest(Ui *ui, bool much) {
    if (is_close(ui)) {
        ui_column(ui, .h = {.kind = SIZE_GROW, .n = much ? 10.0f : 0.5f});
        ui_close(ui);
    }
}

static void questions(Ui *ui, const App *app, const Checkup *checkup, const CheckRow *rows,
                      int count, bool lifted) {
    int most = count > 0 && rows[0].finding ? ROWS_WITH_FINDING : ROWS_SHOWN;
    if (standing_of(checkup->outcome, checkup->checked).ready) {
        breathe(ui);
        ui_words(ui, .text = say(ui, app, "c.lead.none"), .style = STYLE_LEAD, .role = NODE_TEXT);
    }
    int shown = count < most ? count : most;
    for (int i = 0; i < shown; i++) {
        breathe(ui);
        check_row(ui, app, checkup, &rows[i], lifted && i == 0);
    }
    rest(ui, shown < most);
}

/* With large text there is room for one thing to do: what the first row asks for. */
static bool lifts(Ui *ui, const App *app, const CheckRow *first) {
    return page_large(ui) && first && first->tap && !first->yours && !check_distress(app);
}

static void build(Ui *ui, const App *app) {
    const float tight = 0.1f;
    bool helped = app_outcome_const(app)->words[PART_HELP][0] != '\0';
    const char *on = say(ui, app, helped ? "p.title" : "c.next");
    Page page = {.title = say(ui, app, is_apart(ui) ? "b.title" : "c.title"),
                 .next = on,
                 .next_tap = go_on,
                 .second = say(ui, app, "c.edit"),
                 .second_icon = "pencil",
                 .second_tap = edit_words,
                 .gap = is_close(ui)   ? tight
                        : is_apart(ui) ? 4.6f
                                       : 3.1f};
    CheckRow rows[CHECK_ROWS_MOST];
    Checkup checkup = checkup_of(ui, app, app->outcome);
    int count = check_rows(app, &checkup, rows);
    bool lifted = lifts(ui, app, count > 0 ? &rows[0] : NULL);
    Facts facts = facts_of(checkup.outcome, checkup.checked);
    if (lifted) {
        page.next = fix_label(ui, app, &rows[0]);
        page.next_icon = rows[0].finding ? NULL : "plus";
        page.next_tap = rows[0].tap;
        page.next_arg = rows[0].arg;
    }
    page_begin(ui, app, &page);
    if (is_apart(ui)) {
        page_heading(ui, say(ui, app, "c.title"));
    }
    sentence(ui, app, count > 0 ? rows[0].finding : NULL);
    page_low(ui);
    breathe(ui);
    if (check_distress(app)) {
        calm(ui, app);
    } else if (in_columns(ui)) {
        ui_row(ui, .gap = 5);
        ui_column(ui, .w = GROW, .gap = 5);
        questions(ui, app, &checkup, rows, count, lifted);
        ui_close(ui);
        already_beside(ui, app, &facts);
        ui_close(ui);
    } else {
        if (!page_compact(ui)) {
            already_there(ui, app, &facts);
        }
        questions(ui, app, &checkup, rows, count, lifted);
        if (page_compact(ui)) { /* what is asked comes first where there is little room */
            already_there(ui, app, &facts);
        }
    }
    if (lifted) {
        breathe(ui);
        ui_press(ui, .kind = BUTTON_STRONG, .icon_end = "next", .label = on, .tap = go_on);
    }
    page_end(ui, app, &page);
}

const Screen screen_check = {.name = "check", .own_words = true, .build = build};
