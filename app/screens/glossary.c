/* What words mean: official words and short forms, each with plain words beside it. */
#include "base/text.h"
#include "screens/say.h"
#include "screens/screens.h"

/* beside: u kept free at the right of it. */
static void entry(Ui *ui, const App *app, const Glossary *word, float beside) {
    Run runs[] = {{.text = ui_print(ui, "%s: ", word->word), .bold = true},
                  {.text = say_text(ui, app, word->plain)}};
    ui_column(ui, .pad = {0, 0, beside, 0});
    ui_words(ui, .runs = runs, .run_count = 2, .style = STYLE_BODY, .role = NODE_TEXT);
    ui_close(ui);
}

static void build(Ui *ui, const App *app) {
    Page page = {.title = say(ui, app, "guide.words"), .gap = 3};
    page_begin(ui, app, &page);
    ui_words(ui, .text = say(ui, app, "guide.words.sub"), .style = STYLE_BODY, .ink = ROLE_MUTED,
             .role = NODE_TEXT);
    const float apart = 3;
    bool two = page_wide(ui) && !page_large(ui);
    ui_grid(ui, .columns = two ? 2 : 1, .gap = 3);
    for (int i = 0; i < app->library->glossary_count; i++) {
        const Glossary *word = &app->library->glossary[i];
        if (i == 0 || !text_same(word->word, word[-1].word)) { /* SENCO, SENCo: one word */
            entry(ui, app, word, two ? apart : 0);
        }
    }
    ui_close(ui);
    page_end(ui, app, &page);
}

const Screen screen_glossary = {.name = "glossary", .build = build};
