/* Restarting and turning off the machine: only where the program runs as its service. On a desktop
 * the machine is not ours. */
#ifndef POWER_H
#define POWER_H

#include "visit/app.h"

bool power_here(void);

/* What staff asked for, after everything is closed: hands over to systemctl and does not come back
 * when that works. Does nothing where power_here is false. */
void power_do(Leave leave);

#endif
