/* Power cuts: what a store asked of the disk, in order, and the disk as a cut at any moment may
 * leave it.
 *
 * The model is harsher than a journalling file system: what was not synced may be there wholly, not
 * at all or torn by 512-byte sectors, in any order; a name made, moved or removed may be the old
 * one until its folder is synced. Files synced and names synced stay. */
#ifndef TESTS_STORE_CUTS_H
#define TESTS_STORE_CUTS_H

#include "support/shim.h"

#include <stddef.h>
#include <stdint.h>

typedef struct Log Log;

/* The files that lie in the folder now count as safe on the disk. */
Log *log_new(const char *folder);
void log_free(Log *log);

Watch log_watch(Log *log); /* records */
size_t log_length(const Log *log);

/* Puts into folder (emptied first) what a cut before entry number at may leave; seed chooses. */
void log_cut(const Log *log, size_t at, uint32_t seed, const char *folder);

#endif
