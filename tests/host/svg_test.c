/* The kinds of SVG that assets/ are made of, by the pixels they give; and that every asset is one.
 */
#include "unit.h"

#include "base/buf.h"
#include "base/file.h"
#include "host/svg.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>

enum { SIDE = 100, CLEAR = 0, BLACK = (int)0xFF000000 };

static const Theme *const paper = &themes[THEME_PAPER];
static uint32_t pixels[SIDE * SIDE];
static SvgPaint *paint;

static int open_paint(void **state) {
    (void)state;
    paint = svg_paint_open();
    return 0;
}

static int close_paint(void **state) {
    (void)state;
    svg_paint_close(paint);
    return 0;
}

/* Draws what stands inside a drawing of 100 x 100. */
static void draw(const char *inside) {
    Buf svg = {0};
    memset(pixels, 0, sizeof pixels);
    buf_print(&svg, "<svg viewBox=\"0 0 100 100\">%s</svg>", inside);
    assert_true(svg_draw(paint, buf_string(&svg), paper, SIDE, SIDE, pixels));
    buf_done(&svg);
}

static uint32_t at(int x, int y) {
    return pixels[y * SIDE + x];
}

static void assert_black(int x, int y) {
    assert_int_equal(at(x, y), (uint32_t)BLACK);
}

static void assert_clear(int x, int y) {
    assert_int_equal(at(x, y), CLEAR);
}

static void rectangles_and_circles(void **state) {
    (void)state;
    draw("<rect x=\"10\" y=\"20\" width=\"30\" height=\"40\"/>");
    assert_black(10, 20);
    assert_black(39, 59);
    assert_clear(9, 30);
    assert_clear(40, 30);
    assert_clear(20, 60);
    draw("<rect x=\"10\" y=\"20\" width=\"60\" height=\"40\" rx=\"15\"/>");
    assert_clear(11, 21);
    assert_clear(68, 58);
    assert_black(40, 20);
    draw("<circle cx=\"50\" cy=\"50\" r=\"20\"/>");
    assert_black(31, 50);
    assert_black(50, 68);
    assert_clear(29, 50);
    assert_clear(34, 34);
}

static void paths_in_every_way_of_writing(void **state) {
    (void)state;
    static const char *const same[] = {
        "M10 10L60 10L60 60L10 60Z", "M10 10H60V60H10Z",
        "m10,10h50v50h-50z",         "M10 10 60 10 60 60 10 60z",
        "M10 10l50 0 0 50-50 0",     "M10 10C30 10 40 10 60 10V60H10z",
        "M10 10Q35 10 60 10v50h-50", "M60 60H10V10c9 0 20 0 30 0s10 0 20 0z",
    };
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
        char path[128];
        snprintf(path, sizeof path, "<path d=\"%s\"/>", same[i]);
        draw(path);
        assert_black(10, 10);
        assert_black(59, 59);
        assert_black(59, 10);
        assert_clear(9, 9);
        assert_clear(60, 30);
        assert_clear(30, 60);
    }
}

static void arcs_go_the_way_they_are_told(void **state) {
    (void)state;
    draw("<path d=\"M30 50A20 20 0 0 1 70 50z\"/>"); /* over the top */
    assert_black(50, 31);
    assert_clear(50, 60);
    draw("<path d=\"M30 50A20 20 0 0 0 70 50z\"/>");
    assert_black(50, 68);
    assert_clear(50, 40);
    draw("<path d=\"M50 30a20 20 0 1 1-20 20L50 50z\"/>"); /* three quarters */
    assert_black(60, 40);
    assert_black(60, 60);
    assert_black(40, 60);
    assert_clear(40, 40);
    draw("<path d=\"M50 30a20 20 0 0 0-20 20L50 50z\"/>"); /* and the other one */
    assert_black(42, 42);
    assert_clear(60, 60);
}

static void strokes_are_round_and_as_wide_as_told(void **state) {
    (void)state;
    draw("<path d=\"M20 50H80\" fill=\"none\" stroke=\"#000000\" stroke-width=\"10\"/>");
    assert_black(50, 45);
    assert_black(50, 54);
    assert_clear(50, 44);
    assert_clear(50, 55);
    assert_black(16, 50);
    assert_clear(14, 50);
    assert_clear(15, 45);
    draw("<rect x=\"20\" y=\"20\" width=\"60\" height=\"60\" fill=\"none\" stroke=\"#000000\" "
         "stroke-width=\"6\"/>");
    assert_black(17, 50);
    assert_black(82, 50);
    assert_clear(24, 50);
    assert_clear(50, 50);
}

static void crossing_lines_leave_no_hole(void **state) {
    (void)state;
    draw("<path d=\"M20 50H80M50 20V80M80 20L20 80\" fill=\"none\" stroke=\"#000000\" "
         "stroke-width=\"12\"/>");
    for (int y = 46; y < 54; y++) {
        for (int x = 46; x < 54; x++) {
            assert_black(x, y);
        }
    }
}

static void groups_hand_on_and_take_back(void **state) {
    (void)state;
    draw("<g fill=\"none\"><rect width=\"10\" height=\"10\"/>"
         "<rect x=\"20\" width=\"10\" height=\"10\" fill=\"#FF0000\"/></g>"
         "<rect x=\"40\" width=\"10\" height=\"10\"/>");
    assert_clear(5, 5);
    assert_int_equal(at(25, 5), 0xFFFF0000);
    assert_black(45, 5);
}

static void colours_are_the_themes(void **state) {
    (void)state;
    Colour thread = paper->colours[ROLE_THREAD];
    draw("<rect width=\"10\" height=\"10\" fill=\"var(--thread)\"/>"
         "<rect x=\"20\" width=\"10\" height=\"10\" fill=\"var(--no-such)\"/>");
    assert_int_equal(at(5, 5),
                     0xFF000000 | (uint32_t)thread.r << 16 | (uint32_t)thread.g << 8 | thread.b);
    assert_clear(25, 5);
}

static void half_is_half(void **state) {
    (void)state;
    draw("<rect width=\"10\" height=\"10\" fill=\"#FFFFFF\" opacity=\"0.5\"/>");
    assert_in_range(at(5, 5) >> 24, 126, 128);
    assert_int_equal(at(5, 5) >> 24, at(5, 5) & 0xFF); /* premultiplied */
}

static void what_covers_still_covers_below_what_does_not(void **state) {
    (void)state;
    for (int part = 5; part < 100; part += 5) {
        Buf svg = {0};
        buf_print(&svg,
                  "<rect width=\"10\" height=\"10\" fill=\"#FFFFFF\"/>"
                  "<rect width=\"10\" height=\"10\" fill=\"#FFFFFF\" opacity=\"0.%02d\"/>",
                  part);
        draw(buf_string(&svg));
        assert_int_equal(at(5, 5), 0xFFFFFFFF);
        buf_done(&svg);
    }
}

static void turning_and_moving(void **state) {
    (void)state;
    draw("<rect x=\"10\" y=\"10\" width=\"20\" height=\"10\" transform=\"translate(30 40)\"/>");
    assert_black(41, 51);
    assert_clear(11, 11);
    draw("<rect x=\"40\" y=\"10\" width=\"20\" height=\"10\" transform=\"rotate(90 50 50)\"/>");
    assert_black(85, 50); /* what was on top is on the right */
    assert_clear(50, 15);
}

static void slice_covers_and_else_it_fits(void **state) {
    (void)state;
    memset(pixels, 0, sizeof pixels);
    assert_true(svg_draw(paint,
                         "<svg viewBox=\"0 0 200 100\" preserveAspectRatio=\"xMidYMid slice\">"
                         "<rect width=\"200\" height=\"100\"/></svg>",
                         paper, SIDE, SIDE, pixels));
    assert_black(0, 0);
    assert_black(99, 99);
    memset(pixels, 0, sizeof pixels);
    assert_true(svg_draw(paint,
                         "<svg viewBox=\"0 0 200 100\"><rect width=\"200\" height=\"100\"/></svg>",
                         paper, SIDE, SIDE, pixels));
    assert_clear(50, 24);
    assert_black(0, 25);
    assert_black(99, 74);
    assert_clear(50, 75);
}

static void what_is_no_drawing_is_refused(void **state) {
    (void)state;
    static const char *const none[] = {
        "", "text", "<svg>", "<svg viewBox=\"0 0 0 0\">", "<", "<html viewBox=\"0 0 9 9\">"};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        assert_false(svg_draw(paint, none[i], paper, SIDE, SIDE, pixels));
    }
    /* broken inside: what can be drawn is, and nothing worse happens */
    draw("<path d=\"M1 1 L\"/><path d=\"9\"/><path d=\"L5 5\"/><path/><g><g><g><g><g><g><g><g><g>"
         "<path d=\"M0 0A1 1 0 0 0 0 0z\" stroke=\"#000000\"/></g></g>");
}

/* More points than there is room for. */
static void too_much_is_cut_off(void **state) {
    (void)state;
    Buf path = {0};
    buf_text(&path, "<path stroke=\"#000000\" d=\"M0 0");
    for (int i = 0; i < 250; i++) { /* as long as a value may be */
        buf_print(&path, "h1");
    }
    buf_text(&path, "\"/>");
    draw(buf_string(&path));
    buf_done(&path);
    Path many;
    path_start(&many, (Matrix){1, 0, 0, 1, 0, 0});
    for (int i = 0; i < 2 * PATH_POINTS; i++) {
        if (i % 7 == 0) {
            path_move(&many, 1, 1);
        }
        path_cubic(&many, 1, 2, 3, 4, 50, (float)(i % SIDE));
    }
    assert_true(many.full);
    svg_paint_onto(paint, pixels, SIDE, SIDE);
    svg_paint_fill(paint, &many, (Colour){1, 2, 3}, 1);
    svg_paint_stroke(paint, &many, 3, (Colour){1, 2, 3}, 1);
}

static void every_asset_is_a_drawing(void **state) {
    (void)state;
    glob_t found;
    assert_int_equal(glob("assets/*/*.svg", 0, NULL, &found), 0);
    assert_true(found.gl_pathc >= 60);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        Buf file = {0};
        assert_int_equal(file_read(found.gl_pathv[i], 1 << 16, &file), OK);
        memset(pixels, 0, sizeof pixels);
        assert_true(svg_draw(paint, buf_string(&file), paper, SIDE, SIDE, pixels));
        int inked = 0;
        for (int k = 0; k < SIDE * SIDE; k++) {
            inked += pixels[k] != 0;
        }
        if (inked < SIDE) {
            fail_msg("%s is nearly empty", found.gl_pathv[i]);
        }
        buf_done(&file);
    }
    globfree(&found);
}

#define SVG_TEST(function) cmocka_unit_test_setup_teardown(function, open_paint, close_paint)

int main(void) {
    const struct CMUnitTest tests[] = {
        SVG_TEST(rectangles_and_circles),
        SVG_TEST(paths_in_every_way_of_writing),
        SVG_TEST(arcs_go_the_way_they_are_told),
        SVG_TEST(strokes_are_round_and_as_wide_as_told),
        SVG_TEST(crossing_lines_leave_no_hole),
        SVG_TEST(groups_hand_on_and_take_back),
        SVG_TEST(colours_are_the_themes),
        SVG_TEST(half_is_half),
        SVG_TEST(what_covers_still_covers_below_what_does_not),
        SVG_TEST(turning_and_moving),
        SVG_TEST(slice_covers_and_else_it_fits),
        SVG_TEST(what_is_no_drawing_is_refused),
        SVG_TEST(too_much_is_cut_off),
        SVG_TEST(every_asset_is_a_drawing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
