/* Rectangles with round corners, filled or as a ring, row by row.
 *
 * A row has three parts: the left corner's, the middle and the right corner's. Owns the corner
 * masks; never touches a pixel outside the rectangle it was given. */
#include "host/shapes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FULL = 255 };

/* How much of the pixel whose centre is this far from the middle lies in a circle. */
static float covered(float distance, float radius) {
    float part = radius - distance + 0.5F;
    return part < 0 ? 0 : part > 1 ? 1 : part;
}

static void corner_make(Corner *corner) {
    float outer = (float)corner->diameter / 2, inner = outer - (float)corner->stroke;
    for (int y = 0; y < corner->size; y++) {
        for (int x = 0; x < corner->size; x++) {
            float distance = hypotf(outer - (float)x - 0.5F, outer - (float)y - 0.5F);
            float part = covered(distance, outer);
            if (corner->stroke > 0 && inner > 0 && x >= corner->stroke && y >= corner->stroke)
                part -= covered(distance, inner);
            corner->mask[y * corner->size + x] = (uint8_t)lrintf(part * FULL);
        }
    }
}

const Corner *corners_find(Corners *corners, Rect at, int radius, int stroke) {
    int least = at.w < at.h ? at.w : at.h;
    int diameter = 2 * radius < least ? 2 * radius : least;
    if (diameter <= 1)
        return NULL;
    Corner *oldest = corners->kept;
    corners->clock++;
    for (int i = 0; i < CORNERS_KEPT; i++) {
        Corner *corner = &corners->kept[i];
        if (corner->mask != NULL && corner->diameter == diameter && corner->stroke == stroke) {
            corner->used = corners->clock;
            return corner;
        }
        if (corner->used < oldest->used)
            oldest = corner;
    }
    int size = (diameter + 1) / 2;
    uint8_t *mask = realloc(oldest->mask, (size_t)size * (size_t)size);
    if (mask == NULL)
        abort();
    *oldest = (Corner){diameter, stroke, size, mask, corners->clock};
    corner_make(oldest);
    return oldest;
}

void corners_done(Corners *corners) {
    for (int i = 0; i < CORNERS_KEPT; i++)
        free(corners->kept[i].mask);
    *corners = (Corners){0};
}

typedef struct BoxRow {
    uint32_t *pixels; /* of x = 0 */
    int from, to;     /* x: what may be drawn */
    uint32_t colour;
} BoxRow;

static void row_fill(const BoxRow *row, int from, int to) {
    if (from < row->from)
        from = row->from;
    if (to > row->to)
        to = row->to;
    pixels_fill(row->pixels + from, to - from, row->colour);
}

/* A corner's row, as it is or turned round. */
static void row_corner(const BoxRow *row, int x, const uint8_t *mask, int n, bool turned) {
    for (int i = 0; i < n; i++) {
        uint8_t part = mask[turned ? n - 1 - i : i];
        if (part != 0 && x + i >= row->from && x + i < row->to)
            row->pixels[x + i] = pixel_mix(row->pixels[x + i], row->colour, part);
    }
}

/* The columns from..to of a row without a round corner there: solid, or a ring's upright stroke
 * where one runs (left_edge, right_edge are the box's own edges). */
static void row_straight(const BoxRow *row, int from, int to, Rect at, int stroke, bool solid) {
    if (solid) {
        row_fill(row, from, to);
        return;
    }
    row_fill(row, from, to < at.x + stroke ? to : at.x + stroke);
    row_fill(row, from > at.x + at.w - stroke ? from : at.x + at.w - stroke, to);
}

void box_draw(Pixels *pixels, Corners *corners, const Op *op, Rect within) {
    Rect at = op->at;
    int stroke = op->as.box.stroke;
    const Corner *corner =
        op->as.box.corners == 0 ? NULL : corners_find(corners, at, op->as.box.radius, stroke);
    int near = corner == NULL ? 0 : corner->size;                   /* left and top */
    int far = corner == NULL ? 0 : corner->diameter - corner->size; /* right and bottom */
    for (int y = within.y; y < within.y + within.h; y++) {
        BoxRow row = {pixels_row(pixels, 0, y), within.x, within.x + within.w,
                      pixel_of(op->colour)};
        int down = y - at.y, up = at.y + at.h - 1 - y;
        bool solid = stroke == 0 || down < stroke || up < stroke;
        bool top = down < near, bottom = !top && up < far;
        uint8_t round = op->as.box.corners;
        bool left = (top && round & CORNER_TOP_LEFT) || (bottom && round & CORNER_BOTTOM_LEFT);
        bool right = (top && round & CORNER_TOP_RIGHT) || (bottom && round & CORNER_BOTTOM_RIGHT);
        int from = left ? at.x + near : at.x;
        int to = right ? at.x + at.w - far : at.x + at.w;
        if (left || right) {
            const uint8_t *mask = corner->mask + (top ? down : up) * corner->size;
            if (left)
                row_corner(&row, at.x, mask, near, false);
            if (right)
                row_corner(&row, to, mask, far, true);
        }
        row_straight(&row, from, to, at, stroke, solid);
    }
}
