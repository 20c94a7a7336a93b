/* Colours against their grounds (WCAG 2 contrast) in every theme, and the height of letters in mm
 * on the panels of the design. */
#include "ui/theme.h"
#include "unit.h"

#include <math.h>

typedef struct Pair {
    Role ink, ground;
    float ratios[THEME_COUNT]; /* as the design computed them */
} Pair;

static const Pair texts[] = {
    {ROLE_INK, ROLE_BG, {13.54f, 15.49f, 21.00f, 12.40f}},
    {ROLE_INK, ROLE_SURFACE, {14.73f, 13.10f, 21.00f, 13.77f}},
    {ROLE_INK, ROLE_SUNKEN, {12.21f, 16.70f, 21.00f, 11.20f}},
    {ROLE_MUTED, ROLE_BG, {8.00f, 10.81f, 21.00f, 8.85f}},
    {ROLE_MUTED, ROLE_SURFACE, {8.70f, 9.14f, 21.00f, 9.83f}},
    {ROLE_MUTED, ROLE_SUNKEN, {7.21f, 11.66f, 21.00f, 8.00f}},
    {ROLE_ON_PRIMARY, ROLE_PRIMARY, {8.86f, 10.14f, 17.14f, 9.48f}},
    {ROLE_HOPE, ROLE_HOPE_TINT, {7.41f, 9.41f, 21.00f, 8.18f}},
    {ROLE_HARD, ROLE_HARD_TINT, {8.16f, 9.02f, 21.00f, 8.81f}},
    {ROLE_OUTCOME, ROLE_OUTCOME_TINT, {7.25f, 8.30f, 21.00f, 7.89f}},
    {ROLE_HELP, ROLE_HELP_TINT, {7.33f, 8.59f, 21.00f, 7.92f}},
    {ROLE_INK, ROLE_HOPE_TINT, {12.50f, 11.86f, 21.00f, 11.70f}},
    {ROLE_INK, ROLE_HARD_TINT, {12.05f, 12.68f, 21.00f, 11.63f}},
    {ROLE_INK, ROLE_OUTCOME_TINT, {12.06f, 10.71f, 21.00f, 11.76f}},
    {ROLE_INK, ROLE_HELP_TINT, {12.21f, 11.69f, 21.00f, 11.82f}},
    {ROLE_HOPE, ROLE_SURFACE, {8.73f, 10.40f, 21.00f, 9.63f}},
    {ROLE_HARD, ROLE_SURFACE, {9.96f, 9.32f, 21.00f, 10.43f}},
    {ROLE_OUTCOME, ROLE_SURFACE, {8.86f, 10.15f, 21.00f, 9.24f}},
    {ROLE_HELP, ROLE_SURFACE, {8.84f, 9.62f, 21.00f, 9.24f}},
    {ROLE_MET, ROLE_MET_TINT, {7.35f, 8.69f, 21.00f, 7.37f}},
    {ROLE_NOTYET, ROLE_NOTYET_TINT, {7.06f, 8.92f, 17.14f, 7.57f}},
    {ROLE_DECIDE, ROLE_DECIDE_TINT, {7.70f, 8.80f, 21.00f, 8.18f}},
    {ROLE_MET, ROLE_SURFACE, {8.70f, 9.94f, 21.00f, 8.52f}},
    {ROLE_NOTYET, ROLE_SURFACE, {8.46f, 9.46f, 17.14f, 9.20f}},
    {ROLE_DECIDE, ROLE_SURFACE, {9.37f, 9.37f, 21.00f, 9.65f}},
    {ROLE_INK, ROLE_MET_TINT, {12.44f, 11.46f, 21.00f, 11.91f}},
    {ROLE_INK, ROLE_NOTYET_TINT, {12.29f, 12.36f, 21.00f, 11.33f}},
    {ROLE_INK, ROLE_DECIDE_TINT, {12.10f, 12.31f, 21.00f, 11.67f}},
    {ROLE_HIGHLIGHT_INK, ROLE_HIGHLIGHT, {11.42f, 8.30f, 17.14f, 10.14f}},
    {ROLE_ON_COVER, ROLE_COVER, {8.86f, 13.16f, 21.00f, 9.48f}},
    {ROLE_SEL_INK, ROLE_SEL_FILL, {12.06f, 9.99f, 17.14f, 11.76f}},
    {ROLE_SEL_INK, ROLE_PRIMARY_TINT, {12.06f, 9.99f, 17.14f, 11.76f}}, /* a pressed key */
    {ROLE_SURFACE, ROLE_INK, {14.73f, 13.10f, 21.00f, 13.77f}},         /* and its bubble */
    {ROLE_COVER, ROLE_ON_COVER, {8.86f, 13.16f, 21.00f, 9.48f}},
};

static const Pair shapes[] = {
    {ROLE_STROKE, ROLE_BG, {4.19f, 5.79f, 21.00f, 4.41f}},
    {ROLE_STROKE, ROLE_SURFACE, {4.56f, 4.90f, 21.00f, 4.90f}},
    {ROLE_STROKE, ROLE_SUNKEN, {3.78f, 6.25f, 21.00f, 3.99f}},
    {ROLE_PRIMARY, ROLE_BG, {8.15f, 10.66f, 17.14f, 8.32f}},
    {ROLE_PRIMARY, ROLE_SURFACE, {8.86f, 9.02f, 17.14f, 9.24f}},
    {ROLE_FOCUS, ROLE_BG, {13.54f, 12.79f, 17.14f, 12.40f}},
    {ROLE_FOCUS, ROLE_SURFACE, {14.73f, 10.81f, 17.14f, 13.77f}},
    {ROLE_FOCUS, ROLE_FOCUS_GAP, {14.73f, 12.79f, 17.14f, 13.77f}},
    {ROLE_THREAD, ROLE_BG, {3.47f, 8.66f, 17.14f, 4.32f}},
    {ROLE_THREAD, ROLE_SURFACE, {3.77f, 7.32f, 17.14f, 4.80f}},
    {ROLE_THREAD, ROLE_SUNKEN, {3.13f, 9.34f, 17.14f, 3.90f}},
    {ROLE_THREAD, ROLE_HOPE_TINT, {3.20f, 6.63f, 17.14f, 4.08f}},
    {ROLE_COVER_THREAD, ROLE_COVER, {4.53f, 7.36f, 17.14f, 5.29f}},
    {ROLE_MET, ROLE_BG, {8.01f, 11.75f, 21.00f, 7.68f}},
    {ROLE_NOTYET, ROLE_BG, {7.78f, 11.19f, 17.14f, 8.29f}},
    {ROLE_DECIDE, ROLE_BG, {8.62f, 11.08f, 21.00f, 8.69f}},
    {ROLE_HIGHLIGHT_BAR, ROLE_HIGHLIGHT, {4.77f, 6.40f, 17.14f, 5.45f}},
    {ROLE_SEL_STROKE, ROLE_BG, {8.15f, 10.66f, 21.00f, 8.32f}},
    {ROLE_SEL_STROKE, ROLE_SURFACE, {8.86f, 9.02f, 21.00f, 9.24f}},
};

static double channel(uint8_t value) {
    double c = value / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(Colour c) {
    return 0.2126 * channel(c.r) + 0.7152 * channel(c.g) + 0.0722 * channel(c.b);
}

static double contrast(const Theme *theme, const Pair *pair) {
    double a = luminance(theme->colours[pair->ink]) + 0.05;
    double b = luminance(theme->colours[pair->ground]) + 0.05;
    return a > b ? a / b : b / a;
}

static void check_pairs(const Pair *pairs, size_t count, double least) {
    for (size_t i = 0; i < count; i++) {
        for (int theme = 0; theme < THEME_COUNT; theme++) {
            double ratio = contrast(&themes[theme], &pairs[i]);
            assert_float_equal((float)ratio, pairs[i].ratios[theme], 0.011f);
            if (ratio < least) {
                fail_msg("%s on %s in %s: %.2f, under %.1f", role_names[pairs[i].ink],
                         role_names[pairs[i].ground], themes[theme].name, ratio, least);
            }
        }
    }
}

static void test_text_is_readable_in_every_theme(void **state) {
    (void)state;
    check_pairs(texts, sizeof texts / sizeof texts[0], 7);
}

static void test_shapes_are_seen_in_every_theme(void **state) {
    (void)state;
    check_pairs(shapes, sizeof shapes / sizeof shapes[0], 3);
}

static void test_what_is_disabled_can_still_be_read(void **state) {
    (void)state;
    const Pair quiet = {ROLE_ON_DISABLED, ROLE_DISABLED, {5.38f, 7.47f, 12.55f, 6.55f}};
    check_pairs(&quiet, 1, 4.5);
}

static void test_every_role_has_a_name_and_a_colour(void **state) {
    (void)state;
    for (int role = ROLE_BG; role < ROLE_COUNT; role++) {
        assert_non_null(role_names[role]);
        const Colour none = {0, 0, 0};
        assert_memory_not_equal(&themes[THEME_PAPER].colours[role], &none, sizeof none);
    }
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        assert_string_equal(themes[theme].name, theme_names[theme]);
    }
}

static Look look_of(int w, int h, float w_mm, float h_mm, TextSize size) {
    Look look = {.panel = {w, h, w_mm, h_mm}, .size = size};
    look_fit(&look);
    return look;
}

static float capital_mm(const Look *look, Style style) {
    return look_capital(look, style) * look->panel.h_mm / (float)look->panel.h;
}

static void test_letters_are_as_high_as_the_design_says(void **state) {
    (void)state;
    static const float body[SIZE_COUNT] = {4.4f, 5.5f, 6.5f, 8.7f};
    static const float small[SIZE_COUNT] = {3.6f, 4.4f, 5.2f, 6.9f};
    for (int size = 0; size < SIZE_COUNT; size++) {
        Look look = look_of(1280, 800, 217, 136, (TextSize)size);
        assert_float_equal(capital_mm(&look, STYLE_BODY), body[size], 0.15f);
        assert_float_equal(capital_mm(&look, STYLE_SMALL), small[size], 0.15f);
        assert_float_equal(capital_mm(&look, STYLE_OWN), body[size], 0.15f); /* said nothing */
    }
}

static void test_nothing_shrinks_from_size_to_size_nor_with_other_letters(void **state) {
    (void)state;
    for (int style = STYLE_OWN; style < STYLE_SAMPLE; style++) {
        float before = 0;
        for (int size = 0; size < SIZE_COUNT; size++) {
            Look look = look_of(1280, 800, 217, 136, (TextSize)size);
            float mm = capital_mm(&look, (Style)style);
            assert_true(mm > before);
            assert_true(mm >= 3.5f);
            before = mm;
            look.dyslexic = true;
            assert_true(capital_mm(&look, (Style)style) >= 0.9f * mm);
            look.more_space = true;
            Look plain = look_of(1280, 800, 217, 136, (TextSize)size);
            assert_true(look_line(&look, (Style)style) > look_line(&plain, (Style)style));
        }
    }
}

static void test_a_unit_is_about_a_millimetre(void **state) {
    (void)state;
    static const struct {
        int w, h;
        float w_mm, h_mm, u;
        Template standard, larger, largest;
    } panels[] = {
        {1280, 800, 217, 136, 6, TEMPLATE_REGULAR, TEMPLATE_COMPACT, TEMPLATE_COMPACT},
        {800, 480, 154, 86, 5.25f, TEMPLATE_COMPACT, TEMPLATE_COMPACT, TEMPLATE_COMPACT},
        {480, 800, 86, 154, 5.75f, TEMPLATE_COMPACT, TEMPLATE_COMPACT, TEMPLATE_COMPACT},
        {1920, 1080, 476, 268, 6.5f, TEMPLATE_WIDE, TEMPLATE_WIDE, TEMPLATE_COMPACT},
        {1080, 1920, 268, 476, 5, TEMPLATE_TALL, TEMPLATE_TALL, TEMPLATE_TALL},
    };
    for (size_t i = 0; i < sizeof panels / sizeof panels[0]; i++) {
        Look look = look_of(panels[i].w, panels[i].h, panels[i].w_mm, panels[i].h_mm, 0);
        assert_float_equal(look.u, panels[i].u, 0.001f);
        assert_int_equal(look.template_, panels[i].standard);
        look = look_of(panels[i].w, panels[i].h, panels[i].w_mm, panels[i].h_mm, SIZE_LARGER);
        assert_int_equal(look.template_, panels[i].larger);
        look = look_of(panels[i].w, panels[i].h, panels[i].w_mm, panels[i].h_mm, SIZE_LARGEST);
        assert_int_equal(look.template_, panels[i].largest);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_is_readable_in_every_theme),
        cmocka_unit_test(test_shapes_are_seen_in_every_theme),
        cmocka_unit_test(test_what_is_disabled_can_still_be_read),
        cmocka_unit_test(test_every_role_has_a_name_and_a_colour),
        cmocka_unit_test(test_letters_are_as_high_as_the_design_says),
        cmocka_unit_test(test_nothing_shrinks_from_size_to_size_nor_with_other_letters),
        cmocka_unit_test(test_a_unit_is_about_a_millimetre),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
