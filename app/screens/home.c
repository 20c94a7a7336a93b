/* Home: three doors on the golden thread, and the ways back in. */
#include "screens/say.h"
#include "screens/screens.h"

static void read_guide(App *app, int ignored) {
    (void)ignored;
    app_go(app, page_compact(app->ui) ? &screen_contents : &screen_guide, 0);
}

static void see_examples(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_examples, 0);
}

static void build_outcome(App *app, int ignored) {
    (void)ignored;
    step_resume(app);
}

static void talk(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_person, 0);
}

typedef struct Door {
    const char *id, *picture_id, *picture, *title, *note;
    Tap *tap;
} Door;

static const Door doors[] = {
    {"door1", "door1.picture", "book", "home.read", "home.read.sub", read_guide},
    {"door2", "door2.picture", "cards", "home.examples", "home.examples.sub", see_examples},
    {"door3", "door3.picture", "steps", "home.build", "home.build.sub", build_outcome},
};

static const float door_radius = 3, tile_edge = 1, border = 0.34f;

static void arrow(Ui *ui) {
    ui_disc(ui, "next", 10, ROLE_PRIMARY, ROLE_ON_PRIMARY);
}

static void door_words(Ui *ui, const App *app, const Door *door, bool note) {
    ui_words(ui, .text = say(ui, app, door->title), .style = note ? STYLE_TITLE : STYLE_BODY,
             .bold = true, .role = NODE_GROUP);
    if (note) {
        ui_row(ui, .gap = 3, .align = ALIGN_END);
        ui_words(ui, .text = say(ui, app, door->note), .style = STYLE_SMALL, .w = GROW,
                 .role = NODE_GROUP);
        arrow(ui);
        ui_close(ui);
    }
}

/* Picture above, words below: the whole tile is the target. */
static void tile(Ui *ui, const App *app, const Door *door) {
    bool compact = page_compact(ui);
    ui_column(ui, .id = door->id, .role = NODE_BUTTON, .label = say(ui, app, door->title),
              .say = ui_print(ui, "%s. %s", say(ui, app, door->title), say(ui, app, door->note)),
              .tap = door->tap, .w = GROW, .h = GROW, .face = ROLE_SURFACE, .stroke = ROLE_STROKE,
              .stroke_w = border, .edge = ROLE_EDGE, .edge_h = tile_edge, .radius = door_radius,
              .pad = PAD(border));
    ui_column(ui, .id = door->picture_id, .h = {.kind = SIZE_GROW, .n = 1, .least = 14});
    ui_picture(ui, door->picture, (Size){0}, GROW, CORNERS_TOP, door_radius - border);
    ui_close(ui);
    ui_column(ui, .h = FIXED(border), .face = ROLE_STROKE);
    ui_close(ui);
    ui_column(ui, .pad = compact ? (Pad){3, 1.4f, 3, 1.6f} : (Pad){4, 3, 4, 3.4f}, .gap = 0.6f);
    door_words(ui, app, door, !compact);
    ui_close(ui);
    ui_close(ui);
}

/* On tall and large-text pages: picture at the left. */
static void door_row(Ui *ui, const App *app, const Door *door, float h) {
    ui_row(ui, .id = door->id, .role = NODE_BUTTON, .label = say(ui, app, door->title),
           .say = ui_print(ui, "%s. %s", say(ui, app, door->title), say(ui, app, door->note)),
           .tap = door->tap, .h = {.kind = SIZE_FIT, .least = h}, .face = ROLE_SURFACE,
           .stroke = ROLE_STROKE, .stroke_w = border, .edge = ROLE_EDGE, .edge_h = tile_edge,
           .radius = door_radius, .pad = PAD(border), .align = ALIGN_CENTRE, .gap = 5);
    ui_picture(ui, door->picture, FIXED(h * 1.7f), GROW, CORNER_TOP_LEFT | CORNER_BOTTOM_LEFT,
               door_radius - border);
    ui_column(ui, .w = GROW, .h = FIT, .pad = PAD_XY(0, 2));
    ui_words(ui, .text = say(ui, app, door->title), .style = STYLE_LEAD, .bold = true,
             .role = NODE_GROUP, .lines_most = look_lines(&ui->look, STYLE_LEAD, 0.35f));
    if (page_tall(ui)) {
        ui_words(ui, .text = say(ui, app, door->note), .style = STYLE_BODY, .role = NODE_GROUP);
    }
    ui_close(ui);
    arrow(ui);
    ui_gap(ui, 4);
    ui_close(ui);
}

static void ways_back(Ui *ui, const App *app) {
    bool words = app_has_words(app);
    bool notes = !page_compact(ui);
    if (page_compact(ui) && !page_large(ui)) { /* one line each, so that Home is one page */
        ui_press(ui, .kind = BUTTON_SMALL, .style = STYLE_SMALL, .icon = "draft", .w = GROW,
                 .label = say(ui, app, words ? "home.carry.short" : "home.draft"),
                 .tap = words ? build_outcome : enter_begin);
        ui_press(ui, .kind = BUTTON_SMALL, .style = STYLE_SMALL, .icon = "phone", .w = GROW,
                 .label = say(ui, app, "home.person"), .tap = talk);
        return;
    }
    ui_row_button(ui, &(RowButton){.icon = "draft",
                                   .tint = ROLE_HOPE_TINT,
                                   .ink = ROLE_HOPE,
                                   .title = say(ui, app, words ? "home.carry" : "home.draft"),
                                   .note = notes && !words ? say(ui, app, "home.draft.sub") : NULL,
                                   .tap = words ? build_outcome : enter_begin});
    ui_row_button(ui, &(RowButton){.icon = "phone",
                                   .tint = ROLE_HOPE_TINT,
                                   .ink = ROLE_HOPE,
                                   .title = say(ui, app, "home.person"),
                                   .note = notes ? say(ui, app, "home.person.sub") : NULL,
                                   .tap = talk});
}

static void header(Ui *ui, const App *app) {
    bool tall = page_tall(ui), compact = page_compact(ui);
    ui_row(ui, .gap = 3, .align = ALIGN_CENTRE, .h = AT_LEAST(13));
    enum { HOLD_MS = 3000 }; /* staff: too long to be met by chance */
    ui_row(ui, .id = "mark", .hold = staff_enter, .hold_ms = HOLD_MS, .gap = 3, .w = GROW,
           .h = AT_LEAST(14), .align = ALIGN_CENTRE);
    ui_picture(ui, "mark", FIXED(10.8f), FIXED(10.8f), 0, 0);
    ui_words(ui, .text = say(ui, app, "app.name"),
             .style = page_large(ui) ? STYLE_SMALL
                      : compact      ? STYLE_BODY
                                     : STYLE_TITLE,
             .bold = true, .role = NODE_HEADING, .w = GROW);
    ui_close(ui);
    if (compact) {
        ui_press(ui, .kind = BUTTON_HEADER, .icon = "menu", .label = say(ui, app, "common.menu"),
                 .tap = page_menu);
    } else if (!tall) {
        ui_press(ui, .kind = BUTTON_HEADER, .icon = "text", .label = say(ui, app, "common.display"),
                 .tap = page_display);
        if (app_has_words(app)) {
            ui_press(ui, .kind = BUTTON_HEADER, .icon = "finish",
                     .label = say(ui, app, "common.finish"), .tap = page_finish);
        }
    }
    ui_close(ui);
}

static void private_note(Ui *ui, const App *app) {
    ui_row(ui, .justify = JUSTIFY_CENTRE, .align = ALIGN_CENTRE, .gap = 2, .pad = PAD_XY(0, 1));
    ui_sign(ui, "lock", 5.5f, ROLE_MUTED);
    ui_words(ui, .text = say(ui, app, "home.private"), .style = STYLE_SMALL, .ink = ROLE_MUTED,
             .role = NODE_TEXT);
    ui_close(ui);
}

static void doors_beside(Ui *ui, const App *app) {
    ui_row(ui, .gap = page_compact(ui) ? 3.4f : 5.2f,
           .h = {.kind = SIZE_GROW, .n = 1, .least = 34});
    const float height = 0.65f; /* where the thread of the pictures meets their sides */
    ui_thread_at(ui, NULL, "door1.picture", height);
    ui_thread_at(ui, "door1.picture", "door2.picture", height);
    ui_thread_at(ui, "door2.picture", "door3.picture", height);
    ui_thread_at(ui, "door3.picture", NULL, height);
    for (size_t i = 0; i < sizeof doors / sizeof doors[0]; i++) {
        tile(ui, app, &doors[i]);
    }
    ui_close(ui);
}

static void doors_below(Ui *ui, const App *app) {
    float h = page_tall(ui) ? 52 : 20;
    ui_column(ui, .gap = page_tall(ui) ? 4 : 3.2f);
    ui_thread(ui, "door1", "door2", false);
    ui_thread(ui, "door2", "door3", false);
    for (size_t i = 0; i < sizeof doors / sizeof doors[0]; i++) {
        door_row(ui, app, &doors[i], h);
    }
    ui_close(ui);
}

static void build(Ui *ui, const App *app) {
    bool compact = page_compact(ui);
    bool beside = page_wide(ui) || (page_compact(ui) && ui->look.size < SIZE_LARGER);
    float pad = page_pad(ui);
    ui_column(ui, .face = ROLE_BG, .h = GROW, .pad = {pad, compact ? 2 : 3, pad, 2.6f},
              .gap = compact || page_tall(ui) ? 3 : 2.6f);
    header(ui, app);
    bool wide = ui->look.template_ == TEMPLATE_WIDE;
    ui_column(ui, .id = "page", .scroll = true, .h = GROW,
              .gap = compact ? 3
                     : wide  ? 6
                             : 3.4f,
              .pad = {0, 0, 0, 1.4f});
    page_heading(ui, say(ui, app, "home.title"));
    if (beside) {
        doors_beside(ui, app);
        ui_row(ui, .gap = compact ? 3 : 5.2f);
        ways_back(ui, app);
        ui_close(ui);
    } else {
        doors_below(ui, app);
        ways_back(ui, app);
    }
    if (!page_compact(ui)) {
        private_note(ui, app);
    }
    ui_close(ui);
    if (ui_has_more_below(ui, "page") || ui_has_more_above(ui, "page")) {
        bool down = ui_has_more_below(ui, "page");
        ui_press(ui, .id = "more", .kind = BUTTON_PLAIN, .icon = down ? "down" : "up",
                 .label = say(ui, app, down ? "common.more" : "common.top"), .tap = page_more);
    } else if (page_tall(ui)) {
        ui_row(ui, .gap = 3);
        ui_press(ui, .kind = BUTTON_HEADER, .icon = "text", .label = say(ui, app, "common.display"),
                 .tap = page_display, .w = GROW);
        ui_press(ui, .kind = BUTTON_HEADER, .icon = "finish",
                 .label = say(ui, app, "common.finish"), .tap = page_finish, .w = GROW);
        ui_close(ui);
    }
    ui_close(ui);
}

const Screen screen_home = {.name = "home", .build = build};
