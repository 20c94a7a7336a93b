/* A store that promises, and one that is asked about the promises: for power cuts on a virtual
 * machine's disk. Runs there (promise) and here, on what a cut left (ask); never part of a card or
 * a package.
 *
 *   store_cuts promise FOLDER DISK AT    keeps one draft after another until it is ended; each save
 *                                        that said it was on the disk is promised
 *   store_cuts ask FOLDER PROMISES       opens the store and each draft: nothing that was promised
 *                                        is missing; exit 1 and a line when something is
 *
 * A promise is 'KEY NUMBER': the draft of that key has at least that number (a save that was under
 * way may be there too). Promises are one block at byte AT of the disk, behind its file system, so
 * that who reads the disk's writes in order sees them between those of the store. Keys are made
 * without the costly derivation: it is not what is tried here. */
#include "store/memory.h"
#include "store/store.h"

#include <fcntl.h>
#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { KEYS = 4, NUMBER_SIZE = 16, BLOCK = 4096 };

static DraftKey key_of(int number) {
    DraftKey key;
    memset(&key, number + 1, sizeof key);
    return key;
}

static int number_of(const Draft *draft) {
    return atoi(draft->name);
}

static Store *open_store(const char *folder) {
    StoreOptions options = {.folder = folder};
    Store *store = NULL;
    StoreHealth health = {0};
    Err err = store_open(&options, &health, &store);
    if (err != OK || health.quarantined || health.started_empty) {
        printf("the store does not open as it should: %d%s%s\n", err,
               health.quarantined ? ", set aside" : "", health.started_empty ? ", empty" : "");
        exit(1);
    }
    return store;
}

static bool tell(int device, off_t at, const int kept[KEYS]) {
    static alignas(BLOCK) char block[BLOCK];
    size_t len = 0;
    for (int i = 0; i < KEYS; i++) {
        len += (size_t)snprintf(block + len, sizeof block - len, "%d %d\n", i, kept[i]);
    }
    return pwrite(device, block, sizeof block, at) == (ssize_t)sizeof block;
}

static int promise(const char *folder, const char *disk, off_t at) {
    enum { REST_EVERY = 17 };
    StoreOptions options = {.folder = folder};
    Store *store = NULL;
    int kept[KEYS] = {0};
    int device = open(disk, O_WRONLY | O_DIRECT | O_CLOEXEC);
    if (device < 0 || store_open(&options, NULL, &store) != OK) {
        return 1;
    }
    static Draft draft;
    puts("begun");
    fflush(stdout);
    for (int i = 1;; i++) {
        DraftKey key = key_of(i % KEYS);
        draft_init(&draft);
        snprintf(draft.name, NUMBER_SIZE, "%d", i);
        if (store_save(store, &key, &draft) != OK) {
            return 1;
        }
        kept[i % KEYS] = i;
        if (!tell(device, at, kept) || (i % REST_EVERY == 0 && store_rest(store) != OK)) {
            return 1;
        }
    }
}

static int ask(const char *folder, const char *promises) {
    int least[KEYS] = {0};
    int key_number, number, bad = 0;
    FILE *file = fopen(promises, "r");
    if (!file) {
        return 2;
    }
    while (fscanf(file, "%d %d", &key_number, &number) == 2) {
        least[key_number % KEYS] = number;
    }
    fclose(file);
    Store *store = open_store(folder);
    static Draft draft;
    for (int i = 0; i < KEYS; i++) {
        DraftKey key = key_of(i);
        Err err = store_load(store, &key, &draft);
        if (least[i] > 0 && (err != OK || number_of(&draft) < least[i])) {
            printf("draft %d: promised %d, found %d (%d)\n", i, least[i],
                   err == OK ? number_of(&draft) : 0, err);
            bad = 1;
        }
    }
    store_close(store);
    return bad;
}

int main(int count, char *words[]) {
    memory_install();
    if (key_start() != OK) {
        return 2;
    }
    if (count == 5 && strcmp(words[1], "promise") == 0) {
        return promise(words[2], words[3], atoll(words[4]));
    }
    if (count == 4 && strcmp(words[1], "ask") == 0) {
        return ask(words[2], words[3]);
    }
    fputs("store_cuts promise FOLDER DEVICE AT, or ask FOLDER PROMISES\n", stderr);
    return 2;
}
