/* Text and colours: applies at once, on this page and all behind it. */
#include "screens/say.h"
#include "screens/screens.h"

static void fit(App *app) {
    look_fit(&app->ui->look);
}

static void set_size(App *app, int size) {
    app->ui->look.size = (TextSize)size;
    fit(app);
}

static void set_theme(App *app, int theme) {
    app->ui->look.theme = (ThemeName)theme;
    fit(app);
}

static void set_letters(App *app, int dyslexic) {
    app->ui->look.dyslexic = dyslexic != 0;
    fit(app);
}

static void set_space(App *app, int ignored) {
    (void)ignored;
    app->ui->look.more_space = !app->ui->look.more_space;
    fit(app);
}

static void set_motion(App *app, int ignored) {
    (void)ignored;
    app->ui->look.less_motion = !app->ui->look.less_motion;
}

static void set_steady(App *app, int ignored) {
    enum { STEADY_STEP_MS = 250, STEADY_MOST_MS = 500 };
    (void)ignored;
    app->ui->steady_ms =
        app->ui->steady_ms >= STEADY_MOST_MS ? 0 : app->ui->steady_ms + STEADY_STEP_MS;
}

static void put_back(App *app, int ignored) {
    (void)ignored;
    Panel panel = app->ui->look.panel;
    app->ui->look = app->site.look;
    app->ui->look.panel = panel;
    app->ui->steady_ms = 0;
    fit(app);
}

static const float label_w = 38, choice_gap = 3;

static Button choice_button(Ui *ui, const App *app, const char *id) {
    return (Button){.kind = BUTTON_SMALL,
                    .choice = true,
                    .style = STYLE_SMALL,
                    .icon = "open",
                    .left = true,
                    .label = say(ui, app, id),
                    .w = GROW};
}

/* Do all groups fit beside their labels, each word whole? */
static bool beside(Ui *ui, const App *app) {
    static const char *const rows[][4] = {{"d.s1", "d.s2", "d.s3", "d.s4"},
                                          {"d.paper", "d.night", "d.contrast", "d.cream"},
                                          {"d.andika", "d.dys", "d.space"},
                                          {"d.motion", "d.steady.2"}};
    int room = ui->look.panel.w - look_px(&ui->look, 2 * page_pad(ui) + label_w + choice_gap);
    for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++) {
        int count = 0, widest = 0; /* all are as wide as the widest */
        for (; count < 4 && rows[r][count]; count++) {
            Button button = choice_button(ui, app, rows[r][count]);
            int w = ui_button_width(ui, &button) -
                    ui_words_width(ui, button.label, STYLE_SMALL, false) +
                    ui_word_width(ui, button.label, STYLE_SMALL, false);
            widest = w > widest ? w : widest;
        }
        if (count * widest + (count - 1) * look_px(&ui->look, choice_gap) > room) {
            return false;
        }
    }
    return page_wide(ui);
}

/* A label and its choices; the label above them where the page is narrow. */
static void group_begin(Ui *ui, const App *app, const char *id, int count) {
    if (beside(ui, app)) {
        ui_row(ui, .gap = choice_gap, .align = ALIGN_CENTRE);
        ui_words(ui, .text = say(ui, app, id), .style = STYLE_BODY, .bold = true,
                 .role = NODE_HEADING, .w = FIXED(label_w));
        ui_grid(ui, .columns = count, .gap = choice_gap, .w = GROW);
    } else {
        ui_column(ui, .gap = 2);
        ui_words(ui, .text = say(ui, app, id), .style = STYLE_BODY, .bold = true,
                 .role = NODE_HEADING);
        ui_grid(ui, .columns = page_tiny(ui) ? 1 : 2, .gap = choice_gap);
    }
}

static void group_end(Ui *ui) {
    ui_close(ui);
    ui_close(ui);
}

static void choice(Ui *ui, const App *app, const char *id, bool chosen, Tap *tap, int arg) {
    Button button = choice_button(ui, app, id);
    button.selected = chosen;
    button.tap = tap;
    button.arg = arg;
    ui_button(ui, &button);
}

static void build(Ui *ui, const App *app) {
    static const char *const sizes[] = {"d.s1", "d.s2", "d.s3", "d.s4"};
    static const char *const colours[] = {"d.paper", "d.night", "d.contrast", "d.cream"};
    const Look *look = &ui->look;
    Page page = {.title = say(ui, app, "d.title"),
                 .bare = true,
                 .no_back = true,
                 .gap = 3.6f,
                 .next = say(ui, app, "common.done"),
                 .next_icon = "tick",
                 .next_tap = app_back};
    page_begin(ui, app, &page);
    group_begin(ui, app, "d.size", SIZE_COUNT);
    for (int i = 0; i < SIZE_COUNT; i++) {
        choice(ui, app, sizes[i], (int)look->size == i, set_size, i);
    }
    group_end(ui);
    group_begin(ui, app, "d.colours", THEME_COUNT);
    for (int i = 0; i < THEME_COUNT; i++) {
        choice(ui, app, colours[i], (int)look->theme == i, set_theme, i);
    }
    group_end(ui);
    group_begin(ui, app, "d.letters", 3);
    choice(ui, app, "d.andika", !look->dyslexic, set_letters, 0);
    choice(ui, app, "d.dys", look->dyslexic, set_letters, 1);
    choice(ui, app, "d.space", look->more_space, set_space, 0);
    group_end(ui);
    group_begin(ui, app, "d.touch", 2);
    choice(ui, app, "d.motion", look->less_motion, set_motion, 0);
    int steady = ui->steady_ms;
    choice(ui, app,
           steady == 0    ? "d.steady.0"
           : steady < 500 ? "d.steady.1"
                          : "d.steady.2",
           steady > 0, set_steady, 0);
    group_end(ui);
    ui_row(ui, .face = ROLE_SURFACE, .stroke = ROLE_LINE, .stroke_w = 0.2f, .radius = 3, .gap = 4,
           .pad = PAD(4), .align = ALIGN_CENTRE);
    ui_column(ui, .w = FIXED(0.8f), .h = FIXED(9), .face = ROLE_THREAD);
    ui_close(ui);
    ui_words(ui, .text = say(ui, app, "d.sample"), .style = STYLE_BODY, .role = NODE_TEXT,
             .w = GROW);
    ui_press(ui, .kind = BUTTON_SMALL, .icon = "undo", .style = STYLE_SMALL,
             .label = say(ui, app, "d.putback"), .tap = put_back);
    ui_close(ui);
    page_end(ui, app, &page);
}

const Screen screen_display = {.name = "display", .build = build};
