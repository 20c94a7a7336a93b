/* What a save costs beside a bare write and fsync on the same disk, and what finding a draft costs
 * as the house fills.
 *
 *   store_bench FOLDER     (on the disk to be measured; some 500 MB are written there and removed)
 *
 * On a machine that others use: chrt -f 1 store_bench FOLDER (as root). Else what comes back from
 * the disk waits for a processor, a few milliseconds each time, and the ratio says nothing.
 *
 * Prints ratios; judges nothing. */
#include "store/inside.h"
#include "support/scene.h"
#include "support/shim.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { SAVES = 220, WARM = 20, BARE = 4096, LOADS = 2000, REAL = 50, BODY = 2000 };

static double now_us(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double part(double *times, int count, double share) {
    qsort(times, (size_t)count, sizeof *times, by_size);
    return times[(int)((double)(count - 1) * share)];
}

static void must(Err err, const char *what) {
    if (err != OK) {
        fprintf(stderr, "store_bench: %s: %s\n", what, err_name(err));
        exit(1);
    }
}

static void bare_write(int fd, int n) {
    char bytes[BARE];
    memset(bytes, n, sizeof bytes);
    if (pwrite(fd, bytes, sizeof bytes, 0) != BARE || fsync(fd) != 0) {
        must(err_from_errno(errno), "bare write");
    }
}

/* What is measured in turn, so that all meet the same weather. */
typedef enum Way { WAY_BARE, WAY_GROWS, WAY_RESERVED, WAY_ROOM, WAYS } Way;

static const char *const way_names[WAYS] = {
    [WAY_BARE] = "a bare write and fsync",
    [WAY_GROWS] = "a WAL that grows",
    [WAY_RESERVED] = "a WAL with reserved blocks",
    [WAY_ROOM] = "a WAL with room (ours)",
};

static Store *open_way(const char *folder, Way way) {
    char place[SCENE_PATH];
    scene_path(folder, way_names[way], place);
    StoreOptions options = {.folder = place, .wal_room = way == WAY_ROOM ? 0 : 1};
    Store *store = NULL;
    must(store_open(&options, NULL, &store), "open");
    return store;
}

/* Blocks that belong to the WAL but hold nothing yet: each first write still has to tell the file
 * system. */
static void reserve_blocks(Store *store) {
    sqlite3_file *wal = NULL;
    int piece = STORE_WAL_ROOM;
    sqlite3_int64 size = STORE_WAL_ROOM;
    sqlite3_file_control(store->sql.db, "main", SQLITE_FCNTL_JOURNAL_POINTER, (void *)&wal);
    wal->pMethods->xFileControl(wal, SQLITE_FCNTL_CHUNK_SIZE, &piece);
    wal->pMethods->xFileControl(wal, SQLITE_FCNTL_SIZE_HINT, &size);
}

static void one_save(int fd, Store *store, int n) {
    static Draft draft;
    static DraftKey key;
    if (!store) {
        bare_write(fd, n);
        return;
    }
    key = scene_key(1);
    scene_draft(&draft, n, BODY);
    must(store_save(store, &key, &draft), "save");
}

static void saves(const char *folder) {
    char bare_name[SCENE_PATH];
    scene_path(folder, "bare", bare_name);
    int fd = open(bare_name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    Store *stores[WAYS] = {NULL};
    static double times[WAYS][SAVES];
    for (Way way = WAY_GROWS; way < WAYS; way++) {
        stores[way] = open_way(folder, way);
    }
    reserve_blocks(stores[WAY_RESERVED]);
    for (int n = -WARM; n < SAVES; n++) {
        for (Way way = WAY_BARE; way < WAYS; way++) {
            double start = now_us();
            one_save(fd, stores[way], n + WARM);
            if (n >= 0) {
                times[way][n] = now_us() - start;
            }
        }
    }
    double bare = part(times[WAY_BARE], SAVES, 0.5);
    for (Way way = WAY_BARE; way < WAYS; way++) {
        double half = part(times[way], SAVES, 0.5);
        printf("save  %-28s p50 %.0f us  p99 %.0f us   ratio to bare: %.2f\n", way_names[way], half,
               part(times[way], SAVES, 0.99), half / bare);
        store_close(stores[way]);
    }
    close(fd);
}

static void syncs(const char *folder) {
    StoreOptions options = shim_options(folder);
    Store *store = NULL;
    must(store_open(&options, NULL, &store), "open");
    DraftKey key = scene_key(1);
    Draft draft;
    Counts counts = {0};
    Watch watch = shim_count(&counts);
    for (int n = -1; n < SAVES; n++) {
        scene_draft(&draft, n + 1, BODY);
        must(store_save(store, &key, &draft), "save");
        shim_watch(&watch); /* from the second save on: the first makes the WAL */
    }
    shim_watch(NULL);
    printf("syncs %d in %d saves (%.3f a save), %d writes, %d reads\n",
           counts.of[CALL_SYNC] + counts.of[CALL_SYNC_FOLDER], SAVES,
           (double)(counts.of[CALL_SYNC] + counts.of[CALL_SYNC_FOLDER]) / SAVES,
           counts.of[CALL_WRITE], counts.of[CALL_READ]);
    store_close(store);
}

static void fill_to(Store *store, int from, int to) {
    char text[512];
    snprintf(text, sizeof text,
             "BEGIN; WITH RECURSIVE n(i) AS (SELECT %d UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
             " INSERT INTO draft SELECT randomblob(16), 0, 1, 0, 1, 1, randomblob(24),"
             " randomblob(4112) FROM n; COMMIT",
             from, to - 1);
    must(sql_script(&store->sql, text), "fill");
}

static void growth(const char *folder) {
    StoreOptions options = {.folder = folder};
    Store *store = NULL;
    must(store_open(&options, NULL, &store), "open");
    Draft draft;
    for (int n = 0; n < REAL; n++) {
        DraftKey key = scene_key(n);
        scene_draft(&draft, n, BODY);
        if (n < 10) {
            must(store_save(store, &key, &draft), "save");
        }
    }
    static double times[LOADS];
    double first = 0;
    for (int count = 10, had = 10; count <= 100000; count *= 10) {
        if (count > had) {
            fill_to(store, had, count);
            had = count;
        }
        for (int n = -WARM; n < LOADS; n++) {
            DraftKey key = scene_key((n + WARM) % 10);
            double start = now_us();
            must(store_load(store, &key, &draft), "load");
            if (n >= 0) {
                times[n] = now_us() - start;
            }
        }
        double half = part(times, LOADS, 0.5);
        first = first > 0 ? first : half;
        printf("open  %6d drafts  p50 %.1f us  p99 %.1f us   ratio to 10: %.2f\n", count, half,
               part(times, LOADS, 0.99), half / first);
    }
    store_close(store);
}

int main(int argc, char **argv) {
    if (argc != 2) {
        fprintf(stderr, "store_bench: give a folder on the disk to measure\n");
        return 2;
    }
    char folder[SCENE_PATH];
    scene_path(argv[1], "store-bench-XXXXXX", folder);
    if (!mkdtemp(folder)) {
        fprintf(stderr, "store_bench: the folder cannot be written\n");
        return 3;
    }
    saves(folder);
    scene_empty(folder);
    syncs(folder);
    scene_empty(folder);
    growth(folder);
    scene_remove(folder);
    return 0;
}
