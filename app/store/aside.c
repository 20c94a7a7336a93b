/* Quarantine: what cannot be used is moved into aside/001, aside/002 ..., never read again by the
 * program and kept for somebody who knows how. The newest few are kept. */
#include "store/inside.h"

#include <stdio.h>
#include <sys/stat.h>

enum { ASIDE_MOST = 999, ASIDE_NAME = 64 };

static const char *const parts[] = {"drafts.db", "drafts.db-wal", "drafts.db-journal", NULL};

static bool exists(const char *path) {
    struct stat about;
    return lstat(path, &about) == 0;
}

static void folder_name(int number, char out[ASIDE_NAME]) {
    snprintf(out, ASIDE_NAME, "aside/%03d", number);
}

bool aside_stands(const Store *store, int number) {
    char name[ASIDE_NAME], path[STORE_PATH];
    folder_name(number, name);
    store_path(store, name, path);
    return exists(path);
}

int aside_first(const Store *store) {
    for (int number = 1; number <= ASIDE_MOST; number++) {
        if (aside_stands(store, number)) {
            return number;
        }
    }
    return 0;
}

int aside_last(const Store *store) {
    for (int number = ASIDE_MOST; number >= 1; number--) {
        if (aside_stands(store, number)) {
            return number;
        }
    }
    return 0;
}

Err aside_remove(Store *store, int number) {
    char name[ASIDE_NAME], path[STORE_PATH];
    folder_name(number, name);
    for (int i = 0; parts[i]; i++) {
        char part[ASIDE_NAME + 32];
        snprintf(part, sizeof part, "%s/%s", name, parts[i]);
        store_path(store, part, path);
        Err err = store->disk->remove(path);
        if (err != OK) {
            return err;
        }
    }
    store_path(store, name, path);
    return store->disk->remove(path);
}

static Err make_folder(Store *store, char name[ASIDE_NAME]) {
    int last = aside_last(store);
    while (last >= ASIDE_MOST || (last > 0 && last - aside_first(store) >= STORE_ASIDE - 1)) {
        Err err = aside_remove(store, aside_first(store));
        if (err != OK) {
            return err;
        }
        if (last >= ASIDE_MOST) {
            last = 0; /* a thousand damaged files later: begin again, what is left stays */
        }
    }
    folder_name(last + 1, name);
    char path[STORE_PATH];
    store_path(store, name, path);
    Err err = store->disk->make_folder(path);
    store_path(store, "aside", path);
    return err == OK ? store->disk->sync(path) : err; /* or a power cut takes it with its file */
}

/* One after the other, each on the disk before the next moves: a journal must never be gone while
 * its database stands, so the database is named first. */
Err aside_move(Store *store, const char *const names[]) {
    char folder[ASIDE_NAME] = "";
    char from[STORE_PATH], to[STORE_PATH], here[STORE_PATH];
    store_path(store, ".", here);
    for (int i = 0; names[i]; i++) {
        store_path(store, names[i], from);
        if (!exists(from)) {
            continue;
        }
        Err err = folder[0] ? OK : make_folder(store, folder);
        if (err == OK) {
            char part[ASIDE_NAME + 32];
            snprintf(part, sizeof part, "%s/%s", folder, names[i]);
            store_path(store, part, to);
            err = store->disk->move(from, to);
        }
        if (err == OK) {
            store_path(store, folder, to);
            err = store->disk->sync(to);
        }
        if (err == OK) {
            err = store->disk->sync(here);
        }
        if (err != OK) {
            return err;
        }
    }
    return OK;
}
