/* Drafts on this machine, in SQLite: sealed, found only by their words, never listed.
 *
 * A draft is found and opened by a DraftKey, which comes from the five words (key.h, slow on
 * purpose: run it in the worker). The database holds no name, no time and no list. A save returns
 * OK only when the words are on the disk. Nothing here logs or keeps a parent's text. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/err.h"
#include "outcome/draft.h"
#include "store/key.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Store Store;

typedef struct StoreOptions {
    const char *folder;   /* of the data; made when missing */
    const char *vfs;      /* SQLite VFS name: tests pass theirs; NULL: the system's */
} StoreOptions;

/* What was found at the start: for the staff page. */
typedef struct StoreHealth {
    bool quarantined;    /* a damaged file was set aside */
    bool from_backup;    /* the newest good backup was taken in its place */
    bool started_empty;  /* no good backup was there */
} StoreHealth;

/* Opens or makes folder/drafts.db, checks it, migrates it. ERR_NEWER and ERR_NO_ACCESS leave the file
 * as it was. *health may be NULL. */
Err store_open(const StoreOptions *options, StoreHealth *health, Store **out);
void store_close(Store *store); /* checkpoints and closes; NULL is fine */

/* Writes the draft under its key; one sync. On failure the earlier save is still whole. */
Err store_save(Store *store, const DraftKey *key, const Draft *draft);

/* The newest whole generation. ERR_NOT_FOUND for words that open nothing and for deleted drafts
 * alike; ERR_DAMAGED when rows are there but none opens. */
Err store_load(Store *store, const DraftKey *key, Draft *draft);

/* Removes it from database, WAL and backups. */
Err store_delete(Store *store, const DraftKey *key);

/* End of a visit: checkpoint, back up. */
Err store_rest(Store *store);

/* Salt and cost of this machine's keys (key_derive needs them). */
KeyCost store_key_cost(const Store *store);

/* Seconds to wait before words may be tried again (0: now); a wrong try makes it grow, a right one
 * ends it. Survives a restart; never a lock-out. now_ms is a monotonic clock. */
int store_try_wait(const Store *store, int64_t now_ms);
Err store_try_failed(Store *store, int64_t now_ms);
Err store_try_worked(Store *store);

/* Retention. A day is counted only when staff or a real clock confirmed it (day number since
 * 1970-01-01). Drafts not saved for keep_days confirmed days go; returns how many in *gone. */
Err store_confirm_day(Store *store, int64_t day);
Err store_expire(Store *store, int keep_days, int *gone);
Err store_delete_all(Store *store);

/* Counts only. */
Err store_count(Store *store, int *drafts, int64_t *oldest_day);

/* Small settings of the site (retention, PIN hash, last theme ...): never anything of a family. */
Err store_setting(Store *store, const char *name, char *out, size_t size); /* "" when not set */
Err store_set_setting(Store *store, const char *name, const char *value);

#endif
