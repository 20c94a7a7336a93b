/* Nothing is said by adding an outcome and going away again. */
#include "takeaway/said.h"

#include <string.h>

bool said_outcome(const Draft *draft, int index) {
    const Outcome *outcome = &draft->outcomes[index];
    if (outcome_empty(outcome)) {
        return false;
    }
    bool more = outcome->sentence[0];
    for (int part = 0; part < PART_COUNT; part++) {
        more = more || (part != PART_HOPE && outcome->words[part][0]);
    }
    return more || index == 0 ||
           strcmp(outcome->words[PART_HOPE], outcome[-1].words[PART_HOPE]) != 0;
}

int said_count(const Draft *draft) {
    int count = 0;
    for (int i = 0; i < draft->outcome_count; i++) {
        count += said_outcome(draft, i);
    }
    return count;
}
