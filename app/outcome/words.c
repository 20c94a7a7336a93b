/* The lexicon: one open-addressing table by 64-bit hashes. Of a hash 17 bits say where an entry
 * stands and 32 others are kept as its tag; the words themselves are not. So one in some thousand
 * million words that nobody entered is taken for another. Meanings are kept once each: tens of
 * thousands of entries share two thousand. */
#include "outcome/words.h"

#include "outcome/cut.h"
#include "outcome/forms.h"

#include <assert.h>
#include <string.h>

enum {
    TABLE_SIZE = 1 << 17,            /* entries; a power of two; English fills less than half */
    TABLE_MOST = TABLE_SIZE / 4 * 3, /* fuller than this it would be slow */
    LIST_SIZE = 1 << 10,             /* irregular verbs and replaced words */
    MEANINGS_SIZE = 1 << 12,
    SEEN_BITS = 19,    /* of a key: which of half a million bits it sets */
    IRREGULAR_MOST = 4 /* forms: s, ing and one or two past forms */
};

typedef struct Irregular {
    uint64_t base;
    int count;
    Form forms[IRREGULAR_MOST];
} Irregular;

typedef struct Replaced {
    uint64_t word;
    int count;
    uint64_t with[REPLACED_MOST];
} Replaced;

struct Rules {
    Arena *arena;
    Entry *table; /* TABLE_SIZE */
    size_t used;
    Irregular *irregular; /* LIST_SIZE, open addressing by base */
    Replaced *replaced;   /* LIST_SIZE, open addressing by word */
    Replaced *same;       /* LIST_SIZE, open addressing by word */
    int irregular_count, replaced_count, same_count;
    Meaning meanings[MEANINGS_SIZE];        /* the first is empty */
    uint16_t meaning_at[MEANINGS_SIZE * 2]; /* open addressing by what they are; 0: free */
    int meaning_count;
    uint64_t him; /* the first word of its class */
    uint64_t seen[(1 << SEEN_BITS) / 64];
    Prompt prompts[PROMPT_COUNT];
};

static const struct {
    const char *name;
    ClassKind kind;
} class_table[] = {
#define AS_ROW(id, name, kind) {name, kind},
    WORD_CLASSES(AS_ROW)
#undef AS_ROW
};

_Static_assert(WORD_CLASS_COUNT <= 64 * CLASS_WORDS, "a set must hold every class");

uint64_t word_hash(const char *word, size_t len) {
    uint64_t h = HASH_START;
    for (size_t i = 0; i < len; i++) {
        h = letter_hash(h, word[i]);
    }
    return h;
}

Rules *rules_new(Arena *arena) {
    Rules *rules = arena_take(arena, sizeof *rules);
    rules->arena = arena;
    rules->table = arena_take(arena, sizeof(Entry) * TABLE_SIZE);
    rules->irregular = arena_take(arena, sizeof(Irregular) * LIST_SIZE);
    rules->replaced = arena_take(arena, sizeof(Replaced) * LIST_SIZE);
    rules->same = arena_take(arena, sizeof(Replaced) * LIST_SIZE);
    rules->meaning_count = 1;
    return rules;
}

WordClass rules_class(const char *name, size_t len) {
    for (int c = 0; c < WORD_CLASS_COUNT; c++) {
        if (strlen(class_table[c].name) == len && memcmp(class_table[c].name, name, len) == 0) {
            return (WordClass)c;
        }
    }
    return WORD_CLASS_COUNT;
}

void rules_set_prompt(Rules *rules, int which, const Prompt *prompt) {
    assert(which >= 0 && which < PROMPT_COUNT);
    rules->prompts[which] = *prompt;
}

const Prompt *rules_prompt(const Rules *rules, int which) {
    static const Prompt none = {"", "", ""};
    bool there = which >= 0 && which < PROMPT_COUNT && rules->prompts[which].ask;
    return there ? &rules->prompts[which] : &none;
}

/* ---- the table ---- */

static uint64_t mixed(uint64_t key) {
    return key * UINT64_C(0xD6E8FEB86659FD93);
}

static size_t slot_of(uint64_t key, size_t size) {
    return (size_t)(mixed(key) >> 32) & (size - 1);
}

/* The word of seen[] that knows of a key, and its bit there. Most of what is looked for is in no
 * list: then this small table, which stays in the cache, says so without a look at the large one.
 */
static size_t seen_word(uint64_t key) {
    return (size_t)(mixed(key) >> (64 - SEEN_BITS)) / 64;
}

static uint64_t seen_bit(uint64_t key) {
    return UINT64_C(1) << ((mixed(key) >> (64 - SEEN_BITS)) & 63);
}

/* Never 0. */
static uint32_t tag_of(uint64_t key) {
    return (uint32_t)mixed(key) | 1;
}

/* The row of a key, or the free one where it would go. */
static size_t row_for(const Rules *rules, uint64_t key) {
    const uint32_t tag = tag_of(key);
    size_t at = slot_of(key, TABLE_SIZE);
    while (rules->table[at].tag != 0 && rules->table[at].tag != tag) {
        at = (at + 1) & (TABLE_SIZE - 1);
    }
    return at;
}

const Entry *rules_find(const Rules *rules, uint64_t key) {
    if (!(rules->seen[seen_word(key)] & seen_bit(key))) {
        return NULL;
    }
    const Entry *entry = &rules->table[row_for(rules, key)];
    return entry->tag ? entry : NULL;
}

static Entry *entry_for(Rules *rules, uint64_t key) {
    Entry *entry = &rules->table[row_for(rules, key)];
    if (entry->tag == 0) {
        entry->tag = tag_of(key);
        rules->seen[seen_word(key)] |= seen_bit(key);
        rules->used++;
    }
    return entry;
}

/* Is there room for a phrase in all its forms? */
static bool has_room(const Rules *rules) {
    return rules->used + (size_t)WORDS_MOST * (FORMS_MOST + 1) <= TABLE_MOST;
}

int rules_count(const Rules *rules) {
    return (int)rules->used;
}

/* ---- meanings ---- */

static bool same_meaning(const Meaning *a, const Meaning *b) {
    return memcmp(&a->classes, &b->classes, sizeof a->classes) == 0 && a->plain == b->plain;
}

/* The number of a meaning; 0 when there is no room for another. */
static uint16_t number_of(Rules *rules, const Meaning *meaning) {
    const uint64_t *bits = meaning->classes.bits;
    uint64_t all = bits[0] + (bits[1] << 23 | bits[1] >> 41) +
                   (bits[2] ^ (uintptr_t)meaning->plain) * UINT64_C(0xC2B2AE3D27D4EB4F);
    all = (all ^ all >> 29) * UINT64_C(0x9E3779B97F4A7C15);
    size_t at = slot_of(all ^ all >> 32, (size_t)MEANINGS_SIZE * 2);
    for (; rules->meaning_at[at] != 0; at = (at + 1) & ((size_t)MEANINGS_SIZE * 2 - 1)) {
        if (same_meaning(&rules->meanings[rules->meaning_at[at]], meaning)) {
            return rules->meaning_at[at];
        }
    }
    if (rules->meaning_count == MEANINGS_SIZE) {
        return 0;
    }
    rules->meanings[rules->meaning_count] = *meaning;
    rules->meaning_at[at] = (uint16_t)rules->meaning_count;
    return (uint16_t)rules->meaning_count++;
}

static bool entry_add(Rules *rules, Entry *entry, WordClass c, WordClass form, const char *plain) {
    const Meaning *now = &rules->meanings[entry->meaning];
    Meaning meaning = {now->classes, plain ? plain : now->plain};
    classes_add(&meaning.classes, c);
    if (form != WORD_CLASS_COUNT) {
        classes_add(&meaning.classes, form);
    }
    if (!same_meaning(&meaning, now)) {
        entry->meaning = number_of(rules, &meaning);
    }
    entry->flags |= class_table[c].kind == DEED ? ENTRY_DEED : c == W_OWN ? ENTRY_OWN : 0;
    return entry->meaning != 0;
}

const Meaning *rules_meanings(const Rules *rules) {
    return rules->meanings;
}

/* ---- what stands for a word ---- */

/* The row of a small table for word, or the free one where it would go. */
static Replaced *row_of(Replaced *rows, uint64_t word) {
    size_t at = slot_of(word, LIST_SIZE);
    while (rows[at].word != 0 && rows[at].word != word) {
        at = (at + 1) & (LIST_SIZE - 1);
    }
    return &rows[at];
}

uint64_t rules_canon(const Rules *rules, uint64_t word) {
    const Replaced *row = row_of(rules->same, word);
    return row->word == word ? row->with[0] : word;
}

uint64_t rules_him(const Rules *rules) {
    return rules->him;
}

int rules_replaced(const Rules *rules, uint64_t word, uint64_t out[REPLACED_MOST]) {
    const Replaced *row = row_of(rules->replaced, word);
    if (row->word != word) {
        return 0;
    }
    memcpy(out, row->with, sizeof row->with);
    return row->count;
}

static bool add_row(Rules *rules, Replaced *rows, int *used, const char *word, size_t len,
                    const char *other, size_t other_len, uint8_t flag) {
    Cut with;
    if (len == 0 || !cut(other, other_len, &with) || with.count > REPLACED_MOST ||
        *used * 2 >= LIST_SIZE || !has_room(rules)) {
        return false;
    }
    const uint64_t key = word_hash(word, len);
    Replaced *row = row_of(rows, key);
    *used += row->word == 0;
    row->word = key;
    row->count = with.count;
    memcpy(row->with, with.words, sizeof row->with);
    entry_for(rules, key)->flags |= flag;
    return true;
}

bool rules_replace(Rules *rules, const char *word, size_t len, const char *other,
                   size_t other_len) {
    return add_row(rules, rules->replaced, &rules->replaced_count, word, len, other, other_len,
                   ENTRY_READ_AS);
}

bool rules_same(Rules *rules, const char *word, size_t len, const char *other, size_t other_len) {
    return add_row(rules, rules->same, &rules->same_count, word, len, other, other_len, ENTRY_SAME);
}

/* ---- filling ---- */

static Irregular *irregular_of(const Rules *rules, uint64_t base) {
    size_t at = slot_of(base, LIST_SIZE);
    while (rules->irregular[at].base != 0 && rules->irregular[at].base != base) {
        at = (at + 1) & (LIST_SIZE - 1);
    }
    return &rules->irregular[at];
}

bool rules_irregular(Rules *rules, const char *const forms[], int count) {
    if (count < 4 || count > IRREGULAR_MOST + 1 || rules->irregular_count * 2 >= LIST_SIZE) {
        return false;
    }
    const uint64_t base = word_hash(forms[0], strlen(forms[0]));
    Irregular *row = irregular_of(rules, base);
    rules->irregular_count += row->base == 0;
    row->base = base;
    row->count = count - 1;
    for (int i = 1; i < count; i++) {
        row->forms[i - 1] = (Form){.form = i == 1   ? W_S
                                           : i == 2 ? W_ING
                                                    : W_ED,
                                   .hash = word_hash(forms[i], strlen(forms[i]))};
    }
    return true;
}

/* Enters one run of words: every proper beginning is marked, the whole gets the classes. */
static bool enter(Rules *rules, const Cut *phrase, WordClass c, WordClass form, const char *plain) {
    uint64_t key = phrase->count > 1 ? rules_canon(rules, phrase->words[0]) : phrase->words[0];
    for (int i = 1; i < phrase->count; i++) {
        entry_for(rules, key)->flags |= ENTRY_BEGINS;
        key = phrase_hash(key, rules_canon(rules, phrase->words[i]));
    }
    return entry_add(rules, entry_for(rules, key), c, form, plain);
}

bool rules_add(Rules *rules, WordClass c, const char *words, size_t len, const char *plain) {
    Cut phrase;
    if (c >= WORD_CLASS_COUNT || !cut(words, len, &phrase) || !has_room(rules)) {
        return false;
    }
    if (c == W_HIM && rules->him == 0) {
        rules->him = phrase.words[0];
    }
    const bool verb = class_table[c].kind != FIXED;
    bool fits = enter(rules, &phrase, c, verb ? W_BASE : WORD_CLASS_COUNT, plain);
    if (!verb) {
        return fits;
    }
    Form made[FORMS_MOST];
    const Form *forms = made;
    int count;
    const Irregular *odd = irregular_of(rules, phrase.words[0]);
    if (odd->base == phrase.words[0]) {
        forms = odd->forms;
        count = odd->count;
    } else {
        count = forms_of(phrase.first, phrase.first_len, made);
    }
    for (int i = 0; i < count; i++) {
        phrase.words[0] = forms[i].hash;
        fits = enter(rules, &phrase, c, forms[i].form, plain) && fits;
    }
    return fits;
}
