/* The kiosk: a window, an App and a worker in one loop. */
#ifndef KIOSK_H
#define KIOSK_H

#include "options.h"

#include "visit/app.h"

/* The exit code; *leave says what staff asked for, and stays as it was when nothing ran. */
int kiosk_run(const Options *options, Leave *leave);

#endif
