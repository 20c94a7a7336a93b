/* The real file system. No symbolic link is followed at the end of a path, no descriptor is left
 * open or handed to a child. */
#include "store/disk.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static Err move_file(const char *from, const char *to) {
    return rename(from, to) == 0 ? OK : err_from_errno(errno);
}

static Err remove_file(const char *path) {
    return remove(path) == 0 || errno == ENOENT ? OK : err_from_errno(errno);
}

static Err sync_path(const char *path) {
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0) {
        return err_from_errno(errno);
    }
    Err err = fsync(fd) == 0 ? OK : err_from_errno(errno);
    close(fd);
    return err;
}

static Err fill_file(const char *path, size_t bytes) {
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0) {
        return err_from_errno(errno);
    }
    Err err = err_from_errno(posix_fallocate(fd, 0, (off_t)bytes));
    close(fd);
    if (err != OK) {
        remove_file(path);
    }
    return err;
}

const StoreDisk disk_real = {file_make_folder, move_file, remove_file, sync_path, fill_file};
