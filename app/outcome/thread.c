/* Walking once through a draft; see thread.h. */
#include "outcome/thread.h"
#include "outcome/asks.h"
#include "outcome/phrase.h"

#include <string.h>
#include <strings.h>

const char *const link_says[LINK_COUNT] = {"t.say.hope", "t.say.hard", "t.say.out", "t.say.help"};
const char *const link_opens[LINK_COUNT] = {"t.open.hope", "t.open.hard", "t.open.out",
                                            "t.open.help"};

Triad area_triad(Area area) {
    switch (area) {
    case AREA_TALKING:
    case AREA_LEARNING:
    case AREA_WORK:
        return TRIAD_EDUCATION;
    case AREA_HEALTH:
    case AREA_FEELINGS:
        return TRIAD_HEALTH;
    case AREA_FRIENDS:
    case AREA_DOING:
    case AREA_OUT:
        return TRIAD_CARE;
    case AREA_NONE:
    case AREA_COUNT:
        break;
    }
    return TRIAD_COUNT;
}

Adult area_adult(Area area) {
    switch (area) {
    case AREA_LEARNING:
    case AREA_WORK:
        return ADULT_WORK;
    case AREA_DOING:
        return ADULT_INDEPENDENCE;
    case AREA_HEALTH:
    case AREA_FEELINGS:
        return ADULT_HEALTH;
    case AREA_TALKING:
    case AREA_FRIENDS:
    case AREA_OUT:
        return ADULT_COMMUNITY;
    case AREA_NONE:
    case AREA_COUNT:
        break;
    }
    return ADULT_COUNT;
}

bool year_prepares_for_adult_life(int year_group) {
    return year_group >= ADULT_FROM_YEAR;
}

const char *link_words(const Outcome *outcome, Link link) {
    switch (link) {
    case LINK_HOPE:
        return outcome->words[PART_HOPE];
    case LINK_HARD:
        return outcome->words[PART_HARD];
    case LINK_HELP:
        return outcome->words[PART_HELP];
    case LINK_OUTCOME:
    case LINK_COUNT:
        break;
    }
    return outcome->sentence;
}

static bool said(const char *words) {
    return phrase_of(words).len > 0;
}

static bool has_link(const Outcome *outcome, Link link) {
    return said(link_words(outcome, link)) ||
           (link == LINK_OUTCOME && said(outcome->words[PART_WHAT]));
}

static bool same_hope(const char *a, const char *b) {
    Phrase one = phrase_of(a), other = phrase_of(b);
    return one.len == other.len && strncasecmp(one.at, other.at, one.len) == 0;
}

static ThreadGroup *group_of(Thread *thread, const char *hope) {
    for (int i = 0; i < thread->group_count; i++) {
        if (same_hope(thread->groups[i].hope, hope)) {
            return &thread->groups[i];
        }
    }
    ThreadGroup *group = &thread->groups[thread->group_count++];
    group->hope = hope;
    return group;
}

static Strand strand_of(const Outcome *outcome, int index) {
    Strand strand = {.outcome = index};
    for (int link = 0; link < LINK_COUNT; link++) {
        strand.has[link] = has_link(outcome, (Link)link);
        strand.open += !strand.has[link];
    }
    return strand;
}

static void count_area(Thread *thread, Area area) {
    thread->areas[area]++;
    Triad triad = area_triad(area);
    if (triad != TRIAD_COUNT) {
        thread->triad[triad]++;
        thread->adult[area_adult(area)]++;
    }
}

void thread_of(const Draft *draft, Thread *out) {
    memset(out, 0, sizeof *out);
    int not_closed = 0;
    for (int i = 0; i < draft->outcome_count; i++) {
        const Outcome *outcome = &draft->outcomes[i];
        if (outcome_empty(outcome)) {
            continue;
        }
        ThreadGroup *group = group_of(out, outcome->words[PART_HOPE]);
        Strand strand = strand_of(outcome, i);
        group->strands[group->count++] = strand;
        out->outcomes++;
        out->open_links += strand.open;
        not_closed += !outcome->closed;
        count_area(out, outcome->area);
    }
    out->many = not_closed > THREAD_ENOUGH;
}

/* ---- questions ---- */

static bool in_sentence(Part part) {
    return part >= PART_WHAT && part <= PART_WHY;
}

static bool leaves_open(const Outcome *outcome, Part part) {
    return !said(outcome->words[part]) && !(in_sentence(part) && said(outcome->sentence)) &&
           !outcome_leaves_out(outcome, part);
}

static bool asks(const Outcome *outcome) {
    return !outcome->closed && !outcome_empty(outcome);
}

static unsigned which_open(const Draft *draft, Part part) {
    unsigned outcomes = 0;
    for (int i = 0; i < draft->outcome_count; i++) {
        const Outcome *outcome = &draft->outcomes[i];
        outcomes |= asks(outcome) && leaves_open(outcome, part) ? 1u << i : 0;
    }
    return outcomes;
}

static unsigned which_unsure(const Draft *draft, Question question) {
    unsigned outcomes = 0;
    for (int i = 0; i < draft->outcome_count; i++) {
        const Outcome *outcome = &draft->outcomes[i];
        outcomes |= asks(outcome) && outcome->answers[question] != ANSWER_YES ? 1u << i : 0;
    }
    return outcomes;
}

int thread_questions(const Draft *draft, MeetingQuestion out[MEETING_MOST]) {
    static const char *const part_ids[PART_COUNT] = {"m.hope", "m.hard", "m.what", "m.where",
                                                     "m.know", "m.when", "m.why",  "m.help"};
    static const char *const question_ids[QUESTION_COUNT] = {"m.matters", "m.realistic", "m.agreed",
                                                             "m.control"};
    int count = 0;
    for (int part = 0; part < PART_COUNT; part++) {
        unsigned outcomes = which_open(draft, (Part)part);
        if (outcomes) {
            out[count++] = (MeetingQuestion){part_ids[part], (uint16_t)outcomes};
        }
    }
    for (int q = 0; q < QUESTION_COUNT; q++) {
        unsigned outcomes = which_unsure(draft, (Question)q);
        if (outcomes) {
            out[count++] = (MeetingQuestion){question_ids[q], (uint16_t)outcomes};
        }
    }
    out[count++] = (MeetingQuestion){.id = "m.review"};
    return count;
}
