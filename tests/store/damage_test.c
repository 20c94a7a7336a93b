/* Files that are not as they were written: the kiosk starts all the same, nothing is deleted, and
 * what can be had again is there. */
#include "store/inside.h"
#include "support/shelf.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { DRAFTS = 6, FIRST = 0, LATER = 100, FLIPS = 400, CUTS = 120, NOBODY = 65534 };

static char whole[SCENE_PATH], other[SCENE_PATH];

/* Six drafts, saved twice, in the database and both backups. */
static void furnish(const char *place, int base) {
    Store *store = scene_open(place);
    for (int n = 0; n < DRAFTS; n++) {
        shelf_save(store, n, base + n);
    }
    assert_int_equal(store_rest(store), OK);
    for (int n = 0; n < DRAFTS; n++) {
        shelf_save(store, n, base + LATER + n);
    }
    assert_int_equal(store_rest(store), OK);
    store_close(store);
}

static int set_up(void **state) {
    scene_make(whole);
    scene_make(other);
    furnish(whole, FIRST);
    char reserve[SCENE_PATH];
    scene_path(whole, "reserve", reserve);
    remove(reserve);
    return shelf_make(state);
}

static int tear_down(void **state) {
    scene_remove(whole);
    scene_remove(other);
    return shelf_clear(state);
}

static int fresh_copy(void **state) {
    (void)state;
    scene_empty(folder);
    scene_empty(other);
    scene_copy_all(whole, folder);
    return 0;
}

static Store *open_with(StoreHealth *health) {
    return shelf_open(scene_options(folder), health);
}

static void all_there(Store *store, int base) {
    for (int n = 0; n < DRAFTS; n++) {
        assert_int_equal(shelf_load(store, n), base + n);
    }
}

static unsigned char *bytes_of(const char *name, size_t *len) {
    *len = (size_t)scene_size(folder, name);
    unsigned char *bytes = malloc(*len + 1);
    assert_non_null(bytes);
    assert_int_equal(scene_read(folder, name, bytes, *len), *len);
    return bytes;
}

/* Each draft is its newest or the one before; nothing else ever comes out. */
static int count_drafts(Store *store) {
    int there = 0;
    for (int n = 0; n < DRAFTS; n++) {
        DraftKey key = scene_key(n);
        Draft draft;
        Err err = store_load(store, &key, &draft);
        if (err == OK) {
            int found = scene_draft_number(&draft);
            assert_true(found == LATER + n || found == FIRST + n);
            there++;
        } else {
            assert_true(err == ERR_DAMAGED || err == ERR_NOT_FOUND);
        }
    }
    return there;
}

/* Drafts are found by an index: one that says something else than the table is damage, though each
 * of the two is whole. */
static void an_index_that_differs_from_its_table(void **state) {
    (void)state;
    enum { LEAF_OF_INDEX = 0x0a };
    size_t len;
    unsigned char *bytes = bytes_of("drafts.db", &len);
    DraftKey key = scene_key(2);
    int changed = 0;
    for (size_t page = STORE_PAGE; page + STORE_PAGE <= len; page += STORE_PAGE) {
        unsigned char *id = memmem(bytes + page, STORE_PAGE, key.id, sizeof key.id);
        if (bytes[page] == LEAF_OF_INDEX && id) {
            id[sizeof key.id - 1] ^= 1;
            changed++;
        }
    }
    assert_int_equal(changed, 1);
    scene_write(folder, "drafts.db", bytes, len);
    free(bytes);
    StoreHealth health;
    Store *store = open_with(&health);
    assert_true(health.quarantined && health.from_backup);
    all_there(store, LATER);
    store_close(store);
}

static void a_flipped_byte_anywhere(void **state) {
    size_t len;
    fresh_copy(state);
    unsigned char *bytes = bytes_of("drafts.db", &len);
    int lost = 0, aside = 0;
    for (int i = 0; i < FLIPS; i++) {
        fresh_copy(state);
        size_t at = i < 100 ? (size_t)i : (size_t)i * 7919 % len; /* the header, then all over */
        bytes[at] ^= (unsigned char)(1 << (i % 8));
        scene_write(folder, "drafts.db", bytes, len);
        bytes[at] ^= (unsigned char)(1 << (i % 8));
        StoreHealth health;
        StoreOptions options = scene_options(folder);
        Store *store = NULL;
        Err err = store_open(&options, &health, &store);
        if (err == ERR_NEWER) { /* the flip hit our version number: refused and left alone */
            assert_in_range(at, 60, 63);
            continue;
        }
        if (err != OK) {
            print_message("byte %zu\n", at);
        }
        assert_int_equal(err, OK);
        lost += DRAFTS - count_drafts(store);
        aside += health.quarantined;
        assert_int_equal(health.quarantined, scene_exists(folder, "aside/001/drafts.db"));
        shelf_save(store, 3, 77); /* it goes on working */
        assert_int_equal(shelf_load(store, 3), 77);
        store_close(store);
    }
    free(bytes);
    print_message("    %d flips: %d set aside, %d drafts lost\n", FLIPS, aside, lost);
    assert_int_equal(lost, 0);
    assert_true(aside > 0);
}

static void a_block_of_zeros_and_a_cut_end(void **state) {
    size_t len;
    fresh_copy(state);
    unsigned char *bytes = bytes_of("drafts.db", &len);
    unsigned char *changed = malloc(len);
    assert_non_null(changed);
    int lost = 0;
    for (int i = 0; i < CUTS; i++) {
        fresh_copy(state);
        memcpy(changed, bytes, len);
        size_t at = (size_t)i * 4801 % (len - 512), keep = len;
        if (i % 2) {
            keep = at;
        } else {
            memset(changed + at, 0, 512);
        }
        scene_write(folder, "drafts.db", changed, keep);
        StoreHealth health;
        Store *store = open_with(&health);
        lost += DRAFTS - count_drafts(store);
        store_close(store);
    }
    free(bytes);
    free(changed);
    print_message("    %d files: %d drafts lost\n", CUTS, lost);
    assert_int_equal(lost, 0);
}

static void not_a_database_is_set_aside(void **state) {
    (void)state;
    scene_write(folder, "drafts.db", "Dear diary, this is no database. It is long enough, though.",
                59);
    StoreHealth health;
    Store *store = open_with(&health);
    assert_true(health.quarantined && health.from_backup && !health.started_empty);
    all_there(store, LATER);
    store_close(store);
    char bytes[64] = "";
    scene_read(folder, "aside/001/drafts.db", bytes, sizeof bytes);
    assert_true(strncmp(bytes, "Dear diary", 10) == 0);
}

static void somebody_elses_database_is_set_aside(void **state) {
    (void)state;
    char path[SCENE_PATH];
    scene_path(folder, "drafts.db", path);
    remove(path);
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(db, "PRAGMA application_id = 7; CREATE TABLE cats(name)", NULL, NULL, NULL),
        SQLITE_OK);
    sqlite3_close(db);
    int64_t size = scene_size(folder, "drafts.db");
    StoreHealth health;
    Store *store = open_with(&health);
    assert_true(health.quarantined && health.from_backup);
    all_there(store, LATER);
    store_close(store);
    assert_int_equal(scene_size(folder, "aside/001/drafts.db"), size);
}

/* Our tables under another program's number: not ours to write into. */
static void another_application_id_is_set_aside(void **state) {
    (void)state;
    char path[SCENE_PATH];
    scene_path(folder, "drafts.db", path);
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "PRAGMA application_id = 7", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    StoreHealth health;
    Store *store = open_with(&health);
    assert_true(health.quarantined && health.from_backup);
    all_there(store, LATER);
    store_close(store);
}

static void an_empty_file_is_not_the_end(void **state) {
    (void)state;
    scene_write(folder, "drafts.db", "", 0);
    StoreHealth health;
    Store *store = open_with(&health);
    assert_true(health.from_backup);
    all_there(store, LATER);
    store_close(store);
}

static void a_missing_file_comes_from_its_backup(void **state) {
    (void)state;
    shelf_remove("drafts.db");
    StoreHealth health;
    Store *store = open_with(&health);
    assert_true(health.from_backup && !health.quarantined);
    all_there(store, LATER);
    store_close(store);
}

static void the_newest_good_backup_is_taken(void **state) {
    for (int bad = 0; bad < 2; bad++) { /* one of the two is damaged: the other serves */
        fresh_copy(state);
        scene_write(folder, "drafts.db", "x", 1);
        scene_write(folder, backup_names[bad], "x", 1);
        StoreHealth health;
        Store *store = open_with(&health);
        assert_true(health.from_backup);
        assert_int_equal(count_drafts(store), DRAFTS);
        store_close(store);
    }
    fresh_copy(state);
    scene_write(folder, "drafts.db", "x", 1);
    StoreHealth health;
    Store *store = open_with(&health);
    all_there(store, LATER); /* not the older one */
    store_close(store);
}

static void without_any_backup_it_starts_empty(void **state) {
    (void)state;
    scene_write(folder, "drafts.db", "xyz", 3);
    scene_write(folder, "backup-a.db", "xyz", 3);
    scene_write(folder, "backup-b.db", "", 0);
    StoreHealth health;
    Store *store = open_with(&health);
    assert_true(health.quarantined && !health.from_backup && health.started_empty);
    assert_int_equal(count_drafts(store), 0);
    shelf_save(store, 0, 1);
    store_close(store);
    assert_int_equal(scene_size(folder, "aside/001/drafts.db"), 3);
}

/* The damaged file is newer than any backup: what can be read of it is taken over. */
static void drafts_newer_than_the_backup_are_salvaged(void **state) {
    (void)state;
    Store *store = scene_open(folder);
    for (int n = 0; n < DRAFTS; n++) {
        shelf_save(store, n, 200 + n);
    }
    store_close(store); /* no rest: no backup of these */
    size_t len;
    unsigned char *bytes = bytes_of("drafts.db", &len);
    memset(bytes + 32, 0x77, 4); /* the list of free pages: damage that touches no draft */
    scene_write(folder, "drafts.db", bytes, len);
    free(bytes);
    StoreHealth health;
    store = open_with(&health);
    assert_true(health.quarantined);
    all_there(store, 200);
    store_close(store);
}

static void salvage_brings_the_salt_when_no_backup_has_it(void **state) {
    (void)state;
    for (int i = 0; i < 2; i++) {
        shelf_remove(backup_names[i]);
    }
    Store *store = scene_open(folder);
    KeyCost before = store_key_cost(store);
    assert_int_equal(store_set_setting(store, "place", "Library"), OK);
    store_close(store);
    size_t len;
    unsigned char *bytes = bytes_of("drafts.db", &len);
    memset(bytes + 32, 0x77, 4);
    scene_write(folder, "drafts.db", bytes, len);
    free(bytes);
    StoreHealth health;
    store = open_with(&health);
    assert_true(health.started_empty);
    KeyCost after = store_key_cost(store);
    assert_memory_equal(before.salt, after.salt, sizeof before.salt);
    char place[16];
    assert_int_equal(store_setting(store, "place", place, sizeof place), OK);
    assert_string_equal(place, "Library");
    all_there(store, LATER);
    store_close(store);
}

static void only_the_newest_three_are_kept_aside(void **state) {
    (void)state;
    for (int i = 1; i <= 5; i++) {
        char text[8];
        snprintf(text, sizeof text, "bad %d", i);
        scene_write(folder, "drafts.db", text, 5);
        StoreHealth health;
        store_close(open_with(&health));
        assert_true(health.quarantined);
    }
    assert_false(scene_exists(folder, "aside/002"));
    for (int i = 3; i <= 5; i++) {
        char name[32], text[8] = "";
        snprintf(name, sizeof name, "aside/%03d/drafts.db", i);
        assert_int_equal(scene_read(folder, name, text, 5), 5);
        assert_int_equal(text[4], '0' + i);
    }
    Store *store = scene_open(folder);
    StoreState how;
    assert_int_equal(store_state(store, &how), OK);
    assert_int_equal(how.aside, 3);
    store_close(store);
}

/* It holds sealed drafts: it goes when they would. */
static void what_was_set_aside_goes_with_its_days(void **state) {
    (void)state;
    enum { DAY = 20600, KEEP = 28 };
    int gone = 0;
    for (int i = 1; i <= 2; i++) {
        scene_write(folder, "drafts.db", "damaged", 7);
        StoreHealth health;
        Store *store = open_with(&health);
        if (i == 1) {
            assert_int_equal(store_expire(store, KEEP, &gone), OK); /* no day, no age */
        }
        assert_int_equal(store_confirm_day(store, DAY + 5 * (i - 1)), OK);
        assert_int_equal(store_expire(store, KEEP, &gone), OK);
        assert_int_equal(store_rest(store), OK);
        store_close(store);
    }
    Store *store = scene_open(folder);
    for (int day = DAY + 6; day <= DAY + KEEP; day++) {
        assert_int_equal(store_confirm_day(store, day), OK);
        assert_int_equal(store_expire(store, KEEP, &gone), OK);
        assert_true(scene_exists(folder, "aside/001/drafts.db"));
    }
    assert_int_equal(store_confirm_day(store, DAY + KEEP + 1), OK);
    assert_int_equal(store_expire(store, KEEP, &gone), OK);
    assert_false(scene_exists(folder, "aside/001"));
    assert_true(scene_exists(folder, "aside/002/drafts.db"));
    assert_int_equal(store_delete_all(store), OK);
    assert_false(scene_exists(folder, "aside/002"));
    store_close(store);
}

/* A database with something in its WAL, as after a power cut. */
static void leave_with_wal(int n) {
    Store *store = scene_open(folder);
    shelf_save(store, 0, n);
    scene_copy_all(folder, other);
    store_close(store);
    scene_empty(folder);
    scene_copy_all(other, folder);
    assert_true(scene_size(folder, "drafts.db-wal") > 0);
}

static void a_missing_wal_leaves_what_was_before(void **state) {
    (void)state;
    leave_with_wal(300);
    shelf_remove("drafts.db-wal");
    StoreHealth health;
    Store *store = open_with(&health);
    assert_false(health.quarantined);
    all_there(store, LATER);
    store_close(store);
}

static void a_torn_wal_leaves_a_whole_draft(void **state) {
    leave_with_wal(300);
    size_t len;
    unsigned char *bytes = bytes_of("drafts.db-wal", &len);
    scene_empty(other);
    scene_copy_all(folder, other);
    for (size_t keep = 0; keep < len; keep += 331) {
        scene_empty(folder);
        scene_copy_all(other, folder);
        scene_write(folder, "drafts.db-wal", bytes, keep);
        StoreHealth health;
        Store *store = open_with(&health);
        assert_false(health.quarantined);
        int found = shelf_load(store, 0);
        assert_true(found == 300 || found == LATER);
        store_close(store);
    }
    free(bytes);
    (void)state;
}

/* The WAL of another kiosk, whole in itself, laid beside our database. */
static void a_foreign_wal_is_set_aside(void **state) {
    (void)state;
    char foreign[SCENE_PATH];
    scene_make(foreign);
    Store *store = scene_open(foreign);
    shelf_save(store, 0, 900);
    scene_copy(foreign, "drafts.db-wal", folder, "drafts.db-wal");
    store_close(store);
    scene_empty(foreign);
    StoreHealth health;
    store = open_with(&health);
    assert_true(health.quarantined);
    all_there(store, LATER);
    store_close(store);
    assert_true(scene_exists(folder, "aside/001/drafts.db-wal"));
    assert_false(scene_exists(folder, "aside/001/drafts.db"));

    furnish(foreign, 500); /* and one whose pages would all fit */
    store = scene_open(foreign);
    for (int n = 0; n < DRAFTS; n++) {
        shelf_save(store, n, 700 + n);
    }
    assert_int_equal(store_set_setting(store, "place", "elsewhere"), OK);
    assert_int_equal(store_try_failed(store, 0), OK);
    fresh_copy(state);
    scene_copy(foreign, "drafts.db-wal", folder, "drafts.db-wal");
    store_close(store);
    store = open_with(&health);
    assert_true(health.quarantined);
    all_there(store, LATER);
    store_close(store);
    scene_remove(foreign);
}

static void a_journal_left_over_does_no_harm(void **state) {
    (void)state;
    unsigned char journal[2000];
    memset(journal, 0xA5, sizeof journal);
    scene_write(folder, "drafts.db-journal", journal, sizeof journal);
    StoreHealth health;
    Store *store = open_with(&health);
    all_there(store, LATER);
    store_close(store);
}

static void same_bytes(const char *name, const unsigned char *bytes, size_t len) {
    size_t now_len;
    unsigned char *now = bytes_of(name, &now_len);
    assert_int_equal(now_len, len);
    assert_memory_equal(now, bytes, len);
    free(now);
}

static void refused(Err expected) {
    StoreOptions options = scene_options(folder);
    Store *store = NULL;
    StoreHealth health = {0};
    assert_int_equal(store_open(&options, &health, &store), expected);
    assert_null(store);
    assert_false(health.quarantined);
    assert_false(scene_exists(folder, "aside"));
}

static void a_newer_file_is_refused_untouched(void **state) {
    (void)state;
    char path[SCENE_PATH];
    scene_path(folder, "drafts.db", path);
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "PRAGMA user_version = 99", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    size_t len;
    unsigned char *bytes = bytes_of("drafts.db", &len);
    refused(ERR_NEWER);
    same_bytes("drafts.db", bytes, len);
    free(bytes);
}

/* The newer program was cut off: its number is in the WAL only. */
static void a_newer_number_in_the_wal_is_seen(void **state) {
    (void)state;
    Store *store = scene_open(folder);
    assert_int_equal(sql_script(&store->sql, "PRAGMA user_version = 99"), OK);
    scene_copy_all(folder, other);
    store_close(store);
    scene_empty(folder);
    scene_copy_all(other, folder);
    size_t len, wal_len;
    unsigned char *bytes = bytes_of("drafts.db", &len);
    unsigned char *wal = bytes_of("drafts.db-wal", &wal_len);
    assert_true(wal_len > 0);
    refused(ERR_NEWER);
    same_bytes("drafts.db", bytes, len);
    same_bytes("drafts.db-wal", wal, wal_len);
    free(bytes);
    free(wal);
}

static void a_link_or_a_folder_is_left_alone(void **state) {
    (void)state;
    char path[SCENE_PATH], target[SCENE_PATH];
    scene_path(folder, "drafts.db", path);
    scene_path(other, "elsewhere.db", target);
    scene_copy(folder, "drafts.db", other, "elsewhere.db");
    remove(path);
    assert_int_equal(symlink(target, path), 0);
    refused(ERR_NO_ACCESS);
    remove(path);
    assert_int_equal(link(target, path), 0);
    refused(ERR_NO_ACCESS);
    remove(path);
    assert_int_equal(mkdir(path, 0700), 0);
    refused(ERR_NO_ACCESS);
    rmdir(path);
    assert_int_equal(mkfifo(path, 0600), 0);
    refused(ERR_NO_ACCESS);
}

/* What an ordinary user gets, in a process of its own: root may write everywhere. */
static Err open_as_nobody(mode_t folder_mode, mode_t file_mode) {
    char path[SCENE_PATH];
    scene_path(folder, "drafts.db", path);
    if (geteuid() == 0) {
        assert_int_equal(chown(folder, NOBODY, NOBODY), 0);
        assert_int_equal(chown(path, NOBODY, NOBODY), 0);
    }
    assert_int_equal(chmod(path, file_mode), 0);
    assert_int_equal(chmod(folder, folder_mode), 0);
    pid_t child = fork();
    if (child == 0) {
        if (geteuid() == 0 && (setgid(NOBODY) != 0 || setuid(NOBODY) != 0)) {
            _exit(ERR_COUNT);
        }
        StoreOptions options = scene_options(folder);
        Store *store = NULL;
        _exit((int)store_open(&options, NULL, &store));
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(chmod(folder, 0700), 0);
    assert_int_equal(chmod(path, 0600), 0);
    assert_true(WIFEXITED(status));
    return (Err)WEXITSTATUS(status);
}

static void without_rights_it_says_so(void **state) {
    (void)state;
    size_t len;
    unsigned char *bytes = bytes_of("drafts.db", &len);
    Err read_only = open_as_nobody(0500, 0400);
    assert_true(read_only == ERR_READ_ONLY || read_only == ERR_NO_ACCESS);
    assert_int_equal(open_as_nobody(0700, 0000), ERR_NO_ACCESS);
    assert_int_equal(open_as_nobody(0000, 0600), ERR_NO_ACCESS);
    same_bytes("drafts.db", bytes, len);
    free(bytes);
    StoreOptions options = {.folder = "/proc/1/nowhere/data"};
    Store *store = NULL;
    assert_int_not_equal(store_open(&options, NULL, &store), OK);
}

#define EACH(test) cmocka_unit_test_setup(test, fresh_copy)

int main(void) {
    const struct CMUnitTest tests[] = {
        EACH(a_flipped_byte_anywhere),
        EACH(an_index_that_differs_from_its_table),
        EACH(a_block_of_zeros_and_a_cut_end),
        EACH(not_a_database_is_set_aside),
        EACH(somebody_elses_database_is_set_aside),
        EACH(another_application_id_is_set_aside),
        EACH(an_empty_file_is_not_the_end),
        EACH(a_missing_file_comes_from_its_backup),
        EACH(the_newest_good_backup_is_taken),
        EACH(without_any_backup_it_starts_empty),
        EACH(drafts_newer_than_the_backup_are_salvaged),
        EACH(salvage_brings_the_salt_when_no_backup_has_it),
        EACH(only_the_newest_three_are_kept_aside),
        EACH(what_was_set_aside_goes_with_its_days),
        EACH(a_missing_wal_leaves_what_was_before),
        EACH(a_torn_wal_leaves_a_whole_draft),
        EACH(a_foreign_wal_is_set_aside),
        EACH(a_journal_left_over_does_no_harm),
        EACH(a_newer_file_is_refused_untouched),
        EACH(a_newer_number_in_the_wal_is_seen),
        EACH(a_link_or_a_folder_is_left_alone),
        EACH(without_rights_it_says_so),
    };
    return cmocka_run_group_tests_name("store/damage", tests, set_up, tear_down);
}
