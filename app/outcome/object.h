/* What the words behind a verb hold: a count, help, a quality, a comparison. */
#ifndef OUTCOME_OBJECT_H
#define OUTCOME_OBJECT_H

#include "outcome/judge.h"

/* Is there a number, a rate or a list between from and to that makes fuzzy words seen? */
bool cured(const Sentence *sentence, int from, int to);

/* Where the noun phrase that begins at i ends: before a preposition, a verb with 'to', a comma. */
int object_end(const Sentence *sentence, int i, int end);

/* The first word of class c between from and to, -1 when there is none. */
int find_class(const Sentence *sentence, int from, int to, WordClass c);

/* The first quality that is the head of its words: 'his reading', but not 'his reading book'. */
int quality_in(const Sentence *sentence, int from, int to);

/* The first word of help among the words of an object (people: adults count too), -1 when there is
 * none or a friend or the like takes it back ('a small group of friends'). */
int help_in(const Sentence *sentence, int from, int to, bool people);

/* 'More', 'better', 'less' in the words from from to to; -1 when none. */
int comparison(const Sentence *sentence, int from, int to);

#endif
