/* The loop: declare, show, sleep, input, and round again. The only place that knows host and app
 * together, beside the scripted visits. */
#include "kiosk.h"
#include "host/notify.h"
#include "host/sound.h"
#include "host/speech.h"
#include "host/window.h"
#include "setup.h"
#include "visit/staff.h"
#include "worker.h"

#include <stdio.h>
#include <stdlib.h>

enum { EXIT_COULD_NOT = 3 };

static void wake(void *user) {
    window_wake(user);
}

static void start_job(App *app, Worker *worker, Window *window) {
    if (app->job.kind != JOB_NONE && !app->job.started) {
        app->job.started = true;
        app->job.progress = wake;
        app->job.user = window;
        worker_start(worker, &app->job);
    }
}

static void woken(App *app, Worker *worker) {
    if (worker_done(worker)) {
        app_job_done(app);
    }
    app_listen_next(app);
    app_sticks_changed(app);
}

static void turn_clock(App *app) {
    app->clock.now_ms = window_now();
    app->clock.today = date_today(app, setup_today());
}

/* A desktop's window may have another size now. */
static void fit_window(App *app, const Window *window) {
    Panel *panel = &app->ui->look.panel;
    int w, h;
    window_size(window, &w, &h);
    if (w != panel->w || h != panel->h) {
        float mm_x = panel->w_mm / (float)panel->w, mm_y = panel->h_mm / (float)panel->h;
        *panel = (Panel){w, h, (float)w * mm_x, (float)h * mm_y};
        app->site.look.panel = *panel;
        look_fit(&app->ui->look);
    }
}

/* Everything that has come in: each input meets the screen as it is after the one before. */
static void take_inputs(App *app, Window *window, Worker *worker, Input *input) {
    while (input->kind != INPUT_NONE && !app->quit) {
        turn_clock(app);
        if (input->kind == INPUT_WAKE) {
            woken(app, worker);
        }
        if (input->kind == INPUT_SHOWN) {
            fit_window(app, window);
        }
        app_input(app, input);
        window_wait(window, window_now(), input);
        if (input->kind != INPUT_NONE) {
            app_frame(app);
        }
    }
}

static void show(const App *app, Window *window) {
    window_show(window, app->ui->ops, app->ui->op_count, &themes[app->ui->look.theme]);
}

static void loop(App *app, Window *window, Worker *worker, bool one_frame) {
    bool was_clear = true;
    Notify notify = notify_begin();
    while (!app->quit) {
        turn_clock(app);
        app_tick(app);
        start_job(app, worker, window);
        app_frame(app);
        bool clear = app_screen(app) == app->cleared;
        if (clear && !was_clear) {
            window_wipe(window);
        }
        was_clear = clear;
        show(app, window);
        if (one_frame) {
            return;
        }
        notify_turn(&notify, app->clock.now_ms);
        Input input;
        window_wait(window, notify_until(&notify, app_next_ms(app)), &input);
        take_inputs(app, window, worker, &input);
    }
}

int kiosk_run(const Options *options, Leave *leave) {
    bool whole = options->fullscreen || options->w == 0;
    WindowOptions asked = {.w = whole ? 0 : options->w,
                           .h = whole ? 0 : options->h,
                           .fullscreen = whole,
                           .rotate = options->rotate,
                           .assets = options->assets,
                           .fonts = options->fonts};
    char why[512];
    Window *window;
    if (window_open(&asked, why, sizeof why, &window) != OK) {
        fprintf(stderr, "talking-points: %s\n", why);
        return EXIT_COULD_NOT;
    }
    int w, h;
    float w_mm = options->w_mm, h_mm = options->h_mm;
    window_size(window, &w, &h);
    if (w_mm <= 0 && whole) {
        window_panel_mm(window, &w_mm, &h_mm);
    }
    Look look = setup_look(options, w, h, w_mm, h_mm);
    Setup *setup = calloc(1, sizeof *setup);
    if (!setup) {
        abort();
    }
    turn_clock(&setup->app);
    setup->app.tone = sound_tone;
    Speech *speech = speech_here() ? speech_open(wake, window) : NULL;
    setup->app.speech = speech;
    int code = setup_open_first(setup, options, &look, window_fonts(window));
    if (code == 0) {
        if (!app_may_resume(&setup->app)) {
            app_frame(&setup->app);
            show(&setup->app, window); /* nobody waits for what Home does not need */
        }
        code = setup_open_rest(setup, options, wake, window);
    }
    if (code == 0) {
        Worker *worker = worker_open(wake, window);
        app_sticks_changed(&setup->app);
        app_resume(&setup->app);
        loop(&setup->app, window, worker, options->exit_after_first_frame);
        worker_close(worker);
        *leave = setup->app.leave;
    }
    setup_close(setup);
    speech_close(speech);
    free(setup);
    window_close(window);
    return code;
}
