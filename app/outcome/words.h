/* The lexicon of the checker: which words and phrases belong to which class.
 *
 * The engine knows classes; the words of each are content. A phrase is found by hashing the words
 * one after the other, so a look-up costs the same with thirty entries as with thirty thousand.
 * Verbs are entered in their base form; the other forms are derived here. Everything lives in the
 * arena it was made in. It never reads a file and never allocates while checking. */
#ifndef OUTCOME_WORDS_H
#define OUTCOME_WORDS_H

#include "base/arena.h"
#include "outcome/check.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* FIXED words stay as they are, BENDS are verbs that are entered in all their forms, DEED are such
 * verbs that say what a clause is about. */
typedef enum ClassKind { FIXED, BENDS, DEED } ClassKind;

/* X(class, name in content files, kind) */
#define WORD_CLASSES(X)                                                                            \
    X(W_BASE, "form-base", FIXED)                                                                  \
    X(W_S, "form-s", FIXED)                                                                        \
    X(W_ING, "form-ing", FIXED)                                                                    \
    X(W_ED, "form-ed", FIXED)                                                                      \
    X(W_HE, "he", FIXED)                                                                           \
    X(W_THEY, "they", FIXED)                                                                       \
    X(W_HIM, "him", FIXED)                                                                         \
    X(W_HIS, "his", FIXED)                                                                         \
    X(W_WE, "we", FIXED)                                                                           \
    X(W_IT, "it", FIXED)                                                                           \
    X(W_I, "i", FIXED)                                                                             \
    X(W_DET, "determiner", FIXED)                                                                  \
    X(W_A, "a or an", FIXED)                                                                       \
    X(W_WILL, "will", FIXED)                                                                       \
    X(W_CAN, "can", FIXED)                                                                         \
    X(W_TO, "to", FIXED)                                                                           \
    X(W_BE, "be", FIXED)                                                                           \
    X(W_IS, "is", FIXED)                                                                           \
    X(W_WAS, "was", FIXED)                                                                         \
    X(W_HAVE, "have", FIXED)                                                                       \
    X(W_HAS, "has", FIXED)                                                                         \
    X(W_DO, "do", FIXED)                                                                           \
    X(W_NOT, "not", FIXED)                                                                         \
    X(W_PREP, "preposition", FIXED)                                                                \
    X(W_WITHOUT, "without", FIXED)                                                                 \
    X(W_LETS, "before a bare verb", BENDS)                                                         \
    X(W_OWN, "own", FIXED)                                                                         \
    X(W_ALONE, "alone", FIXED)                                                                     \
    X(W_OF, "of", FIXED)                                                                           \
    X(W_SUB, "subordinator", FIXED)                                                                \
    X(W_AND, "and", FIXED)                                                                         \
    X(W_WHO, "who", FIXED)                                                                         \
    X(W_THERE, "there", FIXED)                                                                     \
    X(W_ADVERB, "adverb", FIXED)                                                                   \
    X(W_NUMBER, "number", FIXED)                                                                   \
    X(W_FILLER, "filler", FIXED)                                                                   \
    X(W_PREFACE, "preface", FIXED)                                                                 \
    X(W_BESIDE, "said beside", FIXED)                                                              \
    X(W_WISH, "word for a wish", FIXED)                                                            \
    X(W_SKIP, "passed-over verb", DEED)                                                            \
    X(W_CHILD, "child noun", FIXED)                                                                \
    X(W_ADULT, "adult", FIXED)                                                                     \
    X(W_SERVICE, "service", FIXED)                                                                 \
    X(W_GROUP, "group", FIXED)                                                                     \
    X(W_FAMILY, "family", FIXED)                                                                   \
    X(W_MONTH, "month", FIXED)                                                                     \
    X(W_FEAST, "feast or season", FIXED)                                                           \
    X(W_UNIT, "long unit", FIXED)                                                                  \
    X(W_SHORT, "short unit", FIXED)                                                                \
    X(W_SESSION, "session", FIXED)                                                                 \
    X(W_STAGE, "stage", FIXED)                                                                     \
    X(W_EVENT, "event", FIXED)                                                                     \
    X(W_YEAR, "year word", FIXED)                                                                  \
    X(W_STAGE_WORD, "key stage word", FIXED)                                                       \
    X(W_BY, "by", FIXED)                                                                           \
    X(W_WITHIN, "within", FIXED)                                                                   \
    X(W_OVER, "over", FIXED)                                                                       \
    X(W_GOING, "going verb", BENDS)                                                                \
    X(W_THIS, "this or next", FIXED)                                                               \
    X(W_END, "end", FIXED)                                                                         \
    X(W_AGE, "age word", FIXED)                                                                    \
    X(W_ORDINAL, "ordinal", FIXED)                                                                 \
    X(W_MOVE, "milestone verb", BENDS)                                                             \
    X(W_HALF, "and a half", FIXED)                                                                 \
    X(W_CLOCK, "clock", FIXED)                                                                     \
    X(W_DEADLINE, "deadline", FIXED)                                                               \
    X(W_NOT_DEADLINE, "not a deadline", FIXED)                                                     \
    X(W_REASON, "reason", FIXED)                                                                   \
    X(W_NOT_REASON, "not a reason", FIXED)                                                         \
    X(W_PURPOSE, "purpose verb", BENDS)                                                            \
    X(W_SEEN, "seen", DEED)                                                                        \
    X(W_UNSEEN, "unseen", DEED)                                                                    \
    X(W_FUZZY, "fuzzy", DEED)                                                                      \
    X(W_FUZZY_IF, "fuzzy with a quality", DEED)                                                    \
    X(W_FUZZY_BARE, "fuzzy alone", DEED)                                                           \
    X(W_THIN, "thin", DEED)                                                                        \
    X(W_RECEIVE, "receiving", DEED)                                                                \
    X(W_HOLD, "having", DEED)                                                                      \
    X(W_VISIT, "attending", DEED)                                                                  \
    X(W_GIVE, "giving", DEED)                                                                      \
    X(W_GIVE_IF, "giving to a child", DEED)                                                        \
    X(W_TOGETHER, "doing with a child", BENDS)                                                     \
    X(W_WANT, "wanting", DEED)                                                                     \
    X(W_LINK, "linking", DEED)                                                                     \
    X(W_QUALITY, "quality word", FIXED)                                                            \
    X(W_QUALITY_NOUN, "quality noun", FIXED)                                                       \
    X(W_UNSEEN_NOUN, "unseen noun", FIXED)                                                         \
    X(W_INNER, "inner noun", FIXED)                                                                \
    X(W_FRIENDS, "friends", FIXED)                                                                 \
    X(W_COMPARE, "comparison", FIXED)                                                              \
    X(W_NOT_COMPARE, "not a comparison", FIXED)                                                    \
    X(W_FUZZY_ADVERB, "fuzzy adverb", FIXED)                                                       \
    X(W_HELP, "help", FIXED)                                                                       \
    X(W_THING, "equipment", FIXED)                                                                 \
    X(W_PLACE, "place", FIXED)                                                                     \
    X(W_WEAK_HELP, "help wording", FIXED)                                                          \
    X(W_NOT_HELP, "not help", FIXED)                                                               \
    X(W_HOPE, "hope", FIXED)                                                                       \
    X(W_JOB, "job", FIXED)                                                                         \
    X(W_SOMEDAY, "one day", FIXED)                                                                 \
    X(W_NEED, "need", FIXED)                                                                       \
    X(W_NEED_VERB, "difficulty verb", DEED)                                                        \
    X(W_FINDING, "finding", BENDS)                                                                 \
    X(W_HARD, "hard", FIXED)                                                                       \
    X(W_CONDITION, "condition", FIXED)                                                             \
    X(W_STRENGTH, "strength", FIXED)                                                               \
    X(W_STRENGTH_VERB, "strength verb", DEED)                                                      \
    X(W_HISTORY, "history", FIXED)                                                                 \
    X(W_COMPLAINT, "complaint", FIXED)                                                             \
    X(W_DISTRESS, "distress", BENDS)                                                               \
    X(W_BARE, "nothing but", FIXED)                                                                \
    X(W_ABUSE, "abuse", BENDS)                                                                     \
    X(W_TAUGHT, "taught to keep safe", FIXED)                                                      \
    X(W_FUN, "fun", FIXED)                                                                         \
    X(W_HURT, "hurt", BENDS)                                                                       \
    X(W_ACCIDENT, "accident", FIXED)                                                               \
    X(W_HARM, "harming", BENDS)                                                                    \
    X(W_HARM_ANY, "harming anybody", BENDS)                                                        \
    X(W_BLOW, "blow", BENDS)                                                                       \
    X(W_TRIES, "goes on to harm", BENDS)                                                           \
    X(W_WEAPON, "with what", FIXED)                                                                \
    X(W_MAYBE, "only in case", FIXED)                                                              \
    X(W_GOT, "got", FIXED)                                                                         \
    X(W_HARMED, "those harmed", FIXED)                                                             \
    X(W_HOME, "at home with power", FIXED)                                                         \
    X(W_POWER, "with power", FIXED)                                                                \
    X(W_FEAR, "afraid of", BENDS)                                                                  \
    X(W_FEARED, "also to be afraid of", FIXED)                                                     \
    X(W_AT_HOME, "where it happens", FIXED)                                                        \
    X(W_INJURE, "injuring", BENDS)                                                                 \
    X(W_BODY, "part of the body", FIXED)                                                           \
    X(W_WOUND, "wound", FIXED)                                                                     \
    X(W_MARK, "mark", FIXED)                                                                       \
    X(W_UPON, "upon", FIXED)                                                                       \
    X(W_MIND, "thinking of", BENDS)                                                                \
    X(W_DYING, "dying", FIXED)                                                                     \
    X(W_NOT_DISTRESS, "not distress", BENDS)                                                       \
    X(W_LIGHT, "light jargon", FIXED)                                                              \
    X(W_HEAVY, "heavy jargon", FIXED)                                                              \
    X(W_ALSO, "also", FIXED)                                                                       \
    X(W_CURE, "cure", FIXED)                                                                       \
    X(W_AREA_TALK, "area talking", BENDS)                                                          \
    X(W_AREA_PLAY, "area playing", BENDS)                                                          \
    X(W_AREA_LEARN, "area learning", BENDS)                                                        \
    X(W_AREA_DRESS, "area dressing and washing", BENDS)                                            \
    X(W_AREA_TOILET, "area toilet", BENDS)                                                         \
    X(W_AREA_EAT, "area eating and cooking", BENDS)                                                \
    X(W_AREA_SLEEP, "area sleeping", BENDS)                                                        \
    X(W_AREA_OUT, "area going out", BENDS)                                                         \
    X(W_AREA_MOVE, "area sport and moving", BENDS)                                                 \
    X(W_AREA_MONEY, "area money and work", BENDS)                                                  \
    X(W_AREA_CALM, "area feelings", BENDS)                                                         \
    X(W_AREA_CLUB, "area clubs", BENDS)                                                            \
    X(W_OF_TALK, "things of talking", FIXED)                                                       \
    X(W_OF_PLAY, "things of play and friends", FIXED)                                              \
    X(W_OF_LEARN, "things of learning", FIXED)                                                     \
    X(W_OF_DRESS, "things of dressing and washing", FIXED)                                         \
    X(W_OF_TOILET, "things of the toilet", FIXED)                                                  \
    X(W_OF_EAT, "things of eating", FIXED)                                                         \
    X(W_OF_SLEEP, "things of sleeping", FIXED)                                                     \
    X(W_OF_OUT, "things of going out", FIXED)                                                      \
    X(W_OF_MOVE, "things of moving", FIXED)                                                        \
    X(W_OF_MONEY, "things of money and work", FIXED)                                               \
    X(W_OF_CALM, "things of feelings", FIXED)                                                      \
    X(W_OF_CLUB, "things of clubs", FIXED)                                                         \
    X(W_OF_HEALTH, "things of health", FIXED)                                                      \
    X(W_OF_CLOTHES, "things to wear", FIXED)                                                       \
    X(W_STEP, "first step", BENDS)                                                                 \
    X(W_GOES, "goes somewhere", BENDS)                                                             \
    X(W_OWN_TIME, "its own time", FIXED)                                                           \
    X(W_BACK, "refers back", FIXED)

typedef enum WordClass {
#define AS_CLASS(id, name, kind) id,
    WORD_CLASSES(AS_CLASS)
#undef AS_CLASS
        WORD_CLASS_COUNT
} WordClass;

enum { CLASS_WORDS = 3, REPLACED_MOST = 3 };

/* A set of classes. */
typedef struct Classes {
    uint64_t bits[CLASS_WORDS];
} Classes;

static inline bool classes_has(const Classes *set, WordClass c) {
    return (set->bits[c >> 6] >> (c & 63)) & 1u;
}

static inline bool classes_meet(const Classes *a, const Classes *b) {
    return ((a->bits[0] & b->bits[0]) | (a->bits[1] & b->bits[1]) | (a->bits[2] & b->bits[2])) != 0;
}

static inline void classes_join(Classes *to, const Classes *more) {
    to->bits[0] |= more->bits[0];
    to->bits[1] |= more->bits[1];
    to->bits[2] |= more->bits[2];
}

/* The bit of class c in word w of a set, and a set of such words: for constant sets. */
#define CLASS_BIT(w, c) ((unsigned)(c) >> 6 == (w) ? UINT64_C(1) << ((unsigned)(c)&63u) : 0)
#define CLASSES_OF(word)                                                                           \
    {                                                                                              \
        { word(0), word(1), word(2) }                                                              \
    }

static inline void classes_add(Classes *set, WordClass c) {
    set->bits[c >> 6] |= (uint64_t)1 << (c & 63);
}

/* What a word or phrase means: its classes, and the plain words for it if it is jargon. */
typedef struct Meaning {
    Classes classes;
    const char *plain; /* or NULL */
} Meaning;

/* What the lexicon knows of a word or phrase. Small, so that the table is quick to make and stays
 * in the cache. */
typedef struct Entry {
    uint32_t tag;     /* of its hash; 0: free */
    uint16_t meaning; /* which of rules_meanings; 0: none */
    uint8_t flags;
} Entry;

enum {
    ENTRY_BEGINS = 1,  /* a longer phrase begins with this */
    ENTRY_DEED = 2,    /* a form of a verb that says what a clause is about */
    ENTRY_READ_AS = 4, /* rules_replaced has other words for it */
    ENTRY_SAME = 8,    /* rules_canon has another word for it */
    ENTRY_OWN = 16     /* phrases go on behind it as if it were not there */
};

/* Hash of a word, and of a phrase made longer by a word. Never 0. */
enum { HASH_START = 5381 };
uint64_t word_hash(const char *word, size_t len);

/* A word's hash before and after one more letter. */
static inline uint64_t letter_hash(uint64_t word, char letter) {
    return word * 1099511628211u + (unsigned char)letter;
}

static inline uint64_t phrase_hash(uint64_t phrase, uint64_t word) {
    uint64_t h = (phrase ^ (word >> 29)) * UINT64_C(0x9E3779B97F4A7C15) + word;
    return h ? h : 1;
}

/* An empty lexicon in arena. */
Rules *rules_new(Arena *arena);

/* The class with that content name; WORD_CLASS_COUNT when there is none. */
WordClass rules_class(const char *name, size_t len);

/* Adds words (one word or a phrase, lower case, apostrophes left out) to a class; plain may be
 * NULL and is borrowed. False when there are no words or too many. */
bool rules_add(Rules *rules, WordClass c, const char *words, size_t len, const char *plain);

/* The forms of a verb that does not follow the rule: base, s, ing, then one or two past forms. Add
 * these before the classes that use them. */
bool rules_irregular(Rules *rules, const char *const forms[], int count);

/* Reads word as if it were the words of other: 'becuase' as 'because', 'dont' as 'do not'. */
bool rules_replace(Rules *rules, const char *word, size_t len, const char *other, size_t other_len);

/* In phrases, word counts as other: 'her' as 'his'. */
bool rules_same(Rules *rules, const char *word, size_t len, const char *other, size_t other_len);

/* Look-up while checking; NULL when there is nothing. */
const Entry *rules_find(const Rules *rules, uint64_t key);

/* All meanings, by the number that an entry has. */
const Meaning *rules_meanings(const Rules *rules);

/* The hash under which a word with ENTRY_SAME counts in phrases. */
uint64_t rules_canon(const Rules *rules, uint64_t word);

/* The first word of [him]: 'her', which owns and is an object, counts as it too in phrases. */
uint64_t rules_him(const Rules *rules);

/* Words to read instead of this one: how many, hashes in out; 0 when it is read as it is. */
int rules_replaced(const Rules *rules, uint64_t word, uint64_t out[REPLACED_MOST]);

/* What the kiosk says for a fault. Borrowed from whoever filled the rules; {name}, {word} and
 * {plain} stand for the child, the words that set it off and the plain words for them. */
typedef struct Prompt {
    const char *title, *ask, *offer;
} Prompt;

enum { PROMPT_CALM = FAULT_COUNT, PROMPT_GOOD, PROMPT_COUNT }; /* beside one for each fault */

void rules_set_prompt(Rules *rules, int which, const Prompt *prompt);

/* Never NULL; its texts are empty when none was set. */
const Prompt *rules_prompt(const Rules *rules, int which);

/* Number of entries, forms and beginnings of phrases included. */
int rules_count(const Rules *rules);

#endif
