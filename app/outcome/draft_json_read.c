/* The draft back from JSON: each function takes one value and says whether it was as it should be.
 *
 * What comes from a stick may be hostile. It reads into a draft of its own and copies at the end;
 * it never repairs what it reads. */
#include "base/text.h"
#include "base/utf8.h"
#include "outcome/check.h"
#include "outcome/draft_json.h"
#include "outcome/draft_limits.h"

#include <string.h>

static bool read_text(const Json *value, char *out, size_t size) {
    if (value->kind != JSON_TEXT || value->len >= size) {
        return false;
    }
    for (size_t at = 0; at < value->len;) {
        uint32_t point;
        int n = utf8_read(value->text + at, value->len - at, &point);
        if (n < 0 || utf8_forbidden(point)) {
            return false;
        }
        at += (size_t)n;
    }
    return text_set_n(out, size, value->text, value->len);
}

/* The index of a name that is at least least, or -1. */
static int read_name(const Json *value, const char *const names[], int least) {
    int index = value->kind == JSON_TEXT && strlen(value->text) == value->len
                    ? name_index(names, value->text)
                    : -1;
    return index >= least ? index : -1;
}

static bool read_range(const Json *value, int least, int most, int *out) {
    if (!json_is_whole(value) || value->number < least || value->number > most) {
        return false;
    }
    *out = (int)value->number;
    return true;
}

static bool is(const Json *member, const char *key) {
    return strcmp(member->key, key) == 0;
}

static bool read_review_member(const Json *member, Review *review) {
    int number;
    if (is(member, "note")) {
        return read_text(member, review->note, sizeof review->note);
    }
    if (is(member, "year")) {
        bool good = read_range(member, REVIEW_YEAR_FIRST, REVIEW_YEAR_LAST, &number);
        review->year = (int16_t)(good ? number : 0);
        return good;
    }
    if (is(member, "month")) {
        bool good = read_range(member, 1, MONTHS, &number);
        review->month = (int8_t)(good ? number : 0);
        return good;
    }
    if (is(member, "progress")) {
        number = read_name(member, progress_names, PROGRESS_NONE + 1);
        review->progress = number > 0 ? (Progress)number : PROGRESS_NONE;
        return number > 0;
    }
    if (is(member, "next")) {
        number = read_name(member, next_names, NEXT_NONE + 1);
        review->next = number > 0 ? (NextStep)number : NEXT_NONE;
        return number > 0;
    }
    return false;
}

static bool read_reviews(const Json *list, Outcome *outcome) {
    if (list->kind != JSON_LIST || list->count > DRAFT_REVIEWS) {
        return false;
    }
    for (const Json *one = list->child; one; one = one->next) {
        if (one->kind != JSON_OBJECT) {
            return false;
        }
        Review *review = &outcome->reviews[outcome->review_count++];
        for (const Json *member = one->child; member; member = member->next) {
            if (!read_review_member(member, review)) {
                return false;
            }
        }
    }
    return true;
}

static bool read_answers(const Json *object, Answer answers[]) {
    if (object->kind != JSON_OBJECT) {
        return false;
    }
    for (const Json *member = object->child; member; member = member->next) {
        int question = name_index(question_names, member->key);
        int answer = read_name(member, answer_names, ANSWER_NONE + 1);
        if (question < 0 || answer < 0) {
            return false;
        }
        answers[question] = (Answer)answer;
    }
    return true;
}

static bool read_dismissed(const Json *list, uint16_t *dismissed) {
    if (list->kind != JSON_LIST) {
        return false;
    }
    for (const Json *one = list->child; one; one = one->next) {
        int fault = read_name(one, fault_names, 0);
        if (fault < 0 || (*dismissed >> fault & 1)) {
            return false;
        }
        *dismissed = (uint16_t)(*dismissed | 1u << fault);
    }
    return true;
}

static bool read_left_out(const Json *list, uint8_t *left_out) {
    if (list->kind != JSON_LIST) {
        return false;
    }
    for (const Json *one = list->child; one; one = one->next) {
        int part = read_name(one, part_names, 0);
        if (part < 0 || !part_may_go((Part)part) || (*left_out >> part & 1)) {
            return false;
        }
        *left_out = (uint8_t)(*left_out | 1u << part);
    }
    return true;
}

static bool read_outcome_member(const Json *member, Outcome *outcome) {
    int part = name_index(part_names, member->key);
    if (part >= 0) {
        return read_text(member, outcome->words[part], DRAFT_WORDS_SIZE);
    }
    if (is(member, "area")) {
        int area = read_name(member, area_names, AREA_NONE + 1);
        outcome->area = area > 0 ? (Area)area : AREA_NONE;
        return area > 0;
    }
    if (is(member, "sentence")) {
        return read_text(member, outcome->sentence, sizeof outcome->sentence);
    }
    if (is(member, "answers")) {
        return read_answers(member, outcome->answers);
    }
    if (is(member, "kept_as_is")) {
        return read_dismissed(member, &outcome->dismissed);
    }
    if (is(member, "left_out")) {
        return read_left_out(member, &outcome->left_out);
    }
    if (is(member, "closed")) {
        outcome->closed = member->kind == JSON_TRUE;
        return outcome->closed || member->kind == JSON_FALSE;
    }
    return is(member, "reviews") && read_reviews(member, outcome);
}

static bool read_outcomes(const Json *list, Draft *draft) {
    if (list->kind != JSON_LIST || list->count < 1 || list->count > DRAFT_OUTCOMES) {
        return false;
    }
    draft->outcome_count = 0;
    for (const Json *one = list->child; one; one = one->next) {
        if (one->kind != JSON_OBJECT) {
            return false;
        }
        Outcome *outcome = &draft->outcomes[draft->outcome_count++];
        for (const Json *member = one->child; member; member = member->next) {
            if (!read_outcome_member(member, outcome)) {
                return false;
            }
        }
    }
    return true;
}

static bool read_draft_member(const Json *member, Draft *draft) {
    int number;
    if (is(member, "name")) {
        return read_text(member, draft->name, sizeof draft->name);
    }
    if (is(member, "says")) {
        return read_text(member, draft->says, sizeof draft->says);
    }
    if (is(member, "pronoun")) {
        number = read_name(member, pronoun_names, 0);
        draft->pronoun = number >= 0 ? (Pronoun)number : PRONOUN_THEY;
        return number >= 0;
    }
    if (is(member, "plan")) {
        number = read_name(member, plan_names, 0);
        draft->plan = number >= 0 ? (Plan)number : PLAN_NOT_SURE;
        return number >= 0;
    }
    if (is(member, "voice")) {
        number = read_name(member, voice_names, 0);
        draft->voice = number >= 0 ? (Voice)number : VOICE_THIRD;
        return number >= 0;
    }
    if (is(member, "year_group")) {
        bool good = read_range(member, YEAR_NURSERY, YEAR_COLLEGE, &number);
        draft->year_group = (int8_t)(good ? number : YEAR_NOT_SAID);
        return good;
    }
    if (is(member, "outcomes")) {
        return read_outcomes(member, draft);
    }
    return is(member, "schema");
}

Err draft_from_json(const Json *object, Draft *draft) {
    const Json *schema = json_get(object, "schema");
    if (!json_is_whole(schema) || schema->number < 1 || !json_get(object, "outcomes")) {
        return ERR_DAMAGED;
    }
    if (schema->number > DRAFT_SCHEMA) {
        return ERR_NEWER;
    }
    Draft read;
    draft_init(&read);
    bool good = true;
    for (const Json *member = object->child; member && good; member = member->next) {
        good = read_draft_member(member, &read);
    }
    if (good) {
        *draft = read;
    }
    explicit_bzero(&read, sizeof read);
    return good ? OK : ERR_DAMAGED;
}
