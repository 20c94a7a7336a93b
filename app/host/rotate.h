/* A panel that is mounted turned: the picture is drawn upright and turned on its way to the panel;
 * touches are turned back by the same rule. Degrees count clockwise. */
#ifndef HOST_ROTATE_H
#define HOST_ROTATE_H

#include "host/pixels.h"

#include <stdbool.h>

static inline bool rotate_sideways(int degrees) {
    return degrees == 90 || degrees == 270;
}

/* Where a rectangle of an upright picture of w x h lies on the panel. */
Rect rotate_rect(int degrees, int w, int h, Rect rect);

/* From a pixel of the panel to the one of the upright picture of w x h that shows there. */
void rotate_back(int degrees, int w, int h, int *x, int *y);

/* Copies a rectangle of the upright picture to a panel's pixels, whose rows are pitch bytes. */
void rotate_copy(int degrees, const Pixels *from, Rect rect, void *to, int pitch);

#endif
