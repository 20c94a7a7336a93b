/* Names of errors and the way from errno to them. */
#include "base/err.h"

#include <assert.h>
#include <errno.h>

const char *err_name(Err err) {
    static const char *const names[ERR_COUNT] = {
        [OK] = "ok",
        [ERR_NOT_FOUND] = "not_found",
        [ERR_NO_ACCESS] = "no_access",
        [ERR_READ_ONLY] = "read_only",
        [ERR_FULL] = "full",
        [ERR_GONE] = "gone",
        [ERR_IO] = "io",
        [ERR_TOO_BIG] = "too_big",
        [ERR_DAMAGED] = "damaged",
        [ERR_NOT_OURS] = "not_ours",
        [ERR_NEWER] = "newer",
        [ERR_BUSY] = "busy",
        [ERR_WAIT] = "wait",
    };
    assert(err >= OK && err < ERR_COUNT);
    return names[err];
}

Err err_from_errno(int number) {
    switch (number) {
    case 0:
        return OK;
    case ENOENT:
    case ENOTDIR:
        return ERR_NOT_FOUND;
    case EACCES:
    case EPERM:
        return ERR_NO_ACCESS;
    case EROFS:
        return ERR_READ_ONLY;
    case ENOSPC:
    case EDQUOT:
        return ERR_FULL;
    case ENODEV:
    case ENXIO:
        return ERR_GONE;
    case EFBIG:
    case ENAMETOOLONG:
        return ERR_TOO_BIG;
    case EBUSY:
    case ETXTBSY:
        return ERR_BUSY;
    default:
        return ERR_IO;
    }
}
