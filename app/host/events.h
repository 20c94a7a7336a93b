/* SDL's events as inputs. Touch comes first: on KMSDRM it is all there is, without a window and
 * without a mouse made from it. */
#ifndef HOST_EVENTS_H
#define HOST_EVENTS_H

#include "ui/input.h"

#include <SDL.h>

enum { EVENTS_FINGERS = 16 };

typedef struct Events {
    int w, h;    /* px of the panel */
    int rotate;  /* as in WindowOptions */
    int fingers; /* down now */
    int64_t finger[EVENTS_FINGERS];
    int64_t last_touch_ms;
    bool mouse_down;
} Events;

/* The input an event means; INPUT_NONE for all that is not for us. now_ms: monotonic. */
Input events_input(Events *events, const SDL_Event *event, int64_t now_ms);

/* A finger that is down on a device that has gone: taken away. INPUT_NONE when there is none. */
Input events_cancel(Events *events, int64_t now_ms);

#endif
