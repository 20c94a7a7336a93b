/* A growing run of bytes, always with a NUL behind the last: pages, JSON, messages.
 *
 * A zeroed Buf is empty and ready. Its bytes are wiped when they move or go. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>

typedef struct Buf {
    char *bytes; /* NULL while empty: use buf_text for a string */
    size_t len, size;
} Buf;

void buf_add(Buf *buf, const void *bytes, size_t len);
void buf_text(Buf *buf, const char *text);
void buf_char(Buf *buf, char c);
void buf_print(Buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Reading straight into a Buf: size bytes of room behind its end, then how many came. */
char *buf_room(Buf *buf, size_t size);
void buf_took(Buf *buf, size_t len);

/* Back to its first len bytes; the rest is wiped. */
void buf_cut(Buf *buf, size_t len);

/* The bytes as a string; never NULL; borrowed until the next change. */
const char *buf_string(const Buf *buf);

void buf_clear(Buf *buf); /* empty, memory kept */
void buf_done(Buf *buf);  /* wiped and given back; safe on a zeroed Buf */

#endif
