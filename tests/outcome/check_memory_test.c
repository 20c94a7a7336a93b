/* Checking takes no memory: the test stands in for the allocator and counts. */
#include "outcome/check.h"
#include "outcome/words.h"

#include "unit.h"

#include <stdlib.h>

static int taken;

void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);

void *__wrap_malloc(size_t size) {
    taken++;
    return __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size) {
    taken++;
    return __real_calloc(count, size);
}

void *__wrap_realloc(void *block, size_t size) {
    taken++;
    return __real_realloc(block, size);
}

static void add(Rules *rules, WordClass c, const char *words) {
    assert_true(rules_add(rules, c, words, strlen(words), NULL));
}

static void a_lexicon_takes_memory_and_a_check_takes_none(void **state) {
    (void)state;
    static const char *const texts[] = {
        "", "By the end of Year 4 Zed will tie his laces so that he can run.",
        "zed\xE2\x80\x99s teacher will give her support, and will say \"I can\xFF\" (aged 7)",
        "improve his confidence improve his confidence improve his confidence by 01/07/2027 80%"};
    Arena arena = {0};
    Rules *rules = rules_new(&arena);
    add(rules, W_WILL, "will");
    add(rules, W_SEEN, "tie his laces");
    add(rules, W_FUZZY, "improve his confidence");
    add(rules, W_ADULT, "teacher");
    add(rules, W_GIVE, "give");
    assert_true(taken > 0);
    taken = 0;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        Checked checked;
        check_text(rules, texts[i], strlen(texts[i]), &checked);
    }
    assert_int_equal(taken, 0);
    arena_done(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lexicon_takes_memory_and_a_check_takes_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
