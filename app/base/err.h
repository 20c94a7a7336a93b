/* What can go wrong, as things a person can act on.
 *
 * Functions that can fail return Err. The words a person sees for each live in content
 * (strings 'err.NAME', see err_name). On failure outputs are left untouched. */
#ifndef BASE_ERR_H
#define BASE_ERR_H

typedef enum Err {
    OK = 0,
    ERR_NOT_FOUND, /* the thing asked for is not there */
    ERR_NO_ACCESS, /* the file system does not let us */
    ERR_READ_ONLY, /* write-protected */
    ERR_FULL,      /* no room left */
    ERR_GONE,      /* the device left while we used it */
    ERR_IO,        /* the device answers with failures */
    ERR_TOO_BIG,   /* over a limit of ours */
    ERR_DAMAGED,   /* the bytes are not what was written */
    ERR_NOT_OURS,  /* readable, but not made by this program */
    ERR_NEWER,     /* made by a newer version of this program */
    ERR_BUSY,      /* somebody else holds it */
    ERR_WAIT,      /* too many tries: come back later */
    ERR_COUNT
} Err;

/* Short stable name, 'not_found': key for words in content and for logs. Never NULL. */
const char *err_name(Err err);

/* The Err that fits a value of errno. */
Err err_from_errno(int number);

#endif
