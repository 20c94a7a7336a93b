/* Header, content and footer of every page. */
#include "screens/page.h"
#include "screens/say.h"
#include "screens/screens.h"

static const float head_gap = 3, title_gap = 5;

bool page_compact(const Ui *ui) {
    return ui->look.template_ == TEMPLATE_COMPACT;
}

bool page_tall(const Ui *ui) {
    return ui->look.template_ == TEMPLATE_TALL;
}

bool page_wide(const Ui *ui) {
    return !page_compact(ui) && !page_tall(ui);
}

float page_pad(const Ui *ui) {
    switch (ui->look.template_) {
    case TEMPLATE_COMPACT:
        return ui->look.size >= SIZE_LARGER ? 6 : 4;
    case TEMPLATE_TALL:
        return 8;
    case TEMPLATE_WIDE:
        return 14;
    case TEMPLATE_REGULAR:
        break;
    }
    return 6;
}

static void go_display(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_display, 0);
}

static void go_menu(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_menu, 0);
}

void page_finish(App *app, int ignored) {
    (void)ignored;
    if (app_has_words(app)) {
        app_go(app, &screen_leave, 0);
    } else {
        app_finish(app, 0);
    }
}

static void page_more(App *app, int ignored) {
    (void)ignored;
    if (ui_has_more_below(app->ui, "page")) {
        ui_page(app->ui, "page", 1);
    } else {
        Scroll *scroll = ui_scroll(app->ui, "page");
        if (scroll) {
            scroll->offset = 0;
        }
    }
}

static void title(Ui *ui, const App *app, const Page *page) {
    (void)app;
    ui_words(ui, .text = page->title, .style = STYLE_BODY, .bold = true, .role = NODE_HEADING,
             .w = GROW);
}

static bool shows_own_words(const App *app) {
    return app_screen(app)->own_words && app_has_words(app);
}

/* Home, title, hide, text and colours, finish: the ways out of every page. */
static void header_regular(Ui *ui, const App *app, const Page *page) {
    ui_press(ui, .kind = BUTTON_HEADER, .icon = "home", .label = say(ui, app, "common.home"),
             .tap = app_home);
    ui_column(ui, .w = GROW, .pad = {title_gap - head_gap, 0, 0, 0});
    title(ui, app, page);
    ui_close(ui);
    if (page->extra) {
        ui_press(ui, .kind = BUTTON_HEADER, .label = page->extra, .choice = page->extra_on,
                 .selected = page->extra_on, .tap = page->extra_tap);
    }
    if (shows_own_words(app)) {
        ui_press(ui, .kind = BUTTON_HEADER, .icon = "hand", .label = say(ui, app, "common.hide"),
                 .tap = app_hide);
    }
    ui_press(ui, .kind = BUTTON_HEADER, .icon = "text", .label = say(ui, app, "common.display"),
             .tap = go_display);
    ui_press(ui, .kind = BUTTON_HEADER, .icon = "finish", .label = say(ui, app, "common.finish"),
             .tap = page_finish);
}

static void header_compact(Ui *ui, const App *app, const Page *page) {
    bool large = ui->look.size >= SIZE_LARGER;
    if (!page->no_back) {
        ui_press(ui, .kind = BUTTON_HEADER, .icon = "back", .label = say(ui, app, "common.back"),
                 .tap = app_back, .icon_only = large, .w = AT_LEAST(20), .h = AT_LEAST(15));
    }
    ui_gap(ui, 1);
    if (page->of > 0 && large) {
        ui_beads(ui, page->at, page->of, "");
        ui_space(ui);
    } else {
        ui_column(ui, .w = GROW);
        title(ui, app, page);
        if (page->words && !large) {
            ui_words(ui, .text = page->words, .style = STYLE_SMALL, .role = NODE_TEXT);
        }
        ui_close(ui);
    }
    if (shows_own_words(app)) {
        ui_press(ui, .kind = BUTTON_HEADER, .icon = "hand", .label = say(ui, app, "common.hide"),
                 .tap = app_hide, .icon_only = large, .w = AT_LEAST(20), .h = AT_LEAST(15));
    }
    ui_press(ui, .kind = BUTTON_HEADER, .icon = "menu", .label = say(ui, app, "common.menu"),
             .tap = go_menu, .h = AT_LEAST(15));
}

static void header(Ui *ui, const App *app, const Page *page) {
    bool fixed = page_wide(ui);
    ui_row(ui, .gap = head_gap, .align = ALIGN_CENTRE, .h = fixed ? FIXED(13) : AT_LEAST(13));
    if (page->bare) {
        title(ui, app, page);
    } else if (page_compact(ui)) {
        header_compact(ui, app, page);
    } else if (page_tall(ui)) {
        title(ui, app, page);
    } else {
        header_regular(ui, app, page);
    }
    ui_close(ui);
}

static void content_begin(Ui *ui, const Page *page) {
    ui_column(ui, .id = "page", .scroll = true, .w = GROW, .h = GROW,
              .gap = page->gap > 0 ? page->gap : 3, .pad = {0, 0, 0, 1.2f});
}

void page_begin(Ui *ui, const App *app, const Page *page) {
    float pad = page_pad(ui), top = page_compact(ui) ? 2 : 3;
    ui_column(ui, .face = ROLE_BG, .h = GROW);
    ui_column(ui, .pad = {pad, top, pad, page->dock ? 0 : 2.4f}, .gap = 2.8f, .h = GROW);
    header(ui, app, page);
    content_begin(ui, page);
}

void page_beside_begin(Ui *ui, const App *app, Page *page) {
    const float list_w = page->list_w > 0 ? page->list_w : 60, list_gap = 3;
    float pad = page_pad(ui);
    page->beside = true;
    ui_column(ui, .face = ROLE_BG, .h = GROW);
    ui_column(ui, .pad = {pad, 3, pad, page->dock ? 0 : 2.4f}, .gap = 2.8f, .h = GROW);
    header(ui, app, page);
    ui_row(ui, .h = GROW, .gap = page->dock ? 4 : 6);
    ui_column(ui, .w = FIXED(list_w), .gap = list_gap);
}

void page_beside_middle(Ui *ui, const Page *page) {
    ui_close(ui);
    ui_column(ui, .w = GROW, .h = GROW, .gap = 2.8f);
    content_begin(ui, page);
}

bool page_overflows(Ui *ui) {
    return ui_has_more_below(ui, "page") || ui_has_more_above(ui, "page");
}

void page_more_button(Ui *ui, const App *app, bool small) {
    bool down = ui_has_more_below(ui, "page");
    ui_press(ui, .id = "more", .kind = BUTTON_PLAIN, .style = small ? STYLE_SMALL : STYLE_BODY,
             .icon = down ? "down" : "up",
             .label = say(ui, app, down ? "common.more" : "common.top"), .tap = page_more);
}

static void main_button(Ui *ui, const Page *page) {
    if (!page->next) {
        return;
    }
    ui_press(ui, .id = "next", .kind = page->next_plain ? BUTTON_PLAIN : BUTTON_MAIN,
             .label = page->next, .icon = page->next_icon,
             .icon_end = page->next_icon || page->next_plain ? NULL : "next", .tap = page->next_tap,
             .arg = page->next_arg);
}

static void second_button(Ui *ui, const Page *page) {
    ui_press(ui, .kind = BUTTON_PLAIN, .icon = page->second_icon, .label = page->second,
             .tap = page->second_tap, .arg = page->second_arg);
}

static void footer_wide(Ui *ui, const App *app, const Page *page) {
    ui_row(ui, .justify = JUSTIFY_BETWEEN, .gap = 3, .align = ALIGN_CENTRE);
    if (!page->no_back) {
        ui_press(ui, .kind = BUTTON_PLAIN, .icon = "back", .label = say(ui, app, "common.back"),
                 .tap = page->back_tap ? page->back_tap : app_back);
    } else if (!page->words) {
        ui_gap(ui, 0);
    }
    if (page->second) {
        second_button(ui, page);
    } else if (page_overflows(ui)) {
        page_more_button(ui, app, false);
    } else if (page->words) {
        ui_beads(ui, page->at, page->of, page->words);
    }
    if (page->next) {
        main_button(ui, page);
    } else {
        ui_gap(ui, 0);
    }
    ui_close(ui);
}

static void footer_tall(Ui *ui, const App *app, const Page *page) {
    footer_wide(ui, app, page);
    ui_row(ui, .gap = 3, .pad = {0, 1.2f, 0, 0});
    ui_press(ui, .kind = BUTTON_HEADER, .icon = "home", .label = say(ui, app, "common.home"),
             .tap = app_home, .w = GROW);
    if (shows_own_words(app)) {
        ui_press(ui, .kind = BUTTON_HEADER, .icon = "hand", .label = say(ui, app, "common.hide"),
                 .tap = app_hide, .w = GROW);
    }
    ui_press(ui, .kind = BUTTON_HEADER, .icon = "text", .label = say(ui, app, "common.display"),
             .tap = go_display, .w = GROW);
    ui_press(ui, .kind = BUTTON_HEADER, .icon = "finish", .label = say(ui, app, "common.finish"),
             .tap = page_finish, .w = GROW);
    ui_close(ui);
}

static void footer_compact(Ui *ui, const App *app, const Page *page) {
    if (!page->next && !page_overflows(ui)) {
        return;
    }
    ui_row(ui, .justify = JUSTIFY_BETWEEN, .gap = 3, .align = ALIGN_CENTRE);
    if (page_overflows(ui)) {
        page_more_button(ui, app, false);
    } else {
        ui_gap(ui, 0);
    }
    main_button(ui, page);
    ui_close(ui);
}

void page_end(Ui *ui, const App *app, const Page *page) {
    if (page->extra && !page_wide(ui)) {
        ui_press(ui, .kind = BUTTON_SMALL, .label = page->extra, .choice = true,
                 .selected = page->extra_on, .tap = page->extra_tap);
    }
    if (page->second && page_compact(ui) && !page->dock) {
        second_button(ui, page);
    }
    ui_close(ui); /* content */
    if (page->beside && !page->dock) {
        footer_wide(ui, app, page);
    }
    if (page->beside) {
        ui_close(ui); /* the reading */
        ui_close(ui); /* list and reading */
        ui_close(ui); /* the padded column */
        if (page->dock) {
            dock(ui, app, page);
        }
        ui_close(ui); /* the page */
        return;
    }
    bool more_row =
        page->second && !page->dock && !page_compact(ui) && page_overflows(ui) && !page->bare;
    if (more_row) {
        ui_row(ui, .justify = JUSTIFY_CENTRE);
        page_more_button(ui, app, false);
        ui_close(ui);
    }
    if (!page->dock) {
        if (page->bare) {
            footer_compact(ui, app, page);
        } else if (page_compact(ui)) {
            footer_compact(ui, app, page);
        } else if (page_tall(ui)) {
            footer_tall(ui, app, page);
        } else {
            footer_wide(ui, app, page);
        }
    }
    ui_close(ui); /* the padded column */
    if (page->dock) {
        dock(ui, app, page);
    }
    ui_close(ui); /* the page */
}

void page_heading(Ui *ui, const char *text) {
    ui_words(ui, .text = text, .style = STYLE_HEADING1, .bold = true, .role = NODE_HEADING);
}

void page_heading_hint(Ui *ui, const char *text, const char *hint) {
    ui_column(ui, .gap = 0);
    page_heading(ui, text);
    if (hint) {
        ui_words(ui, .text = hint, .style = STYLE_BODY, .role = NODE_TEXT);
    }
    ui_close(ui);
}

void page_sentence(Ui *ui, const char *text, Style style, bool bold) {
    ui_row(ui, .face = ROLE_SURFACE, .stroke = ROLE_LINE, .stroke_w = 0.2f, .radius = 3, .gap = 5,
           .pad = {0, 0, 5, 0}, .clip = true);
    ui_column(ui, .w = FIXED(2.3f), .face = ROLE_THREAD, .radius = 3,
              .corners = CORNER_TOP_LEFT | CORNER_BOTTOM_LEFT);
    ui_close(ui);
    ui_column(ui, .w = GROW, .pad = PAD_XY(0, 3));
    ui_words(ui, .text = text, .style = style, .bold = bold, .role = NODE_TEXT);
    ui_close(ui);
    ui_close(ui);
}

void cover_begin(Ui *ui) {
    ui_column(ui, .face = ROLE_COVER, .h = GROW, .align = ALIGN_CENTRE, .justify = JUSTIFY_CENTRE,
              .gap = 4, .pad = PAD(page_pad(ui)));
}

void cover_end(Ui *ui) {
    ui_close(ui);
}
