/* The real system calls behind the table. Nothing here decides anything. */
#include "takeaway/calls.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/sysmacros.h>
#include <time.h>
#include <unistd.h>

static int system_open(const char *path, int flags) {
    return open(path, flags);
}

static int system_openat(int folder, const char *name, int flags, mode_t mode) {
    return openat(folder, name, flags, mode);
}

static int system_fstat(int fd, struct stat *out) {
    return fstat(fd, out);
}

static int system_forget(int fd) {
    errno = posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
    return errno == 0 ? 0 : -1;
}

static int system_rename(int folder, const char *from, const char *to) {
    return renameat2(folder, from, folder, to, RENAME_NOREPLACE);
}

/* A pulled stick answers ENODEV once and then 'no space left', and its mount point stays readable
 * from memory: only its device in /sys tells. */
static bool system_still_there(const char *path, int root) {
    struct stat now, then;
    if (fstat(root, &then) != 0 || lstat(path, &now) != 0 || now.st_dev != then.st_dev ||
        now.st_ino != then.st_ino) {
        return false;
    }
    static const char devices[] = "/sys/dev/block";
    if (major(then.st_dev) == 0 || access(devices, F_OK) != 0) {
        return true; /* a folder on no device of its own, or a system without /sys */
    }
    char device[64];
    snprintf(device, sizeof device, "%s/%u:%u", devices, major(then.st_dev), minor(then.st_dev));
    return access(device, F_OK) == 0;
}

static void system_pause(void) {
    nanosleep(&(struct timespec){.tv_nsec = 100000000}, NULL);
}

const StickCalls system_stick_calls = {
    .open = system_open,
    .openat = system_openat,
    .mkdirat = mkdirat,
    .fstat = system_fstat,
    .fstatvfs = fstatvfs,
    .read = read,
    .write = write,
    .fsync = fsync,
    .syncfs = syncfs,
    .forget = system_forget,
    .rename = system_rename,
    .unlinkat = unlinkat,
    .close = close,
    .fdopendir = fdopendir,
    .readdir = readdir,
    .closedir = closedir,
    .still_there = system_still_there,
    .pause = system_pause,
};
