/* Shows on the window's surface. The surface is SDL's: asked for anew each time, since it goes
 * when the window changes. */
#include "host/show.h"

#include "base/wipe.h"
#include "host/rotate.h"

#include <string.h>

static bool surface_fits(const SDL_Surface *surface, const Show *show) {
    return surface != NULL && surface->w == show->w && surface->h == show->h &&
           surface->format->BytesPerPixel == sizeof(uint32_t);
}

static bool surface_open(Show *show) {
    SDL_Surface *surface = SDL_GetWindowSurface(show->window);
    if (surface != NULL && !surface_fits(surface, show)) {
        SDL_SetError("the display needs 24 or more bits a pixel");
    }
    return surface_fits(surface, show);
}

static uint32_t *surface_pixels(Show *show) {
    const SDL_Surface *surface = SDL_GetWindowSurface(show->window);
    bool even = surface_fits(surface, show) && show->rotate == 0 &&
                surface->pitch == show->w * (int)sizeof(uint32_t);
    return even ? surface->pixels : NULL;
}

static void surface_push(Show *show, const Pixels *from, const Rect *rects, int count) {
    SDL_Surface *surface = SDL_GetWindowSurface(show->window);
    if (!surface_fits(surface, show)) {
        return; /* the window is changing: an expose follows */
    }
    SDL_Rect there[PUSHED_MOST];
    for (int i = 0; i < count; i++) {
        Rect turned = rotate_rect(show->rotate, from->w, from->h, rects[i]);
        there[i] = (SDL_Rect){turned.x, turned.y, turned.w, turned.h};
        if (from->at != surface->pixels) {
            rotate_copy(show->rotate, from, rects[i], surface->pixels, surface->pitch);
        }
    }
    SDL_UpdateWindowSurfaceRects(show->window, there, count);
}

static void surface_wipe(Show *show) {
    SDL_Surface *surface = SDL_GetWindowSurface(show->window);
    if (surface != NULL && surface->pixels != NULL) {
        wipe(surface->pixels, (size_t)surface->pitch * (size_t)surface->h);
    }
}

static void surface_close(Show *show) {
    surface_wipe(show);
}

const ShowWay show_surface = {surface_open, surface_pixels, surface_push, surface_wipe,
                              surface_close};
