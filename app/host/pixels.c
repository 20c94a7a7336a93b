/* Putting colour on rows of pixels. Owns nothing; never clips. */
#include "host/pixels.h"

#include <string.h>
#include <wchar.h>

enum { OPAQUE = 255, FOUR = 4 };

_Static_assert(sizeof(wchar_t) == sizeof(uint32_t), "a wide character is as wide as a pixel");

void pixels_fill(uint32_t *row, int n, uint32_t colour) {
    /* The C library's wide memset is the quickest fill there is for numbers of this width. */
    if (n > 0) {
        wmemset((wchar_t *)row, (wchar_t)colour, (size_t)n);
    }
}

static inline void mask_one(uint32_t *pixel, uint8_t part, uint32_t colour) {
    if (part == OPAQUE) {
        *pixel = colour;
    } else if (part != 0) {
        *pixel = pixel_mix(*pixel, colour, part);
    }
}

void pixels_mask(uint32_t *row, const uint8_t *mask, int n, uint32_t colour) {
    for (int i = 0; i < n; i++) {
        mask_one(row + i, mask[i], colour);
    }
}

void steps_make(Steps *steps, uint32_t ground, uint32_t ink) {
    steps->ground = ground;
    steps->ink = ink;
    for (unsigned part = 0; part <= OPAQUE; part++) {
        steps->at[part] = pixel_mix(ground, ink, part);
    }
}

static inline void ink_one(uint32_t *pixel, uint8_t part, const Steps *steps) {
    if (*pixel == steps->ground) {
        *pixel = steps->at[part];
    } else {
        mask_one(pixel, part, steps->ink);
    }
}

static inline void ink_some(uint32_t *row, const uint8_t *mask, int n, const Steps *steps) {
    for (int i = 0; i < n; i++) {
        ink_one(row + i, mask[i], steps);
    }
}

/* Four pixels that are all still ground need no look at each. */
static inline void ink_four(uint32_t *row, const uint8_t *mask, const Steps *steps) {
    const uint64_t ground = (uint64_t)steps->ground << 32 | steps->ground;
    uint64_t pairs[2];
    memcpy(pairs, row, sizeof pairs);
    if (((pairs[0] ^ ground) | (pairs[1] ^ ground)) != 0) {
        ink_some(row, mask, FOUR, steps);
        return;
    }
    for (int i = 0; i < FOUR; i++) {
        row[i] = steps->at[mask[i]];
    }
}

/* Most of a line of text is empty: that is skipped eight pixels at a time. */
void pixels_ink(uint32_t *row, const uint8_t *mask, int n, const Steps *steps) {
    int i = 0;
    for (; i + 2 * FOUR <= n; i += 2 * FOUR) {
        uint64_t eight;
        memcpy(&eight, mask + i, sizeof eight);
        if (eight != 0) {
            ink_four(row + i, mask + i, steps);
            ink_four(row + i + FOUR, mask + i + FOUR, steps);
        }
    }
    ink_some(row + i, mask + i, n - i, steps);
}

static inline void blend_one(uint32_t *pixel, uint32_t argb) {
    uint32_t alpha = argb >> 24;
    if (alpha == OPAQUE) {
        *pixel = argb & 0xFFFFFF;
    } else if (alpha != 0) {
        uint32_t rest = 256 - (alpha + (alpha >> 7));
        *pixel = (argb & 0xFFFFFF) + pixel_scale(*pixel, rest);
    }
}

static bool all_cover(const uint32_t *argb, int n) {
    uint32_t all = UINT32_MAX;
    for (int i = 0; i < n; i++) {
        all &= argb[i];
    }
    return all >> 24 == OPAQUE;
}

/* Most rows of a picture cover all below them: those are copied. */
void pixels_blend(uint32_t *row, const uint32_t *argb, int n) {
    if (all_cover(argb, n)) {
        for (int i = 0; i < n; i++) {
            row[i] = argb[i] & 0xFFFFFF;
        }
        return;
    }
    for (int i = 0; i < n; i++) {
        blend_one(row + i, argb[i]);
    }
}
