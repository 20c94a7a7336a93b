/* Plain words in the place of hard ones, so that the sentence still reads: 'her peers' becomes
 * 'other children', not 'her other children'.
 *
 * The lists say 'he' of every child; here it becomes the child's own word. It offers no swap where
 * it cannot tell that the result would read well. Owns nothing. */
#ifndef OUTCOME_PLAIN_H
#define OUTCOME_PLAIN_H

#include <stdbool.h>
#include <stddef.h>

enum { PLAIN_SIZE = 160 };

/* How a child is spoken of: they, them, their, have, themself. */
typedef struct Forms {
    const char *words[5];
    bool base; /* verbs stand as after 'they' and 'I': 'they use', not 'he uses' */
} Forms;

/* The plain words with the child's own forms for he, him, his and himself. */
void plain_say(const char *plain, const Forms *forms, char out[PLAIN_SIZE]);

/* False for what the lists give where nothing else fits: 'what we would see him do'. */
bool plain_is_words(const char *plain);

/* A swap: bytes from to to of a text give way to the plain words. */
typedef struct Swap {
    size_t from, to;
    size_t len; /* of the plain words that go in; what follows in the text may say their last */
} Swap;

/* False when the sentence would not read. What is replaced may begin earlier than at from, since
 * 'her' of 'her peers' goes too. */
bool plain_swap(const char *text, size_t from, size_t to, const char *plain, Swap *out);

#endif
