/* The foot of a page: back at the left, the next step at the right, 'More below' between them where
 * there is more than fits. */
#include "screens/page.h"
#include "screens/say.h"
#include "screens/screens.h"

#include <string.h>

static const float footer_h = 14.5f;
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

static const char *more_label(Ui *ui, const App *app) {
    return say(ui, app, ui_has_more_below(ui, "page") ? "common.more" : "common.top");
}

static void more_button(Ui *ui, const App *app, bool small, bool icon_only) {
    ui_press(ui, .id = "more", .kind = small ? BUTTON_SMALL : BUTTON_PLAIN,
             .style = small ? STYLE_SMALL : STYLE_OWN, .label = more_label(ui, app),
             .icon = ui_has_more_below(ui, "page") ? "down" : "up", .icon_only = icon_only,
             .tap = page_more, .h = AT_LEAST(footer_h));
}

static void side_button(Ui *ui, const char *icon, const char *label, Tap *tap, int arg, bool small,
                        bool icon_only) {
    ui_press(ui, .kind = small ? BUTTON_SMALL : BUTTON_PLAIN, .icon = icon, .label = label,
             .style = small ? STYLE_SMALL : STYLE_OWN, .tap = tap, .arg = arg,
             .icon_only = icon_only, .h = AT_LEAST(footer_h));
}

void page_next(Ui *ui, const Page *page) {
    ui_press(ui, .id = "next", .kind = page->next_plain ? BUTTON_PLAIN : BUTTON_MAIN,
             .label = page->next, .icon = page->next_icon,
             .icon_end = page->next_icon || page->next_plain ? NULL : "next", .tap = page->next_tap,
             .arg = page->next_arg);
}

static int text_width(const Ui *ui, const char *text, Style style, bool bold) {
    return ui->fonts.width(ui->fonts.self, look_font(&ui->look, style, bold), text,
                           (int)strlen(text));
}

/* Would all buttons of the row stand beside each other, all but the next step small or not? */
static bool row_fits(Ui *ui, const App *app, const Page *page, bool small) {
    const float icon = 8.7f, gap = 3;
    Style style = small ? STYLE_SMALL : STYLE_BODY;
    float around = small ? 5.2f : 12, extra = 0;
    int words = 0;
    if (!page->no_back) {
        words += text_width(ui, say(ui, app, "common.back"), style, false);
        extra += around + icon + gap;
    }
    if (page_overflows(ui)) {
        words += text_width(ui, more_label(ui, app), style, false);
        extra += around + icon + gap;
    }
    if (page->second) {
        words += text_width(ui, page->second, style, false);
        extra += around + icon + gap;
    }
    if (page->next) {
        words += text_width(ui, page->next, STYLE_BODY, !page->next_plain);
        extra += 12 + icon;
    }
    extra += 2 * page_pad(ui) + (page->beside && !page->dock ? page_list_w(page) + 6 : 0);
    return words + look_px(&ui->look, extra) <= ui->look.panel.w;
}

/* All in one row: as they are, or all but the next step smaller, or those as icons alone. */
static void row(Ui *ui, const App *app, const Page *page) {
    bool over = page_overflows(ui), small = !row_fits(ui, app, page, false);
    bool icons = small && !row_fits(ui, app, page, true);
    ui_row(ui, .justify = JUSTIFY_BETWEEN, .gap = 3, .align = ALIGN_CENTRE);
    if (!page->no_back) {
        side_button(ui, "back", say(ui, app, "common.back"),
                    page->back_tap ? page->back_tap : app_back, 0, small, icons);
    } else if (!over && !page->second && !page->words) {
        ui_gap(ui, 0); /* keeps the next step at the right */
    }
    if (over) {
        more_button(ui, app, small, icons);
    }
    if (page->second) {
        side_button(ui, page->second_icon, page->second, page->second_tap, page->second_arg, small,
                    false);
    } else if (page->words && !over) {
        ui_beads(ui, page->at, page->of, page->words);
    }
    if (page->next) {
        page_next(ui, page);
    } else {
        ui_gap(ui, 0);
    }
    ui_close(ui);
}

/* Tall panels: the header's buttons stand below, within seated reach; in two rows where one is too
 * narrow for their words. */
static void ways_out(Ui *ui, const App *app) {
    const struct {
        const char *icon, *id;
        Tap *tap;
        bool shown;
    } ways[] = {{"home", "common.home", app_home, true},
                {"hand", "common.hide", app_hide, page_own_words(app)},
                {"text", "common.display", page_display, true},
                {"finish", "common.finish", page_finish, true}};
    const float around = 16.7f, gap = 3; /* u beside the words of each */
    int shown = 0, words = 0;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        if (ways[i].shown) {
            shown++;
            words += text_width(ui, say(ui, app, ways[i].id), STYLE_SMALL, false);
        }
    }
    float extra = (float)shown * (around + gap) + 2 * page_pad(ui);
    bool one_row = words + look_px(&ui->look, extra) <= ui->look.panel.w;
    if (one_row) {
        ui_row(ui, .gap = gap);
    } else {
        ui_grid(ui, .columns = 2, .gap = gap + button_edge);
    }
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        if (ways[i].shown) {
            ui_press(ui, .kind = BUTTON_HEADER, .icon = ways[i].icon, .tap = ways[i].tap,
                     .label = say(ui, app, ways[i].id), .w = GROW);
        }
    }
    ui_close(ui);
}

/* 'More below' in words where they fit beside the next step, as its icon where not. */
static bool more_fits(Ui *ui, const App *app, const Page *page) {
    const float around = 44; /* u that two buttons add to their words */
    int words = text_width(ui, more_label(ui, app), STYLE_BODY, false) +
                (page->next ? text_width(ui, page->next, STYLE_BODY, true) : 0);
    return words + look_px(&ui->look, around + 2 * page_pad(ui)) < ui->look.panel.w;
}

static void compact(Ui *ui, const App *app, const Page *page) {
    bool over = page_overflows(ui);
    if (!page->next && !over) {
        return;
    }
    ui_row(ui, .justify = JUSTIFY_BETWEEN, .gap = 3, .align = ALIGN_CENTRE);
    if (over) {
        more_button(ui, app, false, !more_fits(ui, app, page));
    } else {
        ui_gap(ui, 0);
    }
    if (page->next) {
        page_next(ui, page);
    }
    ui_close(ui);
}

void footer(Ui *ui, const App *app, const Page *page) {
    if (page_compact(ui) || page->bare) {
        compact(ui, app, page);
        return;
    }
    ui_column(ui, .gap = 3 + button_edge);
    row(ui, app, page);
    if (page_tall(ui)) {
        ways_out(ui, app);
    }
    ui_close(ui);
}
