/* UTF-8, shortest form only (RFC 3629). */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UTF8_MOST = 4, UTF8_BAD = -1 };

/* Bytes of the code point at text (1 to 4), or UTF8_BAD: cut short, overlong, a surrogate or
 * beyond U+10FFFF. *point may be NULL. */
int utf8_read(const char *text, size_t len, uint32_t *point);

/* Writes point as UTF-8; returns the bytes used, 0 when point is none. */
int utf8_write(char out[UTF8_MOST], uint32_t point);

bool utf8_valid(const char *text, size_t len);

/* Byte index of the code point before at (0 when there is none), and behind the one at at. */
size_t utf8_before(const char *text, size_t at);
size_t utf8_after(const char *text, size_t len, size_t at);

size_t utf8_count(const char *text, size_t len); /* code points */

/* The longest len' <= most that does not cut a code point. */
size_t utf8_clip(const char *text, size_t len, size_t most);

/* True for what no text of a parent may hold: controls but newline, non-characters, marks that
 * turn the reading direction (they can make a text look like another). */
bool utf8_forbidden(uint32_t point);

#endif
