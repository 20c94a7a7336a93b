/* Two backups, written in turn: one is always whole. Each is a compacted copy (VACUUM INTO), so
 * nothing deleted lingers in its free pages. */
#include "store/inside.h"

#include <sys/stat.h>

const char *const backup_names[2] = {"backup-a.db", "backup-b.db"};

static const char copy_name[] = "copy.new";

static Err vacuum_into(Sql *from, const char *path) {
    sqlite3_limit(from->db, SQLITE_LIMIT_ATTACHED, 1); /* VACUUM INTO attaches its target */
    Query q = query(from, SQL_COPY_TO);
    query_text(&q, 1, path);
    Err err = query_run(&q);
    sqlite3_limit(from->db, SQLITE_LIMIT_ATTACHED, 0);
    return err;
}

Err backup_copy(Store *store, Sql *from, const char *name) {
    char copy[STORE_PATH], target[STORE_PATH], folder[STORE_PATH];
    store_path(store, copy_name, copy);
    store_path(store, name, target);
    store_path(store, ".", folder);
    Err err = store->disk->remove(copy);
    if (err == OK) {
        err = vacuum_into(from, copy);
    }
    if (err == OK) {
        err = store->disk->sync(copy);
    }
    if (err == OK) {
        err = store->disk->move(copy, target);
    }
    if (err != OK) {
        store->disk->remove(copy);
        return err;
    }
    return store->disk->sync(folder);
}

/* The number goes into the database before the copy, so that the copy knows how new it is. */
static Err write_next(Store *store) {
    int64_t number = 0;
    Err err = meta_number(&store->sql, "backup", &number);
    if (err == OK) {
        err = meta_set_number(&store->sql, "backup", ++number);
    }
    if (err == OK) {
        err = connect_checkpoint(&store->sql);
    }
    return err == OK ? backup_copy(store, &store->sql, backup_names[number % 2]) : err;
}

Err backup_write(Store *store) {
    Err err = write_next(store);
    if (err == OK) {
        store->changed = false;
    }
    return err;
}

/* What was deleted must not come back out of a backup: where one cannot be rewritten (a full disk),
 * it goes. The next rest makes it anew. */
static Err drop_backups(Store *store) {
    char path[STORE_PATH];
    for (int i = 0; i < 2; i++) {
        store_path(store, backup_names[i], path);
        Err err = store->disk->remove(path);
        if (err != OK) {
            return err;
        }
    }
    store->changed = true;
    store_path(store, ".", path);
    return store->disk->sync(path);
}

Err backup_purge(Store *store) {
    Err err = connect_checkpoint(&store->sql);
    if (err != OK) {
        return err;
    }
    for (int i = 0; i < 2 && err == OK; i++) {
        err = write_next(store);
    }
    if (err != OK) {
        err = drop_backups(store);
    }
    if (err == OK) {
        err = meta_set_number(&store->sql, "purge", 0);
    }
    connect_room(&store->sql, store->wal_room);
    return err;
}

/* Opens a backup that can be trusted as a whole. */
static Err open_good(const Store *store, const char *name, Sql *out, int64_t *number) {
    char path[STORE_PATH];
    struct stat about;
    store_path(store, name, path);
    if (lstat(path, &about) != 0 || !S_ISREG(about.st_mode)) {
        return ERR_NOT_FOUND;
    }
    Sql sql = {0};
    Err err = connect_open(store, name, CONNECT_READ, &sql);
    if (err != OK) {
        return err;
    }
    Found found = {0};
    err = connect_look(&sql, &found);
    if (err == OK && found.application != SCHEMA_APPLICATION) {
        err = ERR_NOT_OURS;
    }
    if (err == OK && found.version > store->schema->version) {
        err = ERR_NEWER;
    }
    if (err == OK) {
        err = connect_check(&sql);
    }
    if (err == OK) {
        *number = 0;
        err = meta_number(&sql, "backup", number);
    }
    if (err == OK) {
        *out = sql;
    } else {
        sql_done(&sql, false);
    }
    return err;
}

/* A backup that could not be read for want of memory or by a failing disk may be a good one: then
 * nothing is decided now. */
static bool hopeless(Err err) {
    return err == ERR_NOT_FOUND || err == ERR_NOT_OURS || err == ERR_DAMAGED;
}

Err backup_restore(Store *store) {
    Sql best = {0};
    int64_t best_number = -1;
    for (int i = 0; i < 2; i++) {
        Sql sql = {0};
        int64_t number = 0;
        Err err = open_good(store, backup_names[i], &sql, &number);
        if (err != OK && !hopeless(err)) {
            sql_done(&best, false);
            return err;
        }
        if (err == OK && number > best_number) {
            sql_done(&best, false);
            best = sql;
            best_number = number;
        } else {
            sql_done(&sql, false);
        }
    }
    if (best_number < 0) {
        return ERR_NOT_FOUND;
    }
    Err err = backup_copy(store, &best, "drafts.db");
    sql_done(&best, false);
    return err;
}
