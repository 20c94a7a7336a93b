/* Wiping the screen with a cloth, and trying that every place of it feels a touch. */
#include "screens/say.h"
#include "screens/staff.h"
#include "visit/staff.h"

static void build_clean(Ui *ui, const App *app) {
    int left = staff_clean_left(app);
    cover_begin(ui);
    if (!page_compact(ui)) {
        ui_icon(ui, "hand", 20, ROLE_ON_COVER);
    }
    ui_words(ui, .text = say(ui, app, "staff.clean"), .style = STYLE_DISPLAY, .bold = true,
             .ink = ROLE_ON_COVER, .align = ALIGN_CENTRE, .role = NODE_HEADING);
    if (!page_compact(ui) || !page_large(ui)) {
        ui_words(ui, .text = say(ui, app, "clean.body"), .style = STYLE_LEAD, .ink = ROLE_ON_COVER,
                 .align = ALIGN_CENTRE, .role = NODE_TEXT);
    }
    ui_words(ui, .text = say_with(ui, app, "clean.left", "n", say_number(ui, left), NULL),
             .style = STYLE_BODY, .ink = ROLE_ON_COVER, .align = ALIGN_CENTRE, .role = NODE_TEXT);
    cover_end(ui);
}

static void clean_samples(App *app) {
    app_go(app, &screen_staff_clean, 0);
    staff_clean(app);
}

const Screen screen_staff_clean = {.name = "staff_clean",
                                   .cover = true,
                                   .waits = true,
                                   .build = build_clean,
                                   .samples = clean_samples};

enum { COLUMNS = 5, COLUMNS_SLIM = 3, ROWS = 6, ROWS_LOW = 3 };

static int rows(const Ui *ui) {
    return page_compact(ui) && !page_slim(ui) ? ROWS_LOW : ROWS;
}

static int columns(const Ui *ui) {
    return page_slim(ui) ? COLUMNS_SLIM : COLUMNS;
}

/* What is still to be felt; told on the report, whoever leaves early. */
static void count(App *app) {
    int left = 0;
    for (int i = 0; i < rows(app->ui) * columns(app->ui); i++) {
        left += !(app->staff.touched >> i & 1);
    }
    app->staff.found.touch_left = left;
}

void staff_touch_begin(App *app, int ignored) {
    (void)ignored;
    app->staff.touched = 0;
    app->staff.found.touch_tried = true;
    count(app);
    app_go(app, &screen_staff_touch, 0);
}

static void touched(App *app, int cell) {
    app->staff.touched |= (uint64_t)1 << cell;
    count(app);
}

static void cell(Ui *ui, const App *app, int index) {
    bool felt = app->staff.touched >> index & 1;
    ui_row(ui, .role = NODE_BUTTON, .tap = touched, .arg = index, .w = GROW, .h = GROW,
           .label = say_with(ui, app, "staff.touch.cell", "n", say_number(ui, index + 1), NULL),
           .selected = felt, .face = felt ? ROLE_SEL_FILL : ROLE_SURFACE,
           .stroke = felt ? ROLE_SEL_STROKE : ROLE_STROKE, .stroke_w = 0.34f, .radius = 2,
           .align = ALIGN_CENTRE, .justify = JUSTIFY_CENTRE);
    if (felt) {
        ui_icon(ui, "tick_bold", 6, ROLE_SEL_INK);
    }
    ui_close(ui);
}

static void build_touch(Ui *ui, const App *app) {
    bool done = app->staff.found.touch_tried && app->staff.found.touch_left == 0;
    const float gap = 3.2f;
    ui_column(ui, .face = ROLE_BG, .h = GROW, .pad = PAD(3), .gap = gap);
    ui_row(ui, .gap = 4, .align = ALIGN_CENTRE, .h = AT_LEAST(13));
    ui_press(ui, .kind = BUTTON_HEADER, .icon = "back", .label = say(ui, app, "common.back"),
             .tap = app_back, .icon_only = page_large(ui) || page_slim(ui));
    ui_words(ui, .text = say(ui, app, done ? "staff.touch.done" : "staff.touch.body"),
             .style = STYLE_SMALL, .bold = true, .role = NODE_HEADING, .w = GROW, .lines_most = 2);
    ui_close(ui);
    for (int r = 0; r < rows(ui); r++) {
        ui_row(ui, .gap = gap, .h = GROW);
        for (int c = 0; c < columns(ui); c++) {
            cell(ui, app, r * columns(ui) + c);
        }
        ui_close(ui);
    }
    ui_close(ui);
}

const Screen screen_staff_touch = {.name = "staff_touch", .build = build_touch};
