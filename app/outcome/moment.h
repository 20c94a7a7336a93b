/* Nouns of time: 'July 2027', 'Year 4', 'the spring term', and what goes on naming them. */
#ifndef OUTCOME_MOMENT_H
#define OUTCOME_MOMENT_H

#include "outcome/sentence.h"

/* Is there a mark before i, or no word at all? */
bool time_gap(const Sentence *sentence, int i);

/* A year such as 2027. */
bool calendar_year(const Sentence *sentence, int i);

/* Behind words such as 'the', 'his', 'next', 'second' before a noun. */
int skip_small(const Sentence *sentence, int i);

/* '20 July', '20th of July', '1 9 27': how many words; 0 when none. */
int date_at(const Sentence *sentence, int i);

/* A noun of time at i ('July 2027', 'Year 4', 'the spring term'): how many words; 0 when none. */
int time_at(const Sentence *sentence, int i);

/* Behind more of the same: '... of Year 7', '... in July', '... at secondary school'. */
int time_tail(const Sentence *sentence, int i);

#endif
