/* Deadlines. What counts and what does not follows the vocabulary of the field: 'by the end of
 * Year 4' does, 'by the end of the lesson', 'by himself', 'by 8 o'clock' and 'in Year 4' do not. */
#include "outcome/clauses.h"

#include "outcome/moment.h"

enum {
    AGE_LEAST = 2,
    AGE_MOST = 26,
    AGE_SURELY = 13,  /* 'by 16' is an age; 'by 8' may be eight o'clock */
    CLAUSE_WORDS = 9, /* 'by the time he moves up to the big school' */
    SUBJECT_WORDS = 3
};

/* An age at i: 'age 14', 'the age of six', '14 years old', 'her ninth birthday'. */
static int age_at(const Sentence *s, int i, bool opens) {
    int j = skip_small(s, i);
    int n = is(s, j, W_AGE);
    if (n && is_number(s, j + n)) {
        return j + n + 1 - i;
    }
    if (j > i && is_number(s, j) && is(s, j + 1, W_ORDINAL) && is(s, j + 2, W_AGE)) {
        return j + 3 - i; /* 'her 10th birthday' */
    }
    if (j > i && is(s, i, W_HIS) && is_number(s, j) && is(s, j + 1, W_ORDINAL) &&
        (time_gap(s, j + 2) || is(s, j + 2, W_HE))) {
        return j + 2 - i; /* 'my 18th' */
    }
    if (is_number(s, i) && is(s, i + 1, W_HALF)) {
        return 1 + is(s, i + 1, W_HALF); /* 'two and a half' */
    }
    if (!is_number(s, i) || is(s, i, W_CLOCK) || is(s, i + 1, W_CLOCK) || is(s, i + 1, W_SHORT)) {
        return 0;
    }
    const Token *t = &s->tokens[i];
    int years = is(s, i + 1, W_AGE);
    if (is(s, i + 1, W_ORDINAL) && is(s, i + 2, W_AGE)) {
        return 3; /* '10th birthday' */
    }
    if (years) {
        return 1 + years; /* '14 years old' */
    }
    bool alone = t->number == NUMBER_PLAIN && t->value >= AGE_LEAST && t->value <= AGE_MOST;
    return alone && (t->value >= AGE_SURELY || opens) && !is(s, i + 1, W_UNIT) ? 1 : 0;
}

/* Is there a session or an 'each' in the few words of 'the end of ...'? */
static bool in_session(const Sentence *s, int i) {
    for (int j = i; j < s->count && j < i + 4; j++) {
        if (j > i && s->tokens[j].gap > GAP_NONE) {
            return false;
        }
        if (is(s, j, W_SESSION) || is(s, j, W_SHORT) || is(s, j, W_NOT_DEADLINE)) {
            return true;
        }
        if (time_at(s, j)) {
            return false;
        }
    }
    return false;
}

/* 'end of the spring term', 'the start of Year 4', 'the end'. i is at the end word. */
static int end_at(const Sentence *s, int i, bool anything) {
    int n = is(s, i, W_END);
    if (!n) {
        return 0;
    }
    int j = skip_small(s, i + n);
    if (j < s->count && !time_gap(s, j) && (is(s, j, W_OF) || is(s, j, W_PREP))) {
        j = skip_small(s, j + 1);
    }
    if (in_session(s, i + n)) {
        return 0;
    }
    if (is_number(s, j) && is(s, j + 1, W_UNIT)) {
        j += 2; /* 'the two-year course' */
    }
    int time = time_at(s, j);
    if (time) {
        return time_tail(s, j + time) - i;
    }
    if (!anything) {
        return 0;
    }
    /* the end of something that no list knows: up to three words */
    if (j > i + n) {
        j++;
    }
    return j - i;
}

/* A verb of moving on at i. loose: 'go to' and the like count too. */
static int move_at(const Sentence *s, int i, bool loose) {
    int n = is(s, i, W_MOVE);
    int more = loose ? is(s, i, W_GOING) : 0;
    return more > n ? more : n;
}

/* 'Year 11 is over', 'term ends' at i: how many words. */
static int time_ends_at(const Sentence *s, int i) {
    int j = skip_small(s, i);
    int time = time_at(s, j);
    j += time;
    if (!time || time_gap(s, j)) {
        return 0;
    }
    if (is(s, j, W_IS) && (is(s, j + 1, W_OVER) || is(s, j + 1, W_MOVE))) {
        return j + 2 - i;
    }
    return is(s, j, W_MOVE) ? j + 1 - i : 0;
}

/* A clause such as 'he starts college' or 'she is 14' at i; a milestone must be named. */
static int milestone_at(const Sentence *s, int i, bool loose) {
    int j = i;
    bool is_behind = false;
    for (int k = 0; k < SUBJECT_WORDS && j < s->count; k++, j++) {
        if (k > 0 && time_gap(s, j)) {
            return 0;
        }
        if (move_at(s, j, loose) || (k > 0 && (is(s, j, W_IS) || is(s, j, W_HAS)))) {
            break;
        }
        is_behind = s->tokens[j].owner && !time_gap(s, j + 1) &&
                    (is(s, j + 1, W_PREP) || is(s, j + 1, W_WITHIN) || is_number(s, j + 1));
        if (is_behind) {
            break; /* 'Lewie's in Year 1' */
        }
    }
    if (j == i && !is_behind && !move_at(s, j, loose)) {
        return 0;
    }
    int verb = move_at(s, j, loose);
    if (is(s, j, W_HAS) && move_at(s, j + 1, loose)) {
        j++;
        verb = move_at(s, j, loose);
    }
    if (!verb && (is_behind || is(s, j, W_IS))) {
        verb = move_at(s, j + 1, loose) ? 1 + move_at(s, j + 1, loose) : 0;
        if (!verb) { /* 'he is 14', 'she is in Year 6' */
            int k = j + 1;
            bool inside = is(s, k, W_PREP) || is(s, k, W_WITHIN);
            k += inside;
            int years = is(s, k, W_AGE);
            if (years && is_number(s, k + years)) {
                return k + years + 1 - i;
            }
            if (is_number(s, k) && !inside && !is(s, k + 1, W_CLOCK) && !is(s, k + 1, W_SHORT)) {
                int old = is(s, k + 1, W_AGE);
                return k + 1 + old - i;
            }
            k = skip_small(s, k);
            int time = inside ? time_at(s, k) : 0;
            return time && !is(s, k, W_SESSION) ? time_tail(s, k + time) - i : 0;
        }
    }
    if (!verb) {
        return 0;
    }
    int end = j + verb;
    bool named = verb > 1 && move_at(s, j, false) > 1;
    for (int k = end; k < s->count && k < i + CLAUSE_WORDS && !time_gap(s, k); k++) {
        int n = time_at(s, k);
        if ((is(s, k, W_SESSION) && !is(s, k, W_STAGE)) || is(s, k, W_NOT_DEADLINE)) {
            return 0;
        }
        bool turns = k == skip_small(s, end) && move_at(s, j, false); /* 'turns 16' */
        if (n || (is_number(s, k) && turns)) {
            return time_tail(s, k + (n ? n : 1)) - i;
        }
        if (is(s, k, W_WILL) || is(s, k, W_CAN) || is(s, k, W_BY)) {
            break;
        }
    }
    return named ? end - i : 0;
}

/* Behind 'by', 'before', 'when', 'until'. */
static int behind_by(const Sentence *s, int i, bool by, bool loose, bool opens) {
    if (i >= s->count) {
        return 0;
    }
    int j = skip_small(s, i);
    int n = is(s, j, W_END);
    if (n) {
        return (n = end_at(s, j, by)) ? j + n - i : 0;
    }
    for (int k = i; by && k < j; k++) {
        n = is(s, k, W_EVENT);
        if (n > 1 && k + n > j) {
            return time_tail(s, k + n) - i; /* 'by the school play' */
        }
    }
    n = age_at(s, i, opens);
    if (n && by) {
        return time_tail(s, i + n) - i;
    }
    for (int k = j + 1; j > i && by && k < j + 3 && k < s->count && !time_gap(s, k); k++) {
        bool whose = !known(s, k - 1) || is(s, k - 1, W_ADULT) || is(s, k - 1, W_HELP);
        if (whose && is(s, k, W_EVENT)) {
            return time_tail(s, k + is(s, k, W_EVENT)) - i; /* 'before her karate exam' */
        }
    }
    n = time_at(s, j);
    if (n && !is(s, j, W_SESSION)) {
        bool bare_unit = n == 1 && is(s, j, W_UNIT) == n && (j == i || is_number(s, i));
        if (by && !bare_unit) {
            return time_tail(s, j + n) - i;
        }
    }
    n = time_ends_at(s, i);
    return n ? n : milestone_at(s, i, loose);
}

/* Behind 'within', 'in', 'over', 'during', 'after'. */
static int behind_within(const Sentence *s, int i, bool over) {
    int j = i;
    bool next = false, number = false;
    while (j < s->count && (is(s, j, W_DET) || is(s, j, W_THIS) || is(s, j, W_HIS) ||
                            (is(s, j, W_ORDINAL) && j > i))) {
        int n = is(s, j, W_THIS);
        next |= n > 0 || is(s, j, W_ORDINAL);
        number |= is_number(s, j); /* 'within one term' */
        j += n ? n : 1;
    }
    bool small = j > i;
    while (is_number(s, j) && !calendar_year(s, j)) {
        number = true;
        j++;
    }
    int unit = is(s, j, W_UNIT);
    int end = end_at(s, j, false);
    if (end) {
        return time_tail(s, j + end) - i;
    }
    if (unit && ((number && !over) || next) && !is(s, j, W_AGE)) {
        bool counted_before = i >= 3 && is(s, i - 2, W_CURE) && !number;
        return counted_before ? 0 : time_tail(s, j + unit) - i;
    }
    if (unit && small && j + unit < s->count && is(s, j + unit, W_END)) {
        return j + unit + 1 - i; /* 'in a year's time' */
    }
    if (number) {
        return 0;
    }
    int n = over && is(s, j, W_YEAR) ? time_at(s, j) : date_at(s, j);
    if (n) {
        return time_tail(s, j + n) - i;
    }
    n = is(s, j, W_FEAST);
    if (n && (is(s, j + n, W_UNIT) || next || calendar_year(s, j + n) || !small)) {
        return time_tail(s, j + time_at(s, j)) - i;
    }
    n = next ? time_at(s, j) : 0;
    return n ? time_tail(s, j + n) - i : 0;
}

int deadline_at(const Sentence *s, int i) {
    int n = is(s, i, W_NOT_DEADLINE);
    int sure = is(s, i, W_DEADLINE);
    if (n > 0 && n >= sure && n >= is(s, i, W_BY)) {
        return 0;
    }
    bool opens = s->tokens[i].gap > GAP_NONE;
    n = is(s, i, W_BY);
    int rest_by = n ? behind_by(s, i + n, true, true, opens) : 0;
    if (sure > n + rest_by) {
        return time_tail(s, i + sure) - i;
    }
    if (rest_by) {
        return n + rest_by;
    }
    if (sure) {
        return time_tail(s, i + sure) - i;
    }
    n = is(s, i, W_SUB);
    if (n) {
        int rest = behind_by(s, i + n, false, n > 2, opens);
        return rest ? n + rest : 0;
    }
    n = is(s, i, W_WITHIN);
    int rest_within = n ? behind_within(s, i + n, false) : 0;
    if (rest_within) {
        return n + rest_within;
    }
    if (n == 1 && i + 1 < s->count && s->tokens[i + 1].number == NUMBER_PLAIN &&
        time_gap(s, i + 2) && s->tokens[i + 1].value >= AGE_SURELY &&
        s->tokens[i + 1].value <= AGE_MOST) {
        return 2; /* '... at 16, even if' */
    }
    if (n == 1 && opens && i + 2 < s->count && s->tokens[i + 1].number == NUMBER_PLAIN &&
        s->tokens[i + 1].value >= AGE_SURELY && s->tokens[i + 1].value <= AGE_MOST &&
        (s->tokens[i + 2].gap == GAP_COMMA || is(s, i + 2, W_HE) || is(s, i + 3, W_WILL) ||
         is(s, i + 4, W_WILL))) {
        return 2; /* 'At 14 Ada will' */
    }
    if (n) {
        return 0;
    }
    n = is(s, i, W_OVER);
    if (n) {
        int rest = behind_within(s, i + n, true);
        return rest ? n + rest : 0;
    }
    n = is(s, i, W_AGE);
    if (n && is_number(s, i + n) && (i == 0 || is(s, i - 1, W_PREP))) {
        return n + 1;
    }
    n = is(s, i, W_THIS);
    if (n) {
        int time = time_at(s, i + n);
        return time && !is(s, i + n, W_SESSION) ? time_tail(s, i + n + time) - i : 0;
    }
    return opens || is(s, i - 1, W_DET) ? end_at(s, i, false) : 0;
}
