/* Owns a read-only opening of each input device. What they say is thrown away unread: it may be
 * what somebody types. */
#include "host/devices.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAME_SIZE = 32, PATH_SIZE = 256, DRAIN_SIZE = 4096 };

typedef struct Device {
    char name[NAME_SIZE]; /* empty: free place */
    int fd;
} Device;

struct Devices {
    const char *folder;
    int watch;   /* inotify of the folder, -1 when there is none */
    int refused; /* seen so far but not opened */
    Device device[DEVICES_MOST];
};

static Device *device_named(Devices *devices, const char *name) {
    for (int i = 0; i < DEVICES_MOST; i++) {
        if (strcmp(devices->device[i].name, name) == 0) {
            return &devices->device[i];
        }
    }
    return NULL;
}

/* The machine's rules close some devices to everybody: keyboards that nobody allowed. */
static bool for_nobody(const char *path) {
    struct stat about;
    return stat(path, &about) == 0 && (about.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO)) == 0;
}

static void device_open(Devices *devices, const char *name) {
    Device *place = device_named(devices, "");
    if (strncmp(name, "event", strlen("event")) != 0 || strlen(name) >= NAME_SIZE ||
        place == NULL || device_named(devices, name) != NULL) {
        return;
    }
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/%s", devices->folder, name);
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) {
        devices->refused += !for_nobody(path);
        return;
    }
    place->fd = fd;
    snprintf(place->name, sizeof place->name, "%s", name);
}

static void devices_scan(Devices *devices) {
    DIR *dir = opendir(devices->folder);
    if (dir == NULL) {
        return;
    }
    const struct dirent *entry = NULL;
    while ((entry = readdir(dir)) != NULL) {
        device_open(devices, entry->d_name);
    }
    closedir(dir);
}

Devices *devices_open(const char *folder) {
    Devices *devices = calloc(1, sizeof *devices);
    if (devices == NULL) {
        abort();
    }
    devices->folder = folder;
    devices->watch = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    if (devices->watch >= 0) { /* IN_ATTRIB: udev gives us the right to read a moment later */
        inotify_add_watch(devices->watch, folder, IN_CREATE | IN_ATTRIB | IN_DELETE);
    }
    devices_scan(devices);
    return devices;
}

void devices_close(Devices *devices) {
    if (devices == NULL) {
        return;
    }
    for (int i = 0; i < DEVICES_MOST; i++) {
        if (devices->device[i].name[0] != '\0') {
            close(devices->device[i].fd);
        }
    }
    if (devices->watch >= 0) {
        close(devices->watch);
    }
    free(devices);
}

bool devices_refused(const Devices *devices) {
    struct pollfd fds[DEVICES_FDS];
    return devices->refused > 0 && devices_poll_list(devices, fds) == 1;
}

int devices_poll_list(const Devices *devices, struct pollfd *fds) {
    int count = 0;
    fds[count++] = (struct pollfd){.fd = devices->watch, .events = POLLIN}; /* -1 is skipped */
    for (int i = 0; i < DEVICES_MOST; i++) {
        if (devices->device[i].name[0] != '\0') {
            fds[count++] = (struct pollfd){.fd = devices->device[i].fd, .events = POLLIN};
        }
    }
    return count;
}

static void drain(int fd) {
    char thrown_away[DRAIN_SIZE];
    while (read(fd, thrown_away, sizeof thrown_away) > 0) {
    }
    explicit_bzero(thrown_away, sizeof thrown_away);
}

DevicesNews devices_drain(Devices *devices, const struct pollfd *fds) {
    DevicesNews news = {false, false, false};
    int count = 1;
    for (int i = 0; i < DEVICES_MOST; i++) {
        Device *device = &devices->device[i];
        if (device->name[0] == '\0') {
            continue;
        }
        short ready = fds[count++].revents;
        if (ready & (POLLERR | POLLHUP | POLLNVAL)) { /* pulled out */
            close(device->fd);
            *device = (Device){.fd = -1};
            news.plugged = news.gone = true;
        } else if (ready & POLLIN) {
            drain(device->fd);
            news.spoke = true;
        }
    }
    if (fds[0].revents & POLLIN) {
        drain(devices->watch);
        devices_scan(devices);
        news.plugged = true;
    }
    return news;
}
