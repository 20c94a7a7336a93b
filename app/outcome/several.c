/* Two outcomes in one. Steps of one activity are one, so this only speaks when the deeds belong to
 * different parts of life or the statement itself says 'also'. */
#include "outcome/judge.h"

enum { DEEDS_MOST = 8 };

static const WordClass areas[] = {W_AREA_TALK,   W_AREA_PLAY,  W_AREA_LEARN, W_AREA_DRESS,
                                  W_AREA_TOILET, W_AREA_EAT,   W_AREA_SLEEP, W_AREA_OUT,
                                  W_AREA_MOVE,   W_AREA_MONEY, W_AREA_CALM};
enum { AREA_CLASSES = sizeof areas / sizeof areas[0] };

/* The area of the deed that begins at i, or -1. */
static int area_of(const Sentence *s, int i, int to) {
    int best = -1, longest = 0;
    for (int a = 0; a < AREA_CLASSES; a++) {
        int n = is(s, i, areas[a]);
        if (n > longest) {
            longest = n;
            best = a;
        }
    }
    (void)to;
    return best;
}

static bool deed_at(const Sentence *s, int i) {
    int len;
    const Classes *verb = verb_at(s, i, &len);
    if (!verb || is(s, i - 1, W_DET) || is(s, i - 1, W_HIS) || is(s, i - 1, W_PREP)) {
        return false;
    }
    return classes_has(verb, W_BASE) || classes_has(verb, W_S) || classes_has(verb, W_ING);
}

int second_outcome(const Sentence *s, const Frame *f) {
    int deeds = 0, kinds = 0, second = -1;
    unsigned seen = 0;
    bool also = false;
    for (int i = f->verb; i < f->to; i++) {
        bool opens = i == f->verb || is(s, i - 1, W_AND) || s->tokens[i].gap == GAP_COMMA;
        int n = is(s, i, W_ALSO);
        if (n && i > f->verb + 1) {
            also = true;
            if (second < 0) {
                second = i;
            }
        }
        int k = i;
        while (opens && k < f->to && k < i + 4 &&
               (is(s, k, W_AND) || is(s, k, W_ALSO) || is(s, k, W_HE) || is(s, k, W_WILL) ||
                is(s, k, W_ADVERB) || is(s, k, W_TO))) {
            k++;
        }
        if (!opens || !deed_at(s, k)) {
            continue;
        }
        int area = area_of(s, k, f->to);
        deeds++;
        if (area >= 0 && !(seen >> area & 1u)) {
            seen |= 1u << area;
            kinds++;
            if (kinds == 2 && second < 0) {
                second = k;
            }
        }
        i = k;
    }
    if (also && (deeds >= 2 || kinds >= 2)) {
        return second;
    }
    return kinds >= 3 || (kinds >= 2 && deeds == 2) ? second : -1;
}
