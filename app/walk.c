/* Plays a script line by line against a whole App: real library, real store, real files, a canvas
 * for pictures; time is the script's own, so 300 s of waiting take no time. Owns all it opens. */
#include "walk.h"
#include "base/file.h"
#include "base/json.h"
#include "base/text.h"
#include "host/rotate.h"
#include "ui/dump.h"
#include "walk_inside.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { EXIT_NO = 1, EXIT_COULD_NOT = 3 };

static void nobody(void *user) {
    (void)user; /* the walk looks after every line by itself */
}

static int open_setup(Walk *walk) {
    enum { YEAR = 2026, MONTH = 11, DAY = 22 };
    int64_t now = walk->app->clock.now_ms;
    walk->app->clock = (Clock){.now_ms = now, .today = {YEAR, MONTH, DAY, true}};
    walk->app->speech = walk->speech_here ? &walk->speech : NULL;
    return setup_open(walk->setup, &walk->options, &walk->look, walk->fonts, nobody, NULL);
}

bool walk_restart(Walk *walk) {
    int64_t now = walk->app->clock.now_ms;
    setup_close(walk->setup);
    walk->app->clock.now_ms = now + WALK_SECOND_MS;
    if (open_setup(walk) != 0) {
        return walk_fail(walk, "the program did not start again");
    }
    app_frame(walk->app);
    return true;
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
    JsonOut *touches = json_add_list(out, "touches");
    for (int i = 0; i < walk->touch_count; i++) {
        JsonOut *touch = json_add_object(touches, NULL);
        json_add_whole(touch, "x", walk->touches[i].x);
        json_add_whole(touch, "y", walk->touches[i].y);
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
        walk->touch_count = 0;
        if (!walk_obey(walk, start)) {
            if (walk->options.pictures) {
                walk_picture(walk, "failed");
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
    bool sideways = rotate_sideways(o->rotate);
    CanvasOptions canvas = {sideways ? h : w, sideways ? w : h, o->assets, o->fonts};
    if (canvas_open(&canvas, why, sizeof why, &walk->canvas) != OK) {
        fprintf(stderr, "talking-points: %s\n", why);
        return EXIT_COULD_NOT;
    }
    walk->fonts = canvas_fonts(walk->canvas);
    walk->look = setup_look(o, canvas.w, canvas.h, sideways ? o->h_mm : o->w_mm,
                            sideways ? o->w_mm : o->h_mm);
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
    FILE *script = file_is_folder(options->file) ? NULL : fopen(options->file, "r");
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
    walk->app->clock.now_ms = WALK_SECOND_MS;
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
    buf_done(&walk->said);
    free(walk);
    free(setup);
    return code;
}
