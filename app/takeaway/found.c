/* Reading from a stick that anyone may have prepared.
 *
 * Only TALKING-POINTS of the root is looked at, and in it only plain files of our own name with a
 * single link: no link is followed, no pipe or device is opened, no other folder entered. How many
 * names are looked at, how large a file may be and how long it all may take are limited. */
#include "takeaway/as_json.h"
#include "takeaway/names.h"
#include "takeaway/said.h"
#include "takeaway/save.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    LOOKS_MOST = 12 * 1000,       /* names of the folder */
    READS_MOST = 100,             /* files, with those that turn out not to be whole */
    BYTES_MOST = 8 * 1024 * 1024, /* of all of them together */
    CHUNK = 16 * 1024
};

static int open_ours(const char *path) {
    const int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    int root = open(path, flags);
    if (root < 0) {
        return -1;
    }
    int folder = openat(root, STICK_FOLDER, flags);
    int number = errno;
    close(root);
    errno = number;
    return folder;
}

/* Looks before it opens: opening some devices does things. */
static int open_plain(int folder, const char *name) {
    struct stat before, after;
    if (fstatat(folder, name, &before, AT_SYMLINK_NOFOLLOW) != 0) {
        return -1;
    }
    errno = ENOENT;
    if (!S_ISREG(before.st_mode) || before.st_nlink != 1) {
        return -1;
    }
    int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0) {
        return -1;
    }
    if (fstat(fd, &after) != 0 || after.st_dev != before.st_dev || after.st_ino != before.st_ino) {
        close(fd);
        errno = ENOENT;
        return -1;
    }
    return fd;
}

static Err read_most(int fd, Buf *out) {
    struct stat about;
    if (fstat(fd, &about) != 0) {
        return err_from_errno(errno);
    }
    if (about.st_size > TAKEAWAY_MOST) {
        return ERR_TOO_BIG;
    }
    char chunk[CHUNK];
    Err err = OK;
    while (err == OK) {
        ssize_t n = read(fd, chunk, sizeof chunk);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            err = err_from_errno(errno);
        } else if (n == 0) {
            break;
        } else if (out->len + (size_t)n > TAKEAWAY_MOST) {
            err = ERR_TOO_BIG; /* it grew while we read */
        } else {
            buf_add(out, chunk, (size_t)n);
        }
    }
    explicit_bzero(chunk, sizeof chunk);
    return err;
}

/* *cost grows by the bytes that were read. */
static Err read_number(int folder, int number, Draft *draft, int *year, int *month, size_t *cost) {
    char name[STICK_FILE_NAME_SIZE];
    file_name(number, "json", false, name);
    int fd = open_plain(folder, name);
    if (fd < 0) {
        return err_from_errno(errno);
    }
    Buf bytes = {0};
    Err err = read_most(fd, &bytes);
    close(fd);
    *cost += bytes.len;
    if (err == OK) {
        err = read_json(buf_string(&bytes), bytes.len, draft, year, month);
    }
    buf_done(&bytes);
    return err;
}

/* Marks the numbers that have a file by its exact name. */
static void look_for_numbers(int folder, bool there[NUMBER_MOST + 1]) {
    int fd = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *listing = fd < 0 ? NULL : fdopendir(fd);
    if (!listing) {
        if (fd >= 0) {
            close(fd);
        }
        return;
    }
    const struct dirent *entry;
    for (int looks = 0; looks < LOOKS_MOST && (entry = readdir(listing)); looks++) {
        int number = name_number(entry->d_name);
        char name[STICK_FILE_NAME_SIZE];
        if (number) {
            file_name(number, "json", false, name);
            there[number] |= strcmp(entry->d_name, name) == 0;
        }
    }
    closedir(listing);
}

int takeaway_list(const char *path, Found out[FOUND_MOST]) {
    int folder = open_ours(path);
    if (folder < 0) {
        return 0;
    }
    bool there[NUMBER_MOST + 1] = {0};
    look_for_numbers(folder, there);
    int count = 0, reads = 0;
    size_t cost = 0;
    Draft draft;
    for (int number = NUMBER_MOST; number >= 1 && count < FOUND_MOST; number--) {
        int year, month;
        if (!there[number]) {
            continue;
        }
        if (reads++ == READS_MOST || cost + TAKEAWAY_MOST > BYTES_MOST) {
            break;
        }
        if (read_number(folder, number, &draft, &year, &month, &cost) == OK) {
            out[count++] = (Found){number, said_count(&draft), year, month};
        }
    }
    draft_wipe(&draft);
    close(folder);
    return count;
}

Err takeaway_open(const char *path, int number, Draft *draft) {
    if (number < 1 || number > NUMBER_MOST) {
        return ERR_NOT_FOUND;
    }
    int folder = open_ours(path);
    if (folder < 0) {
        Err err = err_from_errno(errno);
        return err == OK ? ERR_IO : err;
    }
    int year, month;
    size_t cost = 0;
    Err err = read_number(folder, number, draft, &year, &month, &cost);
    close(folder);
    return err;
}
