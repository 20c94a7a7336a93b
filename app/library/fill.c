/* Placeholders: '{name} will' with name = Maya is 'Maya will'. Knows no key by itself. */
#include "library/library.h"

#include <string.h>

static const char curly_apostrophe[] = "\xE2\x80\x99";

/* Bytes at text that stand for one character of a key, both apostrophes as '\''. */
static size_t key_char(const char *text, char *out) {
    size_t curly = strlen(curly_apostrophe);
    if (strncmp(text, curly_apostrophe, curly) == 0) {
        *out = '\'';
        return curly;
    }
    *out = text[0];
    return 1;
}

/* True when pattern, behind its '{', goes on with key and '}'. *len: bytes up to and with that. */
static bool key_is(const char *pattern, const char *key, size_t *len) {
    const char *at = pattern;
    while (*key && *at) {
        char a, b;
        at += key_char(at, &a);
        key += key_char(key, &b);
        if (a != b) {
            return false;
        }
    }
    *len = (size_t)(at - pattern) + 1;
    return !*key && *at == '}';
}

/* The value for the key behind '{', or NULL. */
static const char *value_of(const char *pattern, const char *const pairs[], size_t *len) {
    for (int i = 0; pairs[i]; i += 2) {
        if (key_is(pattern, pairs[i], len)) {
            return pairs[i + 1];
        }
    }
    return NULL;
}

void library_fill(const char *pattern, const char *const pairs[], Buf *out) {
    while (*pattern) {
        size_t plain = strcspn(pattern, "{");
        buf_add(out, pattern, plain);
        pattern += plain;
        if (!*pattern) {
            break;
        }
        size_t len;
        const char *value = value_of(pattern + 1, pairs, &len);
        if (value) {
            buf_text(out, value);
            pattern += 1 + len;
        } else {
            buf_char(out, *pattern++);
        }
    }
}

const char *library_filled(Arena *arena, const char *pattern, const char *const pairs[]) {
    Buf out = {0};
    library_fill(pattern, pairs, &out);
    const char *text = arena_copy(arena, buf_string(&out), out.len);
    buf_done(&out);
    return text;
}
