/* The staff PIN, as Argon2id leaves it. It guards buttons, never data: no draft opens with it.
 *
 * Slow on purpose: both run in the worker. */
#ifndef STORE_PIN_H
#define STORE_PIN_H

#include "base/err.h"
#include "store/key.h"

enum {
    PIN_FIGURES = 6,
    PIN_SIZE = PIN_FIGURES + 1,
    PIN_HASH_SIZE = 128 /* what crypto_pwhash_str asks for */
};

/* What is kept in place of the PIN: a text with its own salt and cost. ERR_FULL when memory is
 * short. */
Err pin_hash(const char *pin, const KeyCost *cost, char out[PIN_HASH_SIZE]);

/* OK when it is that PIN, else ERR_NOT_FOUND. */
Err pin_check(const char *pin, const char *hash);

#endif
