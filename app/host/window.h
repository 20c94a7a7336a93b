/* The window: what a person sees and does. Turns SDL's events into Input and shows ops.
 *
 * One file per way of showing (window surface with rectangles on x11; a texture through opengles2
 * on KMSDRM and wayland) and one for waiting without polling on every driver. */
#ifndef HOST_WINDOW_H
#define HOST_WINDOW_H

#include "host/canvas.h"
#include "ui/input.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Window Window;

typedef struct WindowOptions {
    int w, h; /* px; 0: the whole display */
    bool fullscreen;
    int rotate; /* 0, 90, 180, 270: picture and touch together */
    const char *assets, *fonts;
} WindowOptions;

/* On failure one plain sentence in why. ERR_NOT_FOUND: no display; ERR_NO_ACCESS: no
 * input device may be read; others: fonts, icons. */
Err window_open(const WindowOptions *options, char *why, size_t why_size, Window **out);
void window_close(Window *window); /* NULL is fine */

void window_size(const Window *window, int *w, int *h); /* of what is drawn, rotation undone */
/* Size of the panel in mm as the display says, 0 where it says nothing sensible. */
void window_panel_mm(const Window *window, float *w_mm, float *h_mm);
Fonts window_fonts(Window *window);

/* Draws and presents what changed since the last time; nothing when nothing did. */
void window_show(Window *window, const Op *ops, int count, const Theme *theme);

/* The next input. Sleeps in the kernel until there is one or until_ms (monotonic, -1: for ever) has
 * come; then INPUT_NONE. No polling on any video driver. */
void window_wait(Window *window, int64_t until_ms, Input *out);

/* Monotonic milliseconds. */
int64_t window_now(void);

/* From any thread: makes window_wait return INPUT_WAKE. */
void window_wake(Window *window);

/* After a family has gone: forgets cached texts and overwrites the surfaces. */
void window_wipe(Window *window);

const char *window_driver(const Window *window); /* "x11", "dummy", "KMSDRM" ... */

#endif
