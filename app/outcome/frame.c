/* Subject and verb of a clause: which word carries it, and what stands before. */
#include "outcome/anchor.h"
#include "outcome/judge.h"
#include "outcome/object.h"
#include "outcome/preface.h"
#include "outcome/subject.h"

enum { RELATIVE_REACH = 5 };

static void at_verb(Frame *out, int subject, int verb, Mode mode) {
    out->subject = subject;
    out->anchor = verb;
    out->verb = verb;
    out->mode = mode;
}

/* Sets mode and verb for a modal or finite verb at i. */
static void anchor_at(const Sentence *s, Frame *out, int i, int subject) {
    int n;
    if (is(s, i, W_WANT) > is(s, i, W_WILL)) { /* 'would like' */
        at_verb(out, subject, i, MODE_PRESENT);
        return;
    }
    if ((n = is(s, i, W_WILL)) > 0) {
        at_verb(out, subject, i + n, MODE_WILL);
    } else if ((n = is(s, i, W_CAN)) > 0) {
        at_verb(out, subject, i + n, MODE_CAN);
    } else if (is(s, i, W_TO)) {
        at_verb(out, subject, i + 1, MODE_WILL);
        out->asked = true;
    } else if (is(s, i, W_WAS) || (verb_form(s, i, W_ED) && !verb_form(s, i, W_BASE))) {
        at_verb(out, subject, i, MODE_PAST);
    } else {
        at_verb(out, subject, i, MODE_PRESENT);
    }
    out->anchor = i;
    bool not_so = is(s, i, W_NOT) || is(s, i - 1, W_NOT) || is(s, out->verb, W_NOT) ||
                  (is(s, i, W_DO) && is(s, i + 1, W_NOT)) ||
                  (out->mode == MODE_PRESENT && is(s, i + 1, W_NOT));
    bool no_longer = is(s, out->verb, W_NOT) > 1 && is(s, out->verb, W_WITHOUT);
    out->not_so = not_so && !no_longer;
}

/* Is the 'he' at i part of a clause that began after from: 'which of the two she would'? */
static bool inside_clause(const Sentence *s, int from, int i) {
    for (int k = i; k > from && k > i - RELATIVE_REACH && s->tokens[k].gap == GAP_NONE; k--) {
        if (is(s, k - 1, W_WHO) || is(s, k - 2, W_IT)) {
            return true; /* also 'what mood she will' */
        }
    }
    return false;
}

/* A later 'he will' behind a story: 'he struggles with noise by july he will ...'. */
static int later_will(const Sentence *s, int i, int to) {
    for (int k = i + 2; k < to; k++) {
        bool goes_on = is(s, k - 1, W_AND) && !is(s, k + 1, W_NOT) && !is(s, k + 1, W_ADVERB) &&
                       !is(s, k + 1, W_NEED_VERB); /* 'hates peas but will touch one' */
        if (is(s, k, W_WILL) == 1 && goes_on) {
            return k;
        }
        const bool refuses = is(s, k + 1, W_NOT) && !cured(s, k + 2, to); /* 'told she will not' */
        if (is(s, k, W_WILL) && !refuses && !inside_clause(s, i, k - 1) &&
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

/* A name that is also a 'will': 'Will can', 'Will reads'. */
static bool named_will(const Sentence *s, int i, int to) {
    int next = i + 1;
    return is(s, i, W_WILL) == 1 && next < to &&
           (is(s, next, W_WILL) || is(s, next, W_TO) || is(s, next, W_CAN) || is(s, next, W_IS) ||
            (verb_form(s, next, W_S) && !verb_form(s, next, W_BASE)));
}

/* 'Will read', and what is asked of an adult: 'Could somebody sit with him'. */
static void from_will(const Sentence *s, int i, Frame *out) {
    anchor_at(s, out, i, i);
    out->who = SUBJECT_CHILD;
    int whom = i + 1;
    if (noun_class(s, whom) == SUBJECT_ADULT) {
        at_verb(out, whom, whom + is(s, whom, W_ADULT) + is(s, whom, W_SERVICE), MODE_WILL);
        out->who = SUBJECT_ADULT;
    }
}

/* Is something told at i with nobody before it: 'Reads', 'has had', 'diagnosed with a'? */
static bool tells_at(const Sentence *s, int i, int to) {
    int next = i + 1;
    if (is(s, i, W_IS) || is(s, i, W_HAS) || is(s, i, W_WAS) || is(s, i, W_DO)) {
        return true;
    }
    bool asks = to_verb(s, next, to) && !is(s, i, W_WANT) && !is(s, i, W_AREA_TALK);
    bool now = verb_form(s, i, W_S) && !will_at(s, next) && !is(s, next, W_CAN) && !asks &&
               !noun_of_help(s, i);
    bool past = verb_form(s, i, W_ED) && !verb_form(s, i, W_BASE) && !is(s, i, W_HELP) &&
                (is(s, next, W_HIS) || is(s, next, W_DET));
    return now || past || (s->tokens[i].ending == ENDING_S && must_be_verb(s, i, to));
}

/* What is told at i of the child, or what they will do behind it: 'Diagnosed with ADHD, Leo will'.
 */
static void from_told(const Sentence *s, int i, int to, Frame *out) {
    anchor_at(s, out, i, i);
    out->who = SUBJECT_CHILD;
    int will = statement(s, out) ? later_will(s, i, to) : -1;
    if (will > 0) {
        anchor_at(s, out, will, will - 1);
    }
}

/* A clause that begins with its verb; false when it does not. */
static bool without_subject(const Sentence *s, int i, int to, Frame *out) {
    if (to_verb(s, i, to)) {
        at_verb(out, i, i + 1, MODE_BARE);
    } else if (will_at(s, i) || is(s, i, W_CAN)) {
        from_will(s, i, out);
    } else if (opens_with_verb(s, i, to)) {
        at_verb(out, i, i, MODE_BARE);
    } else if (tells_at(s, i, to)) {
        from_told(s, i, to, out);
    } else {
        return false;
    }
    return true;
}

/* 'I want my daughter eat with spoon': a wish with a verb, but no 'to'. */
static void wished_of(const Sentence *s, int begin, int to, Frame *out) {
    int verb = wished_verb(s, begin, to);
    if (verb >= 0) {
        at_verb(out, begin, verb, MODE_WILL);
        out->who = verb > begin ? subject_of(s, begin, verb) : SUBJECT_CHILD;
    }
}

/* Takes up what is wished or willed behind what is told; false when nothing is. */
static bool goes_on(const Sentence *s, int anchor, Frame *out) {
    if (!statement(s, out)) {
        return false;
    }
    int wish = out->preface ? -1 : later_wish(s, anchor, out->to);
    if (wish > 0) {
        frame_find(s, wish, out->to, out);
        return true;
    }
    int will = is(s, out->subject, W_COMPLAINT) < 2 ? later_will(s, anchor, out->to) : -1;
    if (will > 0) {
        anchor_at(s, out, will, will - 1);
        out->who = SUBJECT_CHILD;
    }
    return will > 0;
}

/* Where the subject right before the verb at anchor begins, behind a condition at from. */
static int subject_before(const Sentence *s, int from, int anchor) {
    int i = anchor - 1;
    while (i > from && (is(s, i, W_ADULT) || is(s, i, W_SERVICE)) &&
           (is(s, i - 1, W_HIS) || is(s, i - 1, W_DET) || is(s, i - 1, W_ADULT))) {
        i--;
    }
    return i;
}

/* 'They need to send someone', 'they should get him a taxi': people that were not named. */
static bool they_give(const Sentence *s, int anchor, int verb) {
    int len = 1;
    const Classes *classes = verb_at(s, verb, &len);
    bool told = classes && (classes_has(classes, W_GIVE) || classes_has(classes, W_GIVE_IF));
    told = told && is(s, anchor - 1, W_THEY);
    for (int i = verb + 1; told && i <= verb + len; i++) {
        if ((is(s, i, W_HIM) && !s->tokens[i].owns && !is(s, i, W_THEY)) ||
            (is(s, i, W_A) && is(s, i, W_ADULT))) {
            return true;
        }
    }
    return false;
}

/* Who the subject from begin to anchor is; a quality that does something is a name: 'Patience will
 * knock'. */
static Subject doer(const Sentence *s, int begin, int anchor, int verb) {
    Subject who = subject_of(s, begin, anchor);
    if (they_give(s, anchor, verb)) {
        return SUBJECT_ADULT;
    }
    bool does = verb_form(s, verb, W_BASE) && !is(s, verb, W_FUZZY) && !is(s, verb, W_FUZZY_IF) &&
                !is(s, verb, W_LINK);
    return who == SUBJECT_QUALITY && anchor == begin + 1 && does ? SUBJECT_CHILD : who;
}

/* The child's 'will' behind the family's: 'Mum will leave and he will carry on'; -1 when none. */
static int child_will(const Sentence *s, int anchor, int to) {
    for (int i = anchor + 3; i < to; i++) {
        if (is(s, i - 2, W_AND) && is(s, i - 1, W_HE) && is(s, i, W_WILL)) {
            return i;
        }
    }
    return -1;
}

/* A clause with its verb at anchor and the subject before it. open: behind a condition. */
static void with_subject(const Sentence *s, int begin, int anchor, bool open, Frame *out) {
    anchor_at(s, out, anchor, begin);
    if (out->mode == MODE_CAN && out->preface) {
        out->mode = MODE_WILL;
    }
    if (goes_on(s, anchor, out)) {
        return;
    }
    out->subject = open ? subject_before(s, begin, anchor) : begin;
    out->who = doer(s, out->subject, anchor, out->verb);
    int will = out->who == SUBJECT_FAMILY ? child_will(s, anchor, out->to) : -1;
    if (will > 0) {
        anchor_at(s, out, will, will - 1);
        out->who = SUBJECT_CHILD;
        return;
    }
    for (int i = out->subject; i < anchor; i++) {
        out->first |= is(s, i, W_I) > 0;
    }
}

void frame_find(const Sentence *s, int from, int to, Frame *out) {
    *out = (Frame){.from = from, .to = to, .subject = from, .verb = to, .mode = MODE_NOUN};
    bool open;
    int begin = skip_preface(s, from, to, &out->preface);
    begin = skip_condition(s, begin, to, &open);
    begin = open ? begin : skip_fillers(s, begin, to);
    if (begin >= to) {
        return;
    }
    out->subject = begin;
    if (!open && !named_will(s, begin, to) && without_subject(s, begin, to, out)) {
        if (out->preface && is(s, begin, W_TO) && find_class(s, from, begin, W_WE) >= 0) {
            out->who = SUBJECT_FAMILY; /* 'We want to go out' */
        } else if (out->preface && is(s, begin, W_TO) && is(s, from, W_I) &&
                   find_class(s, begin, to, W_HIM) < 0) {
            out->who = SUBJECT_CHILD; /* 'I want to keep my TA' */
        }
        return;
    }
    int anchor = anchor_behind(s, begin, to, open);
    if (anchor >= 0) {
        with_subject(s, begin, anchor, open, out);
    } else if (out->preface) {
        wished_of(s, begin, to, out);
    }
}
