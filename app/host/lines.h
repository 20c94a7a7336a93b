/* Lines of text, shaped and drawn once and kept as masks, so that a frame that shows the same words
 * again costs next to nothing. A mask has no colour: themes share them. */
#ifndef HOST_LINES_H
#define HOST_LINES_H

#include "host/faces.h"
#include "host/pixels.h"
#include "ui/ops.h"

enum {
    LINES_SETS = 64, /* a power of two */
    LINES_WAYS = 4,
    LINES_BYTES = 3 << 20, /* of masks kept at most */
    LINES_STEPS = 8        /* pairs of ground and ink */
};

typedef struct Line {
    uint64_t hash; /* of font and text */
    uint8_t *mask; /* NULL: free place */
    int x, y;      /* px from the pen's start and the baseline to the mask */
    int w, h;
    uint32_t used;
} Line;

typedef struct Lines {
    Line kept[LINES_SETS][LINES_WAYS];
    Steps steps[LINES_STEPS];
    int next_steps; /* the place to use for the next pair */
    size_t bytes;
    uint32_t clock;
} Lines;

/* Draws an OP_TEXT inside within, which lies inside op_reach and the picture. */
void line_draw(Pixels *pixels, Lines *lines, Faces *faces, const Op *op, Rect within);

/* Wipes and forgets all; a zeroed Lines is ready for use. */
void lines_wipe(Lines *lines);

#endif
