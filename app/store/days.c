/* Retention by confirmed days: the clock of the machine is never read here, so a wrong one cannot
 * delete anything. A draft carries a confirmed day at or after its last save. */
#include "store/inside.h"

#include <limits.h>
#include <stdio.h>

/* 1 January 2026 and 31 December 2099: days outside are a broken clock, not a date. */
enum { DAY_FIRST = 20454, DAY_LAST = 47481, DAY_JUMP = 7 };

static Err set_day(Store *store, int64_t day) {
    Err err = sql_begin(&store->sql);
    if (err == OK) {
        Query dated = query(&store->sql, SQL_DATE_NEW);
        query_int(&dated, 1, day);
        err = query_run(&dated);
        if (err == OK) { /* the day before was a mistake: nothing may be from the future */
            Query back = query(&store->sql, SQL_DATE_BACK);
            query_int(&back, 1, day);
            err = query_run(&back);
        }
        if (err == OK) {
            err = meta_set_number(&store->sql, "today", day);
        }
        err = sql_end(&store->sql, err);
    }
    if (err == OK) {
        store->today = day;
        store->changed = true;
    }
    return err;
}

Err store_confirm_day(Store *store, int64_t day) {
    if (store->today > 0 && day > store->today + DAY_JUMP && day <= DAY_LAST) {
        return ERR_WAIT;
    }
    return store_confirm_jump(store, day);
}

Err store_confirm_jump(Store *store, int64_t day) {
    return day < DAY_FIRST || day > DAY_LAST ? ERR_TOO_BIG : set_day(store, day);
}

int64_t store_today(const Store *store) {
    return store->today;
}

Err store_due(Store *store, int64_t day, int keep_days, int *drafts) {
    int64_t count = 0;
    Query q = query(&store->sql, SQL_DUE);
    query_int(&q, 1, day - keep_days);
    Err err = query_number(&q, &count);
    if (err == OK) {
        *drafts = count > INT_MAX ? INT_MAX : (int)count;
    }
    return err;
}

static Err expire_inside(Store *store, int keep_days, int *gone) {
    Err err = store_due(store, store->today, keep_days, gone);
    if (err == OK && *gone > 0) {
        Query q = query(&store->sql, SQL_EXPIRE);
        query_int(&q, 1, store->today - keep_days);
        err = query_run(&q);
        if (err == OK) {
            err = meta_set_number(&store->sql, "purge", 1);
        }
    }
    return err;
}

/* What was set aside holds sealed drafts too: it stays as long as a draft would. The day on which
 * it was first seen is noted; 0 or missing: not yet. */
static Err expire_aside(Store *store, int keep_days) {
    for (int number = aside_first(store); number > 0 && number <= aside_last(store); number++) {
        char name[32];
        int64_t since = 0;
        snprintf(name, sizeof name, "aside-%d", number);
        Err err = meta_number(&store->sql, name, &since);
        bool stands = aside_stands(store, number);
        bool due = stands && since > 0 && since < store->today - keep_days;
        if (err == OK && due) {
            err = aside_remove(store, number);
        }
        int64_t now = !stands || due ? 0 : since > 0 ? since : store->today;
        if (err == OK && now != since) {
            err = meta_set_number(&store->sql, name, now);
        }
        if (err != OK) {
            return err;
        }
    }
    return OK;
}

Err store_expire(Store *store, int keep_days, int *gone) {
    int count = 0;
    if (store->today > 0 && keep_days >= 0) {
        Err err = sql_begin(&store->sql);
        if (err == OK) {
            err = sql_end(&store->sql, expire_inside(store, keep_days, &count));
        }
        if (err == OK && count > 0) {
            err = backup_purge(store);
        }
        if (err == OK) {
            err = expire_aside(store, keep_days);
        }
        if (err != OK) {
            return err;
        }
    }
    *gone = count;
    return OK;
}

Err store_count(Store *store, int *drafts, int64_t *oldest_day) {
    int64_t count = 0, oldest = 0;
    Query all = query(&store->sql, SQL_COUNT_DRAFTS);
    Err err = query_number(&all, &count);
    if (err == OK) {
        Query first = query(&store->sql, SQL_OLDEST);
        err = query_number(&first, &oldest);
    }
    if (err == OK) {
        *drafts = count > INT_MAX ? INT_MAX : (int)count;
        *oldest_day = oldest;
    }
    return err;
}
