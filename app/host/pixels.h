/* The picture in memory: one 32-bit number a pixel (0x00RRGGBB), and the few ways to put colour on
 * it. All drawing ends here. Nothing here clips: callers stay inside the picture. */
#ifndef HOST_PIXELS_H
#define HOST_PIXELS_H

#include "ui/geometry.h"

#include <stddef.h>
#include <stdint.h>

typedef struct Pixels {
    uint32_t *at;
    int w, h; /* px; rows follow each other without a gap */
} Pixels;

static inline uint32_t pixel_of(Colour c) {
    return (uint32_t)c.r << 16 | (uint32_t)c.g << 8 | c.b;
}

static inline uint32_t *pixels_row(const Pixels *pixels, int x, int y) {
    return pixels->at + (size_t)y * (size_t)pixels->w + x;
}

/* One pixel part of the way (0 to 255) from under to over. */
static inline uint32_t pixel_mix(uint32_t under, uint32_t over, unsigned part) {
    part += part >> 7; /* 255 -> 256: full is exact */
    uint32_t rest = 256 - part;
    uint32_t rb = ((under & 0xFF00FF) * rest + (over & 0xFF00FF) * part) >> 8 & 0xFF00FF;
    uint32_t g = ((under & 0x00FF00) * rest + (over & 0x00FF00) * part) >> 8 & 0x00FF00;
    return rb | g;
}

/* n pixels of one colour. */
void pixels_fill(uint32_t *row, int n, uint32_t colour);

/* n pixels of one colour through a mask: 0 leaves, 255 covers. */
void pixels_mask(uint32_t *row, const uint8_t *mask, int n, uint32_t colour);

/* All the steps from one colour of the ground to one of the ink, since text has few such pairs. */
typedef struct Steps {
    uint32_t ground, ink;
    uint32_t at[256]; /* by coverage */
} Steps;

void steps_make(Steps *steps, uint32_t ground, uint32_t ink);

/* As pixels_mask, only quicker where the ground is the one that the steps start from. */
void pixels_ink(uint32_t *row, const uint8_t *mask, int n, const Steps *steps);

/* All four bytes of a pixel times part of 256. */
static inline uint32_t pixel_scale(uint32_t pixel, unsigned part) {
    uint32_t rb = (pixel & 0xFF00FF) * part >> 8 & 0xFF00FF;
    uint32_t ag = (pixel >> 8 & 0xFF00FF) * part & 0xFF00FF00;
    return rb | ag;
}

/* One pixel part of 256 of the way from under to over, with their alphas, premultiplied. Both that
 * cover give one that does. */
static inline uint32_t pixel_between(uint32_t under, uint32_t over, unsigned part) {
    uint32_t rest = 256 - part;
    uint32_t rb = ((under & 0xFF00FF) * rest + (over & 0xFF00FF) * part) >> 8 & 0xFF00FF;
    uint32_t ag = ((under >> 8 & 0xFF00FF) * rest + (over >> 8 & 0xFF00FF) * part) & 0xFF00FF00;
    return rb | ag;
}

/* n pixels of a picture with its alpha in the top byte, premultiplied. */
void pixels_blend(uint32_t *row, const uint32_t *argb, int n);

#endif
