/* Decoding by the table of RFC 3629: the first byte says how long and how small the second may be.
 */
#include "base/utf8.h"

int utf8_read(const char *text, size_t len, uint32_t *point) {
    const unsigned char *s = (const unsigned char *)text;
    if (len == 0) {
        return UTF8_BAD;
    }
    uint32_t value;
    int need;
    unsigned least = 0x80, most = 0xBF; /* of the second byte */
    if (s[0] < 0x80) {
        value = s[0];
        need = 1;
    } else if (s[0] >= 0xC2 && s[0] <= 0xDF) {
        value = s[0] & 0x1Fu;
        need = 2;
    } else if (s[0] >= 0xE0 && s[0] <= 0xEF) {
        value = s[0] & 0x0Fu;
        need = 3;
        least = s[0] == 0xE0 ? 0xA0 : least;
        most = s[0] == 0xED ? 0x9F : most;
    } else if (s[0] >= 0xF0 && s[0] <= 0xF4) {
        value = s[0] & 0x07u;
        need = 4;
        least = s[0] == 0xF0 ? 0x90 : least;
        most = s[0] == 0xF4 ? 0x8F : most;
    } else {
        return UTF8_BAD;
    }
    if ((size_t)need > len) {
        return UTF8_BAD;
    }
    for (int i = 1; i < need; i++) {
        if (s[i] < least || s[i] > most) {
            return UTF8_BAD;
        }
        least = 0x80;
        most = 0xBF;
        value = value << 6 | (s[i] & 0x3Fu);
    }
    if (point) {
        *point = value;
    }
    return need;
}

int utf8_write(char out[UTF8_MOST], uint32_t point) {
    if (point < 0x80) {
        out[0] = (char)point;
        return 1;
    }
    if (point < 0x800) {
        out[0] = (char)(0xC0 | point >> 6);
        out[1] = (char)(0x80 | (point & 0x3F));
        return 2;
    }
    if (point >= 0xD800 && point <= 0xDFFF) {
        return 0;
    }
    if (point < 0x10000) {
        out[0] = (char)(0xE0 | point >> 12);
        out[1] = (char)(0x80 | (point >> 6 & 0x3F));
        out[2] = (char)(0x80 | (point & 0x3F));
        return 3;
    }
    if (point > 0x10FFFF) {
        return 0;
    }
    out[0] = (char)(0xF0 | point >> 18);
    out[1] = (char)(0x80 | (point >> 12 & 0x3F));
    out[2] = (char)(0x80 | (point >> 6 & 0x3F));
    out[3] = (char)(0x80 | (point & 0x3F));
    return 4;
}

bool utf8_valid(const char *text, size_t len) {
    for (size_t at = 0; at < len;) {
        int n = utf8_read(text + at, len - at, NULL);
        if (n < 0) {
            return false;
        }
        at += (size_t)n;
    }
    return true;
}

static bool continues(char c) {
    return ((unsigned char)c & 0xC0) == 0x80;
}

size_t utf8_before(const char *text, size_t at) {
    if (at == 0) {
        return 0;
    }
    at--;
    while (at > 0 && continues(text[at])) {
        at--;
    }
    return at;
}

size_t utf8_after(const char *text, size_t len, size_t at) {
    if (at >= len) {
        return len;
    }
    at++;
    while (at < len && continues(text[at])) {
        at++;
    }
    return at;
}

size_t utf8_count(const char *text, size_t len) {
    size_t count = 0;
    for (size_t at = 0; at < len; at++) {
        count += !continues(text[at]);
    }
    return count;
}

size_t utf8_clip(const char *text, size_t len, size_t most) {
    if (len <= most) {
        return len;
    }
    while (most > 0 && continues(text[most])) {
        most--;
    }
    return most;
}

bool utf8_forbidden(uint32_t point) {
    return (point < 0x20 && point != '\n') || (point >= 0x7F && point <= 0x9F) ||
           (point >= 0x200E && point <= 0x200F) || (point >= 0x2028 && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069) || (point >= 0xFDD0 && point <= 0xFDEF) ||
           (point & 0xFFFE) == 0xFFFE;
}
