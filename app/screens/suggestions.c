/* Words to touch while somebody types: they complete the word at the caret and bring a space.
 * Always in the same places, the best first; nothing is ever put right without a touch. What is
 * offered follows from the words of this visit that stand in the App, and is kept nowhere. */
#include "library/suggest.h"
#include "screens/screens.h"
#include "ui/widgets.h"

#include <string.h>

enum { PLACES = 3, PLACES_LARGE = 2 };

static const float gap = 3, least_h = 13, pad_y = 1;

static int places(const Ui *ui) {
    return page_large(ui) || page_slim(ui) ? PLACES_LARGE : PLACES;
}

/* Names and addresses are nobody's to guess. */
static bool takes_words(const App *app) {
    return app->field.kind != FIELD_NAME && app->field.kind != FIELD_PLACE;
}

static void find_names(const App *app, const Suggest *lists, SuggestNames *names) {
    const Draft *draft = &app->draft;
    suggest_name(lists, draft->name, names);
    suggest_names_in(lists, app->field.editor.text, names);
    suggest_names_in(lists, draft->says, names);
    for (int i = 0; i < draft->outcome_count; i++) {
        const Outcome *outcome = &draft->outcomes[i];
        suggest_names_in(lists, outcome->sentence, names);
        for (int part = 0; part < PART_COUNT; part++) {
            suggest_names_in(lists, outcome->words[part], names);
        }
    }
}

static void find(const App *app, Suggested *out) {
    const Suggest *lists = suggest_of(app->library);
    const Editor *editor = &app->field.editor;
    SuggestNames names = {0};
    find_names(app, lists, &names);
    SuggestAsk ask = {.before = type_before(app->ui, app),
                      .text = editor->text,
                      .caret = editor->caret,
                      .capital = key_capital(app),
                      .names = &names};
    suggest_words(lists, &ask, out);
}

static void take(App *app, int index) {
    Suggested found;
    find(app, &found);
    if (index < found.count) {
        app->field.full = !editor_complete(&app->field.editor, found.from, found.word[index]);
        app->field.shift = false;
    }
}

/* On the smallest panel large letters leave no more height. */
static Style style_most(const Ui *ui) {
    return page_tiny(ui) ? STYLE_SMALL : STYLE_BODY;
}

float suggestions_h(const Ui *ui) {
    float words = (float)look_line(&ui->look, style_most(ui)) / ui->look.u + 2 * pad_y,
          key = key_sizes(ui).h, least = key > least_h ? key : least_h;
    return words > least ? words : least;
}

/* In the larger of two styles in which the word has room in w px; false where it has in none. */
static bool fits(Ui *ui, Button *button, int w) {
    button->style = style_most(ui);
    if (ui_button_width(ui, button) > w) {
        button->style = STYLE_SMALL;
    }
    return ui_button_width(ui, button) <= w;
}

bool suggestions(Ui *ui, const App *app, int room) {
    if (!takes_words(app)) {
        return false;
    }
    int count = places(ui), shown = 0,
        w = (room - (count - 1) * look_px(&ui->look, gap) - 1) / count; /* all of them fit */
    Suggested found;
    find(app, &found);
    ui_row(ui, .id = "suggestions", .gap = gap, .w = GROW, .align = ALIGN_STRETCH);
    for (int i = 0; i < found.count && shown < count; i++) {
        Button button = {.kind = BUTTON_SMALL,
                         .id = ui_print(ui, "word%d", shown),
                         .label = ui_print(ui, "%s", found.word[i]),
                         .tap = take,
                         .arg = i,
                         .w = FIXED((float)w / ui->look.u),
                         .h = FIXED(suggestions_h(ui))};
        if (fits(ui, &button, w)) {
            ui_button(ui, &button);
            shown++;
        }
    }
    ui_close(ui);
    return true;
}
