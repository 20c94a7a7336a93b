/* What the staff page tells: counts and health, never a word of a family. */
#ifndef VISIT_STATUS_H
#define VISIT_STATUS_H

#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct StaffStatus {
    bool counted; /* the store could be asked */
    int drafts;
    int oldest_days;                /* since its last save, in confirmed days; -1: not known */
    int expired;                    /* would go now */
    int64_t free_bytes, disk_bytes; /* of the disk with the drafts; 0: not known */
    bool full;                      /* new drafts are refused until there is room */
    int aside;                      /* damaged files that were put aside and are still there */
    bool sticks;                    /* USB sticks can be used */
    bool pin;                       /* a PIN was chosen */
    bool day_known;                 /* today's date is confirmed */
    bool disk_works;                /* written and read back */
} StaffStatus;

/* Wrong PINs in a row. */
typedef struct PinTries {
    int fails;
    int64_t until_ms;
} PinTries;

#endif
