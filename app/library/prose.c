/* Words, sentences and syllables of plain English. */
#include "library/prose.h"
#include "base/utf8.h"

#include <ctype.h>
#include <string.h>

static const char curly_apostrophe[] = "\xE2\x80\x99";

static bool is_letter(char c) {
    return isalpha((unsigned char)c) && (unsigned char)c < 0x80;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_space(char c) {
    return c == ' ' || c == '\n';
}

/* Bytes of a closing quote or bracket at text, 0 when it is none. */
static size_t closing(const char *text) {
    static const char *const marks[] = {curly_apostrophe, "\xE2\x80\x9D", ")", "\"", "'"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (strncmp(text, marks[i], strlen(marks[i])) == 0) {
            return strlen(marks[i]);
        }
    }
    return 0;
}

/* Behind the sentence that begins at text. '8.00' and 'www.a.uk' do not end one. */
static const char *sentence_end(const char *text) {
    const char *at = text;
    for (; *at && *at != '\n'; at++) {
        if (!strchr(".!?", *at)) {
            continue;
        }
        const char *behind = at + 1;
        for (size_t n = closing(behind); n > 0; n = closing(behind)) {
            behind += n;
        }
        if (!*behind || is_space(*behind)) {
            return behind;
        }
    }
    return at;
}

bool prose_next_sentence(const char **rest, Span *sentence) {
    while (is_space(**rest)) {
        ++*rest;
    }
    if (!**rest) {
        return false;
    }
    const char *end = sentence_end(*rest);
    *sentence = (Span){*rest, (size_t)(end - *rest)};
    *rest = end;
    return true;
}

/* A letter of another alphabet, or with an accent; not a dash, quote or sign. */
static bool is_far_letter(uint32_t point) {
    const uint32_t first_letter = 0xC0, times = 0xD7, divided = 0xF7;
    const uint32_t punctuation = 0x2000, behind_signs = 0x2C00;
    return point >= first_letter && point != times && point != divided &&
           (point < punctuation || point >= behind_signs);
}

static bool is_word(Span span) {
    for (size_t at = 0; at < span.len;) {
        uint32_t point;
        int n = utf8_read(span.text + at, span.len - at, &point);
        char c = span.text[at];
        if (is_letter(c) || is_digit(c) || c == '{' || (n > 1 && is_far_letter(point))) {
            return true;
        }
        at += n > 0 ? (size_t)n : 1;
    }
    return false;
}

bool prose_next_word(const char **rest, const char *end, Span *word) {
    for (;;) {
        while (*rest < end && is_space(**rest)) {
            ++*rest;
        }
        if (*rest >= end) {
            return false;
        }
        const char *start = *rest;
        while (*rest < end && !is_space(**rest)) {
            ++*rest;
        }
        *word = (Span){start, (size_t)(*rest - start)};
        if (is_word(*word)) {
            return true;
        }
    }
}

int prose_words(Span sentence) {
    int count = 0;
    Span word;
    const char *rest = sentence.text;
    while (prose_next_word(&rest, sentence.text + sentence.len, &word)) {
        count++;
    }
    return count;
}

static bool is_vowel(char c) {
    return c && strchr("aeiouy", c);
}

static bool one_of(char c, const char *set) {
    return c && strchr(set, c);
}

/* An ending that is written with a vowel and spoken without. word is lower case. */
static bool silent_ending(const char *word, size_t len) {
    if (len >= 3 && word[len - 1] == 'e') {
        return !is_vowel(word[len - 2]) && !(word[len - 2] == 'l' && !is_vowel(word[len - 3]));
    }
    if (len < 4 || word[len - 2] != 'e' || is_vowel(word[len - 3])) {
        return false;
    }
    char before = word[len - 3];
    if (word[len - 1] == 'd') {
        return !one_of(before, "td");
    }
    bool hissing = one_of(before, "sxzcg") || (before == 'h' && one_of(word[len - 4], "cs"));
    bool spoken_le = before == 'l' && !is_vowel(word[len - 4]);
    return word[len - 1] == 's' && !hissing && !spoken_le;
}

/* Two vowels side by side that are spoken apart: ide-a, play-ing, medi-a, usu-al. */
static bool parts_here(const char *word, size_t len, size_t at) {
    char before = '\0';
    if (at > 0) {
        before = word[at - 1];
    }
    const char *two = word + at;
    if (at > 1 && at + 2 == len && strncmp(two, "ea", 2) == 0) {
        return strcspn(word, "aeiouy") < at; /* idea, but not plea */
    }
    if (at > 0 && at + 3 == len && is_vowel(before) && strncmp(two, "ing", 3) == 0) {
        return true;
    }
    if (strncmp(two, "ia", 2) == 0 || strncmp(two, "io", 2) == 0) {
        return !one_of(before, "tscg");
    }
    return strncmp(two, "ua", 2) == 0 && !one_of(before, "gq");
}

/* Syllables of letters alone, lower case. */
static int spoken(const char *word, size_t len) {
    int count = 0;
    for (size_t i = 0; i < len; i++) {
        count += is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]));
        count += parts_here(word, len, i);
    }
    if (count > 1 && silent_ending(word, len)) {
        count--;
    }
    return count > 0 ? count : 1;
}

/* An abbreviation of up to three capitals is spelled out: E H C. */
static bool spelled_out(Span run) {
    enum { SPELLED_MOST = 3 };
    for (size_t i = 0; i < run.len; i++) {
        if (!isupper((unsigned char)run.text[i])) {
            return false;
        }
    }
    return run.len >= 2 && run.len <= SPELLED_MOST;
}

static int letters_syllables(Span run) {
    enum { LONGEST = 64 };
    char lower[LONGEST];
    size_t len = run.len < LONGEST ? run.len : LONGEST - 1;
    for (size_t i = 0; i < len; i++) {
        lower[i] = (char)tolower((unsigned char)run.text[i]);
    }
    lower[len] = '\0';
    return spelled_out(run) ? (int)run.len : spoken(lower, len);
}

/* The straight one, or the last byte of the curly one. */
static bool is_apostrophe(char c) {
    return c == '\'' || c == curly_apostrophe[2];
}

int prose_syllables(Span word) {
    int count = 0;
    for (size_t at = 0; at < word.len;) {
        size_t from = at;
        while (at < word.len && is_letter(word.text[at])) {
            at++;
        }
        if (at > from && count > 0 && is_apostrophe(word.text[from - 1])) {
            continue; /* child's, can't, we'll: no syllable more */
        }
        if (at > from) {
            count += letters_syllables((Span){word.text + from, at - from});
            continue;
        }
        count += is_digit(word.text[at++]);
    }
    return count > 0 ? count : 1;
}

void prose_add(Prose *prose, const char *text) {
    Span sentence, word;
    while (prose_next_sentence(&text, &sentence)) {
        int words = 0;
        const char *rest = sentence.text;
        while (prose_next_word(&rest, sentence.text + sentence.len, &word)) {
            prose->syllables += prose_syllables(word);
            words++;
        }
        prose->words += words;
        prose->sentences += words > 0;
    }
}

double prose_grade(const Prose *prose) {
    const double per_sentence = 0.39, per_word = 11.8, start = 15.59;
    if (prose->words == 0) {
        return 0;
    }
    return per_sentence * prose->words / prose->sentences +
           per_word * prose->syllables / prose->words - start;
}
