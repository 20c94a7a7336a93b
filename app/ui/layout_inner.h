/* What the parts of the layout share, and no other file includes. */
#ifndef UI_LAYOUT_INNER_H
#define UI_LAYOUT_INNER_H

#include "ui/node.h"

typedef struct Inner { /* a box's padding in px */
    int l, t, r, b, gap;
} Inner;

static inline int px(const Ui *ui, float u) {
    return look_px(&ui->look, u);
}

static inline Inner inner(const Ui *ui, const Node *node) {
    const Box *box = &node->box;
    return (Inner){px(ui, box->pad.l), px(ui, box->pad.t), px(ui, box->pad.r), px(ui, box->pad.b),
                   px(ui, box->gap)};
}

static inline int largest(int a, int b) {
    return a > b ? a : b;
}

static inline int limited(const Ui *ui, const Size *size, int value) {
    value = largest(value, px(ui, size->least));
    if (size->most > 0 && value > px(ui, size->most)) {
        value = px(ui, size->most);
    }
    return value;
}

/* On the widest panels a line of words ends where eyes still find the next. */
static inline int line_most(const Ui *ui, const Node *node, int width) {
    const float letters_75 = 37; /* em */
    int most = px(ui, letters_75 * look_em(&ui->look, node->text.style));
    return ui->look.template_ == TEMPLATE_WIDE && width > most ? most : width;
}

/* Children that take room, one after the other; -1 at the end. */
static inline int room_taker(const Ui *ui, int index) {
    while (index >= 0 && ui->nodes[index].floating) {
        index = ui->nodes[index].next;
    }
    return index;
}

#define EACH_CHILD(ui_, node_, i_)                                                                 \
    for (int i_ = room_taker(ui_, (node_)->first); i_ >= 0;                                        \
         i_ = room_taker(ui_, (ui_)->nodes[i_].next))

static inline int count_children(const Ui *ui, const Node *node) {
    int count = 0;
    EACH_CHILD(ui, node, i) {
        count++;
    }
    return count;
}

/* layout_widths.c: at.w of all nodes. */
void layout_widths(Ui *ui);

/* layout_heights.c: best_h of all nodes, whose widths are given. */
void layout_heights(Ui *ui);

/* Lines of a flow: the children that fit beside each other. Calls place for each child; returns
 * their height. */
int layout_flow(const Ui *ui, const Node *node, int width,
                void (*place)(Node *child, int x, int y, int row_h));

/* Of all rows of a grid, each as high as its highest cell. */
int layout_grid_height(const Ui *ui, const Node *node, int gap);

/* layout_places.c: at of the children of a box that has its own. */
void layout_places(Ui *ui, Node *node);

#endif
