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
     CLASS_BIT(w, W_SERVICE))

static void set_hit(const Rules *rules, Token *t, Hit *hit, const Entry *entry, int len) {
    const Classes *classes = rules_set(rules, entry);
    *hit = (Hit){classes, rules_plain(rules, entry), len, (entry->flags & ENTRY_DEED) != 0};
    classes_join(&t->any, classes);
}

static void add_hit(Sentence *s, const Rules *rules, Token *t, const Entry *entry, int len) {
    if (s->hit_count == HITS_MOST) {
        return;
    }
    set_hit(rules, t, &s->hits[s->hit_count++], entry, len);
    t->hit_count++;
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
    const uint64_t both = phrase_hash(s->tokens[i].canon, s->tokens[i + 1].canon);
    const Entry *entry = rules_find(rules, both);
    return entry && classes_meet(rules_set(rules, entry), things);
}

/* Is the 'her' at i an object: 'let her sit', 'teach her to', not 'brush her hair'? */
static bool is_object(const Sentence *s, const Rules *rules, int i) {
    static const Classes things = CLASSES_OF(THINGS), behind = CLASSES_OF(BEHIND);
    if (i + 1 >= s->count || s->tokens[i + 1].gap > GAP_NONE) {
        return true;
    }
    const Entry *next = s->tokens[i + 1].entry;
    const Classes *set = next ? rules_set(rules, next) : NULL;
    return set &&
           (classes_meet(set, &behind) ||
            ((next->flags & ENTRY_DEED) && (classes_has(set, W_BASE) || classes_has(set, W_ING)) &&
             !classes_meet(set, &things) && !thing_of_two(s, rules, i + 1, &things)));
}

static bool owned(const Rules *rules, const Token *t) {
    return t->entry && classes_has(rules_set(rules, t->entry), W_OWN);
}

/* Phrases that begin with entry, at i; as_object reads 'her' as 'him'. True when that matters. */
static bool look_up_phrases(Sentence *s, const Rules *rules, int i, const Entry *entry,
                            bool as_object) {
    Token *first = &s->tokens[i];
    bool matters = first->object != 0;
    uint64_t key = as_object && first->object ? first->object : first->canon;
    for (int n = 1; entry && (entry->flags & ENTRY_BEGINS) && i + n < s->count; n++) {
        const Token *t = &s->tokens[i + n];
        if (t->gap > GAP_NONE) {
            break;
        }
        matters |= t->object != 0;
        const uint64_t longer = phrase_hash(key, as_object && t->object ? t->object : t->canon);
        const Entry *next = rules_find(rules, longer);
        if (!next && owned(rules, t)) {
            continue; /* the phrase goes on as if the word were not there */
        }
        key = longer;
        entry = next;
        if (!entry || !entry->set) {
            continue;
        }
        Hit *other = as_object ? hit_of(s, first, n + 1) : NULL;
        bool object = t->object && !t->owns;
        if (other && object) {
            set_hit(rules, first, other, entry, n + 1);
        } else if (!as_object || (matters && !other && (object || !t->object))) {
            add_hit(s, rules, first, entry, n + 1);
        }
    }
    return matters;
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

/* Under which words a token counts in phrases. */
static void set_canon(Token *t, const Rules *rules) {
    t->canon = t->word;
    t->object = 0;
    if (!t->entry || !(t->entry->flags & ENTRY_SAME)) {
        return;
    }
    t->canon = rules_canon(rules, t->word);
    const Classes *set = rules_set(rules, t->entry);
    if (classes_has(set, W_HIM) && classes_has(set, W_HIS)) {
        t->object = rules_him(rules);
    }
}

/* All words and phrases of the lexicon that begin at i. */
static void look_up(Sentence *s, const Rules *rules, int i) {
    Token *t = &s->tokens[i];
    t->first_hit = s->hit_count;
    if (t->entry && t->entry->set) {
        add_hit(s, rules, t, t->entry, 1);
    }
    const Entry *entry = t->canon == t->word ? t->entry : rules_find(rules, t->canon);
    if (look_up_phrases(s, rules, i, entry, false)) {
        look_up_phrases(s, rules, i, t->object ? rules_find(rules, t->object) : entry, true);
        sort_hits(s, t);
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

bool is_number(const Sentence *s, int i) {
    if (is(s, i + 1, W_BE)) {
        return false; /* text-speak: 'want him 2 be' */
    }
    if (is(s, i, W_DET) && is(s, i + 1, W_A)) {
        return false; /* 'one another' */
    }
    return i >= 0 && i < s->count && (s->tokens[i].number != NUMBER_NONE || is(s, i, W_NUMBER));
}

void sentence_look_up(Sentence *s, const Rules *rules) {
    s->any = (Classes){{0}};
    for (int i = 0; i < s->count; i++) {
        set_canon(&s->tokens[i], rules);
    }
    for (int i = 0; i < s->count; i++) {
        s->tokens[i].owns = s->tokens[i].object && !is_object(s, rules, i);
    }
    for (int i = 0; i < s->count; i++) {
        look_up(s, rules, i);
    }
}
