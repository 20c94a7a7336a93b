/* The wiping allocator. */
#include "store/memory.h"
#include "unit.h"

#include <stdint.h>
#include <stdlib.h>

/* The bytes of a block after it was given back, seen through a second mapping of malloc: the test
 * stands in for free. */
static unsigned char *kept;
static size_t kept_size;

void __wrap_free(void *block);
void __real_free(void *block);
void __wrap_free(void *block) {
    if (kept && block && (unsigned char *)block <= kept && kept < (unsigned char *)block + 64) {
        static unsigned char nothing[4096];
        assert_true(kept_size <= sizeof nothing);
        assert_memory_equal(kept, nothing, kept_size);
        kept = NULL;
    }
    __real_free(block);
}

static unsigned char *filled(size_t size) {
    unsigned char *block = memory_take(size);
    assert_non_null(block);
    memset(block, 0x5A, size);
    return block;
}

static void expect_wiped(unsigned char *block, size_t size) {
    kept = block;
    kept_size = size;
}

static void what_is_given_back_is_wiped(void **state) {
    (void)state;
    for (size_t size = 1; size <= 4096; size += 97) {
        unsigned char *block = filled(size);
        expect_wiped(block, size);
        memory_give(block);
        assert_null(kept);
    }
    memory_give(NULL);
}

static void growing_leaves_no_copy(void **state) {
    (void)state;
    unsigned char *block = filled(100);
    expect_wiped(block, 100);
    block = memory_resize(block, 3000);
    assert_null(kept);
    for (size_t i = 0; i < 100; i++) {
        assert_int_equal(block[i], 0x5A);
    }
    memset(block, 0x5A, 3000);
    expect_wiped(block, 3000);
    block = memory_resize(block, 10);
    assert_null(kept);
    assert_int_equal(memory_size(block), 10);
    assert_int_equal(block[9], 0x5A);
    memory_give(block);
    block = memory_resize(NULL, 5);
    assert_int_equal(memory_size(block), 5);
    memory_give(block);
}

static void blocks_are_fit_for_anything(void **state) {
    (void)state;
    for (size_t size = 0; size < 200; size++) {
        void *block = memory_take_zeroed(size, 1);
        assert_non_null(block);
        assert_int_equal((uintptr_t)block % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) {
            assert_int_equal(((unsigned char *)block)[i], 0);
        }
        memory_give(block);
    }
}

static bool refuse(size_t size) {
    (void)size;
    return false;
}

static void no_memory_is_null_and_loses_nothing(void **state) {
    (void)state;
    assert_null(memory_take(SIZE_MAX));
    assert_null(memory_take_zeroed(SIZE_MAX / 2, 3));
    unsigned char *block = filled(10);
    memory_set_gate(refuse);
    assert_null(memory_take(1));
    assert_null(memory_take_zeroed(1, 1));
    assert_null(memory_resize(block, 20));
    memory_set_gate(NULL);
    assert_int_equal(block[9], 0x5A);
    memory_give(block);
}

static void sqlite_uses_it(void **state) {
    (void)state;
    assert_true(memory_install());
    assert_true(memory_install());
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_given_back_is_wiped),
        cmocka_unit_test(growing_leaves_no_copy),
        cmocka_unit_test(blocks_are_fit_for_anything),
        cmocka_unit_test(no_memory_is_null_and_loses_nothing),
        cmocka_unit_test(sqlite_uses_it),
    };
    return cmocka_run_group_tests_name("store/memory", tests, NULL, NULL);
}
