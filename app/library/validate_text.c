/* The rules for one shown text: how long its sentences are, which words it may not hold, and that
 * no abbreviation stands there unexplained. */
#include "library/validate.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { WORDS_MOST = 20, EASY_WORDS_MOST = 12, QUOTED_WORDS = 5 };

/* Members that are shown, by file; "*" is every member. */
static const struct {
    const char *file, *key;
    ShownAs as;
} shown[] = {
    {"guide.json", "title", SHOWN_PLAIN},      {"guide.json", "heading", SHOWN_PLAIN},
    {"guide.json", "sentences", SHOWN_PLAIN},  {"guide.json", "points", SHOWN_PLAIN},
    {"guide.json", "easy", SHOWN_EASY},        {"guide.json", "text", SHOWN_SAMPLE},
    {"examples.json", "text", SHOWN_SAMPLE},   {"examples.json", "why", SHOWN_PLAIN},
    {"examples.json", "better", SHOWN_PLAIN},  {"practice.json", "text", SHOWN_SAMPLE},
    {"practice.json", "better", SHOWN_SAMPLE}, {"practice.json", "head", SHOWN_PLAIN},
    {"practice.json", "body", SHOWN_PLAIN},    {"practice.json", "still", SHOWN_PLAIN},
    {"ideas.json", "ideas", SHOWN_PLAIN},      {"glossary.json", "plain", SHOWN_PLAIN},
    {"prompts.json", "title", SHOWN_PLAIN},    {"prompts.json", "ask", SHOWN_PLAIN},
    {"prompts.json", "offer", SHOWN_PLAIN},    {"keyboard.json", "label", SHOWN_PLAIN},
    {"place.json", "drop_in", SHOWN_PLAIN},    {"place.json", "offers", SHOWN_PLAIN},
};

ShownAs shown_as(const char *file, const char *key) {
    if (strings_is_file(file)) {
        return SHOWN_PLAIN;
    }
    for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++) {
        if (strcmp(shown[i].file, file) == 0 && strcmp(shown[i].key, key) == 0) {
            return shown[i].as;
        }
    }
    return NOT_SHOWN;
}

bool validate_excepted(const Validation *v, const char *id) {
    for (int i = 0; i < v->exception_count; i++) {
        if (strcmp(v->exceptions[i].id, id) == 0) {
            return true;
        }
    }
    return false;
}

/* The first words of a sentence, so that an author finds it. */
static Span beginning(Span sentence) {
    const char *rest = sentence.text;
    Span word = {sentence.text, 0};
    for (int i = 0; i < QUOTED_WORDS; i++) {
        prose_next_word(&rest, sentence.text + sentence.len, &word);
    }
    return (Span){sentence.text, (size_t)(word.text + word.len - sentence.text)};
}

static void check_lengths(Validation *v, const ContentFile *file, const Json *value, ShownAs as,
                          const char *id) {
    int most = as == SHOWN_EASY ? EASY_WORDS_MOST : WORDS_MOST;
    const char *rest = value->text;
    Span sentence;
    while (prose_next_sentence(&rest, &sentence)) {
        int words = prose_words(sentence);
        if (words > most && !validate_excepted(v, id)) {
            Span first = beginning(sentence);
            content_problem(v->problems, file->path, value->line,
                            "a sentence of %d words, more than %d: \"%.*s ...\"", words, most,
                            (int)first.len, first.text);
        }
    }
}

static bool is_word_char(char c) {
    return isalnum((unsigned char)c) || (unsigned char)c >= 0xC3; /* accented letters begin so */
}

bool banned_in(const char *banned, const char *text) {
    size_t len = strlen(banned);
    bool any_end = len > 0 && banned[len - 1] == '*';
    len -= any_end;
    for (const char *at = text; *at; at++) {
        bool begins = at == text || !is_word_char(at[-1]);
        if (begins && strncasecmp(at, banned, len) == 0 && (any_end || !is_word_char(at[len]))) {
            return true;
        }
    }
    return false;
}

static void check_banned(Validation *v, const ContentFile *file, const Json *value,
                         const char *id) {
    for (int i = 0; i < v->banned.count; i++) {
        const char *banned = v->banned.at[i].text;
        if (banned_in(banned, value->text) && !validate_excepted(v, id)) {
            content_problem(v->problems, file->path, value->line, "the banned word \"%s\"", banned);
        }
    }
}

/* Takes the next run of letters and digits off *rest. */
static bool next_run(const char **rest, Span *run) {
    while (**rest && !isalnum((unsigned char)**rest)) {
        ++*rest;
    }
    const char *start = *rest;
    while (isalnum((unsigned char)**rest)) {
        ++*rest;
    }
    *run = (Span){start, (size_t)(*rest - start)};
    return run->len > 0;
}

/* Two capitals side by side. A plural s is cut off: EHCPs is EHCP. */
static bool is_abbreviation(Span *run) {
    bool two = false;
    for (size_t i = 1; i < run->len; i++) {
        two = two ||
              (isupper((unsigned char)run->text[i - 1]) && isupper((unsigned char)run->text[i]));
    }
    if (two && run->text[run->len - 1] == 's' && isupper((unsigned char)run->text[run->len - 2])) {
        run->len--;
    }
    return two;
}

static bool in_glossary(const Library *library, Span run) {
    for (int i = 0; i < library->glossary_count; i++) {
        Span word;
        for (const char *rest = library->glossary[i].word; next_run(&rest, &word);) {
            if (word.len == run.len && strncmp(word.text, run.text, run.len) == 0) {
                return true;
            }
        }
    }
    return false;
}

static void check_abbreviations(Validation *v, const ContentFile *file, const Json *value,
                                const char *id) {
    Span run;
    for (const char *rest = value->text; next_run(&rest, &run);) {
        if (is_abbreviation(&run) && !in_glossary(v->library, run) && !validate_excepted(v, id)) {
            content_problem(v->problems, file->path, value->line,
                            "the abbreviation \"%.*s\" is not in the glossary", (int)run.len,
                            run.text);
        }
    }
}

void validate_text(Validation *v, const ContentFile *file, const Json *value, ShownAs as,
                   const char *id) {
    if (as == NOT_SHOWN) {
        return;
    }
    check_lengths(v, file, value, as, id);
    if (as != SHOWN_SAMPLE) {
        check_banned(v, file, value, id);
    }
    check_abbreviations(v, file, value, id);
}
