/* A statement cut into words, with what the lexicon knows of each. Fixed in size: nothing is
 * allocated, and words beyond the end are left out. */
#ifndef OUTCOME_SENTENCE_H
#define OUTCOME_SENTENCE_H

#include "outcome/words.h"

enum {
    TOKENS_MOST = 400, /* an entry of a parent has fewer than 100 */
    HITS_MOST = 1200
};

/* What stands before a word. */
typedef enum Gap { GAP_NONE, GAP_COMMA, GAP_DASH, GAP_STOP } Gap;

/* Which clause a word belongs to. */
typedef enum Clause { CLAUSE_MAIN, CLAUSE_WHEN, CLAUSE_WHY, CLAUSE_ASIDE } Clause;

typedef enum NumberKind {
    NUMBER_NONE,
    NUMBER_PLAIN,
    NUMBER_CLOCK, /* 8.30, 08:00 */
    NUMBER_DATE,  /* 01/07/2027 */
    NUMBER_SHARE  /* 80%, 3/5 */
} NumberKind;

/* Endings that tell something of a word that no list knows. */
typedef enum Ending { ENDING_NONE, ENDING_S, ENDING_ING, ENDING_ED, ENDING_LY } Ending;

typedef struct Hit {
    const Classes *classes;
    const Entry *entry;
    int len; /* words */
} Hit;

/* A word as the lexicon finds it. */
typedef struct Word {
    const Entry *entry; /* NULL: no list knows it */
    uint64_t canon;     /* under which it counts in phrases */
    uint64_t object;    /* 'her' counts as 'him' too; else 0 */
} Word;

/* A word as it is judged; small, for each is made anew and moved about. */
typedef struct Token {
    Classes any;              /* of all hits */
    const Hit *verb;          /* the longest that says what a clause is about, or NULL */
    int first_hit, hit_count; /* shortest first */
    int from, to;             /* bytes of the text */
    int value;
    Gap gap : 8;
    Clause clause : 8;
    NumberKind number : 8;
    Ending ending : 8;
    bool bracket; /* inside round brackets */
    bool quoted;  /* inside quotation marks */
    bool quote_opens;
    bool owns;  /* 'her' before a noun: 'her bag' */
    bool cut;   /* another clause was taken out before it */
    bool owner; /* written with 's: 'Mark's' is no verb */
} Token;

typedef struct Sentence {
    int count, hit_count;
    bool commas; /* is there one? */
    bool brackets;
    int quotes_to;           /* behind the last quotation; 0: there is none */
    Classes any;             /* of all words that were read */
    const Meaning *meanings; /* of the rules: what entries say */
    Token tokens[TOKENS_MOST];
    Hit hits[HITS_MOST];
    Word words[TOKENS_MOST]; /* as they were read, whatever becomes of the tokens */
} Sentence;

/* Cuts text into words and looks each up. */
void sentence_read(Sentence *sentence, const Rules *rules, const char *text, size_t len);

/* Looks up every word that was read; sentence_read does it (in lookup.c). */
void sentence_look_up(Sentence *sentence, const Rules *rules);

/* Puts together what the hits of a token say, when some were added or taken away. */
void token_sum(Sentence *sentence, Token *token);

/* The longest phrase of class c at i, which is known to begin one there. */
__attribute__((pure)) int is_long(const Sentence *sentence, int i, WordClass c);

/* How many words of class c begin at i, the longest such phrase; 0 when none or i is outside. */
static inline int is(const Sentence *sentence, int i, WordClass c) {
    if (i < 0 || i >= sentence->count || !classes_has(&sentence->tokens[i].any, c)) {
        return 0;
    }
    int len = is_long(sentence, i, c);
    if (len < 1) {
        __builtin_unreachable(); /* so who asks whether, not how many, does not pay for it */
    }
    return len;
}

/* Does a word or phrase of one of these classes begin at i? */
static inline bool is_any(const Sentence *sentence, int i, const Classes *set) {
    return i >= 0 && i < sentence->count && classes_meet(&sentence->tokens[i].any, set);
}

/* Does any list know the word at i? */
static inline bool known(const Sentence *sentence, int i) {
    return sentence->tokens[i].hit_count > 0;
}

/* Is what looks like a number at i one? */
bool counts(const Sentence *sentence, int i);

/* A number in digits or words. */
static inline bool is_number(const Sentence *sentence, int i) {
    return i >= 0 && i < sentence->count &&
           (sentence->tokens[i].number != NUMBER_NONE || is(sentence, i, W_NUMBER)) &&
           counts(sentence, i);
}

#endif
