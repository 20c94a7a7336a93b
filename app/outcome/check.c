/* One statement to findings: read, part into clauses, judge, put the questions in order.
 *
 * Labels follow the practice of labelling outcomes by the guides of Oxfordshire and Essex: the
 * main clause is judged alone; a missing date or reason does not make an outcome not good; where
 * the words are help or a hope, the rest is not asked about. */
#include "outcome/check.h"

#include "outcome/clauses.h"
#include "outcome/distress.h"
#include "outcome/findings.h"
#include "outcome/judge.h"
#include "outcome/said.h"

const char *const fault_names[] = {
    "describes_provision", "no_timeframe",   "not_measurable", "vague_wording",     "not_personal",
    "no_reason",           "adult_language", "several_in_one", "not_about_outcome", NULL};

/* Takes out all words that are not of the main clause. */
static void keep_main(Sentence *s) {
    int kept = 0;
    bool cut = false, stop = false; /* since the last that was kept: any, one behind a stop */
    for (int i = 0; i < s->count; i++) {
        Token *t = &s->tokens[i];
        if (t->clause != CLAUSE_MAIN) {
            cut = true;
            stop |= t->gap == GAP_STOP;
            continue;
        }
        if (cut) {
            t->cut = true;
            t->gap = stop ? GAP_STOP : t->gap;
            cut = stop = false;
        }
        if (kept < i) {
            s->tokens[kept] = *t;
        }
        kept++;
    }
    s->count = kept;
    if (kept > 0) {
        s->tokens[0].gap = GAP_STOP;
    }
}

#define JARGON(w) (CLASS_BIT(w, W_HEAVY) | CLASS_BIT(w, W_LIGHT))

/* Jargon of either kind in the main clause. */
static void judge_words(const Sentence *s, Verdict *v, bool *heavy, const char **plain) {
    static const Classes jargon = CLASSES_OF(JARGON);
    int light = -1;
    for (int i = 0; i < s->count && classes_meet(&s->any, &jargon); i++) {
        WordClass c = is(s, i, W_HEAVY) ? W_HEAVY : W_LIGHT;
        int n = is(s, i, c);
        if (!n || (c == W_LIGHT && light >= 0)) {
            continue;
        }
        for (int h = 0; h < s->tokens[i].hit_count; h++) {
            const Hit *hit = &s->hits[s->tokens[i].first_hit + h];
            const char *words = s->meanings[hit->entry->meaning].plain;
            if (hit->len == n && words) {
                *plain = words;
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

/* Judges every sentence of the main clause and believes the one most like an outcome. best comes
 * with nothing found. */
static void judge_all(const Sentence *s, bool when, Verdict *best, Frame *frame) {
    int other = -1; /* area of the deed before */
    int second = -1;
    for (int from = 0; from < s->count;) {
        int to = from + 1;
        while (to < s->count && s->tokens[to].gap < GAP_STOP) {
            to++;
        }
        const bool bullet = to - from == 1 && is_number(s, from) && to < s->count; /* '2. ...' */
        if (bullet) {
            from = to;
            continue;
        }
        Frame f;
        Verdict v;
        frame_find(s, from, to, &f);
        judge_clause(s, &f, when, &v);
        if (f.mode == MODE_WILL && f.who == SUBJECT_CHILD && v.faults == 0) {
            bool not_so = false;
            int area = area_at(s, skip_to_verb(s, f.verb, f.to, &not_so));
            bool also = from > 0 && (is(s, f.verb, W_ALSO) || is(s, f.from, W_ALSO));
            if (second < 0 && (also || (area >= 0 && other >= 0 && area != other))) {
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

static bool has(const Verdict *v, Fault fault) {
    return (unsigned)v->faults >> (unsigned)fault & 1u;
}

void check_text(const Rules *rules, const char *text, size_t len, Checked *out) {
    out->good = out->distress = false;
    out->faults = 0;
    out->count = 0;
    Sentence s;
    Clauses clauses;
    sentence_read(&s, rules, text, len);
    if (s.count == 0) {
        return;
    }
    out->distress = distressed(&s);
    said_hide(&s);
    const int end = s.tokens[s.count - 1].to;
    clauses_find(&s, &clauses);
    keep_main(&s);
    Verdict v = {.belongs = PART_COUNT, .rank = -1};
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
    } else { /* nothing but a date or a reason */
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
        findings_put(&s, &v, plain, out);
        if (s.count == 0 && out->found[0].from == out->found[0].to) {
            out->found[0].to = end; /* all of it, since nothing else was said */
        }
    }
}
