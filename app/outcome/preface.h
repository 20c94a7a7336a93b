/* Words before the clause that say nothing of it: 'well', 'I would like', 'when he is asked, '. */
#ifndef OUTCOME_PREFACE_H
#define OUTCOME_PREFACE_H

#include "outcome/sentence.h"

/* Words of a preface at i: 'I would like', 'our first goal would be'; 0 when none begins there. */
int preface_at(const Sentence *sentence, int i, int to);

/* Behind fillers and a heading: 'Target: ...'. */
int skip_fillers(const Sentence *sentence, int i, int to);

/* Behind 'I would like', 'My hope is that'; *found is set when there was one. */
int skip_preface(const Sentence *sentence, int i, int to, bool *found);

/* 'When his teacher asks, ...': where the clause begins behind a condition that opens it. *open:
 * there is a condition, and its end was not found. */
int skip_condition(const Sentence *sentence, int from, int to, bool *open);

#endif
