/* Reading words.txt, next.txt and never.txt of a language: once, when a keyboard first shows. */
#include "library/suggest_lists.h"
#include "base/utf8.h"
#include "outcome/letters.h"

#include <string.h>

static const char folder_name[] = "suggest";

/* A file of the lists as it is read. */
typedef struct ListFile {
    const char *path;
    ContentLines lines;
} ListFile;

int suggest_fold(const char *word, int len, char out[SUGGEST_SIZE]) {
    int n = 0;
    for (int at = 0; at < len;) {
        uint32_t point;
        int step = utf8_read(word + at, (size_t)(len - at), &point);
        if (step < 0 || n == SUGGEST_SIZE - 1) {
            return 0;
        }
        at += step;
        char letter = '\0';
        Kind kind = kind_of(point, &letter);
        if (kind == KIND_QUIET) {
            letter = is_apostrophe(point) ? '\'' : '\0';
        } else if (kind != KIND_LETTER && point != '-') {
            letter = '\0';
        }
        if (!letter) {
            return 0;
        }
        out[n++] = letter;
    }
    out[n] = '\0';
    return n;
}

static uint32_t slot_of(const Suggest *lists, const char *folded) {
    uint32_t slot = content_hash(folded) & (lists->slots - 1);
    while (lists->slot[slot] != NO_WORD && strcmp(lists->folded[lists->slot[slot]], folded) != 0) {
        slot = (slot + 1) & (lists->slots - 1);
    }
    return slot;
}

WordId suggest_find(const Suggest *lists, const char *folded) {
    return lists->slot[slot_of(lists, folded)];
}

bool suggest_never(const Suggest *lists, const char *folded) {
    for (int i = 0; i < lists->never.count; i++) {
        const char *never = lists->never.at[i].text;
        if (never[0] != folded[0]) {
            continue;
        }
        size_t len = strlen(never);
        bool any_end = never[len - 1] == '*';
        if (any_end ? strncmp(folded, never, len - 1) == 0 : strcmp(folded, never) == 0) {
            return true;
        }
    }
    return false;
}

static ListFile read_list(const Library *library, const char *name, Arena *arena, Buf *problems) {
    const char *path = arena_print(arena, "%s/%s/%s", library->folder, folder_name, name);
    return (ListFile){path, content_read_lines(arena, path, problems)};
}

/* The words that may be offered; others are said and left out. */
static void take_words(Arena *arena, const ListFile *file, Buf *problems, Suggest *lists) {
    int most = file->lines.count < NO_WORD ? file->lines.count : NO_WORD;
    const char **words = arena_take(arena, sizeof *words * (size_t)most);
    const char **folds = arena_take(arena, sizeof *folds * (size_t)most);
    lists->word = words;
    lists->folded = folds;
    lists->next = arena_take(arena, sizeof *lists->next * (size_t)most);
    lists->slots = 1;
    while (lists->slots < 2 * (uint32_t)most + 1) {
        lists->slots *= 2;
    }
    lists->slot = arena_take(arena, sizeof *lists->slot * lists->slots);
    memset(lists->slot, UINT8_MAX, sizeof *lists->slot * lists->slots);
    for (int i = 0; i < most; i++) {
        const ContentLine *line = &file->lines.at[i];
        char folded[SUGGEST_SIZE];
        int len = suggest_fold(line->text, (int)strlen(line->text), folded);
        if (len == 0) {
            content_problem(problems, file->path, line->line, "\"%s\" is not one plain word",
                            line->text);
            continue;
        }
        uint32_t slot = slot_of(lists, folded);
        if (lists->slot[slot] != NO_WORD) {
            content_problem(problems, file->path, line->line, "\"%s\" is in the list twice",
                            line->text);
        } else if (suggest_never(lists, folded)) {
            content_problem(problems, file->path, line->line,
                            "never.txt says that \"%s\" is not "
                            "offered",
                            line->text);
        } else {
            lists->slot[slot] = (WordId)lists->count;
            words[lists->count] = line->text;
            folds[lists->count++] = arena_copy(arena, folded, (size_t)len);
        }
    }
}

static void check_never(const ListFile *file, Buf *problems) {
    for (int i = 0; i < file->lines.count; i++) {
        const ContentLine *line = &file->lines.at[i];
        size_t len = strcspn(line->text, "*");
        char folded[SUGGEST_SIZE];
        bool ends = !line->text[len] || !line->text[len + 1];
        bool plain = ends && suggest_fold(line->text, (int)len, folded) > 0;
        if (!plain || strncmp(folded, line->text, len) != 0) {
            content_problem(problems, file->path, line->line,
                            "\"%s\" is not one plain word in small letters", line->text);
        }
    }
}

static WordId id_of(const Suggest *lists, const char *word) {
    char folded[SUGGEST_SIZE];
    bool plain = suggest_fold(word, (int)strlen(word), folded) > 0;
    return plain ? suggest_find(lists, folded) : NO_WORD;
}

/* Where what follows the word of a line belongs; NULL when there is no such word. */
static Next *next_of(Suggest *lists, const char *name) {
    static const char *const names[BEFORE_COUNT] = {"[start]", "[comma]", "[number]", "[name]"};
    for (int i = 0; i < BEFORE_COUNT; i++) {
        if (strcmp(name, names[i]) == 0) {
            return &lists->behind[i];
        }
    }
    WordId id = id_of(lists, name);
    return id == NO_WORD ? NULL : &lists->next[id];
}

/* 'word: next next | next' */
static void take_next(Arena *arena, Arena *scratch, const ListFile *file, const ContentLine *line,
                      Buf *problems, Suggest *lists) {
    char *rest = arena_copy(scratch, line->text, strlen(line->text));
    const char *first = strsep(&rest, ":");
    Next *next = rest ? next_of(lists, first) : NULL;
    if (!next || next->count > 0) {
        content_problem(problems, file->path, line->line,
                        !rest   ? "\"%s\" has no : behind it"
                        : !next ? "\"%s\" is not in words.txt"
                                : "\"%s\" has a line already",
                        first);
        return;
    }
    WordId *ids = arena_take(scratch, sizeof *ids * (strlen(rest) / 2 + 1));
    bool unasked = true;
    for (char *one = strsep(&rest, " "); one; one = strsep(&rest, " ")) {
        if (strcmp(one, "|") == 0) {
            unasked = false;
        } else if (one[0]) {
            WordId id = id_of(lists, one);
            if (id == NO_WORD) {
                content_problem(problems, file->path, line->line, "\"%s\" is not in words.txt",
                                one);
                continue;
            }
            ids[next->count++] = id;
            next->unasked = (uint16_t)(next->unasked + unasked);
        }
    }
    WordId *kept = arena_take(arena, sizeof *kept * next->count);
    memcpy(kept, ids, sizeof *kept * next->count);
    next->word = kept;
}

static Suggest *read_lists(Library *library, Buf *problems) {
    Arena *arena = &library->arena, scratch = {0};
    Suggest *lists = arena_take(arena, sizeof *lists);
    ListFile never = read_list(library, "never.txt", arena, problems);
    check_never(&never, problems);
    lists->never = never.lines;
    if (never.lines.count == 0) {
        return lists; /* nothing is offered that nobody has looked at */
    }
    ListFile words = read_list(library, "words.txt", arena, problems);
    take_words(arena, &words, problems, lists);
    ListFile next = read_list(library, "next.txt", &scratch, problems);
    for (int i = 0; i < next.lines.count; i++) {
        take_next(arena, &scratch, &next, &next.lines.at[i], problems, lists);
    }
    arena_done(&scratch);
    return lists;
}

const Suggest *suggest_of(Library *library) {
    if (!library->suggest) {
        Buf unused = {0}; /* they are the adviser's, who asks suggest_check */
        library->suggest = read_lists(library, &unused);
        buf_done(&unused);
    }
    return library->suggest;
}

void suggest_check(Library *library, Buf *problems) {
    read_lists(library, problems);
}
