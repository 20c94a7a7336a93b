/* Drawing commands: all that a frame looks like, as values. The interface makes them from the laid
 * out nodes (paint.c); the host draws them; damage.c compares two frames of them.
 *
 * Texts and names are borrowed until the next frame. Later ops lie above earlier ones. */
#ifndef UI_OPS_H
#define UI_OPS_H

#include "ui/fonts.h"
#include "ui/geometry.h"

typedef enum OpKind {
    OP_BOX,     /* a rectangle, corners rounded, filled or as a ring */
    OP_TEXT,    /* one line of text */
    OP_ICON,    /* assets/icons/NAME.svg in one colour, filling at */
    OP_PICTURE, /* assets/pictures/NAME.svg in the theme's colours, covering at ('slice') */
    OP_CURVE    /* a thread: cubic curve with round ends */
} OpKind;

enum {
    CORNER_TOP_LEFT = 1,
    CORNER_TOP_RIGHT = 2,
    CORNER_BOTTOM_LEFT = 4,
    CORNER_BOTTOM_RIGHT = 8,
    CORNERS_TOP = 3,
    CORNERS_ALL = 15
};

typedef struct Op {
    OpKind kind;
    Rect at;   /* where it draws; for text: the line box; for curves: the bounds with the width */
    Rect clip; /* nothing outside is drawn */
    Colour colour;
    union {
        struct {
            int radius;      /* px */
            int stroke;      /* px of a ring; 0: filled */
            uint8_t corners; /* which are rounded */
        } box;
        struct {
            const char *text;
            int len;
            Font font;
            int baseline;  /* y in px */
            Colour ground; /* what is behind: text may be drawn opaque on it */
        } text;
        const char *name; /* icon */
        struct {
            const char *name; /* in the same place as an icon's */
            int radius;       /* px: corners cut off, so that it fits into a card */
            uint8_t corners;
        } picture;
        struct {
            float x0, y0, x1, y1, x2, y2, x3, y3, width; /* px */
        } curve;
    } as;
} Op;

/* All the pixels an op may touch. Letters can reach a little out of their line: a tail below, the
 * hook of a first j to the left. */
static inline Rect op_reach(const Op *op) {
    Rect at = op->at;
    if (op->kind == OP_TEXT) {
        at = rect_inset(at, -(op->as.text.font.px / 4));
    }
    return rect_meet(at, op->clip);
}

/* The pixels that an op fills evenly: nothing below is seen there. */
static inline Rect op_solid(const Op *op) {
    if (op->kind != OP_BOX || op->as.box.stroke > 0) {
        return (Rect){0, 0, 0, 0};
    }
    Rect whole = op->at;
    if (op->as.box.corners != 0) { /* the middle band, free of corners */
        whole.y += op->as.box.radius;
        whole.h -= 2 * op->as.box.radius;
    }
    return rect_meet(whole, op->clip);
}

#endif
