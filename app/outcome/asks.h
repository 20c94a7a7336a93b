/* What an outcome still asks of its family, in the order of asking: one truth for the check page,
 * the plan and the questions for the meeting.
 *
 * First what the checker found in the words, one at a time; then parts that nobody has said; last
 * what only the family can answer. What they have put aside for good is asked nowhere. It asks and
 * never marks; no words are shown from here. */
#ifndef OUTCOME_ASKS_H
#define OUTCOME_ASKS_H

#include "outcome/check.h"
#include "outcome/draft.h"

/* What can be seen to be there in an outcome. */
typedef struct Facts {
    bool what;            /* it says what the child will do */
    bool about, doing;    /* it is about the child; it is the child who does it */
    bool know, when, why; /* how everyone will know; by when; why */
    bool where, hope, hard, help;
    bool plain, seen, one; /* plain words; could be seen; one thing */
} Facts;

/* A part counts as there when it was answered, or when the whole sentence or what was typed for
 * another part says it. checked: of the composed sentence. */
Facts facts_of(const Outcome *outcome, const Checked *checked);

typedef enum AskKind {
    ASK_FINDING, /* at: index into checked->found */
    ASK_PART,    /* at: the Part that is open */
    ASK_FAMILY   /* at: the Question */
} AskKind;

typedef struct Ask {
    AskKind kind;
    int at;
    bool unsure; /* they said 'Not sure': it may be answered, and stops nothing */
} Ask;

enum { ASKS_MOST = 1 + PART_COUNT + QUESTION_COUNT };

/* Returns how many. An outcome that does not say what the child will do asks for that alone; one
 * with words of harm asks nothing. */
int asks_of(const Outcome *outcome, const Checked *checked, Ask out[ASKS_MOST]);

/* How an outcome stands. */
typedef struct Standing {
    int open;  /* things in its words to look at */
    int yours; /* questions that only the family can answer and has not */
    bool ready;
} Standing;

Standing standing_of(const Outcome *outcome, const Checked *checked);

/* Put aside for good: something the checker found; a part that is not said. */
bool outcome_keeps(const Outcome *outcome, Fault fault);
bool outcome_leaves_out(const Outcome *outcome, Part part);

/* The fault that stands for a part that is not said, as the check page asks for it; FAULT_COUNT
 * where the part itself is left out. */
Fault part_fault(Part part);

/* Words of harm in the outcome's sentence or in what stands beside it: no questions then, and no
 * praise. */
bool draft_distress(const Draft *draft, int index, const Rules *rules, const Checked *checked);

#endif
