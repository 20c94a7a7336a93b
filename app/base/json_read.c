/* A recursive-descent reader straight from the grammar of RFC 8259.
 *
 * It keeps nothing but the place in the text; depth is limited before it recurses. Each refusal
 * names its reason, so a content author sees file, line, column and why. */
#include "base/json.h"
#include "base/utf8.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define KIB ((size_t)1024)

const JsonLimits json_draft_limits = {
    .bytes = 256 * KIB, .key = 64, .text = 8 * KIB, .depth = 16, .values = 4096};
const JsonLimits json_content_limits = {
    .bytes = 8 * KIB * KIB, .key = 256, .text = 64 * KIB, .depth = 16, .values = 400 * 1000};

/* Every name read so far, with the object it is in: open addressing. */
typedef struct Names {
    struct Name {
        const Json *object; /* NULL: free place */
        const char *key;
    } * at;
    size_t size, used; /* size: a power of two, or 0 */
} Names;

typedef struct Reader {
    Arena *arena;
    const char *at, *end, *line_start;
    int line, depth, values;
    const JsonLimits *limits;
    JsonError *error;
    Names names;
} Reader;

static bool refuse(Reader *r, const char *why) {
    if (!r->error->why) {
        *r->error = (JsonError){r->line, (int)(r->at - r->line_start) + 1, why};
    }
    return false;
}

static void skip_space(Reader *r) {
    for (; r->at < r->end; r->at++) {
        if (*r->at == '\n') {
            r->line++;
            r->line_start = r->at + 1;
        } else if (*r->at != ' ' && *r->at != '\t' && *r->at != '\r') {
            return;
        }
    }
}

static bool next_is(const Reader *r, char c) {
    return r->at < r->end && *r->at == c;
}

static bool digit_next(const Reader *r) {
    return r->at < r->end && *r->at >= '0' && *r->at <= '9';
}

static void skip_digits(Reader *r) {
    while (digit_next(r)) {
        r->at++;
    }
}

static bool read_word(Reader *r, const char *word) {
    size_t len = strlen(word);
    if ((size_t)(r->end - r->at) < len || memcmp(r->at, word, len) != 0) {
        return refuse(r, "expected a value");
    }
    r->at += len;
    return true;
}

static bool read_number(Reader *r, Json *value) {
    enum { LONGEST = 400 }; /* digits that anyone could mean; keeps strtod's copy on the stack */
    const char *start = r->at;
    if (next_is(r, '-')) {
        r->at++;
    }
    if (!digit_next(r)) {
        return refuse(r, "a number needs a digit here");
    }
    if (*r->at == '0') {
        r->at++;
        if (digit_next(r)) {
            return refuse(r, "a number may not begin with 0");
        }
    } else {
        skip_digits(r);
    }
    if (next_is(r, '.')) {
        r->at++;
        if (!digit_next(r)) {
            return refuse(r, "a digit must follow the decimal point");
        }
        skip_digits(r);
    }
    if (next_is(r, 'e') || next_is(r, 'E')) {
        r->at++;
        if (next_is(r, '+') || next_is(r, '-')) {
            r->at++;
        }
        if (!digit_next(r)) {
            return refuse(r, "a digit must follow the e of a number");
        }
        skip_digits(r);
    }
    size_t len = (size_t)(r->at - start);
    if (len > LONGEST) {
        return refuse(r, "number too long");
    }
    char copy[LONGEST + 1];
    memcpy(copy, start, len);
    copy[len] = '\0';
    value->number = strtod(copy, NULL);
    return isfinite(value->number) || refuse(r, "number too large");
}

static bool read_hex4(Reader *r, uint32_t *out) {
    uint32_t value = 0;
    for (int i = 0; i < 4; i++, r->at++) {
        char c = '\0';
        if (r->at < r->end) {
            c = *r->at;
        }
        if (c >= '0' && c <= '9') {
            value = value * 16 + (uint32_t)(c - '0');
        } else if (c >= 'a' && c <= 'f') {
            value = value * 16 + (uint32_t)(c - 'a' + 10);
        } else if (c >= 'A' && c <= 'F') {
            value = value * 16 + (uint32_t)(c - 'A' + 10);
        } else {
            return refuse(r, "\\u needs four hexadecimal digits");
        }
    }
    *out = value;
    return true;
}

/* Behind "\u": one code point, which may take a pair of escapes. */
static bool read_unicode_escape(Reader *r, uint32_t *point) {
    uint32_t low;
    if (!read_hex4(r, point)) {
        return false;
    }
    if (*point >= 0xDC00 && *point <= 0xDFFF) {
        return refuse(r, "second half of a surrogate pair alone");
    }
    if (*point < 0xD800 || *point > 0xDBFF) {
        return true;
    }
    if (r->end - r->at < 2 || r->at[0] != '\\' || r->at[1] != 'u') {
        return refuse(r, "first half of a surrogate pair alone");
    }
    r->at += 2;
    if (!read_hex4(r, &low)) {
        return false;
    }
    if (low < 0xDC00 || low > 0xDFFF) {
        return refuse(r, "first half of a surrogate pair alone");
    }
    *point = 0x10000 + ((*point - 0xD800) << 10) + (low - 0xDC00);
    return true;
}

static bool read_escape(Reader *r, uint32_t *point) {
    r->at++; /* the backslash */
    if (r->at >= r->end) {
        return refuse(r, "text does not end");
    }
    static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
    char c = *r->at;
    if (c == 'u') {
        r->at++;
        return read_unicode_escape(r, point);
    }
    const char *found = c ? strchr(letters, c) : NULL;
    if (!found) {
        return refuse(r, "unknown escape");
    }
    r->at++;
    *point = (uint32_t)(unsigned char)meanings[found - letters];
    return true;
}

static bool turns_direction(uint32_t point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

/* Bytes that stand for themselves and need no look: printable ASCII but the quote and \. */
static bool stands_for_itself(char c) {
    return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

/* The same of eight bytes at once. */
static bool all_stand_for_themselves(uint64_t eight) {
    const uint64_t each = UINT64_C(0x0101010101010101), tops = each * 0x80;
    uint64_t quote = (eight ^ (each * '"')) - each, backslash = (eight ^ (each * '\\')) - each;
    uint64_t low = eight - each * 0x20, high = eight | (eight + each);
    return ((low | high | quote | backslash) & tops) == 0; /* a borrow only follows such a byte */
}

static const char *plain_end(const char *at, const char *end) {
    uint64_t eight;
    for (; (size_t)(end - at) >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, at, sizeof eight);
        if (!all_stand_for_themselves(eight)) {
            break;
        }
    }
    while (at < end && stands_for_itself(*at)) {
        at++;
    }
    return at;
}

/* One character that needs a look, from the text to out: an escape, or one of several bytes. Moves
 * out behind it. */
static bool read_special(Reader *r, char **out) {
    uint32_t point = 0;
    if ((unsigned char)*r->at < 0x20) {
        return refuse(r, "a control character must be escaped");
    }
    if (*r->at == '\\') {
        if (!read_escape(r, &point)) {
            return false;
        }
    } else {
        int n = utf8_read(r->at, (size_t)(r->end - r->at), &point);
        if (n < 0) {
            return refuse(r, "not UTF-8");
        }
        r->at += n;
    }
    if (turns_direction(point)) {
        return refuse(r, "a mark that turns the reading direction");
    }
    *out += utf8_write(*out, point);
    return true;
}

/* Bytes enough for the text: none is longer unescaped than as it stands. */
static size_t text_room(const Reader *r, size_t most) {
    const char *quote = r->at - 1;
    do { /* one behind a backslash may not be the last */
        quote = memchr(quote + 1, '"', (size_t)(r->end - quote - 1));
    } while (quote && quote[-1] == '\\');
    size_t left = (size_t)((quote ? quote : r->end) - r->at);
    return (left < most ? left : most) + UTF8_MOST + 1;
}

/* Text without its quotes, unescaped straight into the arena. */
static bool read_text(Reader *r, size_t most, const char **text, size_t *len, bool *plain) {
    r->at++; /* the opening quote */
    char *start = arena_text(r->arena, text_room(r, most)), *out = start;
    *plain = true;
    for (;;) {
        const char *from = r->at;
        r->at = plain_end(from, r->end);
        size_t run = (size_t)(r->at - from);
        if ((size_t)(out - start) + run > most) {
            r->at = from + most + 1 - (out - start);
            return refuse(r, "text too long");
        }
        memcpy(out, from, run);
        out += run;
        if (r->at >= r->end) {
            return refuse(r, "text does not end");
        }
        if (*r->at == '"') {
            r->at++;
            *text = start;
            *len = (size_t)(out - start);
            return true;
        }
        *plain = false;
        if (!read_special(r, &out)) {
            return false;
        }
        if ((size_t)(out - start) > most) {
            return refuse(r, "text too long");
        }
    }
}

static bool read_value(Reader *r, Json *value);

static Json *new_child(Reader *r, Json *parent, Json *last) {
    Json *child = arena_take(r->arena, sizeof *child);
    if (last) {
        last->next = child;
    } else {
        parent->child = child;
    }
    parent->count++;
    return child;
}

static bool read_list(Reader *r, Json *list) {
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
            return refuse(r, "expected , or ]");
        }
        r->at++;
    }
}

/* Where the name of that object is, or the free place where it goes. */
static struct Name *name_place(const Names *names, const Json *object, const char *key) {
    uint64_t hash = (uintptr_t)object;
    for (const char *at = key; *at; at++) {
        hash = (hash ^ (unsigned char)*at) * UINT64_C(1099511628211); /* FNV-1a */
    }
    size_t mask = names->size - 1, at = (size_t)(hash ^ hash >> 32) & mask;
    while (names->at[at].object &&
           (names->at[at].object != object || strcmp(names->at[at].key, key) != 0)) {
        at = (at + 1) & mask;
    }
    return &names->at[at];
}

static void names_grow(Reader *r) {
    enum { FIRST_SIZE = 64 };
    Names old = r->names;
    r->names.size = old.size ? old.size * 2 : FIRST_SIZE;
    r->names.at = arena_take(r->arena, r->names.size * sizeof *r->names.at);
    for (size_t i = 0; i < old.size; i++) {
        if (old.at[i].object) {
            *name_place(&r->names, old.at[i].object, old.at[i].key) = old.at[i];
        }
    }
}

/* False when the object has that name already. */
static bool name_is_new(Reader *r, const Json *object, const char *key) {
    if (r->names.used * 2 >= r->names.size) {
        names_grow(r);
    }
    struct Name *place = name_place(&r->names, object, key);
    if (place->object) {
        return false;
    }
    *place = (struct Name){object, key};
    r->names.used++;
    return true;
}

static bool read_key(Reader *r, const Json *object, Json *member) {
    skip_space(r);
    if (!next_is(r, '"')) {
        return refuse(r, "expected a name in quotes");
    }
    size_t len;
    bool plain;
    if (!read_text(r, r->limits->key, &member->key, &len, &plain)) {
        return false;
    }
    if (strlen(member->key) != len) {
        return refuse(r, "a name may not hold a zero");
    }
    if (!name_is_new(r, object, member->key)) {
        return refuse(r, "the same name twice");
    }
    skip_space(r);
    if (!next_is(r, ':')) {
        return refuse(r, "expected :");
    }
    r->at++;
    return true;
}

static bool read_object(Reader *r, Json *object) {
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
            return refuse(r, "expected , or }");
        }
        r->at++;
    }
}

static bool read_nested(Reader *r, Json *value) {
    if (++r->depth > r->limits->depth) {
        return refuse(r, "nested too deep");
    }
    bool good = value->kind == JSON_LIST ? read_list(r, value) : read_object(r, value);
    r->depth--;
    return good;
}

static bool read_value(Reader *r, Json *value) {
    skip_space(r);
    value->line = r->line;
    if (++r->values > r->limits->values) {
        return refuse(r, "too many values");
    }
    if (r->at >= r->end) {
        return refuse(r, "the text ends too soon");
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
        return read_text(r, r->limits->text, &value->text, &value->len, &value->plain);
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
                                                : refuse(r, "expected a value");
    }
}

const Json *json_read(Arena *arena, const char *bytes, size_t len, const JsonLimits *limits,
                      JsonError *error) {
    JsonError found = {0};
    Reader r = {.arena = arena,
                .at = bytes,
                .end = bytes + len,
                .line_start = bytes,
                .line = 1,
                .limits = limits,
                .error = &found};
    Json *root = arena_take(arena, sizeof *root);
    bool good = len <= limits->bytes ? read_value(&r, root) : refuse(&r, "file too large");
    if (good) {
        skip_space(&r);
        good = r.at == r.end || refuse(&r, "something follows the value");
    }
    if (!good) {
        *error = found;
        return NULL;
    }
    return root;
}

const Json *json_get(const Json *object, const char *key) {
    if (!object || object->kind != JSON_OBJECT) {
        return NULL;
    }
    const Json *member = object->child;
    while (member && strcmp(member->key, key) != 0) {
        member = member->next;
    }
    return member;
}

const char *json_text(const Json *object, const char *key, const char *fallback) {
    const Json *member = json_get(object, key);
    return member && member->kind == JSON_TEXT ? member->text : fallback;
}

bool json_is_whole(const Json *value) {
    const double most = 9007199254740992.0; /* 2^53: beyond it doubles skip whole numbers */
    return value && value->kind == JSON_NUMBER && fabs(value->number) <= most &&
           floor(value->number) == value->number;
}

int64_t json_whole(const Json *object, const char *key, int64_t fallback) {
    const Json *member = json_get(object, key);
    return json_is_whole(member) ? (int64_t)member->number : fallback;
}

bool json_true(const Json *object, const char *key) {
    const Json *member = json_get(object, key);
    return member && member->kind == JSON_TRUE;
}
