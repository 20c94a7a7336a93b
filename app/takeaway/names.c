/* Making and recognising the names of our files on a stick. */
#include "takeaway/names.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

static const char start[] = "outcomes-", tail[] = ".tmp";

enum { START_LEN = sizeof start - 1, DIGITS = 3, TAIL_LEN = sizeof tail - 1 };

void file_name(int number, const char *suffix, bool temporary, char out[STICK_FILE_NAME_SIZE]) {
    assert(number >= 1 && number <= NUMBER_MOST);
    int len = snprintf(out, STICK_FILE_NAME_SIZE, "%s%0*d.%s%s", start, DIGITS, number, suffix,
                       temporary ? tail : "");
    assert(len < STICK_FILE_NAME_SIZE);
}

int name_number(const char *name) {
    if (strncasecmp(name, start, START_LEN) != 0) {
        return 0;
    }
    int number = 0;
    for (int i = 0; i < DIGITS; i++) {
        char c = name[START_LEN + i];
        if (c < '0' || c > '9') {
            return 0;
        }
        number = number * 10 + (c - '0');
    }
    return name[START_LEN + DIGITS] == '.' ? number : 0;
}

bool name_is_temporary(const char *name) {
    int number = name_number(name);
    size_t len = strlen(name), before = START_LEN + DIGITS + 1;
    if (number == 0 || len <= before + TAIL_LEN || len >= STICK_FILE_NAME_SIZE ||
        strcmp(name + len - TAIL_LEN, tail) != 0) {
        return false;
    }
    for (size_t at = before; at < len - TAIL_LEN; at++) {
        if (name[at] < 'a' || name[at] > 'z') {
            return false;
        }
    }
    return true;
}

void name_final(const char *temporary, char out[STICK_FILE_NAME_SIZE]) {
    assert(name_is_temporary(temporary));
    snprintf(out, STICK_FILE_NAME_SIZE, "%.*s", (int)(strlen(temporary) - TAIL_LEN), temporary);
}
