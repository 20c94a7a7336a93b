/* The declared nodes as JSON lines: what a person who cannot see the screen would get, with sizes
 * in px and mm. The test surface of the whole interface (`talking-points tree`). */
#ifndef UI_DUMP_H
#define UI_DUMP_H

#include "base/buf.h"
#include "ui/node.h"

/* One line a node that has a meaning: texts outside controls, controls, images with words. */
void ui_dump(Ui *ui, Buf *out);

/* What a node is called: its label, or its own text, or the texts inside it. This frame's text. */
const char *node_label(Ui *ui, const Node *node);

/* Some of a text's words, by the bytes of its joined runs, as they are said. This frame's text. */
const char *node_words(Ui *ui, const Node *node, int from, int end);

/* It is told by itself: a text outside controls, a control, an image with words. */
bool node_speaks(const Ui *ui, int index);

/* The first node that can be tapped and is called label as written; else one where case and curly
 * quotes alone differ; else one that starts with it; NULL when there is none. */
Node *ui_find_label(Ui *ui, const char *label);

/* True when the text stands somewhere on the screen, across the texts of one node. */
bool ui_shows(Ui *ui, const char *text);

#endif
