/* Drafts on this machine, in SQLite: sealed, found only by their words, never listed.
 *
 * A draft is found and opened by a DraftKey, which comes from the five words (key.h, slow on
 * purpose: run it in the worker). The database holds no name, no time and no list. A save returns
 * OK only when the words are on the disk. Nothing here logs or keeps a parent's text. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/err.h"
#include "outcome/draft.h"
#include "store/disk.h"
#include "store/key.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Store Store;

typedef struct StoreOptions {
    const char *folder; /* of the data; made when missing */
    const char *vfs;    /* SQLite VFS name: tests pass theirs; NULL: the system's */
    int64_t now_ms;     /* the monotonic clock: waits cut short by a restart begin anew from it */
    const StoreDisk *disk;       /* file calls: tests pass theirs; NULL: the system's */
    const struct Schema *schema; /* tests of migrations pass theirs; NULL: ours */
    int64_t wal_room;            /* bytes; tests pass less; 0: what a long visit writes */
} StoreOptions;

/* What was found at the start: for the staff page. */
typedef struct StoreHealth {
    bool quarantined;   /* a damaged file was set aside */
    bool from_backup;   /* the newest good backup was taken in its place */
    bool started_empty; /* no good backup was there */
} StoreHealth;

/* Opens or makes folder/drafts.db, checks it, migrates it. ERR_NEWER and ERR_NO_ACCESS leave the
 * file as it was. *health may be NULL. */
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

/* The wait after so many wrong tries in a row, in seconds: 3, from the fifth 30, doubling to 300.
 * The staff PIN uses the same. */
int store_try_delay(int fails);

/* Retention. A day is counted only when staff or a real clock confirmed it (day number since
 * 1970-01-01). ERR_WAIT when it is more than a week after the last one: a person must say yes once
 * more (store_confirm_jump), knowing how many drafts would go (store_due). ERR_TOO_BIG for days
 * that no working clock shows. A day before the last one is taken: it only makes drafts younger. */
Err store_confirm_day(Store *store, int64_t day);
Err store_confirm_jump(Store *store, int64_t day);
int64_t store_today(const Store *store); /* the last confirmed day; 0: none yet */

/* How many drafts store_expire would remove if day were confirmed. */
Err store_due(Store *store, int64_t day, int keep_days, int *drafts);

/* Drafts go when more than keep_days confirmed days have passed since their last save; *gone says
 * how many. Never one whose age is not known. */
Err store_expire(Store *store, int keep_days, int *gone);

/* All drafts, their backups and what was set aside. Settings stay. */
Err store_delete_all(Store *store);

/* Counts only. */
Err store_count(Store *store, int *drafts, int64_t *oldest_day);

/* Reads all of the database from the disk again, as each start does: ERR_DAMAGED when it is not
 * whole. Nothing is mended now: the next start does that. */
Err store_check(Store *store);

/* How the house stands, for the staff page. */
typedef struct StoreState {
    bool low;      /* the disk is full: open drafts are saved, new ones refused (ERR_FULL) */
    int aside;     /* damaged files kept aside */
    int64_t bytes; /* of the database */
} StoreState;
Err store_state(Store *store, StoreState *out);

/* Small settings of the site (retention, PIN hash, last theme ...): never anything of a family. */
Err store_setting(Store *store, const char *name, char *out, size_t size); /* "" when not set */
Err store_set_setting(Store *store, const char *name, const char *value);

#endif
