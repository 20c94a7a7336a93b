/* A picture in memory and everything that draws on it: boxes, text, icons, pictures, threads.
 *
 * The window shows one; walks and `pictures` save theirs as PNG. Needs SDL but no display. */
#ifndef HOST_CANVAS_H
#define HOST_CANVAS_H

#include "base/err.h"
#include "ui/damage.h"
#include "ui/fonts.h"
#include "ui/ops.h"
#include "ui/theme.h"

#include <stddef.h>

typedef struct Canvas Canvas;

typedef struct CanvasOptions {
    int w, h;
    const char *assets; /* folder with icons/ and pictures/ */
    const char *fonts;  /* folder to look for fonts in first; NULL: the system's */
} CanvasOptions;

/* On failure one plain sentence in why: what is missing and what to do. */
Err canvas_open(const CanvasOptions *options, char *why, size_t why_size, Canvas **out);
void canvas_close(Canvas *canvas); /* NULL is fine */

/* Widths of this canvas's fonts; valid as long as it. */
Fonts canvas_fonts(Canvas *canvas);

/* Moves what is drawn, as damage_find says; nothing when it moves by 0. */
void canvas_move(Canvas *canvas, Move move);

/* Draws the ops inside each of the rectangles. */
void canvas_draw(Canvas *canvas, const Op *ops, int count, const Theme *theme, const Rect *dirty,
                 int dirty_count);

Err canvas_save(const Canvas *canvas, const char *png);
/* As a panel shows it that is mounted turned: degrees as in rotate.h. */
Err canvas_save_turned(const Canvas *canvas, int degrees, const char *png);

Colour canvas_pixel(const Canvas *canvas, int x, int y);

/* Forgets cached texts (they may hold a parent's words) and overwrites the picture. */
void canvas_wipe(Canvas *canvas);

#endif
