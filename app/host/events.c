/* Owns only which fingers are down. Never looks at window ids: touch on KMSDRM has none. */
#include "host/events.h"

#include "base/text.h"
#include "host/rotate.h"

enum {
    MOUSE_FINGER = -1,
    /* An X server may send a mouse click along with a touch: no mouse so soon after one. */
    MOUSE_AFTER_TOUCH_MS = 300
};

typedef struct KeyPair {
    SDL_Keycode sdl;
    KeyCode ours;
} KeyPair;

static const KeyPair key_pairs[] = {
    {SDLK_TAB, KEYCODE_TAB},
    {SDLK_RETURN, KEYCODE_ENTER},
    {SDLK_KP_ENTER, KEYCODE_ENTER},
    {SDLK_SPACE, KEYCODE_SPACE},
    {SDLK_ESCAPE, KEYCODE_ESCAPE},
    {SDLK_LEFT, KEYCODE_LEFT},
    {SDLK_RIGHT, KEYCODE_RIGHT},
    {SDLK_UP, KEYCODE_UP},
    {SDLK_DOWN, KEYCODE_DOWN},
    {SDLK_HOME, KEYCODE_HOME},
    {SDLK_END, KEYCODE_END},
    {SDLK_BACKSPACE, KEYCODE_BACKSPACE},
    {SDLK_DELETE, KEYCODE_DELETE},
    {SDLK_F1, KEYCODE_MOVE}, /* switch boxes can be set to send any key */
    {SDLK_F2, KEYCODE_SELECT},
};

static int clamp(int n, int most) {
    return n < 0 ? 0 : n > most ? most : n;
}

/* From px of the panel to px of the upright picture. */
static void place(const Events *events, int x, int y, Input *input) {
    bool sideways = rotate_sideways(events->rotate);
    input->x = clamp(x, events->w - 1);
    input->y = clamp(y, events->h - 1);
    rotate_back(events->rotate, sideways ? events->h : events->w, sideways ? events->w : events->h,
                &input->x, &input->y);
}

/* Some panels report a little beyond their edges. */
static int along(float part, int size) {
    return part <= 0 ? 0 : part >= 1 ? size - 1 : (int)(part * (float)size);
}

static void finger_forget(Events *events, int64_t id) {
    for (int i = 0; i < events->fingers; i++) {
        if (events->finger[i] == id) {
            events->finger[i] = events->finger[--events->fingers];
        }
    }
}

static void finger(Events *events, const SDL_TouchFingerEvent *touch, InputKind kind,
                   Input *input) {
    if (touch->touchId == SDL_MOUSE_TOUCHID) {
        return; /* made from a mouse that comes by itself too */
    }
    finger_forget(events, touch->fingerId);
    if (kind != INPUT_UP && events->fingers < EVENTS_FINGERS) {
        events->finger[events->fingers++] = touch->fingerId;
    }
    events->last_touch_ms = input->at_ms;
    input->kind = kind;
    input->finger = touch->fingerId;
    place(events, along(touch->x, events->w), along(touch->y, events->h), input);
}

static bool mouse_is_touch(const Events *events, uint32_t which, int64_t now) {
    return which == SDL_TOUCH_MOUSEID || events->fingers > 0 ||
           (events->last_touch_ms > 0 && now - events->last_touch_ms < MOUSE_AFTER_TOUCH_MS);
}

static void mouse_button(Events *events, const SDL_MouseButtonEvent *button, Input *input) {
    bool down = button->type == SDL_MOUSEBUTTONDOWN;
    if (button->button != SDL_BUTTON_LEFT || down == events->mouse_down ||
        (down && mouse_is_touch(events, button->which, input->at_ms))) {
        return;
    }
    events->mouse_down = down;
    input->kind = down ? INPUT_DOWN : INPUT_UP;
    input->finger = MOUSE_FINGER;
    place(events, button->x, button->y, input);
}

static void mouse_motion(const Events *events, const SDL_MouseMotionEvent *motion, Input *input) {
    if (!events->mouse_down || motion->which == SDL_TOUCH_MOUSEID) {
        return; /* a mouse that only hovers says nothing */
    }
    input->kind = INPUT_MOVE;
    input->finger = MOUSE_FINGER;
    place(events, motion->x, motion->y, input);
}

static void key(const SDL_KeyboardEvent *pressed, Input *input) {
    if (pressed->keysym.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) {
        return; /* shortcuts are the desktop's */
    }
    for (size_t i = 0; i < sizeof key_pairs / sizeof key_pairs[0]; i++) {
        if (key_pairs[i].sdl == pressed->keysym.sym) {
            input->kind = INPUT_KEY;
            input->key = key_pairs[i].ours;
            input->repeat = pressed->repeat != 0;
        }
    }
    if (input->key == KEYCODE_TAB && pressed->keysym.mod & KMOD_SHIFT) {
        input->key = KEYCODE_BACK_TAB;
    }
}

static void window_event(const SDL_WindowEvent *window, Input *input) {
    switch (window->event) {
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_RESTORED:
        input->kind = INPUT_SHOWN;
        break;
    default:
        break;
    }
}

Input events_input(Events *events, const SDL_Event *event, int64_t now_ms) {
    Input input = {.kind = INPUT_NONE,
                   .at_ms = now_ms - (int32_t)(SDL_GetTicks() - event->common.timestamp)};
    switch (event->type) {
    case SDL_FINGERDOWN:
        finger(events, &event->tfinger, INPUT_DOWN, &input);
        break;
    case SDL_FINGERMOTION:
        finger(events, &event->tfinger, INPUT_MOVE, &input);
        break;
    case SDL_FINGERUP:
        finger(events, &event->tfinger, INPUT_UP, &input);
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        mouse_button(events, &event->button, &input);
        break;
    case SDL_MOUSEMOTION:
        mouse_motion(events, &event->motion, &input);
        break;
    case SDL_KEYDOWN:
        key(&event->key, &input);
        break;
    case SDL_TEXTINPUT:
        input.kind = INPUT_TEXT;
        text_set(input.text, sizeof input.text, event->text.text);
        break;
    case SDL_WINDOWEVENT:
        window_event(&event->window, &input);
        break;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
        input.kind = INPUT_SHOWN;
        break;
    case SDL_QUIT:
        input.kind = INPUT_QUIT;
        break;
    default:
        break;
    }
    return input;
}

Input events_cancel(Events *events, int64_t now_ms) {
    if (events->fingers == 0) {
        return (Input){.kind = INPUT_NONE, .at_ms = now_ms};
    }
    return (Input){
        .kind = INPUT_CANCEL, .at_ms = now_ms, .finger = events->finger[--events->fingers]};
}
