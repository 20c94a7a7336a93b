/* What changed between two frames: as few rectangles as are worth it.
 *
 * The ops of both frames are compared by hash; where some came, went or changed, their pixels are
 * dirty. No widget ever says 'I changed', so nothing can be forgotten. */
#ifndef UI_DAMAGE_H
#define UI_DAMAGE_H

#include "ui/ops.h"
#include "ui/theme.h"

enum { DAMAGE_MOST = 64 };

typedef struct Damage Damage;

/* What is seen in at is seen by px further down (or up) in the next frame: a box was scrolled. */
typedef struct Move {
    Rect at;
    int by; /* 0: nothing moved */
} Move;

Damage *damage_new(int w, int h);
void damage_free(Damage *damage); /* NULL is fine */

/* The rectangles to draw again for these ops, none overlapping another; the whole screen the first
 * time, after damage_all and when the theme changed. Returns how many (0: the frame is the same).
 * move tells what of it to move before that; NULL: nothing may be moved. */
int damage_find(Damage *damage, const Op *ops, int count, const Theme *theme, Rect out[DAMAGE_MOST],
                Move *move);
void damage_all(Damage *damage);

#endif
