/* Owns the rasterised icons and pictures, and what draws them. */
#include "host/pictures.h"

#include "base/buf.h"
#include "base/file.h"
#include "ui/hash.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SVG_MOST = 64 * 1024, PATH_ROOM = 64, ALPHA_SHIFT = 24, PART_ONE = 256 };

bool pictures_init(Pictures *pictures, const char *assets) {
    *pictures = (Pictures){0};
    snprintf(pictures->assets, sizeof pictures->assets, "%s", assets);
    pictures->paint = svg_paint_open();
    char icons[ASSETS_PATH_SIZE + PATH_ROOM];
    snprintf(icons, sizeof icons, "%s/icons", pictures->assets);
    return file_is_folder(icons);
}

static void drawings_done(Drawing *drawings, int count) {
    for (int i = 0; i < count; i++) {
        free(drawings[i].pixels);
        drawings[i] = (Drawing){0};
    }
}

void pictures_done(Pictures *pictures) {
    drawings_done(pictures->icons, ICONS_KEPT);
    drawings_done(pictures->pictures, PICTURES_KEPT);
    svg_paint_close(pictures->paint);
}

/* The kept drawing with this hash, or the oldest place, emptied and marked with it. */
static Drawing *drawing_find(Drawing *drawings, int count, uint64_t hash, uint32_t clock,
                             bool *known) {
    Drawing *place = drawings;
    for (int i = 0; i < count; i++) {
        if (drawings[i].used != 0 && drawings[i].hash == hash) {
            drawings[i].used = clock;
            *known = true;
            return &drawings[i];
        }
        if (drawings[i].used < place->used) {
            place = &drawings[i];
        }
    }
    free(place->pixels);
    *place = (Drawing){.hash = hash, .used = clock};
    *known = false;
    return place;
}

/* The named drawing at w x h, premultiplied; NULL when there is no such file. */
static uint32_t *svg_raster(const Pictures *pictures, const char *folder, const char *name, int w,
                            int h, const Theme *theme) {
    Buf file = {0};
    char path[ASSETS_PATH_SIZE + PATH_ROOM];
    snprintf(path, sizeof path, "%s/%s/%s.svg", pictures->assets, folder, name);
    uint32_t *pixels = calloc((size_t)w * (size_t)h, sizeof *pixels);
    if (pixels == NULL) {
        abort();
    }
    if (file_read(path, SVG_MOST, &file) != OK ||
        !svg_draw(pictures->paint, buf_string(&file), theme, w, h, pixels)) {
        free(pixels);
        pixels = NULL;
    }
    buf_done(&file);
    return pixels;
}

static const Drawing *icon_find(Pictures *pictures, const char *name, int size) {
    bool known = false;
    Drawing *icon =
        drawing_find(pictures->icons, ICONS_KEPT, hash_bytes((uint64_t)size, name, strlen(name)),
                     ++pictures->clock, &known);
    if (known) {
        return icon;
    }
    uint32_t *drawn = svg_raster(pictures, "icons", name, size, size, &themes[THEME_PAPER]);
    if (drawn == NULL) {
        return icon;
    }
    size_t count = (size_t)size * (size_t)size;
    uint8_t *mask = malloc(count);
    if (mask == NULL) {
        abort();
    }
    for (size_t i = 0; i < count; i++) {
        mask[i] = (uint8_t)(drawn[i] >> ALPHA_SHIFT);
    }
    free(drawn);
    icon->w = icon->h = size;
    icon->pixels = mask;
    return icon;
}

void icon_draw(Pixels *pixels, Pictures *pictures, const Op *op, Rect within) {
    int size = op->at.w < op->at.h ? op->at.w : op->at.h;
    const Drawing *icon = icon_find(pictures, op->as.name, size);
    if (icon->pixels == NULL) {
        return;
    }
    Rect at = {op->at.x + (op->at.w - icon->w) / 2, op->at.y + (op->at.h - icon->h) / 2, icon->w,
               icon->h};
    Rect seen = rect_meet(at, within);
    for (int y = seen.y; y < seen.y + seen.h; y++) {
        pixels_mask(pixels_row(pixels, seen.x, y),
                    (const uint8_t *)icon->pixels + (size_t)(y - at.y) * (size_t)at.w +
                        (seen.x - at.x),
                    seen.w, pixel_of(op->colour));
    }
}

/* Cuts one round corner out of the picture: dx, dy count from it inwards. */
static void corner_cut(Drawing *picture, int radius, bool right, bool bottom) {
    uint32_t *argb = picture->pixels;
    for (int dy = 0; dy < radius && dy < picture->h; dy++) {
        uint32_t *row = argb + (size_t)(bottom ? picture->h - 1 - dy : dy) * (size_t)picture->w;
        for (int dx = 0; dx < radius && dx < picture->w; dx++) {
            float away = hypotf((float)(radius - dx) - 0.5F, (float)(radius - dy) - 0.5F);
            float part = fminf(fmaxf((float)radius + 0.5F - away, 0), 1);
            uint32_t *pixel = &row[right ? picture->w - 1 - dx : dx];
            *pixel = pixel_scale(*pixel, (unsigned)lrintf(part * PART_ONE));
        }
    }
}

static void corners_cut(Drawing *picture, int radius, uint8_t corners) {
    static const uint8_t each[] = {CORNER_TOP_LEFT, CORNER_TOP_RIGHT, CORNER_BOTTOM_LEFT,
                                   CORNER_BOTTOM_RIGHT};
    for (int i = 0; i < 4; i++) {
        if (corners & each[i]) {
            corner_cut(picture, radius, i % 2 == 1, i >= 2);
        }
    }
}

static const Drawing *picture_find(Pictures *pictures, const Op *op, const Theme *theme) {
    const char *name = op->as.picture.name;
    uint64_t hash = hash_bytes(0, name, strlen(name));
    hash = hash_bytes(hash, theme->colours, sizeof theme->colours);
    hash = hash_number(hash, (uint64_t)op->at.w << 32 | (uint32_t)op->at.h);
    hash = hash_number(hash, (uint64_t)op->as.picture.radius << 8 | op->as.picture.corners);
    bool known = false;
    Drawing *picture =
        drawing_find(pictures->pictures, PICTURES_KEPT, hash, ++pictures->clock, &known);
    if (known) {
        return picture;
    }
    picture->pixels = svg_raster(pictures, "pictures", name, op->at.w, op->at.h, theme);
    if (picture->pixels == NULL) {
        return picture;
    }
    picture->w = op->at.w;
    picture->h = op->at.h;
    if (op->as.picture.corners != 0 && op->as.picture.radius > 0) {
        corners_cut(picture, op->as.picture.radius, op->as.picture.corners);
    }
    return picture;
}

void picture_draw(Pixels *pixels, Pictures *pictures, const Op *op, const Theme *theme,
                  Rect within) {
    const Drawing *picture = picture_find(pictures, op, theme);
    if (picture->pixels == NULL) {
        return;
    }
    Rect at = {op->at.x, op->at.y, picture->w, picture->h};
    Rect seen = rect_meet(at, within);
    for (int y = seen.y; y < seen.y + seen.h; y++) {
        pixels_blend(pixels_row(pixels, seen.x, y),
                     (const uint32_t *)picture->pixels + (size_t)(y - at.y) * (size_t)at.w +
                         (seen.x - at.x),
                     seen.w);
    }
}
