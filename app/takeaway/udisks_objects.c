/* Taking the answer of GetManagedObjects apart: objects, their interfaces, their properties.
 *
 * Each property that matters is one row: its name, what reads it, where it goes. Everything else
 * is skipped. */
#include "takeaway/udisks_objects.h"

#include "base/text.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* One object, whatever its interfaces turn out to be. */
typedef struct Object {
    bool is_drive, is_block, system, ignored;
    char bus[UDISKS_TYPE];
    UdisksDrive drive;
    UdisksBlock block;
} Object;

/* Each reads the inside of a variant of its type into field. */
static int read_flag(sd_bus_message *m, void *field) {
    int flag;
    int r = sd_bus_message_read_basic(m, 'b', &flag);
    if (r > 0) {
        *(bool *)field = flag;
    }
    return r;
}

static int read_type(sd_bus_message *m, void *field) {
    const char *text;
    int r = sd_bus_message_read_basic(m, 's', &text);
    if (r > 0) {
        text_set(field, UDISKS_TYPE, text);
    }
    return r;
}

static int read_path(sd_bus_message *m, void *field) {
    const char *text;
    int r = sd_bus_message_read_basic(m, 'o', &text);
    if (r > 0) {
        text_set(field, UDISKS_PATH, text);
    }
    return r;
}

/* The first mount point; each is bytes that end in NUL. */
static int read_mounted(sd_bus_message *m, void *field) {
    int r = sd_bus_message_enter_container(m, 'a', "ay");
    const void *bytes;
    size_t len;
    for (bool first = true; r > 0; first = false) {
        r = sd_bus_message_read_array(m, 'y', &bytes, &len);
        if (r > 0 && first && len > 0 && len <= PATH_MAX) {
            text_set_n(field, PATH_MAX, bytes, strnlen(bytes, len));
        }
    }
    return r < 0 ? r : sd_bus_message_exit_container(m);
}

typedef struct Property {
    const char *interface, *name, *type;
    int (*read)(sd_bus_message *m, void *field);
    size_t field;
} Property;

static const char drive_interface[] = "org.freedesktop.UDisks2.Drive",
                  block_interface[] = "org.freedesktop.UDisks2.Block",
                  filesystem_interface[] = "org.freedesktop.UDisks2.Filesystem";

static const Property properties[] = {
    {drive_interface, "ConnectionBus", "s", read_type, offsetof(Object, bus)},
    {drive_interface, "MediaAvailable", "b", read_flag, offsetof(Object, drive.media)},
    {drive_interface, "Ejectable", "b", read_flag, offsetof(Object, drive.ejectable)},
    {block_interface, "Drive", "o", read_path, offsetof(Object, block.drive)},
    {block_interface, "IdType", "s", read_type, offsetof(Object, block.type)},
    {block_interface, "ReadOnly", "b", read_flag, offsetof(Object, block.read_only)},
    {block_interface, "HintSystem", "b", read_flag, offsetof(Object, system)},
    {block_interface, "HintIgnore", "b", read_flag, offsetof(Object, ignored)},
    {filesystem_interface, "MountPoints", "aay", read_mounted, offsetof(Object, block.mounted)},
};

static const Property *find_property(const char *interface, const char *name) {
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++) {
        if (strcmp(properties[i].interface, interface) == 0 &&
            strcmp(properties[i].name, name) == 0) {
            return &properties[i];
        }
    }
    return NULL;
}

static int read_value(sd_bus_message *m, const Property *property, Object *object) {
    char kind;
    const char *type;
    int r = sd_bus_message_peek_type(m, &kind, &type);
    if (r < 0) {
        return r;
    }
    if (!property || kind != 'v' || strcmp(type, property->type) != 0) {
        return sd_bus_message_skip(m, "v");
    }
    r = sd_bus_message_enter_container(m, 'v', type);
    r = r < 0 ? r : property->read(m, (char *)object + property->field);
    return r < 0 ? r : sd_bus_message_exit_container(m);
}

static int read_properties(sd_bus_message *m, const char *interface, Object *object) {
    int r = sd_bus_message_enter_container(m, 'a', "{sv}");
    while (r >= 0 && (r = sd_bus_message_enter_container(m, 'e', "sv")) > 0) {
        const char *name;
        r = sd_bus_message_read_basic(m, 's', &name);
        r = r < 0 ? r : read_value(m, find_property(interface, name), object);
        r = r < 0 ? r : sd_bus_message_exit_container(m);
    }
    return r < 0 ? r : sd_bus_message_exit_container(m);
}

static int read_interfaces(sd_bus_message *m, Object *object) {
    int r = sd_bus_message_enter_container(m, 'a', "{sa{sv}}");
    while (r >= 0 && (r = sd_bus_message_enter_container(m, 'e', "sa{sv}")) > 0) {
        const char *interface;
        r = sd_bus_message_read_basic(m, 's', &interface);
        if (r >= 0) {
            object->is_drive |= strcmp(interface, drive_interface) == 0;
            object->is_block |= strcmp(interface, block_interface) == 0;
            object->block.filesystem |= strcmp(interface, filesystem_interface) == 0;
            r = read_properties(m, interface, object);
        }
        r = r < 0 ? r : sd_bus_message_exit_container(m);
    }
    return r < 0 ? r : sd_bus_message_exit_container(m);
}

static void keep(Object *object, const char *path, UdisksObjects *out) {
    if (object->is_drive && out->drive_count < UDISKS_DRIVES &&
        text_set(object->drive.path, UDISKS_PATH, path)) {
        object->drive.usb = strcmp(object->bus, "usb") == 0;
        out->drives[out->drive_count++] = object->drive;
    }
    if (object->is_block && out->block_count < UDISKS_BLOCKS &&
        text_set(object->block.path, UDISKS_PATH, path)) {
        object->block.hidden = object->system || object->ignored;
        out->blocks[out->block_count++] = object->block;
    }
}

static int by_path(const void *a, const void *b) {
    return strcmp(((const UdisksBlock *)a)->path, ((const UdisksBlock *)b)->path);
}

int udisks_read_objects(sd_bus_message *reply, UdisksObjects *out) {
    out->drive_count = out->block_count = 0;
    int r = sd_bus_message_enter_container(reply, 'a', "{oa{sa{sv}}}");
    while (r >= 0 && (r = sd_bus_message_enter_container(reply, 'e', "oa{sa{sv}}")) > 0) {
        const char *path;
        Object object = {0};
        r = sd_bus_message_read_basic(reply, 'o', &path);
        r = r < 0 ? r : read_interfaces(reply, &object);
        if (r >= 0) {
            keep(&object, path, out);
            r = sd_bus_message_exit_container(reply);
        }
    }
    qsort(out->blocks, (size_t)out->block_count, sizeof *out->blocks, by_path);
    return r < 0 ? r : sd_bus_message_exit_container(reply);
}
