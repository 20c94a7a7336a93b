/* Where boxes go: along and across each axis, in grids, flows and what scrolls. */
#include "ui/rig.h"
#include "unit.h"

static void build_column(Ui *ui) {
    ui_column(ui, .pad = {1, 2, 3, 4}, .gap = 5, .h = GROW);
    rig_box(ui, "a", (Size){0}, FIXED(10));
    rig_box(ui, "b", FIXED(20), FIXED(10));
    rig_box(ui, "c", SHARE(0.5f), FIXED(1));
    ui_close(ui);
}

static void test_column_stacks_with_padding_and_gaps(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_column);
    assert_lies(&rig->ui, "a", 4, 8, RIG_W - 16, 40);
    assert_lies(&rig->ui, "b", 4, 8 + 40 + 20, 80, 40);
    assert_lies(&rig->ui, "c", 4, 8 + 2 * 60, (RIG_W - 16) / 2, 4);
}

static Justify justify;

static void build_justified(Ui *ui) {
    ui_column(ui, .h = GROW, .gap = 2);
    ui_row(ui, .gap = 5, .justify = justify);
    rig_box(ui, "a", FIXED(10), FIXED(10));
    rig_box(ui, "b", FIXED(20), FIXED(10));
    ui_close(ui);
    ui_column(ui, .h = GROW, .gap = 5, .justify = justify);
    rig_box(ui, "c", FIXED(10), FIXED(10));
    rig_box(ui, "d", FIXED(10), FIXED(15));
    ui_close(ui);
    ui_close(ui);
}

static void test_spare_room_goes_before_between_or_behind(void **state) {
    Rig *rig = *state;
    static const struct {
        Justify how;
        int a, b, c, d;
    } expected[] = {
        /* 400 wide: 40 + 20 + 80 used; 252 high below: 40 + 20 + 60 used */
        {JUSTIFY_START, 0, 60, 48, 108},
        {JUSTIFY_CENTRE, 130, 190, 48 + 66, 48 + 126},
        {JUSTIFY_END, 260, 320, 48 + 132, 48 + 192},
        {JUSTIFY_BETWEEN, 0, 320, 48, 48 + 192},
    };
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        justify = expected[i].how;
        rig_frame(rig, build_justified);
        assert_int_equal(ui_find_named(&rig->ui, "a")->at.x, expected[i].a);
        assert_int_equal(ui_find_named(&rig->ui, "b")->at.x, expected[i].b);
        assert_int_equal(ui_find_named(&rig->ui, "c")->at.y, expected[i].c);
        assert_int_equal(ui_find_named(&rig->ui, "d")->at.y, expected[i].d);
    }
}

static Size growing(float least, float most) {
    return (Size){.kind = SIZE_GROW, .n = 1, .least = least, .most = most};
}

static Size upper, lower;

static void build_growing(Ui *ui) {
    ui_column(ui, .h = GROW, .justify = JUSTIFY_END);
    rig_box(ui, "a", FIXED(10), upper);
    rig_box(ui, "b", FIXED(10), lower);
    ui_close(ui);
}

static void test_what_grows_keeps_to_its_most(void **state) {
    Rig *rig = *state;
    static const struct {
        float least, most; /* of the first; then of the second */
        float least2, most2;
        int a, b; /* heights; 75 u are shared */
    } expected[] = {
        {0, 0, 0, 0, 37 * 4 + 2, 37 * 4 + 2},
        {0, 10, 0, 0, 40, 65 * 4},  /* the rest goes to who may have it */
        {0, 10, 0, 20, 40, 80},     /* or to nobody */
        {60, 0, 0, 20, 60 * 4, 60}, /* who needs most comes first */
        {40, 0, 0, 10, 65 * 4, 40}, /* and has no less than is left */
    };
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        upper = growing(expected[i].least, expected[i].most);
        lower = growing(expected[i].least2, expected[i].most2);
        rig_frame(rig, build_growing);
        const Node *a = ui_find_named(&rig->ui, "a"), *b = ui_find_named(&rig->ui, "b");
        assert_int_equal(a->at.h, expected[i].a);
        assert_int_equal(b->at.h, expected[i].b);
        assert_int_equal(b->at.y + b->at.h, RIG_H); /* what is left stands where it should */
    }
}

static Align align;

static void build_aligned(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_row(ui, .h = FIXED(20), .align = align);
    rig_box(ui, "a", FIXED(10), FIXED(10));
    ui_stack(ui, .id = "stack", .w = FIXED(20), .h = FIXED(20), .align = align);
    rig_box(ui, "b", FIXED(10), FIXED(10));
    rig_box(ui, "c", FIXED(4), FIXED(4));
    ui_close(ui);
    ui_close(ui);
    ui_close(ui);
}

static void test_alignment_across_and_in_stacks(void **state) {
    Rig *rig = *state;
    align = ALIGN_CENTRE;
    rig_frame(rig, build_aligned);
    assert_lies(&rig->ui, "a", 0, 20, 40, 40);
    assert_lies(&rig->ui, "b", 40 + 20, 20, 40, 40);
    assert_lies(&rig->ui, "c", 40 + 32, 32, 16, 16);
    align = ALIGN_END;
    rig_frame(rig, build_aligned);
    assert_lies(&rig->ui, "a", 0, 40, 40, 40);
    assert_lies(&rig->ui, "c", 40 + 64, 64, 16, 16);
}

static void build_grid(Ui *ui) {
    ui_grid(ui, .columns = 3, .gap = 5);
    rig_box(ui, "a", (Size){0}, FIXED(5));
    rig_box(ui, "b", (Size){0}, FIXED(10));
    rig_box(ui, "c", (Size){0}, FIXED(5));
    rig_box(ui, "d", (Size){0}, FIXED(5));
    ui_close(ui);
    ui_column(ui, .id = "unseen");
    ui_close(ui);
}

static void build_grid_page(Ui *ui) {
    ui_column(ui, .h = GROW);
    build_grid(ui);
    rig_box(ui, "below", (Size){0}, FIXED(1));
    ui_close(ui);
}

static void test_grid_cells_are_even_and_rows_as_high_as_their_highest(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_grid_page);
    assert_lies(&rig->ui, "a", 0, 0, 120, 40);
    assert_lies(&rig->ui, "b", 140, 0, 120, 40);
    assert_lies(&rig->ui, "c", 280, 0, 120, 40);
    assert_lies(&rig->ui, "d", 0, 60, 120, 20);
    assert_int_equal(ui_find_named(&rig->ui, "below")->at.y, 80);
}

static void build_flow(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_flow(ui, .gap = 5, .row_gap = 1);
    rig_box(ui, "a", FIXED(40), FIXED(10));
    rig_box(ui, "b", FIXED(50), FIXED(5));
    rig_box(ui, "c", FIXED(30), FIXED(5));
    ui_close(ui);
    rig_box(ui, "below", (Size){0}, FIXED(1));
    ui_close(ui);
}

static void test_flow_goes_on_in_the_next_row(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_flow);
    assert_lies(&rig->ui, "a", 0, 0, 160, 40);
    assert_lies(&rig->ui, "b", 180, 0, 200, 20);
    assert_lies(&rig->ui, "c", 0, 44, 120, 20);
    assert_int_equal(ui_find_named(&rig->ui, "below")->at.y, 64);
}

static float content_u;

static void build_scroll(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_column(ui, .id = "page", .scroll = true, .h = GROW);
    rig_box(ui, "top", (Size){0}, FIXED(10));
    rig_box(ui, "rest", (Size){0}, FIXED(content_u - 10));
    ui_close(ui);
    if (ui_has_more_below(ui, "page") || ui_has_more_above(ui, "page")) {
        rig_box(ui, "more", (Size){0}, FIXED(15));
    }
    ui_close(ui);
}

static void declare_once(Rig *rig, void (*build)(Ui *ui)) {
    ui_begin(&rig->ui, 0);
    build(&rig->ui);
    ui_end(&rig->ui);
}

static void test_scroll_asks_once_more_when_it_begins_to_need_it(void **state) {
    Rig *rig = *state;
    content_u = 100;
    declare_once(rig, build_scroll);
    assert_false(rig->ui.settled);
    assert_null(ui_find_named(&rig->ui, "more"));
    rig_frame(rig, build_scroll);
    assert_true(rig->ui.settled);
    assert_non_null(ui_find_named(&rig->ui, "more"));
    assert_int_equal(ui_find_named(&rig->ui, "page")->at.h, RIG_H - 60);
    content_u = 60;
    rig_frame(rig, build_scroll);
    assert_true(rig->ui.settled);
    assert_null(ui_find_named(&rig->ui, "more"));
}

static void test_paging_moves_by_a_page(void **state) {
    Rig *rig = *state;
    content_u = 150;
    rig_frame(rig, build_scroll);
    int page = ui_find_named(&rig->ui, "page")->at.h;
    ui_page(&rig->ui, "page", 1);
    rig_frame(rig, build_scroll);
    assert_int_equal(ui_find_named(&rig->ui, "top")->at.y, -page);
    ui_page(&rig->ui, "page", 1);
    rig_frame(rig, build_scroll);
    assert_int_equal(ui_find_named(&rig->ui, "page")->scrolled, 600 - page);
    assert_false(ui_has_more_below(&rig->ui, "page"));
    content_u = 90; /* shorter content: never left scrolled beyond its end */
    rig_frame(rig, build_scroll);
    assert_int_equal(ui_find_named(&rig->ui, "page")->scrolled, 360 - page);
    ui_page(&rig->ui, "page", -1);
    assert_false(ui_has_more_above(&rig->ui, "page"));
}

static void test_what_scrolls_out_is_clipped(void **state) {
    Rig *rig = *state;
    content_u = 150;
    rig_frame(rig, build_scroll);
    ui_page(&rig->ui, "page", 1);
    rig_frame(rig, build_scroll);
    const Node *top = ui_find_named(&rig->ui, "top");
    Rect seen = rect_meet(top->at, top->clip);
    assert_int_equal(seen.h, 0);
}

static void build_typing(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_column(ui, .id = "field", .clip = true, .h = (Size){.kind = SIZE_GROW, .n = 1, .least = 13});
    rig_box(ui, "words", (Size){0}, FIXED(200));
    ui_close(ui);
    rig_box(ui, "keys", (Size){0}, FIXED(40));
    ui_close(ui);
}

static void test_long_words_never_push_the_keyboard_off(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_typing);
    assert_lies(&rig->ui, "keys", 0, RIG_H - 160, RIG_W, 160);
    assert_lies(&rig->ui, "field", 0, 0, RIG_W, RIG_H - 160);
    const Node *words = ui_find_named(&rig->ui, "words");
    assert_int_equal(words->at.y + words->at.h, RIG_H - 160); /* the end shows */
}

static void build_threads(Ui *ui) {
    ui_row(ui, .gap = 5);
    ui_thread(ui, "a", "b", true);
    rig_box(ui, "a", FIXED(10), FIXED(1));
    ui_thread(ui, "b", NULL, false);
    rig_box(ui, "b", FIXED(10), FIXED(1));
    ui_close(ui);
}

static void test_threads_take_no_room(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_threads);
    assert_lies(&rig->ui, "a", 0, 0, 40, 4);
    assert_lies(&rig->ui, "b", 60, 0, 40, 4);
}

static void build_twins(Ui *ui) {
    ui_column(ui, .h = GROW);
    for (int i = 0; i < 3; i++) {
        ui_row(ui, .label = "Yes", .tap = rig_tap, .arg = 1);
        ui_close(ui);
    }
    ui_close(ui);
}

static void test_controls_of_one_name_are_told_apart_and_stay_so(void **state) {
    Rig *rig = *state;
    uint32_t first[3];
    rig_frame(rig, build_twins);
    for (int i = 0; i < 3; i++) {
        first[i] = rig->ui.nodes[1 + i].id;
    }
    assert_true(first[0] != first[1] && first[1] != first[2] && first[0] != first[2]);
    rig_frame(rig, build_twins);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(rig->ui.nodes[1 + i].id, first[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        on_rig(test_column_stacks_with_padding_and_gaps),
        on_rig(test_spare_room_goes_before_between_or_behind),
        on_rig(test_what_grows_keeps_to_its_most),
        on_rig(test_alignment_across_and_in_stacks),
        on_rig(test_grid_cells_are_even_and_rows_as_high_as_their_highest),
        on_rig(test_flow_goes_on_in_the_next_row),
        on_rig(test_scroll_asks_once_more_when_it_begins_to_need_it),
        on_rig(test_paging_moves_by_a_page),
        on_rig(test_what_scrolls_out_is_clipped),
        on_rig(test_long_words_never_push_the_keyboard_off),
        on_rig(test_threads_take_no_room),
        on_rig(test_controls_of_one_name_are_told_apart_and_stay_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
