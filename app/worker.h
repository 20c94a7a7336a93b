/* The one worker thread: takes a job, does it, wakes the loop. */
#ifndef WORKER_H
#define WORKER_H

#include "visit/job.h"

typedef struct Worker Worker;

/* wake is called from the worker when a job is done. Stops the program when no thread can be had.
 */
Worker *worker_open(void (*wake)(void *user), void *user);
void worker_close(Worker *worker); /* waits for the job in hand; NULL is fine */

/* Starts a job; one at a time. The job must stay where it is until worker_done. */
void worker_start(Worker *worker, Job *job);

/* True once when the job that was started is done. */
bool worker_done(Worker *worker);

#endif
