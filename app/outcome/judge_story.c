/* Hopes, difficulties, strengths and what happened: words that belong in another box. */
#include "outcome/judge_parts.h"
#include "outcome/judge_state.h"
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

/* Is the 'he' at i inside what is said to somebody or about a thing: 'tells someone he is ill',
 * 'talks to a girl he likes'? */
static bool of_noun(const Sentence *s, int verb, int i) {
    return i - 1 > verb && s->tokens[i].gap == GAP_NONE && !is(s, i - 1, W_SUB) &&
           (is(s, i - 1, W_ADULT) || is(s, i - 1, W_FAMILY) || is(s, i - 2, W_A) ||
            is(s, i - 2, W_DET) || is(s, i - 2, W_HIS));
}

/* A word of class c at the verb or before it, or of a clause that goes on ('and screams', 'says he
 * has no friends'). Further behind it is part of what the child does. True when there is one. */
static bool judge_told(const Sentence *s, const Frame *f, int end, WordClass c, Part belongs,
                       Verdict *v) {
    const int opens = f->from + (is(s, f->from, W_ADVERB) == 1); /* 'Even when' */
    const bool apart = s->tokens[f->subject].gap >= GAP_COMMA; /* 'In lessons he hates, Ada sits' */
    const int from =
        is(s, opens, W_SUB) || apart ? f->subject : f->from; /* 'When he is cross he goes' */
    for (int i = from; (i = find_class(s, i, end, c)) >= 0; i++) {
        int before = i - 1;
        while (before > f->verb && is(s, before, W_ADVERB)) {
            before--;
        }
        if (i <= f->verb + 1 || is(s, before, W_AND) ||
            (is(s, before, W_HE) && !of_noun(s, f->verb, before))) {
            judge_about(v, i, i + is(s, i, c), belongs);
            return true;
        }
    }
    return false;
}

/* Does it open with a time that is gone: 'When he was in Year 2 he could read'? */
static bool told_then(const Sentence *s, const Frame *f) {
    int when = f->from; /* 'when' also stands before a noun, 'if' does not */
    return is(s, when, W_SUB) && is(s, when, W_PREP) && find_class(s, when, f->anchor, W_WAS) > 0;
}

/* Is what is hard left behind: '... instead of bolting'? Not in 'never eats without gagging'. */
static bool without_hard(const Sentence *s, int from, int to) {
    for (int i = from; (i = find_class(s, i, to, W_WITHOUT)) >= 0; i++) {
        int k = i + is(s, i, W_WITHOUT);
        if (k < to && verb_form(s, k, W_ING) && is(s, k, W_NEED_VERB)) {
            return find_class(s, from, i, W_NOT) < 0;
        }
    }
    return false;
}

/* Is what is hard said to be seldom: 'cries less than once a week'? */
static bool limited(const Sentence *s, int from, int to) {
    for (int i = from; i < to; i++) {
        if (is(s, i, W_NOT_COMPARE) > 1 && cured(s, from, to)) {
            return true;
        }
    }
    return false;
}

/* A place or a state within a day, not of his life: 'is in his seat when the bell goes'. */
static bool in_the_day(const Sentence *s, const Frame *f) {
    const int at = f->verb + 1;
    if ((!is(s, at, W_PREP) && !is(s, at, W_WITHIN) && !is(s, at, W_OF)) || is(s, at, W_WITHOUT)) {
        return false;
    }
    for (int i = at; i < f->to; i++) {
        if (is(s, i, W_STAGE) || is(s, i, W_YEAR) || is(s, i, W_SERVICE) || is(s, i, W_HELP) ||
            is(s, i, W_PLACE) || is(s, i, W_CONDITION) || is(s, i, W_UNIT) || is(s, i, W_ADULT) ||
            is(s, i, W_FAMILY)) {
            return false;
        }
    }
    return true;
}

bool judge_story(const Sentence *s, const Frame *f, bool when, Verdict *v) {
    bool now = f->mode == MODE_PRESENT || f->mode == MODE_PAST || f->mode == MODE_CAN ||
               f->mode == MODE_NOUN;
    int verb = f->verb;
    int end = verb + 1; /* 'signs stop when he has had enough' is no story */
    while (end < f->to && !is(s, end, W_SUB)) {
        end++;
    }
    int form;
    const Classes *first = f->mode == MODE_BARE ? verb_at(s, verb, &form) : NULL;
    if (first && classes_has(first, W_ING) && classes_has(first, W_NEED_VERB)) {
        judge_about(v, verb, verb + form, PART_HARD); /* 'Struggling with friendships' */
        return true;
    }
    const bool gone = f->mode == MODE_BARE && (verb_form(s, verb, W_ING) || is(s, verb, W_NOT));
    if (gone && !when && is(s, verb, W_NEED) > 1 && !cured(s, verb, f->to)) {
        judge_about(v, verb, verb + is(s, verb, W_NEED), PART_HARD); /* 'Working below his age' */
        return true;
    }
    const int told =
        f->mode == MODE_BARE && !f->preface ? find_class(s, verb + 1, f->to, W_COMPLAINT) : -1;
    if (told > 0 && is(s, told, W_COMPLAINT) > 1 && is(s, told - 1, W_AND)) {
        judge_about(v, told, told + is(s, told, W_COMPLAINT), PART_HARD);
        return true; /* 'Meeting after meeting and nothing changes' */
    }
    bool child = f->who == SUBJECT_CHILD || f->who == SUBJECT_NONE;
    if ((f->mode == MODE_WILL || f->mode == MODE_CAN) && told_then(s, f)) {
        judge_about(v, f->from, f->anchor, PART_HARD); /* 'When he was three he would ...' */
        return true;
    }
    const bool none = is(s, verb, W_HAS) && is(s, verb + 1, W_WITHOUT); /* 'has no fits for ...' */
    const bool seldom = limited(s, verb + 1, f->to) || (none && cured(s, verb + 2, f->to));
    if (f->mode == MODE_WILL && child && is(s, verb, W_NEED_VERB) && !is(s, verb, W_SEEN) &&
        !f->not_so && !seldom) {
        judge_about(v, verb, verb + 1, PART_HARD);
        return true;
    }
    if (f->mode == MODE_WILL && !f->preface && f->not_so && !when &&
        judge_about_if(s, v, f->from, f->to, W_NEED, PART_HARD)) {
        return true; /* 'At the moment he will not ...' */
    }
    bool refuses = f->mode == MODE_WILL && !f->preface && child && f->not_so && !when &&
                   is(s, verb, W_NOT) == 1 && !cured(s, verb, f->to);
    if (refuses && !is(s, verb + 1, W_NEED_VERB) && !is(s, verb + 1, W_RECEIVE) &&
        !is(s, verb + 1, W_BE)) {
        judge_about(v, verb - 1, verb + 1, PART_HARD); /* 'won't let go of my leg' */
        return true;
    }
    if (f->mode == MODE_WILL && !f->preface) { /* 'I still have to dress her' */
        return find_class(s, f->subject, verb, W_WHO) < 0 &&
               ((!(is(s, f->anchor, W_WILL) == 1 && cured(s, verb, f->to)) &&
                 judge_about_if(s, v, f->subject, verb, W_NEED, PART_HARD)) ||
                judge_about_if(s, v, f->subject, f->subject + 1, W_COMPLAINT, PART_HARD));
    }
    if (f->preface || !now) {
        return false;
    }
    if (f->mode == MODE_CAN && !f->not_so) { /* 'can become very upset', but 'can hold a spoon' */
        return judge_about_if(s, v, verb - 1, verb, W_NEED, PART_HARD) ||
               judge_about_if(s, v, verb - 1, verb, W_STRENGTH, PART_COUNT);
    }
    if (is(s, f->subject, W_CONDITION) && verb > f->subject && f->mode != MODE_CAN &&
        f->mode != MODE_NOUN) {
        judge_about(v, f->subject, verb + 1, PART_HARD); /* 'Dyslexia runs in the family' */
        return true;
    }
    const bool done = when && is(s, verb, W_HAS); /* 'By my birthday I have had a sleepover' */
    if ((!done && judge_told(s, f, end, W_COMPLAINT, PART_HARD, v)) ||
        (!seldom && !without_hard(s, verb, f->to) && judge_told(s, f, end, W_NEED, PART_HARD, v))) {
        return true;
    }
    if (f->mode == MODE_CAN) {
        judge_about(v, verb, verb + 1, PART_HARD);
        return true;
    }
    int hard = is(s, verb, W_FINDING) ? find_class(s, verb + 1, f->to, W_HARD) : -1;
    if (hard >= 0 && !f->not_so) {
        judge_about(v, verb, hard + 1, PART_HARD); /* 'finds other people confusing' */
        return true;
    }
    int words;
    const Classes *longest = verb_at(s, verb, &words); /* 'kicks a ball' is none */
    bool need_verb = longest && classes_has(longest, W_NEED_VERB);
    bool adverb = is(s, verb, W_ADVERB) && is(s, verb + 1, W_NEED_VERB);
    if ((need_verb || adverb) && !f->not_so && !seldom && !by_doing(s, verb + 1, f->to)) {
        judge_about(v, verb, verb + 1 + adverb, PART_HARD);
        return true;
    }
    if ((!when || f->mode == MODE_PAST) && (judge_told(s, f, end, W_STRENGTH, PART_COUNT, v) ||
                                            judge_told(s, f, end, W_HISTORY, PART_HARD, v))) {
        return true;
    }
    bool likes = is(s, verb, W_STRENGTH_VERB) >= is(s, verb, W_UNSEEN); /* not 'enjoys school' */
    if (is(s, verb, W_STRENGTH_VERB) && likes && !cured(s, verb + 1, f->to) &&
        !is(s, verb, W_SKIP) && f->mode == MODE_PRESENT && !when) {
        judge_about(v, verb, verb + 1, PART_COUNT);
        return true;
    }
    bool no_more = false; /* 'does not need a nappy' */
    const int needed = skip_to_verb(s, verb, f->to, &no_more);
    no_more = is(s, needed, W_RECEIVE) && is(s, needed, W_HOLD);
    const bool never_without =
        find_class(s, verb, f->to, W_WITHOUT) > verb; /* 'never goes out ...' */
    const bool kept_off =
        is(s, f->anchor, W_HAS) && cured(s, verb, f->to); /* 'has not hit for ...' */
    if (f->not_so && !when && !never_without && !kept_off && !no_more) {
        judge_about(v, verb, verb + 1, PART_HARD);
        return true;
    }
    if (f->mode == MODE_PRESENT && is(s, verb, W_IS) && is(s, verb + 1, W_BE) &&
        is(s, verb + 1, W_ED)) {
        judge_about(v, verb, verb + 2, PART_HARD); /* 'He's been through a lot' */
        return true;
    }
    int been = verb + 1;
    while (is(s, been, W_ADVERB)) {
        been++;
    }
    if (f->mode == MODE_PRESENT && is(s, verb, W_HAS) && is(s, been, W_BE) && !when) {
        judge_about(v, verb, been + 1, PART_HARD); /* 'has always been' */
        return true;
    }
    const bool was = is(s, verb, W_WAS) == 1 && !is(s, verb, W_HAS); /* 'was happy till Year 3' */
    const bool later = when && !s->tokens[f->from].cut && child; /* 'He lost his dad at Easter' */
    if (f->mode == MODE_PAST && (!when || (later && !is(s, f->subject, W_IT)) ||
                                 (was && child && !is(s, f->subject, W_IT)))) {
        judge_about(v, verb, verb + 1, PART_HARD);
        return true;
    }
    if (f->mode == MODE_PRESENT && is(s, verb, W_HAS) &&
        judge_about_if(s, v, verb, f->to, W_CONDITION, PART_HARD)) {
        return true;
    }
    if (f->mode == MODE_PRESENT && is(s, verb, W_HAS) && !when &&
        find_class(s, verb + 1, verb + 4, W_FAMILY) >= 0) {
        judge_about(v, verb, verb + 1, PART_COUNT); /* 'has four brothers' */
        return true;
    }
    if (f->mode == MODE_PRESENT && is(s, verb, W_IS) && !when) {
        bool not_so = false;
        int deed = skip_to_verb(s, verb, f->to, &not_so);
        if (deed > verb && verb_form(s, deed, W_ING) && is(s, deed, W_NEED_VERB) && !seldom &&
            !is(s, deed, W_SEEN)) {
            judge_about(v, verb, deed + 1, PART_HARD); /* 'is really struggling' */
            return true;
        }
        if (deed == verb && !is(s, verb + 1, W_ED) && is(s, verb, W_SEEN) < 2 &&
            !in_the_day(s, f) && (!is(s, verb, W_RECEIVE) || is(s, verb + 1, W_PREP))) {
            judge_about(v, verb, verb + 1, PART_HARD); /* 'is very shy', 'is in Year 5' */
            return true;
        }
    }
    return false;
}
