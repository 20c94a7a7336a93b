/* The main clause: is it a hope, a difficulty, a strength, a complaint, help, or somebody else's
 * doing? What is left is the child's, and its verb decides. */
#include "outcome/judge.h"

#include "outcome/object.h"

static void about(Verdict *v, int from, int to, Part belongs) {
    verdict_add(v, FAULT_NOT_ABOUT_OUTCOME, from, to);
    v->belongs = belongs;
}

/* Adds the fault when a word of class c stands between from and to. */
static bool about_if(const Sentence *s, Verdict *v, int from, int to, WordClass c, Part belongs) {
    int i = find_class(s, from, to, c);
    if (i < 0) {
        return false;
    }
    about(v, i, i + is(s, i, c), belongs);
    return true;
}

static int help_from(const Sentence *s, int from, int to) {
    for (int i = from; i < to; i++) {
        int no = is(s, i, W_NOT_HELP);
        if (no) {
            i += no - 1;
        } else if (is(s, i, W_HELP) || is(s, i, W_THING) || is(s, i, W_PLACE) ||
                   is(s, i, W_WEAK_HELP) || is(s, i, W_ADULT) || is(s, i, W_SERVICE)) {
            return i;
        }
    }
    return -1;
}

/* 'Too much noise and she freezes': he or she with a verb of its own, behind the words from from.
 */
static int told_behind(const Sentence *s, int from, int to) {
    for (int i = from + 1; i + 1 < to; i++) {
        bool joins = is(s, i - 1, W_AND) || s->tokens[i].gap > GAP_NONE;
        int len;
        const Classes *verb = verb_at(s, i + 1, &len);
        if (joins && is(s, i, W_HE) && !is(s, i + 1, W_WILL) && !is(s, i + 1, W_CAN) &&
            ((verb && !classes_has(verb, W_ING)) || is(s, i + 1, W_IS) || is(s, i + 1, W_HAS) ||
             s->tokens[i + 1].ending == ENDING_S)) {
            return i;
        }
    }
    return -1;
}

/* 'Two bites of something green': a count of what he does, and no time of help. */
static bool counted(const Sentence *s, int i) {
    bool time = is(s, i + 1, W_SHORT) || is(s, i + 1, W_UNIT);
    return is_number(s, i) && !time;
}

/* 'Five days in a row without wetting the bed'. */
static bool goes_without(const Sentence *s, int i, int to) {
    bool count = is_number(s, i) || is(s, i, W_CURE);
    for (int k = i + 1; count && k + 1 < to; k++) {
        if (is(s, k, W_WITHOUT)) {
            return true;
        }
    }
    return false;
}

/* Words without a verb: help, a quality, or something else. */
static void judge_noun(const Sentence *s, const Frame *f, bool when, Verdict *v) {
    if (about_if(s, v, f->from, f->to, W_COMPLAINT, PART_HARD) ||
        about_if(s, v, f->from, f->to, W_NEED, PART_HARD) ||
        about_if(s, v, f->from, f->to, W_HISTORY, PART_HARD) ||
        about_if(s, v, f->from, f->to, W_STRENGTH, PART_COUNT)) {
        return;
    }
    if (goes_without(s, f->subject, f->to)) {
        return;
    }
    int help = help_from(s, f->subject, f->to);
    int told = help < 0 ? told_behind(s, f->subject, f->to) : -1;
    if (told >= 0) {
        about(v, told, f->to, PART_HARD);
        return;
    }
    int quality = find_class(s, f->subject, f->to, W_QUALITY_NOUN);
    bool with = help > f->subject && is(s, help, W_ADULT) &&
                find_class(s, f->subject, help, W_COMPARE) < 0 &&
                find_class(s, f->subject, help, W_QUALITY) < 0; /* 'reading with an adult' */
    if (help >= 0 && (quality < 0 || help < quality || with || is(s, help, W_HELP))) {
        verdict_add(v, FAULT_DESCRIBES_PROVISION, help, help + 1);
        return;
    }
    if (about_if(s, v, f->from, f->to, W_CONDITION, PART_HARD)) {
        return;
    }
    if (about_if(s, v, f->from, f->to, W_HOPE, PART_HOPE)) {
        return;
    }
    if (when && cured(s, f->subject, f->to)) {
        return;
    }
    int word = quality >= 0 ? quality : find_class(s, f->subject, f->to, W_QUALITY);
    bool before_thing = quality < 0 && word >= 0 && word + 1 < f->to && !known(s, word + 1);
    if (before_thing || word < 0) {
        word = -1;
        word = find_class(s, f->subject, f->to, W_COMPARE);
    }
    if (word >= 0) {
        verdict_add(v, FAULT_NOT_MEASURABLE, word, word + 1);
        verdict_add(v, FAULT_VAGUE_WORDING, word, word + 1);
    } else if (find_class(s, f->subject, f->to, W_FRIENDS) >= 0) {
        verdict_add(v, FAULT_NOT_MEASURABLE, f->from, f->to);
    } else if (!when && !counted(s, f->subject)) { /* a thing that is asked for */
        verdict_add(v, FAULT_DESCRIBES_PROVISION, f->from, f->to);
    }
}

/* A wish of the child's or the family's: section A. */
static bool judge_hope(const Sentence *s, const Frame *f, bool when, Verdict *v) {
    if (when) {
        return false;
    }
    if (f->mode != MODE_WILL && is(s, f->verb, W_RECEIVE)) {
        return false;
    }
    if (about_if(s, v, f->from, f->to, W_SOMEDAY, PART_HOPE) ||
        about_if(s, v, f->from, f->to, W_HOPE, PART_HOPE)) {
        return true;
    }
    bool wants = is(s, f->verb, W_WANT) && f->mode != MODE_BARE;
    if (wants && !f->preface) {
        about(v, f->verb, f->verb + 1, PART_HOPE);
        return true;
    }
    return false;
}

/* What is hard now, what goes well, what happened: said in the present or the past. */
static bool judge_story(const Sentence *s, const Frame *f, bool when, Verdict *v) {
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
        about(v, verb, verb + form, PART_HARD); /* 'Struggling with friendships' */
        return true;
    }
    bool child = f->who == SUBJECT_CHILD || f->who == SUBJECT_NONE;
    if (f->mode == MODE_WILL && child && is(s, verb, W_NEED_VERB) && !is(s, verb, W_SEEN) &&
        !f->not_so) {
        about(v, verb, verb + 1, PART_HARD);
        return true;
    }
    if (f->mode == MODE_WILL && !f->preface && f->not_so && !when &&
        about_if(s, v, f->from, f->to, W_NEED, PART_HARD)) {
        return true; /* 'At the moment he will not ...' */
    }
    bool refuses = f->mode == MODE_WILL && !f->preface && child && f->not_so && !when &&
                   is(s, verb, W_NOT) == 1 && !cured(s, verb, f->to);
    if (refuses && !is(s, verb + 1, W_NEED_VERB) && !is(s, verb + 1, W_RECEIVE) &&
        !is(s, verb + 1, W_BE)) {
        about(v, verb - 1, verb + 1, PART_HARD); /* 'won't let go of my leg' */
        return true;
    }
    if (f->mode == MODE_WILL && !f->preface) { /* 'I still have to dress her' */
        return about_if(s, v, f->subject, verb, W_NEED, PART_HARD) ||
               about_if(s, v, f->subject, verb, W_COMPLAINT, PART_HARD);
    }
    if (f->preface || !now) {
        return false;
    }
    if (f->mode == MODE_CAN && !f->not_so) { /* 'can become very upset', but 'can hold a spoon' */
        return about_if(s, v, verb - 1, verb, W_NEED, PART_HARD) ||
               about_if(s, v, verb - 1, verb, W_STRENGTH, PART_COUNT);
    }
    if (about_if(s, v, f->from, end, W_COMPLAINT, PART_HARD) ||
        about_if(s, v, f->from, end, W_NEED, PART_HARD)) {
        return true;
    }
    if (f->mode == MODE_CAN) {
        about(v, verb, verb + 1, PART_HARD);
        return true;
    }
    int hard = is(s, verb, W_FINDING) ? find_class(s, verb + 1, f->to, W_HARD) : -1;
    if (hard >= 0 && !f->not_so) {
        about(v, verb, hard + 1, PART_HARD); /* 'finds other people confusing' */
        return true;
    }
    bool need_verb = is(s, verb, W_NEED_VERB) > 0;
    bool adverb = is(s, verb, W_ADVERB) && is(s, verb + 1, W_NEED_VERB);
    if ((need_verb || adverb) && !f->not_so) {
        about(v, verb, verb + 1 + adverb, PART_HARD);
        return true;
    }
    if (about_if(s, v, f->from, end, W_STRENGTH, PART_COUNT) ||
        about_if(s, v, f->from, end, W_HISTORY, PART_HARD)) {
        return true;
    }
    if (is(s, verb, W_STRENGTH_VERB) && f->mode == MODE_PRESENT && !when) {
        about(v, verb, verb + 1, PART_COUNT);
        return true;
    }
    if (f->not_so && !when) {
        about(v, verb, verb + 1, PART_HARD);
        return true;
    }
    int been = verb + 1;
    while (is(s, been, W_ADVERB)) {
        been++;
    }
    if (f->mode == MODE_PRESENT && is(s, verb, W_HAS) && is(s, been, W_BE) && !when) {
        about(v, verb, been + 1, PART_HARD); /* 'has always been' */
        return true;
    }
    if (f->mode == MODE_PAST && !when) {
        about(v, verb, verb + 1, PART_HARD);
        return true;
    }
    if (f->mode == MODE_PRESENT && is(s, verb, W_HAS) &&
        about_if(s, v, verb, f->to, W_CONDITION, PART_HARD)) {
        return true;
    }
    if (f->mode == MODE_PRESENT && is(s, verb, W_IS) && !when) {
        bool not_so = false;
        int deed = skip_to_verb(s, verb, f->to, &not_so);
        if (deed == verb && !is(s, verb + 1, W_ED)) {
            about(v, verb, verb + 1, PART_HARD); /* 'is very shy', 'is in Year 5' */
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
    bool done = is(s, verb, W_HAVE) && deed > verb; /* 'will have halved' */
    bool inner = classes && (classes_has(classes, W_UNSEEN) || classes_has(classes, W_FUZZY));
    bool state = is(s, deed, W_BE) && !(verb_at(s, deed + 1, &len) && is(s, deed + 1, W_ED));
    switch (f->who) {
    case SUBJECT_HELP:
        verdict_add(v, FAULT_DESCRIBES_PROVISION, subject, verb);
        break;
    case SUBJECT_ADULT:
        if (!(f->asked && is(s, subject, W_A))) { /* 'A helper to read with him' */
            verdict_add(v, FAULT_NOT_PERSONAL, subject, f->anchor);
        }
        if (inner || (state && f->mode != MODE_PRESENT)) {
            judge_verb(s, f, verb, v);
        } else if (!done) {
            verdict_add(v, FAULT_DESCRIBES_PROVISION, subject, verb + 1);
        }
        break;
    case SUBJECT_FAMILY:
        verdict_add(v, FAULT_NOT_PERSONAL, subject, f->anchor);
        if (classes && (classes_has(classes, W_GIVE) || classes_has(classes, W_GIVE_IF))) {
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
    if (!verb || !classes_has(verb, W_RECEIVE) || f->mode == MODE_WILL) {
        return false;
    }
    verdict_add(v, FAULT_DESCRIBES_PROVISION, f->verb, f->verb + len);
    return true;
}

/* Told by an adult about the family, services or others: 'We are worried', 'School say'. */
static bool judge_complaint(const Sentence *s, const Frame *f, Verdict *v) {
    bool others = f->who == SUBJECT_ADULT || f->who == SUBJECT_FAMILY || f->who == SUBJECT_GROUP;
    if (!others || f->preface) {
        return false;
    }
    bool told = f->mode == MODE_PAST || (f->not_so && f->mode != MODE_WILL) ||
                (f->mode == MODE_PRESENT && f->who == SUBJECT_FAMILY);
    bool perfect = f->mode == MODE_PRESENT && is(s, f->verb, W_HAS);
    bool does = is(s, f->verb, W_SEEN) && !is(s, f->verb, W_AREA_TALK) &&
                !is(s, f->verb, W_NEED_VERB) &&
                f->who == SUBJECT_ADULT; /* 'The TA sits with her' */
    bool says = f->mode == MODE_PRESENT && !does && !is(s, f->verb, W_GIVE) &&
                !is(s, f->verb, W_GIVE_IF) && !is(s, f->verb, W_RECEIVE);
    if (told || perfect || says) {
        about(v, f->subject, f->verb + 1, PART_HARD);
        return true;
    }
    return false;
}

void judge_clause(const Sentence *s, const Frame *f, bool when, Verdict *v) {
    *v = (Verdict){.belongs = PART_COUNT};
    bool future = f->mode == MODE_WILL || f->mode == MODE_BARE || f->preface || when;
    v->rank = future ? 3 : f->mode == MODE_NOUN ? 1 : 2;
    if (judge_hope(s, f, when, v)) {
        v->rank = 1;
        return;
    }
    if (f->mode == MODE_NOUN) {
        judge_noun(s, f, when, v);
        return;
    }
    if (judge_story(s, f, when, v) || judge_complaint(s, f, v)) {
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
