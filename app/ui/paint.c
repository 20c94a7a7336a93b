/* From laid out nodes to drawing commands, in declaration order.
 *
 * Order for a control: edge, stroke, face, content; focus ring last of all, so that neighbours
 * cannot cover it. A pressed control drops onto its edge. */
#include "base/utf8.h"
#include "ui/reading.h"

#include <assert.h>
#include <limits.h>
#include <math.h>
#include <string.h>

static const float thread_w = 0.95f, knot_r = 1.25f, knot_w = 0.75f; /* u */
static const float focus_gap = 0.9f, focus_w = 0.8f, focus_radius = 1.4f;
static const float underline_below = 0.2f; /* em */
static const float underline_h = 0.6f;
static const float slot_radius = 1.2f, slot_pad = 1.6f, slot_stroke = 0.2f, slot_now_stroke = 0.4f;
static const float outline_w = 0.34f;
/* u about what is read: at the ends of lines, between words, and below it. */
static const float mark_out = 1.7f, mark_in = 0.5f, mark_bar = 0.5f;

typedef struct Painter {
    Ui *ui;
    const Theme *theme;            /* of what is being painted */
    const Theme *inside[UI_NODES]; /* of each node's content */
    int shift[UI_NODES];           /* px down, of each node's content */
    Role ground[UI_NODES];         /* what lies behind each node's content */
} Painter;

static Painter painter; /* too large for the stack; one interface paints at a time */

static Colour colour(const Painter *p, Role role) {
    return p->theme->colours[role];
}

static Op *add_op(Painter *p, OpKind kind, Rect at, Rect clip, Role role) {
    assert(p->ui->op_count < UI_OPS);
    Op *op = &p->ui->ops[p->ui->op_count++];
    memset(op, 0, sizeof *op); /* padding too: damage hashes the bytes of an op */
    op->kind = kind;
    op->at = at;
    op->clip = clip;
    op->colour = colour(p, role);
    return op;
}

static void add_box(Painter *p, Rect at, Rect clip, Role role, int radius, int stroke,
                    uint8_t corners) {
    const uint8_t right = CORNER_TOP_RIGHT | CORNER_BOTTOM_RIGHT;
    if (at.w <= 0 || at.h <= 0 || role == ROLE_NONE) {
        return;
    }
    if (corners && !(corners & right) && at.w < 2 * radius) {
        clip = rect_meet(clip, at); /* the left of a wider box: round as what it lies in */
        at.w = 2 * radius;
    }
    int most = (at.w < at.h ? at.w : at.h) / 2;
    Op *op = add_op(p, OP_BOX, at, clip, role);
    op->as.box.radius = radius < most ? radius : most;
    op->as.box.stroke = stroke;
    op->as.box.corners = corners ? corners : CORNERS_ALL;
}

/* In high contrast every tint is the ground's colour: an outline in its text colour stands in. */
static Role tint_outline(const Painter *p, Role face) {
    if (p->theme != &themes[THEME_CONTRAST]) {
        return ROLE_NONE;
    }
    static const struct {
        Role tint, outline;
    } pairs[] = {{ROLE_HOPE_TINT, ROLE_HOPE},       {ROLE_HARD_TINT, ROLE_HARD},
                 {ROLE_OUTCOME_TINT, ROLE_OUTCOME}, {ROLE_HELP_TINT, ROLE_HELP},
                 {ROLE_MET_TINT, ROLE_MET},         {ROLE_NOTYET_TINT, ROLE_NOTYET},
                 {ROLE_DECIDE_TINT, ROLE_DECIDE},   {ROLE_SUNKEN, ROLE_STROKE}};
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        if (pairs[i].tint == face) {
            return pairs[i].outline;
        }
    }
    return ROLE_NONE;
}

/* What the face of a control becomes under a finger. A key is tinted: most of a keyboard is sunken
 * as it is. */
static Role pressed_face(const Box *box) {
    if (box->face == ROLE_PRIMARY) {
        return ROLE_PRIMARY_EDGE;
    }
    bool keeps = box->face == ROLE_NONE || box->face == ROLE_COVER || box->face == ROLE_ON_COVER;
    return keeps ? box->face : box->role == NODE_KEY ? ROLE_PRIMARY_TINT : ROLE_SUNKEN;
}

/* A press may put a filled face in the place of a pale one, or the other way round: letters stay
 * readable on what they stand on. */
static Role ink_on(Role ground, Role ink) {
    if (ground == ROLE_PRIMARY_TINT && ink == ROLE_INK) {
        return ROLE_SEL_INK;
    }
    return ground == ROLE_SUNKEN && ink == ROLE_SEL_INK ? ROLE_INK : ink;
}

static void paint_box(Painter *p, int index) {
    Ui *ui = p->ui;
    const Node *node = &ui->nodes[index];
    const Box *box = &node->box;
    bool pressed = node->id && node->id == ui->pressed && ui->pressed_inside;
    int radius = look_px(&ui->look, box->radius), edge = look_px(&ui->look, box->edge_h);
    int stroke = look_px(&ui->look, box->stroke_w);
    Role face = box->face, stroke_role = box->stroke;
    Rect at = node->at;
    at.y += p->shift[index];
    if (box->stroke == ROLE_NONE && tint_outline(p, face) != ROLE_NONE) {
        stroke_role = tint_outline(p, face);
        stroke = look_px(&ui->look, outline_w);
    }
    if (pressed) {
        at.y += edge;
        p->shift[index] += edge;
        face = pressed_face(box);
    } else if (box->edge != ROLE_NONE && edge > 0) {
        Rect below = at;
        below.y += edge;
        add_box(p, below, node->clip, box->edge, radius, 0, box->corners);
    }
    if (stroke_role != ROLE_NONE && stroke_role != face && stroke > 0) {
        if (face == ROLE_NONE) {
            add_box(p, at, node->clip, stroke_role, radius, stroke, box->corners);
        } else {
            add_box(p, at, node->clip, stroke_role, radius, 0, box->corners);
            add_box(p, rect_inset(at, stroke), node->clip, face,
                    radius > stroke ? radius - stroke : 0, 0, box->corners);
        }
    } else {
        add_box(p, at, node->clip, face, radius, 0, box->corners);
    }
    if (face != ROLE_NONE) {
        p->ground[index] = face;
    }
}

static void paint_slot(Painter *p, const Node *node, const Run *run, Rect at) {
    Ui *ui = p->ui;
    bool now = run->deco == DECO_SLOT_NOW;
    int radius = look_px(&ui->look, slot_radius);
    int stroke = look_px(&ui->look, now ? slot_now_stroke : slot_stroke);
    add_box(p, at, node->clip, now ? ROLE_THREAD : ROLE_LINE, radius, 0, 0);
    add_box(p, rect_inset(at, stroke), node->clip, now ? ROLE_HOPE_TINT : ROLE_SUNKEN,
            radius - stroke, 0, 0);
}

static void paint_piece(Painter *p, int index, const Piece *piece, Rect line, int baseline,
                        bool ellipsis, bool read) {
    Ui *ui = p->ui;
    const Node *node = &ui->nodes[index];
    const Text *text = &node->text;
    const Run *run = &text->runs[piece->run];
    bool slot = run->deco == DECO_SLOT || run->deco == DECO_SLOT_NOW;
    Role ink = run->ink ? run->ink : text->ink, ground = p->ground[index];
    Rect at = {line.x + piece->x, line.y, piece->w, line.h};
    if (slot) {
        int spare = look_px(&ui->look, 0.5f);
        Rect pill = {at.x, at.y + spare, at.w, at.h - 2 * spare};
        paint_slot(p, node, run, pill);
        at.x += look_px(&ui->look, slot_pad);
        at.w -= 2 * look_px(&ui->look, slot_pad);
        ink = run->deco == DECO_SLOT_NOW ? ROLE_HOPE : ROLE_MUTED;
        ground = run->deco == DECO_SLOT_NOW ? ROLE_HOPE_TINT : ROLE_SUNKEN;
    } else if (run->deco == DECO_MARK || read) {
        add_box(p, at, node->clip, read ? ROLE_NONE : ROLE_HIGHLIGHT, 0, 0, 0);
        ink = ROLE_HIGHLIGHT_INK;
        ground = ROLE_HIGHLIGHT;
    }
    Font font = look_font_in(&ui->look, text->letters, slot ? STYLE_SMALL : text->style,
                             run->bold || text->bold);
    at.w += font.px; /* what hangs over: an ellipsis, an italic end, rounding of words */
    Op *op = add_op(p, OP_TEXT, at, node->clip, ink_on(ground, ink));
    const char *shown = run->text + piece->from;
    int len = piece->len;
    if (ellipsis) {
        shown = ui_print(ui, "%.*s…", piece->len, shown);
        len = (int)strlen(shown);
    }
    op->as.text.text = shown;
    op->as.text.len = len;
    op->as.text.font = font;
    op->as.text.baseline = baseline;
    op->as.text.ground = colour(p, ground);
    if (run->deco == DECO_UNDERLINE) {
        int below = (int)lroundf(underline_below * (float)op->as.text.font.px);
        Rect under = {at.x, baseline + below, piece->w, look_px(&ui->look, underline_h)};
        add_box(p, under, node->clip, ROLE_THREAD, 0, 0, 0);
    }
}

/* The line that a piece is on: its own left edge by alignment. */
static int line_left(const Node *node, int line) {
    int w = 0;
    for (int i = 0; i < node->piece_count; i++) {
        if (node->pieces[i].line == line) {
            w = node->pieces[i].x + node->pieces[i].w;
        }
    }
    int spare = node->at.w - w;
    return node->text.align == ALIGN_CENTRE ? spare / 2 : node->text.align == ALIGN_END ? spare : 0;
}

/* The ground of what is read reaches out of the line at its ends, and a bar lies below it. */
static void paint_mark(Painter *p, int index, const Piece *part, Rect line, bool begins,
                       bool ends) {
    Ui *ui = p->ui;
    int out = look_px(&ui->look, mark_out), bar = look_px(&ui->look, mark_bar);
    Rect clip = p->ui->nodes[index].clip, at = {line.x + part->x, line.y, part->w, line.h};
    int left = begins ? out : look_px(&ui->look, mark_in),
        right = ends ? out : look_px(&ui->look, mark_in);
    at.x -= left;
    at.w += left + right;
    clip.x -= out;
    clip.w += out + bar; /* at the right stands the bar of a long page */
    Rect below = {at.x, at.y + at.h - bar, at.w, bar};
    add_box(p, at, clip, ROLE_HIGHLIGHT, 0, 0, 0);
    add_box(p, below, clip, ROLE_HIGHLIGHT_BAR, 0, 0, 0);
}

static Rect line_of(const Ui *ui, const Node *node, const Piece *piece, int top) {
    int height = look_line(&ui->look, node->text.style);
    return (Rect){node->at.x + line_left(node, piece->line), top + piece->line * height, node->at.w,
                  height};
}

/* All of the ground first: letters reach out of their lines. */
static void paint_marks(Painter *p, int index, int from, int end, int top) {
    const Node *node = &p->ui->nodes[index];
    for (int i = 0; i < node->piece_count && node->pieces[i].line < node->line_count; i++) {
        const Piece *piece = &node->pieces[i], *next = piece + 1;
        Piece part = reading_part(p->ui, node, piece, from, end);
        bool first = i == 0 || piece[-1].line != piece->line;
        bool last = i + 1 == node->piece_count || next->line != piece->line;
        if (part.len > 0) {
            paint_mark(p, index, &part, line_of(p->ui, node, piece, top),
                       first && part.from == piece->from,
                       last && part.from + part.len == piece->from + piece->len);
        }
    }
}

static void paint_text(Painter *p, int index) {
    Ui *ui = p->ui;
    const Node *node = &ui->nodes[index];
    int base = look_baseline(&ui->look, node->text.style);
    int top = node->at.y + p->shift[index], from = 0, end = 0;
    bool read = reading_marks(ui, index, &from, &end);
    if (read) {
        paint_marks(p, index, from, end, top);
    }
    for (int i = 0; i < node->piece_count; i++) {
        const Piece *piece = &node->pieces[i];
        if (piece->line >= node->line_count) {
            break;
        }
        bool cut = i + 1 < node->piece_count && node->pieces[i + 1].line >= node->line_count;
        Rect line = line_of(ui, node, piece, top);
        Piece part = read ? reading_part(ui, node, piece, from, end) : (Piece){0};
        if (part.len == 0) {
            paint_piece(p, index, piece, line, line.y + base, cut, false);
            continue;
        }
        Piece before = reading_part(ui, node, piece, 0, from),
              behind = reading_part(ui, node, piece, end, INT_MAX);
        if (before.len > 0) {
            paint_piece(p, index, &before, line, line.y + base, false, false);
        }
        paint_piece(p, index, &part, line, line.y + base, cut && behind.len == 0, true);
        if (behind.len > 0) {
            paint_piece(p, index, &behind, line, line.y + base, cut, false);
        }
    }
    if (node->text.caret > 0) {
        Rect caret = text_caret(ui, node);
        caret.x += node->at.x;
        caret.y += top;
        add_box(p, caret, node->clip, ROLE_PRIMARY, 0, 0, 0);
    }
}

/* Where in a long box one is: a bar in the margin beside it, so that it takes no room. */
static void paint_track(Painter *p, const Node *node) {
    const float gap = 0.7f, width = 3, stroke = 0.2f;
    Ui *ui = p->ui;
    if (!node->box.scroll || node->content_h <= node->at.h || node->at.h <= 0) {
        return;
    }
    Rect screen = {0, 0, ui->look.panel.w, ui->look.panel.h};
    Rect track = {node->at.x + node->at.w + look_px(&ui->look, gap), node->at.y,
                  look_px(&ui->look, width), node->at.h};
    int radius = track.w / 2, line = look_px(&ui->look, stroke);
    add_box(p, track, screen, ROLE_STROKE, radius, 0, 0);
    add_box(p, rect_inset(track, line), screen, ROLE_SUNKEN, radius - line, 0, 0);
    Rect thumb = track;
    thumb.y += (int)((int64_t)track.h * node->scrolled / node->content_h);
    thumb.h = (int)((int64_t)track.h * node->at.h / node->content_h);
    add_box(p, thumb, screen, ROLE_STROKE, radius, 0, 0);
}

static Rect knot_rect(const Ui *ui, float x, float y) {
    int r = look_px(&ui->look, knot_r) + look_px(&ui->look, knot_w) / 2;
    return (Rect){(int)lroundf(x) - r, (int)lroundf(y) - r, 2 * r, 2 * r};
}

static void paint_knot(Painter *p, const Node *node, float x, float y) {
    Rect at = knot_rect(p->ui, x, y);
    add_box(p, at, node->clip, ROLE_THREAD, at.w / 2, 0, 0);
    at = rect_inset(at, look_px(&p->ui->look, knot_w));
    add_box(p, at, node->clip, ROLE_BG, at.w / 2, 0, 0);
}

typedef struct Ends {
    float x0, y0, x1, y1;
    bool down; /* from top to bottom rather than from left to right */
} Ends;

/* A thread to what waits for the next page would lead nowhere. */
static bool shows(const Node *node) {
    Rect seen = node ? rect_meet(node->at, node->clip) : (Rect){0, 0, 0, 0};
    return seen.w > 0 && seen.h > 0;
}

static bool thread_ends(Ui *ui, const Node *node, Ends *ends) {
    const Node *from = node->from ? ui_find_named(ui, node->from) : NULL;
    const Node *to = node->to ? ui_find_named(ui, node->to) : NULL;
    bool hidden = (node->from && !shows(from)) || (node->to && !shows(to));
    if (hidden || (!from && !to)) {
        return false;
    }
    Rect a = from ? from->at : (Rect){0, to->at.y, 0, to->at.h};
    Rect b = to ? to->at : (Rect){ui->look.panel.w, from->at.y, 0, from->at.h};
    ends->down = b.y >= a.y + a.h && b.x < a.x + a.w;
    ends->x0 = (float)a.x + (ends->down ? (float)a.w / 2 : (float)a.w);
    ends->y0 = (float)a.y + (float)a.h * (ends->down ? 1 : node->height);
    ends->x1 = (float)b.x + (ends->down ? (float)b.w / 2 : 0);
    ends->y1 = (float)b.y + (float)b.h * (ends->down ? 0 : node->height);
    return true;
}

/* One that comes from the edge of the screen, or goes there, leaves the box it is declared in. */
static Rect thread_clip(const Ui *ui, const Node *node) {
    Rect clip = node->clip;
    if (!node->from || !node->to) {
        clip.x = 0;
        clip.w = ui->look.panel.w;
    }
    return clip;
}

static void paint_thread(Painter *p, const Node *node) {
    Ends e;
    if (!thread_ends(p->ui, node, &e)) {
        return;
    }
    float w = thread_w * p->ui->look.u, mid_x = (e.x0 + e.x1) / 2, mid_y = (e.y0 + e.y1) / 2;
    int room = (int)ceilf(w);
    int left = (int)floorf(fminf(e.x0, e.x1)) - room, top = (int)floorf(fminf(e.y0, e.y1)) - room;
    Rect bounds = {left, top, (int)ceilf(fmaxf(e.x0, e.x1)) + room - left,
                   (int)ceilf(fmaxf(e.y0, e.y1)) + room - top};
    Op *op = add_op(p, OP_CURVE, bounds, thread_clip(p->ui, node), ROLE_THREAD);
    op->as.curve.x0 = e.x0;
    op->as.curve.y0 = e.y0;
    op->as.curve.x1 = e.down ? e.x0 : mid_x;
    op->as.curve.y1 = e.down ? mid_y : e.y0;
    op->as.curve.x2 = e.down ? e.x1 : mid_x;
    op->as.curve.y2 = e.down ? mid_y : e.y1;
    op->as.curve.x3 = e.x1;
    op->as.curve.y3 = e.y1;
    op->as.curve.width = w;
}

static void paint_knots(Painter *p) {
    for (int i = 0; i < p->ui->count; i++) {
        const Node *node = &p->ui->nodes[i];
        Ends e;
        if (node->kind == KIND_THREAD && node->knots && thread_ends(p->ui, node, &e)) {
            paint_knot(p, node, e.x0, e.y0);
            paint_knot(p, node, e.x1, e.y1);
        }
    }
}

static void paint_focus(Painter *p) {
    Ui *ui = p->ui;
    const Node *node = ui->focus_shown ? ui_find(ui, ui->focus) : NULL;
    if (!node) {
        return;
    }
    Rect screen = {0, 0, ui->look.panel.w, ui->look.panel.h};
    int gap = look_px(&ui->look, focus_gap), width = look_px(&ui->look, focus_w);
    int radius = look_px(&ui->look, node->box.radius + focus_radius);
    Rect face = node->at;
    face.h += look_px(&ui->look, node->box.edge_h);
    int inner_radius = look_px(&ui->look, node->box.radius) + gap;
    add_box(p, rect_inset(face, -gap), screen, ROLE_FOCUS_GAP, inner_radius, gap, 0);
    add_box(p, rect_inset(face, -(gap + width)), screen, ROLE_FOCUS, radius, width, 0);
}

/* The letter above the finger that hides its key, close to it and larger than on it. */
static void paint_bubble(Painter *p) {
    const float bubble_w = 22, bubble_h = 16, gap = 0.3f, radius = 1.8f, larger = 1.2f;
    Ui *ui = p->ui;
    const Node *key = ui->pressed && ui->pressed_inside ? ui_find(ui, ui->pressed) : NULL;
    const char *letter = key && key->box.role == NODE_KEY ? key->box.label : NULL;
    if (!letter || utf8_count(letter, strlen(letter)) != 1) {
        return;
    }
    Rect screen = {0, 0, ui->look.panel.w, ui->look.panel.h};
    int w = look_px(&ui->look, bubble_w), h = look_px(&ui->look, bubble_h);
    int top = key->at.y + look_px(&ui->look, key->box.edge_h); /* as it is pressed */
    Rect at = {key->at.x + (key->at.w - w) / 2, top - h - look_px(&ui->look, gap), w, h};
    at.x = at.x < 0 ? 0 : at.x + w > screen.w ? screen.w - w : at.x;
    at.y = at.y < 0 ? 0 : at.y;
    add_box(p, at, screen, ROLE_INK, look_px(&ui->look, radius), 0, 0);
    Font font = look_font(&ui->look, STYLE_KEY, false);
    font.px = (uint16_t)lroundf(larger * (float)font.px);
    int len = (int)strlen(letter), letter_w = ui->fonts.width(ui->fonts.self, font, letter, len);
    Rect text = {at.x + (w - letter_w) / 2, at.y, letter_w + font.px, h};
    Op *op = add_op(p, OP_TEXT, text, screen, ROLE_SURFACE);
    op->as.text.text = letter;
    op->as.text.len = len;
    op->as.text.font = font;
    op->as.text.baseline =
        at.y + (int)lroundf(((float)h + larger * look_capital(&ui->look, STYLE_KEY)) / 2);
    op->as.text.ground = colour(p, ROLE_INK);
}

static bool visible(const Node *node) {
    Rect reach = node->at;
    reach.h += 64; /* the edge below */
    Rect seen = rect_meet(reach, node->clip);
    return seen.w > 0 && seen.h > 0;
}

void ui_paint(Ui *ui) {
    Painter *p = &painter;
    p->ui = ui;
    p->theme = &themes[ui->look.theme];
    ui->op_count = 0;
    for (int i = 0; i < ui->count; i++) {
        const Node *node = &ui->nodes[i];
        p->shift[i] = node->parent >= 0 ? p->shift[node->parent] : 0;
        p->ground[i] = node->parent >= 0 ? p->ground[node->parent] : ROLE_BG;
        p->inside[i] = node->box.theme     ? node->box.theme
                       : node->parent >= 0 ? p->inside[node->parent]
                                           : &themes[ui->look.theme];
        p->theme = p->inside[i];
        if (node->kind != KIND_THREAD && !visible(node)) {
            continue;
        }
        Rect at = node->at;
        at.y += p->shift[i];
        Op *op;
        switch (node->kind) {
        case KIND_BOX:
            paint_box(p, i);
            paint_track(p, node);
            break;
        case KIND_TEXT:
            paint_text(p, i);
            break;
        case KIND_ICON:
            op = add_op(p, OP_ICON, at, node->clip, ink_on(p->ground[i], node->ink));
            op->as.name = node->name;
            break;
        case KIND_PICTURE:
            op = add_op(p, OP_PICTURE, at, node->clip, ROLE_INK);
            op->as.picture.name = node->name;
            op->as.picture.radius = look_px(&ui->look, node->box.radius);
            op->as.picture.corners = node->box.radius > 0 ? node->box.corners : 0;
            break;
        case KIND_THREAD:
            paint_thread(p, node);
            break;
        }
    }
    p->theme = &themes[ui->look.theme];
    paint_knots(p);
    paint_focus(p);
    paint_bubble(p);
}
