/* Each call counts itself, fails if it is its turn, and is the real one otherwise. */
#include "takeaway/bad_calls.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

Fault fault;

static void note(const char *what) {
    size_t used = strlen(fault.trace);
    snprintf(fault.trace + used, sizeof fault.trace - used, "%s ", what);
}

static bool fails(const char *what) {
    note(what);
    int n = ++fault.calls;
    bool now = fault.fail_at && (n == fault.fail_at || (fault.from_there_on && n > fault.fail_at));
    if (now) {
        fault.what = fault.failed ? fault.what : what;
        fault.failed = true;
        errno = fault.number;
    }
    return now;
}

static int bad_open(const char *path, int flags) {
    return fails("open") ? -1 : system_stick_calls.open(path, flags);
}
static int bad_openat(int folder, const char *name, int flags, mode_t mode) {
    return fails("openat") ? -1 : system_stick_calls.openat(folder, name, flags, mode);
}
static int bad_mkdirat(int folder, const char *name, mode_t mode) {
    return fails("mkdirat") ? -1 : system_stick_calls.mkdirat(folder, name, mode);
}
static int bad_fstat(int fd, struct stat *out) {
    return fails("fstat") ? -1 : system_stick_calls.fstat(fd, out);
}
static int bad_fstatvfs(int fd, struct statvfs *out) {
    if (fails("fstatvfs") || system_stick_calls.fstatvfs(fd, out) != 0) {
        return -1;
    }
    if (fault.room) {
        out->f_bavail = fault.room;
        out->f_frsize = 1;
    }
    out->f_flag |= fault.flags;
    return 0;
}
static ssize_t bad_read(int fd, void *bytes, size_t len) {
    if (fails("read")) {
        return -1;
    }
    ssize_t n = system_stick_calls.read(fd, bytes, len > 1000 ? 1000 : len);
    if (fault.flips && n > 0) {
        ((char *)bytes)[n / 2] ^= 1;
    }
    return n;
}
static ssize_t bad_write(int fd, const void *bytes, size_t len) {
    if (fails("write")) {
        if (fault.half && system_stick_calls.write(fd, bytes, len / 2) < 0) {
            errno = fault.number;
        }
        return -1;
    }
    if (fault.forgetful) {
        return (ssize_t)len;
    }
    return system_stick_calls.write(fd, bytes, len > 9000 ? 9000 : len);
}
static int bad_fsync(int fd) {
    fault.syncs++;
    return fails("fsync") ? -1 : system_stick_calls.fsync(fd);
}
static int bad_syncfs(int fd) {
    fault.syncs++;
    return fails("syncfs") ? -1 : system_stick_calls.syncfs(fd);
}
static int bad_forget(int fd) {
    return fails("forget") ? -1 : system_stick_calls.forget(fd);
}
static int bad_rename(int folder, const char *from, const char *to) {
    return fails("rename") ? -1 : system_stick_calls.rename(folder, from, to);
}
static int bad_unlinkat(int folder, const char *name, int flags) {
    return fails("unlinkat") ? -1 : system_stick_calls.unlinkat(folder, name, flags);
}
static int bad_close(int fd) {
    bool bad = fails("close");
    int closed = system_stick_calls.close(fd);
    if (bad) {
        errno = fault.number;
        return -1;
    }
    return closed;
}
static DIR *bad_fdopendir(int fd) {
    return fails("fdopendir") ? NULL : system_stick_calls.fdopendir(fd);
}
static struct dirent *bad_readdir(DIR *listing) {
    return fails("readdir") ? NULL : system_stick_calls.readdir(listing);
}
static bool still_there(const char *path, int root) {
    if (fault.gone || (fault.gone_then && fault.failed)) {
        return false;
    }
    return system_stick_calls.still_there(path, root);
}
static void no_pause(void) {}

StickCalls bad_calls(void) {
    return (StickCalls){.open = bad_open,
                        .openat = bad_openat,
                        .mkdirat = bad_mkdirat,
                        .fstat = bad_fstat,
                        .fstatvfs = bad_fstatvfs,
                        .read = bad_read,
                        .write = bad_write,
                        .fsync = bad_fsync,
                        .syncfs = bad_syncfs,
                        .forget = bad_forget,
                        .rename = bad_rename,
                        .unlinkat = bad_unlinkat,
                        .close = bad_close,
                        .fdopendir = bad_fdopendir,
                        .readdir = bad_readdir,
                        .closedir = system_stick_calls.closedir,
                        .still_there = still_there,
                        .pause = no_pause};
}
