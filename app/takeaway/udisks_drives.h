/* What is remembered of USB drives from one look at UDisks2 to the next, and the sticks that makes.
 * No bus, no thread, no lock: udisks.c has those. */
#ifndef TAKEAWAY_UDISKS_DRIVES_H
#define TAKEAWAY_UDISKS_DRIVES_H

#include "takeaway/sticks.h"
#include "takeaway/udisks_objects.h"

typedef struct RememberedDrive {
    char path[UDISKS_PATH];
    bool tried;    /* mounting was tried and did not work */
    bool released; /* safe until it is pulled */
    bool busy;     /* being released: not to be mounted again meanwhile */
} RememberedDrive;

typedef struct UdisksDrives {
    bool settled;   /* set by the caller: nothing has come from the bus for a while */
    bool undecided; /* a drive without a file system is waiting for that */
    int drive_count, count;
    RememberedDrive drives[STICKS_MOST];
    Stick sticks[STICKS_MOST];
} UdisksDrives;

const UdisksDrive *udisks_find_drive(const UdisksObjects *objects, const char *path);

/* The file system of a drive that we use; NULL when it has none or is the system's own. */
const UdisksBlock *udisks_stick_block(const UdisksObjects *objects, const char *drive);

/* Forgets drives that were pulled, remembers new ones on USB. */
void udisks_drives_keep(UdisksDrives *all, const UdisksObjects *objects);

/* A drive was pulled: whatever comes back under its name is new. */
void udisks_drives_forget(UdisksDrives *all, const char *path);

/* The next file system to mount, noted as tried; false when there is none. */
bool udisks_drives_next(UdisksDrives *all, const UdisksObjects *objects, UdisksBlock *out);

/* Makes the sticks anew; true when they are others than before. */
bool udisks_drives_take(UdisksDrives *all, const UdisksObjects *objects);

/* The drive of the listed stick with that id, noted as being released; false when there is none: no
 * other drive is ever unmounted. */
bool udisks_drives_begin_release(UdisksDrives *all, const char *id, char path[UDISKS_PATH]);

/* With OK the stick is safe at once, not only when the bus says more. ERR_GONE: pulled meanwhile.
 */
Err udisks_drives_end_release(UdisksDrives *all, const char *path, Err err);

#endif
