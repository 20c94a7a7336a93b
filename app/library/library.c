/* Loading: which file is read by whom and in which order, and giving all of it back. */
#include "library/library.h"
#include "base/file.h"
#include "library/check_rules.h"
#include "library/content.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

typedef struct Reader {
    const char *name; /* NULL: the end */
    ContentReader *read;
} Reader;

static const Reader first_readers[] = {
    {"strings.json", strings_check},
    {"takeaway.json", strings_check},
    {"grammar.json", grammar_read},
    {NULL, NULL},
};

/* Sources come first: the others name them. */
static const Reader rest_readers[] = {
    {"sources.json", sources_read},   {"guide.json", guide_read},
    {"examples.json", examples_read}, {"practice.json", practice_read},
    {"ideas.json", ideas_read},       {"glossary.json", glossary_read},
    {"keyboard.json", keyboard_read}, {NULL, NULL},
};

static void read_file(Library *library, const char *folder, const char *name, ContentReader *read,
                      Buf *problems) {
    const char *path = arena_print(&library->arena, "%s/%s", folder, name);
    Buf bytes = {0};
    if (content_read_file(path, problems, &bytes)) {
        const Json *root =
            content_parse(library, name, path, buf_string(&bytes), bytes.len, problems);
        if (root) {
            const Content c = {&library->arena, path, root, problems};
            read(&c, library);
        }
    }
    buf_done(&bytes);
}

static int is_further_strings(const struct dirent *entry) {
    return strcmp(entry->d_name, "strings.json") != 0 &&
           strcmp(entry->d_name, "takeaway.json") != 0 && strings_is_file(entry->d_name);
}

/* Any NAME.strings.json, so that a part of the program may keep its words in its own file. */
static void read_further_strings(Library *library, const char *folder, Buf *problems) {
    struct dirent **entries;
    int count = scandir(folder, &entries, is_further_strings, alphasort);
    for (int i = 0; i < count; i++) {
        const char *name =
            arena_copy(&library->arena, entries[i]->d_name, strlen(entries[i]->d_name));
        read_file(library, folder, name, strings_check, problems);
        free(entries[i]);
    }
    if (count >= 0) {
        free(entries);
    }
}

static void read_rules(Library *library, Buf *problems) {
    Rules *rules = NULL;
    check_rules_load(&library->arena, library->folder, problems, &rules);
    library->rules = rules;
}

static void read_files(Library *library, const Reader *readers, Buf *problems) {
    for (; readers->name; readers++) {
        read_file(library, library->folder, readers->name, readers->read, problems);
    }
}

static void read_first(Library *library, const char *folder, Buf *problems) {
    read_files(library, first_readers, problems);
    read_further_strings(library, library->folder, problems);
    strings_index(library, problems);
    read_file(library, folder, "place.json", place_read, problems);
}

static void read_rest(Library *library, Buf *problems) {
    read_files(library, rest_readers, problems);
    code_words_read(library, arena_print(&library->arena, "%s/code-words.txt", library->folder),
                    problems);
    read_rules(library, problems);
}

static Err load(const char *folder, const char *language, bool all, Buf *problems, Library **out) {
    Arena arena = {0};
    Library *library = arena_take(&arena, sizeof *library);
    library->arena = arena;
    library->language = arena_copy(&library->arena, language, strlen(language));
    library->folder = arena_print(&library->arena, "%s/%s", folder, language);
    if (!file_is_folder(library->folder)) {
        content_problem(problems, library->folder, 1, "the folder is missing");
        library_free(library);
        return ERR_NOT_FOUND;
    }
    size_t before = problems->len;
    read_first(library, folder, problems);
    if (all) { /* even after a problem: its author sees all of them at once */
        read_rest(library, problems);
    }
    if (problems->len > before) {
        library_free(library);
        return ERR_DAMAGED;
    }
    *out = library;
    return OK;
}

Err library_load(const char *folder, const char *language, Buf *problems, Library **out) {
    return load(folder, language, true, problems, out);
}

Err library_load_first(const char *folder, const char *language, Buf *problems, Library **out) {
    return load(folder, language, false, problems, out);
}

Err library_load_rest(Library *library, Buf *problems) {
    size_t before = problems->len;
    read_rest(library, problems);
    return problems->len > before ? ERR_DAMAGED : OK;
}

void library_free(Library *library) {
    if (library) {
        Arena arena = library->arena; /* it holds the library itself */
        arena_done(&arena);
    }
}
