/* Calls to a stick that can be made to fail, once or from there on, or to lie; they leave a trace.
 */
#ifndef TESTS_BAD_CALLS_H
#define TESTS_BAD_CALLS_H

#include "takeaway/calls.h"

#include <stdbool.h>
#include <stdint.h>

/* What the stick does this time. */
typedef struct Fault {
    int calls, fail_at, number;
    bool from_there_on, half, gone_then; /* half: a write puts half before it fails */
    bool gone;                           /* it has left */
    bool forgetful, flips; /* writes that do not arrive; reads that come back altered */
    bool failed;
    const char *what; /* the first call that failed */
    uint64_t room;    /* bytes free; 0: as it is */
    unsigned long flags;
    int syncs;
    char trace[4096];
} Fault;

extern Fault fault; /* zeroed: all goes well */

StickCalls bad_calls(void);

#endif
