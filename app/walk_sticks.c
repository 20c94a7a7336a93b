/* Sticks of a walk: folders that are shown and hidden.
 *
 *   stick in NAME       the folder NAME of the sticks is there; made when it is new
 *   stick out           it is not
 *   stick torn NAME     it is put in, and pulled as soon as the first of its files is written: what
 *                       was begun then stays behind, torn */
#include "walk_inside.h"

#include "base/file.h"
#include "base/text.h"
#include "takeaway/names.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static void stick_paths(const Walk *walk, char path[PATH_MAX], char hidden[PATH_MAX]) {
    snprintf(path, PATH_MAX, "%.3000s/%s", walk->sticks, walk->stick);
    snprintf(hidden, PATH_MAX, "%.3000s/.%s", walk->sticks, walk->stick);
}

/* The sticks are watched by a thread of their own, which may not have heard yet that this one had
 * been out since it was safe to take out. */
static void wait_for_watcher(const Walk *walk) {
    enum { ROUNDS = 5000 };
    const struct timespec millisecond = {.tv_nsec = 1000000};
    for (int round = 0; round < ROUNDS; round++) {
        Stick sticks[STICKS_MOST];
        int count = sticks_list(walk->app->sticks, sticks);
        bool late = false;
        for (int i = 0; i < count; i++) {
            late =
                late || (strcmp(sticks[i].id, walk->stick) == 0 && sticks[i].state == STICK_SAFE);
        }
        if (!late) {
            return;
        }
        nanosleep(&millisecond, NULL);
    }
}

static bool put_in(Walk *walk, const char *name) {
    char path[PATH_MAX], hidden[PATH_MAX];
    text_set(walk->stick, sizeof walk->stick, name);
    stick_paths(walk, path, hidden);
    if (rename(hidden, path) != 0 && !file_is_folder(path) && mkdir(path, 0700) != 0) {
        return walk_fail(walk, "the stick cannot be put in: %s", strerror(errno));
    }
    wait_for_watcher(walk);
    return true;
}

static bool take_out(Walk *walk) {
    char path[PATH_MAX], hidden[PATH_MAX];
    if (!walk->stick[0]) {
        return walk_fail(walk, "no stick is in");
    }
    stick_paths(walk, path, hidden);
    walk->stick[0] = '\0';
    return rename(path, hidden) == 0 ||
           walk_fail(walk, "the stick cannot be taken out: %s", strerror(errno));
}

/* Told, like the screen, of each file that is done. */
static void pull_while_written(void *given) {
    Walk *walk = given;
    char path[PATH_MAX], hidden[PATH_MAX], torn[PATH_MAX], name[STICK_FILE_NAME_SIZE];
    if (!walk->stick_tears) {
        return;
    }
    walk->stick_tears = false;
    stick_paths(walk, path, hidden);
    file_name(1, "json", true, name);
    snprintf(torn, sizeof torn, "%.3000s/" STICK_FOLDER "/%s", path, name);
    int fd = open(torn, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0 || write(fd, "{", 1) != 1) {
        walk_fail(walk, "nothing torn could be left behind");
    }
    close(fd);
    take_out(walk);
}

void walk_hold_stick(Walk *walk) {
    walk->app->job.progress = pull_while_written;
    walk->app->job.user = walk;
}

bool walk_stick(Walk *walk, const char *what) {
    bool done;
    if (strcmp(what, "out") == 0) {
        done = take_out(walk);
    } else if (text_starts(what, "in ")) {
        done = put_in(walk, what + strlen("in "));
    } else if (text_starts(what, "torn ")) {
        walk->stick_tears = true;
        done = put_in(walk, what + strlen("torn "));
    } else {
        done = walk_fail(walk, "a stick goes 'in NAME', 'torn NAME' or 'out', not '%s'", what);
    }
    if (done) {
        app_sticks_changed(walk->app);
        walk_settle(walk);
    }
    return done;
}
