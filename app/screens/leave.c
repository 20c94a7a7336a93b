/* Finish and clear? The safe choice first. */
#include "screens/say.h"
#include "screens/screens.h"

static void keep(App *app, int ignored) {
    (void)ignored;
    app_swap(app, &screen_keep, 0);
}

/* The newest words did not reach the disk when this page came: said before they go. */
static bool unsaved(const App *app) {
    return app->kept && app->save_err != OK;
}

static void take(App *app, int ignored) {
    (void)ignored;
    app_swap(app, &screen_take, 0);
}

static void build(Ui *ui, const App *app) {
    bool lost = unsaved(app);
    Page page = {.title = say(ui, app, "common.finish"),
                 .no_back = true,
                 .bare = true,
                 .band = "steps",
                 .gap = 5};
    page_begin(ui, app, &page);
    page_heading(ui, say(ui, app, "leave.head"));
    ui_words(ui,
             .text = say(ui, app,
                         lost        ? "leave.unsaved"
                         : app->kept ? "leave.kept"
                                     : "leave.body"),
             .style = STYLE_LEAD, .role = NODE_TEXT);
    ui_column(ui, .gap = 4, .w = {.most = 120});
    if (!app->kept) {
        ui_press(ui, .kind = BUTTON_MAIN, .icon = "lock", .label = say(ui, app, "leave.keep"),
                 .tap = keep, .left = true);
    }
    if (lost) {
        ui_press(ui, .kind = BUTTON_MAIN, .icon = "usb", .label = say(ui, app, "banner.stick.take"),
                 .tap = take, .left = true);
    }
    ui_press(ui, .kind = app->kept && !lost ? BUTTON_MAIN : BUTTON_PLAIN, .icon = "finish",
             .label = say(ui, app, "leave.clear"), .tap = app_finish, .left = true);
    ui_press(ui, .kind = BUTTON_PLAIN, .icon = "back", .label = say(ui, app, "leave.stay"),
             .tap = app_back, .left = true);
    ui_close(ui);
    page_end(ui, app, &page);
}

const Screen screen_leave = {.name = "leave", .build = build};
