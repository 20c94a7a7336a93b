/* The clauses. Deadlines first, since they end reasons; then reasons, which run to the end of the
 * statement or to the next deadline. */
#include "outcome/clauses.h"

#include "outcome/preface.h"

enum { PREFACE_REACH = 10, RELATIVE_REACH = 14 };

static void mark(Sentence *s, int from, int to, Clause clause) {
    for (int i = from; i < to && i < s->count; i++) {
        s->tokens[i].clause = clause;
    }
}

/* '..., that would be great', but 'will say thank you'. */
static void mark_said_beside(Sentence *s) {
    for (int i = 1; i < s->count; i++) {
        int n = is(s, i, W_BESIDE);
        bool told = is(s, i - 1, W_AREA_TALK) || is(s, i - 1, W_NOT) || is(s, i - 1, W_WITHOUT);
        if (n && !told && n >= is(s, i, W_PREFACE) && n >= is(s, i, W_REASON)) {
            mark(s, i, i + n, CLAUSE_ASIDE);
            i += n - 1;
        }
    }
}

/* Where the main clause goes on behind the comma that ends ', who is deaf,' at i; 0 when nowhere.
 */
static int behind_who(const Sentence *s, int i) {
    for (int k = i + 1; k < s->count && k < i + RELATIVE_REACH; k++) {
        if (s->tokens[k].gap == GAP_STOP) {
            return 0;
        }
        if (s->tokens[k].gap == GAP_COMMA &&
            (is(s, k, W_WILL) || is(s, k, W_CAN) || is(s, k, W_TO) || is(s, k, W_IS) ||
             is(s, k, W_HAS) || is(s, k, W_S))) {
            return k;
        }
    }
    return 0;
}

/* ', who is 11,' and ', aged nine,'. */
static void mark_between_commas(Sentence *s) {
    for (int i = 1; i < s->count; i++) {
        if (s->tokens[i].gap != GAP_COMMA) {
            continue;
        }
        int age = is(s, i, W_AGE);
        if (age && is_number(s, i + age)) {
            mark(s, i, i + age + 1, CLAUSE_ASIDE);
        } else if (is(s, i, W_WHO)) {
            mark(s, i, behind_who(s, i), CLAUSE_ASIDE);
        }
    }
}

/* '(12 years old)'. */
static void mark_in_brackets(Sentence *s) {
    for (int i = 0; i < s->count; i++) {
        if (!s->tokens[i].bracket) {
            continue;
        }
        int from = i;
        bool age = false;
        while (i < s->count && s->tokens[i].bracket) {
            age |=
                is(s, i, W_AGE) > 0 || is(s, i, W_YEAR) > 0 || s->tokens[i].number != NUMBER_NONE;
            i++;
        }
        if (age) {
            mark(s, from, i, CLAUSE_ASIDE);
        }
    }
}

/* 'Charlie (12 years old)', ', who is 11,', 'aged 7': says who, not when. */
static void mark_asides(Sentence *s) {
    if (classes_has(&s->any, W_BESIDE)) {
        mark_said_beside(s);
    }
    if (s->commas) {
        mark_between_commas(s);
    }
    if (s->brackets) {
        mark_in_brackets(s);
    }
}

/* Without one of these a word neither opens a deadline nor hides one. */
#define TIMELY(w)                                                                                  \
    (CLASS_BIT(w, W_DEADLINE) | CLASS_BIT(w, W_NOT_DEADLINE) | CLASS_BIT(w, W_BY) |                \
     CLASS_BIT(w, W_SUB) | CLASS_BIT(w, W_WITHIN) | CLASS_BIT(w, W_OVER) | CLASS_BIT(w, W_AGE) |   \
     CLASS_BIT(w, W_THIS) | CLASS_BIT(w, W_END))

static void find_deadlines(Sentence *s, Clauses *out) {
    static const Classes timely = CLASSES_OF(TIMELY);
    for (int i = 0; i < s->count;) {
        if (!classes_meet(&s->tokens[i].any, &timely)) {
            i++;
            continue;
        }
        int n = s->tokens[i].clause == CLAUSE_MAIN ? deadline_at(s, i) : 0;
        if (n == 0) {
            int not_one = is(s, i, W_NOT_DEADLINE);
            i += not_one ? not_one : 1;
            continue;
        }
        mark(s, i, i + n, CLAUSE_WHEN);
        if (!out->when) {
            out->when = true;
            out->when_at = i;
            out->when_to = i + n;
        }
        i += n;
    }
}

/* Where the clause begins behind 'I would like'. */
static int behind_preface(const Sentence *s) {
    for (int i = 0; i < s->count && i < PREFACE_REACH; i++) {
        int n = preface_at(s, i, s->count);
        if (n) {
            return i + n;
        }
    }
    return 0;
}

/* Has something been said that the child does before 'to help ...' at i? */
static bool after_verb(const Sentence *s, int i) {
    int begin = behind_preface(s);
    for (int k = begin; k + 1 < i; k++) {
        if (s->tokens[k].clause == CLAUSE_MAIN &&
            (is(s, k, W_WILL) || is(s, k, W_CAN) || is(s, k, W_TO) || is(s, k, W_S) ||
             is(s, k, W_ING) || is(s, k, W_HELP) ||
             (k == begin && is(s, k, W_BASE) && !is(s, k + 1, W_S)))) {
            return true;
        }
    }
    return false;
}

/* Words of a reason's first words at i; 0 when none. */
static int reason_at(const Sentence *s, int i) {
    int yes = is(s, i, W_REASON);
    int no = is(s, i, W_NOT_REASON);
    if (yes > no && is(s, i, W_TO) && !after_verb(s, i)) {
        return 0;
    }
    if (yes == 1 && is(s, i, W_ADVERB) && is(s, i + 1, W_QUALITY)) {
        return 0; /* 'not get so stressed' */
    }
    if (yes > no) {
        bool only_opens = i == 0 && yes == 1 && !is(s, i + 1, W_SUB);
        return only_opens && is(s, i, W_FILLER) ? 0 : yes;
    }
    if (no == 0 && is(s, i, W_TO) && is(s, i + 1, W_PURPOSE) && after_verb(s, i)) {
        return 2;
    }
    return 0;
}

/* The first token of the main clause behind a reason that opens the statement without a comma:
 * the subject of the last 'will'. */
static int main_behind(const Sentence *s, int from) {
    for (int i = s->count - 1; i > from + 1; i--) {
        if (is(s, i, W_WILL) && s->tokens[i].clause == CLAUSE_MAIN) {
            return i - 1;
        }
    }
    return s->count;
}

/* Without one of these a word neither opens a reason nor hides one. */
#define TELLING(w)                                                                                 \
    (CLASS_BIT(w, W_REASON) | CLASS_BIT(w, W_NOT_REASON) | CLASS_BIT(w, W_TO) |                    \
     CLASS_BIT(w, W_FILLER))

static void find_reasons(Sentence *s, Clauses *out) {
    static const Classes telling = CLASSES_OF(TELLING);
    bool said = false; /* a main clause has begun */
    for (int i = 0; i < s->count;) {
        if (s->tokens[i].clause != CLAUSE_MAIN) {
            i++;
            continue;
        }
        if (!classes_meet(&s->tokens[i].any, &telling)) {
            said = true;
            i++;
            continue;
        }
        int n = reason_at(s, i);
        if (said && is(s, i, W_REASON) && is(s, i, W_FILLER) &&
            preface_at(s, i + 1, s->count)) { /* '..., so I would like him to' */
            s->tokens[i].gap = GAP_STOP;
            n = 0;
        }
        if (n == 0) {
            int no = is(s, i, W_NOT_REASON);
            said |= !is(s, i, W_FILLER);
            const bool opens = no > 1 && is(s, i + no - 1, W_REASON) > 1 &&
                               !is(s, i + no - 1, W_TO) &&
                               is(s, i + no - 1, W_FILLER); /* 'what was said so that' */
            i += no ? no - opens : 1;
            continue;
        }
        if (!out->why) {
            out->why = true;
            out->why_at = i;
        }
        int end = i + n;
        bool comma = false;
        while (end < s->count && s->tokens[end].clause == CLAUSE_MAIN &&
               s->tokens[end].gap != GAP_STOP) {
            if (!said && s->tokens[end].gap >= GAP_COMMA && end > i + n) {
                comma = true;
                break;
            }
            if (said && is(s, end, W_REASON) && preface_at(s, end + 1, s->count)) {
                break;
            }
            end++;
        }
        if (!said && !comma && end == s->count) {
            end = main_behind(s, i + n);
        }
        if (!said && end == s->count) {
            return; /* nothing but a reason: its words are judged as the main clause */
        }
        mark(s, i, end, CLAUSE_WHY);
        i = end;
    }
}

void clauses_find(Sentence *s, Clauses *out) {
    *out = (Clauses){0};
    mark_asides(s);
    find_deadlines(s, out);
    find_reasons(s, out);
}
