/* The state of one finger, the first: a palm or a second hand that joins it is ignored. How wide a
 * touch is is not known here. Times come from the events themselves, never from the frame. */
#include "ui/pointer.h"

#include <stdlib.h>

enum {
    DEBOUNCE_MS = 80,      /* a second touch there so soon is the same one */
    REPEAT_DELAY_MS = 600, /* design, section 5: backspace */
    REPEAT_MS = 120
};
static const float thumb_mm = 3.5f; /* a thumb rolls this far without meaning to move */

Rect pointer_area(const Ui *ui, const Node *node) {
    int reach = look_px(&ui->look, node->box.reach), edge = look_px(&ui->look, node->box.edge_h);
    Rect area = rect_inset(node->at, -reach);
    area.h += edge > reach ? edge - reach : 0; /* the edge lies within a longer reach */
    return area;
}

static int64_t distance2(Rect at, int x, int y) {
    int dx = x < at.x ? at.x - x : x >= at.x + at.w ? x - (at.x + at.w - 1) : 0;
    int dy = y < at.y ? at.y - y : y >= at.y + at.h ? y - (at.y + at.h - 1) : 0;
    return (int64_t)dx * dx + (int64_t)dy * dy;
}

static bool is_in(const Ui *ui, int index, int box) {
    while (index > box) {
        index = ui->nodes[index].parent;
    }
    return index == box;
}

/* Among keys no touch is lost, neither between them nor beside a row. */
static Node *nearest_in_tray(Ui *ui, int x, int y) {
    int tray = ui->count - 1;
    while (tray >= 0 && !(ui->nodes[tray].box.nearest && rect_has(ui->nodes[tray].at, x, y))) {
        tray--;
    }
    Node *best = NULL;
    int64_t least = INT64_MAX;
    for (int i = tray + 1; tray >= 0 && i < ui->count; i++) {
        Node *node = &ui->nodes[i];
        int64_t away = distance2(pointer_area(ui, node), x, y);
        if (node_acts(node) && is_in(ui, i, tray) && away < least) {
            least = away;
            best = node;
        }
    }
    return best;
}

Node *pointer_hit(Ui *ui, int x, int y) {
    Node *key = nearest_in_tray(ui, x, y);
    if (key) {
        return key;
    }
    for (int i = ui->count - 1; i >= 0; i--) {
        Node *node = &ui->nodes[i];
        if (!node_acts(node)) {
            continue;
        }
        if (rect_has(pointer_area(ui, node), x, y) && rect_has(node->clip, x, y)) {
            return node;
        }
    }
    return NULL;
}

static Scroll *scroll_under(Ui *ui, int x, int y) {
    for (int i = ui->count - 1; i >= 0; i--) {
        Node *node = &ui->nodes[i];
        if (node->box.scroll && rect_has(node->at, x, y) && node->content_h > node->at.h) {
            for (int s = 0; s < UI_SCROLLS; s++) {
                if (ui->scrolls[s].id == node->id) {
                    return &ui->scrolls[s];
                }
            }
        }
    }
    return NULL;
}

static Scroll *dragged(Ui *ui) {
    for (int s = 0; s < UI_SCROLLS && ui->touch.scroll; s++) {
        if (ui->scrolls[s].id == ui->touch.scroll) {
            return &ui->scrolls[s];
        }
    }
    return NULL;
}

static int thumb(const Ui *ui) {
    return (int)(thumb_mm * ui->look.mm);
}

/* Where it just was: elsewhere it is another key, by somebody quick or on a machine that is slow to
 * read what was touched. */
static bool is_bounce(const Ui *ui, const Input *input) {
    bool soon = ui->touch.last_up_ms > 0 && input->at_ms - ui->touch.last_up_ms < DEBOUNCE_MS;
    return soon && abs(input->x - ui->touch.x) <= thumb(ui) &&
           abs(input->y - ui->touch.y) <= thumb(ui);
}

static bool finger_down(Ui *ui, const Input *input) {
    if (ui->touch.down || is_bounce(ui, input)) {
        return false;
    }
    Node *node = pointer_hit(ui, input->x, input->y);
    if (node && ui->steady_ms > 0 && node->id == ui->last_tapped &&
        input->at_ms - ui->touch.last_up_ms < ui->steady_ms) {
        return false;
    }
    Scroll *scroll = scroll_under(ui, input->x, input->y);
    ui->touch.down = true;
    ui->touch.dragging = ui->touch.held = false;
    ui->touch.finger = input->finger;
    ui->touch.since_ms = input->at_ms;
    ui->touch.next_repeat_ms = input->at_ms + REPEAT_DELAY_MS;
    ui->touch.x = ui->touch.start_x = input->x;
    ui->touch.y = ui->touch.start_y = input->y;
    ui->touch.scroll = scroll ? scroll->id : 0;
    ui->touch.start_offset = scroll ? scroll->offset : 0;
    ui->pressed = node ? node->id : 0;
    ui->pressed_inside = node != NULL;
    ui->focus_shown = false;
    return true;
}

static void drag(Ui *ui, Scroll *scroll, int y) {
    int most = scroll->content - scroll->height;
    int offset = ui->touch.start_offset - (y - ui->touch.start_y);
    offset = offset > most ? most : offset;
    scroll->offset = offset < 0 ? 0 : offset;
}

static bool finger_move(Ui *ui, const Input *input) {
    ui->touch.x = input->x;
    ui->touch.y = input->y;
    Scroll *scroll = dragged(ui);
    if (scroll && !ui->touch.dragging && !ui->touch.held &&
        abs(input->y - ui->touch.start_y) > thumb(ui)) {
        ui->touch.dragging = true;
        ui->pressed = 0;
    }
    if (ui->touch.dragging && scroll) {
        drag(ui, scroll, input->y);
        return true;
    }
    const Node *over = pointer_hit(ui, input->x, input->y);
    bool inside = ui->pressed && over && over->id == ui->pressed;
    bool changed = inside != ui->pressed_inside;
    ui->pressed_inside = inside;
    return changed;
}

/* Leaves a whole line or control at the top. */
static void snap(Scroll *scroll) {
    int most = scroll->content - scroll->height;
    if (scroll->offset < most) {
        scroll->offset = scroll->first < most ? scroll->first : most;
    }
}

static bool finger_up(Ui *ui, App *app, const Input *input) {
    Scroll *scroll = dragged(ui);
    bool was_drag = ui->touch.dragging, was_held = ui->touch.held;
    Node *node = ui->pressed && ui->pressed_inside ? ui_find(ui, ui->pressed) : NULL;
    ui->touch.down = ui->touch.dragging = ui->touch.held = false;
    ui->touch.last_up_ms = input->at_ms;
    ui->pressed = 0;
    ui->pressed_inside = false;
    if (was_drag && scroll) {
        snap(scroll);
    } else if (node && node_acts(node) && node->box.tap && !was_held) {
        ui->last_tapped = node->id;
        ui->touch.x = input->x;
        ui->touch.y = input->y;
        node->box.tap(app, node->box.arg);
    }
    return true;
}

bool pointer_input(Ui *ui, App *app, const Input *input) {
    if (input->kind == INPUT_DOWN) {
        return finger_down(ui, input);
    }
    if (!ui->touch.down || input->finger != ui->touch.finger) {
        return false;
    }
    if (input->kind == INPUT_MOVE) {
        return finger_move(ui, input);
    }
    if (input->kind == INPUT_UP) {
        finger_move(ui, input);
        return finger_up(ui, app, input);
    }
    ui->touch.down = ui->touch.dragging = false;
    ui->pressed = 0;
    return true;
}

static Node *held_node(Ui *ui) {
    if (!ui->touch.down || !ui->pressed || !ui->pressed_inside) {
        return NULL;
    }
    Node *node = ui_find(ui, ui->pressed);
    return node && node_acts(node) ? node : NULL;
}

int64_t pointer_next(Ui *ui) {
    const Node *node = held_node(ui);
    if (!node) {
        return -1;
    }
    if (node->box.repeats) {
        return ui->touch.next_repeat_ms;
    }
    return node->box.hold && !ui->touch.held ? ui->touch.since_ms + node->box.hold_ms : -1;
}

bool pointer_tick(Ui *ui, App *app) {
    int64_t due = pointer_next(ui);
    if (due < 0 || ui->now_ms < due) {
        return false;
    }
    const Node *node = held_node(ui);
    ui->touch.held = true;
    if (node->box.repeats) {
        ui->touch.next_repeat_ms = ui->now_ms + REPEAT_MS;
        node->box.tap(app, node->box.arg);
    } else {
        node->box.hold(app, node->box.arg);
    }
    return true;
}
