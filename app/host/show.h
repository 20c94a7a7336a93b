/* How a picture gets onto the panel. One way for each kind of video driver; the window knows only
 * this. */
#ifndef HOST_SHOW_H
#define HOST_SHOW_H

#include "host/pixels.h"
#include "ui/damage.h"

#include <SDL.h>
#include <stdbool.h>

typedef struct Show Show;

enum { PUSHED_MOST = DAMAGE_MOST + 1 }; /* what was drawn, and what was moved */

typedef struct ShowWay {
    /* Makes what is needed for a panel of w x h; false with SDL's error set. */
    bool (*open)(Show *show);
    /* The panel's own pixels, when it is upright and they can be drawn on; else NULL. They are
     * asked for before each frame: the panel may have others by then. */
    uint32_t *(*pixels)(Show *show);
    /* Puts these rectangles of the upright picture on the panel, all at once; the picture may be
     * the panel's own pixels. */
    void (*push)(Show *show, const Pixels *from, const Rect *rects, int count);
    /* Overwrites what is kept with black, without showing it. */
    void (*wipe)(Show *show);
    void (*close)(Show *show);
} ShowWay;

struct Show {
    const ShowWay *way;
    SDL_Window *window; /* borrowed */
    int w, h;           /* px of the panel */
    int rotate;
    SDL_Renderer *renderer; /* texture only */
    SDL_Texture *texture;
    uint32_t *turned; /* the panel's pixels, when rotated */
};

/* x11 and drivers without a panel: the window's own surface, only the changed rectangles
 * travel. SDL_HINT_FRAMEBUFFER_ACCELERATION has to be "0" before, or SDL brings OpenGL (70 MB). */
extern const ShowWay show_surface;

/* KMSDRM and wayland, which have no such surface: a texture updated by rectangle, through opengles2
 * (on KMSDRM the only renderer that shows anything: the others stay blank without a word). */
extern const ShowWay show_texture;

#endif
