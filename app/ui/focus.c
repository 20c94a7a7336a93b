/* Focus is the id of a node; it survives frames and is found again by that id. */
#include "ui/focus.h"

#include <limits.h>
#include <stdlib.h>

static bool can_focus(const Node *node) {
    return node_acts(node) && node->box.tap;
}

int focus_place(const Ui *ui, const Node *node) {
    if (!can_focus(node)) {
        return -1;
    }
    int place = 0;
    for (int i = 0; &ui->nodes[i] != node; i++) {
        place += can_focus(&ui->nodes[i]);
    }
    return place;
}

/* A focused node in a scroll box is brought into view, whole. */
static void show(Ui *ui, const Node *node) {
    for (int parent = node->parent; parent >= 0; parent = ui->nodes[parent].parent) {
        const Node *box = &ui->nodes[parent];
        if (!box->box.scroll) {
            continue;
        }
        for (int s = 0; s < UI_SCROLLS; s++) {
            Scroll *scroll = &ui->scrolls[s];
            if (scroll->id != box->id) {
                continue;
            }
            int top = node->at.y - box->at.y, bottom = top + node->at.h - box->at.h;
            if (bottom > 0) { /* a little further, as long as its top stays */
                int by = bottom + scroll->line / 2;
                scroll->offset += by < top ? by : top;
            } else if (top < 0) {
                scroll->offset += top - scroll->line / 2;
            }
            int most = scroll->content - scroll->height;
            scroll->offset = scroll->offset > most ? most : scroll->offset;
            scroll->offset = scroll->offset < 0 ? 0 : scroll->offset;
        }
    }
}

static void set(Ui *ui, const Node *node) {
    ui->focus = node->id;
    ui->focus_shown = true;
    show(ui, node);
}

static void step(Ui *ui, int direction) {
    int start = -1;
    for (int i = 0; i < ui->count; i++) {
        if (ui->focus && ui->nodes[i].id == ui->focus) {
            start = i;
        }
    }
    for (int n = 1; n <= ui->count; n++) {
        int from = start < 0 ? (direction > 0 ? -1 : ui->count) : start;
        int i = ((from + direction * n) % ui->count + ui->count) % ui->count;
        if (can_focus(&ui->nodes[i])) {
            set(ui, &ui->nodes[i]);
            return;
        }
    }
}

/* The nearest node towards an arrow: what is straight ahead counts more than what is aside. */
static void towards(Ui *ui, int dx, int dy) {
    enum { ASIDE = 3 };
    const Node *now = ui_find(ui, ui->focus), *best = NULL;
    if (!now) {
        step(ui, dx + dy);
        return;
    }
    int least = INT_MAX;
    int x = now->at.x + now->at.w / 2, y = now->at.y + now->at.h / 2;
    for (int i = 0; i < ui->count; i++) {
        const Node *node = &ui->nodes[i];
        if (!can_focus(node) || node == now) {
            continue;
        }
        int ax = node->at.x + node->at.w / 2 - x, ay = node->at.y + node->at.h / 2 - y;
        int ahead = ax * dx + ay * dy, aside = abs(ax * dy) + abs(ay * dx);
        /* Overlapping in the other direction means straight ahead, whatever the middles say. */
        bool in_line =
            dx ? node->at.y < now->at.y + now->at.h && now->at.y < node->at.y + node->at.h
               : node->at.x < now->at.x + now->at.w && now->at.x < node->at.x + node->at.w;
        int cost = ahead + (in_line ? aside / ASIDE : aside * ASIDE);
        if (ahead > 0 && cost < least) {
            least = cost;
            best = node;
        }
    }
    if (best) {
        set(ui, best);
    }
}

static void act(Ui *ui, App *app) {
    const Node *node = ui->focus_shown ? ui_find(ui, ui->focus) : NULL;
    if (node && can_focus(node)) {
        node->box.tap(app, node->box.arg);
    } else {
        step(ui, 1);
    }
}

bool focus_key(Ui *ui, App *app, KeyCode key) {
    if (ui->count == 0) {
        return false;
    }
    switch (key) {
    case KEYCODE_TAB:
    case KEYCODE_MOVE:
        step(ui, 1);
        return true;
    case KEYCODE_BACK_TAB:
        step(ui, -1);
        return true;
    case KEYCODE_ENTER:
    case KEYCODE_SPACE:
    case KEYCODE_SELECT:
        act(ui, app);
        return true;
    case KEYCODE_LEFT:
        towards(ui, -1, 0);
        return true;
    case KEYCODE_RIGHT:
        towards(ui, 1, 0);
        return true;
    case KEYCODE_UP:
        towards(ui, 0, -1);
        return true;
    case KEYCODE_DOWN:
        towards(ui, 0, 1);
        return true;
    case KEYCODE_NONE:
    case KEYCODE_ESCAPE:
    case KEYCODE_HOME:
    case KEYCODE_END:
    case KEYCODE_BACKSPACE:
    case KEYCODE_DELETE:
    case KEYCODE_COUNT:
        break;
    }
    return false;
}
