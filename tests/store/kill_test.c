/* A process that saves and saves is killed at any moment: what it said was saved is there. */
#include "support/shelf.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROUNDS = 60, KEYS = 3 };

/* Each save is told through the pipe when store_save returned, not before. */
static void save_for_ever(int first, int told) {
    Store *store = NULL;
    StoreOptions options = {.folder = folder};
    if (store_open(&options, NULL, &store) != OK) {
        _exit(1);
    }
    for (int n = first;; n++) {
        DraftKey key = scene_key(n % KEYS);
        Draft draft;
        scene_draft(&draft, n, 100 + 4000 * ((size_t)n % 2));
        bool rests = n % 7 == 0;
        if (store_save(store, &key, &draft) != OK || (rests && store_rest(store) != OK) ||
            write(told, &n, sizeof n) != (ssize_t)sizeof n) {
            _exit(1);
        }
    }
}

/* Kills after so many acknowledgements; returns the last number that was told. */
static int one_round(int first, int after) {
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        save_for_ever(first, ends[1]);
    }
    close(ends[1]);
    int last = first - 1, n;
    for (int i = 0; i < after && read(ends[0], &n, sizeof n) == (ssize_t)sizeof n; i++) {
        last = n;
    }
    for (volatile int spin = 0; spin < after * 7919; spin++) {
        /* not always at the same place of the next save */
    }
    kill(child, SIGKILL);
    while (read(ends[0], &n, sizeof n) == (ssize_t)sizeof n) {
        last = n; /* told before it died */
    }
    close(ends[0]);
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    return last;
}

static void killed_at_any_moment_no_save_is_lost(void **state) {
    (void)state;
    int last = 0, saves = 0;
    int held[KEYS];
    for (int i = 0; i < KEYS; i++) {
        held[i] = -1;
    }
    const char *more = getenv("KILLS");
    int rounds = more ? atoi(more) : ROUNDS;
    for (int round = 0; round < rounds; round++) {
        int first = last + 1;
        last = one_round(first, 1 + round % 13);
        for (int n = first; n <= last; n++, saves++) {
            held[n % KEYS] = n;
        }
        StoreHealth health;
        Store *store = shelf_open((StoreOptions){.folder = folder}, &health);
        assert_true(shelf_as_left(&health));
        for (int i = 0; i < KEYS; i++) {
            int found = shelf_load(store, i);
            bool next = found == last + 1 && found % KEYS == i; /* saved, not told any more */
            assert_true(found == held[i] || next);
            held[i] = found;
        }
        last = last + 1; /* may be there already: not used again */
        store_close(store);
    }
    print_message("    %d rounds, %d saves told\n", rounds, saves);
    assert_true(saves >= rounds);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_SHELF(killed_at_any_moment_no_save_is_lost),
    };
    return cmocka_run_group_tests_name("store/kill", tests, NULL, NULL);
}
