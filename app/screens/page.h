/* The page that all screens share: header, content, footer, by the template that fits the panel.
 *
 * The next step is bottom right, the way back bottom left, always. Content that is longer than the
 * page scrolls, and 'More below' moves it without a drag. */
#ifndef SCREENS_PAGE_H
#define SCREENS_PAGE_H

#include "ui/widgets.h"
#include "visit/app.h"

typedef struct Page {
    const char *title;
    const char *under; /* a quiet line below the title: where it comes from; NULL: none */
    const char *next;  /* label of the main button; NULL: none */
    Tap *next_tap;
    int next_arg;
    bool next_plain;       /* a button, not the main one */
    const char *next_icon; /* NULL: an arrow behind the label */
    const char *second;    /* the middle button; NULL: none */
    const char *second_icon;
    Tap *second_tap;
    int second_arg;
    const char *words; /* in the middle: 'Page 1 of 3'; NULL: none */
    int at, of;        /* beads before those words */
    const char *extra; /* a toggle in the header: 'Easy words'; NULL: none */
    Tap *extra_tap;
    bool extra_on;
    Tap *back_tap;      /* in place of going one page back */
    float list_w;       /* of page_beside_begin's list, u */
    bool no_back, bare; /* bare: nothing to press but what the content brings */
    bool beside;        /* set by page_beside_begin */
    bool dock;          /* the builder's: the sentence above the footer */
    const char *band;   /* picture across tall panels, below the title; NULL: none */
    bool reading;       /* on tall panels from the top on, where the eyes are; else within reach */
    float gap;          /* between the things on the page */
} Page;

/* Between these a screen declares its content, into a column that may scroll. */
void page_begin(Ui *ui, const App *app, const Page *page);
/* A page with a list at its left that stays: the list is declared between begin and middle, what is
 * read behind middle; the footer stands under the reading. */
void page_beside_begin(Ui *ui, const App *app, Page *page);
void page_beside_middle(Ui *ui, const App *app, const Page *page);
float page_list_w(const Page *page);   /* u */
float page_list_gap(const Page *page); /* u, to what is read */
void page_end(Ui *ui, const App *app, const Page *page);

/* Wide enough for two columns side by side? */
bool page_wide(const Ui *ui);
bool page_compact(const Ui *ui);
bool page_tall(const Ui *ui);
bool page_large(const Ui *ui);  /* larger or largest text */
bool page_narrow(const Ui *ui); /* the 7-inch panel */
bool page_tiny(const Ui *ui);   /* both */
bool page_slim(const Ui *ui);   /* that panel mounted upright */
int page_two(const Ui *ui);     /* columns of choices: two where their words have room */
float page_pad(const Ui *ui);
float page_choice_h(const Ui *ui); /* u, of one of several to choose from */

/* Would these stand beside each other in room px, with their words in one line? gap: u. */
bool page_row_fits(Ui *ui, const Button *buttons, int count, float gap, int room);
/* Makes icons of them, from the last one on, until they do. */
void page_fit_row(Ui *ui, Button *buttons, int count, float gap, int room);

/* footer.c */
bool page_overflows(Ui *ui); /* there is more than fits */
void footer(Ui *ui, const App *app, const Page *page);
void page_next(Ui *ui, const Page *page);     /* the main button alone */
void page_more_small(Ui *ui, const App *app); /* 'More below' as its icon alone */

/* listen.c: 'Listen', or 'Pause' while the page is read aloud: where app_may_listen. */
Button page_listen(Ui *ui, const App *app);
void page_listen_notice(Ui *ui, const App *app); /* that there is no voice after all */

/* Taps that many pages share. */
void page_more(App *app, int ignored); /* on by a page, at the end back to the top */
void page_display(App *app, int ignored);
void page_menu(App *app, int ignored);

/* The page shows what a family wrote: 'Hide' is offered. */
bool page_own_words(const App *app);

/* What follows is touched: on tall panels it stands low, within reach, and what is read stays at
 * the top. Once a page. */
void page_low(Ui *ui);

/* Big words at the head of a page. */
void page_heading(Ui *ui, const char *text);
/* With a quieter line close below. */
void page_heading_hint(Ui *ui, const char *text, const char *hint);

/* The sentence card with the golden bar. */
void page_sentence(Ui *ui, const char *text, Style style, bool bold);

/* A full cover: opens a centred column on the cover's ground; close with cover_end. */
void cover_begin(Ui *ui);
void cover_end(Ui *ui);

#endif
