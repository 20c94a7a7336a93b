/* Parts a statement into deadline, reason and the rest, so that each is judged alone: a fuzzy word
 * in a reason is harmless, and 'school' in a deadline says nothing about who does what. */
#ifndef OUTCOME_CLAUSES_H
#define OUTCOME_CLAUSES_H

#include "outcome/sentence.h"

typedef struct Clauses {
    bool when, why;       /* is there a deadline, a reason? */
    int when_at, when_to; /* tokens of the first deadline */
    int why_at;           /* first token of the first reason */
} Clauses;

/* Marks every token with its clause. */
void clauses_find(Sentence *sentence, Clauses *out);

/* Words of a deadline that begins at i; 0 when none does. */
int deadline_at(const Sentence *sentence, int i);

#endif
