/* The draft as a file that the kiosk can open again: content/draft.schema.json describes it. */
#ifndef TAKEAWAY_AS_JSON_H
#define TAKEAWAY_AS_JSON_H

#include "base/err.h"
#include "library/library.h"

enum { TAKEAWAY_VERSION = 1, TAKEAWAY_MOST = 256 * 1024 /* bytes of a file */ };

/* Today's month is written when the date is trusted. The library is not looked at. */
void write_json(const Draft *draft, const Library *library, Date today, Buf *out);

/* What takeaway_read does, and the month it was written in (0, 0 when the file does not say). */
Err read_json(const char *bytes, size_t len, Draft *out, int *year, int *month);

#endif
