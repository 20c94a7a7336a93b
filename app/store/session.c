/* The key's file is small and written in place: it lies in memory, so there is no torn write but by
 * our own death, and the checksum tells that. */
#include "store/session.h"
#include "base/file.h"
#include "store/seal.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/magic.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

enum { SUM = 16, TAKES_MOST = 3, HELD_MOST = 1 << 20 };

static const char visit_name[] = "visit", held_name[] = "draft", half_name[] = "draft.new";

typedef struct Visit { /* bytes alone: nothing lies between them */
    unsigned char key[sizeof(DraftKey)];
    unsigned char touched[sizeof(int64_t)];
    unsigned char kept, covered, takes;
    unsigned char sum[SUM];
} Visit;

static_assert(sizeof(Visit) == sizeof(DraftKey) + sizeof(int64_t) + 3 + SUM, "no bytes between");

static void sum_of(const Visit *visit, unsigned char out[SUM]) {
    crypto_generichash(out, SUM, (const unsigned char *)visit, offsetof(Visit, sum), NULL, 0);
}

static Err path_of(const char *folder, const char *name, char path[PATH_MAX]) {
    int len = snprintf(path, PATH_MAX, "%s/%s", folder, name);
    return len > 0 && len < PATH_MAX ? OK : ERR_TOO_BIG;
}

static Err in_memory(const char *folder) {
    struct statfs about;
    if (statfs(folder, &about) != 0) {
        return err_from_errno(errno);
    }
    return about.f_type == TMPFS_MAGIC || about.f_type == RAMFS_MAGIC ? OK : ERR_NOT_OURS;
}

static Err write_visit(const char *path, Visit *visit) {
    sum_of(visit, visit->sum);
    int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
    if (fd < 0) {
        return err_from_errno(errno);
    }
    Err err = OK;
    if (fchmod(fd, 0600) != 0 || ftruncate(fd, sizeof *visit) != 0) {
        err = err_from_errno(errno);
    } else if (pwrite(fd, visit, sizeof *visit, 0) != (ssize_t)sizeof *visit) {
        err = ERR_FULL;
    }
    close(fd);
    return err;
}

static Err read_visit(const char *path, Visit *visit) {
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0) {
        return err_from_errno(errno);
    }
    struct stat about;
    unsigned char sum[SUM];
    bool ours = fstat(fd, &about) == 0 && S_ISREG(about.st_mode) && about.st_uid == geteuid() &&
                about.st_size == sizeof *visit &&
                pread(fd, visit, sizeof *visit, 0) == (ssize_t)sizeof *visit;
    close(fd);
    if (ours) {
        sum_of(visit, sum);
        ours = sodium_memcmp(sum, visit->sum, SUM) == 0;
    }
    return ours ? OK : ERR_DAMAGED;
}

Err session_save(const char *folder, const Session *session) {
    char path[PATH_MAX];
    Err err = path_of(folder, visit_name, path);
    if (err == OK) {
        err = in_memory(folder);
    }
    if (err != OK) {
        return err;
    }
    Visit visit = {
        .kept = session->kept, .covered = session->covered, .takes = (unsigned char)session->takes};
    memcpy(visit.key, &session->key, sizeof visit.key);
    memcpy(visit.touched, &session->touched_ms, sizeof visit.touched);
    err = write_visit(path, &visit);
    sodium_memzero(&visit, sizeof visit);
    if (err != OK) {
        session_drop(folder);
    }
    return err;
}

bool session_left(const char *folder) {
    char path[PATH_MAX];
    return path_of(folder, visit_name, path) == OK && access(path, F_OK) == 0;
}

Err session_take(const char *folder, Session *out) {
    char path[PATH_MAX];
    Visit visit = {0};
    Err err = path_of(folder, visit_name, path);
    if (err == OK) {
        err = read_visit(path, &visit);
    }
    if (err == OK && visit.takes >= TAKES_MOST) {
        err = ERR_NOT_FOUND;
    }
    if (err == OK) {
        visit.takes++;
        err = write_visit(path, &visit);
    }
    if (err == OK) {
        *out = (Session){.kept = visit.kept, .covered = visit.covered, .takes = visit.takes};
        memcpy(&out->key, visit.key, sizeof visit.key);
        memcpy(&out->touched_ms, visit.touched, sizeof visit.touched);
    } else {
        session_drop(folder);
    }
    sodium_memzero(&visit, sizeof visit);
    return err;
}

Err session_hold(const char *folder, const DraftKey *key, const Draft *draft) {
    char path[PATH_MAX];
    Err err = path_of(folder, held_name, path);
    if (err == OK) {
        err = in_memory(folder);
    }
    if (err != OK) {
        return err;
    }
    Sealed sealed = {0};
    Buf bytes = {0};
    seal_close(key, draft, &sealed);
    buf_add(&bytes, sealed.nonce, sizeof sealed.nonce);
    buf_add(&bytes, sealed.box.bytes, sealed.box.len);
    err = file_write(path, bytes.bytes, bytes.len);
    buf_done(&bytes);
    seal_done(&sealed);
    return err;
}

Err session_held(const char *folder, const DraftKey *key, Draft *draft) {
    char path[PATH_MAX];
    Buf bytes = {0};
    Sealed sealed = {.cipher = SEAL_CIPHER, .body = DRAFT_SCHEMA};
    Err err = path_of(folder, held_name, path);
    if (err == OK) {
        err = file_read(path, HELD_MOST, &bytes);
    }
    if (err == OK && bytes.len < sizeof sealed.nonce) {
        err = ERR_DAMAGED;
    }
    if (err == OK) {
        memcpy(sealed.nonce, bytes.bytes, sizeof sealed.nonce);
        buf_add(&sealed.box, bytes.bytes + sizeof sealed.nonce, bytes.len - sizeof sealed.nonce);
        err = seal_open(key, &sealed, draft);
    }
    buf_done(&bytes);
    seal_done(&sealed);
    return err;
}

static Err remove_file(const char *folder, const char *name) {
    char path[PATH_MAX];
    Err err = path_of(folder, name, path);
    return err == OK && unlink(path) != 0 && errno != ENOENT ? err_from_errno(errno) : err;
}

Err session_drop(const char *folder) {
    char path[PATH_MAX];
    Err err = path_of(folder, visit_name, path);
    if (err != OK) {
        return err;
    }
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd >= 0) {
        static const Visit nothing;
        if (pwrite(fd, &nothing, sizeof nothing, 0) != (ssize_t)sizeof nothing) {
            err = ERR_IO; /* it is removed all the same */
        }
        close(fd);
    }
    const char *const names[] = {visit_name, held_name, half_name};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        Err removed = remove_file(folder, names[i]);
        err = err == OK ? removed : err;
    }
    return err;
}
