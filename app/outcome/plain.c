/* Choosing what gives way to plain words; see plain.h. English. */
#include "outcome/plain.h"
#include "base/text.h"
#include "outcome/phrase.h"
#include "outcome/verbs.h"

#include <string.h>

/* Behind these a verb is wanted, behind those either may stand, behind all else things. */
static const char *const before_verbs[] = {"will", "can", "cannot", "not", "be able to", NULL};
static const char *const before_either[] = {"to", "and", "or", "then", NULL};
static const char *const before_doing[] = {"about",    "with", "of",   "at",   "in",
                                           "on",       "for",  "by",   "than", "enjoy",
                                           "practise", "keep", "like", NULL};
/* Two of these do not stand together. */
static const char *const one_of_many[] = {"a", "an", "one", NULL};
static const char *const owners[] = {"a", "an", "his", "her", "their", "my", "our", "your", NULL};
static const char *const own_owners[] = {"a",   "an",    "the", "other", "his",
                                         "her", "their", "my",  NULL};
static const char *const clauses[] = {"what", "how", NULL};

static Phrase all_of(const char *text) {
    return (Phrase){text, strlen(text)};
}

static bool is_any(Phrase phrase, const char *const words[]) {
    return phrase_begins_any(phrase, words) > 0;
}

/* ---- the child's own forms ---- */

static void add_n(char *out, const char *text, size_t len) {
    size_t used = strlen(out);
    text_set_n(out + used, PLAIN_SIZE - used, text, len);
}

void plain_say(const char *plain, const Forms *forms, char out[PLAIN_SIZE]) {
    static const char *const listed[] = {"he", "him", "his", NULL, "himself"};
    bool subject = false; /* the word before was 'he' */
    out[0] = '\0';
    for (const char *at = plain; *at;) {
        size_t len = strcspn(at, " ,");
        char base[VERB_SIZE];
        const char *own = NULL;
        for (int i = 0; i < 5 && len > 0; i++) {
            bool same = listed[i] && strlen(listed[i]) == len && memcmp(at, listed[i], len) == 0;
            own = same ? forms->words[i] : own;
        }
        if (subject && forms->base && verb_from_s(at, len, base)) {
            own = base;
        }
        if (len > 0) {
            subject = own == forms->words[0];
        }
        add_n(out, own ? own : at, own ? strlen(own) : len);
        add_n(out, at + len, at[len] ? 1 : 0);
        at += len + (at[len] ? 1 : 0);
    }
}

/* ---- does it read? ---- */

/* The word that ends before at; empty at the beginning and behind a mark. */
static Phrase word_before(const char *text, size_t at) {
    size_t end = at;
    while (end > 0 && text[end - 1] == ' ') {
        end--;
    }
    size_t begin = end;
    while (begin > 0 && text[begin - 1] != ' ') {
        begin--;
    }
    return phrase_of(end > begin ? text + begin : "").len && !strchr(",.;:", text[end - 1])
               ? (Phrase){text + begin, end - begin}
               : (Phrase){text, 0};
}

/* 'calm herself', but not 'help that is taken away'. */
static bool begins_with_verb(Phrase plain) {
    Phrase first = phrase_first(plain);
    return verb_known(first.at, first.len) && !phrase_begins(phrase_rest(plain), "that");
}

static bool reads_behind(Phrase before, Phrase plain) {
    bool clause = is_any(plain, clauses);
    Phrase first = phrase_first(plain);
    if (!plain_is_words(plain.at)) {
        return false;
    }
    if (verb_is_ing(first.at, first.len)) {
        return is_any(before, before_doing);
    }
    if (is_any(before, before_verbs)) {
        return begins_with_verb(plain);
    }
    if (is_any(before, before_either)) {
        return !clause;
    }
    return !begins_with_verb(plain) &&
           !(is_any(before, one_of_many) && phrase_begins(plain, "other"));
}

bool plain_is_words(const char *plain) {
    return phrase_find(all_of("we would"), plain, 0) < 0;
}

bool plain_swap(const char *text, size_t from, size_t to, const char *plain, Swap *out) {
    Phrase before = word_before(text, from), words = all_of(plain);
    if (!reads_behind(before, words)) {
        return false;
    }
    Swap swap = {from, to, words.len};
    bool article = is_any(words, own_owners) || is_any(words, clauses);
    if (before.len > 0 && article && is_any(before, owners)) {
        swap.from = (size_t)(before.at - text);
    }
    const char *last = strrchr(plain, ' '), *rest = text + to;
    size_t len = last ? strlen(last + 1) : 0;
    if (len > 0 && rest[0] == ' ' && text_starts(rest + 1, last + 1) &&
        strchr(" ,.", rest[1 + len])) {
        swap.len = (size_t)(last - plain); /* 'moving to' before 'to college' */
    }
    *out = swap;
    return true;
}
