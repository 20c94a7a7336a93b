/* Scripted visits, played headless through the real hit-testing (`talking-points walk`). */
#ifndef WALK_H
#define WALK_H

#include "options.h"

int walk_run(const Options *options); /* the exit code */

#endif
