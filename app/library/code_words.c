/* code-words.txt: the list that draft codes are made of. Their order is part of nothing, but their
 * number is: five of 2,048 carry 55 bits. */
#include "library/content.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CODE_WORDS = 2048 };

static int by_text(const void *a, const void *b) {
    const ContentLine *left = a, *right = b;
    int order = strcmp(left->text, right->text);
    return order ? order : (left->line > right->line) - (left->line < right->line);
}

static bool in_order(const ContentLines *lines) {
    int i = 1;
    while (i < lines->count && strcmp(lines->at[i - 1].text, lines->at[i].text) < 0) {
        i++;
    }
    return i >= lines->count;
}

static void say_doubles(Arena *arena, const ContentLines *lines, const char *path, Buf *problems) {
    if (in_order(lines)) {
        return; /* as the file is kept: no need to sort a copy */
    }
    ContentLine *sorted = arena_take(arena, sizeof *sorted * (size_t)lines->count);
    memcpy(sorted, lines->at, sizeof *sorted * (size_t)lines->count);
    qsort(sorted, (size_t)lines->count, sizeof *sorted, by_text);
    for (int i = 1; i < lines->count; i++) {
        if (strcmp(sorted[i].text, sorted[i - 1].text) == 0) {
            content_problem(problems, path, sorted[i].line, "\"%s\" is in the list twice",
                            sorted[i].text);
        }
    }
}

void code_words_read(Library *library, const char *path, Buf *problems) {
    if (access(path, F_OK) != 0) {
        return;
    }
    ContentLines lines = content_read_lines(&library->arena, path, problems);
    if (lines.count == 0) {
        content_problem(problems, path, 1, "no words");
        return;
    }
    const char **words = arena_take(&library->arena, sizeof *words * (size_t)lines.count);
    for (int i = 0; i < lines.count; i++) {
        words[i] = lines.at[i].text;
        if (strpbrk(words[i], " -0123456789")) {
            content_problem(problems, path, lines.at[i].line, "\"%s\" is not one plain word",
                            words[i]);
        }
    }
    if (lines.count != CODE_WORDS) {
        content_problem(problems, path, 1, "%d words, but codes need %d", lines.count, CODE_WORDS);
    }
    say_doubles(&library->arena, &lines, path, problems);
    library->code_words = (Texts){lines.count, words};
}
