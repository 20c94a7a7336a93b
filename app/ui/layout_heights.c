/* How high each node wants to be at the width it has got: backward, children before their parents.
 */
#include "ui/layout_inner.h"

int layout_flow(const Ui *ui, const Node *node, int width,
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

int layout_grid_height(const Ui *ui, const Node *node, int gap) {
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
        best = layout_grid_height(ui, node, in.gap);
    } else if (node->box.axis == FLOW) {
        best = layout_flow(ui, node, node->at.w - in.l - in.r, NULL);
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

void layout_heights(Ui *ui) {
    for (int i = ui->count - 1; i >= 0; i--) {
        Node *node = &ui->nodes[i];
        if (node->kind == KIND_TEXT) {
            text_wrap(ui, node, line_most(ui, node, node->at.w));
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
