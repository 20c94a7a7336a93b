/* Which parts of the screen are drawn again after a change. */
#include "unit.h"

#include "ui/damage.h"

#include <stdio.h>
#include <stdlib.h>

enum { W = 640, H = 400, MOST_OPS = 2000 };

static const Theme *const paper = &themes[THEME_PAPER];
static const Rect screen = {0, 0, W, H};

static int open_damage(void **state) {
    *state = damage_new(W, H);
    return 0;
}

static int close_damage(void **state) {
    damage_free(*state);
    return 0;
}

static Op box(Rect at) {
    return (Op){.kind = OP_BOX, .at = at, .clip = screen, .colour = {1, 2, 3}};
}

static Op line(const char *text) {
    return (Op){.kind = OP_TEXT,
                .at = {100, 100, 200, 30},
                .clip = screen,
                .as.text = {text, (int)strlen(text), {FACE_REGULAR, 24}, 120, {9, 9, 9}}};
}

static bool inside_any(const Rect *rects, int count, int x, int y) {
    for (int i = 0; i < count; i++) {
        if (rect_has(rects[i], x, y)) {
            return true;
        }
    }
    return false;
}

/* True when every pixel of rect is in one of the rectangles. */
static bool all_covered(const Rect *rects, int count, Rect rect) {
    for (int y = rect.y; y < rect.y + rect.h; y++) {
        for (int x = rect.x; x < rect.x + rect.w; x++) {
            if (!inside_any(rects, count, x, y)) {
                return false;
            }
        }
    }
    return true;
}

static int64_t area(const Rect *rects, int count) {
    int64_t sum = 0;
    for (int i = 0; i < count; i++) {
        sum += (int64_t)rects[i].w * rects[i].h;
    }
    return sum;
}

static void first_frame_is_whole(void **state) {
    Rect out[DAMAGE_MOST];
    Op ops[] = {box((Rect){5, 5, 10, 10})};
    assert_int_equal(damage_find(*state, ops, 1, paper, out, NULL), 1);
    assert_int_equal(area(out, 1), W * H);
}

static void same_frame_is_nothing(void **state) {
    Rect out[DAMAGE_MOST];
    char one[] = "to have friends", two[] = "to have friends";
    Op ops[] = {box(screen), line(one)}, again[] = {box(screen), line(two)};
    damage_find(*state, ops, 2, paper, out, NULL);
    assert_int_equal(damage_find(*state, again, 2, paper, out, NULL), 0);
}

static void other_theme_and_damage_all_are_whole(void **state) {
    Rect out[DAMAGE_MOST];
    Op ops[] = {box(screen)};
    damage_find(*state, ops, 1, paper, out, NULL);
    assert_int_equal(damage_find(*state, ops, 1, &themes[THEME_NIGHT], out, NULL), 1);
    assert_int_equal(area(out, 1), W * H);
    damage_all(*state);
    assert_int_equal(damage_find(*state, ops, 1, &themes[THEME_NIGHT], out, NULL), 1);
    assert_int_equal(area(out, 1), W * H);
    assert_int_equal(damage_find(*state, ops, 1, &themes[THEME_NIGHT], out, NULL), 0);
}

/* Each thing that makes an op look different must be seen. */
static void every_field_counts(void **state) {
    Op base[] = {
        {.kind = OP_BOX, .at = {100, 100, 50, 50}, .clip = screen},
        line("a"),
        {.kind = OP_ICON, .at = {100, 100, 50, 50}, .clip = screen, .as.name = "home"},
        {.kind = OP_PICTURE, .at = {100, 100, 50, 50}, .clip = screen, .as.name = "book"},
        {.kind = OP_CURVE,
         .at = {100, 100, 50, 50},
         .clip = screen,
         .as.curve = {1, 2, 3, 4, 5, 6, 7, 8, 9}},
    };
    Op changed[40];
    int from[40], count = 0;
#define CHANGE(which, statement)                                                                   \
    do {                                                                                           \
        Op *op = &changed[count];                                                                  \
        *op = base[which];                                                                         \
        from[count++] = which;                                                                     \
        statement;                                                                                 \
    } while (0)
    for (int i = 0; i < 5; i++) {
        CHANGE(i, op->at.x++);
        CHANGE(i, op->at.h++);
        CHANGE(i, op->clip.w = 120);
        CHANGE(i, op->colour.g = 9);
    }
    CHANGE(0, op->as.box.radius = 3);
    CHANGE(0, op->as.box.stroke = 3);
    CHANGE(0, op->as.box.corners = CORNERS_TOP);
    CHANGE(1, op->as.text.text = "b");
    CHANGE(1, op->as.text.font.px = 25);
    CHANGE(1, op->as.text.font.face = FACE_BOLD);
    CHANGE(1, op->as.text.baseline++);
    CHANGE(2, op->as.name = "back");
    CHANGE(3, op->as.picture.name = "cards");
    CHANGE(3, op->as.picture.radius = 8);
    CHANGE(3, op->as.picture.corners = CORNERS_ALL);
    CHANGE(4, op->as.curve.y2 = 8);
    CHANGE(4, op->as.curve.width = 8);
#undef CHANGE
    for (int i = 0; i < count; i++) {
        Rect out[DAMAGE_MOST];
        damage_find(*state, &base[from[i]], 1, paper, out, NULL);
        assert_true(damage_find(*state, &changed[i], 1, paper, out, NULL) > 0);
        assert_true(damage_find(*state, &base[from[i]], 1, paper, out, NULL) > 0);
        assert_int_equal(damage_find(*state, &base[from[i]], 1, paper, out, NULL), 0);
    }
}

static void order_counts(void **state) {
    Rect out[DAMAGE_MOST];
    Op ops[] = {box((Rect){10, 10, 50, 50}), box((Rect){30, 30, 50, 50})};
    Op turned[] = {ops[1], ops[0]};
    damage_find(*state, ops, 2, paper, out, NULL);
    int count = damage_find(*state, turned, 2, paper, out, NULL);
    assert_true(all_covered(out, count, (Rect){30, 30, 30, 30}));
}

static void what_went_is_drawn_over(void **state) {
    Rect out[DAMAGE_MOST], gone = {300, 200, 40, 20};
    Op ops[] = {box(screen), box(gone)};
    damage_find(*state, ops, 2, paper, out, NULL);
    int count = damage_find(*state, ops, 1, paper, out, NULL);
    assert_true(all_covered(out, count, gone));
    assert_true(area(out, count) < W * H / 10);
}

static void small_change_is_a_small_rectangle(void **state) {
    Rect out[DAMAGE_MOST];
    Op ops[] = {box(screen), line("take turn")}, next[] = {box(screen), line("take turns")};
    damage_find(*state, ops, 2, paper, out, NULL);
    int count = damage_find(*state, next, 2, paper, out, NULL);
    assert_int_equal(count, 1); /* cells of one change are one rectangle */
    assert_true(all_covered(out, count, op_reach(&next[1])));
    assert_true(area(out, count) < W * H / 8);
}

static void far_changes_stay_apart(void **state) {
    Rect out[DAMAGE_MOST];
    Op ops[] = {box((Rect){0, 0, 8, 8}), box((Rect){W - 8, H - 8, 8, 8})};
    Op moved[] = {box((Rect){1, 0, 8, 8}), box((Rect){W - 9, H - 8, 8, 8})};
    damage_find(*state, ops, 2, paper, out, NULL);
    assert_int_equal(damage_find(*state, moved, 2, paper, out, NULL), 2);
    assert_true(area(out, 2) < W * H / 50);
}

/* Something new below everything else leaves the rest alone. */
static void one_more_is_only_itself(void **state) {
    Rect out[DAMAGE_MOST];
    Op ops[12], next[13];
    for (int i = 0; i < 12; i++) {
        ops[i] = box((Rect){50 * i, 300, 40, 40});
    }
    next[0] = box((Rect){7, 9, 11, 13});
    memcpy(next + 1, ops, sizeof ops);
    damage_find(*state, ops, 12, paper, out, NULL);
    assert_int_equal(damage_find(*state, next, 13, paper, out, NULL), 1);
    assert_memory_equal(out, &next[0].at, sizeof(Rect));
    assert_int_equal(damage_find(*state, ops, 12, paper, out, NULL), 1);
    assert_memory_equal(out, &next[0].at, sizeof(Rect));
}

static void out_of_sight_is_no_damage(void **state) {
    Rect out[DAMAGE_MOST];
    Op ops[] = {box((Rect){-50, -50, 20, 20}), box((Rect){W, 10, 20, 20})};
    Op moved[] = {box((Rect){-40, -50, 20, 20}), box((Rect){W, 30, 20, 20})};
    damage_find(*state, ops, 2, paper, out, NULL);
    assert_int_equal(damage_find(*state, moved, 2, paper, out, NULL), 0);
}

/* However many things change at once, all are covered by at most DAMAGE_MOST rectangles. */
static void never_too_many(void **state) {
    static Op ops[MOST_OPS];
    srand(7);
    for (int round = 0; round < 50; round++) {
        int count = rand() % MOST_OPS;
        for (int i = 0; i < count; i++) {
            ops[i] = box((Rect){rand() % W, rand() % H, 3, 3});
        }
        Rect out[DAMAGE_MOST];
        damage_all(*state);
        damage_find(*state, NULL, 0, paper, out, NULL);
        int found = damage_find(*state, ops, count, paper, out, NULL);
        assert_in_range(found, 0, DAMAGE_MOST);
        for (int i = 0; i < count; i++) {
            assert_true(all_covered(out, found, rect_meet(ops[i].at, screen)));
        }
        for (int i = 0; i < found; i++) {
            Rect seen = rect_meet(out[i], screen);
            assert_memory_equal(&seen, &out[i], sizeof seen);
            for (int k = 0; k < i; k++) {
                assert_int_equal(rect_meet(out[i], out[k]).w * rect_meet(out[i], out[k]).h, 0);
            }
        }
    }
}

#define DAMAGE_TEST(function) cmocka_unit_test_setup_teardown(function, open_damage, close_damage)

int main(void) {
    const struct CMUnitTest tests[] = {
        DAMAGE_TEST(first_frame_is_whole),
        DAMAGE_TEST(same_frame_is_nothing),
        DAMAGE_TEST(other_theme_and_damage_all_are_whole),
        DAMAGE_TEST(every_field_counts),
        DAMAGE_TEST(order_counts),
        DAMAGE_TEST(what_went_is_drawn_over),
        DAMAGE_TEST(small_change_is_a_small_rectangle),
        DAMAGE_TEST(far_changes_stay_apart),
        DAMAGE_TEST(one_more_is_only_itself),
        DAMAGE_TEST(out_of_sight_is_no_damage),
        DAMAGE_TEST(never_too_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
