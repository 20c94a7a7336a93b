/* The store from inside: shared by the files of this room, nobody else's. */
#ifndef STORE_INSIDE_H
#define STORE_INSIDE_H

#include "store/schema.h"
#include "store/sql.h"
#include "store/store.h"

enum {
    STORE_PATH = 1024,
    STORE_PAGE = 8192,
    STORE_RESERVE = 4 * 1024 * 1024,     /* given up so that an open draft still fits */
    STORE_WAL_ROOM = 2 * 1024 * 1024,    /* some 250 saves */
    STORE_MOST_BYTES = 64 * 1024 * 1024, /* no new drafts beyond: the partition has an end */
    STORE_ASIDE = 3                      /* damaged files kept; a fourth drives out the oldest */
};

struct Store {
    Sql sql;
    char folder[STORE_PATH / 2];
    const char *vfs;
    const StoreDisk *disk;
    const Schema *schema;
    int64_t wal_room; /* bytes */
    KeyCost cost;
    int64_t today; /* last confirmed day; 0: none yet */
    int fails;     /* words tried in a row that opened nothing */
    int64_t wait_until_ms;
    bool reserve; /* the reserve file stands */
    bool changed; /* since the last backup */
};

/* Path of a file in the folder. out has STORE_PATH bytes. */
void store_path(const Store *store, const char *name, char *out);

/* connect.c: one connection, set up as this room wants it. */
typedef struct Found {
    int64_t application, version, tables;
} Found;

/* Opens folder/name with all switches but the journal. */
typedef enum ConnectMode {
    CONNECT_WRITE, /* made when missing */
    CONNECT_READ,
    CONNECT_ALONE /* reading, as if it had no journal and nobody could change it */
} ConnectMode;
Err connect_open(const Store *store, const char *name, ConnectMode mode, Sql *out);
Err connect_look(Sql *sql, Found *out); /* numbers in the header */
Err connect_check(Sql *sql);            /* the whole file; ERR_DAMAGED */
Err connect_wal(Sql *sql);              /* WAL, synchronous FULL, exclusive */
Err connect_checkpoint(Sql *sql);       /* everything into the database file, WAL emptied */

/* Gives the WAL its size ahead of time, as zeros behind what is in it: a file that grows at each
 * save costs the file system twice a save that only overwrites. No room: it grows as it must. */
void connect_room(Sql *sql, int64_t bytes);

Err meta_number(Sql *sql, const char *name, int64_t *out); /* stays when not set */
Err meta_set_number(Sql *sql, const char *name, int64_t value);

/* open.c */
extern const char main_name[], wal_name[], journal_name[];
Err open_size(const Store *store, const char *name, int64_t *size); /* 0 when missing */
Err open_look(const Store *store); /* ERR_NEWER, ERR_DAMAGED by the first bytes alone */
Err open_file(Store *store);       /* closed again and untouched on failure */
Err open_meta(Store *store);       /* salt, cost, day, tries */

/* recover.c */
Err recover_open(Store *store, StoreHealth *health);

/* backup.c */
extern const char *const backup_names[2];
Err backup_copy(Store *store, Sql *from, const char *name); /* wholly new or wholly old */
Err backup_write(Store *store);                             /* over the older of the two */
Err backup_purge(Store *store);                             /* both rewritten, after a deletion */
Err backup_restore(Store *store); /* newest good one becomes the database; ERR_NOT_FOUND */

/* salvage.c: after a restore, what can still be read in aside/NNN and is newer. with_salt: there
 * was no backup, so its salt and settings are taken too. */
void salvage(Store *store, int number, bool with_salt);

/* aside.c */
Err aside_move(Store *store, const char *const names[]); /* NULL-terminated; those that exist */
Err aside_remove(Store *store, int number);              /* 1 is the oldest that may be there */
bool aside_stands(const Store *store, int number);
int aside_first(const Store *store); /* 0: none */
int aside_last(const Store *store);

/* reserve.c */
bool reserve_make(Store *store);    /* true when it stands */
bool reserve_release(Store *store); /* true when that gave room */

#endif
