/* Two deeds are two outcomes when they belong to parts of life that lie far apart; when these lie
 * near each other, the statement has to say it: 'and she will', each with its own time. What goes
 * on with the deed before ('and ride it') never is. */
#include "outcome/apart.h"

#include "outcome/judge.h"
#include "outcome/subject.h"

/* In the order of the areas of life, with two more behind them. */
typedef enum Life {
    TALK,
    PLAY,
    LEARN,
    DRESS,
    TOILET,
    EAT,
    SLEEP,
    OUT,
    MOVE,
    MONEY,
    CALM,
    CLUB,
    HEALTH,
    CLOTHES,
    LIFE_COUNT
} Life;

static const WordClass things[LIFE_COUNT] = {
    W_OF_TALK, W_OF_PLAY, W_OF_LEARN, W_OF_DRESS, W_OF_TOILET, W_OF_EAT,    W_OF_SLEEP,
    W_OF_OUT,  W_OF_MOVE, W_OF_MONEY, W_OF_CALM,  W_OF_CLUB,   W_OF_HEALTH, W_OF_CLOTHES};

enum { POINTS_BACK = 5, OBJECT_NEAR = 3 }; /* so soon behind the verb */

static unsigned bit(Life area) {
    return 1u << area;
}

/* Which area's thing is at i and how many words it has; LIFE_COUNT when none. */
static Life thing_at(const Sentence *s, int i, int *len) {
#define ALL(w)                                                                                     \
    CLASS_BIT(w, W_OF_TALK) | CLASS_BIT(w, W_OF_PLAY) | CLASS_BIT(w, W_OF_LEARN) |                 \
        CLASS_BIT(w, W_OF_DRESS) | CLASS_BIT(w, W_OF_TOILET) | CLASS_BIT(w, W_OF_EAT) |            \
        CLASS_BIT(w, W_OF_SLEEP) | CLASS_BIT(w, W_OF_OUT) | CLASS_BIT(w, W_OF_MOVE) |              \
        CLASS_BIT(w, W_OF_MONEY) | CLASS_BIT(w, W_OF_CALM) | CLASS_BIT(w, W_OF_CLUB) |             \
        CLASS_BIT(w, W_OF_HEALTH) | CLASS_BIT(w, W_OF_CLOTHES)
    static const Classes all = CLASSES_OF(ALL);
#undef ALL
    Life best = LIFE_COUNT;
    *len = 0;
    for (Life a = TALK; is_any(s, i, &all) && a < LIFE_COUNT; a++) {
        int n = is(s, i, things[a]);
        if (n > *len) {
            *len = n;
            best = a;
        }
    }
    return best;
}

static void find_areas(const Sentence *s, Deed *d) {
    const int own = is(s, d->verb, W_GOES) ? -1 : area_at(s, d->verb);
    d->areas = d->main = own >= 0 ? 1u << own : 0;
    bool object = own < 0;
    for (int i = d->verb; i < d->to; i++) {
        int len;
        const Life area = thing_at(s, i, &len);
        object = object && !(d->main && is(s, i, W_PREP));
        if (area == LIFE_COUNT ||
            (area != LEARN && is(s, i, W_SESSION) && is(s, i - 1, W_PREP))) { /* 'at lunch' */
            continue;
        }
        d->areas |= bit(area);
        d->main |= object || area == CLOTHES ? bit(area) : 0;
        i += len - 1;
    }
}

/* Does the word at i stand for somebody of the deed before: 'with her', but not 'her bag'? */
static bool whom_at(const Sentence *s, const Deed *d, int i) {
    return is(s, i, W_HIM) && (!is(s, i, W_HIS) || i + 1 >= d->to || is(s, i + 1, W_PREP));
}

void deed_read(const Sentence *s, Deed *d) {
    find_areas(s, d);
    d->back = is(s, d->from - 1, W_BACK) > 0;
    for (int i = d->from; i < d->verb; i++) {
        d->restated |= is(s, i, W_WILL) || is(s, i, W_TO) || is(s, i, W_HE) || is(s, i, W_IS) ||
                       is(s, i, W_BE) || is(s, i, W_SKIP);
    }
    for (int i = d->verb; i < d->to; i++) {
        d->timed |=
            i > d->verb && (is(s, i, W_CURE) || is(s, i, W_OWN_TIME) || is(s, i, W_UNIT) ||
                            is(s, i, W_SHORT) || is(s, i, W_WITHOUT) || is(s, i, W_ALONE) > 1);
        d->told |= is(s, i, W_WILL) > 0;
        d->back |= (is(s, i, W_BACK) && i < d->verb + POINTS_BACK) ||
                   (i > d->verb && i < d->verb + OBJECT_NEAR && whom_at(s, d, i));
    }
}

/* Parts of life whose deeds may be one activity. */
static bool near_by(Life a, Life b) {
    static const unsigned near_to[LIFE_COUNT] = {
        [TALK] = 1u << PLAY | 1u << LEARN | 1u << DRESS | 1u << EAT | 1u << OUT | 1u << MOVE |
                 1u << MONEY | 1u << CALM | 1u << CLUB | 1u << HEALTH | 1u << CLOTHES,
        [PLAY] = 1u << EAT | 1u << OUT | 1u << MOVE | 1u << CALM | 1u << CLUB | 1u << CLOTHES,
        [LEARN] = 1u << MONEY,
        [DRESS] = 1u << TOILET | 1u << SLEEP | 1u << HEALTH | 1u << CLOTHES,
        [TOILET] = 1u << CLOTHES,
        [EAT] = 1u << OUT | 1u << MONEY | 1u << HEALTH | 1u << CLOTHES,
        [SLEEP] = 1u << CLOTHES,
        [OUT] = 1u << MOVE | 1u << MONEY | 1u << CALM | 1u << CLUB | 1u << CLOTHES,
        [MOVE] = 1u << CLUB | 1u << CLOTHES,
        [CLUB] = 1u << CLOTHES};
    return a == b || ((near_to[a] >> b | near_to[b] >> a) & 1u);
}

static bool all_far(unsigned first, unsigned second) {
    if (first == bit(EAT) && second == bit(OUT)) {
        return true; /* only the other way round it is on the way */
    }
    for (Life a = TALK; a < LIFE_COUNT; a++) {
        for (Life b = TALK; (first & bit(a)) && b < LIFE_COUNT; b++) {
            if ((second & bit(b)) && near_by(a, b)) {
                return false;
            }
        }
    }
    return first && second;
}

/* What the lexicon knows of the one word at i; NULL when it does not. */
static const Entry *entry_at(const Sentence *s, int i) {
    const Token *t = &s->tokens[i];
    return t->hit_count > 0 && s->hits[t->first_hit].len == 1 ? s->hits[t->first_hit].entry : NULL;
}

/* Do both speak of the same thing: 'the bus'? */
static bool share_thing(const Sentence *s, const Deed *a, const Deed *b) {
    int len;
    for (int i = a->verb + 1; i < a->to; i++) {
        const Entry *thing = thing_at(s, i, &len) < LIFE_COUNT ? entry_at(s, i) : NULL;
        for (int k = b->verb + 1; thing && k < b->to; k++) {
            if (entry_at(s, k) == thing) {
                return true;
            }
        }
    }
    return false;
}

bool deeds_apart(const Sentence *s, const Deed *a, const Deed *b) {
    const bool bare = a->from == a->verb && a->to <= a->verb + 2 &&
                      !(a->main & (bit(MOVE) | bit(SLEEP))); /* 'feed and brush the dog' */
    if ((a->areas & b->areas) || b->back || a->told || bare || share_thing(s, a, b)) {
        return false;
    }
    const bool step =
        is(s, a->verb, W_STEP) && !(a->main & (bit(HEALTH) | bit(TOILET) | bit(SLEEP)));
    const bool other_form = is(s, a->verb, W_BE) && !verb_form(s, a->verb + 1, W_ING) &&
                            verb_form(s, b->verb, W_ING); /* 'be in a team and ironing' */
    const bool said = b->restated || other_form;
    const bool closed = a->timed && !is(s, a->verb, W_GOES);
    const int signs = 2 * said + b->timed + a->timed;
    if (all_far(a->main, b->main)) {
        return !step || said || closed;
    }
    if (a->areas && b->areas) {
        return signs > 1 + step;
    }
    return signs > 2 && !step && !is(s, b->verb, W_GOES);
}
