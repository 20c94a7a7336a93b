/* A quick hash to know texts and commands again. Not for secrets. */
#ifndef UI_HASH_H
#define UI_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Odd, with its bits well mixed: the golden ratio in 64 bits. */
#define HASH_STEP UINT64_C(0x9E3779B97F4A7C15)

/* Takes one more number into a hash; start from any value. */
static inline uint64_t hash_number(uint64_t hash, uint64_t number) {
    hash = (hash ^ number) * HASH_STEP;
    return hash ^ hash >> 32;
}

/* Takes len bytes and their count into a hash. */
static inline uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t len) {
    const unsigned char *at = bytes;
    uint64_t word = 0;
    hash = hash_number(hash, len);
    for (; len >= sizeof word; at += sizeof word, len -= sizeof word) {
        memcpy(&word, at, sizeof word);
        hash = hash_number(hash, word);
    }
    for (word = 0; len > 0; len--) {
        word = word << 8 | *at++;
    }
    return hash_number(hash, word);
}

#endif
