/* Waiting after words that open nothing: a guesser meets minutes, a parent with a slip of the
 * finger meets three seconds, nobody is ever locked out. */
#include "store/inside.h"

#include <limits.h>

enum {
    DELAY_FIRST = 3, /* seconds */
    FREE_TRIES = 5,  /* from this one on the long wait, doubling */
    DELAY_LONG = 30,
    DELAY_MOST = 300,
    MS = 1000
};

int store_try_delay(int fails) {
    if (fails <= 0) {
        return 0;
    }
    if (fails < FREE_TRIES) {
        return DELAY_FIRST;
    }
    int delay = DELAY_LONG;
    for (int i = FREE_TRIES; i < fails && delay < DELAY_MOST; i++) {
        delay *= 2;
    }
    return delay < DELAY_MOST ? delay : DELAY_MOST;
}

int store_try_wait(const Store *store, int64_t now_ms) {
    if (store->fails == 0 || now_ms >= store->wait_until_ms) {
        return 0;
    }
    int64_t left = store->wait_until_ms - now_ms;
    int most = store_try_delay(store->fails); /* a clock that went back must not make it longer */
    return left > (int64_t)most * MS ? most : (int)((left + MS - 1) / MS);
}

/* Counted here first: a disk that fails must not give free tries. */
Err store_try_failed(Store *store, int64_t now_ms) {
    if (store->fails < INT_MAX) {
        store->fails++;
    }
    store->wait_until_ms = now_ms + (int64_t)store_try_delay(store->fails) * MS;
    return meta_set_number(&store->sql, "fails", store->fails);
}

Err store_try_worked(Store *store) {
    if (store->fails == 0) {
        return OK;
    }
    store->fails = 0;
    return meta_set_number(&store->sql, "fails", 0);
}
