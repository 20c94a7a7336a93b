/* The readiness report: everything at once, to be read out over the telephone. */
#include "screens/say.h"
#include "screens/staff.h"
#include "visit/staff.h"

/* What takes a finger or an ear. */
static void tests(Ui *ui, const App *app) {
    ui_flow(ui, .gap = 3.2f, .row_gap = 3.6f, .pad = PAD_XY(0, 1.6f));
    ui_press(ui, .kind = BUTTON_SMALL, .icon = "hand", .label = say(ui, app, "staff.touch"),
             .tap = staff_touch_begin);
    if (app->site.sound) {
        ui_press(ui, .kind = BUTTON_SMALL, .icon = "listen",
                 .label = say(ui, app, "staff.sound.try"), .tap = staff_sound_begin);
    }
    ui_close(ui);
}

static void small(Ui *ui, const char *text, bool bold, Role ink) {
    ui_words(ui, .text = text, .style = STYLE_SMALL, .bold = bold, .ink = ink,
             .role = bold ? NODE_HEADING : NODE_TEXT);
}

static void build(Ui *ui, const App *app) {
    Check checks[CHECKS_MOST];
    int count = staff_checks(ui, app, true, checks);
    Page page = {.title = say(ui, app, "staff.report"),
                 .next = say(ui, app, "common.done"),
                 .next_icon = "tick",
                 .next_tap = app_back,
                 .no_back = true,
                 .gap = 0.8f};
    int look = 0;
    for (int i = 0; i < count; i++) {
        look += !checks[i].well;
    }
    page_begin(ui, app, &page);
    page_heading(ui, look == 0 ? say(ui, app, "staff.ready")
                               : say_with(ui, app, "staff.look", "n", say_number(ui, look), NULL));
    tests(ui, app);
    for (int i = 0; i < count; i++) {
        staff_check_row(ui, &checks[i]);
    }
    small(ui, say(ui, app, "staff.place.note"), false, ROLE_MUTED);
    if (app->staff.found.amiss[0]) {
        small(ui, say(ui, app, "staff.content.amiss"), true, ROLE_INK);
        small(ui, app->staff.found.amiss, false, ROLE_INK);
    }
    if (app->site.problems) {
        small(ui, say(ui, app, "staff.file.lines"), true, ROLE_INK);
        small(ui, app->site.problems, false, ROLE_INK);
    }
    page_end(ui, app, &page);
}

static void samples(App *app) {
    screen_staff.samples(app);
}

const Screen screen_staff_report = {.name = "staff_report", .build = build, .samples = samples};
