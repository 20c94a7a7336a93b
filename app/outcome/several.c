/* Two outcomes in one. Steps of one activity are one, so this only speaks when the deeds belong to
 * different parts of life or the statement itself says 'also'. */
#include "outcome/apart.h"
#include "outcome/judge.h"
#include "outcome/object.h"
#include "outcome/subject.h"

enum {
    LOOSE_LIST = 3, /* so many fuzzy deeds in a row are no steps of one activity */
    KINDS_LIST = 3, /* nor are deeds of so many parts of life */
    DEEDS_MOST = 8,
    JOINTS_MOST = 4
};

static const WordClass areas[] = {W_AREA_TALK,   W_AREA_PLAY,  W_AREA_LEARN, W_AREA_DRESS,
                                  W_AREA_TOILET, W_AREA_EAT,   W_AREA_SLEEP, W_AREA_OUT,
                                  W_AREA_MOVE,   W_AREA_MONEY, W_AREA_CALM,  W_AREA_CLUB};
enum { AREA_CLASSES = sizeof areas / sizeof areas[0] };

int area_at(const Sentence *s, int i) {
    int best = -1, longest = 0;
    for (int a = 0; a < AREA_CLASSES; a++) {
        int n = is(s, i, areas[a]);
        if (n > longest) {
            longest = n;
            best = a;
        }
    }
    return best;
}

/* joined: it stands behind an 'and', a comma or 'as well as'. */
static bool deed_at(const Sentence *s, int i, bool joined) {
    int len;
    const Classes *verb = verb_at(s, i, &len);
    if (!verb) {
        return false;
    }
    if (joined) { /* not 'as well as milk' */
        return classes_has(verb, W_ING) ||
               (i + 1 < s->count && (classes_has(verb, W_BASE) || classes_has(verb, W_S)));
    }
    if (is(s, i - 1, W_DET) || is(s, i - 1, W_HIS) || is(s, i - 1, W_PREP)) {
        return false;
    }
    return classes_has(verb, W_BASE) || classes_has(verb, W_S) || classes_has(verb, W_ING);
}

/* Is the deed at i one that cannot be seen: 'be calmer', 'do better', 'make some friends'? */
static bool loose_at(const Sentence *s, int i, int to) {
    int len;
    const Classes *verb = verb_at(s, i, &len);
    int next = i + (verb ? len : 1);
    return verb && (classes_has(verb, W_FUZZY) || classes_has(verb, W_FUZZY_BARE) ||
                    classes_has(verb, W_UNSEEN) || (next < to && is(s, next, W_COMPARE)));
}

/* Past 'and', 'also', 'he will', 'is', 'be able to' that stand before the deed at i. */
static int skip_joints(const Sentence *s, int i, int to) {
    int k = i;
    while (k < to && k < i + JOINTS_MOST) {
        int also = is(s, k, W_ALSO), skip = is(s, k, W_SKIP);
        skip = skip && area_at(s, k) < 0 ? skip : 0;
        if (!skip && !also && !is(s, k, W_AND) && !is(s, k, W_HE) && !is(s, k, W_WILL) &&
            !is(s, k, W_IS) && !(is(s, k, W_BE) && verb_form(s, k + 1, W_ING)) &&
            !is(s, k, W_ADVERB) && !is(s, k, W_TO)) {
            break;
        }
        k += skip ? skip : also ? also : 1;
    }
    return k;
}

/* Is the deed at k, joined by a comma, only said of the one before: 'turning up on time', 'like'?
 */
static bool beside(const Sentence *s, const Frame *f, int k) {
    const bool said = k >= 0 && s->tokens[k].quoted;
    return said || is(s, k, W_PREP) || (verb_form(s, k, W_ING) && !verb_form(s, f->verb, W_ING));
}

/* Finds the deeds of a clause; their number. */
static int find_deeds(const Sentence *s, const Frame *f, Deed deeds[DEEDS_MOST]) {
    int count = 0;
    int joined = -1; /* the word behind an 'and' */
    for (int i = f->verb; i < f->to && count < DEEDS_MOST; i++) {
        joined = is(s, i, W_AND) ? i + is(s, i, W_AND) : joined;
        if (i != f->verb && i != joined && s->tokens[i].gap != GAP_COMMA) {
            continue;
        }
        int k = skip_joints(s, i, f->to);
        if (i == f->verb && !deed_at(s, k, false)) {
            k = i; /* 'manages his own money' */
        }
        const bool mine = k > i && is(s, k - 1, W_I) && !f->first; /* 'while I tie his bib' */
        if (mine || !deed_at(s, k, k == joined && k != f->verb)) {
            continue;
        }
        deeds[count++] = (Deed){.from = i, .verb = k, .to = f->to};
        i = k;
    }
    return count;
}

/* The second kind of deed in a list of deeds from many parts of life; -1 when it is none. */
static int kinds_list(const Sentence *s, const Deed *deeds, int count) {
    unsigned seen = 0;
    int kinds = 0, second = -1;
    for (int i = 0; count >= KINDS_LIST && i < count; i++) {
        const int area = area_at(s, deeds[i].verb);
        if (area >= 0 && !(seen >> area & 1u)) {
            seen |= 1u << area;
            kinds++;
            second = kinds == 2 ? deeds[i].verb : second;
        }
    }
    return kinds >= KINDS_LIST ? second : -1;
}

/* Does the deed, or with no verb the thing, say 'better', 'more', 'less', 'kinder'? */
static bool compares(const Sentence *s, const Deed *d) {
    return find_class(s, d->verb, d->to, W_COMPARE) >= 0;
}

/* The second in a list of deeds that cannot be seen; -1 when they are too few for one. */
static int loose_list(const Sentence *s, const Frame *f, const Deed *deeds, int count) {
    int loose = 0, more = 0, second = -1;
    for (int i = 0; i < count; i++) {
        const bool fuzzy = loose_at(s, deeds[i].verb, f->to);
        const bool compared = compares(s, &deeds[i]);
        loose += fuzzy || compared;
        more += compared;
        second = loose == 2 && second < 0 ? deeds[i].verb : second;
    }
    return loose >= LOOSE_LIST || more >= 2 ? second : -1;
}

/* The second of two deeds side by side that are two outcomes; -1 when none is. */
static int deed_apart(const Sentence *s, const Frame *f, Deed *deeds, int count) {
    for (int i = 0; i < count; i++) {
        Deed *deed = &deeds[i];
        deed->to = i + 1 < count ? deeds[i + 1].from : f->to;
        deed_read(s, deed);
        const bool listed = s->tokens[deed->from].gap == GAP_COMMA;
        if (i > 0 && !(listed && beside(s, f, deed->verb)) && deeds_apart(s, deed - 1, deed)) {
            return deed->verb;
        }
    }
    return -1;
}

/* The second 'better' of 'better sleep, better eating and getting on with her'; -1 when there is
 * none, or no third part: 'more confidence, less fear' is a pair. */
static int more_listed(const Sentence *s, const Frame *f) {
    if (f->mode != MODE_NOUN || !is(s, f->from, W_COMPARE)) {
        return -1;
    }
    int parts = 1, second = -1;
    for (int i = 1; i < f->to; i++) {
        const int next = i + is(s, i, W_AND);
        if (i > f->from && (next > i || s->tokens[i].gap == GAP_COMMA)) {
            parts++;
            second = second < 0 && is(s, next, W_COMPARE) ? next : second;
        }
    }
    return parts >= LOOSE_LIST ? second : -1;
}

int second_outcome(const Sentence *s, const Frame *f) {
    if (!s->commas && !classes_has(&s->any, W_AND) && !classes_has(&s->any, W_ALSO)) {
        return -1;
    }
    Deed deeds[DEEDS_MOST];
    const int count = find_deeds(s, f, deeds);
    if (count < 2) {
        return more_listed(s, f);
    }
    const int also = find_class(s, f->verb + 2, f->to, W_ALSO);
    if (also >= 0) {
        return also;
    }
    const int third = kinds_list(s, deeds, count);
    if (third >= 0) {
        return third;
    }
    const int apart = deed_apart(s, f, deeds, count);
    return apart >= 0 ? apart : loose_list(s, f, deeds, count);
}
