/* The words behind a verb; see object.h. */
#include "outcome/object.h"

#include "outcome/subject.h"

enum { OBJECT_REACH = 9 };

bool cured(const Sentence *s, int from, int to) {
    for (int i = from; i < to; i++) {
        int skill = is(s, i, W_QUALITY_NOUN);
        if (skill > 1) { /* 'daily living' is not 'daily' */
            i += skill - 1;
            continue;
        }
        if (is_number(s, i)) {
            int help =
                is(s, i, W_HELP) + is(s, i, W_HEAVY) + is(s, i, W_LIGHT) + is(s, i, W_NOT_HELP);
            bool names = is(s, i - 1, W_YEAR) || is(s, i - 1, W_STAGE_WORD); /* 'in Year 7' */
            if (help < 2 && !names) {
                return true;
            }
            i += help > 1 ? help - 1 : 0;
            continue;
        }
        int n = is(s, i, W_CURE);
        if (n && i > from) {
            return true;
        }
        int without = is(s, i, W_WITHOUT);
        if (without && verb_form(s, i + without, W_ING) && i + without < to) {
            return true; /* 'copes with noise without leaving the room' */
        }
        if (is(s, i, W_BY) && !is(s, i, W_SUB) && i + 1 < to) {
            int len;
            const Classes *verb = verb_at(s, i + 1, &len);
            if (verb && classes_has(verb, W_ING) && !classes_has(verb, W_FUZZY) &&
                !classes_has(verb, W_UNSEEN)) {
                return true;
            }
        }
        if (s->tokens[i].gap == GAP_DASH && i > from + 1 && to - i > 1) {
            return true; /* 'manages her diabetes: checking ...' */
        }
    }
    return false;
}

/* Does another deed begin behind the 'and' at i: '... and keep his room tidy'? */
static bool deed_behind(const Sentence *s, int i) {
    int k = i + is(s, i, W_AND);
    return k > i && verb_form(s, k, W_BASE) && !help_at(s, k) && !is(s, k, W_QUALITY_NOUN) &&
           (is(s, k + 1, W_HIS) || is(s, k + 1, W_DET) || is(s, k + 1, W_PREP) ||
            (is(s, k + 1, W_ADVERB) && !is(s, k, W_QUALITY)));
}

int object_end(const Sentence *s, int i, int end) {
    int k = i;
    while (k < end && k < i + OBJECT_REACH) {
        if (k > i && s->tokens[k].gap > GAP_NONE) {
            break;
        }
        if (k > i && deed_behind(s, k)) {
            break;
        }
        bool longer = is(s, k, W_HELP) > 1 || is(s, k, W_WEAK_HELP) > 1 || is(s, k, W_PLACE) > 1;
        if (k > i && !longer &&
            (is(s, k, W_PREP) || is(s, k, W_SUB) || is(s, k, W_HE) || is(s, k, W_WHO) ||
             is(s, k, W_TO))) {
            break;
        }
        k++;
    }
    return k;
}

int find_class(const Sentence *s, int from, int to, WordClass c) {
    if (!classes_has(&s->any, c)) {
        return -1;
    }
    for (int i = from; i < to; i++) {
        if (is(s, i, c)) {
            return i;
        }
        int joins = is(s, i, W_AND);
        i += joins > 1 ? joins - 1 : 0; /* the 'well' of 'as well as' is no word of its own */
    }
    return -1;
}

/* Behind these a noun phrase has ended. */
#define BEHIND_NOUN(w)                                                                             \
    (CLASS_BIT(w, W_PREP) | CLASS_BIT(w, W_WITHIN) | CLASS_BIT(w, W_AND) | CLASS_BIT(w, W_OF) |    \
     CLASS_BIT(w, W_TO) | CLASS_BIT(w, W_SUB) | CLASS_BIT(w, W_WHO) | CLASS_BIT(w, W_ADVERB) |     \
     CLASS_BIT(w, W_DET) | CLASS_BIT(w, W_HE) | CLASS_BIT(w, W_CURE) | CLASS_BIT(w, W_NOT) |       \
     CLASS_BIT(w, W_QUALITY_NOUN) | CLASS_BIT(w, W_COMPARE) | CLASS_BIT(w, W_FUZZY_ADVERB))

/* Does a noun phrase end before i? 'reading' does in 'reading with', not in 'reading glasses'. */
static bool ends_words(const Sentence *s, int i) {
    static const Classes behind = CLASSES_OF(BEHIND_NOUN);
    return i >= s->count || s->tokens[i].gap > GAP_NONE || s->tokens[i].number != NUMBER_NONE ||
           is_any(s, i, &behind);
}

int quality_in(const Sentence *s, int from, int to) {
    if (!classes_has(&s->any, W_QUALITY_NOUN)) {
        return -1;
    }
    for (int i = from; i < to; i++) {
        int n = is(s, i, W_QUALITY_NOUN);
        if (!n) {
            continue;
        }
        bool done = verb_form(s, i, W_ING) && !is(s, i - 1, W_QUALITY); /* 'use joined writing' */
        if (n > 1 || (ends_words(s, i + n) && !done)) {
            return i;
        }
    }
    return -1;
}

int help_in(const Sentence *s, int from, int to, bool people) {
    for (int i = from; i < to; i++) {
        int no = is(s, i, W_NOT_HELP);
        int yes = is(s, i, W_HELP);
        int more = is(s, i, W_WEAK_HELP);
        yes = more > yes ? more : yes;
        more = is(s, i, W_THING);
        yes = more > yes ? more : yes;
        more = is(s, i, W_PLACE);
        yes = more > yes ? more : yes;
        more = people ? is(s, i, W_ADULT) : 0;
        more = more && s->tokens[i + more - 1].owner ? 0 : more; /* 'the nurse's office' */
        yes = more > yes ? more : yes;
        if (no && no >= yes) {
            i += no - 1;
        } else if (yes) {
            return i;
        }
    }
    return -1;
}

int comparison(const Sentence *s, int from, int to) {
    if (!classes_has(&s->any, W_COMPARE)) {
        return -1;
    }
    for (int i = from; i < to; i++) {
        int no = is(s, i, W_NOT_COMPARE);
        if (no) {
            i += no - 1;
        } else if (is(s, i, W_COMPARE)) {
            return i;
        }
    }
    return -1;
}
