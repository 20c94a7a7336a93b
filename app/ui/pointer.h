/* Touch: from inputs to taps, drags and holds on the last declared nodes.
 *
 * Press shows at once; acts on release inside; sliding off cancels; a drag of more than a thumb's
 * wobble scrolls; one finger at a time; palms are ignored. */
#ifndef UI_POINTER_H
#define UI_POINTER_H

#include "ui/input.h"
#include "ui/node.h"

/* Handles a pointer input; may run a node's tap. True when the frame must be declared again. */
bool pointer_input(Ui *ui, App *app, const Input *input);

/* Holding and repeating: runs what is due; true when something ran. */
bool pointer_tick(Ui *ui, App *app);

/* When pointer_tick has next to be called; -1: not at all. */
int64_t pointer_next(Ui *ui);

/* Where a touch counts as one on the node: its face with the edge below, or its reach. */
Rect pointer_area(const Ui *ui, const Node *node);

/* The topmost node that acts at a point, among keys the nearest; NULL: none. */
Node *pointer_hit(Ui *ui, int x, int y);

#endif
