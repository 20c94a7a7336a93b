/* What is measured: every screen of the table, and each state in which a screen looks different. */
#ifndef TESTS_SCREENS_SCENES_H
#define TESTS_SCREENS_SCENES_H

#include "kiosk.h"

typedef enum Fill {
    FILL_SAMPLE, /* the common sample: an invented child, three outcomes */
    FILL_EMPTY,  /* nothing said yet */
    FILL_LONG,   /* twelve outcomes, every part near its limit, a long name */
    FILLS
} Fill;

extern const char *const fill_names[FILLS];

typedef struct Scene {
    char name[32];        /* 'stick', 'stick+writing' */
    const Screen *screen; /* what shows */
    int arg;
    void (*set)(App *app, int n); /* after the draft is filled; NULL: the screen's own sample */
    int n;
    bool locked; /* nothing to press, for a good reason */
} Scene;

/* All scenes, as a library makes them (guide pages, cards, examples); freed with free. */
Scene *scenes_of(App *app, int *count);

/* A new visit with that draft on that scene, declared and laid out. */
void scene_show(Kiosk *kiosk, const Scene *scene, Fill fill);

#endif
