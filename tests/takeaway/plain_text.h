/* The words of a page or document, without its markup. */
#ifndef TESTS_PLAIN_TEXT_H
#define TESTS_PLAIN_TEXT_H

#include "base/buf.h"

#include <stdbool.h>

/* Adds what is read between the tags, entities decoded, each run of space and tags as one space. */
void plain_text(const char *markup, size_t len, Buf *out);

/* Adds text with each run of white space as one space, none at the ends. */
void plain_words(const char *text, Buf *out);

/* How many tags there are, but for line breaks. */
int count_tags(const char *markup);

/* The words of a part of a zip in memory; false when it is not there. */
bool unzip_part(const Buf *zip, const char *name, Buf *out);

#endif
