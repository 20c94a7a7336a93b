/* Taking files of ours off a stick so that a pull in the middle harms no other file. */
#ifndef TAKEAWAY_CLEAR_UP_H
#define TAKEAWAY_CLEAR_UP_H

#include "takeaway/calls.h"

enum { CLEAR_UP_MOST = 64 }; /* files at a time; what is left then waits for the next save */

typedef struct ClearUp {
    const StickCalls *calls;
    int folder;
    int held[CLEAR_UP_MOST];
    int count;
} ClearUp;

/* Takes a name away. That there is none, or that it does not go, is no harm; 0, or an errno. */
int clear_up_name(ClearUp *clear_up, const char *name);

/* Puts that on the stick, and then gives back the room of the files. 0, or an errno. */
int clear_up_end(ClearUp *clear_up);

#endif
