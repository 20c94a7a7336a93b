/* The forms of English verbs, as hashes. */
#ifndef OUTCOME_FORMS_H
#define OUTCOME_FORMS_H

#include "outcome/words.h"

typedef struct Form {
    WordClass form; /* W_S, W_ING or W_ED */
    uint64_t hash;
} Form;

enum { FORMS_MOST = 6 };

/* All forms but the base of a regular verb of len letters, at least one; how many. */
int forms_of(const char *base, size_t len, Form out[FORMS_MOST]);

#endif
