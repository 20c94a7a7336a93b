/* Small helpers over fixed-size fields. */
#include "base/text.h"
#include "base/utf8.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

bool text_set_n(char *dst, size_t size, const char *text, size_t len) {
    assert(size > 0);
    size_t fits = utf8_clip(text, len, size - 1);
    memcpy(dst, text, fits);
    explicit_bzero(dst + fits, size - fits);
    return fits == len;
}

bool text_set(char *dst, size_t size, const char *text) {
    return text_set_n(dst, size, text, strlen(text));
}

bool text_add(char *dst, size_t size, const char *text) {
    size_t used = strlen(dst);
    assert(used < size);
    return text_set(dst + used, size - used, text);
}

bool text_same(const char *a, const char *b) {
    return strcasecmp(a, b) == 0;
}

void text_tidy(char *text) {
    size_t out = 0;
    bool gap = false;
    for (size_t at = 0; text[at]; at++) {
        char c = text[at];
        if (c == ' ' || c == '\n' || c == '\t') {
            gap = out > 0;
            continue;
        }
        if (gap) {
            text[out++] = ' ';
            gap = false;
        }
        text[out++] = c;
    }
    explicit_bzero(text + out, strlen(text + out));
}

bool text_starts(const char *text, const char *start) {
    return strncmp(text, start, strlen(start)) == 0;
}

bool text_ends(const char *text, const char *end) {
    size_t len = strlen(text), tail = strlen(end);
    return len >= tail && strcmp(text + len - tail, end) == 0;
}
