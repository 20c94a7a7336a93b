/* The reserve: a file that owns a few megabytes of the disk. When the disk is full it is given up,
 * so that the draft which is open can still be saved; new drafts are refused until it stands
 * again. */
#include "store/inside.h"

#include <sys/stat.h>

static const char reserve_name[] = "reserve";

bool reserve_make(Store *store) {
    char path[STORE_PATH];
    store_path(store, reserve_name, path);
    struct stat about;
    store->reserve =
        lstat(path, &about) == 0 && S_ISREG(about.st_mode) && about.st_size >= STORE_RESERVE;
    if (!store->reserve) {
        store->reserve = store->disk->fill(path, STORE_RESERVE) == OK;
    }
    return store->reserve;
}

bool reserve_release(Store *store) {
    char path[STORE_PATH];
    store_path(store, reserve_name, path);
    bool stood = store->reserve;
    store->reserve = false;
    return stood && store->disk->remove(path) == OK;
}
