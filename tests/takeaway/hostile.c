/* Sixty-four texts, each in eight surroundings. */
#include "takeaway/hostile.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

static const char *const texts[] = {
    "<script>alert(1)</script>",
    "</td></table><h1>big</h1>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<!-- not a comment",
    "--> ]]>",
    "<![CDATA[x]]>",
    "</w:t></w:r><w:r><w:t>",
    "<?xml version=\"1.0\"?>",
    "<!DOCTYPE html>",
    "&amp; &lt; &#60; &#x3C; &quot",
    "&",
    "<",
    ">",
    "\"",
    "'",
    "\"><b>",
    "' onclick='x",
    "`x`",
    "javascript:alert(1)",
    "data:text/html,<b>x</b>",
    "style=\"position:fixed\"",
    "{name} {n} {place}",
    "{{7*7}} ${7*7} #{7*7}",
    "%s%s%n%x %d%%",
    "../../etc/passwd",
    "C:\\CON\\AUX",
    "'; DROP TABLE drafts; --",
    "\\",
    "\\\\u0041 \\n \\\"",
    "\\ud83d",
    "null",
    "{\"complete\":true}",
    "0",
    "=1+1",
    "@SUM(A1)",
    "a\nb\n\nc",
    "a\tb",
    "a\rb",
    "\x01\x02\x03\x0b\x0c\x1f",
    "\x7f",
    "\xc2\x80\xc2\x85\xc2\x9f",
    "\xe2\x80\x8e\xe2\x80\x8f",
    "\xe2\x80\xaa\xe2\x80\xae"
    "cba",
    "\xe2\x81\xa6x\xe2\x81\xa9",
    "\xe2\x80\xa8\xe2\x80\xa9",
    "\xef\xbb\xbf",
    "\xef\xbf\xbe\xef\xbf\xbf",
    "\xef\xb7\x90",
    "\xf4\x8f\xbf\xbf",
    "\xef\xbf\xbd",
    "\xc2\xa0\xe2\x80\x83\xe2\x80\x8b",
    "\xc2\xad\xe2\x81\xa0",
    "\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7 25",
    "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",
    "\xe4\xbd\xa0\xe5\xa5\xbd",
    "\xe0\xa6\xac\xe0\xa6\xbe\xe0\xa6\x82\xe0\xa6\xb2\xe0\xa6\xbe",
    "e\xcc\x81 \xc3\xa9 \xc5\x81",
    "Z\xcc\xb5\xcc\xa1\xcc\xa2\xcc\x9b\xcd\x88\xcd\x99",
    "\xf0\x9f\x98\x80\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
    "\xf0\x9f\x87\xac\xf0\x9f\x87\xa7",
    "\xf0\x9d\x95\x8f\xee\x80\x80",
    "Pneumonoultramicroscopicsilicovolcanoconiosiswithoutasinglespaceanywhere",
};

static const char *const around[][2] = {
    {"", ""},     {"can ", " at school"},           {"\"", "\""}, {"<b>", "</b>"},
    {"\n", "\n"}, {"\xe2\x80\x98", "\xe2\x80\x99"}, {"&", ";"},   {"\\", "\\"},
};

enum { TEXTS = sizeof texts / sizeof *texts, AROUND = sizeof around / sizeof *around };

_Static_assert((int)TEXTS *(int)AROUND == HOSTILE_COUNT, "as many as promised");

void hostile_text(int index, char out[HOSTILE_SIZE]) {
    const char *const *pair = around[index % AROUND];
    snprintf(out, HOSTILE_SIZE, "%s%s%s", pair[0], texts[index / AROUND], pair[1]);
}

void hostile_clean(const char *text, char out[HOSTILE_SIZE]) {
    size_t len = strlen(text), used = 0;
    for (size_t at = 0; at < len;) {
        uint32_t point;
        int n = utf8_read(text + at, len - at, &point);
        if (!utf8_forbidden(point)) {
            memcpy(out + used, text + at, (size_t)n);
            used += (size_t)n;
        }
        at += (size_t)n;
    }
    out[used] = '\0';
}
