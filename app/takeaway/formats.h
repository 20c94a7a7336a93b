/* What goes home: pure functions from a draft to bytes. A format is one function and one row. */
#ifndef TAKEAWAY_FORMATS_H
#define TAKEAWAY_FORMATS_H

#include "base/buf.h"
#include "library/library.h"
#include "outcome/draft.h"
#include "outcome/years.h"

typedef struct Format {
    const char *suffix; /* "html" */
    const char *label;  /* string id: what the file is, for the screen */
    void (*write)(const Draft *draft, const Library *library, Date today, Buf *out);
} Format;

extern const Format formats[]; /* ends with suffix NULL; in the order in which they are written */

/* A draft read back from the bytes of an outcomes-NNN.json: strict, complete, checksum right. */
Err takeaway_read(const char *bytes, size_t len, Draft *out);

#endif
