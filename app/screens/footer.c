/* The foot of a page: back at the left, the next step at the right, 'More below' between them where
 * there is more than fits. */
#include "screens/page.h"
#include "screens/say.h"
#include "screens/screens.h"

static const float footer_h = 14.5f, gap = 3;
static const float dock_next_w = 44;   /* the button that is pressed most, where there is room */
static const float button_edge = 0.8f; /* hangs below a button: gaps between rows begin under it */

bool page_overflows(Ui *ui) {
    return ui_has_more_below(ui, "page") || ui_has_more_above(ui, "page");
}

/* On by a page; at the end back to the top. */
void page_more(App *app, int ignored) {
    (void)ignored;
    Scroll *scroll = ui_scroll(app->ui, "page");
    if (ui_has_more_below(app->ui, "page")) {
        ui_page(app->ui, "page", 1);
    } else if (scroll) {
        scroll->offset = 0;
    }
}

/* The buttons of a footer, in their order. */
enum { BACK, MORE, SECOND, NEXT, BUTTONS };

typedef struct Row {
    Button buttons[BUTTONS];
    bool shown[BUTTONS];
} Row;

static Button side_button(const char *id, const char *icon, const char *label, Tap *tap, int arg) {
    return (Button){.id = id,
                    .kind = BUTTON_PLAIN,
                    .icon = icon,
                    .label = label,
                    .tap = tap,
                    .arg = arg,
                    .h = AT_LEAST(footer_h)};
}

static Button more_button(Ui *ui, const App *app) {
    bool below = ui_has_more_below(ui, "page");
    return side_button("more", below ? "down" : "up",
                       say(ui, app, below ? "common.more" : "common.top"), page_more, 0);
}

static Button next_button(const Page *page) {
    bool arrow = !page->next_icon && !page->next_plain;
    return (Button){.id = "next",
                    .kind = page->next_plain ? BUTTON_PLAIN : BUTTON_MAIN,
                    .label = page->next,
                    .icon = page->next_icon,
                    .icon_end = arrow ? "next" : NULL,
                    .tap = page->next_tap,
                    .arg = page->next_arg};
}

static bool row_fits(Ui *ui, const Row *row, int room) {
    Button shown[BUTTONS];
    int count = 0;
    for (int i = 0; i < BUTTONS; i++) {
        if (row->shown[i]) {
            shown[count++] = row->buttons[i];
        }
    }
    return page_row_fits(ui, shown, count, gap, room);
}

/* As they are; or all but the next step smaller; or Back and More as icons alone; then the next
 * step smaller too. What is still too wide wraps its words. */
static void fit_row(Ui *ui, Row *row, int room) {
    for (int i = BACK; i < NEXT && !row_fits(ui, row, room); i++) {
        row->buttons[i].kind = BUTTON_SMALL;
        row->buttons[i].style = STYLE_SMALL;
    }
    for (int i = BACK; i <= MORE && !row_fits(ui, row, room); i++) {
        row->buttons[i].icon_only = true;
    }
    if (!row_fits(ui, row, room)) {
        row->buttons[NEXT].style = STYLE_SMALL;
        row->buttons[SECOND].icon_only = row->buttons[SECOND].icon && !row_fits(ui, row, room);
    }
}

static int room_of(const Ui *ui, const Page *page) {
    bool beside = page->beside && !page->dock; /* the footer stands under the reading alone */
    float taken = 2 * page_pad(ui) + (beside ? page_list_w(page) + page_list_gap(page) : 0);
    return ui->look.panel.w - look_px(&ui->look, taken);
}

/* At least each word whole, beside its beads. */
static bool words_fit(Ui *ui, const Row *row, const Page *page, int room) {
    float beads = page->of > 0 ? ui_beads_w(ui, page->of) : 0;
    int needs =
        look_px(&ui->look, beads + 2 * gap) + ui_word_width(ui, page->words, STYLE_SMALL, false);
    return row_fits(ui, row, room - needs);
}

/* Back at the left, the next step at the right, whatever else is there. */
static void row(Ui *ui, const App *app, const Page *page, bool compact) {
    bool over = page_overflows(ui);
    Row row = {.shown = {!page->no_back && !compact, over, page->second && !compact, page->next}};
    row.buttons[BACK] = side_button(NULL, "back", say(ui, app, "common.back"),
                                    page->back_tap ? page->back_tap : app_back, 0);
    row.buttons[MORE] = more_button(ui, app);
    row.buttons[SECOND] =
        side_button(NULL, page->second_icon, page->second, page->second_tap, page->second_arg);
    row.buttons[NEXT] = next_button(page);
    if (page->dock && !compact) {
        row.buttons[NEXT].w = AT_LEAST(dock_next_w);
        if (!row_fits(ui, &row, room_of(ui, page))) {
            row.buttons[NEXT].w = (Size){.kind = SIZE_AUTO};
        }
    }
    fit_row(ui, &row, room_of(ui, page));
    bool words = page->words && !compact && !over && !page->second &&
                 words_fit(ui, &row, page, room_of(ui, page));
    ui_row(ui, .justify = JUSTIFY_BETWEEN, .gap = gap, .align = ALIGN_CENTRE);
    if (!row.shown[BACK] && !row.shown[MORE] && !row.shown[SECOND] && !words) {
        ui_gap(ui, 0); /* keeps the next step at the right */
    }
    for (int i = 0; i < BUTTONS; i++) {
        if (i == NEXT && words) {
            ui_beads(ui, page->at, page->of, page->words);
        }
        if (row.shown[i]) {
            ui_button(ui, &row.buttons[i]);
        }
    }
    if (!row.shown[NEXT]) {
        ui_gap(ui, 0);
    }
    ui_close(ui);
}

void page_next(Ui *ui, const Page *page) {
    Button next = next_button(page);
    ui_button(ui, &next);
}

void page_more_small(Ui *ui, const App *app) {
    Button more = more_button(ui, app);
    more.icon_only = true;
    ui_button(ui, &more);
}

/* Tall panels: the header's buttons stand below, within seated reach; in two rows where one is too
 * narrow for their words. */
static void ways_out(Ui *ui, const App *app) {
    enum { WAYS = 5, LISTEN = 2 };
    const struct {
        const char *icon, *id;
        Tap *tap;
        bool shown;
    } ways[WAYS] = {{"home", "common.home", app_home, app_screen(app) != app->home},
                    {"hand", "common.hide", app_hide, page_own_words(app)},
                    [LISTEN] = {.shown = app_may_listen(app)},
                    {"text", "common.display", page_display, true},
                    {"finish", "common.finish", page_finish, true}};
    Button shown[WAYS];
    int count = 0;
    for (int i = 0; i < WAYS; i++) {
        if (ways[i].shown && i == LISTEN) {
            shown[count] = page_listen(ui, app);
            shown[count++].w = GROW;
        } else if (ways[i].shown) {
            shown[count++] = (Button){.kind = BUTTON_HEADER,
                                      .icon = ways[i].icon,
                                      .tap = ways[i].tap,
                                      .label = say(ui, app, ways[i].id),
                                      .w = GROW};
        }
    }
    if (page_row_fits(ui, shown, count, gap,
                      ui->look.panel.w - look_px(&ui->look, 2 * page_pad(ui)))) {
        ui_row(ui, .gap = gap);
    } else {
        ui_grid(ui, .columns = 2, .gap = gap + button_edge);
    }
    for (int i = 0; i < count; i++) {
        ui_button(ui, &shown[i]);
    }
    ui_close(ui);
}

void footer(Ui *ui, const App *app, const Page *page) {
    bool compact = page_compact(ui) || page->bare;
    if (compact && !page->next && !page_overflows(ui)) {
        return;
    }
    ui_column(ui, .gap = gap + button_edge);
    row(ui, app, page, compact);
    if (page_tall(ui) && !compact) {
        ways_out(ui, app);
    }
    ui_close(ui);
}
