/* Small settings of the site, and how the house stands. */
#include "store/inside.h"

#include <string.h>

enum { NAME_MOST = 64, VALUE_MOST = 4096 };

Err store_setting(Store *store, const char *name, char *out, size_t size) {
    char value[VALUE_MOST + 1] = "";
    Query q = query(&store->sql, SQL_SETTING);
    query_text(&q, 1, name);
    size_t len = query_row(&q) ? query_row_bytes(&q, 0, value, VALUE_MOST) : 0;
    Err err = query_end(&q);
    if (err == OK && len >= size) {
        err = ERR_TOO_BIG;
    }
    if (err == OK) {
        memcpy(out, value, len + 1);
    }
    explicit_bzero(value, sizeof value);
    return err;
}

Err store_set_setting(Store *store, const char *name, const char *value) {
    if (strlen(name) > NAME_MOST || strlen(value) > VALUE_MOST) {
        return ERR_TOO_BIG;
    }
    Query q = query(&store->sql, value[0] ? SQL_SET_SETTING : SQL_DROP_SETTING);
    query_text(&q, 1, name);
    if (value[0]) {
        query_text(&q, 2, value);
    }
    Err err = query_run(&q);
    store->changed = store->changed || err == OK;
    return err;
}

Err store_check(Store *store) {
    sqlite3_db_release_memory(store->sql.db); /* no page that was read before */
    return connect_check(&store->sql);
}

Err store_state(Store *store, StoreState *out) {
    int64_t pages = 0;
    Query q = query(&store->sql, SQL_PAGES);
    Err err = query_number(&q, &pages);
    if (err == OK) {
        *out = (StoreState){.low = !store->reserve, .bytes = pages * STORE_PAGE};
        for (int number = aside_first(store); number > 0 && number <= aside_last(store); number++) {
            out->aside += aside_stands(store, number);
        }
    }
    return err;
}
