/* Short runs one after the other. That is as quick as one long call; but the C library does long
 * ones by an instruction that counters take for one a byte, and what a start costs is counted. */
#include "base/wipe.h"

#include <string.h>

enum { RUN = 1024, BENEATH = 256 * 1024 };

void wipe(void *at, size_t size) {
    char *bytes = at;
    for (; size > RUN; size -= RUN, bytes += RUN) {
        explicit_bzero(bytes, RUN);
    }
    if (size > 0) {
        explicit_bzero(bytes, size);
    }
}

__attribute__((noinline)) void wipe_stack(void) {
    char beneath[BENEATH];
    wipe(beneath, sizeof beneath);
}
