/* The calm card: when words tell of harm, no question and no praise, but somebody to talk to. */
#include "screens/say.h"
#include "screens/screens.h"

static void go_on(App *app, int ignored) {
    (void)ignored;
    Step next = (Step)app_arg(app);
    app_back(app, 0);
    step_go(app, next);
}

static void build(Ui *ui, const App *app) {
    Page page = {.title = say(ui, app, "person.title"),
                 .next = say(ui, app, "calm.on"),
                 .next_tap = go_on,
                 .gap = 5};
    page_begin(ui, app, &page);
    page_heading(ui, say(ui, app, "calm.head"));
    ui_words(ui, .text = say(ui, app, "calm.body"), .style = STYLE_LEAD, .role = NODE_TEXT);
    ui_words(ui, .text = app->library->place->phone, .style = STYLE_DISPLAY, .bold = true,
             .role = NODE_TEXT);
    ui_words(ui, .text = say(ui, app, "calm.urgent"), .style = STYLE_BODY, .role = NODE_TEXT);
    page_end(ui, app, &page);
}

const Screen screen_calm = {.name = "calm", .own_words = true, .build = build};
