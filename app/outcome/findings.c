/* Verdict to findings; see findings.h. */
#include "outcome/findings.h"

enum { WORDS_MOST = 7 }; /* so many of a parent's words are quoted back at most */

/* Move-it questions first, then 'how will we know', when, why, plain words, split. */
static const Fault order[FAULT_COUNT] = {
    FAULT_NOT_ABOUT_OUTCOME, FAULT_DESCRIBES_PROVISION, FAULT_NOT_PERSONAL,
    FAULT_VAGUE_WORDING,     FAULT_NOT_MEASURABLE,      FAULT_NO_TIMEFRAME,
    FAULT_NO_REASON,         FAULT_ADULT_LANGUAGE,      FAULT_SEVERAL_IN_ONE};

/* Words that want another behind them: 'the', 'his', 'with', 'when'. */
#define HANGING(w)                                                                                 \
    (CLASS_BIT(w, W_DET) | CLASS_BIT(w, W_HIS) | CLASS_BIT(w, W_PREP) | CLASS_BIT(w, W_SUB) |      \
     CLASS_BIT(w, W_OF) | CLASS_BIT(w, W_TO) | CLASS_BIT(w, W_IS) | CLASS_BIT(w, W_BE) |           \
     CLASS_BIT(w, W_HAS) | CLASS_BIT(w, W_WAS) | CLASS_BIT(w, W_NOT) | CLASS_BIT(w, W_WILL) |      \
     CLASS_BIT(w, W_AND))

/* Words with which something else begins. */
#define BEGINNING(w) (CLASS_BIT(w, W_SUB) | CLASS_BIT(w, W_WHO) | CLASS_BIT(w, W_AND))

static bool hangs(const Sentence *s, int i) {
    static const Classes hanging = CLASSES_OF(HANGING);
    return is_any(s, i, &hanging);
}

/* Does something else begin at i? */
static bool ends_before(const Sentence *s, int i) {
    static const Classes beginning = CLASSES_OF(BEGINNING);
    return s->tokens[i].gap > GAP_NONE || s->tokens[i].cut || is_any(s, i, &beginning) ||
           (is(s, i, W_HE) && !is(s, i, W_HIS));
}

/* The words that set it off, with what belongs to them: 'has good' is 'has good friends'. */
static Span whole_words(const Sentence *s, Span span) {
    int to = span.to, rests = span.to; /* the last place where the words may end */
    while (to < s->count && to < span.from + WORDS_MOST) {
        bool wants = hangs(s, to - 1);
        if (!wants && ends_before(s, to)) {
            return (Span){span.from, to};
        }
        if (!wants && is(s, to, W_PREP)) {
            rests = to;
        }
        if (s->tokens[to].gap > GAP_COMMA || s->tokens[to].cut) {
            break;
        }
        to++;
    }
    if (to >= s->count) {
        return (Span){span.from, s->count};
    }
    return (Span){span.from, hangs(s, to - 1) || !ends_before(s, to) ? rests : to};
}

static Part belongs_of(Fault fault, const Verdict *v) {
    return fault == FAULT_DESCRIBES_PROVISION ? PART_HELP
           : fault == FAULT_NOT_ABOUT_OUTCOME ? v->belongs
                                              : PART_COUNT;
}

static bool quoted_whole(Fault fault) {
    return fault == FAULT_DESCRIBES_PROVISION || fault == FAULT_NOT_ABOUT_OUTCOME ||
           fault == FAULT_VAGUE_WORDING || fault == FAULT_NOT_MEASURABLE;
}

void findings_put(const Sentence *s, const Verdict *v, const char *plain, Checked *out) {
    for (int i = 0; i < FAULT_COUNT; i++) {
        Fault fault = order[i];
        if (!((unsigned)v->faults >> (unsigned)fault & 1u)) {
            continue;
        }
        Finding *found = &out->found[out->count++];
        *found = (Finding){.fault = fault,
                           .belongs = belongs_of(fault, v),
                           .plain = fault == FAULT_ADULT_LANGUAGE ? plain : NULL};
        Span span = v->spans[fault];
        if (span.to > span.from && span.from < s->count) {
            span.to = span.to <= s->count ? span.to : s->count;
            span = quoted_whole(fault) ? whole_words(s, span) : span;
            found->from = s->tokens[span.from].from;
            found->to = s->tokens[span.to - 1].to;
        }
    }
}
