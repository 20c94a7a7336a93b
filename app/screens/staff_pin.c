/* The staff PIN: a pad of figures. Behind a hold on the mark, so that nobody meets it by chance. */
#include "screens/say.h"
#include "screens/staff.h"
#include "visit/staff.h"

#include <string.h>

void staff_enter(App *app, int ignored) {
    (void)ignored;
    app_save(app);
    staff_pin_begin(app);
    app_go(app, &screen_staff_pin, 0);
}

static void figure(App *app, int code) {
    staff_pin_figure(app, (char)code);
}

static void backspace(App *app, int ignored) {
    (void)ignored;
    staff_pin_back(app);
}

static void enter(App *app, int ignored) {
    (void)ignored;
    staff_pin_enter(app);
}

/* Where the pad fills the height of the panel. */
static bool small_panel(const Ui *ui) {
    const float low_mm = 100;
    return page_slim(ui) || (page_compact(ui) && ui->look.panel.h_mm < low_mm);
}

static void dots(Ui *ui, const App *app) {
    const float size = 5.4f, line = 0.5f;
    size_t typed = strlen(app->staff.pin);
    ui_row(ui, .gap = 2.6f, .role = NODE_PROGRESS,
           .label = say_with(ui, app, "staff.pin.typed", "n", say_number(ui, (int)typed), NULL));
    for (size_t i = 0; i < PIN_FIGURES; i++) {
        ui_column(ui, .w = FIXED(size), .h = FIXED(size), .radius = size / 2,
                  .face = i < typed ? ROLE_PRIMARY : ROLE_BG, .stroke = ROLE_PRIMARY,
                  .stroke_w = line);
        ui_close(ui);
    }
    ui_close(ui);
}

static const char *asked(Ui *ui, const App *app) {
    return say(ui, app,
               app->staff.late        ? "staff.pin.late"
               : !app->staff.choosing ? "staff.pin"
               : app->staff.first[0]  ? "staff.pin.again"
                                      : "staff.pin.set");
}

/* What became of the last try; NULL: nothing to say. */
static const char *answer(Ui *ui, const App *app) {
    if (app_busy(app)) {
        return say(ui, app, "staff.pin.busy");
    }
    if (app->staff.differs) {
        return say(ui, app, "staff.pin.differ");
    }
    if (app->staff.wait_s > 0) {
        const char *n = say_number(ui, app->staff.wait_s);
        return say_with(ui, app, app->staff.refused ? "staff.pin.no.wait" : "words.wait", "n", n,
                        NULL);
    }
    if (app->staff.refused) {
        return say(ui, app, "staff.pin.no");
    }
    return app->staff.err == OK ? NULL : say_joined(ui, app, "err.", err_name(app->staff.err));
}

static void told(Ui *ui, const App *app) {
    const char *words = answer(ui, app);
    bool roomy = !page_compact(ui);
    if (roomy) {
        ui_row(ui, .gap = 3, .align = ALIGN_CENTRE);
        ui_icon(ui, "lock", 7, ROLE_MUTED);
        ui_words(ui, .text = say(ui, app, "staff.title"), .style = STYLE_LEAD, .bold = true,
                 .ink = ROLE_MUTED, .role = NODE_TEXT, .w = GROW);
        ui_close(ui);
    }
    ui_words(ui, .text = asked(ui, app), .style = roomy ? STYLE_HEADING1 : STYLE_BODY, .bold = true,
             .role = NODE_HEADING);
    dots(ui, app);
    if (words) {
        ui_words(ui, .text = words, .style = STYLE_BODY, .role = NODE_TEXT);
    }
    if (!small_panel(ui) || !page_large(ui)) {
        ui_words(ui, .text = say(ui, app, "staff.note"), .style = STYLE_SMALL, .ink = ROLE_MUTED,
                 .role = NODE_TEXT);
    }
}

static void key(Ui *ui, const char *label, const char *icon, Role face, Tap *tap, int arg, float w,
                float h) {
    bool main = face == ROLE_PRIMARY;
    ui_row(ui, .role = NODE_BUTTON, .label = label, .tap = tap, .arg = arg, .w = FIXED(w),
           .h = FIXED(h), .face = face, .stroke = main ? ROLE_NONE : ROLE_STROKE, .stroke_w = 0.34f,
           .edge = main ? ROLE_PRIMARY_EDGE : ROLE_EDGE, .edge_h = 0.8f, .radius = 2.2f,
           .align = ALIGN_CENTRE, .justify = JUSTIFY_CENTRE);
    if (icon) {
        ui_icon(ui, icon, 7, main ? ROLE_ON_PRIMARY : ROLE_INK);
    } else {
        ui_words(ui, .text = label, .style = STYLE_KEY, .role = NODE_GROUP);
    }
    ui_close(ui);
}

static void pad(Ui *ui, const App *app) {
    static const char *const rows[] = {"123", "456", "789"};
    bool small = small_panel(ui);
    float w = small ? 18.2f : 30, h = small ? 13.2f : 17, gap = 3.2f;
    ui_column(ui, .gap = gap);
    for (int r = 0; r < 3; r++) {
        ui_row(ui, .gap = gap);
        for (int c = 0; c < 3; c++) {
            key(ui, ui_print(ui, "%c", rows[r][c]), NULL, ROLE_SURFACE, figure, rows[r][c], w, h);
        }
        ui_close(ui);
    }
    ui_row(ui, .gap = gap);
    key(ui, say(ui, app, "k.backspace"), "backspace", ROLE_SUNKEN, backspace, 0, w, h);
    key(ui, "0", NULL, ROLE_SURFACE, figure, '0', w, h);
    key(ui, say(ui, app, "staff.ok"), "tick", ROLE_PRIMARY, enter, 0, w, h);
    ui_close(ui);
    ui_close(ui);
}

static void more(Ui *ui, const App *app) {
    bool down = ui_has_more_below(ui, "page");
    if (down || ui_has_more_above(ui, "page")) {
        ui_press(ui, .id = "more", .kind = BUTTON_SMALL, .icon = down ? "down" : "up",
                 .icon_only = small_panel(ui),
                 .label = say(ui, app, down ? "common.more" : "common.top"), .tap = page_more);
    }
}

static void home(Ui *ui, const App *app) {
    ui_row(ui, .gap = 3);
    ui_press(ui, .kind = BUTTON_HEADER, .icon = "home", .label = say(ui, app, "staff.back"),
             .style = page_large(ui) ? STYLE_SMALL : STYLE_OWN, .tap = app_home,
             .icon_only = page_large(ui) && small_panel(ui));
    ui_space(ui);
    ui_close(ui);
}

static void build(Ui *ui, const App *app) {
    float side = page_pad(ui);
    bool tall = page_tall(ui) || page_slim(ui);
    ui_column(ui, .face = ROLE_BG, .h = GROW, .pad = {side, 3, side, 3});
    if (tall) {
        ui_column(ui, .h = GROW, .gap = 5);
        home(ui, app);
        if (!page_slim(ui)) {
            ui_space(ui);
        }
    } else {
        ui_row(ui, .h = GROW, .gap = page_wide(ui) ? 12 : 5, .align = ALIGN_STRETCH);
        ui_column(ui, .w = GROW, .gap = 3);
        home(ui, app);
    }
    ui_column(ui, .id = "page", .scroll = true, .w = GROW, .h = GROW, .gap = 4,
              .pad = {0, page_wide(ui) ? 10 : 1, 0, 1});
    told(ui, app);
    ui_close(ui);
    more(ui, app);
    if (!tall) {
        ui_close(ui);
    }
    ui_column(ui, .justify = JUSTIFY_CENTRE, .align = ALIGN_CENTRE);
    pad(ui, app);
    ui_close(ui);
    ui_close(ui);
    ui_close(ui);
}

static void samples(App *app) {
    staff_pin_begin(app);
    app->staff.choosing = false;
    for (const char *c = "246"; *c; c++) {
        staff_pin_figure(app, *c);
    }
}

const Screen screen_staff_pin = {
    .name = "staff_pin", .waits = true, .build = build, .samples = samples};
