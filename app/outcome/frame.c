/* Subject and verb. Nothing here depends on capitals or on knowing a name: whatever stands before
 * 'will' and is not known to be an adult, a service, a group or a thing is the child. */
#include "outcome/clauses.h"
#include "outcome/judge.h"

enum { PREFACE_REACH = 8, RELATIVE_REACH = 5 };

const Classes *verb_at(const Sentence *s, int i, int *len) {
    if (i < 0 || i >= s->count) {
        return NULL;
    }
    const Token *t = &s->tokens[i];
    for (int h = t->hit_count - 1; h >= 0; h--) {
        const Hit *hit = &s->hits[t->first_hit + h];
        if (hit->entry->deed) {
            *len = hit->len;
            return &hit->entry->classes;
        }
    }
    return NULL;
}

static bool form(const Sentence *s, int i, WordClass c) {
    int len;
    if (i >= 0 && i < s->count && s->tokens[i].owner) {
        return false; /* 'Mark's' */
    }
    const Classes *verb = verb_at(s, i, &len);
    return verb && classes_has(verb, c);
}

static bool help_at(const Sentence *s, int i) {
    return is(s, i, W_HELP) || is(s, i, W_THING) || is(s, i, W_PLACE) || is(s, i, W_WEAK_HELP);
}

/* Could a noun phrase of help begin at i, and be no verb? 'support from', 'play therapy'. */
static bool noun_of_help(const Sentence *s, int i) {
    int len = 0;
    verb_at(s, i, &len);
    int help = is(s, i, W_HELP);
    int weak = is(s, i, W_WEAK_HELP);
    int thing = is(s, i, W_THING);
    int most = help > weak ? help : weak;
    most = thing > most ? thing : most;
    if (most > len || (most == len && most > 1 && is(s, i, W_NOT_HELP) < most)) {
        return true;
    }
    return len && s->tokens[i].gap >= GAP_NONE && is(s, i + len, W_HELP) && !is(s, i, W_VISIT) &&
           !is(s, i, W_HOLD) && !is(s, i, W_RECEIVE) && !is(s, i, W_GIVE) && !is(s, i, W_GIVE_IF) &&
           i + len < s->count && s->tokens[i + len].gap == GAP_NONE && !is(s, i + len, W_HIM);
}

static int skip_fillers(const Sentence *s, int i, int to) {
    if (i + 1 < to && s->tokens[i + 1].gap == GAP_DASH) {
        i++; /* a heading: 'Target: ...' */
    }
    while (i >= 0 && i < to) {
        int n = is(s, i, W_FILLER);
        if (i + 1 < to && s->tokens[i].number == NUMBER_PLAIN && s->tokens[i + 1].gap >= GAP_DASH) {
            n = 1; /* '2 - ...' */
        }
        if (!n || is(s, i, W_PREFACE) > n || noun_of_help(s, i)) {
            break;
        }
        i += n;
    }
    return i;
}

/* Behind 'I would like', 'My hope is that'. */
static int skip_preface(const Sentence *s, int i, int to, bool *found) {
    i = skip_fillers(s, i, to);
    int k0 = i; /* 'Mum and dad would like' */
    while (k0 < to && (is(s, k0, W_FAMILY) || is(s, k0, W_HIS) || is(s, k0, W_AND) ||
                       is(s, k0, W_WE) || is(s, k0, W_DET))) {
        k0++;
    }
    int wants = k0 > i ? is(s, k0, W_WANT) : 0;
    if (wants && (is(s, k0 - 1, W_FAMILY) || is(s, k0 - 1, W_WE))) {
        *found = true;
        i = skip_fillers(s, k0 + wants, to);
    }
    for (int k = i; k < to && k < i + PREFACE_REACH; k++) {
        int n = preface_at(s, k, to);
        if (n && k > i && (is(s, k - 1, W_SUB) || is(s, k - 1, W_WHO))) {
            break; /* 'shows a card when I need a break' */
        }
        if (n) {
            *found = true;
            i = skip_fillers(s, k + n, to);
            k = i - 1;
        } else if (is(s, k, W_WILL)) {
            break;
        }
    }
    return i;
}

/* 'When his teacher asks, ...': where the clause begins behind a condition that opens it. */
static int skip_condition(const Sentence *s, int from, int to, bool *open) {
    *open = is(s, from, W_SUB) || is(s, from, W_PREP) || is(s, from, W_WITHIN) ||
            (is(s, from, W_BY) && !form(s, from, W_BASE)); /* not 'Come to me when ...' */
    if (!*open) {
        return from;
    }
    for (int i = from + 1; i < to; i++) {
        if (s->tokens[i].gap >= GAP_COMMA) {
            for (int k = i; k < to; k++) {
                if (is(s, k, W_WILL) || is(s, k, W_CAN) || is(s, k, W_TO) || form(s, k, W_S) ||
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

/* 'Her' before a noun owns it; before a verb or at the end it is the child. */
static bool owns_next(const Sentence *s, int i) {
    return is(s, i, W_HIS) && is(s, i, W_HIM) && i + 1 < s->count &&
           s->tokens[i + 1].gap == GAP_NONE && !is(s, i + 1, W_TO) && !is(s, i + 1, W_WILL) &&
           !is(s, i + 1, W_CAN) && !is(s, i + 1, W_AND) && !form(s, i + 1, W_BASE);
}

static Subject noun_class(const Sentence *s, int i) {
    int adult = is(s, i, W_ADULT) + is(s, i, W_SERVICE);
    int help = is(s, i, W_HELP) + is(s, i, W_THING) + is(s, i, W_WEAK_HELP);
    bool owner = owns_next(s, i); /* 'her teacher', not 'her' */
    if (!owner ? is(s, i, W_HE) || is(s, i, W_CHILD) || is(s, i, W_HIM) : is(s, i, W_CHILD) > 1) {
        return SUBJECT_CHILD;
    }
    if (help && help > adult) {
        return SUBJECT_HELP;
    }
    if (adult) {
        return SUBJECT_ADULT;
    }
    if (is(s, i, W_GROUP)) {
        return SUBJECT_GROUP;
    }
    if (is(s, i, W_FAMILY) || is(s, i, W_WE)) {
        return SUBJECT_FAMILY;
    }
    if (is(s, i, W_QUALITY_NOUN)) {
        return SUBJECT_QUALITY;
    }
    if (is(s, i, W_THERE)) {
        return SUBJECT_THERE;
    }
    return SUBJECT_NONE;
}

/* Who stands from from up to the verb at to. */
static Subject subject_of(const Sentence *s, int from, int to) {
    Subject found = SUBJECT_CHILD;
    for (int i = from; i < to; i++) {
        Subject here = noun_class(s, i);
        if (here != SUBJECT_NONE) { /* the last of 'maths teacher', 'class teacher' counts */
            int k = i + 1;
            while (k < to && s->tokens[k].gap == GAP_NONE && noun_class(s, k) == SUBJECT_ADULT) {
                here = here == SUBJECT_CHILD ? here : SUBJECT_ADULT;
                k++;
            }
            return here;
        }
        if (is(s, i, W_DET) || is(s, i, W_HIS) || is(s, i, W_QUALITY) || is(s, i, W_ORDINAL) ||
            is(s, i, W_COMPARE) || is_number(s, i)) {
            continue;
        }
        /* an unknown word: a name, unless it owns the noun behind it ('bens teacher') */
        Subject next =
            i + 1 < to && s->tokens[i + 1].gap == GAP_NONE ? noun_class(s, i + 1) : SUBJECT_NONE;
        bool joined = i + 2 < to && s->tokens[i + 1].owner && s->tokens[i + 1].gap == GAP_NONE;
        bool owns = s->tokens[i].ending == ENDING_S && next != SUBJECT_NONE;
        if (!joined && next != SUBJECT_ADULT &&
            (!owns || next == SUBJECT_CHILD)) { /* joined: 'Mary-Kate's teacher' */
            return SUBJECT_CHILD;
        }
    }
    return found;
}

static bool to_verb(const Sentence *s, int i, int to) {
    if (!is(s, i, W_TO) || i + 1 >= to) {
        return false;
    }
    int k = i + 1;
    while (k < to && (is(s, k, W_ADVERB) || is(s, k, W_NOT))) {
        k++;
    }
    int len;
    if (verb_at(s, k, &len) || is(s, k, W_BE) || is(s, k, W_HAVE) || is(s, k, W_DO)) {
        return true;
    }
    return k < to && !known(s, k);
}

/* Does a present-tense verb stand at i, behind a subject that began at from? */
static bool present_at(const Sentence *s, int i, int from) {
    if (is(s, i + 1, W_WILL) || is(s, i + 1, W_CAN) || s->tokens[i - 1].owner) {
        return false; /* 'the school nurse should' */
    }
    if (is(s, i, W_IS) || is(s, i, W_HAS) || is(s, i, W_DO) || is(s, i, W_WAS)) {
        return true;
    }
    bool pronoun = is(s, i - 1, W_HE) || is(s, i - 1, W_WE) || is(s, i - 1, W_CHILD);
    if (is(s, i - 1, W_HE) && is(s, i, W_NOT)) {
        return true; /* 'he not talk' */
    }
    bool adverb = is(s, i - 1, W_ADVERB) || is(s, i - 1, W_NOT);
    bool near = i == from + 1 || (i == from + 2 && !known(s, from) && !known(s, from + 1)) ||
                pronoun || (adverb && i <= from + 3) || noun_class(s, i - 1) == SUBJECT_FAMILY ||
                noun_class(s, i - 1) == SUBJECT_ADULT || noun_class(s, i - 1) == SUBJECT_GROUP ||
                is(s, i - 1, W_QUALITY_NOUN) || is(s, i - 1, W_IT);
    if (!near || is(s, i - 1, W_DET) || is(s, i - 1, W_HIS) || is(s, i - 1, W_PREP)) {
        return false;
    }
    if (form(s, i, W_ED) && !form(s, i, W_BASE) && is(s, i - 1, W_ADULT)) {
        return false; /* 'someone trained in autism' */
    }
    if (form(s, i, W_S) || form(s, i, W_ED)) {
        return !noun_of_help(s, i - 1) || pronoun;
    }
    if (form(s, i, W_BASE) || is(s, i, W_HAVE)) {
        bool name = i == from + 1 && !known(s, from);
        return pronoun || name || is(s, i, W_HAVE) || noun_class(s, i - 1) == SUBJECT_ADULT ||
               noun_class(s, i - 1) == SUBJECT_GROUP;
    }
    return pronoun && s->tokens[i].ending == ENDING_S && !known(s, i);
}

/* A word that no list knows and that stands where only a verb can: 'Cast his vote'. */
static bool must_be_verb(const Sentence *s, int i, int to) {
    return i + 1 < to && !known(s, i) && s->tokens[i].ending != ENDING_LY && !s->tokens[i].owner &&
           s->tokens[i].number == NUMBER_NONE && s->tokens[i + 1].gap == GAP_NONE &&
           (is(s, i + 1, W_HIS) || is(s, i + 1, W_HIM) || is(s, i + 1, W_DET));
}

static bool opens_with_verb(const Sentence *s, int i, int to) {
    if (noun_of_help(s, i)) {
        return false;
    }
    if (must_be_verb(s, i, to)) {
        return s->tokens[i].ending != ENDING_S;
    }
    bool base = form(s, i, W_BASE) || form(s, i, W_ING) || is(s, i, W_BE) || is(s, i, W_HAVE) ||
                (s->tokens[i].ending == ENDING_ING && !known(s, i)) || is(s, i, W_NOT) ||
                is(s, i, W_SKIP);
    if (!base) {
        return false;
    }
    /* a name that is also a verb: 'Mark will', 'Grace reads', 'Rob to' */
    int next = i + 1;
    if (next < to && (is(s, next, W_WILL) || is(s, next, W_CAN) || is(s, next, W_IS) ||
                      is(s, next, W_HAS) || is(s, next, W_WAS))) {
        return false;
    }
    int len = 1;
    verb_at(s, i, &len);
    if (len == 1 && next < to && to_verb(s, next, to) && !is(s, i, W_SKIP)) {
        return false;
    }
    if (next + 1 < to && !known(s, next) && (is(s, next + 1, W_WILL) || is(s, next + 1, W_IS))) {
        return false; /* 'Miss Brown will', 'Mark Jones is' */
    }
    if (is(s, i, W_QUALITY_NOUN) && form(s, i, W_ING) && next + 1 < to && is(s, next, W_TO) &&
        (is(s, next + 1, W_FUZZY) || is(s, next + 1, W_BE) || is(s, next + 1, W_LINK))) {
        return false; /* 'Reading to improve' */
    }
    return !(len == 1 && next < to && form(s, next, W_S) && !form(s, next, W_BASE));
}

static void at_verb(Frame *out, int subject, int verb, Mode mode) {
    out->subject = subject;
    out->verb = verb;
    out->mode = mode;
}

/* Sets mode and verb for a modal or finite verb at i. */
static void anchor_at(const Sentence *s, Frame *out, int i, int subject) {
    int n;
    if (is(s, i, W_WANT) > is(s, i, W_WILL)) { /* 'would like' */
        at_verb(out, subject, i, MODE_PRESENT);
    } else if ((n = is(s, i, W_WILL)) > 0) {
        at_verb(out, subject, i + n, MODE_WILL);
    } else if ((n = is(s, i, W_CAN)) > 0) {
        at_verb(out, subject, i + n, MODE_CAN);
    } else if (is(s, i, W_TO)) {
        at_verb(out, subject, i + 1, MODE_WILL);
    } else if (is(s, i, W_WAS)) {
        at_verb(out, subject, i, MODE_PAST);
    } else if (form(s, i, W_ED) && !form(s, i, W_BASE)) {
        at_verb(out, subject, i, MODE_PAST);
    } else {
        at_verb(out, subject, i, MODE_PRESENT);
    }
    bool not_so = is(s, i, W_NOT) || is(s, i - 1, W_NOT) || is(s, out->verb, W_NOT) ||
                  (is(s, i, W_DO) && is(s, i + 1, W_NOT)) ||
                  (out->mode == MODE_PRESENT && is(s, i + 1, W_NOT));
    out->not_so = not_so;
}

/* Is the 'he' at i part of a clause that began after from: 'which of the two she would'? */
static bool inside_clause(const Sentence *s, int from, int i) {
    for (int k = i; k > from && k > i - RELATIVE_REACH && s->tokens[k].gap == GAP_NONE; k--) {
        if (is(s, k - 1, W_WHO)) {
            return true;
        }
    }
    return false;
}

/* A later 'he will' behind a story: 'he struggles with noise by july he will ...'. */
static int later_will(const Sentence *s, int i, int to) {
    for (int k = i + 2; k < to; k++) {
        if (is(s, k, W_WILL) && !inside_clause(s, i, k - 1) &&
            (is(s, k - 1, W_HE) || is(s, k - 1, W_CHILD) ||
             (s->tokens[k - 1].gap > GAP_NONE && noun_class(s, k - 1) == SUBJECT_NONE))) {
            return k;
        }
    }
    return -1;
}

/* A later preface behind a story: 'she panics so the target would be that she ...'. */
static int later_wish(const Sentence *s, int i, int to) {
    for (int k = i + 1; k < to; k++) {
        bool opens = s->tokens[k].gap > GAP_NONE || is(s, k - 1, W_AND) || is(s, k - 1, W_REASON);
        if (opens && preface_at(s, k, to) > 1) {
            return k;
        }
    }
    return -1;
}

static bool statement(const Sentence *s, const Frame *f) {
    return f->mode == MODE_PRESENT || f->mode == MODE_PAST || (f->mode == MODE_CAN && f->not_so) ||
           is(s, f->verb, W_WANT);
}

/* Behind 'who is 11', 'who does not sit': the clause of 'who' at i. */
static int behind_relative(const Sentence *s, int i, int to) {
    int k = i + 1;
    while (k < to && s->tokens[k].gap == GAP_NONE &&
           (is(s, k, W_ADVERB) || is(s, k, W_IS) || is(s, k, W_DO) || is(s, k, W_NOT) ||
            is(s, k, W_WILL) || is(s, k, W_CAN) || is(s, k, W_HAS) || is(s, k, W_WAS))) {
        k++;
    }
    return k < to ? k + 1 : k;
}

void frame_find(const Sentence *s, int from, int to, Frame *out) {
    *out = (Frame){.from = from, .to = to, .subject = from, .verb = to, .mode = MODE_NOUN};
    int a = skip_preface(s, from, to, &out->preface);
    bool open;
    a = skip_condition(s, a, to, &open);
    a = open ? a : skip_fillers(s, a, to);
    if (a >= to) {
        return;
    }
    out->subject = a;
    bool will_name = is(s, a, W_WILL) && a + 1 < to &&
                     (is(s, a + 1, W_WILL) || is(s, a + 1, W_TO) || is(s, a + 1, W_CAN) ||
                      is(s, a + 1, W_IS) || (form(s, a + 1, W_S) && !form(s, a + 1, W_BASE)));
    if (!open && !will_name) {
        if (to_verb(s, a, to)) {
            at_verb(out, a, a + 1, MODE_BARE);
            return;
        }
        if (is(s, a, W_WILL) || is(s, a, W_CAN)) {
            anchor_at(s, out, a, a);
            out->who = SUBJECT_CHILD;
            if (noun_class(s, a + 1) == SUBJECT_ADULT) { /* 'Could somebody sit with him' */
                at_verb(out, a + 1, a + 1 + is(s, a + 1, W_ADULT) + is(s, a + 1, W_SERVICE),
                        MODE_WILL);
                out->who = SUBJECT_ADULT;
            }
            return;
        }
        if (opens_with_verb(s, a, to)) {
            at_verb(out, a, a, MODE_BARE);
            return;
        }
        if (is(s, a, W_IS) || is(s, a, W_HAS) || is(s, a, W_WAS) || is(s, a, W_DO) ||
            (form(s, a, W_S) && !is(s, a + 1, W_WILL) && !is(s, a + 1, W_TO) &&
             !is(s, a + 1, W_CAN) && !noun_of_help(s, a)) ||
            (s->tokens[a].ending == ENDING_S && must_be_verb(s, a, to))) {
            anchor_at(s, out, a, a);
            out->who = SUBJECT_CHILD;
            return;
        }
    }
    int anchor = -1;
    bool inner = false;
    for (int i = a + 1; i < to && anchor < 0; i++) {
        if (is(s, i, W_WHO)) {
            i = behind_relative(s, i, to) - 1;
            continue;
        }
        inner |= is(s, i, W_SUB) > 0;                            /* 'tuition until he is better' */
        bool how_to = is(s, i - 1, W_IT) || is(s, i - 1, W_SUB); /* 'a list of what to bring' */
        bool to_do = to_verb(s, i, to) && (!open || s->tokens[i].gap == GAP_NONE) && !how_to;
        if (to_do && help_at(s, a) && !is(s, a, W_ADULT)) {
            to_do = is(s, i + 1, W_BE) || is(s, i + 1, W_HAVE);
        }
        if (is(s, i, W_WILL) || is(s, i, W_CAN) || (!open && to_do) ||
            (present_at(s, i, a) && !open && !inner)) {
            anchor = i;
        }
    }
    if (anchor < 0 && open) {
        for (int i = a + 1; i < to && anchor < 0; i++) {
            anchor = to_verb(s, i, to) || (is(s, i - 1, W_HE) && present_at(s, i, i - 1)) ? i : -1;
        }
    }
    if (anchor < 0 && out->preface) { /* 'I want my daughter eat with spoon' */
        for (int i = a; i < to && anchor < 0; i++) {
            int len;
            bool verb = verb_at(s, i, &len) && !noun_of_help(s, i);
            anchor = verb && (i == a || !is(s, i - 1, W_DET)) ? i : -1;
        }
        if (anchor >= 0) {
            at_verb(out, a, anchor, MODE_WILL);
            out->who = anchor > a ? subject_of(s, a, anchor) : SUBJECT_CHILD;
            return;
        }
    }
    if (anchor < 0) {
        return;
    }
    anchor_at(s, out, anchor, a);
    if (out->mode == MODE_CAN && out->preface) {
        out->mode = MODE_WILL;
    }
    int wish = statement(s, out) && !out->preface ? later_wish(s, anchor, to) : -1;
    if (wish > 0) {
        frame_find(s, wish, to, out);
        return;
    }
    if (statement(s, out) && is(s, a, W_COMPLAINT) < 2) {
        int later = later_will(s, anchor, to);
        if (later > 0) {
            anchor_at(s, out, later, later - 1);
            out->who = SUBJECT_CHILD;
            return;
        }
    }
    int begin = a;
    if (open) { /* the subject stands right before the verb */
        begin = anchor - 1;
        while (begin > a && (is(s, begin, W_ADULT) || is(s, begin, W_SERVICE)) &&
               (is(s, begin - 1, W_HIS) || is(s, begin - 1, W_DET) || is(s, begin - 1, W_ADULT))) {
            begin--;
        }
    }
    out->subject = begin;
    out->who = subject_of(s, begin, anchor);
    for (int i = begin; i < anchor; i++) {
        out->first |= is(s, i, W_I) > 0;
    }
}
