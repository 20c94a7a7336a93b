/* The window on SDL's dummy driver: each thing a person does is one input, in the picture's own
 * pixels; sleeping ends when it should; the panel shows what was drawn, turned as asked. */
#include "unit.h"

#include "host/events.h"
#include "host/panel.h"
#include "host/window.h"

#include <SDL.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

enum { W = 320, H = 200, WHY_SIZE = 256 };

static const Theme *const paper = &themes[THEME_PAPER];
static const Colour red = {255, 0, 0}, blue = {0, 0, 255};

/* Reads what is queued until nothing is left. */
static void drain(Window *window) {
    Input input;
    do {
        window_wait(window, 0, &input);
    } while (input.kind != INPUT_NONE);
}

static Window *open_turned(int rotate) {
    char why[WHY_SIZE] = "";
    WindowOptions options = {.w = W, .h = H, .rotate = rotate, .assets = "assets"};
    Window *window = NULL;
    assert_int_equal(window_open(&options, why, sizeof why, &window), OK);
    drain(window);
    return window;
}

static int open_window(void **state) {
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    *state = open_turned(0);
    return 0;
}

static int close_window(void **state) {
    window_close(*state);
    return 0;
}

static Input next(Window *window) {
    Input input;
    window_wait(window, 0, &input);
    return input;
}

static void push_finger(uint32_t type, SDL_TouchID touch, float x, float y) {
    SDL_Event event = {.tfinger = {.type = type,
                                   .timestamp = SDL_GetTicks(),
                                   .touchId = touch,
                                   .fingerId = 7,
                                   .x = x,
                                   .y = y}};
    SDL_PushEvent(&event);
}

static void push_button(uint32_t type, uint32_t which, uint8_t button, int x, int y) {
    SDL_Event event = {.button = {.type = type,
                                  .timestamp = SDL_GetTicks(),
                                  .which = which,
                                  .button = button,
                                  .x = x,
                                  .y = y}};
    SDL_PushEvent(&event);
}

static void push_motion(uint32_t which, int x, int y) {
    SDL_Event event = {
        .motion = {
            .type = SDL_MOUSEMOTION, .timestamp = SDL_GetTicks(), .which = which, .x = x, .y = y}};
    SDL_PushEvent(&event);
}

static void push_key(SDL_Keycode sym, uint16_t mod, uint8_t repeat) {
    SDL_Event event = {.key = {.type = SDL_KEYDOWN,
                               .timestamp = SDL_GetTicks(),
                               .repeat = repeat,
                               .keysym = {.sym = sym, .mod = mod}}};
    SDL_PushEvent(&event);
}

static void push_window(uint8_t what) {
    SDL_Event event = {
        .window = {.type = SDL_WINDOWEVENT, .timestamp = SDL_GetTicks(), .event = what}};
    SDL_PushEvent(&event);
}

static void assert_at(Input input, InputKind kind, int x, int y) {
    assert_int_equal(input.kind, kind);
    assert_int_equal(input.x, x);
    assert_int_equal(input.y, y);
}

static void touch_is_one_input_each(void **state) {
    push_finger(SDL_FINGERDOWN, 1, 0.5F, 0.5F);
    Input down = next(*state);
    assert_at(down, INPUT_DOWN, W / 2, H / 2);
    assert_int_equal(down.finger, 7);
    assert_in_range(down.at_ms, window_now() - 60000, window_now());
    push_finger(SDL_FINGERMOTION, 1, 0.25F, 0.5F);
    assert_at(next(*state), INPUT_MOVE, W / 4, H / 2);
    push_finger(SDL_FINGERUP, 1, 0.25F, 0.5F);
    assert_at(next(*state), INPUT_UP, W / 4, H / 2);
    assert_int_equal(next(*state).kind, INPUT_NONE);
}

static void mouse_is_finger_minus_one(void **state) {
    push_motion(0, 10, 20); /* hovering says nothing */
    push_button(SDL_MOUSEBUTTONDOWN, 0, SDL_BUTTON_LEFT, 10, 20);
    Input down = next(*state);
    assert_at(down, INPUT_DOWN, 10, 20);
    assert_int_equal(down.finger, -1);
    push_motion(0, 11, 22);
    assert_at(next(*state), INPUT_MOVE, 11, 22);
    push_button(SDL_MOUSEBUTTONUP, 0, SDL_BUTTON_LEFT, 11, 22);
    assert_at(next(*state), INPUT_UP, 11, 22);
    push_button(SDL_MOUSEBUTTONDOWN, 0, SDL_BUTTON_RIGHT, 10, 20);
    push_motion(0, 12, 22);
    assert_int_equal(next(*state).kind, INPUT_NONE);
}

/* X11 and wayland may deliver a touch twice: as itself and as a mouse made from it. */
static void touch_that_comes_twice_counts_once(void **state) {
    push_button(SDL_MOUSEBUTTONDOWN, SDL_TOUCH_MOUSEID, SDL_BUTTON_LEFT, 5, 5);
    push_button(SDL_MOUSEBUTTONUP, SDL_TOUCH_MOUSEID, SDL_BUTTON_LEFT, 5, 5);
    assert_int_equal(next(*state).kind, INPUT_NONE);
    static const uint32_t mice[] = {SDL_TOUCH_MOUSEID, 0};
    for (int i = 0; i < 2; i++) {
        push_finger(SDL_FINGERDOWN, 1, 0.5F, 0.5F);
        push_button(SDL_MOUSEBUTTONDOWN, mice[i], SDL_BUTTON_LEFT, W / 2, H / 2);
        push_motion(mice[i], W / 2, H / 2);
        push_finger(SDL_FINGERUP, 1, 0.5F, 0.5F);
        push_button(SDL_MOUSEBUTTONUP, mice[i], SDL_BUTTON_LEFT, W / 2, H / 2);
        assert_int_equal(next(*state).kind, INPUT_DOWN);
        assert_int_equal(next(*state).kind, INPUT_UP);
        assert_int_equal(next(*state).kind, INPUT_NONE);
    }
}

static void mouse_that_comes_twice_counts_once(void **state) {
    push_button(SDL_MOUSEBUTTONDOWN, 0, SDL_BUTTON_LEFT, 5, 5);
    push_finger(SDL_FINGERDOWN, SDL_MOUSE_TOUCHID, 0.5F, 0.5F);
    push_button(SDL_MOUSEBUTTONUP, 0, SDL_BUTTON_LEFT, 5, 5);
    push_finger(SDL_FINGERUP, SDL_MOUSE_TOUCHID, 0.5F, 0.5F);
    assert_int_equal(next(*state).kind, INPUT_DOWN);
    assert_int_equal(next(*state).kind, INPUT_UP);
    assert_int_equal(next(*state).kind, INPUT_NONE);
}

static void touch_beyond_the_edge_is_at_the_edge(void **state) {
    push_finger(SDL_FINGERDOWN, 1, 1.02F, -0.01F);
    assert_at(next(*state), INPUT_DOWN, W - 1, 0);
    push_finger(SDL_FINGERUP, 1, 1.0F, 1.0F);
    assert_at(next(*state), INPUT_UP, W - 1, H - 1);
}

static void many_moves_are_one(void **state) {
    push_finger(SDL_FINGERDOWN, 1, 0, 0);
    for (int i = 1; i <= 64; i++) {
        push_finger(SDL_FINGERMOTION, 1, (float)i / 128, 0);
    }
    push_finger(SDL_FINGERUP, 1, 0.5F, 0);
    assert_int_equal(next(*state).kind, INPUT_DOWN);
    assert_at(next(*state), INPUT_MOVE, W / 2, 0);
    assert_int_equal(next(*state).kind, INPUT_UP);
}

static void keys_are_keys_and_text_is_text(void **state) {
    push_key(SDLK_TAB, 0, 0);
    push_key(SDLK_TAB, KMOD_LSHIFT, 0);
    push_key(SDLK_BACKSPACE, 0, 1);
    push_key(SDLK_a, 0, 0);
    SDL_Event text = {.text = {.type = SDL_TEXTINPUT, .text = "ŵ"}};
    SDL_PushEvent(&text);
    assert_int_equal(next(*state).key, KEYCODE_TAB);
    assert_int_equal(next(*state).key, KEYCODE_BACK_TAB);
    Input held = next(*state);
    assert_int_equal(held.key, KEYCODE_BACKSPACE);
    assert_true(held.repeat);
    Input typed = next(*state);
    assert_int_equal(typed.kind, INPUT_TEXT);
    assert_string_equal(typed.text, "ŵ");
    assert_int_equal(next(*state).kind, INPUT_NONE);
}

static void no_key_ends_the_program(void **state) {
    push_key(SDLK_F4, KMOD_LALT, 0);
    push_key(SDLK_q, KMOD_LCTRL, 0);
    push_key(SDLK_TAB, KMOD_LALT, 0);
    push_key(SDLK_ESCAPE, 0, 0);
    Input input = next(*state);
    assert_int_equal(input.kind, INPUT_KEY);
    assert_int_equal(input.key, KEYCODE_ESCAPE);
    assert_int_equal(next(*state).kind, INPUT_NONE);
}

static void closing_the_window_ends_it(void **state) {
    SDL_Event event = {.type = SDL_QUIT};
    SDL_PushEvent(&event);
    assert_int_equal(next(*state).kind, INPUT_QUIT);
}

static void signals_end_it(void **state) {
    static const int signals[] = {SIGTERM, SIGINT};
    for (int i = 0; i < 2; i++) {
        raise(signals[i]); /* before the sleep: it must not be missed */
        Input input;
        window_wait(*state, -1, &input);
        assert_int_equal(input.kind, INPUT_QUIT);
        drain(*state);
    }
}

static void expose_asks_for_the_picture(void **state) {
    push_window(SDL_WINDOWEVENT_EXPOSED);
    assert_int_equal(next(*state).kind, INPUT_SHOWN);
    push_window(SDL_WINDOWEVENT_MOVED);
    push_window(SDL_WINDOWEVENT_FOCUS_LOST);
    assert_int_equal(next(*state).kind, INPUT_NONE);
}

static void wait_ends_at_its_time(void **state) {
    int64_t until = window_now() + 30;
    Input input;
    window_wait(*state, until, &input);
    assert_int_equal(input.kind, INPUT_NONE);
    assert_true(window_now() >= until);
    assert_true(input.at_ms >= until);
}

static void wake_before_the_wait_counts_once(void **state) {
    window_wake(*state);
    window_wake(*state);
    Input input;
    window_wait(*state, -1, &input);
    assert_int_equal(input.kind, INPUT_WAKE);
    assert_int_equal(next(*state).kind, INPUT_NONE);
}

static void *waker(void *window) {
    window_wake(window);
    return NULL;
}

static void wake_from_another_thread_ends_the_wait(void **state) {
    for (int i = 0; i < 100; i++) {
        pthread_t thread;
        assert_int_equal(pthread_create(&thread, NULL, waker, *state), 0);
        Input input;
        window_wait(*state, -1, &input);
        assert_int_equal(input.kind, INPUT_WAKE);
        pthread_join(thread, NULL);
    }
}

static void fingers_of_a_device_that_went_are_taken_away(void **state) {
    (void)state;
    Events events = {.w = W, .h = H};
    SDL_Event event = {.tfinger = {.type = SDL_FINGERDOWN, .touchId = 1, .fingerId = 3}};
    events_input(&events, &event, 0);
    event.tfinger.fingerId = 4;
    events_input(&events, &event, 0);
    event.tfinger.fingerId = 5;
    events_input(&events, &event, 0);
    event.tfinger.type = SDL_FINGERUP;
    event.tfinger.fingerId = 4;
    events_input(&events, &event, 0);
    Input first = events_cancel(&events, 7), second = events_cancel(&events, 7);
    assert_int_equal(first.kind, INPUT_CANCEL);
    assert_int_equal(second.kind, INPUT_CANCEL);
    assert_int_equal(first.finger + second.finger, 3 + 5);
    assert_int_equal(events_cancel(&events, 7).kind, INPUT_NONE);
}

static SDL_Window *panel_window(void) {
    for (uint32_t id = 1; id < 100; id++) {
        SDL_Window *window = SDL_GetWindowFromID(id);
        if (window != NULL) {
            return window;
        }
    }
    return NULL;
}

static uint32_t *panel_pixel(int x, int y) {
    SDL_Surface *surface = SDL_GetWindowSurface(panel_window());
    assert_non_null(surface);
    return (uint32_t *)((unsigned char *)surface->pixels + y * surface->pitch) + x;
}

/* Red everywhere, and blue at the upright picture's top left corner. */
static void show_corner(Window *window) {
    int w = 0, h = 0;
    window_size(window, &w, &h);
    Rect all = {0, 0, w, h};
    Op ops[] = {
        {.kind = OP_BOX, .at = all, .clip = all, .colour = red},
        {.kind = OP_BOX, .at = {0, 0, 40, 20}, .clip = all, .colour = blue},
    };
    window_show(window, ops, 2, paper);
}

typedef struct Turn {
    int degrees, w, h;
    int corner_x, corner_y; /* where the picture's top left pixel is on the panel */
    int wide_x, wide_y;     /* and its pixel (39, 19) */
} Turn;

static const Turn turns[] = {
    {0, W, H, 0, 0, 39, 19},
    {90, H, W, W - 1, 0, W - 20, 39},
    {180, W, H, W - 1, H - 1, W - 40, H - 20},
    {270, H, W, 0, H - 1, 19, H - 40},
};

static void picture_and_touch_turn_together(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof turns / sizeof turns[0]; i++) {
        const Turn *turn = &turns[i];
        setenv("SDL_VIDEODRIVER", "dummy", 1);
        Window *window = open_turned(turn->degrees);
        int w = 0, h = 0;
        window_size(window, &w, &h);
        assert_int_equal(w, turn->w);
        assert_int_equal(h, turn->h);
        show_corner(window);
        assert_int_equal(*panel_pixel(turn->corner_x, turn->corner_y) & 0xFFFFFF, 0x0000FF);
        assert_int_equal(*panel_pixel(turn->wide_x, turn->wide_y) & 0xFFFFFF, 0x0000FF);
        assert_int_equal(*panel_pixel(W / 2, H / 2) & 0xFFFFFF, 0xFF0000);
        assert_int_equal(*panel_pixel(W - 1 - turn->corner_x, H - 1 - turn->corner_y) & 0xFFFFFF,
                         0xFF0000);
        push_finger(SDL_FINGERDOWN, 1, ((float)turn->corner_x + 0.5F) / W,
                    ((float)turn->corner_y + 0.5F) / H);
        assert_at(next(window), INPUT_DOWN, 0, 0);
        push_finger(SDL_FINGERMOTION, 1, ((float)turn->wide_x + 0.5F) / W,
                    ((float)turn->wide_y + 0.5F) / H);
        assert_at(next(window), INPUT_MOVE, 39, 19);
        push_finger(SDL_FINGERUP, 1, ((float)(W - 1 - turn->corner_x) + 0.5F) / W,
                    ((float)(H - 1 - turn->corner_y) + 0.5F) / H);
        assert_at(next(window), INPUT_UP, w - 1, h - 1);
        window_close(window);
    }
}

/* A turned panel has pixels of its own, on which a mark stays until something is pushed over it. */
static void only_changes_reach_the_panel(void **state) {
    (void)state;
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    Window *window = open_turned(180);
    show_corner(window);
    *panel_pixel(200, 100) = 0x123456;
    show_corner(window);
    assert_int_equal(*panel_pixel(200, 100) & 0xFFFFFF, 0x123456);
    push_window(SDL_WINDOWEVENT_EXPOSED);
    drain(window);
    show_corner(window);
    assert_int_equal(*panel_pixel(200, 100) & 0xFFFFFF, 0xFF0000);
    window_close(window);
}

/* SDL gives a window other pixels when its size changes, though it may be the old one by the next
 * frame. */
static void a_panel_with_other_pixels_is_drawn_whole(void **state) {
    show_corner(*state);
    SDL_Window *window = panel_window();
    SDL_SetWindowSize(window, W + 8, H);
    assert_non_null(SDL_GetWindowSurface(window));
    SDL_SetWindowSize(window, W, H);
    show_corner(*state);
    assert_int_equal(*panel_pixel(0, 0) & 0xFFFFFF, 0x0000FF);
    assert_int_equal(*panel_pixel(W / 2, H / 2) & 0xFFFFFF, 0xFF0000);
    assert_int_equal(*panel_pixel(W - 1, H - 1) & 0xFFFFFF, 0xFF0000);
}

static void wipe_blackens_the_panels_memory(void **state) {
    show_corner(*state);
    window_wipe(*state);
    for (int i = 0; i < W * H; i++) {
        assert_int_equal(*panel_pixel(i % W, i / W) & 0xFFFFFF, 0);
    }
    show_corner(*state); /* and the same frame comes back whole */
    assert_int_equal(*panel_pixel(0, 0) & 0xFFFFFF, 0x0000FF);
    assert_int_equal(*panel_pixel(W - 1, H - 1) & 0xFFFFFF, 0xFF0000);
}

static void no_display_says_so(void **state) {
    (void)state;
    setenv("SDL_VIDEODRIVER", "no-such-driver", 1);
    char why[WHY_SIZE] = "";
    WindowOptions options = {.w = W, .h = H, .assets = "assets"};
    Window *window = NULL;
    assert_int_equal(window_open(&options, why, sizeof why, &window), ERR_NOT_FOUND);
    assert_null(window);
    assert_non_null(strstr(why, "display"));
}

static void missing_icons_close_everything_again(void **state) {
    (void)state;
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    char why[WHY_SIZE] = "";
    WindowOptions options = {.w = W, .h = H, .assets = "/no/such/folder"};
    Window *window = NULL;
    assert_int_not_equal(window_open(&options, why, sizeof why, &window), OK);
    assert_null(window);
    assert_int_equal(SDL_WasInit(SDL_INIT_VIDEO), 0);
}

static void monitors_tell_their_size(void **state) {
    (void)state;
    unsigned char edid[128] = {0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0};
    PanelSize size = {0, 0};
    assert_false(panel_from_edid(edid, sizeof edid, &size)); /* says nothing */
    edid[54] = 1;
    edid[66] = 217;
    edid[67] = 344 & 0xFF;
    edid[68] = 344 >> 8;
    assert_true(panel_from_edid(edid, sizeof edid, &size));
    assert_int_equal((int)size.w_mm, 217);
    assert_int_equal((int)size.h_mm, 344);
    assert_false(panel_from_edid(edid, 127, &size));
    edid[0] = 1;
    assert_false(panel_from_edid(edid, sizeof edid, &size));
    assert_true(panel_sensible((PanelSize){217, 136}, 1280, 800));
    assert_false(panel_sensible((PanelSize){217, 110}, 1280, 800)); /* another shape */
    assert_false(panel_sensible((PanelSize){16, 10}, 1280, 800));
    assert_false(panel_sensible((PanelSize){0, 0}, 1280, 800));
}

#define WINDOW_TEST(function) cmocka_unit_test_setup_teardown(function, open_window, close_window)

int main(void) {
    const struct CMUnitTest tests[] = {
        WINDOW_TEST(touch_is_one_input_each),
        WINDOW_TEST(mouse_is_finger_minus_one),
        WINDOW_TEST(touch_that_comes_twice_counts_once),
        WINDOW_TEST(mouse_that_comes_twice_counts_once),
        WINDOW_TEST(touch_beyond_the_edge_is_at_the_edge),
        WINDOW_TEST(many_moves_are_one),
        WINDOW_TEST(keys_are_keys_and_text_is_text),
        WINDOW_TEST(no_key_ends_the_program),
        WINDOW_TEST(closing_the_window_ends_it),
        WINDOW_TEST(signals_end_it),
        WINDOW_TEST(expose_asks_for_the_picture),
        WINDOW_TEST(wait_ends_at_its_time),
        WINDOW_TEST(wake_before_the_wait_counts_once),
        WINDOW_TEST(wake_from_another_thread_ends_the_wait),
        cmocka_unit_test(fingers_of_a_device_that_went_are_taken_away),
        cmocka_unit_test(picture_and_touch_turn_together),
        cmocka_unit_test(only_changes_reach_the_panel),
        WINDOW_TEST(a_panel_with_other_pixels_is_drawn_whole),
        WINDOW_TEST(wipe_blackens_the_panels_memory),
        cmocka_unit_test(no_display_says_so),
        cmocka_unit_test(missing_icons_close_everything_again),
        cmocka_unit_test(monitors_tell_their_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
