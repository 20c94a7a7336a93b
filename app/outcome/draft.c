/* Making, changing and wiping drafts. */
#include "outcome/draft.h"
#include "base/text.h"

#include <assert.h>
#include <string.h>

const char *const part_names[] = {"hope", "hard", "what", "where", "know",
                                  "when", "why",  "help", NULL};
const char *const area_names[] = {"none",   "talking",  "friends", "learning", "doing",
                                  "health", "feelings", "out",     "work",     NULL};
const char *const pronoun_names[] = {"they", "she", "he", NULL};
const char *const plan_names[] = {"not_sure", "ehc_plan", "sen_support", NULL};
const char *const voice_names[] = {"third", "first", NULL};
const char *const question_names[] = {"matters", "realistic", "agreed", "control", NULL};
const char *const answer_names[] = {"none", "yes", "not_sure", NULL};
const char *const progress_names[] = {"none", "done", "part", "not_yet", "changed", NULL};
const char *const next_names[] = {"none", "keep", "smaller", "help", "close", NULL};

int name_index(const char *const names[], const char *name) {
    for (int i = 0; names[i]; i++) {
        if (strcmp(names[i], name) == 0) {
            return i;
        }
    }
    return -1;
}

void draft_init(Draft *draft) {
    *draft = (Draft){.year_group = YEAR_NOT_SAID, .outcome_count = 1};
}

void draft_wipe(Draft *draft) {
    explicit_bzero(draft, sizeof *draft);
    draft->year_group = YEAR_NOT_SAID;
    draft->outcome_count = 1;
}

bool outcome_empty(const Outcome *outcome) {
    for (int part = 0; part < PART_COUNT; part++) {
        if (outcome->words[part][0]) {
            return false;
        }
    }
    return !outcome->sentence[0];
}

bool draft_empty(const Draft *draft) {
    for (int i = 0; i < draft->outcome_count; i++) {
        if (!outcome_empty(&draft->outcomes[i])) {
            return false;
        }
    }
    return !draft->name[0] && !draft->says[0] && draft->year_group == YEAR_NOT_SAID;
}

int draft_add_outcome(Draft *draft) {
    if (draft->outcome_count >= DRAFT_OUTCOMES) {
        return -1;
    }
    int index = (int)draft->outcome_count++;
    draft->outcomes[index] = (Outcome){0};
    if (index > 0) {
        text_set(draft->outcomes[index].words[PART_HOPE], DRAFT_WORDS_SIZE,
                 draft->outcomes[index - 1].words[PART_HOPE]);
    }
    return index;
}

void draft_remove_outcome(Draft *draft, int index) {
    assert(index >= 0 && index < draft->outcome_count);
    for (int i = index; i + 1 < draft->outcome_count; i++) {
        draft->outcomes[i] = draft->outcomes[i + 1];
    }
    draft->outcome_count--;
    explicit_bzero(&draft->outcomes[draft->outcome_count], sizeof draft->outcomes[0]);
    if (draft->outcome_count == 0) {
        draft->outcome_count = 1;
    }
}

void draft_move_outcome(Draft *draft, int from, int to) {
    assert(from >= 0 && from < draft->outcome_count && to >= 0 && to < draft->outcome_count);
    Outcome moved = draft->outcomes[from];
    int step = from < to ? 1 : -1;
    for (int i = from; i != to; i += step) {
        draft->outcomes[i] = draft->outcomes[i + step];
    }
    draft->outcomes[to] = moved;
    explicit_bzero(&moved, sizeof moved);
}

static bool in_sentence(Part part) {
    return part != PART_HOPE && part != PART_HARD && part != PART_HELP;
}

bool part_may_go(Part part) {
    return part == PART_HOPE || part == PART_HARD || part == PART_WHERE;
}

bool draft_set_words(Draft *draft, int index, Part part, const char *words) {
    assert(index >= 0 && index < draft->outcome_count);
    Outcome *outcome = &draft->outcomes[index];
    char before[DRAFT_WORDS_SIZE];
    text_set(before, sizeof before, outcome->words[part]);
    bool fitted = text_set(outcome->words[part], DRAFT_WORDS_SIZE, words);
    text_tidy(outcome->words[part]);
    if (outcome->words[part][0]) {
        outcome->left_out &= (uint8_t) ~(1u << part);
    }
    if (in_sentence(part) && strcmp(before, outcome->words[part]) != 0) {
        explicit_bzero(outcome->sentence, sizeof outcome->sentence);
    }
    explicit_bzero(before, sizeof before);
    return fitted;
}

bool draft_move_words(Draft *draft, int index, Part from, Part to) {
    assert(index >= 0 && index < draft->outcome_count && from != to);
    Outcome *outcome = &draft->outcomes[index];
    char joined[DRAFT_WORDS_SIZE] = "";
    bool fits = text_add(joined, sizeof joined, outcome->words[to]);
    if (joined[0] && outcome->words[from][0]) {
        fits = text_add(joined, sizeof joined, ". ") && fits;
    }
    fits = text_add(joined, sizeof joined, outcome->words[from]) && fits;
    if (fits) {
        draft_set_words(draft, index, to, joined);
        draft_set_words(draft, index, from, "");
    }
    explicit_bzero(joined, sizeof joined);
    return fits;
}

void outcome_add_review(Outcome *outcome, const Review *review) {
    if (outcome->review_count == DRAFT_REVIEWS) {
        memmove(&outcome->reviews[0], &outcome->reviews[1],
                sizeof outcome->reviews[0] * (DRAFT_REVIEWS - 1));
        outcome->review_count--;
    }
    outcome->reviews[outcome->review_count++] = *review;
}
