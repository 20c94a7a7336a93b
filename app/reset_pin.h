/* `talking-points --reset-pin`: a forgotten staff PIN goes, so that a new one can be chosen. */
#ifndef RESET_PIN_H
#define RESET_PIN_H

#include "options.h"

/* Only for the owner of the data folder, and for the administrator in the owner's name. The exit
 * code, after one sentence. */
int reset_pin(const Options *options);

#endif
