/* What sealed bytes are: opened by their key and place alone, never twice the same, of a length
 * that tells little, and like noise to everybody else. */
#include "store/seal.h"
#include "support/scene.h"
#include "unit.h"

#include <stdlib.h>

enum { TAG_BYTES = 16 };

static Sealed sealed_of(const DraftKey *key, int n, size_t bytes) {
    Sealed sealed = {.slot = 1, .generation = 7};
    Draft draft;
    scene_draft(&draft, n, bytes);
    seal_close(key, &draft, &sealed);
    return sealed;
}

static void only_the_right_key_and_place_open_it(void **state) {
    (void)state;
    DraftKey key = scene_key(1);
    Sealed sealed = sealed_of(&key, 5, 100);
    Draft draft, untouched;
    scene_draft(&draft, 99, 0);
    untouched = draft;
    for (size_t i = 0; i < sizeof key; i++) { /* every byte of key and id counts */
        ((unsigned char *)&key)[i] ^= 1;
        assert_int_equal(seal_open(&key, &sealed, &draft), ERR_DAMAGED);
        ((unsigned char *)&key)[i] ^= 1;
    }
    sealed.slot = 0;
    assert_int_equal(seal_open(&key, &sealed, &draft), ERR_DAMAGED);
    sealed.slot = 1;
    for (int bit = 0; bit < 64; bit++) {
        sealed.generation ^= (int64_t)(1ULL << bit);
        assert_int_equal(seal_open(&key, &sealed, &draft), ERR_DAMAGED);
        sealed.generation ^= (int64_t)(1ULL << bit);
    }
    sealed.cipher = 0;
    assert_int_equal(seal_open(&key, &sealed, &draft), ERR_DAMAGED);
    sealed.cipher = SEAL_CIPHER + 1;
    assert_int_equal(seal_open(&key, &sealed, &draft), ERR_NEWER);
    sealed.cipher = SEAL_CIPHER;
    sealed.body = DRAFT_SCHEMA + 1;
    assert_int_equal(seal_open(&key, &sealed, &draft), ERR_NEWER);
    sealed.body = DRAFT_SCHEMA;
    assert_memory_equal(&draft, &untouched, sizeof draft);
    assert_int_equal(seal_open(&key, &sealed, &draft), OK);
    assert_int_equal(scene_draft_number(&draft), 5);
    seal_done(&sealed);
}

static void each_flipped_byte_is_noticed(void **state) {
    (void)state;
    DraftKey key = scene_key(1);
    Sealed sealed = sealed_of(&key, 5, 100);
    Draft draft;
    for (size_t i = 0; i < sealed.box.len; i++) {
        sealed.box.bytes[i] ^= (char)(1 << (i % 8));
        assert_int_equal(seal_open(&key, &sealed, &draft), ERR_DAMAGED);
        sealed.box.bytes[i] ^= (char)(1 << (i % 8));
    }
    for (size_t i = 0; i < sizeof sealed.nonce; i++) {
        sealed.nonce[i] ^= 1;
        assert_int_equal(seal_open(&key, &sealed, &draft), ERR_DAMAGED);
        sealed.nonce[i] ^= 1;
    }
    size_t len = sealed.box.len;
    for (size_t cut = 0; cut < len; cut += 57) {
        sealed.box.len = cut;
        assert_int_equal(seal_open(&key, &sealed, &draft), ERR_DAMAGED);
    }
    sealed.box.len = len;
    assert_int_equal(seal_open(&key, &sealed, &draft), OK);
    seal_done(&sealed);
}

static void no_two_seals_are_alike(void **state) {
    (void)state;
    enum { ROUNDS = 64 };
    DraftKey key = scene_key(1);
    static unsigned char nonces[ROUNDS][SEAL_NONCE];
    Sealed first = sealed_of(&key, 5, 100);
    for (int i = 0; i < ROUNDS; i++) {
        Sealed again = sealed_of(&key, 5, 100);
        assert_memory_not_equal(first.box.bytes, again.box.bytes, 64);
        memcpy(nonces[i], again.nonce, SEAL_NONCE);
        for (int before = 0; before < i; before++) {
            assert_memory_not_equal(nonces[i], nonces[before], SEAL_NONCE);
        }
        seal_done(&again);
    }
    seal_done(&first);
}

static void lengths_come_in_steps(void **state) {
    (void)state;
    DraftKey key = scene_key(1);
    for (size_t bytes = 0; bytes < 9000; bytes += 700) {
        Sealed sealed = sealed_of(&key, 5, bytes);
        assert_int_equal((sealed.box.len - TAG_BYTES) % SEAL_PAD, 0);
        assert_true(sealed.box.len > bytes);
        seal_done(&sealed);
    }
    Sealed a = sealed_of(&key, 5, 10), b = sealed_of(&key, 5, 1500);
    assert_int_equal(a.box.len, b.box.len); /* a word and a page look the same */
    seal_done(&a);
    seal_done(&b);
}

/* Each value of a byte about as often as any other: 255 degrees of freedom, so the sum is within
 * 150 and 400 but for one run in many billions. */
static void sealed_bytes_look_like_noise(void **state) {
    (void)state;
    DraftKey key = scene_key(1);
    Sealed sealed = sealed_of(&key, 5, 30000);
    double counts[256] = {0}, sum = 0, expected = (double)sealed.box.len / 256;
    for (size_t i = 0; i < sealed.box.len; i++) {
        counts[(unsigned char)sealed.box.bytes[i]]++;
    }
    for (int i = 0; i < 256; i++) {
        sum += (counts[i] - expected) * (counts[i] - expected) / expected;
    }
    assert_true(sum > 130 && sum < 450);
    seal_done(&sealed);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_right_key_and_place_open_it),
        cmocka_unit_test(each_flipped_byte_is_noticed),
        cmocka_unit_test(no_two_seals_are_alike),
        cmocka_unit_test(lengths_come_in_steps),
        cmocka_unit_test(sealed_bytes_look_like_noise),
    };
    return key_start() == OK ? cmocka_run_group_tests_name("store/seal", tests, NULL, NULL) : 1;
}
