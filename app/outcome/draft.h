/* The draft: all that a family says in a visit. A plain value of fixed size, so that copying,
 * undo, handing to the worker and wiping are one line each.
 *
 * The names are the field's: an aspiration is the hope, a need is what is hard, provision is the
 * help. The parts follow the golden thread (Oxfordshire guide, 'Deciding on outcomes').
 * It never holds a date of birth, school, address or number of a child. */
#ifndef OUTCOME_DRAFT_H
#define OUTCOME_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    DRAFT_NAME_SIZE = 48,       /* bytes with the NUL, as all sizes here */
    DRAFT_WORDS_SIZE = 400,     /* one part of an outcome */
    DRAFT_SENTENCE_SIZE = 1600, /* an outcome edited as a whole */
    DRAFT_NOTE_SIZE = 240,
    DRAFT_OUTCOMES = 12, /* about six is enough; twelve is the end */
    DRAFT_REVIEWS = 8,   /* looks back kept for one outcome; the oldest goes first */
    DRAFT_SCHEMA = 2     /* version of what is written; 1 had no left_out and is still read */
};

typedef enum Pronoun { PRONOUN_THEY, PRONOUN_SHE, PRONOUN_HE, PRONOUN_COUNT } Pronoun;

typedef enum Plan { PLAN_NOT_SURE, PLAN_EHC, PLAN_SEN_SUPPORT, PLAN_COUNT } Plan;

/* How the sentence speaks of the child (Oxfordshire guide: 'some people think outcomes work
 * better in the first person, as though achieved'). */
typedef enum Voice { VOICE_THIRD, VOICE_FIRST, VOICE_COUNT } Voice;

/* Parts of one outcome, in the order in which the builder asks. */
typedef enum Part {
    PART_HOPE,  /* aspiration: section A of a plan */
    PART_HARD,  /* need: sections B, C, D */
    PART_WHAT,  /* what the child will be able to do: a verb phrase, 'ask a friend to play' */
    PART_WHERE, /* where, when, with whom: 'at playtime, with a friend' */
    PART_KNOW,  /* how everyone will know: 'three times a week' */
    PART_WHEN,  /* by when: 'by the end of Year 4' */
    PART_WHY,   /* why it matters: 'so that she has friends', stored without 'so that' */
    PART_HELP,  /* provision: sections F, G, H */
    PART_COUNT
} Part;

/* Areas of life: what the ideas follow and the plan page mirrors. */
typedef enum Area {
    AREA_NONE,
    AREA_TALKING, /* communication */
    AREA_FRIENDS, /* friendships, relationships */
    AREA_LEARNING,
    AREA_DOING,    /* independence: doing things for oneself */
    AREA_HEALTH,   /* body and health */
    AREA_FEELINGS, /* emotional wellbeing */
    AREA_OUT,      /* out and about: community */
    AREA_WORK,     /* work and next steps */
    AREA_COUNT
} Area;

/* Questions that only the family can answer (Oxfordshire guide, 'Questions to ask yourself'). */
typedef enum Question {
    QUESTION_MATTERS,   /* is it important to the child? */
    QUESTION_REALISTIC, /* can it happen by then? */
    QUESTION_AGREED,    /* have the child, family and school talked about it? */
    QUESTION_CONTROL,   /* can those involved make it happen? */
    QUESTION_COUNT
} Question;

typedef enum Answer { ANSWER_NONE, ANSWER_YES, ANSWER_NOT_SURE, ANSWER_COUNT } Answer;

typedef enum Progress {
    PROGRESS_NONE,
    PROGRESS_DONE, /* can do it */
    PROGRESS_PART, /* part of the way */
    PROGRESS_NOT_YET,
    PROGRESS_CHANGED, /* it is no longer the right outcome */
    PROGRESS_COUNT
} Progress;

typedef enum NextStep {
    NEXT_NONE,
    NEXT_KEEP,    /* keep going, with more time */
    NEXT_SMALLER, /* make it a smaller step */
    NEXT_HELP,    /* change what helps */
    NEXT_CLOSE,   /* well done, close it */
    NEXT_COUNT
} NextStep;

typedef struct Review {
    int16_t year; /* 0 where the clock was not to be trusted */
    int8_t month; /* 1 to 12, or 0 */
    Progress progress;
    NextStep next;
    char note[DRAFT_NOTE_SIZE];
} Review;

typedef struct Outcome {
    Area area;
    char words[PART_COUNT][DRAFT_WORDS_SIZE];
    char sentence[DRAFT_SENTENCE_SIZE]; /* edited as a whole; empty: composed from the parts */
    Answer answers[QUESTION_COUNT];
    uint16_t dismissed; /* bit f: the parent is happy with it as it is; f as in check.h, Fault */
    uint8_t left_out;   /* bit p: nobody wants to be asked for part p again; see part_may_go */
    bool closed;
    int8_t review_count;
    Review reviews[DRAFT_REVIEWS]; /* oldest first */
} Outcome;

/* School year group. 1 to 14 are Year 1 to Year 14. */
enum {
    YEAR_NOT_SAID = -3,
    YEAR_NURSERY = -1,
    YEAR_RECEPTION = 0,
    YEAR_LAST = 14,
    YEAR_COLLEGE = 15 /* beyond Year 14: college, training, supported internship */
};

typedef struct Draft Draft;
struct Draft {
    char name[DRAFT_NAME_SIZE]; /* a first name or one letter; empty: 'my child' */
    Pronoun pronoun;
    Plan plan;
    Voice voice;
    int8_t year_group;
    char says[DRAFT_WORDS_SIZE]; /* the child's own words */
    int8_t outcome_count;
    Outcome outcomes[DRAFT_OUTCOMES];
};

/* An empty draft: one empty outcome, year group not said. */
void draft_init(Draft *draft);

/* Overwrites every byte; the compiler may not leave it out. */
void draft_wipe(Draft *draft);

/* True when the family has said nothing yet (a year group alone counts as something). */
bool draft_empty(const Draft *draft);
bool outcome_empty(const Outcome *outcome);

/* Adds an empty outcome behind the last; its index, or -1 when there are DRAFT_OUTCOMES. The hope
 * is carried over from the last one: most plans have one or two. */
int draft_add_outcome(Draft *draft);

void draft_remove_outcome(Draft *draft, int index);
void draft_move_outcome(Draft *draft, int from, int to);

/* Replaces a part by words, tidied (no spaces at the ends, no double ones). True when all fitted.
 * The whole-sentence edit is dropped when the part it was made of changes. */
bool draft_set_words(Draft *draft, int index, Part part, const char *words);

/* Parts that are asked for beside the sentence and that a family may leave out for good: hope, what
 * is hard, where. Words for a part end its being left out. */
bool part_may_go(Part part);

/* Moves all words of one part behind those of another, nothing lost: 'this is help'. False, and
 * nothing changed, when they would not fit. */
bool draft_move_words(Draft *draft, int index, Part from, Part to);

/* Adds a look back; the oldest goes when there are DRAFT_REVIEWS. */
void outcome_add_review(Outcome *outcome, const Review *review);

/* Names used in JSON and in content, 'hope', 'not_yet'. NULL-terminated lists, in enum order. */
extern const char *const part_names[];
extern const char *const area_names[];
extern const char *const pronoun_names[];
extern const char *const plan_names[];
extern const char *const voice_names[];
extern const char *const question_names[];
extern const char *const answer_names[];
extern const char *const progress_names[];
extern const char *const next_names[];

/* Index of name in such a list, or -1. */
int name_index(const char *const names[], const char *name);

#endif
