/* Whole-file reading and replacing. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Adds what fd holds to out, straight into it: no copy is left elsewhere. */
static Err read_all(int fd, size_t most, Buf *out) {
    enum { CHUNK = 16 * 1024 };
    struct stat about;
    if (fstat(fd, &about) != 0) {
        return err_from_errno(errno);
    }
    if (!S_ISREG(about.st_mode)) {
        return ERR_NOT_OURS;
    }
    size_t start = out->len, size = about.st_size > 0 ? (size_t)about.st_size : 0;
    size_t wanted = (size < most ? size : most) + 1; /* one more than there should be: the end */
    for (;;) {
        ssize_t n = read(fd, buf_room(out, wanted), wanted);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            return err_from_errno(errno);
        }
        if (n == 0) {
            return OK;
        }
        buf_took(out, (size_t)n);
        if (out->len - start > most) {
            return ERR_TOO_BIG;
        }
        wanted = (size_t)n < wanted ? wanted - (size_t)n : CHUNK;
    }
}

Err file_read(const char *path, size_t most, Buf *out) {
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0) {
        return err_from_errno(errno);
    }
    size_t before = out->len;
    Err err = read_all(fd, most, out);
    close(fd);
    if (err != OK) {
        buf_cut(out, before);
    }
    return err;
}

static Err write_all(int fd, const char *bytes, size_t len) {
    while (len > 0) {
        ssize_t n = write(fd, bytes, len);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            return err_from_errno(errno);
        }
        bytes += n;
        len -= (size_t)n;
    }
    return fsync(fd) == 0 ? OK : err_from_errno(errno);
}

static Err sync_folder_of(const char *path) {
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%s", path);
    char *slash = strrchr(folder, '/');
    if (slash) {
        slash[slash == folder] = '\0';
    } else {
        snprintf(folder, sizeof folder, ".");
    }
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        return err_from_errno(errno);
    }
    Err err = fsync(fd) == 0 ? OK : err_from_errno(errno);
    close(fd);
    return err;
}

Err file_write(const char *path, const void *bytes, size_t len) {
    char temporary[PATH_MAX];
    if ((size_t)snprintf(temporary, sizeof temporary, "%s.new", path) >= sizeof temporary) {
        return ERR_TOO_BIG;
    }
    int fd = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0) {
        return err_from_errno(errno);
    }
    Err err = write_all(fd, bytes, len);
    if (close(fd) != 0 && err == OK) {
        err = err_from_errno(errno);
    }
    if (err == OK && rename(temporary, path) != 0) {
        err = err_from_errno(errno);
    }
    if (err != OK) {
        unlink(temporary);
        return err;
    }
    return sync_folder_of(path);
}

Err file_make_folder(const char *path) {
    char part[PATH_MAX];
    if ((size_t)snprintf(part, sizeof part, "%s", path) >= sizeof part) {
        return ERR_TOO_BIG;
    }
    for (char *at = part + 1;; at++) {
        if (*at != '/' && *at != '\0') {
            continue;
        }
        bool last = *at == '\0';
        *at = '\0';
        if (mkdir(part, 0700) != 0 && errno != EEXIST) {
            return err_from_errno(errno);
        }
        if (last) {
            break;
        }
        *at = '/';
    }
    return file_is_folder(path) ? OK : ERR_NOT_OURS;
}

bool file_is_folder(const char *path) {
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}
