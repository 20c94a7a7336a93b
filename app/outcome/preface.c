/* What stands before the clause; see preface.h. */
#include "outcome/preface.h"

#include "outcome/subject.h"

enum { PREFACE_REACH = 8, WISH_REACH = 4, WHAT_REACH = 9 };

/* 'The first goal is', 'our hope would be': how many words; 0 when none begins at i. */
static int wish_at(const Sentence *s, int i, int to) {
    if (i >= to || !classes_has(&s->any, W_WISH)) {
        return 0;
    }
    int k = i;
    while (k < to && k < i + WISH_REACH && (k == i || s->tokens[k].gap == GAP_NONE) &&
           (is(s, k, W_DET) || is(s, k, W_HIS) || is(s, k, W_ORDINAL) || is(s, k, W_ADVERB))) {
        k++;
    }
    int noun = k > i || s->tokens[i].gap > GAP_NONE ? is(s, k, W_WISH) : 0;
    if (!noun || k + noun >= to || s->tokens[k + noun].gap > GAP_NONE) {
        return 0;
    }
    k += noun;
    if (is(s, k, W_WILL) || is(s, k, W_CAN)) {
        k += is(s, k, W_BE) ? 0 : 1;
        return is(s, k, W_BE) ? k + 1 - i : 0;
    }
    return is(s, k, W_IS) ? k + 1 - i : 0;
}

/* 'What we would love to see is': how many words; 0 when none begins at i. */
static int what_at(const Sentence *s, int i, int to) {
    if (!is(s, i, W_IT) || i + 1 >= to) {
        return 0;
    }
    bool who = is(s, i + 1, W_HE) || is(s, i + 1, W_WE) || is(s, i + 1, W_FAMILY);
    bool wish = false;
    for (int k = i + 1; who && k < to && k < i + WHAT_REACH && s->tokens[k].gap == GAP_NONE; k++) {
        wish |= is(s, k, W_WANT) || is(s, k, W_WILL);
        if (is(s, k, W_IS)) {
            return wish ? k + 1 - i : 0;
        }
    }
    return 0;
}

int preface_at(const Sentence *s, int i, int to) {
    int listed = is(s, i, W_PREFACE);
    int wish = wish_at(s, i, to);
    wish = wish ? wish : what_at(s, i, to);
    return wish > listed ? wish : listed;
}

int skip_fillers(const Sentence *s, int i, int to) {
    if (i + 1 < to && s->tokens[i + 1].gap == GAP_DASH) {
        i++; /* a heading: 'Target: ...' */
    } else if (i + 3 < to && s->tokens[i + 2].gap == GAP_DASH && is(s, i + 2, W_HE) &&
               is(s, i + 3, W_WILL)) {
        i += 2; /* 'My voice: I will ...' */
    }
    while (i >= 0 && i < to) {
        int n = is(s, i, W_FILLER);
        if (i + 1 < to && s->tokens[i].number == NUMBER_PLAIN && s->tokens[i + 1].gap >= GAP_DASH) {
            n = 1; /* '2 - ...' */
        }
        bool deed = verb_form(s, i, W_BASE) && (is(s, i + 1, W_DET) || is(s, i + 1, W_HIS));
        bool lasts = is(s, i, W_PREP) && is_number(s, i + 1); /* 'For ten minutes Jem' */
        if (!n || deed || lasts || is(s, i, W_PREFACE) > n || noun_of_help(s, i)) {
            break;
        }
        i += n;
    }
    return i;
}

/* Is the child the subject that begins at from and ends before i? */
static bool of_child(const Sentence *s, int from, int i) {
    Subject whose = i == from + 1 ? noun_class(s, from) : SUBJECT_ADULT;
    return is(s, i - 1, W_HE) || !known(s, i - 1) || whose == SUBJECT_NONE ||
           whose == SUBJECT_CHILD;
}

int skip_preface(const Sentence *s, int i, int to, bool *found) {
    i = skip_fillers(s, i, to);
    int k0 = i; /* 'Mum and dad would like' */
    while (k0 < to &&
           (is(s, k0, W_FAMILY) || is(s, k0, W_HIS) || is(s, k0, W_AND) || is(s, k0, W_WE) ||
            is(s, k0, W_DET) || (is(s, k0, W_HE) && k0 > i && is(s, k0 - 1, W_FAMILY)))) {
        k0++;
    }
    int wants = k0 > i ? is(s, k0, W_WANT) : 0;
    bool longer = preface_at(s, i, to) > k0 + wants - i; /* 'we would love to see' */
    if (wants && !longer &&
        (is(s, k0 - 1, W_FAMILY) || is(s, k0 - 1, W_WE) ||
         (k0 - 1 > i && is(s, k0 - 2, W_FAMILY)))) {
        *found = true;
        i = skip_fillers(s, k0 + wants, to);
    }
    for (int k = i; k < to && k < i + PREFACE_REACH; k++) {
        int n = preface_at(s, k, to);
        if (n && k > i && k + n >= to) {
            break; /* 'Know that we love him' */
        }
        if (n && k > i && (is(s, k - 1, W_SUB) || is(s, k - 1, W_WHO))) {
            break; /* 'shows a card when I need a break' */
        }
        if (n && k > i && is(s, k, W_IS) && of_child(s, i, k)) {
            break; /* 'Vi is asking for a drink' */
        }
        if (k > i && is(s, k, W_AREA_TALK) && !is(s, i, W_I) &&
            (noun_class(s, i) == SUBJECT_NONE || noun_class(s, i) == SUBJECT_CHILD)) {
            break; /* 'tells an adult I need a break' */
        }
        if (n) {
            *found = true;
            i = skip_fillers(s, k + n, to);
            k = i - 1;
        } else if (is(s, k, W_WILL) && !(is(s, k + 1, W_BE) && preface_at(s, k + 2, to))) {
            break; /* but 'would be over the moon if' */
        }
    }
    return i;
}

int skip_condition(const Sentence *s, int from, int to, bool *open) {
    for (int i = from + 1; verb_form(s, from, W_ING) && i + 2 < to; i++) {
        if (s->tokens[i].gap == GAP_COMMA && (is(s, i + 1, W_WILL) || is(s, i + 2, W_WILL))) {
            *open = false;
            return i; /* 'Having been shown how, Usha will' */
        }
    }
    from += is(s, from, W_ADVERB) == 1 && is(s, from + 1, W_SUB); /* 'Even when' */
    *open = false;
    if (is(s, from, W_UNSEEN) > 1 || (is(s, from, W_UNSEEN) && verb_form(s, from + 1, W_ING))) {
        return from; /* 'Like school', not 'like his brother' */
    }
    *open = is(s, from, W_SUB) || is(s, from, W_PREP) || is(s, from, W_WITHIN) ||
            (is(s, from, W_BY) && !verb_form(s, from, W_BASE)); /* not 'Come to me when ...' */
    if (!*open) {
        return from;
    }
    for (int i = from + 1; i < to; i++) {
        if (s->tokens[i].gap >= GAP_COMMA) {
            for (int k = i; k < to; k++) {
                if (is(s, k, W_WILL) || is(s, k, W_CAN) || is(s, k, W_TO) || verb_form(s, k, W_S) ||
                    is(s, k, W_IS)) {
                    *open = false;
                    return i;
                }
            }
        }
        if (is(s, i, W_WILL)) {
            return from;
        }
    }
    return from;
}
