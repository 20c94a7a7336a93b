/* Argon2id turns the words into one master key; crypto_kdf turns that into the place (id) and the
 * key of the draft, so that neither tells the other. */
#include "store/key.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

static const char context[crypto_kdf_CONTEXTBYTES + 1] = "TPdraft_";

enum { SUBKEY_ID = 1, SUBKEY_KEY = 2 };

Err key_start(void) {
    return sodium_init() < 0 ? ERR_IO : OK;
}

void code_make(const char *const list[CODE_LIST], char out[CODE_SIZE]) {
    size_t len = 0;
    for (int i = 0; i < CODE_WORDS; i++) {
        const char *word = list[randombytes_uniform(CODE_LIST)];
        size_t word_len = strlen(word);
        assert(word_len > 0 && word_len < CODE_WORD_SIZE);
        if (i > 0) {
            out[len++] = ' ';
        }
        memcpy(out + len, word, word_len);
        len += word_len;
    }
    out[len] = '\0';
}

Err key_derive(const char *code, const KeyCost *cost, DraftKey *out) {
    static_assert(sizeof cost->salt == crypto_pwhash_SALTBYTES, "salt of Argon2");
    unsigned char *master = sodium_malloc(crypto_kdf_KEYBYTES);
    if (!master) {
        return ERR_FULL;
    }
    bool made = crypto_pwhash(master, crypto_kdf_KEYBYTES, code, strlen(code), cost->salt,
                              cost->passes, cost->memory, crypto_pwhash_ALG_ARGON2ID13) == 0;
    if (made) {
        crypto_kdf_derive_from_key(out->id, sizeof out->id, SUBKEY_ID, context, master);
        crypto_kdf_derive_from_key(out->key, sizeof out->key, SUBKEY_KEY, context, master);
    }
    sodium_free(master); /* wipes */
    return made ? OK : ERR_FULL;
}

void key_make(DraftKey *key) {
    randombytes_buf(key, sizeof *key);
}

void key_wipe(DraftKey *key) {
    sodium_memzero(key, sizeof *key);
}

DraftKey *key_new(void) {
    DraftKey *key = sodium_malloc(sizeof *key);
    if (key) {
        sodium_memzero(key, sizeof *key);
    }
    return key;
}

void key_free(DraftKey *key) {
    sodium_free(key);
}
