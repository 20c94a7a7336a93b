/* One statement to findings: read, part into clauses, judge, put the questions in order.
 *
 * Labels follow the practice of labelling outcomes by the guides of Oxfordshire and Essex: the
 * main clause is judged alone; a missing date or reason does not make an outcome not good; where
 * the words are help or a hope, the rest is not asked about. */
#include "outcome/check.h"

#include "outcome/clauses.h"
#include "outcome/distress.h"
#include "outcome/judge.h"

#include <string.h>

const char *const fault_names[] = {
    "describes_provision", "no_timeframe",   "not_measurable", "vague_wording",     "not_personal",
    "no_reason",           "adult_language", "several_in_one", "not_about_outcome", NULL};

/* Move-it questions first, then 'how will we know', when, why, plain words, split. */
static const Fault order[FAULT_COUNT] = {
    FAULT_NOT_ABOUT_OUTCOME, FAULT_DESCRIBES_PROVISION, FAULT_NOT_PERSONAL,
    FAULT_VAGUE_WORDING,     FAULT_NOT_MEASURABLE,      FAULT_NO_TIMEFRAME,
    FAULT_NO_REASON,         FAULT_ADULT_LANGUAGE,      FAULT_SEVERAL_IN_ONE};

/* Takes out all words that are not of the main clause. */
static void keep_main(Sentence *s) {
    int kept = 0;
    Gap gap = GAP_NONE;
    for (int i = 0; i < s->count; i++) {
        Token *t = &s->tokens[i];
        if (t->clause == CLAUSE_MAIN) {
            if (gap > t->gap) {
                t->gap = gap;
            }
            gap = GAP_NONE;
            s->tokens[kept++] = *t;
        } else if (t->gap == GAP_STOP) {
            gap = GAP_STOP;
        }
    }
    s->count = kept;
    if (kept > 0) {
        s->tokens[0].gap = GAP_STOP;
    }
}

/* Jargon of either kind in the main clause. */
static void judge_words(const Sentence *s, Verdict *v, bool *heavy, const char **plain) {
    int light = -1;
    for (int i = 0; i < s->count; i++) {
        WordClass c = is(s, i, W_HEAVY) ? W_HEAVY : W_LIGHT;
        int n = is(s, i, c);
        if (!n || (c == W_LIGHT && light >= 0)) {
            continue;
        }
        for (int h = 0; h < s->tokens[i].hit_count; h++) {
            const Hit *hit = &s->hits[s->tokens[i].first_hit + h];
            if (hit->len == n && hit->entry->plain) {
                *plain = hit->entry->plain;
            }
        }
        v->faults &= (uint16_t) ~(1u << FAULT_ADULT_LANGUAGE);
        verdict_add(v, FAULT_ADULT_LANGUAGE, i, i + n);
        if (c == W_HEAVY) {
            *heavy = true;
            return;
        }
        light = i;
    }
}

/* Judges every sentence of the main clause and believes the one most like an outcome. */
static void judge_all(const Sentence *s, bool when, Verdict *best, Frame *frame) {
    *best = (Verdict){.belongs = PART_COUNT, .rank = -1};
    int other = -1; /* area of the deed before */
    int second = -1;
    for (int from = 0; from < s->count;) {
        int to = from + 1;
        while (to < s->count && s->tokens[to].gap < GAP_STOP) {
            to++;
        }
        Frame f;
        Verdict v;
        frame_find(s, from, to, &f);
        judge_clause(s, &f, when, &v);
        if (f.mode == MODE_WILL && f.who == SUBJECT_CHILD && v.faults == 0) {
            bool not_so = false;
            int area = area_at(s, skip_to_verb(s, f.verb, f.to, &not_so));
            if (area >= 0 && other >= 0 && area != other && second < 0) {
                second = from;
            }
            other = area;
        }
        if (v.rank > best->rank) {
            *best = v;
            *frame = f;
        }
        from = to;
    }
    if (second > 0) {
        verdict_add(best, FAULT_SEVERAL_IN_ONE, second, s->count);
    }
}

static const char *plain_of(Fault fault, const char *plain) {
    return fault == FAULT_ADULT_LANGUAGE ? plain : NULL;
}

static Part belongs_of(Fault fault, const Verdict *v) {
    switch (fault) {
    case FAULT_DESCRIBES_PROVISION:
        return PART_HELP;
    case FAULT_NOT_ABOUT_OUTCOME:
        return v->belongs;
    case FAULT_NO_TIMEFRAME:
    case FAULT_NOT_MEASURABLE:
    case FAULT_VAGUE_WORDING:
    case FAULT_NOT_PERSONAL:
    case FAULT_NO_REASON:
    case FAULT_ADULT_LANGUAGE:
    case FAULT_SEVERAL_IN_ONE:
    case FAULT_COUNT:
        break;
    }
    return PART_COUNT;
}

static bool has(const Verdict *v, Fault fault) {
    return (unsigned)v->faults >> (unsigned)fault & 1u;
}

static void put_findings(const Sentence *s, const Verdict *v, const char *plain, Checked *out) {
    for (int i = 0; i < FAULT_COUNT; i++) {
        Fault fault = order[i];
        if (!has(v, fault)) {
            continue;
        }
        Finding *found = &out->found[out->count++];
        *found = (Finding){
            .fault = fault, .belongs = belongs_of(fault, v), .plain = plain_of(fault, plain)};
        Span span = v->spans[fault];
        if (span.to > span.from && span.from < s->count) {
            int last = span.to <= s->count ? span.to - 1 : s->count - 1;
            found->from = s->tokens[span.from].from;
            found->to = s->tokens[last].to;
        }
    }
}

void check_text(const Rules *rules, const char *text, size_t len, Checked *out) {
    memset(out, 0, sizeof *out);
    Sentence s;
    Clauses clauses;
    sentence_read(&s, rules, text, len);
    if (s.count == 0) {
        return;
    }
    out->distress = distressed(&s);
    clauses_find(&s, &clauses);
    keep_main(&s);
    Verdict v = {.belongs = PART_COUNT};
    bool heavy = false;
    const char *plain = NULL;
    if (s.count > 0) {
        Frame frame = {0};
        judge_all(&s, clauses.when, &v, &frame);
        judge_words(&s, &v, &heavy, &plain);
        if (!has(&v, FAULT_SEVERAL_IN_ONE)) {
            int second = second_outcome(&s, &frame);
            if (second >= 0) {
                verdict_add(&v, FAULT_SEVERAL_IN_ONE, second, frame.to);
            }
        }
    } else {
        v.faults |= 1u << FAULT_NOT_MEASURABLE;
    }
    if (!clauses.when) {
        v.faults |= 1u << FAULT_NO_TIMEFRAME;
    }
    if (!clauses.why) {
        v.faults |= 1u << FAULT_NO_REASON;
    }
    bool moved = has(&v, FAULT_DESCRIBES_PROVISION) || has(&v, FAULT_NOT_ABOUT_OUTCOME);
    if (moved) {
        v.faults &= (uint16_t) ~(1u << FAULT_SEVERAL_IN_ONE | 1u << FAULT_NOT_MEASURABLE |
                                 1u << FAULT_VAGUE_WORDING);
    }
    out->good = !(moved || heavy || has(&v, FAULT_NOT_MEASURABLE) || has(&v, FAULT_VAGUE_WORDING) ||
                  has(&v, FAULT_NOT_PERSONAL));
    out->faults = v.faults;
    if (!out->distress) {
        put_findings(&s, &v, plain, out);
    }
}
