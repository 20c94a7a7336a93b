/* Texts of JSON: from quote to quote, unescaped, in the shortest UTF-8 and without marks that turn
 * the reading direction. What stands for itself, nearly all of it, is passed eight bytes at a time.
 */
#include "base/json_inner.h"
#include "base/utf8.h"

#include <string.h>

static bool read_hex4(JsonReader *r, uint32_t *out) {
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
            return json_refuse(r, "\\u needs four hexadecimal digits");
        }
    }
    *out = value;
    return true;
}

/* Behind "\u": one code point, which may take a pair of escapes. */
static bool read_unicode_escape(JsonReader *r, uint32_t *point) {
    uint32_t low;
    if (!read_hex4(r, point)) {
        return false;
    }
    if (*point >= 0xDC00 && *point <= 0xDFFF) {
        return json_refuse(r, "second half of a surrogate pair alone");
    }
    if (*point < 0xD800 || *point > 0xDBFF) {
        return true;
    }
    if (r->end - r->at < 2 || r->at[0] != '\\' || r->at[1] != 'u') {
        return json_refuse(r, "first half of a surrogate pair alone");
    }
    r->at += 2;
    if (!read_hex4(r, &low)) {
        return false;
    }
    if (low < 0xDC00 || low > 0xDFFF) {
        return json_refuse(r, "first half of a surrogate pair alone");
    }
    *point = 0x10000 + ((*point - 0xD800) << 10) + (low - 0xDC00);
    return true;
}

static bool read_escape(JsonReader *r, uint32_t *point) {
    r->at++; /* the backslash */
    if (r->at >= r->end) {
        return json_refuse(r, "text does not end");
    }
    static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
    char c = *r->at;
    if (c == 'u') {
        r->at++;
        return read_unicode_escape(r, point);
    }
    const char *found = c ? strchr(letters, c) : NULL;
    if (!found) {
        return json_refuse(r, "unknown escape");
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
static bool read_special(JsonReader *r, char **out) {
    uint32_t point = 0;
    if ((unsigned char)*r->at < 0x20) {
        return json_refuse(r, "a control character must be escaped");
    }
    if (*r->at == '\\') {
        if (!read_escape(r, &point)) {
            return false;
        }
    } else {
        int n = utf8_read(r->at, (size_t)(r->end - r->at), &point);
        if (n < 0) {
            return json_refuse(r, "not UTF-8");
        }
        r->at += n;
    }
    if (turns_direction(point)) {
        return json_refuse(r, "a mark that turns the reading direction");
    }
    *out += utf8_write(*out, point);
    return true;
}

/* Bytes enough for the text: none is longer unescaped than as it stands. */
static size_t text_room(const JsonReader *r, size_t most) {
    const char *quote = r->at - 1;
    do { /* one behind a backslash may not be the last */
        quote = memchr(quote + 1, '"', (size_t)(r->end - quote - 1));
    } while (quote && quote[-1] == '\\');
    size_t left = (size_t)((quote ? quote : r->end) - r->at);
    return (left < most ? left : most) + UTF8_MOST + 1;
}

bool json_read_text(JsonReader *r, size_t most, const char **text, size_t *len, bool *plain) {
    r->at++; /* the opening quote */
    char *start = arena_text(r->arena, text_room(r, most)), *out = start;
    *plain = true;
    for (;;) {
        const char *from = r->at;
        r->at = plain_end(from, r->end);
        size_t run = (size_t)(r->at - from);
        if ((size_t)(out - start) + run > most) {
            r->at = from + most + 1 - (out - start);
            return json_refuse(r, "text too long");
        }
        memcpy(out, from, run);
        out += run;
        if (r->at >= r->end) {
            return json_refuse(r, "text does not end");
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
            return json_refuse(r, "text too long");
        }
    }
}
