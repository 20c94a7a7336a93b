/* The kiosk: a window, an App and a worker in one loop. */
#ifndef KIOSK_H
#define KIOSK_H

#include "options.h"

int kiosk_run(const Options *options); /* the exit code */

#endif
