/* The verb phrase: seen, unseen, fuzzy, receiving, giving, being. */
#include "outcome/judge_state.h"
#include "outcome/object.h"
#include "outcome/subject.h"

enum { TO_HIM_REACH = 4 };

/* How many words at i only lead on to a verb; len is the verb's own that begins there. */
static int leading_on(const Sentence *s, int i, int end, int len) {
    int n = is(s, i, W_SKIP);
    bool on = n > 1 || is(s, i + 1, W_TO) || is(s, i + 1, W_AND) || is(s, i + 1, W_ADVERB) ||
              verb_form(s, i + 1, W_ING) || (i + 1 < end && s->tokens[i + 1].ending == ENDING_ING);
    if (n > 0 && n >= len && on) { /* 'starts to eat', but 'manages his anger' */
        return n;
    }
    n = is(s, i, W_ADVERB);
    if (n > 0 && n >= len) {
        return n;
    }
    if (i < 0 || i + 1 >= end) {
        return 0;
    }
    bool one = is(s, i, W_TO) || (s->tokens[i].ending == ENDING_LY && !known(s, i));
    return one ? 1 : is(s, i, W_WILL);
}

int skip_to_verb(const Sentence *s, int i, int end, bool *not_so) {
    while (i < end) {
        int n;
        int len = 0;
        verb_at(s, i, &len);
        if (is(s, i, W_DO) && is(s, i + 1, W_NOT)) {
            i++; /* 'Do not make him read' */
        } else if ((n = is(s, i, W_NOT)) > 0) {
            *not_so = true;
            i += n;
        } else if ((n = leading_on(s, i, end, len)) > 0) {
            i += n;
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
                       is(s, k, W_DO) ||
                       (verb && classes_has(verb, W_BASE) && classes_has(verb, W_SEEN) &&
                        !classes_has(verb, W_ED)); /* 'he is wash hands' */
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
            return verb && classes_has(verb, W_ED) && !is(s, k, W_HELP) ? k : i;
        } else {
            return i;
        }
    }
    return i;
}

static bool child_object(const Sentence *s, int i) {
    if (i >= 0 && i < s->count && s->tokens[i].owns) {
        return is(s, i, W_CHILD) > 1; /* 'her twin', not 'her bag' */
    }
    if (is(s, i, W_CHILD) && !is(s, i - 1, W_HIS)) { /* 'give his name' */
        return true;
    }
    return is(s, i, W_HIM) > 0;
}

/* Are the words from from to to help or what is made for him: '[give her] short instructions'? */
static bool arranged(const Sentence *s, int from, int to) {
    for (int i = from; i < to; i++) {
        if (is(s, i, W_HELP) || is(s, i, W_WEAK_HELP) || (is(s, i, W_SERVICE) && i > from)) {
            return !is(s, i, W_NOT_HELP);
        }
    }
    return false;
}

/* 'help him to', 'encourage Ben to': is the one who does it an adult? */
static bool adult_deed(const Sentence *s, const Frame *f, int verb, const Classes *classes,
                       int len) {
    if (f->who != SUBJECT_NONE) {
        return false;
    }
    const int given = verb + len;
    bool own = is(s, given, W_HIS) && (!is(s, given, W_HIM) || s->tokens[given].owns);
    if (classes_has(classes, W_GIVE) && !(own && classes_has(classes, W_SEEN))) {
        return true; /* but 'give his homework in' */
    }
    if (is(s, verb + 1, W_HIM) && is(s, verb, W_GIVE_IF) == 1 && !is(s, verb, W_HOLD) &&
        arranged(s, verb + 2, object_end(s, verb + 1, f->to))) {
        return true;
    }
    if (!classes_has(classes, W_GIVE_IF)) {
        return false;
    }
    int k = verb + len;
    if (child_object(s, k)) {
        return true;
    }
    for (int i = k; i + 1 < f->to && i < k + TO_HIM_REACH; i++) { /* 'Explain things to him' */
        if (is(s, i, W_TO) && is(s, i + 1, W_HIM) && !s->tokens[i + 1].owns) {
            return true;
        }
    }
    /* a name, and 'to', 'with' or a verb behind it */
    int name = name_at(s, k, f->to);
    int next = k + name;
    if (name == 0) {
        return false;
    }
    if (next >= f->to) { /* 'help Ayla [to get a job]': the reason is cut off */
        return !classes_has(classes, W_SEEN) || is(s, verb, W_PURPOSE);
    }
    if (is(s, next, W_TO) || (!known(s, k) && !classes_has(classes, W_SEEN))) {
        return true; /* 'encourage Mark to', 'encourage Ayla' */
    }
    int n;
    const Classes *behind = verb_at(s, next, &n);
    const bool name_only = !known(s, k) || !is(s, verb, W_LETS);
    return name_only &&
           (is(s, next, W_COMPARE) || is_number(s, next) || is(s, next, W_PREP) ||
            is(s, next, W_HELP) || is(s, next, W_DET) || is(s, next, W_SERVICE) ||
            is(s, next, W_WITHIN) || is(s, next, W_WHO) || (behind && classes_has(behind, W_BASE)));
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
        const Classes *c = hit->classes;
        bool deed = classes_has(c, W_SEEN) || classes_has(c, W_FUZZY) || classes_has(c, W_UNSEEN);
        if (hit->len < *len && deed) {
            *len = hit->len;
            return c;
        }
    }
    return &none;
}

/* Is there help that reaches beyond the len words of the verb: 'get home tuition'? */
static bool longer_help(const Sentence *s, int verb, int len) {
    for (int i = verb + 1; i < verb + len; i++) {
        const int help = is(s, i, W_HELP), adult = is(s, i, W_ADULT);
        const int most = help > adult ? help : adult;
        if (most > 1 && i + most > verb + len && is(s, i, W_NOT_HELP) < most) {
            return true;
        }
    }
    return false;
}

/* '[be dropped at the door] by the taxi': is it an adult's doing? */
static bool done_by_others(const Sentence *s, int from, int to) {
    for (int i = from; i + 1 < to; i++) {
        int k = i + 1;
        while (k < to && (is(s, k, W_DET) || is(s, k, W_HIS))) {
            k++;
        }
        if (is(s, i, W_BY) == 1 && (is(s, k, W_ADULT) || is(s, k, W_SERVICE) || is(s, k, W_HELP))) {
            return true;
        }
    }
    return false;
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
            judge_unseen(s, v, verb, verb + n, f->to);
            return;
        }
        n = is(s, verb, W_VISIT);
        int help = n > 1 ? help_in(s, verb + n, object_end(s, verb + n, f->to), false) : -1;
        if (help >= 0 && (is(s, help, W_HELP) || is(s, help, W_PLACE))) {
            verdict_add(v, FAULT_DESCRIBES_PROVISION, verb, help + 1);
            return; /* 'be part of the group run by the nurse' */
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
        if (done && classes_has(done, W_ED) && !is(s, k, W_QUALITY) &&
            done_by_others(s, k + len, f->to)) {
            verdict_add(v, FAULT_DESCRIBES_PROVISION, verb, k + len);
            return;
        }
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
    if (classes_has(classes, W_RECEIVE) && (not_so || (len == 1 && needs_less(s, verb + len)))) {
        return; /* 'will no longer need armbands' */
    }
    const bool able = verb > i && is(s, verb, W_SEEN) && find_class(s, i, verb, W_CAN) >= 0;
    const bool goes = able || (is(s, verb, W_VISIT) && by_himself(s, verb + len, f->to));
    if (classes_has(classes, W_RECEIVE) && goes) {
        return; /* 'meets with his mentor and sets a target', 'is able to sit at the front' */
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
    if (is(s, verb, W_HOLD) && !classes_has(classes, W_HOLD) && longer_help(s, verb, len)) {
        verdict_add(v, FAULT_DESCRIBES_PROVISION, verb, verb + len + 1);
        return;
    }
    int visit = is(s, verb, W_VISIT);
    if (!visit && classes_has(classes, W_FUZZY)) {
        visit = is(s, verb, W_HOLD); /* 'have more one to one' */
    }
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
        judge_unseen(s, v, verb, verb + len, f->to);
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
        judge_fuzzy(s, v, verb, verb + len, f->to);
        return;
    }
    const int behind = verb + len;
    if (classes_has(classes, W_FUZZY_BARE) &&
        (behind >= f->to || (is(s, behind, W_AND) && !is(s, behind, W_SUB)) ||
         s->tokens[behind].gap > GAP_NONE)) {
        judge_fuzzy(s, v, verb, behind, f->to);
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
