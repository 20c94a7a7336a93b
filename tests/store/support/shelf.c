/* What most tests of the store do. */
#include "support/shelf.h"
#include "support/shim.h"

#include <stdio.h>

char folder[SCENE_PATH];

int shelf_make(void **state) {
    (void)state;
    scene_make(folder);
    return 0;
}

int shelf_clear(void **state) {
    (void)state;
    shim_watch(NULL);
    scene_remove(folder);
    return 0;
}

Store *shelf_open(StoreOptions options, StoreHealth *health) {
    Store *store = NULL;
    assert_int_equal(store_open(&options, health, &store), OK);
    return store;
}

bool shelf_as_left(const StoreHealth *health) {
    return !health->quarantined && !health->from_backup && !health->started_empty;
}

Err shelf_try_save(Store *store, int key, int n) {
    enum { BYTES = 3000 };
    DraftKey its = scene_key(key);
    Draft draft;
    scene_draft(&draft, n, BYTES);
    return store_save(store, &its, &draft);
}

void shelf_save(Store *store, int key, int n) {
    assert_int_equal(shelf_try_save(store, key, n), OK);
}

Err shelf_delete(Store *store, int key) {
    DraftKey its = scene_key(key);
    return store_delete(store, &its);
}

int shelf_load(Store *store, int key) {
    DraftKey its = scene_key(key);
    return scene_load(store, &its);
}

void shelf_remove(const char *name) {
    char path[SCENE_PATH];
    scene_path(folder, name, path);
    assert_int_equal(remove(path), 0);
}
