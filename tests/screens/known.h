/* Breaches that are known, from known_breaches.txt: 'screen size panel kind', one a line. The list
 * may only shrink. */
#ifndef TESTS_SCREENS_KNOWN_H
#define TESTS_SCREENS_KNOWN_H

#include <stdbool.h>

enum { KNOWN_KEY = 96 };

typedef struct Known {
    char (*keys)[KNOWN_KEY];
    bool *met; /* by known_has */
    int count;
} Known;

void known_read(Known *known); /* fails the test when it cannot */
void known_free(Known *known);

bool known_has(Known *known, const char *key);

#endif
