/* From the table of a backend to its functions. */
#include "takeaway/sticks_backend.h"

#include <stddef.h>

int sticks_list(Sticks *sticks, Stick out[STICKS_MOST]) {
    return sticks->backend->list(sticks, out);
}

Err sticks_finish(Sticks *sticks, const char *id, StickCheck *check, void *user) {
    return sticks->backend->finish(sticks, id, check, user);
}

Err sticks_release(Sticks *sticks, const char *id) {
    return sticks_finish(sticks, id, NULL, NULL);
}

void sticks_close(Sticks *sticks) {
    if (sticks) {
        sticks->backend->close(sticks);
    }
}
