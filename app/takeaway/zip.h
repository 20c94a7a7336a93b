/* A zip of files that lie in it as they are: what a word processor's document is wrapped in.
 *
 * Nothing is packed: the few kilobytes are not worth a library that keeps copies of a family's
 * words. Every file is dated 1 January 1980, the first day a zip knows: when it was written is
 * nobody's business. */
#ifndef TAKEAWAY_ZIP_H
#define TAKEAWAY_ZIP_H

#include "base/buf.h"

#include <stddef.h>

typedef struct Zip {
    Buf *out;
    size_t start; /* of the zip in out */
    Buf list; /* the table of contents, which comes last */
    int count;
} Zip;

/* The zip is added to out. */
void zip_begin(Zip *zip, Buf *out);

/* Names are ASCII with / between folders. */
void zip_add(Zip *zip, const char *name, const char *bytes, size_t len);
void zip_end(Zip *zip);

#endif
