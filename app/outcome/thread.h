/* The golden thread of a draft, as data: hope -> what is hard -> outcome -> what will help
 * (Oxfordshire guide, 'Deciding on outcomes'), what is still open in it, and what of life it
 * covers.
 *
 * Made from a draft whenever it is wanted and never kept; it borrows from that draft. It says what
 * is there and what is open, never what is good or bad. */
#ifndef OUTCOME_THREAD_H
#define OUTCOME_THREAD_H

#include "outcome/draft.h"

typedef enum Link { LINK_HOPE, LINK_HARD, LINK_OUTCOME, LINK_HELP, LINK_COUNT } Link;

/* Section E holds outcomes for education, health and care (Code of Practice 9.64). */
typedef enum Triad { TRIAD_EDUCATION, TRIAD_HEALTH, TRIAD_CARE, TRIAD_COUNT } Triad;

/* From Year 9 outcomes prepare for adult life, in the words of the Oxfordshire guide: higher
 * education and paid employment; developing independence; good health; friendships, relationships
 * and community participation. */
typedef enum Adult {
    ADULT_WORK,
    ADULT_INDEPENDENCE,
    ADULT_HEALTH,
    ADULT_COMMUNITY,
    ADULT_COUNT
} Adult;

enum {
    THREAD_ENOUGH = 6, /* 'better to focus on about 6': Oxfordshire guide */
    ADULT_FROM_YEAR = 9
};

/* One outcome that somebody has begun. */
typedef struct Strand {
    int outcome; /* index in the draft */
    bool has[LINK_COUNT];
    int open; /* how many links are missing */
} Strand;

/* Outcomes that lead to the same hope, in the order of the draft. */
typedef struct ThreadGroup {
    const char *hope; /* borrowed from the draft; "" where none was said */
    int count;
    Strand strands[DRAFT_OUTCOMES];
} ThreadGroup;

typedef struct Thread {
    int group_count;
    ThreadGroup groups[DRAFT_OUTCOMES]; /* in the order in which their hopes come up */
    int outcomes;                       /* begun, open and closed */
    int open_links;                     /* missing in all of them */
    bool many; /* more than THREAD_ENOUGH that are not closed: say so gently, never block */
    int areas[AREA_COUNT];  /* outcomes of each area; closed ones too */
    int triad[TRIAD_COUNT]; /* the same, by what they belong to */
    int adult[ADULT_COUNT];
} Thread;

/* Two hopes are the same when they differ in capitals and in spaces and stops at the end only. */
void thread_of(const Draft *draft, Thread *out);

/* Of an area: TRIAD_COUNT and ADULT_COUNT for AREA_NONE. */
Triad area_triad(Area area);
Adult area_adult(Area area);

/* True when the four parts of adult life are to be looked at. */
bool year_prepares_for_adult_life(int year_group);

/* String ids for reading the thread as four sentences: with the link's {words}, and when it is
 * open. */
extern const char *const link_says[LINK_COUNT];  /* 't.say.hope' */
extern const char *const link_opens[LINK_COUNT]; /* 't.open.hope' */

/* What a link says: the words of its part; for the outcome the sentence edited as a whole, else ""
 * (then it is composed). */
const char *link_words(const Outcome *outcome, Link link);

/* A question to take to the meeting. */
typedef struct MeetingQuestion {
    const char *id;    /* of a string: 'm.help' */
    uint16_t outcomes; /* bit i: outcome i leaves it open; 0: about all of them */
} MeetingQuestion;

enum { MEETING_MOST = PART_COUNT + QUESTION_COUNT + 1 };

/* The questions that the draft leaves open, in the order of the builder, then those that only
 * people can answer, last when to look back. Closed outcomes and those not begun ask nothing, nor
 * do parts that were left out for good. In a sentence edited as a whole nobody can tell which part
 * is missing: it asks for none. Returns how many. */
int thread_questions(const Draft *draft, MeetingQuestion out[MEETING_MOST]);

#endif
