/* Shows through a texture. Owns the renderer, the texture and, for a turned panel, its pixels. The
 * texture is 'static' in SDL's words: it takes rectangles straight to the graphics memory, where
 * a 'streaming' one would keep one more copy of the panel here. */
#include "host/show.h"

#include "base/wipe.h"
#include "host/rotate.h"

#include <stdlib.h>
#include <string.h>

static bool texture_open(Show *show) {
    show->renderer = SDL_CreateRenderer(show->window, -1, 0);
    if (show->renderer == NULL) {
        return false;
    }
    show->texture = SDL_CreateTexture(show->renderer, SDL_PIXELFORMAT_RGB888,
                                      SDL_TEXTUREACCESS_STATIC, show->w, show->h);
    if (show->texture == NULL) {
        return false;
    }
    SDL_SetTextureBlendMode(show->texture, SDL_BLENDMODE_NONE);
    if (show->rotate != 0) {
        show->turned = calloc((size_t)show->w * (size_t)show->h, sizeof *show->turned);
        if (show->turned == NULL) {
            abort();
        }
    }
    return true;
}

/* A texture's memory is the graphics card's. */
static uint32_t *texture_pixels(Show *show) {
    (void)show;
    return NULL;
}

static void texture_update(Show *show, const Pixels *from, Rect rect) {
    Rect there = rotate_rect(show->rotate, from->w, from->h, rect);
    const uint32_t *pixels = from->at;
    if (show->turned != NULL) {
        rotate_copy(show->rotate, from, rect, show->turned, show->w * (int)sizeof *pixels);
        pixels = show->turned;
    }
    SDL_Rect area = {there.x, there.y, there.w, there.h};
    SDL_UpdateTexture(show->texture, &area,
                      pixels + (size_t)there.y * (size_t)show->w + (size_t)there.x,
                      show->w * (int)sizeof *pixels);
}

static void texture_push(Show *show, const Pixels *from, const Rect *rects, int count) {
    for (int i = 0; i < count; i++) {
        texture_update(show, from, rects[i]);
    }
    SDL_RenderCopy(show->renderer, show->texture, NULL, NULL);
    SDL_RenderPresent(show->renderer);
}

static void texture_wipe(Show *show) {
    size_t row = (size_t)show->w * sizeof(uint32_t);
    if (show->turned != NULL) {
        wipe(show->turned, row * (size_t)show->h);
    }
    void *black = calloc((size_t)show->h, row);
    if (black == NULL) {
        abort();
    }
    SDL_UpdateTexture(show->texture, NULL, black, (int)row);
    free(black);
}

static void texture_close(Show *show) {
    if (show->texture != NULL) {
        texture_wipe(show);
        SDL_DestroyTexture(show->texture);
    }
    if (show->renderer != NULL) {
        SDL_DestroyRenderer(show->renderer);
    }
    free(show->turned);
    show->turned = NULL;
    show->texture = NULL;
    show->renderer = NULL;
}

const ShowWay show_texture = {texture_open, texture_pixels, texture_push, texture_wipe,
                              texture_close};
