/* The outcome so far, whole: where the dock has room for its beginning only. Each part is a touch
 * away from its question, and back. */
#include "screens/say.h"
#include "screens/screens.h"

typedef struct Row {
    Part part;
    const char *ask, *open;
} Row;

static const Row rows[] = {{PART_WHAT, "b.what.q", "b.slot.what"},
                           {PART_WHERE, "b.where.q", "b.slot.where"},
                           {PART_KNOW, "b.know.q", "b.slot.know"},
                           {PART_WHEN, "b.when.q", "b.slot.when"},
                           {PART_WHY, "b.why.q", "b.slot.why"}};

static void change(App *app, int part) {
    app->builder.fixing = true;
    step_go(app, step_of_part((Part)part));
}

static void build(Ui *ui, const App *app) {
    Page page = {.title = say(ui, app, "b.sofar"), .gap = 3};
    page_begin(ui, app, &page);
    page_sentence(ui, app->composed.text[0] ? app->composed.text : say(ui, app, "c.empty"),
                  STYLE_LEAD, true);
    page_low(ui);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *words = app_outcome_const(app)->words[rows[i].part];
        ui_row_button(ui,
                      &(RowButton){.icon = words[0] ? "pencil" : "plus",
                                   .tint = ROLE_HOPE_TINT,
                                   .ink = ROLE_HOPE,
                                   .title = words[0] ? say_capital(ui, words)
                                                     : say_capital(ui, say(ui, app, rows[i].open)),
                                   .note = say(ui, app, rows[i].ask),
                                   .tap = change,
                                   .arg = (int)rows[i].part});
    }
    page_end(ui, app, &page);
}

const Screen screen_so_far = {.name = "so-far", .own_words = true, .build = build};
