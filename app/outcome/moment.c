/* Nouns of time; see moment.h. */
#include "outcome/moment.h"

enum { YEAR_FIRST = 2000, YEAR_END = 2100 };

bool time_gap(const Sentence *s, int i) {
    return i >= s->count || s->tokens[i].gap > GAP_NONE;
}

bool calendar_year(const Sentence *s, int i) {
    return i < s->count && s->tokens[i].number == NUMBER_PLAIN &&
           s->tokens[i].value >= YEAR_FIRST && s->tokens[i].value < YEAR_END;
}

int skip_small(const Sentence *s, int i) {
    int from = i;
    while (i < s->count && (i == from || !time_gap(s, i)) &&
           is(s, i, W_STAGE) < 2 && /* 'sixth form' */
           (is(s, i, W_DET) || is(s, i, W_HIS) || is(s, i, W_ORDINAL) || is(s, i, W_THIS))) {
        int n = is(s, i, W_THIS);
        i += n ? n : 1;
    }
    return i;
}

int date_at(const Sentence *s, int i) {
    if (i >= s->count) {
        return 0;
    }
    if (s->tokens[i].number == NUMBER_DATE || calendar_year(s, i)) {
        return 1;
    }
    int j = i;
    if (is_number(s, j) || is(s, j, W_ORDINAL)) {
        j++;
        while (j < s->count && j < i + 4 && !is(s, j, W_MONTH) &&
               (is(s, j, W_ORDINAL) || is(s, j, W_DET) || is(s, j, W_END) || is(s, j, W_OF))) {
            j++;
        }
        if (!is(s, j, W_MONTH)) {
            return 0;
        }
    }
    if (!is(s, j, W_MONTH)) {
        return 0;
    }
    j++;
    if (is_number(s, j) && !time_gap(s, j) && !is(s, j + 1, W_SHORT)) {
        j++; /* 'July 2027', 'July 20' */
        if (is(s, j, W_ORDINAL)) {
            j++;
        }
    }
    return j - i;
}

int time_at(const Sentence *s, int i) {
    if (i >= s->count) {
        return 0;
    }
    int n = date_at(s, i);
    if (n && n >= is(s, i, W_FEAST)) { /* 'February half term' is longer than 'February' */
        return n;
    }
    n = is(s, i, W_STAGE_WORD);
    if (n && is_number(s, i + n)) {
        return n + 1; /* 'key stage 2', 'term 6' */
    }
    n = is(s, i, W_YEAR);
    if (n && is_number(s, i + n) && !time_gap(s, i + n)) {
        return n + 1; /* 'Year 4', 'yr four' */
    }
    n = is(s, i, W_STAGE);
    if (!n) {
        n = is(s, i, W_EVENT);
    }
    if (!n) {
        n = is(s, i, W_FEAST);
    }
    int unit = is(s, i + n, W_UNIT);
    if (n && unit && !time_gap(s, i + n)) {
        n += unit; /* 'summer term', 'reception year' */
    }
    if (!n) {
        n = is(s, i, W_UNIT);
    }
    if (n && calendar_year(s, i + n) && !time_gap(s, i + n)) {
        n++;
    }
    return n;
}

/* The rest of the name of a place, up to the comma that ends it: '... at secondary mainstream
 * school, I am'. */
static int rest_of_name(const Sentence *s, int i) {
    for (int k = i; k < s->count && k <= i + 2; k++) {
        if (s->tokens[k].gap == GAP_COMMA) {
            return k;
        }
        if (time_gap(s, k) || is(s, k, W_HE) || is(s, k, W_WILL) || is(s, k, W_CAN)) {
            return i;
        }
    }
    return i;
}

int time_tail(const Sentence *s, int i) {
    for (;;) {
        int j = i;
        if (j >= s->count || s->tokens[j].gap > GAP_COMMA) {
            return i;
        }
        bool comma = s->tokens[j].gap == GAP_COMMA;
        if (is(s, j, W_PREP) || is(s, j, W_OF) || is(s, j, W_WITHIN)) {
            j++;
        } else if (comma && !date_at(s, j)) {
            return i;
        }
        int prep = j > i;
        if (!prep && is(s, j, W_DET) && !is(s, j, W_THIS)) {
            return i; /* 'By July the college will' */
        }
        j = skip_small(s, j);
        int n = time_at(s, j);
        if (!n || is(s, j, W_SESSION) || (!prep && is(s, j, W_UNIT) == n)) {
            return i;
        }
        i = prep ? rest_of_name(s, j + n) : j + n;
    }
}
