/* Are two deeds of one statement two outcomes, or steps of one activity? */
#ifndef OUTCOME_APART_H
#define OUTCOME_APART_H

#include "outcome/sentence.h"

/* A deed with the words that belong to it. Who finds one sets the first three. */
typedef struct Deed {
    int from, verb, to; /* tokens */
    unsigned areas;     /* parts of life that its words speak of, a bit for each */
    unsigned main;      /* those of its verb, or of its object where the verb tells none */
    bool restated;      /* 'and will', 'and to', 'and he' */
    bool timed;         /* 'once a week', 'without', 'by herself': it is complete */
    bool told;          /* another clause with its own 'will' is in it */
    bool back;          /* 'it', 'there': it goes on with the deed before */
} Deed;

/* Fills in the rest of a deed. */
void deed_read(const Sentence *sentence, Deed *deed);

/* Could the first be reached on one day and the second on another? */
bool deeds_apart(const Sentence *sentence, const Deed *first, const Deed *second);

#endif
