/* A phrase of a list cut into words, each as its hash. */
#ifndef OUTCOME_CUT_H
#define OUTCOME_CUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    WORDS_MOST = 8, /* of one phrase */
    WORD_MOST = 48  /* bytes of one word of a list */
};

/* first: the first word, borrowed. */
typedef struct Cut {
    int count;
    const char *first;
    size_t first_len;
    uint64_t words[WORDS_MOST];
} Cut;

/* False when there are no words, or too many, or one is too long. */
bool cut(const char *words, size_t len, Cut *out);

#endif
