/* Words that tell of self-harm, of not wanting to live, or of somebody who harms a child or a
 * parent. Then nothing is asked and nothing is praised. What is a fall or a kitchen knife is not
 * meant: a hurt that may be an accident counts unless an accident is told of, and a person who
 * harms counts where it is told as something that happens, not in 'tells somebody if anyone touches
 * him'. */
#include "outcome/distress.h"

/* Without one of these there is nothing to look for. */
#define TELLING(w)                                                                                 \
    (CLASS_BIT(w, W_DISTRESS) | CLASS_BIT(w, W_HURT) | CLASS_BIT(w, W_HARM) | CLASS_BIT(w, W_FEAR))

enum { SUBJECT_REACH = 6, BEHIND_REACH = 4 };

static bool who_could_harm(const Sentence *s, int i) {
    return is(s, i, W_HOME) || is(s, i, W_POWER);
}

/* Does somebody who could harm stand before the verb at i, told as a fact? */
static bool by_subject(const Sentence *s, int i) {
    bool found = false;
    for (int k = i - 1; k >= 0 && k > i - SUBJECT_REACH; k--) {
        if (is(s, k, W_SUB) || is(s, k, W_WILL) || is(s, k, W_TO) || is(s, k, W_NOT)) {
            return false;
        }
        found |= who_could_harm(s, k);
        if (s->tokens[k].gap == GAP_STOP) {
            break;
        }
    }
    return found;
}

/* 'Is hit at home', 'was touched by a man'. */
static bool behind_passive(const Sentence *s, int i) {
    bool passive = is(s, i - 1, W_IS) || is(s, i - 1, W_WAS) || is(s, i - 1, W_BE);
    for (int k = i + 1; passive && k < s->count && k < i + BEHIND_REACH; k++) {
        if (s->tokens[k].gap == GAP_STOP) {
            return false;
        }
        if (is(s, k, W_AT_HOME) || (who_could_harm(s, k) && is(s, i + 1, W_BY))) {
            return true;
        }
    }
    return false;
}

static bool harmed_at(const Sentence *s, int i) {
    int n = is(s, i, W_HARM);
    if (!n) {
        return false;
    }
    bool person = is(s, i + n, W_HIM) || is(s, i + n, W_I) || is(s, i + n, W_WE);
    return (person && by_subject(s, i)) || behind_passive(s, i);
}

/* 'Scared of his dad', 'frightened of my partner'. */
static bool feared_at(const Sentence *s, int i) {
    int n = is(s, i, W_FEAR);
    if (!n) {
        return false;
    }
    int k = i + n + (is(s, i + n, W_HIS) > 0);
    return is(s, k, W_HOME) > 0;
}

bool distressed(const Sentence *s) {
    static const Classes telling = {{TELLING(0), TELLING(1)}};
    if (!classes_meet(&s->any, &telling)) {
        return false;
    }
    for (int i = 0; i < s->count; i++) {
        int no = is(s, i, W_NOT_DISTRESS);
        if (no) {
            i += no - 1;
            continue;
        }
        if (is(s, i, W_DISTRESS) || harmed_at(s, i) || feared_at(s, i) ||
            (is(s, i, W_HURT) && !classes_has(&s->any, W_ACCIDENT))) {
            return true;
        }
    }
    return false;
}
