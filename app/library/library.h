/* The library: everything read from content/<language>/ and content/place.json, checked at load.
 *
 * Read-only after loading; all of it lives in one arena and goes at once. Texts are borrowed until
 * library_free. A missing or broken file never stops the kiosk half way: loading says file, line
 * and what, and the program ends with one sentence. */
#ifndef LIBRARY_LIBRARY_H
#define LIBRARY_LIBRARY_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "outcome/check.h"
#include "outcome/compose.h"
#include "outcome/years.h"

#include <stdbool.h>

typedef struct Texts { /* a list of texts */
    int count;
    const char *const *text;
} Texts;

/* guide.json: chapters of pages. */
typedef struct GuidePage {
    const char *id, *heading;
    Texts sentences;                      /* plain words; each at most 20 words */
    Texts points;                         /* a list below them; may be empty */
    const char *example, *example_source; /* quoted; NULL when none */
    Texts easy;                           /* 'easy words': sentences of at most 12 words */
    const char *source;                   /* id into sources: 'oxfordshire', 'essex', 'ours' */
} GuidePage;

typedef struct GuideChapter {
    const char *id, *title, *icon;
    int page_count;
    const GuidePage *pages;
} GuideChapter;

typedef struct Source {
    const char *id, *title, *short_title;
} Source;

/* examples.json: a pair, or one side alone (text NULL on the other). */
typedef struct ExampleSide {
    const char *text;
    Texts why;          /* one to three short reasons */
    const char *better; /* 'Even better: ...'; NULL when none */
} ExampleSide;

typedef struct Example {
    const char *id, *source;
    Stage stage;
    Area area;
    ExampleSide good, not_yet;
    /* The shape of the good one, for 'Use this as a start': slots, not words about another child */
    const char *shape;
} Example;

/* practice.json: 'You decide' cards. */
typedef struct Card {
    const char *id, *text;
    bool good;
    const char *head, *body; /* what it is, and why */
    const char *better;      /* a clearer way; NULL when it is good already */
    const char *still;       /* 'It still needs: by when.'; may be NULL */
} Card;

/* glossary.json: words that need a plain one beside them, and every abbreviation. */
typedef struct Glossary {
    const char *word, *plain, *say; /* say: how to speak it, 'E H C P'; NULL: as written */
} Glossary;

/* keyboard.json: rows of keys. What a key types is its text; others are named by kind. */
typedef enum KeyKind {
    KEY_TEXT,
    KEY_SHIFT,
    KEY_BACKSPACE,
    KEY_LAYER, /* to the layer whose id is value */
    KEY_SPACE,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_DONE
} KeyKind;

typedef struct Key {
    KeyKind kind;
    const char *value; /* what it types, or the layer */
    const char *label; /* what it shows */
    const char *say;   /* how it is spoken */
    const char *more;  /* accents by holding, "áàâ"; may be NULL */
    float width;       /* in keys */
} Key;

typedef struct KeyRow {
    int count;
    float indent; /* in keys */
    const Key *keys;
} KeyRow;

typedef struct KeyLayer {
    const char *id;
    int row_count;
    const KeyRow *rows;
} KeyLayer;

typedef struct Contact {
    const char *label, *value;
} Contact;

/* place.json: what changes by place, edited by the operator. */
typedef struct PlaceInfo {
    const char *name, *service; /* 'Oak Hill School', 'SENDIASS Oxfordshire' */
    const char *phone, *text_phone, *email, *website, *drop_in, *law_date;
    Texts offers; /* what the service can offer */
} PlaceInfo;

typedef struct Library {
    Arena arena;
    const char *language, *folder;
    struct ContentFile *files;     /* as read, with line numbers: for library_validate */
    const struct Strings *strings; /* of strings.c */
    int source_count, chapter_count, example_count, card_count, glossary_count, layer_count;
    const Source *sources;
    const GuideChapter *chapters;
    const Example *examples;
    const Card *cards;
    const Glossary *glossary;
    const KeyLayer *layers;
    const PlaceInfo *place;
    const Grammar *grammar;
    const Rules *rules;
    const struct Ideas *ideas;     /* of ideas.c */
    const struct Suggest *suggest; /* of suggest.h, when a keyboard was shown */
    Texts code_words; /* 2,048 words for draft codes; empty when the file is not there */
} Library;

/* Loads folder/<language> and folder/place.json. On failure one line each problem,
 * 'file:line: what', is added to problems and *out stays as it was: ERR_NOT_FOUND when the language
 * has no folder, else ERR_DAMAGED. */
Err library_load(const char *folder, const char *language, Buf *problems, Library **out);

/* The same in two steps, so that a first page can stand while most is still to be read: first the
 * words of the screens, the grammar of a sentence and the place; then the rest, which is empty
 * until then. When the rest fails the library stays the caller's to free. */
Err library_load_first(const char *folder, const char *language, Buf *problems, Library **out);
Err library_load_rest(Library *library, Buf *problems);

void library_free(Library *library); /* NULL is fine */

/* Everything library_load checks and more, for each language folder in folder: sentence lengths,
 * reading level, banned words, abbreviations, ids that one language has and another lacks, rules
 * against their own examples. Adds one line each problem and returns how many. */
int library_validate(const char *folder, Buf *problems);

/* Whether there is enough of everything: ideas for each area and stage, practice cards, examples
 * of our own. Adds one line each lack and returns how many. */
int library_coverage(const Library *library, Buf *lacks);

/* The string with that id; "[id]" when there is none (a test over all screens names it). That
 * stand-in lasts until 32 more are asked for. */
const char *library_string(const Library *library, const char *id);
bool library_has_string(const Library *library, const char *id);

/* Adds pattern with each {key} replaced; pairs are key, value, ..., NULL. An unknown {key} stays
 * visible, so that a slip is seen. A straight and a curly apostrophe are
 * the same in a key. Values go in as they are: braces a parent typed are not looked at. */
void library_fill(const char *pattern, const char *const pairs[], Buf *out);

/* The same into an arena. */
const char *library_filled(Arena *arena, const char *pattern, const char *const pairs[]);

/* Adds text as it is to be said: short forms of the glossary as it says they are spoken. */
void library_spoken(const Library *library, const char *text, Buf *out);

/* Ideas for a part: of that area and stage first, then general ones; without an area (AREA_NONE)
 * the general ones, then one of each area in turn. No text twice. Fills at most most texts and
 * returns how many. */
int library_ideas(const Library *library, Part part, Area area, Stage stage, const char **out,
                  int most);

/* The layer with that id; NULL when there is none. */
const KeyLayer *library_layer(const Library *library, const char *id);

/* The source with that id; NULL when there is none. */
const Source *library_source(const Library *library, const char *id);

#endif
