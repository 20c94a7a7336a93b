/* Owns nothing. The panel's pixel (X, Y) of a picture of w x h, turned clockwise:
 * 90: (h - 1 - y, x), 180: (w - 1 - x, h - 1 - y), 270: (y, w - 1 - x). */
#include "host/rotate.h"

#include <string.h>

Rect rotate_rect(int degrees, int w, int h, Rect rect) {
    switch (degrees) {
    case 90:
        return (Rect){h - rect.y - rect.h, rect.x, rect.h, rect.w};
    case 180:
        return (Rect){w - rect.x - rect.w, h - rect.y - rect.h, rect.w, rect.h};
    case 270:
        return (Rect){rect.y, w - rect.x - rect.w, rect.h, rect.w};
    default:
        return rect;
    }
}

void rotate_back(int degrees, int w, int h, int *x, int *y) {
    int panel_x = *x, panel_y = *y;
    switch (degrees) {
    case 90:
        *x = panel_y;
        *y = h - 1 - panel_x;
        break;
    case 180:
        *x = w - 1 - panel_x;
        *y = h - 1 - panel_y;
        break;
    case 270:
        *x = w - 1 - panel_y;
        *y = panel_x;
        break;
    default:
        break;
    }
}

void rotate_copy(int degrees, const Pixels *from, Rect rect, void *to, int pitch) {
    Rect there = rotate_rect(degrees, from->w, from->h, rect);
    for (int row = 0; row < there.h; row++) {
        uint32_t *out =
            (uint32_t *)((unsigned char *)to + (size_t)(there.y + row) * (size_t)pitch) + there.x;
        if (degrees == 0) {
            memcpy(out, pixels_row(from, rect.x, rect.y + row), (size_t)rect.w * sizeof *out);
            continue;
        }
        int x = there.x, y = there.y + row;
        rotate_back(degrees, from->w, from->h, &x, &y);
        const uint32_t *in = pixels_row(from, x, y);
        ptrdiff_t step = degrees == 180 ? -1 : degrees == 90 ? -(ptrdiff_t)from->w : from->w;
        for (int i = 0; i < there.w; i++, in += i < there.w ? step : 0) {
            out[i] = *in;
        }
    }
}
