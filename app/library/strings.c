/* The words of the screens and the take-home page, by id: one hash table for all string files, so
 * that a look-up costs the same with ten strings and with ten thousand. */
#include "base/text.h"
#include "library/content.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

typedef struct Entry {
    const char *id, *text; /* id NULL: free */
} Entry;

struct Strings {
    uint32_t mask; /* size - 1; the size is a power of two and at least twice the strings */
    Entry *entries;
};

bool strings_is_file(const char *name) {
    return text_ends(name, ".strings.json") || strcmp(name, "strings.json") == 0 ||
           strcmp(name, "takeaway.json") == 0;
}

/* A brace that opens closes again and holds a key. */
static bool braces_pair(const char *text) {
    for (const char *at = text; (at = strpbrk(at, "{}")); at++) {
        size_t key = at[0] == '{' ? strcspn(at + 1, "{} ") : 0;
        if (key == 0 || at[1 + key] != '}') {
            return false;
        }
        at += 1 + key;
    }
    return true;
}

void strings_check(const Content *c, Library *library) {
    (void)library;
    if (c->root->kind != JSON_OBJECT) {
        content_say(c, c->root, "expected an object in { }");
        return;
    }
    for (const Json *value = c->root->child; value; value = value->next) {
        const char *text = content_value(c, value, value->key);
        if (text && !text[0]) {
            content_say(c, value, "\"%s\" is empty", value->key);
        }
        if (text && !braces_pair(text)) {
            content_say(c, value, "\"%s\" has a brace without its other half", value->key);
        }
    }
}

/* FNV-1a, 32 bits. */
uint32_t content_hash(const char *id) {
    const uint32_t start = 2166136261u, prime = 16777619u;
    uint32_t value = start;
    for (; *id; id++) {
        value = (value ^ (unsigned char)*id) * prime;
    }
    return value;
}

/* Where id is, or the free place where it would be. */
static Entry *place_of(const struct Strings *strings, const char *id) {
    uint32_t at = content_hash(id) & strings->mask;
    while (strings->entries[at].id && strcmp(strings->entries[at].id, id) != 0) {
        at = (at + 1) & strings->mask;
    }
    return &strings->entries[at];
}

static void add_file(const struct Strings *strings, const ContentFile *file, Buf *problems) {
    for (const Json *value = file->root->child; value; value = value->next) {
        if (value->kind != JSON_TEXT || !value->key) {
            continue;
        }
        Entry *entry = place_of(strings, value->key);
        if (entry->id) {
            content_problem(problems, file->path, value->line,
                            "the id \"%s\" is in another file too", value->key);
        }
        *entry = (Entry){value->key, value->text};
    }
}

void strings_index(Library *library, Buf *problems) {
    uint32_t count = 0, size = 16;
    for (const ContentFile *file = library->files; file; file = file->next) {
        count += strings_is_file(file->name) ? (uint32_t)file->root->count : 0;
    }
    while (size < 2 * count) {
        size *= 2;
    }
    struct Strings *strings = arena_take(&library->arena, sizeof *strings);
    strings->mask = size - 1;
    strings->entries = arena_take(&library->arena, sizeof(Entry) * size);
    for (const ContentFile *file = library->files; file; file = file->next) {
        if (strings_is_file(file->name)) {
            add_file(strings, file, problems);
        }
    }
    library->strings = strings;
}

bool library_has_string(const Library *library, const char *id) {
    return place_of(library->strings, id)->id != NULL;
}

const char *library_string(const Library *library, const char *id) {
    enum { KEPT = 32, SIZE = 64 };
    const Entry *entry = place_of(library->strings, id);
    if (entry->id) {
        return entry->text;
    }
    /* Own to each thread, since the worker may ask too. */
    static _Thread_local char missing[KEPT][SIZE];
    static _Thread_local unsigned next;
    char *text = missing[next++ % KEPT];
    snprintf(text, SIZE, "[%s]", id);
    return text;
}
