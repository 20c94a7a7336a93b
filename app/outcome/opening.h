/* How the sentence begins: who, the helping verb, and what the child will do, for either voice.
 *
 * Inside the composer only. It decides; compose.c writes. */
#ifndef OUTCOME_OPENING_H
#define OUTCOME_OPENING_H

#include "outcome/compose.h"
#include "outcome/phrase.h"
#include "outcome/verbs.h"

typedef struct Opening {
    Phrase subject;       /* 'Maya'; empty when the parent's words bring their own */
    Phrase helper;        /* 'will'; 'am' stands in the subject of the first person: 'I am' */
    char verb[VERB_SIZE]; /* the first word of what, turned: 'asking'; empty: as it was typed */
    Phrase what;          /* the words; when verb is set what stands behind it, with the space */
} Opening;

Opening opening_third(const Draft *draft, const char *what, const Grammar *grammar);
Opening opening_first(const Draft *draft, const char *what, const Grammar *grammar);

/* The reason in the first person: 'she has friends' -> 'I' + 'have' + 'friends'. False when it
 * cannot be turned as a whole: then every word stays. */
bool opening_of_reason(const Draft *draft, Phrase reason, const Grammar *grammar, Opening *out);

#endif
