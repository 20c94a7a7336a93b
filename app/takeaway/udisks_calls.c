/* Calls to UDisks2 that wait for their answer. */
#include "takeaway/udisks_calls.h"

#include "base/text.h"

#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static const char service[] = "org.freedesktop.UDisks2",
                  drive_interface[] = "org.freedesktop.UDisks2.Drive",
                  filesystem_interface[] = "org.freedesktop.UDisks2.Filesystem";

enum { CALL_SECONDS = 30 };

int udisks_open_bus(sd_bus **out) {
    sd_bus *bus = NULL;
    int r = sd_bus_open_system(&bus);
    if (r >= 0) {
        r = sd_bus_set_method_call_timeout(bus, CALL_SECONDS * UINT64_C(1000000));
    }
    if (r < 0) {
        sd_bus_unref(bus);
        return r;
    }
    *out = bus;
    return 0;
}

/* UDisks2's own names for what it refuses, as errno. */
static int errno_of(const sd_bus_error *error, int r) {
    static const struct {
        const char *name;
        int number;
    } names[] = {
        {"org.freedesktop.UDisks2.Error.DeviceBusy", EBUSY},
        {"org.freedesktop.UDisks2.Error.NotAuthorized", EACCES},
        {"org.freedesktop.UDisks2.Error.NotAuthorizedCanObtain", EACCES},
        {"org.freedesktop.UDisks2.Error.NotAuthorizedDismissed", EACCES},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (sd_bus_error_has_name(error, names[i].name)) {
            return -names[i].number;
        }
    }
    return r;
}

/* A method whose one argument are options: none but that nobody is to be asked for a password. */
static int call_plain(sd_bus *bus, const char *path, const char *interface, const char *method) {
    sd_bus_error error = SD_BUS_ERROR_NULL;
    int r = sd_bus_call_method(bus, service, path, interface, method, &error, NULL, "a{sv}", 1,
                               "auth.no_user_interaction", "b", 1);
    r = r < 0 ? errno_of(&error, r) : r;
    sd_bus_error_free(&error);
    return r;
}

/* path may be NULL. */
static int mount_with(sd_bus *bus, const UdisksBlock *block, const char *options, char *path) {
    sd_bus_message *reply = NULL;
    const char *where;
    int r =
        sd_bus_call_method(bus, service, block->path, filesystem_interface, "Mount", NULL, &reply,
                           "a{sv}", 2, "auth.no_user_interaction", "b", 1, "options", "s", options);
    r = r < 0 ? r : sd_bus_message_read_basic(reply, 's', &where);
    if (r > 0 && path) {
        text_set(path, PATH_MAX, where);
    }
    sd_bus_message_unref(reply);
    return r;
}

/* Nothing on a stick is ever run, no device on it is opened, and nobody but us reads it. */
#define MOUNT_OPTIONS "nosuid,nodev,noexec,noatime,fmask=0177,dmask=0077"

/* No link is followed either, where UDisks2 and the kernel know how; only vfat knows 'flush'. */
int udisks_mount(sd_bus *bus, const UdisksBlock *block) {
    bool vfat = strcmp(block->type, "vfat") == 0;
    int r = mount_with(
        bus, block, vfat ? MOUNT_OPTIONS ",nosymfollow,flush" : MOUNT_OPTIONS ",nosymfollow", NULL);
    if (r < 0) {
        r = mount_with(bus, block, vfat ? MOUNT_OPTIONS ",flush" : MOUNT_OPTIONS, NULL);
    }
    return r;
}

int udisks_mount_read_only(sd_bus *bus, const UdisksBlock *block, char path[PATH_MAX]) {
    return mount_with(bus, block, "ro," MOUNT_OPTIONS, path);
}

int udisks_unmount(sd_bus *bus, const UdisksBlock *block) {
    return call_plain(bus, block->path, filesystem_interface, "Unmount");
}

int udisks_eject(sd_bus *bus, const UdisksDrive *drive) {
    return call_plain(bus, drive->path, drive_interface, "Eject");
}

int udisks_read(sd_bus *bus, UdisksObjects *out) {
    sd_bus_message *reply = NULL;
    int r = sd_bus_call_method(bus, service, "/org/freedesktop/UDisks2",
                               "org.freedesktop.DBus.ObjectManager", "GetManagedObjects", NULL,
                               &reply, "");
    r = r < 0 ? r : udisks_read_objects(reply, out);
    sd_bus_message_unref(reply);
    if (r < 0) {
        out->drive_count = out->block_count = 0;
    }
    return r;
}
