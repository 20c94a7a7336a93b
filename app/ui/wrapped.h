/* How texts were wrapped before: most of a page is the same from frame to frame, and finding its
 * words and measuring them costs more than all the rest of its layout.
 *
 * Kept are numbers, by a hash of all that they depend on; never a text. */
#ifndef UI_WRAPPED_H
#define UI_WRAPPED_H

#include "ui/node.h"

Wrapped *wrapped_new(void);
void wrapped_free(Wrapped *wrapped); /* NULL is fine */
void wrapped_forget(Wrapped *wrapped);

/* Gives a text the widths it was measured to have; false when it has to be measured. */
bool wrapped_widths(Ui *ui, Node *node);
void wrapped_keep_widths(Ui *ui, const Node *node);

/* Gives a text of which wrapped_widths was asked in this frame its pieces; false when it has to be
 * wrapped. */
bool wrapped_pieces(Ui *ui, Node *node, int width);
void wrapped_keep_pieces(Ui *ui, const Node *node, int width);

#endif
