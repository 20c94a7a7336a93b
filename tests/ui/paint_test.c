/* What is painted: whose colours and letters, on what ground. */
#include "ui/rig.h"
#include "unit.h"

static void build_themed(Ui *ui) {
    ui_column(ui, .h = GROW, .face = ROLE_BG);
    ui_words(ui, .text = "before");
    ui_column(ui, .theme = &themes[THEME_NIGHT], .face = ROLE_SURFACE);
    ui_words(ui, .text = "inside");
    ui_column(ui, .theme = &themes[THEME_CREAM], .face = ROLE_PRIMARY);
    ui_words(ui, .text = "deeper", .ink = ROLE_ON_PRIMARY);
    ui_close(ui);
    ui_close(ui);
    ui_words(ui, .text = "behind");
    ui_close(ui);
}

static const Op *text_op(const Rig *rig, const char *text) {
    for (int i = 0; i < rig->ui.op_count; i++) {
        const Op *op = &rig->ui.ops[i];
        if (op->kind == OP_TEXT && strcmp(op->as.text.text, text) == 0) {
            return op;
        }
    }
    fail_msg("'%s' is not painted", text);
    return NULL;
}

static void assert_colours(const Rig *rig, const char *text, ThemeName theme, Role ink,
                           Role ground) {
    const Op *op = text_op(rig, text);
    const Colour *colours = themes[theme].colours;
    assert_memory_equal(&op->colour, &colours[ink], sizeof(Colour));
    assert_memory_equal(&op->as.text.ground, &colours[ground], sizeof(Colour));
}

static void test_a_box_takes_what_is_in_it_into_its_theme(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_themed);
    assert_colours(rig, "before", THEME_PAPER, ROLE_INK, ROLE_BG);
    assert_colours(rig, "inside", THEME_NIGHT, ROLE_INK, ROLE_SURFACE);
    assert_colours(rig, "deeper", THEME_CREAM, ROLE_ON_PRIMARY, ROLE_PRIMARY);
    assert_colours(rig, "behind", THEME_PAPER, ROLE_INK, ROLE_BG);
}

static void build_letters(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_words(ui, .text = "chosen");
    ui_words(ui, .text = "andika", .letters = LETTERS_ANDIKA);
    ui_words(ui, .text = "open", .letters = LETTERS_DYSLEXIC, .bold = true);
    ui_close(ui);
}

static void test_a_text_may_have_letters_of_its_own(void **state) {
    Rig *rig = *state;
    for (int dyslexic = 0; dyslexic < 2; dyslexic++) {
        rig->ui.look.dyslexic = dyslexic != 0;
        rig_frame(rig, build_letters);
        assert_int_equal(text_op(rig, "chosen")->as.text.font.face,
                         dyslexic ? FACE_DYSLEXIC : FACE_REGULAR);
        assert_int_equal(text_op(rig, "andika")->as.text.font.face, FACE_REGULAR);
        assert_int_equal(text_op(rig, "open")->as.text.font.face, FACE_DYSLEXIC_BOLD);
    }
}

static void build_samples(Ui *ui) {
    static const char *const names[] = {"standard", "large", "larger", "largest"};
    ui_column(ui, .h = GROW);
    for (int i = 0; i < SIZE_COUNT; i++) {
        ui_words(ui, .text = names[i], .style = (Style)(STYLE_SAMPLE + i));
    }
    ui_close(ui);
}

static void test_a_sample_is_as_large_whatever_is_chosen(void **state) {
    Rig *rig = *state;
    for (int chosen = 0; chosen < SIZE_COUNT; chosen++) {
        rig->ui.look.size = (TextSize)chosen;
        rig_frame(rig, build_samples);
        for (int i = 0; i < SIZE_COUNT; i++) {
            Look other = rig->ui.look;
            other.size = (TextSize)i;
            assert_int_equal(text_op(rig, size_names[i])->as.text.font.px,
                             look_font(&other, STYLE_SMALL, false).px);
        }
    }
}

static float ends_at; /* u down the page at which the second thing stands */

static void build_threads(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_column(ui, .id = "page", .scroll = true, .h = FIXED(50));
    ui_thread(ui, "one", "two", true);
    ui_thread_at(ui, NULL, "one", 0.5f);
    ui_row(ui, .id = "one", .w = FIXED(20), .h = FIXED(10));
    ui_close(ui);
    ui_gap(ui, ends_at);
    ui_row(ui, .id = "two", .tap = rig_tap, .h = FIXED(15));
    ui_close(ui);
    ui_gap(ui, 20);
    ui_close(ui);
    ui_close(ui);
}

static int curves(const Rig *rig) {
    int count = 0;
    for (int i = 0; i < rig->ui.op_count; i++) {
        count += rig->ui.ops[i].kind == OP_CURVE;
    }
    return count;
}

static void test_a_thread_to_what_waits_below_is_not_drawn(void **state) {
    Rig *rig = *state;
    ends_at = 10;
    rig_frame(rig, build_threads);
    assert_int_equal(curves(rig), 2);
    ends_at = 30; /* its end is folded away */
    rig_frame(rig, build_threads);
    assert_int_equal(curves(rig), 1);
}

static void test_what_stands_beside_words_grows_with_them(void **state) {
    Rig *rig = *state;
    float before = 0;
    for (int size = 0; size < SIZE_COUNT; size++) {
        rig->ui.look.size = (TextSize)size;
        assert_true(look_beside(&rig->ui.look) > before);
        before = look_beside(&rig->ui.look);
    }
    assert_float_equal(before, 1.5f, 0.01f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        on_rig(test_a_box_takes_what_is_in_it_into_its_theme),
        on_rig(test_a_text_may_have_letters_of_its_own),
        on_rig(test_a_thread_to_what_waits_below_is_not_drawn),
        on_rig(test_what_stands_beside_words_grows_with_them),
        on_rig(test_a_sample_is_as_large_whatever_is_chosen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
