/* Reading the list. */
#include "known.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

void known_read(Known *known) {
    enum { KNOWN_MOST = 4000 };
    FILE *file = fopen("tests/screens/known_breaches.txt", "r");
    assert_non_null(file);
    known->count = 0;
    known->keys = calloc(KNOWN_MOST, sizeof *known->keys);
    known->met = calloc(KNOWN_MOST, sizeof *known->met);
    assert_non_null(known->keys);
    assert_non_null(known->met);
    char line[KNOWN_KEY];
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] && line[0] != '#') {
            assert_true(known->count < KNOWN_MOST);
            text_set(known->keys[known->count++], KNOWN_KEY, line);
        }
    }
    fclose(file);
}

void known_free(Known *known) {
    free(known->keys);
    free(known->met);
    *known = (Known){0};
}

bool known_has(Known *known, const char *key) {
    for (int i = 0; i < known->count; i++) {
        if (strcmp(known->keys[i], key) == 0) {
            known->met[i] = true;
            return true;
        }
    }
    return false;
}
