/* Two outcomes in one. Steps of one activity are one, so this only speaks when the deeds belong to
 * different parts of life or the statement itself says 'also'. */
#include "outcome/judge.h"

enum { LOOSE_LIST = 3 }; /* so many fuzzy deeds in a row are no steps of one activity */

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

enum { TALK, PLAY, LEARN, DRESS, TOILET, EAT, SLEEP, OUT, MOVE, MONEY, CALM, CLUB };

/* Are both areas of one of the pairs among those seen? */
static bool has_pair(unsigned seen, const unsigned char pairs[][2], size_t count) {
    for (size_t p = 0; p < count; p++) {
        if ((seen >> pairs[p][0] & 1u) && (seen >> pairs[p][1] & 1u)) {
            return true;
        }
    }
    return false;
}

/* Areas so far apart that two deeds in them are hardly one activity. */
static bool far_apart(unsigned seen) {
    static const unsigned char pairs[][2] = {
        {LEARN, DRESS}, {LEARN, TOILET}, {LEARN, EAT},   {LEARN, SLEEP}, {LEARN, MOVE},
        {LEARN, OUT},   {EAT, SLEEP},    {EAT, MOVE},    {EAT, CALM},    {EAT, TOILET},
        {SLEEP, OUT},   {SLEEP, MOVE},   {MOVE, DRESS},  {TOILET, PLAY}, {LEARN, CALM},
        {SLEEP, CALM},  {DRESS, PLAY},   {DRESS, CALM},  {EAT, PLAY},    {DRESS, MONEY},
        {MOVE, MONEY},  {TOILET, SLEEP}, {TOILET, TALK}, {SLEEP, PLAY},  {CLUB, LEARN},
        {CLUB, DRESS},  {CLUB, EAT},     {CLUB, SLEEP},  {CLUB, TOILET}, {CLUB, MONEY},
        {MOVE, CALM}};
    return has_pair(seen, pairs, sizeof pairs / sizeof pairs[0]);
}

/* Areas whose deeds follow one another on one outing: 'walk there on his own and buy milk'. */
static bool on_the_way(unsigned seen) {
    static const unsigned char pairs[][2] = {
        {OUT, MONEY}, {OUT, EAT},    {OUT, TALK},     {OUT, PLAY},  {OUT, MOVE},  {EAT, MONEY},
        {PLAY, TALK}, {TALK, MONEY}, {DRESS, TOILET}, {CALM, TALK}, {TALK, LEARN}};
    return has_pair(seen, pairs, sizeof pairs / sizeof pairs[0]);
}

/* Is the deed at i one that cannot be seen: 'be calmer', 'do better', 'make some friends'? */
static bool loose_at(const Sentence *s, int i, int to) {
    int len;
    const Classes *verb = verb_at(s, i, &len);
    int next = i + (verb ? len : 1);
    return verb && (classes_has(verb, W_FUZZY) || classes_has(verb, W_FUZZY_BARE) ||
                    classes_has(verb, W_UNSEEN) || (next < to && is(s, next, W_COMPARE)));
}

/* Does '... once a week', '... on Sundays', '... every other day' end before i? */
static bool often_before(const Sentence *s, int i) {
    const bool unit = is(s, i - 1, W_UNIT) || is(s, i - 1, W_SHORT);
    for (int k = i - 2; unit && k > i - 5; k--) {
        if (is(s, k, W_CURE)) {
            return true;
        }
    }
    return false;
}

int second_outcome(const Sentence *s, const Frame *f) {
    if (!s->commas && !classes_has(&s->any, W_AND) && !classes_has(&s->any, W_ALSO)) {
        return -1;
    }
    int deeds = 0, kinds = 0, second = -1;
    int loose = 0, next_loose = -1;
    unsigned seen = 0;
    int joined = -1; /* the word behind an 'and' */
    bool also = false;
    int second_deed = -1;
    bool closed = false; /* the first deed has a 'without', an 'on his own' of its own */
    bool often = false;  /* 'once a week and ...': the first deed was complete */
    for (int i = f->verb; i < f->to; i++) {
        joined = is(s, i, W_AND) ? i + is(s, i, W_AND) : joined;
        bool opens = i == f->verb || i == joined || s->tokens[i].gap == GAP_COMMA;
        int n = is(s, i, W_ALSO);
        if (n && i > f->verb + 1) {
            also = true;
            if (second < 0) {
                second = i;
            }
        }
        often |= is(s, i, W_AND) && deeds > 0 && often_before(s, i);
        closed |= deeds == 1 && (is(s, i, W_WITHOUT) || is(s, i, W_ALONE) > 1);
        int k = i;
        while (opens && k < f->to && k < i + 4 &&
               (is(s, k, W_AND) || is(s, k, W_ALSO) || is(s, k, W_HE) || is(s, k, W_WILL) ||
                is(s, k, W_IS) || is(s, k, W_ADVERB) || is(s, k, W_TO) ||
                (is(s, k, W_SKIP) && area_at(s, k) < 0))) {
            int skip = is(s, k, W_SKIP), also_as = is(s, k, W_ALSO);
            if (also_as && k > f->verb + 1) {
                also = true;
                second = second < 0 ? k : second;
            }
            k += skip ? skip : also_as ? also_as : 1;
        }
        bool mine = opens && k > i && is(s, k - 1, W_I) && !f->first; /* 'while I tie his bib' */
        if (!opens || mine || !deed_at(s, k, k == joined && k != f->verb)) {
            continue;
        }
        int area = area_at(s, k);
        deeds++;
        second_deed = deeds == 2 ? k : second_deed;
        loose += loose_at(s, k, f->to);
        if (loose == 2 && deeds == 2) {
            next_loose = k;
        }
        if (area >= 0 && !(seen >> area & 1u)) {
            seen |= 1u << area;
            kinds++;
            if (kinds == 2 && second < 0) {
                second = k;
            }
        }
        i = k;
    }
    if (also && (deeds >= 2 || kinds >= 2)) {
        return second;
    }
    bool apart =
        far_apart(seen) || (kinds >= 2 && often) || (closed && kinds >= 2 && !on_the_way(seen));
    if (kinds >= 3 || apart) {
        return second >= 0 ? second : second_deed;
    }
    return loose >= LOOSE_LIST ? next_loose : -1;
}
