/* A zip written into memory: what a word processor's document is wrapped in.
 *
 * Every file in it is dated 1 January 1980, the first day a zip knows: when it was
 * written is nobody's business. */
#ifndef TAKEAWAY_ZIP_H
#define TAKEAWAY_ZIP_H

#include "base/buf.h"

#include <stddef.h>

typedef struct Zip {
    Buf *out;
    size_t start, at; /* of the zip in out; where the next byte of it goes */
    void *file;       /* minizip's */
} Zip;

/* The zip is added to out, to which nobody else adds before the end. */
void zip_begin(Zip *zip, Buf *out);

/* Names are ASCII with / between folders. */
void zip_add(Zip *zip, const char *name, const char *bytes, size_t len);
void zip_end(Zip *zip);

#endif
