/* Sleeping until something happens, on every video driver, without a single wake-up in between.
 *
 * SDL's own wait asks a thousand times a second on all drivers but x11 and wayland. */
#ifndef HOST_WAIT_H
#define HOST_WAIT_H

#include <SDL.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct Wait Wait;

/* For the video driver in use and its window. Never NULL. SIGTERM and SIGINT are from now on only
 * taken while asleep, so that none can slip by. */
Wait *wait_open(SDL_Window *window);
void wait_close(Wait *wait); /* NULL is fine */

/* Sleeps until input may have come, wait_wake was called, a signal came or until_ms (monotonic; -1:
 * for ever). Call only when SDL's queue is pumped and empty. It may also end for no reason. */
void wait_sleep(Wait *wait, int64_t until_ms);

/* From any thread: ends the sleep, or the next one. */
void wait_wake(Wait *wait);

/* True once after one or more wait_wake. */
bool wait_woken(Wait *wait);

/* True once after an input device went: its fingers will never be lifted. */
bool wait_unplugged(Wait *wait);

/* True when there are input devices and we may read none of them. */
bool wait_refused(const Wait *wait);

/* Monotonic milliseconds. */
int64_t wait_now(void);

#endif
