/* Every call of every operation of the store failed once, and from there on, as a failing disk and
 * as a full one; every allocation of SQLite likewise. After each: nothing acknowledged is lost,
 * nothing is damaged, and the same operation works when it is asked for again. */
#include "base/json.h"
#include "store/inside.h"
#include "store/memory.h"
#include "support/shelf.h"
#include "support/shim.h"

#include <stdio.h>
#include <stdlib.h>

/* What a family may have: keys 0 to KEPT - 1 hold draft n; the operation works on key 0 or NEW. */
enum { KEPT = 4, NEW = 9, OLD_BYTES = 3000, NEW_BYTES = 9000, FIRST_DAY = 20500 };

static char before[SCENE_PATH];

static const char *const more_steps[] = {
    NULL, /* ours, filled in below */
    "ALTER TABLE setting ADD COLUMN note TEXT; CREATE TABLE extra(x INTEGER) STRICT;",
    "CREATE INDEX by_day ON draft(kday);",
};
static const char *steps_of_two[3];
static const Schema later = {3, steps_of_two};

static Err save(Store *store, int key_number, int n) {
    DraftKey key = scene_key(key_number);
    Draft draft;
    scene_draft(&draft, n, NEW_BYTES);
    return store_save(store, &key, &draft);
}

static Err save_next(Store *store) {
    return save(store, 0, 100);
}

static Err save_first(Store *store) {
    return save(store, NEW, 100);
}

static Err load(Store *store) {
    DraftKey key = scene_key(1);
    Draft draft;
    Err err = store_load(store, &key, &draft);
    if (err == OK) {
        assert_int_equal(scene_draft_number(&draft), 1);
    }
    return err;
}

static Err delete_one(Store *store) {
    return shelf_delete(store, 0);
}

static Err confirm(Store *store) {
    return store_confirm_day(store, FIRST_DAY + 5);
}

static Err expire(Store *store) {
    int gone = 0;
    Err err = store_confirm_day(store, FIRST_DAY + 5);
    return err == OK ? store_expire(store, 4, &gone) : err;
}

static Err set(Store *store) {
    return store_set_setting(store, "theme", "night");
}

static Err wrong_words(Store *store) {
    return store_try_failed(store, 0);
}

static Err nothing(Store *store) {
    (void)store;
    return OK;
}

typedef struct Operation {
    const char *name;
    Err (*run)(Store *store);
    bool opening;      /* the faults hit the opening too */
    bool migrates;     /* ... by a program with more steps */
    bool fresh;        /* ... of an empty folder */
    bool closing;      /* the faults hit the closing too */
    int key, old, new; /* what this key held and holds after; -1: nothing */
} Operation;

static const Operation operations[] = {
    {.name = "first start", .run = nothing, .opening = true, .fresh = true, .key = -1},
    {.name = "start", .run = nothing, .opening = true, .key = -1},
    {.name = "migrate", .run = nothing, .opening = true, .migrates = true, .key = -1},
    {.name = "first save", .run = save_first, .key = NEW, .old = -1, .new = 100},
    {.name = "next save", .run = save_next, .key = 0, .old = 0, .new = 100},
    {.name = "load", .run = load, .key = -1},
    {.name = "delete", .run = delete_one, .key = 0, .old = 0, .new = -1},
    {.name = "delete all", .run = store_delete_all, .key = 0, .old = 0, .new = -1},
    {.name = "backup", .run = store_rest, .key = -1},
    {.name = "confirm day", .run = confirm, .key = -1},
    {.name = "expire", .run = expire, .key = 0, .old = 0, .new = -1},
    {.name = "setting", .run = set, .key = -1},
    {.name = "check", .run = store_check, .key = -1},
    {.name = "wrong words", .run = wrong_words, .key = -1},
    {.name = "close", .run = nothing, .closing = true, .key = -1},
};

/* A house with drafts in the database, one more in its WAL, a backup, a counted day. */
static void furnish(void) {
    StoreOptions options = shim_options(before);
    Store *store = NULL;
    assert_int_equal(store_open(&options, NULL, &store), OK);
    Draft draft;
    for (int n = 0; n < KEPT; n++) {
        DraftKey key = scene_key(n);
        scene_draft(&draft, n, OLD_BYTES);
        assert_int_equal(store_save(store, &key, &draft), OK);
        if (n == 0) { /* the only one that has an age */
            assert_int_equal(store_confirm_day(store, FIRST_DAY), OK);
        }
        if (n == 1) {
            assert_int_equal(store_rest(store), OK);
        }
    }
    scene_copy_all(before, folder); /* while it is open: with its WAL, as after a power cut */
    store_close(store);
    scene_empty(before);
    scene_copy_all(folder, before);
    scene_empty(folder);
    assert_true(scene_size(before, "drafts.db-wal") > 0);
    char reserve[SCENE_PATH];
    scene_path(before, "reserve", reserve);
    remove(reserve); /* made anew by each start: not worth copying each time */
}

static int set_up(void **state) {
    shelf_make(state);
    scene_make(before);
    furnish();
    json_set_memory(malloc, free); /* our own rooms stop the program when memory ends: not here */
    for (int i = 0; i < later.version; i++) {
        steps_of_two[i] = i == 0 ? schema_ours.steps[0] : more_steps[i];
    }
    return 0;
}

static int tear_down(void **state) {
    scene_remove(before);
    return shelf_clear(state);
}

static StoreOptions options_of(const Operation *operation) {
    StoreOptions options = shim_options(folder);
    options.schema = operation->migrates ? &later : NULL;
    return options;
}

/* All others hold what they held; the one worked on holds the new or, when it failed, either. */
static void check_drafts(const Operation *operation, Store *store, bool worked) {
    bool all_gone = operation->run == store_delete_all;
    for (int n = 0; n < KEPT && !operation->fresh && !all_gone; n++) {
        if (n != operation->key) {
            assert_int_equal(shelf_load(store, n), n);
        }
    }
    if (operation->key >= 0) {
        int found = shelf_load(store, operation->key);
        if (worked) {
            assert_int_equal(found, operation->new);
        } else {
            assert_true(found == operation->old || found == operation->new);
        }
    }
}

static void check_reopened(const Operation *operation, bool worked) {
    StoreHealth health;
    Store *store = shelf_open(options_of(operation), &health);
    assert_true(shelf_as_left(&health));
    check_drafts(operation, store, worked);
    Query q = query(&store->sql, SQL_CHECK);
    char says[8] = "";
    assert_true(query_row(&q));
    query_row_bytes(&q, 0, says, sizeof says - 1);
    query_end(&q);
    assert_string_equal(says, "ok");
    store_close(store);
}

static FailAt *memory_plan;

static bool allow(size_t size) {
    (void)size;
    memory_plan->seen++;
    bool fails = memory_plan->staying ? memory_plan->seen >= memory_plan->n
                                      : memory_plan->seen == memory_plan->n;
    memory_plan->failed += fails;
    return !fails;
}

/* The plan is for calls to the disk or, without a fault, for allocations. */
static void begin_faults(FailAt *plan) {
    static Watch watch;
    if (plan->fault == FAULT_NONE) {
        memory_plan = plan;
        memory_set_gate(allow);
    } else {
        watch = shim_fail_at(plan);
        shim_watch(&watch);
    }
}

static void end_faults(void) {
    memory_set_gate(NULL);
    shim_watch(NULL);
}

/* One run with the plan; true when a call was failed. */
static bool one_run(const Operation *operation, FailAt *plan) {
    scene_empty(folder);
    if (!operation->fresh) {
        scene_copy_all(before, folder);
    }
    StoreOptions options = options_of(operation);
    Store *store = NULL;
    if (operation->opening) {
        begin_faults(plan);
    }
    Err err = store_open(&options, NULL, &store);
    end_faults();
    if (err != OK) { /* said so: the next start must find all as it was */
        assert_true(operation->opening && plan->failed > 0);
        assert_int_not_equal(err, ERR_DAMAGED);
        assert_int_not_equal(err, ERR_NEWER);
        check_reopened(operation, false);
        return true;
    }
    sqlite3_db_release_memory(store->sql.db); /* a cold cache: reads can fail too */
    if (!operation->opening && !operation->closing) {
        begin_faults(plan);
    }
    err = operation->run(store);
    end_faults();
    bool failed = plan->failed > 0;
    if (err != OK) {
        assert_true(failed);
        check_drafts(operation, store, false);
        assert_int_equal(operation->run(store), OK); /* asked again, it works */
    }
    check_drafts(operation, store, true);
    if (operation->closing) {
        begin_faults(plan);
    }
    store_close(store);
    end_faults();
    failed = plan->failed > 0;
    check_reopened(operation, true);
    return failed;
}

static void fail_all(Fault fault, bool staying, int stride) {
    int runs = 0;
    for (size_t i = 0; i < sizeof operations / sizeof operations[0]; i++) {
        int n = 1;
        for (;; n += stride) {
            FailAt plan = {.fault = fault, .staying = staying, .n = n};
            if (!one_run(&operations[i], &plan)) {
                break;
            }
            runs++;
        }
        print_message("    %-12s %4d calls\n", operations[i].name, n - 1);
    }
    print_message("    %d runs\n", runs);
    assert_true(runs > 0);
}

static void each_call_fails_once(void **state) {
    (void)state;
    fail_all(FAULT_IO, false, 1);
}

static void each_call_fails_and_all_after_it(void **state) {
    (void)state;
    fail_all(FAULT_IO, true, 1);
}

static void the_disk_is_full_once(void **state) {
    (void)state;
    fail_all(FAULT_FULL, false, 1);
}

static void the_disk_is_full_from_there_on(void **state) {
    (void)state;
    fail_all(FAULT_FULL, true, 1);
}

/* Some fifteen thousand allocations: by day every nineteenth, with FAULTS=all each one. */
static int memory_stride(void) {
    enum { BY_DAY = 19 };
    return getenv("FAULTS") ? 1 : BY_DAY;
}

static void allocations_fail_once(void **state) {
    (void)state;
    fail_all(FAULT_NONE, false, memory_stride());
}

static void memory_ends_and_stays_so(void **state) {
    (void)state;
    fail_all(FAULT_NONE, true, memory_stride() == 1 ? 1 : 2 * memory_stride());
}

static void a_save_is_one_sync(void **state) {
    (void)state;
    scene_empty(folder);
    Store *store = shelf_open(shim_options(folder), NULL);
    assert_int_equal(save(store, 1, 1), OK); /* makes the WAL */
    for (int n = 0; n < 50; n++) {
        Counts counts = {0};
        Watch watch = shim_count(&counts);
        shim_watch(&watch);
        assert_int_equal(save(store, n % 3, n), OK);
        shim_watch(NULL);
        assert_int_equal(counts.of[CALL_SYNC] + counts.of[CALL_SYNC_FOLDER], 1);
    }
    store_close(store);
}

/* Thousands of starts: short memories of who allocated what make them affordable. */
const char *__asan_default_options(void);
const char *__asan_default_options(void) {
    return "malloc_context_size=3:quarantine_size_mb=4";
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_save_is_one_sync),
        cmocka_unit_test(each_call_fails_once),
        cmocka_unit_test(each_call_fails_and_all_after_it),
        cmocka_unit_test(the_disk_is_full_once),
        cmocka_unit_test(the_disk_is_full_from_there_on),
        cmocka_unit_test(allocations_fail_once),
        cmocka_unit_test(memory_ends_and_stays_so),
    };
    return cmocka_run_group_tests_name("store/faults", tests, set_up, tear_down);
}
