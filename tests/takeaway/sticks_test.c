/* Folders that come and go as sticks do. Waiting is for the watcher's call, never for a time. */
#include "unit.h"

#include "takeaway/stick_folder.h"
#include "takeaway/sticks.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char slots[STICK_PATH_SIZE];
static Sticks *sticks;
static Stick found[STICKS_MOST];

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t told = PTHREAD_COND_INITIALIZER;
static int calls;

static void notify(void *user) {
    assert_ptr_equal(user, &calls);
    pthread_mutex_lock(&lock);
    calls++;
    pthread_cond_signal(&told);
    pthread_mutex_unlock(&lock);
}

/* Waits until the watcher has called and there are count sticks. */
static void wait_for(int count) {
    pthread_mutex_lock(&lock);
    while (calls == 0 || sticks_list(sticks, found) != count) {
        pthread_cond_wait(&told, &lock);
    }
    calls = 0;
    pthread_mutex_unlock(&lock);
}

static const char *slot(const char *name) {
    static char paths[4][STICK_PATH_SIZE * 2];
    static int next;
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", slots, name);
    return path;
}

static void put_in(const char *name, mode_t mode) {
    assert_int_equal(mkdir(slot(name), 0700), 0);
    assert_int_equal(chmod(slot(name), mode), 0);
}

static int open_slots(void **state) {
    (void)state;
    stick_make(slots);
    calls = 0;
    return sticks_open_folder(slots, notify, &calls, &sticks) == OK ? 0 : -1;
}

static int close_slots(void **state) {
    (void)state;
    sticks_close(sticks);
    stick_remove(slots);
    return 0;
}

static void a_stick_is_seen_when_it_comes_and_when_it_goes(void **state) {
    (void)state;
    assert_int_equal(sticks_list(sticks, found), 0);
    put_in("blue", 0700);
    wait_for(1);
    assert_string_equal(found[0].id, "blue");
    assert_int_equal(found[0].state, STICK_READY);
    assert_string_equal(found[0].path, slot("blue"));
    assert_int_equal(rmdir(slot("blue")), 0);
    wait_for(0);
}

static void hiding_a_folder_takes_the_stick_out(void **state) {
    (void)state;
    put_in(".blue", 0700);
    assert_int_equal(sticks_list(sticks, found), 0);
    assert_int_equal(rename(slot(".blue"), slot("blue")), 0);
    wait_for(1);
    assert_int_equal(rename(slot("blue"), slot(".blue")), 0);
    wait_for(0);
}

static void two_sticks_are_two(void **state) {
    (void)state;
    put_in("red", 0700);
    put_in("blue", 0700);
    wait_for(2);
    assert_string_equal(found[0].id, "blue");
    assert_string_equal(found[1].id, "red");
}

static void no_more_than_the_most_are_listed(void **state) {
    (void)state;
    for (int i = 0; i < STICKS_MOST + 3; i++) {
        char name[16];
        snprintf(name, sizeof name, "stick%02d", i);
        put_in(name, 0700);
    }
    wait_for(STICKS_MOST);
}

static void locked_and_unusable_sticks_are_told_apart(void **state) {
    (void)state;
    put_in("locked", 0500);
    put_in("new", 0000);
    put_in("strange", 0200);
    assert_int_equal(sticks_list(sticks, found), 3);
    assert_int_equal(found[0].state, STICK_READ_ONLY);
    assert_int_equal(found[1].state, STICK_BLANK);
    assert_int_equal(found[2].state, STICK_UNUSABLE);
}

static void files_and_links_are_no_sticks(void **state) {
    (void)state;
    stick_put(slots, "file", "x", 1);
    assert_int_equal(symlink("/tmp", slot("link")), 0);
    assert_int_equal(sticks_list(sticks, found), 0);
}

static void safe_stays_until_the_stick_is_out(void **state) {
    (void)state;
    put_in("blue", 0700);
    wait_for(1);
    assert_int_equal(sticks_release(sticks, "blue"), OK);
    wait_for(1);
    assert_int_equal(found[0].state, STICK_SAFE);
    stick_put(slots, "blue/anything", "x", 1);
    put_in("red", 0700);
    wait_for(2);
    assert_int_equal(found[0].state, STICK_SAFE);
    assert_int_equal(found[1].state, STICK_READY);
    assert_int_equal(sticks_release(sticks, "blue"), OK);
    assert_int_equal(rename(slot("blue"), slot(".blue")), 0);
    wait_for(1);
    assert_int_equal(rename(slot(".blue"), slot("blue")), 0);
    wait_for(2);
    assert_int_equal(found[0].state, STICK_READY);
}

/* As quick as may be: the folder goes and comes between two looks. */
static void a_stick_that_comes_back_at_once_is_no_longer_safe(void **state) {
    (void)state;
    put_in("blue", 0700);
    wait_for(1);
    assert_int_equal(sticks_release(sticks, "blue"), OK);
    wait_for(1);
    assert_int_equal(rename(slot("blue"), slot(".blue")), 0);
    assert_int_equal(rename(slot(".blue"), slot("blue")), 0);
    pthread_mutex_lock(&lock);
    while (sticks_list(sticks, found) != 1 || found[0].state == STICK_SAFE) {
        pthread_cond_wait(&told, &lock);
    }
    pthread_mutex_unlock(&lock);
    assert_int_equal(found[0].state, STICK_READY);
}

static Err check(void *user, const char *path) {
    assert_string_equal(path, slot("blue"));
    return *(Err *)user;
}

static void only_a_stick_that_passes_the_check_is_safe(void **state) {
    (void)state;
    put_in("blue", 0700);
    wait_for(1);
    Err verdict = ERR_IO;
    assert_int_equal(sticks_finish(sticks, "blue", check, &verdict), ERR_IO);
    assert_int_equal(sticks_list(sticks, found), 1);
    assert_int_equal(found[0].state, STICK_READY);
    verdict = OK;
    assert_int_equal(sticks_finish(sticks, "blue", check, &verdict), OK);
    wait_for(1);
    assert_int_equal(found[0].state, STICK_SAFE);
}

static void a_stick_that_is_not_in_cannot_be_released(void **state) {
    (void)state;
    assert_int_equal(sticks_release(sticks, "blue"), ERR_GONE);
    assert_int_equal(sticks_release(sticks, "../x"), ERR_GONE);
    assert_int_equal(sticks_release(sticks, ""), ERR_GONE);
}

static void a_folder_that_is_not_there_cannot_be_watched(void **state) {
    (void)state;
    Sticks *none = NULL;
    assert_int_equal(sticks_open_folder("/tmp/no-such-folder", notify, NULL, &none), ERR_NOT_FOUND);
    assert_null(none);
    sticks_close(NULL);
}

#define SLOT_TEST(name) cmocka_unit_test_setup_teardown(name, open_slots, close_slots)

int main(void) {
    const struct CMUnitTest tests[] = {
        SLOT_TEST(a_stick_is_seen_when_it_comes_and_when_it_goes),
        SLOT_TEST(hiding_a_folder_takes_the_stick_out),
        SLOT_TEST(two_sticks_are_two),
        SLOT_TEST(no_more_than_the_most_are_listed),
        SLOT_TEST(locked_and_unusable_sticks_are_told_apart),
        SLOT_TEST(files_and_links_are_no_sticks),
        SLOT_TEST(safe_stays_until_the_stick_is_out),
        SLOT_TEST(a_stick_that_comes_back_at_once_is_no_longer_safe),
        SLOT_TEST(only_a_stick_that_passes_the_check_is_safe),
        SLOT_TEST(a_stick_that_is_not_in_cannot_be_released),
        cmocka_unit_test(a_folder_that_is_not_there_cannot_be_watched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
