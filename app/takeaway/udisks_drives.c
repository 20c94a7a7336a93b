/* From drives and blocks to sticks. A drive that is not on USB, or of which any part is the
 * system's own, is never a stick. */
#include "takeaway/udisks_drives.h"

#include "base/text.h"

#include <string.h>
#include <sys/statvfs.h>

static RememberedDrive *find_drive(UdisksDrives *all, const char *path) {
    for (int i = 0; i < all->drive_count; i++) {
        if (strcmp(all->drives[i].path, path) == 0) {
            return &all->drives[i];
        }
    }
    return NULL;
}

const UdisksDrive *udisks_find_drive(const UdisksObjects *objects, const char *path) {
    for (int i = 0; i < objects->drive_count; i++) {
        if (strcmp(objects->drives[i].path, path) == 0) {
            return &objects->drives[i];
        }
    }
    return NULL;
}

void udisks_drives_keep(UdisksDrives *all, const UdisksObjects *objects) {
    for (int i = all->drive_count - 1; i >= 0; i--) {
        if (!udisks_find_drive(objects, all->drives[i].path)) {
            all->drives[i] = all->drives[--all->drive_count];
        }
    }
    for (int i = 0; i < objects->drive_count; i++) {
        const UdisksDrive *drive = &objects->drives[i];
        if (drive->usb && all->drive_count < STICKS_MOST && !find_drive(all, drive->path)) {
            RememberedDrive *made = &all->drives[all->drive_count++];
            *made = (RememberedDrive){0};
            text_set(made->path, sizeof made->path, drive->path);
        }
    }
}

void udisks_drives_forget(UdisksDrives *all, const char *path) {
    RememberedDrive *drive = find_drive(all, path);
    if (drive) {
        *drive = all->drives[--all->drive_count];
    }
}

static bool usable(const UdisksBlock *block) {
    return block->filesystem &&
           (strcmp(block->type, "vfat") == 0 || strcmp(block->type, "exfat") == 0);
}

/* Where UDisks2 mounts for people. A disk that is mounted elsewhere carries the system itself, even
 * on USB and as vfat: what a board may start from. */
static bool mounted_for_people(const UdisksBlock *block) {
    return text_starts(block->mounted, "/media/") || text_starts(block->mounted, "/run/media/");
}

/* The first file system of a drive that we use; NULL when it has none. *system: part of it is the
 * system's own, and the drive no stick. */
static const UdisksBlock *block_of(const UdisksObjects *objects, const char *drive, bool *system) {
    const UdisksBlock *found = NULL;
    *system = false;
    for (int i = 0; i < objects->block_count; i++) {
        const UdisksBlock *block = &objects->blocks[i];
        if (strcmp(block->drive, drive) == 0) {
            *system |= block->hidden || (block->mounted[0] && !mounted_for_people(block));
            found = !found && usable(block) ? block : found;
        }
    }
    return found;
}

const UdisksBlock *udisks_stick_block(const UdisksObjects *objects, const char *drive) {
    bool system;
    const UdisksBlock *block = block_of(objects, drive, &system);
    return system ? NULL : block;
}

/* Nothing on a drive that UDisks2 knows to be anything. */
static bool blank(const UdisksObjects *objects, const char *drive) {
    bool any = false;
    for (int i = 0; i < objects->block_count && !any; i++) {
        const UdisksBlock *block = &objects->blocks[i];
        any = strcmp(block->drive, drive) == 0 && block->type[0];
    }
    return !any;
}

static const char *id_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static StickState state_of(const UdisksBlock *block) {
    struct statvfs about;
    bool locked =
        block->read_only || (statvfs(block->mounted, &about) == 0 && (about.f_flag & ST_RDONLY));
    return locked ? STICK_READ_ONLY : STICK_READY;
}

static const Stick *stick_before(const UdisksDrives *all, const char *id) {
    for (int i = 0; i < all->count; i++) {
        if (strcmp(all->sticks[i].id, id) == 0) {
            return &all->sticks[i];
        }
    }
    return NULL;
}

/* False while a drive is no stick: an empty card reader, or not yet mounted, or so new that its
 * file systems may still be on their way. */
static bool stick_of(UdisksDrives *all, const UdisksObjects *objects, const RememberedDrive *drive,
                     Stick *out) {
    bool system;
    const UdisksBlock *block = block_of(objects, drive->path, &system);
    const UdisksDrive *object = udisks_find_drive(objects, drive->path);
    const Stick *before = stick_before(all, id_of(drive->path));
    if (object && drive->busy && before) {
        *out = *before; /* between unmounting and 'safe' it is neither */
        return true;
    }
    if (system || !object || !(object->media || drive->released)) {
        return false;
    }
    Stick stick = {.state = blank(objects, drive->path) ? STICK_BLANK : STICK_UNUSABLE};
    text_set(stick.id, sizeof stick.id, id_of(drive->path));
    if (drive->released) {
        stick.state = STICK_SAFE;
    } else if (block && block->mounted[0]) {
        stick.state = state_of(block);
        text_set(stick.path, sizeof stick.path, block->mounted);
    } else if (!drive->tried && !all->settled && !before) {
        all->undecided = true;
        return false;
    }
    *out = stick;
    return true;
}

static bool same_stick(const Stick *a, const Stick *b) {
    return strcmp(a->id, b->id) == 0 && a->state == b->state && strcmp(a->path, b->path) == 0;
}

bool udisks_drives_take(UdisksDrives *all, const UdisksObjects *objects) {
    Stick sticks[STICKS_MOST];
    memset(sticks, 0, sizeof sticks);
    int count = 0;
    all->undecided = false;
    for (int i = 0; i < all->drive_count; i++) {
        count += stick_of(all, objects, &all->drives[i], &sticks[count]);
    }
    bool changed = count != all->count;
    for (int i = 0; i < count && !changed; i++) {
        changed = !same_stick(&sticks[i], &all->sticks[i]);
    }
    memcpy(all->sticks, sticks, sizeof sticks);
    all->count = count;
    return changed;
}

bool udisks_drives_next(UdisksDrives *all, const UdisksObjects *objects, UdisksBlock *out) {
    for (int i = 0; i < all->drive_count; i++) {
        RememberedDrive *drive = &all->drives[i];
        const UdisksBlock *block = udisks_stick_block(objects, drive->path);
        if (block && !block->mounted[0] && !drive->tried && !drive->released && !drive->busy) {
            drive->tried = true;
            *out = *block;
            return true;
        }
    }
    return false;
}

bool udisks_drives_begin_release(UdisksDrives *all, const char *id, char path[UDISKS_PATH]) {
    bool found = false;
    for (int i = 0; i < all->drive_count && !found; i++) {
        RememberedDrive *drive = &all->drives[i];
        found = strcmp(id_of(drive->path), id) == 0 && stick_before(all, id);
        if (found) {
            drive->busy = true;
            text_set(path, UDISKS_PATH, drive->path);
        }
    }
    return found;
}

Err udisks_drives_end_release(UdisksDrives *all, const char *path, Err err) {
    RememberedDrive *drive = find_drive(all, path);
    if (!drive && err == OK) {
        err = ERR_GONE;
    }
    if (drive) {
        drive->busy = false;
        drive->released = drive->released || err == OK;
        drive->tried =
            drive->tried && err == OK; /* else it may have to be mounted for another try */
    }
    for (int i = 0; i < all->count && err == OK; i++) {
        if (strcmp(all->sticks[i].id, id_of(path)) == 0) {
            all->sticks[i].state = STICK_SAFE;
            all->sticks[i].path[0] = '\0';
        }
    }
    return err;
}
