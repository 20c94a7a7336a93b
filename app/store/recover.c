/* Opening when the database cannot be used as it lies there: it is set aside, never deleted, the
 * newest good backup takes its place, and what can still be read of it is taken over. */
#include "store/inside.h"

#include <string.h>

static bool unusable(Err err) {
    return err == ERR_DAMAGED || err == ERR_NOT_OURS;
}

static Err set_aside_and_restore(Store *store, StoreHealth *health) {
    static const char *const all[] = {main_name, wal_name, journal_name, NULL};
    int before = aside_last(store);
    Err err = aside_move(store, all);
    if (err != OK) {
        return err;
    }
    health->quarantined = health->quarantined || aside_last(store) != before;
    err = backup_restore(store);
    health->from_backup = err == OK;
    health->started_empty = err == ERR_NOT_FOUND;
    return err == ERR_NOT_FOUND ? OK : err;
}

typedef struct Row {
    unsigned char id[sizeof((DraftKey){0}).id];
    int64_t slot, generation;
} Row;

/* What the database file says without its WAL. With it the salt must be the same, and no draft may
 * be gone or older: SQLite itself would take the WAL of any database for ours. */
typedef struct Alone {
    bool whole; /* it can be used without its WAL */
    unsigned char salt[sizeof((KeyCost){0}).salt];
    Buf rows; /* of Row */
} Alone;

static Err read_alone(Sql *sql, Alone *alone) {
    Query salt = query(sql, SQL_META);
    query_text(&salt, 1, "salt");
    size_t len = query_row(&salt) ? query_row_bytes(&salt, 0, alone->salt, sizeof alone->salt) : 0;
    Err err = query_end(&salt);
    Query q = query(sql, SQL_ALL_GENERATIONS);
    while (err == OK && query_row(&q)) {
        Row row = {.slot = query_row_int(&q, 1), .generation = query_row_int(&q, 2)};
        query_row_bytes(&q, 0, row.id, sizeof row.id);
        buf_add(&alone->rows, &row, sizeof row);
    }
    Err rows = query_end(&q);
    err = err == OK ? rows : err;
    return err == OK && len != sizeof alone->salt ? ERR_DAMAGED : err;
}

static Alone look_alone(const Store *store) {
    Alone alone = {0};
    Sql sql = {0};
    if (connect_open(store, main_name, CONNECT_ALONE, &sql) == OK) {
        alone.whole = read_alone(&sql, &alone) == OK && connect_check(&sql) == OK;
        sql_done(&sql, false);
    }
    return alone;
}

/* A deletion that is not finished is noted as 'purge' in the same transaction; without that note
 * drafts only grow newer. */
static Err same_house(Store *store, const Alone *alone, bool *same) {
    int64_t purge = 0;
    Err err = meta_number(&store->sql, "purge", &purge);
    bool fits = memcmp(alone->salt, store->cost.salt, sizeof alone->salt) == 0;
    for (size_t at = 0; err == OK && fits && !purge && at < alone->rows.len; at += sizeof(Row)) {
        Row row;
        int64_t there = 0;
        memcpy(&row, alone->rows.bytes + at, sizeof row);
        Query q = query(&store->sql, SQL_STILL_THERE);
        query_blob(&q, 1, row.id, sizeof row.id);
        query_int(&q, 2, row.slot);
        query_int(&q, 3, row.generation);
        err = query_number(&q, &there);
        fits = err != OK || there > 0; /* not known is not gone */
    }
    *same = fits;
    return err;
}

/* The WAL alone is set aside: it is foreign, or what makes a whole file unusable. */
static Err open_without_wal(Store *store, StoreHealth *health) {
    static const char *const wal[] = {wal_name, NULL};
    sql_done(&store->sql, false);
    Err err = aside_move(store, wal);
    if (err == OK) {
        health->quarantined = true;
        err = open_file(store);
    }
    return err;
}

static Err open_beside(Store *store, const Alone *alone, StoreHealth *health) {
    Err err = open_file(store);
    if (!alone->whole) {
        return err;
    }
    bool same = true;
    if (err == OK) {
        err = same_house(store, alone, &same);
    }
    if (unusable(err) || !same) {
        return open_without_wal(store, health);
    }
    if (err != OK) {
        sql_done(&store->sql, false);
    }
    return err;
}

static Err open_with_wal(Store *store, StoreHealth *health) {
    int64_t size = 0, wal = 0;
    Err err = open_size(store, main_name, &size);
    if (err == OK) {
        err = open_size(store, wal_name, &wal);
    }
    if (err != OK || size == 0 || wal == 0) {
        return err == OK ? open_file(store) : err;
    }
    err = open_look(store);
    if (err == OK) {
        Alone alone = look_alone(store);
        err = open_beside(store, &alone, health);
        buf_done(&alone.rows);
    }
    return err;
}

static bool any_backup(const Store *store) {
    int64_t a = 0, b = 0;
    return (open_size(store, backup_names[0], &a) == OK && a > 0) ||
           (open_size(store, backup_names[1], &b) == OK && b > 0);
}

Err recover_open(Store *store, StoreHealth *health) {
    int64_t size = 0;
    Err err = open_size(store, main_name, &size);
    if (err == OK && size == 0 && any_backup(store)) {
        err = set_aside_and_restore(store, health); /* it was there once */
    }
    if (err == OK) {
        err = open_with_wal(store, health);
    }
    if (!unusable(err)) {
        return err;
    }
    err = set_aside_and_restore(store, health);
    if (err == OK) {
        err = open_file(store);
    }
    if (err == OK) {
        salvage(store, aside_last(store), health->started_empty);
        err = open_meta(store);
    }
    if (err != OK) {
        sql_done(&store->sql, false);
    }
    return err;
}
