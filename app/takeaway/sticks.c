/* From the table of a backend to its functions. */
#include "takeaway/sticks_backend.h"

#include <stddef.h>

int sticks_list(Sticks *sticks, Stick out[STICKS_MOST]) {
    return sticks->backend->list(sticks, out);
}

Err sticks_release(Sticks *sticks, const char *id) {
    return sticks->backend->release(sticks, id);
}

void sticks_close(Sticks *sticks) {
    if (sticks) {
        sticks->backend->close(sticks);
    }
}
