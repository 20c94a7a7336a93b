/* Recording calls and replaying a beginning of them on a model of a disk. */
#include "support/cuts.h"
#include "support/scene.h"
#include "unit.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { NAME = 64, MOST_NODES = 96, SECTOR = 512 };

typedef enum Kind { MAKE, WRITE, TRUNCATE, SYNC, REMOVE, MOVE, SYNC_FOLDER } Kind;

typedef struct Entry {
    Kind kind;
    char name[NAME], to[NAME];
    unsigned char *bytes;
    size_t at, len;
} Entry;

typedef struct Blob {
    unsigned char *bytes;
    size_t len, size;
} Blob;

typedef struct File {
    char name[NAME];
    Blob blob;
} File;

struct Log {
    char folder[SCENE_PATH];
    File *files; /* safe at the beginning */
    size_t file_count;
    Entry *entries;
    size_t count, size;
};

/* Recording. */

static void *grown(void *block, size_t size) {
    void *moved = realloc(block, size);
    assert_non_null(moved);
    return moved;
}

static void load_folder(Log *log, const char *below) {
    char path[SCENE_PATH];
    scene_path(log->folder, below, path);
    DIR *dir = opendir(path);
    assert_non_null(dir);
    for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
        if (entry->d_name[0] == '.') {
            continue;
        }
        char name[SCENE_PATH + NAME + 2];
        snprintf(name, sizeof name, "%.*s%s%s", NAME, below, below[0] ? "/" : "", entry->d_name);
        struct stat about;
        scene_path(log->folder, name, path);
        assert_int_equal(lstat(path, &about), 0);
        if (S_ISDIR(about.st_mode)) {
            load_folder(log, name);
        } else if (strcmp(name, "reserve") != 0) {
            log->files = grown(log->files, (log->file_count + 1) * sizeof *log->files);
            File *file = &log->files[log->file_count++];
            *file = (File){.blob.len = (size_t)about.st_size};
            memcpy(file->name, name, strnlen(name, NAME - 1) + 1);
            file->blob.bytes = grown(NULL, file->blob.len + 1);
            scene_read(log->folder, name, file->blob.bytes, file->blob.len);
        }
    }
    closedir(dir);
}

Log *log_new(const char *folder) {
    Log *log = calloc(1, sizeof *log);
    assert_non_null(log);
    snprintf(log->folder, sizeof log->folder, "%s", folder);
    load_folder(log, "");
    return log;
}

void log_free(Log *log) {
    for (size_t i = 0; i < log->file_count; i++) {
        free(log->files[i].blob.bytes);
    }
    for (size_t i = 0; i < log->count; i++) {
        free(log->entries[i].bytes);
    }
    free(log->files);
    free(log->entries);
    free(log);
}

size_t log_length(const Log *log) {
    return log->count;
}

/* Name inside the folder; "" for the folder itself. */
static void name_of(const Log *log, const char *path, char out[NAME]) {
    size_t len = strlen(log->folder);
    assert_true(strncmp(path, log->folder, len) == 0);
    const char *name = path + len + (path[len] == '/');
    snprintf(out, NAME, "%s", strcmp(name, ".") == 0 ? "" : name);
}

static Entry *add(Log *log, Kind kind, const char *path) {
    if (log->count == log->size) {
        log->size = log->size ? 2 * log->size : 256;
        log->entries = grown(log->entries, log->size * sizeof *log->entries);
    }
    Entry *entry = &log->entries[log->count++];
    *entry = (Entry){.kind = kind};
    name_of(log, path, entry->name);
    return entry;
}

static void record(const Call *call, void *data) {
    Log *log = data;
    switch (call->kind) {
    case CALL_OPEN:
        if (call->creating) {
            add(log, MAKE, call->path);
        }
        break;
    case CALL_WRITE: {
        Entry *entry = add(log, WRITE, call->path);
        entry->at = (size_t)call->at;
        entry->len = (size_t)call->len;
        entry->bytes = grown(NULL, entry->len + 1);
        memcpy(entry->bytes, call->bytes, entry->len);
        break;
    }
    case CALL_TRUNCATE:
        add(log, TRUNCATE, call->path)->at = (size_t)call->at;
        break;
    case CALL_SYNC:
        add(log, SYNC, call->path);
        if (call->with_folder) {
            add(log, SYNC_FOLDER, log->folder);
        }
        break;
    case CALL_REMOVE:
        add(log, REMOVE, call->path);
        if (call->with_folder) {
            add(log, SYNC_FOLDER, log->folder);
        }
        break;
    case CALL_MOVE:
        name_of(log, call->to, add(log, MOVE, call->path)->to);
        break;
    case CALL_SYNC_FOLDER:
        add(log, SYNC_FOLDER, call->path);
        break;
    case CALL_READ:
    case CALL_SIZE:
    case CALL_LOCK:
    case CALL_ACCESS:
    case CALL_MAKE_FOLDER: /* folders are made as their files need them */
    case CALL_FILL:        /* the reserve holds nothing */
    case CALL_KINDS:
    default:
        break;
    }
}

Watch log_watch(Log *log) {
    return (Watch){.after = record, .data = log};
}

/* Replaying. */

typedef struct Name {
    char name[NAME];
    int node; /* -1: removed */
} Name;

typedef struct Names {
    Name name[MOST_NODES];
    int count;
} Names;

typedef struct Waiting { /* not synced yet */
    const Entry *entry;
    int node;
} Waiting;

typedef struct Disk {
    Blob node[MOST_NODES];
    int nodes;
    Names seen, safe; /* names as the program sees them, and as they are on the disk */
    Waiting *writes, *renames;
    size_t write_count, rename_count;
} Disk;

static int find(const Names *names, const char *name) {
    for (int i = 0; i < names->count; i++) {
        if (strcmp(names->name[i].name, name) == 0) {
            return names->name[i].node;
        }
    }
    return -1;
}

static void set(Names *names, const char *name, int node) {
    for (int i = 0; i < names->count; i++) {
        if (strcmp(names->name[i].name, name) == 0) {
            names->name[i].node = node;
            return;
        }
    }
    assert_true(names->count < MOST_NODES);
    Name *added = &names->name[names->count++];
    snprintf(added->name, sizeof added->name, "%s", name);
    added->node = node;
}

static void rename_on(Names *names, const Waiting *waiting) {
    const Entry *entry = waiting->entry;
    if (entry->kind == MOVE) {
        set(names, entry->name, -1);
        set(names, entry->to, waiting->node);
    } else {
        set(names, entry->name, entry->kind == MAKE ? waiting->node : -1);
    }
}

static void resize(Blob *blob, size_t len) {
    if (len > blob->size) {
        blob->size = 2 * len;
        blob->bytes = grown(blob->bytes, blob->size);
    }
    if (len > blob->len) {
        memset(blob->bytes + blob->len, 0, len - blob->len);
    }
    blob->len = len;
}

static void write_part(Blob *blob, const Entry *entry, size_t from, size_t to) {
    if (entry->at + to > blob->len) {
        resize(blob, entry->at + to);
    }
    memcpy(blob->bytes + entry->at + from, entry->bytes + from, to - from);
}

static void write_on(Blob *blob, const Entry *entry) {
    if (entry->kind == TRUNCATE) {
        resize(blob, entry->at);
    } else if (entry->len > 0) {
        write_part(blob, entry, 0, entry->len);
    }
}

static void sync_node(Disk *disk, int node) {
    size_t left = 0;
    for (size_t i = 0; i < disk->write_count; i++) {
        if (disk->writes[i].node == node) {
            write_on(&disk->node[node], disk->writes[i].entry);
        } else {
            disk->writes[left++] = disk->writes[i];
        }
    }
    disk->write_count = left;
}

static void play(Disk *disk, const Entry *entry) {
    int node = find(&disk->seen, entry->name);
    switch (entry->kind) {
    case MAKE:
        node = disk->nodes++;
        assert_true(node < MOST_NODES);
        break;
    case WRITE:
    case TRUNCATE:
        assert_true(node >= 0);
        disk->writes[disk->write_count++] = (Waiting){entry, node};
        return;
    case SYNC:
        sync_node(disk, node);
        return;
    case SYNC_FOLDER:
        for (size_t i = 0; i < disk->rename_count; i++) {
            rename_on(&disk->safe, &disk->renames[i]);
        }
        disk->rename_count = 0;
        return;
    case REMOVE:
    case MOVE:
    default:
        break;
    }
    disk->renames[disk->rename_count] = (Waiting){entry, node};
    rename_on(&disk->seen, &disk->renames[disk->rename_count++]);
}

static uint32_t chance(uint32_t *state) { /* xorshift: the same cuts each run */
    uint32_t x = *state;
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    return *state = x;
}

static void tear(Blob *blob, const Entry *entry, uint32_t *state) {
    for (size_t from = 0; from < entry->len; from += SECTOR) {
        size_t to = from + SECTOR < entry->len ? from + SECTOR : entry->len;
        if (chance(state) & 1) {
            write_part(blob, entry, from, to);
        }
    }
}

/* What the cut does to that which was not synced. */
static void fall(Disk *disk, uint32_t seed) {
    enum { STYLES = 4, NOTHING = 0, ALL = 1 };
    uint32_t state = seed * 2654435761U + 1;
    uint32_t style = seed % STYLES;
    for (int i = 0; i < 8; i++) {
        chance(&state);
    }
    for (size_t i = 0; i < disk->write_count; i++) {
        const Entry *entry = disk->writes[i].entry;
        Blob *blob = &disk->node[disk->writes[i].node];
        uint32_t luck = style == NOTHING ? 0 : style == ALL ? 1 : chance(&state) % 3;
        if (luck == 1) {
            write_on(blob, entry);
        } else if (luck == 2 && entry->kind == WRITE) {
            tear(blob, entry, &state);
        }
    }
    bool in_order = seed & STYLES;
    size_t most = disk->rename_count > 0 ? chance(&state) % (disk->rename_count + 1) : 0;
    for (size_t i = 0; i < disk->rename_count; i++) {
        if (in_order ? i < most : (chance(&state) & 1) != 0) {
            rename_on(&disk->safe, &disk->renames[i]);
        }
    }
}

static void put_on(const Disk *disk, const char *folder) {
    scene_empty(folder);
    for (int i = 0; i < disk->safe.count; i++) {
        const Name *name = &disk->safe.name[i];
        if (name->node < 0) {
            continue;
        }
        char path[SCENE_PATH];
        scene_path(folder, name->name, path);
        for (char *slash = strchr(path + strlen(folder) + 1, '/'); slash;
             slash = strchr(slash + 1, '/')) {
            *slash = '\0';
            mkdir(path, 0700);
            *slash = '/';
        }
        const Blob *blob = &disk->node[name->node];
        scene_write(folder, name->name, blob->bytes, blob->len);
    }
}

void log_cut(const Log *log, size_t at, uint32_t seed, const char *folder) {
    static Disk disk;
    disk = (Disk){0};
    disk.writes = grown(NULL, (log->count + 1) * sizeof *disk.writes);
    disk.renames = grown(NULL, (log->count + 1) * sizeof *disk.renames);
    for (size_t i = 0; i < log->file_count; i++) {
        const File *file = &log->files[i];
        int node = disk.nodes++;
        resize(&disk.node[node], file->blob.len);
        memcpy(disk.node[node].bytes ? disk.node[node].bytes : (unsigned char[1]){0},
               file->blob.bytes, file->blob.len);
        set(&disk.seen, file->name, node);
        set(&disk.safe, file->name, node);
    }
    for (size_t i = 0; i < at && i < log->count; i++) {
        play(&disk, &log->entries[i]);
    }
    fall(&disk, seed);
    put_on(&disk, folder);
    for (int i = 0; i < disk.nodes; i++) {
        free(disk.node[i].bytes);
    }
    free(disk.writes);
    free(disk.renames);
}
