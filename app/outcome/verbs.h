/* English verbs as parents begin a phrase with them: which words are plain verbs, and their -ing
 * form.
 *
 * Only verbs it knows are turned, so that nothing is turned that cannot be. In a language whose
 * words it does not know it turns nothing, and the composer falls back on 'I can'. */
#ifndef OUTCOME_VERBS_H
#define OUTCOME_VERBS_H

#include <stdbool.h>
#include <stddef.h>

enum { VERB_SIZE = 24 };

/* True for the base form of a known verb, any capitals: 'ask', 'Ask'. */
bool verb_known(const char *word, size_t len);

/* True for known verbs that say how things are rather than what is done: 'have', 'know'. They stand
 * as they are: 'I have two friends', not 'I am having'. */
bool verb_of_state(const char *word, size_t len);

/* The known verb of which word is the form for he, she or it: 'asks' -> 'ask'. False for others. */
bool verb_from_s(const char *word, size_t len, char out[VERB_SIZE]);

/* True for the -ing form of a known verb: 'asking', 'swimming'. */
bool verb_is_ing(const char *word, size_t len);

/* The -ing form of a known verb, in lower case: 'swim' -> 'swimming', 'tie' -> 'tying'. False, and
 * out untouched, for words that are none. */
bool verb_to_ing(const char *word, size_t len, char out[VERB_SIZE]);

#endif
