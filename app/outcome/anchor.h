/* Is there a verb here that carries the clause? */
#ifndef OUTCOME_ANCHOR_H
#define OUTCOME_ANCHOR_H

#include "outcome/sentence.h"

/* 'To' with a verb behind it. */
bool to_verb(const Sentence *sentence, int i, int to);

/* Does a present-tense verb stand at i, behind a subject that began at from? */
bool present_at(const Sentence *sentence, int i, int from);

/* A word that no list knows and that stands where only a verb can: 'Cast his vote'. */
bool must_be_verb(const Sentence *sentence, int i, int to);

/* Does the clause begin with its verb: 'Make friends'? A name that is also a verb is none. */
bool opens_with_verb(const Sentence *sentence, int i, int to);

/* The verb, 'will', 'can' or 'to' that carries the clause whose subject, or whose condition where
 * it is open, begins at from; -1 when there is none. */
int anchor_behind(const Sentence *sentence, int from, int to, bool open);

/* The verb of a wish that has no 'to': 'eat' in '[I want] my daughter eat'; -1 when there is none.
 */
int wished_verb(const Sentence *sentence, int from, int to);

#endif
