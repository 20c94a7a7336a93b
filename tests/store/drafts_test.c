/* Saving, loading and deleting through the front door. */
#include "support/shelf.h"

#include <stdio.h>

static void a_saved_draft_comes_back_whole(void **state) {
    (void)state;
    Store *store = scene_open(folder);
    DraftKey key = scene_key(1);
    Draft saved, loaded;
    scene_draft(&saved, 7, 9000);
    saved.pronoun = PRONOUN_SHE;
    saved.year_group = 3;
    assert_int_equal(store_save(store, &key, &saved), OK);
    assert_int_equal(store_load(store, &key, &loaded), OK);
    assert_memory_equal(&saved, &loaded, sizeof saved);
    store_close(store);

    store = scene_open(folder);
    draft_init(&loaded);
    assert_int_equal(store_load(store, &key, &loaded), OK);
    assert_memory_equal(&saved, &loaded, sizeof saved);
    store_close(store);
}

static void the_largest_draft_fits(void **state) {
    (void)state;
    Store *store = scene_open(folder);
    DraftKey key = scene_key(1);
    Draft saved, loaded;
    scene_draft(&saved, 1, DRAFT_OUTCOMES * PART_COUNT * DRAFT_WORDS_SIZE);
    assert_int_equal(saved.outcome_count, DRAFT_OUTCOMES);
    for (int i = 0; i < DRAFT_OUTCOMES; i++) {
        Outcome *outcome = &saved.outcomes[i];
        memset(outcome->sentence, '"', sizeof outcome->sentence - 1); /* two bytes each in JSON */
        for (int part = 0; part < PART_COUNT; part++) {
            memset(outcome->words[part], '"', DRAFT_WORDS_SIZE - 1);
        }
        for (int review = 0; review < DRAFT_REVIEWS; review++) {
            Review look = {.progress = PROGRESS_PART, .next = NEXT_HELP};
            memset(look.note, '"', sizeof look.note - 1);
            outcome_add_review(outcome, &look);
        }
    }
    assert_int_equal(store_save(store, &key, &saved), OK);
    assert_int_equal(store_load(store, &key, &loaded), OK);
    assert_memory_equal(&saved, &loaded, sizeof saved);
    store_close(store);
}

static void each_save_replaces_the_one_before(void **state) {
    (void)state;
    Store *store = scene_open(folder);
    shelf_save(store, 2, 1000);
    for (int n = 1; n <= 5; n++) {
        shelf_save(store, 1, n);
        assert_int_equal(shelf_load(store, 1), n);
    }
    assert_int_equal(shelf_load(store, 2), 1000);
    int drafts = 0;
    int64_t oldest = -1;
    assert_int_equal(store_count(store, &drafts, &oldest), OK);
    assert_int_equal(drafts, 2);
    store_close(store);
}

static void wrong_words_and_a_deleted_draft_look_the_same(void **state) {
    (void)state;
    Store *store = scene_open(folder);
    DraftKey key = scene_key(1), never = scene_key(2);
    shelf_save(store, 1, 5);
    assert_int_equal(shelf_delete(store, 1), OK);
    Draft before, after;
    scene_draft(&before, 9, 9);
    after = before;
    assert_int_equal(store_load(store, &key, &after), ERR_NOT_FOUND);
    assert_int_equal(store_load(store, &never, &after), ERR_NOT_FOUND);
    assert_memory_equal(&before, &after, sizeof before);
    store_close(store);
    store = scene_open(folder);
    assert_int_equal(shelf_load(store, 1), -1);
    store_close(store);
}

static void the_place_alone_opens_nothing(void **state) {
    (void)state;
    Store *store = scene_open(folder);
    DraftKey key = scene_key(1);
    Draft draft;
    shelf_save(store, 1, 5);
    key.key[31] ^= 1;
    assert_int_equal(store_load(store, &key, &draft), ERR_DAMAGED);
    store_close(store);
}

static void deleting_one_leaves_the_others(void **state) {
    (void)state;
    Store *store = scene_open(folder);
    for (int n = 0; n < 20; n++) {
        shelf_save(store, n, n);
    }
    assert_int_equal(shelf_delete(store, 11), OK);
    for (int n = 0; n < 20; n++) {
        assert_int_equal(shelf_load(store, n), n == 11 ? -1 : n);
    }
    store_close(store);
}

static void delete_all_leaves_the_settings(void **state) {
    (void)state;
    Store *store = scene_open(folder);
    for (int n = 0; n < 5; n++) {
        shelf_save(store, n, n);
    }
    assert_int_equal(store_set_setting(store, "theme", "night"), OK);
    assert_int_equal(store_delete_all(store), OK);
    int drafts = -1;
    int64_t oldest = -1;
    assert_int_equal(store_count(store, &drafts, &oldest), OK);
    assert_int_equal(drafts, 0);
    char theme[16];
    assert_int_equal(store_setting(store, "theme", theme, sizeof theme), OK);
    assert_string_equal(theme, "night");
    store_close(store);
}

static void settings_come_back(void **state) {
    (void)state;
    Store *store = scene_open(folder);
    char value[16] = "x";
    assert_int_equal(store_setting(store, "place", value, sizeof value), OK);
    assert_string_equal(value, "");
    assert_int_equal(store_set_setting(store, "place", "Library, Abingdon"), OK);
    assert_int_equal(store_setting(store, "place", value, sizeof value), ERR_TOO_BIG);
    assert_string_equal(value, "");
    assert_int_equal(store_set_setting(store, "place", "Library"), OK);
    store_close(store);
    store = scene_open(folder);
    assert_int_equal(store_setting(store, "place", value, sizeof value), OK);
    assert_string_equal(value, "Library");
    assert_int_equal(store_set_setting(store, "place", ""), OK);
    assert_int_equal(store_setting(store, "place", value, sizeof value), OK);
    assert_string_equal(value, "");
    char big[5000];
    memset(big, 'a', sizeof big - 1);
    big[sizeof big - 1] = '\0';
    assert_int_equal(store_set_setting(store, "place", big), ERR_TOO_BIG);
    store_close(store);
}

static void the_machine_keeps_its_salt(void **state) {
    (void)state;
    Store *store = scene_open(folder);
    KeyCost first = store_key_cost(store);
    store_close(store);
    assert_int_equal(first.passes, 3);
    assert_int_equal(first.memory, 64 * 1024 * 1024);
    store = scene_open(folder);
    KeyCost second = store_key_cost(store);
    store_close(store);
    assert_memory_equal(first.salt, second.salt, sizeof first.salt);
    scene_empty(folder);
    store = scene_open(folder);
    second = store_key_cost(store);
    store_close(store);
    assert_memory_not_equal(first.salt, second.salt, sizeof first.salt);
}

static void two_programs_cannot_have_it_at_once(void **state) {
    (void)state;
    Store *store = scene_open(folder), *second = NULL;
    StoreOptions options = {.folder = folder};
    assert_int_equal(store_open(&options, NULL, &second), ERR_BUSY);
    assert_null(second);
    store_close(store);
    store_close(NULL);
}

static void a_path_without_end_is_refused(void **state) {
    (void)state;
    char path[4096];
    memset(path, 'a', sizeof path - 1);
    path[sizeof path - 1] = '\0';
    StoreOptions options = {.folder = path};
    Store *store = NULL;
    assert_int_equal(store_open(&options, NULL, &store), ERR_TOO_BIG);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_SHELF(a_saved_draft_comes_back_whole),
        ON_SHELF(the_largest_draft_fits),
        ON_SHELF(each_save_replaces_the_one_before),
        ON_SHELF(wrong_words_and_a_deleted_draft_look_the_same),
        ON_SHELF(the_place_alone_opens_nothing),
        ON_SHELF(deleting_one_leaves_the_others),
        ON_SHELF(delete_all_leaves_the_settings),
        ON_SHELF(settings_come_back),
        ON_SHELF(the_machine_keeps_its_salt),
        cmocka_unit_test(a_path_without_end_is_refused),
        ON_SHELF(two_programs_cannot_have_it_at_once),
    };
    return cmocka_run_group_tests_name("store/drafts", tests, NULL, NULL);
}
