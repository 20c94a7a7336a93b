/* The fold: whole lines and whole controls, nothing cut, everything met by paging. */
#include "ui/pointer.h"
#include "ui/rig.h"
#include "ui/widgets.h"
#include "unit.h"

enum { BUTTONS = 9, BUTTON_U = 15, GAP_U = 3, PAGE_H = 240 /* px */ };

static const char *name_of(int n) {
    static const char *const names[BUTTONS] = {"b0", "b1", "b2", "b3", "b4",
                                               "b5", "b6", "b7", "b8"};
    return names[n];
}

/* Buttons of 60 px and an edge, 12 px apart, on a page of 240: the fourth is cut. */
static void build_buttons(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_column(ui, .id = "page", .scroll = true, .h = FIXED((float)PAGE_H / RIG_U), .gap = GAP_U);
    for (int i = 0; i < BUTTONS; i++) {
        ui_row(ui, .id = name_of(i), .tap = rig_tap, .arg = i, .h = FIXED(BUTTON_U),
               .face = ROLE_SURFACE, .edge = ROLE_EDGE, .edge_h = 1);
        ui_words(ui, .text = "x", .role = NODE_GROUP);
        ui_close(ui);
    }
    ui_close(ui);
    ui_close(ui);
}

/* On a page of 240 px: 208 of nothing, then an icon of 16 px before words that do not fit. */
static void build_led(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_column(ui, .id = "page", .scroll = true, .h = FIXED((float)PAGE_H / RIG_U));
    ui_gap(ui, 52);
    ui_row(ui, .id = "led", .h = FIXED(BUTTON_U));
    ui_column(ui, .id = "lead", .w = FIXED(4));
    ui_icon(ui, "tick", 4, ROLE_INK);
    ui_close(ui);
    ui_words(ui, .text = "x", .role = NODE_TEXT);
    ui_close(ui);
    ui_gap(ui, 100);
    ui_close(ui);
    ui_close(ui);
}

/* 0: not at all, 1: whole; anything else fails. */
static int shows(Rig *rig, const char *name) {
    const Node *node = ui_find_named(&rig->ui, name);
    Rect seen = rect_meet(node->at, node->clip);
    if (seen.h <= 0 || seen.w <= 0) {
        return 0;
    }
    assert_int_equal(seen.h, node->at.h);
    return 1;
}

static void test_a_control_shows_whole_or_not_at_all(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_buttons);
    assert_int_equal(shows(rig, "b0") + shows(rig, "b1") + shows(rig, "b2"), 3);
    assert_int_equal(shows(rig, "b3"), 0);
    const Node *hidden = ui_find_named(&rig->ui, "b3");
    assert_null(pointer_hit(&rig->ui, hidden->at.x + 5, hidden->at.y + 5));
}

static void test_an_icon_waits_for_its_words(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_led);
    assert_int_equal(shows(rig, "lead"), 0);
    ui_page(&rig->ui, "page", 1);
    rig_frame(rig, build_led);
    assert_int_equal(shows(rig, "lead"), 1);
}

static void test_paging_meets_every_control(void **state) {
    Rig *rig = *state;
    int met[BUTTONS] = {0};
    rig_frame(rig, build_buttons);
    for (int page = 0; page < BUTTONS; page++) {
        for (int i = 0; i < BUTTONS; i++) {
            met[i] += shows(rig, name_of(i));
        }
        ui_page(&rig->ui, "page", 1);
        rig_frame(rig, build_buttons);
    }
    for (int i = 0; i < BUTTONS; i++) {
        assert_true(met[i] > 0);
    }
    assert_false(ui_has_more_below(&rig->ui, "page"));
}

static void test_what_was_cut_begins_the_next_page(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_buttons);
    ui_page(&rig->ui, "page", 1);
    rig_frame(rig, build_buttons);
    assert_int_equal(ui_find_named(&rig->ui, "b3")->at.y, 0);
}

static void test_a_drag_moves_all_and_ends_whole(void **state) {
    enum { START_MS = 10000, FROM_Y = 200, BY = 90 };
    Rig *rig = *state;
    rig_frame(rig, build_buttons);
    rig_send(rig, build_buttons, INPUT_DOWN, 20, FROM_Y, START_MS);
    for (int y = FROM_Y; y >= FROM_Y - BY; y -= 10) {
        rig_send(rig, build_buttons, INPUT_MOVE, 20, y, START_MS + 10);
    }
    const Node *cut = ui_find_named(&rig->ui, "b1");
    assert_int_equal(rect_meet(cut->at, cut->clip).h, 60 + 72 - BY); /* under the finger as it is */
    rig_send(rig, build_buttons, INPUT_UP, 20, FROM_Y - BY, START_MS + 20);
    assert_int_equal(ui_find_named(&rig->ui, "b1")->at.y + 64, 0); /* behind its edge */
    assert_int_equal(rig->app.taps, 0);
}

static void build_lines(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_column(ui, .id = "page", .scroll = true, .h = FIXED(25));
    ui_words(ui, .id = "text", .role = NODE_TEXT,
             .text = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine");
    ui_close(ui);
    ui_close(ui);
}

static void test_a_text_ends_with_a_whole_line(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_lines);
    int line = look_line(&rig->ui.look, STYLE_BODY);
    const Node *text = ui_find_named(&rig->ui, "text");
    Rect seen = rect_meet(text->at, text->clip);
    assert_true(seen.h > 0 && seen.h < 25 * RIG_U);
    assert_int_equal(seen.h % line, 0);
    ui_page(&rig->ui, "page", 1);
    rig_frame(rig, build_lines);
    assert_int_equal(ui_find_named(&rig->ui, "text")->at.y, -seen.h);
}

static void build_high(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_column(ui, .id = "page", .scroll = true, .h = FIXED(40));
    ui_row(ui, .id = "high", .tap = rig_tap, .h = FIXED(90));
    ui_close(ui);
    ui_close(ui);
    ui_close(ui);
}

/* Lines of 32 px on a page of 160: so many before a card of 200 px whose words begin 10 px down. */
static int lines_before;

static void build_card(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_column(ui, .id = "page", .scroll = true, .h = FIXED(40));
    for (int i = 0; i < lines_before; i++) {
        ui_gap(ui, 8);
    }
    ui_column(ui, .id = "card", .face = ROLE_SURFACE, .pad = PAD(2.5f), .h = FIXED(50));
    ui_words(ui, .id = "words", .text = "one\ntwo\nthree", .role = NODE_TEXT);
    ui_close(ui);
    ui_close(ui);
    ui_close(ui);
}

static int seen_h(Rig *rig, const char *name) {
    const Node *node = ui_find_named(&rig->ui, name);
    return rect_meet(node->at, node->clip).h;
}

static void test_a_high_card_ends_with_its_words_or_waits(void **state) {
    Rig *rig = *state;
    lines_before = 4; /* 32 px are left: not enough for its first line */
    rig_frame(rig, build_card);
    assert_int_equal(seen_h(rig, "card"), 0);
    lines_before = 3; /* 64 px: one line */
    rig_frame(rig, build_card);
    assert_true(seen_h(rig, "words") > 0);
    assert_int_equal(seen_h(rig, "card"), 10 + seen_h(rig, "words")); /* no empty strip below */
}

static void build_headed(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_column(ui, .id = "page", .scroll = true, .h = FIXED(40));
    ui_gap(ui, (float)lines_before * 8);
    ui_words(ui, .id = "heading", .text = "Letters", .role = NODE_HEADING);
    ui_row(ui, .id = "button", .tap = rig_tap, .h = FIXED(15));
    ui_close(ui);
    ui_close(ui);
    ui_close(ui);
}

static void test_a_heading_goes_with_what_it_stands_over(void **state) {
    Rig *rig = *state;
    lines_before = 3;
    rig_frame(rig, build_headed);
    assert_int_equal(seen_h(rig, "button"), 0);
    assert_int_equal(seen_h(rig, "heading"), 0);
    ui_page(&rig->ui, "page", 1);
    rig_frame(rig, build_headed);
    assert_true(seen_h(rig, "heading") > 0 && seen_h(rig, "button") > 0);
    lines_before = 1;
    ui_scroll(&rig->ui, "page")->offset = 0;
    rig_frame(rig, build_headed);
    assert_true(seen_h(rig, "heading") > 0 && seen_h(rig, "button") > 0);
}

static void test_what_is_higher_than_half_the_page_shows_in_part(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_high);
    const Node *high = ui_find_named(&rig->ui, "high");
    assert_int_equal(rect_meet(high->at, high->clip).h, 40 * RIG_U);
}

static void build_button(Ui *ui) {
    static const Button button = {.label = "Type my own words", .icon = "keyboard", .tap = rig_tap};
    ui_row(ui, .h = FIXED(20));
    ui_button(ui, &button);
    ui_close(ui);
}

static void test_a_button_is_as_wide_as_told(void **state) {
    Rig *rig = *state;
    const Button button = {.label = "Type my own words", .icon = "keyboard", .tap = rig_tap};
    rig_frame(rig, build_button);
    assert_int_equal(ui_find(&rig->ui, rig->ui.nodes[1].id)->at.w,
                     ui_button_width(&rig->ui, &button));
    Button icon = button;
    icon.icon_only = true;
    assert_int_equal(ui_button_width(&rig->ui, &icon), look_px(&rig->ui.look, 6 + 6.5f + 6));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        on_rig(test_a_control_shows_whole_or_not_at_all),
        on_rig(test_an_icon_waits_for_its_words),
        on_rig(test_paging_meets_every_control),
        on_rig(test_what_was_cut_begins_the_next_page),
        on_rig(test_a_drag_moves_all_and_ends_whole),
        on_rig(test_a_text_ends_with_a_whole_line),
        on_rig(test_a_high_card_ends_with_its_words_or_waits),
        on_rig(test_a_heading_goes_with_what_it_stands_over),
        on_rig(test_what_is_higher_than_half_the_page_shows_in_part),
        on_rig(test_a_button_is_as_wide_as_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
