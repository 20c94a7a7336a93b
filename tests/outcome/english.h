/* The grammar words of content/en/grammar.json, for tests of the rooms below the library. */
#ifndef TESTS_OUTCOME_ENGLISH_H
#define TESTS_OUTCOME_ENGLISH_H

#include "outcome/compose.h"

/* Loaded once; borrowed until the end. */
const Grammar *english(void);
void english_done(void);

#endif
