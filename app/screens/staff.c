/* The staff page: how the kiosk is doing, and what may be set. Never a word of a family. */
#include "screens/staff.h"
#include "screens/say.h"
#include "visit/staff.h"

static void clean(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_staff_clean, 0);
    staff_clean(app);
}

static void choose(App *app, int setting) {
    app_go(app, &screen_staff_choose, setting);
}

static void ask(App *app, int question) {
    app_go(app, &screen_staff_ask, question);
}

static void set_date(App *app, int ignored) {
    (void)ignored;
    app->staff.date = app->clock.today;
    app->staff.err = OK;
    app_go(app, &screen_staff_date, 0);
}

static void places(App *app, int ignored) {
    (void)ignored;
    app->staff.err = OK;
    app_go(app, &screen_staff_place, 0);
}

static void report(App *app, int ignored) {
    (void)ignored;
    staff_test(app);
    app_go(app, &screen_staff_report, 0);
}

static void status(Ui *ui, const App *app) {
    Check checks[CHECKS_MOST];
    int count = staff_checks(ui, app, false, checks);
    if (page_large(ui)) {
        ui_column(ui, .gap = 2, .align = ALIGN_START);
    } else {
        ui_row(ui, .gap = 3, .align = ALIGN_CENTRE);
    }
    ui_words(ui, .text = say(ui, app, "staff.status"), .style = STYLE_LEAD, .bold = true,
             .role = NODE_HEADING, .w = GROW);
    ui_press(ui, .kind = BUTTON_SMALL, .style = STYLE_SMALL, .icon = "tick",
             .label = say(ui, app, "staff.report"), .tap = report);
    ui_close(ui);
    for (int i = 0; i < count; i++) {
        staff_check_row(ui, &checks[i]);
    }
    if (app->staff.err != OK) {
        ui_banner(ui, "warn", ROLE_NOTYET_TINT, ROLE_NOTYET, NULL,
                  say_joined(ui, app, "err.", err_name(app->staff.err)));
    } else if (app->staff.done) {
        ui_banner(ui, "tick", ROLE_MET_TINT, ROLE_MET, NULL, say(ui, app, "staff.done"));
    }
    ui_words(ui, .text = say(ui, app, "staff.note"), .style = STYLE_SMALL, .ink = ROLE_MUTED,
             .role = NODE_TEXT);
}

/* Shows 'Change' and is called by what it changes. */
static void change(Ui *ui, const char *about, const char *shown, Tap *tap, int arg) {
    ui_row(ui, .role = NODE_BUTTON, .label = ui_print(ui, "%s. %s", about, shown), .tap = tap,
           .arg = arg, .firm = true, .w = {.kind = SIZE_FIT, .least = 18},
           .h = {.kind = SIZE_FIT, .least = 13}, .face = ROLE_SURFACE, .stroke = ROLE_STROKE,
           .stroke_w = 0.34f, .edge = ROLE_EDGE, .edge_h = 0.8f, .radius = 2.2f,
           .pad = PAD_XY(3.4f, 1), .align = ALIGN_CENTRE, .justify = JUSTIFY_CENTRE);
    ui_words(ui, .text = shown, .style = STYLE_SMALL, .role = NODE_GROUP);
    ui_close(ui);
}

void staff_row(Ui *ui, const StaffRow *row) {
    bool below = page_compact(ui) && page_two(ui) == 1;
    if (below) {
        ui_column(ui, .gap = 2, .pad = PAD_XY(0, 1));
    } else {
        ui_row(ui, .gap = 3.2f, .align = ALIGN_CENTRE, .pad = PAD_XY(0, 1));
    }
    ui_column(ui, .w = GROW);
    ui_words(ui, .text = row->about, .style = STYLE_SMALL, .role = NODE_TEXT);
    if (row->value) {
        ui_words(ui, .text = row->value, .style = STYLE_SMALL, .bold = true, .role = NODE_TEXT);
    }
    ui_close(ui);
    if (below) {
        ui_flow(ui, .gap = 3.2f, .row_gap = 3.6f);
    }
    if (row->second) {
        change(ui, row->about, row->second, row->second_tap, row->arg);
    }
    change(ui, row->about, row->button, row->tap, row->arg);
    if (below) {
        ui_close(ui);
    }
    ui_close(ui);
    ui_column(ui, .h = FIXED(0.2f), .face = ROLE_LINE);
    ui_close(ui);
}

static void setting(Ui *ui, const App *app, const char *about, const char *value,
                    const char *button, Tap *tap, int arg) {
    staff_row(ui, &(StaffRow){.about = say(ui, app, about),
                              .value = value,
                              .button = say(ui, app, button),
                              .tap = tap,
                              .arg = arg});
}

static void settings(Ui *ui, const App *app) {
    enum { MINUTE_S = 60 };
    ui_words(ui, .text = say(ui, app, "staff.set"), .style = STYLE_LEAD, .bold = true,
             .role = NODE_HEADING);
    setting(ui, app, "staff.s5", staff_date(ui, app, app->clock.today), "common.change", set_date,
            0);
    setting(ui, app, "staff.k1",
            say_with(ui, app, "staff.k1v", "n", say_number(ui, app->site.keep_days), NULL),
            "common.change", choose, SETTING_KEEP);
    setting(ui, app, "staff.k2",
            say_with(ui, app, "staff.k2.seconds", "n", say_number(ui, app->site.idle_s), NULL),
            "common.change", choose, SETTING_IDLE);
    setting(ui, app, "staff.place", NULL, "common.open", places, 0);
}

typedef struct Way {
    const char *icon, *id;
    Tap *tap;
    int arg;
    bool shown;
} Way;

static void buttons(Ui *ui, const App *app) {
    const Way ways[] = {
        {"bin", "staff.old", ask, ASK_DELETE_EXPIRED, app->staff.status.expired > 0},
        {"bin", "staff.wipe", ask, ASK_DELETE_ALL, app->staff.status.drafts > 0},
        {"undo", "staff.restart", ask, ASK_RESTART, true},
        {"finish", "staff.off", ask, ASK_TURN_OFF, true},
    };
    if (page_wide(ui)) {
        ui_row(ui, .gap = 3.2f);
    } else {
        ui_flow(ui, .gap = 3.2f, .row_gap = 3.6f);
    }
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        if (ways[i].shown) {
            ui_press(ui, .kind = BUTTON_SMALL, .icon = ways[i].icon, .tap = ways[i].tap,
                     .style = STYLE_SMALL, .arg = ways[i].arg, .label = say(ui, app, ways[i].id));
        }
    }
    ui_close(ui);
}

static void header(Ui *ui, const App *app) {
    bool compact = page_compact(ui), large = page_large(ui);
    ui_row(ui, .gap = 3, .align = ALIGN_CENTRE, .h = AT_LEAST(13));
    ui_press(ui, .kind = BUTTON_HEADER, .icon = "home", .label = say(ui, app, "staff.back"),
             .tap = app_home, .icon_only = compact);
    ui_words(ui, .text = say(ui, app, "staff.settings"), .style = STYLE_BODY, .bold = true,
             .role = NODE_HEADING, .w = GROW);
    ui_press(ui, .kind = BUTTON_HEADER, .icon = "hand", .label = say(ui, app, "staff.clean"),
             .tap = clean, .icon_only = compact && (large || page_slim(ui)));
    ui_close(ui);
}

static void more(Ui *ui, const App *app) {
    bool down = ui_has_more_below(ui, "page");
    if (down || ui_has_more_above(ui, "page")) {
        ui_press(ui, .id = "more", .kind = BUTTON_SMALL, .icon = down ? "down" : "up",
                 .label = say(ui, app, down ? "common.more" : "common.top"), .tap = page_more);
    }
}

static void build(Ui *ui, const App *app) {
    float side = page_pad(ui);
    bool wide = page_wide(ui);
    ui_column(ui, .face = ROLE_BG, .h = GROW, .pad = {side, 3, side, 3}, .gap = 3);
    header(ui, app);
    ui_column(ui, .id = "page", .scroll = true, .w = GROW, .h = GROW, .gap = 4,
              .pad = {0, 0, 0, 1});
    if (wide) {
        ui_row(ui, .gap = 6);
    } else {
        ui_column(ui, .gap = 4);
    }
    ui_column(ui, .w = GROW);
    ui_card(ui, 4, 0.6f);
    status(ui, app);
    ui_close(ui);
    ui_close(ui);
    ui_column(ui, .w = GROW);
    ui_card(ui, 4, 0.6f);
    settings(ui, app);
    ui_close(ui);
    ui_close(ui);
    ui_close(ui);
    if (!wide) {
        buttons(ui, app);
    }
    ui_close(ui);
    more(ui, app);
    if (wide) {
        buttons(ui, app);
    }
    ui_close(ui);
}

static void samples(App *app) {
    enum { DRAFTS = 7, OLDEST = 12, GB = 24 };
    staff_look(app);
    app->staff.status.drafts = DRAFTS;
    app->staff.status.oldest_days = OLDEST;
    app->staff.status.free_bytes = GB * 1000000000LL;
    app->staff.status.disk_bytes = GB * 2000000000LL;
    app->staff.status.expired = 1;
    app->staff.status.sticks = app->staff.status.day_known = true;
    app->staff.status.pin = true;
    app->staff.found = (SelfTest){.disk = true, .drafts = true, .content = true};
}

const Screen screen_staff = {.name = "staff", .build = build, .samples = samples};
