/* The checks, each over the whole node array. */
#include "measure.h"
#include "screens/screens.h"
#include "ui/dump.h"
#include "ui/focus.h"
#include "ui/pointer.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *const breach_names[BREACH_KINDS] = {
    "small", "gap",      "shared", "capital", "contrast", "clipped", "cut",  "overlap",
    "off",   "sideways", "room",   "label",   "order",    "out",     "more", "moves"};

static const double target_w_mm = 18, target_h_mm = 13, gap_mm = 3, rounding_mm = 0.25;
static const double key_w_mm = 13.3, key_h_mm = 10.5; /* the stated exception at 800x480 */
static const double narrow_key_w_mm = 15.5; /* and on panels that are too narrow for ten keys */
static const double key_gap_mm = 1.5;
static const double capital_mm = 3.5, body_mm = 4.2;
/* 7-inch panels have low pixels (0.179 mm): 'supported, reduced'. */
static const double reduced_capital_mm = 3.3, reduced_body_mm = 4.05;
static const double text_contrast = 7, quiet_contrast = 4.5, shape_contrast = 3;
enum { ROUNDING_PX = 2, FIGURES = 160 };

typedef struct Measure {
    App *app;
    Ui *ui;
    Tell *tell;
    void *user;
    double mm_x, mm_y;   /* of a px */
    bool said[UI_NODES]; /* out of bounds already: what is in it is so too */
} Measure;

static void say_breach(Measure *m, Breach kind, const Node *node, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static void say_breach(Measure *m, Breach kind, const Node *node, const char *format, ...) {
    char figures[FIGURES];
    va_list args;
    va_start(args, format);
    vsnprintf(figures, sizeof figures, format, args);
    va_end(args);
    const char *label = node ? node_label(m->ui, node) : "";
    if (node && !label[0]) {
        label = node->name ? node->name : node->box.id ? node->box.id : "";
    }
    m->tell(m->user, kind, label, figures);
}

static bool is_control(const Node *node) {
    return node->kind == KIND_BOX && node_acts(node);
}

static bool is_inside(const Ui *ui, int index, int ancestor) {
    for (int i = ui->nodes[index].parent; i >= 0; i = ui->nodes[i].parent) {
        if (i == ancestor) {
            return true;
        }
    }
    return false;
}

/* The control around a node, or -1. */
static int control_around(const Ui *ui, int index) {
    for (int i = ui->nodes[index].parent; i >= 0; i = ui->nodes[i].parent) {
        if (is_control(&ui->nodes[i])) {
            return i;
        }
    }
    return -1;
}

static int scroll_around(const Ui *ui, int index) {
    for (int i = ui->nodes[index].parent; i >= 0; i = ui->nodes[i].parent) {
        if (ui->nodes[i].box.scroll) {
            return i;
        }
    }
    return -1;
}

static bool empty_text(const Node *node) {
    return node->kind == KIND_TEXT && node->piece_count == 0;
}

static Rect seen(const Node *node) {
    return rect_meet(node->at, node->clip);
}

static bool small_panel(const Measure *m) {
    return m->ui->look.panel.w == 800;
}

/* Ten keys and the gaps between them do not fit: 10 x 18 + 9 x 3 mm. */
static bool narrow_panel(const Measure *m) {
    const double keyboard_mm = 207;
    return (double)m->ui->look.panel.w_mm < keyboard_mm;
}

static void check_size(Measure *m, const Node *node) {
    Rect area = node->at;
    area.h += look_px(&m->ui->look, node->box.edge_h); /* it moves with the face */
    double w = area.w * m->mm_x, h = area.h * m->mm_y;
    bool key = node->box.role == NODE_KEY;
    double least_w = key && small_panel(m)    ? key_w_mm
                     : key && narrow_panel(m) ? narrow_key_w_mm
                                              : target_w_mm;
    double least_h = key && small_panel(m) ? key_h_mm : target_h_mm;
    if (w < least_w - rounding_mm || h < least_h - rounding_mm) {
        say_breach(m, BREACH_SMALL, node, "%.1f x %.1f mm", w, h);
    }
}

/* Both in the same scroll box move together; else only what shows can be too close. */
static bool may_meet(const Measure *m, int i, int j, Rect *a, Rect *b) {
    const Ui *ui = m->ui;
    if (scroll_around(ui, i) == scroll_around(ui, j)) {
        return true;
    }
    *a = rect_meet(*a, ui->nodes[i].clip);
    *b = rect_meet(*b, ui->nodes[j].clip);
    return a->w > 0 && a->h > 0 && b->w > 0 && b->h > 0;
}

static void check_gap(Measure *m, int i, int j) {
    const Node *one = &m->ui->nodes[i], *two = &m->ui->nodes[j];
    Rect a = pointer_area(m->ui, one), b = pointer_area(m->ui, two);
    if (!may_meet(m, i, j, &a, &b)) {
        return;
    }
    Rect both = rect_meet(a, b);
    /* Areas that reach into a gap meet in its middle, where rounding may put one px into both. */
    if (both.w > ROUNDING_PX && both.h > ROUNDING_PX) {
        say_breach(m, BREACH_SHARED, one, "%d x %d px shared with '%s'", both.w, both.h,
                   node_label(m->ui, two));
    }
    /* The gap that is seen: from face to face. The edge lies in it. */
    a = one->at;
    b = two->at;
    may_meet(m, i, j, &a, &b);
    int dx = a.x > b.x ? a.x - b.x - b.w : b.x - a.x - a.w;
    int dy = a.y > b.y ? a.y - b.y - b.h : b.y - a.y - a.h;
    double x = dx > 0 ? dx * m->mm_x : 0, y = dy > 0 ? dy * m->mm_y : 0;
    bool keys = one->box.role == NODE_KEY && two->box.role == NODE_KEY && narrow_panel(m);
    double gap = x > 0 && y > 0 ? sqrt(x * x + y * y) : x > y ? x : y;
    if (gap < (keys ? key_gap_mm : gap_mm) - rounding_mm) {
        say_breach(m, BREACH_GAP, one, "%.1f mm to '%s'", gap, node_label(m->ui, two));
    }
}

static void check_targets(Measure *m) {
    Ui *ui = m->ui;
    for (int i = 0; i < ui->count; i++) {
        if (!is_control(&ui->nodes[i])) {
            continue;
        }
        check_size(m, &ui->nodes[i]);
        for (int j = i + 1; j < ui->count; j++) {
            if (is_control(&ui->nodes[j]) && !is_inside(ui, j, i)) {
                check_gap(m, i, j);
            }
        }
    }
}

static void check_capital(Measure *m, const Node *node) {
    const Look *look = &m->ui->look;
    double mm = (double)look_capital(look, node->text.style) * m->mm_y;
    bool small = node->text.style == STYLE_SMALL;
    double least = small_panel(m) ? (small ? reduced_capital_mm : reduced_body_mm)
                                  : (small ? capital_mm : body_mm);
    if (mm < least) {
        say_breach(m, BREACH_CAPITAL, node, "%.2f mm", mm);
    }
}

static double channel(uint8_t value) {
    double c = value / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(Colour c) {
    return 0.2126 * channel(c.r) + 0.7152 * channel(c.g) + 0.0722 * channel(c.b);
}

double contrast(Colour a, Colour b) {
    double one = luminance(a) + 0.05, two = luminance(b) + 0.05;
    return one > two ? one / two : two / one;
}

static Role ground_of(const Ui *ui, int index) {
    for (int i = index; i >= 0; i = ui->nodes[i].parent) {
        if (ui->nodes[i].kind == KIND_BOX && ui->nodes[i].box.face != ROLE_NONE) {
            return ui->nodes[i].box.face;
        }
    }
    return ROLE_BG;
}

static void check_pair(Measure *m, const Node *node, Role ink, Role ground, double least) {
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        const Colour *colours = themes[theme].colours;
        double ratio = contrast(colours[ink], colours[ground]);
        if (ratio < least) {
            say_breach(m, BREACH_CONTRAST, node, "%.2f in %s: %s on %s", ratio, theme_names[theme],
                       role_names[ink], role_names[ground]);
        }
    }
}

static void check_contrast(Measure *m, int index) {
    const Node *node = &m->ui->nodes[index];
    Role ground = ground_of(m->ui, index);
    double least = ground == ROLE_DISABLED ? quiet_contrast : text_contrast;
    if (node->kind == KIND_ICON) {
        check_pair(m, node, node->ink, ground, shape_contrast);
    }
    for (int r = 0; node->kind == KIND_TEXT && r < node->text.run_count; r++) {
        const Run *run = &node->text.runs[r];
        Role ink = run->ink ? run->ink : node->text.ink;
        switch (run->deco) {
        case DECO_SLOT:
            check_pair(m, node, ROLE_MUTED, ROLE_SUNKEN, least);
            break;
        case DECO_SLOT_NOW:
            check_pair(m, node, ROLE_HOPE, ROLE_HOPE_TINT, least);
            break;
        case DECO_MARK:
            check_pair(m, node, ROLE_HIGHLIGHT_INK, ROLE_HIGHLIGHT, least);
            break;
        case DECO_NONE:
        case DECO_UNDERLINE:
            check_pair(m, node, ink, ground, least);
            break;
        }
    }
}

static bool sticks_out(Rect inner, Rect outer, bool across, bool along) {
    return (across && (inner.x < outer.x - 1 || inner.x + inner.w > outer.x + outer.w + 1)) ||
           (along && (inner.y < outer.y - 1 || inner.y + inner.h > outer.y + outer.h + 1));
}

/* A field that is being typed in shows the end of its text: the rest goes off at the top. */
static bool rolls(const Ui *ui, int index) {
    for (int i = index; i >= 0; i = ui->nodes[i].parent) {
        if (ui->nodes[i].box.clip && ui->nodes[i].box.role == NODE_FIELD) {
            return true;
        }
    }
    return false;
}

/* Where a text's letters are: its lines less the air above capitals and, without tails, below. */
static Rect ink_of(const Ui *ui, const Node *node) {
    static const char tails[] = "gjpqyQ,;()";
    const float tail_em = 0.22f;
    if (node->kind != KIND_TEXT) {
        return node->at;
    }
    bool tailed = false;
    for (int r = 0; r < node->text.run_count; r++) {
        tailed = tailed || strpbrk(node->text.runs[r].text, tails);
    }
    int base = look_baseline(&ui->look, node->text.style);
    int air = base - (int)look_capital(&ui->look, node->text.style);
    float em = (float)look_font(&ui->look, node->text.style, false).px;
    int below = look_line(&ui->look, node->text.style) - base - (tailed ? (int)(tail_em * em) : 0);
    Rect at = node->at;
    at.y += air;
    at.h -= air + below;
    return at;
}

static void check_inside(Measure *m, int index) {
    Ui *ui = m->ui;
    const Node *node = &ui->nodes[index];
    const Look *look = &ui->look;
    Rect panel = {0, 0, look->panel.w, look->panel.h};
    int scroll = scroll_around(ui, index);
    m->said[index] = node->parent >= 0 && m->said[node->parent];
    if (m->said[index] || empty_text(node) || node->at.w <= 0 || node->at.h <= 0) {
        return;
    }
    m->said[index] = true;
    if (sticks_out(node->at, panel, true, scroll < 0 && !rolls(ui, index))) {
        say_breach(m, BREACH_OFF, node, "%d,%d %dx%d on %dx%d", node->at.x, node->at.y, node->at.w,
                   node->at.h, panel.w, panel.h);
        return;
    }
    if (scroll >= 0) {
        Rect page = ui->nodes[scroll].at;
        page.y -= ui->nodes[scroll].scrolled;
        page.h = ui->nodes[scroll].content_h;
        if (sticks_out(node->at, page, true, false)) {
            say_breach(m, BREACH_SIDEWAYS, node, "%d to %d in %d to %d px", node->at.x,
                       node->at.x + node->at.w, page.x, page.x + page.w);
            return;
        }
    }
    const Node *parent = node->parent >= 0 ? &ui->nodes[node->parent] : NULL;
    bool along = parent && !parent->box.scroll && !rolls(ui, index);
    if (parent && sticks_out(ink_of(ui, node), parent->at, true, along)) {
        say_breach(m, BREACH_CLIPPED, node, "%d,%d %dx%d in a box of %d,%d %dx%d", node->at.x,
                   node->at.y, node->at.w, node->at.h, parent->at.x, parent->at.y, parent->at.w,
                   parent->at.h);
        return;
    }
    m->said[index] = false;
}

static void check_lines(Measure *m, int index) {
    Ui *ui = m->ui;
    const Node *node = &ui->nodes[index];
    int control = control_around(ui, index), widest = 0;
    for (int p = 0; p < node->piece_count; p++) {
        int end = node->pieces[p].x + node->pieces[p].w;
        widest = end > widest ? end : widest;
        if (node->pieces[p].line >= node->line_count && control < 0) {
            say_breach(m, BREACH_CUT, node, "after %d lines", node->line_count);
            break;
        }
        if (node->pieces[p].line >= node->line_count && ui->nodes[control].box.role == NODE_KEY) {
            say_breach(m, BREACH_CUT, node, "on a key");
            break;
        }
    }
    if (widest > node->at.w + ROUNDING_PX) {
        say_breach(m, BREACH_CLIPPED, node, "a line of %d px in %d", widest, node->at.w);
    }
    bool whole = control < 0 || rolls(ui, index) ||
                 !sticks_out(ink_of(ui, node), ui->nodes[control].at, true, true);
    if (!empty_text(node) && !whole) {
        say_breach(m, BREACH_CLIPPED, node, "its control is %dx%d px, the text %dx%d",
                   ui->nodes[control].at.w, ui->nodes[control].at.h, node->at.w, node->at.h);
    }
}

static bool counts_for_overlap(const Ui *ui, int index) {
    const Node *node = &ui->nodes[index];
    bool text = node->kind == KIND_TEXT && !empty_text(node);
    return !node->floating && (text || node->kind == KIND_ICON || is_control(node));
}

static void check_overlaps(Measure *m) {
    Ui *ui = m->ui;
    for (int i = 0; i < ui->count; i++) {
        Rect one = seen(&ui->nodes[i]);
        if (!counts_for_overlap(ui, i) || one.w <= 0 || one.h <= 0) {
            continue;
        }
        for (int j = i + 1; j < ui->count; j++) {
            if (!counts_for_overlap(ui, j) || is_inside(ui, j, i)) {
                continue;
            }
            Rect both = rect_meet(one, seen(&ui->nodes[j]));
            if (both.w > ROUNDING_PX && both.h > ROUNDING_PX) {
                say_breach(m, BREACH_OVERLAP, &ui->nodes[i], "%dx%d px over '%s'", both.w, both.h,
                           node_label(ui, &ui->nodes[j]));
            }
        }
    }
}

/* '[common.home]': what library_string gives for an id that is not there. */
static bool has_missing_string(const char *text) {
    for (const char *at = strchr(text, '['); at; at = strchr(at + 1, '[')) {
        size_t len = strspn(at + 1, "abcdefghijklmnopqrstuvwxyz0123456789._");
        if (len > 0 && at[1 + len] == ']' && memchr(at + 1, '.', len)) {
            return true;
        }
    }
    return false;
}

static bool speakable(const char *text) {
    for (const char *c = text; *c; c++) {
        bool letter = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') ||
                      (*c >= '0' && *c <= '9') || (*c & 0x80);
        if (letter) {
            return true;
        }
    }
    return false;
}

static void check_label(Measure *m, const Node *node) {
    const char *label = node_label(m->ui, node);
    const char *spoken = node->box.say ? node->box.say : label;
    if (is_control(node) && !label[0]) {
        say_breach(m, BREACH_LABEL, node, "no label");
    } else if (is_control(node) && !speakable(spoken)) {
        say_breach(m, BREACH_LABEL, node, "nothing to speak: '%s'", spoken);
    } else if (has_missing_string(label) || has_missing_string(spoken)) {
        say_breach(m, BREACH_LABEL, node, "a string is missing");
    } else if (strpbrk(label, "{}") || strpbrk(spoken, "{}")) {
        say_breach(m, BREACH_LABEL, node, "an unfilled {key}");
    }
}

/* Reading order: down the page; in a row from left to right; or on to the top of the next column.
 * Going up within a column or left within a row is going back. */
static bool goes_back(Rect from, Rect to) {
    bool same_row = from.y < to.y + to.h && to.y < from.y + from.h;
    if (same_row) {
        return to.x + to.w <= from.x;
    }
    bool up = to.y + to.h <= from.y, next_column = to.x >= from.x + from.w;
    return up && !next_column;
}

static void check_order(Measure *m) {
    Ui *ui = m->ui;
    int before = -1;
    for (int i = 0; i < ui->count; i++) {
        const Node *node = &ui->nodes[i];
        if (focus_place(ui, node) < 0) {
            continue;
        }
        bool together = before >= 0 && scroll_around(ui, before) == scroll_around(ui, i);
        Rect from = before < 0 ? node->at
                    : together ? ui->nodes[before].at
                               : seen(&ui->nodes[before]);
        Rect to = together ? node->at : seen(node);
        bool shows = from.h > 0 && to.h > 0;
        if (before >= 0 && shows && goes_back(from, to)) {
            say_breach(m, BREACH_ORDER, node, "comes after '%s' but lies before it",
                       node_label(ui, &ui->nodes[before]));
        }
        before = i;
    }
}

/* The keyboard's own way back to the page that asked. */
static bool has_done_key(const Measure *m) {
    const Library *library = m->app->library;
    for (int i = 0; i < m->ui->count; i++) {
        const Node *node = &m->ui->nodes[i];
        for (int r = 0; node->box.role == NODE_KEY && r < library->layers[0].row_count; r++) {
            const KeyRow *row = &library->layers[0].rows[r];
            for (int k = 0; k < row->count; k++) {
                const char *name = row->keys[k].say ? row->keys[k].say : row->keys[k].label;
                if (row->keys[k].kind == KEY_DONE && strcmp(node_label(m->ui, node), name) == 0) {
                    return true;
                }
            }
        }
    }
    return false;
}

static void check_out(Measure *m) {
    static const char *const ways[] = {"common.back",   "common.menu", "common.home",
                                       "common.finish", "common.done", "k.hide"};
    Ui *ui = m->ui;
    for (int i = 0; i < ui->count; i++) {
        const Node *node = &ui->nodes[i];
        Tap *tap = is_control(node) ? node->box.tap : NULL;
        if (tap && (tap == app_back || tap == app_home || tap == app_finish ||
                    tap == app_show_again || tap == page_finish)) {
            return;
        }
        for (size_t w = 0; tap && w < sizeof ways / sizeof ways[0]; w++) {
            if (strcmp(node_label(ui, node), library_string(m->app->library, ways[w])) == 0) {
                return;
            }
        }
    }
    if (app_screen(m->app) != m->app->home && !has_done_key(m)) {
        say_breach(m, BREACH_OUT, NULL, "no way back or out");
    }
}

static void check_scrolls(Measure *m) {
    Ui *ui = m->ui;
    for (int i = 0; i < ui->count; i++) {
        const Node *page = &ui->nodes[i];
        if (!page->box.scroll) {
            continue;
        }
        bool more = page->content_h > page->at.h;
        const Node *button = ui_find_named(ui, "more");
        Rect shows = button ? seen(button) : (Rect){0};
        if (more && (!button || shows.w < button->at.w || shows.h < button->at.h)) {
            say_breach(m, BREACH_MORE, NULL, "%d px in %d, 'More below' %s", page->content_h,
                       page->at.h, button ? "does not show whole" : "is not there");
        }
        enum { LINES_LEAST = 2 };
        int lines = look_line(&ui->look, STYLE_BODY) * LINES_LEAST;
        if (more && page->at.h < lines) {
            say_breach(m, BREACH_ROOM, NULL, "a page of %d px: under two lines", page->at.h);
        }
        for (int j = i + 1; more && j < ui->count; j++) {
            const Node *node = &ui->nodes[j];
            if (is_control(node) && is_inside(ui, j, i) && node->at.h > page->at.h) {
                say_breach(m, BREACH_ROOM, node, "%d px high on a page of %d", node->at.h,
                           page->at.h);
            }
        }
    }
}

void measure(App *app, bool locked, Tell *tell, void *user) {
    Ui *ui = app->ui;
    const Panel *panel = &ui->look.panel;
    Measure m = {
        app,    ui, tell, user, (double)panel->w_mm / panel->w, (double)panel->h_mm / panel->h,
        {false}};
    check_targets(&m);
    check_overlaps(&m);
    check_order(&m);
    check_scrolls(&m);
    if (!locked) {
        check_out(&m);
    }
    for (int i = 0; i < ui->count; i++) {
        const Node *node = &ui->nodes[i];
        if (node->floating) {
            continue;
        }
        check_inside(&m, i);
        if (node->kind == KIND_TEXT) {
            check_capital(&m, node);
            check_lines(&m, i);
        }
        if (node->kind == KIND_TEXT || node->kind == KIND_ICON) {
            check_contrast(&m, i);
        }
        if (node->kind == KIND_TEXT || is_control(node)) {
            check_label(&m, node);
        }
    }
}

int shared_labels(App *app, const char *out[], int most) {
    Ui *ui = app->ui;
    int count = 0;
    for (int i = 0; i < ui->count; i++) {
        for (int j = i + 1; j < ui->count && is_control(&ui->nodes[i]) && count < most; j++) {
            const Node *a = &ui->nodes[i], *b = &ui->nodes[j];
            const char *one = a->box.say ? a->box.say : node_label(ui, a);
            if (is_control(b) && strcmp(one, b->box.say ? b->box.say : node_label(ui, b)) == 0) {
                out[count++] = one;
                break;
            }
        }
    }
    return count;
}
