/* Folders, keys and drafts for the tests of the store. */
#include "support/scene.h"
#include "unit.h"

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

void scene_make(char folder[SCENE_PATH]) {
    const char *base = getenv("TMPDIR");
    if (!base) {
        base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    }
    snprintf(folder, SCENE_PATH, "%s/tp-store-XXXXXX", base);
    assert_non_null(mkdtemp(folder));
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *at) {
    (void)about;
    (void)kind;
    if (at->level > 0) {
        remove(path);
    }
    return 0;
}

void scene_empty(const char *folder) {
    nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

void scene_remove(const char *folder) {
    scene_empty(folder);
    rmdir(folder);
}

void scene_path(const char *folder, const char *name, char out[SCENE_PATH]) {
    assert_true((size_t)snprintf(out, SCENE_PATH, "%s/%s", folder, name) < SCENE_PATH);
}

bool scene_exists(const char *folder, const char *name) {
    return scene_size(folder, name) >= 0;
}

int64_t scene_size(const char *folder, const char *name) {
    char path[SCENE_PATH];
    struct stat about;
    scene_path(folder, name, path);
    return lstat(path, &about) == 0 ? about.st_size : -1;
}

size_t scene_read(const char *folder, const char *name, void *out, size_t size) {
    char path[SCENE_PATH];
    scene_path(folder, name, path);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t len = fread(out, 1, size, file);
    fclose(file);
    return len;
}

void scene_write(const char *folder, const char *name, const void *bytes, size_t len) {
    char path[SCENE_PATH];
    scene_path(folder, name, path);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(len > 0 ? fwrite(bytes, 1, len, file) : 0, len);
    fclose(file);
}

void scene_copy(const char *from_folder, const char *from, const char *to_folder, const char *to) {
    int64_t size = scene_size(from_folder, from);
    assert_true(size >= 0);
    char *bytes = malloc((size_t)size + 1);
    assert_non_null(bytes);
    scene_write(to_folder, to, bytes, scene_read(from_folder, from, bytes, (size_t)size));
    free(bytes);
}

void scene_copy_all(const char *from_folder, const char *to_folder) {
    DIR *dir = opendir(from_folder);
    assert_non_null(dir);
    for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
        if (entry->d_name[0] == '.') {
            continue;
        }
        char path[SCENE_PATH], to[SCENE_PATH];
        struct stat about;
        scene_path(from_folder, entry->d_name, path);
        scene_path(to_folder, entry->d_name, to);
        assert_int_equal(lstat(path, &about), 0);
        if (S_ISDIR(about.st_mode)) {
            mkdir(to, 0700);
            scene_copy_all(path, to);
        } else if (S_ISREG(about.st_mode)) {
            scene_copy(from_folder, entry->d_name, to_folder, entry->d_name);
        }
    }
    closedir(dir);
}

static void (*each_visit)(const char *path, void *data);
static void *each_data;

static int each_one(const char *path, const struct stat *about, int kind, struct FTW *at) {
    (void)about;
    (void)at;
    if (kind == FTW_F) {
        each_visit(path, each_data);
    }
    return 0;
}

void scene_each_file(const char *folder, void (*visit)(const char *path, void *data), void *data) {
    each_visit = visit;
    each_data = data;
    nftw(folder, each_one, 8, FTW_PHYS);
}

DraftKey scene_key(int n) {
    DraftKey key;
    for (size_t i = 0; i < sizeof key.id; i++) {
        key.id[i] = (unsigned char)((unsigned)n * 31U + i * 7U);
    }
    memcpy(key.id, &n, sizeof n);
    for (size_t i = 0; i < sizeof key.key; i++) {
        key.key[i] = (unsigned char)((unsigned)n * 13U + i * 11U + 5U);
    }
    memcpy(key.key, &n, sizeof n);
    return key;
}

void scene_draft(Draft *draft, int n, size_t bytes) {
    draft_init(draft);
    snprintf(draft->says, sizeof draft->says, "draft %d", n);
    while (bytes > 0) {
        Outcome *last = &draft->outcomes[draft->outcome_count - 1];
        for (int part = 0; part < PART_COUNT && bytes > 0; part++) {
            size_t len = bytes < DRAFT_WORDS_SIZE - 1 ? bytes : DRAFT_WORDS_SIZE - 1;
            for (size_t i = 0; i < len; i++) {
                last->words[part][i] = (char)('a' + (n + (int)i + part) % 26);
            }
            bytes -= len;
        }
        if (bytes > 0 && draft_add_outcome(draft) < 0) {
            return;
        }
    }
}

int scene_draft_number(const Draft *draft) {
    int n = -1;
    return sscanf(draft->says, "draft %d", &n) == 1 ? n : -1;
}

StoreOptions scene_options(const char *folder) {
    enum { ROOM = 40 * 1024 }; /* four saves: they go on beyond it */
    return (StoreOptions){.folder = folder, .wal_room = ROOM};
}

Store *scene_open(const char *folder) {
    Store *store = NULL;
    StoreOptions options = scene_options(folder);
    assert_int_equal(store_open(&options, NULL, &store), OK);
    return store;
}

int scene_load(Store *store, const DraftKey *key) {
    Draft draft;
    Err err = store_load(store, key, &draft);
    if (err == ERR_NOT_FOUND) {
        return -1;
    }
    assert_int_equal(err, OK);
    return scene_draft_number(&draft);
}
