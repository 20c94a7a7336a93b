/* Quotations; see said.h. Which words stand in one is known from reading. */
#include "outcome/said.h"

enum { SAYING_REACH = 7 };

/* Does somebody say, ask, sign or call something in the words before i? */
static bool after_talking(const Sentence *s, int i) {
    for (int k = i - 1; k >= 0 && k >= i - SAYING_REACH && s->tokens[k].gap < GAP_STOP; k--) {
        if (is(s, k, W_AREA_TALK)) {
            return true;
        }
    }
    return false;
}

/* Forgets the phrases before i that run on into the quotation. */
static void end_phrases(Sentence *s, int i) {
    for (int k = 0; k < i; k++) {
        Token *t = &s->tokens[k];
        while (t->hit_count > 0 && s->hits[t->first_hit + t->hit_count - 1].len > i - k) {
            t->hit_count--;
        }
        token_sum(s, t);
    }
}

void said_hide(Sentence *s) {
    for (int i = 1; i < s->quotes_to; i++) {
        int to = i;
        while (to < s->count && s->tokens[to].quoted && (to == i || !s->tokens[to].quote_opens)) {
            to++;
        }
        if (to == i || !after_talking(s, i)) {
            continue;
        }
        end_phrases(s, i);
        Token *t = &s->tokens[i];
        *t = (Token){.from = t->from, .to = s->tokens[to - 1].to};
        for (int k = to; k < s->count; k++) {
            s->tokens[k - to + i + 1] = s->tokens[k];
        }
        s->count -= to - i - 1;
    }
}
