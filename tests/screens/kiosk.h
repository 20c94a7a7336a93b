/* A whole kiosk without a window: a real App with library, store, sticks and fonts, its files in a
 * temporary folder. Keys cost next to nothing, jobs run inline, time is the test's own. */
#ifndef TESTS_SCREENS_KIOSK_H
#define TESTS_SCREENS_KIOSK_H

#include "host/canvas.h"
#include "setup.h"

typedef struct PanelSize {
    int w, h;         /* px */
    float w_mm, h_mm; /* 0: as setup_look knows them */
} PanelSize;

/* The four panels of the design; setup_look knows their mm. */
enum { PANELS = 4 };
extern const PanelSize panels[PANELS];

typedef struct Kiosk {
    Setup setup;
    App *app;
    Canvas *canvas;
    char scratch[32], sticks[64];
} Kiosk;

/* Opens one on the largest panel; content NULL: the project's own. Fails the test when it cannot.
 */
void kiosk_open(Kiosk *kiosk, const char *content);
void kiosk_close(Kiosk *kiosk);

/* Another panel, text size and theme from now on, for every visit. */
void kiosk_look(Kiosk *kiosk, PanelSize panel, TextSize size, ThemeName theme);

/* A new visit at home, nothing said yet. */
void kiosk_begin(Kiosk *kiosk);

/* Runs what is due and jobs that wait, then declares the screen. */
void kiosk_settle(Kiosk *kiosk);

/* Removes a folder and all that is in it. */
void remove_tree(const char *path);

#endif
