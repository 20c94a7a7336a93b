/* Handing jobs to the worker and taking what they found. */
#include "base/text.h"
#include "takeaway/formats.h"
#include "takeaway/said.h"
#include "visit/app.h"
#include "visit/staff.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

bool app_busy(const App *app) {
    return app->job.kind != JOB_NONE;
}

static void fill_files(App *app, Job *job) {
    for (int i = 0; formats[i].suffix && i < SAVE_FILES; i++) {
        text_set(job->suffix[i], SAVE_SUFFIX, formats[i].suffix);
        formats[i].write(&app->draft, app->library, app->clock.today, &job->bytes[i]);
        job->file_count++;
    }
}

bool app_said(const App *app, int index) {
    return said_outcome(&app->draft, index);
}

const char *app_file_label(int index) {
    return formats[index].label;
}

void app_start(App *app, JobKind kind) {
    assert(!app_busy(app));
    Job *job = &app->job;
    job_wipe(job);
    job->kind = kind;
    job->sticks = app->sticks;
    text_set(job->stick, sizeof job->stick, app->stick.id);
    job->cost = store_key_cost(app->store);
    if (kind == JOB_KEEP || kind == JOB_OPEN) {
        text_set(job->code, sizeof job->code, app->code);
        job->key = key_new();
        if (!job->key) {
            abort();
        }
    }
    if (kind == JOB_PIN_SET || kind == JOB_PIN_CHECK) {
        staff_fill_job(app, job);
    }
    job->tone = app->tone;
    if (kind == JOB_SAVE) {
        fill_files(app, job);
    }
    if (kind == JOB_IMPORT) {
        job->number = app->stick.number;
    }
    Stick sticks[STICKS_MOST];
    int count = app->sticks ? sticks_list(app->sticks, sticks) : 0;
    for (int i = 0; i < count; i++) {
        if (strcmp(sticks[i].id, app->stick.id) == 0) {
            text_set(job->path, sizeof job->path, sticks[i].path);
        }
    }
}

/* There is nothing of this visit on the machine. */
static void not_kept(App *app) {
    app->kept = false;
    app->saved_hash = 0; /* from now on it is held for a crash alone */
    app->save_due_ms = -1;
    app->save_fails = 0;
    app_unguard(app);
    key_wipe(app->key);
    explicit_bzero(app->code, sizeof app->code);
}

Err app_unkeep(App *app) {
    app->save_err = app->kept ? store_delete(app->store, app->key) : OK;
    if (app->save_err == OK) {
        not_kept(app);
        app_save(app);
    }
    return app->save_err;
}

static void kept(App *app, const Job *job) {
    if (job->err == OK) {
        *app->key = *job->key;
        app->kept = true;
        app->saved_hash = 0;
        app_save(app);
    }
    if (job->err != OK || app->save_err != OK) {
        app->save_err = job->err != OK ? job->err : app->save_err;
        not_kept(app);
    } else {
        app_guard(app);
    }
}

static void opened(App *app, const Job *job) {
    Draft *draft = &app->draft;
    Err err = job->err == OK ? store_load(app->store, job->key, draft) : job->err;
    explicit_bzero(app->code, sizeof app->code);
    if (err == OK) {
        store_try_worked(app->store);
        *app->key = *job->key;
        app_opened(app);
        app_guard(app);
    } else {
        store_try_failed(app->store, app->clock.now_ms);
        app->words.refused = true;
        app->words.err = err;
    }
}

void app_job_done(App *app) {
    Job *job = &app->job;
    JobKind kind = job->kind;
    job->started = false;
    switch (kind) {
    case JOB_KEEP:
        kept(app, job);
        break;
    case JOB_OPEN:
        opened(app, job);
        break;
    case JOB_SAVE:
        app->stick.err = job->err;
        app->stick.done = job->err == OK;
        app->stick.number = job->number;
        app->stick.writing = false;
        break;
    case JOB_FIND:
        app->stick.found_count = job->found_count;
        memcpy(app->stick.found, job->found, sizeof app->stick.found);
        app->stick.done = true;
        app->stick.writing = false;
        break;
    case JOB_IMPORT:
        app->stick.err = job->err;
        app->stick.writing = false;
        if (job->err == OK) {
            app->draft = job->draft;
            app->outcome = 0;
            app->can_undo = false;
            not_kept(app);
        }
        break;
    case JOB_PIN_SET:
        staff_pin_made(app, job);
        break;
    case JOB_PIN_CHECK:
        staff_pin_checked(app, job);
        break;
    case JOB_TONE:
        staff_tone_played(app, job->err);
        break;
    case JOB_NONE:
        break;
    }
    job_wipe(job);
    if (app->job_done) {
        app->job_done(app, kind);
    }
    app_settle(app);
}

/* A stick may turn out otherwise than it came: a slow machine takes its time to see what is on it.
 * What went wrong in use is tried again only when somebody asks. */
static bool may_start(const App *app) {
    bool retry = app->stick.err == OK || app->stick.err == ERR_GONE || app->stick.as_it_came;
    return app_screen(app) == app->stick_screen && !app->stick.writing && !app->stick.done &&
           retry && !app_busy(app);
}

/* One usable stick, and a page that waits for it: off it goes. Two: which is theirs? */
void app_sticks_changed(App *app) {
    Stick sticks[STICKS_MOST];
    int count = app->sticks ? sticks_list(app->sticks, sticks) : 0;
    const Stick *only = NULL;
    app->stick.in = 0;
    for (int i = 0; i < count; i++) {
        if (sticks[i].state != STICK_SAFE) {
            app->stick.in++;
            only = &sticks[i];
        }
    }
    if (app->stick.in != 1 || !may_start(app)) {
        return;
    }
    bool reads = app->stick.task == TASK_OPEN && only->state == STICK_READ_ONLY;
    if (only->state == STICK_READY || reads) {
        app->stick.err = OK;
        app->stick.as_it_came = false;
        app->stick.writing = true;
        text_set(app->stick.id, sizeof app->stick.id, only->id);
        app_start(app, app->stick.task == TASK_OPEN ? JOB_FIND : JOB_SAVE);
    } else if (app->stick.err != ERR_GONE || strcmp(app->stick.id, only->id) != 0) {
        /* Not the one that was just pulled, which is seen for a moment more, with nothing on it. */
        app->stick.as_it_came = true;
        app->stick.err = only->state == STICK_READ_ONLY ? ERR_READ_ONLY
                         : only->state == STICK_BLANK   ? ERR_NOT_FOUND
                                                        : ERR_NO_ACCESS;
    }
}
