/* Whole files on the machine's own disk. Sticks have their own way (takeaway/save.h). */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/buf.h"
#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>

/* Adds the whole regular file to out; ERR_TOO_BIG over most bytes. */
Err file_read(const char *path, size_t most, Buf *out);

/* Replaces path so that after a power cut it is wholly old or wholly new (temporary file, fsync,
 * rename, fsync of the folder). Mode 0600. */
Err file_write(const char *path, const void *bytes, size_t len);

/* Makes the folder and its parents (0700 for those it makes). OK when it is there already. */
Err file_make_folder(const char *path);

bool file_is_folder(const char *path);

#endif
