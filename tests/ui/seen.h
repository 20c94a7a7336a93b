/* What a frame of a rig shows, by its drawing commands. Each fails the test when it is not so. */
#ifndef TESTS_UI_SEEN_H
#define TESTS_UI_SEEN_H

#include "ui/rig.h"

/* The topmost box at a point has the colour of that role; letters and icons do not count. */
void assert_seen(const Rig *rig, int x, int y, Role role);

/* The text that begins so, or the icon of that name. */
const Op *seen_op(const Rig *rig, OpKind kind, const char *name);

void assert_ink(const Rig *rig, const Op *op, Role role);

#endif
