/* What each kind of job does. */
#include "visit/job.h"

#include <string.h>

static void tell_progress(void *user, int done) {
    Job *job = user;
    atomic_store(&job->files, done);
    if (job->progress) {
        job->progress(job->user);
    }
}

static void save(Job *job) {
    SaveFile files[SAVE_FILES];
    for (int i = 0; i < job->file_count; i++) {
        memcpy(files[i].suffix, job->suffix[i], SAVE_SUFFIX);
        files[i].bytes = buf_string(&job->bytes[i]);
        files[i].len = job->bytes[i].len;
    }
    job->err = takeaway_save(&system_stick_calls, job->path, files, job->file_count, tell_progress,
                             job, &job->number);
    if (job->err == OK) {
        job->unreleased = sticks_release(job->sticks, job->stick) != OK;
    }
}

void job_run(Job *job) {
    switch (job->kind) {
    case JOB_KEEP:
    case JOB_OPEN:
        job->err = key_derive(job->code, &job->cost, &job->key);
        break;
    case JOB_SAVE:
        save(job);
        break;
    case JOB_FIND:
        job->found_count = takeaway_list(job->path, job->found);
        job->err = OK;
        break;
    case JOB_IMPORT:
        job->err = takeaway_open(job->path, job->number, &job->draft);
        break;
    case JOB_NONE:
        break;
    }
}

void job_wipe(Job *job) {
    for (int i = 0; i < SAVE_FILES; i++) {
        buf_done(&job->bytes[i]);
    }
    explicit_bzero(job, sizeof *job);
}
