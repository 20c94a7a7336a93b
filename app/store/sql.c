/* The table of statements. Tables are described in schema.c. */
#include "store/sql.h"

#include <assert.h>
#include <string.h>

static const char *const texts[SQL_IDS] = {
    [SQL_BEGIN] = "BEGIN IMMEDIATE",
    [SQL_COMMIT] = "COMMIT",
    [SQL_ROLLBACK] = "ROLLBACK",
    [SQL_APPLICATION] = "PRAGMA application_id",
    [SQL_VERSION] = "PRAGMA user_version",
    [SQL_TABLES] = "SELECT count(*) FROM sqlite_schema",
    [SQL_CHECK] = "PRAGMA integrity_check(1)",
    [SQL_COPY_TO] = "VACUUM INTO ?1",
    [SQL_META] = "SELECT v FROM meta WHERE k = ?1",
    [SQL_SET_META] = "INSERT INTO meta(k, v) VALUES(?1, ?2)"
                     " ON CONFLICT(k) DO UPDATE SET v = excluded.v",
    [SQL_SETTING] = "SELECT value FROM setting WHERE name = ?1",
    [SQL_SET_SETTING] = "INSERT INTO setting(name, value) VALUES(?1, ?2)"
                        " ON CONFLICT(name) DO UPDATE SET value = excluded.value",
    [SQL_DROP_SETTING] = "DELETE FROM setting WHERE name = ?1",
    [SQL_GENERATIONS] = "SELECT slot, gen FROM draft WHERE id = ?1 ORDER BY gen DESC",
    [SQL_ROW] = "SELECT cipher, body, nonce, box FROM draft WHERE id = ?1 AND slot = ?2",
    [SQL_SAVE] = "INSERT INTO draft(id, slot, gen, kday, cipher, body, nonce, box)"
                 " VALUES(?1, ?2, ?3, 0, ?4, ?5, ?6, ?7) ON CONFLICT(id, slot) DO UPDATE"
                 " SET gen = excluded.gen, kday = 0, cipher = excluded.cipher,"
                 " body = excluded.body, nonce = excluded.nonce, box = excluded.box",
    [SQL_DELETE] = "DELETE FROM draft WHERE id = ?1",
    [SQL_DELETE_ALL] = "DELETE FROM draft",
    [SQL_DATE_NEW] = "UPDATE draft SET kday = ?1 WHERE kday = 0",
    [SQL_DATE_BACK] = "UPDATE draft SET kday = ?1 WHERE kday > ?1",
    /* A draft is as young as its youngest generation; an undated one (0) does not age. */
    [SQL_DUE] = "SELECT count(*) FROM (SELECT id FROM draft GROUP BY id"
                " HAVING min(kday) > 0 AND max(kday) < ?1)",
    [SQL_EXPIRE] = "DELETE FROM draft WHERE id IN (SELECT id FROM draft GROUP BY id"
                   " HAVING min(kday) > 0 AND max(kday) < ?1)",
    [SQL_COUNT_DRAFTS] = "SELECT count(DISTINCT id) FROM draft",
    [SQL_OLDEST] = "SELECT ifnull(min(age), 0) FROM (SELECT max(kday) AS age FROM draft"
                   " GROUP BY id HAVING min(kday) > 0)",
    [SQL_ALL_ROWS] = "SELECT id, slot, gen, kday, cipher, body, nonce, box FROM draft",
    [SQL_ALL_GENERATIONS] = "SELECT id, slot, gen FROM draft",
    [SQL_STILL_THERE] = "SELECT count(*) FROM draft WHERE id = ?1 AND slot = ?2 AND gen >= ?3",
    [SQL_KEEP_ROW] = "INSERT INTO draft(id, slot, gen, kday, cipher, body, nonce, box)"
                     " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT(id, slot) DO UPDATE"
                     " SET gen = excluded.gen, kday = excluded.kday, cipher = excluded.cipher,"
                     " body = excluded.body, nonce = excluded.nonce, box = excluded.box"
                     " WHERE excluded.gen > draft.gen",
    [SQL_ALL_SETTINGS] = "SELECT name, value FROM setting",
    [SQL_KEEP_SETTING] = "INSERT OR IGNORE INTO setting(name, value) VALUES(?1, ?2)",
    [SQL_PAGES] = "PRAGMA page_count",
    [SQL_FREE_PAGES] = "PRAGMA freelist_count",
};

Err sql_err(sqlite3 *db, int code) {
    enum { PRIMARY = 0xff };
    if (code == SQLITE_IOERR_NOMEM) {
        return ERR_FULL;
    }
    switch (code & PRIMARY) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
        return OK;
    case SQLITE_FULL:
    case SQLITE_NOMEM:
        return ERR_FULL;
    case SQLITE_READONLY:
        return ERR_READ_ONLY;
    case SQLITE_ERROR: /* our statements are fixed: the tables are not what they were */
    case SQLITE_CORRUPT:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
        return ERR_DAMAGED;
    case SQLITE_NOTADB:
        return ERR_NOT_OURS;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ERR_BUSY;
    case SQLITE_TOOBIG:
        return ERR_TOO_BIG;
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ERR_NO_ACCESS;
    case SQLITE_CANTOPEN: {
        Err why = err_from_errno(sqlite3_system_errno(db));
        return why == OK || why == ERR_IO || why == ERR_NOT_FOUND ? ERR_NO_ACCESS : why;
    }
    default: {
        Err why = err_from_errno(sqlite3_system_errno(db));
        return why == ERR_FULL || why == ERR_READ_ONLY || why == ERR_GONE ? why : ERR_IO;
    }
    }
}

static void note(Query *q, int code) {
    if (q->code == SQLITE_OK && code != SQLITE_OK) {
        q->code = code;
    }
}

Query query(Sql *sql, SqlId id) {
    assert(id >= 0 && id < SQL_IDS && texts[id]);
    Query q = {.sql = sql, .code = SQLITE_OK};
    if (!sql->statements[id]) {
        q.code = sqlite3_prepare_v3(sql->db, texts[id], -1, SQLITE_PREPARE_PERSISTENT,
                                    &sql->statements[id], NULL);
    }
    q.statement = sql->statements[id];
    return q;
}

void query_int(Query *q, int place, int64_t value) {
    if (q->code == SQLITE_OK) {
        note(q, sqlite3_bind_int64(q->statement, place, value));
    }
}

void query_text(Query *q, int place, const char *text) {
    if (q->code == SQLITE_OK) {
        note(q, sqlite3_bind_text(q->statement, place, text, -1, SQLITE_STATIC));
    }
}

void query_blob(Query *q, int place, const void *bytes, size_t len) {
    if (q->code == SQLITE_OK) {
        note(q, sqlite3_bind_blob64(q->statement, place, bytes, len, SQLITE_STATIC));
    }
}

bool query_row(Query *q) {
    if (q->code != SQLITE_OK) {
        return false;
    }
    int code = sqlite3_step(q->statement);
    if (code == SQLITE_ROW) {
        return true;
    }
    note(q, code == SQLITE_DONE ? SQLITE_OK : code);
    return false;
}

int64_t query_row_int(const Query *q, int column) {
    return sqlite3_column_int64(q->statement, column);
}

size_t query_row_bytes(const Query *q, int column, void *out, size_t size) {
    const void *bytes = sqlite3_column_blob(q->statement, column);
    size_t len = (size_t)sqlite3_column_bytes(q->statement, column);
    if (bytes && size > 0) {
        memcpy(out, bytes, len < size ? len : size);
    }
    return bytes ? len : 0;
}

void query_row_buf(const Query *q, int column, Buf *out) {
    const void *bytes = sqlite3_column_blob(q->statement, column);
    if (bytes) {
        buf_add(out, bytes, (size_t)sqlite3_column_bytes(q->statement, column));
    }
}

Err query_end(Query *q) {
    if (q->statement) {
        note(q, sqlite3_reset(q->statement)); /* also tells of a column that found no memory */
        sqlite3_clear_bindings(q->statement);
    }
    Err err = sql_err(q->sql->db, q->code);
    if (q->code != SQLITE_OK) {
        q->sql->disk_full =
            err == ERR_FULL && q->code != SQLITE_NOMEM && q->code != SQLITE_IOERR_NOMEM;
    }
    return err;
}

Err query_run(Query *q) {
    while (query_row(q)) {
    }
    return query_end(q);
}

Err query_number(Query *q, int64_t *out) {
    bool row = query_row(q);
    int64_t number = row ? query_row_int(q, 0) : 0;
    Err err = query_end(q);
    if (err == OK && row) {
        *out = number;
    }
    return err;
}

static Err roll_back(Sql *sql) {
    Query q = query(sql, SQL_ROLLBACK);
    return query_run(&q);
}

Err sql_begin(Sql *sql) {
    Err err = OK;
    if (!sqlite3_get_autocommit(sql->db)) { /* the one before could not even be rolled back */
        err = roll_back(sql);
    }
    if (err == OK) {
        Query q = query(sql, SQL_BEGIN);
        err = query_run(&q);
    }
    return err;
}

Err sql_end(Sql *sql, Err so_far) {
    Err err = so_far;
    if (err == OK) {
        Query q = query(sql, SQL_COMMIT);
        err = query_run(&q);
    }
    if (!sqlite3_get_autocommit(sql->db)) {
        bool disk_full = sql->disk_full;
        roll_back(sql); /* not done: the next begin does, or the next start */
        sql->disk_full = disk_full;
    }
    return err;
}

Err sql_script(Sql *sql, const char *text) {
    int code = sqlite3_exec(sql->db, text, NULL, NULL, NULL);
    return sql_err(sql->db, code == SQLITE_OK ? code : sqlite3_extended_errcode(sql->db));
}

void sql_done(Sql *sql, bool checkpoint) {
    for (int i = 0; i < SQL_IDS; i++) {
        sqlite3_finalize(sql->statements[i]);
    }
    if (sql->db) {
        sqlite3_db_config(sql->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, !checkpoint, NULL);
        sqlite3_close(sql->db);
    }
    *sql = (Sql){0};
}
