/* Words without a verb: 'Smaller class please', 'More confidence', 'Up all night'. */
#include "outcome/judge_parts.h"
#include "outcome/object.h"
#include "outcome/subject.h"

int help_from(const Sentence *s, int from, int to) {
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
    const int unit = i + 1 + (is(s, i + 1, W_A) > 0); /* 'half a day' */
    bool time = is(s, unit, W_SHORT) || is(s, unit, W_UNIT);
    return is_number(s, i) && !time;
}

/* 'Five days in a row without wetting the bed'. */
static bool goes_without(const Sentence *s, int i, int to) {
    if (is(s, i, W_WITHOUT) && (verb_form(s, i + 1, W_ING) || help_from(s, i, to) < 0)) {
        return cured(s, i + 1, to); /* 'No hitting for a whole week', 'No calls home for a term' */
    }
    bool count = is_number(s, i) || is(s, i, W_CURE);
    for (int k = i + 1; count && k + 1 < to; k++) {
        if (is(s, k, W_WITHOUT)) {
            return true;
        }
    }
    return false;
}

/* 'A page of writing by himself', 'A whole assembly sat with his class': so much of a deed. */
static bool much_of_deed(const Sentence *s, int i, int to) {
    const bool much = is_number(s, i + is(s, i, W_A)) || is(s, i, W_CURE) > 1 ||
                      (is(s, i, W_A) && is(s, i + 1, W_SESSION));
    for (int k = i + 1; much && k < to; k++) {
        const bool deed = verb_form(s, k, W_ING) || (verb_form(s, k, W_ED) && is(s, k + 1, W_PREP));
        if (deed && is(s, k, W_SEEN)) {
            return true;
        }
    }
    return false;
}

/* 'Off the bottle', 'Into class on his own two feet': where he is or goes. */
static bool goes_there(const Sentence *s, const Frame *f) {
    return (is(s, f->from, W_PREP) || is(s, f->from, W_OF)) && !is(s, f->from, W_WITHOUT) &&
           find_class(s, f->from, f->to, W_QUALITY_NOUN) < 0 &&
           find_class(s, f->from, f->to, W_QUALITY) < 0;
}

void judge_noun(const Sentence *s, const Frame *f, bool when, Verdict *v) {
    int end = find_class(s, f->subject, f->to, W_WHO); /* 'A mentor who has been through care' */
    end = end >= 0 && help_from(s, f->subject, end) >= 0 ? end : f->to;
    if (judge_about_if(s, v, f->from, end, W_COMPLAINT, PART_HARD) ||
        judge_about_if(s, v, f->from, end, W_NEED, PART_HARD) ||
        judge_about_if(s, v, f->from, end, W_HISTORY, PART_HARD) ||
        (!help_at(s, f->subject) && judge_about_if(s, v, f->from, f->to, W_STRENGTH, PART_COUNT))) {
        return;
    }
    if (!when && is(s, f->from, W_ADVERB) && verb_form(s, f->from + 1, W_ING) &&
        !is(s, f->from + 1, W_QUALITY_NOUN)) {
        judge_about(v, f->from, f->from + 2, PART_HARD); /* 'Always asking for help' */
        return;
    }
    if (goes_without(s, f->subject, f->to)) {
        return;
    }
    if (is(s, f->subject, W_I) && verb_form(s, f->subject + 1, W_ING) &&
        is(s, f->subject + 1, W_SEEN)) {
        return; /* 'Me going to the gym' */
    }
    int help = is_number(s, f->subject) && is(s, f->subject + 1, W_HELP)
                   ? f->subject + 1 /* 'Two sessions a week' */
                   : help_from(s, f->subject, f->to);
    int told = help < 0 ? told_behind(s, f->subject, f->to) : -1;
    if (told >= 0) {
        judge_about(v, told, f->to, PART_HARD);
        return;
    }
    if (help < 0 && !f->preface && (much_of_deed(s, f->subject, f->to) || goes_there(s, f))) {
        return;
    }
    int quality = find_class(s, f->subject, f->to, W_QUALITY_NOUN);
    const bool always = is(s, f->from, W_ADVERB) == 1 && quality < 0 &&
                        find_class(s, f->from, f->to, W_COMPARE) < 0;
    const bool his = is(s, f->from, W_HIS) && quality < 0 && f->to > f->from + 1;
    int him = find_class(s, f->from, f->to, W_HIM);
    const bool whose = him >= 0 && (s->tokens[him].owns || is(s, him + 1, W_OWN));
    const bool sent = him > f->from && !whose && quality < 0;
    if (!when && help < 0 && !f->preface && (always || his || sent)) {
        judge_about(v, f->from, f->to,
                    PART_HARD); /* 'Always the last one', 'Noise sends him ...' */
        return;
    }
    bool with = help > f->subject && is(s, help, W_ADULT) &&
                find_class(s, f->subject, help, W_COMPARE) < 0 &&
                find_class(s, f->subject, help, W_QUALITY) < 0; /* 'reading with an adult' */
    if (help >= 0 && (quality < 0 || help < quality || with || is(s, help, W_HELP))) {
        verdict_add(v, FAULT_DESCRIBES_PROVISION, help, help + 1);
        return;
    }
    if (judge_about_if(s, v, f->from, f->to, W_CONDITION, PART_HARD)) {
        return;
    }
    if (judge_about_if(s, v, f->from, f->to, W_HOPE, PART_HOPE)) {
        return;
    }
    if (when && cured(s, f->subject, f->to)) {
        return;
    }
    int word = quality >= 0 ? quality : find_class(s, f->subject, f->to, W_QUALITY);
    bool before_thing = quality < 0 && word >= 0 && word + 1 < f->to && !known(s, word + 1);
    if (before_thing || word < 0) {
        word = find_class(s, f->subject, f->to, W_COMPARE);
    }
    if (word >= 0) {
        verdict_add(v, FAULT_NOT_MEASURABLE, word, word + 1);
        verdict_add(v, FAULT_VAGUE_WORDING, word, word + 1);
    } else if (find_class(s, f->subject, f->to, W_FRIENDS) >= 0 ||
               find_class(s, f->subject, f->to, W_UNSEEN_NOUN) >= 0) {
        verdict_add(v, FAULT_NOT_MEASURABLE, f->from, f->to);
    } else if (!when && !counted(s, f->subject)) { /* a thing that is asked for */
        verdict_add(v, FAULT_DESCRIBES_PROVISION, f->from, f->to);
    }
}
