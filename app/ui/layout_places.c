/* Where the children of a box go and how high they get to be. */
#include "ui/layout_inner.h"

#include <assert.h>

static int aligned(Align align, int room, int size) {
    return align == ALIGN_CENTRE ? (room - size) / 2 : align == ALIGN_END ? room - size : 0;
}

static int cross_height(const Ui *ui, const Node *parent, const Node *child, int room) {
    const Size *h = &child->box.h;
    if (h->kind == SIZE_SHARE) {
        return (int)((float)room * h->n);
    }
    bool stretch =
        h->kind == SIZE_GROW ||
        (h->kind == SIZE_AUTO && parent->box.align == ALIGN_STRETCH && child->kind != KIND_TEXT);
    return stretch ? limited(ui, h, room) : child->best_h;
}

static void place_row(Ui *ui, Node *node, Rect in, int gap) {
    int used = 0, count = 0;
    EACH_CHILD(ui, node, i) {
        used += ui->nodes[i].at.w;
        count++;
    }
    used += count > 1 ? (count - 1) * gap : 0;
    int spare = in.w - used, x = in.x;
    if (node->box.justify == JUSTIFY_CENTRE) {
        x += spare / 2;
    } else if (node->box.justify == JUSTIFY_END) {
        x += spare;
    } else if (node->box.justify == JUSTIFY_BETWEEN && count > 1 && spare > 0) {
        gap += spare / (count - 1);
    }
    EACH_CHILD(ui, node, i) {
        Node *child = &ui->nodes[i];
        child->at.h = cross_height(ui, node, child, in.h);
        Align align = child->kind == KIND_TEXT && node->box.align == ALIGN_STRETCH
                          ? ALIGN_START
                          : node->box.align;
        child->at.x = x;
        child->at.y = in.y + aligned(align, in.h, child->at.h);
        x += child->at.w + gap;
    }
}

typedef struct Sharing {
    int room;               /* for those who still share */
    float weights;          /* theirs */
    bool has[UI_NODES / 8]; /* by place: it has its height for good */
} Sharing;

static int share_of(const Sharing *sharing, const Node *child) {
    float share = (float)sharing->room * child->box.h.n / sharing->weights;
    return sharing->room > 0 ? (int)share : 0;
}

/* What a child makes of its share: never less than it needs nor more than it may have. */
static int kept_share(const Ui *ui, const Node *child, int share) {
    return largest(limited(ui, &child->box.h, share), child->best_h);
}

/* One round. Those that need more than their share have it for good; or, where more is given back
 * than that takes, those that may not have all of theirs. False when everyone is content. */
static bool share_round(Ui *ui, Node *node, Sharing *sharing) {
    Sharing next = *sharing;
    int taken = 0, place = 0;
    bool again = false;
    EACH_CHILD(ui, node, i) {
        Node *child = &ui->nodes[i];
        if (!sharing->has[place++]) {
            int share = share_of(sharing, child);
            child->at.h = kept_share(ui, child, share);
            taken += child->at.h - share;
        }
    }
    place = 0;
    EACH_CHILD(ui, node, i) {
        const Node *child = &ui->nodes[i];
        int more = sharing->has[place] ? 0 : child->at.h - share_of(sharing, child);
        if (taken >= 0 ? more > 0 : more < 0) {
            next.has[place] = again = true;
            next.room -= child->at.h;
            next.weights -= child->box.h.n;
        }
        place++;
    }
    *sharing = next;
    return again;
}

/* Growing children share what the others leave. Returns the room that nobody took. */
static int share_column(Ui *ui, Node *node, int room, int gap) {
    Sharing sharing = {.room = room};
    int place = 0;
    EACH_CHILD(ui, node, i) {
        Node *child = &ui->nodes[i];
        const Size *h = &child->box.h;
        assert(place < (int)(sizeof sharing.has / sizeof sharing.has[0]));
        child->at.h = h->kind == SIZE_SHARE ? (int)((float)sharing.room * h->n) : child->best_h;
        sharing.room -= place > 0 ? gap : 0;
        if (h->kind == SIZE_GROW) {
            sharing.weights += h->n;
        } else {
            sharing.room -= child->at.h;
            sharing.has[place] = true;
        }
        place++;
    }
    while (sharing.weights > 0 && share_round(ui, node, &sharing)) {
    }
    return sharing.weights > 0 && sharing.room > 0 ? 0 : sharing.room;
}

static void place_column(Ui *ui, Node *node, Rect in, int gap) {
    int count = count_children(ui, node);
    int spare = share_column(ui, node, in.h, gap);
    int y = in.y;
    if (spare > 0) {
        y += node->box.justify == JUSTIFY_CENTRE ? spare / 2
             : node->box.justify == JUSTIFY_END  ? spare
                                                 : 0;
        gap += node->box.justify == JUSTIFY_BETWEEN && count > 1 ? spare / (count - 1) : 0;
    }
    if (node->box.clip && spare < 0) {
        y += spare; /* what does not fit goes off at the top: the end of a text is being typed */
    }
    EACH_CHILD(ui, node, i) {
        Node *child = &ui->nodes[i];
        child->at.x = in.x + aligned(node->box.align, in.w, child->at.w);
        child->at.y = y;
        y += child->at.h + gap;
    }
}

static void place_stack(Ui *ui, Node *node, Rect in) {
    EACH_CHILD(ui, node, i) {
        Node *child = &ui->nodes[i];
        child->at.h = cross_height(ui, node, child, in.h);
        child->at.x = in.x + aligned(node->box.align, in.w, child->at.w);
        child->at.y = in.y + aligned(node->box.align, in.h, child->at.h);
    }
}

static void place_grid(Ui *ui, Node *node, Rect in, int gap) {
    int columns = node->box.columns, rows = 0, column = 0;
    EACH_CHILD(ui, node, i) {
        rows += column == 0;
        column = (column + 1) % columns;
    }
    int spare = in.h - layout_grid_height(ui, node, gap);
    int extra = node->box.h.kind == SIZE_GROW && rows > 0 && spare > 0 ? spare / rows : 0;
    int cell = (in.w - (columns - 1) * gap) / columns, y = in.y;
    int i = room_taker(ui, node->first);
    while (i >= 0) {
        int row_h = 0, c = 0;
        for (int j = i; j >= 0 && c < columns; j = room_taker(ui, ui->nodes[j].next), c++) {
            row_h = largest(row_h, ui->nodes[j].best_h);
        }
        row_h += extra;
        for (c = 0; i >= 0 && c < columns; i = room_taker(ui, ui->nodes[i].next), c++) {
            Node *child = &ui->nodes[i];
            child->at.x = in.x + c * (cell + gap);
            child->at.y = y;
            child->at.h = row_h;
        }
        y += row_h + gap;
    }
}

static void place_in_flow(Node *child, int x, int y, int row_h) {
    child->at.x = x;
    child->at.y = y;
    child->at.h = child->best_h < row_h ? child->best_h : row_h;
}

/* Keeps what a scroll box remembers; asks for one more declaration when it begins or ends to need
 * a 'More below'. */
static void settle_scroll(Ui *ui, Node *node) {
    Scroll *free_slot = NULL, *scroll = NULL;
    for (int i = 0; i < UI_SCROLLS && !scroll; i++) {
        if (ui->scrolls[i].id == node->id) {
            scroll = &ui->scrolls[i];
        } else if (!ui->scrolls[i].id && !free_slot) {
            free_slot = &ui->scrolls[i];
        }
    }
    if (!scroll) {
        assert(free_slot);
        scroll = free_slot;
        *scroll = (Scroll){.id = node->id};
    }
    bool needed = scroll->content > scroll->height, needs = node->content_h > node->at.h;
    bool resized = scroll->height != node->at.h;
    scroll->height = node->at.h;
    scroll->content = node->content_h;
    scroll->line = look_line(&ui->look, STYLE_BODY);
    int most = largest(0, scroll->content - scroll->height);
    if (scroll->offset > most) {
        scroll->offset = most;
        ui->settled = false;
    }
    if (needed != needs || (resized && needs)) {
        ui->settled = false;
    }
    node->scrolled = scroll->offset;
}

void layout_places(Ui *ui, Node *node) {
    Inner gaps = inner(ui, node);
    Rect in = {node->at.x + gaps.l, node->at.y + gaps.t, node->at.w - gaps.l - gaps.r,
               node->at.h - gaps.t - gaps.b};
    if (node->box.scroll) {
        settle_scroll(ui, node);
        in.y -= node->scrolled;
        in.h = largest(in.h, node->content_h - gaps.t - gaps.b);
    }
    switch (node->box.axis) {
    case ROW:
        place_row(ui, node, in, gaps.gap);
        break;
    case COLUMN:
        place_column(ui, node, in, gaps.gap);
        break;
    case STACK:
        place_stack(ui, node, in);
        break;
    case GRID:
        place_grid(ui, node, in, gaps.gap);
        break;
    case FLOW:
        layout_flow(ui, node, in.w, place_in_flow);
        EACH_CHILD(ui, node, i) {
            ui->nodes[i].at.x += in.x;
            ui->nodes[i].at.y += in.y;
        }
        break;
    }
    bool clips = node->box.scroll || node->box.clip;
    for (int i = node->first; i >= 0; i = ui->nodes[i].next) {
        ui->nodes[i].clip = clips ? rect_meet(node->clip, node->at) : node->clip;
    }
}
