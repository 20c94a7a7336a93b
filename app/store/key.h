/* Draft codes: five words of a list of 2,048 (55 bits), and the key made of them.
 *
 * Argon2id is slow on purpose (about 1 s on the board): key_derive runs in the worker. Keys are
 * wiped with key_wipe as soon as nobody needs them. */
#ifndef STORE_KEY_H
#define STORE_KEY_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    CODE_WORDS = 5,
    CODE_LIST = 2048,
    CODE_WORD_SIZE = 12,
    CODE_SIZE = CODE_WORDS * CODE_WORD_SIZE
};

typedef struct DraftKey {
    unsigned char id[16];  /* where the draft lies; random to anyone without the words */
    unsigned char key[32]; /* what opens it */
} DraftKey;

typedef struct KeyCost {
    unsigned char salt[16];
    unsigned passes;
    size_t memory; /* bytes */
} KeyCost;

/* Once, before anything else here. ERR_IO when the system has no randomness. */
Err key_start(void);

/* Five random words of the list, joined by single spaces. */
void code_make(const char *const list[CODE_LIST], char out[CODE_SIZE]);

/* Key of five words in lower case joined by single spaces. ERR_FULL when memory is short. */
Err key_derive(const char *code, const KeyCost *cost, DraftKey *out);

/* A key that no words open, for a visit that is not kept. */
void key_make(DraftKey *key);

void key_wipe(DraftKey *key);

/* A key that lives longer than a call: in guarded, locked memory (never swapped, wiped when freed).
 * NULL when there is none to be had. */
DraftKey *key_new(void);
void key_free(DraftKey *key); /* NULL is fine */

#endif
