/* How wide each node is: backward what it needs at least and at best, then forward what it gets. */
#include "ui/layout_inner.h"

#include <assert.h>

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
            node->best_w = line_most(ui, node, node->best_w);
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

/* What a row has too little of is taken from those that want more than their floor, each in its
 * measure. */
static void take_back(Ui *ui, Node *node, int missing, int slack, bool tight) {
    EACH_CHILD(ui, node, i) {
        Node *child = &ui->nodes[i];
        int give = child->at.w - floor_w(child, tight);
        if (missing > 0 && slack > 0 && give > 0) {
            int take = (int)(((int64_t)missing * give + slack - 1) / slack);
            child->at.w -= take < give ? take : give;
        }
    }
}

/* Growing children get shares of what the others left, but never less than their floor. */
static void share_left(Ui *ui, Node *node, int left, bool tight) {
    bool pinned[UI_NODES / 8] = {false};
    float weights = 0;
    EACH_CHILD(ui, node, i) {
        const Node *child = &ui->nodes[i];
        bool grows = child->box.w.kind == SIZE_GROW;
        weights += grows ? child->box.w.n : 0;
        left -= grows ? 0 : child->at.w;
    }
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

/* Along a row: fixed and fitting children take what they want, growing ones share the rest; when
 * there is too little, fitting children give way down to their least width. */
static void share_row(Ui *ui, Node *node, int room) {
    int count = count_children(ui, node);
    room -= count > 1 ? (count - 1) * inner(ui, node).gap : 0;
    int wanted = 0, slack = 0;
    bool tight = is_tight(ui, node, room);
    EACH_CHILD(ui, node, i) {
        Node *child = &ui->nodes[i];
        const Size *w = &child->box.w;
        child->at.w = w->kind == SIZE_GROW    ? floor_w(child, tight)
                      : w->kind == SIZE_SHARE ? (int)((float)room * w->n)
                                              : child->best_w;
        wanted += child->at.w;
        slack += child->at.w - floor_w(child, tight); /* nothing of one that grows */
    }
    take_back(ui, node, wanted - room, slack, tight);
    share_left(ui, node, room, tight);
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

void layout_widths(Ui *ui) {
    measure_widths(ui);
    give_widths(ui);
}
