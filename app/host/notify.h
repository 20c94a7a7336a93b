/* Telling the service manager (systemd) that the kiosk is ready, and then that its loop still
 * turns: when it does not for a while, the manager starts it anew.
 *
 * To be told from the loop alone, never from a thread: a thread would go on telling while the
 * screen stands still. Without a manager that listens, nothing is told and nothing wakes the loop.
 */
#ifndef HOST_NOTIFY_H
#define HOST_NOTIFY_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Notify {
    bool ready;       /* it was told */
    int64_t every_ms; /* 0: no one counts */
    int64_t told_ms;  /* last, monotonic */
} Notify;

/* As the environment says. */
Notify notify_begin(void);

/* The loop has turned once and its frame is on the screen. */
void notify_turn(Notify *notify, int64_t now_ms);

/* Until when the loop may sleep that would sleep until until_ms (-1: for ever). */
int64_t notify_until(const Notify *notify, int64_t until_ms);

#endif
