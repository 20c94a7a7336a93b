/* The strict reader: what it accepts keeps every promise of json.h and is read again equal. */
#include "fuzz/fuzz.h"

#include "base/json.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static int values;

static void look_at_text(const char *text, size_t len, size_t most) {
    assert(text && len <= most && text[len] == '\0' && utf8_valid(text, len));
}

static void look_at(const Json *value, int depth) {
    const JsonLimits *limits = &json_draft_limits;
    assert(value->line >= 1 && ++values <= limits->values && depth <= limits->depth);
    if (value->kind == JSON_TEXT) {
        look_at_text(value->text, value->len, limits->text);
    }
    int count = 0;
    for (const Json *child = value->child; child; child = child->next) {
        assert(value->kind == JSON_LIST || value->kind == JSON_OBJECT);
        assert((child->key != NULL) == (value->kind == JSON_OBJECT));
        if (child->key) {
            look_at_text(child->key, strlen(child->key), limits->key);
            assert(json_get(value, child->key) == child); /* no name twice */
        }
        look_at(child, depth + (child->kind == JSON_LIST || child->kind == JSON_OBJECT));
        count++;
    }
    assert(count == value->count);
}

static void print_text(const char *text, size_t len, Buf *out) {
    buf_char(out, '"');
    for (size_t at = 0; at < len; at++) {
        unsigned char c = (unsigned char)text[at];
        if (c < 0x20 || c == '"' || c == '\\') {
            buf_print(out, "\\u%04x", c);
        } else {
            buf_char(out, (char)c);
        }
    }
    buf_char(out, '"');
}

static void print(const Json *value, Buf *out) {
    static const char *const words[] = {
        [JSON_NULL] = "null", [JSON_FALSE] = "false", [JSON_TRUE] = "true"};
    if (value->kind <= JSON_TRUE) {
        buf_text(out, words[value->kind]);
    } else if (value->kind == JSON_NUMBER) {
        buf_print(out, "%.17g", value->number);
    } else if (value->kind == JSON_TEXT) {
        print_text(value->text, value->len, out);
    } else {
        bool list = value->kind == JSON_LIST;
        buf_char(out, list ? '[' : '{');
        for (const Json *child = value->child; child; child = child->next) {
            if (child != value->child) {
                buf_char(out, ',');
            }
            if (child->key) {
                print_text(child->key, strlen(child->key), out);
                buf_char(out, ':');
            }
            print(child, out);
        }
        buf_char(out, list ? ']' : '}');
    }
}

static bool same(const Json *a, const Json *b) {
    if (a->kind != b->kind || a->count != b->count || a->len != b->len ||
        (a->key && strcmp(a->key, b->key) != 0) ||
        (a->text && memcmp(a->text, b->text, a->len) != 0) ||
        memcmp(&a->number, &b->number, sizeof a->number) != 0) {
        return false;
    }
    const Json *x = a->child, *y = b->child;
    while (x && y && same(x, y)) {
        x = x->next;
        y = y->next;
    }
    return !x && !y;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) {
    Arena arena = {0};
    JsonError error = {0};
    const Json *root = json_read(&arena, (const char *)bytes, len, &json_draft_limits, &error);
    if (!root) {
        assert(error.why && error.line >= 1 && error.column >= 1);
    } else {
        assert(!error.why);
        values = 0;
        look_at(root, root->kind == JSON_LIST || root->kind == JSON_OBJECT);
        Buf again = {0};
        print(root, &again);
        JsonLimits roomy = json_draft_limits;
        roomy.bytes = again.len;
        const Json *second = json_read(&arena, again.bytes, again.len, &roomy, &error);
        assert(second && same(root, second));
        buf_done(&again);
    }
    arena_done(&arena);
    return 0;
}
