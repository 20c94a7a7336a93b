/* A job for the worker: everything it needs as values, everything it found out as values.
 *
 * Whatever may block (Argon2id, sticks) runs here; SQLite and drawing never do. */
#ifndef VISIT_JOB_H
#define VISIT_JOB_H

#include "base/buf.h"
#include "base/err.h"
#include "outcome/draft.h"
#include "store/key.h"
#include "store/pin.h"
#include "takeaway/save.h"
#include "takeaway/sticks.h"

#include <limits.h>
#include <stdatomic.h>
#include <stdbool.h>

typedef enum JobKind {
    JOB_NONE,
    JOB_KEEP,   /* key of new words */
    JOB_OPEN,   /* key of words that were given */
    JOB_SAVE,   /* files to a stick */
    JOB_FIND,   /* which drafts are on a stick */
    JOB_IMPORT, /* one of them */
    JOB_PIN_SET,
    JOB_PIN_CHECK,
    JOB_TONE /* one soft tone */
} JobKind;

typedef struct Job {
    JobKind kind;
    bool started; /* the worker has it: hands off */
    char code[CODE_SIZE];
    KeyCost cost;
    DraftKey *key; /* in locked memory; NULL: this job needs none */
    char pin[PIN_SIZE], pin_hash[PIN_HASH_SIZE];
    Sticks *sticks;
    char stick[STICK_NAME_SIZE], path[PATH_MAX];
    Err (*tone)(void);
    int file_count;
    char suffix[SAVE_FILES][SAVE_SUFFIX];
    Buf bytes[SAVE_FILES];
    int number;
    int found_count;
    Found found[FOUND_MOST];
    Draft draft;
    Err err;
    atomic_int files;             /* done so far: progress */
    void (*progress)(void *user); /* from the worker: wake the loop */
    void *user;
} Job;

/* Does the job; blocks. */
void job_run(Job *job);

/* Wipes and frees all that the job holds. */
void job_wipe(Job *job);

#endif
