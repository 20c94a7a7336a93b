/* Nodes: what a screen declares each turn. The one truth of the interface: drawing, touch, keys,
 * speech and tests all read this array.
 *
 * A screen opens boxes and puts texts, icons and controls into them, in reading order. Lengths are
 * in u (about a millimetre; see theme.h). Nothing is kept between frames but what Ui says it keeps,
 * by the id of a node. Declaring is pure: only a node's Tap changes the App, after the frame. */
#ifndef UI_NODE_H
#define UI_NODE_H

#include "base/arena.h"
#include "ui/fonts.h"
#include "ui/geometry.h"
#include "ui/ops.h"
#include "ui/theme.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct App App;
typedef void Tap(App *app, int arg);

/* What a node is to somebody who cannot see it. */
typedef enum NodeRole {
    NODE_GROUP, /* nothing of its own */
    NODE_TEXT,
    NODE_HEADING,
    NODE_IMAGE,
    NODE_BUTTON,
    NODE_CHOICE, /* a button that is chosen or not */
    NODE_KEY,
    NODE_FIELD,
    NODE_PROGRESS
} NodeRole;

extern const char *const node_role_names[];

typedef enum Axis { COLUMN, ROW, STACK, GRID, FLOW } Axis;

/* AUTO: as large as the content along the parent's axis, stretched across it. */
typedef enum SizeKind { SIZE_AUTO, SIZE_FIT, SIZE_GROW, SIZE_FIXED, SIZE_SHARE } SizeKind;

typedef struct Size {
    SizeKind kind;
    float n;     /* weight of GROW, u of FIXED, share (0 to 1) of the parent for SHARE */
    float least; /* u */
    float most;  /* u; 0: none */
} Size;

#define FIT                                                                                        \
    (Size) {                                                                                       \
        .kind = SIZE_FIT                                                                           \
    }
#define GROW                                                                                       \
    (Size) {                                                                                       \
        .kind = SIZE_GROW, .n = 1                                                                  \
    }
#define FIXED(u_)                                                                                  \
    (Size) {                                                                                       \
        .kind = SIZE_FIXED, .n = (u_)                                                              \
    }
#define SHARE(part_)                                                                               \
    (Size) {                                                                                       \
        .kind = SIZE_SHARE, .n = (part_)                                                           \
    }
#define AT_LEAST(u_)                                                                               \
    (Size) {                                                                                       \
        .least = (u_)                                                                              \
    }

typedef struct Pad {
    float l, t, r, b; /* u */
} Pad;

#define PAD(n_)                                                                                    \
    (Pad) {                                                                                        \
        (n_), (n_), (n_), (n_)                                                                     \
    }
#define PAD_XY(x_, y_)                                                                             \
    (Pad) {                                                                                        \
        (x_), (y_), (x_), (y_)                                                                     \
    }

typedef enum Align { ALIGN_STRETCH, ALIGN_START, ALIGN_CENTRE, ALIGN_END } Align;
typedef enum Justify { JUSTIFY_START, JUSTIFY_CENTRE, JUSTIFY_END, JUSTIFY_BETWEEN } Justify;

/* How a box holds its children and what it looks like. A zeroed Box is an unseen column. */
typedef struct Box {
    const char
        *id; /* for what survives frames, for threads and tests; NULL: from label and place */
    Axis axis;
    Size w, h;
    float gap;     /* u between children */
    float row_gap; /* between the rows of a FLOW; 0: gap */
    bool firm;     /* gives no room away in a row that is too narrow */
    Pad pad;
    Align align;     /* across the axis */
    Justify justify; /* along it */
    int columns;     /* of a GRID */
    bool scroll;     /* content may be higher than the box */
    bool clip;

    const Theme *theme;      /* whose colours it and what is in it take; NULL: as around it */
    Role face, stroke, edge; /* ROLE_NONE: not drawn */
    float stroke_w, edge_h, radius;
    uint8_t corners; /* 0: all rounded */

    NodeRole role;
    const char *label; /* what it is called, and what a walk taps */
    const char *say;   /* spoken in its place; NULL: the label */
    Tap *tap;          /* runs on release inside */
    Tap *hold;         /* runs after being held for hold_ms */
    int hold_ms;
    bool repeats; /* tap runs again and again while held */
    bool selected, disabled;
    bool secret;  /* never read aloud: the room may hear */
    float reach;  /* u by which its touch area goes beyond it on every side */
    bool nearest; /* a touch anywhere in it means the nearest control in it */
    int arg;      /* for tap and hold */
} Box;

/* A stretch of text with one look. */
typedef enum Deco { DECO_NONE, DECO_UNDERLINE, DECO_SLOT, DECO_SLOT_NOW, DECO_MARK } Deco;

typedef struct Run {
    const char *text;
    bool bold;
    Role ink; /* ROLE_NONE: the text's */
    Deco deco;
} Run;

typedef struct Text {
    const char *text; /* or runs */
    const Run *runs;
    int run_count;
    Style style;
    Letters letters;
    bool bold;
    Role ink;      /* ROLE_NONE: ROLE_INK */
    Align align;   /* START, CENTRE, END of each line */
    NodeRole role; /* NODE_TEXT or NODE_HEADING; NODE_GROUP: not announced (part of a control) */
    Size w;
    int lines_most; /* 0: any; more end in an ellipsis */
    int caret;      /* byte in the joined runs + 1; 0: none */
    const char *say;
    const char *id;
} Text;

/* Result of wrapping: pieces of runs on lines. */
typedef struct Piece {
    int run, from, len; /* bytes of the run */
    int x, w;           /* px from the text's left edge */
    int line;
} Piece;

typedef enum NodeKind { KIND_BOX, KIND_TEXT, KIND_ICON, KIND_PICTURE, KIND_THREAD } NodeKind;

typedef struct Node {
    NodeKind kind;
    uint32_t id;
    int parent, first, last, next; /* -1: none */
    Box box;
    Text text;
    uint64_t known; /* what its words are known by: see wrapped.h */
    Piece *pieces;
    int piece_count, line_count;
    const char *name;      /* icon or picture */
    Role ink;              /* of an icon */
    const char *from, *to; /* ids a thread joins */
    bool knots;
    float height;  /* where along the sides of its ends a thread runs: 0.5 is the middle */
    bool floating; /* takes no room */
    int least_w, best_w, best_h; /* px; measured */
    Rect at, clip;
    int content_h; /* of a scroll box */
    int scrolled;  /* px its content is moved up */
} Node;

enum { UI_NODES = 1500, UI_OPS = 4000, UI_SCROLLS = 12, UI_FRAMES = 4 };

typedef struct Scroll {
    uint32_t id;
    int offset;  /* px */
    int height;  /* of the box, as last laid out */
    int content; /* of what is in it */
    int line;    /* px to snap to */
    int first;   /* px of the content where whole lines and controls begin to show */
    int shown;   /* and where they end */
} Scroll;

/* A stretch that is read aloud in one go: a sentence of a text, or all that a control says. */
typedef struct Spoken {
    int node;
    int from, end;   /* bytes of the node's text, its runs joined */
    const char *say; /* NULL: nothing is read */
} Spoken;

typedef struct Wrapped Wrapped;

typedef struct Ui {
    Look look;
    Fonts fonts;
    int64_t now_ms;
    bool settled; /* false: the layout asked for another declaration (a scroll appeared) */

    Arena arena;      /* this frame's texts */
    uint64_t ids[16]; /* a bit for each id that may be declared already */
    Node *nodes;
    int count;
    int open[32], depth;
    Op *ops;
    int op_count;
    Spoken reads; /* what is marked as being read in this frame: see reading.h */

    /* What survives frames: */
    Wrapped *wrapped;
    Scroll scrolls[UI_SCROLLS];
    uint32_t pressed;    /* node under the finger since it went down; 0: none */
    bool pressed_inside; /* and the finger is still on it */
    uint32_t focus;      /* 0: none */
    bool focus_shown;    /* only after a key or switch was used */
    int reading;         /* which thing of the page is read aloud, from 1; 0: none */
    struct {
        bool down, dragging, held;
        int64_t finger, since_ms, next_repeat_ms, last_up_ms;
        int x, y, start_x, start_y, start_offset;
        uint32_t scroll;
    } touch;
    int steady_ms; /* 'steady hands': a second touch within this time is ignored */
    uint32_t last_tapped;
} Ui;

void ui_init(Ui *ui, const Look *look, Fonts fonts);
void ui_done(Ui *ui);

/* Forgets everything that survives frames, and this frame's texts. */
void ui_forget(Ui *ui);

/* A turn: begin, declare, end (which lays out and paints). */
void ui_begin(Ui *ui, int64_t now_ms);
void ui_end(Ui *ui);

/* Declaring. ui_open's node is the parent of what follows until ui_close. */
Node *ui_open(Ui *ui, const Box *box);
void ui_close(Ui *ui);
Node *ui_text(Ui *ui, const Text *text);
Node *ui_icon(Ui *ui, const char *name, float size, Role ink);
/* One that stands beside words and grows with them: size is that at the standard text size. */
Node *ui_sign(Ui *ui, const char *name, float size, Role ink);
Node *ui_picture(Ui *ui, const char *name, Size w, Size h, uint8_t corners, float radius);
void ui_gap(Ui *ui, float u); /* fixed room */
void ui_space(Ui *ui);        /* all the room that is left */
/* A golden line from the node with id from to the one with id to; knots: a ring at both ends. */
void ui_thread(Ui *ui, const char *from, const char *to, bool knots);
/* The same at a share of their height (0 to 1) rather than at their middles; NULL: the edge of the
 * screen. */
void ui_thread_at(Ui *ui, const char *from, const char *to, float height);

#define ui_column(ui_, ...) ui_open(ui_, &(Box){.axis = COLUMN, __VA_ARGS__})
#define ui_row(ui_, ...)    ui_open(ui_, &(Box){.axis = ROW, __VA_ARGS__})
#define ui_stack(ui_, ...)  ui_open(ui_, &(Box){.axis = STACK, __VA_ARGS__})
#define ui_grid(ui_, ...)   ui_open(ui_, &(Box){.axis = GRID, __VA_ARGS__})
#define ui_flow(ui_, ...)   ui_open(ui_, &(Box){.axis = FLOW, __VA_ARGS__})
#define ui_words(ui_, ...)  ui_text(ui_, &(Text){__VA_ARGS__})

/* Text of this frame. */
char *ui_print(Ui *ui, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The scroll box with that id as last laid out; NULL before its first frame. */
Scroll *ui_scroll(Ui *ui, const char *id);
bool ui_has_more_below(Ui *ui, const char *id);
bool ui_has_more_above(Ui *ui, const char *id);
/* Moves by a page: what was not shown whole stands at the top next; down is positive. */
void ui_page(Ui *ui, const char *id, int direction);

uint32_t ui_hash(const char *text);
Node *ui_find(Ui *ui, uint32_t id);
Node *ui_find_named(Ui *ui, const char *id);

/* The theme whose colours a node takes. */
const Theme *node_theme(const Ui *ui, const Node *node);

bool node_acts(const Node *node); /* can be tapped or focused */

/* The first node behind that one that is not in it. */
int ui_behind(const Ui *ui, int index);

/* layout.c */
void ui_layout(Ui *ui);
/* fold.c: scroll boxes show whole lines and whole controls only, but under a finger that drags. */
void ui_fold(Ui *ui);
/* The outermost thing about a node, or the node itself, that a scroll box shows whole or not at
 * all; -1: its lines show one by one. */
int ui_whole(const Ui *ui, int box, int index);
/* wrap.c */
void text_measure(Ui *ui, Node *node);
void text_wrap(Ui *ui, Node *node, int width);
/* Where a run begins in the bytes of all runs joined. */
int text_start(const Text *text, int run);
/* Where the caret is drawn, from the text's top left. */
Rect text_caret(const Ui *ui, const Node *node);
/* The byte of the joined runs nearest to a point, moved to the nearest end of a word. */
int text_byte_at(const Ui *ui, const Node *node, int x, int y);
/* paint.c */
void ui_paint(Ui *ui);

#endif
