/* A stick that someone prepared: the bytes are names and contents of files in our folder. Whatever
 * they are, the listing keeps its promises and what it lists can be opened, and a save beside them
 * changes none of them.
 *
 * Each file is: a name up to a zero byte, a byte for its kind, a byte for its length, its bytes. */
#include "fuzz/fuzz.h"

#include "outcome/draft.h"
#include "takeaway/calls.h"
#include "takeaway/names.h"
#include "takeaway/save.h"

#include <assert.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES = 12, KINDS = 6 };

static char stick[] = "/dev/shm/found-fuzz-XXXXXX"; /* in memory: each input is a save */
static int folder = -1;
static Draft draft;

static void remove_stick(void) {
    unlinkat(folder, "../" STICK_FOLDER, AT_REMOVEDIR);
    rmdir(stick);
}

static void make_stick(void) {
    if (folder < 0) {
        atexit(remove_stick);
        assert(mkdtemp(stick));
        int root = open(stick, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        assert(mkdirat(root, STICK_FOLDER, 0700) == 0);
        folder = openat(root, STICK_FOLDER, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        close(root);
    }
}

static void put(const char *name, int kind, const uint8_t *bytes, size_t len) {
    int fd;
    switch (kind % KINDS) {
    case 0:
        mkdirat(folder, name, 0700);
        break;
    case 1:
        (void)!symlinkat("/etc/passwd", folder, name);
        break;
    case 2:
        mkfifoat(folder, name, 0600);
        break;
    default:
        fd = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (fd >= 0) {
            ssize_t n = write(fd, bytes, len);
            assert(n == (ssize_t)len);
            close(fd);
        }
    }
}

static void clear(void) {
    DIR *listing = fdopendir(openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    assert(listing);
    const struct dirent *entry;
    while ((entry = readdir(listing))) {
        if (unlinkat(folder, entry->d_name, 0) != 0) {
            unlinkat(folder, entry->d_name, AT_REMOVEDIR);
        }
    }
    closedir(listing);
}

static void look(void) {
    Found found[FOUND_MOST];
    int count = takeaway_list(stick, found), before = NUMBER_MOST + 1;
    assert(count >= 0 && count <= FOUND_MOST);
    for (int i = 0; i < count; i++) {
        assert(found[i].number >= 1 && found[i].number < before);
        assert(found[i].outcomes >= 0 && found[i].outcomes <= DRAFT_OUTCOMES);
        before = found[i].number;
        Err err = takeaway_open(stick, found[i].number, &draft);
        assert(err == OK);
    }
}

static void save_beside(void) {
    const SaveFile file = {"json", "{}", 2};
    int number = 0;
    Err err = takeaway_save(&system_stick_calls, stick, &file, 1, NULL, NULL, &number);
    assert(err == OK ? number >= 1 && number <= NUMBER_MOST : err == ERR_TOO_BIG);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) {
    make_stick();
    for (int files = 0; files < FILES && len > 0; files++) {
        const uint8_t *end = memchr(bytes, '\0', len);
        if (!end || (size_t)(end - bytes) + 3 > len) {
            break;
        }
        const char *name = (const char *)bytes;
        size_t used = (size_t)(end - bytes) + 3, rest = len - used;
        /* 255: all the rest of the input, so that a whole draft has room */
        size_t size = end[2] < rest && end[2] != 255 ? end[2] : rest;
        if (!strchr(name, '/') && strcmp(name, ".") != 0 && strcmp(name, "..") != 0) {
            put(name, end[1], end + 3, size);
        }
        bytes += used + size;
        len -= used + size;
    }
    look();
    save_beside();
    clear();
    return 0;
}
