/* What a child is or has, and what empties a deed of its meaning; see judge_state.h. */
#include "outcome/judge_state.h"

#include "outcome/object.h"
#include "outcome/subject.h"

enum { STATE_REACH = 7 };

void judge_fuzzy(const Sentence *s, Verdict *v, int verb, int to, int end) {
    if (cured(s, verb, end)) {
        return;
    }
    verdict_add(v, FAULT_NOT_MEASURABLE, verb, to);
    verdict_add(v, FAULT_VAGUE_WORDING, verb, to);
}

void judge_unseen(const Sentence *s, Verdict *v, int verb, int to, int end) {
    if (cured(s, verb, end)) {
        return;
    }
    for (int i = to; i + 1 < end; i++) {
        int len;
        const Classes *next = is(s, i, W_AND) ? verb_at(s, i + 1, &len) : NULL;
        if (is(s, i, W_AND) && is(s, i + 1, W_BE) && verb_form(s, i + 2, W_ING) &&
            is(s, i + 2, W_SEEN)) {
            return; /* '... and be writing his name' */
        }
        if (next && classes_has(next, W_SEEN) &&
            (!classes_has(next, W_ED) || classes_has(next, W_BASE)) && !classes_has(next, W_ING) &&
            !classes_has(next, W_UNSEEN) && !is(s, i + 1, W_QUALITY_NOUN)) {
            return;
        }
    }
    verdict_add(v, FAULT_NOT_MEASURABLE, verb, to);
}

void judge_state(const Sentence *s, const Frame *f, int verb, int i, bool feels, Verdict *v) {
    int end = i;
    while (end < f->to && end < i + STATE_REACH && (end == i || s->tokens[end].gap < GAP_COMMA)) {
        end++;
    }
    int noun = i + (is(s, i, W_DET) > 0);
    while (noun < end && is(s, noun, W_QUALITY)) {
        noun++;
    }
    if (!is(s, noun, W_JOB) && is(s, i, W_A) && is(s, noun + 1, W_JOB) && !cured(s, noun, f->to)) {
        noun++; /* 'a famous singer' */
    }
    if (is(s, noun, W_JOB)) {
        verdict_add(v, FAULT_NOT_ABOUT_OUTCOME, verb, noun + is(s, noun, W_JOB));
        v->belongs = PART_HOPE;
        return;
    }
    if (verb_form(s, i, W_ED) && is(s, i, W_SEEN) && !is(s, i, W_QUALITY)) {
        return; /* 'be dressed and ready when the taxi comes' */
    }
    int object = object_end(s, i, f->to);
    if ((is(s, i, W_PREP) || is(s, i, W_WITHIN)) && !is(s, i + 1, W_OF) &&
        find_class(s, i, f->to, W_NOT_HELP) < 0) {
        int place = help_in(s, i + 1, object_end(s, i + 1, f->to), false);
        if (place >= 0 && (is(s, place, W_PLACE) || is(s, place, W_HELP))) {
            verdict_add(v, FAULT_DESCRIBES_PROVISION, verb, place + 1);
            return;
        }
    }
    int bad = find_class(s, i, object, W_QUALITY);
    if (bad < 0) {
        bad = comparison(s, i, object);
    }
    if (bad < 0) {
        bad = find_class(s, i, object, W_QUALITY_NOUN);
    }
    if (bad >= 0) {
        judge_fuzzy(s, v, verb, bad + 1, f->to);
        return;
    }
    bad = find_class(s, i, object, W_UNSEEN_NOUN);
    if (feels || bad >= 0) {
        judge_unseen(s, v, verb, bad >= 0 ? bad + 1 : i, f->to);
    }
}

/* The end of a feeling or the like that is all of the object: 'find his confidence again'; 0. */
static int only_inner(const Sentence *s, int from, int to) {
    int i = from;
    while (i < to && (is(s, i, W_HIS) || is(s, i, W_DET) || is(s, i, W_OWN))) {
        i++;
    }
    const int end = i + is(s, i, W_INNER);
    int rest = end;
    while (rest < to && is(s, rest, W_ADVERB)) {
        rest++;
    }
    return end > i && rest >= to ? end : 0;
}

void judge_seen(const Sentence *s, const Frame *f, int verb, int len, Verdict *v) {
    int end = f->to;
    const int inner = only_inner(s, verb + len, end);
    if (inner && !is(s, verb, W_AREA_TALK) && !is(s, verb, W_AREA_PLAY) &&
        !is(s, verb, W_AREA_LEARN)) {
        judge_fuzzy(s, v, verb, inner, end);
        return;
    }
    int more = comparison(s, verb, end);
    if (more >= verb + len && !is(s, more - 1, W_SUB)) {
        judge_fuzzy(s, v, verb, more + 1, end);
        return;
    }
    for (int i = f->from; i < f->subject; i++) { /* 'Where possible Ada will' */
        if (is(s, i, W_COMPARE) > 1) {
            judge_fuzzy(s, v, i, i + is(s, i, W_COMPARE), end);
            return;
        }
    }
    int own = find_class(s, verb + len, end, W_FUZZY_ADVERB);
    if (own >= 0 && s->tokens[own].gap == GAP_NONE && (is(s, verb, W_THIN) || !known(s, verb))) {
        judge_fuzzy(s, v, verb, own + 1, end);
    }
}

bool needs_less(const Sentence *s, int i) {
    return is(s, i, W_WITHOUT) || is(s, i, W_NOT) || is(s, i, W_NOT_COMPARE) > 1;
}

/* Do the words from from to to name a thing, and nothing that is done: 'a page turner', but not 'a
 * quick wash'? */
static bool names_thing(const Sentence *s, int from, int to) {
    int len;
    const bool article = is(s, from, W_A);
    for (int i = from; i < to; i++) {
        if (!article && known(s, i)) {
            return false;
        }
    }
    return to > from + article && find_class(s, from, to, W_NOT_HELP) < 0 &&
           !verb_at(s, to - 1, &len) && area_at(s, to - 1) < 0 && !is(s, to - 1, W_UNIT) &&
           !is(s, to - 1, W_SHORT) && !is(s, to - 1, W_SESSION);
}

bool by_doing(const Sentence *s, int from, int to) {
    for (int i = from; i + 1 < to; i++) {
        if (is(s, i, W_BY) == 1 && verb_form(s, i + 1, W_ING) && is(s, i + 1, W_SEEN)) {
            return true;
        }
    }
    return false;
}

bool by_himself(const Sentence *s, int from, int to) {
    if (by_doing(s, from, to)) {
        return true;
    }
    for (int i = from; i + 1 < to; i++) {
        int len;
        const Classes *next = is(s, i, W_AND) ? verb_at(s, i + 1, &len) : NULL;
        const bool soon = is(s, i, W_WITHIN) && find_class(s, i + 1, i + 3, W_SHORT) >= 0;
        if (soon) {
            return true; /* 'within a day of a falling-out' */
        }
        const bool uses = next && is(s, i + 1 + len, W_IT); /* '... and use it' */
        if (uses ||
            (next && classes_has(next, W_SEEN) && !is(s, i + 1, W_QUALITY_NOUN) &&
             !noun_of_help(s, i + 1)) ||
            (is(s, i, W_TO) && is(s, i + 1, W_AREA_TALK)) ||
            (is(s, i, W_SUB) && (is(s, i + 1, W_HE) || is(s, i + 1, W_HIS))) ||
            is(s, i, W_WITHOUT) || is(s, i, W_ALONE)) {
            return true;
        }
    }
    return false;
}

/* '[attends his group] and starts one chat': a deed with its own object behind help. */
static bool goes_and_does(const Sentence *s, int from, int to) {
    for (int i = from; i + 2 < to; i++) {
        int len = 1;
        const Classes *next = is(s, i, W_AND) ? verb_at(s, i + 1, &len) : NULL;
        const int object = i + 1 + len;
        if (next && classes_has(next, W_SEEN) && !noun_of_help(s, i + 1) &&
            (is(s, object, W_A) || is_number(s, object) || is(s, object, W_IT) ||
             is(s, i + 1 + len - 1, W_A))) {
            return true;
        }
    }
    return false;
}

/* '[have] thirty minutes a day with the nurse': time that somebody gives. */
static bool time_with(const Sentence *s, int from, int to) {
    bool time = false;
    for (int i = from; i + 1 < to; i++) {
        time |= is_number(s, i) && is(s, i + 1, W_SHORT) && /* not 'a ten minute chat' */
                (is(s, i + 2, W_PREP) || is(s, i + 2, W_OF) || is(s, i + 2, W_DET));
        const int who = i + 1 + (is(s, i + 1, W_DET) || is(s, i + 1, W_HIS));
        if (time && is(s, i, W_PREP) && !is(s, i, W_WITHOUT) && is(s, who, W_ADULT)) {
            return !by_himself(s, who, to);
        }
    }
    return false;
}

bool judge_object(const Sentence *s, const Frame *f, int verb, const Classes *classes, int len,
                  Verdict *v) {
    int from = verb + len;
    int end = object_end(s, from, f->to);
    bool hold = classes_has(classes, W_HOLD) || is(s, verb, W_HAVE) || is(s, verb, W_HAS);
    bool visit = classes_has(classes, W_VISIT);
    if ((hold || visit) && !needs_less(s, from)) {
        int reach =
            visit ? object_end(s, end < f->to && end == from ? end + 1 : from + 1, f->to) : end;
        int help = help_in(s, from, reach > end ? reach : end, true);
        int in = end < f->to && is(s, end, W_WITHIN) ? end + 1 : f->to;
        bool nothing = end == from || find_class(s, from, end, W_SHORT) >= 0 ||
                       find_class(s, from, end, W_UNIT) >= 0 || !visit;
        if (help < 0 && nothing && (visit || is(s, verb, W_HAVE)) &&
            in < f->to) { /* 'spend time each day in the sensory room' */
            help = help_in(s, in, object_end(s, in, f->to), false);
            help = help >= 0 && (is(s, help, W_HELP) || is(s, help, W_PLACE)) ? help : -1;
        }
        if (help >= 0 && hold && !visit && is(s, help, W_ADULT) && !is(s, help, W_HELP) &&
            help > from + 2) {
            help = -1;
        }
        bool thing = help >= 0 && !is(s, help, W_HELP) && !is(s, help, W_PLACE) &&
                     !is(s, help, W_ADULT) && !is(s, help, W_WEAK_HELP);
        if (thing && visit && !hold) {
            help = -1; /* 'join her table', 'go on the trike' */
        }
        if (visit && !hold && is(s, from, W_HIS) && is(s, from + 1, W_OWN)) {
            help = -1; /* 'set up his own equipment' */
        }
        if (thing && hold && by_himself(s, help + 1, f->to)) {
            help = -1; /* 'have a locker and open it' */
        }
        if (help >= 0 && visit &&
            ((!is(s, help, W_HELP) || is(s, help, W_PLACE) || is(s, help, W_ADULT))
                 ? by_himself(s, help + 1, f->to)
                 : goes_and_does(s, help + 1, f->to) ||
                       find_class(s, help + 1, f->to, W_WITHOUT) >= 0 ||
                       find_class(s, help + 1, f->to, W_ALONE) >= 0)) {
            help = -1;
        }
        if (help >= 0) {
            verdict_add(v, FAULT_DESCRIBES_PROVISION, verb, help + 1);
            return true;
        }
    }
    if (is(s, verb, W_HAVE) && len == 1 && time_with(s, from, f->to)) {
        verdict_add(v, FAULT_DESCRIBES_PROVISION, verb, end);
        return true;
    }
    if (!hold && !classes_has(classes, W_FUZZY_IF)) {
        return false;
    }
    int number = cured(s, from, f->to);
    int friends = find_class(s, from, end, W_FRIENDS);
    int bad = quality_in(s, from, end);
    if (bad < 0 && hold) {
        bad = find_class(s, from, end, W_QUALITY);
    }
    if (bad < 0) {
        bad = comparison(s, from, end);
    }
    if (bad >= 0) {
        judge_fuzzy(s, v, verb, bad + 1, f->to);
        return true;
    }
    bool any =
        friends >= 0 && (!is(s, from, W_DET) || friends + is(s, friends, W_FRIENDS) == f->to);
    if (any && hold && !number &&
        !is(s, from, W_PREP)) { /* 'have a friend', but 'have a friend to tea' */
        verdict_add(v, FAULT_NOT_MEASURABLE, verb, friends + 1);
        return true;
    }
    bad = find_class(s, from, end, W_UNSEEN_NOUN);
    if (bad >= 0) {
        judge_unseen(s, v, verb, bad + 1, f->to);
        return true;
    }
    if (is(s, verb, W_HAVE) && len == 1 && f->mode != MODE_PRESENT && !number &&
        names_thing(s, from, end) && !by_himself(s, end, f->to)) {
        verdict_add(v, FAULT_DESCRIBES_PROVISION, verb, end);
        return true;
    }
    return false;
}
