/* Real sticks, by way of UDisks2 on the system bus and without any privilege of our own.
 *
 * A thread sleeps on the bus. When something was plugged in or pulled it reads all objects anew
 * (there are few, and a list that is read whole cannot drift), mounts the first usable file system
 * of each new USB drive, and wakes the program if the sticks have changed. It touches no drive that
 * is not on USB and nothing that UDisks2 calls the system's own.
 *
 * A finished stick is unmounted, looked at once more and ejected. It is not powered off: a port
 * without power no longer says when the stick is pulled, and 'safe' is to stay until then and no
 * longer. */
#include "takeaway/sticks_backend.h"
#include "takeaway/udisks_calls.h"
#include "takeaway/udisks_drives.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

enum {
    SETTLE_MS = 700, /* how long the parts of a new stick may take to follow each other */
    LEFT_ASKS = 20,  /* times to ask whether a stick that just failed is still there ... */
    LEFT_MS = 100    /* ... and the time between */
};

typedef struct Udisks {
    Sticks base;
    StickNotify *notify;
    void *user;
    int wake; /* eventfd: look again, or stop */
    pthread_t thread;

    /* of the thread alone */
    sd_bus *bus;
    bool stale;
    UdisksObjects objects;

    pthread_mutex_t lock; /* of all below */
    bool stopping;
    UdisksDrives drives;
} Udisks;

/* Reads, mounts what is new, reads again; then says so if the sticks have changed. */
static void refresh(Udisks *udisks) {
    bool going = true;
    while (going) {
        UdisksBlock block;
        udisks_read(udisks->bus, &udisks->objects);
        pthread_mutex_lock(&udisks->lock);
        udisks_drives_keep(&udisks->drives, &udisks->objects);
        going = udisks_drives_next(&udisks->drives, &udisks->objects, &block);
        pthread_mutex_unlock(&udisks->lock);
        if (going) {
            udisks_mount(udisks->bus, &block); /* if not, the stick is shown as unusable */
        }
    }
    pthread_mutex_lock(&udisks->lock);
    bool changed = udisks_drives_take(&udisks->drives, &udisks->objects);
    pthread_mutex_unlock(&udisks->lock);
    if (changed) {
        udisks->notify(udisks->user);
    }
}

static int on_change(sd_bus_message *message, void *user, sd_bus_error *error) {
    (void)error;
    Udisks *udisks = user;
    const char *path;
    if (sd_bus_message_is_signal(message, "org.freedesktop.DBus.ObjectManager",
                                 "InterfacesRemoved") > 0 &&
        sd_bus_message_read_basic(message, 'o', &path) > 0) {
        pthread_mutex_lock(&udisks->lock);
        udisks_drives_forget(&udisks->drives, path);
        pthread_mutex_unlock(&udisks->lock);
    }
    udisks->stale = true;
    udisks->drives.settled = false;
    return 0;
}

static int listen_to_bus(Udisks *udisks) {
    static const char *const matches[] = {
        "type='signal',sender='org.freedesktop.UDisks2',"
        "path_namespace='/org/freedesktop/UDisks2'",
        "type='signal',sender='org.freedesktop.DBus',interface='org.freedesktop.DBus',"
        "member='NameOwnerChanged',arg0='org.freedesktop.UDisks2'",
    };
    int r = 0;
    for (size_t i = 0; i < sizeof matches / sizeof *matches && r >= 0; i++) {
        r = sd_bus_add_match(udisks->bus, NULL, matches[i], on_change, udisks);
    }
    return r;
}

/* Handles what has come; false when the bus has gone. */
static bool process(Udisks *udisks) {
    int r;
    while ((r = sd_bus_process(udisks->bus, NULL)) > 0) {
    }
    return r == 0;
}

static bool catch_up(Udisks *udisks) {
    bool going = process(udisks);
    while (going && udisks->stale) {
        udisks->stale = false;
        refresh(udisks);
        going = process(udisks);
    }
    return going;
}

/* Without a bus nobody tells of sticks: better none than one that is no longer there. */
static void lose_all(Udisks *udisks) {
    pthread_mutex_lock(&udisks->lock);
    udisks->drives = (UdisksDrives){0};
    pthread_mutex_unlock(&udisks->lock);
    udisks->notify(udisks->user);
}

/* From any thread. */
static void wake_watcher(Udisks *udisks) {
    const uint64_t one = 1;
    if (write(udisks->wake, &one, sizeof one) != sizeof one) {
        abort(); /* the counter takes more than could ever be added */
    }
}

/* False when it is time to stop. */
static bool woken(Udisks *udisks) {
    uint64_t count;
    udisks->stale = read(udisks->wake, &count, sizeof count) == sizeof count;
    pthread_mutex_lock(&udisks->lock);
    bool stopping = udisks->stopping;
    pthread_mutex_unlock(&udisks->lock);
    return !stopping;
}

static bool wait_for_bus(Udisks *udisks) {
    int events = sd_bus_get_events(udisks->bus);
    uint64_t until;
    struct pollfd polled[] = {
        {.fd = sd_bus_get_fd(udisks->bus), .events = (short)events},
        {.fd = udisks->wake, .events = POLLIN},
    };
    if (events < 0 || sd_bus_get_timeout(udisks->bus, &until) < 0) {
        return false;
    }
    /* Asleep until something comes, but for a new drive that has no file system so far. */
    int timeout = until != UINT64_MAX ? 0 : udisks->drives.undecided ? SETTLE_MS : -1;
    int r = poll(polled, sizeof polled / sizeof *polled, timeout);
    if (r == 0 && timeout == SETTLE_MS) {
        udisks->drives.settled = udisks->stale = true;
    }
    if (r > 0 && polled[1].revents) {
        return woken(udisks);
    }
    return r >= 0 || errno == EINTR;
}

static void *watch(void *given) {
    Udisks *udisks = given;
    udisks->stale = true;
    do {
        if (!catch_up(udisks)) {
            lose_all(udisks);
            break;
        }
    } while (wait_for_bus(udisks));
    return NULL;
}

static int udisks_list(Sticks *sticks, Stick out[STICKS_MOST]) {
    Udisks *udisks = (Udisks *)sticks;
    pthread_mutex_lock(&udisks->lock);
    int count = udisks->drives.count;
    memcpy(out, udisks->drives.sticks, sizeof *out * (size_t)count);
    pthread_mutex_unlock(&udisks->lock);
    return count;
}

static Err err_from_bus(int r) {
    return r == -EBUSY ? ERR_BUSY : r == -EACCES || r == -EPERM ? ERR_NO_ACCESS : ERR_IO;
}

/* Unmounts; with a check, mounts to read, asks, and unmounts again. */
static Err unmount_checked(sd_bus *bus, const UdisksBlock *block, StickCheck *check, void *user) {
    char path[PATH_MAX];
    int r = udisks_unmount(bus, block);
    Err err = OK;
    if (r >= 0 && check && udisks_mount_read_only(bus, block, path) >= 0) {
        err = check(user, path);
        r = udisks_unmount(bus, block);
    }
    return r < 0 ? err_from_bus(r) : err;
}

static Err let_go(sd_bus *bus, const UdisksObjects *objects, const char *drive, StickCheck *check,
                  void *user) {
    const UdisksDrive *object = udisks_find_drive(objects, drive);
    const UdisksBlock *stick = udisks_stick_block(objects, drive);
    bool pulled = check && !(stick && stick->mounted[0]); /* it was mounted when it was written */
    Err err = object && !pulled ? OK : ERR_GONE;
    for (int i = 0; i < objects->block_count && err == OK; i++) {
        const UdisksBlock *block = &objects->blocks[i];
        if (strcmp(block->drive, drive) == 0 && block->mounted[0]) {
            err = unmount_checked(bus, block, block == stick ? check : NULL, user);
        }
    }
    if (err == OK && object->ejectable) {
        udisks_eject(bus, object); /* unmounted is safe without it */
    }
    return err;
}

/* Whatever did not work may not have worked because the stick has left, and UDisks2 takes a moment
 * to say so. */
static bool has_left(sd_bus *bus, UdisksObjects *objects, const char *drive) {
    bool left = false;
    for (int asks = 0; asks < LEFT_ASKS && !left; asks++) {
        if (asks > 0) {
            poll(NULL, 0, LEFT_MS);
        }
        left = udisks_read(bus, objects) >= 0 && !udisks_find_drive(objects, drive);
    }
    return left;
}

/* Over a connection of its own: this is not the thread that watches. */
static Err let_go_of(const char *drive, StickCheck *check, void *user) {
    sd_bus *bus = NULL;
    UdisksObjects *objects = calloc(1, sizeof *objects);
    if (!objects) {
        abort();
    }
    int r = udisks_open_bus(&bus);
    r = r < 0 ? r : udisks_read(bus, objects);
    Err err = r < 0 ? err_from_bus(r) : let_go(bus, objects, drive, check, user);
    if (err == ERR_IO && has_left(bus, objects, drive)) {
        err = ERR_GONE;
    }
    sd_bus_flush_close_unref(bus);
    free(objects);
    return err;
}

static Err udisks_finish(Sticks *sticks, const char *id, StickCheck *check, void *user) {
    Udisks *udisks = (Udisks *)sticks;
    char path[UDISKS_PATH];
    pthread_mutex_lock(&udisks->lock);
    bool found = udisks_drives_begin_release(&udisks->drives, id, path);
    pthread_mutex_unlock(&udisks->lock);
    if (!found) {
        return ERR_GONE;
    }
    Err err = let_go_of(path, check, user);
    pthread_mutex_lock(&udisks->lock);
    err = udisks_drives_end_release(&udisks->drives, path, err);
    pthread_mutex_unlock(&udisks->lock);
    if (err == OK) {
        udisks->notify(udisks->user);
    }
    wake_watcher(udisks); /* it looked away meanwhile */
    return err;
}

static void give_back(Udisks *udisks) {
    if (udisks->wake >= 0) {
        close(udisks->wake);
    }
    sd_bus_flush_close_unref(udisks->bus);
    pthread_mutex_destroy(&udisks->lock);
    free(udisks);
}

static void udisks_close(Sticks *sticks) {
    Udisks *udisks = (Udisks *)sticks;
    pthread_mutex_lock(&udisks->lock);
    udisks->stopping = true;
    pthread_mutex_unlock(&udisks->lock);
    wake_watcher(udisks);
    pthread_join(udisks->thread, NULL);
    give_back(udisks);
}

static const SticksBackend udisks_backend = {udisks_list, udisks_finish, udisks_close};

Err sticks_open_udisks(StickNotify *notify, void *user, Sticks **out) {
    Udisks *udisks = calloc(1, sizeof *udisks);
    if (!udisks) {
        abort();
    }
    udisks->base.backend = &udisks_backend;
    udisks->notify = notify;
    udisks->user = user;
    pthread_mutex_init(&udisks->lock, NULL);
    udisks->wake = eventfd(0, EFD_CLOEXEC);
    Err err = udisks->wake >= 0 ? OK : ERR_IO;
    if (err == OK && (udisks_open_bus(&udisks->bus) < 0 || listen_to_bus(udisks) < 0)) {
        err = ERR_NOT_FOUND;
    }
    if (err == OK && pthread_create(&udisks->thread, NULL, watch, udisks) != 0) {
        err = ERR_IO;
    }
    if (err != OK) {
        give_back(udisks);
        return err;
    }
    *out = &udisks->base;
    return OK;
}
