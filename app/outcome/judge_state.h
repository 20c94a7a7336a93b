/* The parts of judging a verb phrase: fuzzy, unseen, being, having. */
#ifndef OUTCOME_JUDGE_STATE_H
#define OUTCOME_JUDGE_STATE_H

#include "outcome/judge.h"

/* Fuzzy words from verb to to, unless something before end cures them. */
void judge_fuzzy(const Sentence *sentence, Verdict *verdict, int verb, int to, int end);

/* Unseen is cured by a count, and by a deed behind 'and'. */
void judge_unseen(const Sentence *sentence, Verdict *verdict, int verb, int to, int end);

/* What a child is: 'happy', 'more confident', 'a vet'. i is behind 'be' or 'become'. */
void judge_state(const Sentence *sentence, const Frame *frame, int verb, int i, bool feels,
                 Verdict *verdict);

/* A seen or unknown verb may still be emptied by 'better' or 'appropriately'. */
void judge_seen(const Sentence *sentence, const Frame *frame, int verb, int len, Verdict *verdict);

/* '... by reading the packet'. */
bool by_doing(const Sentence *sentence, int from, int to);

/* '... when he has had enough', '... and tell him': does what stands behind a place or a person say
 * what the child does there? */
bool by_himself(const Sentence *sentence, int from, int to);

/* 'Needs no help', 'needs only one reminder': i is behind the verb. */
bool needs_less(const Sentence *sentence, int i);

/* Verbs whose object decides: have, get, attend, show. True when it has been judged. */
bool judge_object(const Sentence *sentence, const Frame *frame, int verb, const Classes *classes,
                  int len, Verdict *verdict);

#endif
