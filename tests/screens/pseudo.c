/* Lengthening works on the text of a JSON file: values grow, keys and names in lists of names do
 * not; {placeholders} and escapes stay whole. */
#include "pseudo.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"

#include <ftw.h>
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { KEY_SIZE = 64, FILE_MOST = 4 * 1024 * 1024 };

/* Members whose values are names for the program, not words for people. */
static const char *const names[] = {"id",     "icon", "stage", "area",  "part",
                                    "source", "kind", "layer", "value", "page.lang"};

/* Files of words for people, beside all *strings.json; the others are copied as they are. */
static const char *const lengthened[] = {"guide.json", "examples.json", "practice.json",
                                         "ideas.json", "takeaway.json", "sources.json"};

static const char *target; /* of pseudo_make, for nftw */

static bool is_name(const char *key) {
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(names[i], key) == 0) {
            return true;
        }
    }
    return false;
}

static const char *accented(char c) {
    static const char plain[] = "aeioun";
    static const char *const with[] = {"á", "ë", "ï", "ö", "ü", "ñ"};
    const char *at = c ? strchr(plain, c) : NULL;
    return at ? with[at - plain] : NULL;
}

/* Adds a value's bytes, two letters for every five beside what was there. */
static void add_longer(const char *from, const char *to, Buf *out) {
    const float growth = 0.4f;
    float owed = 0;
    for (const char *at = from; at < to; at++) {
        if (*at == '{') {
            const char *end = memchr(at, '}', (size_t)(to - at));
            end = end ? end : to - 1;
            buf_add(out, at, (size_t)(end - at) + 1);
            at = end;
            continue;
        }
        if (*at == '\\' && at + 1 < to) {
            buf_add(out, at, 2);
            at++;
            continue;
        }
        buf_add(out, at, 1);
        bool letter = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z');
        owed += letter ? growth : 0;
        const char *extra = accented(*at);
        if (owed >= 1 && extra) {
            buf_text(out, extra);
            owed -= 1;
        } else if (owed >= 2 && letter) {
            buf_text(out, "ë");
            owed -= 1;
        }
    }
    while (owed > growth) {
        buf_text(out, "ö");
        owed -= 1;
    }
}

static const char *string_end(const char *at) {
    while (*at && *at != '"') {
        at += *at == '\\' && at[1] ? 2 : 1;
    }
    return at;
}

static void lengthen(const char *json, Buf *out) {
    char key[KEY_SIZE] = "";
    for (const char *at = json; *at; at++) {
        buf_add(out, at, 1);
        if (*at != '"') {
            continue;
        }
        const char *from = at + 1, *to = string_end(from);
        const char *after = to + 1 + strspn(to + 1, " \t\n");
        if (*after == ':') {
            text_set_n(key, sizeof key, from, (size_t)(to - from));
            buf_add(out, from, (size_t)(to - from));
        } else if (is_name(key)) {
            buf_add(out, from, (size_t)(to - from));
        } else {
            add_longer(from, to, out);
        }
        buf_add(out, "\"", 1);
        at = to;
    }
}

static bool grows(const char *name) {
    for (size_t i = 0; i < sizeof lengthened / sizeof lengthened[0]; i++) {
        if (strcmp(lengthened[i], name) == 0) {
            return true;
        }
    }
    return text_ends(name, "strings.json");
}

static void write_file(const char *path, const Buf *bytes) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(buf_string(bytes), 1, bytes->len, file), bytes->len);
    fclose(file);
}

static int copy_one(const char *path, const struct stat *about, int what, struct FTW *ftw) {
    (void)about;
    char to[PATH_MAX];
    snprintf(to, sizeof to, "%s/%s", target, path + strlen("content"));
    if (what == FTW_D) {
        return file_make_folder(to) == OK ? 0 : 1;
    }
    Buf in = {0}, out = {0};
    if (file_read(path, FILE_MOST, &in) != OK) {
        return 1;
    }
    if (grows(path + ftw->base)) {
        lengthen(buf_string(&in), &out);
    } else {
        buf_add(&out, buf_string(&in), in.len);
    }
    write_file(to, &out);
    buf_done(&in);
    buf_done(&out);
    return 0;
}

void pseudo_make(const char *folder) {
    enum { FOLDERS_OPEN = 8 };
    target = folder;
    assert_int_equal(nftw("content", copy_one, FOLDERS_OPEN, FTW_PHYS), 0);
}
