/* Layout: four plain loops over the node array, no recursion, no repetition.
 *
 * Nodes lie in declaration order, so a backward loop meets children before their parents and a
 * forward loop parents before children: (1) backward: least and best widths; (2) forward: give
 * widths; (3) backward: wrap texts, best heights; (4) forward: give heights and places. */
#include "ui/node.h"

#include <assert.h>
#include <string.h>

typedef struct Inner { /* a box's padding in px */
    int l, t, r, b, gap;
} Inner;

static int px(const Ui *ui, float u) {
    return look_px(&ui->look, u);
}

static Inner inner(const Ui *ui, const Node *node) {
    const Box *box = &node->box;
    return (Inner){px(ui, box->pad.l), px(ui, box->pad.t), px(ui, box->pad.r), px(ui, box->pad.b),
                   px(ui, box->gap)};
}

static int largest(int a, int b) {
    return a > b ? a : b;
}

static int limited(const Ui *ui, const Size *size, int value) {
    value = largest(value, px(ui, size->least));
    if (size->most > 0 && value > px(ui, size->most)) {
        value = px(ui, size->most);
    }
    return value;
}

/* Children that take room, one after the other; -1 at the end. */
static int room_taker(const Ui *ui, int index) {
    while (index >= 0 && ui->nodes[index].floating) {
        index = ui->nodes[index].next;
    }
    return index;
}

#define EACH_CHILD(ui_, node_, i_)                                                                 \
    for (int i_ = room_taker(ui_, (node_)->first); i_ >= 0;                                        \
         i_ = room_taker(ui_, (ui_)->nodes[i_].next))

static int count_children(const Ui *ui, const Node *node) {
    int count = 0;
    EACH_CHILD(ui, node, i) {
        count++;
    }
    return count;
}

static void measure_box_width(const Ui *ui, Node *node) {
    Inner in = inner(ui, node);
    int best = 0, least = 0, count = 0;
    EACH_CHILD(ui, node, i) {
        const Node *child = &ui->nodes[i];
        count++;
        if (node->box.axis == ROW) {
            best += child->best_w;
            least += child->least_w;
        } else if (node->box.axis == FLOW) {
            best += child->best_w;
            least = largest(least, child->least_w);
        } else {
            best = largest(best, child->best_w);
            least = largest(least, child->least_w);
        }
    }
    int gaps = count > 1 ? (count - 1) * in.gap : 0;
    if (node->box.axis == GRID) {
        int columns = node->box.columns;
        best = best * columns + (columns - 1) * in.gap;
        least = least * columns + (columns - 1) * in.gap;
        gaps = 0;
    }
    node->best_w =
        best + in.l + in.r + (node->box.axis == ROW || node->box.axis == FLOW ? gaps : 0);
    node->least_w = least + in.l + in.r + (node->box.axis == ROW ? gaps : 0);
}

static void measure_widths(Ui *ui) {
    for (int i = ui->count - 1; i >= 0; i--) {
        Node *node = &ui->nodes[i];
        if (node->kind == KIND_TEXT) {
            text_measure(ui, node);
        } else {
            measure_box_width(ui, node);
        }
        const Size *w = &node->box.w;
        if (w->kind == SIZE_FIXED) {
            node->best_w = node->least_w = px(ui, w->n);
        }
        node->best_w = limited(ui, w, node->best_w);
        node->least_w = largest(node->least_w, px(ui, w->least));
        if (w->most > 0 && node->least_w > node->best_w) {
            node->least_w = node->best_w;
        }
    }
}

/* The least that a child of a row takes: firm ones all they want, unless the row is tight. */
static int floor_w(const Node *child, bool tight) {
    return child->box.firm && !tight ? child->best_w : child->least_w;
}

/* Even firm children have to wrap their words, or the row would grow wider than its room. */
static bool is_tight(const Ui *ui, const Node *node, int room) {
    int wanted = 0;
    EACH_CHILD(ui, node, i) {
        const Node *child = &ui->nodes[i];
        wanted += child->box.w.kind == SIZE_SHARE ? (int)((float)room * child->box.w.n)
                                                  : floor_w(child, false);
    }
    return wanted > room;
}

/* Along a row: fixed and fitting children take what they want, growing ones share the rest; when
 * there is too little, fitting children give way down to their least width. */
static void share_row(Ui *ui, Node *node, int room) {
    Inner in = inner(ui, node);
    int count = count_children(ui, node);
    room -= count > 1 ? (count - 1) * in.gap : 0;
    float weights = 0;
    int wanted = 0, slack = 0;
    bool tight = is_tight(ui, node, room);
    EACH_CHILD(ui, node, i) {
        Node *child = &ui->nodes[i];
        const Size *w = &child->box.w;
        if (w->kind == SIZE_GROW) {
            weights += w->n;
            wanted += floor_w(child, tight);
            child->at.w = floor_w(child, tight);
            continue;
        }
        child->at.w = w->kind == SIZE_SHARE ? (int)((float)room * w->n) : child->best_w;
        wanted += child->at.w;
        slack += child->at.w - floor_w(child, tight);
    }
    int missing = wanted - room;
    EACH_CHILD(ui, node, i) {
        Node *child = &ui->nodes[i];
        int give = child->at.w - floor_w(child, tight);
        if (missing > 0 && slack > 0 && give > 0 && child->box.w.kind != SIZE_GROW) {
            int take = (int)(((int64_t)missing * give + slack - 1) / slack);
            child->at.w -= take < give ? take : give;
        }
    }
    /* Growing children: shares of what the others left, but never under their least width. */
    int left = room;
    EACH_CHILD(ui, node, i) {
        left -= ui->nodes[i].box.w.kind == SIZE_GROW ? 0 : ui->nodes[i].at.w;
    }
    bool pinned[UI_NODES / 8] = {false};
    for (bool again = weights > 0; again;) {
        again = false;
        int place = 0;
        EACH_CHILD(ui, node, i) {
            Node *child = &ui->nodes[i];
            assert(place < (int)(sizeof pinned / sizeof pinned[0]));
            if (child->box.w.kind == SIZE_GROW && !pinned[place]) {
                int share = left > 0 ? (int)((float)left * child->box.w.n / weights) : 0;
                if (share < floor_w(child, tight)) {
                    pinned[place] = again = true;
                    child->at.w = floor_w(child, tight);
                    left -= child->at.w;
                    weights -= child->box.w.n;
                    break;
                }
                child->at.w = limited(ui, &child->box.w, share);
            }
            place++;
        }
    }
}

static void give_widths(Ui *ui) {
    ui->nodes[0].at.w = ui->look.panel.w;
    for (int i = 0; i < ui->count; i++) {
        Node *node = &ui->nodes[i];
        if (node->kind != KIND_BOX || node->first < 0) {
            continue;
        }
        Inner in = inner(ui, node);
        int room = node->at.w - in.l - in.r;
        if (node->box.axis == ROW) {
            share_row(ui, node, room);
            continue;
        }
        int columns = node->box.axis == GRID ? node->box.columns : 1;
        int cell = (room - (columns - 1) * in.gap) / columns;
        EACH_CHILD(ui, node, c) {
            Node *child = &ui->nodes[c];
            const Size *w = &child->box.w;
            bool stretch = node->box.axis != FLOW &&
                           (w->kind == SIZE_GROW ||
                            (w->kind == SIZE_AUTO && node->box.align == ALIGN_STRETCH));
            int width = w->kind == SIZE_FIXED   ? px(ui, w->n)
                        : w->kind == SIZE_SHARE ? (int)((float)cell * w->n)
                        : stretch               ? cell
                        : child->best_w < cell  ? child->best_w
                                                : cell;
            child->at.w = limited(ui, w, width);
            if (w->most <= 0 && child->at.w > cell && w->kind != SIZE_FIXED) {
                child->at.w = cell;
            }
        }
    }
}

/* Lines of a flow: the children that fit beside each other. Calls place for each child. */
static int flow(const Ui *ui, const Node *node, int width,
                void (*place)(Node *child, int x, int y, int row_h)) {
    Inner in = inner(ui, node);
    int x = 0, y = 0, row_h = 0;
    int row_gap = node->box.row_gap > 0 ? px(ui, node->box.row_gap) : in.gap;
    EACH_CHILD(ui, node, i) {
        Node *child = &ui->nodes[i];
        if (x > 0 && x + child->at.w > width) {
            x = 0;
            y += row_h + row_gap;
            row_h = 0;
        }
        row_h = largest(row_h, child->best_h);
        if (place) {
            place(child, x, y, row_h);
        }
        x += child->at.w + in.gap;
    }
    return y + row_h;
}

static int grid_height(const Ui *ui, const Node *node, int gap) {
    int total = 0, row_h = 0, column = 0;
    EACH_CHILD(ui, node, i) {
        if (column == node->box.columns) {
            total += row_h + gap;
            row_h = column = 0;
        }
        row_h = largest(row_h, ui->nodes[i].best_h);
        column++;
    }
    return total + row_h;
}

/* Content that scrolls or is cut off may be higher than its box: it asks for no room. */
static bool gives_way(const Node *node) {
    return node->box.scroll || (node->box.clip && node->box.h.kind == SIZE_GROW);
}

static void measure_box_height(const Ui *ui, Node *node) {
    Inner in = inner(ui, node);
    int best = 0, count = 0;
    if (node->box.axis == GRID) {
        best = grid_height(ui, node, in.gap);
    } else if (node->box.axis == FLOW) {
        best = flow(ui, node, node->at.w - in.l - in.r, NULL);
    } else {
        EACH_CHILD(ui, node, i) {
            int h = ui->nodes[i].best_h;
            best = node->box.axis == COLUMN ? best + h : largest(best, h);
            count++;
        }
        best += node->box.axis == COLUMN && count > 1 ? (count - 1) * in.gap : 0;
    }
    node->content_h = best + in.t + in.b;
    node->best_h = gives_way(node) ? 0 : node->content_h;
}

/* What is touched is never lower than a finger needs, whatever a panel's pixels are. Keys have
 * figures of their own. */
static int target_height(const Ui *ui, const Node *node) {
    const float target_mm = 13;
    if (!node_acts(node) || node->box.role == NODE_KEY) {
        return 0;
    }
    return (int)(target_mm * ui->look.mm_high) - px(ui, node->box.edge_h);
}

static void measure_heights(Ui *ui) {
    for (int i = ui->count - 1; i >= 0; i--) {
        Node *node = &ui->nodes[i];
        if (node->kind == KIND_TEXT) {
            text_wrap(ui, node, node->at.w);
            node->best_h = node->line_count * look_line(&ui->look, node->text.style);
        } else {
            measure_box_height(ui, node);
        }
        if (node->box.h.kind == SIZE_FIXED) {
            node->best_h = px(ui, node->box.h.n);
        }
        node->best_h = limited(ui, &node->box.h, node->best_h);
        node->best_h = largest(node->best_h, target_height(ui, node));
    }
}

static int aligned(Align align, int room, int size) {
    return align == ALIGN_CENTRE ? (room - size) / 2 : align == ALIGN_END ? room - size : 0;
}

static int cross_height(const Ui *ui, const Node *parent, const Node *child, int room) {
    const Size *h = &child->box.h;
    if (h->kind == SIZE_SHARE) {
        return (int)((float)room * h->n);
    }
    bool stretch =
        h->kind == SIZE_GROW ||
        (h->kind == SIZE_AUTO && parent->box.align == ALIGN_STRETCH && child->kind != KIND_TEXT);
    return stretch ? limited(ui, h, room) : child->best_h;
}

static void place_row(Ui *ui, Node *node, Rect in, int gap) {
    int used = 0, count = 0;
    EACH_CHILD(ui, node, i) {
        used += ui->nodes[i].at.w;
        count++;
    }
    used += count > 1 ? (count - 1) * gap : 0;
    int spare = in.w - used, x = in.x;
    if (node->box.justify == JUSTIFY_CENTRE) {
        x += spare / 2;
    } else if (node->box.justify == JUSTIFY_END) {
        x += spare;
    } else if (node->box.justify == JUSTIFY_BETWEEN && count > 1 && spare > 0) {
        gap += spare / (count - 1);
    }
    EACH_CHILD(ui, node, i) {
        Node *child = &ui->nodes[i];
        child->at.h = cross_height(ui, node, child, in.h);
        Align align = child->kind == KIND_TEXT && node->box.align == ALIGN_STRETCH
                          ? ALIGN_START
                          : node->box.align;
        child->at.x = x;
        child->at.y = in.y + aligned(align, in.h, child->at.h);
        x += child->at.w + gap;
    }
}

/* Growing children share what the others leave; one that needs more than its share has what it
 * needs, and the rest share what is left. Returns the room that nobody took. */
static int share_column(Ui *ui, Node *node, int room, int gap) {
    bool pinned[UI_NODES / 8] = {false};
    float weights = 0;
    int place = 0;
    EACH_CHILD(ui, node, i) {
        Node *child = &ui->nodes[i];
        const Size *h = &child->box.h;
        assert(place < (int)(sizeof pinned / sizeof pinned[0]));
        child->at.h = h->kind == SIZE_SHARE ? (int)((float)room * h->n) : child->best_h;
        room -= place > 0 ? gap : 0;
        if (h->kind == SIZE_GROW) {
            weights += h->n;
        } else {
            room -= child->at.h;
            pinned[place] = true;
        }
        place++;
    }
    for (bool again = weights > 0; again;) {
        again = false;
        place = 0;
        int left = room;
        EACH_CHILD(ui, node, i) {
            Node *child = &ui->nodes[i];
            if (!pinned[place]) {
                int share = left > 0 ? (int)((float)left * child->box.h.n / weights) : 0;
                child->at.h = largest(share, child->best_h);
                if (share < child->best_h) {
                    pinned[place] = again = true;
                    room -= child->best_h;
                    weights -= child->box.h.n;
                    break;
                }
            }
            place++;
        }
        again = again && weights > 0;
    }
    return room;
}

static void place_column(Ui *ui, Node *node, Rect in, int gap) {
    int count = count_children(ui, node);
    float weights = 0;
    EACH_CHILD(ui, node, i) {
        weights += ui->nodes[i].box.h.kind == SIZE_GROW ? ui->nodes[i].box.h.n : 0;
    }
    int spare = share_column(ui, node, in.h, gap);
    int y = in.y;
    if (weights <= 0 && spare > 0) {
        y += node->box.justify == JUSTIFY_CENTRE ? spare / 2
             : node->box.justify == JUSTIFY_END  ? spare
                                                 : 0;
        gap += node->box.justify == JUSTIFY_BETWEEN && count > 1 ? spare / (count - 1) : 0;
    }
    if (node->box.clip && spare < 0) {
        y += spare; /* what does not fit goes off at the top: the end of a text is being typed */
    }
    EACH_CHILD(ui, node, i) {
        Node *child = &ui->nodes[i];
        child->at.x = in.x + aligned(node->box.align, in.w, child->at.w);
        child->at.y = y;
        y += child->at.h + gap;
    }
}

static void place_stack(Ui *ui, Node *node, Rect in) {
    EACH_CHILD(ui, node, i) {
        Node *child = &ui->nodes[i];
        child->at.h = cross_height(ui, node, child, in.h);
        child->at.x = in.x + aligned(node->box.align, in.w, child->at.w);
        child->at.y = in.y + aligned(node->box.align, in.h, child->at.h);
    }
}

static void place_grid(Ui *ui, Node *node, Rect in, int gap) {
    int columns = node->box.columns, rows = 0, column = 0;
    EACH_CHILD(ui, node, i) {
        rows += column == 0;
        column = (column + 1) % columns;
    }
    int spare = in.h - grid_height(ui, node, gap);
    int extra = node->box.h.kind == SIZE_GROW && rows > 0 && spare > 0 ? spare / rows : 0;
    int cell = (in.w - (columns - 1) * gap) / columns, y = in.y;
    int i = room_taker(ui, node->first);
    while (i >= 0) {
        int row_h = 0, c = 0;
        for (int j = i; j >= 0 && c < columns; j = room_taker(ui, ui->nodes[j].next), c++) {
            row_h = largest(row_h, ui->nodes[j].best_h);
        }
        row_h += extra;
        for (c = 0; i >= 0 && c < columns; i = room_taker(ui, ui->nodes[i].next), c++) {
            Node *child = &ui->nodes[i];
            child->at.x = in.x + c * (cell + gap);
            child->at.y = y;
            child->at.h = row_h;
        }
        y += row_h + gap;
    }
}

static void place_in_flow(Node *child, int x, int y, int row_h) {
    child->at.x = x;
    child->at.y = y;
    child->at.h = child->best_h < row_h ? child->best_h : row_h;
}

/* Keeps what a scroll box remembers; asks for one more declaration when it begins or ends to need
 * a 'More below'. */
static void settle_scroll(Ui *ui, Node *node) {
    Scroll *free_slot = NULL, *scroll = NULL;
    for (int i = 0; i < UI_SCROLLS && !scroll; i++) {
        if (ui->scrolls[i].id == node->id) {
            scroll = &ui->scrolls[i];
        } else if (!ui->scrolls[i].id && !free_slot) {
            free_slot = &ui->scrolls[i];
        }
    }
    if (!scroll) {
        assert(free_slot);
        scroll = free_slot;
        *scroll = (Scroll){.id = node->id};
    }
    bool needed = scroll->content > scroll->height, needs = node->content_h > node->at.h;
    bool resized = scroll->height != node->at.h;
    scroll->height = node->at.h;
    scroll->content = node->content_h;
    scroll->line = look_line(&ui->look, STYLE_BODY);
    int most = largest(0, scroll->content - scroll->height);
    if (scroll->offset > most) {
        scroll->offset = most;
        ui->settled = false;
    }
    if (needed != needs || (resized && needs)) {
        ui->settled = false;
    }
    node->scrolled = scroll->offset;
}

static void place_children(Ui *ui, Node *node) {
    Inner gaps = inner(ui, node);
    Rect in = {node->at.x + gaps.l, node->at.y + gaps.t, node->at.w - gaps.l - gaps.r,
               node->at.h - gaps.t - gaps.b};
    if (node->box.scroll) {
        settle_scroll(ui, node);
        in.y -= node->scrolled;
        in.h = largest(in.h, node->content_h - gaps.t - gaps.b);
    }
    switch (node->box.axis) {
    case ROW:
        place_row(ui, node, in, gaps.gap);
        break;
    case COLUMN:
        place_column(ui, node, in, gaps.gap);
        break;
    case STACK:
        place_stack(ui, node, in);
        break;
    case GRID:
        place_grid(ui, node, in, gaps.gap);
        break;
    case FLOW:
        flow(ui, node, in.w, place_in_flow);
        EACH_CHILD(ui, node, i) {
            ui->nodes[i].at.x += in.x;
            ui->nodes[i].at.y += in.y;
        }
        break;
    }
    bool clips = node->box.scroll || node->box.clip;
    for (int i = node->first; i >= 0; i = ui->nodes[i].next) {
        ui->nodes[i].clip = clips ? rect_meet(node->clip, node->at) : node->clip;
    }
}

void ui_layout(Ui *ui) {
    if (ui->count == 0) {
        return;
    }
    ui->settled = true;
    measure_widths(ui);
    give_widths(ui);
    measure_heights(ui);
    Rect screen = {0, 0, ui->look.panel.w, ui->look.panel.h};
    ui->nodes[0].at = ui->nodes[0].clip = screen;
    for (int i = 0; i < ui->count; i++) {
        if (ui->nodes[i].kind == KIND_BOX && ui->nodes[i].first >= 0) {
            place_children(ui, &ui->nodes[i]);
        }
    }
    ui_fold(ui);
}
