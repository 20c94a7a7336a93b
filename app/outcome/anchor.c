/* Where the verb could stand; see anchor.h. */
#include "outcome/anchor.h"

#include "outcome/subject.h"

enum { FIRST_REACH = 4 };

bool to_verb(const Sentence *s, int i, int to) {
    if (!is(s, i, W_TO) || i + 1 >= to) {
        return false;
    }
    int k = i + 1;
    while (k < to && (is(s, k, W_ADVERB) || is(s, k, W_NOT))) {
        k++;
    }
    int len;
    const Classes *verb = verb_at(s, k, &len);
    if ((verb && classes_has(verb, W_BASE)) || is(s, k, W_BE) || is(s, k, W_HAVE) ||
        is(s, k, W_DO)) {
        return true;
    }
    return k < to && !known(s, k);
}

/* Are the words before a verb no more than 'every Sunday Joaquin'? */
static bool only_names(const Sentence *s, int from, int to) {
    for (int i = from < 0 ? 0 : from; i < to; i++) {
        bool time = is(s, i, W_SESSION) || is(s, i, W_SHORT) || is(s, i, W_UNIT);
        if (known(s, i) && !is(s, i, W_DET) && !is(s, i, W_WITHIN) && !time && !is_number(s, i)) {
            return false;
        }
    }
    return true;
}

bool present_at(const Sentence *s, int i, int from) {
    if (will_at(s, i + 1) || is(s, i + 1, W_CAN) || s->tokens[i - 1].owner) {
        return false; /* 'the school nurse should' */
    }
    if (is(s, i, W_IS) || is(s, i, W_HAS) || is(s, i, W_DO) || is(s, i, W_WAS)) {
        return true;
    }
    bool pronoun = is(s, i - 1, W_HE) || is(s, i - 1, W_WE) || is(s, i - 1, W_CHILD) ||
                   (i > from + 1 && is(s, i - 2, W_CHILD) == 2); /* 'my boy wash' */
    if (is(s, i - 1, W_HE) && is(s, i, W_NOT)) {
        return true; /* 'he not talk' */
    }
    bool adverb = is(s, i - 1, W_ADVERB) || is(s, i - 1, W_NOT);
    bool near = i == from + 1 || (i == from + 2 && !known(s, from) && !known(s, from + 1)) ||
                pronoun || (adverb && i <= from + 3) || noun_class(s, i - 1) == SUBJECT_FAMILY ||
                noun_class(s, i - 1) == SUBJECT_ADULT || noun_class(s, i - 1) == SUBJECT_GROUP ||
                is(s, i - 1, W_QUALITY_NOUN) || is(s, i - 1, W_IT);
    near |= i > from + 1 && i < from + 4 && s->tokens[i - 2].owner && verb_form(s, i, W_S);
    near |= verb_form(s, i, W_S) && only_names(s, from, i) &&
            (is(s, i + 1, W_HIS) || is(s, i + 1, W_HIM) || is(s, i + 1, W_DET) ||
             (!known(s, i - 1) && (is_number(s, i + 1) || is(s, i + 1, W_PREP))));
    if (!near || is_number(s, i - 1) || is(s, i - 1, W_COMPARE) || is(s, i - 1, W_HELP) > 1 ||
        is(s, i - 1, W_DET) || is(s, i - 1, W_HIS) || is(s, i - 1, W_PREP)) {
        return false;
    }
    if (verb_form(s, i, W_ED) && !verb_form(s, i, W_BASE) && is(s, i - 1, W_ADULT) &&
        (s->tokens[i].ending == ENDING_ED || is(s, i + 1, W_PREP))) {
        return false; /* 'someone trained in autism', but 'the SENCO left' */
    }
    if (verb_form(s, i, W_S) || verb_form(s, i, W_ED)) {
        return !noun_of_help(s, i - 1) || pronoun;
    }
    if (noun_of_help(s, i)) {
        return false; /* 'Fortnightly play therapy' */
    }
    if (verb_form(s, i, W_BASE) || is(s, i, W_HAVE)) {
        bool name = i == from + 1 && !known(s, from);
        return pronoun || name || is(s, i, W_HAVE) || noun_class(s, i - 1) == SUBJECT_ADULT ||
               noun_class(s, i - 1) == SUBJECT_GROUP;
    }
    return pronoun && s->tokens[i].ending == ENDING_S && !known(s, i);
}

bool must_be_verb(const Sentence *s, int i, int to) {
    return i + 1 < to && !known(s, i) && s->tokens[i].ending != ENDING_LY && !s->tokens[i].owner &&
           s->tokens[i].number == NUMBER_NONE && s->tokens[i + 1].gap == GAP_NONE &&
           (is(s, i + 1, W_HIS) || is(s, i + 1, W_HIM) || is(s, i + 1, W_DET));
}

bool opens_with_verb(const Sentence *s, int i, int to) {
    const Ending ending = s->tokens[i].ending;
    if (noun_of_help(s, i)) {
        return false;
    }
    if (must_be_verb(s, i, to)) {
        return ending != ENDING_S;
    }
    bool base = verb_form(s, i, W_BASE) || verb_form(s, i, W_ING) || is(s, i, W_BE) ||
                is(s, i, W_HAVE) || (ending == ENDING_ING && !known(s, i)) || is(s, i, W_NOT) ||
                is(s, i, W_SKIP);
    if (!base) {
        return false;
    }
    int deed = 1;
    verb_at(s, i, &deed);
    if (is(s, i, W_ADULT) > deed || is(s, i, W_SERVICE) > deed || is(s, i, W_GROUP) > deed) {
        return false; /* 'Support staff will' */
    }
    if (is(s, i, W_QUALITY_NOUN) > deed && verb_form(s, i, W_ING)) {
        return false; /* 'Listening skills' */
    }
    if (is(s, i, W_QUALITY) && deed == 1 && help_at(s, i + 1)) {
        return false; /* 'Calm tent' */
    }
    if (verb_form(s, i, W_ING) && deed == 1 && is(s, i + 1, W_SESSION) && is(s, i + 1, W_SERVICE)) {
        return false; /* 'Swimming lessons' */
    }
    int inner = is(s, i, W_UNSEEN);
    inner = inner ? inner : is(s, i, W_FUZZY);
    if (inner && !is(s, i + inner, W_WILL)) {
        return true; /* no names: 'understand jokes' */
    }
    if (inner && verb_form(s, i + inner, W_ING)) {
        return true; /* 'enjoy going to' */
    }
    /* a name that is also a verb: 'Mark will', 'Grace reads', 'Rob to' */
    int next = i + 1;
    if (next < to && (is(s, next, W_WILL) || is(s, next, W_CAN) || is(s, next, W_IS) ||
                      is(s, next, W_HAS) || is(s, next, W_WAS))) {
        return false;
    }
    int len = 1;
    verb_at(s, i, &len);
    if (len == 1 && next < to && to_verb(s, next, to) && !is(s, i, W_SKIP)) {
        return false;
    }
    int behind = next + name_at(s, next, to);
    if (behind > next && behind < to && (is(s, behind, W_WILL) || is(s, behind, W_IS))) {
        return false; /* 'Miss Brown will', 'Mark Jones is' */
    }
    if (is(s, i, W_QUALITY_NOUN) && verb_form(s, i, W_ING) && next + 1 < to && is(s, next, W_TO) &&
        (is(s, next + 1, W_FUZZY) || is(s, next + 1, W_BE) || is(s, next + 1, W_LINK))) {
        return false; /* 'Reading to improve' */
    }
    return !(len == 1 && next < to && verb_form(s, next, W_S) && !verb_form(s, next, W_BASE));
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

/* Is he, right before i, the one a helper is for: 'A counsellor he can talk to'? */
static bool helped_at(const Sentence *s, int i, int from) {
    return i > from + 1 && is(s, i - 1, W_HE) && s->tokens[i - 1].gap == GAP_NONE &&
           (noun_class(s, i - 2) == SUBJECT_ADULT || help_at(s, i - 2)) && !is(s, i, W_WILL);
}

/* Does the 'to' at i ask for a deed: 'Rhoda to read'? */
static bool asked_at(const Sentence *s, int i, int from, int to) {
    bool how_to = is(s, i - 1, W_IT) || is(s, i - 1, W_SUB); /* 'a list of what to bring' */
    if (!to_verb(s, i, to) || how_to) {
        return false;
    }
    if (help_at(s, from) && !is(s, from, W_ADULT) && !is(s, i + 1, W_BE) && !is(s, i + 1, W_HAVE)) {
        return false;
    }
    bool a_thing = is(s, from, W_A) && subject_of(s, from, i) == SUBJECT_CHILD;
    return !a_thing; /* 'a chart to tick off' */
}

int anchor_behind(const Sentence *s, int from, int to, bool open) {
    bool inner = false; /* 'tuition until he is better' */
    for (int i = from + 1; i < to; i++) {
        if (is(s, i, W_WHO)) {
            i = behind_relative(s, i, to) - 1;
            continue;
        }
        if (helped_at(s, i, from)) {
            continue;
        }
        inner |= is(s, i, W_SUB) > 0;
        bool said = !open && !inner && (asked_at(s, i, from, to) || present_at(s, i, from));
        if (said || will_at(s, i) || is(s, i, W_CAN)) {
            return i;
        }
    }
    return open ? open_anchor(s, from, to) : -1;
}

int wished_verb(const Sentence *s, int from, int to) {
    bool thing = is(s, from, W_A) || is(s, from, W_COMPARE) ||
                 (is_number(s, from) && !verb_form(s, from + 1, W_BASE)); /* 'I want a new lift' */
    for (int i = from; i < to && !thing; i++) {
        int len;
        const Classes *classes = verb_at(s, i, &len);
        bool verb = classes && !noun_of_help(s, i) && is(s, i, W_ADULT) <= len &&
                    (classes_has(classes, W_BASE) || classes_has(classes, W_ING));
        if (verb && (i == from || !is(s, i - 1, W_DET))) {
            return i;
        }
    }
    return -1;
}
