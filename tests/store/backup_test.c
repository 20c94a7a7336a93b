/* Backups, their turns, and that nothing deleted stays in any file. */
#include "store/inside.h"
#include "support/shelf.h"
#include "support/shim.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Needle {
    const void *bytes;
    size_t len;
    int files; /* that hold it */
} Needle;

static void look_into(const char *path, void *data) {
    Needle *needle = data;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat about;
    assert_true(fd >= 0 && fstat(fd, &about) == 0);
    if (about.st_size > 0) {
        void *bytes = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
        assert_ptr_not_equal(bytes, MAP_FAILED);
        needle->files += memmem(bytes, (size_t)about.st_size, needle->bytes, needle->len) != NULL;
        munmap(bytes, (size_t)about.st_size);
    }
    close(fd);
}

static int files_with(const void *bytes, size_t len) {
    Needle needle = {bytes, len, 0};
    scene_each_file(folder, look_into, &needle);
    return needle.files;
}

static int files_with_id(int key_number) {
    DraftKey key = scene_key(key_number);
    return files_with(key.id, sizeof key.id);
}

/* It has its size, and no byte in it. */
static bool wal_is_clear(void) {
    static unsigned char bytes[STORE_WAL_ROOM + 1], nothing[STORE_WAL_ROOM];
    size_t len = scene_read(folder, "drafts.db-wal", bytes, sizeof bytes);
    return len == STORE_WAL_ROOM && memcmp(bytes, nothing, len) == 0;
}

static Store *open_roomy(void) {
    return shelf_open((StoreOptions){.folder = folder}, NULL);
}

/* Saves of one draft go one behind the other into room that the file system knows already. */
static void the_wal_does_not_grow_while_a_visit_saves(void **state) {
    (void)state;
    enum { SAVES = 200 };
    Store *store = open_roomy();
    for (int visit = 0; visit < 2; visit++) {
        for (int n = 0; n < SAVES; n++) {
            shelf_save(store, 1, n);
            assert_int_equal(scene_size(folder, "drafts.db-wal"), STORE_WAL_ROOM);
        }
        assert_int_equal(files_with_id(1), visit ? 3 : 1);
        assert_int_equal(store_rest(store), OK);
        assert_true(wal_is_clear());
    }
    assert_int_equal(shelf_delete(store, 1), OK);
    assert_int_equal(files_with_id(1), 0); /* the WAL holds the note of it at most */
    assert_int_equal(scene_size(folder, "drafts.db-wal"), STORE_WAL_ROOM);
    store_close(store);
    assert_false(scene_exists(folder, "drafts.db-wal"));
}

static void backups_are_written_in_turn(void **state) {
    (void)state;
    Store *store = open_roomy();
    shelf_save(store, 1, 1);
    assert_int_equal(store_rest(store), OK);
    assert_int_equal(scene_exists(folder, backup_names[0]) + scene_exists(folder, backup_names[1]),
                     1);
    assert_true(wal_is_clear());
    assert_int_equal(store_rest(store), OK); /* nothing new: nothing written */
    assert_int_equal(scene_exists(folder, backup_names[0]) + scene_exists(folder, backup_names[1]),
                     1);
    shelf_save(store, 2, 2);
    assert_int_equal(store_rest(store), OK);
    assert_int_equal(files_with_id(2), 2); /* the database and the newer one */
    assert_int_equal(files_with_id(1), 3);
    shelf_save(store, 3, 3);
    assert_int_equal(store_rest(store), OK);
    assert_int_equal(files_with_id(3), 2);
    assert_int_equal(files_with_id(2), 3);
    assert_false(scene_exists(folder, "copy.new"));
    store_close(store);
}

static void what_is_deleted_is_in_no_file(void **state) {
    (void)state;
    Store *store = scene_open(folder);
    for (int n = 1; n <= 3; n++) {
        shelf_save(store, n, n);
        assert_int_equal(store_rest(store), OK);
    }
    shelf_save(store, 1, 11);
    assert_int_equal(files_with_id(1), 4); /* able to fail: database, WAL and both backups */
    sqlite3_stmt *box = NULL;              /* a piece of the sealed bytes */
    unsigned char piece[64];
    assert_int_equal(sqlite3_prepare_v2(store->sql.db,
                                        "SELECT box FROM draft WHERE gen = 1 LIMIT 1", -1, &box,
                                        NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(box), SQLITE_ROW);
    memcpy(piece, (const char *)sqlite3_column_blob(box, 0) + 100, sizeof piece);
    sqlite3_finalize(box);
    assert_true(files_with(piece, sizeof piece) > 0);
    assert_int_equal(shelf_delete(store, 1), OK);
    assert_int_equal(files_with_id(1), 0);
    assert_int_equal(files_with(piece, sizeof piece), 0);
    assert_int_equal(files_with_id(2), 3);
    assert_int_equal(files_with_id(3), 3);
    assert_int_equal(store_delete_all(store), OK);
    assert_int_equal(files_with_id(2) + files_with_id(3), 0);
    store_close(store);
}

static void what_expires_is_in_no_file(void **state) {
    (void)state;
    enum { DAY = 20600, KEEP = 3 };
    Store *store = scene_open(folder);
    shelf_save(store, 1, 1);
    assert_int_equal(store_confirm_day(store, DAY), OK);
    assert_int_equal(store_rest(store), OK);
    shelf_save(store, 2, 2);
    assert_int_equal(store_rest(store), OK);
    assert_int_equal(store_confirm_day(store, DAY + KEEP + 1), OK);
    int gone = 0;
    assert_int_equal(store_expire(store, KEEP, &gone), OK);
    assert_int_equal(gone, 1);
    assert_int_equal(files_with_id(1), 0);
    assert_int_equal(files_with_id(2), 3);
    store_close(store);
}

/* The disk fails in the middle of the deletion: the next start finishes it by itself. */
static void a_deletion_cut_short_is_finished_at_the_next_start(void **state) {
    (void)state;
    int unfinished = 0;
    for (int n = 1;; n++) {
        scene_empty(folder);
        Store *store = shelf_open(shim_options(folder), NULL);
        for (int i = 1; i <= 3; i++) {
            shelf_save(store, i, i);
            assert_int_equal(store_rest(store), OK);
        }
        FailAt plan = {.fault = FAULT_IO, .staying = true, .n = n};
        Watch watch = shim_fail_at(&plan);
        shim_watch(&watch);
        Err err = shelf_delete(store, 1);
        store_close(store);
        shim_watch(NULL);
        if (err != OK && files_with_id(1) > 0) {
            unfinished++;
        }
        store = shelf_open(shim_options(folder), NULL);
        if (shelf_load(store, 1) == -1) {
            assert_int_equal(files_with_id(1), 0);
        } else {
            assert_int_not_equal(err, OK);
        }
        store_close(store);
        if (plan.failed == 0) {
            break;
        }
    }
    assert_true(unfinished > 0);
}

/* No room to write a backup: then there is none, rather than one that remembers. */
static Fault no_room_for_copies(const Call *call, void *data) {
    (void)data;
    return call->kind == CALL_WRITE && strstr(call->path, "copy.new") ? FAULT_FULL : FAULT_NONE;
}

static void without_room_for_backups_the_deletion_still_holds(void **state) {
    (void)state;
    Store *store = shelf_open(shim_options(folder), NULL);
    for (int i = 1; i <= 3; i++) {
        shelf_save(store, i, i);
        assert_int_equal(store_rest(store), OK);
    }
    const Watch watch = {.before = no_room_for_copies};
    shim_watch(&watch);
    assert_int_equal(shelf_delete(store, 1), OK);
    assert_int_equal(files_with_id(1), 0);
    assert_int_equal(store_rest(store), ERR_FULL); /* said, and nothing lost */
    shim_watch(NULL);
    assert_int_equal(store_rest(store), OK);
    assert_int_equal(files_with_id(2), 2);
    store_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_SHELF(the_wal_does_not_grow_while_a_visit_saves),
        ON_SHELF(backups_are_written_in_turn),
        ON_SHELF(what_is_deleted_is_in_no_file),
        ON_SHELF(what_expires_is_in_no_file),
        ON_SHELF(a_deletion_cut_short_is_finished_at_the_next_start),
        ON_SHELF(without_room_for_backups_the_deletion_still_holds),
    };
    return cmocka_run_group_tests_name("store/backup", tests, NULL, NULL);
}
