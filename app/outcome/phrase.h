/* A phrase: the words of one part as they go into a sentence. It points into the parent's own words
 * and only ever makes itself narrower: stray punctuation and joining words at its ends go, nothing
 * inside is touched. */
#ifndef OUTCOME_PHRASE_H
#define OUTCOME_PHRASE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Phrase {
    const char *at; /* borrowed; no NUL behind it */
    size_t len;
} Phrase;

/* Words without spaces and stray punctuation at the ends. The stop of 'a.m.' stays. */
Phrase phrase_of(const char *words);

/* The first word, and what follows it. */
Phrase phrase_first(Phrase phrase);
Phrase phrase_rest(Phrase phrase);

/* Bytes of start when the phrase begins with it as whole words, whatever the capitals; else 0. */
size_t phrase_begins(Phrase phrase, const char *start);

/* The longest that one of a NULL-ended list gives. */
size_t phrase_begins_any(Phrase phrase, const char *const starts[]);

/* What is left behind the first bytes, without spaces and commas before it. */
Phrase phrase_skip(Phrase phrase, size_t bytes);

/* True when its first letter may become small inside a sentence: not 'I', not the name, not 'PE',
 * not what could be another name. Where a verb is expected 'Mark' is to mark, else it may be Mark.
 */
bool phrase_lowers(Phrase phrase, const char *name, bool verb_expected);

/* Where in text, at from or behind it, the phrase stands as whole words, whatever the size of its
 * first letter; -1 if nowhere. */
int phrase_find(Phrase phrase, const char *text, size_t from);

#endif
