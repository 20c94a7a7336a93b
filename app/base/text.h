/* Fixed-size text fields: plain char arrays that always end in NUL and never cut a code point. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* Copies as much of text as fits; true when all did. dst and text must not overlap. */
bool text_set(char *dst, size_t size, const char *text);
bool text_set_n(char *dst, size_t size, const char *text, size_t len);

/* Appends; true when all fitted. */
bool text_add(char *dst, size_t size, const char *text);

/* Equal apart from ASCII case. */
bool text_same(const char *a, const char *b);

/* Takes spaces off both ends, folds runs of white space to one space. In place. */
void text_tidy(char *text);

bool text_starts(const char *text, const char *start);
bool text_ends(const char *text, const char *end);

#endif
