/* A folder of its own for each test, keys and drafts to put into it. The folder lies on a
 * memory-backed file system where there is one: these tests ask what SQLite was told, not a disk.
 */
#ifndef TESTS_STORE_SCENE_H
#define TESTS_STORE_SCENE_H

#include "store/store.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SCENE_PATH = 256 };

/* Makes an empty folder; scene_remove takes it away with all that is in it. */
void scene_make(char folder[SCENE_PATH]);
void scene_empty(const char *folder); /* removes what is in it */
void scene_remove(const char *folder);

void scene_path(const char *folder, const char *name, char out[SCENE_PATH]);
bool scene_exists(const char *folder, const char *name);
int64_t scene_size(const char *folder, const char *name); /* -1 when missing */

/* Reads at most size bytes; returns how many. */
size_t scene_read(const char *folder, const char *name, void *out, size_t size);
void scene_write(const char *folder, const char *name, const void *bytes, size_t len);
void scene_copy(const char *from_folder, const char *from, const char *to_folder, const char *to);
void scene_copy_all(const char *from_folder, const char *to_folder); /* with one level of folders */

/* Calls with the path of each file in the folder and below. */
void scene_each_file(const char *folder, void (*visit)(const char *path, void *data), void *data);

/* Key number n, never the same for two numbers; no Argon2. */
DraftKey scene_key(int n);

/* A draft whose first outcome says n in its words, long enough for `bytes` bytes of text. */
void scene_draft(Draft *draft, int n, size_t bytes);
int scene_draft_number(const Draft *draft); /* n again; -1 when it is no such draft */

/* Options of a store whose WAL has little room: thousands of starts need not write megabytes. */
StoreOptions scene_options(const char *folder);

/* Opens with these; asserts that it works. */
Store *scene_open(const char *folder);

/* The number of the draft that key opens; -1 when there is none; asserts on any other failure. */
int scene_load(Store *store, const DraftKey *key);

#endif
