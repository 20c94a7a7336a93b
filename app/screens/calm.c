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
                 .gap = page_compact(ui) ? 3 : 5,
                 .reading = true};
    bool tiny = page_tiny(ui);
    page_begin(ui, app, &page);
    ui_words(ui, .text = say(ui, app, "calm.head"), .bold = true, .role = NODE_HEADING,
             .style = tiny ? STYLE_HEADING2 : STYLE_HEADING1);
    /* Above the words where they are many lines: the number shows without a touch on every panel.
     */
    if (!page_compact(ui)) {
        ui_words(ui, .text = say(ui, app, "calm.body"), .style = STYLE_LEAD, .role = NODE_TEXT);
    }
    ui_words(ui, .id = "phone", .text = app->library->place->phone, .bold = true,
             .style = tiny ? STYLE_HEADING1 : STYLE_DISPLAY, .role = NODE_TEXT);
    if (page_compact(ui)) {
        ui_words(ui, .text = say(ui, app, "calm.body"), .style = STYLE_BODY, .role = NODE_TEXT);
    }
    ui_words(ui, .text = say(ui, app, "calm.urgent"), .style = STYLE_BODY, .role = NODE_TEXT);
    page_end(ui, app, &page);
}

const Screen screen_calm = {.name = "calm", .own_words = true, .build = build};
