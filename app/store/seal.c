/* Sealing and opening. Every plain byte made here is wiped before the function returns. */
#include "store/seal.h"
#include "base/json.h"
#include "outcome/draft_json.h"

#include <assert.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES, GENERATION_BYTES = 8 };

typedef struct Beside { /* the associated data, without padding bytes */
    unsigned char id[sizeof((DraftKey){0}).id];
    unsigned char slot, cipher, body;
    unsigned char generation[GENERATION_BYTES]; /* most significant first */
} Beside;

static Beside beside(const DraftKey *key, const Sealed *sealed) {
    Beside it = {.slot = (unsigned char)sealed->slot,
                 .cipher = (unsigned char)sealed->cipher,
                 .body = (unsigned char)sealed->body};
    memcpy(it.id, key->id, sizeof it.id);
    for (int i = 0; i < GENERATION_BYTES; i++) {
        it.generation[i] =
            (unsigned char)((uint64_t)sealed->generation >> (8 * (GENERATION_BYTES - 1 - i)));
    }
    return it;
}

static_assert(sizeof(DraftKey) == 16 + crypto_aead_xchacha20poly1305_ietf_KEYBYTES, "key size");
static_assert(SEAL_NONCE == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, "nonce size");

static void plain_bytes(const Draft *draft, Buf *out) {
    JsonOut *object = json_new_object();
    draft_to_json(draft, object);
    json_print(object, false, out);
    static const char room[SEAL_PAD];
    size_t len = out->len;
    buf_add(out, room, sizeof room);
    size_t padded = 0;
    int failed = sodium_pad(&padded, (unsigned char *)out->bytes, len, SEAL_PAD, out->len);
    assert(!failed && padded % SEAL_PAD == 0);
    out->len = padded;
}

void seal_close(const DraftKey *key, const Draft *draft, Sealed *sealed) {
    sealed->cipher = SEAL_CIPHER;
    sealed->body = DRAFT_SCHEMA;
    randombytes_buf(sealed->nonce, sizeof sealed->nonce);
    Buf plain = {0};
    plain_bytes(draft, &plain);
    Beside with = beside(key, sealed);
    buf_clear(&sealed->box);
    buf_add(&sealed->box, plain.bytes, plain.len); /* room for the sealed bytes ... */
    static const char tag[TAG];
    buf_add(&sealed->box, tag, sizeof tag);
    unsigned long long len = 0; /* ... which replace these in place */
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        (unsigned char *)sealed->box.bytes, &len, (unsigned char *)plain.bytes, plain.len,
        (const unsigned char *)&with, sizeof with, NULL, sealed->nonce, key->key);
    assert(len == sealed->box.len);
    buf_done(&plain);
}

static Err read_plain(const Buf *plain, Draft *draft) {
    size_t len = 0;
    if (sodium_unpad(&len, (const unsigned char *)plain->bytes, plain->len, SEAL_PAD) != 0) {
        return ERR_DAMAGED;
    }
    Arena arena = {0};
    JsonError error = {0};
    const Json *object = json_read(&arena, plain->bytes, len, &json_draft_limits, &error);
    Err err = object ? draft_from_json(object, draft) : ERR_DAMAGED;
    arena_done(&arena);
    return err;
}

Err seal_open(const DraftKey *key, const Sealed *sealed, Draft *draft) {
    if (sealed->cipher > SEAL_CIPHER || sealed->body > DRAFT_SCHEMA) {
        return ERR_NEWER;
    }
    if (sealed->box.len < SEAL_PAD + TAG) {
        return ERR_DAMAGED;
    }
    Beside with = beside(key, sealed);
    Buf plain = {0};
    buf_add(&plain, sealed->box.bytes, sealed->box.len);
    unsigned long long len = 0;
    Err err = ERR_DAMAGED;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt((unsigned char *)plain.bytes, &len, NULL,
                                                   (const unsigned char *)sealed->box.bytes,
                                                   sealed->box.len, (const unsigned char *)&with,
                                                   sizeof with, sealed->nonce, key->key) == 0) {
        plain.len = (size_t)len;
        err = read_plain(&plain, draft);
    }
    buf_done(&plain);
    return err;
}

void seal_done(Sealed *sealed) {
    buf_done(&sealed->box);
    sodium_memzero(sealed->nonce, sizeof sealed->nonce);
}
