/* The golden thread as inline SVG. */
#ifndef TAKEAWAY_THREAD_SVG_H
#define TAKEAWAY_THREAD_SVG_H

#include "base/buf.h"

/* Four knots on a thread, each with the icon of its step. A step that has no words yet (its bit of
 * said is not set) is an open knot, and the thread to it is dotted. label says it for those who do
 * not see it; the table below has the words. */
void thread_drawing(unsigned said, const char *label, Buf *out);

/* A loose thread below the title: nothing to read. */
void thread_ornament(Buf *out);

#endif
