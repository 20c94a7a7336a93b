/* The parts of judging a clause: what is no outcome at all, and words without a verb. */
#ifndef OUTCOME_JUDGE_PARTS_H
#define OUTCOME_JUDGE_PARTS_H

#include "outcome/judge.h"

/* The words from from to to are not about an outcome; belongs: where they go. */
void judge_about(Verdict *verdict, int from, int to, Part belongs);

/* The same where a word of class c stands between from and to. True when one does. */
bool judge_about_if(const Sentence *sentence, Verdict *verdict, int from, int to, WordClass c,
                    Part belongs);

/* The first word of help or of who gives it, between from and to; -1 when there is none. */
int help_from(const Sentence *sentence, int from, int to);

/* Words without a verb: help, a quality, or something else. */
void judge_noun(const Sentence *sentence, const Frame *frame, bool when, Verdict *verdict);

/* A wish of the child's or the family's: section A. True when it was one. */
bool judge_hope(const Sentence *sentence, const Frame *frame, bool when, Verdict *verdict);

/* What is hard now, what goes well, what happened: said in the present or the past. True when it
 * was that. */
bool judge_story(const Sentence *sentence, const Frame *frame, bool when, Verdict *verdict);

#endif
