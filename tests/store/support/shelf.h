/* The folder of one test, made before it and gone after it, and the few things that most tests of
 * the store do there. Keys and drafts are told by numbers: shelf_save(store, 3, 7) puts draft 7
 * under key 3. */
#ifndef TESTS_STORE_SHELF_H
#define TESTS_STORE_SHELF_H

#include "support/scene.h"
#include "unit.h"

extern char folder[SCENE_PATH];

int shelf_make(void **state);
int shelf_clear(void **state); /* nothing fails or is counted any more, too */
#define ON_SHELF(test) cmocka_unit_test_setup_teardown(test, shelf_make, shelf_clear)

/* Opens; asserts that it works. health may be NULL. */
Store *shelf_open(StoreOptions options, StoreHealth *health);
bool shelf_as_left(const StoreHealth *health); /* nothing set aside, nothing begun anew */

/* A draft of some 3,000 bytes; shelf_save asserts that it works. */
Err shelf_try_save(Store *store, int key, int n);
void shelf_save(Store *store, int key, int n);
Err shelf_delete(Store *store, int key);

/* The number of the draft under that key; -1 when there is none; asserts on any other failure. */
int shelf_load(Store *store, int key);

void shelf_remove(const char *name); /* a file of the folder */

#endif
