/* The dock: the sentence so far, growing as parts are answered, with Back and Next below it. */
#include "screens/say.h"
#include "screens/screens.h"

#include <string.h>

static const char *slot_words(Ui *ui, const App *app, Part part) {
    static const char *const ids[PART_COUNT] = {[PART_WHAT] = "b.slot.what",
                                                [PART_WHERE] = "b.slot.where",
                                                [PART_KNOW] = "b.slot.often",
                                                [PART_WHEN] = "b.slot.when",
                                                [PART_WHY] = "b.slot.why"};
    return ids[part] ? say(ui, app, ids[part]) : "";
}

static Part asked(const App *app) {
    int arg = app_arg(app);
    for (int part = 0; part < PART_COUNT; part++) {
        if ((int)step_of_part((Part)part) == arg) {
            return (Part)part;
        }
    }
    return PART_COUNT;
}

/* Runs of the composed sentence: filled parts bold and underlined, open ones as slots. */
static int runs_of(Ui *ui, const App *app, Run runs[STRETCHES_MOST * 2]) {
    int count = 0;
    const Composed *composed = &app->composed;
    for (int i = 0; i < composed->count; i++) {
        const Stretch *s = &composed->stretches[i];
        if (s->open) {
            const char *words = slot_words(ui, app, s->part);
            if (words[0] && !(page_compact(ui) && s->part != asked(app))) {
                runs[count++] = (Run){.text = words,
                                      .bold = s->part == asked(app),
                                      .deco = s->part == asked(app) ? DECO_SLOT_NOW : DECO_SLOT};
            }
            continue;
        }
        bool joining = s->part == PART_COUNT;
        const char *text = composed->text + s->from;
        int len = s->len;
        /* A comma or full stop behind an open slot would stand alone. */
        if (joining && i > 0 && composed->stretches[i - 1].open && len > 0 &&
            strchr(".,", text[0])) {
            text++;
            len--;
        }
        runs[count++] = (Run){.text = ui_print(ui, "%.*s", len, text),
                              .bold = !joining,
                              .deco = joining ? DECO_NONE : DECO_UNDERLINE};
    }
    return count;
}

static void sentence(Ui *ui, const App *app, int lines) {
    Run runs[STRETCHES_MOST * 2];
    int count = runs_of(ui, app, runs);
    ui_text(ui, &(Text){.id = "so_far",
                        .runs = runs,
                        .run_count = count,
                        .style = STYLE_BODY,
                        .role = NODE_TEXT,
                        .w = GROW,
                        .lines_most = lines});
}

/* Where an example was taken as a start, its shape stands in the label's place. */
static void label(Ui *ui, const App *app) {
    int shape = app->builder.shape - 1;
    bool shown = shape >= 0 && shape < app->library->example_count &&
                 app->library->examples[shape].shape != NULL;
    const char *text = shown
                           ? say_with(ui, app, "b.shape", "shape",
                                      say_text(ui, app, app->library->examples[shape].shape), NULL)
                           : say(ui, app, "b.sofar");
    ui_words(ui, .text = text, .style = STYLE_SMALL, .bold = true, .ink = ROLE_MUTED,
             .role = NODE_TEXT, .lines_most = 2);
}

static void open_all(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_so_far, 0);
}

/* The dock shows a few lines; a touch shows all of it, part by part. */
static void so_far(Ui *ui, const App *app, int lines) {
    const char *name = say(ui, app, "b.sofar"), *words = app->composed.text;
    ui_column(ui, .id = "dock", .role = NODE_BUTTON, .label = name,
              .say = words[0] ? ui_print(ui, "%s: %s", name, words) : name, .tap = open_all,
              .w = GROW, .h = {.kind = SIZE_FIT, .least = 13}, .radius = 2.2f,
              .justify = JUSTIFY_CENTRE);
    if (!page_compact(ui)) {
        label(ui, app);
    }
    sentence(ui, app, lines);
    ui_close(ui);
}

void dock(Ui *ui, const App *app, const Page *page) {
    enum { LINES = 3, COMPACT_LINES = 2 };
    float pad = page_pad(ui);
    ui_column(ui, .h = FIXED(0.8f), .face = ROLE_THREAD);
    ui_close(ui);
    if (page_compact(ui) && !page_slim(ui)) {
        ui_row(ui, .face = ROLE_SURFACE, .pad = {pad, 2.6f, pad, 2.6f}, .gap = 4,
               .align = ALIGN_CENTRE);
        so_far(ui, app, COMPACT_LINES);
        if (page_overflows(ui)) {
            page_more_small(ui, app);
        }
        page_next(ui, page);
        ui_close(ui);
        return;
    }
    bool airy = page_tall(ui) && !page_large(ui);
    const float top = airy ? 4 : 2.1f, apart = airy ? 7 : 3;
    ui_column(ui, .face = ROLE_SURFACE, .pad = {pad, top, pad, 2.6f}, .gap = apart);
    so_far(ui, app, page_slim(ui) ? COMPACT_LINES : LINES);
    footer(ui, app, page);
    ui_close(ui);
}
