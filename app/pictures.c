/* Screens filled with the sample draft: as PNG, or as JSON lines of their nodes. */
#include "pictures.h"
#include "base/file.h"
#include "host/canvas.h"
#include "host/rotate.h"
#include "screens/screens.h"
#include "setup.h"
#include "ui/dump.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { EXIT_NO = 1, EXIT_COULD_NOT = 3, W = 1280, H = 800 };

typedef struct Show {
    Options options;
    Setup *setup;
    Canvas *canvas;
    char scratch[PATH_MAX];
} Show;

static void nobody(void *user) {
    (void)user;
}

static int remove_one(const char *path, const struct stat *about, int what, struct FTW *ftw) {
    (void)about;
    (void)what;
    (void)ftw;
    return remove(path);
}

static int show_open(Show *show, const Options *options, int w, int h, float w_mm, float h_mm) {
    enum { YEAR = 2026, MONTH = 11, DAY = 22, NOW_MS = 100000 };
    *show = (Show){.options = *options};
    char why[512];
    bool sideways = rotate_sideways(options->rotate);
    CanvasOptions canvas = {sideways ? h : w, sideways ? w : h, options->assets, options->fonts};
    if (canvas_open(&canvas, why, sizeof why, &show->canvas) != OK) {
        fprintf(stderr, "talking-points: %s\n", why);
        return EXIT_COULD_NOT;
    }
    const char *tmp = getenv("TMPDIR");
    snprintf(show->scratch, sizeof show->scratch, "%.3000s/talking-points-XXXXXX",
             tmp && tmp[0] ? tmp : "/tmp");
    if (!mkdtemp(show->scratch)) {
        fputs("talking-points: no temporary folder can be made.\n", stderr);
        return EXIT_COULD_NOT;
    }
    snprintf(show->options.data, sizeof show->options.data, "%.3000s/data", show->scratch);
    show->options.sticks = NULL;
    show->setup = calloc(1, sizeof *show->setup);
    if (!show->setup) {
        abort();
    }
    show->setup->app.clock = (Clock){NOW_MS, {YEAR, MONTH, DAY, true}};
    Look look =
        setup_look(options, canvas.w, canvas.h, sideways ? h_mm : w_mm, sideways ? w_mm : h_mm);
    return setup_open(show->setup, &show->options, &look, canvas_fonts(show->canvas), nobody, NULL);
}

static void show_close(Show *show) {
    if (show->setup) {
        setup_close(show->setup);
        free(show->setup);
    }
    canvas_close(show->canvas);
    if (show->scratch[0]) {
        nftw(show->scratch, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    }
}

/* The screen as it is in the middle of a visit. */
static void set_up(App *app, const Screen *screen) {
    Look look = app->ui->look;
    app_forget(app);
    app->ui->look = look;
    app->begun = true;
    sample_fill(app);
    if (screen->samples) {
        screen->samples(app);
    }
    if (app_screen(app) != screen) {
        app_go(app, screen, screen == &screen_question ? STEP_WHAT : 0);
    }
    app_settle(app);
    if (screen == &screen_home) {
        app_home(app, 0);
    }
    app_frame(app);
}

static int picture(Show *show, const Screen *screen, const char *folder, const char *name) {
    App *app = &show->setup->app;
    set_up(app, screen);
    const Ui *ui = app->ui;
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%.3000s/%.200s.png", folder, name);
    Rect all = {0, 0, ui->look.panel.w, ui->look.panel.h};
    canvas_draw(show->canvas, ui->ops, ui->op_count, &themes[ui->look.theme], &all, 1);
    if (canvas_save_turned(show->canvas, show->options.rotate, path) != OK) {
        fprintf(stderr, "talking-points: '%s' cannot be written.\n", path);
        return EXIT_COULD_NOT;
    }
    return 0;
}

static int pictures_of(const Options *options, int w, int h, float w_mm, float h_mm, bool all) {
    Show *show = calloc(1, sizeof *show);
    if (!show) {
        abort();
    }
    int code = show_open(show, options, w, h, w_mm, h_mm), count = 0;
    for (int theme = 0; theme < THEME_COUNT && code == 0; theme++) {
        for (int size = 0; size < SIZE_COUNT && code == 0; size++) {
            if (!all && (theme != (int)options->theme || size != (int)options->text)) {
                continue;
            }
            Ui *ui = show->setup->app.ui;
            ui->look.theme = (ThemeName)theme;
            ui->look.size = (TextSize)size;
            look_fit(&ui->look);
            for (int i = 0; screens[i] && code == 0; i++) {
                char name[200];
                snprintf(name, sizeof name, "%s%s%s%s%s%s", screens[i]->name, all ? "-" : "",
                         all ? theme_names[theme] : "", all ? "-" : "", all ? size_names[size] : "",
                         all ? (w == W  ? ""
                                : w > W ? "-wide"
                                : h > w ? "-tall"
                                        : "-small")
                             : "");
                code = picture(show, screens[i], options->file, name);
                count++;
            }
        }
    }
    show_close(show);
    free(show);
    if (code == 0) {
        printf("%d pictures of %dx%d in %s\n", count, w, h, options->file);
    }
    return code;
}

int pictures_run(const Options *options) {
    if (file_make_folder(options->file) != OK) {
        fprintf(stderr, "talking-points: the folder '%s' cannot be made.\n", options->file);
        return EXIT_COULD_NOT;
    }
    if (!options->all) {
        return pictures_of(options, options->w ? options->w : W, options->h ? options->h : H,
                           options->w_mm, options->h_mm, false);
    }
    static const struct { int w, h; } panels[] = {{W, H}, {800, 480}, {1920, 1080}, {1080, 1920}};
    int code = 0;
    for (size_t i = 0; i < sizeof panels / sizeof panels[0] && code == 0; i++) {
        code = pictures_of(options, panels[i].w, panels[i].h, 0, 0, true);
    }
    return code;
}

int tree_run(const Options *options) {
    if (!options->file) {
        for (int i = 0; screens[i]; i++) {
            puts(screens[i]->name);
        }
        return 0;
    }
    const Screen *screen = screen_named(options->file);
    if (!screen) {
        fprintf(stderr,
                "talking-points: no screen is called '%s'; 'talking-points tree' lists "
                "them.\n",
                options->file);
        return EXIT_NO;
    }
    Show *show = calloc(1, sizeof *show);
    if (!show) {
        abort();
    }
    int code = show_open(show, options, options->w ? options->w : W, options->h ? options->h : H,
                         options->w_mm, options->h_mm);
    if (code == 0) {
        Buf out = {0};
        set_up(&show->setup->app, screen);
        ui_dump(show->setup->app.ui, &out);
        fwrite(buf_string(&out), 1, out.len, stdout);
        buf_done(&out);
    }
    show_close(show);
    free(show);
    return code;
}
