/* The draft as JSON: one function for each level: draft, outcome, review.
 *
 * Owns nothing. What it writes can always be read back: what reading refuses is left out. */
#include "base/utf8.h"
#include "outcome/check.h"
#include "outcome/draft_json.h"
#include "outcome/draft_limits.h"

#include <assert.h>
#include <string.h>

/* Leaves out an empty text. A character that reading would refuse is left out: losing one that
 * nobody can see is better than a draft that no longer opens. */
static void add_text(JsonOut *object, const char *key, const char *text) {
    char clean[DRAFT_SENTENCE_SIZE];
    size_t len = strlen(text), used = 0;
    assert(len < sizeof clean);
    for (size_t at = 0; at < len;) {
        uint32_t point;
        int n = utf8_read(text + at, len - at, &point);
        if (n > 0 && !utf8_forbidden(point)) {
            memcpy(clean + used, text + at, (size_t)n);
            used += (size_t)n;
        }
        at += n > 0 ? (size_t)n : 1;
    }
    clean[used] = '\0';
    if (used > 0) {
        json_add_text(object, key, clean);
    }
    explicit_bzero(clean, sizeof clean);
}

static void add_name(JsonOut *object, const char *key, const char *const names[], int index) {
    json_add_text(object, key, names[index]);
}

/* Of enums whose first value means that nothing was said. */
static void add_said(JsonOut *object, const char *key, const char *const names[], int index) {
    if (index > 0) {
        add_name(object, key, names, index);
    }
}

/* Left out when nothing was said: those values lie outside the range. */
static void add_range(JsonOut *object, const char *key, int value, int least, int most) {
    if (value >= least && value <= most) {
        json_add_whole(object, key, value);
    }
}

static void add_review(JsonOut *list, const Review *review) {
    JsonOut *object = json_add_object(list, NULL);
    add_range(object, "year", review->year, REVIEW_YEAR_FIRST, REVIEW_YEAR_LAST);
    add_range(object, "month", review->month, 1, MONTHS);
    add_said(object, "progress", progress_names, (int)review->progress);
    add_said(object, "next", next_names, (int)review->next);
    add_text(object, "note", review->note);
}

static void add_answers(JsonOut *object, const Answer answers[]) {
    JsonOut *out = NULL;
    for (int q = 0; q < QUESTION_COUNT; q++) {
        if (answers[q] != ANSWER_NONE) {
            out = out ? out : json_add_object(object, "answers");
            add_name(out, question_names[q], answer_names, (int)answers[q]);
        }
    }
}

static void add_dismissed(JsonOut *object, unsigned dismissed) {
    JsonOut *list = NULL;
    for (unsigned f = 0; f < FAULT_COUNT; f++) {
        if (dismissed >> f & 1u) {
            list = list ? list : json_add_list(object, "kept_as_is");
            json_list_text(list, fault_names[f]);
        }
    }
}

static void add_left_out(JsonOut *object, unsigned left_out) {
    JsonOut *list = NULL;
    for (int part = 0; part < PART_COUNT; part++) {
        if ((left_out >> part & 1u) && part_may_go((Part)part)) {
            list = list ? list : json_add_list(object, "left_out");
            json_list_text(list, part_names[part]);
        }
    }
}

static void add_outcome(JsonOut *list, const Outcome *outcome) {
    JsonOut *object = json_add_object(list, NULL);
    add_said(object, "area", area_names, (int)outcome->area);
    for (int part = 0; part < PART_COUNT; part++) {
        add_text(object, part_names[part], outcome->words[part]);
    }
    add_text(object, "sentence", outcome->sentence);
    add_answers(object, outcome->answers);
    add_dismissed(object, outcome->dismissed);
    add_left_out(object, outcome->left_out);
    if (outcome->closed) {
        json_add_flag(object, "closed", true);
    }
    if (outcome->review_count > 0) {
        JsonOut *reviews = json_add_list(object, "reviews");
        for (int i = 0; i < outcome->review_count; i++) {
            add_review(reviews, &outcome->reviews[i]);
        }
    }
}

void draft_to_json(const Draft *draft, JsonOut *object) {
    json_add_whole(object, "schema", DRAFT_SCHEMA);
    add_text(object, "name", draft->name);
    add_name(object, "pronoun", pronoun_names, (int)draft->pronoun);
    add_name(object, "plan", plan_names, (int)draft->plan);
    add_name(object, "voice", voice_names, (int)draft->voice);
    add_range(object, "year_group", draft->year_group, YEAR_NURSERY, YEAR_COLLEGE);
    add_text(object, "says", draft->says);
    JsonOut *outcomes = json_add_list(object, "outcomes");
    for (int i = 0; i < draft->outcome_count; i++) {
        add_outcome(outcomes, &draft->outcomes[i]);
    }
}
