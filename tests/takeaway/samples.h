/* Drafts as families bring them home, for looking at what the formats make of them. */
#ifndef TESTS_TAKEAWAY_SAMPLES_H
#define TESTS_TAKEAWAY_SAMPLES_H

#include "outcome/draft.h"

typedef struct Sample {
    const char *name;
    void (*make)(Draft *draft);
} Sample;

extern const Sample samples[]; /* ends with name NULL */

#endif
