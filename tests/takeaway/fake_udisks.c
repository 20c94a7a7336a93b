/* One thread owns the service's connection; what the test asks for is done in it, one at a time. */
#include "takeaway/fake_udisks.h"

#include <assert.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

enum { PATH_SIZE = 128, STICKS = 12 };

static const char name_on_bus[] = "org.freedesktop.UDisks2", root[] = "/org/freedesktop/UDisks2";

#define DRIVE      "org.freedesktop.UDisks2.Drive"
#define BLOCK      "org.freedesktop.UDisks2.Block"
#define FILESYSTEM "org.freedesktop.UDisks2.Filesystem"

typedef struct Plugged {
    FakeStick stick;
    char drive[PATH_SIZE], block[PATH_SIZE], mounted[PATH_SIZE];
    bool ejected;
    int looks_left; /* at all objects, until it is seen that it was pulled; 0: it is in */
} Plugged;

static struct {
    pid_t daemon;
    sd_bus *bus;
    pthread_t thread;
    int ask[2]; /* a pipe of Ask pointers */
    int count;
    Plugged plugged[STICKS];
    FakeCalls calls;
    bool takes_nosymfollow;
} fake;

typedef struct Ask {
    void (*run)(const void *argument); /* NULL: end */
    const void *argument;
    sem_t done;
} Ask;

/* ---- answers ---- */

static Plugged *find(const char *path) {
    for (int i = 0; i < fake.count; i++) {
        if (strcmp(fake.plugged[i].drive, path) == 0 || strcmp(fake.plugged[i].block, path) == 0) {
            return &fake.plugged[i];
        }
    }
    return NULL;
}

static void add_property(sd_bus_message *m, const char *name, const char *type, ...) {
    va_list value;
    va_start(value, type);
    sd_bus_message_open_container(m, 'e', "sv");
    sd_bus_message_append(m, "s", name);
    sd_bus_message_open_container(m, 'v', type);
    sd_bus_message_appendv(m, type, value);
    sd_bus_message_close_container(m);
    sd_bus_message_close_container(m);
    va_end(value);
}

static void add_mount_points(sd_bus_message *m, const char *mounted) {
    sd_bus_message_open_container(m, 'e', "sv");
    sd_bus_message_append(m, "s", "MountPoints");
    sd_bus_message_open_container(m, 'v', "aay");
    sd_bus_message_open_container(m, 'a', "ay");
    if (mounted[0]) {
        sd_bus_message_append_array(m, 'y', mounted, strlen(mounted) + 1);
    }
    sd_bus_message_close_container(m);
    sd_bus_message_close_container(m);
    sd_bus_message_close_container(m);
}

static void open_interface(sd_bus_message *m, const char *name) {
    sd_bus_message_open_container(m, 'e', "sa{sv}");
    sd_bus_message_append(m, "s", name);
    sd_bus_message_open_container(m, 'a', "{sv}");
}

static void close_interface(sd_bus_message *m) {
    sd_bus_message_close_container(m);
    sd_bus_message_close_container(m);
}

static void add_drive(sd_bus_message *m, const Plugged *one) {
    sd_bus_message_open_container(m, 'a', "{sa{sv}}");
    open_interface(m, DRIVE);
    add_property(m, "Vendor", "s", "Anyone");
    add_property(m, "ConnectionBus", "s", one->stick.bus);
    add_property(m, "MediaAvailable", "b", !one->stick.empty && !one->ejected);
    add_property(m, "Ejectable", "b", 1);
    add_property(m, "Size", "t", (uint64_t)1 << 33);
    close_interface(m);
    sd_bus_message_close_container(m);
}

static void add_block(sd_bus_message *m, const Plugged *one) {
    sd_bus_message_open_container(m, 'a', "{sa{sv}}");
    open_interface(m, BLOCK);
    add_property(m, "Drive", "o", one->drive);
    add_property(m, "IdType", "s", one->stick.type ? one->stick.type : "");
    add_property(m, "ReadOnly", "b", one->stick.read_only);
    add_property(m, "HintSystem", "b", one->stick.system);
    add_property(m, "HintIgnore", "b", 0);
    add_property(m, "Symlinks", "aay", 0);
    close_interface(m);
    if (one->stick.type) {
        open_interface(m, FILESYSTEM);
        add_mount_points(m, one->mounted);
        add_property(m, "Size", "t", (uint64_t)0);
        close_interface(m);
    }
    sd_bus_message_close_container(m);
}

static int answer_objects(sd_bus_message *call) {
    sd_bus_message *m = NULL;
    sd_bus_message_new_method_return(call, &m);
    sd_bus_message_open_container(m, 'a', "{oa{sa{sv}}}");
    for (int i = 0; i < fake.count; i++) {
        const Plugged *one = &fake.plugged[i];
        sd_bus_message_open_container(m, 'e', "oa{sa{sv}}");
        sd_bus_message_append(m, "o", one->drive);
        add_drive(m, one);
        sd_bus_message_close_container(m);
        sd_bus_message_open_container(m, 'e', "oa{sa{sv}}");
        sd_bus_message_append(m, "o", one->block);
        add_block(m, one);
        sd_bus_message_close_container(m);
    }
    sd_bus_message_close_container(m);
    int r = sd_bus_send(NULL, m, NULL);
    sd_bus_message_unref(m);
    return r;
}

static void tell_mounted(const Plugged *one) {
    sd_bus_message *m = NULL;
    sd_bus_message_new_signal(fake.bus, &m, one->block, "org.freedesktop.DBus.Properties",
                              "PropertiesChanged");
    sd_bus_message_append(m, "s", FILESYSTEM);
    sd_bus_message_open_container(m, 'a', "{sv}");
    add_mount_points(m, one->mounted);
    sd_bus_message_close_container(m);
    sd_bus_message_append(m, "as", 0);
    sd_bus_send(fake.bus, m, NULL);
    sd_bus_message_unref(m);
}

static void read_options(sd_bus_message *call) {
    sd_bus_message_enter_container(call, 'a', "{sv}");
    while (sd_bus_message_enter_container(call, 'e', "sv") > 0) {
        const char *name, *value;
        sd_bus_message_read(call, "s", &name);
        if (strcmp(name, "options") == 0) {
            sd_bus_message_read(call, "v", "s", &value);
            snprintf(fake.calls.options, sizeof fake.calls.options, "%s", value);
        } else {
            sd_bus_message_skip(call, "v");
        }
        sd_bus_message_exit_container(call);
    }
}

static int answer_mount(sd_bus_message *call, Plugged *one) {
    read_options(call);
    fake.calls.mounts++;
    if (!fake.takes_nosymfollow && strstr(fake.calls.options, "nosymfollow")) {
        return sd_bus_reply_method_errorf(call, "org.freedesktop.UDisks2.Error.OptionNotPermitted",
                                          "nosymfollow");
    }
    bool read_only = strncmp(fake.calls.options, "ro,", 3) == 0;
    if (one->stick.refuses_mount || (read_only && one->stick.refuses_read_only)) {
        return sd_bus_reply_method_errorf(call, "org.freedesktop.UDisks2.Error.Failed", "damaged");
    }
    snprintf(one->mounted, sizeof one->mounted, "/run/media/kiosk/%s", one->stick.name);
    tell_mounted(one);
    return sd_bus_reply_method_return(call, "s", one->mounted);
}

static int answer_unmount(sd_bus_message *call, Plugged *one) {
    fake.calls.unmounts++;
    if (one->stick.in_use) {
        return sd_bus_reply_method_errorf(call, "org.freedesktop.UDisks2.Error.DeviceBusy", "busy");
    }
    if (one->stick.leaves) {
        enum { LOOKS = 3 };
        one->looks_left = LOOKS;
        return sd_bus_reply_method_errorf(call, "org.freedesktop.UDisks2.Error.Failed",
                                          "no device");
    }
    one->mounted[0] = '\0';
    tell_mounted(one);
    return sd_bus_reply_method_return(call, "");
}

static void pull(const void *argument) {
    char path[PATH_SIZE];
    snprintf(path, PATH_SIZE, "%s/drives/%s", root, (const char *)argument);
    Plugged *one = find(path);
    assert(one);
    sd_bus_emit_signal(fake.bus, root, "org.freedesktop.DBus.ObjectManager", "InterfacesRemoved",
                       "oas", one->block, 2, BLOCK, FILESYSTEM);
    sd_bus_emit_signal(fake.bus, root, "org.freedesktop.DBus.ObjectManager", "InterfacesRemoved",
                       "oas", one->drive, 1, DRIVE);
    *one = fake.plugged[--fake.count];
}

static void see_who_left(void) {
    for (int i = 0; i < fake.count; i++) {
        if (fake.plugged[i].looks_left > 0 && --fake.plugged[i].looks_left == 0) {
            pull(fake.plugged[i].stick.name);
            return;
        }
    }
}

static int answer(sd_bus_message *call, void *user, sd_bus_error *error) {
    (void)user;
    (void)error;
    const char *path = sd_bus_message_get_path(call);
    Plugged *one = path ? find(path) : NULL;
    if (sd_bus_message_is_method_call(call, "org.freedesktop.DBus.ObjectManager",
                                      "GetManagedObjects") > 0) {
        see_who_left();
        return answer_objects(call) < 0 ? -1 : 1;
    }
    if (one && sd_bus_message_is_method_call(call, FILESYSTEM, "Mount") > 0) {
        return answer_mount(call, one) < 0 ? -1 : 1;
    }
    if (one && sd_bus_message_is_method_call(call, FILESYSTEM, "Unmount") > 0) {
        return answer_unmount(call, one) < 0 ? -1 : 1;
    }
    if (one && sd_bus_message_is_method_call(call, DRIVE, "Eject") > 0) {
        fake.calls.ejects++;
        one->ejected = true;
        return sd_bus_reply_method_return(call, "") < 0 ? -1 : 1;
    }
    return 0;
}

/* ---- what tests ask for ---- */

static void added(const char *path, const Plugged *one,
                  void (*add)(sd_bus_message *, const Plugged *)) {
    sd_bus_message *m = NULL;
    sd_bus_message_new_signal(fake.bus, &m, root, "org.freedesktop.DBus.ObjectManager",
                              "InterfacesAdded");
    sd_bus_message_append(m, "o", path);
    add(m, one);
    sd_bus_send(fake.bus, m, NULL);
    sd_bus_message_unref(m);
}

static void plug(const void *argument) {
    const FakeStick *stick = argument;
    assert(fake.count < STICKS);
    Plugged *one = &fake.plugged[fake.count++];
    *one = (Plugged){.stick = *stick};
    snprintf(one->drive, PATH_SIZE, "%s/drives/%s", root, stick->name);
    snprintf(one->block, PATH_SIZE, "%s/block_devices/%s1", root, stick->name);
    snprintf(one->mounted, PATH_SIZE, "%s", stick->mounted ? stick->mounted : "");
    memset(&fake.calls, 0, sizeof fake.calls);
    added(one->drive, one, add_drive);
    added(one->block, one, add_block);
}

static void unmount(const void *argument) {
    char path[PATH_SIZE];
    snprintf(path, PATH_SIZE, "%s/drives/%s", root, (const char *)argument);
    Plugged *one = find(path);
    assert(one);
    one->mounted[0] = '\0';
    tell_mounted(one);
}

static void replug(const void *argument) {
    pull(((const FakeStick *)argument)->name);
    plug(argument);
}

static void leave(const void *argument) {
    (void)argument;
    sd_bus_release_name(fake.bus, name_on_bus);
}

static void join(const void *argument) {
    (void)argument;
    int r = sd_bus_request_name(fake.bus, name_on_bus, 0);
    assert(r >= 0);
}

static void count_calls(const void *argument) {
    *(FakeCalls *)(uintptr_t)argument = fake.calls;
}

static void set_nosymfollow(const void *argument) {
    fake.takes_nosymfollow = *(const bool *)argument;
}

static void *serve(void *unused) {
    (void)unused;
    for (;;) {
        while (sd_bus_process(fake.bus, NULL) > 0) {
        }
        sd_bus_flush(fake.bus);
        struct pollfd polled[] = {
            {.fd = sd_bus_get_fd(fake.bus), .events = (short)sd_bus_get_events(fake.bus)},
            {.fd = fake.ask[0], .events = POLLIN}};
        poll(polled, 2, -1);
        if (polled[1].revents) {
            Ask *ask;
            ssize_t n = read(fake.ask[0], &ask, sizeof ask);
            assert(n == sizeof ask);
            void (*run)(const void *) = ask->run;
            if (run) {
                run(ask->argument);
                sd_bus_flush(fake.bus);
            }
            sem_post(&ask->done);
            if (!run) {
                return NULL;
            }
        }
    }
}

static void ask(void (*run)(const void *), const void *argument) {
    Ask one = {.run = run, .argument = argument};
    const Ask *pointer = &one;
    sem_init(&one.done, 0, 0);
    ssize_t n = write(fake.ask[1], &pointer, sizeof pointer);
    assert(n == sizeof pointer);
    while (sem_wait(&one.done) != 0) {
    }
    sem_destroy(&one.done);
}

void fake_plug(const FakeStick *stick) {
    ask(plug, stick);
}

void fake_pull(const char *name) {
    ask(pull, name);
}

void fake_unmount(const char *name) {
    ask(unmount, name);
}

void fake_replug(const FakeStick *stick) {
    ask(replug, stick);
}

void fake_leave_bus(void) {
    ask(leave, NULL);
}

void fake_join_bus(void) {
    ask(join, NULL);
}

FakeCalls fake_calls(void) {
    FakeCalls calls = {0};
    ask(count_calls, &calls);
    return calls;
}

void fake_takes_nosymfollow(bool takes) {
    ask(set_nosymfollow, &takes);
}

/* ---- the bus ---- */

static bool start_daemon(void) {
    int out[2];
    if (pipe(out) != 0) {
        return false;
    }
    fake.daemon = fork();
    if (fake.daemon == 0) {
        dup2(out[1], STDOUT_FILENO);
        close(out[0]);
        close(out[1]);
        close(STDERR_FILENO); /* what it thinks of the limits here is of no interest */
        execlp("dbus-daemon", "dbus-daemon", "--session", "--nofork", "--nopidfile",
               "--print-address=1", (char *)NULL);
        _exit(127);
    }
    close(out[1]);
    FILE *lines = fdopen(out[0], "r");
    char address[512];
    bool good = fake.daemon > 0 && lines && fgets(address, sizeof address, lines);
    if (good) {
        address[strcspn(address, "\n")] = '\0';
        setenv("DBUS_SYSTEM_BUS_ADDRESS", address, 1);
    }
    if (lines) {
        fclose(lines);
    }
    return good;
}

bool fake_udisks_start(void) {
    memset(&fake, 0, sizeof fake);
    if (!start_daemon()) {
        fake_udisks_stop();
        return false;
    }
    int r = sd_bus_open_system(&fake.bus);
    r = r < 0 ? r : sd_bus_add_filter(fake.bus, NULL, answer, NULL);
    r = r < 0 ? r : sd_bus_request_name(fake.bus, name_on_bus, 0);
    assert(r >= 0);
    r = pipe(fake.ask);
    assert(r == 0);
    pthread_create(&fake.thread, NULL, serve, NULL);
    return true;
}

void fake_udisks_stop(void) {
    if (fake.bus) {
        ask(NULL, NULL);
        pthread_join(fake.thread, NULL);
        sd_bus_flush_close_unref(fake.bus);
        close(fake.ask[0]);
        close(fake.ask[1]);
    }
    if (fake.daemon > 0) {
        kill(fake.daemon, SIGTERM);
        waitpid(fake.daemon, NULL, 0);
    }
    memset(&fake, 0, sizeof fake);
}
