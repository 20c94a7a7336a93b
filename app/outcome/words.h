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

/* X(class, name in content files, are its entries verbs to be inflected?) */
#define WORD_CLASSES(X)                                                                            \
    X(W_BASE, "form-base", false)                                                                  \
    X(W_S, "form-s", false)                                                                        \
    X(W_ING, "form-ing", false)                                                                    \
    X(W_ED, "form-ed", false)                                                                      \
    X(W_HE, "he", false)                                                                           \
    X(W_HIM, "him", false)                                                                         \
    X(W_HIS, "his", false)                                                                         \
    X(W_WE, "we", false)                                                                           \
    X(W_IT, "it", false)                                                                           \
    X(W_I, "i", false)                                                                             \
    X(W_DET, "determiner", false)                                                                  \
    X(W_WILL, "will", false)                                                                       \
    X(W_CAN, "can", false)                                                                         \
    X(W_TO, "to", false)                                                                           \
    X(W_BE, "be", false)                                                                           \
    X(W_IS, "is", false)                                                                           \
    X(W_WAS, "was", false)                                                                         \
    X(W_HAVE, "have", false)                                                                       \
    X(W_HAS, "has", false)                                                                         \
    X(W_DO, "do", false)                                                                           \
    X(W_NOT, "not", false)                                                                         \
    X(W_PREP, "preposition", false)                                                                \
    X(W_OF, "of", false)                                                                           \
    X(W_SUB, "subordinator", false)                                                                \
    X(W_AND, "and", false)                                                                         \
    X(W_WHO, "who", false)                                                                         \
    X(W_THERE, "there", false)                                                                     \
    X(W_ADVERB, "adverb", false)                                                                   \
    X(W_NUMBER, "number", false)                                                                   \
    X(W_FILLER, "filler", false)                                                                   \
    X(W_PREFACE, "preface", false)                                                                 \
    X(W_SKIP, "passed-over verb", true)                                                            \
    X(W_CHILD, "child noun", false)                                                                \
    X(W_ADULT, "adult", false)                                                                     \
    X(W_SERVICE, "service", false)                                                                 \
    X(W_GROUP, "group", false)                                                                     \
    X(W_FAMILY, "family", false)                                                                   \
    X(W_MONTH, "month", false)                                                                     \
    X(W_FEAST, "feast or season", false)                                                           \
    X(W_UNIT, "long unit", false)                                                                  \
    X(W_SHORT, "short unit", false)                                                                \
    X(W_SESSION, "session", false)                                                                 \
    X(W_STAGE, "stage", false)                                                                     \
    X(W_EVENT, "event", false)                                                                     \
    X(W_YEAR, "year word", false)                                                                  \
    X(W_STAGE_WORD, "key stage word", false)                                                       \
    X(W_BY, "by", false)                                                                           \
    X(W_WITHIN, "within", false)                                                                   \
    X(W_OVER, "over", false)                                                                       \
    X(W_GOING, "going verb", true)                                                                 \
    X(W_THIS, "this or next", false)                                                               \
    X(W_END, "end", false)                                                                         \
    X(W_AGE, "age word", false)                                                                    \
    X(W_ORDINAL, "ordinal", false)                                                                 \
    X(W_MOVE, "milestone verb", true)                                                              \
    X(W_CLOCK, "clock", false)                                                                     \
    X(W_DEADLINE, "deadline", false)                                                               \
    X(W_NOT_DEADLINE, "not a deadline", false)                                                     \
    X(W_REASON, "reason", false)                                                                   \
    X(W_NOT_REASON, "not a reason", false)                                                         \
    X(W_PURPOSE, "purpose verb", true)                                                             \
    X(W_SEEN, "seen", true)                                                                        \
    X(W_UNSEEN, "unseen", true)                                                                    \
    X(W_FUZZY, "fuzzy", true)                                                                      \
    X(W_FUZZY_IF, "fuzzy with a quality", true)                                                    \
    X(W_THIN, "thin", true)                                                                        \
    X(W_RECEIVE, "receiving", true)                                                                \
    X(W_HOLD, "having", true)                                                                      \
    X(W_VISIT, "attending", true)                                                                  \
    X(W_GIVE, "giving", true)                                                                      \
    X(W_GIVE_IF, "giving to a child", true)                                                        \
    X(W_WANT, "wanting", true)                                                                     \
    X(W_LINK, "linking", true)                                                                     \
    X(W_QUALITY, "quality word", false)                                                            \
    X(W_QUALITY_NOUN, "quality noun", false)                                                       \
    X(W_UNSEEN_NOUN, "unseen noun", false)                                                         \
    X(W_FRIENDS, "friends", false)                                                                 \
    X(W_COMPARE, "comparison", false)                                                              \
    X(W_NOT_COMPARE, "not a comparison", false)                                                    \
    X(W_FUZZY_ADVERB, "fuzzy adverb", false)                                                       \
    X(W_HELP, "help", false)                                                                       \
    X(W_THING, "equipment", false)                                                                 \
    X(W_PLACE, "place", false)                                                                     \
    X(W_WEAK_HELP, "help wording", false)                                                          \
    X(W_NOT_HELP, "not help", false)                                                               \
    X(W_HOPE, "hope", false)                                                                       \
    X(W_JOB, "job", false)                                                                         \
    X(W_SOMEDAY, "one day", false)                                                                 \
    X(W_NEED, "need", false)                                                                       \
    X(W_NEED_VERB, "difficulty verb", true)                                                        \
    X(W_CONDITION, "condition", false)                                                             \
    X(W_STRENGTH, "strength", false)                                                               \
    X(W_STRENGTH_VERB, "strength verb", true)                                                      \
    X(W_HISTORY, "history", false)                                                                 \
    X(W_COMPLAINT, "complaint", false)                                                             \
    X(W_DISTRESS, "distress", false)                                                               \
    X(W_LIGHT, "light jargon", false)                                                              \
    X(W_HEAVY, "heavy jargon", false)                                                              \
    X(W_ALSO, "also", false)                                                                       \
    X(W_CURE, "cure", false)                                                                       \
    X(W_AREA_TALK, "area talking", true)                                                           \
    X(W_AREA_PLAY, "area playing", true)                                                           \
    X(W_AREA_LEARN, "area learning", true)                                                         \
    X(W_AREA_DRESS, "area dressing and washing", true)                                             \
    X(W_AREA_TOILET, "area toilet", true)                                                          \
    X(W_AREA_EAT, "area eating and cooking", true)                                                 \
    X(W_AREA_SLEEP, "area sleeping", true)                                                         \
    X(W_AREA_OUT, "area going out", true)                                                          \
    X(W_AREA_MOVE, "area sport and moving", true)                                                  \
    X(W_AREA_MONEY, "area money and work", true)                                                   \
    X(W_AREA_CALM, "area feelings", true)

typedef enum WordClass {
#define AS_CLASS(id, name, verb) id,
    WORD_CLASSES(AS_CLASS)
#undef AS_CLASS
        WORD_CLASS_COUNT
} WordClass;

enum { CLASS_WORDS = 2, REPLACED_MOST = 3 };

/* A set of classes. */
typedef struct Classes {
    uint64_t bits[CLASS_WORDS];
} Classes;

static inline bool classes_has(const Classes *set, WordClass c) {
    return (set->bits[c >> 6] >> (c & 63)) & 1u;
}

static inline void classes_add(Classes *set, WordClass c) {
    set->bits[c >> 6] |= (uint64_t)1 << (c & 63);
}

/* What the lexicon knows of a word or phrase. */
typedef struct Entry {
    uint64_t key;      /* 0: free */
    Classes classes;   /* none: only the beginning of a longer phrase */
    const char *plain; /* plain words for jargon, or NULL */
    bool begins;       /* a longer phrase begins with this */
} Entry;

/* Hash of a word, and of a phrase made longer by a word. Never 0. */
enum { HASH_START = 5381 };
uint64_t word_hash(const char *word, size_t len);

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

/* The hash under which word counts in phrases. */
uint64_t rules_canon(const Rules *rules, uint64_t word);

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
