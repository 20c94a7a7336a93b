/* The whole kiosk, killed at any moment of random taps: what a family was told is kept is there at
 * the next start, the visit comes back, and the files are sound.
 *
 * KILLS=500 goes on for longer. */
#include "base/text.h"
#include "house.h"
#include "screens/screens.h"
#include "ui/pointer.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 24, PRESS_MS = 90, BETWEEN_MS = 150, SAVED_MS = 2100 };

/* What the one who is killed has told: shared with the one who starts next. */
typedef struct Told {
    atomic_bool sure; /* all of this holds now; false while a touch may change it */
    bool open, kept;  /* a visit is there, kept under the code */
    int saved, said;  /* number of its newest save; number that stands in it */
    char code[CODE_SIZE];
    int64_t now_ms;
    atomic_int taps;
} Told;

static Told *told;
static uint32_t dice;

static uint32_t roll(uint32_t below) {
    dice ^= dice << 13;
    dice ^= dice >> 17;
    dice ^= dice << 5;
    return dice % below;
}

/* Each change of the visit has a number, in a field of its own. */
static int number_of(const Draft *draft) {
    static const char before[] = "number ";
    return text_starts(draft->says, before) ? (int)strtol(draft->says + strlen(before), NULL, 10)
                                            : -1;
}

static void say_number_next(void) {
    static int last;
    snprintf(app->draft.says, sizeof app->draft.says, "number %d", ++last);
    app->begun = true;
    app_settle(app);
}

static void tell(void) {
    told->said = number_of(&app->draft);
    told->open = told->said >= 0;
    if (told->open && app->save_due_ms < 0 && app->save_err == OK) {
        told->saved = told->said;
    }
    told->kept = app->kept;
    if (app->code[0]) {
        memcpy(told->code, app->code, sizeof told->code);
    }
    told->now_ms = app->clock.now_ms;
    told->sure = true;
}

/* A touch on anything that can be pressed, by real hit-testing. */
static void tap_something(void) {
    const Ui *ui = app->ui;
    int start = (int)roll((uint32_t)ui->count);
    for (int i = 0; i < ui->count; i++) {
        const Node *node = &ui->nodes[(start + i) % ui->count];
        Input input = {.kind = INPUT_DOWN,
                       .at_ms = app->clock.now_ms,
                       .x = node->at.x + node->at.w / 2,
                       .y = node->at.y + node->at.h / 2,
                       .finger = 1};
        if (node_acts(node) && rect_has(node->clip, input.x, input.y)) {
            app_input(app, &input);
            hands_wait(kiosk, PRESS_MS);
            input.kind = INPUT_UP;
            app_input(app, &input);
            kiosk_settle(kiosk);
            told->taps++;
            return;
        }
    }
}

/* A visit, kept or not; once the taps have ended it, the next. */
static void begin_visit(void) {
    app_finish(app, 0);
    sample_fill(app);
    if (roll(2)) {
        hands_keep(kiosk, "wave to a friend", told->code);
    }
    say_number_next();
    hands_wait(kiosk, SAVED_MS);
}

/* As most of a visit is: somebody reads, and nothing changes. */
static void read_a_moment(void) {
    const struct timespec moment = {0, 12000000};
    tell();
    nanosleep(&moment, NULL);
    told->sure = false;
}

static void live_until_killed(void) {
    for (;;) {
        if (number_of(&app->draft) < 0) {
            begin_visit();
        } else if (roll(4) == 0) {
            say_number_next();
            hands_wait(kiosk, roll(3) ? SAVED_MS : BETWEEN_MS);
        }
        read_a_moment();
        tap_something();
        hands_wait(kiosk, BETWEEN_MS);
        read_a_moment();
    }
}

/* So long after so many taps, however busy the machine. */
static void kill_after(int taps, long us) {
    const struct timespec look = {0, 2000000}, pause = {0, us * 1000};
    *told = (Told){0};
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        house_start();
        live_until_killed();
    }
    while (told->taps < taps) {
        nanosleep(&look, NULL);
        assert_int_equal(waitpid(child, NULL, WNOHANG), 0); /* it has not come down by itself */
    }
    nanosleep(&pause, NULL);
    int status = 0;
    kill(child, SIGKILL);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

static void as_told(void) {
    int n = number_of(&app->draft);
    assert_true(n == told->saved || n == told->said);
}

static void killed_at_any_tap_a_visit_is_back_and_what_is_kept_is_kept(void **state) {
    (void)state;
    enum { LATER_MS = 500, PAUSE_US = 60000, TAPS_LEAST = 2, TAPS_MORE = 20, SEED = 20260731 };
    const char *more = getenv("KILLS");
    int rounds = more ? (int)strtol(more, NULL, 10) : ROUNDS, back = 0, opened = 0, taps = 0;
    told = mmap(NULL, sizeof *told, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_ptr_not_equal(told, MAP_FAILED);
    dice = SEED;
    for (int round = 0; round < rounds; round++) {
        house_stop();
        kill_after(TAPS_LEAST + (int)roll(TAPS_MORE), roll(PAUSE_US));
        taps += told->taps;
        if (told->now_ms > 0) {
            machine.now_ms = told->now_ms + LATER_MS;
        }
        house_start();
        const StoreHealth *health = &app->site.health;
        assert_false(health->quarantined || health->from_backup || health->started_empty);
        assert_int_equal(store_check(app->store), OK);
        if (told->sure && told->open) {
            assert_true(app_has_words(app));
            as_told();
            back++;
        }
        if (told->sure && told->open && told->kept) {
            assert_true(app->kept);
            house_restart(); /* a clean end: now the words open it */
            hands_give(kiosk, told->code);
            assert_true(app->kept);
            as_told();
            opened++;
        }
    }
    print_message("    %d kills, %d taps: %d visits back, %d opened by their words\n", rounds, taps,
                  back, opened);
    munmap(told, sizeof *told);
    assert_true(back > 0 && opened > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_A_HOUSE(killed_at_any_tap_a_visit_is_back_and_what_is_kept_is_kept),
    };
    return cmocka_run_group_tests_name("screens/keep_kill", tests, NULL, NULL);
}
