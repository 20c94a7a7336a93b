/* Drafts for tests; see drafts.h. */
#include "drafts.h"
#include "base/text.h"
#include "base/utf8.h"
#include "outcome/check.h"

#include <string.h>

void drafts_maya(Draft *draft) {
    static const char *const words[PART_COUNT] = {
        "to have friends",         "starting to talk to other children",
        "ask a friend to play",    "at playtime",
        "three times a week",      "by the end of Year 4",
        "so that she has friends", "a playtime buddy group each day"};
    draft_init(draft);
    text_set(draft->name, sizeof draft->name, "Maya");
    text_set(draft->says, sizeof draft->says, "I want someone to play with.");
    draft->pronoun = PRONOUN_SHE;
    draft->plan = PLAN_EHC;
    draft->voice = VOICE_FIRST;
    draft->year_group = 3;
    for (int part = 0; part < PART_COUNT; part++) {
        draft_set_words(draft, 0, (Part)part, words[part]);
    }
    Outcome *first = &draft->outcomes[0];
    first->area = AREA_FRIENDS;
    first->answers[QUESTION_MATTERS] = ANSWER_YES;
    first->answers[QUESTION_CONTROL] = ANSWER_NOT_SURE;
    first->dismissed = 1u << FAULT_NO_REASON | 1u << FAULT_SEVERAL_IN_ONE;
    Review review = {.year = 2026, .month = 11, .progress = PROGRESS_PART, .next = NEXT_SMALLER};
    text_set(review.note, sizeof review.note, "twice last week");
    outcome_add_review(first, &review);
    review = (Review){.progress = PROGRESS_NOT_YET, .next = NEXT_KEEP};
    outcome_add_review(first, &review);

    draft_add_outcome(draft);
    Outcome *second = &draft->outcomes[1];
    text_set(second->sentence, sizeof second->sentence, "Maya will tie her own laces by July.");
    second->left_out = 1u << PART_HARD | 1u << PART_WHERE;
    second->closed = true;
}

static void fill(char *text, size_t size, const char *unit) {
    text[0] = '\0';
    while (text_add(text, size, unit)) {
    }
    for (size_t used = strlen(text); used + 1 < size; used++) { /* what unit could not fill */
        text_add(text, size, "x");
    }
}

void drafts_fullest(Draft *draft, const char *unit) {
    draft_init(draft);
    fill(draft->name, sizeof draft->name, unit);
    fill(draft->says, sizeof draft->says, unit);
    draft->year_group = YEAR_COLLEGE;
    draft->outcome_count = DRAFT_OUTCOMES;
    for (int i = 0; i < DRAFT_OUTCOMES; i++) {
        Outcome *outcome = &draft->outcomes[i];
        for (int part = 0; part < PART_COUNT; part++) {
            fill(outcome->words[part], DRAFT_WORDS_SIZE, unit);
        }
        fill(outcome->sentence, sizeof outcome->sentence, unit);
        outcome->area = AREA_WORK;
        outcome->dismissed = (1u << FAULT_COUNT) - 1;
        outcome->left_out = 1u << PART_HOPE | 1u << PART_HARD | 1u << PART_WHERE;
        outcome->closed = true;
        for (int q = 0; q < QUESTION_COUNT; q++) {
            outcome->answers[q] = ANSWER_NOT_SURE;
        }
        Review review = {
            .year = 9999, .month = 12, .progress = PROGRESS_NOT_YET, .next = NEXT_SMALLER};
        fill(review.note, sizeof review.note, unit);
        for (int r = 0; r < DRAFT_REVIEWS; r++) {
            outcome_add_review(outcome, &review);
        }
    }
}

static bool same_review(const Review *a, const Review *b) {
    return a->year == b->year && a->month == b->month && a->progress == b->progress &&
           a->next == b->next && strcmp(a->note, b->note) == 0;
}

static bool same_outcome(const Outcome *a, const Outcome *b) {
    bool same = a->area == b->area && strcmp(a->sentence, b->sentence) == 0 &&
                memcmp(a->answers, b->answers, sizeof a->answers) == 0 &&
                a->dismissed == b->dismissed && a->left_out == b->left_out &&
                a->closed == b->closed && a->review_count == b->review_count;
    for (int part = 0; same && part < PART_COUNT; part++) {
        same = strcmp(a->words[part], b->words[part]) == 0;
    }
    for (int i = 0; same && i < a->review_count; i++) {
        same = same_review(&a->reviews[i], &b->reviews[i]);
    }
    return same;
}

bool drafts_same(const Draft *a, const Draft *b) {
    bool same = strcmp(a->name, b->name) == 0 && strcmp(a->says, b->says) == 0 &&
                a->pronoun == b->pronoun && a->plan == b->plan && a->voice == b->voice &&
                a->year_group == b->year_group && a->outcome_count == b->outcome_count;
    for (int i = 0; same && i < a->outcome_count; i++) {
        same = same_outcome(&a->outcomes[i], &b->outcomes[i]);
    }
    return same;
}

static bool valid_text(const char *text, size_t size) {
    size_t len = strnlen(text, size);
    if (len == size) {
        return false;
    }
    for (size_t at = 0; at < len;) {
        uint32_t point;
        int n = utf8_read(text + at, len - at, &point);
        if (n < 0 || utf8_forbidden(point)) {
            return false;
        }
        at += (size_t)n;
    }
    return true;
}

static bool valid_outcome(const Outcome *outcome) {
    const unsigned may_go = 1u << PART_HOPE | 1u << PART_HARD | 1u << PART_WHERE;
    bool valid = outcome->area < AREA_COUNT && outcome->dismissed < 1u << FAULT_COUNT &&
                 (outcome->left_out & ~may_go) == 0 && outcome->review_count >= 0 &&
                 outcome->review_count <= DRAFT_REVIEWS &&
                 valid_text(outcome->sentence, sizeof outcome->sentence);
    for (int part = 0; part < PART_COUNT; part++) {
        valid = valid && valid_text(outcome->words[part], DRAFT_WORDS_SIZE);
    }
    for (int q = 0; q < QUESTION_COUNT; q++) {
        valid = valid && outcome->answers[q] < ANSWER_COUNT;
    }
    for (int i = 0; valid && i < outcome->review_count; i++) {
        const Review *review = &outcome->reviews[i];
        valid = review->year >= 0 && review->month >= 0 && review->month <= 12 &&
                review->progress < PROGRESS_COUNT && review->next < NEXT_COUNT &&
                valid_text(review->note, sizeof review->note);
    }
    return valid;
}

bool drafts_valid(const Draft *draft) {
    bool year = draft->year_group == YEAR_NOT_SAID ||
                (draft->year_group >= YEAR_NURSERY && draft->year_group <= YEAR_COLLEGE);
    bool valid = year && draft->pronoun < PRONOUN_COUNT && draft->plan < PLAN_COUNT &&
                 draft->voice < VOICE_COUNT && draft->outcome_count >= 1 &&
                 draft->outcome_count <= DRAFT_OUTCOMES &&
                 valid_text(draft->name, sizeof draft->name) &&
                 valid_text(draft->says, sizeof draft->says);
    for (int i = 0; valid && i < draft->outcome_count; i++) {
        valid = valid_outcome(&draft->outcomes[i]);
    }
    return valid;
}
