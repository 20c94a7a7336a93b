/* From an outcome and what the checker found in it to what is still to ask; see asks.h. */
#include "outcome/asks.h"

#include <string.h>

static bool has_fault(const Checked *checked, Fault fault) {
    return (unsigned)checked->faults >> (unsigned)fault & 1u;
}

Facts facts_of(const Outcome *outcome, const Checked *checked) {
    bool edited = outcome->sentence[0] != '\0';
    bool what = outcome->words[PART_WHAT][0] || edited;
    return (Facts){
        .what = what,
        .about = what && !has_fault(checked, FAULT_NOT_PERSONAL),
        .doing = what && !has_fault(checked, FAULT_DESCRIBES_PROVISION) &&
                 !has_fault(checked, FAULT_NOT_ABOUT_OUTCOME) &&
                 !has_fault(checked, FAULT_NOT_PERSONAL),
        .seen = what && !has_fault(checked, FAULT_VAGUE_WORDING) &&
                !has_fault(checked, FAULT_NOT_MEASURABLE),
        .know =
            (outcome->words[PART_KNOW][0] || edited) && !has_fault(checked, FAULT_NOT_MEASURABLE),
        .when = what && (outcome->words[PART_WHEN][0] || !has_fault(checked, FAULT_NO_TIMEFRAME)),
        .why = what && (outcome->words[PART_WHY][0] || !has_fault(checked, FAULT_NO_REASON)),
        .where = outcome->words[PART_WHERE][0] != '\0',
        .hope = outcome->words[PART_HOPE][0] != '\0',
        .hard = outcome->words[PART_HARD][0] != '\0',
        .help = outcome->words[PART_HELP][0] != '\0',
        .plain = what && !has_fault(checked, FAULT_ADULT_LANGUAGE),
        .one = what && !has_fault(checked, FAULT_SEVERAL_IN_ONE),
    };
}

bool outcome_keeps(const Outcome *outcome, Fault fault) {
    return (unsigned)outcome->dismissed >> (unsigned)fault & 1u;
}

Fault part_fault(Part part) {
    switch (part) {
    case PART_KNOW:
        return FAULT_NOT_MEASURABLE;
    case PART_WHEN:
        return FAULT_NO_TIMEFRAME;
    case PART_WHY:
        return FAULT_NO_REASON;
    case PART_HOPE:
    case PART_HARD:
    case PART_WHAT:
    case PART_WHERE:
    case PART_HELP:
    case PART_COUNT:
        break;
    }
    return FAULT_COUNT;
}

bool outcome_leaves_out(const Outcome *outcome, Part part) {
    Fault fault = part_fault(part);
    return fault == FAULT_COUNT ? (unsigned)outcome->left_out >> (unsigned)part & 1u
                                : outcome_keeps(outcome, fault);
}

static void add(Ask *out, int *count, AskKind kind, int at) {
    out[(*count)++] = (Ask){.kind = kind, .at = at};
}

/* The first thing the checker found in the words that is not put aside. Something that is missing
 * is asked for as an open part instead. True where it asks what would be seen. */
static bool add_finding(const Outcome *outcome, const Checked *checked, Ask *out, int *count) {
    for (int i = 0; i < checked->count; i++) {
        const Finding *finding = &checked->found[i];
        if (finding->from < finding->to && !outcome_keeps(outcome, finding->fault)) {
            add(out, count, ASK_FINDING, i);
            return finding->fault == FAULT_NOT_MEASURABLE || finding->fault == FAULT_VAGUE_WORDING;
        }
    }
    return false;
}

static void add_parts(const Outcome *outcome, const Facts *facts, bool asked_seen, Ask *out,
                      int *count) {
    const struct {
        Part part;
        bool there;
    } parts[] = {{PART_KNOW, facts->know || asked_seen},
                 {PART_WHEN, facts->when},
                 {PART_WHY, facts->why},
                 {PART_WHERE, facts->where || outcome->sentence[0]},
                 {PART_HOPE, facts->hope},
                 {PART_HARD, facts->hard}};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (!parts[i].there && !outcome_leaves_out(outcome, parts[i].part)) {
            add(out, count, ASK_PART, (int)parts[i].part);
        }
    }
}

/* Those that nobody has answered, then those they were not sure of. */
static void add_family(const Outcome *outcome, Ask *out, int *count) {
    for (int q = 0; q < QUESTION_COUNT; q++) {
        if (outcome->answers[q] == ANSWER_NONE) {
            add(out, count, ASK_FAMILY, q);
        }
    }
    for (int q = 0; q < QUESTION_COUNT; q++) {
        if (outcome->answers[q] == ANSWER_NOT_SURE) {
            out[(*count)++] = (Ask){.kind = ASK_FAMILY, .at = q, .unsure = true};
        }
    }
}

int asks_of(const Outcome *outcome, const Checked *checked, Ask out[ASKS_MOST]) {
    const Facts facts = facts_of(outcome, checked);
    int count = 0;
    if (!facts.what) {
        add(out, &count, ASK_PART, PART_WHAT);
    } else if (!checked->distress) {
        bool asked_seen = add_finding(outcome, checked, out, &count);
        add_parts(outcome, &facts, asked_seen, out, &count);
        add_family(outcome, out, &count);
    }
    return count;
}

Standing standing_of(const Outcome *outcome, const Checked *checked) {
    Ask asks[ASKS_MOST];
    Standing standing = {0};
    int count = asks_of(outcome, checked, asks);
    for (int i = 0; i < count; i++) {
        standing.open += asks[i].kind != ASK_FAMILY;
        standing.yours += asks[i].kind == ASK_FAMILY && !asks[i].unsure;
    }
    standing.ready = standing.open == 0 && standing.yours == 0 && !checked->distress;
    return standing;
}

static bool tells_of_harm(const Rules *rules, const char *words) {
    Checked checked;
    check_text(rules, words, strlen(words), &checked);
    return checked.distress;
}

bool draft_distress(const Draft *draft, int index, const Rules *rules, const Checked *checked) {
    const Outcome *outcome = &draft->outcomes[index];
    return checked->distress || tells_of_harm(rules, outcome->words[PART_HOPE]) ||
           tells_of_harm(rules, outcome->words[PART_HARD]) ||
           tells_of_harm(rules, outcome->words[PART_HELP]) || tells_of_harm(rules, draft->says);
}
