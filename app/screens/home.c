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

enum { DOORS = sizeof doors / sizeof doors[0] };

static const float door_radius = 3, tile_edge = 1, border = 0.34f;

static Style tile_style(const Ui *ui) {
    bool drawn_wide = ui->look.template_ == TEMPLATE_WIDE && ui->look.size == SIZE_STANDARD;
    return page_narrow(ui) || page_large(ui) ? STYLE_BODY
           : drawn_wide                      ? STYLE_HEADING2
                                             : STYLE_TITLE;
}

/* All titles take the lines of the longest, so that the pictures are of one height. */
static float titles_h(Ui *ui, const App *app, int room) {
    Style style = tile_style(ui);
    int lines = 1;
    for (int i = 0; i < DOORS; i++) {
        bool two = ui_words_width(ui, say(ui, app, doors[i].title), style, true) > room;
        lines = two ? 2 : lines;
    }
    return (float)(lines * look_line(&ui->look, style)) / ui->look.u;
}

static void door_words(Ui *ui, const App *app, const Door *door, float title_h) {
    ui_column(ui, .h = AT_LEAST(title_h));
    ui_words(ui, .text = say(ui, app, door->title), .style = tile_style(ui), .bold = true,
             .role = NODE_GROUP);
    ui_close(ui);
    if (!page_narrow(ui)) {
        ui_row(ui, .gap = 3, .align = ALIGN_END);
        ui_words(ui, .text = say(ui, app, door->note), .style = STYLE_SMALL, .w = GROW,
                 .role = NODE_GROUP);
        ui_disc(ui, "next", 10, ROLE_PRIMARY, ROLE_ON_PRIMARY);
        ui_close(ui);
    }
}

static void rule(Ui *ui, Size w, Size h) {
    ui_column(ui, .w = w, .h = h, .face = ROLE_STROKE);
    ui_close(ui);
}

static Pad tile_pad(const Ui *ui) {
    return page_narrow(ui) ? (Pad){3, 1.4f, 3, 1.6f} : (Pad){4, 3, 4, 3.4f};
}

/* Picture above, words below: the whole tile is the target. */
static void tile(Ui *ui, const App *app, const Door *door, float title_h) {
    ui_column(ui, .id = door->id, .role = NODE_BUTTON, .label = say(ui, app, door->title),
              .say = ui_print(ui, "%s. %s", say(ui, app, door->title), say(ui, app, door->note)),
              .tap = door->tap, .w = GROW, .h = GROW, .face = ROLE_SURFACE, .stroke = ROLE_STROKE,
              .stroke_w = border, .edge = ROLE_EDGE, .edge_h = tile_edge, .radius = door_radius,
              .pad = PAD(border));
    ui_column(ui, .id = door->picture_id, .h = {.kind = SIZE_GROW, .n = 1, .least = 14});
    ui_picture(ui, door->picture, (Size){0}, GROW, CORNERS_TOP, door_radius - border);
    ui_close(ui);
    rule(ui, GROW, FIXED(border));
    ui_column(ui, .pad = tile_pad(ui), .gap = 0.6f);
    door_words(ui, app, door, title_h);
    ui_close(ui);
    ui_close(ui);
}

typedef struct DoorShape {
    float h, picture_w;
    Style title;
    bool note;
} DoorShape;

static DoorShape door_shape(const Ui *ui) {
    if (look_long(&ui->look) && ui->look.size < SIZE_LARGEST) {
        return (DoorShape){64, 96, STYLE_HEADING2, true};
    }
    bool upright = page_tall(ui) && !page_large(ui);
    float h = upright ? 34.0f : 22.0f;
    float picture_w = page_slim(ui) ? 18.0f : page_tiny(ui) ? 22.0f : 42.0f;
    return (DoorShape){h, picture_w, STYLE_LEAD, upright};
}

/* On tall and large-text pages: picture at the left. */
static void door_row(Ui *ui, const App *app, const Door *door, DoorShape shape) {
    ui_row(ui, .id = door->id, .role = NODE_BUTTON, .label = say(ui, app, door->title),
           .say = ui_print(ui, "%s. %s", say(ui, app, door->title), say(ui, app, door->note)),
           .tap = door->tap, .h = {.kind = SIZE_FIT, .least = shape.h}, .face = ROLE_SURFACE,
           .stroke = ROLE_STROKE, .stroke_w = border, .edge = ROLE_EDGE, .edge_h = tile_edge,
           .radius = door_radius, .pad = PAD(border), .align = ALIGN_CENTRE);
    ui_picture(ui, door->picture, FIXED(shape.picture_w), GROW,
               CORNER_TOP_LEFT | CORNER_BOTTOM_LEFT, door_radius - border);
    rule(ui, FIXED(border), GROW);
    ui_column(ui, .w = GROW, .h = FIT, .pad = PAD_XY(5, 2));
    ui_row(ui, .gap = 3, .align = ALIGN_CENTRE);
    ui_words(ui, .text = say(ui, app, door->title), .style = shape.title, .bold = true,
             .role = NODE_GROUP, .w = GROW, .lines_most = look_lines(&ui->look, STYLE_LEAD, 0.35f));
    if (!page_slim(ui)) {
        ui_icon(ui, "next", 8, ROLE_INK);
    }
    ui_close(ui);
    if (shape.note) {
        ui_words(ui, .text = say(ui, app, door->note), .style = STYLE_SMALL, .role = NODE_GROUP);
    }
    ui_close(ui);
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
    bool tight = page_slim(ui) && app_may_listen(app), small = page_large(ui) || tight;
    ui_row(ui, .gap = 3, .align = ALIGN_CENTRE, .h = AT_LEAST(13));
    enum { HOLD_MS = 3000 }; /* staff: too long to be met by chance */
    ui_row(ui, .id = "mark", .hold = staff_enter, .hold_ms = HOLD_MS, .gap = tight ? 0.6f : 3,
           .w = GROW, .h = AT_LEAST(14), .align = ALIGN_CENTRE);
    ui_picture(ui, "mark", FIXED(10.8f), FIXED(10.8f), 0, 0);
    ui_words(ui, .text = say(ui, app, "app.name"),
             .style = small     ? STYLE_SMALL
                      : compact ? STYLE_BODY
                                : STYLE_TITLE,
             .bold = true, .role = NODE_HEADING, .w = GROW);
    ui_close(ui);
    if (!tall && app_may_listen(app)) {
        Button listen = page_listen(ui, app);
        listen.icon_only = compact;
        ui_button(ui, &listen);
    }
    if (compact) {
        ui_press(ui, .kind = BUTTON_HEADER, .icon = "menu", .label = say(ui, app, "common.menu"),
                 .tap = page_menu, .icon_only = page_slim(ui));
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
    bool centred = ui->look.template_ == TEMPLATE_REGULAR;
    ui_row(ui, .justify = centred ? JUSTIFY_CENTRE : JUSTIFY_START, .align = ALIGN_CENTRE, .gap = 2,
           .pad = PAD_XY(0, 1));
    ui_sign(ui, "lock", 5.5f, ROLE_MUTED);
    ui_words(ui, .text = say(ui, app, "home.private"), .style = STYLE_SMALL, .ink = ROLE_MUTED,
             .role = NODE_TEXT);
    ui_close(ui);
}

static void doors_beside(Ui *ui, const App *app) {
    float between = page_compact(ui) ? 3.4f : 5.2f;
    int taken = look_px(&ui->look, 2 * page_pad(ui) + (DOORS - 1) * between),
        sides = look_px(&ui->look, 2 * (tile_pad(ui).l + border));
    float title_h = titles_h(ui, app, (ui->look.panel.w - taken) / DOORS - sides);
    ui_row(ui, .gap = between, .h = {.kind = SIZE_GROW, .n = 1, .least = 34});
    const float height = 0.65f; /* where the thread of the pictures meets their sides */
    ui_thread_at(ui, NULL, "door1.picture", height);
    ui_thread_at(ui, "door1.picture", "door2.picture", height);
    ui_thread_at(ui, "door2.picture", "door3.picture", height);
    ui_thread_at(ui, "door3.picture", NULL, height);
    for (int i = 0; i < DOORS; i++) {
        tile(ui, app, &doors[i], title_h);
    }
    ui_close(ui);
}

static void doors_below(Ui *ui, const App *app) {
    ui_column(ui, .gap = look_long(&ui->look) ? 6 : 3.2f);
    for (int i = 0; i < DOORS; i++) {
        door_row(ui, app, &doors[i], door_shape(ui));
    }
    ui_close(ui);
}

static void title(Ui *ui, const App *app) {
    const char *text = say(ui, app, "home.title");
    if (!look_long(&ui->look) && ui->look.template_ != TEMPLATE_WIDE) {
        page_heading(ui, text);
        return;
    }
    ui_column(ui, .gap = 2,
              .pad = {0, look_long(&ui->look) ? 26 : 2, 0, look_long(&ui->look) ? 10 : 1});
    ui_words(ui, .text = text, .style = STYLE_DISPLAY, .bold = true, .role = NODE_HEADING);
    if (look_long(&ui->look)) {
        ui_words(ui, .text = say(ui, app, "home.sub"), .style = STYLE_LEAD, .ink = ROLE_MUTED,
                 .role = NODE_TEXT);
    }
    ui_close(ui);
}

/* 'More below', or on a tall page the ways that have no room in its header: where the hand reaches.
 */
static void foot(Ui *ui, const App *app) {
    bool more = ui_has_more_below(ui, "page"), back = ui_has_more_above(ui, "page");
    if (more || back) {
        ui_column(ui, .pad = {0, page_compact(ui) ? 2.4f : 0, 0, 0});
        ui_press(ui, .id = "more", .kind = BUTTON_PLAIN,
                 .style = page_large(ui) ? STYLE_SMALL : STYLE_BODY, .icon = more ? "down" : "up",
                 .label = say(ui, app, more ? "common.more" : "common.top"), .tap = page_more);
        ui_close(ui);
    } else if (page_tall(ui)) {
        ui_flow(ui, .gap = 3);
        if (app_may_listen(app)) {
            Button listen = page_listen(ui, app);
            listen.kind = BUTTON_SMALL;
            listen.style = STYLE_SMALL;
            ui_button(ui, &listen);
        }
        ui_press(ui, .kind = BUTTON_SMALL, .style = STYLE_SMALL, .icon = "text",
                 .label = say(ui, app, "common.display"), .tap = page_display);
        ui_press(ui, .kind = BUTTON_SMALL, .style = STYLE_SMALL, .icon = "finish",
                 .label = say(ui, app, "common.finish"), .tap = page_finish);
        ui_close(ui);
    }
}

static void build(Ui *ui, const App *app) {
    bool compact = page_compact(ui), tall = page_tall(ui);
    bool largest = ui->look.size == SIZE_LARGEST;
    bool beside = (page_wide(ui) && !largest) || (compact && page_two(ui) == 2);
    bool side_by_side = beside || (look_long(&ui->look) && !page_large(ui));
    float pad = page_pad(ui);
    ui_column(ui, .face = ROLE_BG, .h = GROW,
              .pad = {pad, compact ? 2 : 3, pad, tall ? 4.6f : 2.6f}, .gap = compact ? 0.6f : 2.6f);
    header(ui, app);
    bool wide = ui->look.template_ == TEMPLATE_WIDE;
    ui_column(ui, .id = "page", .scroll = true, .h = GROW,
              .gap = compact ? 3
                     : wide  ? 6
                             : 3.4f,
              .pad = {0, 0, 0, 1.4f});
    page_listen_notice(ui, app);
    title(ui, app);
    if (beside) {
        doors_beside(ui, app);
    } else {
        doors_below(ui, app);
    }
    if (side_by_side) {
        ui_row(ui, .gap = compact ? 3 : 5.2f, .pad = {0, look_long(&ui->look) ? 3 : 0, 0, 0});
        ways_back(ui, app);
        ui_close(ui);
    } else {
        ways_back(ui, app);
    }
    if (!compact) {
        private_note(ui, app);
    }
    ui_close(ui);
    foot(ui, app);
    ui_close(ui);
}

const Screen screen_home = {.name = "home", .build = build};
