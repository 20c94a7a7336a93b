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
} StaffStatus;

typedef enum ClockTest {
    CLOCK_BY_STAFF, /* nobody said that there is a clock with a battery */
    CLOCK_RUNS,
    CLOCK_MISSING,
    CLOCK_FLAT /* it says a day before this program was made */
} ClockTest;

typedef enum SoundTest {
    SOUND_UNTRIED,
    SOUND_NO_DEVICE,
    SOUND_ASKED, /* played; did anybody hear it? */
    SOUND_HEARD,
    SOUND_NOT_HEARD
} SoundTest;

/* What the kiosk found out when staff had it look at itself. */
typedef struct SelfTest {
    bool disk;       /* written and read back */
    bool drafts;     /* all of their file was read, and is whole */
    bool content;    /* every file was read again, and is whole */
    char amiss[200]; /* else the first thing that is not: 'file:line: what' */
    ClockTest clock;
    SoundTest sound;
    bool touch_tried;
    int touch_left; /* squares that felt no finger */
} SelfTest;

/* Wrong PINs in a row. */
typedef struct PinTries {
    int fails;
    int64_t until_ms;
} PinTries;

#endif
