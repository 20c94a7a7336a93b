/* Threads: a cubic curve as a chain of short straight pieces, each pixel covered by its distance
 * from the nearest. Round ends come by themselves. Owns nothing. */
#include "host/shapes.h"

#include <math.h>
#include <stdlib.h>

enum { FULL = 255, PIECE_PX = 4, PIECES_MOST = 256 };

typedef struct Point {
    float x, y;
} Point;

static Point on_curve(const Op *op, float t) {
    float s = 1 - t;
    float a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    return (Point){
        a * op->as.curve.x0 + b * op->as.curve.x1 + c * op->as.curve.x2 + d * op->as.curve.x3,
        a * op->as.curve.y0 + b * op->as.curve.y1 + c * op->as.curve.y2 + d * op->as.curve.y3};
}

/* As many pieces as the control polygon has lengths of PIECE_PX: it is never shorter. */
static int pieces_of(const Op *op) {
    float length = hypotf(op->as.curve.x1 - op->as.curve.x0, op->as.curve.y1 - op->as.curve.y0) +
                   hypotf(op->as.curve.x2 - op->as.curve.x1, op->as.curve.y2 - op->as.curve.y1) +
                   hypotf(op->as.curve.x3 - op->as.curve.x2, op->as.curve.y3 - op->as.curve.y2);
    float pieces = ceilf(length / PIECE_PX);
    return pieces < 1 ? 1 : pieces > PIECES_MOST ? PIECES_MOST : (int)pieces;
}

static float distance_to(Point a, Point b, Point p) {
    float dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    float along = length <= 0 ? 0 : ((p.x - a.x) * dx + (p.y - a.y) * dy) / length;
    along = along < 0 ? 0 : along > 1 ? 1 : along;
    return hypotf(p.x - a.x - along * dx, p.y - a.y - along * dy);
}

/* Raises the mask to what the piece from a to b covers. */
static void piece_cover(uint8_t *mask, Rect within, Point a, Point b, float half) {
    float reach = half + 1;
    Rect box = {(int)floorf(fminf(a.x, b.x) - reach), (int)floorf(fminf(a.y, b.y) - reach), 0, 0};
    box.w = (int)ceilf(fmaxf(a.x, b.x) + reach) - box.x;
    box.h = (int)ceilf(fmaxf(a.y, b.y) + reach) - box.y;
    box = rect_meet(box, within);
    for (int y = box.y; y < box.y + box.h; y++) {
        uint8_t *row = mask + (size_t)(y - within.y) * (size_t)within.w;
        for (int x = box.x; x < box.x + box.w; x++) {
            float part = half + 0.5F - distance_to(a, b, (Point){(float)x + 0.5F, (float)y + 0.5F});
            uint8_t cover = part <= 0 ? 0 : part >= 1 ? FULL : (uint8_t)lrintf(part * FULL);
            if (cover > row[x - within.x]) {
                row[x - within.x] = cover;
            }
        }
    }
}

void curve_draw(Pixels *pixels, const Op *op, Rect within) {
    uint8_t *mask = calloc((size_t)within.w, (size_t)within.h);
    if (mask == NULL) {
        abort();
    }
    int pieces = pieces_of(op);
    Point last = on_curve(op, 0);
    for (int i = 1; i <= pieces; i++) {
        Point next = on_curve(op, (float)i / (float)pieces);
        piece_cover(mask, within, last, next, op->as.curve.width / 2);
        last = next;
    }
    for (int y = 0; y < within.h; y++) {
        pixels_mask(pixels_row(pixels, within.x, within.y + y), mask + (size_t)y * (size_t)within.w,
                    within.w, pixel_of(op->colour));
    }
    free(mask);
}
