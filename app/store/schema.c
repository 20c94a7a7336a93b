/* Tables and migrations. 'k' and 'v' of meta: salt, passes, memory (of key.h), today (the last
 * confirmed day), fails (of words tried), backup (its number), purge (backups still to be rewritten
 * after a deletion). */
#include "store/schema.h"
#include "store/key.h"

#include <assert.h>
#include <sodium.h>
#include <stdio.h>

static const char *const steps[] = {
    "CREATE TABLE meta("
    "  k TEXT PRIMARY KEY,"
    "  v ANY NOT NULL"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE setting("
    "  name TEXT PRIMARY KEY,"
    "  value TEXT NOT NULL"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE draft("
    "  id BLOB NOT NULL CHECK(length(id) = 16),"
    "  slot INTEGER NOT NULL CHECK(slot IN (0, 1)),"
    "  gen INTEGER NOT NULL,"
    "  kday INTEGER NOT NULL," /* a confirmed day at or after the save; 0: none yet */
    "  cipher INTEGER NOT NULL,"
    "  body INTEGER NOT NULL,"
    "  nonce BLOB NOT NULL CHECK(length(nonce) = 24),"
    "  box BLOB NOT NULL CHECK(length(box) <= 524288),"
    "  UNIQUE(id, slot)"
    ") STRICT;", /* with rowid: a save then overwrites its pages in place, half the writing */
};

const Schema schema_ours = {sizeof steps / sizeof steps[0], steps};

/* Argon2id, three passes over 64 MiB: about a second on the board, years for a thief. */
enum { KEY_PASSES = 3, KEY_MEMORY = 64 * 1024 * 1024 };

static Err set_number(Sql *sql, const char *name, int64_t value) {
    Query q = query(sql, SQL_SET_META);
    query_text(&q, 1, name);
    query_int(&q, 2, value);
    return query_run(&q);
}

static Err first_rows(Sql *sql) {
    unsigned char salt[sizeof((KeyCost){0}).salt];
    randombytes_buf(salt, sizeof salt);
    Query q = query(sql, SQL_SET_META);
    query_text(&q, 1, "salt");
    query_blob(&q, 2, salt, sizeof salt);
    Err err = query_run(&q);
    if (err == OK) {
        err = set_number(sql, "passes", KEY_PASSES);
    }
    return err == OK ? set_number(sql, "memory", KEY_MEMORY) : err;
}

static Err one_step(Sql *sql, const Schema *schema, int version) {
    char number[64];
    snprintf(number, sizeof number, "PRAGMA user_version = %d", version);
    Err err = sql_script(sql, schema->steps[version - 1]);
    if (err == OK && version == 1) {
        err = first_rows(sql);
    }
    if (err == OK && version == 1) {
        char ours[64];
        snprintf(ours, sizeof ours, "PRAGMA application_id = %d", SCHEMA_APPLICATION);
        err = sql_script(sql, ours);
    }
    return err == OK ? sql_script(sql, number) : err;
}

Err schema_migrate(Sql *sql, const Schema *schema, int version) {
    assert(version >= 0 && version <= schema->version);
    for (int next = version + 1; next <= schema->version; next++) {
        Err err = sql_begin(sql);
        if (err == OK) {
            err = sql_end(sql, one_step(sql, schema, next));
        }
        if (err != OK) {
            return err;
        }
    }
    return OK;
}
