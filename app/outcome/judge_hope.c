/* Hopes: what a child or the family wants one day, and putting words into another box. */
#include "outcome/judge_parts.h"
#include "outcome/object.h"
#include "outcome/subject.h"

void judge_about(Verdict *v, int from, int to, Part belongs) {
    verdict_add(v, FAULT_NOT_ABOUT_OUTCOME, from, to);
    v->belongs = belongs;
}

bool judge_about_if(const Sentence *s, Verdict *v, int from, int to, WordClass c, Part belongs) {
    int i = find_class(s, from, to, c);
    if (i < 0) {
        return false;
    }
    judge_about(v, i, i + is(s, i, c), belongs);
    return true;
}

/* A hope said by the verb itself ('live on his own'), and with nothing to count: 'sits in her own
 * place' and 'work on a farm for a whole morning' are none. */
static bool judge_dream(const Sentence *s, const Frame *f, Verdict *v) {
    bool not_so = false;
    const int deed = skip_to_verb(s, f->verb, f->to, &not_so);
    for (int i = f->from; (i = find_class(s, i, f->to, W_HOPE)) >= 0; i++) {
        bool said =
            i <= deed + 1 || is(s, i - 1, W_AND) || is(s, i - 1, W_HE) || f->mode == MODE_NOUN;
        int n = is(s, i, W_HOPE);
        if (said && !cured(s, i + n, f->to)) {
            judge_about(v, i, i + n, PART_HOPE);
            return true;
        }
    }
    return false;
}

bool judge_hope(const Sentence *s, const Frame *f, bool when, Verdict *v) {
    if (when) {
        return false;
    }
    if (f->mode != MODE_WILL && is(s, f->verb, W_RECEIVE)) {
        return false;
    }
    int someday = find_class(s, f->from, f->to, W_SOMEDAY);
    bool often =
        someday >= 0 && is(s, someday + is(s, someday, W_SOMEDAY), W_DET); /* 'one day a week' */
    if (someday >= 0 && !often) {
        judge_about(v, someday, someday + is(s, someday, W_SOMEDAY), PART_HOPE);
        return true;
    }
    if (judge_dream(s, f, v)) {
        return true;
    }
    bool wants = is(s, f->verb, W_WANT) && f->mode != MODE_BARE;
    int object = f->verb + 1;
    if (wants && !f->preface && is(s, object, W_A) &&
        (help_at(s, object + 1) || is(s, object + 1, W_ADULT))) {
        verdict_add(v, FAULT_DESCRIBES_PROVISION, f->verb, object + 2);
        return true; /* 'Wants a computer' */
    }
    if (wants && !f->preface) {
        judge_about(v, f->verb, f->verb + 1, PART_HOPE);
        return true;
    }
    return false;
}
