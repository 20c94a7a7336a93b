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

typedef struct Texts { /* a list of texts */
    int count;
    const char *const *text;
} Texts;

/* guide.json: chapters of pages. */
typedef struct GuidePage {
    const char *id, *heading;
    Texts sentences; /* plain words; each at most 20 words */
    Texts points;    /* a list below them; may be empty */
    const char *example, *example_source; /* quoted; NULL when none */
    Texts easy;        /* 'easy words': sentences of at most 12 words */
    const char *source; /* id into sources: 'oxfordshire', 'essex', 'ours' */
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
    const char *head, *body;   /* what it is, and why */
    const char *better;        /* a clearer way; NULL when it is good already */
    const char *still;         /* 'It still needs: by when.'; may be NULL */
} Card;

/* ideas.json: what to tap in the builder. */
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
    void *strings; /* of strings.c */
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
    void *ideas; /* of ideas.c */
    Texts code_words; /* 2,048 words for draft codes; empty when the file is not there */
} Library;

/* Loads content/<language>. On failure one line each problem, 'file:line: what', goes to problems
 * and *out stays as it was. */
Err library_load(const char *folder, const char *language, Buf *problems, Library **out);
void library_free(Library *library); /* NULL is fine */

/* Everything library_load checks and more: sentence lengths, reading level, banned words, ids
 * that are used and missing, rules against their own examples. Returns the number of problems. */
int library_validate(const char *folder, Buf *problems);

/* The string with that id; "[id]" when there is none (and validate names it). */
const char *library_string(const Library *library, const char *id);

/* Ideas for a part: of that area and stage first, then general ones. Fills at most most texts. */
int library_ideas(const Library *library, Part part, Area area, Stage stage, const char **out,
                  int most);

/* Title of a source id. */
const Source *library_source(const Library *library, const char *id);

#endif
