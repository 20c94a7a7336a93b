/* Shapes of content files, and where their problems are. It decides nothing about any one file. */
#include "library/content.h"
#include "base/file.h"
#include "base/text.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const Json no_list = {.kind = JSON_LIST, .line = 1};

__attribute__((format(printf, 4, 0))) static void
add_problem(Buf *problems, const char *path, int line, const char *format, va_list args) {
    char *what;
    if (vasprintf(&what, format, args) < 0) {
        abort(); /* out of memory, as everywhere */
    }
    for (char *at = strchr(what, '\n'); at; at = strchr(at, '\n')) {
        *at = ' '; /* one problem is one line, whatever an id holds */
    }
    buf_print(problems, "%s:%d: %s\n", path, line, what);
    free(what);
}

void content_problem(Buf *problems, const char *path, int line, const char *format, ...) {
    va_list args;
    va_start(args, format);
    add_problem(problems, path, line, format, args);
    va_end(args);
}

void content_say(const Content *c, const Json *at, const char *format, ...) {
    va_list args;
    va_start(args, format);
    add_problem(c->problems, c->path, at ? at->line : 1, format, args);
    va_end(args);
}

bool content_read_file(const char *path, Buf *problems, Buf *out) {
    Err err = file_read(path, json_content_limits.bytes, out);
    if (err == ERR_NOT_FOUND) {
        content_problem(problems, path, 1, "the file is missing");
    } else if (err != OK) {
        content_problem(problems, path, 1, "the file cannot be read (%s)", err_name(err));
    }
    return err == OK;
}

const Json *content_parse(Library *library, const char *name, const char *path, const char *bytes,
                          size_t len, Buf *problems) {
    JsonError error;
    const Json *root = json_read(&library->arena, bytes, len, &json_content_limits, &error);
    if (!root) {
        content_problem(problems, path, error.line, "%s (column %d)", error.why, error.column);
        return NULL;
    }
    ContentFile *file = arena_take(&library->arena, sizeof *file);
    *file = (ContentFile){name, path, root, NULL};
    ContentFile **end = &library->files;
    while (*end) {
        end = &(*end)->next;
    }
    *end = file;
    return root;
}

ContentLines content_read_lines(Arena *arena, const char *path, Buf *problems) {
    Buf bytes = {0};
    ContentLines lines = {0};
    if (!content_read_file(path, problems, &bytes)) {
        buf_done(&bytes);
        return lines;
    }
    if (!utf8_valid(buf_string(&bytes), bytes.len) || memchr(buf_string(&bytes), 0, bytes.len)) {
        content_problem(problems, path, 1, "not UTF-8 text");
        buf_done(&bytes);
        return lines;
    }
    char *text = arena_copy(arena, buf_string(&bytes), bytes.len);
    buf_done(&bytes);
    int most = 1;
    for (const char *at = text; *at; at++) {
        most += *at == '\n';
    }
    ContentLine *at = arena_take(arena, sizeof *at * (size_t)most);
    for (int number = 1; text; number++) {
        char *line = strsep(&text, "\n");
        text_tidy(line);
        if (line[0] && line[0] != '#') {
            at[lines.count++] = (ContentLine){line, number};
        }
    }
    lines.at = at;
    return lines;
}

bool content_members(const Content *c, const Json *object, const char *const known[]) {
    if (object->kind != JSON_OBJECT) {
        content_say(c, object, "expected an object in { }");
        return false;
    }
    for (const Json *member = object->child; member; member = member->next) {
        if (name_index(known, member->key) < 0) {
            content_say(c, member, "unknown member \"%s\"", member->key);
        }
    }
    return true;
}

/* The member, or NULL after saying that it is missing. */
static const Json *needed(const Content *c, const Json *object, const char *key) {
    const Json *member = json_get(object, key);
    if (!member) {
        content_say(c, object, "\"%s\" is missing", key);
    }
    return member;
}

static bool shows_well(const Json *value) {
    for (size_t at = value->plain ? value->len : 0; at < value->len;) {
        uint32_t point;
        int n = utf8_read(value->text + at, value->len - at, &point);
        if (n < 0 || utf8_forbidden(point)) {
            return false;
        }
        at += (size_t)n;
    }
    return true;
}

const char *content_value(const Content *c, const Json *value, const char *what) {
    if (value->kind != JSON_TEXT) {
        content_say(c, value, "\"%s\" is not a text", what);
        return NULL;
    }
    if (!shows_well(value)) {
        content_say(c, value, "\"%s\" holds a character that cannot be shown", what);
        return NULL;
    }
    return value->text;
}

const char *content_maybe_empty(const Content *c, const Json *object, const char *key) {
    const Json *member = needed(c, object, key);
    const char *text = member ? content_value(c, member, key) : NULL;
    return text ? text : "";
}

const char *content_text(const Content *c, const Json *object, const char *key) {
    const Json *member = needed(c, object, key);
    const char *text = member ? content_value(c, member, key) : NULL;
    if (text && !text[0]) {
        content_say(c, member, "\"%s\" is empty", key);
    }
    return text ? text : "";
}

const char *content_optional_text(const Content *c, const Json *object, const char *key) {
    const Json *member = json_get(object, key);
    if (!member || member->kind == JSON_NULL) {
        return NULL;
    }
    const char *text = content_value(c, member, key);
    return text && text[0] ? text : NULL;
}

int content_name(const Content *c, const Json *object, const char *key, const char *const names[]) {
    const Json *member = needed(c, object, key);
    const char *text = member ? content_value(c, member, key) : NULL;
    int index = text ? name_index(names, text) : 0;
    if (index < 0) {
        content_say(c, member, "unknown %s \"%s\"", key, text);
    }
    return index < 0 ? 0 : index;
}

bool content_flag(const Content *c, const Json *object, const char *key) {
    const Json *member = needed(c, object, key);
    if (member && member->kind != JSON_TRUE && member->kind != JSON_FALSE) {
        content_say(c, member, "\"%s\" is neither true nor false", key);
    }
    return member && member->kind == JSON_TRUE;
}

const char *content_source(const Content *c, const Json *object, const Library *library) {
    const char *id = content_text(c, object, "source");
    if (id[0] && !library_source(library, id)) {
        content_say(c, json_get(object, "source"), "unknown source \"%s\"", id);
    }
    return id;
}

const Json *content_list(const Content *c, const Json *object, const char *key) {
    const Json *member = needed(c, object, key);
    if (member && member->kind != JSON_LIST) {
        content_say(c, member, "\"%s\" is not a list", key);
    }
    return member && member->kind == JSON_LIST ? member : &no_list;
}

Texts content_texts(const Content *c, const Json *object, const char *key, int least) {
    if (least == 0 && !json_get(object, key)) {
        return (Texts){0};
    }
    const Json *list = content_list(c, object, key);
    if (list != &no_list && list->count < least) {
        content_say(c, list, "\"%s\" needs at least %d", key, least);
    }
    const char **text = arena_take(c->arena, sizeof *text * (size_t)list->count);
    Texts texts = {.text = text};
    for (const Json *value = list->child; value; value = value->next) {
        const char *one = content_value(c, value, key);
        if (one && !one[0]) {
            content_say(c, value, "\"%s\" holds an empty text", key);
        }
        text[texts.count++] = one ? one : "";
    }
    return texts;
}

double content_optional_number(const Content *c, const Json *object, const char *key,
                               double fallback) {
    const Json *member = json_get(object, key);
    if (!member || member->kind == JSON_NULL) {
        return fallback;
    }
    if (member->kind != JSON_NUMBER) {
        content_say(c, member, "\"%s\" is not a number", key);
        return fallback;
    }
    return member->number;
}

void content_check_ids(const Content *c, const Json *list, const char *key) {
    const Json **ids = arena_take(c->arena, (size_t)list->count * sizeof(const Json *));
    int count = 0;
    for (const Json *one = list->child; one; one = one->next) {
        const Json *id = json_get(one, key);
        if (!id || id->kind != JSON_TEXT) {
            continue;
        }
        for (int i = 0; i < count; i++) {
            if (strcmp(ids[i]->text, id->text) == 0) {
                content_say(c, id, "the %s \"%s\" is used already in line %d", key, id->text,
                            ids[i]->line);
                break;
            }
        }
        ids[count++] = id;
    }
}
