/* A private bus with something on it that answers as UDisks2 does. */
#ifndef TESTS_FAKE_UDISKS_H
#define TESTS_FAKE_UDISKS_H

#include <stdbool.h>

typedef struct FakeStick {
    const char *name; /* "Blue": drives/Blue and block_devices/Blue1 */
    const char *bus;  /* "usb" */
    const char *type; /* of its file system; NULL: not formatted */
    bool read_only, system, empty;
    bool refuses_mount; /* damaged */
    bool in_use;        /* cannot be unmounted */
    bool leaves;        /* pulled as it is unmounted, and it takes a while until that is known */
    bool refuses_read_only; /* cannot be mounted to read only */
    const char *mounted;    /* where it is already; NULL: nowhere */
} FakeStick;

/* What it was asked for since the last fake_plug. */
typedef struct FakeCalls {
    int mounts, unmounts, ejects;
    char options[128]; /* of the last mount */
} FakeCalls;

/* Starts bus and service and points DBUS_SYSTEM_BUS_ADDRESS at it. False: no dbus-daemon here. */
bool fake_udisks_start(void);
void fake_udisks_stop(void);

void fake_plug(const FakeStick *stick); /* borrowed until it is pulled */
void fake_pull(const char *name);
void fake_unmount(const char *name);      /* as by someone else */
void fake_replug(const FakeStick *stick); /* out and in again before anyone can look */
void fake_leave_bus(void);                /* as when the service ends */
void fake_join_bus(void);
FakeCalls fake_calls(void);
void fake_takes_nosymfollow(bool takes); /* as Debian's UDisks2 does */

#endif
