/* Deciding how a sentence begins; see opening.h.
 *
 * Parents answer 'What will Maya do?' in many shapes: 'ask', 'to ask', 'will ask', 'Maya will ask',
 * 'be able to ask', 'can ask', 'asks', 'asking'. Each leads to one sound sentence; what fits none
 * of them is left as it was typed. */
#include "outcome/opening.h"

#include <stdio.h>
#include <string.h>

/* English words that stand before a verb and never change with who does it. */
static const char *const modals[] = {"can",   "cannot", "can't",  "can’t", "could", "may",
                                     "might", "must",   "should", "would", "will",  "won't",
                                     "won’t", "did",    "had",    NULL};
static const char *const is_or_are[] = {"is", "are", NULL};
static const char *const speaks_as_self[] = {"I",    "I'm",  "I’m",  "I'll",
                                             "I’ll", "I've", "I’ve", NULL};
static const char *const then_more[] = {"and", "or", "but", "then", NULL};
static const char *const between[] = {"then", "also", "not", "to", NULL};

static Phrase all_of(const char *text) {
    return (Phrase){text, text ? strlen(text) : 0};
}

static bool is_any(Phrase phrase, const char *const words[]) {
    return phrase_begins_any(phrase, words) > 0;
}

static bool helper_follows(Phrase rest, const Grammar *grammar) {
    char base[VERB_SIZE];
    Phrase word = phrase_first(rest);
    return phrase_begins(rest, grammar->will) || phrase_begins(rest, "to") ||
           is_any(rest, modals) || is_any(rest, is_or_are) || verb_from_s(word.at, word.len, base);
}

/* The bytes of the child as subject: name, 'my child' or their pronoun. What may be another word is
 * the name only before a verb: 'A game' is not about A, nor 'mark his work' about Mark. */
static size_t child_at_start(const Draft *draft, Phrase phrase, const Grammar *grammar) {
    size_t len = phrase_begins(phrase, draft->name);
    if (len) {
        bool exact = len > 1 && memcmp(phrase.at, draft->name, len) == 0;
        bool sure = exact && !verb_known(phrase.at, len);
        return sure || helper_follows(phrase_skip(phrase, len), grammar) ? len : 0;
    }
    len = phrase_begins(phrase, grammar->my_child);
    return len ? len : phrase_begins(phrase, grammar->pronouns[draft->pronoun][0]);
}

/* 'My son will ...', 'By July Ellie will ...': a beginning of its own, with another word for the
 * child. */
static bool has_own_will(Phrase p, const Grammar *grammar) {
    enum { MOST_WORDS = 3 }; /* before its 'will' */
    int at = phrase_find(all_of(grammar->will), p.at, 1);
    Phrase first = phrase_first(p);
    if (at < 0 || (size_t)at >= p.len || verb_known(first.at, first.len)) {
        return false;
    }
    int words = 0;
    for (int i = 0; i < at; i++) {
        words += p.at[i] == ' ';
    }
    return words <= MOST_WORDS || is_any(p, grammar->starts_when);
}

/* What is left of 'Maya will ask', 'she to ask', 'will ask', 'to ask'. *own: bytes of a subject
 * that the words bring and that must stay; 0 when there is none. */
static Phrase strip_joins(const Draft *draft, Phrase p, const Grammar *grammar, size_t *own) {
    size_t subject = child_at_start(draft, p, grammar);
    Phrase rest = phrase_skip(p, subject);
    *own = 0;
    if (subject && phrase_begins(p, grammar->will) == subject &&
        !phrase_begins(rest, grammar->will)) {
        subject = 0; /* 'will ask', said of a child called Will */
    }
    if (subject) {
        if (rest.len && !phrase_begins(rest, grammar->will) && !phrase_begins(rest, "to")) {
            *own = subject;
            return p;
        }
        p = rest;
    } else if (is_any(p, speaks_as_self) || has_own_will(p, grammar)) {
        *own = p.len;
        return p;
    }
    p = phrase_skip(p, phrase_begins(p, grammar->will));
    return phrase_skip(p, phrase_begins(p, "to"));
}

Opening opening_third(const Draft *draft, const char *what, const Grammar *grammar) {
    size_t own;
    Opening opening = {.what = strip_joins(draft, phrase_of(what), grammar, &own)};
    if (own) {
        return opening;
    }
    char base[VERB_SIZE];
    Phrase first = phrase_first(opening.what);
    opening.subject = all_of(compose_name(draft, grammar));
    if (is_any(opening.what, modals) || is_any(opening.what, is_or_are) ||
        verb_from_s(first.at, first.len, base)) {
        return opening; /* 'Maya can ask', 'Maya asks' */
    }
    bool going_on = verb_is_ing(first.at, first.len) && grammar->will_be;
    opening.helper = all_of(going_on ? grammar->will_be : grammar->will);
    return opening;
}

/* 'ask and answer': turning the first verb alone would not do. */
static bool has_second_verb(Phrase rest) {
    bool after_join = false;
    while (rest.len > 0) {
        Phrase word = phrase_first(rest);
        if (word.len == 0) { /* a mark between words */
            rest.at++;
            rest.len--;
            continue;
        }
        char base[VERB_SIZE];
        if (after_join && (verb_known(word.at, word.len) || verb_from_s(word.at, word.len, base))) {
            return true;
        }
        bool comma = word.len < rest.len && word.at[word.len] == ',';
        after_join = comma || is_any(word, then_more) || (after_join && is_any(word, between));
        rest.at += word.len;
        rest.len -= word.len;
    }
    return false;
}

/* 'I', out of 'I am'. */
static Phrase self(const Grammar *grammar) {
    return phrase_first(all_of(grammar->first_am));
}

static Opening as_typed(Phrase p) {
    return (Opening){.what = p};
}

/* p begins with a verb form, with no subject before it. */
static Opening first_from_verb(const Draft *draft, Phrase p, const Grammar *grammar) {
    Opening opening = {.subject = all_of(grammar->first_am), .what = p};
    Phrase word = phrase_first(p), rest = phrase_rest(p);
    char base[VERB_SIZE];
    if (phrase_begins(p, "be") && rest.len > 0) {
        opening.what = rest; /* 'be able to' -> 'I am able to' */
        return opening;
    }
    if (is_any(p, is_or_are)) {
        opening.what = rest;
        return opening;
    }
    if (is_any(p, modals)) {
        opening.subject = self(grammar);
        return opening;
    }
    if (phrase_begins(p, "not")) {
        opening.subject = self(grammar);
        opening.helper = all_of(grammar->will);
        return opening;
    }
    if (p.len == 0 || verb_is_ing(word.at, word.len)) {
        return opening;
    }
    bool of_child = verb_from_s(word.at, word.len, base);
    bool known = of_child || verb_known(word.at, word.len);
    Phrase behind = {p.at + word.len, p.len - word.len};
    const char *verb = of_child ? base : word.at;
    size_t len = of_child ? strlen(base) : word.len;
    if (known && verb_of_state(verb, len)) {
        opening.subject = self(grammar);
        opening.what = behind;
        snprintf(opening.verb, sizeof opening.verb, "%.*s", (int)len, verb);
    } else if (known && !has_second_verb(rest)) {
        verb_to_ing(verb, len, opening.verb);
        opening.what = behind;
    } else if (of_child) {
        return opening_third(draft, word.at, grammar); /* 'asks and answers' */
    } else if (grammar->first_can) {
        opening.subject = all_of(grammar->first_can);
    } else {
        opening.subject = self(grammar);
        opening.helper = all_of(grammar->will);
    }
    return opening;
}

Opening opening_first(const Draft *draft, const char *what, const Grammar *grammar) {
    size_t own;
    Phrase p = strip_joins(draft, phrase_of(what), grammar, &own);
    if (!own) {
        return first_from_verb(draft, p, grammar);
    }
    Phrase rest = phrase_skip(p, own), word = phrase_first(rest);
    char base[VERB_SIZE];
    bool turns = is_any(rest, modals) || is_any(rest, is_or_are) || verb_known(word.at, word.len) ||
                 verb_from_s(word.at, word.len, base);
    return turns ? first_from_verb(draft, rest, grammar) : as_typed(p);
}

/* Does the child come up again, as 'her' or by name? Then turning the first word alone would mix
 * two ways of speaking. */
static bool speaks_of_child(const Draft *draft, Phrase rest, const Grammar *grammar) {
    enum { THEY, THEM, THEIR, HAVE, THEMSELF };
    const char *const *forms = grammar->pronouns[draft->pronoun];
    const char *const others[] = {forms[THEY], forms[THEM], forms[THEIR], forms[THEMSELF], NULL};
    for (; rest.len > 0; rest = phrase_skip(rest, phrase_first(rest).len + 1)) {
        if (is_any(rest, others) || (draft->name[0] && phrase_begins(rest, draft->name))) {
            return true;
        }
        if (phrase_first(rest).len >= rest.len) {
            break;
        }
    }
    return false;
}

bool opening_of_reason(const Draft *draft, Phrase reason, const Grammar *grammar, Opening *out) {
    size_t subject = child_at_start(draft, reason, grammar);
    Phrase rest = phrase_skip(reason, subject), word = phrase_first(rest);
    if (subject == 0 || word.len == 0 || speaks_of_child(draft, rest, grammar)) {
        return false;
    }
    Opening opening = {.subject = self(grammar), .what = rest};
    if (is_any(rest, is_or_are)) {
        opening.subject = all_of(grammar->first_am);
        opening.what = phrase_rest(rest);
    } else if (verb_from_s(word.at, word.len, opening.verb)) {
        /* 'has' -> 'have', 'feels' -> 'feel' */
        opening.what = (Phrase){rest.at + word.len, rest.len - word.len};
    } else if (!is_any(rest, modals) && !verb_known(word.at, word.len)) {
        return false;
    }
    *out = opening;
    return true;
}
