/* What a person does, as a walk's commands. A tap goes to the middle of a node and through
 * hit-testing, so a covered button fails the walk. What is below the fold is reached as a person
 * would: by 'More below'. Time is the walk's own: waiting takes none. */
#include "walk_inside.h"

#include "base/file.h"
#include "base/text.h"
#include "host/rotate.h"
#include "ui/dump.h"
#include "ui/pointer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PRESS_MS = 100, BETWEEN_MS = 400 };

bool walk_fail(const Walk *walk, const char *format, ...) {
    va_list args;
    va_start(args, format);
    fprintf(stderr, "%s:%d: ", walk->file, walk->line);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    return false;
}

/* What follows from the last command: due things, jobs (done here and now), the next frame. */
void walk_settle(Walk *walk) {
    App *app = walk->app;
    app_tick(app);
    app_frame(app);
    while (app->job.kind != JOB_NONE) {
        app->job.started = true;
        walk_hold_stick(walk);
        job_run(&app->job);
        app_job_done(app);
        app_sticks_changed(app);
        app_frame(app);
    }
}

static void settle(void *walk) {
    walk_settle(walk);
}

static void pass_time(Walk *walk, int64_t ms) {
    app_pass(walk->app, ms, settle, walk);
}

/* x, y: px of the panel, which may be mounted turned. */
static void pointer(Walk *walk, InputKind kind, int x, int y) {
    const Panel *panel = &walk->app->ui->look.panel;
    rotate_back(walk->options.rotate, panel->w, panel->h, &x, &y);
    Input input = {.kind = kind, .at_ms = walk->app->clock.now_ms, .x = x, .y = y, .finger = 1};
    app_input(walk->app, &input);
    app_frame(walk->app);
}

static void press(Walk *walk, int x, int y, int64_t held_ms) {
    const Panel *panel = &walk->app->ui->look.panel;
    Rect at = rotate_rect(walk->options.rotate, panel->w, panel->h, (Rect){x, y, 1, 1});
    pass_time(walk, BETWEEN_MS);
    if (walk->touch_count < WALK_TOUCHES) {
        walk->touches[walk->touch_count++] = (Touch){at.x, at.y};
    }
    pointer(walk, INPUT_DOWN, at.x, at.y);
    pass_time(walk, held_ms);
    pointer(walk, INPUT_UP, at.x, at.y);
    walk_settle(walk);
}

static bool in_view(const Node *node) {
    int x = node->at.x + node->at.w / 2, y = node->at.y + node->at.h / 2;
    return rect_has(node->clip, x, y);
}

/* The node, brought into view by 'More below' as often as it takes. */
static Node *reach(Walk *walk, const char *label) {
    enum { PAGES_MOST = 40 };
    Ui *ui = walk->app->ui;
    for (int i = 0; i < PAGES_MOST; i++) {
        Node *node = ui_find_label(ui, label);
        if (!node || in_view(node)) {
            return node;
        }
        Node *more = ui_find_named(ui, "more");
        if (!more) {
            return NULL;
        }
        press(walk, more->at.x + more->at.w / 2, more->at.y + more->at.h / 2, PRESS_MS);
    }
    return NULL;
}

static bool tap(Walk *walk, const char *label, int64_t held_ms) {
    Node *node = reach(walk, label);
    if (!node) {
        return walk_fail(walk, "there is nothing to tap called \"%s\" on '%s'", label,
                         app_screen(walk->app)->name);
    }
    int x = node->at.x + node->at.w / 2, y = node->at.y + node->at.h / 2;
    const Node *hit = pointer_hit(walk->app->ui, x, y);
    if (hit != node) {
        return walk_fail(walk, "\"%s\" is covered by \"%s\"", label,
                         hit ? node_label(walk->app->ui, hit) : "nothing");
    }
    press(walk, x, y, held_ms);
    return true;
}

static bool type(Walk *walk, const char *text) {
    if (!app_screen(walk->app)->typing) {
        return walk_fail(walk, "nothing is being typed on '%s'", app_screen(walk->app)->name);
    }
    size_t len = strlen(text);
    for (size_t at = 0; at < len;) {
        Input input = {.kind = INPUT_TEXT, .at_ms = walk->app->clock.now_ms};
        size_t end = at + 1;
        while (end < len && ((unsigned char)text[end] & 0xC0) == 0x80) {
            end++;
        }
        text_set_n(input.text, sizeof input.text, text + at, end - at);
        pass_time(walk, PRESS_MS);
        app_input(walk->app, &input);
        app_frame(walk->app);
        at = end;
    }
    walk_settle(walk);
    return true;
}

static bool key(Walk *walk, const char *name) {
    static const char *const names[] = {
        "None", "Tab",  "Shift+Tab", "Enter",     "Space",  "Escape", "Left",   "Right", "Up",
        "Down", "Home", "End",       "Backspace", "Delete", "Move",   "Select", NULL};
    int code = name_index(names, name);
    if (code < 1) {
        return walk_fail(walk, "no key is called %s", name);
    }
    Input input = {.kind = INPUT_KEY, .at_ms = walk->app->clock.now_ms, .key = (KeyCode)code};
    pass_time(walk, BETWEEN_MS);
    app_input(walk->app, &input);
    walk_settle(walk);
    return true;
}

static bool back(Walk *walk) {
    return tap(walk, library_string(walk->app->library, "common.back"), PRESS_MS);
}

bool walk_picture(Walk *walk, const char *name) {
    if (!walk->options.pictures) {
        return true;
    }
    Ui *ui = walk->app->ui;
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%.3000s/%.200s.png", walk->options.pictures, name);
    Rect all = {0, 0, ui->look.panel.w, ui->look.panel.h};
    canvas_draw(walk->canvas, ui->ops, ui->op_count, &themes[ui->look.theme], &all, 1);
    Err err = canvas_save_turned(walk->canvas, walk->options.rotate, path);
    return err == OK || walk_fail(walk, "the picture '%s' cannot be written", path);
}

static bool see(Walk *walk, const char *text, bool wanted) {
    bool shown = ui_shows(walk->app->ui, text);
    if (shown == wanted) {
        return true;
    }
    return walk_fail(walk, "'%s' %s \"%s\"", app_screen(walk->app)->name,
                     wanted ? "does not show" : "shows", text);
}

static bool remember_words(Walk *walk) {
    text_set(walk->words, sizeof walk->words, walk->app->code);
    return walk->words[0] || walk_fail(walk, "no five words are shown");
}

/* Five words, each by its first letters and a touch: those remembered, or those given. */
static bool give_words(Walk *walk, const char *words) {
    enum { LETTERS = 4 };
    char copy[CODE_SIZE];
    text_set(copy, sizeof copy, strcmp(words, "words") == 0 ? walk->words : words);
    char *rest = NULL;
    for (char *word = strtok_r(copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        for (int i = 0; i < LETTERS && word[i]; i++) {
            char letter[2] = {word[i], '\0'};
            if (!tap(walk, letter, PRESS_MS)) {
                return false;
            }
        }
        if (!tap(walk, word, PRESS_MS)) {
            return false;
        }
    }
    return true;
}

/* Text by the keys on the screen, one touch a letter. */
static bool keys(Walk *walk, const char *text) {
    for (; *text; text++) {
        char letter[2] = {*text, '\0'};
        if (!tap(walk, *text == ' ' ? "space" : letter, PRESS_MS)) {
            return false;
        }
    }
    return true;
}

/* One key, as often as it takes to come to what is called label. */
static bool focus(Walk *walk, const char *one, const char *label) {
    Ui *ui = walk->app->ui;
    for (int i = 0; i < ui->count; i++) {
        if (!key(walk, one)) {
            return false;
        }
        const Node *node = ui_find(ui, ui->focus);
        if (node && node == ui_find_label(ui, label)) {
            return in_view(node) || walk_fail(walk, "\"%s\" has the focus out of view", label);
        }
    }
    return walk_fail(walk, "%s does not come to \"%s\" on '%s'", one, label,
                     app_screen(walk->app)->name);
}

/* With two switches: one moves on, the other takes what has the ring. */
static bool choose(Walk *walk, const char *label) {
    return focus(walk, "Move", label) && key(walk, "Select");
}

/* Text by the keys on the screen, with the same two. */
static bool spell(Walk *walk, const char *text) {
    for (; *text; text++) {
        char letter[2] = {*text, '\0'};
        if (!choose(walk, *text == ' ' ? "space" : letter)) {
            return false;
        }
    }
    return true;
}

/* The text between the first and the last quote, or what follows the command. */
static char *argument(char *line) {
    char *open = strchr(line, '"'), *close = strrchr(line, '"');
    if (open && close > open) {
        *close = '\0';
        return open + 1;
    }
    char *space = strchr(line, ' ');
    return space ? space + 1 : line + strlen(line);
}

static bool is(const char *line, const char *command) {
    size_t len = strlen(command);
    return strncmp(line, command, len) == 0 && (line[len] == ' ' || line[len] == '\0');
}

bool walk_obey(Walk *walk, char *line) {
    enum { HOLD_MS = 4000 };
    char *rest = argument(line);
    if (is(line, "tap")) {
        return tap(walk, rest, PRESS_MS);
    }
    if (is(line, "hold")) {
        return tap(walk, rest, HOLD_MS);
    }
    if (is(line, "type")) {
        return type(walk, rest);
    }
    if (is(line, "wait")) {
        pass_time(walk, (int64_t)(strtod(rest, NULL) * WALK_SECOND_MS));
        return true;
    }
    if (is(line, "back")) {
        return back(walk);
    }
    if (is(line, "stick")) {
        return walk_stick(walk, rest);
    }
    if (is(line, "key")) {
        return key(walk, rest);
    }
    if (is(line, "see")) {
        return see(walk, rest, true);
    }
    if (is(line, "unseen")) {
        return see(walk, rest, false);
    }
    if (is(line, "picture")) {
        return walk_picture(walk, rest);
    }
    if (is(line, "restart")) {
        return walk_restart(walk);
    }
    if (is(line, "remember")) {
        return remember_words(walk);
    }
    if (is(line, "give")) {
        return give_words(walk, rest);
    }
    if (is(line, "keys")) {
        return keys(walk, rest);
    }
    if (is(line, "focus")) {
        return focus(walk, "Tab", rest);
    }
    if (is(line, "select")) {
        return choose(walk, rest);
    }
    if (is(line, "spell")) {
        return spell(walk, rest);
    }
    if (is(line, "voice")) {
        return walk_voice(walk, rest);
    }
    if (is(line, "hear")) {
        return walk_hear(walk, rest);
    }
    if (is(line, "quiet")) {
        return walk_quiet(walk);
    }
    return walk_fail(walk, "no command is called '%s'", line);
}
