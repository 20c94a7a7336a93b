/* The words before the verb: whose doing is it? */
#ifndef OUTCOME_SUBJECT_H
#define OUTCOME_SUBJECT_H

#include "outcome/judge.h"

/* Is the longest verb at i in the form c (W_BASE, W_S, W_ING, W_ED)? 'Mark's' is none. */
static inline bool verb_form(const Sentence *sentence, int i, WordClass c) {
    if (i < 0 || i >= sentence->count || sentence->tokens[i].owner) {
        return false;
    }
    const Hit *verb = sentence->tokens[i].verb;
    return verb && classes_has(verb->classes, c);
}

/* Is help, a thing, a place of help or its wording named at i? */
bool help_at(const Sentence *sentence, int i);

/* Words of 'will', 'needs to', 'going to' at i; 0 when there are none or they are what somebody
 * likes or hates: 'enjoys going to school'. */
int will_at(const Sentence *sentence, int i);

/* Could a noun phrase of help begin at i, and be no verb? 'support from', 'play therapy'. */
bool noun_of_help(const Sentence *sentence, int i);

/* Words of what can be a name at i: unknown words, or a verb where a name would stand; else 0. */
int name_at(const Sentence *sentence, int i, int to);

/* Whom or what the noun at i names; SUBJECT_NONE when no list knows. */
Subject noun_class(const Sentence *sentence, int i);

/* Who stands from from up to the verb at to. */
Subject subject_of(const Sentence *sentence, int from, int to);

#endif
