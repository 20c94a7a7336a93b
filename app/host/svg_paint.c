/* Owns FreeType's rasteriser and stroker and room for one stroked outline. */
#include "host/svg_paint.h"

#include "host/pixels.h"

#include FT_FREETYPE_H
#include FT_STROKER_H
#include FT_IMAGE_H

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    STROKED_POINTS = 4 * PATH_POINTS,
    STROKED_PARTS = 4 * PATH_PARTS,
    ONE = 256,
    FULL = 255,
    LONG_RUN = 8
};

struct SvgPaint {
    FT_Library library;
    FT_Stroker stroker;
    FT_Outline stroked; /* room of STROKED_POINTS, STROKED_PARTS */
    uint32_t *pixels;
    int w, h;
    uint32_t colour; /* of the shape being drawn */
    unsigned part;   /* of ONE */
};

SvgPaint *svg_paint_open(void) {
    SvgPaint *paint = calloc(1, sizeof *paint);
    if (paint == NULL || FT_Init_FreeType(&paint->library) != 0 ||
        FT_Stroker_New(paint->library, &paint->stroker) != 0 ||
        FT_Outline_New(paint->library, STROKED_POINTS, STROKED_PARTS, &paint->stroked) != 0) {
        abort(); /* they only take memory */
    }
    return paint;
}

void svg_paint_close(SvgPaint *paint) {
    if (paint != NULL) {
        FT_Outline_Done(paint->library, &paint->stroked);
        FT_Stroker_Done(paint->stroker);
        FT_Done_FreeType(paint->library);
        free(paint);
    }
}

void svg_paint_onto(SvgPaint *paint, uint32_t *pixels, int w, int h) {
    paint->pixels = pixels;
    paint->w = w;
    paint->h = h;
}

/* Long runs lie mostly on one colour: then they become one. */
static bool one_colour(const uint32_t *span, int len) {
    return len >= LONG_RUN && memcmp(span, span + 1, (size_t)(len - 1) * sizeof *span) == 0;
}

static void spans_draw(int y, int count, const FT_Span *spans, void *user) {
    const SvgPaint *paint = user;
    uint32_t *row = paint->pixels + (size_t)y * (size_t)paint->w;
    for (int i = 0; i < count; i++) {
        unsigned cover = spans[i].coverage;
        unsigned part = (cover + (cover >> 7)) * paint->part >> 8;
        uint32_t *span = row + spans[i].x;
        if (part == ONE || one_colour(span, spans[i].len)) {
            pixels_fill(span, spans[i].len, pixel_between(*span, paint->colour, part));
            continue;
        }
        for (int x = 0; x < spans[i].len; x++) {
            span[x] = pixel_between(span[x], paint->colour, part);
        }
    }
}

static void outline_draw(SvgPaint *paint, FT_Outline *outline, Colour colour, float part) {
    paint->colour =
        (uint32_t)FULL << 24 | (uint32_t)colour.r << 16 | (uint32_t)colour.g << 8 | colour.b;
    paint->part = (unsigned)lrintf(part * ONE);
    FT_Raster_Params params = {.flags =
                                   FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP,
                               .gray_spans = spans_draw,
                               .user = paint,
                               .clip_box = {0, 0, paint->w, paint->h}};
    FT_Outline_Render(paint->library, outline, &params);
}

static FT_Outline outline_of(Path *path, int first_part, int parts, short *ends) {
    int from = first_part == 0 ? 0 : path->ends[first_part - 1] + 1;
    for (int i = 0; i < parts; i++) {
        ends[i] = (short)(path->ends[first_part + i] - from);
    }
    return (FT_Outline){.n_contours = (short)parts,
                        .n_points = (short)(ends[parts - 1] + 1),
                        .points = path->points + from,
                        .tags = path->tags + from,
                        .contours = ends};
}

void svg_paint_fill(SvgPaint *paint, Path *path, Colour colour, float part) {
    if (path->parts > 0) {
        short ends[PATH_PARTS];
        FT_Outline outline = outline_of(path, 0, path->parts, ends);
        outline_draw(paint, &outline, colour, part);
    }
}

/* Adds the stroke of one part to what is stroked; nothing when there is no more room. */
static void part_stroke(SvgPaint *paint, Path *path, int index) {
    short ends[1];
    FT_Outline part = outline_of(path, index, 1, ends);
    FT_UInt points = 0, parts = 0;
    if (FT_Stroker_ParseOutline(paint->stroker, &part, !path->closed[index]) != 0 ||
        FT_Stroker_GetCounts(paint->stroker, &points, &parts) != 0 ||
        (int)points + paint->stroked.n_points > STROKED_POINTS ||
        (int)parts + paint->stroked.n_contours > STROKED_PARTS) {
        return;
    }
    FT_Stroker_Export(paint->stroker, &paint->stroked);
}

void svg_paint_stroke(SvgPaint *paint, Path *path, float width, Colour colour, float part) {
    enum { FIXED_HALF = 32 };
    FT_Stroker_Set(paint->stroker, lrintf(width * FIXED_HALF), FT_STROKER_LINECAP_ROUND,
                   FT_STROKER_LINEJOIN_ROUND, 0);
    paint->stroked.n_points = 0;
    paint->stroked.n_contours = 0;
    for (int i = 0; i < path->parts; i++) {
        part_stroke(paint, path, i);
    }
    if (paint->stroked.n_points > 0) {
        outline_draw(paint, &paint->stroked, colour, part);
    }
}
