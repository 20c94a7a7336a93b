/* What opens before a visit and closes after it. */
#include "setup.h"
#include "base/file.h"
#include "base/text.h"
#include "config.h"
#include "power.h"
#include "screens/screens.h"
#include "store/memory.h"
#include "visit/staff.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum {
    EXIT_COULD_NOT = 3,
    BORN = 2026 /* year this program was made: an earlier clock is wrong */
};

Look setup_look(const Options *options, int w, int h, float w_mm, float h_mm) {
    /* The panels the design was drawn for; others are taken as 10.1-inch-like: 5.9 px a mm. */
    static const struct {
        int w, h;
        float w_mm, h_mm;
    } known[] = {{1280, 800, 217, 136},
                 {800, 480, 154, 86},
                 {1920, 1080, 344, 194},
                 {1080, 1920, 194, 344},
                 {1024, 600, 222, 125}};
    const float px_per_mm = 5.9f;
    Look look = {.panel = {w, h, w_mm, h_mm}, .theme = options->theme, .size = options->text};
    for (size_t i = 0; w_mm <= 0 && i < sizeof known / sizeof known[0]; i++) {
        if (known[i].w == w && known[i].h == h) {
            look.panel.w_mm = known[i].w_mm;
            look.panel.h_mm = known[i].h_mm;
        }
    }
    if (look.panel.w_mm <= 0) {
        look.panel.w_mm = (float)w / px_per_mm;
        look.panel.h_mm = (float)h / px_per_mm;
    }
    look_fit(&look);
    return look;
}

Date setup_today(void) {
    time_t now = time(NULL);
    struct tm local;
    if (!localtime_r(&now, &local)) {
        return (Date){BORN, 1, 1, false};
    }
    enum { TM_YEAR = 1900, FAR = 2090 };
    Date today = {local.tm_year + TM_YEAR, local.tm_mon + 1, local.tm_mday, true};
    today.trusted = today.year >= BORN && today.year < FAR;
    return today;
}

/* 0, or the exit code after the problems and what to do about them. */
static int tell_content(const Options *options, Err err, Buf *problems) {
    if (err != OK) {
        fputs(buf_string(problems), stderr);
        fprintf(stderr,
                "talking-points: the content in '%s' cannot be used. 'talking-points content %s' "
                "tells what to mend.\n",
                options->content, options->content);
    }
    buf_done(problems);
    return err == OK ? 0 : EXIT_COULD_NOT;
}

typedef Err Load(const char *folder, const char *language, Buf *problems, Library **out);

static int load_library(const Options *options, Load *load, Library **out) {
    Buf problems = {0};
    Err err = load(options->content, options->language, &problems, out);
    return tell_content(options, err, &problems);
}

int setup_library(const Options *options, Library **out) {
    return load_library(options, library_load, out);
}

static int open_contents(const Options *options, Library *library) {
    Buf problems = {0};
    Err err = library_load_rest(library, &problems);
    return tell_content(options, err, &problems);
}

static int open_store(Setup *setup, const Options *options, int64_t now_ms) {
    StoreOptions store = {.folder = options->data, .now_ms = now_ms};
    Err err = store_open(&store, &setup->app.site.health, &setup->app.store);
    if (err == OK) {
        return 0;
    }
    const char *why = err == ERR_NEWER
                          ? "was written by a newer Talking Points; it was left as it is"
                      : err == ERR_NO_ACCESS || err == ERR_READ_ONLY
                          ? "may not be written by this user; give the folder to it"
                      : err == ERR_FULL ? "is full; make room on that disk"
                      : err == ERR_BUSY ? "is used by another Talking Points; close that one"
                                        : "cannot be used; choose another with --data";
    fprintf(stderr, "talking-points: the data folder '%s' %s.\n", options->data, why);
    return EXIT_COULD_NOT;
}

/* Folders as the App borrows them. The one in memory where the key of a visit may lie is for the
 * kiosk alone. */
static void keep_folders(Setup *setup, const Options *options) {
    text_set(setup->data, sizeof setup->data, options->data);
    text_set(setup->runtime, sizeof setup->runtime, options->runtime);
    bool there = options->command == COMMAND_KIOSK && setup->runtime[0] &&
                 file_make_folder(setup->runtime) == OK;
    setup->app.site.data = setup->data;
    setup->app.site.runtime = there ? setup->runtime : NULL;
}

static int open_sticks(Setup *setup, const Options *options, StickNotify *wake, void *user) {
    if (!options->sticks) { /* real ones; a machine without their service has none */
        if (options->command == COMMAND_KIOSK) {
            sticks_open_udisks(wake, user, &setup->app.sticks);
        }
        return 0;
    }
    Err err = sticks_open_folder(options->sticks, wake, user, &setup->app.sticks);
    if (err != OK) {
        fprintf(stderr, "talking-points: the folder of sticks '%s' cannot be read.\n",
                options->sticks);
        return EXIT_COULD_NOT;
    }
    return 0;
}

int setup_open_first(Setup *setup, const Options *options, const Look *look, Fonts fonts) {
    App *app = &setup->app;
    memory_install();
    if (key_start() != OK) {
        fputs("talking-points: this system gives no random numbers; it cannot be used.\n", stderr);
        return EXIT_COULD_NOT;
    }
    app->site = (Site){.idle_s = 180,
                       .idle_words_s = 240,
                       .countdown_s = 45,
                       .cleared_s = 12,
                       .keep_days = 28,
                       .sound = true,
                       .look = *look,
                       .version = config_version()};
    keep_folders(setup, options);
    int code = load_library(options, library_load_first, &app->library);
    code = code ? code : open_store(setup, options, app->clock.now_ms);
    if (code) {
        return code;
    }
    ui_init(&setup->ui, look, fonts);
    app->ui = &setup->ui;
    if (options->settings) {
        config_site(options->settings, &app->site);
        config_place(options->settings, app->library);
    }
    app->site.powered = power_here();
    app->home = &screen_home;
    app->cover = &screen_cover;
    app->cleared = &screen_cleared;
    app->stick_screen = &screen_stick;
    app->plan_screen = &screen_outcomes;
    app->job_done = screens_job_done;
    app_init(app);
    staff_load(app);
    app_days_pass(app);
    return 0;
}

int setup_open_rest(Setup *setup, const Options *options, StickNotify *wake, void *user) {
    int code = open_contents(options, setup->app.library);
    if (code == 0) {
        app_settle(&setup->app);
        code = open_sticks(setup, options, wake, user);
    }
    return code;
}

int setup_open(Setup *setup, const Options *options, const Look *look, Fonts fonts,
               StickNotify *wake, void *user) {
    int code = setup_open_first(setup, options, look, fonts);
    return code ? code : setup_open_rest(setup, options, wake, user);
}

void setup_close(Setup *setup) {
    App *app = &setup->app;
    if (app->ui) {
        app_done(app);
        ui_done(&setup->ui);
    }
    sticks_close(app->sticks);
    store_close(app->store);
    library_free(app->library);
    explicit_bzero(setup, sizeof *setup);
}
