/* How wide boxes get along a row: when there is room and when there is not. */
#include "ui/rig.h"
#include "unit.h"

static void build_grow(Ui *ui) {
    ui_row(ui, .gap = 5);
    rig_box(ui, "fixed", FIXED(10), FIXED(1));
    rig_box(ui, "one", GROW, FIXED(1));
    rig_box(ui, "three", (Size){.kind = SIZE_GROW, .n = 3}, FIXED(1));
    ui_close(ui);
}

static void test_growing_children_share_by_weight(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_grow);
    assert_lies(&rig->ui, "one", 60, 0, 80, 4); /* a quarter of 400 - 40 - 2 * 20 */
    assert_lies(&rig->ui, "three", 160, 0, 240, 4);
}

static void build_pinned(Ui *ui) {
    ui_row(ui, .gap = 0);
    ui_column(ui, .id = "words", .w = GROW);
    ui_words(ui, .text = "abcdefghijkl");
    ui_close(ui);
    rig_box(ui, "rest", (Size){.kind = SIZE_GROW, .n = 9}, FIXED(1));
    ui_close(ui);
}

static void test_growing_is_never_under_what_the_words_need(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_pinned);
    const Node *words = ui_find_named(&rig->ui, "words"), *rest = ui_find_named(&rig->ui, "rest");
    assert_true(words->at.w >= 12 * RIG_LETTER);
    assert_int_equal(words->at.w + rest->at.w, RIG_W);
}

static void label(Ui *ui, const char *id, bool firm, const char *text) {
    ui_row(ui, .id = id, .firm = firm);
    ui_words(ui, .text = text);
    ui_close(ui);
}

static void build_narrow(Ui *ui) {
    ui_row(ui, .gap = 0);
    label(ui, "firm", true, "aaaa bbbb cccc");
    label(ui, "gives", false, "aaaa bbbb cccc dddd eeee ffff");
    label(ui, "also", false, "aaaa bbbb cccc dddd eeee ffff");
    ui_close(ui);
}

static void test_too_narrow_row_takes_from_those_that_can_give(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_narrow);
    const Node *firm = ui_find_named(&rig->ui, "firm");
    const Node *gives = ui_find_named(&rig->ui, "gives"), *also = ui_find_named(&rig->ui, "also");
    assert_true(firm->at.w >= 14 * RIG_LETTER);
    int all = firm->at.w + gives->at.w + also->at.w;
    assert_true(all <= RIG_W &&
                all > RIG_W - 3); /* no more is taken than is missing, but rounding */
    assert_true(gives->at.w >= 4 * RIG_LETTER);
    assert_int_equal(gives->at.w, also->at.w);
    assert_true(gives->at.h > firm->at.h || also->at.h == firm->at.h); /* stretched across */
    assert_true(ui_find_named(&rig->ui, "gives")->content_h > look_line(&rig->ui.look, STYLE_BODY));
}

static void build_limits(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_row(ui, .gap = 0);
    rig_box(ui, "least", (Size){.kind = SIZE_FIT, .least = 30}, (Size){.least = 5});
    rig_box(ui, "most", (Size){.kind = SIZE_GROW, .n = 1, .most = 20}, FIXED(1));
    ui_close(ui);
    ui_close(ui);
}

static void test_least_and_most_hold(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_limits);
    assert_lies(&rig->ui, "least", 0, 0, 120, 20);
    assert_lies(&rig->ui, "most", 120, 0, 80, 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        on_rig(test_growing_children_share_by_weight),
        on_rig(test_growing_is_never_under_what_the_words_need),
        on_rig(test_too_narrow_row_takes_from_those_that_can_give),
        on_rig(test_least_and_most_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
