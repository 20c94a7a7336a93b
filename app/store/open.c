/* Opening the database that lies there: look before touching, check, migrate. The order of steps is
 * the promise: nothing is written before the file is known to be ours and not newer. */
#include "base/file.h"
#include "store/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char main_name[] = "drafts.db";
const char wal_name[] = "drafts.db-wal";
const char journal_name[] = "drafts.db-journal";

/* Where the numbers lie in the first bytes of a database (SQLite file format, 1.3). */
enum { HEADER = 100, FORMATS_AT = 18, FORMAT_LAST = 2, VERSION_AT = 60, APPLICATION_AT = 68 };

/* Bytes of a regular file of ours; 0 when missing. Anything else under that name (a link, a
 * folder) is somebody's doing: it is left alone. */
Err open_size(const Store *store, const char *name, int64_t *size) {
    char path[STORE_PATH];
    struct stat about;
    store_path(store, name, path);
    if (lstat(path, &about) != 0) {
        *size = 0;
        return errno == ENOENT ? OK : err_from_errno(errno);
    }
    if (!S_ISREG(about.st_mode) || about.st_nlink != 1) {
        return ERR_NO_ACCESS;
    }
    *size = about.st_size > 1 ? about.st_size : 0; /* SQLite also takes one byte for none */
    return OK;
}

static int64_t number_at(const unsigned char *bytes) {
    return (int64_t)bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
}

/* A file of a newer program must not even be recovered by us: its numbers are read by hand. */
Err open_look(const Store *store) {
    char path[STORE_PATH];
    store_path(store, main_name, path);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0) {
        return err_from_errno(errno);
    }
    unsigned char head[HEADER];
    ssize_t len = pread(fd, head, sizeof head, 0);
    close(fd);
    if (len == HEADER && number_at(head + APPLICATION_AT) == SCHEMA_APPLICATION &&
        number_at(head + VERSION_AT) > store->schema->version) {
        return ERR_NEWER;
    }
    if (len == HEADER && (head[FORMATS_AT] > FORMAT_LAST || head[FORMATS_AT + 1] > FORMAT_LAST)) {
        return ERR_DAMAGED; /* SQLite would call it read-only and leave it at that */
    }
    return len < 0 ? ERR_IO : OK;
}

Err open_meta(Store *store) {
    int64_t passes = 0, memory = 0, today = 0, fails = 0;
    KeyCost cost = {0};
    Query q = query(&store->sql, SQL_META);
    query_text(&q, 1, "salt");
    size_t len = query_row(&q) ? query_row_bytes(&q, 0, cost.salt, sizeof cost.salt) : 0;
    Err err = query_end(&q);
    const struct {
        const char *name;
        int64_t *to;
    } numbers[] = {{"passes", &passes}, {"memory", &memory}, {"today", &today}, {"fails", &fails}};
    for (size_t i = 0; err == OK && i < sizeof numbers / sizeof numbers[0]; i++) {
        err = meta_number(&store->sql, numbers[i].name, numbers[i].to);
    }
    enum { PASSES_MOST = 100, MEMORY_LEAST = 8 * 1024, MEMORY_MOST = 1 << 30 };
    if (err == OK && (len != sizeof cost.salt || passes < 1 || passes > PASSES_MOST ||
                      memory < MEMORY_LEAST || memory > MEMORY_MOST || today < 0 || fails < 0)) {
        err = ERR_DAMAGED;
    }
    if (err == OK) {
        cost.passes = (unsigned)passes;
        cost.memory = (size_t)memory;
        store->cost = cost;
        store->today = today;
        store->fails = fails > INT32_MAX ? INT32_MAX : (int)fails;
    }
    return err;
}

/* Tables of today's version in a file that may be new, old or today's. */
static Err make_current(Store *store, const Found *found) {
    bool fresh = found->application == 0 && found->tables == 0;
    if (!fresh && found->application != SCHEMA_APPLICATION) {
        return ERR_NOT_OURS;
    }
    if (found->version > store->schema->version) {
        return ERR_NEWER;
    }
    Err err = fresh ? OK : connect_check(&store->sql);
    if (err == OK) {
        err = connect_wal(&store->sql);
    }
    int version = fresh ? 0 : (int)found->version;
    if (err != OK || version == store->schema->version) {
        return err;
    }
    if (!fresh) {
        err = backup_write(store); /* the last look of the old version */
    }
    if (err == OK) {
        err = schema_migrate(&store->sql, store->schema, version);
    }
    if (err == OK) {
        err = connect_checkpoint(&store->sql);
    }
    return err == ERR_DAMAGED ? ERR_IO : err; /* our doing: the file itself was found whole */
}

/* The database as it lies there. Closes without touching anything on failure. */
Err open_file(Store *store) {
    int64_t size = 0, unused = 0;
    Err err = open_size(store, main_name, &size);
    if (err == OK) {
        err = open_size(store, wal_name, &unused);
    }
    if (err == OK) {
        err = open_size(store, journal_name, &unused);
    }
    if (err == OK && size > 0) {
        err = open_look(store);
    }
    if (err == OK) {
        err = connect_open(store, main_name, CONNECT_WRITE, &store->sql);
    }
    Found found = {0};
    if (err == OK) {
        err = connect_look(&store->sql, &found);
    }
    if (err == OK) {
        err = make_current(store, &found);
    }
    if (err == OK) {
        err = open_meta(store);
    }
    if (err != OK) {
        sql_done(&store->sql, false);
    }
    return err;
}

static Err start(Store *store, StoreHealth *health) {
    bool there = file_is_folder(store->folder);
    Err err = store->disk->make_folder(store->folder);
    if (err == OK && !there) { /* a new folder is nothing until its parent knows it */
        char parent[STORE_PATH];
        store_path(store, "..", parent);
        store->disk->sync(parent); /* not ours to read, perhaps: then the system keeps it */
    }
    if (err == OK) {
        err = recover_open(store, health);
    }
    if (err != OK) {
        return err;
    }
    reserve_make(store); /* a full disk is met at the next new draft */
    int64_t purge = 0;
    if (meta_number(&store->sql, "purge", &purge) == OK && purge) {
        backup_purge(store); /* not done: it stays noted, the next start tries again */
    }
    connect_room(&store->sql, store->wal_room);
    return OK;
}

Err store_open(const StoreOptions *options, StoreHealth *health, Store **out) {
    if (strlen(options->folder) >= sizeof((Store){0}).folder) {
        return ERR_TOO_BIG;
    }
    Err err = key_start();
    if (err != OK) {
        return err;
    }
    Store *store = calloc(1, sizeof *store);
    if (!store) {
        abort();
    }
    snprintf(store->folder, sizeof store->folder, "%s", options->folder);
    store->vfs = options->vfs;
    store->disk = options->disk ? options->disk : &disk_real;
    store->schema = options->schema ? options->schema : &schema_ours;
    store->wal_room = options->wal_room ? options->wal_room : STORE_WAL_ROOM;
    store->changed = true;
    StoreHealth found = {0};
    err = start(store, &found);
    if (err != OK) {
        free(store);
        return err;
    }
    if (store->fails > 0) {
        store->wait_until_ms = options->now_ms + 1000LL * store_try_delay(store->fails);
    }
    if (health) {
        *health = found;
    }
    *out = store;
    return OK;
}

void store_close(Store *store) {
    if (store) {
        connect_checkpoint(&store->sql); /* not done: the WAL keeps it for the next start */
        sql_done(&store->sql, true);
        free(store);
    }
}

KeyCost store_key_cost(const Store *store) {
    return store->cost;
}
