/* Measuring a laid out screen from its declared nodes: the design's bars for eyes and fingers.
 *
 * Every figure is what the panel shows in millimetres, not what a style promises in u. */
#ifndef TESTS_SCREENS_MEASURE_H
#define TESTS_SCREENS_MEASURE_H

#include "visit/app.h"

typedef enum Breach {
    BREACH_SMALL,    /* a target under 18 x 13 mm */
    BREACH_GAP,      /* two targets closer than 3 mm */
    BREACH_SHARED,   /* two hit areas lie over each other */
    BREACH_CAPITAL,  /* letters too low to read */
    BREACH_CONTRAST, /* ink too close to its ground */
    BREACH_CLIPPED,  /* out of its box, its control or its clip */
    BREACH_CUT,      /* words lost behind an ellipsis, nowhere to see them all */
    BREACH_LONG,     /* a line of more letters than eyes follow back */
    BREACH_OVERLAP,  /* two texts or controls in one place */
    BREACH_OFF,      /* off the panel */
    BREACH_SIDEWAYS, /* wider than the page it scrolls in */
    BREACH_ROOM,     /* a page so low that what is on it cannot be shown whole */
    BREACH_LABEL,    /* no name, a missing string, an unfilled {key}, nothing to speak */
    BREACH_ORDER,    /* the focus goes back up or left */
    BREACH_OUT,      /* no way back or out */
    BREACH_MORE,     /* more below, and no button that shows it */
    BREACH_MOVES,    /* choosing something, or a theme, moves other things */
    BREACH_KINDS
} Breach;

extern const char *const breach_names[BREACH_KINDS];

/* Called for each breach; figures: what was measured, in words. */
typedef void Tell(void *user, Breach kind, const char *label, const char *figures);

/* Measures the screen that app_frame laid out last. locked: a page that has nothing to press for a
 * good reason. */
void measure(App *app, bool locked, Tell *tell, void *user);

/* Labels that two controls of the screen share; NULL-terminated, of this frame. */
int shared_labels(App *app, const char *out[], int most);

/* WCAG 2 contrast of two colours, 1 to 21. */
double contrast(Colour a, Colour b);

#endif
