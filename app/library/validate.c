/* `talking-points content DIR`: every language of a content folder, beyond what loading asks. */
#include "library/validate.h"
#include "base/file.h"
#include "library/check_rules.h"
#include "library/suggest.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const double grade_most = 6; /* Flesch-Kincaid: read at about eleven */
static const char english[] = "en"; /* the language the others are compared with */

static const char exceptions_name[] = "readability.json";

/* A JSON file that loading leaves to others, or NULL when there is none. */
static const Json *read_extra(Validation *v, const char *name, const char *path) {
    Buf bytes = {0};
    const Json *root = NULL;
    if (access(path, F_OK) == 0 && content_read_file(path, v->problems, &bytes)) {
        root = content_parse(v->library, name, path, buf_string(&bytes), bytes.len, v->problems);
    }
    buf_done(&bytes);
    return root;
}

static void read_exceptions(Validation *v) {
    static const char *const members[] = {"exceptions", NULL};
    static const char *const exception_members[] = {"id", "why", NULL};
    const char *path = arena_print(v->arena, "%s/%s", v->library->folder, exceptions_name);
    const Json *root = read_extra(v, exceptions_name, path);
    const Content c = {v->arena, path, root, v->problems};
    if (!root || !content_members(&c, root, members)) {
        return;
    }
    const Json *list = content_list(&c, root, "exceptions");
    v->exceptions_path = path;
    v->exceptions = arena_take(v->arena, sizeof *v->exceptions * (size_t)list->count);
    for (const Json *one = list->child; one; one = one->next) {
        if (content_members(&c, one, exception_members)) {
            content_text(&c, one, "why");
            v->exceptions[v->exception_count++] =
                (Exception){content_text(&c, one, "id"), one->line, false};
        }
    }
    content_check_ids(&c, list, "id");
}

static void mark_known(Validation *v, const char *id) {
    for (int i = 0; i < v->exception_count; i++) {
        v->exceptions[i].known = v->exceptions[i].known || strcmp(v->exceptions[i].id, id) == 0;
    }
}

/* An exception for a text that has gone, or whose id has a slip. */
static void check_exceptions_known(const Validation *v) {
    for (int i = 0; i < v->exception_count; i++) {
        const Exception *exception = &v->exceptions[i];
        if (!exception->known) {
            content_problem(v->problems, v->exceptions_path, exception->line,
                            "no text has the id \"%s\"", exception->id);
        }
    }
}

static void add_texts(Prose *prose, const Json *list) {
    for (const Json *text = list ? list->child : NULL; text; text = text->next) {
        prose_add(prose, text->text);
    }
}

/* Reading grade of a guide page: its sentences and points, without the quoted example. */
static void check_grade(Validation *v, const ContentFile *file, const Json *page) {
    Prose prose = {0};
    add_texts(&prose, json_get(page, "sentences"));
    add_texts(&prose, json_get(page, "points"));
    double grade = prose_grade(&prose);
    const char *id = json_text(page, "id", "");
    if (grade > grade_most && !validate_excepted(v, id)) {
        content_problem(v->problems, file->path, page->line,
                        "the page \"%s\" has reading grade %.1f, more than %.0f", id, grade,
                        grade_most);
    }
}

/* What readability.json calls the texts of an object: its id, its word, or what its ideas are for.
 */
static const char *id_of(Validation *v, const Json *object, const char *outer) {
    const char *id = json_text(object, "id", json_text(object, "word", outer));
    const char *part = json_text(object, "part", NULL);
    return part ? arena_print(v->arena, "%s.%s.%s", part, json_text(object, "area", ""),
                              json_text(object, "stage", ""))
                : id;
}

static void walk(Validation *v, const ContentFile *file, const Json *value, const char *key,
                 const char *id) {
    if (value->kind == JSON_TEXT) {
        mark_known(v, id);
        validate_text(v, file, value, shown_as(file->name, key), id);
        return;
    }
    if (value->kind == JSON_OBJECT) {
        id = id_of(v, value, id);
        if (json_get(value, "sentences") && strcmp(v->library->language, english) == 0) {
            check_grade(v, file, value);
        }
    }
    bool strings = strings_is_file(file->name);
    for (const Json *child = value->child; child; child = child->next) {
        bool named = value == file->root && child->key && (strings || child->kind == JSON_OBJECT);
        walk(v, file, child, child->key ? child->key : key, named ? child->key : id);
    }
}

static void validate_language(Library *library, Buf *problems) {
    Validation v = {.library = library, .arena = &library->arena, .problems = problems};
    read_exceptions(&v);
    read_extra(&v, "prompts.json", arena_print(v.arena, "%s/check/prompts.json", library->folder));
    v.banned = content_read_lines(v.arena, arena_print(v.arena, "%s/banned.txt", library->folder),
                                  problems);
    for (const ContentFile *file = library->files; file; file = file->next) {
        if (strcmp(file->name, exceptions_name) != 0) {
            walk(&v, file, file->root, "", file->name);
        }
    }
    check_exceptions_known(&v);
    check_rules_selftest(library->rules, library->folder, problems);
    suggest_check(library, problems);
}

/* Each {key} of a translated text stands in the English one too: the screens fill in no other. */
static void check_placeholders(const ContentFile *file, const Json *value, const char *english_text,
                               Buf *problems) {
    for (const char *at = strchr(value->text, '{'); at; at = strchr(at + 1, '{')) {
        size_t len = strcspn(at, "}") + 1;
        if (!memmem(english_text, strlen(english_text), at, len)) {
            content_problem(problems, file->path, value->line, "%.*s is not in the English \"%s\"",
                            (int)len, at, value->key);
        }
    }
}

/* A translation has the ids of the English strings, no more and no fewer. */
static void compare_strings(Library *english_library, Library *library, Buf *problems) {
    for (const ContentFile *file = english_library->files; file; file = file->next) {
        const Json *first = strings_is_file(file->name) ? file->root->child : NULL;
        for (const Json *value = first; value; value = value->next) {
            if (!library_has_string(library, value->key)) {
                content_problem(problems,
                                arena_print(&library->arena, "%s/%s", library->folder, file->name),
                                1, "\"%s\" is missing", value->key);
            }
        }
    }
    for (const ContentFile *file = library->files; file; file = file->next) {
        const Json *first = strings_is_file(file->name) ? file->root->child : NULL;
        for (const Json *value = first; value; value = value->next) {
            if (library_has_string(english_library, value->key)) {
                check_placeholders(file, value, library_string(english_library, value->key),
                                   problems);
            } else {
                content_problem(problems, file->path, value->line,
                                "\"%s\" is no id of the English strings", value->key);
            }
        }
    }
}

/* 'en', 'pl', 'cym', 'pt-BR'. */
static int is_language(const struct dirent *entry) {
    size_t letters = strspn(entry->d_name, "abcdefghijklmnopqrstuvwxyz");
    return (letters == 2 || letters == 3) &&
           (entry->d_name[letters] == '\0' || entry->d_name[letters] == '-');
}

static void validate_named(const char *folder, const char *language, Library *english_library,
                           Buf *problems) {
    Library *library = NULL;
    if (library_load(folder, language, problems, &library) != OK) {
        return;
    }
    validate_language(library, problems);
    if (english_library && strcmp(language, english) != 0) {
        compare_strings(english_library, library, problems);
    }
    library_free(library);
}

static void validate_all(const char *folder, Buf *problems) {
    struct dirent **entries;
    int count = scandir(folder, &entries, is_language, alphasort);
    if (count <= 0) {
        content_problem(problems, folder, 1, "no language folder such as %s/%s", folder, english);
    }
    Buf unused = {0}; /* what is amiss in the English is said when its turn comes */
    Library *english_library = NULL;
    library_load(folder, english, &unused, &english_library);
    for (int i = 0; i < count; i++) {
        validate_named(folder, entries[i]->d_name, english_library, problems);
        free(entries[i]);
    }
    if (count >= 0) {
        free(entries);
    }
    library_free(english_library);
    buf_done(&unused);
}

int library_validate(const char *folder, Buf *problems) {
    Buf found = {0}, said = {0};
    validate_all(folder, &found);
    int count = 0;
    char *rest = found.bytes;
    for (char *line = strsep(&rest, "\n"); line && line[0]; line = strsep(&rest, "\n")) {
        /* Each language reads place.json: its problems are said once. */
        size_t before = said.len;
        buf_print(&said, "%s\n", line);
        if (before > 0 && memmem(said.bytes, before, said.bytes + before, said.len - before)) {
            continue;
        }
        buf_print(problems, "%s\n", line);
        count++;
    }
    buf_done(&found);
    buf_done(&said);
    return count;
}
