/* Codes and keys. */
#include "store/key.h"
#include "support/scene.h"
#include "unit.h"

#include <stdio.h>

/* Cheap: Argon2's own cost is not what these ask for. */
static const KeyCost cheap = {.salt = {1, 2, 3}, .passes = 1, .memory = 8 * 1024};

static char words[CODE_LIST][CODE_WORD_SIZE];
static const char *list[CODE_LIST];

static void fill_list(void) {
    for (int i = 0; i < CODE_LIST; i++) {
        snprintf(words[i], sizeof words[i], "word%04d", i);
        list[i] = words[i];
    }
}

static void a_code_is_five_words_of_the_list(void **state) {
    (void)state;
    fill_list();
    static int seen[CODE_LIST];
    int distinct = 0;
    for (int round = 0; round < 4000; round++) {
        char code[CODE_SIZE];
        code_make(list, code);
        int place[CODE_WORDS], read = 0;
        assert_int_equal(sscanf(code, "word%4d word%4d word%4d word%4d word%4d%n", &place[0],
                                &place[1], &place[2], &place[3], &place[4], &read),
                         CODE_WORDS);
        assert_int_equal(read, strlen(code));
        for (int i = 0; i < CODE_WORDS; i++) {
            assert_in_range(place[i], 0, CODE_LIST - 1);
            distinct += seen[place[i]]++ == 0;
        }
    }
    assert_true(distinct > CODE_LIST - 30); /* 20,000 draws: about 0.1 words stay unseen */
}

static void the_same_words_make_the_same_key(void **state) {
    (void)state;
    DraftKey one, two;
    assert_int_equal(key_derive("apple river lamp stone blue", &cheap, &one), OK);
    assert_int_equal(key_derive("apple river lamp stone blue", &cheap, &two), OK);
    assert_memory_equal(&one, &two, sizeof one);
}

static void anything_else_makes_another(void **state) {
    (void)state;
    DraftKey key, other;
    assert_int_equal(key_derive("apple river lamp stone blue", &cheap, &key), OK);
    static const char *const near[] = {"river apple lamp stone blue", "apple river lamp stone blu",
                                       "apple river lamp stone", "Apple river lamp stone blue", ""};
    for (size_t i = 0; i < sizeof near / sizeof near[0]; i++) {
        assert_int_equal(key_derive(near[i], &cheap, &other), OK);
        assert_memory_not_equal(key.id, other.id, sizeof key.id);
        assert_memory_not_equal(key.key, other.key, sizeof key.key);
    }
    KeyCost salted = cheap;
    salted.salt[15] = 1;
    assert_int_equal(key_derive("apple river lamp stone blue", &salted, &other), OK);
    assert_memory_not_equal(key.id, other.id, sizeof key.id);
    assert_memory_not_equal(key.key, other.key, sizeof key.key);
    assert_memory_not_equal(key.id, key.key, sizeof key.id);
    KeyCost longer = cheap, larger = cheap;
    longer.passes++;
    larger.memory *= 2;
    const KeyCost *const dearer[] = {&longer, &larger}; /* the cost is paid, not only written */
    for (size_t i = 0; i < sizeof dearer / sizeof dearer[0]; i++) {
        assert_int_equal(key_derive("apple river lamp stone blue", dearer[i], &other), OK);
        assert_memory_not_equal(key.id, other.id, sizeof key.id);
    }
}

/* What a thief with the card has to pay for each guess. */
static void a_new_house_asks_three_passes_over_64_mib(void **state) {
    (void)state;
    enum { PASSES = 3, MIB = 1024 * 1024 };
    char folder[SCENE_PATH];
    scene_make(folder);
    Store *store = scene_open(folder);
    KeyCost cost = store_key_cost(store);
    assert_int_equal(cost.passes, PASSES);
    assert_int_equal(cost.memory, 64 * MIB);
    store_close(store);
    scene_remove(folder);
}

static void expect_hex(const unsigned char *bytes, size_t len, const char *expected) {
    char hex[2 * sizeof(DraftKey) + 1];
    for (size_t i = 0; i < len; i++) {
        snprintf(hex + 2 * i, 3, "%02x", bytes[i]);
    }
    assert_string_equal(hex, expected);
}

/* Kept drafts open only while this stays: computed apart, by BLAKE2b over Argon2id. */
static void the_way_from_words_to_key_never_changes(void **state) {
    (void)state;
    DraftKey key;
    assert_int_equal(key_derive("apple river lamp stone blue", &cheap, &key), OK);
    expect_hex(key.id, sizeof key.id, "28371e2ff335356814eb9f3eba311092");
    expect_hex(key.key, sizeof key.key,
               "863d17e3ee80168246625679b42bee997c9600f98bea8d8c2a3d1469e74b2eb0");
}

static void no_memory_is_said(void **state) {
    (void)state;
    KeyCost absurd = cheap;
    absurd.memory = SIZE_MAX / 2;
    DraftKey key = {.id = {7}}, before = key;
    assert_int_equal(key_derive("apple", &absurd, &key), ERR_FULL);
    assert_memory_equal(&key, &before, sizeof key);
}

static void a_wiped_key_is_nothing(void **state) {
    (void)state;
    static const DraftKey nothing;
    DraftKey key;
    memset(&key, 0x55, sizeof key);
    key_wipe(&key);
    assert_memory_equal(&key, &nothing, sizeof key);
    DraftKey *kept = key_new();
    assert_non_null(kept);
    assert_memory_equal(kept, &nothing, sizeof *kept);
    key_free(kept);
    key_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_is_five_words_of_the_list),
        cmocka_unit_test(the_same_words_make_the_same_key),
        cmocka_unit_test(anything_else_makes_another),
        cmocka_unit_test(a_new_house_asks_three_passes_over_64_mib),
        cmocka_unit_test(the_way_from_words_to_key_never_changes),
        cmocka_unit_test(no_memory_is_said),
        cmocka_unit_test(a_wiped_key_is_nothing),
    };
    return key_start() == OK ? cmocka_run_group_tests_name("store/key", tests, NULL, NULL) : 1;
}
