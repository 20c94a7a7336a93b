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

static void list_files(const Job *job, SaveFile files[SAVE_FILES]) {
    for (int i = 0; i < job->file_count; i++) {
        memcpy(files[i].suffix, job->suffix[i], SAVE_SUFFIX);
        files[i].bytes = buf_string(&job->bytes[i]);
        files[i].len = job->bytes[i].len;
    }
}

/* Asked when the stick is mounted anew: what it gives then is on the stick. */
static Err compare(void *user, const char *path) {
    const Job *job = user;
    SaveFile files[SAVE_FILES];
    list_files(job, files);
    return takeaway_compare(&system_stick_calls, path, job->number, files, job->file_count);
}

/* OK only when all is on the stick, was read back, and the stick was let go. */
static void save(Job *job) {
    SaveFile files[SAVE_FILES];
    list_files(job, files);
    job->err = takeaway_save(&system_stick_calls, job->path, files, job->file_count, tell_progress,
                             job, &job->number);
    if (job->err == OK) {
        job->err = sticks_finish(job->sticks, job->stick, compare, job);
    }
}

void job_run(Job *job) {
    switch (job->kind) {
    case JOB_KEEP:
    case JOB_OPEN:
        job->err = key_derive(job->code, &job->cost, job->key);
        break;
    case JOB_PIN_SET:
        job->err = pin_hash(job->pin, &job->cost, job->pin_hash);
        break;
    case JOB_PIN_CHECK:
        job->err = pin_check(job->pin, job->pin_hash);
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
    case JOB_TONE:
        job->err = job->tone ? job->tone() : ERR_NOT_FOUND;
        break;
    case JOB_NONE:
        break;
    }
}

void job_wipe(Job *job) {
    for (int i = 0; i < SAVE_FILES; i++) {
        buf_done(&job->bytes[i]);
    }
    key_free(job->key);
    explicit_bzero(job, sizeof *job);
}
