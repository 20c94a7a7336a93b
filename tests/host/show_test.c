/* Both ways of showing put the same picture on the panel, turned as asked, and leave alone what
 * they were not told of. The texture's way runs here through SDL's software renderer. */
#include "unit.h"

#include "host/rotate.h"
#include "host/show.h"
#include "ui/damage.h"

#include <stdlib.h>

enum { W = 96, H = 60 };

static const int turns[] = {0, 90, 180, 270};

static uint32_t pixels_a[W * H], panel[W * H];

static int open_video(void **state) {
    (void)state;
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, "software");
    return SDL_Init(SDL_INIT_VIDEO);
}

static int close_video(void **state) {
    (void)state;
    SDL_Quit();
    return 0;
}

static Show show_open(const ShowWay *way, int rotate) {
    SDL_Window *window = SDL_CreateWindow("", 0, 0, W, H, 0);
    assert_non_null(window);
    Show show = {.way = way, .window = window, .w = W, .h = H, .rotate = rotate};
    assert_true(way->open(&show));
    return show;
}

static void show_close(Show *show) {
    show->way->close(show);
    SDL_DestroyWindow(show->window);
}

/* An upright picture in which no two pixels are alike. */
static Pixels picture(int rotate, uint32_t base) {
    bool sideways = rotate_sideways(rotate);
    Pixels pixels = {pixels_a, sideways ? H : W, sideways ? W : H};
    for (uint32_t i = 0; i < W * H; i++) {
        pixels_a[i] = base + i;
    }
    return pixels;
}

static const uint32_t *panel_read(const Show *show) {
    if (show->texture != NULL) {
        SDL_RenderCopy(show->renderer, show->texture, NULL, NULL);
        assert_int_equal(SDL_RenderReadPixels(show->renderer, NULL, SDL_PIXELFORMAT_RGB888, panel,
                                              W * (int)sizeof *panel),
                         0);
    } else {
        const SDL_Surface *surface = SDL_GetWindowSurface(show->window);
        for (int y = 0; y < H; y++) {
            memcpy(panel + (size_t)y * W, (const char *)surface->pixels + y * surface->pitch,
                   W * sizeof *panel);
        }
    }
    for (int i = 0; i < W * H; i++) {
        panel[i] &= 0xFFFFFF;
    }
    return panel;
}

static void assert_shown(const Show *show, const Pixels *first, uint32_t was, Rect changed) {
    const uint32_t *shown = panel_read(show);
    for (int y = 0; y < H; y++) {
        for (int x = 0; x < W; x++) {
            int there_x = x, there_y = y;
            rotate_back(show->rotate, first->w, first->h, &there_x, &there_y);
            uint32_t want = *pixels_row(first, there_x, there_y);
            if (!rect_has(changed, there_x, there_y)) {
                want = want - *pixels_row(first, 0, 0) + was;
            }
            assert_int_equal(shown[y * W + x], want);
        }
    }
}

static void every_way_shows_what_it_is_told(void **state) {
    (void)state;
    static const ShowWay *const ways[] = {&show_surface, &show_texture};
    enum { FIRST = 0x10000, SECOND = 0x800000 };
    for (size_t way = 0; way < 2; way++) {
        for (size_t turn = 0; turn < sizeof turns / sizeof turns[0]; turn++) {
            Show show = show_open(ways[way], turns[turn]);
            Pixels pixels = picture(turns[turn], FIRST);
            Rect all = {0, 0, pixels.w, pixels.h}, part = {7, 11, 31, 23};
            show.way->push(&show, &pixels, &all, 1);
            assert_shown(&show, &pixels, FIRST, all);
            pixels = picture(turns[turn], SECOND);
            show.way->push(&show, &pixels, &part, 1);
            assert_shown(&show, &pixels, FIRST, part);
            show.way->wipe(&show);
            const uint32_t *shown = panel_read(&show);
            for (int i = 0; i < W * H; i++) {
                assert_int_equal(shown[i], 0);
            }
            show_close(&show);
        }
    }
}

static void rectangles_and_points_turn_alike(void **state) {
    (void)state;
    Rect rect = {5, 9, 17, 20};
    for (size_t turn = 0; turn < sizeof turns / sizeof turns[0]; turn++) {
        bool sideways = rotate_sideways(turns[turn]);
        int w = sideways ? H : W, h = sideways ? W : H, inside = 0;
        Rect there = rotate_rect(turns[turn], w, h, rect);
        for (int y = 0; y < H; y++) {
            for (int x = 0; x < W; x++) {
                int back_x = x, back_y = y;
                rotate_back(turns[turn], w, h, &back_x, &back_y);
                assert_true(rect_has((Rect){0, 0, w, h}, back_x, back_y));
                assert_int_equal(rect_has(there, x, y), rect_has(rect, back_x, back_y));
                inside += rect_has(there, x, y);
            }
        }
        assert_int_equal(inside, rect.w * rect.h);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_way_shows_what_it_is_told, open_video, close_video),
        cmocka_unit_test(rectangles_and_points_turn_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
