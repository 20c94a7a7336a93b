/* Where things lie: inside their boxes and the panel, not over each other. And all checks, over the
 * whole node array. */
#include "measure_parts.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *const breach_names[BREACH_KINDS] = {
    "small", "gap",      "shared", "capital", "contrast", "clipped", "cut",  "long", "overlap",
    "off",   "sideways", "room",   "label",   "order",    "out",     "more", "moves"};

void say_breach(Measure *m, Breach kind, const Node *node, const char *format, ...) {
    enum { FIGURES = 160 };
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

bool sticks_out(Rect inner, Rect outer, bool across, bool along) {
    return (across && (inner.x < outer.x - 1 || inner.x + inner.w > outer.x + outer.w + 1)) ||
           (along && (inner.y < outer.y - 1 || inner.y + inner.h > outer.y + outer.h + 1));
}

bool rolls(const Ui *ui, int index) {
    for (int i = index; i >= 0; i = ui->nodes[i].parent) {
        if (ui->nodes[i].box.clip && ui->nodes[i].box.role == NODE_FIELD) {
            return true;
        }
    }
    return false;
}

Rect ink_of(const Ui *ui, const Node *node) {
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

void measure(App *app, bool locked, Tell *tell, void *user) {
    Ui *ui = app->ui;
    const Panel *panel = &ui->look.panel;
    Measure m = {
        app,    ui, tell, user, (double)panel->w_mm / panel->w, (double)panel->h_mm / panel->h,
        {false}};
    check_hands(&m, locked);
    check_overlaps(&m);
    for (int i = 0; i < ui->count; i++) {
        if (!ui->nodes[i].floating) {
            check_inside(&m, i);
            check_eyes(&m, i);
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
