/* Take it home: on a stick, or as a photo. */
#include "screens/say.h"
#include "screens/screens.h"

static void on_stick(App *app, int ignored) {
    (void)ignored;
    app->stick.task = TASK_SAVE;
    app->stick.err = OK;
    app->stick.done = app->stick.writing = false;
    app_go(app, &screen_stick, 0);
    app_sticks_changed(app);
}

static void by_photo(App *app, int ignored) {
    (void)ignored;
    app->photo = 0;
    app_go(app, &screen_photo, 0);
}

static void begin(App *app, int ignored) {
    (void)ignored;
    step_resume(app);
}

static void tile(Ui *ui, const App *app, const char *icon, Role tint, Role ink, const char *title,
                 const char *note, Tap *tap) {
    bool tall = page_wide(ui);
    if (page_compact(ui)) { /* a row each: two tiles would be higher than the page */
        ui_row_button(ui, &(RowButton){.icon = page_tiny(ui) ? NULL : icon,
                                       .tint = tint,
                                       .ink = ink,
                                       .title = say(ui, app, title),
                                       .note = say(ui, app, note),
                                       .tap = tap});
        return;
    }
    ui_column(ui, .role = NODE_BUTTON, .label = say(ui, app, title),
              .say = ui_print(ui, "%s. %s", say(ui, app, title), say(ui, app, note)), .tap = tap,
              .w = GROW, .h = {.kind = SIZE_FIT, .least = tall ? 59 : 24}, .face = ROLE_SURFACE,
              .stroke = ROLE_STROKE, .stroke_w = 0.34f, .edge = ROLE_EDGE, .edge_h = 1, .radius = 3,
              .pad = PAD_XY(4, 3), .gap = 3, .align = ALIGN_CENTRE, .justify = JUSTIFY_CENTRE);
    ui_disc(ui, icon, tall ? 25 : 14, tint, ink);
    ui_words(ui, .text = say(ui, app, title), .style = STYLE_HEADING2, .bold = true,
             .role = NODE_GROUP, .align = ALIGN_CENTRE);
    ui_words(ui, .text = say(ui, app, note), .style = STYLE_BODY, .role = NODE_GROUP,
             .align = ALIGN_CENTRE);
    ui_close(ui);
}

static void build(Ui *ui, const App *app) {
    bool any = app_has_words(app);
    Page page = {.title = say(ui, app, "take.title"),
                 .next = any ? say(ui, app, "take.nothing") : say(ui, app, "take.build"),
                 .next_plain = any,
                 .next_tap = any ? page_finish : begin,
                 .band = "steps",
                 .gap = 5};
    page_begin(ui, app, &page);
    page_heading(ui, say(ui, app, any ? "take.q" : "take.none"));
    if (any) {
        if (page_wide(ui)) {
            ui_row(ui, .gap = 6);
        } else {
            ui_column(ui, .gap = 4);
        }
        tile(ui, app, "usb", ROLE_OUTCOME_TINT, ROLE_OUTCOME, "take.stick", "take.stick.sub",
             on_stick);
        tile(ui, app, "mobile", ROLE_HELP_TINT, ROLE_HELP, "take.phone", "take.phone.sub",
             by_photo);
        ui_close(ui);
        ui_words(ui, .text = say(ui, app, "take.private"), .style = STYLE_SMALL, .ink = ROLE_MUTED,
                 .role = NODE_TEXT);
    }
    page_end(ui, app, &page);
}

const Screen screen_take = {.name = "take", .own_words = true, .build = build};
