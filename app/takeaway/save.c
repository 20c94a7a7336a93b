/* The order of calls that loses nothing, on FAT either:
 *
 *   each file   temporary, write, fsync of the folder, fsync, rename without replacing, fsync again
 *   then        fsync of the folder, syncfs
 *   each file   caches dropped, opened anew, read and compared
 *
 * On Linux's vfat a file's fsync writes the entry in the folder before the table of what room is
 * whose; pulled between the two, the entry speaks of room that is free, and clearing it up turns
 * the whole stick read-only. The folder's fsync puts the table there first, and the name that the
 * file before had until it was renamed goes. The size of a renamed file reaches the stick only with
 * the second fsync: without it the textbook order leaves an empty file under the final name at most
 * moments of pulling.
 * A save that does not end well takes its own files away again and touches no other. It never
 * follows a link, never replaces a file and never shows errno: a pulled stick says 'no space
 * left'. */
#include "takeaway/save.h"
#include "takeaway/calls.h"
#include "takeaway/clear_up.h"
#include "takeaway/names.h"
#include "takeaway/read_back.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>

enum {
    SPACE_FACTOR = 4, /* free space asked for, in sizes of what is written */
    LOOKS_MOST =
        20 * 1000,  /* names looked at for the next number; renaming never replaces anyway */
    ASKS_MOST = 20, /* times to ask whether a stick that just failed is still there */
    ROOM = 60       /* names for which a new folder gets room: those of twenty exports */
};

typedef struct Save {
    const StickCalls *calls;
    const char *path;
    const SaveFile *files;
    int count;
    int root, folder; /* open folders, -1 when not */
    int highest;      /* number in use */
    bool used[NUMBER_MOST + 1];
    int named; /* files of this save that stand under their final name */
} Save;

static int open_again(const Save *save, int folder, const char *name, int flags, mode_t mode) {
    int fd;
    do {
        fd = save->calls->openat(folder, name, flags | O_NOFOLLOW | O_CLOEXEC, mode);
    } while (fd < 0 && errno == EINTR);
    return fd;
}

/* What a failed call means. A pulled stick fails with whatever comes first, and Linux makes it
 * read-only then, so that is asked before the number is believed. One that turns read-only while it
 * is in is not locked: Linux no longer trusts it. */
static Err reason(const Save *save, int number) {
    bool doubtful = number == EIO || number == ENOSPC || number == EROFS;
    for (int asks = 0; asks < (doubtful ? ASKS_MOST : 1); asks++) {
        if (asks > 0) {
            save->calls->pause();
        }
        if (!save->calls->still_there(save->path, save->root)) {
            return ERR_GONE;
        }
    }
    Err err = err_from_errno(number);
    return err == OK || err == ERR_NOT_FOUND || err == ERR_READ_ONLY ? ERR_IO : err;
}

static Err open_root(Save *save) {
    save->root = save->calls->open(save->path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (save->root >= 0) {
        return OK;
    }
    return err_from_errno(errno) == ERR_NO_ACCESS ? ERR_NO_ACCESS : ERR_GONE;
}

static Err ask_for_space(const Save *save) {
    struct statvfs about;
    if (save->calls->fstatvfs(save->root, &about) != 0) {
        return reason(save, errno);
    }
    if (about.f_flag & ST_RDONLY) {
        Err err = reason(save, EROFS);
        return err == ERR_GONE ? err : ERR_READ_ONLY;
    }
    uint64_t need = 0;
    for (int i = 0; i < save->count; i++) {
        need += save->files[i].len * SPACE_FACTOR;
    }
    return (uint64_t)about.f_bavail * about.f_frsize >= need ? OK : ERR_FULL;
}

/* While a folder of FAT grows, a pulled stick may leave it cut off, and with it all the files that
 * it held. So it grows while it is still empty: by temporaries that go again at once. They are
 * opened to read only, for closing what may be written to is a wait ('flush'). */
static Err make_room(const Save *save) {
    char name[STICK_FILE_NAME_SIZE];
    for (int i = 1; i <= ROOM; i++) {
        file_name(i, "room", true, name);
        int fd = open_again(save, save->folder, name, O_RDONLY | O_CREAT, 0600);
        if (fd < 0) {
            return reason(save, errno);
        }
        save->calls->close(fd);
    }
    for (int i = 1; i <= ROOM; i++) {
        file_name(i, "room", true, name);
        save->calls->unlinkat(save->folder, name, 0); /* else the next look around takes it away */
    }
    return save->calls->fsync(save->folder) == 0 ? OK : reason(save, errno);
}

/* The folder's own fsync first: it writes the table, so that no name in the root is on the stick
 * before the room it stands for. */
static Err make_folder(Save *save) {
    if (save->calls->mkdirat(save->root, STICK_FOLDER, 0700) != 0) {
        return reason(save, errno);
    }
    save->folder = open_again(save, save->root, STICK_FOLDER, O_RDONLY | O_DIRECTORY, 0);
    bool made = save->folder >= 0 && save->calls->fsync(save->folder) == 0 &&
                save->calls->fsync(save->root) == 0;
    return made ? OK : reason(save, errno);
}

static Err open_folder(Save *save) {
    save->folder = open_again(save, save->root, STICK_FOLDER, O_RDONLY | O_DIRECTORY, 0);
    if (save->folder >= 0) {
        return OK;
    }
    int number = errno;
    if (number == ENOENT) {
        return make_folder(save);
    }
    return number == ENOTDIR || number == ELOOP ? ERR_NOT_OURS : reason(save, number);
}

/* A temporary beside its final name is one file under two names, pulled while it was renamed. It
 * stays: taking it away would take the room of both. */
static Err clear_temporary(const Save *save, ClearUp *clear_up, const char *name) {
    char final[STICK_FILE_NAME_SIZE];
    name_final(name, final);
    int fd = open_again(save, save->folder, final, O_PATH, 0);
    int wrong = errno;
    if (fd >= 0) {
        save->calls->close(fd);
        return OK;
    }
    wrong = wrong == ENOENT ? clear_up_name(clear_up, name) : wrong;
    return wrong ? reason(save, wrong) : OK;
}

/* Notes the numbers in use, and removes temporaries that a pulled stick left behind. */
static Err look_around(Save *save) {
    int fd = open_again(save, save->folder, ".", O_RDONLY | O_DIRECTORY, 0);
    if (fd < 0) {
        return reason(save, errno);
    }
    DIR *listing = save->calls->fdopendir(fd);
    if (!listing) {
        Err err = reason(save, errno);
        save->calls->close(fd);
        return err;
    }
    Err err = OK;
    ClearUp clear_up = {.calls = save->calls, .folder = save->folder};
    for (int looks = 0; looks < LOOKS_MOST && err == OK; looks++) {
        errno = 0;
        const struct dirent *entry = save->calls->readdir(listing);
        if (!entry) {
            err = errno == 0 ? OK : reason(save, errno);
            break;
        }
        if (name_is_temporary(entry->d_name)) {
            err = clear_temporary(save, &clear_up, entry->d_name);
            continue;
        }
        int number = name_number(entry->d_name);
        save->used[number] = true;
        save->highest = number > save->highest ? number : save->highest;
    }
    save->calls->closedir(listing);
    int wrong = clear_up_end(&clear_up);
    return wrong && err == OK ? reason(save, wrong) : err;
}

/* The number behind the highest, so that the newest stays last; when 999 is taken, a gap. 0: none.
 */
static int next_number(const Save *save) {
    int number = save->highest + 1;
    if (number <= NUMBER_MOST) {
        return number;
    }
    for (number = 1; number <= NUMBER_MOST && save->used[number]; number++) {
    }
    return number <= NUMBER_MOST ? number : 0;
}

static int write_all(const Save *save, int fd, const SaveFile *file) {
    for (size_t done = 0; done < file->len;) {
        ssize_t n = save->calls->write(fd, file->bytes + done, file->len - done);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            errno = n == 0 ? EIO : errno;
            return -1;
        }
        done += (size_t)n;
    }
    return 0;
}

/* One file, whole and named, its size on the stick. ERR_BUSY: the number is taken. */
static Err write_file(Save *save, int number, const SaveFile *file) {
    const StickCalls *calls = save->calls;
    char temporary[STICK_FILE_NAME_SIZE], final[STICK_FILE_NAME_SIZE];
    file_name(number, file->suffix, true, temporary);
    file_name(number, file->suffix, false, final);
    int fd = open_again(save, save->folder, temporary, O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (fd < 0) {
        return errno == EEXIST ? ERR_BUSY : reason(save, errno);
    }
    Err err = OK;
    if (write_all(save, fd, file) != 0 || calls->fsync(save->folder) != 0 ||
        calls->fsync(fd) != 0) {
        err = reason(save, errno);
    } else if (calls->rename(save->folder, temporary, final) != 0) {
        err = errno == EEXIST ? ERR_BUSY : reason(save, errno);
    } else {
        save->named++;
        err = calls->fsync(fd) == 0 ? OK : reason(save, errno);
    }
    if (calls->close(fd) != 0 && err == OK) {
        err = reason(save, errno);
    }
    if (err != OK) {
        ClearUp clear_up = {.calls = calls, .folder = save->folder};
        clear_up_name(&clear_up, temporary);
        clear_up_end(&clear_up);
    }
    return err;
}

/* Takes away what this save has named: a set is whole or not there. */
static void take_away(Save *save, int number) {
    ClearUp clear_up = {.calls = save->calls, .folder = save->folder};
    for (int i = 0; i < save->named; i++) {
        char name[STICK_FILE_NAME_SIZE];
        file_name(number, save->files[i].suffix, false, name);
        clear_up_name(&clear_up, name);
    }
    clear_up_end(&clear_up);
    save->named = 0;
}

/* All files under one number, on the stick and read back. */
static Err write_set(Save *save, int number, void (*progress)(void *user, int done), void *user) {
    for (int i = 0; i < save->count; i++) {
        Err err = write_file(save, number, &save->files[i]);
        if (err != OK) {
            return err;
        }
        if (progress) {
            progress(user, i + 1);
        }
    }
    if (save->calls->fsync(save->folder) != 0 || save->calls->syncfs(save->folder) != 0) {
        return reason(save, errno);
    }
    Err err = OK;
    for (int i = 0; i < save->count && err == OK; i++) {
        int wrong = read_back(save->calls, save->folder, number, &save->files[i]);
        err = wrong ? reason(save, wrong) : OK;
    }
    if (err == OK && !save->calls->still_there(save->path, save->root)) {
        err = ERR_GONE; /* the kernel may answer from memory what the stick no longer has */
    }
    return err;
}

static void close_all(const Save *save) {
    if (save->folder >= 0) {
        save->calls->close(save->folder);
    }
    if (save->root >= 0) {
        save->calls->close(save->root);
    }
}

/* The one place that says 'saved'; its one caller has read every file back. */
static Err saved(int number, int *out) {
    *out = number;
    return OK;
}

Err takeaway_save(const StickCalls *calls, const char *path, const SaveFile *files, int count,
                  void (*progress)(void *user, int done), void *user, int *number) {
    assert(count >= 1 && count <= SAVE_FILES);
    Save save = {
        .calls = calls, .path = path, .files = files, .count = count, .root = -1, .folder = -1};
    Err err = open_root(&save);
    err = err == OK ? ask_for_space(&save) : err;
    err = err == OK ? open_folder(&save) : err;
    err = err == OK ? look_around(&save) : err;
    err = err == OK && save.highest == 0 ? make_room(&save) : err;
    int next = 0;
    bool going = err == OK;
    while (going) {
        next = next_number(&save);
        err = next ? write_set(&save, next, progress, user) : ERR_TOO_BIG;
        if (err != OK) {
            take_away(&save, next);
        }
        going = err == ERR_BUSY && next;
        if (going) {
            save.used[next] = true;
            save.highest = next > save.highest ? next : save.highest;
        }
    }
    close_all(&save);
    return err == OK ? saved(next, number) : err;
}
