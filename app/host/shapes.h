/* Boxes and threads: everything that is drawn by rule rather than from a file. */
#ifndef HOST_SHAPES_H
#define HOST_SHAPES_H

#include "host/pixels.h"
#include "ui/ops.h"

/* One row of a corner: columns [from, to) have ink, of which [solid, solid_to) is full. */
typedef struct CornerRow {
    int from, solid, solid_to, to;
} CornerRow;

/* Coverage of one rounded corner, made once for each radius and stroke. */
typedef struct Corner {
    int diameter;    /* px of the whole circle, so that odd discs are round too */
    int stroke;      /* px of a ring, 0: filled */
    int size;        /* px of the mask's side */
    uint8_t *mask;   /* of the top left corner */
    CornerRow *rows; /* of the mask */
    uint32_t used;
} Corner;

enum { CORNERS_KEPT = 32 };

typedef struct Corners {
    Corner kept[CORNERS_KEPT];
    uint32_t clock;
} Corners;

void corners_done(Corners *corners); /* a zeroed one is ready for use */

/* The corner to use in a box of this size; borrowed until the next call. NULL: none is rounded. */
const Corner *corners_find(Corners *corners, Rect at, int radius, int stroke);

/* Draws an OP_BOX inside within, which lies inside op_reach and the picture. */
void box_draw(Pixels *pixels, Corners *corners, const Op *op, Rect within);

/* Draws an OP_CURVE inside within. */
void curve_draw(Pixels *pixels, const Op *op, Rect within);

#endif
