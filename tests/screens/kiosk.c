/* Opening and driving the kiosk of these tests. */
#include "kiosk.h"
#include "base/file.h"
#include "base/text.h"

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

const PanelSize panels[PANELS] = {
    {.w = 1280, .h = 800}, {.w = 800, .h = 480}, {.w = 1920, .h = 1080}, {.w = 1080, .h = 1920}};

static void nobody(void *user) {
    (void)user; /* kiosk_settle looks by itself */
}

static int remove_one(const char *path, const struct stat *about, int what, struct FTW *ftw) {
    (void)about;
    (void)what;
    (void)ftw;
    return remove(path);
}

void remove_tree(const char *path) {
    enum { FOLDERS_OPEN = 8 };
    nftw(path, remove_one, FOLDERS_OPEN, FTW_DEPTH | FTW_PHYS);
}

void kiosk_open(Kiosk *kiosk, const char *content) {
    enum { W = 1920, H = 1920, NOW_MS = 100000, YEAR = 2026, MONTH = 11, DAY = 22 };
    memset(kiosk, 0, sizeof *kiosk);
    kiosk->app = &kiosk->setup.app;
    const char *base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"; /* each save syncs */
    snprintf(kiosk->scratch, sizeof kiosk->scratch, "%s/tp-screens-XXXXXX", base);
    assert_non_null(mkdtemp(kiosk->scratch));
    snprintf(kiosk->sticks, sizeof kiosk->sticks, "%s/sticks", kiosk->scratch);
    assert_int_equal(file_make_folder(kiosk->sticks), OK);

    char why[512];
    CanvasOptions canvas = {W, H, "assets", NULL};
    if (canvas_open(&canvas, why, sizeof why, &kiosk->canvas) != OK) {
        fail_msg("%s", why);
    }
    Options options = {.command = COMMAND_WALK, .sticks = kiosk->sticks, .language = "en"};
    text_set(options.content, sizeof options.content, content ? content : "content");
    text_set(options.assets, sizeof options.assets, "assets");
    snprintf(options.data, sizeof options.data, "%s/data", kiosk->scratch);
    kiosk->app->clock = (Clock){NOW_MS, {YEAR, MONTH, DAY, true}};
    Look look = setup_look(&options, panels[0].w, panels[0].h, 0, 0);
    assert_int_equal(
        setup_open(&kiosk->setup, &options, &look, canvas_fonts(kiosk->canvas), nobody, NULL), 0);
}

void kiosk_close(Kiosk *kiosk) {
    setup_close(&kiosk->setup);
    canvas_close(kiosk->canvas);
    remove_tree(kiosk->scratch);
}

void kiosk_look(Kiosk *kiosk, PanelSize panel, TextSize size, ThemeName theme) {
    Options options = {.theme = theme, .text = size};
    kiosk->app->site.look = setup_look(&options, panel.w, panel.h, panel.w_mm, panel.h_mm);
    kiosk->setup.ui.look = kiosk->app->site.look;
}

void kiosk_begin(Kiosk *kiosk) {
    App *app = kiosk->app;
    app_forget(app);
    app->begun = true;
    app_settle(app);
}

void kiosk_settle(Kiosk *kiosk) {
    enum { CHEAP_MEMORY = 8192 /* the least that Argon2id takes */, JOBS_MOST = 20 };
    App *app = kiosk->app;
    app_tick(app);
    app_frame(app);
    for (int jobs = 0; app->job.kind != JOB_NONE; jobs++) {
        if (jobs == JOBS_MOST) {
            fail_msg("a job on '%s' leads to the next for ever", app_screen(app)->name);
        }
        app->job.started = true;
        app->job.cost.memory = CHEAP_MEMORY;
        app->job.cost.passes = 1;
        job_run(&app->job);
        app_job_done(app);
        app_sticks_changed(app);
        app_frame(app);
    }
}
