/* One soft tone: whoever stands there says whether it was to be heard. */
#include "screens/say.h"
#include "screens/staff.h"
#include "visit/staff.h"

static void play(App *app, int ignored) {
    (void)ignored;
    staff_test_sound(app);
}

void staff_sound_begin(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_staff_sound, 0);
    staff_test_sound(app);
}

static void answer(App *app, int heard) {
    staff_heard(app, heard != 0);
    app_back(app, 0);
}

static void build(Ui *ui, const App *app) {
    bool busy = app_busy(app), asked = app->staff.found.sound == SOUND_ASKED;
    const char *head = busy ? "staff.sound.now" : asked ? "staff.sound.q" : "staff.sound.nodevice";
    Page page = {.title = say(ui, app, "staff.settings"), .bare = true, .no_back = true, .gap = 5};
    page_begin(ui, app, &page);
    page_heading(ui, say(ui, app, head));
    if (!busy && !asked) {
        ui_words(ui, .text = say(ui, app, "staff.sound.file"), .style = STYLE_LEAD,
                 .role = NODE_TEXT);
    }
    ui_column(ui, .gap = 4, .w = {.most = 120});
    if (asked && !busy) {
        ui_press(ui, .kind = BUTTON_MAIN, .icon = "tick", .label = say(ui, app, "staff.sound.yes"),
                 .tap = answer, .arg = 1, .left = true);
        ui_press(ui, .kind = BUTTON_PLAIN, .icon = "warn", .label = say(ui, app, "staff.sound.no"),
                 .tap = answer, .arg = 0, .left = true);
    }
    if (!busy) {
        ui_press(ui, .kind = BUTTON_PLAIN, .icon = "undo",
                 .label = say(ui, app, "staff.sound.again"), .tap = play, .left = true);
        ui_press(ui, .kind = BUTTON_PLAIN, .icon = "back", .label = say(ui, app, "common.back"),
                 .tap = app_back, .left = true);
    }
    ui_close(ui);
    page_end(ui, app, &page);
}

static void samples(App *app) {
    app->staff.found.sound = SOUND_ASKED;
}

const Screen screen_staff_sound = {.name = "staff_sound", .build = build, .samples = samples};
