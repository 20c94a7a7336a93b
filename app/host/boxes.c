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

static CornerRow row_measure(const uint8_t *mask, int size) {
    CornerRow row = {0, 0, 0, size};
    while (row.from < size && mask[row.from] == 0) {
        row.from++;
    }
    while (row.to > row.from && mask[row.to - 1] == 0) {
        row.to--;
    }
    row.solid = row.from;
    while (row.solid < row.to && mask[row.solid] != FULL) {
        row.solid++;
    }
    row.solid_to = row.solid;
    while (row.solid_to < row.to && mask[row.solid_to] == FULL) {
        row.solid_to++;
    }
    return row;
}

static void corner_make(Corner *corner) {
    float outer = (float)corner->diameter / 2, inner = outer - (float)corner->stroke;
    for (int y = 0; y < corner->size; y++) {
        uint8_t *row = corner->mask + (size_t)y * (size_t)corner->size;
        for (int x = 0; x < corner->size; x++) {
            float distance = hypotf(outer - (float)x - 0.5F, outer - (float)y - 0.5F);
            float part = covered(distance, outer);
            if (corner->stroke > 0 && inner > 0 && x >= corner->stroke && y >= corner->stroke) {
                part -= covered(distance, inner);
            }
            row[x] = (uint8_t)lrintf(part * FULL);
        }
        corner->rows[y] = row_measure(row, corner->size);
    }
}

const Corner *corners_find(Corners *corners, Rect at, int radius, int stroke) {
    int least = at.w < at.h ? at.w : at.h;
    int diameter = 2 * radius < least ? 2 * radius : least;
    if (diameter <= 1) {
        return NULL;
    }
    Corner *oldest = corners->kept;
    corners->clock++;
    for (int i = 0; i < CORNERS_KEPT; i++) {
        Corner *corner = &corners->kept[i];
        if (corner->mask != NULL && corner->diameter == diameter && corner->stroke == stroke) {
            corner->used = corners->clock;
            return corner;
        }
        if (corner->used < oldest->used) {
            oldest = corner;
        }
    }
    int size = (diameter + 1) / 2;
    free(oldest->mask);
    free(oldest->rows);
    *oldest = (Corner){.diameter = diameter,
                       .stroke = stroke,
                       .size = size,
                       .mask = malloc((size_t)size * (size_t)size),
                       .rows = calloc((size_t)size, sizeof *oldest->rows),
                       .used = corners->clock};
    if (oldest->mask == NULL || oldest->rows == NULL) {
        abort();
    }
    corner_make(oldest);
    return oldest;
}

void corners_done(Corners *corners) {
    for (int i = 0; i < CORNERS_KEPT; i++) {
        free(corners->kept[i].mask);
        free(corners->kept[i].rows);
    }
    *corners = (Corners){0};
}

typedef struct BoxRow {
    uint32_t *pixels; /* of x = 0 */
    int from, to;     /* x: what may be drawn */
    uint32_t colour;
} BoxRow;

static void row_fill(const BoxRow *row, int from, int to) {
    if (from < row->from) {
        from = row->from;
    }
    if (to > row->to) {
        to = row->to;
    }
    pixels_fill(row->pixels + from, to - from, row->colour);
}

/* Columns [from, to) of a corner's row that begins at x, or, turned round, ends before x. */
static void row_mix(const BoxRow *row, int x, bool turned, const uint8_t *mask, int from, int to) {
    for (int i = from; i < to; i++) {
        int at = turned ? x - 1 - i : x + i;
        if (at >= row->from && at < row->to) {
            row->pixels[at] = pixel_mix(row->pixels[at], row->colour, mask[i]);
        }
    }
}

/* A corner's row, up to column size of it. */
static void row_corner(const BoxRow *row, int x, bool turned, const Corner *corner, int y,
                       int size) {
    const uint8_t *mask = corner->mask + (size_t)y * (size_t)corner->size;
    CornerRow part = corner->rows[y];
    int to = part.to < size ? part.to : size;
    int solid_to = part.solid_to < size ? part.solid_to : size;
    row_mix(row, x, turned, mask, part.from, part.solid < to ? part.solid : to);
    if (turned) {
        row_fill(row, x - solid_to, x - part.solid);
    } else {
        row_fill(row, x + part.solid, x + solid_to);
    }
    row_mix(row, x, turned, mask, part.solid_to, to);
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

static bool inside(Rect rect, Rect outer) {
    Rect both = rect_meet(rect, outer);
    return both.w == rect.w && both.h == rect.h;
}

void box_draw(Pixels *pixels, Corners *corners, const Op *op, Rect within) {
    Rect at = op->at;
    int stroke = op->as.box.stroke;
    const Corner *corner =
        op->as.box.corners == 0 ? NULL : corners_find(corners, at, op->as.box.radius, stroke);
    int near = corner == NULL ? 0 : corner->size;                   /* left and top */
    int far = corner == NULL ? 0 : corner->diameter - corner->size; /* right and bottom */
    if (stroke > 0 && inside(within, rect_inset(at, near > stroke ? near : stroke))) {
        return;
    }
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
            int part = top ? down : up;
            if (left) {
                row_corner(&row, at.x, false, corner, part, near);
            }
            if (right) {
                row_corner(&row, at.x + at.w, true, corner, part, far);
            }
        }
        row_straight(&row, from, to, at, stroke, solid);
    }
}
