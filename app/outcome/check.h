/* The outcome checker: gentle questions about one sentence.
 *
 * Normalise -> cut the preface -> find deadline, reason, main clause -> subject and main verb ->
 * cures -> findings. Labels and meanings follow the project's labelling rules (docs in check.c).
 * The word lists are content; the engine knows classes, not words. No allocation while checking. */
#ifndef OUTCOME_CHECK_H
#define OUTCOME_CHECK_H

#include "outcome/draft.h"

#include <stddef.h>

typedef enum Fault {
    FAULT_DESCRIBES_PROVISION, /* help, staff, place, sessions, or what an adult will do */
    FAULT_NO_TIMEFRAME,
    FAULT_NOT_MEASURABLE,
    FAULT_VAGUE_WORDING,
    FAULT_NOT_PERSONAL, /* about a service, staff, family or group */
    FAULT_NO_REASON,
    FAULT_ADULT_LANGUAGE,
    FAULT_SEVERAL_IN_ONE,
    FAULT_NOT_ABOUT_OUTCOME, /* hope, need, strength, complaint */
    FAULT_COUNT
} Fault;

extern const char *const fault_names[]; /* 'describes_provision' ... NULL-terminated */

typedef struct Finding {
    Fault fault;
    int from, to; /* bytes of the checked text that set it off; from == to: something missing */
    Part belongs; /* where the words belong: PART_HELP, PART_HOPE, PART_HARD; else PART_COUNT */
    const char *plain; /* plain word to swap in for jargon; NULL: none. Borrowed from the rules */
} Finding;

enum { FINDINGS_MOST = 16 };

typedef struct Checked {
    bool good;       /* 'good' or 'not_good' as in `talking-points check` */
    bool distress;   /* self-harm or abuse: no prompts, no praise, the calm card */
    uint16_t faults; /* bits by Fault: all that was found, also where nothing is asked */
    int count;
    Finding found[FINDINGS_MOST]; /* count, in the order in which to show them; none on distress */
} Checked;

/* Word lists and settings compiled for fast look-up. Owned by whoever made it. */
typedef struct Rules Rules;

/* Checks one statement: any bytes, any length (words beyond the first 400 are not read). An empty
 * statement is not good and has no faults. Nothing is allocated. Where words tell of self-harm or
 * abuse, distress is set and there are no findings; look at distress before praising. */
void check_text(const Rules *rules, const char *text, size_t len, Checked *out);

#endif
