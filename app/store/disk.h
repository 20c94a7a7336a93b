/* What the store asks of the file system beside SQLite: moving, removing, syncing. A table, so that
 * tests can fail, count and cut each call. */
#ifndef STORE_DISK_H
#define STORE_DISK_H

#include "base/err.h"

#include <stddef.h>

typedef struct StoreDisk {
    Err (*make_folder)(const char *path);          /* with its parents, 0700; OK when it is there */
    Err (*move)(const char *from, const char *to); /* replaces to */
    Err (*remove)(const char *path); /* a file or an empty folder; OK when it is not there */
    Err (*sync)(const char *path);   /* a file or a folder, down to the device */
    Err (*fill)(const char *path,
                size_t bytes); /* a new file that owns so many bytes of the disk */
} StoreDisk;

extern const StoreDisk disk_real;

#endif
