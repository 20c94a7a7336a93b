/* Words between quotation marks that somebody says: 'tells an adult "I need a break"'. They are
 * what is said, not what the statement says. */
#ifndef OUTCOME_SAID_H
#define OUTCOME_SAID_H

#include "outcome/sentence.h"

/* Puts one word that no list knows in the place of each quotation behind a verb of talking. Other
 * quotation marks, and one around the whole statement, change nothing. */
void said_hide(Sentence *sentence);

#endif
