/* Every idea that can be tapped makes a sentence that reads, in both voices, and that the kiosk
 * does not question afterwards. */
#include "base/text.h"
#include "hands.h"
#include "library/prose.h"
#include "outcome/asks.h"
#include "screens/answer.h"
#include "screens/pick.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <cmocka.h>

static Machine machine;
static Kiosk *kiosk;
static App *app;

static int set_up(void **state) {
    (void)state;
    machine_make(&machine);
    kiosk = calloc(1, sizeof *kiosk);
    assert_non_null(kiosk);
    machine_start(&machine, kiosk);
    app = kiosk->app;
    text_set(app->draft.name, sizeof app->draft.name, "Mira");
    app->draft.pronoun = PRONOUN_SHE;
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    machine_stop(kiosk);
    machine_remove(&machine);
    free(kiosk);
    return 0;
}

/* Taps each idea of each part of the sentence, for every area and stage, into an outcome that says
 * what and nothing else. Returns how many. */
static int tap_each(void (*look)(Part part)) {
    static const Part parts[] = {PART_WHAT, PART_WHERE, PART_KNOW, PART_WHY};
    static const int8_t years[STAGE_COUNT] = {YEAR_NURSERY, 3, 8, 13};
    const char *ideas[IDEAS_MOST];
    int seen = 0;
    for (int at = AREA_TALKING * STAGE_COUNT; at < AREA_COUNT * STAGE_COUNT; at++) {
        app->draft.year_group = years[at % STAGE_COUNT];
        app_outcome(app)->area = (Area)(at / STAGE_COUNT);
        for (size_t p = 0; p < sizeof parts / sizeof parts[0]; p++) {
            int count = pick_ideas(app, parts[p], ideas);
            for (int i = 0; i < count; i++) {
                for (Part part = PART_WHERE; part <= PART_WHY; part++) {
                    answer_set(app, part, "");
                }
                answer_set(app, PART_WHAT, "read a page");
                pick_use(app, parts[p], i);
                app_settle(app);
                look(parts[p]);
                arena_reset(&app->ui->arena);
                seen++;
            }
        }
    }
    return seen;
}

/* A word of somebody else than the one who speaks; NULL: none. */
static const char *third_word(const char *text) {
    static const char *const third[] = {"she",  "her",    "hers",    "herself", "he",
                                        "him",  "his",    "himself", "their",   "themself",
                                        "Mira", "Mira’s", NULL};
    Span word, sentence;
    while (prose_next_sentence(&text, &sentence)) {
        const char *at = sentence.text;
        while (prose_next_word(&at, sentence.text + sentence.len, &word)) {
            for (int i = 0; third[i]; i++) {
                if (strlen(third[i]) == word.len &&
                    strncasecmp(third[i], word.text, word.len) == 0) {
                    return third[i];
                }
            }
        }
    }
    return NULL;
}

static void in_the_first_person(Part part) {
    (void)part;
    char before[COMPOSED_SIZE];
    text_set(before, sizeof before, app->composed.text);
    assert_true(text_starts(before, "Mira will "));
    answer_set_voice(app, VOICE_FIRST);
    app_settle(app);
    const char *third = third_word(app->composed.text);
    if (third || !text_starts(app->composed.text, "I ")) {
        fail_msg("%s: %s", third ? third : "not I", app->composed.text);
    }
    answer_set_voice(app, VOICE_THIRD);
    app_settle(app);
    assert_string_equal(app->composed.text, before);
}

static void test_every_idea_in_the_first_person(void **state) {
    (void)state;
    assert_true(tap_each(in_the_first_person) > 1000);
}

static void not_questioned(Part part) {
    Ask asks[ASKS_MOST];
    int count = asks_of(app_outcome(app), &app->checked, asks);
    for (int i = 0; i < count; i++) {
        bool same = asks[i].kind == ASK_PART && asks[i].at == (int)part;
        if (asks[i].kind == ASK_FINDING || same) {
            fail_msg("asks again: %s", app->composed.text);
        }
    }
}

static void test_no_idea_is_questioned(void **state) {
    (void)state;
    assert_true(tap_each(not_questioned) > 1000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_every_idea_in_the_first_person, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_no_idea_is_questioned, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
