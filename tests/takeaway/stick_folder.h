/* A temporary folder that plays a stick in tests. */
#ifndef TESTS_STICK_FOLDER_H
#define TESTS_STICK_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

enum { STICK_PATH_SIZE = 512 };

/* Makes an empty one; its path is written to path. */
void stick_make(char path[STICK_PATH_SIZE]);

/* Removes it with all in it. */
void stick_remove(const char *path);

/* Writes a file of the stick, making TALKING-POINTS when name begins with it. */
void stick_put(const char *path, const char *name, const void *bytes, size_t len);

/* True when that file holds exactly these bytes. */
bool stick_holds(const char *path, const char *name, const void *bytes, size_t len);

/* How many names there are in a folder of the stick, "" for its root; -1 when it is not there. */
int stick_count(const char *path, const char *name);

#endif
