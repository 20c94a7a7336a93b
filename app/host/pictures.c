/* Owns the rasterised icons and pictures. SDL_image draws the SVG; the text is made ready here:
 * roles become colours and the first tag gets the size and the part of the drawing to show. */
#include "host/pictures.h"

#include "base/buf.h"
#include "base/file.h"
#include "ui/hash.h"

#include <SDL_image.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SVG_MOST = 64 * 1024, PATH_ROOM = 64, ALPHA_SHIFT = 24 };

static const char role_start[] = "var(--";

bool pictures_init(Pictures *pictures, const char *assets) {
    *pictures = (Pictures){0};
    snprintf(pictures->assets, sizeof pictures->assets, "%s", assets);
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

/* '#RRGGBB' for the role whose name starts at name and ends in ')'. */
static bool role_colour(const char *name, const Theme *theme, Buf *out) {
    size_t len = strcspn(name, ")");
    for (int role = 0; role < ROLE_COUNT; role++) {
        if (strlen(role_names[role]) == len && memcmp(role_names[role], name, len) == 0) {
            Colour c = theme->colours[role];
            buf_print(out, "#%02x%02x%02x", c.r, c.g, c.b);
            return true;
        }
    }
    return false;
}

static void colours_put(const char *svg, const Theme *theme, Buf *out) {
    for (;;) {
        const char *role = strstr(svg, role_start);
        if (role == NULL) {
            buf_text(out, svg);
            return;
        }
        buf_add(out, svg, (size_t)(role - svg));
        const char *name = role + sizeof role_start - 1;
        if (!role_colour(name, theme, out)) {
            buf_text(out, "none");
        }
        svg = name + strcspn(name, ")");
        svg += *svg == ')';
    }
}

/* The four numbers of the first tag's viewBox. */
static bool view_box(const char *svg, const char *end, float box[4]) {
    static const char name[] = "viewBox=\"";
    const char *at = strstr(svg, name);
    if (at == NULL || at > end) {
        return false;
    }
    at += sizeof name - 1;
    for (int i = 0; i < 4; i++) {
        char *behind = NULL;
        box[i] = strtof(at, &behind);
        if (behind == at) {
            return false;
        }
        at = behind;
    }
    return box[2] > 0 && box[3] > 0;
}

/* Writes the SVG anew for w x h px: a drawing marked 'slice' covers them, others fit inside. */
static bool svg_prepare(const char *svg, int w, int h, const Theme *theme, Buf *out) {
    const char *end = strchr(svg, '>');
    float box[4];
    if (end == NULL || !view_box(svg, end, box)) {
        return false;
    }
    float x = box[0], y = box[1], box_w = box[2], box_h = box[3];
    const char *slice = strstr(svg, "slice");
    float across = (float)w / box_w, down = (float)h / box_h;
    float scale = slice != NULL && slice < end ? fmaxf(across, down) : fminf(across, down);
    float seen_w = (float)w / scale, seen_h = (float)h / scale;
    buf_print(out, "<svg width=\"%d\" height=\"%d\" viewBox=\"%.4f %.4f %.4f %.4f\">", w, h,
              (double)(x + (box_w - seen_w) / 2), (double)(y + (box_h - seen_h) / 2),
              (double)seen_w, (double)seen_h);
    colours_put(end + 1, theme, out);
    return true;
}

/* The named drawing at w x h as ARGB; NULL when there is no such file. */
static SDL_Surface *svg_raster(const Pictures *pictures, const char *folder, const char *name,
                               int w, int h, const Theme *theme) {
    Buf file = {0}, svg = {0};
    char path[ASSETS_PATH_SIZE + PATH_ROOM];
    snprintf(path, sizeof path, "%s/%s/%s.svg", pictures->assets, folder, name);
    SDL_Surface *argb = NULL;
    if (file_read(path, SVG_MOST, &file) == OK &&
        svg_prepare(buf_string(&file), w, h, theme, &svg)) {
        SDL_RWops *bytes = SDL_RWFromConstMem(svg.bytes, (int)svg.len);
        SDL_Surface *drawn = IMG_LoadSizedSVG_RW(bytes, w, h);
        SDL_RWclose(bytes);
        if (drawn != NULL) {
            argb = SDL_ConvertSurfaceFormat(drawn, SDL_PIXELFORMAT_ARGB8888, 0);
            SDL_FreeSurface(drawn);
        }
    }
    buf_done(&svg);
    buf_done(&file);
    return argb;
}

static void drawing_room(Drawing *drawing, int w, int h, size_t each) {
    drawing->w = w;
    drawing->h = h;
    drawing->pixels = malloc((size_t)w * (size_t)h * each);
    if (drawing->pixels == NULL) {
        abort();
    }
}

static const uint32_t *surface_row(const SDL_Surface *surface, int y) {
    return (const uint32_t *)((const uint8_t *)surface->pixels +
                              (size_t)y * (size_t)surface->pitch);
}

static const Drawing *icon_find(Pictures *pictures, const char *name, int size) {
    bool known = false;
    Drawing *icon =
        drawing_find(pictures->icons, ICONS_KEPT, hash_bytes((uint64_t)size, name, strlen(name)),
                     ++pictures->clock, &known);
    if (known) {
        return icon;
    }
    SDL_Surface *argb = svg_raster(pictures, "icons", name, size, size, &themes[THEME_PAPER]);
    if (argb == NULL) {
        return icon;
    }
    drawing_room(icon, argb->w, argb->h, 1);
    uint8_t *mask = icon->pixels;
    for (int y = 0; y < argb->h; y++) {
        for (int x = 0; x < argb->w; x++) {
            *mask++ = (uint8_t)(surface_row(argb, y)[x] >> ALPHA_SHIFT);
        }
    }
    SDL_FreeSurface(argb);
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

/* Cuts the round corners out of the picture's alpha. */
static void corners_cut(Drawing *picture, int radius, uint8_t corners) {
    uint32_t *argb = picture->pixels;
    for (int y = 0; y < picture->h; y++) {
        for (int x = 0; x < picture->w; x++) {
            bool top = y < radius, bottom = y >= picture->h - radius;
            bool left = x < radius, right = x >= picture->w - radius;
            uint8_t here = (uint8_t)((top && left ? CORNER_TOP_LEFT : 0) |
                                     (top && right ? CORNER_TOP_RIGHT : 0) |
                                     (bottom && left ? CORNER_BOTTOM_LEFT : 0) |
                                     (bottom && right ? CORNER_BOTTOM_RIGHT : 0));
            if ((here & corners) == 0) {
                continue;
            }
            float dx = (float)(left ? radius - x : x + 1 - (picture->w - radius)) - 0.5F;
            float dy = (float)(top ? radius - y : y + 1 - (picture->h - radius)) - 0.5F;
            float part = fminf(fmaxf((float)radius + 0.5F - hypotf(dx, dy), 0), 1);
            uint32_t *pixel = &argb[(size_t)y * (size_t)picture->w + (size_t)x];
            uint32_t alpha = (uint32_t)lrintf((float)(*pixel >> ALPHA_SHIFT) * part);
            *pixel = (*pixel & 0xFFFFFF) | alpha << ALPHA_SHIFT;
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
    SDL_Surface *argb = svg_raster(pictures, "pictures", name, op->at.w, op->at.h, theme);
    if (argb == NULL) {
        return picture;
    }
    drawing_room(picture, argb->w, argb->h, sizeof(uint32_t));
    for (int y = 0; y < argb->h; y++) {
        memcpy((uint32_t *)picture->pixels + (size_t)y * (size_t)argb->w, surface_row(argb, y),
               (size_t)argb->w * sizeof(uint32_t));
    }
    SDL_FreeSurface(argb);
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
