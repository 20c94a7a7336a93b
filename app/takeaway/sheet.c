/* The order of what goes home: the family's outcomes first, then the child's words, the golden
 * thread of each, what is still open, room for notes, whom to ask. It adds no words of its own to
 * the family's: all others come from content. */
#include "takeaway/sheet.h"
#include "takeaway/said.h"

#include "base/text.h"
#include "outcome/compose.h"

#include <stdio.h>
#include <string.h>

enum { NUMBER_SIZE = 12, NOUN_SIZE = 32 };

typedef struct Maker {
    Arena *arena;
    const Draft *draft;
    const Library *library;
    Date today;
    char they[NOUN_SIZE];
    const char *fills[16]; /* {name}, {they} ...: what strings may ask for */
} Maker;

static Block *add(Maker *m, Block *parent, BlockKind kind, const char *text) {
    Block *block = arena_take(m->arena, sizeof *block);
    block->kind = kind;
    block->step = STEP_NONE;
    block->text = text;
    if (parent->last) {
        parent->last->next = block;
    } else {
        parent->child = block;
    }
    parent->last = block;
    return block;
}

static const char *word(const Maker *m, const char *id) {
    return library_string(m->library, id);
}

/* The string, with the child's name and pronouns. */
static const char *filled(const Maker *m, const char *id) {
    return library_filled(m->arena, word(m, id), m->fills);
}

static const char *filled_with(const Maker *m, const char *id, const char *key, const char *value) {
    return library_filled(m->arena, word(m, id), (const char *const[]){key, value, NULL});
}

static const char *own_words(const Maker *m, const char *text) {
    return arena_copy(m->arena, text, strlen(text));
}

static const char *month_of(const Maker *m, int year, int month) {
    char id[NOUN_SIZE], digits[NUMBER_SIZE];
    snprintf(id, sizeof id, "month.%d", month);
    snprintf(digits, sizeof digits, "%d", year);
    return library_filled(m->arena, word(m, "page.date"),
                          (const char *const[]){"month", word(m, id), "year", digits, NULL});
}

static const char *number_of(const Maker *m, int index) {
    char digits[NUMBER_SIZE], id[NOUN_SIZE];
    int number = 1;
    for (int i = 0; i < index; i++) {
        number += said_outcome(m->draft, i);
    }
    snprintf(digits, sizeof digits, "%d", number);
    Area area = m->draft->outcomes[index].area;
    snprintf(id, sizeof id, "area.%s", area_names[area]);
    return library_filled(m->arena, word(m, area == AREA_NONE ? "page.number" : "page.number.area"),
                          (const char *const[]){"n", digits, "area", word(m, id), NULL});
}

static bool in_sentence(int part) {
    return part != PART_HOPE && part != PART_HARD && part != PART_HELP;
}

/* The composed sentence; NULL while nothing of it was said. */
static const char *sentence_of(const Maker *m, int index) {
    const Outcome *outcome = &m->draft->outcomes[index];
    bool begun = outcome->sentence[0];
    for (int part = 0; part < PART_COUNT; part++) {
        begun = begun || (in_sentence(part) && outcome->words[part][0]);
    }
    if (!begun) {
        return NULL;
    }
    Composed composed;
    compose(m->draft, index, m->library->grammar, &composed);
    const char *text = own_words(m, composed.text);
    explicit_bzero(&composed, sizeof composed);
    return text;
}

/* The next outcome in which something was said; outcome_count when there is none. */
static int next_said(const Maker *m, int index) {
    while (index < m->draft->outcome_count && !said_outcome(m->draft, index)) {
        index++;
    }
    return index;
}

static Block *add_own(Maker *m, Block *parent, BlockKind kind, const char *text) {
    Block *block = add(m, parent, kind, text ? text : word(m, "page.unsaid"));
    block->own = text != NULL;
    return block;
}

static void add_header(Maker *m, Block *sheet) {
    Block *header = add(m, sheet, BLOCK_HEADER, NULL);
    add(m, header, BLOCK_BADGE, word(m, "page.notes"));
    add(m, header, BLOCK_TITLE, filled(m, "page.title"));
    add(m, header, BLOCK_TEXT, word(m, "page.intro"));
    if (m->today.trusted) {
        add(m, header, BLOCK_TEXT, month_of(m, m->today.year, m->today.month));
    }
}

static void add_outcomes(Maker *m, Block *sheet) {
    Block *section = add(m, sheet, BLOCK_SECTION, word(m, "page.outcomes"));
    for (int i = next_said(m, 0); i < m->draft->outcome_count; i = next_said(m, i + 1)) {
        Block *card = add(m, section, BLOCK_CARD, number_of(m, i));
        add_own(m, card, BLOCK_SENTENCE, sentence_of(m, i));
        if (m->draft->outcomes[i].closed) {
            add(m, card, BLOCK_TEXT, word(m, "page.closed"));
        }
    }
    if (!section->child) {
        add(m, section, BLOCK_TEXT, word(m, "page.none"));
    }
}

static void add_says(Maker *m, Block *sheet) {
    if (m->draft->says[0]) {
        Block *section = add(m, sheet, BLOCK_SECTION, filled(m, "page.says"));
        add_own(m, section, BLOCK_QUOTE, own_words(m, m->draft->says));
    }
}

static Block *add_table(Maker *m, Block *parent, const char *left, const char *right) {
    Block *table = add(m, parent, BLOCK_TABLE, NULL);
    Block *head = add(m, table, BLOCK_ROW, NULL);
    add(m, head, BLOCK_CELL, word(m, left));
    add(m, head, BLOCK_CELL, word(m, right));
    return table;
}

static void add_step(Maker *m, Block *table, Step step, const char *words) {
    static const struct {
        const char *name, *section;
    } heads[STEP_COUNT] = {[STEP_HOPE] = {"page.hope", "t.section.hope"},
                           [STEP_HARD] = {"page.hard", "t.section.hard"},
                           [STEP_OUTCOME] = {"page.out", "t.section.out"},
                           [STEP_HELP] = {"page.help", "t.section.help"}};
    Block *row = add(m, table, BLOCK_ROW, NULL);
    row->step = step;
    Block *head = add(m, row, BLOCK_CELL, word(m, heads[step].name));
    if (m->draft->plan != PLAN_SEN_SUPPORT) { /* only an EHC plan has sections */
        head->detail = word(m, heads[step].section);
    }
    add_own(m, row, BLOCK_CELL, words);
}

static void add_review(Maker *m, Block *table, const Review *review) {
    static const char *const next_ids[NEXT_COUNT] = {
        [NEXT_KEEP] = "r.n1", [NEXT_SMALLER] = "r.n2", [NEXT_HELP] = "r.n3", [NEXT_CLOSE] = "r.n4"};
    Block *row = add(m, table, BLOCK_ROW, NULL);
    bool dated = review->year > 0 && review->month > 0;
    add(m, row, BLOCK_CELL,
        dated ? month_of(m, review->year, review->month) : word(m, "page.review.undated"));
    char id[NOUN_SIZE];
    snprintf(id, sizeof id, "r.say.%s", progress_names[review->progress]);
    const char *how = review->progress == PROGRESS_NONE ? "" : word(m, id);
    const char *next = review->next == NEXT_NONE ? "" : word(m, next_ids[review->next]);
    const char *parts[] = {how, next, review->note};
    char *joined = arena_print(m->arena, "%s", "");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i][0]) {
            joined = arena_print(m->arena, "%s%s%s", joined, joined[0] ? "\n" : "", parts[i]);
        }
    }
    add_own(m, row, BLOCK_CELL, joined[0] ? joined : NULL);
}

static void add_thread(Maker *m, Block *section, int index) {
    const Outcome *outcome = &m->draft->outcomes[index];
    Block *card = add(m, section, BLOCK_CARD, number_of(m, index));
    const char *words[STEP_COUNT] = {outcome->words[PART_HOPE], outcome->words[PART_HARD],
                                     sentence_of(m, index), outcome->words[PART_HELP]};
    Block *drawing = add(m, card, BLOCK_THREAD, word(m, "page.thread.say"));
    Block *table = add_table(m, card, "page.step", "page.words");
    for (Step step = STEP_HOPE; step < STEP_COUNT; step++) {
        bool said = words[step] && words[step][0];
        drawing->said |= (unsigned)said << step;
        add_step(m, table, step, said ? own_words(m, words[step]) : NULL);
    }
    if (outcome->review_count > 0) {
        Block *back = add(m, section, BLOCK_CARD, word(m, "page.review"));
        Block *reviews = add_table(m, back, "page.review.when", "page.review.how");
        for (int i = 0; i < outcome->review_count; i++) {
            add_review(m, reviews, &outcome->reviews[i]);
        }
    }
}

static void add_threads(Maker *m, Block *sheet) {
    int first = next_said(m, 0);
    if (first == m->draft->outcome_count) {
        return;
    }
    Block *section = add(m, sheet, BLOCK_SECTION, word(m, "page.thread"));
    add(m, section, BLOCK_TEXT, word(m, "page.thread.intro"));
    for (int i = first; i < m->draft->outcome_count; i = next_said(m, i + 1)) {
        add_thread(m, section, i);
    }
}

static void add_question(Maker *m, Block *list, const char *name) {
    char id[NOUN_SIZE];
    snprintf(id, sizeof id, "m.%s", name);
    add(m, list, BLOCK_ITEM, filled(m, id));
}

/* What this outcome leaves open: parts without words, and what the family was not sure of. */
static void add_open(Maker *m, Block *section, int index) {
    const Outcome *outcome = &m->draft->outcomes[index];
    Block *card = NULL, *list = NULL;
    for (int i = 0; i < PART_COUNT + QUESTION_COUNT; i++) {
        bool part = i < PART_COUNT;
        bool open = part ? !outcome->words[i][0] && !(outcome->sentence[0] && in_sentence(i))
                         : outcome->answers[i - PART_COUNT] == ANSWER_NOT_SURE;
        if (!open) {
            continue;
        }
        if (!card) {
            card = add(m, section, BLOCK_CARD, number_of(m, index));
            list = add(m, card, BLOCK_LIST, NULL);
        }
        add_question(m, list, part ? part_names[i] : question_names[i - PART_COUNT]);
    }
}

static void add_questions(Maker *m, Block *sheet) {
    Block *section = add(m, sheet, BLOCK_SECTION, word(m, "page.questions"));
    bool unasked[QUESTION_COUNT] = {0};
    for (int i = next_said(m, 0); i < m->draft->outcome_count; i = next_said(m, i + 1)) {
        const Outcome *outcome = &m->draft->outcomes[i];
        if (outcome->closed) {
            continue;
        }
        add_open(m, section, i);
        for (int q = 0; q < QUESTION_COUNT; q++) {
            unasked[q] = unasked[q] || outcome->answers[q] == ANSWER_NONE;
        }
    }
    Block *card = add(m, section, BLOCK_CARD, word(m, "page.questions.all"));
    Block *list = add(m, card, BLOCK_LIST, NULL);
    for (int q = 0; q < QUESTION_COUNT; q++) {
        if (unasked[q]) {
            add_question(m, list, question_names[q]);
        }
    }
    add_question(m, list, "review");
}

static void add_contact(Maker *m, Block *list, const char *id, const char *value) {
    if (value && value[0]) {
        add(m, list, BLOCK_ITEM, filled_with(m, id, "value", value));
    }
}

static void add_footer(Maker *m, Block *sheet) {
    const PlaceInfo *place = m->library->place;
    Block *footer = add(m, sheet, BLOCK_FOOTER, NULL);
    if (place->service && place->service[0]) {
        Block *card = add(m, footer, BLOCK_CARD, word(m, "page.contacts"));
        add(m, card, BLOCK_TEXT, place->service);
        Block *list = add(m, card, BLOCK_LIST, NULL);
        add_contact(m, list, "page.call", place->phone);
        add_contact(m, list, "page.text", place->text_phone);
        add_contact(m, list, "page.email", place->email);
        add_contact(m, list, "page.website", place->website);
        if (place->drop_in && place->drop_in[0]) {
            add(m, list, BLOCK_ITEM, place->drop_in);
        }
    }
    add(m, footer, BLOCK_TEXT, word(m, "page.notes"));
    if (place->law_date && place->law_date[0]) {
        add(m, footer, BLOCK_TEXT, filled_with(m, "page.law", "date", place->law_date));
    }
    bool named = place->name && place->name[0];
    add(m, footer, BLOCK_TEXT,
        named ? filled_with(m, "page.made", "place", place->name) : word(m, "page.made.plain"));
    add(m, footer, BLOCK_TEXT, word(m, "page.again"));
}

static void set_fills(Maker *m) {
    const Grammar *grammar = m->library->grammar;
    const char *const *pronouns = grammar->pronouns[m->draft->pronoun];
    text_set(m->they, sizeof m->they, pronouns[0]);
    if (m->they[0] >= 'a' && m->they[0] <= 'z') {
        m->they[0] = (char)(m->they[0] - 'a' + 'A');
    }
    const char *fills[] = {"name",  compose_name(m->draft, grammar),
                           "they",  pronouns[0],
                           "them",  pronouns[1],
                           "their", pronouns[2],
                           "They",  m->they,
                           NULL};
    memcpy(m->fills, fills, sizeof fills);
}

const Block *sheet_make(Arena *arena, const Draft *draft, const Library *library, Date today) {
    Maker m = {.arena = arena, .draft = draft, .library = library, .today = today};
    set_fills(&m);
    Block *sheet = arena_take(arena, sizeof *sheet);
    sheet->kind = BLOCK_SHEET;
    add_header(&m, sheet);
    add_outcomes(&m, sheet);
    add_says(&m, sheet);
    add_threads(&m, sheet);
    add_questions(&m, sheet);
    add(&m, add(&m, sheet, BLOCK_SECTION, word(&m, "page.space")), BLOCK_LINES, NULL);
    add_footer(&m, sheet);
    return sheet;
}
