/* Subject and verb of a clause: which word carries it, and what stands before. */
#include "outcome/anchor.h"
#include "outcome/judge.h"
#include "outcome/preface.h"
#include "outcome/subject.h"

enum { RELATIVE_REACH = 5, FIRST_REACH = 4 };

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

/* Does somebody do something at i: 'he goes', 'Rhoda plays'? */
static bool does_at(const Sentence *s, int i, bool condition) {
    bool state = condition && (is(s, i, W_IS) || is(s, i, W_HAS)); /* 'When Rhoda is cross' */
    bool name = !known(s, i - 1) || (is(s, i, W_HAS) && name_at(s, i - 1, i)); /* 'Mark has' */
    bool named = name && verb_form(s, i, W_S) && !state;
    return named || (is(s, i - 1, W_HE) && present_at(s, i, i - 1));
}

/* The verb of a clause that opens with a condition and has no comma: 'At break Rhoda plays', and
 * 'goes' in 'When he is cross he goes'; -1 when there is none. */
static int open_anchor(const Sentence *s, int from, int to) {
    int first = -1;
    for (int i = from + 1; i < to; i++) {
        if (to_verb(s, i, to)) {
            return first < 0 ? i : first;
        }
        bool told = is(s, i - 2, W_WHO) || is(s, i - 2, W_IT) || is(s, i - 2, W_ADULT);
        if (!does_at(s, i, is(s, from, W_SUB) > 0) || (told && i > from + 2)) {
            continue;
        }
        if (first >= 0 || !is(s, from, W_SUB) || i > from + FIRST_REACH) {
            return i;
        }
        first = i;
    }
    return first;
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
    bool will_name =
        is(s, a, W_WILL) && a + 1 < to &&
        (is(s, a + 1, W_WILL) || is(s, a + 1, W_TO) || is(s, a + 1, W_CAN) || is(s, a + 1, W_IS) ||
         (verb_form(s, a + 1, W_S) && !verb_form(s, a + 1, W_BASE)));
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
            (verb_form(s, a, W_S) && !is(s, a + 1, W_WILL) &&
             (!to_verb(s, a + 1, to) || is(s, a, W_WANT) || is(s, a, W_AREA_TALK)) &&
             !is(s, a + 1, W_CAN) && !noun_of_help(s, a)) ||
            (s->tokens[a].ending == ENDING_S && must_be_verb(s, a, to)) ||
            (verb_form(s, a, W_ED) && !verb_form(s, a, W_BASE) && !is(s, a, W_HELP) &&
             (is(s, a + 1, W_HIS) || is(s, a + 1, W_DET)))) {
            anchor_at(s, out, a, a);
            out->who = SUBJECT_CHILD;
            int will = statement(s, out) ? later_will(s, a, to) : -1;
            if (will > 0) { /* 'Diagnosed with ADHD, Leo will' */
                anchor_at(s, out, will, will - 1);
            }
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
        bool whom = i > a + 1 && is(s, i - 1, W_HE) && s->tokens[i - 1].gap == GAP_NONE &&
                    (noun_class(s, i - 2) == SUBJECT_ADULT || help_at(s, i - 2));
        if (whom && !is(s, i, W_WILL)) {
            continue; /* 'A counsellor he can talk to' */
        }
        inner |= is(s, i, W_SUB) > 0;                            /* 'tuition until he is better' */
        bool how_to = is(s, i - 1, W_IT) || is(s, i - 1, W_SUB); /* 'a list of what to bring' */
        bool to_do =
            to_verb(s, i, to) && (!open || s->tokens[i].gap == GAP_NONE) && !how_to && !inner;
        if (to_do && help_at(s, a) && !is(s, a, W_ADULT)) {
            to_do = is(s, i + 1, W_BE) || is(s, i + 1, W_HAVE);
        }
        if (to_do && is(s, a, W_A) && subject_of(s, a, i) == SUBJECT_CHILD) {
            to_do = false; /* 'a chart to tick off' */
        }
        if (is(s, i, W_WILL) || is(s, i, W_CAN) || (!open && to_do) ||
            (present_at(s, i, a) && !open && !inner)) {
            anchor = i;
        }
    }
    if (anchor < 0 && open) {
        anchor = open_anchor(s, a, to);
    }
    bool thing = is(s, a, W_A) || is(s, a, W_COMPARE) ||
                 (is_number(s, a) && !verb_form(s, a + 1, W_BASE)); /* 'I want a new lift' */
    if (anchor < 0 && out->preface && !thing) { /* 'I want my daughter eat with spoon' */
        for (int i = a; i < to && anchor < 0; i++) {
            int len;
            const Classes *classes = verb_at(s, i, &len);
            bool verb = classes && !noun_of_help(s, i) &&
                        (classes_has(classes, W_BASE) || classes_has(classes, W_ING));
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
    if (out->who == SUBJECT_QUALITY && anchor == begin + 1 && verb_form(s, out->verb, W_BASE) &&
        !is(s, out->verb, W_FUZZY) && !is(s, out->verb, W_FUZZY_IF) && !is(s, out->verb, W_LINK)) {
        out->who = SUBJECT_CHILD; /* a name: 'Patience will knock' */
    }
    for (int k = anchor + 1; out->who == SUBJECT_FAMILY && k + 2 < to; k++) {
        if (is(s, k, W_AND) && is(s, k + 1, W_HE) && is(s, k + 2, W_WILL)) {
            anchor_at(s, out, k + 2, k + 1); /* 'Mum will leave and he will carry on' */
            out->who = SUBJECT_CHILD;
            return;
        }
    }
    for (int i = begin; i < anchor; i++) {
        out->first |= is(s, i, W_I) > 0;
    }
}
