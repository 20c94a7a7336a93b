/* Invented children. The outcomes of 'six' follow those of the parent's guide of SENDIASS
 * Oxfordshire in their subjects. */
#include "takeaway/samples.h"

#include "base/text.h"
#include "outcome/drafts.h"
#include "takeaway/hostile.h"

typedef const char *Words[PART_COUNT];

static void fill(Draft *draft, Area area, const Words words) {
    int index = draft->outcome_count - 1;
    if (!outcome_empty(&draft->outcomes[index])) {
        index = draft_add_outcome(draft);
    }
    draft->outcomes[index].area = area;
    for (int part = 0; part < PART_COUNT; part++) {
        draft_set_words(draft, index, (Part)part, words[part]);
    }
}

static void name_child(Draft *draft, const char *name, Pronoun pronoun, Plan plan) {
    draft_init(draft);
    text_set(draft->name, sizeof draft->name, name);
    draft->pronoun = pronoun;
    draft->plan = plan;
    draft->year_group = 3;
}

static void one(Draft *draft) {
    static const Words words = {"To have friends and feel at home at school",
                                "Starting to talk to other children",
                                "ask a friend to play",
                                "at playtime",
                                "3 times a week",
                                "by the end of Year 4",
                                "she has friends to play with",
                                "A playtime buddy group each day"};
    name_child(draft, "Maya", PRONOUN_SHE, PLAN_EHC);
    fill(draft, AREA_FRIENDS, words);
    text_set(draft->says, sizeof draft->says, "I want someone to play with at lunch.");
    for (int q = 0; q < QUESTION_COUNT; q++) {
        draft->outcomes[0].answers[q] = ANSWER_YES;
    }
}

static void six(Draft *draft) {
    static const Words words[] = {
        {"To have friends and feel at home at school", "Loud, busy places",
         "say that it is too loud and go somewhere quiet", "in class", "on most days",
         "by the end of the spring term", "he can stay calm and come back to his work",
         "A quiet corner, and picture cards that an adult has taught him to use"},
        {"To have friends and feel at home at school", "Buttons, zips and laces",
         "get changed for PE by himself", "in the classroom", "in 10 minutes", "by July",
         "he does not miss the start", "Practice twice a week with a teaching assistant"},
        {"To live in his own home one day", "Planning what comes next", "make a simple breakfast",
         "at home", "every school day", "by the end of Year 9", "he can look after himself", ""},
        {"To live in his own home one day", "", "", "", "", "", "", ""},
        {"To work with animals", "He is not yet safe near roads", "walk to the shop with a friend",
         "", "", "", "he can get about", ""},
    };
    one(draft);
    text_set(draft->name, sizeof draft->name, "Jay");
    draft->pronoun = PRONOUN_HE;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        fill(draft, (Area)(i + 1), words[i]);
    }
    draft->outcomes[1].answers[QUESTION_REALISTIC] = ANSWER_NOT_SURE;
    draft->outcomes[1].answers[QUESTION_AGREED] = ANSWER_NOT_SURE;
    Review review = {.year = 2026, .month = 3, .progress = PROGRESS_NOT_YET, .next = NEXT_HELP};
    outcome_add_review(&draft->outcomes[1], &review);
    review = (Review){.year = 2026, .month = 7, .progress = PROGRESS_PART, .next = NEXT_KEEP};
    text_set(review.note, sizeof review.note, "He says it with a card. Next: say it in words.");
    outcome_add_review(&draft->outcomes[1], &review);
    review = (Review){.progress = PROGRESS_DONE, .next = NEXT_CLOSE};
    outcome_add_review(&draft->outcomes[2], &review);
    draft->outcomes[2].closed = true;
}

static void nameless(Draft *draft) {
    one(draft);
    draft->name[0] = '\0';
    draft->pronoun = PRONOUN_THEY;
    draft->plan = PLAN_SEN_SUPPORT;
    draft->says[0] = '\0';
    text_set(draft->outcomes[0].sentence, sizeof draft->outcomes[0].sentence,
             "By the end of Year 4, I am asking a friend to play 3 times a week.");
}

static void fullest(Draft *draft) {
    drafts_fullest(draft, "words that go on and on, ");
}

static void one_long_word(Draft *draft) {
    drafts_fullest(draft, "Llanfairpwllgwyngyll");
    draft->outcome_count = 2;
}

static void hostile(Draft *draft) {
    name_child(draft, "<i>Bobby</i> \"&amp;\"", PRONOUN_THEY, PLAN_NOT_SURE);
    draft->outcome_count = DRAFT_OUTCOMES;
    for (int i = 0, next = 0; i < DRAFT_OUTCOMES; i++) {
        for (int part = 0; part < PART_COUNT; part++) {
            char text[HOSTILE_SIZE];
            hostile_text(next++ * 5, text);
            text_set(draft->outcomes[i].words[part], DRAFT_WORDS_SIZE, text);
        }
    }
}

const Sample samples[] = {
    {"empty", draft_init},  {"one", one},         {"six", six},
    {"nameless", nameless}, {"fullest", fullest}, {"one-long-word", one_long_word},
    {"hostile", hostile},   {NULL, NULL},
};
