/* Difficulties, strengths and what happened: words that belong in another box. */
#include "outcome/judge_parts.h"
#include "outcome/judge_state.h"
#include "outcome/object.h"
#include "outcome/subject.h"

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

/* With no subject: 'Struggling with friendships', 'Working below his age'. */
static bool bare_story(const Sentence *s, const Frame *f, bool when, Verdict *v) {
    const int verb = f->verb;
    int len = 1;
    const Classes *first = verb_at(s, verb, &len);
    if (first && classes_has(first, W_ING) && classes_has(first, W_NEED_VERB)) {
        judge_about(v, verb, verb + len, PART_HARD);
        return true;
    }
    const int need = verb_form(s, verb, W_ING) || is(s, verb, W_NOT) ? is(s, verb, W_NEED) : 0;
    if (need > 1 && !when && !cured(s, verb, f->to)) {
        judge_about(v, verb, verb + need, PART_HARD);
        return true;
    }
    const int told = f->preface ? -1 : find_class(s, verb + 1, f->to, W_COMPLAINT);
    const int words = is(s, told, W_COMPLAINT);
    if (told > 0 && words > 1 && is(s, told - 1, W_AND)) {
        judge_about(v, told, told + words, PART_HARD);
        return true; /* 'Meeting after meeting and nothing changes' */
    }
    return false;
}

/* Said with 'will', and yet told of now: 'he won't let go of my leg', 'I have to dress her'. */
static bool will_story(const Sentence *s, const Frame *f, bool when, bool seldom, Verdict *v) {
    const int verb = f->verb;
    const bool child = f->who == SUBJECT_CHILD || f->who == SUBJECT_NONE;
    if (child && is(s, verb, W_NEED_VERB) && !is(s, verb, W_SEEN) && !f->not_so && !seldom) {
        judge_about(v, verb, verb + 1, PART_HARD);
        return true;
    }
    if (f->preface) {
        return false;
    }
    const bool not_now = f->not_so && !when;
    if (not_now && judge_about_if(s, v, f->from, f->to, W_NEED, PART_HARD)) {
        return true; /* 'At the moment he will not ...' */
    }
    const bool refuses = not_now && child && is(s, verb, W_NOT) == 1 && !cured(s, verb, f->to) &&
                         !is(s, verb + 1, W_NEED_VERB) && !is(s, verb + 1, W_RECEIVE) &&
                         !is(s, verb + 1, W_BE);
    if (refuses) {
        judge_about(v, verb - 1, verb + 1, PART_HARD);
        return true;
    }
    const bool reached = is(s, f->anchor, W_WILL) == 1 && cured(s, verb, f->to);
    return find_class(s, f->subject, verb, W_WHO) < 0 &&
           ((!reached && judge_about_if(s, v, f->subject, verb, W_NEED, PART_HARD)) ||
            judge_about_if(s, v, f->subject, f->subject + 1, W_COMPLAINT, PART_HARD));
}

/* Complaints and difficulties. end: where what the verb tells of ends. */
static bool hard_story(const Sentence *s, const Frame *f, bool when, bool seldom, int end,
                       Verdict *v) {
    const int verb = f->verb;
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
    const int hard = is(s, verb, W_FINDING) ? find_class(s, verb + 1, f->to, W_HARD) : -1;
    if (hard >= 0 && !f->not_so) {
        judge_about(v, verb, hard + 1, PART_HARD); /* 'finds other people confusing' */
        return true;
    }
    int words;
    const Classes *longest = verb_at(s, verb, &words); /* 'kicks a ball' is none */
    const bool need_verb = longest && classes_has(longest, W_NEED_VERB);
    const bool adverb = is(s, verb, W_ADVERB) && is(s, verb + 1, W_NEED_VERB);
    if ((need_verb || adverb) && !f->not_so && !seldom && !by_doing(s, verb + 1, f->to)) {
        judge_about(v, verb, verb + 1 + adverb, PART_HARD);
        return true;
    }
    return false;
}

/* What goes well, and what happened in words of a list. */
static bool good_story(const Sentence *s, const Frame *f, bool when, int end, Verdict *v) {
    const int verb = f->verb;
    if ((!when || f->mode == MODE_PAST) && (judge_told(s, f, end, W_STRENGTH, PART_COUNT, v) ||
                                            judge_told(s, f, end, W_HISTORY, PART_HARD, v))) {
        return true;
    }
    const bool likes = is(s, verb, W_STRENGTH_VERB) &&
                       is(s, verb, W_STRENGTH_VERB) >= is(s, verb, W_UNSEEN); /* not of school */
    if (likes && !cured(s, verb + 1, f->to) && !is(s, verb, W_SKIP) && f->mode == MODE_PRESENT &&
        !when) {
        judge_about(v, verb, verb + 1, PART_COUNT);
        return true;
    }
    return false;
}

/* What is not done, but for 'does not need a nappy', 'never goes out without ...', 'has not hit
 * anyone for a week'. */
static bool not_story(const Sentence *s, const Frame *f, bool when, Verdict *v) {
    if (!f->not_so || when) {
        return false;
    }
    bool not_so = false;
    const int needed = skip_to_verb(s, f->verb, f->to, &not_so);
    const bool no_more = is(s, needed, W_RECEIVE) && is(s, needed, W_HOLD);
    const bool never_without = find_class(s, f->verb, f->to, W_WITHOUT) > f->verb;
    const bool kept_off = is(s, f->anchor, W_HAS) && cured(s, f->verb, f->to);
    if (no_more || never_without || kept_off) {
        return false;
    }
    judge_about(v, f->verb, f->verb + 1, PART_HARD);
    return true;
}

/* What happened, in the past or up to now. */
static bool past_story(const Sentence *s, const Frame *f, bool when, Verdict *v) {
    const int verb = f->verb;
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
    const bool child =
        (f->who == SUBJECT_CHILD || f->who == SUBJECT_NONE) && !is(s, f->subject, W_IT);
    const bool was = is(s, verb, W_WAS) == 1 && !is(s, verb, W_HAS); /* 'was happy till Year 3' */
    const bool later = when && !s->tokens[f->from].cut;              /* 'lost his dad at Easter' */
    if (f->mode == MODE_PAST && (!when || (child && (was || later)))) {
        judge_about(v, verb, verb + 1, PART_HARD);
        return true;
    }
    return false;
}

/* What he has or is now. */
static bool state_story(const Sentence *s, const Frame *f, bool when, bool seldom, Verdict *v) {
    const int verb = f->verb;
    if (f->mode != MODE_PRESENT) {
        return false;
    }
    if (is(s, verb, W_HAS) && judge_about_if(s, v, verb, f->to, W_CONDITION, PART_HARD)) {
        return true;
    }
    if (is(s, verb, W_HAS) && !when && find_class(s, verb + 1, verb + 4, W_FAMILY) >= 0) {
        judge_about(v, verb, verb + 1, PART_COUNT); /* 'has four brothers' */
        return true;
    }
    if (!is(s, verb, W_IS) || when) {
        return false;
    }
    bool not_so = false;
    const int deed = skip_to_verb(s, verb, f->to, &not_so);
    if (deed > verb && verb_form(s, deed, W_ING) && is(s, deed, W_NEED_VERB) && !seldom &&
        !is(s, deed, W_SEEN)) {
        judge_about(v, verb, deed + 1, PART_HARD); /* 'is really struggling' */
        return true;
    }
    if (deed == verb && !is(s, verb + 1, W_ED) && is(s, verb, W_SEEN) < 2 && !in_the_day(s, f) &&
        (!is(s, verb, W_RECEIVE) || is(s, verb + 1, W_PREP))) {
        judge_about(v, verb, verb + 1, PART_HARD); /* 'is very shy', 'is in Year 5' */
        return true;
    }
    return false;
}

bool judge_story(const Sentence *s, const Frame *f, bool when, Verdict *v) {
    const int verb = f->verb;
    if (f->mode == MODE_BARE) {
        return bare_story(s, f, when, v);
    }
    if ((f->mode == MODE_WILL || f->mode == MODE_CAN) && told_then(s, f)) {
        judge_about(v, f->from, f->anchor, PART_HARD); /* 'When he was three he would ...' */
        return true;
    }
    const bool none = is(s, verb, W_HAS) && is(s, verb + 1, W_WITHOUT); /* 'has no fits for ...' */
    const bool seldom = limited(s, verb + 1, f->to) || (none && cured(s, verb + 2, f->to));
    if (f->mode == MODE_WILL) {
        return will_story(s, f, when, seldom, v);
    }
    if (f->preface) {
        return false;
    }
    if (f->mode == MODE_CAN && !f->not_so) { /* 'can become very upset', but 'can hold a spoon' */
        return judge_about_if(s, v, verb - 1, verb, W_NEED, PART_HARD) ||
               judge_about_if(s, v, verb - 1, verb, W_STRENGTH, PART_COUNT);
    }
    int end = verb + 1; /* 'signs stop when he has had enough' is no story */
    while (end < f->to && !is(s, end, W_SUB)) {
        end++;
    }
    return hard_story(s, f, when, seldom, end, v) || good_story(s, f, when, end, v) ||
           not_story(s, f, when, v) || past_story(s, f, when, v) ||
           state_story(s, f, when, seldom, v);
}
