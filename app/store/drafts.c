/* Saving, loading and deleting drafts. */
#include "store/inside.h"
#include "store/seal.h"

#include <assert.h>

enum { SLOTS = 2 };

typedef struct Generations { /* newest first */
    int count;
    int slot[SLOTS];
    int64_t number[SLOTS];
} Generations;

static Err find(Sql *sql, const DraftKey *key, Generations *out) {
    Generations found = {0};
    Query q = query(sql, SQL_GENERATIONS);
    query_blob(&q, 1, key->id, sizeof key->id);
    while (query_row(&q) && found.count < SLOTS) {
        found.slot[found.count] = (int)query_row_int(&q, 0);
        found.number[found.count] = query_row_int(&q, 1);
        found.count++;
    }
    Err err = query_end(&q);
    if (err == OK) {
        *out = found;
    }
    return err;
}

static Err put(Sql *sql, const DraftKey *key, const Sealed *sealed) {
    Query q = query(sql, SQL_SAVE);
    int place = 1;
    query_blob(&q, place++, key->id, sizeof key->id);
    query_int(&q, place++, sealed->slot);
    query_int(&q, place++, sealed->generation);
    query_int(&q, place++, sealed->cipher);
    query_int(&q, place++, sealed->body);
    query_blob(&q, place++, sealed->nonce, sizeof sealed->nonce);
    query_blob(&q, place, sealed->box.bytes, sealed->box.len);
    return query_run(&q);
}

/* New drafts are refused while the reserve is spent or the database has its size: what is left is
 * for those that are open. */
static Err room_for_new(Store *store) {
    int64_t pages = 0, unused = 0;
    Query all = query(&store->sql, SQL_PAGES);
    Err err = query_number(&all, &pages);
    if (err == OK) {
        Query rest = query(&store->sql, SQL_FREE_PAGES);
        err = query_number(&rest, &unused);
    }
    if (err == OK && (pages - unused) * STORE_PAGE > STORE_MOST_BYTES) {
        err = ERR_FULL;
    }
    if (err == OK && !store->reserve && !reserve_make(store)) {
        err = ERR_FULL;
    }
    return err;
}

/* Over the older of the two generations, so that the newer one stays whole whatever happens. */
static Err save_inside(Store *store, const DraftKey *key, const Draft *draft, bool *new_draft) {
    Generations there = {0};
    Err err = find(&store->sql, key, &there);
    *new_draft = there.count == 0;
    if (err == OK && *new_draft) {
        err = room_for_new(store);
    }
    if (err != OK) {
        return err;
    }
    Sealed sealed = {.slot = 0, .generation = 1};
    if (there.count > 0) {
        int64_t newest = there.number[0]; /* a damaged row may say anything */
        sealed.slot = 1 - there.slot[0];
        sealed.generation = newest < INT64_MAX ? newest + 1 : newest;
    }
    seal_close(key, draft, &sealed);
    err = put(&store->sql, key, &sealed);
    seal_done(&sealed);
    return err;
}

static Err save_once(Store *store, const DraftKey *key, const Draft *draft, bool *new_draft) {
    store->sql.disk_full = false;
    Err err = sql_begin(&store->sql);
    if (err == OK) {
        err = sql_end(&store->sql, save_inside(store, key, draft, new_draft));
    }
    return err;
}

Err store_save(Store *store, const DraftKey *key, const Draft *draft) {
    bool new_draft = true;
    Err err = save_once(store, key, draft, &new_draft);
    if (err == ERR_FULL && store->sql.disk_full && !new_draft && reserve_release(store)) {
        err = save_once(store, key, draft, &new_draft);
    }
    store->changed = store->changed || err == OK;
    return err;
}

static Err get(Sql *sql, const DraftKey *key, int slot, int64_t generation, Draft *draft) {
    Sealed sealed = {.slot = slot, .generation = generation};
    Query q = query(sql, SQL_ROW);
    query_blob(&q, 1, key->id, sizeof key->id);
    query_int(&q, 2, slot);
    bool row = query_row(&q);
    if (row) {
        sealed.cipher = (int)query_row_int(&q, 0);
        sealed.body = (int)query_row_int(&q, 1);
        row = query_row_bytes(&q, 2, sealed.nonce, sizeof sealed.nonce) == sizeof sealed.nonce;
        query_row_buf(&q, 3, &sealed.box);
    }
    Err err = query_end(&q);
    if (err == OK) {
        err = row ? seal_open(key, &sealed, draft) : ERR_DAMAGED;
    }
    seal_done(&sealed);
    return err;
}

Err store_load(Store *store, const DraftKey *key, Draft *draft) {
    Generations there = {0};
    Err err = find(&store->sql, key, &there);
    if (err != OK) {
        return err;
    }
    err = ERR_NOT_FOUND;
    for (int i = 0; i < there.count; i++) {
        err = get(&store->sql, key, there.slot[i], there.number[i], draft);
        if (err != ERR_DAMAGED && err != ERR_NEWER) {
            break;
        }
    }
    return err;
}

/* Rows go and the need to rewrite the backups is noted in one transaction: a power cut between the
 * two leaves the note. */
static Err delete_by(Store *store, Query *q) {
    Err err = query_run(q);
    return err == OK ? meta_set_number(&store->sql, "purge", 1) : err;
}

Err store_delete(Store *store, const DraftKey *key) {
    Err err = sql_begin(&store->sql);
    if (err == OK) {
        Query q = query(&store->sql, SQL_DELETE);
        query_blob(&q, 1, key->id, sizeof key->id);
        err = sql_end(&store->sql, delete_by(store, &q));
    }
    return err == OK ? backup_purge(store) : err;
}

Err store_delete_all(Store *store) {
    Err err = sql_begin(&store->sql);
    if (err == OK) {
        Query q = query(&store->sql, SQL_DELETE_ALL);
        err = sql_end(&store->sql, delete_by(store, &q));
    }
    if (err == OK) {
        err = backup_purge(store);
    }
    for (int first = aside_first(store); err == OK && first > 0; first = aside_first(store)) {
        err = aside_remove(store, first);
    }
    return err;
}

Err store_rest(Store *store) {
    Err err = connect_checkpoint(&store->sql);
    if (err == OK && store->changed) {
        err = backup_write(store);
    }
    if (err == OK && !store->reserve) {
        reserve_make(store);
    }
    connect_room(&store->sql, store->wal_room);
    return err;
}
