/* The family's words as text of a page or of a document: markup in them stays words. */
#ifndef TAKEAWAY_ESCAPE_H
#define TAKEAWAY_ESCAPE_H

#include "base/buf.h"

/* Adds text with & < > " ' written as entities, for HTML and XML, in text and in quoted
 * attributes. What neither may hold (controls, direction marks, bytes that are no UTF-8) is left
 * out. Each line break becomes line_break. */
void escape_text(const char *text, const char *line_break, Buf *out);

#endif
