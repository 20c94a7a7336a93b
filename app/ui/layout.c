/* Layout: four plain loops over the node array, no recursion, no repetition.
 *
 * Nodes lie in declaration order, so a backward loop meets children before their parents and a
 * forward loop parents before children: (1) backward: least and best widths; (2) forward: give
 * widths; (3) backward: wrap texts, best heights; (4) forward: give heights and places. */
#include "ui/layout_inner.h"

void ui_layout(Ui *ui) {
    if (ui->count == 0) {
        return;
    }
    ui->settled = true;
    layout_widths(ui);
    layout_heights(ui);
    Rect screen = {0, 0, ui->look.panel.w, ui->look.panel.h};
    ui->nodes[0].at = ui->nodes[0].clip = screen;
    for (int i = 0; i < ui->count; i++) {
        if (ui->nodes[i].kind == KIND_BOX && ui->nodes[i].first >= 0) {
            layout_places(ui, &ui->nodes[i]);
        }
    }
    ui_fold(ui);
}
