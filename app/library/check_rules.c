/* Reads the checker's lists. One pass a file, line by line; a phrase goes straight into the
 * lexicon, so nothing of the file is kept but plain words and questions. */
#include "library/check_rules.h"

#include "base/file.h"
#include "base/json.h"
#include "base/text.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MOST = 1 << 20, PATH_SIZE = 1024, LINE_SIZE = 4096, FORMS_MOST = 5 };

typedef enum Section {
    SECTION_NONE,
    SECTION_CLASS,
    SECTION_IRREGULAR,
    SECTION_SAME,
    SECTION_READ
} Section;

typedef struct Source {
    Arena *arena;
    Rules *rules; /* NULL: only the examples are looked at */
    const Rules *tested;
    char file[PATH_SIZE]; /* being read */
    int line;
    Section section;
    WordClass class;
    Buf *problems;
    int failed;
} Source;

static void problem(Source *src, const char *what, const char *detail) {
    buf_print(src->problems, "%s:%d: %s%s\n", src->file, src->line, what, detail);
    src->failed++;
}

/* The text without spaces at its ends. */
static char *trim(char *text) {
    while (*text == ' ' || *text == '\t') {
        text++;
    }
    size_t len = strlen(text);
    while (len > 0 && (text[len - 1] == ' ' || text[len - 1] == '\t' || text[len - 1] == '\r')) {
        text[--len] = '\0';
    }
    return text;
}

/* The next text between commas without spaces at its ends; NULL when none is left. Empty ones are
 * passed over. */
static char *next_piece(char **rest) {
    while (*rest) {
        char *comma = strchr(*rest, ',');
        if (comma) {
            *comma = '\0';
        }
        char *piece = trim(*rest);
        *rest = comma ? comma + 1 : NULL;
        if (*piece != '\0') {
            return piece;
        }
    }
    return NULL;
}

static void open_section(Source *src, char *line) {
    size_t len = strlen(line);
    if (line[len - 1] != ']') {
        problem(src, "a list begins with [name]", "");
        return;
    }
    line[len - 1] = '\0';
    const char *name = line + 1;
    src->class = rules_class(name, strlen(name));
    if (src->class < WORD_CLASS_COUNT) {
        src->section = SECTION_CLASS;
    } else if (strcmp(name, "irregular") == 0) {
        src->section = SECTION_IRREGULAR;
    } else if (strcmp(name, "same") == 0) {
        src->section = SECTION_SAME;
    } else if (strcmp(name, "read as") == 0) {
        src->section = SECTION_READ;
    } else {
        src->section = SECTION_NONE;
        problem(src, "no list has the name ", name);
    }
}

static void add_irregular(Source *src, char *line) {
    const char *forms[FORMS_MOST];
    int count = 0;
    for (char *form; (form = next_piece(&line));) {
        if (count == FORMS_MOST) {
            count++;
            break;
        }
        forms[count++] = form;
    }
    if (count > FORMS_MOST || !rules_irregular(src->rules, forms, count)) {
        problem(src, "a verb has four or five forms: go, goes, going, went, gone", "");
    }
}

static void add_words(Source *src, char *line) {
    char *equals = strchr(line, '=');
    const char *right = "";
    if (equals) {
        *equals = '\0';
        right = trim(equals + 1);
    }
    const char *plain = NULL;
    if (equals && src->section == SECTION_CLASS) {
        plain = arena_copy(src->arena, right, strlen(right));
    }
    if (!equals && src->section != SECTION_CLASS) {
        problem(src, "this list needs 'word = word'", "");
        return;
    }
    for (char *word; (word = next_piece(&line));) {
        size_t len = strlen(word);
        bool fits = src->section == SECTION_CLASS
                        ? rules_add(src->rules, src->class, word, len, plain)
                    : src->section == SECTION_SAME
                        ? rules_same(src->rules, word, len, right, strlen(right))
                        : rules_replace(src->rules, word, len, right, strlen(right));
        if (!fits) {
            problem(src, "too long or too many: ", word);
        }
    }
}

static Fault fault_of(const char *name, size_t len) {
    int f = 0;
    while (fault_names[f] &&
           (strlen(fault_names[f]) != len || memcmp(fault_names[f], name, len) != 0)) {
        f++;
    }
    return (Fault)f;
}

/* 'flags FAULT: sentence', 'passes FAULT: sentence', 'passes: sentence'. */
static void run_example(Source *src, char *line) {
    bool flags = line[0] == 'f';
    char *colon = strchr(line, ':');
    if (!colon) {
        problem(src, "an example needs ': ' before its sentence", "");
        return;
    }
    *colon = '\0';
    const char *sentence = trim(colon + 1);
    char *name = trim(line + strlen(flags ? "flags" : "passes"));
    Fault fault = fault_of(name, strlen(name));
    if (*name != '\0' && fault == FAULT_COUNT) {
        problem(src, "no fault has the name ", name);
        return;
    }
    if (!src->tested) {
        return;
    }
    Checked checked;
    check_text(src->tested, sentence, strlen(sentence), &checked);
    bool as_said = fault == FAULT_COUNT
                       ? checked.good != flags
                       : ((unsigned)checked.faults >> (unsigned)fault & 1u) == flags;
    if (!as_said) {
        buf_print(src->problems, "%s:%d: %s%s%s: %s\n", src->file, src->line,
                  flags ? "not flagged" : "flagged", *name ? " as " : "", name, sentence);
        src->failed++;
    }
}

static bool starts(const char *line, const char *with) {
    return strncmp(line, with, strlen(with)) == 0;
}

static void read_line(Source *src, char *line) {
    char *remark = strchr(line, '#');
    if (remark) {
        *remark = '\0';
    }
    line = trim(line);
    if (*line == '\0') {
        return;
    }
    if (*line == '[') {
        open_section(src, line);
    } else if (starts(line, "flags ") || starts(line, "passes ") || starts(line, "passes:")) {
        run_example(src, line);
    } else if (!src->rules) {
        return;
    } else if (src->section == SECTION_NONE) {
        problem(src, "words before any [list]", "");
    } else if (src->section == SECTION_IRREGULAR) {
        add_irregular(src, line);
    } else {
        add_words(src, line);
    }
}

static Err read_list(Source *src, const char *path) {
    Buf bytes = {0};
    Err err = file_read(path, FILE_MOST, &bytes);
    text_set(src->file, sizeof src->file, path);
    src->line = 0;
    src->section = SECTION_NONE;
    if (err) {
        src->line = 1;
        problem(src, "this file could not be read: ", err_name(err));
        buf_done(&bytes);
        return err;
    }
    for (size_t i = 0; i < bytes.len;) {
        const char *end = memchr(bytes.bytes + i, '\n', bytes.len - i);
        size_t len = end ? (size_t)(end - bytes.bytes) - i : bytes.len - i;
        char line[LINE_SIZE];
        src->line++;
        if (len >= sizeof line) {
            problem(src, "this line is too long", "");
        } else {
            memcpy(line, bytes.bytes + i, len);
            line[len] = '\0';
            read_line(src, line);
        }
        i += len + 1;
    }
    buf_done(&bytes);
    return OK;
}

static int is_list(const struct dirent *entry) {
    size_t len = strlen(entry->d_name);
    return len > 4 && strcmp(entry->d_name + len - 4, ".txt") == 0 && entry->d_name[0] != '.' &&
           strcmp(entry->d_name, "grammar.txt") != 0;
}

/* grammar.txt, then the other lists by name. */
static Err read_lists(Source *src, const char *folder) {
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/check/grammar.txt", folder);
    Err err = read_list(src, arena_copy(src->arena, path, strlen(path)));
    if (err) {
        return err;
    }
    snprintf(path, sizeof path, "%s/check", folder);
    struct dirent **names;
    int count = scandir(path, &names, is_list, alphasort);
    if (count < 0) {
        return ERR_NOT_FOUND;
    }
    for (int i = 0; i < count; i++) {
        snprintf(path, sizeof path, "%s/check/%s", folder, names[i]->d_name);
        Err one = read_list(src, arena_copy(src->arena, path, strlen(path)));
        err = err ? err : one;
        free(names[i]);
    }
    free(names);
    return err;
}

static const char *const prompt_names[] = {"calm", "good"};

static void read_prompt(Source *src, const Json *root, int which, const char *name) {
    const Json *one = json_get(root, name);
    if (!one || !json_text(one, "title", NULL) || !json_text(one, "ask", NULL) ||
        !json_text(one, "offer", NULL)) {
        src->line = one ? one->line : 1;
        problem(src, "title, ask or offer is missing for ", name);
        return;
    }
    Prompt prompt = {json_text(one, "title", ""), json_text(one, "ask", ""),
                     json_text(one, "offer", "")};
    rules_set_prompt(src->rules, which, &prompt);
}

static Err read_prompts(Source *src, const char *folder) {
    snprintf(src->file, sizeof src->file, "%s/check/prompts.json", folder);
    src->line = 1;
    Buf bytes = {0};
    Err err = file_read(src->file, FILE_MOST, &bytes);
    if (err) {
        problem(src, "this file could not be read: ", err_name(err));
        buf_done(&bytes);
        return err;
    }
    JsonError why;
    const Json *root =
        json_read(src->arena, buf_string(&bytes), bytes.len, &json_content_limits, &why);
    buf_done(&bytes);
    if (!root) {
        src->line = why.line;
        problem(src, why.why, "");
        return ERR_DAMAGED;
    }
    for (int f = 0; f < FAULT_COUNT; f++) {
        read_prompt(src, root, f, fault_names[f]);
    }
    for (int extra = PROMPT_CALM; extra < PROMPT_COUNT; extra++) {
        read_prompt(src, root, extra, prompt_names[extra - PROMPT_CALM]);
    }
    return OK;
}

Err check_rules_load(Arena *arena, const char *folder, Buf *problems, Rules **out) {
    Source src = {.arena = arena, .rules = rules_new(arena), .problems = problems};
    Err err = read_lists(&src, folder);
    Err words = read_prompts(&src, folder);
    err = err ? err : words;
    if (!err && src.failed > 0) {
        err = ERR_DAMAGED;
    }
    if (!err) {
        *out = src.rules;
    }
    return err;
}

int check_rules_selftest(const Rules *rules, const char *folder, Buf *problems) {
    Arena arena = {0};
    Source src = {.arena = &arena, .tested = rules, .problems = problems};
    Err err = read_lists(&src, folder);
    arena_done(&arena);
    return src.failed + (err && src.failed == 0);
}

const Prompt *check_prompt(const Rules *rules, int which) {
    return rules_prompt(rules, which);
}

void check_ask(const Rules *rules, const Finding *finding, const char *text, const char *name,
               Buf *out) {
    const char *ask = rules_prompt(rules, (int)finding->fault)->ask;
    while (*ask) {
        if (starts(ask, "{name}")) {
            buf_text(out, name);
            ask += strlen("{name}");
        } else if (starts(ask, "{word}")) {
            buf_add(out, text + finding->from, (size_t)(finding->to - finding->from));
            ask += strlen("{word}");
        } else if (starts(ask, "{plain}")) {
            buf_text(out, finding->plain ? finding->plain : "it in everyday words");
            ask += strlen("{plain}");
        } else {
            buf_char(out, *ask++);
        }
    }
}
