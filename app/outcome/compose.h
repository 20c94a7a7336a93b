/* The sentence of an outcome, composed from its parts.
 *
 * '{name} will {what} {where} {know}, {when}, so that {why}.' in the third person; 'By {when}, I am
 * {what-ing} ...' in the first, as though achieved. Which words join the parts is content
 * (Grammar); the order, the commas, the capital and the one full stop are here. It never adds a
 * number, a date or a diagnosis, and leaves the parent's own words as they are. */
#ifndef OUTCOME_COMPOSE_H
#define OUTCOME_COMPOSE_H

#include "outcome/draft.h"

/* Words of a language that join parts; borrowed from the library. */
typedef struct Grammar {
    const char *will;     /* '{name} will' : "will" */
    const char *so_that;  /* "so that" */
    const char *my_child; /* stands for the name when none was given: "my child" */
    const char *first_am; /* "I am" */
    const char
        *first_can;      /* "I can": before words that cannot be turned into '-ing'; may be NULL */
    const char *will_be; /* "will be": '{name} will be asking'; may be NULL */
    const char *pronouns[PRONOUN_COUNT][5]; /* they, them, their, have, themself */
    const char
        *starts_when[16]; /* a deadline that begins with one of these needs no "by": NULL-ended */
    const char *by;       /* "by" */
    const char *starts_why[16]; /* a reason that begins with one of these needs no "so that" */
} Grammar;

/* One stretch of the composed sentence. */
typedef struct Stretch {
    Part part;          /* which part it came from; PART_COUNT for joining words */
    bool open;          /* nothing said yet: shown as a slot, text is empty */
    uint16_t from, len; /* in the text; 0, 0 when open */
} Stretch;

enum {
    STRETCHES_MOST = 24,
    COMPOSED_SIZE = 2400 /* five parts, the name and what joins them: more than an edit may have */
};

typedef struct Composed {
    char text[COMPOSED_SIZE]; /* the sentence without its open slots */
    int count;
    Stretch stretches[STRETCHES_MOST]; /* in reading order; cover all of text */
} Composed;

/* Composes outcome index of the draft. Empty parts give no text but an open stretch. When the
 * outcome has a whole-sentence edit, text is that and parts that still occur in it keep their
 * stretches. */
void compose(const Draft *draft, int index, const Grammar *grammar, Composed *out);

/* The name, or the grammar's words for 'my child'. */
const char *compose_name(const Draft *draft, const Grammar *grammar);

/* "Maya's", "James's" with a typographic apostrophe. */
void compose_possessive(const char *name, char *out, size_t size);

#endif
