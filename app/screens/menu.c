/* Menu: on small panels and with large text, the header's buttons as large rows. */
#include "screens/say.h"
#include "screens/screens.h"

static void display(App *app, int ignored) {
    (void)ignored;
    app_swap(app, &screen_display, 0);
}

static void build(Ui *ui, const App *app) {
    Page page = {.title = say(ui, app, "common.menu")};
    page_begin(ui, app, &page);
    ui_row_button(ui, &(RowButton){.icon = "home",
                                   .tint = ROLE_OUTCOME_TINT,
                                   .ink = ROLE_OUTCOME,
                                   .title = say(ui, app, "common.home"),
                                   .tap = app_home});
    ui_row_button(ui, &(RowButton){.icon = "text",
                                   .tint = ROLE_HOPE_TINT,
                                   .ink = ROLE_HOPE,
                                   .title = say(ui, app, "common.display"),
                                   .tap = display});
    ui_row_button(ui, &(RowButton){.icon = "finish",
                                   .tint = ROLE_HARD_TINT,
                                   .ink = ROLE_HARD,
                                   .title = say(ui, app, "common.finish"),
                                   .tap = page_finish});
    page_end(ui, app, &page);
}

const Screen screen_menu = {.name = "menu", .build = build};
