/* On FAT a name and the room of its file are taken away in two places, and a pull may come between.
 * If the room goes first, a name is left whose room is given to the next file: taking that name
 * away later would cut the other file off. So names go first. A file that is still held when its
 * name goes keeps its room until it is let go of, and that is done when the stick has no name of it
 * left. What a pull can then leave is room that belongs to nobody. */
#include "takeaway/clear_up.h"

#include <errno.h>
#include <fcntl.h>

int clear_up_name(ClearUp *clear_up, const char *name) {
    if (clear_up->count == CLEAR_UP_MOST) {
        return 0;
    }
    /* O_PATH holds it and opens nothing, whatever it turns out to be. */
    int fd = clear_up->calls->openat(clear_up->folder, name, O_PATH | O_NOFOLLOW | O_CLOEXEC, 0);
    if (fd < 0) {
        return errno == ENOENT ? 0 : errno;
    }
    clear_up->held[clear_up->count++] = fd;
    clear_up->calls->unlinkat(clear_up->folder, name, 0);
    return 0;
}

int clear_up_end(ClearUp *clear_up) {
    int wrong = clear_up->count > 0 && clear_up->calls->fsync(clear_up->folder) != 0 ? errno : 0;
    while (clear_up->count > 0) {
        clear_up->calls->close(clear_up->held[--clear_up->count]);
    }
    return wrong;
}
