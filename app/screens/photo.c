/* A page made to be photographed: one outcome, large, with its thread. */
#include "screens/say.h"
#include "screens/screens.h"

/* The first outcome from index on that holds something of the family's; the count when none does.
 */
static int said_from(const App *app, int index) {
    while (index < app->draft.outcome_count && !app_said(app, index)) {
        index++;
    }
    return index;
}

static int said_before(const App *app, int index) {
    int count = 0;
    for (int i = 0; i < index; i++) {
        count += app_said(app, i);
    }
    return count;
}

static void next_photo(App *app, int ignored) {
    (void)ignored;
    int next = said_from(app, said_from(app, app->photo) + 1);
    if (next < app->draft.outcome_count) {
        app->photo = next;
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
    ui_sign(ui, icon, 6.5f, ink);
    ui_column(ui, .w = GROW);
    ui_words(ui, .text = say(ui, app, label), .style = STYLE_SMALL, .bold = true, .ink = ink,
             .role = NODE_HEADING);
    ui_words(ui, .text = say_capital(ui, words), .style = STYLE_BODY, .role = NODE_TEXT);
    ui_close(ui);
    ui_close(ui);
}

static void build(Ui *ui, const App *app) {
    int count = said_before(app, app->draft.outcome_count), shown = said_from(app, app->photo);
    shown = shown < app->draft.outcome_count ? shown : 0; /* nothing said: the page says so */
    count = count > 0 ? count : 1;
    int place = said_before(app, shown);
    bool last = place + 1 >= count;
    const Outcome *outcome = &app->draft.outcomes[shown];
    Composed *composed = arena_take(&ui->arena, sizeof *composed);
    compose(&app->draft, shown, app->library->grammar, composed);
    Page page = {.title = say(ui, app, "take.phone.head"),
                 .next = say(ui, app, last ? "take.done" : "common.next"),
                 .next_tap = next_photo,
                 .words = say_with(ui, app, "take.phone.one", "n", say_number(ui, place + 1), "m",
                                   say_number(ui, count), NULL),
                 .at = place,
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
