/* Reading back: the only evidence that a stick keeps what it was given. */
#include "takeaway/read_back.h"
#include "takeaway/names.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

enum { CHUNK = 16 * 1024 };

static int compare(const StickCalls *calls, int fd, const SaveFile *file) {
    struct stat about;
    if (calls->fstat(fd, &about) != 0) {
        return errno;
    }
    if (!S_ISREG(about.st_mode) || (size_t)about.st_size != file->len) {
        return EIO;
    }
    char chunk[CHUNK];
    size_t done = 0;
    int wrong = 0;
    while (!wrong) {
        ssize_t n = calls->read(fd, chunk, sizeof chunk);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            wrong = errno;
        } else if (n == 0) {
            wrong = done == file->len ? 0 : EIO;
            break;
        } else if ((size_t)n > file->len - done ||
                   memcmp(chunk, file->bytes + done, (size_t)n) != 0) {
            wrong = EIO;
        } else {
            done += (size_t)n;
        }
    }
    explicit_bzero(chunk, sizeof chunk);
    return wrong;
}

int read_back(const StickCalls *calls, int folder, int number, const SaveFile *file) {
    char name[STICK_FILE_NAME_SIZE];
    file_name(number, file->suffix, false, name);
    int fd;
    do {
        fd = calls->openat(folder, name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC, 0);
    } while (fd < 0 && errno == EINTR);
    if (fd < 0) {
        return errno;
    }
    calls->forget(fd); /* a wish: some file systems keep their copy */
    int wrong = compare(calls, fd, file);
    if (calls->close(fd) != 0 && !wrong) {
        wrong = errno;
    }
    return wrong;
}

Err takeaway_compare(const StickCalls *calls, const char *path, int number, const SaveFile *files,
                     int count) {
    const int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    int root = calls->open(path, flags);
    int folder = root < 0 ? -1 : calls->openat(root, STICK_FOLDER, flags, 0);
    int wrong = folder < 0 ? errno : 0;
    for (int i = 0; i < count && !wrong; i++) {
        wrong = read_back(calls, folder, number, &files[i]);
    }
    bool there = root >= 0 && calls->still_there(path, root);
    if (folder >= 0) {
        calls->close(folder);
    }
    if (root >= 0) {
        calls->close(root);
    }
    return !there ? ERR_GONE : wrong ? ERR_IO : OK;
}
