/* A row of the database, from a card that someone had in hand. The first byte says what the rest
 * is:
 *
 *   even  the row itself: slot, generation, cipher, schema, nonce, box
 *   odd   what lies inside a box that this kiosk's key has closed: no fuzzer guesses a seal
 *
 * Whatever it is, opening ends; a draft that opens is sound, is the same when it is closed and
 * opened again, and does not open once a bit of its row is another. */
#include "fuzz/fuzz.h"

#include "outcome/drafts.h"
#include "store/seal.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

enum {
    TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES,
    BESIDE = 27, /* id, slot, cipher, schema, generation: see seal.c */
    HEAD = 4 + SEAL_NONCE,
    PADDED = 2 /* bit of the first byte: closed as the program pads it */
};

static const DraftKey key = {{1, 2, 3, 4}, {5, 6, 7, 8}};
static Draft first, second;

static int signed_byte(uint8_t byte) {
    enum { SIGN = 0x80 };
    return (byte ^ SIGN) - SIGN;
}

static Sealed row_of(const uint8_t *bytes, size_t len) {
    Sealed row = {0};
    uint8_t head[HEAD] = {0};
    memcpy(head, bytes, len < HEAD ? len : HEAD);
    row.slot = head[0] % 2;
    row.generation = signed_byte(head[1]);
    row.cipher = signed_byte(head[2]);
    row.body = signed_byte(head[3]);
    memcpy(row.nonce, head + 4, SEAL_NONCE);
    if (len > HEAD) {
        buf_add(&row.box, (const char *)bytes + HEAD, len - HEAD);
    }
    return row;
}

static void pad(Buf *plain) {
    static const char room[SEAL_PAD];
    size_t len = plain->len, padded;
    buf_add(plain, room, sizeof room);
    int failed = sodium_pad(&padded, (unsigned char *)plain->bytes, len, SEAL_PAD, plain->len);
    assert(!failed);
    plain->len = padded;
}

/* A box that opens, around any bytes. */
static Sealed closed_around(const uint8_t *bytes, size_t len, bool padded) {
    static const char room[SEAL_PAD + TAG];
    Sealed row = {.generation = 1, .cipher = SEAL_CIPHER, .body = DRAFT_SCHEMA};
    Buf plain = {0};
    buf_add(&plain, (const char *)bytes, len);
    if (padded) {
        pad(&plain);
    } else {
        buf_add(&plain, room, SEAL_PAD);
    }
    unsigned char beside[BESIDE] = {0};
    memcpy(beside, key.id, sizeof key.id);
    beside[sizeof key.id + 1] = SEAL_CIPHER;
    beside[sizeof key.id + 2] = DRAFT_SCHEMA;
    beside[BESIDE - 1] = 1;
    buf_add(&row.box, plain.bytes, plain.len);
    buf_add(&row.box, room, TAG);
    unsigned long long sealed;
    crypto_aead_xchacha20poly1305_ietf_encrypt((unsigned char *)row.box.bytes, &sealed,
                                               (const unsigned char *)plain.bytes, plain.len,
                                               beside, sizeof beside, NULL, row.nonce, key.key);
    buf_done(&plain);
    return row;
}

static void close_and_open_again(Sealed *row) {
    assert(drafts_valid(&first));
    row->slot = 1;
    assert(seal_open(&key, row, &second) == ERR_DAMAGED); /* moved to another slot */
    seal_close(&key, &first, row);
    Err err = seal_open(&key, row, &second);
    assert(err == OK && drafts_same(&first, &second));
    row->box.bytes[row->box.len / 2] ^= 1;
    assert(seal_open(&key, row, &second) == ERR_DAMAGED);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) {
    if (len == 0) {
        return 0;
    }
    bool inside = bytes[0] & 1;
    Sealed row =
        inside ? closed_around(bytes + 1, len - 1, bytes[0] & PADDED) : row_of(bytes + 1, len - 1);
    Err err = seal_open(&key, &row, &first);
    assert(err == OK || err == ERR_DAMAGED || err == ERR_NEWER);
    if (err == OK) {
        assert(inside); /* nobody guesses a seal */
        close_and_open_again(&row);
    }
    seal_done(&row);
    return 0;
}
