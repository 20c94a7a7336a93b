/* The watching VFS: version 1 methods only, so that SQLite can use neither shared memory nor
 * mapped files without a test noticing. */
#include "support/shim.h"
#include "store/memory.h"
#include "support/scene.h"
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SHIM_PATH = 256 };

static const char vfs_name[] = "shim";
static const Watch *watch;

void shim_watch(const Watch *next) {
    watch = next;
}

static Fault ask(const Call *call) {
    return watch && watch->before ? watch->before(call, watch->data) : FAULT_NONE;
}

static void tell(const Call *call) {
    if (watch && watch->after) {
        watch->after(call, watch->data);
    }
}

static int code_of(Fault fault, int io) {
    switch (fault) {
    case FAULT_NONE:
        return SQLITE_OK;
    case FAULT_FULL:
        return SQLITE_FULL;
    case FAULT_READ_ONLY:
        return SQLITE_READONLY;
    case FAULT_IO:
    default:
        return io;
    }
}

static Err err_of(Fault fault) {
    switch (fault) {
    case FAULT_NONE:
        return OK;
    case FAULT_FULL:
        return ERR_FULL;
    case FAULT_READ_ONLY:
        return ERR_READ_ONLY;
    case FAULT_IO:
    default:
        return ERR_IO;
    }
}

/* Files. */

typedef struct ShimFile {
    sqlite3_file base;
    char path[SHIM_PATH];
    bool new_journal; /* SQLite syncs the folder with its first sync */
    sqlite3_file *real;
} ShimFile;

static sqlite3_vfs *real_vfs(void) {
    static sqlite3_vfs *found;
    if (!found) {
        found = sqlite3_vfs_find("unix");
    }
    return found;
}

static int file_close(sqlite3_file *file) {
    ShimFile *shim = (ShimFile *)file;
    return shim->real->pMethods ? shim->real->pMethods->xClose(shim->real) : SQLITE_OK;
}

static int file_read(sqlite3_file *file, void *out, int len, sqlite3_int64 at) {
    ShimFile *shim = (ShimFile *)file;
    Call call = {.kind = CALL_READ, .path = shim->path, .at = at, .len = len};
    Fault fault = ask(&call);
    if (fault != FAULT_NONE) {
        return SQLITE_IOERR_READ;
    }
    return shim->real->pMethods->xRead(shim->real, out, len, at);
}

static int file_write(sqlite3_file *file, const void *bytes, int len, sqlite3_int64 at) {
    ShimFile *shim = (ShimFile *)file;
    Call call = {.kind = CALL_WRITE, .path = shim->path, .bytes = bytes, .at = at, .len = len};
    Fault fault = ask(&call);
    if (fault != FAULT_NONE) {
        shim->real->pMethods->xWrite(shim->real, bytes, len / 2, at); /* what a failing disk does */
        return code_of(fault, SQLITE_IOERR_WRITE);
    }
    int code = shim->real->pMethods->xWrite(shim->real, bytes, len, at);
    if (code == SQLITE_OK) {
        tell(&call);
    }
    return code;
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
    ShimFile *shim = (ShimFile *)file;
    Call call = {.kind = CALL_TRUNCATE, .path = shim->path, .at = size};
    Fault fault = ask(&call);
    if (fault != FAULT_NONE) {
        return SQLITE_IOERR_TRUNCATE;
    }
    int code = shim->real->pMethods->xTruncate(shim->real, size);
    if (code == SQLITE_OK) {
        tell(&call);
    }
    return code;
}

static int file_sync(sqlite3_file *file, int flags) {
    ShimFile *shim = (ShimFile *)file;
    Call call = {.kind = CALL_SYNC, .path = shim->path, .with_folder = shim->new_journal};
    Fault fault = ask(&call);
    if (fault != FAULT_NONE) {
        return code_of(fault, SQLITE_IOERR_FSYNC);
    }
    int code = shim->real->pMethods->xSync(shim->real, flags);
    if (code == SQLITE_OK) {
        shim->new_journal = false;
        tell(&call);
    }
    return code;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
    ShimFile *shim = (ShimFile *)file;
    Call call = {.kind = CALL_SIZE, .path = shim->path};
    return ask(&call) != FAULT_NONE ? SQLITE_IOERR_FSTAT
                                    : shim->real->pMethods->xFileSize(shim->real, size);
}

static int file_lock(sqlite3_file *file, int level) {
    ShimFile *shim = (ShimFile *)file;
    Call call = {.kind = CALL_LOCK, .path = shim->path};
    return ask(&call) != FAULT_NONE ? SQLITE_IOERR_LOCK
                                    : shim->real->pMethods->xLock(shim->real, level);
}

static int file_unlock(sqlite3_file *file, int level) {
    ShimFile *shim = (ShimFile *)file;
    return shim->real->pMethods->xUnlock(shim->real, level);
}

static int file_reserved(sqlite3_file *file, int *out) {
    ShimFile *shim = (ShimFile *)file;
    return shim->real->pMethods->xCheckReservedLock(shim->real, out);
}

static int file_control(sqlite3_file *file, int what, void *argument) {
    ShimFile *shim = (ShimFile *)file;
    return shim->real->pMethods->xFileControl(shim->real, what, argument);
}

static int file_sector(sqlite3_file *file) {
    (void)file;
    enum { SECTOR = 512 };
    return SECTOR;
}

static int file_device(sqlite3_file *file) {
    (void)file;
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE; /* as the real one says: nothing atomic or ordered */
}

static const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_reserved,
    .xFileControl = file_control,
    .xSectorSize = file_sector,
    .xDeviceCharacteristics = file_device,
};

/* The file system as SQLite sees it. */

static int vfs_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out) {
    (void)vfs;
    ShimFile *shim = (ShimFile *)file;
    shim->base.pMethods = NULL;
    shim->real = (sqlite3_file *)(shim + 1);
    shim->real->pMethods = NULL;
    snprintf(shim->path, sizeof shim->path, "%s", path ? path : "(temporary)");
    struct stat about;
    Call call = {.kind = CALL_OPEN, .path = shim->path};
    call.creating = (flags & SQLITE_OPEN_CREATE) && (!path || lstat(path, &about) != 0);
    Fault fault = ask(&call);
    if (fault != FAULT_NONE) {
        return code_of(fault == FAULT_FULL ? FAULT_FULL : FAULT_IO, SQLITE_CANTOPEN);
    }
    int code = real_vfs()->xOpen(real_vfs(), path, shim->real, flags, out);
    if (shim->real->pMethods) {
        shim->base.pMethods = &methods;
    }
    if (code == SQLITE_OK) {
        shim->new_journal = call.creating && (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL));
        tell(&call);
    }
    return code;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *path, int sync_folder) {
    (void)vfs;
    Call call = {.kind = CALL_REMOVE, .path = path, .with_folder = sync_folder != 0};
    Fault fault = ask(&call);
    if (fault != FAULT_NONE) {
        return SQLITE_IOERR_DELETE;
    }
    int code = real_vfs()->xDelete(real_vfs(), path, sync_folder);
    if (code == SQLITE_OK) {
        tell(&call);
    }
    return code;
}

static int vfs_access(sqlite3_vfs *vfs, const char *path, int flags, int *out) {
    (void)vfs;
    Call call = {.kind = CALL_ACCESS, .path = path};
    return ask(&call) != FAULT_NONE ? SQLITE_IOERR_ACCESS
                                    : real_vfs()->xAccess(real_vfs(), path, flags, out);
}

static void install(void) {
    static sqlite3_vfs shim;
    if (shim.zName) {
        return;
    }
    assert_true(memory_install());
    shim = *real_vfs();
    shim.zName = vfs_name;
    shim.szOsFile = (int)sizeof(ShimFile) + real_vfs()->szOsFile;
    shim.xOpen = vfs_open;
    shim.xDelete = vfs_delete;
    shim.xAccess = vfs_access;
    assert_int_equal(sqlite3_vfs_register(&shim, 0), SQLITE_OK);
}

/* The file system as the store itself sees it. */

static Err disk_make_folder(const char *path) {
    Call call = {.kind = CALL_MAKE_FOLDER, .path = path};
    Err err = err_of(ask(&call));
    if (err == OK) {
        err = disk_real.make_folder(path);
    }
    if (err == OK) {
        tell(&call);
    }
    return err;
}

static Err disk_move(const char *from, const char *to) {
    Call call = {.kind = CALL_MOVE, .path = from, .to = to};
    Err err = err_of(ask(&call));
    if (err == OK) {
        err = disk_real.move(from, to);
    }
    if (err == OK) {
        tell(&call);
    }
    return err;
}

static Err disk_remove(const char *path) {
    struct stat about;
    Call call = {.kind = CALL_REMOVE, .path = path};
    Err err = err_of(ask(&call));
    bool there = lstat(path, &about) == 0;
    if (err == OK) {
        err = disk_real.remove(path);
    }
    if (err == OK && there) {
        tell(&call);
    }
    return err;
}

static Err disk_sync(const char *path) {
    struct stat about;
    bool folder = lstat(path, &about) == 0 && S_ISDIR(about.st_mode);
    Call call = {.kind = folder ? CALL_SYNC_FOLDER : CALL_SYNC, .path = path};
    Err err = err_of(ask(&call));
    if (err == OK) {
        err = disk_real.sync(path);
    }
    if (err == OK) {
        tell(&call);
    }
    return err;
}

static Err disk_fill(const char *path, size_t bytes) {
    Call call = {.kind = CALL_FILL, .path = path, .len = (int64_t)bytes};
    Err err = err_of(ask(&call));
    if (err != OK) {
        return err;
    }
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0 || ftruncate(fd, (off_t)bytes) != 0) {
        err = err_from_errno(errno);
    }
    if (fd >= 0) {
        close(fd);
    }
    return err;
}

StoreOptions shim_options(const char *folder) {
    static const StoreDisk disk = {disk_make_folder, disk_move, disk_remove, disk_sync, disk_fill};
    install();
    StoreOptions options = scene_options(folder);
    options.vfs = vfs_name;
    options.disk = &disk;
    return options;
}

/* Plans. */

static bool can_be_full(const Call *call) {
    return call->kind == CALL_WRITE || call->kind == CALL_SYNC || call->kind == CALL_FILL ||
           call->kind == CALL_MAKE_FOLDER || call->kind == CALL_MOVE ||
           call->kind == CALL_SYNC_FOLDER || (call->kind == CALL_OPEN && call->creating);
}

static Fault fail_at(const Call *call, void *data) {
    FailAt *plan = data;
    if (plan->fault == FAULT_FULL && !can_be_full(call)) {
        return FAULT_NONE;
    }
    plan->seen++;
    bool fails = plan->staying ? plan->seen >= plan->n : plan->seen == plan->n;
    plan->failed += fails;
    if (fails && getenv("SHIM_SAY")) /* for whoever looks for the call behind a failing test */ {
        fprintf(stderr, "fail %d kind %d %s\n", plan->seen, (int)call->kind, call->path);
    }
    return fails ? plan->fault : FAULT_NONE;
}

Watch shim_fail_at(FailAt *plan) {
    return (Watch){.before = fail_at, .data = plan};
}

static void count(const Call *call, void *data) {
    Counts *counts = data;
    counts->of[call->kind]++;
}

Watch shim_count(Counts *counts) {
    return (Watch){.after = count, .data = counts};
}
