/* Reading words.txt, next.txt and never.txt of a language: once, when a keyboard first shows. */
#include "library/suggest_lists.h"
#include "base/utf8.h"
#include "outcome/letters.h"

#include <string.h>

static const char folder_name[] = "suggest";

/* A file of the lists while it is read. */
typedef struct Reading {
    Suggest *lists;
    Arena *kept, *scratch; /* for what stays, and for what goes when all is read */
    Buf *problems;
    const char *path;
    ContentLines lines;
} Reading;

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

static void open_list(Reading *reading, const Library *library, const char *name, Arena *arena) {
    reading->path = arena_print(arena, "%s/%s/%s", library->folder, folder_name, name);
    reading->lines = content_read_lines(arena, reading->path, reading->problems);
}

static void say(const Reading *reading, const ContentLine *line, const char *word,
                const char *what) {
    content_problem(reading->problems, reading->path, line->line, "\"%s\" %s", word, what);
}

static void take_never(Reading *reading) {
    reading->lists->never = reading->lines;
    for (int i = 0; i < reading->lines.count; i++) {
        const ContentLine *line = &reading->lines.at[i];
        size_t len = strcspn(line->text, "*");
        char folded[SUGGEST_SIZE];
        bool ends = !line->text[len] || !line->text[len + 1];
        bool plain = ends && suggest_fold(line->text, (int)len, folded) > 0;
        if (!plain || strncmp(folded, line->text, len) != 0) {
            say(reading, line, line->text, "is not one plain word in small letters");
        }
    }
}

static void make_room(Reading *reading, const char ***words, const char ***folds, size_t most) {
    Suggest *lists = reading->lists;
    lists->word = *words = arena_take(reading->kept, sizeof **words * most);
    lists->folded = *folds = arena_take(reading->kept, sizeof **folds * most);
    lists->after = arena_take(reading->kept, sizeof *lists->after * most);
    lists->next = arena_take(reading->kept, sizeof *lists->next * most);
    lists->slots = 1;
    while (lists->slots < 2 * most + 1) {
        lists->slots *= 2;
    }
    lists->slot = arena_take(reading->kept, sizeof *lists->slot * lists->slots);
    memset(lists->slot, UINT8_MAX, sizeof *lists->slot * lists->slots); /* NO_WORD in each */
}

/* The words that may be offered. */
static void take_words(Reading *reading) {
    Suggest *lists = reading->lists;
    int most = reading->lines.count < NO_WORD ? reading->lines.count : NO_WORD;
    const char **words, **folds;
    make_room(reading, &words, &folds, (size_t)most);
    for (int i = 0; i < most; i++) {
        const ContentLine *line = &reading->lines.at[i];
        char folded[SUGGEST_SIZE];
        int len = suggest_fold(line->text, (int)strlen(line->text), folded);
        uint32_t slot = len > 0 ? slot_of(lists, folded) : 0;
        if (len == 0) {
            say(reading, line, line->text, "is not one plain word");
        } else if (lists->slot[slot] != NO_WORD) {
            say(reading, line, line->text, "is in the list twice");
        } else if (!suggest_never(lists, folded)) {
            lists->slot[slot] = (WordId)lists->count;
            words[lists->count] = line->text;
            folds[lists->count++] = arena_copy(reading->kept, folded, (size_t)len);
        }
    }
}

/* Words that begin alike, in their order. */
static void join_words(Suggest *lists) {
    memset(lists->first, UINT8_MAX, sizeof lists->first); /* NO_WORD in each */
    for (int id = lists->count - 1; id >= 0; id--) {
        WordId *first = &lists->first[(unsigned char)lists->folded[id][0]];
        lists->after[id] = *first;
        *first = (WordId)id;
    }
}

/* Of a word that may be offered; says one that stands in no list. */
static WordId known_word(const Reading *reading, const ContentLine *line, const char *word) {
    char folded[SUGGEST_SIZE];
    bool plain = suggest_fold(word, (int)strlen(word), folded) > 0;
    WordId id = plain ? suggest_find(reading->lists, folded) : NO_WORD;
    if (id == NO_WORD && !(plain && suggest_never(reading->lists, folded))) {
        say(reading, line, word, "is not in words.txt");
    }
    return id;
}

/* Where what follows a word belongs; NULL when the word is not offered. */
static Next *next_of(const Reading *reading, const ContentLine *line, const char *word) {
    static const char *const names[BEFORE_COUNT] = {"[start]", "[comma]", "[number]", "[name]"};
    for (int i = 0; i < BEFORE_COUNT; i++) {
        if (strcmp(word, names[i]) == 0) {
            return &reading->lists->behind[i];
        }
    }
    WordId id = known_word(reading, line, word);
    return id == NO_WORD ? NULL : &reading->lists->next[id];
}

/* 'word word | word', cut into its words. */
static void take_behind(const Reading *reading, const ContentLine *line, char *rest, Next *next) {
    WordId *ids = arena_take(reading->scratch, sizeof *ids * (strlen(rest) / 2 + 1));
    bool unasked = true;
    for (char *one = strsep(&rest, " "); one; one = strsep(&rest, " ")) {
        bool bar = strcmp(one, "|") == 0;
        WordId id = bar || !one[0] ? NO_WORD : known_word(reading, line, one);
        unasked = unasked && !bar;
        if (id != NO_WORD) {
            ids[next->count++] = id;
            next->unasked = (uint16_t)(next->unasked + unasked);
        }
    }
    WordId *kept = arena_take(reading->kept, sizeof *kept * next->count);
    memcpy(kept, ids, sizeof *kept * next->count);
    next->word = kept;
}

/* 'word: word word | word' */
static void take_next(const Reading *reading, const ContentLine *line) {
    char *rest = arena_copy(reading->scratch, line->text, strlen(line->text));
    const char *first = strsep(&rest, ":");
    Next *next = rest ? next_of(reading, line, first) : NULL;
    if (!rest) {
        say(reading, line, first, "has no : behind it");
    } else if (next && next->count > 0) {
        say(reading, line, first, "has a line already");
    } else if (next) {
        take_behind(reading, line, rest, next);
    }
}

static Suggest *read_lists(Library *library, Buf *problems) {
    Arena *kept = &library->arena, scratch = {0};
    Suggest *lists = arena_take(kept, sizeof *lists);
    Reading reading = {.lists = lists, .kept = kept, .scratch = &scratch, .problems = problems};
    open_list(&reading, library, "never.txt", kept);
    take_never(&reading);
    if (lists->never.count == 0) {
        return lists; /* nothing is offered that nobody has looked at */
    }
    open_list(&reading, library, "words.txt", kept);
    take_words(&reading);
    join_words(lists);
    open_list(&reading, library, "next.txt", &scratch);
    for (int i = 0; i < reading.lines.count; i++) {
        take_next(&reading, &reading.lines.at[i]);
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
