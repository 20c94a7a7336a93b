/* Owns one hash for each cell of the screen, of this frame and of the last. Knows nothing of nodes
 * or pixels; never keeps a text. */
#include "ui/damage.h"

#include "ui/hash.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { CELL_PX = 32 };

struct Damage {
    int w, h, across, down;
    bool all;
    uint64_t theme;
    uint64_t *now, *before; /* across * down each, in one block that starts at block */
    uint64_t *block;
};

Damage *damage_new(int w, int h) {
    assert(w > 0 && h > 0);
    Damage *damage = calloc(1, sizeof *damage);
    if (damage == NULL) {
        abort();
    }
    damage->w = w;
    damage->h = h;
    damage->across = (w + CELL_PX - 1) / CELL_PX;
    damage->down = (h + CELL_PX - 1) / CELL_PX;
    size_t cells = (size_t)damage->across * (size_t)damage->down;
    damage->block = calloc(2 * cells, sizeof(uint64_t));
    if (damage->block == NULL) {
        abort();
    }
    damage->now = damage->block;
    damage->before = damage->block + cells;
    damage->all = true;
    return damage;
}

void damage_free(Damage *damage) {
    if (damage != NULL) {
        free(damage->block);
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

static uint64_t op_hash(const Op *op) {
    uint64_t hash = hash_rect(hash_rect((uint64_t)op->kind + 1, op->at), op->clip);
    hash = hash_colour(hash, op->colour);
    switch (op->kind) {
    case OP_BOX:
        hash = hash_pair(hash, op->as.box.radius, op->as.box.stroke);
        return hash_number(hash, op->as.box.corners);
    case OP_TEXT:
        hash = hash_pair(hash, op->as.text.font.face, op->as.text.font.px);
        hash = hash_colour(hash_number(hash, (uint64_t)op->as.text.baseline), op->as.text.ground);
        return hash_bytes(hash, op->as.text.text, (size_t)op->as.text.len);
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

static void op_add(Damage *damage, const Op *op) {
    Rect reach = rect_meet(op_reach(op), (Rect){0, 0, damage->w, damage->h});
    if (reach.w == 0 || reach.h == 0) {
        return;
    }
    uint64_t hash = op_hash(op);
    int last_x = (reach.x + reach.w - 1) / CELL_PX, last_y = (reach.y + reach.h - 1) / CELL_PX;
    for (int y = reach.y / CELL_PX; y <= last_y; y++) {
        uint64_t *cell = damage->now + y * damage->across;
        for (int x = reach.x / CELL_PX; x <= last_x; x++) {
            cell[x] = hash_number(cell[x], hash);
        }
    }
}

static Rect rect_join(Rect a, Rect b) {
    int x0 = a.x < b.x ? a.x : b.x, y0 = a.y < b.y ? a.y : b.y;
    int x1 = a.x + a.w > b.x + b.w ? a.x + a.w : b.x + b.w;
    int y1 = a.y + a.h > b.y + b.h ? a.y + a.h : b.y + b.h;
    return (Rect){x0, y0, x1 - x0, y1 - y0};
}

/* Adds a rectangle: to the one above of the same width, as a new one, or, when there is no more
 * room, to the one that grows least by it. */
static int rects_add(Rect *rects, int count, Rect more) {
    int best = 0;
    int64_t least = INT64_MAX;
    for (int i = 0; i < count; i++) {
        Rect *rect = &rects[i];
        if (rect->x == more.x && rect->w == more.w && rect->y + rect->h == more.y) {
            rect->h += more.h;
            return count;
        }
        Rect joined = rect_join(*rect, more);
        int64_t growth = (int64_t)joined.w * joined.h - (int64_t)rect->w * rect->h;
        if (growth < least) {
            least = growth;
            best = i;
        }
    }
    if (count < DAMAGE_MOST) {
        rects[count] = more;
        return count + 1;
    }
    rects[best] = rect_join(rects[best], more);
    return count;
}

/* The dirty cells of a row as runs. */
static int row_collect(const Damage *damage, int y, Rect *rects, int count) {
    const uint64_t *now = damage->now + y * damage->across;
    const uint64_t *before = damage->before + y * damage->across;
    Rect screen = {0, 0, damage->w, damage->h};
    for (int x = 0; x < damage->across; x++) {
        int from = x;
        while (x < damage->across && now[x] != before[x]) {
            x++;
        }
        if (x > from) {
            Rect run = {from * CELL_PX, y * CELL_PX, (x - from) * CELL_PX, CELL_PX};
            count = rects_add(rects, count, rect_meet(run, screen));
        }
    }
    return count;
}

int damage_find(Damage *damage, const Op *ops, int count, const Theme *theme,
                Rect out[DAMAGE_MOST]) {
    uint64_t *swap = damage->before;
    damage->before = damage->now;
    damage->now = swap;
    memset(damage->now, 0, (size_t)damage->across * (size_t)damage->down * sizeof *damage->now);
    for (int i = 0; i < count; i++) {
        op_add(damage, &ops[i]);
    }
    uint64_t colours = hash_bytes(0, theme->colours, sizeof theme->colours);
    bool all = damage->all || colours != damage->theme;
    damage->theme = colours;
    damage->all = false;
    if (all) {
        out[0] = (Rect){0, 0, damage->w, damage->h};
        return 1;
    }
    int found = 0;
    for (int y = 0; y < damage->down; y++) {
        found = row_collect(damage, y, out, found);
    }
    return found;
}
