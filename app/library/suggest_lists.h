/* The lists of words to offer, between their reader and their user. Inside the library only. */
#ifndef LIBRARY_SUGGEST_LISTS_H
#define LIBRARY_SUGGEST_LISTS_H

#include "library/content.h"
#include "library/suggest.h"

#include <stdint.h>

typedef uint16_t WordId; /* a word's place in words.txt, from 0 */

enum { NO_WORD = UINT16_MAX };

/* What comes behind a word. */
typedef struct Next {
    const WordId *word;
    uint16_t count, unasked; /* so many of them are offered before a letter is typed */
} Next;

/* What stands in place of a word before the caret. */
typedef enum Before { BEFORE_START, BEFORE_COMMA, BEFORE_NUMBER, BEFORE_NAME, BEFORE_COUNT } Before;

struct Suggest {
    int count;
    const char *const *word;
    const char *const *folded;   /* see suggest_fold */
    WordId first[UINT8_MAX + 1]; /* that begins with a letter, as folded; NO_WORD: none */
    WordId *after;               /* the next that begins as each word does */
    Next *next;                  /* behind each word */
    Next behind[BEFORE_COUNT];
    WordId *slot; /* of a hash table over the folded words */
    uint32_t slots;
    ContentLines never;
};

/* A word of len bytes in lower case, without accents, its apostrophes straight; its length, or 0
 * when it does not fit or holds what no word does. */
int suggest_fold(const char *word, int len, char out[SUGGEST_SIZE]);

WordId suggest_find(const Suggest *lists, const char *folded);

/* True for what never.txt keeps from being offered. */
bool suggest_never(const Suggest *lists, const char *folded);

#endif
