/* What drawing costs: a page of text with a field and a keyboard, drawn and typed into.
 *
 *   draw_bench full N    draws the whole page N times
 *   draw_bench key N     types N letters: the field's line, the caret and a pressed key change
 *   draw_bench same N    shows the same page N times
 *   draw_bench first 1   from the start to the first page on the panel
 *   draw_bench blank 1   the same for an empty window of SDL alone, to compare
 *
 * tests/bench/instructions.sh counts the instructions of one of each. */
#include "blank_window.h"
#include "host/window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { W = 1280, H = 800, OPS_MOST = 512, WHY_SIZE = 256, TYPED_MOST = 60 };

static const Rect screen = {0, 0, W, H};
static const Theme *const paper = &themes[THEME_PAPER];
static const Font body = {FACE_REGULAR, 36}, bold = {FACE_BOLD, 57};

static const char *const lines[] = {
    "An outcome is the change you hope to see for your child.",
    "It says what they will be able to do, and how you will know.",
    "It is about your child, not about the help they are given.",
    "A good outcome has a time by which it can be reached.",
};

static const char keys[] = "qwertyuiopasdfghjklzxcvbnm'?";

typedef struct Page {
    Op ops[OPS_MOST];
    int count;
    char typed[TYPED_MOST + 1];
    int pressed; /* which key is down, -1: none */
} Page;

static void box(Page *page, Rect at, Role role, int radius, int stroke) {
    page->ops[page->count++] = (Op){.kind = OP_BOX,
                                    .at = at,
                                    .clip = screen,
                                    .colour = paper->colours[role],
                                    .as.box = {radius, stroke, radius > 0 ? CORNERS_ALL : 0}};
}

static void text(Page *page, int x, int baseline, const char *words, size_t len, Font font, int w,
                 Role ground) {
    page->ops[page->count++] =
        (Op){.kind = OP_TEXT,
             .at = {x, baseline - font.px, w, font.px * 4 / 3},
             .clip = screen,
             .colour = paper->colours[ROLE_INK],
             .as.text = {words, (int)len, font, baseline, paper->colours[ground]}};
}

static void control(Page *page, Rect at, bool pressed) {
    Rect edge = {at.x, at.y + 5, at.w, at.h};
    box(page, edge, ROLE_EDGE, 13, 0);
    box(page, at, pressed ? ROLE_PRIMARY_TINT : ROLE_SURFACE, 13, 0);
    box(page, at, ROLE_STROKE, 13, 2);
}

static void page_lay(Page *page, const Fonts *fonts) {
    page->count = 0;
    box(page, screen, ROLE_BG, 0, 0);
    text(page, 36, 90, "What will Maya be able to do?", 29, bold, 900, ROLE_BG);
    for (int i = 0; i < 4; i++) {
        int w = fonts->width(fonts->self, body, lines[i], (int)strlen(lines[i]));
        text(page, 36, 160 + 49 * i, lines[i], strlen(lines[i]), body, w, ROLE_BG);
    }
    Rect field = {36, 340, 1208, 78};
    control(page, field, false);
    size_t len = strlen(page->typed);
    int typed = fonts->width(fonts->self, body, page->typed, (int)len);
    text(page, 60, 392, page->typed, len, body, typed, ROLE_SURFACE);
    box(page, (Rect){60 + typed, 358, 3, 44}, ROLE_PRIMARY, 0, 0);
    for (int i = 0; keys[i] != '\0'; i++) {
        Rect key = {36 + i % 10 * 122, 440 + i / 10 * 96, 108, 78};
        control(page, key, page->pressed == i);
        text(page, key.x + 44, key.y + 52, keys + i, 1, body, 20,
             page->pressed == i ? ROLE_PRIMARY_TINT : ROLE_SURFACE);
    }
    for (int i = 0; i < 3; i++) {
        Rect button = {36 + 420 * i, 728, 380, 60};
        control(page, button, false);
        text(page, button.x + 100, button.y + 42, "Type my own", 11, body, 200, ROLE_SURFACE);
    }
}

static void type_letters(Window *window, Page *page, int times) {
    Fonts fonts = window_fonts(window);
    for (int i = 0; i < times; i++) {
        size_t len = strlen(page->typed);
        if (len >= TYPED_MOST) {
            page->typed[0] = '\0';
            len = 0;
        }
        page->pressed = (i * 7 + (int)len) % 26;
        page->typed[len] = i % 6 == 5 ? ' ' : keys[page->pressed];
        page->typed[len + 1] = '\0';
        page_lay(page, &fonts);
        window_show(window, page->ops, page->count, paper);
    }
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "draw_bench full|key|same|first|blank TIMES\n");
        return 2;
    }
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    if (strcmp(argv[1], "blank") == 0) {
        blank_window(W, H);
        return 0;
    }
    char why[WHY_SIZE];
    WindowOptions options = {.w = W, .h = H, .assets = "assets"};
    Window *window = NULL;
    if (window_open(&options, why, sizeof why, &window) != OK) {
        fprintf(stderr, "%s\n", why);
        return 3;
    }
    static Page page = {.pressed = -1, .typed = "ask a friend to play"};
    int times = (int)strtol(argv[2], NULL, 10);
    Fonts fonts = window_fonts(window);
    if (strcmp(argv[1], "first") == 0) {
        times = 0;
    } else {
        type_letters(window, &page, 2 * TYPED_MOST); /* every letter has been drawn once */
    }
    page_lay(&page, &fonts);
    window_show(window, page.ops, page.count, paper);
    if (strcmp(argv[1], "key") == 0) {
        type_letters(window, &page, times);
    }
    for (int i = 0; i < times && strcmp(argv[1], "key") != 0; i++) {
        const Theme *theme = &themes[i % 2]; /* another theme draws all anew */
        window_show(window, page.ops, page.count, strcmp(argv[1], "full") == 0 ? theme : paper);
    }
    window_close(window);
    return 0;
}
