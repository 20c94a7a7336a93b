/* Icons and pictures from assets/, drawn at the exact size and kept. Icons are masks that take any
 * colour; pictures name the theme's roles, var(--thread), and follow the theme. */
#ifndef HOST_PICTURES_H
#define HOST_PICTURES_H

#include "host/pixels.h"
#include "host/svg.h"
#include "ui/ops.h"

#include <stdbool.h>

enum { ICONS_KEPT = 128, PICTURES_KEPT = 8, ASSETS_PATH_SIZE = 512 };

typedef struct Drawing {
    uint64_t hash; /* of name, size and, for pictures, colours */
    void *pixels;  /* icons: a byte of coverage each; pictures: ARGB,
                      premultiplied. NULL: free place or no file */
    uint32_t used; /* 0: free place */
    int w, h;
} Drawing;

typedef struct Pictures {
    SvgPaint *paint;
    char assets[ASSETS_PATH_SIZE];
    Drawing icons[ICONS_KEPT], pictures[PICTURES_KEPT];
    uint32_t clock;
} Pictures;

/* False when the folder has no icons; otherwise ready for use. */
bool pictures_init(Pictures *pictures, const char *assets);
void pictures_done(Pictures *pictures);

/* Draw an OP_ICON or OP_PICTURE inside within, which lies inside op_reach and the picture. Names
 * without a file draw nothing. */
void icon_draw(Pixels *pixels, Pictures *pictures, const Op *op, Rect within);
void picture_draw(Pixels *pixels, Pictures *pictures, const Op *op, const Theme *theme,
                  Rect within);

#endif
