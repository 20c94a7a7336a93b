/* A recursive-descent reader straight from the grammar of RFC 8259.
 *
 * It keeps nothing but the place in the text; depth is limited before it recurses. Each refusal
 * names its reason, so a content author sees file, line, column and why. */
#include "base/json_inner.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define KIB ((size_t)1024)

const JsonLimits json_draft_limits = {
    .bytes = 256 * KIB, .key = 64, .text = 8 * KIB, .depth = 16, .values = 4096};
const JsonLimits json_content_limits = {
    .bytes = 8 * KIB * KIB, .key = 256, .text = 64 * KIB, .depth = 16, .values = 400 * 1000};

bool json_refuse(JsonReader *r, const char *why) {
    if (!r->error->why) {
        *r->error = (JsonError){r->line, (int)(r->at - r->line_start) + 1, why};
    }
    return false;
}

static void skip_space(JsonReader *r) {
    for (; r->at < r->end; r->at++) {
        if (*r->at == '\n') {
            r->line++;
            r->line_start = r->at + 1;
        } else if (*r->at != ' ' && *r->at != '\t' && *r->at != '\r') {
            return;
        }
    }
}

static bool next_is(const JsonReader *r, char c) {
    return r->at < r->end && *r->at == c;
}

static bool digit_next(const JsonReader *r) {
    return r->at < r->end && *r->at >= '0' && *r->at <= '9';
}

static void skip_digits(JsonReader *r) {
    while (digit_next(r)) {
        r->at++;
    }
}

static bool read_word(JsonReader *r, const char *word) {
    size_t len = strlen(word);
    if ((size_t)(r->end - r->at) < len || memcmp(r->at, word, len) != 0) {
        return json_refuse(r, "expected a value");
    }
    r->at += len;
    return true;
}

static bool read_number(JsonReader *r, Json *value) {
    enum { LONGEST = 400 }; /* digits that anyone could mean; keeps strtod's copy on the stack */
    const char *start = r->at;
    if (next_is(r, '-')) {
        r->at++;
    }
    if (!digit_next(r)) {
        return json_refuse(r, "a number needs a digit here");
    }
    if (*r->at == '0') {
        r->at++;
        if (digit_next(r)) {
            return json_refuse(r, "a number may not begin with 0");
        }
    } else {
        skip_digits(r);
    }
    if (next_is(r, '.')) {
        r->at++;
        if (!digit_next(r)) {
            return json_refuse(r, "a digit must follow the decimal point");
        }
        skip_digits(r);
    }
    if (next_is(r, 'e') || next_is(r, 'E')) {
        r->at++;
        if (next_is(r, '+') || next_is(r, '-')) {
            r->at++;
        }
        if (!digit_next(r)) {
            return json_refuse(r, "a digit must follow the e of a number");
        }
        skip_digits(r);
    }
    size_t len = (size_t)(r->at - start);
    if (len > LONGEST) {
        return json_refuse(r, "number too long");
    }
    char copy[LONGEST + 1];
    memcpy(copy, start, len);
    copy[len] = '\0';
    value->number = strtod(copy, NULL);
    return isfinite(value->number) || json_refuse(r, "number too large");
}

static bool read_value(JsonReader *r, Json *value);

static Json *new_child(JsonReader *r, Json *parent, Json *last) {
    Json *child = arena_take(r->arena, sizeof *child);
    if (last) {
        last->next = child;
    } else {
        parent->child = child;
    }
    parent->count++;
    return child;
}

static bool read_list(JsonReader *r, Json *list) {
    r->at++;
    skip_space(r);
    if (next_is(r, ']')) {
        r->at++;
        return true;
    }
    Json *last = NULL;
    for (;;) {
        last = new_child(r, list, last);
        if (!read_value(r, last)) {
            return false;
        }
        skip_space(r);
        if (next_is(r, ']')) {
            r->at++;
            return true;
        }
        if (!next_is(r, ',')) {
            return json_refuse(r, "expected , or ]");
        }
        r->at++;
    }
}

static bool read_key(JsonReader *r, const Json *object, Json *member) {
    skip_space(r);
    if (!next_is(r, '"')) {
        return json_refuse(r, "expected a name in quotes");
    }
    size_t len;
    bool plain;
    if (!json_read_text(r, r->limits->key, &member->key, &len, &plain)) {
        return false;
    }
    if (strlen(member->key) != len) {
        return json_refuse(r, "a name may not hold a zero");
    }
    if (!json_name_is_new(r, object, member->key)) {
        return json_refuse(r, "the same name twice");
    }
    skip_space(r);
    if (!next_is(r, ':')) {
        return json_refuse(r, "expected :");
    }
    r->at++;
    return true;
}

static bool read_object(JsonReader *r, Json *object) {
    r->at++;
    skip_space(r);
    if (next_is(r, '}')) {
        r->at++;
        return true;
    }
    Json *last = NULL;
    for (;;) {
        last = new_child(r, object, last);
        if (!read_key(r, object, last) || !read_value(r, last)) {
            return false;
        }
        skip_space(r);
        if (next_is(r, '}')) {
            r->at++;
            return true;
        }
        if (!next_is(r, ',')) {
            return json_refuse(r, "expected , or }");
        }
        r->at++;
    }
}

static bool read_nested(JsonReader *r, Json *value) {
    if (++r->depth > r->limits->depth) {
        return json_refuse(r, "nested too deep");
    }
    bool good = value->kind == JSON_LIST ? read_list(r, value) : read_object(r, value);
    r->depth--;
    return good;
}

static bool read_value(JsonReader *r, Json *value) {
    skip_space(r);
    value->line = r->line;
    if (++r->values > r->limits->values) {
        return json_refuse(r, "too many values");
    }
    if (r->at >= r->end) {
        return json_refuse(r, "the text ends too soon");
    }
    switch (*r->at) {
    case '{':
        value->kind = JSON_OBJECT;
        return read_nested(r, value);
    case '[':
        value->kind = JSON_LIST;
        return read_nested(r, value);
    case '"':
        value->kind = JSON_TEXT;
        return json_read_text(r, r->limits->text, &value->text, &value->len, &value->plain);
    case 't':
        value->kind = JSON_TRUE;
        return read_word(r, "true");
    case 'f':
        value->kind = JSON_FALSE;
        return read_word(r, "false");
    case 'n':
        value->kind = JSON_NULL;
        return read_word(r, "null");
    default:
        value->kind = JSON_NUMBER;
        return next_is(r, '-') || digit_next(r) ? read_number(r, value)
                                                : json_refuse(r, "expected a value");
    }
}

const Json *json_read(Arena *arena, const char *bytes, size_t len, const JsonLimits *limits,
                      JsonError *error) {
    JsonError found = {0};
    JsonReader r = {.arena = arena,
                    .at = bytes,
                    .end = bytes + len,
                    .line_start = bytes,
                    .line = 1,
                    .limits = limits,
                    .error = &found};
    Json *root = arena_take(arena, sizeof *root);
    bool good = len <= limits->bytes ? read_value(&r, root) : json_refuse(&r, "file too large");
    if (good) {
        skip_space(&r);
        good = r.at == r.end || json_refuse(&r, "something follows the value");
    }
    if (!good) {
        *error = found;
        return NULL;
    }
    return root;
}
