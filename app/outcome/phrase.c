/* Narrowing and comparing phrases; see phrase.h. Letters are compared in ASCII: the joining words
 * of English are, and a name is compared by its bytes. */
#include "outcome/phrase.h"
#include "outcome/verbs.h"

#include <string.h>
#include <strings.h>

static bool space(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

static bool upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/* Part of a word, so that a word does not end before it: letters, digits, all beyond ASCII but
 * closing quotes, hyphens and straight apostrophes. */
static bool in_word(char c) {
    return (unsigned char)c >= 0x80 || upper(c) || (c >= 'a' && c <= 'z') ||
           (c >= '0' && c <= '9') || c == '-' || c == '\'';
}

static bool stray_before(char c) {
    return space(c) || c == ',' || c == '.' || c == ';' || c == ':';
}

static bool stray_behind(char c) {
    return stray_before(c) || c == '!' || c == '?';
}

/* Does the last word hold a stop of its own before the one at the end? Then that belongs to it. */
static bool ends_in_abbreviation(Phrase p) {
    if (p.len < 3 || p.at[p.len - 1] != '.' || !in_word(p.at[p.len - 2])) {
        return false;
    }
    size_t at = p.len - 1;
    while (at > 0 && !space(p.at[at - 1])) {
        at--;
        if (p.at[at] == '.') {
            return true;
        }
    }
    return false;
}

/* '.5 miles' keeps its point. */
static bool begins_number(Phrase p) {
    return p.len > 1 && p.at[0] == '.' && p.at[1] >= '0' && p.at[1] <= '9';
}

static Phrase trim(Phrase p) {
    while (p.len > 0 && stray_before(p.at[0]) && !begins_number(p)) {
        p.at++;
        p.len--;
    }
    while (p.len > 0 && stray_behind(p.at[p.len - 1]) && !ends_in_abbreviation(p)) {
        p.len--;
    }
    return p;
}

Phrase phrase_of(const char *words) {
    return trim((Phrase){words, strlen(words)});
}

Phrase phrase_first(Phrase phrase) {
    size_t len = 0;
    while (len < phrase.len && in_word(phrase.at[len])) {
        len++;
    }
    return (Phrase){phrase.at, len};
}

Phrase phrase_skip(Phrase phrase, size_t bytes) {
    return trim((Phrase){phrase.at + bytes, phrase.len - bytes});
}

Phrase phrase_rest(Phrase phrase) {
    return phrase_skip(phrase, phrase_first(phrase).len);
}

size_t phrase_begins(Phrase phrase, const char *start) {
    size_t len = strlen(start);
    bool same = len > 0 && len <= phrase.len && strncasecmp(phrase.at, start, len) == 0;
    return same && (len == phrase.len || !in_word(phrase.at[len])) ? len : 0;
}

size_t phrase_begins_any(Phrase phrase, const char *const starts[]) {
    size_t longest = 0;
    for (int i = 0; starts[i]; i++) {
        size_t len = phrase_begins(phrase, starts[i]);
        longest = len > longest ? len : longest;
    }
    return longest;
}

/* Words that parents begin a phrase with and that are nobody's name. */
static const char *const plain_words[] = {
    "a",         "about",      "above",     "across",    "after",      "again",    "all",
    "along",     "alone",      "an",        "and",       "another",    "any",      "anyone",
    "around",    "as",         "at",        "because",   "before",     "behind",   "beside",
    "between",   "both",       "breakfast", "by",        "can",        "class",    "classmates",
    "college",   "daily",      "during",    "each",      "eight",      "every",    "everybody",
    "everyone",  "everything", "exactly",   "family",    "first",      "five",     "for",
    "four",      "friends",    "from",      "half",      "he",         "her",      "here",
    "his",       "home",       "homework",  "how",       "if",         "in",       "independently",
    "inside",    "into",       "is",        "it",        "its",        "just",     "less",
    "lessons",   "life",       "lunch",     "lunchtime", "lunchtimes", "many",     "mealtimes",
    "more",      "mornings",   "most",      "my",        "near",       "nearly",   "next",
    "nine",      "no",         "nobody",    "not",       "nothing",    "on",       "once",
    "one",       "only",       "other",     "others",    "our",        "out",      "outside",
    "over",      "parents",    "people",    "playtime",  "playtimes",  "quietly",  "school",
    "seven",     "she",        "six",       "sleep",     "so",         "some",     "someone",
    "something", "teachers",   "ten",       "that",      "the",        "their",    "then",
    "there",     "they",       "things",    "this",      "three",      "through",  "time",
    "to",        "together",   "twice",     "two",       "under",      "until",    "using",
    "we",        "weekends",   "weekly",    "what",      "when",       "whenever", "where",
    "wherever",  "while",      "with",      "within",    "without",    "you",      NULL};

static Phrase word_with_marks(Phrase phrase) {
    size_t len = 0;
    while (len < phrase.len && !space(phrase.at[len])) {
        len++;
    }
    return (Phrase){phrase.at, len};
}

bool phrase_lowers(Phrase phrase, const char *name, bool verb_expected) {
    Phrase word = phrase_first(phrase);
    if (word.len == 0 || !upper(word.at[0])) {
        return false;
    }
    bool is_name =
        name[0] && strncmp(phrase.at, name, strlen(name)) == 0 && phrase_begins(phrase, name) > 0;
    Phrase all = word_with_marks(phrase);
    for (size_t i = 1; i < all.len; i++) {
        if (upper(all.at[i])) {
            return false; /* 'PE', 'McDonald' */
        }
    }
    if (is_name) {
        return false;
    }
    for (int i = 0; plain_words[i]; i++) {
        if (phrase_begins(word, plain_words[i]) == word.len) {
            return true;
        }
    }
    char base[VERB_SIZE];
    return verb_is_ing(word.at, word.len) ||
           (verb_expected &&
            (verb_known(word.at, word.len) || verb_from_s(word.at, word.len, base)));
}

int phrase_find(Phrase phrase, const char *text, size_t from) {
    size_t len = strlen(text);
    for (size_t at = from; phrase.len > 0 && at + phrase.len <= len; at++) {
        bool begins = strncasecmp(text + at, phrase.at, 1) == 0 &&
                      memcmp(text + at + 1, phrase.at + 1, phrase.len - 1) == 0;
        bool alone = (at == 0 || !in_word(text[at - 1])) &&
                     (!in_word(text[at + phrase.len]) || !in_word(phrase.at[phrase.len - 1]));
        if (begins && alone) {
            return (int)at;
        }
    }
    return -1;
}
