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
        runs[count++] = (Run){.text = ui_print(ui, "%.*s", s->len, composed->text + s->from),
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

static void buttons(Ui *ui, const App *app, const Page *page) {
    ui_row(ui, .justify = JUSTIFY_BETWEEN, .gap = 3, .align = ALIGN_CENTRE);
    ui_press(ui, .kind = BUTTON_PLAIN, .icon = "back", .label = say(ui, app, "common.back"),
             .tap = app_back);
    if (page_overflows(ui)) {
        page_more_button(ui, app, true);
    }
    if (page->second) {
        ui_press(ui, .kind = BUTTON_PLAIN, .icon = page->second_icon, .label = page->second,
                 .tap = page->second_tap, .arg = page->second_arg);
    }
    ui_press(ui, .id = "next", .kind = page->next_plain ? BUTTON_PLAIN : BUTTON_MAIN,
             .label = page->next, .icon_end = "next", .tap = page->next_tap, .arg = page->next_arg);
    ui_close(ui);
}

static void ways_out(Ui *ui, const App *app) {
    ui_row(ui, .gap = 3);
    ui_press(ui, .kind = BUTTON_HEADER, .icon = "home", .label = say(ui, app, "common.home"),
             .tap = app_home, .w = GROW);
    ui_press(ui, .kind = BUTTON_HEADER, .icon = "finish", .label = say(ui, app, "common.finish"),
             .tap = page_finish, .w = GROW);
    ui_close(ui);
}

void dock(Ui *ui, const App *app, const Page *page) {
    float pad = page_pad(ui);
    ui_column(ui, .h = FIXED(0.8f), .face = ROLE_THREAD);
    ui_close(ui);
    if (page_compact(ui)) {
        ui_row(ui, .face = ROLE_SURFACE, .pad = {pad, 1.6f, pad, 2.4f}, .gap = 4,
               .align = ALIGN_CENTRE);
        sentence(ui, app, 2);
        ui_press(ui, .id = "next", .kind = page->next_plain ? BUTTON_PLAIN : BUTTON_MAIN,
                 .label = page->next, .icon_end = "next", .tap = page->next_tap,
                 .arg = page->next_arg);
        ui_close(ui);
        return;
    }
    ui_column(ui, .face = ROLE_SURFACE, .pad = {pad, 2, pad, 2.4f}, .gap = 1);
    ui_words(ui, .text = say(ui, app, "b.sofar"), .style = STYLE_SMALL, .bold = true,
             .ink = ROLE_MUTED, .role = NODE_TEXT);
    sentence(ui, app, 3);
    ui_gap(ui, 2);
    buttons(ui, app, page);
    if (page_tall(ui)) {
        ui_gap(ui, 2);
        ways_out(ui, app);
    }
    ui_close(ui);
}
