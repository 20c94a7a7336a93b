/* The main clause: is it a hope, a difficulty, a strength, a complaint, help, or somebody else's
 * doing? What is left is the child's, and its verb decides. */
#include "outcome/judge.h"

#include "outcome/judge_parts.h"
#include "outcome/judge_state.h"
#include "outcome/object.h"

/* '[Dad will practise the sounds] with him'. */
static bool done_with_him(const Sentence *s, int from, int to) {
    for (int i = from + 2; i + 1 < to; i++) {
        if (is(s, i, W_PREP) && is(s, i + 1, W_HIM) && !s->tokens[i + 1].owns && i + 2 >= to) {
            return true;
        }
    }
    return false;
}

/* Somebody or something else is the subject. */
static void judge_other(const Sentence *s, const Frame *f, Verdict *v) {
    int subject = f->subject;
    int verb = f->verb;
    bool not_so = false;
    int deed = skip_to_verb(s, verb, f->to, &not_so);
    int len;
    const Classes *classes = verb_at(s, deed, &len);
    bool sees =
        classes && classes_has(classes, W_VISIT) && is(s, deed + len, W_HIM); /* 'see him' */
    bool gives =
        classes && !sees && (classes_has(classes, W_GIVE) || classes_has(classes, W_GIVE_IF));
    const bool seen = classes && classes_has(classes, W_SEEN);
    bool done = is(s, verb, W_HAVE) && deed > verb; /* 'will have halved' */
    bool inner = classes && (classes_has(classes, W_UNSEEN) || classes_has(classes, W_FUZZY));
    bool state = is(s, deed, W_BE) && !(verb_at(s, deed + 1, &len) && is(s, deed + 1, W_ED));
    bool ours = find_class(s, subject, f->anchor, W_SERVICE) >= 0; /* 'someone from the council' */
    bool wanted =
        (is(s, subject, W_A) && !ours) || is(s, subject, W_COMPARE) || is_number(s, subject);
    switch (f->who) {
    case SUBJECT_HELP:
        verdict_add(v, FAULT_DESCRIBES_PROVISION, subject, verb);
        break;
    case SUBJECT_ADULT:
        if (!(f->asked && wanted)) { /* 'A helper to read with him' */
            verdict_add(v, FAULT_NOT_PERSONAL, subject, f->anchor);
        }
        if (inner || (state && f->mode != MODE_PRESENT)) {
            judge_verb(s, f, verb, v);
            if (!((unsigned)v->faults >> FAULT_NOT_MEASURABLE & 1u) && !inner) {
                verdict_add(v, FAULT_DESCRIBES_PROVISION, subject, verb + 1); /* 'be with him' */
            }
        } else if (!done) {
            verdict_add(v, FAULT_DESCRIBES_PROVISION, subject, verb + 1);
        }
        break;
    case SUBJECT_FAMILY:
        verdict_add(v, FAULT_NOT_PERSONAL, subject, f->anchor);
        if (gives || is(s, deed, W_TOGETHER) ||
            ((seen || is(s, deed, W_DO)) && done_with_him(s, deed, f->to))) {
            verdict_add(v, FAULT_DESCRIBES_PROVISION, subject, verb);
        } else {
            judge_verb(s, f, verb, v);
        }
        break;
    case SUBJECT_GROUP:
        verdict_add(v, FAULT_NOT_PERSONAL, subject, f->anchor);
        judge_verb(s, f, verb, v);
        break;
    case SUBJECT_QUALITY:
        if (!cured(s, verb, f->to)) {
            verdict_add(v, FAULT_NOT_MEASURABLE, subject, verb);
            verdict_add(v, FAULT_VAGUE_WORDING, subject, verb);
        }
        break;
    case SUBJECT_THERE:
        if (cured(s, verb, f->to) && help_from(s, verb, object_end(s, verb + 1, f->to)) < 0) {
            break; /* 'There will be a full week when he does not ...' */
        }
        if (help_from(s, verb, f->to) >= 0) {
            verdict_add(v, FAULT_DESCRIBES_PROVISION, subject, f->to);
        } else {
            verdict_add(v, FAULT_NOT_MEASURABLE, subject, f->to);
            verdict_add(v, FAULT_VAGUE_WORDING, subject, f->to);
        }
        break;
    case SUBJECT_NONE:
    case SUBJECT_CHILD:
        break;
    }
}

/* 'Ben needs a laptop', 'she needs help to dress'. True when it was one. */
static bool judge_needs(const Sentence *s, const Frame *f, Verdict *v) {
    int len;
    const Classes *verb = verb_at(s, f->verb, &len);
    const bool goes = is(s, f->verb, W_VISIT) && by_himself(s, f->verb + 1, f->to);
    if (!verb || !classes_has(verb, W_RECEIVE) || f->mode == MODE_WILL || goes ||
        needs_less(s, f->verb + len)) {
        return false;
    }
    verdict_add(v, FAULT_DESCRIBES_PROVISION, f->verb, f->verb + len);
    return true;
}

/* Told by an adult about the family, services or others: 'We are worried', 'School say'. */
static bool judge_complaint(const Sentence *s, const Frame *f, bool when, Verdict *v) {
    bool others = f->who == SUBJECT_ADULT || f->who == SUBJECT_FAMILY || f->who == SUBJECT_GROUP;
    if (!others || f->preface) {
        return false;
    }
    bool told = f->mode == MODE_PAST || (f->not_so && f->mode != MODE_WILL) ||
                (f->mode == MODE_PRESENT && f->who == SUBJECT_FAMILY && !is(s, f->verb, W_RECEIVE));
    bool perfect = f->mode == MODE_PRESENT && is(s, f->verb, W_HAS);
    bool does = is(s, f->verb, W_SEEN) && !is(s, f->verb, W_AREA_TALK) &&
                !is(s, f->verb, W_NEED_VERB) &&
                f->who == SUBJECT_ADULT; /* 'The TA sits with her' */
    bool says = f->mode == MODE_PRESENT && !does && !is(s, f->verb, W_GIVE) &&
                !is(s, f->verb, W_GIVE_IF) && !is(s, f->verb, W_RECEIVE);
    if ((told || perfect || says) && !when) {
        judge_about(v, f->subject, f->verb + 1, PART_HARD);
        return true;
    }
    return false;
}

void judge_clause(const Sentence *s, const Frame *f, bool when, Verdict *v) {
    *v = (Verdict){.belongs = PART_COUNT};
    bool future = f->mode == MODE_WILL || f->mode == MODE_BARE || f->preface || when;
    v->rank = f->mode == MODE_NOUN && !f->preface ? 1 : future ? 3 : 2;
    if (judge_hope(s, f, when, v)) {
        v->rank = 1;
        return;
    }
    if (f->mode == MODE_NOUN) {
        judge_noun(s, f, when, v);
        return;
    }
    if (judge_story(s, f, when, v) || judge_complaint(s, f, when, v)) {
        v->rank = 0;
        return;
    }
    if (judge_needs(s, f, v)) {
        v->rank = 1;
        return;
    }
    if (f->who != SUBJECT_CHILD && f->who != SUBJECT_NONE) {
        judge_other(s, f, v);
        v->rank = 1;
        return;
    }
    judge_verb(s, f, f->verb, v);
    if ((unsigned)v->faults >> FAULT_DESCRIBES_PROVISION & 1u) {
        v->rank = 2;
    }
}
