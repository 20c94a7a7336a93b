/* A page as it is read aloud: its heading, texts, cards and choices in the order in which they are
 * declared, a sentence at a time, and at last the name of the next step. The ways out in header and
 * footer are left out, and so is what is secret.
 *
 * Made of the last frame's nodes each time anew: nothing is kept but the place in it. */
#ifndef UI_READING_H
#define UI_READING_H

#include "ui/node.h"

/* The nth thing that is said, from 0; false behind the last. Its words are this frame's text. */
bool reading_at(Ui *ui, int n, Spoken *out);

/* Brings it into sight: it stands at the head of the page when it was not to be seen whole. */
void reading_show(Ui *ui, const Spoken *spoken);

/* The bytes of a text (of its joined runs) that are being read in this frame; false: none. */
bool reading_marks(const Ui *ui, int index, int *from, int *end);

/* The part of a piece of a text between two of its bytes; of no length: none of it. */
Piece reading_part(const Ui *ui, const Node *node, const Piece *piece, int from, int end);

#endif
