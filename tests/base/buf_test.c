/* Growing bytes and memory in blocks: contents, ends, and that they start over cleanly. */
#include "unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/wipe.h"

#include <stdio.h>

static void a_zeroed_buf_is_an_empty_string(void **state) {
    (void)state;
    Buf buf = {0};
    assert_string_equal(buf_string(&buf), "");
    buf_clear(&buf);
    buf_add(&buf, "", 0);
    assert_string_equal(buf_string(&buf), "");
    assert_int_equal(buf.len, 0);
    buf_done(&buf);
    buf_done(&buf);
}

static void all_that_is_added_stays_in_order(void **state) {
    (void)state;
    Buf buf = {0};
    enum { ROUNDS = 3000 };
    for (int i = 0; i < ROUNDS; i++) {
        buf_print(&buf, "%04d", i);
        buf_char(&buf, ',');
        buf_text(&buf, "ab");
        buf_add(&buf, "\0z", 2);
    }
    assert_int_equal(buf.len, ROUNDS * 9);
    for (int i = 0; i < ROUNDS; i++) {
        char want[10];
        snprintf(want, sizeof want, "%04d,ab", i);
        memcpy(want + 7, "\0z", 2);
        assert_memory_equal(buf.bytes + i * 9, want, 9);
    }
    assert_int_equal(buf.bytes[buf.len], '\0');
    buf_clear(&buf);
    assert_string_equal(buf_string(&buf), "");
    buf_text(&buf, "again");
    assert_string_equal(buf_string(&buf), "again");
    buf_done(&buf);
}

static void clearing_leaves_no_trace_of_the_words(void **state) {
    (void)state;
    Buf buf = {0};
    buf_text(&buf, "a family's words");
    char *bytes = buf.bytes;
    buf_clear(&buf);
    for (int i = 0; i < 16; i++) {
        assert_int_equal(bytes[i], 0);
    }
    buf_done(&buf);
}

static void bytes_can_be_read_straight_into_a_buf(void **state) {
    (void)state;
    Buf buf = {0};
    buf_text(&buf, "kept");
    memcpy(buf_room(&buf, 5000), "come", 4);
    buf_took(&buf, 4);
    assert_string_equal(buf_string(&buf), "keptcome");
    buf_cut(&buf, 4);
    assert_string_equal(buf_string(&buf), "kept");
    assert_memory_equal(buf.bytes + 4, "\0\0\0\0", 4); /* no trace of what was cut */
    buf_done(&buf);
}

static void wiping_takes_every_byte_and_no_other(void **state) {
    (void)state;
    enum { MOST = 5000, EDGE = 8 };
    static const size_t sizes[] = {0, 1, 1023, 1024, 1025, 2048, 4999};
    static unsigned char bytes[MOST + 2 * EDGE];
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        memset(bytes, 1, sizeof bytes);
        wipe(bytes + EDGE, sizes[i]);
        for (size_t at = 0; at < sizeof bytes; at++) {
            assert_int_equal(bytes[at], at < EDGE || at >= EDGE + sizes[i]);
        }
    }
    wipe(NULL, 0);
}

/* What needs alignment still has it behind text, and blocks change where they must. */
static void text_lies_close_in_an_arena(void **state) {
    (void)state;
    Arena arena = {0};
    char *first = arena_text(&arena, 3), *second = arena_text(&arena, 3);
    assert_ptr_equal(first + 3, second);
    enum { ROUNDS = 3000 };
    for (int i = 0; i < ROUNDS; i++) {
        char *text = arena_text(&arena, 11);
        memset(text, 'x', 11);
        unsigned char *piece = arena_take(&arena, 8);
        assert_int_equal((uintptr_t)piece % _Alignof(max_align_t), 0);
        assert_int_equal(piece[0] | piece[7], 0);
    }
    arena_done(&arena);
}

static void an_arena_gives_zeroed_memory_that_does_not_overlap(void **state) {
    (void)state;
    Arena arena = {0};
    enum { PIECES = 400 };
    unsigned char *pieces[PIECES];
    for (int i = 0; i < PIECES; i++) {
        size_t size = (size_t)(i * 37 % 3000) + 1;
        pieces[i] = arena_take(&arena, size);
        assert_int_equal((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
        for (size_t at = 0; at < size; at++) {
            assert_int_equal(pieces[i][at], 0);
        }
        memset(pieces[i], i & 0xFF, size);
    }
    for (int i = 0; i < PIECES; i++) {
        size_t size = (size_t)(i * 37 % 3000) + 1;
        for (size_t at = 0; at < size; at++) {
            assert_int_equal(pieces[i][at], i & 0xFF);
        }
    }
    arena_reset(&arena);
    unsigned char *fresh = arena_take(&arena, 5000);
    for (int at = 0; at < 5000; at++) {
        assert_int_equal(fresh[at], 0);
    }
    arena_done(&arena);
    arena_reset(&arena);
    arena_done(&arena);
}

static void an_arena_copies_and_prints(void **state) {
    (void)state;
    Arena arena = {0};
    assert_string_equal(arena_copy(&arena, "abcdef", 3), "abc");
    assert_string_equal(arena_copy(&arena, "", 0), "");
    assert_string_equal(arena_print(&arena, "%s-%03d", "outcomes", 7), "outcomes-007");
    arena_done(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_zeroed_buf_is_an_empty_string),
        cmocka_unit_test(all_that_is_added_stays_in_order),
        cmocka_unit_test(clearing_leaves_no_trace_of_the_words),
        cmocka_unit_test(bytes_can_be_read_straight_into_a_buf),
        cmocka_unit_test(wiping_takes_every_byte_and_no_other),
        cmocka_unit_test(text_lies_close_in_an_arena),
        cmocka_unit_test(an_arena_gives_zeroed_memory_that_does_not_overlap),
        cmocka_unit_test(an_arena_copies_and_prints),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
