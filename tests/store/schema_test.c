/* What earlier programs wrote is opened by this one; each step of a migration is one whole. */
#include "store/inside.h"
#include "support/shelf.h"

#include <stdio.h>
#include <stdlib.h>

enum { FIXTURE_KEY = 5, FIXTURE_DRAFT = 42, FIXTURE_DAY = 20600, FIXTURE_MOST = 64 * 1024 };

/* Builds folder/drafts.db of a version's SQL text. */
static void build(int version) {
    char name[64], path[SCENE_PATH], *error = NULL;
    static char text[FIXTURE_MOST];
    snprintf(name, sizeof name, "version-%d.sql", version);
    size_t len = scene_read("tests/store/fixtures", name, text, sizeof text - 1);
    assert_true(len > 0 && len < sizeof text - 1);
    text[len] = '\0';
    scene_path(folder, "drafts.db", path);
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, text, NULL, NULL, &error), SQLITE_OK);
    sqlite3_close(db);
}

static void check_fixture(Store *store) {
    char theme[16];
    assert_int_equal(shelf_load(store, FIXTURE_KEY), FIXTURE_DRAFT);
    assert_int_equal(store_setting(store, "theme", theme, sizeof theme), OK);
    assert_string_equal(theme, "night");
    assert_int_equal(store_today(store), FIXTURE_DAY);
    assert_int_equal(store_try_wait(store, 0), 3);
}

static void each_released_version_is_opened(void **state) {
    (void)state;
    for (int version = 1; version <= schema_ours.version; version++) {
        scene_empty(folder);
        build(version);
        StoreHealth health;
        Store *store = shelf_open((StoreOptions){.folder = folder}, &health);
        assert_true(shelf_as_left(&health));
        check_fixture(store);
        Found found;
        assert_int_equal(connect_look(&store->sql, &found), OK);
        assert_int_equal(found.version, schema_ours.version);
        store_close(store);
    }
}

/* Steps that do not exist yet, as later programs will have them. */
static Store *open_with(const Schema *schema, Err expected) {
    StoreOptions options = {.folder = folder, .schema = schema};
    Store *store = NULL;
    assert_int_equal(store_open(&options, NULL, &store), expected);
    return store;
}

static void a_migration_keeps_a_backup_of_what_was(void **state) {
    (void)state;
    const char *const steps[] = {schema_ours.steps[0], "CREATE TABLE extra(x INTEGER) STRICT"};
    const Schema later = {2, steps};
    build(1);
    Store *store = open_with(&later, OK);
    check_fixture(store);
    Found found;
    assert_int_equal(connect_look(&store->sql, &found), OK);
    assert_int_equal(found.version, 2);
    Sql backup = {0};
    assert_int_equal(connect_open(store, backup_names[1], CONNECT_READ, &backup), OK);
    assert_int_equal(connect_look(&backup, &found), OK);
    assert_int_equal(found.version, 1);
    sql_done(&backup, false);
    store_close(store);
    assert_null(open_with(&schema_ours, ERR_NEWER)); /* and back there is no way */
}

/* The second of three steps cannot be done: the file stays at the version before it, whole. */
static void a_step_that_fails_leaves_the_version_before(void **state) {
    (void)state;
    const char *const steps[] = {
        schema_ours.steps[0],
        "CREATE TABLE extra(x INTEGER) STRICT",
        "CREATE TABLE more(x INTEGER) STRICT; CREATE TABLE extra(x INTEGER) STRICT",
    };
    const Schema broken = {3, steps}, two = {2, steps};
    build(1);
    StoreOptions options = {.folder = folder, .schema = &broken};
    Store *store = NULL;
    assert_int_equal(store_open(&options, NULL, &store), ERR_IO);
    assert_false(scene_exists(folder, "aside"));
    store = open_with(&two, OK);
    check_fixture(store);
    int64_t tables = 0;
    sqlite3_stmt *count = NULL;
    assert_int_equal(sqlite3_prepare_v2(store->sql.db,
                                        "SELECT count(*) FROM sqlite_schema WHERE name = 'more'",
                                        -1, &count, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(count), SQLITE_ROW);
    tables = sqlite3_column_int64(count, 0);
    sqlite3_finalize(count);
    assert_int_equal(tables, 0);
    store_close(store);
}

/* What the safety of every save rests on, asked of SQLite itself. */
static void the_switches_are_on(void **state) {
    (void)state;
    static const struct {
        const char *pragma, *value;
    } switches[] = {
        {"PRAGMA journal_mode", "wal"},
        {"PRAGMA synchronous", "2"},
        {"PRAGMA locking_mode", "exclusive"},
        {"PRAGMA secure_delete", "1"},
        {"PRAGMA temp_store", "2"},
        {"PRAGMA trusted_schema", "0"},
        {"PRAGMA cell_size_check", "1"},
        {"PRAGMA foreign_keys", "1"},
        {"PRAGMA wal_autocheckpoint", "1000"},
        {"PRAGMA journal_size_limit", "2097152"},
        {"PRAGMA page_size", "8192"},
        {"PRAGMA application_id", "1414548273"},
    };
    Store *store = scene_open(folder);
    for (size_t i = 0; i < sizeof switches / sizeof switches[0]; i++) {
        sqlite3_stmt *ask = NULL;
        assert_int_equal(sqlite3_prepare_v2(store->sql.db, switches[i].pragma, -1, &ask, NULL),
                         SQLITE_OK);
        assert_int_equal(sqlite3_step(ask), SQLITE_ROW);
        assert_string_equal((const char *)sqlite3_column_text(ask, 0), switches[i].value);
        sqlite3_finalize(ask);
    }
    static const int limits[][2] = {{SQLITE_LIMIT_LENGTH, 1024 * 1024},
                                    {SQLITE_LIMIT_SQL_LENGTH, 16 * 1024},
                                    {SQLITE_LIMIT_ATTACHED, 0},
                                    {SQLITE_LIMIT_VARIABLE_NUMBER, 32},
                                    {SQLITE_LIMIT_EXPR_DEPTH, 20}};
    assert_int_equal(store_rest(store), OK); /* which attaches its copy, and shuts the door again */
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        assert_int_equal(sqlite3_limit(store->sql.db, limits[i][0], -1), limits[i][1]);
    }
    static const int config[][2] = {{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                    {SQLITE_DBCONFIG_ENABLE_VIEW, 0}};
    for (size_t i = 0; i < sizeof config / sizeof config[0]; i++) {
        int on = -1;
        assert_int_equal(sqlite3_db_config(store->sql.db, config[i][0], -1, &on), SQLITE_OK);
        assert_int_equal(on, config[i][1]);
    }
    store_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_SHELF(each_released_version_is_opened),
        ON_SHELF(a_migration_keeps_a_backup_of_what_was),
        ON_SHELF(a_step_that_fails_leaves_the_version_before),
        ON_SHELF(the_switches_are_on),
    };
    return cmocka_run_group_tests_name("store/schema", tests, NULL, NULL);
}
