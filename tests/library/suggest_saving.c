/* How many taps the offered words save on sentences: suggest_saving LEAST FILE...
 *
 * Each file is label, faults, text, parted by tabs, as in tests/corpus. Whoever types takes a word
 * as soon as it is among the first three, and spells cleanly. A letter, a space, a mark, a shift
 * inside a sentence and a taken word are one tap each. Prints the part of the taps that is saved,
 * and ends with 1 when it is under LEAST. */
#include "base/buf.h"
#include "base/file.h"
#include "library/suggest.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OFFERED = 3, LINE_SIZE = 1600, FILE_MOST = 1 << 20 };

typedef struct Taps {
    long plain, made;
    int sentences;
} Taps;

static bool in_word(const char *at) {
    return isalnum((unsigned char)*at) || (unsigned char)*at >= 0x80;
}

static bool starts_sentence(const char *text, int len) {
    return len == 0 || (len > 1 && text[len - 1] == ' ' && strchr(".?!", text[len - 2]));
}

/* Bytes of wanted behind at that one tap brings; 0 when no word that is offered is the one. */
static int taken(const Suggest *lists, const char *wanted, int at) {
    SuggestNames names = {0};
    char typed[LINE_SIZE];
    snprintf(typed, sizeof typed, "%.*s", at, wanted);
    suggest_names_in(lists, typed, &names);
    SuggestAsk ask = {.before = "",
                      .text = typed,
                      .caret = at,
                      .capital = starts_sentence(typed, at),
                      .names = &names};
    Suggested offered;
    suggest_words(lists, &ask, &offered);
    for (int i = 0; i < offered.count && i < OFFERED; i++) {
        size_t len = strlen(offered.word[i]);
        const char *end = wanted + offered.from + len;
        if (strncmp(wanted + offered.from, offered.word[i], len) == 0 && !in_word(end)) {
            return (int)(end - wanted) - at;
        }
    }
    return 0;
}

static void measure(const Suggest *lists, const char *wanted, Taps *taps) {
    for (int at = 0; wanted[at];) {
        int brought = taken(lists, wanted, at);
        int end = at + (brought > 0 ? brought : 1);
        for (int i = at; i < end; i++) { /* what it costs by hand */
            bool whole = (wanted[i] & 0xC0) != 0x80;
            bool shift = isupper((unsigned char)wanted[i]) && !starts_sentence(wanted, i);
            taps->plain += whole + shift;
            taps->made += brought > 0 ? 0 : whole + shift;
        }
        at = end;
        if (brought > 0) {
            taps->made++;
            bool spaced = wanted[at] == ' ';
            taps->plain += spaced; /* it brought its space, which a mark takes back */
            at += spaced;
        }
    }
    taps->sentences++;
}

/* Straight apostrophes as the keyboard writes them. */
static void curled(const char *text, char out[LINE_SIZE]) {
    size_t n = 0;
    for (; *text && n + 4 < LINE_SIZE; text++) {
        const char *as = *text == '\'' ? "’" : NULL;
        n += as ? (size_t)snprintf(out + n, LINE_SIZE - n, "%s", as) : 1;
        if (!as) {
            out[n - 1] = *text;
        }
    }
    out[n] = '\0';
}

static void measure_file(const Suggest *lists, const char *path, Taps *taps) {
    Buf bytes = {0};
    if (file_read(path, FILE_MOST, &bytes) != OK) {
        fprintf(stderr, "%s: cannot be read\n", path);
        exit(2);
    }
    char *rest = bytes.bytes;
    for (char *line = strsep(&rest, "\n"); line; line = strsep(&rest, "\n")) {
        char wanted[LINE_SIZE];
        strsep(&line, "\t");
        strsep(&line, "\t");
        if (line) {
            curled(line, wanted);
            measure(lists, wanted, taps);
        }
    }
    buf_done(&bytes);
}

int main(int argc, char **argv) {
    Library *library = NULL;
    Buf problems = {0};
    if (argc < 3 || library_load_first("content", "en", &problems, &library) != OK) {
        fprintf(stderr, "usage: suggest_saving LEAST FILE...\n%s", buf_string(&problems));
        return 2;
    }
    const Suggest *lists = suggest_of(library);
    Taps taps = {0};
    for (int i = 2; i < argc; i++) {
        measure_file(lists, argv[i], &taps);
    }
    double saved = 1 - (double)taps.made / (double)taps.plain;
    printf("%.3f of %ld taps saved on %d sentences\n", saved, taps.plain, taps.sentences);
    library_free(library);
    buf_done(&problems);
    return saved < strtod(argv[1], NULL);
}
