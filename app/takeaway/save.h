/* Writing to a stick so that 'safe' is true, and so that a stick that was pulled takes the next
 * save as if nothing had been: the order of calls is told in save.c.
 *
 * Blocking: runs in the worker, with values only. All system calls go through one table, so that
 * tests make each of them fail. */
#ifndef TAKEAWAY_SAVE_H
#define TAKEAWAY_SAVE_H

#include "base/buf.h"
#include "base/err.h"

#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum { SAVE_FILES = 4, SAVE_SUFFIX = 8 };

typedef struct SaveFile {
    char suffix[SAVE_SUFFIX];
    const char *bytes; /* borrowed until the save is done */
    size_t len;
} SaveFile;

typedef struct StickCalls StickCalls;
extern const StickCalls system_stick_calls;

/* Writes the files as outcomes-NNN.SUFFIX with the next free NNN for all of them, into
 * TALKING-POINTS/ of the stick at path. progress(user, files done) may be NULL. OK only after all
 * were read back and were equal; *number is NNN then. ERR_GONE, ERR_FULL, ERR_READ_ONLY,
 * ERR_NOT_OURS (TALKING-POINTS is no folder), ERR_TOO_BIG (999 are there), ERR_IO. */
Err takeaway_save(const StickCalls *calls, const char *path, const SaveFile *files, int count,
                  void (*progress)(void *user, int done), void *user, int *number);

/* Reads the files of that number once more, after the stick was unmounted and mounted again: from
 * the stick itself, then, and not from memory. OK when all are equal; ERR_GONE or ERR_IO. */
Err takeaway_compare(const StickCalls *calls, const char *path, int number, const SaveFile *files,
                     int count);

/* The complete drafts on a stick, newest number first. */
enum { FOUND_MOST = 50 };
typedef struct Found {
    int number;
    int outcomes;    /* how many are in it */
    int year, month; /* when it was written, 0 where that is not known */
} Found;

int takeaway_list(const char *path, Found out[FOUND_MOST]);

/* Reads outcomes-NNN.json of the stick into draft. */
struct Draft;
Err takeaway_open(const char *path, int number, struct Draft *draft);

#endif
