/* Words to what the lexicon knows of them: every word and phrase that begins at each. */
#include "outcome/sentence.h"

static void add_hit(Sentence *s, const Rules *rules, Token *t, const Entry *entry, int len) {
    if (s->hit_count == HITS_MOST) {
        return;
    }
    const Classes *classes = rules_set(rules, entry);
    s->hits[s->hit_count++] =
        (Hit){classes, rules_plain(rules, entry), len, (entry->flags & ENTRY_DEED) != 0};
    t->hit_count++;
    classes_join(&t->any, classes);
}

static bool has_hit(const Sentence *s, const Token *t, int len) {
    for (int h = 0; h < t->hit_count; h++) {
        if (s->hits[t->first_hit + h].len == len) {
            return true;
        }
    }
    return false;
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
        key = phrase_hash(key, as_object && t->object ? t->object : t->canon);
        entry = rules_find(rules, key);
        bool new = !as_object || (matters && !has_hit(s, first, n + 1));
        if (entry && entry->set && new) {
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
    return i >= 0 && i < s->count && (s->tokens[i].number != NUMBER_NONE || is(s, i, W_NUMBER));
}

void sentence_look_up(Sentence *s, const Rules *rules) {
    s->any = (Classes){{0}};
    for (int i = 0; i < s->count; i++) {
        set_canon(&s->tokens[i], rules);
    }
    for (int i = 0; i < s->count; i++) {
        look_up(s, rules, i);
    }
}
