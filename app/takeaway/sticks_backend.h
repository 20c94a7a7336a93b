/* What a kind of stick-watching provides. Each kind is one file. */
#ifndef TAKEAWAY_STICKS_BACKEND_H
#define TAKEAWAY_STICKS_BACKEND_H

#include "takeaway/sticks.h"

typedef struct SticksBackend {
    int (*list)(Sticks *sticks, Stick out[STICKS_MOST]);
    Err (*finish)(Sticks *sticks, const char *id, StickCheck *check, void *user);
    void (*close)(Sticks *sticks);
} SticksBackend;

/* The first member of each kind's own struct. */
struct Sticks {
    const SticksBackend *backend;
};

#endif
