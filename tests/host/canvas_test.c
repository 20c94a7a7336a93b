/* What the canvas draws, pixel by pixel. */
#include "unit.h"

#include "host/canvas.h"
#include "host/lines.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { SIDE = 200, WHY_SIZE = 256 };

static const Theme *const paper = &themes[THEME_PAPER];
static const Rect screen = {0, 0, SIDE, SIDE};
static const Colour white = {255, 255, 255}, black = {0, 0, 0}, red = {255, 0, 0};

static int open_canvas(void **state) {
    char why[WHY_SIZE] = "";
    CanvasOptions options = {.w = SIDE, .h = SIDE, .assets = "assets"};
    Canvas *canvas = NULL;
    if (canvas_open(&options, why, sizeof why, &canvas) != OK) {
        fprintf(stderr, "%s\n", why);
        return 1;
    }
    *state = canvas;
    return 0;
}

static int close_canvas(void **state) {
    canvas_close(*state);
    return 0;
}

static Op ground(Colour colour) {
    return (Op){.kind = OP_BOX, .at = screen, .clip = screen, .colour = colour};
}

static Op box(Rect at, int radius, int stroke) {
    return (Op){.kind = OP_BOX,
                .at = at,
                .clip = screen,
                .colour = black,
                .as.box = {radius, stroke, CORNERS_ALL}};
}

static Op line(const char *text, Rect at, int baseline) {
    return (Op){.kind = OP_TEXT,
                .at = at,
                .clip = screen,
                .colour = black,
                .as.text = {text, (int)strlen(text), {FACE_REGULAR, 40}, baseline, white}};
}

static void draw_in(Canvas *canvas, const Theme *theme, Colour under, Op op) {
    Op ops[] = {ground(under), op};
    canvas_draw(canvas, ops, 2, theme, &screen, 1);
}

static void draw(Canvas *canvas, Op op) {
    draw_in(canvas, paper, white, op);
}

static bool same(Colour a, Colour b) {
    return a.r == b.r && a.g == b.g && a.b == b.b;
}

static bool is(Canvas *canvas, int x, int y, Colour colour) {
    return same(canvas_pixel(canvas, x, y), colour);
}

/* The least rectangle around all pixels that are not white. */
static Rect ink(Canvas *canvas) {
    int x0 = SIDE, y0 = SIDE, x1 = -1, y1 = -1;
    for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
            if (!is(canvas, x, y, white)) {
                x0 = x < x0 ? x : x0;
                y0 = y < y0 ? y : y0;
                x1 = x > x1 ? x : x1;
                y1 = y > y1 ? y : y1;
            }
        }
    }
    return (Rect){x0, y0, x1 - x0 + 1, y1 - y0 + 1};
}

static void assert_rect(Rect a, Rect b) {
    assert_int_equal(a.x, b.x);
    assert_int_equal(a.y, b.y);
    assert_int_equal(a.w, b.w);
    assert_int_equal(a.h, b.h);
}

static void box_has_round_corners(void **state) {
    Rect at = {20, 30, 100, 60};
    draw(*state, box(at, 16, 0));
    assert_true(is(*state, 20, 30, white));
    assert_true(is(*state, 119, 30, white));
    assert_true(is(*state, 20, 89, white));
    assert_true(is(*state, 119, 89, white));
    assert_true(is(*state, 70, 60, black));
    assert_true(is(*state, 20, 60, black));
    assert_true(is(*state, 36, 30, black));
    assert_rect(ink(*state), at);
    int grey = 0; /* a smooth edge has pixels in between */
    for (int x = 20; x < 36; x++) {
        grey += !is(*state, x, 32, white) && !is(*state, x, 32, black);
    }
    assert_in_range(grey, 1, 8);
}

static void box_corners_mirror_each_other(void **state) {
    Rect at = {10, 10, 61, 45};
    draw(*state, box(at, 21, 0));
    for (int y = 0; y < at.h; y++) {
        for (int x = 0; x < at.w; x++) {
            Colour here = canvas_pixel(*state, at.x + x, at.y + y);
            assert_true(is(*state, at.x + at.w - 1 - x, at.y + y, here));
            assert_true(is(*state, at.x + x, at.y + at.h - 1 - y, here));
        }
    }
}

static void box_rounds_only_the_corners_asked_for(void **state) {
    Op op = box((Rect){20, 20, 80, 80}, 20, 0);
    op.as.box.corners = CORNERS_TOP;
    draw(*state, op);
    assert_true(is(*state, 20, 20, white));
    assert_true(is(*state, 99, 20, white));
    assert_true(is(*state, 20, 99, black));
    assert_true(is(*state, 99, 99, black));
}

static void ring_is_empty_inside(void **state) {
    Rect at = {20, 20, 80, 60};
    draw(*state, box(at, 14, 4));
    assert_rect(ink(*state), at);
    assert_true(is(*state, 60, 50, white));
    assert_true(is(*state, 24, 50, white));
    assert_true(is(*state, 23, 50, black));
    assert_true(is(*state, 20, 50, black));
    assert_true(is(*state, 60, 23, black));
    assert_true(is(*state, 60, 24, white));
    assert_true(is(*state, 99, 50, black));
    assert_true(is(*state, 60, 79, black));
    assert_true(is(*state, 20, 20, white));
    assert_true(is(*state, 34, 34, white));
}

static void disc_of_odd_size_is_round(void **state) {
    draw(*state, box((Rect){50, 50, 31, 31}, 99, 0));
    assert_true(is(*state, 65, 65, black));
    assert_true(is(*state, 50, 65, black));
    assert_true(is(*state, 80, 65, black));
    assert_true(is(*state, 65, 50, black));
    assert_true(is(*state, 53, 53, white));
    assert_true(is(*state, 77, 77, white));
}

static void nothing_leaves_the_clip(void **state) {
    Rect clip = {60, 40, 30, 20};
    Op ops[] = {
        box((Rect){20, 20, 160, 160}, 30, 0),
        line("Ågj", (Rect){20, 30, 160, 54}, 70),
        {.kind = OP_ICON, .at = {30, 10, 100, 100}, .clip = screen, .as.name = "home"},
        {.kind = OP_PICTURE, .at = {0, 0, 200, 109}, .clip = screen, .as.name = "book"},
        {.kind = OP_CURVE,
         .at = screen,
         .clip = screen,
         .as.curve = {0, 0, 60, 20, 90, 90, 200, 100, 20}},
    };
    for (size_t i = 0; i < sizeof ops / sizeof ops[0]; i++) {
        ops[i].clip = clip;
        draw(*state, ops[i]);
        Rect inked = ink(*state);
        assert_true(inked.w > 0);
        assert_rect(rect_meet(inked, clip), inked);
    }
}

static void nothing_leaves_the_dirty_rectangle(void **state) {
    draw(*state, box((Rect){0, 0, 1, 1}, 0, 0));
    Rect dirty = {33, 44, 55, 66};
    Op ops[] = {ground(red)};
    canvas_draw(*state, ops, 1, paper, &dirty, 1);
    assert_true(is(*state, 33, 44, red));
    assert_true(is(*state, 87, 109, red));
    assert_true(is(*state, 32, 44, white));
    assert_true(is(*state, 88, 109, white));
    assert_true(is(*state, 33, 110, white));
}

static void text_inks_within_its_reach(void **state) {
    static const char *const texts[] = {"jay", "Ågypq", "‘I need a break’"};
    for (size_t i = 0; i < 3; i++) {
        Fonts fonts = canvas_fonts(*state);
        int w = fonts.width(fonts.self, (Font){FACE_REGULAR, 40}, texts[i], (int)strlen(texts[i]));
        Op op = line(texts[i], (Rect){20, 60, w, 54}, 101);
        op.clip = screen;
        draw(*state, op);
        Rect inked = ink(*state), reach = op_reach(&op);
        assert_true(inked.w > w / 2);
        assert_rect(rect_meet(inked, reach), inked);
    }
}

static void capitals_stand_on_the_baseline(void **state) {
    draw(*state, line("H", (Rect){20, 60, 60, 54}, 101));
    Rect inked = ink(*state);
    assert_int_equal(inked.y + inked.h, 101);
    assert_in_range(inked.h, 28, 29); /* 0.713 of 40 px */
}

static void wide_texts_are_as_wide_as_said(void **state) {
    const char *text = "Maya will";
    Fonts fonts = canvas_fonts(*state);
    int w = fonts.width(fonts.self, (Font){FACE_REGULAR, 40}, text, (int)strlen(text));
    draw(*state, line(text, (Rect){10, 60, w, 54}, 101));
    Rect inked = ink(*state);
    assert_in_range(inked.x + inked.w, 10 + w - 4, 10 + w);
}

static void width_grows_letter_by_letter_and_ends_at_len(void **state) {
    Fonts fonts = canvas_fonts(*state);
    Font font = {FACE_BOLD, 36};
    int last = 0;
    const char *text = "will ask a friend";
    for (int len = 1; len <= (int)strlen(text); len++) {
        int w = fonts.width(fonts.self, font, text, len);
        assert_true(w > last);
        last = w;
    }
    assert_int_equal(fonts.width(fonts.self, font, text, 0), 0);
    assert_true(fonts.width(fonts.self, (Font){FACE_BOLD, 72}, text, 17) > last * 19 / 10);
}

static void very_long_texts_have_a_width(void **state) {
    enum { LONG = 5000, TENTH = LONG / 10 };
    char *text = malloc(LONG);
    assert_non_null(text);
    for (int i = 0; i < LONG; i++) {
        text[i] = i % 5 == 4 ? ' ' : 'n';
    }
    Fonts fonts = canvas_fonts(*state);
    Font font = {FACE_REGULAR, 30};
    int tenth = fonts.width(fonts.self, font, text, TENTH);
    int all = fonts.width(fonts.self, font, text, LONG);
    assert_in_range(all, tenth * 10 - 40, tenth * 10 + 40);
    draw(*state, (Op){.kind = OP_TEXT,
                      .at = {0, 0, SIDE, SIDE},
                      .clip = screen,
                      .as.text = {text, LONG, font, 100, white}});
    free(text);
}

static void broken_text_does_no_harm(void **state) {
    const char bytes[] = "a\xC3";
    Fonts fonts = canvas_fonts(*state);
    assert_true(fonts.width(fonts.self, (Font){FACE_REGULAR, 30}, bytes, 2) > 0);
    draw(*state, line("\xFF\xFE\x80", screen, 100));
    draw(*state, line("", screen, 100));
    draw(*state, line("   ", screen, 100));
    assert_true(ink(*state).w <= 0);
}

static void icon_takes_the_colour(void **state) {
    Op op = {
        .kind = OP_ICON, .at = {50, 50, 48, 48}, .clip = screen, .colour = red, .as.name = "plus"};
    draw(*state, op);
    assert_true(is(*state, 74, 74, red));
    assert_true(is(*state, 55, 55, white));
    Rect inked = ink(*state);
    assert_rect(rect_meet(inked, op.at), inked);
    op.colour = black;
    draw(*state, op);
    assert_true(is(*state, 74, 74, black));
}

static void icon_sits_in_the_middle_of_a_wide_box(void **state) {
    draw(*state, (Op){.kind = OP_ICON, .at = {0, 0, 200, 40}, .clip = screen, .as.name = "plus"});
    Rect inked = ink(*state);
    assert_int_equal(inked.x + inked.w / 2, 100);
    assert_true(inked.w < 40);
}

static void icon_without_a_file_draws_nothing(void **state) {
    draw(*state, (Op){.kind = OP_ICON, .at = screen, .clip = screen, .as.name = "no-such"});
    assert_true(ink(*state).w <= 0);
}

static void picture_follows_the_theme(void **state) {
    Op op = {.kind = OP_PICTURE, .at = {0, 0, 180, 98}, .clip = screen, .as.name = "book"};
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        draw_in(*state, &themes[theme], red, op);
        assert_true(is(*state, 2, 2, themes[theme].colours[ROLE_HELP_TINT]));
    }
}

static void picture_covers_a_taller_place(void **state) {
    Op op = {.kind = OP_PICTURE, .at = {0, 0, 100, 200}, .clip = screen, .as.name = "book"};
    draw_in(*state, paper, red, op);
    for (int y = 0; y < SIDE; y++) {
        assert_false(is(*state, 0, y, red));
        assert_false(is(*state, 99, y, red));
    }
    assert_true(is(*state, 100, 100, red));
}

static void picture_can_have_round_corners(void **state) {
    Op op = {.kind = OP_PICTURE,
             .at = {0, 0, 180, 98},
             .clip = screen,
             .as.picture = {"book", 18, CORNERS_TOP}};
    draw_in(*state, paper, red, op);
    assert_true(is(*state, 0, 0, red));
    assert_true(is(*state, 179, 0, red));
    assert_false(is(*state, 90, 0, red));
    assert_false(is(*state, 0, 97, red));
    assert_false(is(*state, 179, 97, red));
}

static void curve_is_as_thick_as_said_with_round_ends(void **state) {
    draw(*state, (Op){.kind = OP_CURVE,
                      .at = screen,
                      .clip = screen,
                      .as.curve = {40, 100, 80, 100, 120, 100, 160, 100, 8}});
    assert_rect(ink(*state), (Rect){36, 96, 128, 8});
    assert_true(is(*state, 100, 96, black));
    assert_true(is(*state, 100, 103, black));
    assert_true(is(*state, 36, 96, white));
}

static void wipe_leaves_nothing(void **state) {
    draw(*state, line("Maya", (Rect){20, 60, 120, 54}, 101));
    canvas_wipe(*state);
    for (int i = 0; i < SIDE * SIDE; i++) {
        assert_true(is(*state, i % SIDE, i / SIDE, black));
    }
    draw(*state, line("Maya", (Rect){20, 60, 120, 54}, 101));
    assert_true(ink(*state).w > 60);
}

static void kept_lines_stay_within_their_budget(void **state) {
    (void)state;
    const char *folders[FACES_FOLDERS];
    char why[WHY_SIZE], text[32];
    faces_folders(NULL, folders);
    Faces *faces = NULL;
    assert_int_equal(faces_open(folders, why, sizeof why, &faces), OK);
    Lines *lines = calloc(1, sizeof *lines);
    Pixels pixels = {calloc((size_t)SIDE * SIDE, sizeof(uint32_t)), SIDE, SIDE};
    assert_non_null(lines);
    assert_non_null(pixels.at);
    size_t most = 0;
    for (int i = 0; i < 500; i++) {
        snprintf(text, sizeof text, "a rather wide line %d", i);
        Op op = line(text, screen, 100);
        op.as.text.font.px = 90;
        line_draw(&pixels, lines, faces, &op, screen);
        most = lines->bytes > most ? lines->bytes : most;
    }
    assert_in_range(most, LINES_BYTES / 2, LINES_BYTES + (100 << 10));
    lines_wipe(lines);
    assert_int_equal(lines->bytes, 0);
    free(pixels.at);
    free(lines);
    faces_close(faces);
}

static void saved_png_is_one(void **state) {
    char path[] = "/tmp/canvas-test-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    draw(*state, box((Rect){20, 20, 50, 50}, 5, 0));
    assert_int_equal(canvas_save(*state, path), OK);
    unsigned char start[8] = {0};
    assert_int_equal(read(fd, start, sizeof start), 8);
    assert_memory_equal(start, "\x89PNG\r\n\x1a\n", 8);
    close(fd);
    unlink(path);
    assert_int_not_equal(canvas_save(*state, "/no/such/folder/a.png"), OK);
}

static void missing_font_says_what_to_install(void **state) {
    (void)state;
    const char *nowhere[] = {"/no/such/folder", NULL};
    char why[WHY_SIZE] = "";
    Faces *faces = NULL;
    assert_int_equal(faces_open(nowhere, why, sizeof why, &faces), ERR_NOT_FOUND);
    assert_null(faces);
    assert_non_null(strstr(why, "Andika"));
    assert_non_null(strstr(why, "fonts-sil-andika"));
}

static void missing_icons_say_so(void **state) {
    (void)state;
    char why[WHY_SIZE] = "";
    CanvasOptions options = {.w = 10, .h = 10, .assets = "/no/such/folder"};
    Canvas *canvas = NULL;
    assert_int_equal(canvas_open(&options, why, sizeof why, &canvas), ERR_NOT_FOUND);
    assert_null(canvas);
    assert_non_null(strstr(why, "/no/such/folder"));
}

/* A folder that has only Andika Regular: the other faces are drawn with it. */
static void other_faces_fall_back(void **state) {
    (void)state;
    char folder[] = "/tmp/canvas-fonts-XXXXXX", path[64], why[WHY_SIZE];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/Andika-Regular.ttf", folder);
    assert_int_equal(symlink("/usr/share/fonts/truetype/andika/Andika-Regular.ttf", path), 0);
    const char *folders[] = {folder, NULL};
    Faces *faces = NULL;
    assert_int_equal(faces_open(folders, why, sizeof why, &faces), OK);
    int regular = faces_width(faces, (Font){FACE_REGULAR, 30}, "friend", 6);
    for (int face = 0; face < FACE_COUNT; face++) {
        assert_int_equal(faces_width(faces, (Font){(uint8_t)face, 30}, "friend", 6), regular);
    }
    faces_close(faces);
    unlink(path);
    rmdir(folder);
}

static void many_sizes_at_once_work(void **state) {
    Fonts fonts = canvas_fonts(*state);
    int first = fonts.width(fonts.self, (Font){FACE_REGULAR, 20}, "friends", 7);
    for (int px = 20; px < 100; px++) {
        assert_true(fonts.width(fonts.self, (Font){FACE_REGULAR, (uint16_t)px}, "friend", 6) > 0);
    }
    assert_int_equal(fonts.width(fonts.self, (Font){FACE_REGULAR, 20}, "friends", 7), first);
}

/* Where a line of this size has its ink and how wide it says it is; nothing is remembered of it. */
static Rect seen_anew(Canvas *canvas, int px, int *width) {
    Font font = {FACE_BOLD, (uint16_t)px};
    Fonts fonts = canvas_fonts(canvas);
    Op op = line("Words", (Rect){10, 40, SIDE - 20, 80}, 110);
    op.as.text.font = font;
    canvas_wipe(canvas);
    draw(canvas, op);
    *width = fonts.width(fonts.self, font, "Words", 5);
    return ink(canvas);
}

static void sizes_by_turns_draw_the_same(void **state) {
    enum { ROUNDS = 12, SIZES = 3 };
    static const int sizes[SIZES] = {24, 40, 57};
    Rect inked[SIZES];
    int widths[SIZES];
    for (int i = 0; i < SIZES; i++) {
        inked[i] = seen_anew(*state, sizes[i], &widths[i]);
        assert_true(i == 0 || widths[i] > widths[i - 1]);
    }
    for (int i = 0; i < ROUNDS * SIZES; i++) {
        int width = 0;
        assert_rect(seen_anew(*state, sizes[i % SIZES], &width), inked[i % SIZES]);
        assert_int_equal(width, widths[i % SIZES]);
    }
}

#define CANVAS_TEST(function) cmocka_unit_test_setup_teardown(function, open_canvas, close_canvas)

int main(void) {
    const struct CMUnitTest tests[] = {
        CANVAS_TEST(box_has_round_corners),
        CANVAS_TEST(box_corners_mirror_each_other),
        CANVAS_TEST(box_rounds_only_the_corners_asked_for),
        CANVAS_TEST(ring_is_empty_inside),
        CANVAS_TEST(disc_of_odd_size_is_round),
        CANVAS_TEST(nothing_leaves_the_clip),
        CANVAS_TEST(nothing_leaves_the_dirty_rectangle),
        CANVAS_TEST(text_inks_within_its_reach),
        CANVAS_TEST(capitals_stand_on_the_baseline),
        CANVAS_TEST(wide_texts_are_as_wide_as_said),
        CANVAS_TEST(width_grows_letter_by_letter_and_ends_at_len),
        CANVAS_TEST(very_long_texts_have_a_width),
        CANVAS_TEST(broken_text_does_no_harm),
        CANVAS_TEST(icon_takes_the_colour),
        CANVAS_TEST(icon_sits_in_the_middle_of_a_wide_box),
        CANVAS_TEST(icon_without_a_file_draws_nothing),
        CANVAS_TEST(picture_follows_the_theme),
        CANVAS_TEST(picture_covers_a_taller_place),
        CANVAS_TEST(picture_can_have_round_corners),
        CANVAS_TEST(curve_is_as_thick_as_said_with_round_ends),
        CANVAS_TEST(wipe_leaves_nothing),
        cmocka_unit_test(kept_lines_stay_within_their_budget),
        CANVAS_TEST(saved_png_is_one),
        cmocka_unit_test(missing_font_says_what_to_install),
        cmocka_unit_test(missing_icons_say_so),
        cmocka_unit_test(other_faces_fall_back),
        CANVAS_TEST(many_sizes_at_once_work),
        CANVAS_TEST(sizes_by_turns_draw_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
