/* Words to what the lexicon knows of them: every word and phrase that begins at each. */
#include "outcome/sentence.h"

/* Behind these a 'her' before them was an object. */
#define BEHIND(w)                                                                                  \
    (CLASS_BIT(w, W_TO) | CLASS_BIT(w, W_PREP) | CLASS_BIT(w, W_SUB) | CLASS_BIT(w, W_AND) |       \
     CLASS_BIT(w, W_ADVERB) | CLASS_BIT(w, W_DET) | CLASS_BIT(w, W_WITHIN) | CLASS_BIT(w, W_BY) |  \
     CLASS_BIT(w, W_WHO) | CLASS_BIT(w, W_NOT) | CLASS_BIT(w, W_COMPARE) | CLASS_BIT(w, W_IT))

/* Nouns that are verbs too. */
#define THINGS(w)                                                                                  \
    (CLASS_BIT(w, W_QUALITY_NOUN) | CLASS_BIT(w, W_THING) | CLASS_BIT(w, W_HELP) |                 \
     CLASS_BIT(w, W_SERVICE) | CLASS_BIT(w, W_ADULT))

static const Classes *classes_of(const Sentence *s, const Entry *entry) {
    return &s->meanings[entry->meaning].classes;
}

static void count_in(Token *t, const Hit *hit) {
    classes_join(&t->any, hit->classes);
    t->verb = hit->entry->flags & ENTRY_DEED ? hit : t->verb;
}

void token_sum(Sentence *s, Token *t) {
    t->any = (Classes){{0}};
    t->verb = NULL;
    for (int h = 0; h < t->hit_count; h++) {
        count_in(t, &s->hits[t->first_hit + h]);
    }
}

static void add_hit(Sentence *s, Token *t, const Entry *entry, int len) {
    if (s->hit_count == HITS_MOST) {
        return;
    }
    Hit *hit = &s->hits[s->hit_count++];
    *hit = (Hit){classes_of(s, entry), entry, len};
    t->hit_count++;
    count_in(t, hit);
}

/* The hit of that length at t, or NULL. */
static Hit *hit_of(Sentence *s, const Token *t, int len) {
    for (int h = 0; h < t->hit_count; h++) {
        if (s->hits[t->first_hit + h].len == len) {
            return &s->hits[t->first_hit + h];
        }
    }
    return NULL;
}

/* Do the word at i and the next make a thing: 'hearing aid'? */
static bool thing_of_two(const Sentence *s, const Rules *rules, int i, const Classes *things) {
    if (i + 1 >= s->count || s->tokens[i + 1].gap > GAP_NONE) {
        return false;
    }
    const uint64_t both = phrase_hash(s->words[i].canon, s->words[i + 1].canon);
    const Entry *entry = rules_find(rules, both);
    return entry && classes_meet(classes_of(s, entry), things);
}

/* Is the 'her' at i an object: 'let her sit', 'teach her to', not 'brush her hair'? */
static bool is_object(const Sentence *s, const Rules *rules, int i) {
    static const Classes things = CLASSES_OF(THINGS), behind = CLASSES_OF(BEHIND);
    if (i + 1 >= s->count || s->tokens[i + 1].gap > GAP_NONE) {
        return true;
    }
    const Entry *next = s->words[i + 1].entry;
    const Classes *set = next ? classes_of(s, next) : NULL;
    return set && !classes_has(set, W_OWN) &&
           (classes_meet(set, &behind) ||
            ((next->flags & ENTRY_DEED) && (classes_has(set, W_BASE) || classes_has(set, W_ING)) &&
             !classes_meet(set, &things) && !thing_of_two(s, rules, i + 1, &things)));
}

/* A phrase from t to the word last, found by reading 'her' as 'him'; owns: the last 'her' is none.
 */
static void add_as_object(Sentence *s, Token *t, const Entry *entry, int len, const Word *last,
                          bool owns) {
    if (last->object && owns) {
        return;
    }
    Hit *other = hit_of(s, t, len);
    if (!other) {
        add_hit(s, t, entry, len);
    } else if (last->object) {
        *other = (Hit){classes_of(s, entry), entry, len};
    }
}

/* Shortest first, after a second look. */
static void sort_hits(Sentence *s, const Token *t) {
    Hit *hits = &s->hits[t->first_hit];
    for (int i = 1; i < t->hit_count; i++) {
        Hit hit = hits[i];
        int k = i;
        for (; k > 0 && hits[k - 1].len > hit.len; k--) {
            hits[k] = hits[k - 1];
        }
        hits[k] = hit;
    }
}

/* Could a phrase that begins with entry go on with the word at k? */
static bool may_go_on(const Sentence *s, const Entry *entry, int k) {
    return entry && (entry->flags & ENTRY_BEGINS) && k < s->count && s->tokens[k].gap == GAP_NONE;
}

/* What entry, the words of which have the hash key, becomes with one more, which counts as next. It
 * stays as it is behind a word that phrases pass over. */
static const Entry *longer(const Rules *rules, const Entry *entry, uint64_t *key, const Word *word,
                           uint64_t next) {
    const uint64_t both = phrase_hash(*key, next);
    const Entry *found = rules_find(rules, both);
    if (!found && word->entry && (word->entry->flags & ENTRY_OWN)) {
        return entry;
    }
    *key = both;
    return found;
}

/* Adds the phrases that begin with entry, at i. True when one of their words is an object. */
static bool add_phrases(Sentence *s, const Rules *rules, int i, const Entry *entry) {
    uint64_t key = s->words[i].canon;
    bool object = s->words[i].object != 0;
    for (int k = i + 1; may_go_on(s, entry, k); k++) {
        const Word *word = &s->words[k];
        const Entry *before = entry;
        object |= word->object != 0;
        entry = longer(rules, before, &key, word, word->canon);
        if (entry && entry->meaning && entry != before) {
            add_hit(s, &s->tokens[i], entry, k + 1 - i);
        }
    }
    return object;
}

/* A second look that reads 'her' as 'him'. */
static void add_phrases_as_object(Sentence *s, const Rules *rules, int i, const Entry *entry) {
    const uint64_t first = s->words[i].object;
    uint64_t key = first ? first : s->words[i].canon;
    entry = first ? rules_find(rules, first) : entry;
    for (int k = i + 1; may_go_on(s, entry, k); k++) {
        const Word *word = &s->words[k];
        const Entry *before = entry;
        entry = longer(rules, before, &key, word, word->object ? word->object : word->canon);
        if (entry && entry->meaning && entry != before) {
            add_as_object(s, &s->tokens[i], entry, k + 1 - i, word, s->tokens[k].owns);
        }
    }
    sort_hits(s, &s->tokens[i]);
    token_sum(s, &s->tokens[i]);
}

/* All words and phrases of the lexicon that begin at i. */
static void look_up(Sentence *s, const Rules *rules, int i) {
    Token *t = &s->tokens[i];
    const Word *word = &s->words[i];
    t->first_hit = s->hit_count;
    if (!word->entry) {
        return;
    }
    if (word->entry->meaning) {
        add_hit(s, t, word->entry, 1);
    }
    const Entry *entry =
        word->entry->flags & ENTRY_SAME ? rules_find(rules, word->canon) : word->entry;
    if (add_phrases(s, rules, i, entry)) {
        add_phrases_as_object(s, rules, i, entry);
    }
    classes_join(&s->any, &t->any);
}

int is_long(const Sentence *s, int i, WordClass c) {
    const Token *t = &s->tokens[i];
    for (int h = t->hit_count - 1; h >= 0; h--) {
        const Hit *hit = &s->hits[t->first_hit + h];
        if (classes_has(hit->classes, c)) {
            return hit->len;
        }
    }
    return 0;
}

bool counts(const Sentence *s, int i) {
    bool text_speak = is(s, i + 1, W_BE); /* 'want him 2 be' */
    bool one_another = is(s, i, W_DET) && is(s, i + 1, W_A);
    return !text_speak && !one_another;
}

/* The word at i counts as another in phrases; those behind it were seen to. */
static void count_as_other(Sentence *s, const Rules *rules, int i) {
    Word *word = &s->words[i];
    word->canon = rules_canon(rules, word->canon);
    const Classes *set = classes_of(s, word->entry);
    if (classes_has(set, W_HIM) && classes_has(set, W_HIS)) {
        word->object = rules_him(rules);
        s->tokens[i].owns = !is_object(s, rules, i);
    }
}

void sentence_look_up(Sentence *s, const Rules *rules) {
    s->any = (Classes){{0}};
    s->meanings = rules_meanings(rules);
    for (int i = s->count - 1; i >= 0; i--) {
        const Entry *entry = s->words[i].entry;
        if (entry && (entry->flags & ENTRY_SAME)) {
            count_as_other(s, rules, i);
        }
    }
    for (int i = 0; i < s->count; i++) {
        look_up(s, rules, i);
    }
}
