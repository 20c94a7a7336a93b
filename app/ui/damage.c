/* Owns one hash and one rectangle for each op of the last frame; never keeps a text.
 *
 * Two frames are laid side by side: ops found in both, in the same order, are the same picture.
 * All that is seen of a difference lies within the other ops, those that went and those that came.
 * However well or badly the sides are matched, this holds; a bad match only draws more. */
#include "ui/damage.h"

#include "base/utf8.h"
#include "ui/hash.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    FIRST_SIZE = 256,
    MOVED_AHEAD = 64, /* ops among which a line of text that moved is looked for */
    LOOK_AHEAD = 24,  /* ops that may come or go at one place and the rest is still matched */
    SLACK_PX = 2048   /* so many pixels more are drawn rather than two rectangles */
};

typedef struct Mark {
    uint64_t hash;
    uint64_t shape; /* the same but for how high it stands: */
    int y;
    Rect reach, clip, solid;
    uint64_t text, shorter; /* of a line without its width: whole, and less its last letter; or 0 */
    int tail;               /* x from where a letter more or less at its end shows */
    int w;
} Mark;

typedef struct Marks {
    Mark *at;
    int count, size;
} Marks;

struct Damage {
    Rect screen;
    bool all;
    uint64_t theme;
    Marks now, before;
};

typedef struct Rects {
    Rect *at; /* DAMAGE_MOST */
    int count;
} Rects;

Damage *damage_new(int w, int h) {
    assert(w > 0 && h > 0);
    Damage *damage = calloc(1, sizeof *damage);
    if (damage == NULL) {
        abort();
    }
    damage->screen = (Rect){0, 0, w, h};
    damage->all = true;
    return damage;
}

void damage_free(Damage *damage) {
    if (damage != NULL) {
        free(damage->now.at);
        free(damage->before.at);
        free(damage);
    }
}

void damage_all(Damage *damage) {
    damage->all = true;
}

static uint64_t hash_pair(uint64_t hash, int a, int b) {
    return hash_number(hash, (uint64_t)(uint32_t)a << 32 | (uint32_t)b);
}

static uint64_t hash_rect(uint64_t hash, Rect rect) {
    return hash_pair(hash_pair(hash, rect.x, rect.y), rect.w, rect.h);
}

static uint64_t hash_colour(uint64_t hash, Colour c) {
    return hash_number(hash, (uint64_t)c.r << 16 | (uint64_t)c.g << 8 | c.b);
}

static uint64_t hash_name(uint64_t hash, const char *name) {
    return hash_bytes(hash, name, strlen(name));
}

/* All that is seen of an op but for how high it stands, how wide it is and what a line says. A
 * curve counts as another wherever it stands: its edges would not be quite the same. */
static uint64_t op_frame(const Op *op) {
    uint64_t hash = hash_pair((uint64_t)op->kind + 1, op->at.x, op->at.h);
    hash = hash_colour(hash_rect(hash, op->clip), op->colour);
    switch (op->kind) {
    case OP_BOX:
        hash = hash_pair(hash, op->as.box.radius, op->as.box.stroke);
        return hash_number(hash, op->as.box.corners);
    case OP_TEXT:
        hash = hash_pair(hash, op->as.text.font.face, op->as.text.font.px);
        hash = hash_number(hash, (uint64_t)(op->as.text.baseline - op->at.y));
        return hash_colour(hash, op->as.text.ground);
    case OP_ICON:
        return hash_name(hash, op->as.name);
    case OP_PICTURE:
        hash = hash_pair(hash, op->as.picture.radius, op->as.picture.corners);
        return hash_name(hash, op->as.picture.name);
    case OP_CURVE:
        return hash_bytes(hash, &op->as.curve, sizeof op->as.curve);
    }
    return hash;
}

static uint64_t hash_at(uint64_t shape, int y) {
    return hash_number(shape, (uint64_t)(uint32_t)y);
}

/* A line is marked so that one with a letter more or less at its end is known again: then all but
 * the end of it is the same picture. The last em is drawn with it, for letters that lean on the
 * next. */
static void mark_op(Mark *mark, const Op *op, Rect reach) {
    *mark = (Mark){
        .y = op->at.y, .w = op->at.w, .reach = reach, .clip = op->clip, .solid = op_solid(op)};
    uint64_t frame = op_frame(op), words = 0;
    if (op->kind == OP_TEXT && op->as.text.len > 0) {
        const char *text = op->as.text.text;
        size_t len = (size_t)op->as.text.len;
        uint64_t standing = hash_at(frame, op->at.y);
        words = hash_bytes(0, text, len);
        mark->text = hash_number(standing, words);
        mark->shorter = hash_number(standing, hash_bytes(0, text, utf8_before(text, len)));
        mark->tail = op->at.x + op->at.w - 2 * op->as.text.font.px; /* at.w has an em of room */
    }
    mark->shape = hash_number(hash_number(frame, (uint64_t)op->at.w), words);
    mark->hash = hash_at(mark->shape, mark->y);
}

static Mark *marks_add(Marks *marks) {
    if (marks->count == marks->size) {
        marks->size = marks->size == 0 ? FIRST_SIZE : 2 * marks->size;
        marks->at = realloc(marks->at, (size_t)marks->size * sizeof *marks->at);
        if (marks->at == NULL) {
            abort();
        }
    }
    return &marks->at[marks->count++];
}

static Rect rect_join(Rect a, Rect b) {
    int x0 = a.x < b.x ? a.x : b.x, y0 = a.y < b.y ? a.y : b.y;
    int x1 = a.x + a.w > b.x + b.w ? a.x + a.w : b.x + b.w;
    int y1 = a.y + a.h > b.y + b.h ? a.y + a.h : b.y + b.h;
    return (Rect){x0, y0, x1 - x0, y1 - y0};
}

static int64_t rect_area(Rect rect) {
    return (int64_t)rect.w * rect.h;
}

/* Pixels that are drawn for nothing when the two become one. */
static int64_t join_waste(Rect a, Rect b) {
    return rect_area(rect_join(a, b)) - rect_area(a) - rect_area(b);
}

static bool rects_touch(Rect a, Rect b) {
    Rect both = rect_meet(a, b);
    return both.w > 0 && both.h > 0;
}

/* The rectangle that more should become one with: any that it overlaps, so that nothing is drawn
 * twice, a near one, or, when there is no room, the one where it costs least. -1: none. */
static int rects_partner(const Rects *rects, Rect more) {
    int best = -1;
    int64_t least = INT64_MAX;
    for (int i = 0; i < rects->count; i++) {
        if (rects_touch(rects->at[i], more)) {
            return i;
        }
        int64_t waste = join_waste(rects->at[i], more);
        if (waste < least) {
            least = waste;
            best = i;
        }
    }
    return least <= SLACK_PX || rects->count == DAMAGE_MOST ? best : -1;
}

static void rects_add(Rects *rects, Rect more) {
    if (more.w <= 0 || more.h <= 0) {
        return;
    }
    int partner = -1;
    while ((partner = rects_partner(rects, more)) >= 0) {
        more = rect_join(more, rects->at[partner]);
        rects->at[partner] = rects->at[--rects->count];
    }
    rects->at[rects->count++] = more;
}

/* After a difference at i and j: how far to go on each side to where both agree again. False when
 * they do not within reach. */
static bool marks_agree(const Marks *before, const Marks *now, int i, int j, int *gone, int *come) {
    for (int steps = 1; steps <= LOOK_AHEAD; steps++) {
        for (int a = 0; a <= steps; a++) {
            int b = steps - a;
            if (i + a < before->count && j + b < now->count &&
                before->at[i + a].hash == now->at[j + b].hash) {
                *gone = a;
                *come = b;
                return true;
            }
        }
    }
    return false;
}

/* True when one is the other with a letter more at its end. Widths that do not tell are no proof.
 */
static bool line_typed(const Mark *a, const Mark *b) {
    return a->text != 0 && b->text != 0 &&
           ((a->shorter == b->text && a->w > b->w) || (b->shorter == a->text && b->w > a->w));
}

/* What is seen of a difference between an op and the one that stands in its place. */
static void rects_add_pair(Rects *rects, const Mark *before, const Mark *now) {
    Rect seen = rect_join(before->reach, now->reach);
    if (!line_typed(before, now)) {
        rects_add(rects, before->reach);
        rects_add(rects, now->reach);
        return;
    }
    int tail = before->tail < now->tail ? before->tail : now->tail;
    rects_add(rects, rect_meet(seen, (Rect){tail, seen.y, seen.x + seen.w - tail, seen.h}));
}

static void marks_compare(const Marks *before, const Marks *now, Rects *rects) {
    int i = 0, j = 0;
    while (i < before->count || j < now->count) {
        if (i < before->count && j < now->count && before->at[i].hash == now->at[j].hash) {
            i++;
            j++;
            continue;
        }
        int gone = 1, come = 1;
        marks_agree(before, now, i, j, &gone, &come);
        for (; gone > 0 && come > 0 && i < before->count && j < now->count; gone--, come--) {
            rects_add_pair(rects, &before->at[i++], &now->at[j++]);
        }
        for (; gone > 0 && i < before->count; gone--) {
            rects_add(rects, before->at[i++].reach);
        }
        for (; come > 0 && j < now->count; come--) {
            rects_add(rects, now->at[j++].reach);
        }
    }
}

static bool rect_same(Rect a, Rect b) {
    return rect_holds(a, b) && rect_holds(b, a);
}

/* Where a mark of the same shape stands among the next ones; NULL: nowhere. */
static const Mark *mark_like(const Marks *marks, int from, const Mark *mark) {
    for (int i = from; i < marks->count && i < from + MOVED_AHEAD; i++) {
        if (marks->at[i].shape == mark->shape) {
            return &marks->at[i];
        }
    }
    return NULL;
}

/* Whether a line of text in the box with this clip is where it was; the first marks are all. */
static bool line_stays(const Marks *before, const Marks *now, int same, Rect clip) {
    for (int i = 0; i < now->count && i < same + MOVED_AHEAD; i++) {
        const Mark *mark = &now->at[i];
        if (mark->text != 0 && rect_same(mark->clip, clip)) {
            const Mark *was = i < same ? mark : mark_like(before, same, mark);
            if (was != NULL && was->y == mark->y) {
                return true;
            }
        }
    }
    return false;
}

/* A box was scrolled when a line of text in it has moved and none is where it was. */
static Move move_find(const Marks *before, const Marks *now, Rect screen) {
    int same = 0;
    while (same < before->count && same < now->count &&
           before->at[same].hash == now->at[same].hash) {
        same++;
    }
    for (int i = same; i < now->count && i < same + MOVED_AHEAD; i++) {
        const Mark *mark = &now->at[i];
        const Mark *was = mark->text == 0 ? NULL : mark_like(before, same, mark);
        if (was != NULL && was->y != mark->y) {
            Move move = {rect_meet(mark->clip, screen), mark->y - was->y};
            bool scrolled = abs(move.by) < move.at.h && !line_stays(before, now, same, mark->clip);
            return scrolled ? move : (Move){0};
        }
    }
    return (Move){0};
}

/* Does to the marks what the move does to their pixels. What lies over the box without moving in it
 * is dragged along; what fills all of it evenly looks the same. */
static void marks_move(Marks *marks, Move move, Rect screen, Rects *rects) {
    int kept = 0;
    if (move.by == 0) {
        return;
    }
    for (int i = 0; i < marks->count; i++) {
        Mark mark = marks->at[i];
        Rect inside = rect_meet(mark.reach, move.at), clip = rect_meet(mark.clip, screen);
        Rect dragged = inside;
        dragged.y += move.by;
        dragged = rect_meet(dragged, move.at);
        if (rect_same(clip, move.at)) {
            mark.y += move.by;
            mark.hash = hash_at(mark.shape, mark.y);
            mark.reach = dragged;
            mark.text = mark.shorter = 0;
        } else if (!rect_holds(mark.solid, move.at)) {
            rects_add(rects, inside);
            rects_add(rects, dragged);
        }
        if (mark.reach.h > 0) {
            marks->at[kept++] = mark;
        }
    }
    marks->count = kept;
    Rect come = move.at; /* into sight */
    come.y += move.by < 0 ? come.h + move.by : 0;
    come.h = abs(move.by);
    rects_add(rects, come);
}

int damage_find(Damage *damage, const Op *ops, int count, const Theme *theme, Rect out[DAMAGE_MOST],
                Move *move) {
    if (move != NULL) {
        *move = (Move){0};
    }
    Marks swap = damage->before;
    damage->before = damage->now;
    damage->now = swap;
    damage->now.count = 0;
    for (int i = 0; i < count; i++) {
        Rect reach = rect_meet(op_reach(&ops[i]), damage->screen);
        if (reach.w > 0 && reach.h > 0) {
            mark_op(marks_add(&damage->now), &ops[i], reach);
        }
    }
    uint64_t colours = hash_bytes(0, theme->colours, sizeof theme->colours);
    bool all = damage->all || colours != damage->theme;
    damage->theme = colours;
    damage->all = false;
    if (all) {
        out[0] = damage->screen;
        return 1;
    }
    Rects rects = {out, 0};
    if (move != NULL) {
        *move = move_find(&damage->before, &damage->now, damage->screen);
        marks_move(&damage->before, *move, damage->screen, &rects);
    }
    marks_compare(&damage->before, &damage->now, &rects);
    return rects.count;
}
