/* Keeping: what is saved when, what comes back after a crash, and what does not come back. */
#include "base/text.h"
#include "house.h"
#include "screens/screens.h"
#include "ui/dump.h"
#include "visit/staff.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static void change(const char *words) {
    draft_set_words(&app->draft, 0, PART_WHAT, words);
    app_settle(app);
}

/* What lies on the disk for the draft that is open. */
static bool disk_has(const char *words) {
    Draft *there = calloc(1, sizeof *there);
    assert_non_null(there);
    bool has = store_load(app->store, app->key, there) == OK &&
               strcmp(there->outcomes[0].words[PART_WHAT], words) == 0;
    free(there);
    return has;
}

static void changes_are_saved_within_two_seconds(void **state) {
    (void)state;
    char code[CODE_SIZE];
    hands_keep(kiosk, "wave to a friend", code);
    assert_true(disk_has("wave to a friend"));
    hands_wait(kiosk, 5000);
    change("wave twice");
    hands_wait(kiosk, 1500);
    assert_false(disk_has("wave twice"));
    change("wave three times"); /* going on typing does not put it off */
    hands_wait(kiosk, 600);
    assert_true(disk_has("wave three times"));
    assert_int_equal(app->save_due_ms, -1);
}

static void the_end_of_a_field_saves_at_once(void **state) {
    (void)state;
    char code[CODE_SIZE];
    hands_keep(kiosk, "wave to a friend", code);
    type_part(app, PART_WHAT);
    kiosk_settle(kiosk);
    Input input = {.kind = INPUT_TEXT, .at_ms = app->clock.now_ms, .text = " and smile"};
    app_input(app, &input);
    int64_t before = app->clock.now_ms;
    hands_tap(kiosk, "Done");
    assert_true(app->clock.now_ms - before < 1000);
    assert_true(disk_has("wave to a friend and smile"));
}

static void a_save_that_does_not_work_keeps_the_words_and_goes_on_trying(void **state) {
    (void)state;
    char code[CODE_SIZE];
    hands_keep(kiosk, "wave to a friend", code);
    house_disk_works(false);
    change("wave twice");
    hands_wait(kiosk, 2100);
    assert_int_not_equal(app->save_err, OK);
    assert_null(app_notice(app)); /* once is nobody's worry */
    hands_wait(kiosk, 2100);
    assert_string_equal(app_notice(app), "banner.unsaved");
    assert_true(library_has_string(app->library, app_notice(app)));
    assert_string_equal(app->draft.outcomes[0].words[PART_WHAT], "wave twice");
    assert_true(app->kept);
    house_disk_works(true);
    hands_wait(kiosk, 2100);
    assert_null(app_notice(app));
    assert_true(disk_has("wave twice"));
}

static void nobody_clears_the_screen_unaware_that_the_newest_words_are_not_kept(void **state) {
    (void)state;
    char code[CODE_SIZE];
    hands_keep(kiosk, "wave to a friend", code);
    hands_wait(kiosk, 5000);
    house_disk_works(false);
    change("wave twice");
    app_go(app, &screen_leave, 0);
    kiosk_settle(kiosk);
    hands_see(kiosk, "Your newest words are not kept here yet.");
    hands_tap(kiosk, "Take it home");
    assert_ptr_equal(app_screen(app), &screen_take);
    app_go(app, &screen_leave, 0);
    kiosk_settle(kiosk);
    house_disk_works(true);
    hands_wait(kiosk, 2100); /* it goes on trying meanwhile */
    hands_see(kiosk, "Your draft is kept.");
}

static void a_keep_that_does_not_work_is_said_and_leaves_nothing(void **state) {
    (void)state;
    sample_fill(app);
    app_go(app, &screen_keep, 0);
    kiosk_settle(kiosk);
    house_disk_works(false);
    hands_tap(kiosk, "Keep it here");
    house_disk_works(true);
    assert_false(app->kept);
    assert_string_equal(app->code, "");
    assert_ptr_equal(app_screen(app), &screen_keep);
    hands_see(kiosk,
              library_string(app->library, app->save_err == ERR_FULL ? "keep.full" : "err.io"));
    assert_true(draft_empty(&app->draft) == false);
    hands_tap(kiosk, "Keep it here"); /* room again */
    assert_true(app->kept);
}

static int drafts(void) {
    int count = -1;
    int64_t oldest;
    assert_int_equal(store_count(app->store, &count, &oldest), OK);
    return count;
}

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
    change("wave twice");
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
    change("wave a lot"); /* and it goes on being kept */
    hands_wait(kiosk, 2100);
    assert_true(disk_has("wave a lot"));
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
    assert_int_equal(drafts(), 0); /* it never reached the disk */
    app_go(app, &screen_keep, 0);
    kiosk_settle(kiosk);
    hands_tap(kiosk, "Keep it here"); /* and it can be kept after all */
    assert_true(app->kept && disk_has("wave to a friend"));
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
    assert_int_equal(drafts(), 0);
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

static void what_shows(Buf *out) {
    app_frame(app);
    ui_dump(app->ui, out);
}

static void deleted_drafts_and_other_words_look_the_same(void **state) {
    (void)state;
    char code[CODE_SIZE], other[CODE_SIZE];
    hands_keep(kiosk, "wave to a friend", code);
    unsigned char id[sizeof app->key->id];
    memcpy(id, app->key->id, sizeof id);
    app_finish(app, 0);
    assert_true(machine_finds(&machine, id, sizeof id) > 0);
    hands_give(kiosk, code);
    app_go(app, &screen_keep, 0);
    kiosk_settle(kiosk);
    hands_tap(kiosk, "Clear my kept draft");
    assert_false(app->kept);
    assert_false(draft_empty(&app->draft)); /* the words stay on the screen */
    assert_int_equal(machine_finds(&machine, id, sizeof id), 0);
    app_finish(app, 0);
    assert_int_equal(machine_finds(&machine, id, sizeof id), 0);

    Buf deleted = {0}, never = {0};
    code_make(app->library->code_words.text, other);
    int waits[2];
    for (int i = 0; i < 2; i++) {
        hands_give(kiosk, code); /* the same words on the screen, opening nothing either time */
        assert_false(app->kept);
        waits[i] = store_try_wait(app->store, app->clock.now_ms);
        what_shows(i ? &never : &deleted);
        app_finish(app, 0);
        hands_wait(kiosk, 400000);
        house_stop();
        if (i == 0) {
            remove_tree(machine.data); /* a machine that never saw those words */
        }
        house_start();
    }
    assert_string_equal(buf_string(&deleted), buf_string(&never));
    assert_int_equal(waits[0], waits[1]);
    hands_give(kiosk, other);
    hands_see(kiosk, "Those words do not open a draft here.");
    buf_done(&deleted);
    buf_done(&never);
}

/* The words were right: whoever gave them hears that the draft is damaged, not that they do not
 * open it. */
static void a_draft_that_cannot_be_read_is_not_the_words_fault(void **state) {
    (void)state;
    char code[CODE_SIZE], path[PLACE_SIZE + 32];
    hands_keep(kiosk, "wave to a friend", code);
    house_stop();
    snprintf(path, sizeof path, "%s/drafts.db", machine.data);
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(db, "UPDATE draft SET box = zeroblob(length(box))", NULL, NULL, NULL),
        SQLITE_OK);
    sqlite3_close(db);
    house_start();
    hands_give(kiosk, code);
    assert_false(app->kept);
    hands_see(kiosk, library_string(app->library, "err.damaged"));
    hands_see_not(kiosk, "Those words do not open a draft here.");
    app_finish(app, 0);
    hands_wait(kiosk, 400000);
    code_make(app->library->code_words.text, code);
    hands_give(kiosk, code);
    hands_see(kiosk, "Those words do not open a draft here.");
}

static void tries_wait_longer_survive_a_restart_and_never_lock_out(void **state) {
    (void)state;
    static const int waits[] = {3, 3, 3, 3, 30, 60, 120, 240, 300, 300, 300};
    char code[CODE_SIZE], other[CODE_SIZE];
    hands_keep(kiosk, "wave to a friend", code);
    app_finish(app, 0);
    code_make(app->library->code_words.text, other);
    for (size_t i = 0; i < sizeof waits / sizeof waits[0]; i++) {
        hands_give(kiosk, other);
        assert_false(app->kept);
        assert_int_equal(store_try_wait(app->store, app->clock.now_ms), waits[i]);
        if (waits[i] >= 30) {
            house_stop();
            house_start();
            assert_in_range(store_try_wait(app->store, app->clock.now_ms), waits[i] - 3, waits[i]);
            hands_words(kiosk, code); /* even the right ones wait */
            hands_see(kiosk, "You can try again in");
            hands_tap(kiosk, "Open my draft");
            assert_false(app_busy(app));
        }
    }
    hands_give(kiosk, code);
    assert_true(app->kept);
    assert_int_equal(store_try_wait(app->store, app->clock.now_ms), 0);
}

static void a_wait_counts_down_on_the_screen(void **state) {
    (void)state;
    char other[CODE_SIZE];
    code_make(app->library->code_words.text, other);
    for (int i = 0; i < 5; i++) {
        hands_give(kiosk, other);
        hands_wait(kiosk, i < 4 ? 4000 : 0);
    }
    hands_tap(kiosk, "Open my draft");
    int shown = app->words.wait_s;
    assert_in_range(shown, 20, 30);
    hands_wait(kiosk, 10000);
    assert_in_range(app->words.wait_s, shown - 11, shown - 9);
    hands_wait(kiosk, 30000);
    assert_int_equal(app->words.wait_s, 0);
}

static void a_wrong_clock_deletes_nothing(void **state) {
    (void)state;
    static const Date wrong[] = {
        {1970, 1, 1, false},  {2016, 11, 22, false}, {2036, 11, 22, true}, {2038, 1, 20, true},
        {2100, 3, 1, false},  {2028, 2, 29, true},   {2027, 3, 28, true},  {2027, 10, 31, true},
        {2026, 11, 21, true}, {2026, 11, 23, true},  {1, 1, 1, false},     {9999, 12, 31, false}};
    char code[CODE_SIZE];
    assert_int_equal(staff_confirm_date(app, machine.today, false), OK);
    hands_keep(kiosk, "wave to a friend", code);
    app_finish(app, 0);
    for (int real = 0; real < 2; real++) {
        for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
            app->site.real_clock = real;
            app->clock.today = wrong[i];
            app_days_pass(app); /* while it runs, */
            app_forget(app);    /* at the end of a visit */
            assert_int_equal(drafts(), 1);
            Date before = machine.today;
            machine.today = wrong[i];
            house_stop();
            house_start(); /* and at a start */
            machine.today = before;
            assert_int_equal(drafts(), 1);
        }
    }
    hands_give(kiosk, code);
    assert_true(app->kept);
}

static void days_that_only_a_clock_told_make_nothing_older(void **state) {
    (void)state;
    enum { DAYS = 60 };
    char code[CODE_SIZE];
    assert_int_equal(staff_confirm_date(app, machine.today, false), OK);
    hands_keep(kiosk, "wave to a friend", code);
    app_finish(app, 0);
    for (int i = 0; i < DAYS; i++) { /* small steps, as a clock does that somebody set */
        app->clock.today = date_moved(app->clock.today, 1, 0, 0);
        app_forget(app);
    }
    assert_int_equal(drafts(), 1);
    assert_int_equal(store_today(app->store), day_of(machine.today));
}

static void drafts_go_after_the_days_that_staff_confirmed(void **state) {
    (void)state;
    char code[CODE_SIZE];
    assert_int_equal(staff_confirm_date(app, machine.today, false), OK);
    hands_keep(kiosk, "wave to a friend", code);
    app_finish(app, 0);
    Date day = app->clock.today;
    /* Its days begin with the first one that was confirmed after the save. */
    for (int week = 0; week <= 4; week++) {
        day = date_moved(day, 7, 0, 0);
        assert_int_equal(staff_confirm_date(app, day, false), OK);
        assert_int_equal(drafts(), 1); /* 28 days are kept whole */
    }
    assert_int_equal(staff_confirm_date(app, date_moved(day, 8, 0, 0), false), ERR_WAIT);
    assert_int_equal(drafts(), 1);
    assert_int_equal(staff_due(app, date_moved(day, 8, 0, 0)), 1);
    assert_int_equal(staff_confirm_date(app, date_moved(day, 1, 0, 0), false), OK);
    assert_int_equal(drafts(), 0);
    hands_give(kiosk, code);
    assert_false(app->kept);
}

static void a_real_clock_counts_days_by_itself(void **state) {
    (void)state;
    char code[CODE_SIZE];
    app->site.real_clock = true;
    app_days_pass(app);
    hands_keep(kiosk, "wave to a friend", code);
    app_finish(app, 0);
    for (int i = 0; i <= 28; i++) {
        app->clock.today = date_moved(app->clock.today, 1, 0, 0);
        app_forget(app);
        assert_int_equal(drafts(), 1);
    }
    app->clock.today = date_moved(app->clock.today, 1, 0, 0);
    app_forget(app);
    assert_int_equal(drafts(), 0);
}

static void opening_a_draft_starts_its_days_anew(void **state) {
    (void)state;
    char code[CODE_SIZE];
    Date day = machine.today;
    assert_int_equal(staff_confirm_date(app, day, false), OK);
    hands_keep(kiosk, "wave to a friend", code);
    app_finish(app, 0);
    for (int i = 0; i < 3; i++) {
        day = date_moved(day, 7, 0, 0);
        assert_int_equal(staff_confirm_date(app, day, false), OK);
    }
    hands_give(kiosk, code);
    app_finish(app, 0);
    for (int i = 0; i < 3; i++) {
        day = date_moved(day, 7, 0, 0);
        assert_int_equal(staff_confirm_date(app, day, false), OK);
        assert_int_equal(drafts(), 1);
    }
}

static void dates_and_days_agree(void **state) {
    (void)state;
    assert_int_equal(day_of((Date){1970, 1, 1, true}), 0);
    assert_int_equal(day_of((Date){2026, 1, 1, true}), 20454);
    assert_int_equal(day_of((Date){2099, 12, 31, true}), 47481);
    for (int64_t day = -1000; day < 60000; day++) {
        Date date = date_of(day);
        assert_int_equal(day_of(date), day);
        assert_in_range(date.month, 1, 12);
        assert_in_range(date.day, 1, 31);
    }
    Date leap = date_moved((Date){2028, 1, 31, true}, 0, 1, 0);
    assert_int_equal(leap.day, 29);
    Date back = date_moved((Date){2026, 1, 15, true}, 0, -1, 0);
    assert_int_equal(back.month, 12);
    assert_int_equal(back.year, 2025);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_A_HOUSE(changes_are_saved_within_two_seconds),
        IN_A_HOUSE(the_end_of_a_field_saves_at_once),
        IN_A_HOUSE(a_save_that_does_not_work_keeps_the_words_and_goes_on_trying),
        IN_A_HOUSE(nobody_clears_the_screen_unaware_that_the_newest_words_are_not_kept),
        IN_A_HOUSE(a_keep_that_does_not_work_is_said_and_leaves_nothing),
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
        IN_A_HOUSE(deleted_drafts_and_other_words_look_the_same),
        IN_A_HOUSE(a_draft_that_cannot_be_read_is_not_the_words_fault),
        IN_A_HOUSE(tries_wait_longer_survive_a_restart_and_never_lock_out),
        IN_A_HOUSE(a_wait_counts_down_on_the_screen),
        IN_A_HOUSE(a_wrong_clock_deletes_nothing),
        IN_A_HOUSE(days_that_only_a_clock_told_make_nothing_older),
        IN_A_HOUSE(drafts_go_after_the_days_that_staff_confirmed),
        IN_A_HOUSE(a_real_clock_counts_days_by_itself),
        IN_A_HOUSE(opening_a_draft_starts_its_days_anew),
        IN_A_HOUSE(dates_and_days_agree),
    };
    return cmocka_run_group_tests_name("screens/keep", tests, NULL, NULL);
}
