/* Power cuts at every moment of a working life: what was acknowledged is there afterwards, nothing
 * is damaged, nothing has to be fetched from a backup. The same cuts find the losses of a store
 * that does not wait for the disk. */
#include "store/inside.h"
#include "support/cuts.h"
#include "support/shelf.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    KEYS = 4,
    STEPS = 64,
    GONE = -1,
    CUTS_LEAST = 10000,
    SECOND_CUTS_LEAST = 1000,
    FIRST_DAY = 20500
};

/* Twenty thousand starts: short memories of who allocated what make them affordable. */
const char *__asan_default_options(void);
const char *__asan_default_options(void) {
    return "malloc_context_size=3:quarantine_size_mb=4";
}

static char image[SCENE_PATH];

/* What key held before the step and holds after; acknowledged when the log had `done` entries. */
typedef struct Step {
    int key, old, new;
    size_t begun, done;
} Step;

typedef struct Life {
    Log *log;
    Step steps[STEPS];
    int step_count;
    int held[KEYS];
} Life;

typedef struct Loss {
    int cuts, lost, damaged;
} Loss;

static void life_new(Life *life) {
    *life = (Life){.log = log_new(folder)};
    for (int key = 0; key < KEYS; key++) {
        life->held[key] = GONE;
    }
}

static void step(Life *life, Store *store, int key_number, int n) {
    assert_true(life->step_count < STEPS);
    DraftKey key = scene_key(key_number);
    Step *s = &life->steps[life->step_count++];
    *s = (Step){key_number, life->held[key_number], n, log_length(life->log), 0};
    if (n == GONE) {
        assert_int_equal(store_delete(store, &key), OK);
    } else {
        Draft draft;
        scene_draft(&draft, n, n % 10 == 0 ? 5000 : 60); /* one and two units of padding */
        assert_int_equal(store_save(store, &key, &draft), OK);
    }
    s->done = log_length(life->log);
    life->held[key_number] = n;
}

static Store *open_recorded(bool waits) {
    Store *store = shelf_open(shim_options(folder), NULL);
    if (!waits) {
        assert_int_equal(sql_script(&store->sql, "PRAGMA synchronous = NORMAL"), OK);
    }
    return store;
}

/* First start, visits, backups, a deletion, a day, a close without a rest, a start. */
static void live(Life *life, bool waits) {
    scene_empty(folder);
    life_new(life);
    Watch watch = log_watch(life->log);
    shim_watch(&watch);
    Store *store = open_recorded(waits);
    step(life, store, 0, 10);
    step(life, store, 0, 11);
    step(life, store, 1, 20);
    assert_int_equal(store_rest(store), OK);
    step(life, store, 0, 12);
    assert_int_equal(store_confirm_day(store, FIRST_DAY), OK);
    step(life, store, 2, 30);
    step(life, store, 1, GONE);
    step(life, store, 2, 31);
    store_close(store);
    store = open_recorded(waits);
    step(life, store, 3, 40);
    step(life, store, 2, 32);
    assert_int_equal(store_rest(store), OK);
    step(life, store, 2, GONE);
    step(life, store, 0, 13);
    step(life, store, 1, 21);
    store_close(store);
    shim_watch(NULL);
}

/* What key may hold when the power goes before entry number at. */
static bool allowed(const Life *life, int key, int found, size_t at) {
    int held = GONE;
    for (int i = 0; i < life->step_count; i++) {
        const Step *s = &life->steps[i];
        if (s->key != key) {
            continue;
        }
        if (s->done <= at) {
            held = s->new;
        } else if (s->begun < at && found == s->new) {
            return true;
        }
    }
    return found == held;
}

/* A backup is wholly there or not there, whatever the moment. */
static bool backup_whole(const Store *store, const char *name) {
    Sql sql = {0};
    Found found = {0};
    if (!scene_exists(image, name)) {
        return true;
    }
    bool whole = connect_open(store, name, CONNECT_READ, &sql) == OK &&
                 connect_look(&sql, &found) == OK && found.application == SCHEMA_APPLICATION &&
                 connect_check(&sql) == OK;
    sql_done(&sql, false);
    return whole;
}

static void judge(const Life *life, size_t at, Loss *loss) {
    StoreOptions options = shim_options(image);
    StoreHealth health = {0};
    Store *store = NULL;
    loss->cuts++;
    if (store_open(&options, &health, &store) != OK || health.quarantined || health.from_backup) {
        loss->damaged++;
        store_close(store);
        return;
    }
    bool lost = false;
    for (int key_number = 0; key_number < KEYS; key_number++) {
        DraftKey key = scene_key(key_number);
        Draft draft;
        Err err = store_load(store, &key, &draft);
        int found = err == OK ? scene_draft_number(&draft) : GONE;
        lost = lost || (err != OK && err != ERR_NOT_FOUND) || !allowed(life, key_number, found, at);
    }
    loss->lost += lost;
    enum { SOMETIMES = 16 };
    if (loss->cuts % SOMETIMES == 0) {
        loss->damaged +=
            !backup_whole(store, backup_names[0]) || !backup_whole(store, backup_names[1]);
    }
    store_close(store);
}

static Loss cut_everywhere(const Life *life, uint32_t seeds) {
    Loss loss = {0};
    for (size_t at = 0; at <= log_length(life->log); at++) {
        for (uint32_t seed = 0; seed < seeds; seed++) {
            log_cut(life->log, at, seed, image);
            judge(life, at, &loss);
        }
    }
    print_message("    %zu moments, %d cuts, %d lost, %d damaged\n", log_length(life->log),
                  loss.cuts, loss.lost, loss.damaged);
    return loss;
}

/* More by night; fewer where a planted defect is looked for. */
static size_t cuts_wanted(void) {
    const char *asked = getenv("CUTS");
    return asked ? strtoul(asked, NULL, 10) : CUTS_LEAST;
}

static void no_cut_loses_what_was_acknowledged(void **state) {
    (void)state;
    Life life;
    live(&life, true);
    size_t wanted = cuts_wanted();
    Loss loss = cut_everywhere(&life, (uint32_t)(wanted / log_length(life.log)) + 1);
    log_free(life.log);
    assert_true((size_t)loss.cuts >= wanted);
    assert_int_equal(loss.lost, 0);
    assert_int_equal(loss.damaged, 0);
}

/* Able to fail: the same cuts against a store that does not wait. */
static void a_store_that_does_not_wait_is_found_out(void **state) {
    (void)state;
    Life life;
    live(&life, false);
    Loss loss = cut_everywhere(&life, 4);
    log_free(life.log);
    assert_true(loss.lost > 0);
}

/* The start after a cut is cut too. */
static void no_cut_during_the_recovery_loses_anything(void **state) {
    (void)state;
    Life life;
    live(&life, true);
    Loss loss = {0};
    size_t step_width = 1 + log_length(life.log) * 24 / SECOND_CUTS_LEAST;
    for (size_t at = 0; at <= log_length(life.log); at += step_width) {
        log_cut(life.log, at, (uint32_t)at, folder);
        Log *second = log_new(folder);
        Watch watch = log_watch(second);
        shim_watch(&watch);
        StoreOptions options = shim_options(folder);
        Store *store = NULL;
        assert_int_equal(store_open(&options, NULL, &store), OK);
        store_close(store);
        shim_watch(NULL);
        for (size_t again = 0; again <= log_length(second); again++) {
            log_cut(second, again, (uint32_t)(at * 31 + again), image);
            judge(&life, at, &loss);
        }
        log_free(second);
    }
    log_free(life.log);
    print_message("    %d second cuts, %d lost, %d damaged\n", loss.cuts, loss.lost, loss.damaged);
    assert_true(loss.cuts >= SECOND_CUTS_LEAST);
    assert_int_equal(loss.lost, 0);
    assert_int_equal(loss.damaged, 0);
}

/* A damaged database, its backup, and the power going while the one takes the other's place: the
 * drafts of the backup come back whatever the moment. */
static void no_cut_while_a_backup_takes_over_loses_it(void **state) {
    (void)state;
    scene_empty(folder);
    Store *store = open_recorded(true);
    Draft draft;
    DraftKey key = scene_key(0);
    scene_draft(&draft, 10, 3000);
    assert_int_equal(store_save(store, &key, &draft), OK);
    assert_int_equal(store_rest(store), OK);
    store_close(store);
    static unsigned char nothing[4096];
    scene_write(folder, "drafts.db", nothing, sizeof nothing);
    Log *log = log_new(folder);
    Watch watch = log_watch(log);
    shim_watch(&watch);
    store = open_recorded(true);
    shim_watch(NULL);
    store_close(store);
    int cuts = 0;
    for (size_t at = 0; at <= log_length(log); at++) {
        for (uint32_t seed = 0; seed < 16; seed++, cuts++) {
            log_cut(log, at, seed, image);
            store = scene_open(image);
            assert_int_equal(scene_load(store, &key), 10);
            store_close(store);
        }
    }
    log_free(log);
    print_message("    %d cuts\n", cuts);
}

/* A newer program makes two steps of the tables; before that it writes a backup. */
static void no_cut_during_a_migration_loses_anything(void **state) {
    (void)state;
    const char *const steps[] = {
        schema_ours.steps[0],
        "ALTER TABLE setting ADD COLUMN note TEXT; CREATE TABLE extra(x INTEGER) STRICT;",
        "CREATE INDEX by_day ON draft(kday);",
    };
    const Schema later = {3, steps};
    scene_empty(folder);
    Store *store = open_recorded(true);
    Draft draft;
    DraftKey key = scene_key(0);
    for (int n = 0; n < 3; n++) {
        scene_draft(&draft, n, 60);
        assert_int_equal(store_save(store, &key, &draft), OK);
    }
    store_close(store);
    Log *log = log_new(folder);
    Watch watch = log_watch(log);
    shim_watch(&watch);
    StoreOptions options = shim_options(folder);
    options.schema = &later;
    assert_int_equal(store_open(&options, NULL, &store), OK);
    store_close(store);
    shim_watch(NULL);
    int cuts = 0;
    options.folder = image;
    for (size_t at = 0; at <= log_length(log); at++) {
        for (uint32_t seed = 0; seed < 8; seed++, cuts++) {
            StoreHealth health;
            log_cut(log, at, seed, image);
            assert_int_equal(store_open(&options, &health, &store), OK);
            assert_true(shelf_as_left(&health));
            assert_int_equal(scene_load(store, &key), 2);
            store_close(store);
        }
    }
    log_free(log);
    print_message("    %d cuts\n", cuts);
}

static int set_up(void **state) {
    scene_make(image);
    return shelf_make(state);
}

static int tear_down(void **state) {
    scene_remove(image);
    return shelf_clear(state);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_cut_loses_what_was_acknowledged),
        cmocka_unit_test(a_store_that_does_not_wait_is_found_out),
        cmocka_unit_test(no_cut_during_the_recovery_loses_anything),
        cmocka_unit_test(no_cut_while_a_backup_takes_over_loses_it),
        cmocka_unit_test(no_cut_during_a_migration_loses_anything),
    };
    return cmocka_run_group_tests_name("store/cuts", tests, set_up, tear_down);
}
