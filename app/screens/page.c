/* The frame of every page: header, content that may scroll, and (in footer.c) the ways on. */
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

bool page_large(const Ui *ui) {
    return ui->look.size >= SIZE_LARGER;
}

bool page_narrow(const Ui *ui) {
    const float below_u = 180;
    return (float)ui->look.panel.w / ui->look.u < below_u;
}

bool page_tiny(const Ui *ui) {
    return page_narrow(ui) && page_large(ui);
}

bool page_wide(const Ui *ui) {
    return !page_compact(ui) && !page_tall(ui);
}

float page_pad(const Ui *ui) {
    switch (ui->look.template_) {
    case TEMPLATE_COMPACT:
        return page_large(ui) ? 6 : 4;
    case TEMPLATE_TALL:
        return 8;
    case TEMPLATE_WIDE:
        return 14;
    case TEMPLATE_REGULAR:
        break;
    }
    return 6;
}

void page_display(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_display, 0);
}

void page_menu(App *app, int ignored) {
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

bool page_own_words(const App *app) {
    return app_screen(app)->own_words && app_has_words(app);
}

static void title(Ui *ui, const Page *page) {
    ui_column(ui, .w = GROW);
    ui_words(ui, .text = page->title, .style = STYLE_BODY, .bold = true, .role = NODE_HEADING);
    if (page->under && !page_large(ui)) {
        ui_words(ui, .text = page->under, .style = STYLE_SMALL, .ink = ROLE_MUTED,
                 .role = NODE_TEXT, .lines_most = 1);
    }
    ui_close(ui);
}

static void head_button(Ui *ui, const App *app, const char *icon, const char *id, Tap *tap) {
    ui_press(ui, .kind = BUTTON_HEADER, .icon = icon, .label = say(ui, app, id), .tap = tap);
}

/* Home, title, hide, text and colours, finish: the ways out of every page. */
static void header_regular(Ui *ui, const App *app, const Page *page) {
    head_button(ui, app, "home", "common.home", app_home);
    ui_column(ui, .w = GROW, .pad = {title_gap - head_gap, 0, 0, 0});
    title(ui, page);
    ui_close(ui);
    if (page->extra) {
        ui_press(ui, .kind = BUTTON_HEADER, .label = page->extra, .choice = page->extra_on,
                 .selected = page->extra_on, .tap = page->extra_tap);
    }
    if (page_own_words(app)) {
        head_button(ui, app, "hand", "common.hide", app_hide);
    }
    head_button(ui, app, "text", "common.display", page_display);
    head_button(ui, app, "finish", "common.finish", page_finish);
}

static void small_button(Ui *ui, const App *app, const char *icon, const char *id, Tap *tap) {
    ui_press(ui, .kind = BUTTON_HEADER, .icon = icon, .label = say(ui, app, id), .tap = tap,
             .icon_only = page_large(ui), .w = AT_LEAST(20), .h = AT_LEAST(15));
}

static void header_compact(Ui *ui, const App *app, const Page *page) {
    if (!page->no_back) {
        small_button(ui, app, "back", "common.back", page->back_tap ? page->back_tap : app_back);
    }
    ui_gap(ui, 1);
    if (page_tiny(ui)) { /* the heading says it, and there is no room to say it twice */
        ui_space(ui);
    } else if (page->of > 0 && page_large(ui)) {
        ui_beads(ui, page->at, page->of, "");
        ui_space(ui);
    } else {
        ui_column(ui, .w = GROW);
        title(ui, page);
        if (page->words && !page->under && !page_large(ui)) {
            ui_words(ui, .text = page->words, .style = STYLE_SMALL, .role = NODE_TEXT);
        }
        ui_close(ui);
    }
    if (page_own_words(app)) {
        small_button(ui, app, "hand", "common.hide", app_hide);
    }
    ui_press(ui, .kind = BUTTON_HEADER, .icon = "menu", .label = say(ui, app, "common.menu"),
             .tap = page_menu, .h = AT_LEAST(15));
}

static void header(Ui *ui, const App *app, const Page *page) {
    ui_row(ui, .gap = head_gap, .align = ALIGN_CENTRE, .h = AT_LEAST(page_wide(ui) ? 15.4f : 13));
    if (page->bare || page_tall(ui)) {
        title(ui, page);
    } else if (page_compact(ui)) {
        header_compact(ui, app, page);
    } else {
        header_regular(ui, app, page);
    }
    ui_close(ui);
}

static void frame_begin(Ui *ui, const App *app, const Page *page) {
    const float gap = 3, bottom = page->dock ? 0 : 2.4f;
    float pad = page_pad(ui);
    ui_column(ui, .face = ROLE_BG, .h = GROW);
    ui_column(ui, .pad = {pad, 1.8f, pad, bottom}, .gap = page_wide(ui) ? 1.8f : gap, .h = GROW);
    header(ui, app, page);
    ui_column(ui, .gap = gap, .h = GROW);
}

static void content_begin(Ui *ui, const App *app, const Page *page) {
    const float below = 0.9f; /* the edge of a last button */
    ui_column(ui, .id = "page", .scroll = true, .w = GROW, .h = GROW,
              .gap = page->gap > 0 ? page->gap : 3, .pad = {0, 0, 0, below});
    const char *notice = app_notice(app);
    if (notice && page_own_words(app)) {
        ui_banner(ui, "warn", ROLE_NOTYET_TINT, ROLE_NOTYET, NULL, say(ui, app, notice));
    }
}

void page_begin(Ui *ui, const App *app, const Page *page) {
    frame_begin(ui, app, page);
    content_begin(ui, app, page);
}

float page_list_w(const Page *page) {
    const float usual = 60;
    return page->list_w > 0 ? page->list_w : usual;
}

void page_beside_begin(Ui *ui, const App *app, Page *page) {
    page->beside = true;
    frame_begin(ui, app, page);
    ui_row(ui, .h = GROW, .gap = page->dock ? 4 : 6);
    ui_column(ui, .w = FIXED(page_list_w(page)), .gap = 3);
}

void page_beside_middle(Ui *ui, const App *app, const Page *page) {
    ui_close(ui); /* the list */
    ui_column(ui, .w = GROW, .h = GROW, .gap = 3);
    content_begin(ui, app, page);
}

/* What the header and the footer of narrow pages have no room for comes last in the content. */
static void what_is_left(Ui *ui, const Page *page) {
    if (page->extra && !page_wide(ui)) {
        ui_press(ui, .kind = BUTTON_SMALL, .label = page->extra, .choice = page->extra_on,
                 .selected = page->extra_on, .tap = page->extra_tap);
    }
    if (page->second && page_compact(ui) && !page->dock) {
        ui_press(ui, .kind = BUTTON_SMALL, .icon = page->second_icon, .label = page->second,
                 .tap = page->second_tap, .arg = page->second_arg);
    }
}

void page_end(Ui *ui, const App *app, const Page *page) {
    what_is_left(ui, page);
    ui_close(ui); /* content */
    if (page->beside) {
        if (!page->dock) {
            footer(ui, app, page);
        }
        ui_close(ui); /* the reading */
        ui_close(ui); /* list and reading */
    } else if (!page->dock) {
        footer(ui, app, page);
    }
    ui_close(ui);
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
    const float bar = 2.3f, radius = 3;
    ui_row(ui, .face = ROLE_SURFACE, .stroke = ROLE_LINE, .stroke_w = 0.2f, .radius = radius,
           .gap = 5, .pad = {0, 0, 5, 0}, .clip = true);
    ui_column(ui, .w = FIXED(bar), .face = ROLE_THREAD, .radius = radius,
              .corners = CORNER_TOP_LEFT | CORNER_BOTTOM_LEFT);
    ui_close(ui);
    ui_column(ui, .w = GROW, .pad = PAD_XY(0, 2.6f));
    ui_words(ui, .text = text, .style = style, .bold = bold, .role = NODE_TEXT);
    ui_close(ui);
    ui_close(ui);
}

void cover_begin(Ui *ui) {
    ui_column(ui, .face = ROLE_COVER, .h = GROW, .align = ALIGN_CENTRE, .justify = JUSTIFY_CENTRE,
              .gap = page_compact(ui) ? 2 : 4, .pad = PAD(page_pad(ui)));
}

void cover_end(Ui *ui) {
    ui_close(ui);
}
