/* The system calls that touch a stick, as a table: tests make each of them fail, or lie. */
#ifndef TAKEAWAY_CALLS_H
#define TAKEAWAY_CALLS_H

#include "takeaway/save.h"

#include <dirent.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

/* Each does what the call of its name does, with errno, but for those that say otherwise. */
struct StickCalls {
    int (*open)(const char *path, int flags);
    int (*openat)(int folder, const char *name, int flags, mode_t mode);
    int (*mkdirat)(int folder, const char *name, mode_t mode);
    int (*fstat)(int fd, struct stat *out);
    int (*fstatvfs)(int fd, struct statvfs *out);
    ssize_t (*read)(int fd, void *bytes, size_t len);
    ssize_t (*write)(int fd, const void *bytes, size_t len);
    int (*fsync)(int fd);
    int (*syncfs)(int fd);
    int (*forget)(int fd); /* asks the kernel to drop its cached copy of a file */
    int (*rename)(int folder, const char *from, const char *to); /* EEXIST rather than replacing */
    int (*unlinkat)(int folder, const char *name, int flags);
    int (*close)(int fd);
    DIR *(*fdopendir)(int fd);
    struct dirent *(*readdir)(DIR *listing);
    int (*closedir)(DIR *listing);
    /* Whether the stick opened as root is still in its slot and still at path. */
    bool (*still_there)(const char *path, int root);
    void (*pause)(void); /* a moment for the kernel to notice that a stick has left */
};

#endif
