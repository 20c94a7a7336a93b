/* Plain file work for tests; any failure here stops the test. */
#include "takeaway/stick_folder.h"

#include <assert.h>
#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void stick_make(char path[STICK_PATH_SIZE]) {
    /* In memory where there is such a place: a thousand saves sync the whole disk otherwise. */
    static const char memory[] = "/dev/shm";
    snprintf(path, STICK_PATH_SIZE, "%s/stick-XXXXXX", access(memory, W_OK) == 0 ? memory : "/tmp");
    assert(mkdtemp(path));
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *where) {
    (void)about;
    (void)kind;
    (void)where;
    return remove(path);
}

void stick_remove(const char *path) {
    enum { OPEN_FOLDERS = 64 };
    nftw(path, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
}

static void join(char out[STICK_PATH_SIZE], const char *path, const char *name) {
    assert(snprintf(out, STICK_PATH_SIZE, "%s/%s", path, name) < STICK_PATH_SIZE);
}

void stick_put(const char *path, const char *name, const void *bytes, size_t len) {
    char full[STICK_PATH_SIZE];
    const char *slash = strchr(name, '/');
    if (slash) {
        join(full, path, name);
        full[strlen(path) + 1 + (size_t)(slash - name)] = '\0';
        mkdir(full, 0700);
    }
    join(full, path, name);
    int fd = open(full, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    assert(fd >= 0);
    assert(write(fd, bytes, len) == (ssize_t)len);
    close(fd);
}

bool stick_holds(const char *path, const char *name, const void *bytes, size_t len) {
    char full[STICK_PATH_SIZE];
    join(full, path, name);
    FILE *file = fopen(full, "rb");
    if (!file) {
        return false;
    }
    char *found = malloc(len + 1);
    size_t n = fread(found, 1, len + 1, file);
    fclose(file);
    bool same = n == len && memcmp(found, bytes, len) == 0;
    free(found);
    return same;
}

int stick_count(const char *path, const char *name) {
    char full[STICK_PATH_SIZE];
    join(full, path, name);
    DIR *listing = opendir(full);
    if (!listing) {
        return -1;
    }
    int count = 0;
    for (struct dirent *entry; (entry = readdir(listing));) {
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    }
    closedir(listing);
    return count;
}
