/* 'You decide': is this a good outcome? Every answer leads to the same calm page. No score. */
#include "screens/say.h"
#include "screens/screens.h"

static const Card *card(const App *app) {
    return &app->library->cards[app->practice.card];
}

static void answer(App *app, int what) {
    app->practice.answer = what == 2 ? ANSWER_NOT_SURE : ANSWER_YES;
    app->practice.yes = what == 0;
    app_swap(app, &screen_answer, 0);
}

static void next_card(App *app, int ignored) {
    (void)ignored;
    app->practice.card = (app->practice.card + 1) % app->library->card_count;
    app_swap(app, &screen_practice, 0);
}

static void tile(Ui *ui, const App *app, const char *id, const char *icon, Role tint, Role ink,
                 int what) {
    const char *label = say(ui, app, id);
    ui_row(ui, .role = NODE_BUTTON, .label = label, .tap = answer, .arg = what, .w = GROW,
           .h = {.kind = SIZE_FIT, .least = 22}, .face = ROLE_SURFACE, .stroke = ROLE_STROKE,
           .stroke_w = 0.34f, .edge = ROLE_EDGE, .edge_h = 1, .radius = 3, .pad = PAD_XY(4, 2),
           .gap = 4, .align = ALIGN_CENTRE, .justify = JUSTIFY_CENTRE);
    ui_disc(ui, icon, 13, tint, ink);
    ui_words(ui, .text = label, .style = STYLE_HEADING2, .bold = true, .role = NODE_GROUP);
    ui_close(ui);
}

/* The outcome that is asked about, with the golden bar: as high as there is room for, on narrow
 * pages as its words are. */
static void quoted(Ui *ui, const char *text) {
    const float bar = 2.3f, radius = 3, least = 30;
    ui_row(ui, .face = ROLE_SURFACE, .stroke = ROLE_LINE, .stroke_w = 0.2f, .radius = radius,
           .gap = 6, .pad = {0, 0, 6, 0},
           .h =
               page_wide(ui) ? GROW : (Size){.kind = SIZE_FIT, .least = page_tall(ui) ? least : 0});
    ui_column(ui, .w = FIXED(bar), .face = ROLE_THREAD, .radius = radius,
              .corners = CORNER_TOP_LEFT | CORNER_BOTTOM_LEFT);
    ui_close(ui);
    ui_column(ui, .w = GROW, .pad = PAD_XY(0, 3.4f), .justify = JUSTIFY_CENTRE);
    ui_words(ui, .text = ui_print(ui, "‘%s’", text), .style = STYLE_LEAD, .role = NODE_TEXT);
    ui_close(ui);
    ui_close(ui);
}

static const char *count(Ui *ui, const App *app) {
    return say_with(ui, app, "quiz.count", "n", say_number(ui, app->practice.card + 1), "m",
                    say_number(ui, app->library->card_count), NULL);
}

static void build(Ui *ui, const App *app) {
    const char *note = say(ui, app, "quiz.note");
    Page page = {.title = say(ui, app, "quiz.title"),
                 .under = count(ui, app),
                 .words = page_wide(ui) ? note : NULL,
                 .next = say(ui, app, "common.skip"),
                 .next_plain = true,
                 .next_tap = next_card,
                 .gap = 4};
    page_begin(ui, app, &page);
    page_heading(ui, say(ui, app, "quiz.q"));
    quoted(ui, card(app)->text);
    page_low(ui);
    if (page_wide(ui)) {
        ui_row(ui, .gap = 4);
    } else {
        ui_column(ui, .gap = 4);
    }
    tile(ui, app, "quiz.yes", "tick", ROLE_MET_TINT, ROLE_MET, 0);
    tile(ui, app, "quiz.no", "notyet", ROLE_NOTYET_TINT, ROLE_NOTYET, 1);
    tile(ui, app, "quiz.unsure", "question", ROLE_DECIDE_TINT, ROLE_DECIDE, 2);
    ui_close(ui);
    if (!page.words) {
        ui_words(ui, .text = note, .style = STYLE_SMALL, .ink = ROLE_MUTED, .role = NODE_TEXT);
    }
    page_end(ui, app, &page);
}

static void head(Ui *ui, bool good, const char *text) {
    Role tint = good ? ROLE_MET_TINT : ROLE_NOTYET_TINT, ink = good ? ROLE_MET : ROLE_NOTYET;
    ui_row(ui, .face = tint, .radius = 2.8f, .corners = CORNERS_TOP, .pad = PAD_XY(5, 2), .gap = 4,
           .align = ALIGN_CENTRE, .h = AT_LEAST(16));
    ui_sign(ui, good ? "tick" : "notyet", 9, ink);
    ui_words(ui, .text = text, .style = STYLE_LEAD, .bold = true, .ink = ink, .role = NODE_HEADING,
             .w = GROW);
    ui_close(ui);
}

static const char *said(Ui *ui, const App *app) {
    const char *id = app->practice.answer == ANSWER_NOT_SURE ? "quiz.unsure"
                     : app->practice.yes                     ? "quiz.yes"
                                                             : "quiz.no";
    return say_with(ui, app, "quiz.you", "answer", say(ui, app, id), NULL);
}

static void what_it_is(Ui *ui, const App *app) {
    const Card *c = card(app);
    ui_column(ui, .w = GROW, .face = ROLE_SURFACE, .stroke = ROLE_LINE, .stroke_w = 0.2f,
              .radius = 3, .pad = PAD(0.2f));
    head(ui, c->good, c->head);
    ui_column(ui, .pad = PAD(4.6f), .gap = 2);
    ui_words(ui, .text = said(ui, app), .style = STYLE_SMALL, .ink = ROLE_MUTED, .role = NODE_TEXT);
    ui_words(ui, .text = c->body, .style = STYLE_BODY, .role = NODE_TEXT);
    ui_column(ui, .face = ROLE_SUNKEN, .radius = 2.2f, .pad = PAD(3));
    ui_words(ui, .text = ui_print(ui, "‘%s’", c->text), .style = STYLE_SMALL, .ink = ROLE_MUTED,
             .role = NODE_TEXT);
    ui_close(ui);
    if (!c->better && c->still) {
        ui_words(ui, .text = c->still, .style = STYLE_BODY, .role = NODE_TEXT);
    }
    ui_close(ui);
    ui_close(ui);
}

static void clearer_way(Ui *ui, const App *app) {
    const Card *c = card(app);
    ui_column(ui, .w = GROW, .face = ROLE_SURFACE, .stroke = ROLE_LINE, .stroke_w = 0.2f,
              .radius = 3, .pad = PAD(0.2f));
    head(ui, true, say(ui, app, "quiz.a.better"));
    ui_column(ui, .pad = PAD(5), .gap = 3, .h = GROW);
    ui_words(ui, .text = ui_print(ui, "‘%s’", c->better), .style = STYLE_LEAD, .bold = true,
             .role = NODE_TEXT);
    if (c->still) {
        ui_space(ui);
        ui_row(ui, .gap = 3, .align = ALIGN_CENTRE);
        ui_sign(ui, "plus", 6, ROLE_DECIDE);
        ui_words(ui, .text = c->still, .style = STYLE_BODY, .role = NODE_TEXT, .w = GROW);
        ui_close(ui);
    }
    ui_close(ui);
    ui_close(ui);
}

static void build_answer(Ui *ui, const App *app) {
    Page page = {.title = say(ui, app, "quiz.title"),
                 .under = count(ui, app),
                 .next = say(ui, app, "quiz.next"),
                 .next_tap = next_card,
                 .reading = true};
    page_begin(ui, app, &page);
    if (page_wide(ui)) {
        ui_row(ui, .gap = 5, .h = GROW);
    } else {
        ui_column(ui, .gap = 4);
    }
    what_it_is(ui, app);
    if (card(app)->better) {
        clearer_way(ui, app);
    }
    ui_close(ui);
    page_end(ui, app, &page);
}

const Screen screen_practice = {.name = "practice", .build = build};
const Screen screen_answer = {.name = "answer", .build = build_answer};
