/* A page made to be photographed: one outcome, large, with its thread. */
#include "screens/say.h"
#include "screens/screens.h"

static void next_photo(App *app, int ignored) {
    (void)ignored;
    if (app->photo + 1 < app->draft.outcome_count) {
        app->photo++;
        app_settle(app);
    } else {
        app_back(app, 0);
    }
}

static void part(Ui *ui, const App *app, const char *icon, const char *label, Role tint, Role ink,
                 const char *words) {
    if (!words[0]) {
        return;
    }
    ui_row(ui, .face = tint, .radius = 2.2f, .pad = PAD_XY(4, 2), .gap = 4, .align = ALIGN_CENTRE);
    ui_icon(ui, icon, 6.5f, ink);
    ui_column(ui, .w = GROW);
    ui_words(ui, .text = say(ui, app, label), .style = STYLE_SMALL, .bold = true, .ink = ink,
             .role = NODE_HEADING);
    ui_words(ui, .text = say_capital(ui, words), .style = STYLE_BODY, .role = NODE_TEXT);
    ui_close(ui);
    ui_close(ui);
}

static void build(Ui *ui, const App *app) {
    const Outcome *outcome = &app->draft.outcomes[app->photo];
    int count = app->draft.outcome_count;
    bool last = app->photo + 1 >= count;
    Composed *composed = arena_take(&ui->arena, sizeof *composed);
    compose(&app->draft, app->photo, app->library->grammar, composed);
    Page page = {.title = say(ui, app, "take.phone.head"),
                 .next = say(ui, app, last ? "take.done" : "common.next"),
                 .next_tap = next_photo,
                 .words = say_with(ui, app, "take.phone.one", "n", say_number(ui, app->photo + 1),
                                   "m", say_number(ui, count), NULL),
                 .at = app->photo,
                 .of = count,
                 .gap = 2.4f,
                 .reading = true};
    page_begin(ui, app, &page);
    part(ui, app, "hope", "t.hope", ROLE_HOPE_TINT, ROLE_HOPE, outcome->words[PART_HOPE]);
    part(ui, app, "hard", "t.hard", ROLE_HARD_TINT, ROLE_HARD, outcome->words[PART_HARD]);
    page_sentence(ui, composed->text[0] ? composed->text : say(ui, app, "c.empty"), STYLE_LEAD,
                  true);
    part(ui, app, "help", "t.help", ROLE_HELP_TINT, ROLE_HELP, outcome->words[PART_HELP]);
    ui_words(ui, .text = say(ui, app, "keep.photo"), .style = STYLE_SMALL, .ink = ROLE_MUTED,
             .role = NODE_TEXT);
    page_end(ui, app, &page);
}

const Screen screen_photo = {.name = "photo", .own_words = true, .build = build};
