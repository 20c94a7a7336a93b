/* Writing the sentence, stretch by stretch; how it begins is decided in opening.c.
 *
 * Text is only ever added at the end, and what would not fit is left off at a code point. */
#include "outcome/compose.h"
#include "base/text.h"
#include "base/utf8.h"
#include "outcome/opening.h"
#include "outcome/phrase.h"

#include <assert.h>
#include <string.h>

static const char possessive[] = "’s"; /* also after an s: James’s */
static const char comma[] = ", ";

const char *compose_name(const Draft *draft, const Grammar *grammar) {
    return draft->name[0] ? draft->name : grammar->my_child;
}

void compose_possessive(const char *name, char *out, size_t size) {
    assert(size >= sizeof possessive);
    size_t most = size - sizeof possessive;
    text_set_n(out, size, name, utf8_clip(name, strlen(name), most));
    text_add(out, size, possessive);
}

static void add_stretch(Composed *out, Part part, bool open, size_t from, size_t len) {
    Stretch *last = out->count > 0 ? &out->stretches[out->count - 1] : NULL;
    if (!open && last && last->part == part && !last->open) {
        last->len = (uint16_t)(last->len + len);
        return;
    }
    assert(out->count < STRETCHES_MOST);
    out->stretches[out->count++] =
        (Stretch){.part = part, .open = open, .from = (uint16_t)from, .len = (uint16_t)len};
}

static void put_n(Composed *out, Part part, const char *text, size_t len) {
    size_t used = strlen(out->text), room = sizeof out->text - 1 - used;
    size_t fits = utf8_clip(text, len, room);
    memcpy(out->text + used, text, fits);
    out->text[used + fits] = '\0';
    if (fits > 0) {
        add_stretch(out, part, false, used, fits);
    }
}

static void put(Composed *out, Part part, const char *text) {
    put_n(out, part, text, strlen(text));
}

/* A phrase with its white space folded, its first letter small when lower is set. */
static void put_phrase(Composed *out, Part part, Phrase phrase, bool lower) {
    for (size_t at = 0; at < phrase.len;) {
        bool gap = phrase.at[at] == ' ' || phrase.at[at] == '\n' || phrase.at[at] == '\t';
        if (gap) {
            bool again = at + 1 < phrase.len && strchr(" \n\t", phrase.at[at + 1]);
            put(out, part, again ? "" : " ");
            at++;
        } else if (at == 0 && lower) {
            char small = (char)(phrase.at[0] - 'A' + 'a');
            put_n(out, part, &small, 1);
            at++;
        } else {
            size_t next = utf8_after(phrase.at, phrase.len, at);
            put_n(out, part, phrase.at + at, next - at);
            at = next;
        }
    }
}

static void put_join(Composed *out, const char *text) {
    put(out, PART_COUNT, text);
}

/* A space, or what comma says, unless the sentence has just begun. */
static void put_gap(Composed *out, const char *gap) {
    if (out->text[0]) {
        put_join(out, gap);
    }
}

static void put_open(Composed *out, Part part) {
    add_stretch(out, part, true, 0, 0);
}

static Phrase without_start(Phrase phrase, const char *start) {
    return phrase_skip(phrase, phrase_begins(phrase, start));
}

/* ---- the parts ---- */

static void put_opening(Composed *out, Part part, const Opening *opening, const char *name) {
    Part lead = part == PART_WHAT ? PART_COUNT : part;
    put_phrase(out, lead, opening->subject, false);
    if (opening->helper.len > 0) {
        put(out, lead, " ");
        put_phrase(out, lead, opening->helper, false);
    }
    if (!opening->verb[0] && opening->what.len == 0) {
        return;
    }
    if (opening->subject.len > 0) {
        put(out, lead, " ");
    }
    put(out, part, opening->verb);
    bool lower =
        !opening->verb[0] && out->text[0] && phrase_lowers(opening->what, name, part == PART_WHAT);
    put_phrase(out, part, opening->what, lower);
}

static void put_what(Composed *out, const Draft *draft, const char *what, const Grammar *grammar) {
    Opening opening = draft->voice == VOICE_FIRST ? opening_first(draft, what, grammar)
                                                  : opening_third(draft, what, grammar);
    bool open = !opening.verb[0] && opening.what.len == 0;
    put_opening(out, PART_WHAT, &opening, draft->name);
    if (open) {
        put_open(out, PART_WHAT);
    }
}

static void put_plain(Composed *out, Part part, const char *words, const char *gap,
                      const char *name) {
    Phrase phrase = phrase_of(words);
    if (phrase.len == 0) {
        put_open(out, part);
        return;
    }
    put_gap(out, gap);
    put_phrase(out, part, phrase, phrase_lowers(phrase, name, false));
}

static void put_when(Composed *out, const char *words, const Grammar *grammar, const char *name) {
    Phrase phrase = phrase_of(words);
    if (without_start(phrase, grammar->by).len == 0) {
        put_open(out, PART_WHEN);
        return;
    }
    put_gap(out, comma);
    if (!phrase_begins_any(phrase, grammar->starts_when)) {
        put_join(out, grammar->by);
        put_join(out, " ");
    }
    put_phrase(out, PART_WHEN, phrase, phrase_lowers(phrase, name, false));
}

static void put_why(Composed *out, const Draft *draft, const char *words, const Grammar *grammar) {
    Phrase phrase = phrase_of(words);
    size_t start = phrase_begins_any(phrase, grammar->starts_why);
    Phrase reason = phrase_skip(phrase, start);
    if (reason.len == 0) {
        put_open(out, PART_WHY);
        return;
    }
    put_gap(out, comma);
    if (start == 0) {
        put_join(out, grammar->so_that);
        put_join(out, " ");
    }
    Opening opening;
    if (draft->voice == VOICE_FIRST && opening_of_reason(draft, reason, grammar, &opening)) {
        Phrase starter = {phrase.at, start};
        put_phrase(out, PART_WHY, starter, phrase_lowers(starter, draft->name, false));
        put(out, PART_WHY, start ? " " : "");
        put_opening(out, PART_WHY, &opening, draft->name);
    } else {
        put_phrase(out, PART_WHY, phrase, phrase_lowers(phrase, draft->name, false));
    }
}

/* ---- the ends ---- */

/* The first letter large: ASCII, and the accented letters of Latin-1. */
static void capitalise(char *text) {
    static const char *const marks[] = {"‘", "“", "'", "\"", "(", NULL};
    for (int i = 0; marks[i]; i++) {
        text += text_starts(text, marks[i]) ? strlen(marks[i]) : 0;
    }
    uint32_t point;
    if (utf8_read(text, strlen(text), &point) < 0) {
        return;
    }
    bool latin = point >= 0xE0 && point <= 0xFE && point != 0xF7;
    if (latin || (point >= 'a' && point <= 'z')) {
        utf8_write(text, point - 0x20); /* as many bytes as before */
    }
}

/* One full stop, unless the last word brings its own: 'a.m.', '... play?’'. */
static void put_stop(Composed *out) {
    static const char *const stopped[] = {".",  ".’", "!’", "?’",  ".”",  "!”",  "?”",
                                          ".'", "!'", "?'", ".\"", "!\"", "?\"", NULL};
    for (int i = 0; stopped[i]; i++) {
        if (text_ends(out->text, stopped[i])) {
            return;
        }
    }
    put_join(out, ".");
}

static void compose_parts(const Draft *draft, const Outcome *outcome, const Grammar *grammar,
                          Composed *out) {
    const char(*words)[DRAFT_WORDS_SIZE] = outcome->words;
    bool first = draft->voice == VOICE_FIRST;
    if (first) {
        put_when(out, words[PART_WHEN], grammar, draft->name);
        put_gap(out, comma);
    }
    put_what(out, draft, words[PART_WHAT], grammar);
    put_plain(out, PART_WHERE, words[PART_WHERE], " ", draft->name);
    put_plain(out, PART_KNOW, words[PART_KNOW], comma, draft->name);
    if (!first) {
        put_when(out, words[PART_WHEN], grammar, draft->name);
    }
    put_why(out, draft, words[PART_WHY], grammar);
    put_stop(out);
    capitalise(out->text);
}

/* ---- a sentence edited as a whole ---- */

static bool taken(const Composed *out, int from, size_t len) {
    for (int i = 0; i < out->count; i++) {
        int begin = out->stretches[i].from, end = begin + out->stretches[i].len;
        if (from < end && from + (int)len > begin) {
            return true;
        }
    }
    return false;
}

/* Adds the stretch of a part where its words stand and nothing else does. */
static bool keep_stretch(Composed *out, Part part, Phrase phrase) {
    int at = phrase_find(phrase, out->text, 0);
    while (at >= 0 && taken(out, at, phrase.len)) {
        at = phrase_find(phrase, out->text, (size_t)at + 1);
    }
    if (at < 0) {
        return false;
    }
    int place = out->count++;
    for (; place > 0 && out->stretches[place - 1].from > at; place--) {
        out->stretches[place] = out->stretches[place - 1];
    }
    out->stretches[place] =
        (Stretch){.part = part, .from = (uint16_t)at, .len = (uint16_t)phrase.len};
    return true;
}

/* Puts joining stretches between those of the parts, so that all of the text is covered. */
static void fill_gaps(Composed *out) {
    Composed kept = *out;
    size_t at = 0, len = strlen(out->text);
    out->count = 0;
    for (int i = 0; i <= kept.count; i++) {
        const Stretch *stretch = i < kept.count ? &kept.stretches[i] : NULL;
        size_t next = stretch ? stretch->from : len;
        if (next > at) {
            add_stretch(out, PART_COUNT, false, at, next - at);
        }
        if (stretch) {
            add_stretch(out, stretch->part, false, stretch->from, stretch->len);
            at = (size_t)stretch->from + stretch->len;
        }
    }
    explicit_bzero(&kept, sizeof kept);
}

static void keep_edited(const Outcome *outcome, const Grammar *grammar, Composed *out) {
    Composed parts = *out;
    memset(out, 0, sizeof *out);
    text_set(out->text, sizeof out->text, outcome->sentence);
    for (int part = PART_WHAT; part <= PART_WHY; part++) {
        bool kept = false;
        for (int i = 0; i < parts.count && !kept; i++) {
            const Stretch *stretch = &parts.stretches[i];
            Phrase composed = {parts.text + stretch->from, stretch->len};
            kept = (int)stretch->part == part && keep_stretch(out, stretch->part, composed);
        }
        Phrase typed = phrase_of(outcome->words[part]);
        if (!kept && part == PART_WHY) {
            typed = phrase_skip(typed, phrase_begins_any(typed, grammar->starts_why));
        }
        if (!kept) {
            keep_stretch(out, (Part)part, typed);
        }
    }
    fill_gaps(out);
    explicit_bzero(&parts, sizeof parts);
}

void compose(const Draft *draft, int index, const Grammar *grammar, Composed *out) {
    assert(index >= 0 && index < draft->outcome_count);
    const Outcome *outcome = &draft->outcomes[index];
    memset(out, 0, sizeof *out);
    compose_parts(draft, outcome, grammar, out);
    if (outcome->sentence[0]) {
        keep_edited(outcome, grammar, out);
    }
}
