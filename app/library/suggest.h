/* Words to offer while somebody types: those that complete the word at the caret, and those that
 * often come behind the last one.
 *
 * Lists come from content/<language>/suggest/. Nothing is learnt: what is offered follows from the
 * lists and from the text that is handed in, and no copy of it is kept. */
#ifndef LIBRARY_SUGGEST_H
#define LIBRARY_SUGGEST_H

#include "library/library.h"

#include <stdbool.h>

enum { SUGGEST_MOST = 8, SUGGEST_SIZE = 32, SUGGEST_NAMES = 12 };

typedef struct Suggest Suggest;

/* The lists of a library, read when they are first asked for; NULL where there are none. */
const Suggest *suggest_of(Library *library);

/* Names that a visit has brought, each borrowed from the text in which it stands. */
typedef struct SuggestNames {
    int count;
    struct {
        const char *text;
        int len;
    } at[SUGGEST_NAMES];
} SuggestNames;

/* Adds the words of a text that begin with a capital, that are in no list, and that do not begin
 * a sentence: most are names. */
void suggest_names_in(const Suggest *lists, const char *text, SuggestNames *names);

/* Adds the words of what is known to be a name. */
void suggest_name(const Suggest *lists, const char *name, SuggestNames *names);

typedef struct SuggestAsk {
    const char *before; /* what is read before the text; "" */
    const char *text;
    int caret;    /* byte of the text */
    bool capital; /* a sentence begins at the caret */
    const SuggestNames *names;
} SuggestAsk;

typedef struct Suggested {
    int from;  /* byte of the text where the word at the caret begins */
    int count; /* best first, none twice, none that stands there already */
    char word[SUGGEST_MOST][SUGGEST_SIZE];
} Suggested;

/* lists may be NULL: nothing is offered. */
void suggest_words(const Suggest *lists, const SuggestAsk *ask, Suggested *out);

/* Reads the lists and says what does not fit: for library_validate. */
void suggest_check(Library *library, Buf *problems);

#endif
