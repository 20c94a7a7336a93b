/* Opens the store as its owner and clears one setting. No draft is touched. */
#include "reset_pin.h"
#include "store/store.h"
#include "visit/staff.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { EXIT_NO = 1, EXIT_COULD_NOT = 3 };

static int refuse(int code, const char *data, const char *why) {
    fprintf(stderr, "talking-points: the data folder '%s' %s.\n", data, why);
    return code;
}

int reset_pin(const Options *options) {
    struct stat about;
    if (stat(options->data, &about) != 0 || !S_ISDIR(about.st_mode)) {
        return refuse(EXIT_NO, options->data, "is not there; name it with --data");
    }
    /* The administrator acts as the owner, so that no file changes hands. */
    bool owner = about.st_uid == geteuid() ||
                 (geteuid() == 0 && setegid(about.st_gid) == 0 && seteuid(about.st_uid) == 0);
    if (!owner) {
        return refuse(EXIT_NO, options->data,
                      "belongs to another user; ask the administrator of this machine");
    }
    Store *store = NULL;
    StoreOptions asked = {.folder = options->data};
    Err err = store_open(&asked, NULL, &store);
    if (err == ERR_BUSY) {
        return refuse(EXIT_COULD_NOT, options->data, "is in use; stop the kiosk first");
    }
    if (err == OK) {
        err = staff_forget_pin(store);
    }
    store_close(store);
    if (err != OK) {
        return refuse(EXIT_COULD_NOT, options->data, "cannot be used");
    }
    puts("The staff PIN is cleared. Hold the mark on Home for 3 seconds to choose a new one.");
    return 0;
}
