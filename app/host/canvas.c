/* Owns the picture in memory and everything kept for drawing on it. Walks the ops for each
 * rectangle that changed. Opens no display. */
#include "host/canvas.h"

#include "base/wipe.h"
#include "host/canvas_pixels.h"
#include "host/lines.h"
#include "host/pictures.h"
#include "host/rotate.h"
#include "host/shapes.h"

#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct Canvas {
    Pixels pixels;
    uint32_t *own; /* NULL: the pixels are the panel's, which wipes them itself */
    Faces *faces;
    Lines lines;
    Corners corners;
    Pictures pictures;
};

static void own_wipe(Canvas *canvas) {
    if (canvas->own != NULL) {
        wipe(canvas->own, (size_t)canvas->pixels.w * (size_t)canvas->pixels.h * sizeof(uint32_t));
    }
}

void canvas_resize(Canvas *canvas, uint32_t *panel, int w, int h) {
    own_wipe(canvas);
    free(canvas->own);
    canvas->own = NULL;
    if (panel == NULL) {
        canvas->own = panel = calloc((size_t)w * (size_t)h, sizeof *panel);
        if (panel == NULL) {
            abort();
        }
    }
    canvas->pixels = (Pixels){panel, w, h};
}

Err canvas_open(const CanvasOptions *options, char *why, size_t why_size, Canvas **out) {
    return canvas_open_on(NULL, options, why, why_size, out);
}

Err canvas_open_on(uint32_t *panel, const CanvasOptions *options, char *why, size_t why_size,
                   Canvas **out) {
    const char *folders[FACES_FOLDERS];
    faces_folders(options->fonts, folders);
    Canvas *canvas = calloc(1, sizeof *canvas);
    if (canvas == NULL) {
        abort();
    }
    Err err = faces_open(folders, why, why_size, &canvas->faces);
    if (err == OK && !pictures_init(&canvas->pictures, options->assets)) {
        snprintf(why, why_size, "The folder %s/icons is not there: name the right one by --assets.",
                 options->assets);
        err = ERR_NOT_FOUND;
    }
    if (err != OK) {
        canvas_close(canvas);
        return err;
    }
    canvas_resize(canvas, panel, options->w, options->h);
    *out = canvas;
    return OK;
}

void canvas_close(Canvas *canvas) {
    if (canvas == NULL) {
        return;
    }
    lines_wipe(&canvas->lines);
    own_wipe(canvas);
    pictures_done(&canvas->pictures);
    corners_done(&canvas->corners);
    faces_close(canvas->faces);
    free(canvas->own);
    free(canvas);
}

static int width(void *self, Font font, const char *text, int len) {
    return faces_width(((Canvas *)self)->faces, font, text, len);
}

Fonts canvas_fonts(Canvas *canvas) {
    return (Fonts){canvas, width};
}

const Pixels *canvas_pixels(const Canvas *canvas) {
    return &canvas->pixels;
}

static void op_draw(Canvas *canvas, const Op *op, const Theme *theme, Rect within) {
    switch (op->kind) {
    case OP_BOX:
        box_draw(&canvas->pixels, &canvas->corners, op, within);
        break;
    case OP_TEXT:
        line_draw(&canvas->pixels, &canvas->lines, canvas->faces, op, within);
        break;
    case OP_ICON:
        icon_draw(&canvas->pixels, &canvas->pictures, op, within);
        break;
    case OP_PICTURE:
        picture_draw(&canvas->pixels, &canvas->pictures, op, theme, within);
        break;
    case OP_CURVE:
        curve_draw(&canvas->pixels, op, within);
        break;
    }
}

void canvas_move(Canvas *canvas, Move move) {
    Rect at = move.at;
    size_t bytes = (size_t)at.w * sizeof *canvas->pixels.at;
    int rows = at.h - abs(move.by);
    for (int i = 0; i < rows; i++) {
        int to = move.by < 0 ? at.y + i : at.y + at.h - 1 - i;
        memcpy(pixels_row(&canvas->pixels, at.x, to),
               pixels_row(&canvas->pixels, at.x, to - move.by), bytes);
    }
}

void canvas_draw(Canvas *canvas, const Op *ops, int count, const Theme *theme, const Rect *dirty,
                 int dirty_count) {
    Rect screen = {0, 0, canvas->pixels.w, canvas->pixels.h};
    for (int i = 0; i < dirty_count; i++) {
        Rect rect = rect_meet(dirty[i], screen);
        int first = count - 1;
        while (first > 0 && !rect_holds(op_solid(&ops[first]), rect)) {
            first--;
        }
        for (int k = first < 0 ? 0 : first; k < count; k++) {
            Rect within = rect_meet(op_reach(&ops[k]), rect);
            if (within.w > 0 && within.h > 0) {
                op_draw(canvas, &ops[k], theme, within);
            }
        }
    }
}

static Err save(const Pixels *pixels, const char *png) {
    enum { CHANNELS = 3 };
    size_t count = (size_t)pixels->w * (size_t)pixels->h;
    uint8_t *rgb = malloc(CHANNELS * count);
    if (rgb == NULL) {
        abort();
    }
    for (size_t i = 0; i < count; i++) {
        rgb[CHANNELS * i] = (uint8_t)(pixels->at[i] >> 16);
        rgb[CHANNELS * i + 1] = (uint8_t)(pixels->at[i] >> 8);
        rgb[CHANNELS * i + 2] = (uint8_t)pixels->at[i];
    }
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = (png_uint_32)pixels->w,
                       .height = (png_uint_32)pixels->h,
                       .format = PNG_FORMAT_RGB};
    int saved = png_image_write_to_file(&image, png, 0, rgb, 0, NULL);
    free(rgb);
    return saved ? OK : ERR_IO;
}

Err canvas_save(const Canvas *canvas, const char *png) {
    return save(&canvas->pixels, png);
}

Err canvas_save_turned(const Canvas *canvas, int degrees, const char *png) {
    const Pixels *from = &canvas->pixels;
    Rect all = {0, 0, from->w, from->h}, there = rotate_rect(degrees, from->w, from->h, all);
    Pixels turned = {calloc((size_t)there.w * (size_t)there.h, sizeof *turned.at), there.w,
                     there.h};
    if (turned.at == NULL) {
        abort();
    }
    rotate_copy(degrees, from, all, turned.at, there.w * (int)sizeof *turned.at);
    Err err = save(&turned, png);
    free(turned.at);
    return err;
}

Colour canvas_pixel(const Canvas *canvas, int x, int y) {
    uint32_t pixel = *pixels_row(&canvas->pixels, x, y);
    return (Colour){(uint8_t)(pixel >> 16), (uint8_t)(pixel >> 8), (uint8_t)pixel};
}

void canvas_wipe(Canvas *canvas) {
    lines_wipe(&canvas->lines);
    faces_wipe(canvas->faces);
    own_wipe(canvas);
}
