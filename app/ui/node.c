/* Declaring nodes and keeping the little that survives frames. */
#include "ui/node.h"
#include "ui/reading.h"
#include "ui/wrapped.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const node_role_names[] = {"group",  "text", "heading", "image",    "button",
                                       "choice", "key",  "field",   "progress", NULL};

void ui_init(Ui *ui, const Look *look, Fonts fonts) {
    *ui = (Ui){.look = *look, .fonts = fonts};
    ui->wrapped = wrapped_new();
    ui->nodes = calloc(UI_NODES, sizeof *ui->nodes);
    ui->ops = calloc(UI_OPS, sizeof *ui->ops);
    if (!ui->nodes || !ui->ops) {
        abort();
    }
}

void ui_done(Ui *ui) {
    free(ui->nodes);
    free(ui->ops);
    wrapped_free(ui->wrapped);
    arena_done(&ui->arena);
    *ui = (Ui){0};
}

void ui_forget(Ui *ui) {
    memset(ui->scrolls, 0, sizeof ui->scrolls);
    memset(&ui->touch, 0, sizeof ui->touch);
    ui->pressed = ui->focus = ui->last_tapped = 0;
    ui->focus_shown = ui->pressed_inside = false;
    ui->reading = 0;
    ui->reads = (Spoken){0};
    ui->count = ui->op_count = 0;
    explicit_bzero(ui->nodes, UI_NODES * sizeof *ui->nodes);
    explicit_bzero(ui->ops, UI_OPS * sizeof *ui->ops);
    wrapped_forget(ui->wrapped);
    arena_done(&ui->arena);
}

void ui_begin(Ui *ui, int64_t now_ms) {
    arena_reset(&ui->arena);
    ui->now_ms = now_ms;
    ui->count = ui->depth = 0;
    ui->op_count = 0;
    memset(ui->ids, 0, sizeof ui->ids);
}

void ui_end(Ui *ui) {
    assert(ui->depth == 0);
    ui_layout(ui);
    ui->reads = (Spoken){0};
    if (ui->reading > 0) {
        reading_at(ui, ui->reading - 1, &ui->reads);
    }
    ui_paint(ui);
}

uint32_t ui_hash(const char *text) {
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (const char *c = text; *c; c++) {
        hash = (hash ^ (unsigned char)*c) * 16777619u;
    }
    return hash ? hash : 1;
}

static Node *add_node(Ui *ui, NodeKind kind) {
    assert(ui->count < UI_NODES);
    int index = ui->count++;
    Node *node = &ui->nodes[index];
    *node = (Node){.kind = kind, .parent = -1, .first = -1, .last = -1, .next = -1};
    if (ui->depth > 0) {
        node->parent = ui->open[ui->depth - 1];
        Node *parent = &ui->nodes[node->parent];
        if (parent->last >= 0) {
            ui->nodes[parent->last].next = index;
        } else {
            parent->first = index;
        }
        parent->last = index;
    }
    return node;
}

/* False when a node has this id already. Most are known to be new without a look at the others. */
static bool id_claim(Ui *ui, uint32_t id) {
    enum { BITS = 64, WORDS = sizeof ui->ids / sizeof ui->ids[0] };
    uint64_t *word = &ui->ids[id / BITS % WORDS], bit = UINT64_C(1) << id % BITS;
    bool seen = *word & bit;
    *word |= bit;
    return !seen || !ui_find(ui, id);
}

/* Controls are known by their name and argument; the same pair again gets another number, so that
 * two rows that say 'Yes' are two. */
static uint32_t control_id(Ui *ui, const Box *box) {
    uint32_t id = ui_hash(box->id ? box->id : box->label ? box->label : "");
    if (!box->id) {
        id = (id ^ (uint32_t)(box->arg + 1)) * 16777619u;
    }
    while (id == 0 || !id_claim(ui, id)) {
        id = id * 16777619u + 1;
    }
    return id;
}

Node *ui_open(Ui *ui, const Box *box) {
    Node *node = add_node(ui, KIND_BOX);
    node->box = *box;
    if (box->id || box->tap || box->hold || box->scroll) {
        node->id = control_id(ui, box);
    }
    assert(ui->depth < (int)(sizeof ui->open / sizeof ui->open[0]));
    ui->open[ui->depth++] = (int)(node - ui->nodes);
    return node;
}

void ui_close(Ui *ui) {
    assert(ui->depth > 0);
    ui->depth--;
}

Node *ui_text(Ui *ui, const Text *text) {
    Node *node = add_node(ui, KIND_TEXT);
    node->text = *text;
    node->box.w = text->w;
    node->box.role = text->role;
    node->box.say = text->say;
    if (text->id) {
        node->id = ui_hash(text->id);
        id_claim(ui, node->id);
    }
    if (!text->runs) {
        Run *run = arena_take(&ui->arena, sizeof *run);
        *run = (Run){.text = text->text ? text->text : "", .bold = text->bold};
        node->text.runs = run;
        node->text.run_count = 1;
    } else {
        Run *copy = arena_take(&ui->arena, sizeof *copy * (size_t)text->run_count);
        memcpy(copy, text->runs, sizeof *copy * (size_t)text->run_count);
        node->text.runs = copy;
    }
    if (node->text.ink == ROLE_NONE) {
        node->text.ink = ROLE_INK;
    }
    return node;
}

Node *ui_icon(Ui *ui, const char *name, float size, Role ink) {
    Node *node = add_node(ui, KIND_ICON);
    node->name = name;
    node->ink = ink;
    node->box.w = node->box.h = FIXED(size);
    return node;
}

Node *ui_sign(Ui *ui, const char *name, float size, Role ink) {
    return ui_icon(ui, name, size * look_beside(&ui->look), ink);
}

Node *ui_picture(Ui *ui, const char *name, Size w, Size h, uint8_t corners, float radius) {
    Node *node = add_node(ui, KIND_PICTURE);
    node->name = name;
    node->box = (Box){.w = w, .h = h, .corners = corners, .radius = radius, .role = NODE_GROUP};
    return node;
}

void ui_gap(Ui *ui, float u) {
    Node *node = add_node(ui, KIND_BOX);
    node->box.w = node->box.h = FIXED(u);
}

void ui_space(Ui *ui) {
    Node *node = add_node(ui, KIND_BOX);
    node->box.w = node->box.h = GROW;
}

void ui_thread(Ui *ui, const char *from, const char *to, bool knots) {
    Node *node = add_node(ui, KIND_THREAD);
    node->from = from;
    node->to = to;
    node->knots = knots;
    node->height = 0.5f;
    node->floating = true;
}

void ui_thread_at(Ui *ui, const char *from, const char *to, float height) {
    ui_thread(ui, from, to, false);
    ui->nodes[ui->count - 1].height = height;
}

char *ui_print(Ui *ui, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    char shown[64]; /* most are shorter: printed once */
    int len = vsnprintf(shown, sizeof shown, format, args);
    va_end(args);
    char *text = arena_text(&ui->arena, (size_t)len + 1);
    if ((size_t)len < sizeof shown) {
        memcpy(text, shown, (size_t)len + 1);
    } else {
        vsnprintf(text, (size_t)len + 1, format, again);
    }
    va_end(again);
    explicit_bzero(shown, sizeof shown);
    return text;
}

Scroll *ui_scroll(Ui *ui, const char *id) {
    uint32_t hash = ui_hash(id);
    for (int i = 0; i < UI_SCROLLS; i++) {
        if (ui->scrolls[i].id == hash) {
            return &ui->scrolls[i];
        }
    }
    return NULL;
}

bool ui_has_more_below(Ui *ui, const char *id) {
    const Scroll *scroll = ui_scroll(ui, id);
    return scroll && scroll->offset + scroll->height < scroll->content;
}

bool ui_has_more_above(Ui *ui, const char *id) {
    const Scroll *scroll = ui_scroll(ui, id);
    return scroll && scroll->offset > 0;
}

void ui_page(Ui *ui, const char *id, int direction) {
    Scroll *scroll = ui_scroll(ui, id);
    if (!scroll) {
        return;
    }
    int whole = scroll->shown - scroll->offset, least = scroll->height / 2;
    int step = direction > 0 && whole >= least ? whole : scroll->height - scroll->line;
    scroll->offset += direction * (step > scroll->line ? step : scroll->line);
    int most = scroll->content - scroll->height;
    scroll->offset = scroll->offset > most ? most : scroll->offset;
    scroll->offset = scroll->offset < 0 ? 0 : scroll->offset;
}

Node *ui_find(Ui *ui, uint32_t id) {
    for (int i = 0; i < ui->count && id; i++) {
        if (ui->nodes[i].id == id) {
            return &ui->nodes[i];
        }
    }
    return NULL;
}

Node *ui_find_named(Ui *ui, const char *id) {
    return ui_find(ui, ui_hash(id));
}

const Theme *node_theme(const Ui *ui, const Node *node) {
    while (!node->box.theme && node->parent >= 0) {
        node = &ui->nodes[node->parent];
    }
    return node->box.theme ? node->box.theme : &themes[ui->look.theme];
}

bool node_acts(const Node *node) {
    return (node->box.tap || node->box.hold) && !node->box.disabled;
}
