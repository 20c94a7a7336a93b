/* What UDisks2 tells about drives and the file systems on them, as a flat table. */
#ifndef TAKEAWAY_UDISKS_OBJECTS_H
#define TAKEAWAY_UDISKS_OBJECTS_H

#include <limits.h>
#include <stdbool.h>
#include <systemd/sd-bus.h>

enum { UDISKS_DRIVES = 16, UDISKS_BLOCKS = 48, UDISKS_PATH = 160, UDISKS_TYPE = 24 };

typedef struct UdisksDrive {
    char path[UDISKS_PATH]; /* of the object */
    bool usb, media, ejectable;
} UdisksDrive;

typedef struct UdisksBlock {
    char path[UDISKS_PATH], drive[UDISKS_PATH];
    char type[UDISKS_TYPE]; /* "vfat"; empty: nothing that UDisks2 knows */
    bool filesystem;        /* can be mounted */
    bool read_only;
    bool hidden;            /* the system's own, or not to be shown */
    char mounted[PATH_MAX]; /* where; empty: nowhere */
} UdisksBlock;

typedef struct UdisksObjects {
    int drive_count, block_count;
    UdisksDrive drives[UDISKS_DRIVES];
    UdisksBlock blocks[UDISKS_BLOCKS]; /* in the order of their paths */
} UdisksObjects;

/* Reads the answer to GetManagedObjects; what does not fit is left out. Negative errno when it
 * cannot be read. */
int udisks_read_objects(sd_bus_message *reply, UdisksObjects *out);

#endif
