/* Owns SDL's video, the window, its canvas and what it knows of the last frame. */
#include "host/window.h"

#include "host/canvas_pixels.h"
#include "host/events.h"
#include "host/panel.h"
#include "host/rotate.h"
#include "host/show.h"
#include "host/wait.h"
#include "ui/damage.h"

#include <SDL.h>
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char title[] = "Talking Points";
static const char kms[] = "KMSDRM";

struct Window {
    SDL_Window *sdl;
    Show show;
    Wait *wait;
    Canvas *canvas;
    uint32_t *panel; /* the pixels it draws on, when they are the panel's own */
    Damage *damage;
    Events events;
    bool cancelling; /* fingers of a device that went are taken away one by one */
    bool push_all;   /* the panel has lost what was on it */
};

static bool driver_is_kms(void) {
    return strncmp(SDL_GetCurrentVideoDriver(), kms, strlen(kms)) == 0;
}

static void hints_before_init(void) {
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1"); /* what gives the focus is a touch too */
    /* Where no session bus runs, SDL would start one that outlives the kiosk. */
    setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 0);
    /* Left to itself SDL would settle for a display in memory that nobody sees. What stands in the
     * environment (SDL_VIDEODRIVER) goes before. Wayland without its folder complains aloud. */
    bool wayland = getenv("XDG_RUNTIME_DIR") != NULL;
    SDL_SetHint(SDL_HINT_VIDEODRIVER, wayland ? "x11,wayland,KMSDRM" : "x11,KMSDRM");
}

/* Of SDL's drivers only these have a surface of their own; on KMSDRM and wayland it would be a
 * texture with one more copy of the picture. */
static bool driver_has_surface(void) {
    static const char *const drivers[] = {"x11", "dummy", "evdev", "offscreen"};
    for (size_t i = 0; i < sizeof drivers / sizeof drivers[0]; i++) {
        if (strcmp(SDL_GetCurrentVideoDriver(), drivers[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* These differ by driver, which is known only now. */
static void hints_for_driver(void) {
    if (!driver_has_surface()) {
        SDL_SetHint(SDL_HINT_RENDER_DRIVER, "opengles2");
    } else {
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    }
}

static bool sdl_open(const WindowOptions *options, Window *window) {
    hints_before_init();
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return false;
    }
    hints_for_driver();
    SDL_DisplayMode mode;
    if (SDL_GetDesktopDisplayMode(0, &mode) != 0) {
        return false;
    }
    bool whole = options->fullscreen || options->w <= 0 || options->h <= 0 || driver_is_kms();
    int w = options->w > 0 ? options->w : mode.w, h = options->h > 0 ? options->h : mode.h;
    window->sdl = SDL_CreateWindow(title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, w, h,
                                   whole ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    if (window->sdl == NULL) {
        return false;
    }
    if (whole) {
        SDL_ShowCursor(SDL_DISABLE);
    }
    SDL_GetWindowSize(window->sdl, &window->show.w, &window->show.h);
    window->show.window = window->sdl;
    window->show.rotate = options->rotate;
    window->show.way = driver_has_surface() ? &show_surface : &show_texture;
    return window->show.way->open(&window->show);
}

static Err pictures_open(const WindowOptions *options, char *why, size_t why_size, Window *window) {
    window->events = (Events){
        .w = window->show.w, .h = window->show.h, .rotate = options->rotate, .last_touch_ms = 0};
    bool sideways = rotate_sideways(options->rotate);
    CanvasOptions canvas = {.w = sideways ? window->show.h : window->show.w,
                            .h = sideways ? window->show.w : window->show.h,
                            .assets = options->assets,
                            .fonts = options->fonts};
    window->panel = window->show.way->pixels(&window->show);
    Err err = canvas_open_on(window->panel, &canvas, why, why_size, &window->canvas);
    if (err == OK) {
        window->damage = damage_new(canvas.w, canvas.h);
    }
    return err;
}

Err window_open(const WindowOptions *options, char *why, size_t why_size, Window **out) {
    assert(options->rotate % 90 == 0 && options->rotate >= 0 && options->rotate < 360);
    Window *window = calloc(1, sizeof *window);
    if (window == NULL) {
        abort();
    }
    if (!sdl_open(options, window)) {
        snprintf(
            why, why_size,
            "There is no display to show anything on (%s): start it on a desktop or on the board.",
            SDL_GetError());
        window_close(window);
        return ERR_NOT_FOUND;
    }
    Err err = pictures_open(options, why, why_size, window);
    if (err != OK) {
        window_close(window);
        return err;
    }
    window->wait = wait_open(window->sdl);
    if (wait_refused(window->wait)) {
        snprintf(why, why_size,
                 "The touch screen may not be read: add this user to the group 'input'.");
        window_close(window);
        return ERR_NO_ACCESS;
    }
    *out = window;
    return OK;
}

void window_close(Window *window) {
    if (window == NULL) {
        return;
    }
    wait_close(window->wait);
    damage_free(window->damage);
    canvas_close(window->canvas);
    if (window->show.way != NULL) {
        window->show.way->close(&window->show);
    }
    if (window->sdl != NULL) {
        SDL_DestroyWindow(window->sdl);
    }
    SDL_Quit();
    free(window);
}

void window_size(const Window *window, int *w, int *h) {
    const Pixels *pixels = canvas_pixels(window->canvas);
    *w = pixels->w;
    *h = pixels->h;
}

void window_panel_mm(const Window *window, float *w_mm, float *h_mm) {
    PanelSize size = panel_size(window->show.w, window->show.h);
    bool sideways = rotate_sideways(window->show.rotate);
    *w_mm = sideways ? size.h_mm : size.w_mm;
    *h_mm = sideways ? size.w_mm : size.h_mm;
}

Fonts window_fonts(Window *window) {
    return canvas_fonts(window->canvas);
}

/* The panel may have changed its pixels, as it does with its size: then all is drawn on the new. */
static void panel_follow(Window *window) {
    uint32_t *panel = window->show.way->pixels(&window->show);
    if (panel != window->panel) {
        const Pixels *pixels = canvas_pixels(window->canvas);
        canvas_resize(window->canvas, panel, pixels->w, pixels->h);
        window->panel = panel;
        damage_all(window->damage);
    }
}

void window_show(Window *window, const Op *ops, int count, const Theme *theme) {
    Rect rects[PUSHED_MOST];
    Move move;
    panel_follow(window);
    int dirty = damage_find(window->damage, ops, count, theme, rects, &move);
    canvas_move(window->canvas, move);
    canvas_draw(window->canvas, ops, count, theme, rects, dirty);
    const Pixels *pixels = canvas_pixels(window->canvas);
    if (move.by != 0) {
        rects[dirty++] = move.at;
    }
    if (window->push_all) {
        rects[0] = (Rect){0, 0, pixels->w, pixels->h};
        dirty = 1;
        window->push_all = false;
    }
    if (dirty > 0) {
        window->show.way->push(&window->show, pixels, rects, dirty);
    }
}

/* The window has another size than we draw for: take it on. */
static void size_follow(Window *window) {
    int w = 0, h = 0;
    SDL_GetWindowSize(window->sdl, &w, &h);
    if ((w == window->show.w && h == window->show.h) || w <= 0 || h <= 0) {
        return;
    }
    Show *show = &window->show;
    show->way->close(show);
    show->w = window->events.w = w;
    show->h = window->events.h = h;
    if (!show->way->open(show)) {
        return; /* pushes do nothing until the next change */
    }
    bool sideways = rotate_sideways(show->rotate);
    window->panel = show->way->pixels(show);
    canvas_resize(window->canvas, window->panel, sideways ? h : w, sideways ? w : h);
    damage_free(window->damage);
    window->damage = damage_new(sideways ? h : w, sideways ? w : h);
}

/* Many moves of a finger between two frames are one: the last. */
static void moves_skip(SDL_Event *event) {
    SDL_Event next;
    while (event->type == SDL_FINGERMOTION &&
           SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1 &&
           next.type == SDL_FINGERMOTION && next.tfinger.fingerId == event->tfinger.fingerId &&
           next.tfinger.touchId == event->tfinger.touchId) {
        SDL_PeepEvents(event, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT);
    }
}

/* Not SDL_PollEvent: that may say 'nothing' once while events still wait behind its own mark. */
static bool next_event(SDL_Event *event) {
    if (SDL_PeepEvents(event, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1) {
        return true;
    }
    SDL_PumpEvents();
    return SDL_PeepEvents(event, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1;
}

static Input next_input(Window *window) {
    SDL_Event event;
    while (next_event(&event)) {
        moves_skip(&event);
        Input input = events_input(&window->events, &event, wait_now());
        if (input.kind == INPUT_SHOWN) {
            size_follow(window);
            window->push_all = true;
        }
        if (input.kind != INPUT_NONE) {
            return input;
        }
    }
    window->cancelling = wait_unplugged(window->wait) || window->cancelling;
    Input input = {.kind = INPUT_NONE};
    if (window->cancelling) {
        input = events_cancel(&window->events, wait_now());
        window->cancelling = input.kind != INPUT_NONE;
    }
    return input;
}

void window_wait(Window *window, int64_t until_ms, Input *out) {
    for (;;) {
        *out = next_input(window);
        if (out->kind != INPUT_NONE) {
            return;
        }
        out->at_ms = wait_now();
        if (wait_woken(window->wait)) {
            out->kind = INPUT_WAKE;
            return;
        }
        if (until_ms >= 0 && out->at_ms >= until_ms) {
            return;
        }
        wait_sleep(window->wait, until_ms);
    }
}

int64_t window_now(void) {
    return wait_now();
}

void window_wake(Window *window) {
    wait_wake(window->wait);
}

void window_wipe(Window *window) {
    canvas_wipe(window->canvas);
    window->show.way->wipe(&window->show);
    damage_all(window->damage);
}

const char *window_driver(const Window *window) {
    (void)window;
    return SDL_GetCurrentVideoDriver();
}
