/* The lexicon: one open-addressing table, 64-bit hashes as keys. Two different phrases with the
 * same 64-bit hash would be taken for one another; with 50,000 entries the chance of any such pair
 * is below one in ten thousand million, so the words themselves are not kept. */
#include "outcome/words.h"

#include <assert.h>
#include <string.h>

enum {
    FIRST_SIZE = 1 << 16, /* entries; a power of two; English fills half of it */
    LIST_SIZE = 1 << 10,  /* irregular verbs and replaced words */
    FORMS_MOST = 8,       /* of one verb */
    WORDS_MOST = 8,       /* of one phrase */
    WORD_SIZE = 48        /* bytes of one word of a list */
};

typedef struct Form {
    WordClass form;
    uint64_t word;
} Form;

typedef struct Irregular {
    uint64_t base;
    int count;
    Form forms[4]; /* s, ing and one or two past forms */
} Irregular;

typedef struct Replaced {
    uint64_t word;
    int count;
    uint64_t with[REPLACED_MOST];
} Replaced;

struct Rules {
    Arena *arena;
    Entry *table;
    size_t size, used;
    Irregular *irregular; /* LIST_SIZE, open addressing by base */
    Replaced *replaced;   /* LIST_SIZE, open addressing by word */
    Replaced *same;       /* LIST_SIZE, open addressing by word */
    int irregular_count, replaced_count, same_count;
    uint64_t him; /* the first word of its class */
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

static uint64_t hash_letter(uint64_t h, char letter) {
    return h * 1099511628211u + (unsigned char)letter;
}

uint64_t word_hash(const char *word, size_t len) {
    uint64_t h = HASH_START;
    for (size_t i = 0; i < len; i++) {
        h = hash_letter(h, word[i]);
    }
    return h ? h : 1;
}

Rules *rules_new(Arena *arena) {
    Rules *rules = arena_take(arena, sizeof *rules);
    rules->arena = arena;
    rules->size = FIRST_SIZE;
    rules->table = arena_take(arena, sizeof(Entry) * rules->size);
    rules->irregular = arena_take(arena, sizeof(Irregular) * LIST_SIZE);
    rules->replaced = arena_take(arena, sizeof(Replaced) * LIST_SIZE);
    rules->same = arena_take(arena, sizeof(Replaced) * LIST_SIZE);
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

static size_t slot_of(uint64_t key, size_t size) {
    return (size_t)((key * UINT64_C(0xD6E8FEB86659FD93)) >> 32) & (size - 1);
}

const Entry *rules_find(const Rules *rules, uint64_t key) {
    for (size_t at = slot_of(key, rules->size);; at = (at + 1) & (rules->size - 1)) {
        const Entry *entry = &rules->table[at];
        if (entry->key == key) {
            return entry;
        }
        if (entry->key == 0) {
            return NULL;
        }
    }
}

static void grow(Rules *rules) {
    Entry *old = rules->table;
    size_t old_size = rules->size;
    rules->size *= 2;
    rules->table = arena_take(rules->arena, sizeof(Entry) * rules->size);
    for (size_t i = 0; i < old_size; i++) {
        if (old[i].key != 0) {
            size_t at = slot_of(old[i].key, rules->size);
            while (rules->table[at].key != 0) {
                at = (at + 1) & (rules->size - 1);
            }
            rules->table[at] = old[i];
        }
    }
}

static Entry *entry_for(Rules *rules, uint64_t key) {
    if (rules->used * 4 >= rules->size * 3) {
        grow(rules);
    }
    size_t at = slot_of(key, rules->size);
    while (rules->table[at].key != 0 && rules->table[at].key != key) {
        at = (at + 1) & (rules->size - 1);
    }
    if (rules->table[at].key == 0) {
        rules->table[at].key = key;
        rules->used++;
    }
    return &rules->table[at];
}

int rules_count(const Rules *rules) {
    return (int)rules->used;
}

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

uint64_t rules_canon_as_object(const Rules *rules, uint64_t word) {
    const Entry *entry = rules_find(rules, word);
    return entry && classes_has(&entry->classes, W_HIM) && classes_has(&entry->classes, W_HIS)
               ? rules->him
               : 0;
}

int rules_replaced(const Rules *rules, uint64_t word, uint64_t out[REPLACED_MOST]) {
    const Replaced *row = row_of(rules->replaced, word);
    if (row->word != word) {
        return 0;
    }
    memcpy(out, row->with, sizeof row->with);
    return row->count;
}

typedef struct Word {
    const char *at;
    size_t len;
} Word;

/* Cuts words at spaces and hashes them on the way; the number of words, or 0 when there are none or
 * too many. The first one is told in letters too. */
static int cut(const char *words, size_t len, uint64_t hashes[WORDS_MOST], Word *first) {
    int count = 0;
    const char *at = words, *end = words + len;
    while (at < end) {
        if (*at == ' ') {
            at++;
            continue;
        }
        const char *from = at;
        uint64_t h = HASH_START;
        for (; at < end && *at != ' '; at++) {
            h = hash_letter(h, *at);
        }
        if (count == WORDS_MOST || at - from >= WORD_SIZE) {
            return 0;
        }
        if (count == 0) {
            *first = (Word){from, (size_t)(at - from)};
        }
        hashes[count++] = h ? h : 1;
    }
    return count;
}

static bool add_row(Replaced *rows, int *used, const char *word, size_t len, const char *other,
                    size_t other_len) {
    uint64_t hashes[WORDS_MOST];
    Word first;
    int count = cut(other, other_len, hashes, &first);
    if (len == 0 || count == 0 || count > REPLACED_MOST || *used * 2 >= LIST_SIZE) {
        return false;
    }
    uint64_t key = word_hash(word, len);
    Replaced *row = row_of(rows, key);
    *used += row->word == 0;
    row->word = key;
    row->count = count;
    memcpy(row->with, hashes, sizeof hashes[0] * (size_t)count);
    return true;
}

bool rules_replace(Rules *rules, const char *word, size_t len, const char *other,
                   size_t other_len) {
    return add_row(rules->replaced, &rules->replaced_count, word, len, other, other_len);
}

bool rules_same(Rules *rules, const char *word, size_t len, const char *other, size_t other_len) {
    return add_row(rules->same, &rules->same_count, word, len, other, other_len);
}

static Irregular *irregular_of(const Rules *rules, uint64_t base) {
    size_t at = slot_of(base, LIST_SIZE);
    while (rules->irregular[at].base != 0 && rules->irregular[at].base != base) {
        at = (at + 1) & (LIST_SIZE - 1);
    }
    return &rules->irregular[at];
}

bool rules_irregular(Rules *rules, const char *const forms[], int count) {
    if (count < 4 || count > 5 || rules->irregular_count * 2 >= LIST_SIZE) {
        return false;
    }
    Irregular *row = irregular_of(rules, word_hash(forms[0], strlen(forms[0])));
    rules->irregular_count += row->base == 0;
    row->base = word_hash(forms[0], strlen(forms[0]));
    row->count = count - 1;
    for (int i = 1; i < count; i++) {
        row->forms[i - 1] = (Form){i == 1   ? W_S
                                   : i == 2 ? W_ING
                                            : W_ED,
                                   word_hash(forms[i], strlen(forms[i]))};
    }
    return true;
}

static bool vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/* Forms of one verb, made from the hash of its beginning: no letters are copied. */
typedef struct Forms {
    Form at[FORMS_MOST];
    int count;
} Forms;

static void add_form(Forms *forms, WordClass form, uint64_t stem, const char *end) {
    assert(forms->count < FORMS_MOST);
    for (; *end; end++) {
        stem = hash_letter(stem, *end);
    }
    forms->at[forms->count++] = (Form){form, stem ? stem : 1};
}

/* All forms of a regular verb. Where the last consonant may be doubled, both spellings are given:
 * parents write both. */
static void derive(Word base, Forms *forms) {
    char last = base.at[base.len - 1];
    char before = base.len > 1 ? base.at[base.len - 2] : 'a';
    uint64_t shorter = HASH_START; /* all but the last letter */
    for (size_t i = 0; i + 1 < base.len; i++) {
        shorter = hash_letter(shorter, base.at[i]);
    }
    uint64_t whole = hash_letter(shorter, last);
    bool hiss = last == 's' || last == 'x' || last == 'z' || last == 'o' ||
                (last == 'h' && (before == 's' || before == 'c'));
    if (last == 'y' && !vowel(before)) {
        add_form(forms, W_S, shorter, "ies");
        add_form(forms, W_ED, shorter, "ied");
        add_form(forms, W_ING, whole, "ing");
        return;
    }
    add_form(forms, W_S, whole, hiss ? "es" : "s");
    if (last == 'e') {
        add_form(forms, W_ED, whole, "d");
        bool keep = before == 'e' || before == 'o'; /* seeing, shoeing */
        add_form(forms, W_ING, keep ? whole : shorter, "ing");
        return;
    }
    add_form(forms, W_ED, whole, "ed");
    add_form(forms, W_ING, whole, "ing");
    bool doubles = base.len > 2 && vowel(before) && !vowel(base.at[base.len - 3]) && !vowel(last) &&
                   last != 'w' && last != 'x' && last != 'y' && last != 'h';
    if (doubles) {
        uint64_t doubled = hash_letter(whole, last);
        add_form(forms, W_ED, doubled, "ed");
        add_form(forms, W_ING, doubled, "ing");
    }
}

/* Enters one run of words, of which all but the first are as they count in phrases: every proper
 * beginning is marked, the whole gets the classes. */
static void enter(Rules *rules, const uint64_t *words, int count, WordClass c, WordClass form,
                  const char *plain) {
    uint64_t key = count > 1 ? rules_canon(rules, words[0]) : words[0];
    for (int i = 1; i < count; i++) {
        entry_for(rules, key)->begins = true;
        key = phrase_hash(key, words[i]);
    }
    Entry *entry = entry_for(rules, key);
    classes_add(&entry->classes, c);
    if (form != WORD_CLASS_COUNT) {
        classes_add(&entry->classes, form);
    }
    entry->deed |= class_table[c].kind == DEED;
    if (plain) {
        entry->plain = plain;
    }
}

bool rules_add(Rules *rules, WordClass c, const char *words, size_t len, const char *plain) {
    uint64_t hashes[WORDS_MOST];
    Word first;
    int count = cut(words, len, hashes, &first);
    if (count == 0 || c >= WORD_CLASS_COUNT) {
        return false;
    }
    for (int i = 1; i < count; i++) {
        hashes[i] = rules_canon(rules, hashes[i]);
    }
    if (c == W_HIM && rules->him == 0) {
        rules->him = hashes[0];
    }
    bool verb = class_table[c].kind != FIXED;
    enter(rules, hashes, count, c, verb ? W_BASE : WORD_CLASS_COUNT, plain);
    if (!verb) {
        return true;
    }
    const Irregular *odd = irregular_of(rules, hashes[0]);
    bool known = odd->base == hashes[0];
    Forms made = {.count = 0};
    if (!known) {
        derive(first, &made);
    }
    const Form *forms = known ? odd->forms : made.at;
    for (int i = 0; i < (known ? odd->count : made.count); i++) {
        hashes[0] = forms[i].word;
        enter(rules, hashes, count, c, forms[i].form, plain);
    }
    return true;
}
