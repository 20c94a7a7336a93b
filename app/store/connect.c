/* One connection to SQLite, set up for a file that may be damaged or hostile. */
#include "store/inside.h"
#include "store/memory.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

void store_path(const Store *store, const char *name, char *out) {
    snprintf(out, STORE_PATH, "%s/%s", store->folder, name);
}

static void limit(sqlite3 *db) {
    static const struct {
        int what, most;
    } limits[] = {
        {SQLITE_LIMIT_LENGTH, 1024 * 1024}, {SQLITE_LIMIT_SQL_LENGTH, 16 * 1024},
        {SQLITE_LIMIT_ATTACHED, 0},         {SQLITE_LIMIT_VARIABLE_NUMBER, 32},
        {SQLITE_LIMIT_EXPR_DEPTH, 20},
    };
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        sqlite3_limit(db, limits[i].what, limits[i].most);
    }
    static const struct {
        int what, on;
    } switches[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
        {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
        {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1}, /* until the file is known to be ours */
    };
    for (size_t i = 0; i < sizeof switches / sizeof switches[0]; i++) {
        sqlite3_db_config(db, switches[i].what, switches[i].on, NULL);
    }
}

/* As SQLite reads names that carry options: all but plain characters by their number. */
static void uri_of(const char *path, char *out, size_t size) {
    size_t len = (size_t)snprintf(out, size, "file:");
    for (; *path && len + 4 < size; path++) {
        bool plain = isalnum((unsigned char)*path) || strchr("/._-", *path);
        int more = snprintf(out + len, size - len, plain ? "%c" : "%%%02X", (unsigned char)*path);
        len += (size_t)more;
    }
    snprintf(out + len, size - len, "?immutable=1");
}

Err connect_open(const Store *store, const char *name, ConnectMode mode, Sql *out) {
    memory_install();
    enum { URI = 3 * STORE_PATH + 32 };
    char path[URI], plain[STORE_PATH];
    store_path(store, name, plain);
    snprintf(path, sizeof path, "%s", plain);
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (mode) {
    case CONNECT_ALONE:
        uri_of(plain, path, sizeof path);
        flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
        break;
    case CONNECT_READ:
        flags |= SQLITE_OPEN_READONLY;
        break;
    case CONNECT_WRITE:
    default:
        flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
    Sql sql = {0};
    int code = sqlite3_open_v2(path, &sql.db, flags, store->vfs);
    Err err = sql.db ? sql_err(sql.db, code) : ERR_FULL;
    if (err == OK && mode == CONNECT_WRITE && sqlite3_db_readonly(sql.db, "main") == 1) {
        err = ERR_READ_ONLY; /* SQLite opens what it may not write, and fails later at a lock */
    }
    if (err == OK) {
        limit(sql.db);
        err = sql_script(&sql, "PRAGMA locking_mode = EXCLUSIVE;"
                               "PRAGMA secure_delete = ON;"
                               "PRAGMA page_size = 8192;" /* one sealed draft: one page a save */
                               "PRAGMA temp_store = MEMORY;"
                               "PRAGMA mmap_size = 0;"
                               "PRAGMA foreign_keys = ON;"
                               "PRAGMA cell_size_check = ON;"
                               "PRAGMA trusted_schema = OFF;"
                               "PRAGMA recursive_triggers = OFF;");
    }
    if (err == OK) {
        *out = sql;
    } else {
        sql_done(&sql, false);
    }
    return err;
}

Err connect_look(Sql *sql, Found *out) {
    Found found = {0};
    Query application = query(sql, SQL_APPLICATION);
    Err err = query_number(&application, &found.application);
    if (err == OK) {
        Query version = query(sql, SQL_VERSION);
        err = query_number(&version, &found.version);
    }
    if (err == OK) {
        Query tables = query(sql, SQL_TABLES);
        err = query_number(&tables, &found.tables);
    }
    if (err == OK) {
        *out = found;
    }
    return err;
}

/* At each start: a full house (64 MiB) takes as long as the quick check, which leaves out the
 * index. */
static Err whole(Sql *sql) {
    Query q = query(sql, SQL_CHECK);
    char says[16] = "";
    if (query_row(&q)) {
        query_row_bytes(&q, 0, says, sizeof says - 1);
    }
    Err err = query_end(&q);
    return err == OK && strcmp(says, "ok") != 0 ? ERR_DAMAGED : err;
}

/* Every byte of the file, to no purpose but to see whether it can be read. */
static Err read_through(sqlite3_file *file) {
    sqlite3_int64 size = 0;
    if (!file || !file->pMethods) {
        return OK;
    }
    if (file->pMethods->xFileSize(file, &size) != SQLITE_OK) {
        return ERR_IO;
    }
    unsigned char bytes[4096];
    for (sqlite3_int64 at = 0; at < size; at += (sqlite3_int64)sizeof bytes) {
        int code = file->pMethods->xRead(file, bytes, sizeof bytes, at);
        if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) {
            return ERR_IO;
        }
    }
    return OK;
}

/* The check also says 'damaged' of a page that could not be read just now. A file is only set
 * aside when it can be read and is found wanting a second time. */
Err connect_check(Sql *sql) {
    Err err = whole(sql);
    if (err != ERR_DAMAGED) {
        return err;
    }
    static const int files[] = {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        sqlite3_file *file = NULL;
        sqlite3_file_control(sql->db, "main", files[i], (void *)&file);
        err = read_through(file);
        if (err != OK) {
            return err;
        }
    }
    sqlite3_db_release_memory(sql->db); /* no page of the first look */
    return whole(sql);
}

/* The pragma answers with the mode that is on; it does not fail when it could not change it. */
static Err wal_on(Sql *sql) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(sql->db, "PRAGMA journal_mode = WAL", -1, &statement, NULL);
    if (code == SQLITE_OK) {
        code = sqlite3_step(statement);
    }
    bool on =
        code == SQLITE_ROW && strcmp((const char *)sqlite3_column_text(statement, 0), "wal") == 0;
    Err err = sql_err(sql->db, code);
    sqlite3_finalize(statement);
    return err == OK && !on ? ERR_IO : err;
}

Err connect_wal(Sql *sql) {
    Err err = wal_on(sql);
    if (err == OK) {
        err =
            sql_script(sql, "PRAGMA synchronous = FULL;" /* a save is on the disk when it returns */
                            "PRAGMA wal_autocheckpoint = 1000;" /* no visit saves as often */
                            "PRAGMA journal_size_limit = 2097152;");
    }
    return err;
}

Err connect_checkpoint(Sql *sql) {
    int code = sqlite3_wal_checkpoint_v2(sql->db, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    return sql_err(sql->db, code);
}

static sqlite3_file *wal_of(Sql *sql) {
    sqlite3_file *file = NULL;
    sqlite3_file_control(sql->db, "main", SQLITE_FCNTL_JOURNAL_POINTER, (void *)&file);
    return file && file->pMethods ? file : NULL;
}

void connect_room(Sql *sql, int64_t bytes) {
    enum { PIECE = 64 * 1024 };
    static const unsigned char nothing[PIECE];
    sqlite3_file *wal = wal_of(sql);
    sqlite3_int64 at = 0;
    if (!wal || wal->pMethods->xFileSize(wal, &at) != SQLITE_OK || at >= bytes) {
        return;
    }
    int code = SQLITE_OK;
    for (; at < bytes && code == SQLITE_OK; at += PIECE) {
        int len = bytes - at < PIECE ? (int)(bytes - at) : PIECE;
        code = wal->pMethods->xWrite(wal, nothing, len, at);
    }
    if (code == SQLITE_OK) { /* now, while nobody waits, rather than with the next save */
        wal->pMethods->xSync(wal, SQLITE_SYNC_NORMAL);
    }
}

Err meta_number(Sql *sql, const char *name, int64_t *out) {
    Query q = query(sql, SQL_META);
    query_text(&q, 1, name);
    return query_number(&q, out);
}

Err meta_set_number(Sql *sql, const char *name, int64_t value) {
    Query q = query(sql, SQL_SET_META);
    query_text(&q, 1, name);
    query_int(&q, 2, value);
    return query_run(&q);
}
