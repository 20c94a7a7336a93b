/* The frame of every page: header, content that may scroll, and (in footer.c) the ways on. */
#include "screens/page.h"
#include "screens/say.h"
#include "screens/screens.h"

#include <string.h>

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

bool page_slim(const Ui *ui) {
    const float below_u = 120;
    return (float)ui->look.panel.w / ui->look.u < below_u;
}

int page_two(const Ui *ui) {
    bool wide = ui->look.template_ == TEMPLATE_WIDE;
    return page_slim(ui) || (page_large(ui) && !wide) ? 1 : 2;
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

float page_choice_h(const Ui *ui) {
    const float usual = 13, roomy = 17;
    bool room = ui->look.template_ == TEMPLATE_WIDE || (page_tall(ui) && !page_large(ui));
    return room ? roomy : usual;
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

/* room: px for the title where it stands between buttons; a title that needs more than two lines
 * of them is set in the smaller letters. 0: a line of its own. */
static void title(Ui *ui, const Page *page, int room) {
    bool small = room > 0 && ui_words_width(ui, page->title, STYLE_BODY, true) > 2 * room;
    ui_column(ui, .w = GROW);
    ui_words(ui, .text = page->title, .style = small ? STYLE_SMALL : STYLE_BODY, .bold = true,
             .role = NODE_HEADING);
    if (page->under && !page_large(ui)) {
        ui_words(ui, .text = page->under, .style = STYLE_SMALL, .ink = ROLE_MUTED,
                 .role = NODE_TEXT, .lines_most = 1);
    }
    ui_close(ui);
}

/* The ways out of a page, beside its title: in words where these fit, else as icons. */
enum { WAYS_MOST = 5 };

typedef struct Ways {
    Button buttons[WAYS_MOST];
    int count;
} Ways;

static void add_way(Ui *ui, const App *app, Ways *ways, const char *icon, const char *id,
                    Tap *tap) {
    ways->buttons[ways->count++] =
        (Button){.kind = BUTTON_HEADER, .icon = icon, .label = say(ui, app, id), .tap = tap};
}

bool page_row_fits(Ui *ui, const Button *buttons, int count, float gap, int room) {
    for (int i = 0; i < count; i++) {
        room -= ui_button_width(ui, &buttons[i]) + (i ? look_px(&ui->look, gap) : 0);
    }
    return room >= 0;
}

/* The first to go are those at the right, which are the same on every page. */
void page_fit_row(Ui *ui, Button *buttons, int count, float gap, int room) {
    for (int i = count; i > 0; i--) {
        if (page_row_fits(ui, buttons, count, gap, room)) {
            return;
        }
        buttons[i - 1].icon_only = true;
    }
}

static void fit_ways(Ui *ui, Ways *ways, int room) {
    page_fit_row(ui, ways->buttons, ways->count, head_gap, room);
}

/* The narrowest panel has no room for all the ways out beside each other. */
static bool listens_below(const Ui *ui, const App *app) {
    return app_may_listen(app) && page_slim(ui) && page_own_words(app);
}

/* Hide and Listen: where there is something to hide, and a voice. */
static void add_own_ways(Ui *ui, const App *app, Ways *ways) {
    if (page_own_words(app)) {
        add_way(ui, app, ways, "hand", "common.hide", app_hide);
    }
    if (app_may_listen(app) && !listens_below(ui, app)) {
        ways->buttons[ways->count++] = page_listen(ui, app);
    }
}

/* The longest word of a text, all of it. */
static int whole_word(Ui *ui, const char *text, Style style, bool bold) {
    int longest = 0;
    for (const char *at = text; *at;) {
        int len = (int)strcspn(at, " ");
        int width = ui_words_width(ui, ui_print(ui, "%.*s", len, at), style, bold);
        longest = width > longest ? width : longest;
        at += len + (int)strspn(at + len, " ");
    }
    return longest;
}

/* The least that a title takes beside buttons: its longest word; with a line below it both whole.
 */
static int title_least(Ui *ui, const Page *page) {
    if (!page->under || page_large(ui)) {
        return whole_word(ui, page->title, STYLE_BODY, true);
    }
    int line = ui_words_width(ui, page->title, STYLE_BODY, true);
    int under = ui_words_width(ui, page->under, STYLE_SMALL, false);
    return line > under ? line : under;
}

/* Home, title, hide, text and colours, finish. */
static void header_regular(Ui *ui, const App *app, const Page *page) {
    Ways ways = {.count = 0};
    add_way(ui, app, &ways, "home", "common.home", app_home);
    add_own_ways(ui, app, &ways);
    add_way(ui, app, &ways, "text", "common.display", page_display);
    add_way(ui, app, &ways, "finish", "common.finish", page_finish);
    Button extra = {.kind = BUTTON_HEADER,
                    .label = page->extra,
                    .choice = page->extra_on,
                    .selected = page->extra_on,
                    .tap = page->extra_tap};
    int room = ui->look.panel.w - look_px(&ui->look, 2 * page_pad(ui) + title_gap + head_gap) -
               title_least(ui, page);
    if (page->extra) { /* with its tick: choosing it moves nothing */
        Button chosen = extra;
        chosen.selected = true;
        room -= ui_button_width(ui, &chosen) + look_px(&ui->look, head_gap);
    }
    fit_ways(ui, &ways, room);
    ui_button(ui, &ways.buttons[0]);
    ui_column(ui, .w = GROW, .pad = {title_gap - head_gap, 0, 0, 0});
    title(ui, page, 0);
    ui_close(ui);
    if (page->extra) {
        ui_button(ui, &extra);
    }
    for (int i = 1; i < ways.count; i++) {
        ui_button(ui, &ways.buttons[i]);
    }
}

/* Back, title, hide, menu. */
static void header_compact(Ui *ui, const App *app, const Page *page) {
    Ways ways = {.count = 0};
    const float side_w = 20, title_in = 1;
    const float high = page_large(ui) ? 15 : 14;
    if (!page->no_back) {
        add_way(ui, app, &ways, "back", "common.back", page->back_tap ? page->back_tap : app_back);
    }
    add_own_ways(ui, app, &ways);
    for (int i = 0; i < ways.count; i++) {
        ways.buttons[i].icon_only = page_large(ui) || page_slim(ui);
        ways.buttons[i].w = AT_LEAST(side_w);
    }
    add_way(ui, app, &ways, "menu", "common.menu", page_menu);
    int room = ui->look.panel.w - look_px(&ui->look, 2 * page_pad(ui) + 2 * head_gap + title_in);
    /* Else the heading says it: there is no room to say it twice. */
    bool titled = !page_tiny(ui) && !page_slim(ui);
    bool beads = page->of > 0 && page_large(ui);
    fit_ways(ui, &ways, titled && !beads ? room - title_least(ui, page) : room);
    for (int i = 0; i < ways.count; i++) {
        room -= ui_button_width(ui, &ways.buttons[i]) + look_px(&ui->look, head_gap);
    }
    int after = page->no_back ? 0 : 1; /* the title stands behind Back */
    for (int i = 0; i < ways.count; i++) {
        ways.buttons[i].h = AT_LEAST(high);
    }
    if (after > 0) {
        ui_button(ui, &ways.buttons[0]);
    }
    ui_gap(ui, title_in);
    if (beads && titled) {
        ui_beads(ui, page->at, page->of, "");
    }
    if (beads || !titled) {
        ui_space(ui);
    } else {
        ui_column(ui, .w = GROW);
        title(ui, page, room);
        if (page->words && !page->under && !page_large(ui) &&
            ui_words_width(ui, page->title, STYLE_BODY, true) <= room &&
            ui_words_width(ui, page->words, STYLE_SMALL, false) <= room) {
            ui_words(ui, .text = page->words, .style = STYLE_SMALL, .role = NODE_TEXT);
        }
        ui_close(ui);
    }
    for (int i = after; i < ways.count; i++) {
        ui_button(ui, &ways.buttons[i]);
    }
}

static void header(Ui *ui, const App *app, const Page *page) {
    ui_row(ui, .gap = head_gap, .align = ALIGN_CENTRE, .h = AT_LEAST(page_wide(ui) ? 14.4f : 13));
    if (page->bare || page_tall(ui)) {
        title(ui, page, 0);
    } else if (page_compact(ui)) {
        header_compact(ui, app, page);
    } else {
        header_regular(ui, app, page);
    }
    ui_close(ui);
    if (page_slim(ui) && !page->bare && !page_large(ui)) {
        ui_gap(ui,
               listens_below(ui, app) ? head_gap + 1 : 2); /* below the ways out: no room between */
        ui_row(ui, .gap = head_gap, .align = ALIGN_CENTRE);
        title(ui, page, 0);
        if (listens_below(ui, app)) {
            Button listen = page_listen(ui, app);
            listen.icon_only = true;
            ui_button(ui, &listen);
        }
        ui_close(ui);
    }
}

/* A picture from edge to edge keeps what is to be touched within reach on tall panels. */
static bool has_band(const Ui *ui, const Page *page) {
    const float high_u = 250;
    return page->band && page_tall(ui) && (float)ui->look.panel.h / ui->look.u >= high_u;
}

static void band(Ui *ui, const Page *page) {
    const float usual = 75, roomy = 92, with_large_text = 50, roomy_from_u = 370;
    if (has_band(ui, page)) {
        bool long_page = (float)ui->look.panel.h / ui->look.u >= roomy_from_u;
        float high = page_large(ui) ? with_large_text : long_page ? roomy : usual;
        ui_picture(ui, page->band, (Size){0}, FIXED(high), 0, 0);
    }
}

static void frame_begin(Ui *ui, const App *app, const Page *page) {
    bool airy = ui->look.template_ == TEMPLATE_WIDE && !page_large(ui);
    const float gap = 3, top = page_tall(ui) ? 4 : 1.8f,
                bottom =
                    page->dock && !page_tall(ui) ? 0 : 2.6f; /* room for the ring below a button */
    float pad = page_pad(ui), below = airy ? 6 : page_wide(ui) ? 2.3f : gap;
    ui_column(ui, .face = ROLE_BG, .h = GROW);
    ui_column(ui, .pad = {pad, top, pad, below});
    header(ui, app, page);
    ui_close(ui);
    band(ui, page);
    ui_column(ui, .pad = {pad, has_band(ui, page) ? gap : 0, pad, bottom}, .gap = gap, .h = GROW);
}

/* Wide panels have room between things, too. */
static float page_gap(const Ui *ui, const Page *page) {
    const float usual = 3, wide = 1.5f;
    float gap = page->gap > 0 ? page->gap : usual;
    return ui->look.template_ == TEMPLATE_WIDE ? gap * wide : gap;
}

static void content_begin(Ui *ui, const App *app, const Page *page) {
    const float below = 0.9f; /* the edge of a last button */
    bool low = page_tall(ui) && !page->reading;
    ui_column(ui, .id = "page", .scroll = true, .w = GROW, .h = GROW, .gap = page_gap(ui, page),
              .pad = {0, 0, 0, below}, .justify = low ? JUSTIFY_END : JUSTIFY_START);
    const char *notice = app_notice(app);
    if (notice && page_own_words(app)) {
        ui_banner(ui, "warn", ROLE_NOTYET_TINT, ROLE_NOTYET, NULL, say(ui, app, notice));
    }
    page_listen_notice(ui, app);
}

void page_begin(Ui *ui, const App *app, const Page *page) {
    frame_begin(ui, app, page);
    content_begin(ui, app, page);
}

float page_list_w(const Page *page) {
    const float usual = 60;
    return page->list_w > 0 ? page->list_w : usual;
}

float page_list_gap(const Page *page) {
    return page->dock ? 4 : 6;
}

void page_beside_begin(Ui *ui, const App *app, Page *page) {
    page->beside = true;
    frame_begin(ui, app, page);
    ui_row(ui, .h = GROW, .gap = page_list_gap(page));
    ui_column(ui, .w = FIXED(page_list_w(page)), .gap = 3);
}

void page_beside_middle(Ui *ui, const App *app, const Page *page) {
    ui_close(ui); /* the list */
    ui_column(ui, .w = GROW, .h = GROW, .gap = 3);
    content_begin(ui, app, page);
}

/* What the header and the footer of narrow pages have no room for comes last in the content. */
static void what_is_left(Ui *ui, const Page *page) {
    const float gap = 3;
    bool extra = page->extra && !page_wide(ui);
    bool second = page->second && page_compact(ui) && !page->dock;
    if (!extra && !second) {
        return;
    }
    ui_column(ui, .gap = gap);
    if (extra) {
        ui_press(ui, .kind = BUTTON_SMALL, .label = page->extra, .choice = page->extra_on,
                 .selected = page->extra_on, .tap = page->extra_tap);
    }
    if (second) {
        ui_press(ui, .kind = BUTTON_SMALL, .icon = page->second_icon, .label = page->second,
                 .tap = page->second_tap, .arg = page->second_arg);
    }
    ui_close(ui);
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
    ui_close(ui); /* the padded column */
    if (page->dock) {
        dock(ui, app, page);
    }
    ui_close(ui); /* the page */
}

void page_low(Ui *ui) {
    if (page_tall(ui)) {
        ui_space(ui);
    }
}

/* The highest where a panel has room for it, as wide and tall ones have; with large text one line
 * of a lower heading rather than two of a high one. */
void page_heading(Ui *ui, const char *text) {
    static const Style styles[] = {STYLE_DISPLAY, STYLE_HEADING1, STYLE_HEADING2, STYLE_TITLE};
    enum { STYLES = sizeof styles / sizeof styles[0], USUAL = 1 };
    int room = ui->look.panel.w - look_px(&ui->look, 2 * page_pad(ui)), at = USUAL;
    if (ui->look.size == SIZE_STANDARD && (page_tall(ui) || ui->look.template_ == TEMPLATE_WIDE)) {
        const float beside_a_list = page_tall(ui) ? 1 : 0.7f;
        float wide = (float)ui_words_width(ui, text, STYLE_DISPLAY, true);
        at = wide < beside_a_list * (float)room ? 0 : USUAL;
    }
    while (ui->look.size > SIZE_STANDARD && at < STYLES &&
           ui_words_width(ui, text, styles[at], true) > room) {
        at++;
    }
    ui_words(ui, .text = text, .style = at < STYLES ? styles[at] : STYLE_HEADING2, .bold = true,
             .role = NODE_HEADING);
}

void page_heading_hint(Ui *ui, const char *text, const char *hint) {
    ui_column(ui, .gap = 0);
    page_heading(ui, text);
    if (hint) {
        bool roomy = look_long(&ui->look) && !page_large(ui);
        ui_words(ui, .text = hint, .style = roomy ? STYLE_LEAD : STYLE_BODY, .role = NODE_TEXT);
    }
    ui_close(ui);
}

void page_sentence(Ui *ui, const char *text, Style style, bool bold) {
    const float bar = 2.3f, radius = 3;
    bool drawn_tall = page_tall(ui) && !page_large(ui); /* large, at the top of the page */
    style = drawn_tall ? STYLE_HEADING2 : style;
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
    const float compact_pad = 3;
    ui_column(ui, .face = ROLE_COVER, .h = GROW, .align = ALIGN_CENTRE, .justify = JUSTIFY_CENTRE,
              .gap = page_compact(ui) ? 2 : 4,
              .pad = PAD(page_compact(ui) ? compact_pad : page_pad(ui)));
}

void cover_end(Ui *ui) {
    ui_close(ui);
}
