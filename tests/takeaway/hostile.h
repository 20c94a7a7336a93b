/* Five hundred texts that nobody expects: markup, quotes, controls, direction marks, emoji. */
#ifndef TESTS_HOSTILE_H
#define TESTS_HOSTILE_H

#include <stddef.h>

enum { HOSTILE_COUNT = 512, HOSTILE_SIZE = 200 };

/* The index-th text; valid UTF-8, but some hold what a draft may not. */
void hostile_text(int index, char out[HOSTILE_SIZE]);

/* The same without the characters that no draft may hold. */
void hostile_clean(const char *text, char out[HOSTILE_SIZE]);

#endif
