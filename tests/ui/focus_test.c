/* Keyboard and switch: order, arrows, acting, and what is focused is seen. */
#include "ui/focus.h"
#include "ui/rig.h"
#include "unit.h"

static void button(Ui *ui, const char *id, int arg, bool disabled) {
    ui_row(ui, .id = id, .tap = rig_tap, .arg = arg, .disabled = disabled, .w = FIXED(20),
           .h = FIXED(10));
    ui_close(ui);
}

/* a b -
 * c   d   with a disabled one between them */
static void build(Ui *ui) {
    ui_column(ui, .h = GROW, .gap = 5);
    ui_row(ui, .gap = 5);
    button(ui, "a", 1, false);
    button(ui, "b", 2, false);
    ui_close(ui);
    ui_words(ui, .text = "not a control");
    ui_row(ui, .gap = 5);
    button(ui, "c", 3, false);
    button(ui, "off", 4, true);
    button(ui, "d", 5, false);
    ui_close(ui);
    ui_close(ui);
}

static bool press(Rig *rig, KeyCode key) {
    bool took = focus_key(&rig->ui, &rig->app, key);
    rig_frame(rig, build);
    return took;
}

static void assert_focus(Rig *rig, const char *id) {
    assert_int_equal(rig->ui.focus, ui_hash(id));
    assert_true(rig->ui.focus_shown);
}

static void test_tab_goes_in_declared_order_and_round(void **state) {
    Rig *rig = *state;
    static const char *const order[] = {"a", "b", "c", "d", "a"};
    rig_frame(rig, build);
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        assert_true(press(rig, i % 2 ? KEYCODE_MOVE : KEYCODE_TAB)); /* both are 'on' */
        assert_focus(rig, order[i]);
    }
    press(rig, KEYCODE_BACK_TAB);
    assert_focus(rig, "d");
    press(rig, KEYCODE_BACK_TAB);
    assert_focus(rig, "c");
}

static void test_places_count_what_can_be_focused(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build);
    assert_int_equal(focus_place(&rig->ui, ui_find_named(&rig->ui, "a")), 0);
    assert_int_equal(focus_place(&rig->ui, ui_find_named(&rig->ui, "d")), 3);
    assert_int_equal(focus_place(&rig->ui, ui_find_named(&rig->ui, "off")), -1);
}

static void test_arrows_go_to_the_nearest_that_way(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build);
    press(rig, KEYCODE_TAB);
    press(rig, KEYCODE_DOWN);
    assert_focus(rig, "c");
    press(rig, KEYCODE_RIGHT);
    assert_focus(rig, "d"); /* over the disabled one */
    press(rig, KEYCODE_UP);
    assert_focus(rig, "b");
    press(rig, KEYCODE_LEFT);
    assert_focus(rig, "a");
    press(rig, KEYCODE_LEFT); /* nothing there: stays */
    assert_focus(rig, "a");
    press(rig, KEYCODE_UP);
    assert_focus(rig, "a");
}

/* from    far
 *   near          */
static void build_aside(Ui *ui) {
    ui_column(ui, .h = GROW, .gap = 5);
    ui_row(ui, .gap = 30);
    button(ui, "from", 1, false);
    button(ui, "far", 2, false);
    ui_close(ui);
    ui_row(ui, .gap = 0);
    ui_gap(ui, 12);
    button(ui, "near", 3, false);
    ui_close(ui);
    ui_close(ui);
}

static void test_straight_ahead_counts_more_than_near_but_aside(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_aside);
    focus_key(&rig->ui, &rig->app, KEYCODE_TAB);
    focus_key(&rig->ui, &rig->app, KEYCODE_RIGHT);
    assert_focus(rig, "far");
}

static void test_enter_space_and_the_switch_act(void **state) {
    Rig *rig = *state;
    static const KeyCode keys[] = {KEYCODE_ENTER, KEYCODE_SPACE, KEYCODE_SELECT};
    rig_frame(rig, build);
    press(rig, KEYCODE_TAB);
    press(rig, KEYCODE_TAB);
    for (int i = 0; i < 3; i++) {
        press(rig, keys[i]);
        assert_int_equal(rig->app.taps, i + 1);
        assert_int_equal(rig->app.last, 2);
    }
}

/* Nobody acts on what they cannot see: the first key only shows where one is. */
static void test_acting_without_a_ring_shows_it_first(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build);
    press(rig, KEYCODE_ENTER);
    assert_int_equal(rig->app.taps, 0);
    assert_focus(rig, "a");
    rig->ui.focus_shown = false; /* a finger came between */
    press(rig, KEYCODE_ENTER);
    assert_int_equal(rig->app.taps, 0);
}

static void test_other_keys_are_left_alone(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build);
    assert_false(press(rig, KEYCODE_ESCAPE));
    assert_false(press(rig, KEYCODE_BACKSPACE));
    assert_int_equal(rig->ui.focus, 0);
}

static void build_gone(Ui *ui) {
    ui_column(ui, .h = GROW);
    button(ui, "new", 9, false);
    ui_close(ui);
}

static void test_a_focus_that_went_begins_anew(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build);
    press(rig, KEYCODE_BACK_TAB);
    rig_frame(rig, build_gone);
    focus_key(&rig->ui, &rig->app, KEYCODE_ENTER);
    assert_int_equal(rig->app.taps, 0);
    assert_focus(rig, "new");
    focus_key(&rig->ui, &rig->app, KEYCODE_RIGHT);
    assert_focus(rig, "new");
}

static void build_empty(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_words(ui, .text = "Saving. Please leave it in");
    ui_close(ui);
}

static void test_a_page_without_controls_is_no_trap(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_empty);
    for (int key = KEYCODE_NONE; key < KEYCODE_COUNT; key++) {
        focus_key(&rig->ui, &rig->app, (KeyCode)key);
    }
    assert_int_equal(rig->app.taps, 0);
}

enum { ROWS = 20 };

static void build_long(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_column(ui, .id = "page", .scroll = true, .h = GROW, .gap = 3);
    for (int i = 0; i < ROWS; i++) {
        button(ui, ui_print(ui, "row%d", i), i, false);
    }
    ui_close(ui);
    button(ui, "below", 99, false);
    ui_close(ui);
}

/* What is focused lies whole in the page, on the way down and up and round. */
static void test_the_focused_is_brought_into_view(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_long);
    for (int n = 0; n < 3 * (ROWS + 1); n++) {
        focus_key(&rig->ui, &rig->app, n < 2 * ROWS ? KEYCODE_TAB : KEYCODE_BACK_TAB);
        rig_frame(rig, build_long);
        const Node *node = ui_find(&rig->ui, rig->ui.focus);
        Rect seen = rect_meet(node->at, node->clip);
        assert_int_equal(seen.h, node->at.h);
    }
}

static void test_the_ring_is_drawn_last(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build);
    press(rig, KEYCODE_TAB);
    const Op *ring = &rig->ui.ops[rig->ui.op_count - 1];
    const Node *node = ui_find_named(&rig->ui, "a");
    assert_int_equal(ring->kind, OP_BOX);
    assert_true(ring->as.box.stroke > 0);
    assert_true(ring->at.w > node->at.w && ring->at.h > node->at.h);
    Colour focus = themes[rig->ui.look.theme].colours[ROLE_FOCUS];
    assert_memory_equal(&ring->colour, &focus, sizeof focus);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        on_rig(test_tab_goes_in_declared_order_and_round),
        on_rig(test_places_count_what_can_be_focused),
        on_rig(test_arrows_go_to_the_nearest_that_way),
        on_rig(test_straight_ahead_counts_more_than_near_but_aside),
        on_rig(test_enter_space_and_the_switch_act),
        on_rig(test_acting_without_a_ring_shows_it_first),
        on_rig(test_other_keys_are_left_alone),
        on_rig(test_a_focus_that_went_begins_anew),
        on_rig(test_a_page_without_controls_is_no_trap),
        on_rig(test_the_focused_is_brought_into_view),
        on_rig(test_the_ring_is_drawn_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
