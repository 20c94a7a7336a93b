/* The words of content/en are whole: each point of the two documents has a page of the guide that
 * makes it, in plain words; examples and cards are enough, and say why.
 *
 * A point is named here in words of ours. When a page is written anew, the words that carry the
 * point change here too: whoever takes one out does it knowingly. */
#include "library/library.h"
#include "unit.h"

#include <stdio.h>
#include <string.h>

typedef struct Point {
    const char *point, *page, *words; /* words: on that page: in its text, points or example */
} Point;

/* A parent's guide to 'Outcomes', SENDIASS Oxfordshire, from its first page to its last. */
static const Point oxfordshire[] = {
    {"outcomes came with the Act of September 2014", "c1.law", "September 2014"},
    {"they are about progress to hopes for the future", "c1.law", "move towards their hopes"},
    {"the Lamb Inquiry of 2009", "c1.lamb", "Lamb Inquiry"},
    {"it found poor education, training and work", "c1.lamb", "School, training and work"},
    {"and too little leisure and play", "c1.lamb", "play and have fun"},
    {"and too little part in the community", "c1.lamb", "part of the place where they live"},
    {"people looked at hours of support", "c1.hours", "hours of help"},
    {"not at what the support was for", "c1.hours", "what the help was for"},
    {"the reforms ask what parents and children want", "c1.law", "what you and your child want"},
    {"the definition in the Code of Practice", "c1.official", "benefit or difference"},
    {"the same in plainer words", "c1.plainer", "because of the help"},
    {"something they cannot do now", "c1.what", "cannot do yet"},
    {"decided from what child and family want", "c3.whose", "what your family wants"},
    {"1 personal, not a service", "c2.first", "not about a service"},
    {"2 a building block", "c2.first", "building block"},
    {"3 those involved have control", "c2.first", "can make it happen"},
    {"4 SMART", "c2.first", "SMART"},
    {"specific", "c2.smart", "Specific"},
    {"measurable", "c2.smart", "Measurable"},
    {"achievable", "c2.smart", "Achievable"},
    {"realistic", "c2.smart", "Realistic"},
    {"time-bound", "c2.smart", "Time-bound"},
    {"5 about the learner: to them and for them", "c2.more", "to them and for them"},
    {"6 in the future, or as though it is so now", "c2.more", "‘I am’"},
    {"7 what will be different after some time", "c2.more", "what will be different"},
    {"8 a stepping stone", "c2.more", "stepping stone"},
    {"9 not only learning", "c2.more", "more than learning"},
    {"asks for a time", "c2.ask1", "by when"},
    {"asks how everyone will know", "c2.ask1", "everyone know"},
    {"asks for the child's known needs", "c2.ask1", "learning, health or care"},
    {"asks whether it leads to hopes", "c2.ask1", "hopes for"},
    {"asks why it is important", "c2.ask1", "important to your child"},
    {"asks what it gives, does, makes possible", "c2.ask2", "make possible"},
    {"asks where, when and with whom", "c2.ask3", "Where, when and who with"},
    {"asks what stops it, what could be done", "c2.ask3", "stopping it now"},
    {"asks whether it is only provision", "c2.ask3", "only about help"},
    {"the least helpful kind: Sarah", "c2.unclear", "happy and fulfilled"},
    {"Dan", "c2.unclear", "fitness and wellbeing"},
    {"Jemima", "c2.unclear", "literacy and numeracy"},
    {"Masood", "c2.unclear", "motor co-ordination"},
    {"how would we know, how measure", "c2.know", "measure"},
    {"begin a long way ahead", "c3.long", "hopes for your child’s future"},
    {"life as an adult", "c3.long", "grown up"},
    {"the biggest difference", "c3.long", "biggest difference"},
    {"one thing they cannot do now", "c3.one", "cannot do now"},
    {"closer to the hopes", "c3.one", "closer to those hopes"},
    {"what stands in the way, what is to be done", "c3.one", "standing in the way"},
    {"not too many; concise plans work", "c3.six", "short, clear plans"},
    {"about six", "c3.six", "about six"},
    {"health and social care as well", "c3.areas", "health or care"},
    {"from the hopes of section A", "c4.what", "Section A"},
    {"a golden thread of four parts", "c4.what", "golden thread"},
    {"Kyle's hope", "c4.hope", "more friends"},
    {"Kyle's needs", "c4.hard", "angry and frustrated"},
    {"Kyle's outcome", "c4.outcome", "2 other students"},
    {"Kyle's help in class", "c4.help1", "15 minutes each day"},
    {"Kyle's circle of friends and key worker", "c4.help2", "circle of friends"},
    {"fits age, needs and hopes", "c5.fit", "age, needs and hopes"},
    {"Charlie", "c1.what", "Charlie"},
    {"Sam at three", "c5.fit", "Sam (3 years old)"},
    {"first person, as though achieved", "c5.iam", "as if it is true now"},
    {"it keeps people's minds on helping", "c5.iam", "on helping your child"},
    {"Sam, third person", "c5.will", "Sam will hold"},
    {"Sam, first person", "c5.iam", "I am holding"},
    {"from Year 9: study and paid work", "c5.nine", "paid work"},
    {"independence", "c5.self", "independence"},
    {"good health", "c5.nine", "good health"},
    {"friends, relationships, community", "c5.friends", "community participation"},
    {"Marcus", "c5.work", "3 work-based interviews"},
    {"Sarah's breakfast", "c5.self", "simple breakfast"},
    {"Russell", "c5.health", "Russell will take his medication"},
    {"Jay", "c5.food", "healthy meal"},
    {"Lucy", "c5.shops", "small errands"},
    {"Mary", "c5.friends", "mobile phone"},
    {"assess, plan, do, review", "c6.steps", "Assess"},
    {"agreed when planning, looked at in review", "c6.three", "‘review’ step"},
    {"three meetings a year", "c6.three", "three times a year"},
    {"the annual review looks at each outcome", "c6.annual", "annual review"},
    {"hopes change, so outcomes do", "c6.change", "outcomes should change"},
    {"a helpline", "c7.reach", "{phone}"},
    {"information, advice and support", "c7.who", "advice and support"},
    {"help to talk with school and council", "c7.who", "school and council"},
    {"trained volunteers", "c7.offer", "Independent Parental Supporters"},
    {"advice on disagreements", "c7.offer", "disagreement"},
    {"training events", "c7.offer", "Training"},
    {"the drop-in", "c7.offer", "Talking Points"},
    {"text, email, website", "c7.reach", "{email}"},
    {"confidential", "c7.private", "is private"},
    {"unless you agree", "c7.private", "unless you say yes"},
    {"except where a child is at risk", "c7.private", "at risk"},
};

/* Essex: Planning support for a child with SEND, Outcomes. */
static const Point essex[] = {
    {"where the child is, where you want them to be", "c3.now", "Where is your child now"},
    {"that helps everyone decide on support", "c3.now", "what help is needed"},
    {"the universal offer may be enough", "c3.kinds", "universal offer"},
    {"something different or additional", "c3.kinds", "additional"},
    {"talked about and agreed by everyone", "c3.together", "agreed by everyone"},
    {"not written without parents and child", "c3.say", "without you"},
    {"clear what the benefit is", "c2.side", "better for your child"},
    {"from the child's side, not the adults'", "c2.side", "not the adults’ side"},
    {"important to the child", "c1.life", "important to your child"},
    {"more than an educational target", "c1.life", "not only about school work"},
    {"child-focused: to them or for them", "c2.essex", "important to your child, or for"},
    {"in words a child understands", "c2.essex", "understand the words"},
    {"clear to see", "c2.essex", "see when your child does it"},
    {"aspirational", "c2.essex", "aspirational"},
    {"Ben", "c2.side", "ask his friends if he can play"},
    {"Aril", "c2.pair", "ready for his transition"},
    {"the One Planning Guide, chapter 5", "c7.from", "Chapter 5"},
    {"the next page: Assess, Plan, Do, Review", "c7.from", "Assess, Plan, Do, Review"},
};

static Library *library;

static int open_library(void **state) {
    (void)state;
    Buf problems = {0};
    Err err = library_load("content", "en", &problems, &library);
    buf_done(&problems);
    return err == OK ? 0 : -1;
}

static int close_library(void **state) {
    (void)state;
    library_free(library);
    return 0;
}

static const GuidePage *page_of(const char *id) {
    for (int c = 0; c < library->chapter_count; c++) {
        for (int p = 0; p < library->chapters[c].page_count; p++) {
            if (strcmp(library->chapters[c].pages[p].id, id) == 0) {
                return &library->chapters[c].pages[p];
            }
        }
    }
    return NULL;
}

static bool any_has(const Texts *texts, const char *words) {
    for (int i = 0; i < texts->count; i++) {
        if (strstr(texts->text[i], words)) {
            return true;
        }
    }
    return false;
}

static bool has(const GuidePage *page, const char *words) {
    return strstr(page->heading, words) || any_has(&page->sentences, words) ||
           any_has(&page->points, words) || (page->example && strstr(page->example, words));
}

static void assert_points(const Point *points, size_t count, const char *source) {
    for (size_t i = 0; i < count; i++) {
        const GuidePage *page = page_of(points[i].page);
        if (!page || !has(page, points[i].words)) {
            fail_msg("%s: '%s' is not on the page %s: %s", source, points[i].words, points[i].page,
                     points[i].point);
        }
    }
}

static void nothing_of_the_two_documents_is_left_out(void **state) {
    (void)state;
    assert_points(oxfordshire, sizeof oxfordshire / sizeof oxfordshire[0], "Oxfordshire");
    assert_points(essex, sizeof essex / sizeof essex[0], "Essex");
}

static void each_page_has_easy_words(void **state) {
    (void)state;
    for (int c = 0; c < library->chapter_count; c++) {
        for (int p = 0; p < library->chapters[c].page_count; p++) {
            assert_true(library->chapters[c].pages[p].easy.count > 0);
        }
    }
}

static bool whole_pair(const Example *example) {
    return example->good.text && example->not_yet.text && example->good.why.count > 0 &&
           example->not_yet.why.count > 0 && example->good.better && example->shape;
}

/* Each part of life at each age has a pair of ours: good and not yet, why, and even better. */
static void each_area_and_stage_has_its_own_pair(void **state) {
    (void)state;
    for (int area = AREA_TALKING; area < AREA_COUNT; area++) {
        for (int stage = 0; stage < STAGE_COUNT; stage++) {
            int pairs = 0;
            for (int i = 0; i < library->example_count; i++) {
                const Example *example = &library->examples[i];
                pairs += strcmp(example->source, "ours") == 0 && (int)example->area == area &&
                         (int)example->stage == stage && whole_pair(example);
            }
            if (pairs < 2) {
                fail_msg("%d pairs for %s, %s", pairs, area_names[area], stage_names[stage]);
            }
        }
    }
    Buf lacks = {0};
    assert_int_equal(library_coverage(library, &lacks), 0);
    buf_done(&lacks);
}

/* The first word of an example is mostly its child's name: no shape has a name, in any case none
 * of a capital but 'By', 'I' and the like. */
static void shapes_bring_no_words_about_another_child(void **state) {
    (void)state;
    static const char *const capitals[] = {"By",    "Before", "I",    "Every", "At",
                                           "After", "In",     "When", NULL};
    for (int i = 0; i < library->example_count; i++) {
        const char *shape = library->examples[i].shape;
        assert_non_null(shape);
        for (const char *at = shape; *at;
             at += strcspn(at, " ") + strspn(at + strcspn(at, " "), " ")) {
            char word[32];
            size_t len = strcspn(at, " ,.’");
            snprintf(word, sizeof word, "%.*s", (int)len, at);
            if (at[0] >= 'A' && at[0] <= 'Z' && name_index(capitals, word) < 0) {
                fail_msg("%s: %s", library->examples[i].id, shape);
            }
            assert_true(strspn(at, "0123456789") == 0);
        }
        assert_non_null(strstr(shape, "…"));
    }
}

static void cards_say_why_and_a_clearer_way(void **state) {
    (void)state;
    int good = 0;
    for (int i = 0; i < library->card_count; i++) {
        const Card *card = &library->cards[i];
        assert_true(card->head[0] && card->body[0]);
        assert_true(card->good || card->better);
        good += card->good;
    }
    assert_true(good * 3 > library->card_count && good * 3 < library->card_count * 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_of_the_two_documents_is_left_out),
        cmocka_unit_test(each_page_has_easy_words),
        cmocka_unit_test(each_area_and_stage_has_its_own_pair),
        cmocka_unit_test(shapes_bring_no_words_about_another_child),
        cmocka_unit_test(cards_say_why_and_a_clearer_way),
    };
    return cmocka_run_group_tests(tests, open_library, close_library);
}
