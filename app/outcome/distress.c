/* Words that tell of self-harm, of not wanting to live, or of somebody who harms a child or a
 * parent. Then nothing is asked and nothing is praised. What is a fall or a kitchen knife is not
 * meant: a hurt that may be an accident counts unless an accident is told of, and a person who
 * harms counts where it is told as something that happens, not in 'tells somebody if anyone touches
 * him'; nor do rules that are taught to keep safe. */
#include "outcome/distress.h"

/* Without one of these there is nothing to look for. */
#define TELLING(w)                                                                                 \
    (CLASS_BIT(w, W_DISTRESS) | CLASS_BIT(w, W_ABUSE) | CLASS_BIT(w, W_HURT) |                     \
     CLASS_BIT(w, W_HARM) | CLASS_BIT(w, W_FEAR) | CLASS_BIT(w, W_INJURE) | CLASS_BIT(w, W_MARK) | \
     CLASS_BIT(w, W_DYING) | CLASS_BIT(w, W_BARE))

enum { SUBJECT_REACH = 8, BEHIND_REACH = 6, WISH_REACH = 6, WEAPON_REACH = 5 };

/* Somebody who could harm; home: at home. */
static bool who_could_harm(const Sentence *s, int i, bool home) {
    return is(s, i, W_HOME) || (!home && is(s, i, W_POWER));
}

/* Is what is told from i on only what may happen: 'if anyone touches him', 'will tell when'? */
static bool only_may(const Sentence *s, int i) {
    while (i > 0 && (is(s, i - 1, W_HIS) || is(s, i - 1, W_DET))) {
        i--;
    }
    if (!is(s, i - 1, W_SUB)) {
        return false;
    }
    bool planned = is(s, i - 1, W_MAYBE) || is(s, 0, W_TO);
    for (int k = i - 2; !planned && k >= 0; k--) {
        planned = is(s, k, W_WILL);
    }
    return planned;
}

/* Does somebody who could harm (home: at home) stand before the verb at i, told as a fact? */
static bool by_subject(const Sentence *s, int i, bool home) {
    const bool refuses = is(s, i, W_NOT); /* 'will not feed him' */
    for (int k = i - 1; k >= 0 && k > i - SUBJECT_REACH; k--) {
        if (who_could_harm(s, k, home)) {
            return !only_may(s, k);
        }
        const bool goes_on = is(s, k, W_TO) && is(s, k - 1, W_TRIES) > 1;
        if (is(s, k, W_SUB) || (is(s, k, W_WILL) && !refuses && !goes_on) ||
            (is(s, k, W_TO) && !goes_on) || is(s, k, W_NOT) || s->tokens[k].gap == GAP_STOP) {
            return false;
        }
    }
    return false;
}

/* Does a thing to hurt with stand behind the verb at i: 'hits Mia with a belt'? */
static bool with_weapon(const Sentence *s, int i) {
    for (int k = i + 1; k < s->count && k < i + WEAPON_REACH; k++) {
        if (is(s, k, W_WEAPON)) {
            return true;
        }
    }
    return false;
}

/* Does a blow at i, of n words, fall on nobody in particular, or on a name: 'slaps if', 'hits Mia'?
 */
static bool on_somebody(const Sentence *s, int i, int n) {
    int k = i + n;
    k += k < s->count && !known(s, k) && s->tokens[k].ending == ENDING_NONE;
    return k >= s->count || s->tokens[k].gap > GAP_NONE || is(s, k, W_SUB) || is(s, k, W_AND);
}

/* 'Is hit at home', 'was touched by a man'. */
static bool behind_passive(const Sentence *s, int i) {
    int k = i - 1;
    k -= is(s, k, W_ADVERB) > 0;
    bool passive = is(s, k, W_IS) || is(s, k, W_WAS) || is(s, k, W_BE) || is(s, k, W_GOT);
    for (k = i + 1; passive && k < s->count && k < i + BEHIND_REACH; k++) {
        if (s->tokens[k].gap == GAP_STOP) {
            return false;
        }
        if (is(s, k, W_AT_HOME) || (who_could_harm(s, k, false) && is(s, i + 1, W_BY))) {
            return true;
        }
    }
    return false;
}

/* Is it his own body that stands at i: 'his arm', 'his left arm'? */
static bool own_body(const Sentence *s, int i) {
    return is(s, i, W_HIS) && (is(s, i + 1, W_BODY) || is(s, i + 2, W_BODY));
}

/* Another hits, drags or threatens him at i. */
static bool harmed_at(const Sentence *s, int i, bool fun) {
    int n = is(s, i, W_HARM);
    if (!n) {
        return false;
    }
    bool any = is(s, i, W_HARM_ANY), blow = is(s, i, W_BLOW);
    if (fun && !any) {
        return false;
    }
    int whom = i + n;
    bool person = (is(s, whom, W_HIM) && !s->tokens[whom].owns) || is(s, whom, W_WE) ||
                  (is(s, whom, W_I) && !is(s, whom, W_HIS)) || is(s, whom, W_CHILD) > 1 ||
                  own_body(s, whom);
    bool said = n > 2;                          /* 'break his arm' says whom */
    int kids = any ? is(s, whom, W_HARMED) : 0; /* 'pushes the kids' may be play */
    bool others = kids > 0 && !s->tokens[whom + kids - 1].owner;
    int kin = is(s, whom, W_HIS) ? whom + 1 : whom; /* 'pushed mum' */
    others |= is(s, kin, W_HOME) && !s->tokens[kin].owner;
    others |= (blow && on_somebody(s, i, n)) || with_weapon(s, i);
    return ((person || said) && by_subject(s, i, false)) || (others && by_subject(s, i, true)) ||
           behind_passive(s, i);
}

/* A mark on his body at i: 'bruises down his back'. */
static bool marked_at(const Sentence *s, int i) {
    int n = is(s, i, W_MARK);
    for (int k = i + n; n && k < s->count && k <= i + n + 1; k++) {
        int upon = is(s, k, W_UPON);
        if (upon) {
            k += upon;
            k += is(s, k, W_HIS) || is(s, k, W_DET);
            int body = is(s, k, W_BODY) ? k : is(s, k + 1, W_BODY) ? k + 1 : -1;
            return body >= 0 && !is(s, body + 1, W_OF);
        }
    }
    return false;
}

/* He hurts his own body at i; what leaves no mark has to be a thing that always wounds. */
static bool injured_at(const Sentence *s, int i) {
    int always = is(s, i, W_INJURE), sometimes = is(s, i, W_HARM);
    bool own = own_body(s, i + (always > sometimes ? always : sometimes));
    bool marks = classes_has(&s->any, W_WOUND);
    return (own && (always || (sometimes && marks))) || is(s, i, W_HURT);
}

/* 'Scared of his dad', 'will not go to her uncle's', 'frightened of what my partner will do'. */
static bool feared_at(const Sentence *s, int i) {
    int n = is(s, i, W_FEAR);
    if (!n) {
        return false;
    }
    int k = i + n;
    k += is(s, k, W_IT) > 0;
    k += is(s, k, W_HIS) || is(s, k, W_DET);
    return is(s, k, W_HOME) || is(s, k, W_FEARED) || is(s, k, W_AT_HOME);
}

/* Is a word of the dying at i only said for very: 'dead good'? */
static bool only_very(const Sentence *s, int i) {
    int n = is(s, i, W_DYING);
    for (int k = i; k < i + n; k++) {
        if (k + is(s, k, W_NOT_DISTRESS) > i + n) {
            return true;
        }
    }
    return false;
}

/* 'Wants to die', 'thoughts of ending things': only small words between the two. */
static bool wished_at(const Sentence *s, int i) {
    int n = is(s, i, W_MIND);
    for (int k = i + n; n && k < i + n + WISH_REACH; k++) {
        if (is(s, k, W_DYING)) {
            return !only_very(s, k);
        }
        if (!is(s, k, W_TO) && !is(s, k, W_BE) && !is(s, k, W_NOT) && !is(s, k, W_ADVERB) &&
            !is(s, k, W_OF) && !is(s, k, W_AND) && !is(s, k, W_HE) && !is(s, k, W_WAS) &&
            !is(s, k, W_IS) && !is(s, k, W_HAVE) && !is(s, k, W_CAN)) {
            return false;
        }
    }
    return false;
}

bool distressed(const Sentence *s) {
    static const Classes telling = CLASSES_OF(TELLING);
    if (!classes_meet(&s->any, &telling)) {
        return false;
    }
    const bool accident = classes_has(&s->any, W_ACCIDENT), fun = classes_has(&s->any, W_FUN),
               taught = classes_has(&s->any, W_TAUGHT);
    for (int i = 0; i < s->count; i++) {
        int no = is(s, i, W_NOT_DISTRESS);
        if (no) {
            i += no - 1;
            continue;
        }
        if (is(s, i, W_DISTRESS) || is(s, i, W_BARE) == s->count ||
            (!taught && is(s, i, W_ABUSE)) || harmed_at(s, i, fun) || (!fun && feared_at(s, i)) ||
            wished_at(s, i) || (!accident && (injured_at(s, i) || marked_at(s, i)))) {
            return true;
        }
    }
    return false;
}
