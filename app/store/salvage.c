/* After a damaged database was set aside: drafts in it that are newer than the backup's. Each row
 * is sealed, so a damaged one cannot pass for whole; reading stops where the file cannot be read.
 */
#include "store/inside.h"

#include <stdio.h>

enum { ID = 16, NONCE = 24 };

static Err keep_row(Store *store, const Query *from, Buf *box) {
    unsigned char id[ID], nonce[NONCE];
    if (query_row_bytes(from, 0, id, sizeof id) != sizeof id ||
        query_row_bytes(from, 6, nonce, sizeof nonce) != sizeof nonce) {
        return OK; /* no row of ours */
    }
    buf_clear(box);
    query_row_buf(from, 7, box);
    Query to = query(&store->sql, SQL_KEEP_ROW);
    query_blob(&to, 1, id, sizeof id);
    for (int column = 1; column <= 5; column++) { /* slot, gen, kday, cipher, body */
        query_int(&to, column + 1, query_row_int(from, column));
    }
    query_blob(&to, 7, nonce, sizeof nonce);
    query_blob(&to, 8, buf_string(box), box->len);
    Err err = query_run(&to);
    return err == ERR_DAMAGED ? OK : err; /* refused by a rule of the table: not a row of ours */
}

static Err keep_rows(Store *store, Sql *aside) {
    Buf box = {0};
    Err err = OK;
    Query q = query(aside, SQL_ALL_ROWS);
    while (err == OK && query_row(&q)) {
        err = keep_row(store, &q, &box);
    }
    query_end(&q); /* its end or the damage: what came before counts */
    buf_done(&box);
    return err;
}

static Err keep_settings(Store *store, Sql *aside) {
    Err err = OK;
    Query q = query(aside, SQL_ALL_SETTINGS);
    while (err == OK && query_row(&q)) {
        char name[128] = "", value[4097] = "";
        query_row_bytes(&q, 0, name, sizeof name - 1);
        query_row_bytes(&q, 1, value, sizeof value - 1);
        Query to = query(&store->sql, SQL_KEEP_SETTING);
        query_text(&to, 1, name);
        query_text(&to, 2, value);
        err = query_run(&to);
    }
    query_end(&q);
    return err;
}

static Err keep_meta(Store *store, Sql *aside) {
    unsigned char salt[sizeof store->cost.salt];
    Query from = query(aside, SQL_META);
    query_text(&from, 1, "salt");
    size_t len = query_row(&from) ? query_row_bytes(&from, 0, salt, sizeof salt) : 0;
    if (query_end(&from) != OK || len != sizeof salt) {
        return OK;
    }
    Query to = query(&store->sql, SQL_SET_META);
    query_text(&to, 1, "salt");
    query_blob(&to, 2, salt, sizeof salt);
    Err err = query_run(&to);
    int64_t today = 0;
    if (err == OK && meta_number(aside, "today", &today) == OK && today > 0) {
        err = meta_set_number(&store->sql, "today", today);
    }
    return err;
}

void salvage(Store *store, int number, bool with_salt) {
    char name[64];
    Sql aside = {0};
    snprintf(name, sizeof name, "aside/%03d/drafts.db", number);
    int64_t size = 0;
    if (open_size(store, name, &size) != OK || size == 0 ||
        connect_open(store, name, CONNECT_WRITE, &aside) != OK) {
        return;
    }
    Found found = {0};
    bool ours = connect_look(&aside, &found) == OK && found.application == SCHEMA_APPLICATION &&
                found.version == store->schema->version;
    Err err = ours ? sql_begin(&store->sql) : ERR_NOT_OURS;
    if (err == OK) {
        err = keep_rows(store, &aside);
        if (err == OK && with_salt) {
            err = keep_settings(store, &aside);
        }
        if (err == OK && with_salt) {
            err = keep_meta(store, &aside);
        }
        sql_end(&store->sql, err); /* not done: the file stays where it is for somebody's hands */
    }
    sql_done(&aside, false);
}
