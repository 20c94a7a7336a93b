/* The smallest program with a window: shows one line, says 'ready' and waits until it is ended. For
 * idle_test.sh. */
#include "host/window.h"

#include <stdio.h>
#include <string.h>

enum { WHY_SIZE = 256, COULD_NOT_RUN = 3 };

int main(void) {
    char why[WHY_SIZE];
    WindowOptions options = {.w = 640, .h = 400, .assets = "assets"};
    Window *window = NULL;
    if (window_open(&options, why, sizeof why, &window) != OK) {
        fprintf(stderr, "%s\n", why);
        return COULD_NOT_RUN;
    }
    const Theme *theme = &themes[THEME_PAPER];
    Rect all = {0, 0, options.w, options.h};
    Op ops[] = {
        {.kind = OP_BOX, .at = all, .clip = all, .colour = theme->colours[ROLE_BG]},
        {.kind = OP_TEXT,
         .at = {20, 20, 600, 50},
         .clip = all,
         .colour = theme->colours[ROLE_INK],
         .as.text = {"Hello.", 6, {FACE_REGULAR, 36}, 60, theme->colours[ROLE_BG]}},
    };
    Input input = {.kind = INPUT_SHOWN};
    while (input.kind != INPUT_QUIT) {
        window_show(window, ops, 2, theme);
        window_wait(window, 0, &input);
        if (input.kind == INPUT_NONE) { /* all that came with the window has been seen */
            puts("ready");
            fflush(stdout);
            window_wait(window, -1, &input);
        }
    }
    window_close(window);
    return 0;
}
