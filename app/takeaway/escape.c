/* One escaping for HTML and XML. */
#include "takeaway/escape.h"

#include "base/utf8.h"

#include <string.h>

static const char *entity(uint32_t point) {
    switch (point) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void escape_text(const char *text, const char *line_break, Buf *out) {
    size_t len = strlen(text);
    for (size_t at = 0; at < len;) {
        uint32_t point;
        int n = utf8_read(text + at, len - at, &point);
        if (n < 0) {
            at++;
            continue;
        }
        const char *special = point == '\n' ? line_break : entity(point);
        if (special) {
            buf_text(out, special);
        } else if (!utf8_forbidden(point)) {
            buf_add(out, text + at, (size_t)n);
        }
        at += (size_t)n;
    }
}
