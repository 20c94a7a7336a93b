/* Inside the measuring only: what its three files share. */
#ifndef TESTS_SCREENS_MEASURE_PARTS_H
#define TESTS_SCREENS_MEASURE_PARTS_H

#include "measure.h"
#include "ui/dump.h"

typedef struct Measure {
    App *app;
    Ui *ui;
    Tell *tell;
    void *user;
    double mm_x, mm_y;   /* of a px */
    bool said[UI_NODES]; /* out of bounds already: what is in it is so too */
} Measure;

enum { ROUNDING_PX = 2 };

void say_breach(Measure *m, Breach kind, const Node *node, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* measure_hands.c: targets, focus order, ways out, pages that scroll. */
void check_hands(Measure *m, bool locked);
/* measure_eyes.c: letters, contrast, lines and names of one node. */
void check_eyes(Measure *m, int index);

/* A rectangle that goes beyond another, across or along the page. */
bool sticks_out(Rect inner, Rect outer, bool across, bool along);
/* True in a field that is being typed in: it shows the end of its text, the rest goes off. */
bool rolls(const Ui *ui, int index);
/* Where a text's letters are: its lines less the air above capitals and, without tails, below. */
Rect ink_of(const Ui *ui, const Node *node);

static inline bool is_control(const Node *node) {
    return node->kind == KIND_BOX && node_acts(node);
}

static inline bool is_inside(const Ui *ui, int index, int ancestor) {
    for (int i = ui->nodes[index].parent; i >= 0; i = ui->nodes[i].parent) {
        if (i == ancestor) {
            return true;
        }
    }
    return false;
}

/* The control around a node, or -1. */
static inline int control_around(const Ui *ui, int index) {
    for (int i = ui->nodes[index].parent; i >= 0; i = ui->nodes[i].parent) {
        if (is_control(&ui->nodes[i])) {
            return i;
        }
    }
    return -1;
}

static inline int scroll_around(const Ui *ui, int index) {
    for (int i = ui->nodes[index].parent; i >= 0; i = ui->nodes[i].parent) {
        if (ui->nodes[i].box.scroll) {
            return i;
        }
    }
    return -1;
}

static inline bool empty_text(const Node *node) {
    return node->kind == KIND_TEXT && node->piece_count == 0;
}

static inline Rect seen(const Node *node) {
    return rect_meet(node->at, node->clip);
}

static inline bool small_panel(const Measure *m) {
    return m->ui->look.panel.w == 800;
}

/* The same one mounted upright. */
static inline bool slim_panel(const Measure *m) {
    return m->ui->look.panel.w == 480;
}

#endif
