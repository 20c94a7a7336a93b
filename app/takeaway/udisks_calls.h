/* What is asked of UDisks2 over the bus. Each returns a negative errno when it did not work. */
#ifndef TAKEAWAY_UDISKS_CALLS_H
#define TAKEAWAY_UDISKS_CALLS_H

#include "takeaway/udisks_objects.h"

/* A connection of one's own to the system bus; give it back with sd_bus_flush_close_unref. */
int udisks_open_bus(sd_bus **out);

/* All drives and blocks; none of either on failure. */
int udisks_read(sd_bus *bus, UdisksObjects *out);

/* Nobody is ever asked for a password: what UDisks2 does not let us do does not work. */
int udisks_mount(sd_bus *bus, const UdisksBlock *block);

/* To read only; where is written to path. */
int udisks_mount_read_only(sd_bus *bus, const UdisksBlock *block, char path[PATH_MAX]);
int udisks_unmount(sd_bus *bus, const UdisksBlock *block);
int udisks_eject(sd_bus *bus, const UdisksDrive *drive);

#endif
