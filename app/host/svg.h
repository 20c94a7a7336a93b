/* The drawings in assets/: the few kinds of SVG that they are made of.
 *
 * Elements g, path, rect, circle; attributes fill, stroke, stroke-width, opacity, transform (one
 * translate or rotate). Colours are #RRGGBB, none or a role of the theme, var(--thread). Ends and
 * joins of lines are round. Everything else is passed over. */
#ifndef HOST_SVG_H
#define HOST_SVG_H

#include "host/svg_paint.h"
#include "ui/theme.h"

#include <stdbool.h>

/* Draws svg, a whole file, onto w x h clear pixels (alpha in the top byte, premultiplied): covering
 * them if it says 'slice', else fitting inside. False: it is no drawing. */
bool svg_draw(SvgPaint *paint, const char *svg, const Theme *theme, int w, int h, uint32_t *pixels);

#endif
