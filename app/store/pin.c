/* libsodium's password hashing, with the cost of this machine's keys. */
#include "store/pin.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

static_assert(PIN_HASH_SIZE == crypto_pwhash_STRBYTES, "what crypto_pwhash_str writes");

Err pin_hash(const char *pin, const KeyCost *cost, char out[PIN_HASH_SIZE]) {
    char made[PIN_HASH_SIZE];
    if (crypto_pwhash_str(made, pin, strlen(pin), cost->passes, cost->memory) != 0) {
        return ERR_FULL;
    }
    memcpy(out, made, sizeof made);
    return OK;
}

Err pin_check(const char *pin, const char *hash) {
    return crypto_pwhash_str_verify(hash, pin, strlen(pin)) == 0 ? OK : ERR_NOT_FOUND;
}
