/* What goes home, said once: a small tree of headings, texts and tables, made from the draft.
 *
 * The page and the word-processor file are two ways to write the same tree, so their words are the
 * same. All of it lives in one arena and goes at once, wiped. Texts are UTF-8 and not escaped. */
#ifndef TAKEAWAY_SHEET_H
#define TAKEAWAY_SHEET_H

#include "base/arena.h"
#include "library/library.h"
#include "outcome/draft.h"
#include "outcome/years.h"

typedef enum BlockKind {
    BLOCK_SHEET, /* the root: a header, sections, a footer */
    BLOCK_HEADER,
    BLOCK_FOOTER,
    BLOCK_SECTION, /* text: its heading */
    BLOCK_CARD,    /* text: its heading; kept on one page where possible */
    BLOCK_TITLE,
    BLOCK_TEXT,
    BLOCK_BADGE,    /* text: what kind of page this is */
    BLOCK_SENTENCE, /* an outcome: the family's own words */
    BLOCK_QUOTE,    /* the child's own words */
    BLOCK_LIST,
    BLOCK_ITEM,
    BLOCK_THREAD, /* text: what the drawing shows, for those who do not see it */
    BLOCK_TABLE,  /* children: rows; the first is the head */
    BLOCK_ROW,    /* two children: cells; the first is the head of the row */
    BLOCK_CELL,   /* text, and detail below it */
    BLOCK_LINES   /* empty lines to write on */
} BlockKind;

/* Steps of the golden thread: they colour a row and make a knot of the drawing. */
typedef enum Step { STEP_HOPE, STEP_HARD, STEP_OUTCOME, STEP_HELP, STEP_COUNT, STEP_NONE } Step;

typedef struct Block Block;
struct Block {
    BlockKind kind;
    Step step;                 /* of a row */
    bool own;                  /* text is the family's own words */
    unsigned said;             /* of a thread: bit s when step s has words */
    const char *text, *detail; /* NULL when none */
    Block *child, *last, *next;
};

const Block *sheet_make(Arena *arena, const Draft *draft, const Library *library, Date today);

#endif
