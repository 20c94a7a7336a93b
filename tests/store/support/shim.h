/* A VFS and a StoreDisk that pass every call on to the real ones and let a test see, count and fail
 * each. One watch at a time; no watch: everything passes. */
#ifndef TESTS_STORE_SHIM_H
#define TESTS_STORE_SHIM_H

#include "store/disk.h"
#include "store/store.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum CallKind {
    CALL_OPEN, /* creating tells whether it made the file */
    CALL_READ,
    CALL_WRITE,
    CALL_TRUNCATE,
    CALL_SYNC, /* a file; with_folder: the name of a new journal is synced too */
    CALL_SIZE,
    CALL_LOCK,
    CALL_ACCESS,
    CALL_REMOVE, /* with_folder as above */
    CALL_MOVE,
    CALL_MAKE_FOLDER,
    CALL_SYNC_FOLDER,
    CALL_FILL,
    CALL_KINDS
} CallKind;

typedef struct Call {
    CallKind kind;
    const char *path, *to;
    const void *bytes;
    int64_t at, len;
    bool creating, with_folder;
} Call;

typedef enum Fault { FAULT_NONE, FAULT_IO, FAULT_FULL, FAULT_READ_ONLY } Fault;

typedef struct Watch {
    Fault (*before)(const Call *call, void *data); /* NULL: nothing fails */
    void (*after)(const Call *call, void *data);   /* of calls that worked; may be NULL */
    void *data;
} Watch;

/* Options of a store that lives on the shim; its reserve is a file with a hole, its WAL has little
 * room. */
StoreOptions shim_options(const char *folder);
void shim_watch(const Watch *watch); /* NULL: none. Must outlive the watching. */

/* Fails call number n (from 1), and all later ones when staying. Calls that a full disk cannot hit
 * are neither counted nor failed for FAULT_FULL. */
typedef struct FailAt {
    Fault fault;
    bool staying;
    int n, seen;
    int failed; /* how many did */
} FailAt;
Watch shim_fail_at(FailAt *plan);

/* How many calls of each kind, and of syncs to any file or folder. */
typedef struct Counts {
    int of[CALL_KINDS];
} Counts;
Watch shim_count(Counts *counts);

#endif
