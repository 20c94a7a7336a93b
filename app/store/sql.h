/* Every statement the store ever runs, by number, and the small way to run one.
 *
 * A Query remembers the first thing that went wrong, so that a caller binds, steps and asks once at
 * the end. Statements are prepared on first use and kept until sql_done. */
#ifndef STORE_SQL_H
#define STORE_SQL_H

#include "base/buf.h"
#include "base/err.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum SqlId {
    SQL_BEGIN,
    SQL_COMMIT,
    SQL_ROLLBACK,
    SQL_APPLICATION,
    SQL_VERSION,
    SQL_TABLES,
    SQL_CHECK,
    SQL_COPY_TO,
    SQL_META,
    SQL_SET_META,
    SQL_SETTING,
    SQL_SET_SETTING,
    SQL_DROP_SETTING,
    SQL_GENERATIONS,
    SQL_ROW,
    SQL_SAVE,
    SQL_DELETE,
    SQL_DELETE_ALL,
    SQL_DATE_NEW,
    SQL_DATE_BACK,
    SQL_DUE,
    SQL_EXPIRE,
    SQL_COUNT_DRAFTS,
    SQL_OLDEST,
    SQL_ALL_ROWS,
    SQL_ALL_GENERATIONS,
    SQL_STILL_THERE,
    SQL_KEEP_ROW,
    SQL_ALL_SETTINGS,
    SQL_KEEP_SETTING,
    SQL_PAGES,
    SQL_FREE_PAGES,
    SQL_IDS /* how many there are */
} SqlId;

/* One connection and its statements. */
typedef struct Sql {
    sqlite3 *db;
    sqlite3_stmt *statements[SQL_IDS];
    bool disk_full; /* the last failure was that the disk is full */
} Sql;

typedef struct Query {
    Sql *sql;
    sqlite3_stmt *statement;
    int code; /* SQLITE_OK until something fails */
} Query;

Query query(Sql *sql, SqlId id);
void query_int(Query *q, int place, int64_t value);
void query_text(Query *q, int place, const char *text);
void query_blob(Query *q, int place, const void *bytes, size_t len); /* bytes outlive the query */

/* True while there is a row to read. */
bool query_row(Query *q);
int64_t query_row_int(const Query *q, int column);
size_t query_row_bytes(const Query *q, int column, void *out, size_t size); /* length, clipped */
void query_row_buf(const Query *q, int column, Buf *out);
Err query_end(Query *q);

/* For those that return nothing. */
Err query_run(Query *q);

/* One whole number of one row; *out stays when there is none. */
Err query_number(Query *q, int64_t *out);

/* A transaction: sql_end commits when so_far is OK, else rolls back; returns what went wrong. */
Err sql_begin(Sql *sql);
Err sql_end(Sql *sql, Err so_far);

/* Text of our own that has no number: pragmas and schema steps. */
Err sql_script(Sql *sql, const char *text);

/* What an extended result code of SQLite means to a person. */
Err sql_err(sqlite3 *db, int code);

/* Finalises the statements and closes. checkpoint false leaves database and WAL as they are. */
void sql_done(Sql *sql, bool checkpoint);

#endif
