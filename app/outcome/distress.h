/* Does a statement tell of self-harm, abuse or despair? */
#ifndef OUTCOME_DISTRESS_H
#define OUTCOME_DISTRESS_H

#include "outcome/sentence.h"

/* Looks at the whole statement, so before clauses are taken out of it. */
bool distressed(const Sentence *sentence);

#endif
