/* Pages with one breach each, and a sound one: what the measuring test has to find. */
#ifndef TESTS_SCREENS_PLANTS_H
#define TESTS_SCREENS_PLANTS_H

#include "visit/app.h"

typedef struct Plant {
    const char *name; /* of the breach; 'none' for the sound page */
    const char *with; /* another that it cannot be without; "": none */
    void (*build)(Ui *ui, const App *app);
} Plant;

extern const Plant plants[]; /* the last has no build */

#endif
