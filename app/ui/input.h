/* What a person does, as values: the one wire into the program. */
#ifndef UI_INPUT_H
#define UI_INPUT_H

#include <stdbool.h>
#include <stdint.h>

typedef enum InputKind {
    INPUT_NONE,
    INPUT_DOWN, /* a finger or the mouse */
    INPUT_MOVE,
    INPUT_UP,
    INPUT_CANCEL, /* the touch was taken away by the system */
    INPUT_KEY,
    INPUT_TEXT,  /* typed on a real keyboard */
    INPUT_WAKE,  /* the worker has finished, or a stick came or went */
    INPUT_SHOWN, /* the window must be drawn again */
    INPUT_QUIT   /* SIGTERM or the desktop window was closed; never from a key */
} InputKind;

typedef enum KeyCode {
    KEYCODE_NONE,
    KEYCODE_TAB,
    KEYCODE_BACK_TAB,
    KEYCODE_ENTER,
    KEYCODE_SPACE,
    KEYCODE_ESCAPE,
    KEYCODE_LEFT,
    KEYCODE_RIGHT,
    KEYCODE_UP,
    KEYCODE_DOWN,
    KEYCODE_HOME,
    KEYCODE_END,
    KEYCODE_BACKSPACE,
    KEYCODE_DELETE,
    KEYCODE_MOVE,   /* two-switch users: first switch */
    KEYCODE_SELECT, /* second switch */
    KEYCODE_COUNT
} KeyCode;

enum { INPUT_TEXT_SIZE = 32 };

typedef struct Input {
    InputKind kind;
    int64_t at_ms;  /* monotonic, of the event itself */
    int x, y;       /* px of the drawn surface, rotation undone */
    int64_t finger; /* id of the touch; mouse: -1 */
    KeyCode key;
    bool repeat; /* a held key */
    char text[INPUT_TEXT_SIZE];
} Input;

#endif
