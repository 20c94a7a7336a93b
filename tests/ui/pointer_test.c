/* Touch: what acts, what only scrolls, what is ignored. A millimetre is 4 px here. */
#include "ui/pointer.h"
#include "ui/rig.h"
#include "unit.h"

enum { THUMB_PX = 14 /* 3.5 mm */, START_MS = 10000, TAP_MS = 100 };

/* Two buttons, a disabled one and one that is held. 80 px apart, 60 high. */
static void build_buttons(Ui *ui) {
    ui_column(ui, .h = GROW, .gap = 5);
    ui_row(ui, .id = "one", .tap = rig_tap, .arg = 1, .h = FIXED(15), .face = ROLE_SURFACE,
           .edge = ROLE_EDGE, .edge_h = 1);
    ui_close(ui);
    ui_row(ui, .id = "two", .tap = rig_tap, .arg = 2, .h = FIXED(15));
    ui_close(ui);
    ui_row(ui, .id = "off", .tap = rig_tap, .arg = 3, .h = FIXED(15), .disabled = true);
    ui_close(ui);
    ui_row(ui, .id = "held", .tap = rig_tap, .hold = rig_hold, .hold_ms = 500, .arg = 4,
           .h = FIXED(5), .role = NODE_KEY);
    ui_close(ui);
    ui_row(ui, .id = "again", .tap = rig_tap, .repeats = true, .arg = 5, .w = FIXED(20),
           .h = FIXED(5), .role = NODE_KEY);
    ui_close(ui);
    ui_close(ui);
}

enum { ONE_Y = 30, TWO_Y = 110, OFF_Y = 190, HELD_Y = 250, AGAIN_Y = 290 };

static bool send(Rig *rig, InputKind kind, int y, int64_t at_ms) {
    return rig_send(rig, build_buttons, kind, RIG_W / 20, y, at_ms);
}

static void test_a_press_shows_at_once(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_buttons);
    int rest = 0, pressed = 0;
    for (int i = 0; i < rig->ui.op_count; i++) {
        bool face = rig->ui.ops[i].at.y == 0 && rig->ui.ops[i].at.h == 60;
        rest = face ? rig->ui.ops[i].at.y : rest;
    }
    assert_true(send(rig, INPUT_DOWN, ONE_Y, START_MS));
    assert_int_equal(rig->app.taps, 0); /* shows, and does nothing yet */
    for (int i = 0; i < rig->ui.op_count; i++) {
        pressed = rig->ui.ops[i].at.h == 60 ? rig->ui.ops[i].at.y : pressed;
    }
    assert_int_equal(pressed - rest, RIG_U); /* the face drops onto its edge */
}

static void test_release_inside_acts_once(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_buttons);
    send(rig, INPUT_DOWN, TWO_Y, START_MS);
    assert_true(send(rig, INPUT_UP, TWO_Y, START_MS + TAP_MS));
    assert_int_equal(rig->app.taps, 1);
    assert_int_equal(rig->app.last, 2);
    assert_false(send(rig, INPUT_UP, TWO_Y, START_MS + TAP_MS + 1));
    assert_int_equal(rig->app.taps, 1);
}

static void test_sliding_off_cancels_and_back_takes_it_up_again(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_buttons);
    send(rig, INPUT_DOWN, ONE_Y, START_MS);
    assert_true(send(rig, INPUT_MOVE, TWO_Y, START_MS + 50)); /* it shows that it let go */
    assert_false(rig->ui.pressed_inside);
    send(rig, INPUT_UP, TWO_Y, START_MS + TAP_MS);
    assert_int_equal(rig->app.taps, 0);

    send(rig, INPUT_DOWN, ONE_Y, START_MS + 1000);
    send(rig, INPUT_MOVE, TWO_Y, START_MS + 1050);
    assert_true(send(rig, INPUT_MOVE, ONE_Y, START_MS + 1080));
    send(rig, INPUT_UP, ONE_Y, START_MS + 1100);
    assert_int_equal(rig->app.taps, 1);
    assert_int_equal(rig->app.last, 1);
}

static void test_a_touch_that_is_taken_away_does_nothing(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_buttons);
    send(rig, INPUT_DOWN, ONE_Y, START_MS);
    send(rig, INPUT_CANCEL, ONE_Y, START_MS + 50);
    send(rig, INPUT_UP, ONE_Y, START_MS + TAP_MS);
    assert_int_equal(rig->app.taps, 0);
    assert_int_equal(rig->ui.pressed, 0);
}

static void test_what_is_disabled_or_empty_does_nothing(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_buttons);
    send(rig, INPUT_DOWN, OFF_Y, START_MS);
    assert_int_equal(rig->ui.pressed, 0);
    send(rig, INPUT_UP, OFF_Y, START_MS + TAP_MS);
    send(rig, INPUT_DOWN, 70, START_MS + 1000); /* between two buttons, below the edge */
    send(rig, INPUT_UP, 70, START_MS + 1100);
    assert_int_equal(rig->app.taps, 0);
}

static void test_a_second_finger_is_ignored(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_buttons);
    send(rig, INPUT_DOWN, ONE_Y, START_MS);
    Input other = rig_touch(INPUT_DOWN, 20, TWO_Y, START_MS + 20);
    other.finger = 2;
    assert_false(pointer_input(&rig->ui, &rig->app, &other));
    other.kind = INPUT_UP;
    assert_false(pointer_input(&rig->ui, &rig->app, &other));
    assert_int_equal(rig->app.taps, 0);
    send(rig, INPUT_UP, ONE_Y, START_MS + TAP_MS);
    assert_int_equal(rig->app.last, 1); /* the first one still counts */
}

static void tap_at(Rig *rig, int y, int64_t at_ms) {
    send(rig, INPUT_DOWN, y, at_ms);
    send(rig, INPUT_UP, y, at_ms + TAP_MS);
}

static void test_a_bounce_is_one_touch(void **state) {
    enum { BOUNCE_MS = 80 };
    Rig *rig = *state;
    rig_frame(rig, build_buttons);
    tap_at(rig, ONE_Y, START_MS);
    tap_at(rig, ONE_Y, START_MS + TAP_MS + BOUNCE_MS - 1);
    assert_int_equal(rig->app.taps, 1);
    tap_at(rig, ONE_Y, START_MS + 1000);
    tap_at(rig, ONE_Y, START_MS + 1000 + TAP_MS + BOUNCE_MS);
    assert_int_equal(rig->app.taps, 3);
    tap_at(rig, TWO_Y, START_MS + 1000 + TAP_MS + BOUNCE_MS + TAP_MS + 1); /* another control */
    assert_int_equal(rig->app.taps, 4);
}

static void test_steady_hands_ignore_repeats_of_one_control(void **state) {
    Rig *rig = *state;
    rig->ui.steady_ms = 250;
    rig_frame(rig, build_buttons);
    tap_at(rig, ONE_Y, START_MS);
    tap_at(rig, ONE_Y, START_MS + TAP_MS + 200);
    assert_int_equal(rig->app.taps, 1);
    tap_at(rig, TWO_Y, START_MS + TAP_MS + 240); /* another control is meant */
    assert_int_equal(rig->app.last, 2);
    tap_at(rig, TWO_Y, START_MS + 2000);
    assert_int_equal(rig->app.taps, 3);
}

static bool tick(Rig *rig, int64_t at_ms) {
    rig->ui.now_ms = at_ms;
    return pointer_tick(&rig->ui, &rig->app);
}

static void test_holding_acts_once_and_swallows_the_tap(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_buttons);
    assert_int_equal(pointer_next(&rig->ui), -1);
    send(rig, INPUT_DOWN, HELD_Y, START_MS);
    assert_int_equal(pointer_next(&rig->ui), START_MS + 500);
    assert_false(tick(rig, START_MS + 499));
    assert_true(tick(rig, START_MS + 500));
    assert_int_equal(rig->app.holds, 1);
    assert_int_equal(pointer_next(&rig->ui), -1);
    assert_false(tick(rig, START_MS + 5000));
    send(rig, INPUT_UP, HELD_Y, START_MS + 5000);
    assert_int_equal(rig->app.holds, 1);
    assert_int_equal(rig->app.taps, 0);

    tap_at(rig, HELD_Y, START_MS + 6000); /* a short one is a tap */
    assert_int_equal(rig->app.taps, 1);
    assert_int_equal(rig->app.holds, 1);
}

static void test_sliding_off_ends_a_hold(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_buttons);
    send(rig, INPUT_DOWN, HELD_Y, START_MS);
    send(rig, INPUT_MOVE, TWO_Y, START_MS + 100);
    assert_int_equal(pointer_next(&rig->ui), -1);
    assert_false(tick(rig, START_MS + 600));
    assert_int_equal(rig->app.holds, 0);
}

static void test_backspace_repeats_by_the_clock(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_buttons);
    send(rig, INPUT_DOWN, AGAIN_Y, START_MS);
    assert_int_equal(pointer_next(&rig->ui), START_MS + 600);
    assert_true(tick(rig, START_MS + 600));
    assert_int_equal(pointer_next(&rig->ui), START_MS + 720);
    assert_false(tick(rig, START_MS + 719));
    assert_true(tick(rig, START_MS + 720));
    assert_int_equal(rig->app.taps, 2);
    send(rig, INPUT_UP, AGAIN_Y, START_MS + 800);
    assert_int_equal(rig->app.taps, 2); /* letting go is not one more */
    tap_at(rig, AGAIN_Y, START_MS + 2000);
    assert_int_equal(rig->app.taps, 3);
}

static int heights;

/* A page of buttons 15 u high with nothing between them, 300 px of it showing. */
static void build_page(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_column(ui, .id = "page", .scroll = true, .h = GROW);
    for (int i = 0; i < heights; i++) {
        ui_row(ui, .label = "row", .arg = i, .tap = rig_tap, .h = FIXED(15));
        ui_close(ui);
    }
    ui_close(ui);
    ui_close(ui);
}

static bool drag(Rig *rig, InputKind kind, int y, int64_t at_ms) {
    return rig_send(rig, build_page, kind, 50, y, at_ms);
}

static int scrolled(Rig *rig) {
    return ui_scroll(&rig->ui, "page")->offset;
}

static void test_a_thumbs_wobble_is_still_a_tap(void **state) {
    Rig *rig = *state;
    heights = 10;
    rig_frame(rig, build_page);
    drag(rig, INPUT_DOWN, 100, START_MS);
    drag(rig, INPUT_MOVE, 100 - THUMB_PX, START_MS + 50);
    assert_int_equal(scrolled(rig), 0);
    drag(rig, INPUT_UP, 100 - THUMB_PX, START_MS + TAP_MS);
    assert_int_equal(rig->app.taps, 1);
}

static void test_a_drag_scrolls_and_does_not_tap(void **state) {
    Rig *rig = *state;
    heights = 20;
    rig_frame(rig, build_page);
    drag(rig, INPUT_DOWN, 200, START_MS);
    assert_true(drag(rig, INPUT_MOVE, 100, START_MS + 50));
    assert_int_equal(scrolled(rig), 100); /* as far as the finger, from where it began */
    assert_int_equal(rig->ui.pressed, 0);
    drag(rig, INPUT_MOVE, 200, START_MS + 80);
    assert_int_equal(scrolled(rig), 0);
    drag(rig, INPUT_MOVE, 95, START_MS + 90);
    drag(rig, INPUT_UP, 95, START_MS + TAP_MS);
    assert_int_equal(rig->app.taps, 0);
    int line = look_line(&rig->ui.look, STYLE_BODY);
    assert_int_equal(scrolled(rig) % line, 0); /* whole lines at the top */
    assert_in_range(scrolled(rig), 105 - line, 105 + line);
}

static void test_a_drag_stops_at_both_ends(void **state) {
    Rig *rig = *state;
    heights = 10;
    rig_frame(rig, build_page);
    drag(rig, INPUT_DOWN, 290, START_MS);
    drag(rig, INPUT_MOVE, -900, START_MS + 50);
    assert_int_equal(scrolled(rig), 600 - RIG_H);
    drag(rig, INPUT_MOVE, 900, START_MS + 60);
    assert_int_equal(scrolled(rig), 0);
    drag(rig, INPUT_UP, 900, START_MS + 70);
    assert_int_equal(scrolled(rig), 0);
}

static void test_a_page_that_fits_does_not_scroll(void **state) {
    Rig *rig = *state;
    heights = 5;
    rig_frame(rig, build_page);
    drag(rig, INPUT_DOWN, 200, START_MS);
    drag(rig, INPUT_MOVE, 100, START_MS + 50);
    assert_int_equal(scrolled(rig), 0);
    drag(rig, INPUT_UP, 100, START_MS + TAP_MS);
    assert_int_equal(rig->app.taps, 0); /* slid onto another row */
}

static void test_what_scrolled_out_cannot_be_hit(void **state) {
    Rig *rig = *state;
    heights = 10;
    rig_frame(rig, build_page);
    ui_scroll(&rig->ui, "page")->offset = 120;
    rig_frame(rig, build_page);
    assert_null(pointer_hit(&rig->ui, 50, -30));
    assert_int_equal(pointer_hit(&rig->ui, 50, 30)->box.arg, 2);
}

/* Three rows of four, two and four keys in a tray; what lies around it is none of its business. */
static void build_keys(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_gap(ui, 10);
    ui_column(ui, .id = "tray", .nearest = true, .gap = 3, .pad = PAD(3));
    for (int row = 0; row < 3; row++) {
        ui_row(ui, .gap = 3, .justify = JUSTIFY_CENTRE);
        for (int key = 0; key < (row == 1 ? 2 : 4); key++) {
            ui_row(ui, .label = "key", .role = NODE_KEY, .tap = rig_tap, .arg = row * 4 + key,
                   .w = FIXED(20), .h = FIXED(13), .edge = ROLE_EDGE, .edge_h = 0.7f);
            ui_close(ui);
        }
        ui_close(ui);
    }
    ui_close(ui);
    ui_close(ui);
}

static int64_t away2(Rect at, int x, int y) {
    int64_t dx = x < at.x ? at.x - x : x >= at.x + at.w ? x - (at.x + at.w - 1) : 0;
    int64_t dy = y < at.y ? at.y - y : y >= at.y + at.h ? y - (at.y + at.h - 1) : 0;
    return dx * dx + dy * dy;
}

/* From edge to edge there is no dead gap: every touch in the tray is one of the nearest key. */
static void test_every_touch_among_keys_hits_the_nearest(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_keys);
    Rect tray = ui_find_named(&rig->ui, "tray")->at;
    for (int y = tray.y; y < tray.y + tray.h; y++) {
        for (int x = tray.x; x < tray.x + tray.w; x++) {
            const Node *hit = pointer_hit(&rig->ui, x, y);
            assert_non_null(hit);
            int64_t met = away2(pointer_area(&rig->ui, hit), x, y);
            for (int i = 0; i < rig->ui.count; i++) {
                const Node *node = &rig->ui.nodes[i];
                assert_true(!node_acts(node) || met <= away2(pointer_area(&rig->ui, node), x, y));
            }
        }
    }
    assert_null(pointer_hit(&rig->ui, tray.x + 5, tray.y - 1));
    assert_null(pointer_hit(&rig->ui, tray.x + 5, tray.y + tray.h));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        on_rig(test_a_press_shows_at_once),
        on_rig(test_release_inside_acts_once),
        on_rig(test_sliding_off_cancels_and_back_takes_it_up_again),
        on_rig(test_a_touch_that_is_taken_away_does_nothing),
        on_rig(test_what_is_disabled_or_empty_does_nothing),
        on_rig(test_a_second_finger_is_ignored),
        on_rig(test_a_bounce_is_one_touch),
        on_rig(test_steady_hands_ignore_repeats_of_one_control),
        on_rig(test_holding_acts_once_and_swallows_the_tap),
        on_rig(test_sliding_off_ends_a_hold),
        on_rig(test_backspace_repeats_by_the_clock),
        on_rig(test_a_thumbs_wobble_is_still_a_tap),
        on_rig(test_a_drag_scrolls_and_does_not_tap),
        on_rig(test_a_drag_stops_at_both_ends),
        on_rig(test_a_page_that_fits_does_not_scroll),
        on_rig(test_what_scrolled_out_cannot_be_hit),
        on_rig(test_every_touch_among_keys_hits_the_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
