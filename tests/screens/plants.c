/* The pages. Each is a sound page with one thing amiss. */
#include "plants.h"
#include "ui/widgets.h"

static void tap(App *app, int arg) {
    (void)app;
    (void)arg;
}

static void begin(Ui *ui) {
    ui_column(ui, .face = ROLE_BG, .h = GROW, .pad = PAD(6), .gap = 4);
    ui_press(ui, .label = "Home", .tap = app_home);
}

static void control(Ui *ui, const char *label, float w, float h) {
    ui_row(ui, .role = NODE_BUTTON, .label = label, .tap = tap, .w = FIXED(w), .h = FIXED(h));
    ui_close(ui);
}

static void sound(Ui *ui, const App *app) {
    (void)app;
    begin(ui);
    ui_words(ui, .text = "What would you like to do?", .style = STYLE_BODY, .role = NODE_TEXT);
    ui_row(ui, .gap = 4);
    control(ui, "Left", 30, 14);
    control(ui, "Right", 30, 14);
    ui_close(ui);
    ui_close(ui);
}

static void small(Ui *ui, const App *app) {
    (void)app;
    begin(ui);
    control(ui, "Small", 12, 14);
    ui_close(ui);
}

static void gap(Ui *ui, const App *app) {
    (void)app;
    begin(ui);
    ui_row(ui, .gap = 2);
    control(ui, "Left", 30, 14);
    control(ui, "Right", 30, 14);
    ui_close(ui);
    ui_close(ui);
}

static void shared(Ui *ui, const App *app) {
    (void)app;
    begin(ui);
    ui_row(ui, .gap = 4);
    for (int i = 0; i < 2; i++) {
        ui_row(ui, .role = NODE_KEY, .label = i ? "b" : "a", .tap = tap, .w = FIXED(20),
               .h = FIXED(14), .reach = 3);
        ui_close(ui);
    }
    ui_close(ui);
    ui_close(ui);
}

/* As though the panel were half as high: all that is drawn is too. */
static void capital(Ui *ui, const App *app) {
    (void)app;
    const float low = 110;
    ui->look.panel.h_mm = low;
    ui_column(ui, .face = ROLE_BG, .h = GROW, .pad = PAD(6), .gap = 4);
    control(ui, "Home", 30, 40);
    ui->nodes[ui->count - 1].box.tap = app_home;
    ui_words(ui, .text = "Low letters", .style = STYLE_SMALL, .role = NODE_TEXT);
    ui_close(ui);
}

static void faint(Ui *ui, const App *app) {
    (void)app;
    begin(ui);
    ui_words(ui, .text = "Faint", .style = STYLE_BODY, .ink = ROLE_LINE, .role = NODE_TEXT);
    ui_close(ui);
}

static void clipped(Ui *ui, const App *app) {
    (void)app;
    begin(ui);
    ui_column(ui, .h = FIXED(10));
    ui_words(ui, .text = "Three lines are higher\nthan\nthis box", .role = NODE_TEXT);
    ui_close(ui);
    ui_close(ui);
}

static void cut(Ui *ui, const App *app) {
    (void)app;
    begin(ui);
    ui_column(ui, .w = FIXED(60));
    ui_words(ui, .text = "Who reads the end of this long sentence?", .role = NODE_TEXT,
             .lines_most = 1);
    ui_close(ui);
    ui_close(ui);
}

static void long_line(Ui *ui, const App *app) {
    (void)app;
    begin(ui);
    ui_words(ui,
             .text = "It is still in little lists until it will fill all of its little tiles, "
                     "still till it is ill.",
             .style = STYLE_BODY, .role = NODE_TEXT);
    ui_close(ui);
}

static void overlap(Ui *ui, const App *app) {
    (void)app;
    begin(ui);
    ui_stack(ui, .h = FIXED(10));
    ui_words(ui, .text = "One text", .role = NODE_TEXT);
    ui_words(ui, .text = "another", .role = NODE_TEXT);
    ui_close(ui);
    ui_close(ui);
}

static void off(Ui *ui, const App *app) {
    (void)app;
    begin(ui);
    control(ui, "Wide", 260, 14);
    ui_close(ui);
}

static void sideways(Ui *ui, const App *app) {
    (void)app;
    begin(ui);
    ui_row(ui, .h = GROW);
    ui_column(ui, .id = "page", .scroll = true, .w = FIXED(60), .h = GROW);
    control(ui, "Wide", 80, 14);
    ui_close(ui);
    ui_close(ui);
    ui_close(ui);
}

static void scroll(Ui *ui, float h, float content) {
    begin(ui);
    ui_column(ui, .id = "page", .scroll = true, .h = FIXED(h));
    control(ui, "High", 60, content);
    ui_gap(ui, 60);
    ui_close(ui);
}

static void room(Ui *ui, const App *app) {
    (void)app;
    scroll(ui, 30, 40);
    ui_press(ui, .id = "more", .label = "More below", .tap = tap);
    ui_close(ui);
}

static void more(Ui *ui, const App *app) {
    (void)app;
    scroll(ui, 30, 14);
    ui_close(ui);
}

static void no_label(Ui *ui, const App *app) {
    (void)app;
    begin(ui);
    control(ui, "", 30, 14);
    ui_close(ui);
}

static void unspeakable(Ui *ui, const App *app) {
    (void)app;
    begin(ui);
    control(ui, "?", 30, 14);
    ui_close(ui);
}

static void missing(Ui *ui, const App *app) {
    (void)app;
    begin(ui);
    ui_words(ui, .text = "[common.nowhere]", .role = NODE_TEXT);
    ui_close(ui);
}

static void unfilled(Ui *ui, const App *app) {
    (void)app;
    begin(ui);
    ui_words(ui, .text = "What is hard for {nam}?", .role = NODE_TEXT);
    ui_close(ui);
}

/* The lower one is declared first. */
static void order(Ui *ui, const App *app) {
    (void)app;
    begin(ui);
    ui_stack(ui, .h = FIXED(60));
    ui_column(ui, .h = GROW, .justify = JUSTIFY_END);
    control(ui, "Below", 30, 14);
    ui_close(ui);
    ui_column(ui, .h = GROW);
    control(ui, "Above", 30, 14);
    ui_close(ui);
    ui_close(ui);
    ui_close(ui);
}

static void out(Ui *ui, const App *app) {
    (void)app;
    ui_column(ui, .face = ROLE_BG, .h = GROW, .pad = PAD(6));
    control(ui, "Stay", 30, 14);
    ui_close(ui);
}

static void moves(Ui *ui, const App *app) {
    (void)app;
    begin(ui);
    control(ui, "Grows at night", ui->look.theme == THEME_NIGHT ? 40 : 30, 14);
    ui_close(ui);
}

const Plant plants[] = {
    {"none", "", sound},        {"small", "", small},     {"gap", "", gap},
    {"shared", "", shared},     {"capital", "", capital}, {"contrast", "", faint},
    {"clipped", "", clipped},   {"cut", "", cut},         {"long", "", long_line},
    {"overlap", "", overlap},   {"off", "", off},         {"sideways", "", sideways},
    {"room", "", room},         {"more", "", more},       {"label", "", no_label},
    {"label", "", unspeakable}, {"label", "", missing},   {"label", "", unfilled},
    {"order", "", order},       {"out", "", out},         {"moves", "", moves},
    {NULL, "", NULL},
};
