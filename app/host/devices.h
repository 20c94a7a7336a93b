/* The kernel's input devices, only to be woken by them. */
#ifndef HOST_DEVICES_H
#define HOST_DEVICES_H

#include <poll.h>
#include <stdbool.h>

enum { DEVICES_MOST = 32, DEVICES_FDS = DEVICES_MOST + 1 };

typedef struct Devices Devices;

typedef struct DevicesNews {
    bool spoke;   /* a device had something */
    bool plugged; /* a device came or went */
    bool gone;    /* it went */
} DevicesNews;

/* Opens all event* of the folder (/dev/input) that we may read and watches for new ones; folder is
 * borrowed until the close. Never NULL. */
Devices *devices_open(const char *folder);
void devices_close(Devices *devices); /* NULL is fine */

/* True when there are devices and none may be read: the program would be dead to all touch. */
bool devices_refused(const Devices *devices);

/* Fills in what to sleep on, at most DEVICES_FDS; returns how many. */
int devices_poll_list(const Devices *devices, struct pollfd *fds);

/* Empties those that the sleep found ready; opens and closes what came and went. */
DevicesNews devices_drain(Devices *devices, const struct pollfd *fds);

#endif
