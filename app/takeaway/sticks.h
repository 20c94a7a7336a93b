/* USB sticks as the program sees them: what is in, and what state it is in.
 *
 * Two backends behind one table: folders (each folder in a folder is a stick: tests, desktops) and
 * UDisks2 (the board). A backend watches in its own thread and calls notify when something changed;
 * everything else is called from one thread. */
#ifndef TAKEAWAY_STICKS_H
#define TAKEAWAY_STICKS_H

#include "base/err.h"

#include <limits.h>
#include <stdbool.h>

typedef enum StickState {
    STICK_READY,     /* mounted, we may write */
    STICK_READ_ONLY, /* locked */
    STICK_BLANK,     /* no file system at all */
    STICK_UNUSABLE,  /* one that we do not use, or cannot read */
    STICK_SAFE       /* finished with: may be pulled */
} StickState;

enum { STICKS_MOST = 8, STICK_NAME_SIZE = 64 };

typedef struct Stick {
    char id[STICK_NAME_SIZE]; /* of the backend; never shown */
    StickState state;
    char path[PATH_MAX]; /* where its files are, when ready or read-only */
} Stick;

typedef struct Sticks Sticks;

typedef void StickNotify(void *user); /* from the backend's thread: wake the loop, no more */

/* Each folder in dir is a stick, but for those whose name begins with a dot: taking a stick out is
 * hiding or removing its folder. A folder that its owner may not write to is a locked stick; one
 * that its owner may not read is a stick that we cannot use, one without any rights a blank one. */
Err sticks_open_folder(const char *dir, StickNotify *notify, void *user, Sticks **out);

/* USB sticks with a vfat or exfat file system, by UDisks2 on the system bus; they are mounted as
 * they come. ERR_NOT_FOUND: there is no such bus. */
Err sticks_open_udisks(StickNotify *notify, void *user, Sticks **out);

void sticks_close(Sticks *sticks); /* NULL is fine */

/* The sticks that are in now. */
int sticks_list(Sticks *sticks, Stick out[STICKS_MOST]);

/* Asked with the path at which a stick is mounted again, read-only. */
typedef Err StickCheck(void *user, const char *path);

/* Unmounts and ejects (may block: run in the worker; listing meanwhile is fine). After OK the stick
 * is STICK_SAFE until it is pulled. ERR_GONE: it was pulled before that.
 *
 * Between the two the stick is mounted once more, read-only, and check is asked: what it sees comes
 * from the stick and not from memory. Unless it says OK the stick is not safe, and what it said is
 * returned. Where the system does not let us mount it so, check is not asked; it may be NULL. */
Err sticks_finish(Sticks *sticks, const char *id, StickCheck *check, void *user);

/* The same without a check. */
Err sticks_release(Sticks *sticks, const char *id);

#endif
