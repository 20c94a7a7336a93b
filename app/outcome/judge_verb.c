/* The verb phrase: seen, unseen, fuzzy, receiving, being. */
#include "outcome/judge.h"

enum { OBJECT_REACH = 9, STATE_REACH = 7 };

bool cured(const Sentence *s, int from, int to) {
    for (int i = from; i < to; i++) {
        if (is_number(s, i)) {
            int help =
                is(s, i, W_HELP) + is(s, i, W_HEAVY) + is(s, i, W_LIGHT) + is(s, i, W_NOT_HELP);
            if (help < 2) {
                return true;
            }
            i += help - 1;
            continue;
        }
        int n = is(s, i, W_CURE);
        if (n && i > from) {
            return true;
        }
        if (is(s, i, W_BY) && i + 1 < to) {
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

int skip_to_verb(const Sentence *s, int i, int end, bool *not_so) {
    while (i < end) {
        int n;
        int len = 0;
        verb_at(s, i, &len);
        if ((n = is(s, i, W_NOT)) > 0) {
            *not_so = true;
            i += n;
        } else if ((n = is(s, i, W_SKIP)) > 0 && n >= len) {
            i += n;
        } else if ((n = is(s, i, W_ADVERB)) > 0 && n >= len) {
            i += n;
        } else if (is(s, i, W_TO) && i + 1 < end) {
            i++;
        } else if (is(s, i, W_WILL) && i + 1 < end) {
            i += is(s, i, W_WILL);
        } else if (is(s, i, W_BE) || is(s, i, W_IS)) {
            int k = i + 1;
            while (k < end && (is(s, k, W_ADVERB) || is(s, k, W_NOT))) {
                *not_so |= is(s, k, W_NOT) > 0;
                k++;
            }
            if (is(s, k, W_SKIP)) {
                i = k;
                continue;
            }
            const Classes *verb = verb_at(s, k, &len);
            bool ing = (verb && classes_has(verb, W_ING)) ||
                       (k < end && !known(s, k) && s->tokens[k].ending == ENDING_ING) ||
                       is(s, k, W_DO);
            if (!ing || (k < end && is(s, k, W_QUALITY))) {
                return i;
            }
            i = k;
        } else if (is(s, i, W_HAVE) || is(s, i, W_HAS)) {
            int k = i + 1;
            while (k < end && (is(s, k, W_ADVERB) || is(s, k, W_NOT))) {
                k++;
            }
            const Classes *verb = verb_at(s, k, &len);
            if (verb && classes_has(verb, W_ED) && !is(s, k, W_HELP)) {
                i = k;
                return i;
            }
            return i;
        } else if (s->tokens[i].ending == ENDING_LY && !known(s, i) && i + 1 < end) {
            i++;
        } else {
            return i;
        }
    }
    return i;
}

int object_end(const Sentence *s, int i, int end) {
    int k = i;
    while (k < end && k < i + OBJECT_REACH) {
        if (k > i && s->tokens[k].gap > GAP_NONE) {
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

static int find_class(const Sentence *s, int from, int to, WordClass c) {
    for (int i = from; i < to; i++) {
        if (is(s, i, c)) {
            return i;
        }
    }
    return -1;
}

/* Does a noun phrase end before i? 'reading' does in 'reading with', not in 'reading glasses'. */
static bool ends_words(const Sentence *s, int i) {
    static const WordClass behind[] = {W_PREP, W_WITHIN, W_AND,          W_OF,      W_TO,
                                       W_SUB,  W_WHO,    W_ADVERB,       W_DET,     W_HE,
                                       W_CURE, W_NOT,    W_QUALITY_NOUN, W_COMPARE, W_FUZZY_ADVERB};
    if (i >= s->count || s->tokens[i].gap > GAP_NONE || s->tokens[i].number != NUMBER_NONE) {
        return true;
    }
    for (size_t k = 0; k < sizeof behind / sizeof behind[0]; k++) {
        if (is(s, i, behind[k])) {
            return true;
        }
    }
    return false;
}

/* The first quality that is the head of its words: 'his reading', but not 'his reading book'. */
static int quality_in(const Sentence *s, int from, int to) {
    for (int i = from; i < to; i++) {
        int n = is(s, i, W_QUALITY_NOUN);
        if (!n) {
            continue;
        }
        if (n > 1 || ends_words(s, i + n)) {
            return i;
        }
    }
    return -1;
}

/* The first word of help among the words of an object, -1 when there is none or a friend or the
 * like takes it back ('a small group of friends'). */
static int help_in(const Sentence *s, int from, int to, bool people) {
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
        yes = more > yes ? more : yes;
        if (no && no >= yes) {
            i += no - 1;
        } else if (yes) {
            return i;
        }
    }
    return -1;
}

static void fuzzy(const Sentence *s, Verdict *v, int verb, int to, int end) {
    if (cured(s, verb, end)) {
        return;
    }
    verdict_add(v, FAULT_NOT_MEASURABLE, verb, to);
    verdict_add(v, FAULT_VAGUE_WORDING, verb, to);
}

/* Unseen is cured by a count, and by a deed behind 'and'. */
static void unseen(const Sentence *s, Verdict *v, int verb, int to, int end) {
    if (cured(s, verb, end)) {
        return;
    }
    for (int i = to; i + 1 < end; i++) {
        int len;
        const Classes *next = is(s, i, W_AND) ? verb_at(s, i + 1, &len) : NULL;
        if (next && classes_has(next, W_SEEN) && classes_has(next, W_BASE) &&
            !classes_has(next, W_UNSEEN) && !is(s, i + 1, W_QUALITY_NOUN)) {
            return;
        }
    }
    verdict_add(v, FAULT_NOT_MEASURABLE, verb, to);
}

/* 'more', 'better', 'less' without a number in the words from from to to; -1 when none. */
static int comparison(const Sentence *s, int from, int to) {
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

/* What a child is: 'happy', 'more confident', 'a vet'. i is behind 'be' or 'become'. */
static void judge_state(const Sentence *s, const Frame *f, int verb, int i, bool feels,
                        Verdict *v) {
    int end = i;
    while (end < f->to && end < i + STATE_REACH && (end == i || s->tokens[end].gap < GAP_COMMA)) {
        end++;
    }
    int noun = i + (is(s, i, W_DET) > 0);
    while (noun < end && is(s, noun, W_QUALITY)) {
        noun++;
    }
    if (is(s, noun, W_JOB)) {
        verdict_add(v, FAULT_NOT_ABOUT_OUTCOME, verb, noun + is(s, noun, W_JOB));
        v->belongs = PART_HOPE;
        return;
    }
    int object = object_end(s, i, f->to);
    if ((is(s, i, W_PREP) || is(s, i, W_WITHIN)) && find_class(s, i, f->to, W_NOT_HELP) < 0) {
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
        fuzzy(s, v, verb, bad + 1, f->to);
        return;
    }
    bad = find_class(s, i, object, W_UNSEEN_NOUN);
    if (feels || bad >= 0) {
        unseen(s, v, verb, bad >= 0 ? bad + 1 : i, f->to);
    }
}

/* A seen or unknown verb may still be emptied by 'better' or 'appropriately'. */
static void judge_seen(const Sentence *s, const Frame *f, int verb, int len, Verdict *v) {
    int end = f->to;
    int more = comparison(s, verb, end);
    if (more >= verb + len && !is(s, more - 1, W_SUB)) {
        fuzzy(s, v, verb, more + 1, end);
        return;
    }
    for (int i = f->from; i < f->subject; i++) { /* 'Where possible Ada will' */
        if (is(s, i, W_COMPARE) > 1) {
            fuzzy(s, v, i, i + is(s, i, W_COMPARE), end);
            return;
        }
    }
    int own = find_class(s, verb + len, end, W_FUZZY_ADVERB);
    if (own >= 0 && s->tokens[own].gap == GAP_NONE && is(s, verb, W_THIN)) {
        fuzzy(s, v, verb, own + 1, end);
    }
}

static bool child_object(const Sentence *s, int i) {
    if (is(s, i, W_CHILD) || (is(s, i, W_HIS) && is(s, i + 1, W_CHILD))) {
        return true;
    }
    return is(s, i, W_HIM) > 0;
}

/* 'help him to', 'encourage Ben to': is the one who does it an adult? */
static bool adult_deed(const Sentence *s, const Frame *f, int verb, const Classes *classes,
                       int len) {
    if (f->who != SUBJECT_NONE) {
        return false;
    }
    if (classes_has(classes, W_GIVE)) {
        return true;
    }
    if (!classes_has(classes, W_GIVE_IF)) {
        return false;
    }
    int k = verb + len;
    if (child_object(s, k)) {
        return true;
    }
    /* a name: unknown, and 'to', 'with' or a verb behind it */
    if (k < f->to && is(s, k, W_BASE) == 1 && is(s, k + 1, W_TO)) {
        return true; /* 'encourage Mark to' */
    }
    if (k >= f->to || known(s, k)) {
        return false;
    }
    if (!classes_has(classes, W_SEEN)) { /* 'encourage Ayla' */
        return true;
    }
    if (k + 1 >= f->to) { /* 'help Ayla [to get a job]': the reason is cut off already */
        return is(s, verb, W_PURPOSE) > 0;
    }
    int n;
    const Classes *next = verb_at(s, k + 1, &n);
    return is(s, k + 1, W_TO) || is(s, k + 1, W_PREP) || is(s, k + 1, W_HELP) ||
           is(s, k + 1, W_DET) || is(s, k + 1, W_SERVICE) || is(s, k + 1, W_WITHIN) ||
           is(s, k + 1, W_WHO) || (next && classes_has(next, W_BASE));
}

/* Verbs whose object decides: have, get, attend, show. True when it has been judged. */
static bool judge_object(const Sentence *s, const Frame *f, int verb, const Classes *classes,
                         int len, Verdict *v) {
    int from = verb + len;
    int end = object_end(s, from, f->to);
    bool hold = classes_has(classes, W_HOLD) || is(s, verb, W_HAVE) || is(s, verb, W_HAS);
    bool visit = classes_has(classes, W_VISIT);
    if (hold || visit) {
        int reach =
            visit ? object_end(s, end < f->to && end == from ? end + 1 : from + 1, f->to) : end;
        int help = help_in(s, from, reach > end ? reach : end, true);
        int in = end < f->to && is(s, end, W_WITHIN) ? end + 1 : f->to;
        if (help < 0 && visit && in < f->to) { /* 'spend time each day in the sensory room' */
            help = help_in(s, in, object_end(s, in, f->to), false);
            help = help >= 0 && (is(s, help, W_HELP) || is(s, help, W_PLACE)) ? help : -1;
        }
        if (help >= 0 && hold && !visit && is(s, help, W_ADULT) && !is(s, help, W_HELP) &&
            help > from + 2) {
            help = -1;
        }
        if (help >= 0) {
            verdict_add(v, FAULT_DESCRIBES_PROVISION, verb, help + 1);
            return true;
        }
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
        fuzzy(s, v, verb, bad + 1, f->to);
        return true;
    }
    if (friends >= 0 && !number && !is(s, from, W_DET)) {
        verdict_add(v, FAULT_NOT_MEASURABLE, verb, friends + 1);
        return true;
    }
    bad = find_class(s, from, end, W_UNSEEN_NOUN);
    if (bad >= 0) {
        unseen(s, v, verb, bad + 1, f->to);
        return true;
    }
    return false;
}

/* Would these words only say that an adult does it? */
static bool only_giving(const Classes *c) {
    return classes_has(c, W_GIVE) && !classes_has(c, W_SEEN) && !classes_has(c, W_FUZZY) &&
           !classes_has(c, W_UNSEEN) && !classes_has(c, W_RECEIVE);
}

/* The verb at i in its shortest form; *len stays where there is none shorter. */
static const Classes *shorter_verb(const Sentence *s, int i, int *len) {
    static const Classes none = {{0}};
    const Token *t = &s->tokens[i];
    for (int h = t->hit_count - 1; h >= 0; h--) {
        const Hit *hit = &s->hits[t->first_hit + h];
        const Classes *c = &hit->entry->classes;
        bool deed = classes_has(c, W_SEEN) || classes_has(c, W_FUZZY) || classes_has(c, W_UNSEEN);
        if (hit->len < *len && deed) {
            *len = hit->len;
            return c;
        }
    }
    return &none;
}

void judge_verb(const Sentence *s, const Frame *f, int i, Verdict *v) {
    bool not_so = false;
    int verb = skip_to_verb(s, i, f->to, &not_so);
    if (verb >= f->to) {
        return;
    }
    if (is(s, verb, W_BE) || is(s, verb, W_IS)) {
        int k = verb + 1;
        int n = is(s, verb, W_RECEIVE);
        if (n > 1) {
            verdict_add(v, FAULT_DESCRIBES_PROVISION, verb, verb + n);
            return;
        }
        n = is(s, verb, W_UNSEEN);
        if (n > 1) {
            unseen(s, v, verb, verb + n, f->to);
            return;
        }
        n = is(s, verb, W_SEEN);
        if (n > 1) {
            judge_seen(s, f, verb, n, v);
            return;
        }
        while (k < f->to && is(s, k, W_ADVERB)) {
            k++;
        }
        int len = 0;
        const Classes *done = verb_at(s, k, &len);
        if (done && classes_has(done, W_ED) && (!is(s, k, W_QUALITY) || is(s, k + 1, W_BY)) &&
            (classes_has(done, W_GIVE) ||
             (classes_has(done, W_GIVE_IF) && !classes_has(done, W_SEEN)) ||
             classes_has(done, W_RECEIVE))) {
            verdict_add(v, FAULT_DESCRIBES_PROVISION, verb, k + len);
            return;
        }
        judge_state(s, f, verb, k, false, v);
        return;
    }
    int len = 1;
    const Classes none = {{0}};
    const Classes *classes = verb_at(s, verb, &len);
    if (!classes) {
        classes = &none;
        len = 1;
    }
    if (f->who == SUBJECT_CHILD && only_giving(classes)) { /* 'develop a': not an adult's here */
        classes = shorter_verb(s, verb, &len);
    }
    if (classes_has(classes, W_RECEIVE) && not_so) {
        return; /* 'will no longer need armbands' */
    }
    if (classes_has(classes, W_RECEIVE)) {
        verdict_add(v, FAULT_DESCRIBES_PROVISION, verb, verb + len);
        return;
    }
    if (adult_deed(s, f, verb, classes, len)) {
        verdict_add(v, FAULT_DESCRIBES_PROVISION, verb, verb + len);
        verdict_add(v, FAULT_NOT_PERSONAL, verb, verb + len);
        return;
    }
    int visit = is(s, verb, W_VISIT);
    if (visit && (!classes_has(classes, W_VISIT) || classes_has(classes, W_FUZZY)) &&
        visit <= len) {
        int to = object_end(s, verb + visit, f->to);
        int help = help_in(s, verb + visit, to, false);
        if (help >= 0 && is(s, help, W_HELP)) {
            verdict_add(v, FAULT_DESCRIBES_PROVISION, verb, help + 1);
            return;
        }
    }
    if (classes_has(classes, W_UNSEEN)) {
        unseen(s, v, verb, verb + len, f->to);
        return;
    }
    /* 'achieve age-related expectations': the jargon is what is asked about */
    bool hollow = comparison(s, verb, f->to) < 0 &&
                  (is(s, verb, W_HEAVY) ||
                   (is(s, verb, W_FUZZY_IF) && find_class(s, verb + 1, f->to, W_HEAVY) >= 0));
    if (hollow) {
        return;
    }
    if (classes_has(classes, W_FUZZY)) {
        fuzzy(s, v, verb, verb + len, f->to);
        return;
    }
    if (judge_object(s, f, verb, classes, len, v)) {
        return;
    }
    if (classes_has(classes, W_LINK)) {
        judge_state(s, f, verb, verb + len, false, v);
        return;
    }
    judge_seen(s, f, verb, len, v);
}
