/* A full data partition in the middle of a visit: the open draft is still saved, new ones are
 * refused, and all goes on when there is room again. */
#include "store/inside.h"
#include "support/shelf.h"
#include "support/shim.h"

#include <stdio.h>
#include <sys/stat.h>

/* A partition of so many bytes: what would not fit is refused as the kernel does. */
typedef struct Quota {
    int64_t most, used;
    int refused;
} Quota;

static Quota quota;

static int64_t size_of(const char *path) {
    struct stat about;
    return lstat(path, &about) == 0 && S_ISREG(about.st_mode) ? about.st_size : 0;
}

static void add_size(const char *path, void *data) {
    *(int64_t *)data += size_of(path);
}

static Fault fits(const Call *call, void *data) {
    Quota *it = data;
    int64_t more = 0;
    if (call->kind == CALL_WRITE) {
        int64_t end = call->at + call->len, size = size_of(call->path);
        more = end > size ? end - size : 0;
    } else if (call->kind == CALL_FILL) {
        more = call->len;
    } else {
        return FAULT_NONE;
    }
    it->used = 0;
    scene_each_file(folder, add_size, &it->used);
    if (it->used + more <= it->most) {
        return FAULT_NONE;
    }
    it->refused++;
    return FAULT_FULL;
}

static const Watch watch = {.before = fits, .data = &quota};

static int set_up(void **state) {
    quota = (Quota){.most = INT64_MAX};
    shim_watch(&watch);
    return shelf_make(state);
}

static Store *open_here(void) {
    return shelf_open(shim_options(folder), NULL);
}

/* No byte is left but those of the files that are there. */
static void fill_up(void) {
    quota.most = 0;
    scene_each_file(folder, add_size, &quota.most);
}

static void the_open_draft_is_saved_from_the_reserve(void **state) {
    (void)state;
    Store *store = open_here();
    assert_int_equal(scene_size(folder, "reserve"), STORE_RESERVE);
    shelf_save(store, 1, 0);
    fill_up();
    int saves = 0;
    for (int n = 1; n <= 100; n++) { /* half an hour of typing */
        shelf_save(store, 1, n);
        saves++;
    }
    assert_true(quota.refused > 0);
    assert_false(scene_exists(folder, "reserve"));
    StoreState how;
    assert_int_equal(store_state(store, &how), OK);
    assert_true(how.low && how.aside == 0 && how.bytes > 0);
    assert_int_equal(shelf_load(store, 1), saves);
    assert_int_equal(shelf_try_save(store, 2, 1), ERR_FULL); /* no new ones now */
    assert_int_equal(shelf_load(store, 2), -1);
    store_close(store);
    store = open_here();
    assert_int_equal(shelf_load(store, 1), saves);
    assert_int_equal(shelf_try_save(store, 2, 1), ERR_FULL);
    shelf_save(store, 1, 500);
    quota.most = INT64_MAX; /* somebody made room */
    shelf_save(store, 2, 1);
    assert_int_equal(scene_size(folder, "reserve"), STORE_RESERVE);
    assert_int_equal(store_state(store, &how), OK);
    assert_false(how.low);
    assert_int_equal(shelf_load(store, 1), 500);
    store_close(store);
}

static void when_the_reserve_is_used_up_too_the_last_save_stays(void **state) {
    (void)state;
    Store *store = open_here();
    shelf_save(store, 1, 0);
    fill_up();
    quota.most -= STORE_RESERVE - 60000; /* most of it was never there */
    int last = 0;
    Err err = OK;
    for (int n = 1; n <= 100 && err == OK; n++) {
        err = shelf_try_save(store, 1, n);
        last = err == OK ? n : last;
    }
    assert_int_equal(err, ERR_FULL);
    assert_int_equal(shelf_load(store, 1), last);
    quota.most = INT64_MAX;
    shelf_save(store, 1, 200);
    store_close(store);
    store = open_here();
    assert_int_equal(shelf_load(store, 1), 200);
    store_close(store);
}

static void full_at_the_start_it_opens_and_reads(void **state) {
    (void)state;
    Store *store = open_here();
    shelf_save(store, 1, 7);
    store_close(store);
    fill_up();
    quota.most -= STORE_RESERVE / 2;
    store = open_here();
    assert_int_equal(shelf_load(store, 1), 7);
    store_close(store);
}

static void full_at_the_backup_it_says_so_and_keeps_the_old_one(void **state) {
    (void)state;
    Store *store = open_here();
    shelf_save(store, 1, 7);
    assert_int_equal(store_rest(store), OK);
    shelf_save(store, 1, 8);
    assert_int_equal(store_rest(store), OK);
    shelf_save(store, 1, 9);
    fill_up();
    int64_t a = scene_size(folder, backup_names[0]), b = scene_size(folder, backup_names[1]);
    assert_int_equal(store_rest(store), ERR_FULL);
    assert_int_equal(scene_size(folder, backup_names[0]), a);
    assert_int_equal(scene_size(folder, backup_names[1]), b);
    assert_false(scene_exists(folder, "copy.new"));
    assert_int_equal(shelf_load(store, 1), 9);
    shelf_save(store, 1, 10);
    store_close(store);
}

static void a_partition_too_small_refuses_the_first_draft(void **state) {
    (void)state;
    quota.most = 200000; /* tables, no reserve */
    Store *store = open_here();
    assert_int_equal(shelf_try_save(store, 1, 7), ERR_FULL);
    assert_int_equal(shelf_load(store, 1), -1);
    store_close(store);
}

static void the_database_has_its_own_limit(void **state) {
    (void)state;
    Store *store = open_here();
    shelf_save(store, 1, 1);
    /* Rows of nobody, as many as a full house has. */
    assert_int_equal(sql_script(&store->sql,
                                "BEGIN; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1"
                                " FROM n WHERE i < 140) INSERT INTO draft SELECT randomblob(16), 0,"
                                " 1, 0, 1, 1, randomblob(24), zeroblob(500000) FROM n; COMMIT"),
                     OK);
    assert_int_equal(shelf_try_save(store, 2, 1), ERR_FULL);
    shelf_save(store, 1, 2);
    assert_int_equal(shelf_load(store, 1), 2);
    assert_true(scene_exists(folder, "reserve")); /* the disk itself had room */
    store_close(store);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, shelf_clear)

int main(void) {
    const struct CMUnitTest tests[] = {
        EACH(the_open_draft_is_saved_from_the_reserve),
        EACH(when_the_reserve_is_used_up_too_the_last_save_stays),
        EACH(full_at_the_start_it_opens_and_reads),
        EACH(full_at_the_backup_it_says_so_and_keeps_the_old_one),
        EACH(a_partition_too_small_refuses_the_first_draft),
        EACH(the_database_has_its_own_limit),
    };
    return cmocka_run_group_tests_name("store/full", tests, NULL, NULL);
}
