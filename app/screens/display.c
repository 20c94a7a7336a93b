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

static const float label_w = 34, choice_gap = 3;

enum { ROWS = 4, CHOICES_MOST = 4 };

/* A choice of a row: its words, and what shows what it does. */
typedef struct Choice {
    const char *id;
    Tap *tap;
    int arg;
    bool chosen;
    const char *icon;   /* NULL: a ring; a tick when it is chosen */
    bool sized;         /* a text size, in letters of that size */
    const Theme *theme; /* in its colours */
    Letters letters;    /* in these */
} Choice;

typedef struct Row {
    const char *id;
    int count;
    Choice choices[CHOICES_MOST];
} Row;

static const char *steady_id(int ms) {
    enum { A_LITTLE_MS = 250 };
    return ms == 0 ? "d.steady.0" : ms <= A_LITTLE_MS ? "d.steady.1" : "d.steady.2";
}

static Row size_row(const Look *look) {
    static const char *const ids[] = {"d.s1", "d.s2", "d.s3", "d.s4"};
    Row row = {.id = "d.size", .count = SIZE_COUNT};
    for (int i = 0; i < SIZE_COUNT; i++) {
        row.choices[i] = (Choice){
            .id = ids[i], .tap = set_size, .arg = i, .chosen = (int)look->size == i, .sized = true};
    }
    return row;
}

static Row colour_row(const Look *look) {
    static const char *const ids[] = {"d.paper", "d.night", "d.contrast", "d.cream"};
    Row row = {.id = "d.colours", .count = THEME_COUNT};
    for (int i = 0; i < THEME_COUNT; i++) {
        row.choices[i] = (Choice){.id = ids[i],
                                  .tap = set_theme,
                                  .arg = i,
                                  .chosen = (int)look->theme == i,
                                  .theme = &themes[i]};
    }
    return row;
}

static Row letter_row(const Look *look) {
    return (Row){"d.letters",
                 3,
                 {{.id = "d.andika",
                   .tap = set_letters,
                   .chosen = !look->dyslexic,
                   .letters = LETTERS_ANDIKA},
                  {.id = "d.dys",
                   .tap = set_letters,
                   .arg = 1,
                   .chosen = look->dyslexic,
                   .letters = LETTERS_DYSLEXIC},
                  {.id = "d.space", .tap = set_space, .chosen = look->more_space}}};
}

static Row touch_row(const Ui *ui) {
    return (Row){
        "d.touch",
        2,
        {{.id = "d.motion", .tap = set_motion, .chosen = ui->look.less_motion, .icon = "motion"},
         {.id = steady_id(ui->steady_ms), .tap = set_steady, .chosen = ui->steady_ms > 0}}};
}

static Button button_of(Ui *ui, const App *app, const Choice *choice) {
    Button button = {.kind = BUTTON_SMALL,
                     .choice = true,
                     .style = STYLE_SMALL,
                     .letters = choice->letters,
                     .icon = choice->icon ? choice->icon : "open",
                     .left = true,
                     .label = say(ui, app, choice->id),
                     .selected = choice->chosen,
                     .tap = choice->tap,
                     .arg = choice->arg,
                     .w = GROW};
    if (choice->sized) {
        button.icon = NULL;
        button.lead = say(ui, app, "d.aa");
        button.lead_style = (Style)(STYLE_SAMPLE + choice->arg);
    }
    return button;
}

/* Do all choices of all rows fit beside their labels, each in one line? */
static bool beside(Ui *ui, const App *app, const Row *rows) {
    int room = ui->look.panel.w - look_px(&ui->look, 2 * page_pad(ui) + label_w + choice_gap);
    for (int r = 0; r < ROWS; r++) {
        Button buttons[CHOICES_MOST];
        for (int i = 0; i < rows[r].count; i++) {
            buttons[i] = button_of(ui, app, &rows[r].choices[i]);
        }
        if (!page_row_fits(ui, buttons, rows[r].count, choice_gap, room)) {
            return false;
        }
    }
    return page_wide(ui);
}

/* What it would look like: its ground, its letters, and the colour of what is to be pressed. */
static void swatch(Ui *ui, const Button *button, const Theme *theme) {
    const float high = 15.4f, foot = 2.8f, radius = 2.2f, edge = 0.8f, pad = 2.6f, icon = 6.5f;
    const float stroke = 0.34f, chosen = 0.6f; /* the wider one: choosing moves nothing */
    ui_column(
        ui, .role = NODE_CHOICE, .label = button->label, .tap = button->tap, .arg = button->arg,
        .selected = button->selected,
        .w = {.kind = SIZE_GROW, .n = 1, .least = (float)ui_button_width(ui, button) / ui->look.u},
        .h = {.kind = SIZE_FIT, .least = high}, .firm = true,
        .stroke = button->selected ? ROLE_SEL_STROKE : ROLE_STROKE,
        .stroke_w = button->selected ? chosen : stroke, .face = ROLE_SURFACE, .edge = ROLE_EDGE,
        .edge_h = edge, .radius = radius, .pad = PAD(chosen));
    ui_column(ui, .theme = theme, .face = ROLE_BG, .radius = radius - chosen, .h = GROW);
    ui_row(ui, .h = GROW, .pad = PAD_XY(pad - chosen, 0.6f), .gap = pad - 0.4f,
           .align = ALIGN_CENTRE);
    ui_sign(ui, button->selected ? "tick_bold" : "open", icon, ROLE_INK);
    ui_words(ui, .text = button->label, .style = button->style, .role = NODE_GROUP, .w = GROW);
    ui_close(ui);
    ui_column(ui, .h = FIXED(foot), .face = ROLE_PRIMARY, .radius = radius - chosen,
              .corners = CORNER_BOTTOM_LEFT | CORNER_BOTTOM_RIGHT);
    ui_close(ui);
    ui_close(ui);
    ui_close(ui);
}

/* A label and its choices; the label above them where the page is narrow. */
static void show_row(Ui *ui, const App *app, const Row *row, bool side_by_side) {
    if (side_by_side) {
        ui_row(ui, .gap = choice_gap, .align = ALIGN_CENTRE);
    } else {
        ui_column(ui, .gap = 2);
    }
    ui_words(ui, .text = say(ui, app, row->id), .style = STYLE_BODY, .bold = true,
             .role = NODE_HEADING, .w = side_by_side ? FIXED(label_w) : (Size){.n = 0});
    if (side_by_side) {
        ui_row(ui, .gap = choice_gap, .w = GROW);
    } else {
        ui_grid(ui, .columns = page_tiny(ui) || page_slim(ui) ? 1 : 2, .gap = choice_gap);
    }
    for (int i = 0; i < row->count; i++) {
        Button button = button_of(ui, app, &row->choices[i]);
        if (row->choices[i].theme) {
            swatch(ui, &button, row->choices[i].theme);
        } else {
            ui_button(ui, &button);
        }
    }
    ui_close(ui);
    ui_close(ui);
}

/* How a sentence reads now, and the way back to how it was. */
static void sample(Ui *ui, const App *app) {
    ui_row(ui, .face = ROLE_SURFACE, .stroke = ROLE_LINE, .stroke_w = 0.2f, .radius = 3, .gap = 4,
           .pad = PAD(4), .align = ALIGN_CENTRE);
    ui_column(ui, .w = FIXED(0.8f), .h = FIXED(9), .face = ROLE_THREAD);
    ui_close(ui);
    ui_words(ui, .text = say(ui, app, "d.sample"), .style = STYLE_BODY, .role = NODE_TEXT,
             .w = GROW);
    ui_press(ui, .kind = BUTTON_SMALL, .icon = "undo", .style = STYLE_SMALL,
             .label = say(ui, app, "d.putback"), .tap = put_back, .icon_only = page_slim(ui));
    ui_close(ui);
}

static void build(Ui *ui, const App *app) {
    Page page = {.title = say(ui, app, "d.title"),
                 .bare = true,
                 .no_back = true,
                 .gap = 3.6f,
                 .next = say(ui, app, "common.done"),
                 .next_icon = "tick",
                 .next_tap = app_back};
    const Row rows[ROWS] = {size_row(&ui->look), colour_row(&ui->look), letter_row(&ui->look),
                            touch_row(ui)};
    bool side_by_side = beside(ui, app, rows);
    page_begin(ui, app, &page);
    for (int i = 0; i < ROWS; i++) {
        show_row(ui, app, &rows[i], side_by_side);
    }
    sample(ui, app);
    page_end(ui, app, &page);
}

const Screen screen_display = {.name = "display", .build = build};
