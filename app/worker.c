/* A thread, a lock and a condition. */
#include "worker.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>

struct Worker {
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    Job *job;
    bool done, ending;
    void (*wake)(void *user);
    void *user;
};

static void *work(void *self) {
    Worker *worker = self;
    pthread_mutex_lock(&worker->lock);
    for (;;) {
        while (!worker->ending && (!worker->job || worker->done)) {
            pthread_cond_wait(&worker->changed, &worker->lock);
        }
        if (worker->ending) {
            break;
        }
        Job *job = worker->job;
        pthread_mutex_unlock(&worker->lock);
        job_run(job);
        pthread_mutex_lock(&worker->lock);
        worker->done = true;
        worker->wake(worker->user);
    }
    pthread_mutex_unlock(&worker->lock);
    return NULL;
}

Worker *worker_open(void (*wake)(void *user), void *user) {
    Worker *worker = calloc(1, sizeof *worker);
    if (!worker) {
        abort();
    }
    worker->wake = wake;
    worker->user = user;
    pthread_mutex_init(&worker->lock, NULL);
    pthread_cond_init(&worker->changed, NULL);
    if (pthread_create(&worker->thread, NULL, work, worker) != 0) {
        abort();
    }
    return worker;
}

void worker_close(Worker *worker) {
    if (!worker) {
        return;
    }
    pthread_mutex_lock(&worker->lock);
    worker->ending = true;
    pthread_cond_signal(&worker->changed);
    pthread_mutex_unlock(&worker->lock);
    pthread_join(worker->thread, NULL);
    pthread_cond_destroy(&worker->changed);
    pthread_mutex_destroy(&worker->lock);
    free(worker);
}

void worker_start(Worker *worker, Job *job) {
    pthread_mutex_lock(&worker->lock);
    assert(!worker->job);
    worker->job = job;
    worker->done = false;
    pthread_cond_signal(&worker->changed);
    pthread_mutex_unlock(&worker->lock);
}

bool worker_done(Worker *worker) {
    pthread_mutex_lock(&worker->lock);
    bool done = worker->job && worker->done;
    if (done) {
        worker->job = NULL;
    }
    pthread_mutex_unlock(&worker->lock);
    return done;
}
