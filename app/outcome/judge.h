/* Judges the main clause: who does what, and could anybody see or count it? */
#ifndef OUTCOME_JUDGE_H
#define OUTCOME_JUDGE_H

#include "outcome/sentence.h"

typedef struct Span {
    int from, to; /* tokens */
} Span;

/* Who the main clause is about. */
typedef enum Subject {
    SUBJECT_NONE, /* understood: 'To tie laces' */
    SUBJECT_CHILD,
    SUBJECT_ADULT, /* staff, school, services */
    SUBJECT_GROUP, /* the class, other children */
    SUBJECT_FAMILY,
    SUBJECT_HELP,    /* 'A laptop will be provided' */
    SUBJECT_QUALITY, /* 'His confidence will grow' */
    SUBJECT_THERE    /* 'There will be ...' */
} Subject;

/* How the clause speaks of it. */
typedef enum Mode {
    MODE_NOUN, /* no verb at all: 'Smaller class please' */
    MODE_BARE, /* 'Make friends', 'To tie laces' */
    MODE_WILL, /* 'will', 'should', 'X to ...', behind 'I want him to' */
    MODE_CAN,
    MODE_PRESENT, /* 'takes turns', 'is able to' */
    MODE_PAST
} Mode;

/* The frame of one clause: where its parts are, in tokens. */
typedef struct Frame {
    int from, to; /* all of it */
    int subject;  /* first token of the subject */
    int anchor;   /* behind the subject: 'will', 'to', or the verb */
    int verb;     /* first token behind 'will' or 'to' */
    Subject who;
    Mode mode;
    bool preface;
    bool first;  /* the subject is I */
    bool asked;  /* 'X to ...': no 'will' */
    bool not_so; /* 'cannot', 'does not' */
} Frame;

/* What was found. A span is set where the fault of that number is. */
typedef struct Verdict {
    uint16_t faults; /* bits by Fault */
    Span spans[FAULT_COUNT];
    Part belongs; /* of an 'it is not about an outcome' */
    int rank;     /* which of several sentences to believe */
} Verdict;

static inline void verdict_add(Verdict *v, Fault fault, int from, int to) {
    if (!((unsigned)v->faults >> (unsigned)fault & 1u)) {
        v->faults |= (uint16_t)(1u << (unsigned)fault);
        v->spans[fault] = (Span){from, to > from ? to : from + 1};
    }
}

/* The longest verb at i: its classes and words; NULL when i begins none. */
const Classes *verb_at(const Sentence *sentence, int i, int *len);

/* Finds subject and verb of the words from from to to. */
void frame_find(const Sentence *sentence, int from, int to, Frame *out);

/* Judges a framed clause. when: the statement has a deadline. */
void judge_clause(const Sentence *sentence, const Frame *frame, bool when, Verdict *verdict);

/* Judges the verb phrase at i up to end (in judge_verb.c). */
void judge_verb(const Sentence *sentence, const Frame *frame, int i, Verdict *verdict);

/* Passes over 'not', 'be able to', 'learn to', 'have' + past; *not_so is set on a 'not'. */
int skip_to_verb(const Sentence *sentence, int i, int end, bool *not_so);

/* The area of life of the deed that begins at i, a small number; -1 when unknown. */
int area_at(const Sentence *sentence, int i);

/* Two outcomes in one: the token where the second begins, or -1 (in several.c). */
int second_outcome(const Sentence *sentence, const Frame *frame);

#endif
