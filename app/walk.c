/* Plays a script line by line against a whole App: real library, real store, real files, a canvas
 * for pictures; time is the script's own, so 300 s of waiting take no time.
 *
 * A tap goes to the middle of the node and through hit-testing, so a covered button fails the walk.
 * What is below the fold is reached as a person would: by 'More below'. */
#include "walk.h"
#include "base/file.h"
#include "base/json.h"
#include "base/text.h"
#include "host/canvas.h"
#include "setup.h"
#include "ui/dump.h"
#include "ui/pointer.h"

#include <errno.h>
#include <ftw.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { EXIT_NO = 1, EXIT_COULD_NOT = 3, PRESS_MS = 100, BETWEEN_MS = 400, SECOND_MS = 1000 };

typedef struct Walk {
    Setup *setup;
    App *app;
    Canvas *canvas;
    Options options;
    char scratch[PATH_MAX], sticks[PATH_MAX];
    char words[CODE_SIZE]; /* the five words, by 'remember words' */
    FILE *seen;
    int line;
    const char *file;
    Fonts fonts;
    Look look;
} Walk;

static bool fail(const Walk *walk, const char *format, ...) __attribute__((format(printf, 2, 3)));

static bool fail(const Walk *walk, const char *format, ...) {
    va_list args;
    va_start(args, format);
    fprintf(stderr, "%s:%d: ", walk->file, walk->line);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    return false;
}

static void nobody(void *user) {
    (void)user; /* the walk looks after every line by itself */
}

/* What follows from the last command: due things, jobs (done here and now), the next frame. */
static void settle(Walk *walk) {
    App *app = walk->app;
    app_tick(app);
    app_frame(app);
    while (app->job.kind != JOB_NONE) {
        app->job.started = true;
        job_run(&app->job);
        app_job_done(app);
        app_sticks_changed(app);
        app_frame(app);
    }
}

static void pass_time(Walk *walk, int64_t ms) {
    App *app = walk->app;
    int64_t end = app->clock.now_ms + ms;
    for (;;) {
        int64_t next = app_next_ms(app);
        if (next < 0 || next > end) {
            break;
        }
        app->clock.now_ms = next > app->clock.now_ms ? next : app->clock.now_ms + 1;
        settle(walk);
    }
    app->clock.now_ms = end;
    settle(walk);
}

static void pointer(Walk *walk, InputKind kind, int x, int y) {
    Input input = {.kind = kind, .at_ms = walk->app->clock.now_ms, .x = x, .y = y, .finger = 1};
    app_input(walk->app, &input);
    app_frame(walk->app);
}

static void press(Walk *walk, int x, int y, int64_t held_ms) {
    pass_time(walk, BETWEEN_MS);
    pointer(walk, INPUT_DOWN, x, y);
    pass_time(walk, held_ms);
    pointer(walk, INPUT_UP, x, y);
    settle(walk);
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
        return fail(walk, "there is nothing to tap called \"%s\" on '%s'", label,
                    app_screen(walk->app)->name);
    }
    int x = node->at.x + node->at.w / 2, y = node->at.y + node->at.h / 2;
    const Node *hit = pointer_hit(walk->app->ui, x, y);
    if (hit != node) {
        return fail(walk, "\"%s\" is covered by \"%s\"", label,
                    hit ? node_label(walk->app->ui, hit) : "nothing");
    }
    press(walk, x, y, held_ms);
    return true;
}

static bool type(Walk *walk, const char *text) {
    if (!app_screen(walk->app)->typing) {
        return fail(walk, "nothing is being typed on '%s'", app_screen(walk->app)->name);
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
    settle(walk);
    return true;
}

static bool key(Walk *walk, const char *name) {
    static const char *const names[] = {
        "None", "Tab",  "Shift+Tab", "Enter",     "Space",  "Escape", "Left",   "Right", "Up",
        "Down", "Home", "End",       "Backspace", "Delete", "Move",   "Select", NULL};
    int code = name_index(names, name);
    if (code < 1) {
        return fail(walk, "no key is called %s", name);
    }
    Input input = {.kind = INPUT_KEY, .at_ms = walk->app->clock.now_ms, .key = (KeyCode)code};
    pass_time(walk, BETWEEN_MS);
    app_input(walk->app, &input);
    settle(walk);
    return true;
}

static bool back(Walk *walk) {
    return tap(walk, library_string(walk->app->library, "common.back"), PRESS_MS);
}

/* 'stick in NAME' shows the folder NAME of the sticks; 'stick out' hides them all again. */
static bool stick(Walk *walk, const char *what) {
    char path[PATH_MAX], hidden[PATH_MAX];
    static char in[STICK_NAME_SIZE];
    if (strcmp(what, "out") == 0) {
        if (!in[0]) {
            return fail(walk, "no stick is in");
        }
        snprintf(path, sizeof path, "%.3000s/%s", walk->sticks, in);
        snprintf(hidden, sizeof hidden, "%.3000s/.%s", walk->sticks, in);
        in[0] = '\0';
        if (rename(path, hidden) != 0) {
            return fail(walk, "the stick cannot be taken out: %s", strerror(errno));
        }
    } else if (text_starts(what, "in ")) {
        text_set(in, sizeof in, what + strlen("in "));
        snprintf(path, sizeof path, "%.3000s/%s", walk->sticks, in);
        snprintf(hidden, sizeof hidden, "%.3000s/.%s", walk->sticks, in);
        if (rename(hidden, path) != 0 && !file_is_folder(path) && mkdir(path, 0700) != 0) {
            return fail(walk, "the stick cannot be put in: %s", strerror(errno));
        }
    } else {
        return fail(walk, "a stick goes 'in NAME' or 'out', not '%s'", what);
    }
    app_sticks_changed(walk->app);
    settle(walk);
    return true;
}

static bool picture(Walk *walk, const char *name) {
    if (!walk->options.pictures) {
        return true;
    }
    Ui *ui = walk->app->ui;
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%.3000s/%.200s.png", walk->options.pictures, name);
    Rect all = {0, 0, ui->look.panel.w, ui->look.panel.h};
    canvas_draw(walk->canvas, ui->ops, ui->op_count, &themes[ui->look.theme], &all, 1);
    Err err = canvas_save(walk->canvas, path);
    return err == OK || fail(walk, "the picture '%s' cannot be written", path);
}

static bool see(Walk *walk, const char *text, bool wanted) {
    bool shown = ui_shows(walk->app->ui, text);
    if (shown == wanted) {
        return true;
    }
    return fail(walk, "'%s' %s \"%s\"", app_screen(walk->app)->name,
                wanted ? "does not show" : "shows", text);
}

static int open_setup(Walk *walk) {
    enum { YEAR = 2026, MONTH = 11, DAY = 22 };
    int64_t now = walk->app->clock.now_ms;
    walk->app->clock = (Clock){.now_ms = now, .today = {YEAR, MONTH, DAY, true}};
    return setup_open(walk->setup, &walk->options, &walk->look, walk->fonts, nobody, NULL);
}

/* As after a power cut: everything in memory is gone, the disk is as it was. */
static bool restart(Walk *walk) {
    int64_t now = walk->app->clock.now_ms;
    setup_close(walk->setup);
    walk->app->clock.now_ms = now + SECOND_MS;
    if (open_setup(walk) != 0) {
        return fail(walk, "the program did not start again");
    }
    app_frame(walk->app);
    return true;
}

static bool remember_words(Walk *walk) {
    text_set(walk->words, sizeof walk->words, walk->app->code);
    return walk->words[0] || fail(walk, "no five words are shown");
}

/* The remembered words, each by its first letters and a touch. */
static bool give_words(Walk *walk) {
    enum { LETTERS = 4 };
    char copy[CODE_SIZE];
    text_set(copy, sizeof copy, walk->words);
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

static bool obey(Walk *walk, char *line) {
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
        pass_time(walk, (int64_t)(strtod(rest, NULL) * SECOND_MS));
        return true;
    }
    if (is(line, "back")) {
        return back(walk);
    }
    if (is(line, "stick")) {
        return stick(walk, rest);
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
        return picture(walk, rest);
    }
    if (is(line, "restart")) {
        return restart(walk);
    }
    if (is(line, "remember")) {
        return remember_words(walk);
    }
    if (is(line, "give")) {
        return give_words(walk);
    }
    return fail(walk, "no command is called '%s'", line);
}

static void tell_seen(Walk *walk, const char *command) {
    if (!walk->seen) {
        return;
    }
    Ui *ui = walk->app->ui;
    JsonOut *out = json_new_object();
    json_add_whole(out, "line", walk->line);
    json_add_text(out, "command", command);
    json_add_text(out, "screen", app_screen(walk->app)->name);
    JsonOut *list = json_add_list(out, "seen");
    for (int i = 0; i < ui->count; i++) {
        const Node *node = &ui->nodes[i];
        Rect visible = rect_meet(node->at, node->clip);
        bool says = node->box.role != NODE_GROUP && visible.w > 0 && visible.h > 0;
        const char *label = says ? node_label(ui, node) : "";
        if (label[0]) {
            json_list_text(list, label);
        }
    }
    Buf text = {0};
    json_print(out, false, &text);
    fprintf(walk->seen, "%s\n", buf_string(&text));
    buf_done(&text);
}

static bool play(Walk *walk, FILE *script) {
    char line[4096], command[4096];
    while (fgets(line, sizeof line, script)) {
        walk->line++;
        line[strcspn(line, "\n")] = '\0';
        char *start = line + strspn(line, " \t");
        if (!*start || *start == '#') {
            continue;
        }
        text_set(command, sizeof command, start);
        if (!obey(walk, start)) {
            if (walk->options.pictures) {
                picture(walk, "failed");
            }
            return false;
        }
        tell_seen(walk, command);
    }
    return true;
}

static int remove_one(const char *path, const struct stat *about, int what, struct FTW *ftw) {
    (void)about;
    (void)what;
    (void)ftw;
    return remove(path);
}

static bool make_scratch(Walk *walk) {
    const char *tmp = getenv("TMPDIR");
    snprintf(walk->scratch, sizeof walk->scratch, "%.3000s/talking-points-XXXXXX",
             tmp && tmp[0] ? tmp : "/tmp");
    if (!mkdtemp(walk->scratch)) {
        return false;
    }
    if (!walk->options.data_given) {
        snprintf(walk->options.data, sizeof walk->options.data, "%.3000s/data", walk->scratch);
    }
    snprintf(walk->sticks, sizeof walk->sticks, "%.3000s/sticks", walk->scratch);
    if (walk->options.sticks) {
        snprintf(walk->sticks, sizeof walk->sticks, "%.3000s", walk->options.sticks);
    }
    walk->options.sticks = walk->sticks;
    return file_make_folder(walk->sticks) == OK;
}

static int open_canvas(Walk *walk) {
    enum { W = 1280, H = 800 };
    Options *o = &walk->options;
    int w = o->w ? o->w : W, h = o->h ? o->h : H;
    char why[512];
    CanvasOptions canvas = {w, h, o->assets, o->fonts};
    if (canvas_open(&canvas, why, sizeof why, &walk->canvas) != OK) {
        fprintf(stderr, "talking-points: %s\n", why);
        return EXIT_COULD_NOT;
    }
    walk->fonts = canvas_fonts(walk->canvas);
    walk->look = setup_look(o, w, h, o->w_mm, o->h_mm);
    return 0;
}

static int run(Walk *walk, FILE *script) {
    int code = open_canvas(walk);
    if (code == 0 && walk->options.pictures && file_make_folder(walk->options.pictures) != OK) {
        fprintf(stderr, "talking-points: the folder '%s' cannot be made.\n",
                walk->options.pictures);
        code = EXIT_COULD_NOT;
    }
    code = code ? code : open_setup(walk);
    if (code == 0) {
        app_frame(walk->app);
        code = play(walk, script) ? 0 : EXIT_NO;
        if (code == 0) {
            printf("%s: walked %d lines\n", walk->file, walk->line);
        }
    }
    setup_close(walk->setup);
    canvas_close(walk->canvas);
    return code;
}

int walk_run(const Options *options) {
    FILE *script = fopen(options->file, "r");
    if (!script) {
        fprintf(stderr, "talking-points: the script '%s' cannot be read.\n", options->file);
        return EXIT_COULD_NOT;
    }
    Walk *walk = calloc(1, sizeof *walk);
    Setup *setup = calloc(1, sizeof *setup);
    if (!walk || !setup) {
        abort();
    }
    walk->setup = setup;
    walk->app = &setup->app;
    walk->options = *options;
    walk->file = options->file;
    walk->app->clock.now_ms = SECOND_MS;
    int code = EXIT_COULD_NOT;
    walk->seen = options->seen ? fopen(options->seen, "w") : NULL;
    if (options->seen && !walk->seen) {
        fprintf(stderr, "talking-points: '%s' cannot be written.\n", options->seen);
    } else if (!make_scratch(walk)) {
        fputs("talking-points: no temporary folder can be made.\n", stderr);
    } else {
        code = run(walk, script);
        nftw(walk->scratch, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    }
    if (walk->seen) {
        fclose(walk->seen);
    }
    fclose(script);
    free(walk);
    free(setup);
    return code;
}
