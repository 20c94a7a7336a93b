/* Filling and stroking paths in memory, smooth at the edges, by FreeType's rasteriser: the one that
 * draws the letters too. */
#ifndef HOST_SVG_PAINT_H
#define HOST_SVG_PAINT_H

#include "host/svg_path.h"
#include "ui/geometry.h"

#include <stdint.h>

typedef struct SvgPaint SvgPaint;

SvgPaint *svg_paint_open(void); /* never NULL */
void svg_paint_close(SvgPaint *paint);

/* Where to draw from now on: w x h pixels with their alpha in the top byte, premultiplied. */
void svg_paint_onto(SvgPaint *paint, uint32_t *pixels, int w, int h);

/* part: of the colour, 0 to 1. */
void svg_paint_fill(SvgPaint *paint, Path *path, Colour colour, float part);

/* A line of this width in px, ends and joins round. */
void svg_paint_stroke(SvgPaint *paint, Path *path, float width, Colour colour, float part);

#endif
