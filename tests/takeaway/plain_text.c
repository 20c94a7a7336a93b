/* A reader of markup that our own writers made: no more than a test needs. */
#include "takeaway/plain_text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

static void add_char(Buf *out, char c, bool *gap) {
    if (c == ' ' || c == '\n') {
        *gap = out->len > 0;
        return;
    }
    if (*gap) {
        buf_char(out, ' ');
        *gap = false;
    }
    buf_char(out, c);
}

static char entity(const char *at, size_t *len) {
    static const struct {
        const char *name;
        char c;
    } entities[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        *len = strlen(entities[i].name);
        if (strncmp(at, entities[i].name, *len) == 0) {
            return entities[i].c;
        }
    }
    *len = 1;
    return *at;
}

void plain_text(const char *markup, size_t len, Buf *out) {
    bool gap = false;
    for (size_t at = 0; at < len;) {
        size_t used = 1;
        if (markup[at] == '<') {
            while (at < len && markup[at] != '>') {
                at++;
            }
            gap = out->len > 0;
        } else {
            add_char(out, entity(markup + at, &used), &gap);
        }
        at += used;
    }
}

void plain_words(const char *text, Buf *out) {
    bool gap = false;
    for (; *text; text++) {
        add_char(out, *text, &gap);
    }
}

int count_tags(const char *markup) {
    int count = 0;
    for (const char *at = markup; (at = strchr(at, '<')); at++) {
        count += strncmp(at, "<br", 3) != 0 && strncmp(at, "<w:br", 5) != 0;
    }
    return count;
}

bool unzip_part(const Buf *zip, const char *name, Buf *out) {
    zip_error_t error;
    zip_source_t *source = zip_source_buffer_create(zip->bytes, zip->len, 0, &error);
    zip_t *archive =
        source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : NULL;
    zip_file_t *part = archive ? zip_fopen(archive, name, 0) : NULL;
    if (part) {
        char chunk[4096];
        zip_int64_t n;
        while ((n = zip_fread(part, chunk, sizeof chunk)) > 0) {
            buf_add(out, chunk, (size_t)n);
        }
        zip_fclose(part);
    }
    if (archive) {
        zip_discard(archive);
    }
    return part != NULL;
}
