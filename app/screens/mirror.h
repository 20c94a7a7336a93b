/* The tiles of the mirror, for its page and for the plan. */
#ifndef SCREENS_MIRROR_H
#define SCREENS_MIRROR_H

#include "ui/widgets.h"

/* One part of life, covered or not. small: inside a button. */
void mirror_tile(Ui *ui, const char *icon, const char *words, bool covered, bool small);

#endif
