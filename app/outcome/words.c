/* The lexicon: one open-addressing table, 64-bit hashes as keys. Two different phrases with the
 * same 64-bit hash would be taken for one another; with 50,000 entries the chance of any such pair
 * is below one in ten thousand million, so the words themselves are not kept. */
#include "outcome/words.h"

#include <assert.h>
#include <stdio.h>
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
    char text[WORD_SIZE];
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
        h = h * 1099511628211u + (unsigned char)word[i];
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

int rules_replaced(const Rules *rules, uint64_t word, uint64_t out[REPLACED_MOST]) {
    const Replaced *row = row_of(rules->replaced, word);
    if (row->word != word) {
        return 0;
    }
    memcpy(out, row->with, sizeof row->with);
    return row->count;
}

/* Cuts words at spaces; the number of words, or 0 when there are none or too many. */
static int cut(const char *words, size_t len, const char *at[WORDS_MOST], size_t size[WORDS_MOST]) {
    int count = 0;
    size_t i = 0;
    while (i < len) {
        while (i < len && words[i] == ' ') {
            i++;
        }
        size_t from = i;
        while (i < len && words[i] != ' ') {
            i++;
        }
        if (i > from) {
            if (count == WORDS_MOST || i - from >= WORD_SIZE) {
                return 0;
            }
            at[count] = words + from;
            size[count++] = i - from;
        }
    }
    return count;
}

static bool add_row(Replaced *rows, int *used, const char *word, size_t len, const char *other,
                    size_t other_len) {
    const char *at[WORDS_MOST];
    size_t size[WORDS_MOST];
    int count = cut(other, other_len, at, size);
    if (len == 0 || count == 0 || count > REPLACED_MOST || *used * 2 >= LIST_SIZE) {
        return false;
    }
    uint64_t key = word_hash(word, len);
    Replaced *row = row_of(rows, key);
    *used += row->word == 0;
    row->word = key;
    row->count = count;
    for (int i = 0; i < count; i++) {
        row->with[i] = word_hash(at[i], size[i]);
    }
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
        row->forms[i - 1].form = i == 1 ? W_S : i == 2 ? W_ING : W_ED;
        snprintf(row->forms[i - 1].text, WORD_SIZE, "%s", forms[i]);
    }
    return true;
}

static bool vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static void add_form(Form *forms, int *count, WordClass form, const char *stem, size_t len,
                     const char *end) {
    assert(*count < FORMS_MOST);
    forms[*count].form = form;
    char *text = forms[*count].text;
    size_t kept = len < WORD_SIZE - 8 ? len : WORD_SIZE - 8; /* room for the longest ending */
    size_t ending = strlen(end);
    memcpy(text, stem, kept);
    memcpy(text + kept, end, ending + 1);
    (*count)++;
}

/* All forms of a regular verb. Where the last consonant may be doubled, both spellings are given:
 * parents write both. */
static int derive(const char *base, size_t len, Form forms[FORMS_MOST]) {
    int count = 0;
    char last = base[len - 1];
    char before = len > 1 ? base[len - 2] : 'a';
    bool hiss = last == 's' || last == 'x' || last == 'z' || last == 'o' ||
                (last == 'h' && (before == 's' || before == 'c'));
    if (last == 'y' && !vowel(before)) {
        add_form(forms, &count, W_S, base, len - 1, "ies");
        add_form(forms, &count, W_ED, base, len - 1, "ied");
        add_form(forms, &count, W_ING, base, len, "ing");
        return count;
    }
    add_form(forms, &count, W_S, base, len, hiss ? "es" : "s");
    if (last == 'e') {
        add_form(forms, &count, W_ED, base, len, "d");
        bool keep = before == 'e' || before == 'o'; /* seeing, shoeing */
        add_form(forms, &count, W_ING, base, keep ? len : len - 1, "ing");
        return count;
    }
    add_form(forms, &count, W_ED, base, len, "ed");
    add_form(forms, &count, W_ING, base, len, "ing");
    bool doubles = len > 2 && vowel(before) && !vowel(base[len - 3]) && !vowel(last) &&
                   last != 'w' && last != 'x' && last != 'y' && last != 'h';
    if (doubles) {
        const char ed[] = {last, 'e', 'd', '\0'};
        const char ing[] = {last, 'i', 'n', 'g', '\0'};
        add_form(forms, &count, W_ED, base, len, ed);
        add_form(forms, &count, W_ING, base, len, ing);
    }
    return count;
}

/* Enters one run of words: every proper beginning is marked, the whole gets the classes. */
static void enter(Rules *rules, const uint64_t *words, int count, WordClass c, WordClass form,
                  const char *plain) {
    uint64_t key = count > 1 ? rules_canon(rules, words[0]) : words[0];
    for (int i = 1; i < count; i++) {
        entry_for(rules, key)->begins = true;
        key = phrase_hash(key, rules_canon(rules, words[i]));
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
    const char *at[WORDS_MOST];
    size_t size[WORDS_MOST];
    int count = cut(words, len, at, size);
    if (count == 0 || c >= WORD_CLASS_COUNT) {
        return false;
    }
    uint64_t hashes[WORDS_MOST];
    for (int i = 0; i < count; i++) {
        hashes[i] = word_hash(at[i], size[i]);
    }
    bool verb = class_table[c].kind != FIXED;
    enter(rules, hashes, count, c, verb ? W_BASE : WORD_CLASS_COUNT, plain);
    if (!verb) {
        return true;
    }
    const Irregular *odd = irregular_of(rules, hashes[0]);
    if (odd->base == hashes[0]) {
        for (int i = 0; i < odd->count; i++) {
            hashes[0] = word_hash(odd->forms[i].text, strlen(odd->forms[i].text));
            enter(rules, hashes, count, c, odd->forms[i].form, plain);
        }
        return true;
    }
    Form forms[FORMS_MOST];
    int made = derive(at[0], size[0], forms);
    for (int i = 0; i < made; i++) {
        hashes[0] = word_hash(forms[i].text, strlen(forms[i].text));
        enter(rules, hashes, count, c, forms[i].form, plain);
    }
    return true;
}
