/* For hands, keys and switches: what can be hit, in which order, and the ways on and out. */
#include "measure_parts.h"
#include "screens/screens.h"
#include "ui/focus.h"
#include "ui/pointer.h"

#include <math.h>
#include <string.h>

static const double target_w_mm = 18, target_h_mm = 13, gap_mm = 3, rounding_mm = 0.25;
static const double key_w_mm = 13.3, key_h_mm = 10.5; /* the stated exception at 800x480 */
static const double narrow_key_w_mm = 15.5; /* and on panels that are too narrow for ten keys */
static const double key_gap_mm = 1.5;
static const double slim_key_w_mm = 7.2, slim_key_gap_mm = 1; /* ten in 86 mm; the staff is told */

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
    double least_w = key && slim_panel(m)     ? slim_key_w_mm
                     : key && small_panel(m)  ? key_w_mm
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
    double least = !keys ? gap_mm : slim_panel(m) ? slim_key_gap_mm : key_gap_mm;
    if (gap < least - rounding_mm) {
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

void check_hands(Measure *m, bool locked) {
    check_targets(m);
    check_order(m);
    check_scrolls(m);
    if (!locked) {
        check_out(m);
    }
}
