/* What comes back after a crash, how, and what does not. */
#include "base/text.h"
#include "house.h"
#include "screens/screens.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* A second process starts on the same machine and dies with all it had in memory; the next one
 * starts so much later. */
static void crash_after(void (*visit)(void), int64_t later_ms) {
    int64_t *died_ms =
        mmap(NULL, sizeof *died_ms, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_ptr_not_equal(died_ms, MAP_FAILED);
    house_stop();
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        house_start();
        visit();
        *died_ms = app->clock.now_ms;
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    machine.now_ms = *died_ms + later_ms;
    munmap(died_ms, sizeof *died_ms);
    house_start();
}

static void visit_kept(void) {
    char code[CODE_SIZE];
    hands_keep(kiosk, "wave to a friend", code);
    house_change("wave twice");
    hands_wait(kiosk, 2100);
}

static void visit_not_kept(void) {
    sample_fill(app);
    draft_set_words(&app->draft, 0, PART_WHAT, "wave to a friend");
    hands_tap(kiosk, "See examples");
    hands_wait(kiosk, 2100);
}

static void visit_no_longer_kept(void) {
    char code[CODE_SIZE];
    hands_keep(kiosk, "wave to a friend", code);
    app_unkeep(app);
}

static void visit_finished(void) {
    char code[CODE_SIZE];
    hands_keep(kiosk, "wave to a friend", code);
    app_finish(app, 0);
}

static void visit_finished_not_kept(void) {
    visit_not_kept();
    app_finish(app, 0);
}

static void visit_hidden(void) {
    visit_not_kept();
    app_hide(app, 0);
}

static void visit_idle(void) {
    visit_not_kept();
    hands_wait(kiosk, (app->site.idle_words_s + 1) * 1000);
}

static void visit_hidden_and_back(void) {
    visit_hidden();
    hands_wait(kiosk, 1000);
    app_show_again(app, 0);
}

static void visit_that_reads(void) {
    enum { TOUCHES = 10, BETWEEN_MS = 60000 };
    visit_not_kept();
    for (int i = 0; i < TOUCHES; i++) {
        hands_wait(kiosk, BETWEEN_MS);
        hands_tap(kiosk, "Home");
        hands_tap(kiosk, "See examples");
    }
}

static void visit_held_then_kept(void) {
    visit_not_kept();
    visit_kept();
}

static void nothing(void) {}

static void a_crash_brings_the_kept_draft_back(void **state) {
    (void)state;
    crash_after(visit_kept, 0);
    assert_ptr_equal(app_screen(app), &screen_outcomes);
    assert_true(app->kept);
    hands_see(kiosk, "My plan");
    assert_string_equal(app->draft.outcomes[0].words[PART_WHAT], "wave twice");
    house_change("wave a lot"); /* and it goes on being kept */
    hands_wait(kiosk, 2100);
    assert_true(house_has("wave a lot"));
    app_finish(app, 0);
    crash_after(nothing, 0);
    assert_ptr_equal(app_screen(app), &screen_home);
    assert_true(draft_empty(&app->draft));
}

static bool is_back(void) {
    bool words = strcmp(app->draft.outcomes[0].words[PART_WHAT], "wave to a friend") == 0;
    assert_true(words || draft_empty(&app->draft));
    assert_true(words || app_screen(app) == &screen_home);
    return words;
}

static bool files_of_visit(void) {
    char path[PLACE_SIZE + 32];
    snprintf(path, sizeof path, "%s/visit", machine.runtime);
    bool key = access(path, F_OK) == 0;
    snprintf(path, sizeof path, "%s/draft", machine.runtime);
    return key || access(path, F_OK) == 0;
}

static void a_draft_that_is_not_kept_comes_back_too(void **state) {
    (void)state;
    crash_after(visit_not_kept, 0);
    assert_true(is_back());
    assert_false(app->kept);
    assert_ptr_equal(app_screen(app), &screen_outcomes);
    assert_int_equal(house_drafts(), 0); /* it never reached the disk */
    app_go(app, &screen_keep, 0);
    kiosk_settle(kiosk);
    hands_tap(kiosk, "Keep it here"); /* and it can be kept after all */
    assert_true(app->kept && house_has("wave to a friend"));
    app_finish(app, 0);
    assert_false(files_of_visit());
}

static void what_was_held_and_then_kept_comes_back_as_kept(void **state) {
    (void)state;
    crash_after(visit_held_then_kept, 0);
    assert_true(app->kept);
    assert_string_equal(app->draft.outcomes[0].words[PART_WHAT], "wave twice");
}

static void one_that_is_cleared_from_the_machine_is_still_on_the_screen(void **state) {
    (void)state;
    crash_after(visit_no_longer_kept, 0);
    assert_true(is_back());
    assert_false(app->kept);
    assert_int_equal(house_drafts(), 0);
}

static void a_finished_visit_does_not_come_back(void **state) {
    (void)state;
    crash_after(visit_finished, 0);
    assert_false(is_back());
    crash_after(visit_finished_not_kept, 0);
    assert_false(is_back());
    assert_false(files_of_visit());
}

/* Whoever comes next finds Home: what idling would have cleared is gone, and stays gone. */
static void the_next_family_never_sees_it(void **state) {
    (void)state;
    void (*const visits[])(void) = {visit_kept, visit_not_kept};
    int64_t until_cleared = (app->site.idle_words_s + app->site.countdown_s) * 1000LL;
    for (size_t i = 0; i < sizeof visits / sizeof visits[0]; i++) {
        crash_after(visits[i], until_cleared);
        assert_false(is_back());
        assert_false(app->kept || files_of_visit());
        crash_after(nothing, 0);
        assert_false(is_back());
    }
    crash_after(visit_not_kept, -60 * 60 * 1000); /* a clock that began anew tells no age */
    assert_false(is_back());
}

static void after_a_while_it_comes_back_covered(void **state) {
    (void)state;
    crash_after(visit_not_kept, app->site.idle_words_s * 1000LL);
    kiosk_settle(kiosk);
    assert_true(is_back());
    assert_true(app->cover_ms >= 0);
    hands_see_not(kiosk, "wave");
    hands_wait(kiosk, (app->site.countdown_s + 1) * 1000LL);
    assert_true(draft_empty(&app->draft));
    assert_false(files_of_visit());
}

static void what_was_hidden_comes_back_hidden(void **state) {
    (void)state;
    crash_after(visit_hidden, 5000);
    assert_true(is_back());
    assert_true(app->cover_ms >= 0 && app->hidden);
    hands_see_not(kiosk, "wave");
    app_show_again(app, 0);
    kiosk_settle(kiosk);
    assert_ptr_equal(app_screen(app), &screen_outcomes);
    crash_after(visit_hidden, app->site.countdown_s * 1000LL);
    assert_false(is_back());
    crash_after(visit_idle, app->site.countdown_s * 1000LL);
    assert_false(is_back());
    crash_after(visit_hidden_and_back, app->site.countdown_s * 1000LL); /* shown again: as before */
    assert_true(is_back());
    assert_int_equal(app->cover_ms, -1);
}

/* Somebody who reads and changes nothing is there all the same. */
static void reading_keeps_a_visit_alive(void **state) {
    (void)state;
    crash_after(visit_that_reads, 60 * 1000);
    assert_true(is_back());
    assert_int_equal(app->cover_ms, -1);
}

static void a_draft_that_brings_it_down_does_not_do_so_for_ever(void **state) {
    (void)state;
    crash_after(visit_kept, 0);
    int returns = 1;
    for (; returns < 10 && app->kept; returns++) {
        machine.now_ms = app->clock.now_ms;
        kiosk_settle(kiosk);
        /* Dies again: what a start took from memory stays taken. */
        char runtime[PLACE_SIZE + 8];
        text_set(runtime, sizeof runtime, machine.runtime);
        app->site.runtime = NULL; /* so that stopping does not clear it */
        house_stop();
        house_start();
    }
    assert_in_range(returns, 3, 4);
    assert_ptr_equal(app_screen(app), &screen_home);
}

static void a_clean_end_leaves_it_to_the_words(void **state) {
    (void)state;
    char code[CODE_SIZE];
    hands_keep(kiosk, "wave to a friend", code);
    house_stop();
    house_start();
    assert_ptr_equal(app_screen(app), &screen_home);
    hands_give(kiosk, code);
    assert_ptr_equal(app_screen(app), &screen_outcomes);
    assert_string_equal(app->draft.outcomes[0].words[PART_WHAT], "wave to a friend");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_A_HOUSE(a_crash_brings_the_kept_draft_back),
        IN_A_HOUSE(a_draft_that_is_not_kept_comes_back_too),
        IN_A_HOUSE(what_was_held_and_then_kept_comes_back_as_kept),
        IN_A_HOUSE(one_that_is_cleared_from_the_machine_is_still_on_the_screen),
        IN_A_HOUSE(a_finished_visit_does_not_come_back),
        IN_A_HOUSE(the_next_family_never_sees_it),
        IN_A_HOUSE(after_a_while_it_comes_back_covered),
        IN_A_HOUSE(what_was_hidden_comes_back_hidden),
        IN_A_HOUSE(reading_keeps_a_visit_alive),
        IN_A_HOUSE(a_draft_that_brings_it_down_does_not_do_so_for_ever),
        IN_A_HOUSE(a_clean_end_leaves_it_to_the_words),
    };
    return cmocka_run_group_tests_name("screens/keep_crash", tests, NULL, NULL);
}
