/* Drafts that several tests use, and what makes two of them the same. Invented children only. */
#ifndef TESTS_OUTCOME_DRAFTS_H
#define TESTS_OUTCOME_DRAFTS_H

#include "outcome/draft.h"

#include <stdbool.h>

/* Two outcomes with something in every field. */
void drafts_maya(Draft *draft);

/* Every text as long as it may be, made of unit again and again, and every count at its limit. */
void drafts_fullest(Draft *draft, const char *unit);

bool drafts_same(const Draft *a, const Draft *b);

/* All that the rest of the program relies on: counts, enums, texts that end and are clean UTF-8. */
bool drafts_valid(const Draft *draft);

#endif
