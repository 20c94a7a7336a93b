/* The canvas's pixels, for the window that shows them. */
#ifndef HOST_CANVAS_PIXELS_H
#define HOST_CANVAS_PIXELS_H

#include "host/canvas.h"
#include "host/pixels.h"

/* Borrowed as long as the canvas. */
const Pixels *canvas_pixels(const Canvas *canvas);

/* As canvas_open; on the panel's own pixels, w x h without gaps, or NULL: on pixels of its own. */
Err canvas_open_on(uint32_t *panel, const CanvasOptions *options, char *why, size_t why_size,
                   Canvas **out);

/* Takes on another size or panel; all has to be drawn again. The panel's old pixels may be gone. */
void canvas_resize(Canvas *canvas, uint32_t *panel, int w, int h);

#endif
