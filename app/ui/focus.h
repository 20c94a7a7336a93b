/* Keyboard and switch: a ring that moves in reading order, or towards an arrow, and acts. */
#ifndef UI_FOCUS_H
#define UI_FOCUS_H

#include "ui/input.h"
#include "ui/node.h"

/* Handles a key that moves or acts. True when it was one. */
bool focus_key(Ui *ui, App *app, KeyCode key);

/* Place of a node in the focus order, or -1. */
int focus_place(const Ui *ui, const Node *node);

#endif
