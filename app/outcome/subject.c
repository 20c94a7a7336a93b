/* Who a clause is about; see subject.h. Nothing here depends on capitals or on knowing a name:
 * whatever stands before 'will' and is not known to be an adult, a service, a group or a thing is
 * the child. */
#include "outcome/subject.h"

const Classes *verb_at(const Sentence *s, int i, int *len) {
    const Hit *verb = i >= 0 && i < s->count ? s->tokens[i].verb : NULL;
    if (!verb) {
        return NULL;
    }
    *len = verb->len;
    return verb->classes;
}

int will_at(const Sentence *s, int i) {
    const bool behind_verb =
        verb_form(s, i, W_ING) && !is(s, i - 1, W_IS) && !is(s, i - 1, W_WAS) &&
        (verb_form(s, i - 1, W_S) || verb_form(s, i - 1, W_ED) ||
         (verb_form(s, i - 1, W_BASE) &&
          (is(s, i - 1, W_UNSEEN) || is(s, i - 1, W_STRENGTH_VERB) || is(s, i - 1, W_NEED_VERB))));
    const int next = i + is(s, i, W_WILL);
    const bool place = verb_form(s, i, W_ING) && (is(s, next, W_DET) || is(s, next, W_HIS)) &&
                       !is(s, i - 1, W_IS); /* 'Going to the toilet' */
    return behind_verb || place ? 0 : is(s, i, W_WILL);
}

bool help_at(const Sentence *s, int i) {
    return is(s, i, W_HELP) || is(s, i, W_THING) || is(s, i, W_PLACE) || is(s, i, W_WEAK_HELP);
}

bool noun_of_help(const Sentence *s, int i) {
    int len = 0;
    verb_at(s, i, &len);
    if (is(s, i, W_NOT_HELP) > len) {
        return false;
    }
    int help = is(s, i, W_HELP);
    int weak = is(s, i, W_WEAK_HELP);
    int thing = is(s, i, W_THING);
    int most = help > weak ? help : weak;
    most = thing > most ? thing : most;
    int next = i + 1;
    if (most == 1 && len == 1 && help == 1 &&
        (next >= s->count || is(s, next, W_PREP) || is(s, next, W_AND) || is(s, next, W_CURE) ||
         is_number(s, next))) {
        return true; /* 'transport with a harness', but 'transport him' */
    }
    if (most > len || (most == len && most > 1 && is(s, i, W_NOT_HELP) < most)) {
        return true;
    }
    return len == 1 && is(s, i + len, W_HELP) && !is(s, i + len, W_DET) && !is(s, i + len, W_HIS) &&
           !is(s, i, W_VISIT) && !is(s, i, W_HOLD) && !is(s, i, W_RECEIVE) && !is(s, i, W_GIVE) &&
           !is(s, i, W_GIVE_IF) && i + len < s->count && s->tokens[i + len].gap == GAP_NONE &&
           !is(s, i + len, W_HIM);
}

int name_at(const Sentence *s, int i, int to) {
    if (i >= to) {
        return 0;
    }
    if (known(s, i)) { /* a name that is also a verb: 'Mark' */
        bool alone = i + 1 >= to || is(s, i + 1, W_TO) || is(s, i + 1, W_WILL) ||
                     is(s, i + 1, W_PREP) || is(s, i + 1, W_COMPARE);
        bool verb = is(s, i, W_BASE) == 1 || is(s, i, W_ED) == 1 || is(s, i, W_WILL) == 1;
        return alone && verb && !is(s, i, W_DET) ? 1 : 0;
    }
    return i + 1 < to && !known(s, i + 1) && s->tokens[i + 1].gap == GAP_NONE ? 2 : 1;
}

Subject noun_class(const Sentence *s, int i) {
    int adult = is(s, i, W_ADULT) + is(s, i, W_SERVICE);
    int help = is(s, i, W_HELP) + is(s, i, W_THING) + is(s, i, W_WEAK_HELP);
    bool owner = i >= 0 && i < s->count && s->tokens[i].owns; /* 'her teacher', not 'her' */
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

Subject subject_of(const Sentence *s, int from, int to) {
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
            is(s, i, W_COMPARE) || is_number(s, i) ||
            (i > from && is(s, i, W_OF) && is(s, i - 1, W_DET))) {
            continue; /* also 'all of the staff' */
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
