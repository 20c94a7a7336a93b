/* What tells rather than acts: discs, banners, beads and bars, by what is painted. */
#include "ui/seen.h"
#include "ui/widgets.h"
#include "unit.h"

static void build_signs(Ui *ui) {
    ui_column(ui, .h = GROW, .face = ROLE_BG, .pad = PAD(4), .gap = 2, .align = ALIGN_START);
    ui_disc(ui, "hope", 11, ROLE_HOPE_TINT, ROLE_HOPE);
    ui_number(ui, 3, 7.4f, ROLE_SUNKEN, ROLE_INK, STYLE_SMALL);
    ui_close(ui);
}

static void test_a_disc_holds_its_icon(void **state) {
    const float disc_u = 11, icon_u = 6.8f;
    Rig *rig = *state;
    rig_frame(rig, build_signs);
    const Look *look = &rig->ui.look;
    const Op *icon = seen_op(rig, OP_ICON, "hope");
    assert_int_equal(icon->at.w, look_px(look, icon_u));
    assert_ink(rig, icon, ROLE_HOPE);
    int x = icon->at.x + icon->at.w / 2, y = icon->at.y + icon->at.h / 2;
    int reach = look_px(look, disc_u) / 2 - 1;
    assert_seen(rig, x - reach, y, ROLE_HOPE_TINT);
    assert_seen(rig, x, y + reach, ROLE_HOPE_TINT);
    assert_seen(rig, x, y + reach + 2, ROLE_BG);
    const Op *number = seen_op(rig, OP_TEXT, "3");
    assert_int_equal(number->as.text.font.face, FACE_BOLD);
    assert_seen(rig, number->at.x, number->as.text.baseline, ROLE_SUNKEN);
}

static void build_banner(Ui *ui) {
    ui_column(ui, .h = GROW, .face = ROLE_BG, .pad = PAD(4));
    ui_banner(ui, "notyet", ROLE_NOTYET_TINT, ROLE_NOTYET, "So.", "Say");
    ui_close(ui);
}

/* In high contrast every tint is black: an outline stands in. */
static void test_a_banner_is_a_tint_with_its_sign(void **state) {
    const float icon_u = 7.4f, least_u = 10.6f, outline_u = 0.34f;
    Rig *rig = *state;
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        rig->ui.look.theme = (ThemeName)theme;
        rig_frame(rig, build_banner);
        const Look *look = &rig->ui.look;
        const Op *icon = seen_op(rig, OP_ICON, "notyet");
        const Op *lead = seen_op(rig, OP_TEXT, "So."), *words = seen_op(rig, OP_TEXT, "Say");
        assert_int_equal(icon->at.w, look_px(look, icon_u));
        assert_ink(rig, icon, ROLE_NOTYET);
        assert_ink(rig, lead, ROLE_NOTYET);
        assert_int_equal(lead->as.text.font.face, FACE_BOLD);
        assert_ink(rig, words, ROLE_INK);
        assert_int_equal(words->as.text.font.face, FACE_REGULAR);
        int x = look_px(look, 4), y = icon->at.y + icon->at.h / 2;
        bool outlined = theme == THEME_CONTRAST;
        assert_seen(rig, x, y, outlined ? ROLE_NOTYET : ROLE_NOTYET_TINT);
        assert_seen(rig, x + look_px(look, outline_u), y, ROLE_NOTYET_TINT);
        int top = y - look_px(look, least_u) / 2 + 1;
        assert_seen(rig, x + look_px(look, 10), top + look_px(look, outline_u), ROLE_NOTYET_TINT);
    }
}

static void build_beads(Ui *ui) {
    ui_column(ui, .h = GROW, .face = ROLE_BG, .pad = PAD(4), .align = ALIGN_START);
    ui_beads(ui, 1, 3, "");
    ui_close(ui);
}

static void test_beads_tell_what_is_behind_and_what_is_ahead(void **state) {
    const float bead = 3, now = 4.6f, apart = 4;
    Rig *rig = *state;
    rig_frame(rig, build_beads);
    const Look *look = &rig->ui.look;
    const Node *row = &rig->ui.nodes[1];
    assert_int_equal(row->box.role, NODE_PROGRESS);
    int x = row->at.x, y = row->at.y + row->at.h / 2;
    assert_seen(rig, x + look_px(look, bead / 2), y, ROLE_THREAD); /* filled: read */
    x += look_px(look, bead);
    assert_seen(rig, x + look_px(look, apart / 2), y, ROLE_THREAD);
    x += look_px(look, apart);
    assert_seen(rig, x + 1, y, ROLE_THREAD);
    assert_seen(rig, x + look_px(look, now / 2), y, ROLE_SURFACE); /* a ring: here */
    assert_seen(rig, x + look_px(look, 0.8f) - 1, y, ROLE_THREAD); /* of a wider line */
    assert_seen(rig, x + look_px(look, 0.8f), y, ROLE_SURFACE);
    x += look_px(look, now) + look_px(look, apart);
    assert_seen(rig, x, y, ROLE_THREAD);
    assert_seen(rig, x + look_px(look, 0.5f), y, ROLE_BG); /* a thin ring: not yet */
}

static float part;

static void build_bar(Ui *ui) {
    ui_column(ui, .h = GROW, .face = ROLE_COVER, .pad = PAD(4));
    ui_bar(ui, part, ROLE_ON_COVER, ROLE_COVER, "half");
    ui_close(ui);
}

/* Where it has come to, a bar ends straight; at its ends it is round. */
static void test_a_bar_ends_where_it_has_come_to(void **state) {
    Rig *rig = *state;
    for (int whole = 0; whole < 2; whole++) {
        part = whole ? 1 : 0.5f;
        rig_frame(rig, build_bar);
        const Op *last = &rig->ui.ops[rig->ui.op_count - 1];
        assert_ink(rig, last, ROLE_ON_COVER);
        assert_int_equal(last->as.box.corners,
                         whole ? CORNERS_ALL : CORNER_TOP_LEFT | CORNER_BOTTOM_LEFT);
    }
}

static void build_stripe(Ui *ui) {
    ui_column(ui, .h = GROW, .face = ROLE_BG, .pad = PAD(4), .align = ALIGN_START);
    ui_row(ui, .face = ROLE_SURFACE, .radius = 3, .w = FIXED(40), .h = FIXED(20));
    ui_column(ui, .id = "stripe", .w = FIXED(2), .h = FIXED(20), .face = ROLE_THREAD, .radius = 3,
              .corners = CORNER_TOP_LEFT | CORNER_BOTTOM_LEFT);
    ui_close(ui);
    ui_close(ui);
    ui_close(ui);
}

/* A stripe along a card follows its corners, however narrow it is. */
static void test_a_stripe_is_as_round_as_its_card(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_stripe);
    const Op *stripe = &rig->ui.ops[rig->ui.op_count - 1], *card = stripe - 1;
    assert_ink(rig, stripe, ROLE_THREAD);
    assert_int_equal(stripe->as.box.radius, card->as.box.radius);
    assert_int_equal(stripe->at.x, card->at.x);
    assert_int_equal(op_reach(stripe).w, look_px(&rig->ui.look, 2));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        on_rig(test_a_disc_holds_its_icon),
        on_rig(test_a_banner_is_a_tint_with_its_sign),
        on_rig(test_beads_tell_what_is_behind_and_what_is_ahead),
        on_rig(test_a_bar_ends_where_it_has_come_to),
        on_rig(test_a_stripe_is_as_round_as_its_card),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
