/* Bytes to words: lower case, accents off, apostrophes out (straight and curly alike), invisible
 * marks dropped, digits parted from letters ('yr6' is 'yr' '6'). Invalid bytes count as letters of
 * an unknown word, so any bytes can be read. */
#include "outcome/sentence.h"

#include "base/utf8.h"
#include "outcome/letters.h"

#include <string.h>

typedef enum Quote { QUOTE_NONE, QUOTE_SINGLE, QUOTE_DOUBLE } Quote;

typedef struct Reader {
    Sentence *out;
    const Rules *rules;
    const char *text;
    size_t len;
    Gap gap;
    int brackets;
    Quote quote;
    int quote_from; /* the first word of an open quotation */
} Reader;

enum { WORD_MOST = 64 };

/* The code point at i, Latin-1 for a byte that is not UTF-8. */
static int read_at(const Reader *r, size_t i, uint32_t *c) {
    if ((unsigned char)r->text[i] < 0x80) {
        *c = (unsigned char)r->text[i];
        return 1;
    }
    int n = utf8_read(r->text + i, r->len - i, c);
    if (n < 1) {
        *c = 0xFFFD;
        return 1;
    }
    return n;
}

/* The ending of a word of len plain letters, in either case, that ends before end. */
static Ending ending_of(const char *end, size_t len) {
    if (len <= 3) {
        return ENDING_NONE;
    }
    const int last = end[-1] | 0x20, before = end[-2] | 0x20;
    switch (last) {
    case 'g':
        return len > 4 && before == 'n' && (end[-3] | 0x20) == 'i' ? ENDING_ING : ENDING_NONE;
    case 'd':
        return before == 'e' ? ENDING_ED : ENDING_NONE;
    case 'y':
        return len > 4 && before == 'l' ? ENDING_LY : ENDING_NONE;
    case 's':
        return before != 's' ? ENDING_S : ENDING_NONE;
    default:
        return ENDING_NONE;
    }
}

/* The token of the next word, of which the lexicon knows entry; NULL when there is no room. */
static inline Token *next_token(Reader *r, uint64_t hash, const Entry *entry, size_t from,
                                size_t to) {
    Sentence *s = r->out;
    if (s->count == TOKENS_MOST) {
        return NULL;
    }
    s->words[s->count] = (Word){entry, hash, 0};
    Token *t = &s->tokens[s->count++];
    s->commas |= r->gap == GAP_COMMA;
    *t = (Token){.from = (int)from, .to = (int)to, .gap = r->gap, .bracket = r->brackets > 0};
    r->gap = GAP_NONE;
    return t;
}

static void add_word(Reader *r, uint64_t hash, Ending ending, size_t from, size_t to) {
    const Entry *entry = rules_find(r->rules, hash);
    if (entry && (entry->flags & ENTRY_READ_AS)) {
        uint64_t with[REPLACED_MOST];
        int count = rules_replaced(r->rules, hash, with);
        for (int i = 0; i < count; i++) {
            next_token(r, with[i], rules_find(r->rules, with[i]), from, to);
        }
        return;
    }
    Token *t = next_token(r, hash, entry, from, to);
    if (t) {
        t->ending = ending;
    }
}

static void add_letters_of(Reader *r, const char *word, size_t len, size_t from, size_t to) {
    add_word(r, word_hash(word, len), ending_of(word + len, len), from, to);
}

/* Is the word that hash belongs to read as other words? */
static bool read_as_other(const Reader *r, const char *word, size_t len) {
    const Entry *entry = rules_find(r->rules, word_hash(word, len));
    return entry && (entry->flags & ENTRY_READ_AS);
}

/* Is a run of len plain letters a whole word when next stands behind it? Not before an apostrophe
 * or an accent, and not where it may be text-speak or 'w/out'. */
static bool whole_before(unsigned char next, size_t len) {
    return next == ' ' || (next < 0x80 && next != '/' && ascii_kinds[next] != KIND_QUIET &&
                           !(ascii_kinds[next] == KIND_DIGIT && len == 1));
}

/* Most words are plain letters up to a space. Adds them from from on; where something else stands.
 */
static size_t add_plain_words(Reader *r, size_t from) {
    const char *text = r->text;
    const size_t len = r->len;
    while (from < len && r->out->count < TOKENS_MOST) {
        uint64_t hash = HASH_START;
        size_t i = from;
        for (; i < len; i++) {
            const char c = (char)(text[i] | 0x20);
            if (c < 'a' || c > 'z') {
                break;
            }
            hash = letter_hash(hash, c);
        }
        const unsigned char next = i < len ? (unsigned char)text[i] : ' ';
        if (i == from || i - from > WORD_MOST || !whole_before(next, i - from)) {
            return from;
        }
        add_word(r, hash, ending_of(text + i, i - from), from, i);
        if (next != ' ') {
            return i;
        }
        from = i + 1;
    }
    return from;
}

/* A run of digits with what belongs to it: 8.30, 01/07/2027, 80%, 1:1. */
static size_t add_number(Reader *r, size_t from) {
    char word[WORD_MOST];
    size_t used = 0, i = from;
    int value = 0, slashes = 0, points = 0;
    while (i < r->len) {
        char c = r->text[i];
        bool joins = (c == '.' || c == ':' || c == '/' || c == ',' || c == '-') && i + 1 < r->len &&
                     r->text[i + 1] >= '0' && r->text[i + 1] <= '9';
        if (!joins && (c < '0' || c > '9')) {
            break;
        }
        if (joins) {
            slashes += c == '/' || c == '-';
            points += c == '.' || c == ':';
        } else if (slashes + points == 0 && value < 100000) {
            value = value * 10 + (c - '0');
        }
        if (used < sizeof word) {
            word[used++] = c;
        }
        i++;
    }
    NumberKind kind = slashes > 1 || points > 1 ? NUMBER_DATE
                      : slashes                 ? NUMBER_SHARE
                      : points                  ? NUMBER_CLOCK
                                                : NUMBER_PLAIN;
    if (i < r->len && r->text[i] == '%') {
        kind = NUMBER_SHARE;
        i++;
    }
    const uint64_t hash = word_hash(word, used);
    Token *t = next_token(r, hash, rules_find(r->rules, hash), from, i);
    if (t) {
        t->number = kind;
        t->value = value;
    }
    return i;
}

/* A quotation mark: opens one, or marks the words since the one that did. */
static void add_quote(Reader *r, Quote quote) {
    Sentence *s = r->out;
    if (r->quote != quote) {
        r->quote_from = s->count;
        r->quote = quote;
        return;
    }
    for (int i = r->quote_from; i < s->count; i++) {
        s->tokens[i].quoted = true;
        s->tokens[i].quote_opens = i == r->quote_from;
        s->quotes_to = s->count;
    }
    r->quote = QUOTE_NONE;
    r->gap = GAP_NONE; /* 'shouts "stop!" and walks off' */
}

/* An apostrophe that is not inside a word, at i: opens before a letter, closes elsewhere. */
static void add_apostrophe(Reader *r, size_t behind) {
    uint32_t c;
    char letter = 0;
    bool opens =
        behind < r->len && read_at(r, behind, &c) > 0 && kind_of(c, &letter) == KIND_LETTER;
    if (r->quote != QUOTE_DOUBLE && opens == (r->quote == QUOTE_NONE)) {
        add_quote(r, QUOTE_SINGLE);
    }
}

/* Does a word follow the apostrophe that ends before i? */
static bool owns_behind(const Reader *r, size_t i) {
    uint32_t c;
    char letter = 0;
    return i + 1 < r->len && r->text[i] == ' ' && read_at(r, i + 1, &c) > 0 &&
           kind_of(c, &letter) == KIND_LETTER;
}

static size_t add_letters(Reader *r, size_t from) {
    char word[WORD_MOST];
    size_t used = 0, i = from;
    size_t cut = 0; /* letters before the last apostrophe */
    while (i < r->len) {
        uint32_t c;
        char letter = 0;
        int n = read_at(r, i, &c);
        Kind kind = kind_of(c, &letter);
        if (kind == KIND_LETTER) {
            if (used < sizeof word) {
                word[used++] = letter;
            }
        } else if (kind == KIND_DIGIT && i + 1 == from + used + 1 && used == 1) {
            /* 'b4', 'm8': one letter and a digit may be text-speak */
            char pair[2] = {word[0], letter};
            if (read_as_other(r, pair, 2)) {
                word[used++] = letter;
            } else {
                break;
            }
        } else if (kind != KIND_QUIET) {
            break;
        } else {
            cut = used;
        }
        i += (size_t)n;
    }
    if (i + 1 < r->len && r->text[i] == '/' && used < 3) { /* w/out, s/he */
        size_t rest = i + 1;
        char joined[WORD_MOST];
        memcpy(joined, word, used);
        size_t size = used;
        while (rest < r->len && size < sizeof joined) {
            char letter = 0;
            uint32_t c = (unsigned char)r->text[rest];
            if (c >= 0x80 || kind_of(c, &letter) != KIND_LETTER) {
                break;
            }
            joined[size++] = letter;
            rest++;
        }
        if (read_as_other(r, joined, size)) {
            add_letters_of(r, joined, size, from, rest);
            return rest;
        }
    }
    bool will = cut > 0 && used == cut + 2 && word[cut] == 'l' && word[cut + 1] == 'l';
    if (will && !read_as_other(r, word, used)) {
        add_letters_of(r, word, cut, from, i); /* 'Kayleigh'll' */
        add_letters_of(r, word + cut, 2, from, i);
    } else if (used > 0) {
        add_letters_of(r, word, used, from, i);
        const bool plural = cut == used && word[used - 1] == 's' && r->quote != QUOTE_SINGLE &&
                            owns_behind(r, i); /* "the kids' swing" */
        const bool single = cut > 0 && used == cut + 1 && word[cut] == 's';
        if ((single || plural) && r->out->count > 0) {
            Token *t = &r->out->tokens[r->out->count - 1];
            t->owner = t->to == (int)i;
            t->ending = ENDING_S;
        }
    }
    if (r->quote == QUOTE_SINGLE && used > 0 && cut == used) {
        add_quote(r, QUOTE_SINGLE); /* the word ends in it: "'help'" */
    }
    return i;
}

static size_t add_mark(Reader *r, size_t i, uint32_t c, size_t n) {
    Gap gap = GAP_NONE;
    switch (c) {
    case '"':
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
        add_quote(r, QUOTE_DOUBLE);
        break;
    case ',':
        gap = GAP_COMMA;
        break;
    case '.':
    case '!':
    case '?':
    case ';':
    case '\n':
    case 0x2022:
    case '*':
        gap = GAP_STOP;
        break;
    case ':':
    case 0x2013:
    case 0x2014:
    case 0x2026:
        gap = GAP_DASH;
        break;
    case '-':
        gap = i > 0 && r->text[i - 1] == ' ' && i + 1 < r->len && r->text[i + 1] == ' ' ? GAP_DASH
                                                                                        : GAP_NONE;
        break;
    case '(':
        r->brackets++;
        r->out->brackets = true;
        break;
    case ')':
        gap = r->brackets > 0 ? GAP_NONE : GAP_DASH; /* '3) ...' */
        r->brackets -= r->brackets > 0;
        break;
    default:
        break;
    }
    if (gap > r->gap) {
        r->gap = gap;
    }
    return i + n;
}

void sentence_read(Sentence *s, const Rules *rules, const char *text, size_t len) {
    Reader r = {.out = s, .rules = rules, .text = text, .len = len, .gap = GAP_STOP};
    s->count = 0;
    s->quotes_to = 0;
    s->commas = s->brackets = false;
    s->hit_count = 0;
    for (size_t i = 0; (i = add_plain_words(&r, i)) < len && s->count < TOKENS_MOST;) {
        uint32_t c;
        char letter;
        int n = read_at(&r, i, &c);
        switch (kind_of(c, &letter)) {
        case KIND_LETTER:
            i = add_letters(&r, i);
            break;
        case KIND_DIGIT:
            i = add_number(&r, i);
            break;
        case KIND_MARK:
            i = add_mark(&r, i, c, (size_t)n);
            break;
        case KIND_QUIET:
            i += (size_t)n;
            if (is_apostrophe(c)) {
                add_apostrophe(&r, i);
            }
            break;
        case KIND_SPACE:
            i += (size_t)n;
            break;
        }
    }
    sentence_look_up(s, rules);
}
