/* Sticks as folders in a folder: for tests, scripted visits and desktops.
 *
 * A thread sleeps on inotify and forgets that a stick is safe once its folder goes, even when
 * another of the same name comes at once. It never looks into the folders. */
#include "takeaway/sticks_backend.h"

#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

typedef char Name[STICK_NAME_SIZE];

typedef struct Folders {
    Sticks base;
    char dir[PATH_MAX];
    StickNotify *notify;
    void *user;
    int watch, stop; /* inotify, eventfd */
    pthread_t thread;
    pthread_mutex_t lock; /* of all below */
    int safe_count;
    Name safe[STICKS_MOST];
} Folders;

static int safe_index(const Folders *folders, const char *name) {
    for (int i = 0; i < folders->safe_count; i++) {
        if (strcmp(folders->safe[i], name) == 0) {
            return i;
        }
    }
    return -1;
}

static void forget_safe(Folders *folders, const char *name) {
    int index = safe_index(folders, name);
    if (index >= 0) {
        folders->safe_count--;
        memcpy(folders->safe[index], folders->safe[folders->safe_count], sizeof(Name));
    }
}

/* The state by its folder's mode, so that it is the same for root. False: no stick. */
static bool look_at(const Folders *folders, const char *name, Stick *out) {
    struct stat about;
    Stick stick = {.state = STICK_READY};
    if (!name[0] || name[0] == '.' || strchr(name, '/') ||
        !text_set(stick.id, sizeof stick.id, name) ||
        (size_t)snprintf(stick.path, sizeof stick.path, "%s/%s", folders->dir, name) >=
            sizeof stick.path ||
        lstat(stick.path, &about) != 0 || !S_ISDIR(about.st_mode)) {
        return false;
    }
    const mode_t readable = S_IRUSR | S_IXUSR;
    if (!(about.st_mode & S_IRWXU)) {
        stick.state = STICK_BLANK;
    } else if ((about.st_mode & readable) != readable) {
        stick.state = STICK_UNUSABLE;
    } else if (!(about.st_mode & S_IWUSR)) {
        stick.state = STICK_READ_ONLY;
    }
    if (safe_index(folders, name) >= 0) {
        stick.state = STICK_SAFE;
    }
    *out = stick;
    return true;
}

static int by_id(const void *a, const void *b) {
    return strcmp(((const Stick *)a)->id, ((const Stick *)b)->id);
}

static int folder_list(Sticks *sticks, Stick out[STICKS_MOST]) {
    Folders *folders = (Folders *)sticks;
    DIR *listing = opendir(folders->dir);
    if (!listing) {
        return 0;
    }
    int count = 0;
    const struct dirent *entry;
    pthread_mutex_lock(&folders->lock);
    while (count < STICKS_MOST && (entry = readdir(listing))) {
        count += look_at(folders, entry->d_name, &out[count]);
    }
    pthread_mutex_unlock(&folders->lock);
    closedir(listing);
    qsort(out, (size_t)count, sizeof *out, by_id);
    return count;
}

/* Puts it among the safe ones; it may have gone while it was checked. */
static Err make_safe(Folders *folders, const char *id) {
    Stick stick;
    pthread_mutex_lock(&folders->lock);
    Err err = look_at(folders, id, &stick) ? OK : ERR_GONE;
    if (err == OK && safe_index(folders, id) < 0) {
        if (folders->safe_count < STICKS_MOST) {
            text_set(folders->safe[folders->safe_count++], sizeof(Name), id);
        } else {
            err = ERR_BUSY;
        }
    }
    pthread_mutex_unlock(&folders->lock);
    return err;
}

static Err folder_finish(Sticks *sticks, const char *id, StickCheck *check, void *user) {
    Folders *folders = (Folders *)sticks;
    Stick stick;
    pthread_mutex_lock(&folders->lock);
    Err err = look_at(folders, id, &stick) ? OK : ERR_GONE;
    pthread_mutex_unlock(&folders->lock);
    if (err == OK && check) {
        err = check(user, stick.path);
    }
    err = err == OK ? make_safe(folders, id) : err;
    if (err == OK) {
        folders->notify(folders->user);
    }
    return err;
}

/* What has happened to the folders; false when it concerns none. */
static bool take_event(Folders *folders, const struct inotify_event *event) {
    const uint32_t dir_itself = IN_DELETE_SELF | IN_MOVE_SELF | IN_Q_OVERFLOW | IN_IGNORED;
    if (event->mask & dir_itself) {
        return true;
    }
    if (event->len == 0 || !(event->mask & IN_ISDIR)) {
        return false;
    }
    if (event->mask & (IN_DELETE | IN_MOVED_FROM)) {
        pthread_mutex_lock(&folders->lock);
        forget_safe(folders, event->name);
        pthread_mutex_unlock(&folders->lock);
    }
    return true;
}

static bool take_events(Folders *folders) {
    enum { ROOM = 16 * 1024 };
    alignas(struct inotify_event) char bytes[ROOM];
    bool changed = false;
    ssize_t len;
    while ((len = read(folders->watch, bytes, sizeof bytes)) > 0) {
        for (ssize_t at = 0; at < len;) {
            const struct inotify_event *event = (const void *)(bytes + at);
            changed = take_event(folders, event) || changed;
            at += (ssize_t)(sizeof *event + event->len);
        }
    }
    return changed;
}

static void *watch(void *given) {
    Folders *folders = given;
    struct pollfd polled[] = {{.fd = folders->watch, .events = POLLIN},
                              {.fd = folders->stop, .events = POLLIN}};
    while (poll(polled, sizeof polled / sizeof *polled, -1) > 0 || errno == EINTR) {
        if (polled[1].revents) {
            break;
        }
        if (polled[0].revents && take_events(folders)) {
            folders->notify(folders->user);
        }
    }
    return NULL;
}

static void give_back(Folders *folders) {
    if (folders->watch >= 0) {
        close(folders->watch);
    }
    if (folders->stop >= 0) {
        close(folders->stop);
    }
    pthread_mutex_destroy(&folders->lock);
    free(folders);
}

static void folder_close(Sticks *sticks) {
    Folders *folders = (Folders *)sticks;
    const uint64_t one = 1;
    ssize_t written = write(folders->stop, &one, sizeof one);
    if (written != sizeof one) {
        abort(); /* a fresh counter takes any number */
    }
    pthread_join(folders->thread, NULL);
    give_back(folders);
}

static const SticksBackend folder_backend = {folder_list, folder_finish, folder_close};

static Err start(Folders *folders) {
    folders->watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    folders->stop = eventfd(0, EFD_CLOEXEC);
    if (folders->watch < 0 || folders->stop < 0 ||
        inotify_add_watch(folders->watch, folders->dir,
                          IN_ONLYDIR | IN_CREATE | IN_DELETE | IN_MOVE | IN_ATTRIB |
                              IN_DELETE_SELF | IN_MOVE_SELF) < 0) {
        return err_from_errno(errno);
    }
    int number = pthread_create(&folders->thread, NULL, watch, folders);
    return number == 0 ? OK : ERR_IO;
}

Err sticks_open_folder(const char *dir, StickNotify *notify, void *user, Sticks **out) {
    Folders *folders = calloc(1, sizeof *folders);
    if (!folders) {
        abort();
    }
    *folders = (Folders){
        .base = {&folder_backend}, .notify = notify, .user = user, .watch = -1, .stop = -1};
    pthread_mutex_init(&folders->lock, NULL);
    Err err = text_set(folders->dir, sizeof folders->dir, dir) ? start(folders) : ERR_TOO_BIG;
    if (err != OK) {
        give_back(folders);
        return err;
    }
    *out = &folders->base;
    return OK;
}
