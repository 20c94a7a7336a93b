/* The product's controls, drawn as the design's components sheet: if it has a bottom edge, you can
 * press it. Each is a few nodes; none keeps anything. */
#ifndef UI_WIDGETS_H
#define UI_WIDGETS_H

#include "ui/node.h"

typedef enum ButtonKind {
    BUTTON_PLAIN,      /* footer: 14.5 u high */
    BUTTON_MAIN,       /* the one main action of a page */
    BUTTON_HEADER,     /* sits back on the page's ground */
    BUTTON_STRONG,     /* the one that fixes something: strong border, bold */
    BUTTON_SMALL,      /* in a row: 13 u high */
    BUTTON_QUIET,      /* sunken face: 'More ideas' */
    BUTTON_COVER,      /* on a cover: outline */
    BUTTON_COVER_MAIN, /* on a cover: filled */
    BUTTON_KINDS
} ButtonKind;

typedef struct Button {
    ButtonKind kind;
    const char *id, *label, *say;
    const char *icon;    /* before the label; NULL: none */
    const char *icon_on; /* in place of the tick while it is selected; NULL: the tick */
    const char *other;   /* a label that it has at other times: it is as wide as with either */
    const char *lead;    /* letters in place of that icon, in lead_style */
    Style lead_style;
    const char *icon_end; /* behind it */
    Tap *tap;
    int arg;
    bool selected; /* drawn chosen, with a tick for an icon */
    bool choice;   /* it is one of several: NODE_CHOICE */
    bool left;     /* content at the left rather than centred */
    bool icon_only;
    Style style; /* of the label; 0 takes the kind's own */
    Letters letters;
    Size w, h;
} Button;

void ui_button(Ui *ui, const Button *button);
#define ui_press(ui_, ...) ui_button(ui_, &(Button){__VA_ARGS__})

/* px that a button takes with its words in one line: what decides how a row is laid out. */
int ui_button_width(Ui *ui, const Button *button);
/* The same for a text: in one line, and its longest word. */
int ui_words_width(Ui *ui, const char *text, Style style, bool bold);
int ui_word_width(Ui *ui, const char *text, Style style, bool bold);

/* An idea to tap: plus and words, tick when chosen. */
void ui_chip(Ui *ui, const char *label, bool chosen, Tap *tap, int arg);

/* A round tinted disc with an icon. */
void ui_disc(Ui *ui, const char *icon, float size, Role tint, Role ink);

/* A round disc with a number. */
void ui_number(Ui *ui, int number, float size, Role face, Role ink, Style style);

/* A row to press: disc, bold title, note below, arrow at the right when it leads on. */
typedef struct RowButton {
    const char *id, *icon, *title, *note, *note_icon;
    Role tint, ink, note_ink;
    bool arrow;
    Tap *tap;
    int arg;
    float h; /* u at least; 0: 16 */
} RowButton;
void ui_row_button(Ui *ui, const RowButton *row);

/* A band of one tint with an icon, a bold lead and words. */
void ui_banner(Ui *ui, const char *icon, Role tint, Role ink, const char *lead, const char *words);

/* Beads on a thread: where one is in a short row of pages. With words behind them. */
void ui_beads(Ui *ui, int at, int count, const char *words);
float ui_beads_w(const Ui *ui, int count); /* u before the words */

/* A white card to hold things. */
Node *ui_card(Ui *ui, float pad, float gap);

/* A bar that fills: part 0 to 1. */
void ui_bar(Ui *ui, float part, Role face, Role ground, const char *say);

#endif
