/* The canvas's pixels, for the window that shows them. */
#ifndef HOST_CANVAS_PIXELS_H
#define HOST_CANVAS_PIXELS_H

#include "host/canvas.h"
#include "host/pixels.h"

/* Borrowed as long as the canvas. */
const Pixels *canvas_pixels(const Canvas *canvas);

/* Takes on another size; the picture is black until it is drawn again. */
void canvas_resize(Canvas *canvas, int w, int h);

#endif
