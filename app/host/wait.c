/* Owns the descriptors slept on: the bell that wait_wake rings, and either the X connection or
 * our own openings of the input devices. Each opening has a queue of its own, so SDL still gets
 * its copy; ours is thrown away and only wakes us. */
#include "host/wait.h"

#include "host/devices.h"

#include <SDL_syswm.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

enum {
    MS_PER_S = 1000,
    NS_PER_MS = 1000000,
    OWN_FDS = 1, /* the bell */
    FDS_MOST = OWN_FDS + DEVICES_FDS,
    /* After a device spoke SDL may get its copy a moment later: look again this often. */
    LOOKS = 4,
    LOOK_MS = 2,
    /* A new device is first ours and then, when udev has named it, SDL's. */
    PLUG_LOOKS = 20,
    PLUG_LOOK_MS = 100
};

struct Wait {
    int bell;
    int display;      /* the X connection, or -1 */
    bool by_sdl;      /* wayland: its own wait is the only one that knows its protocol */
    Devices *devices; /* NULL where the display brings the input */
    sigset_t asleep, before;
    int looks, look_ms;
    bool unplugged;
};

int64_t wait_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * MS_PER_S + now.tv_nsec / NS_PER_MS;
}

static bool driver_is(const char *name) {
    return strcmp(SDL_GetCurrentVideoDriver(), name) == 0;
}

static int x_connection(SDL_Window *window) {
#ifdef SDL_VIDEO_DRIVER_X11
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (SDL_GetWindowWMInfo(window, &info) && info.subsystem == SDL_SYSWM_X11) {
        return ConnectionNumber(info.info.x11.display);
    }
#endif
    (void)window;
    return -1;
}

Wait *wait_open(SDL_Window *window) {
    Wait *wait = calloc(1, sizeof *wait);
    if (wait == NULL) {
        abort();
    }
    wait->bell = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (wait->bell < 0) {
        abort(); /* no descriptors left at the start */
    }
    wait->display = x_connection(window);
    wait->by_sdl = driver_is("wayland") || (driver_is("x11") && wait->display < 0);
    if (driver_is("KMSDRM") || driver_is("evdev")) {
        wait->devices = devices_open("/dev/input");
    }
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(wait->by_sdl ? SIG_UNBLOCK : SIG_BLOCK, &ends, &wait->before);
    wait->asleep = wait->before;
    sigdelset(&wait->asleep, SIGTERM);
    sigdelset(&wait->asleep, SIGINT);
    return wait;
}

void wait_close(Wait *wait) {
    if (wait == NULL) {
        return;
    }
    pthread_sigmask(SIG_SETMASK, &wait->before, NULL);
    devices_close(wait->devices);
    close(wait->bell);
    free(wait);
}

void wait_wake(Wait *wait) {
    uint64_t one = 1;
    ssize_t ignored = write(wait->bell, &one, sizeof one); /* full means it rings already */
    (void)ignored;
    if (wait->by_sdl) {
        SDL_Event event = {.type = SDL_USEREVENT};
        SDL_PushEvent(&event);
    }
}

bool wait_woken(Wait *wait) {
    uint64_t rings = 0;
    return read(wait->bell, &rings, sizeof rings) == sizeof rings;
}

bool wait_unplugged(Wait *wait) {
    bool unplugged = wait->unplugged;
    wait->unplugged = false;
    return unplugged;
}

bool wait_refused(const Wait *wait) {
    return wait->devices != NULL && devices_refused(wait->devices);
}

static void sleep_by_sdl(int64_t until_ms) {
    int64_t left = until_ms < 0 ? -1 : until_ms - wait_now();
    if (until_ms >= 0 && left <= 0) {
        return;
    }
    SDL_WaitEventTimeout(NULL, left > INT32_MAX ? INT32_MAX : (int)left);
}

/* The sooner of the deadline and the next look at devices that just spoke. */
static int64_t next_look(Wait *wait, int64_t until_ms) {
    if (wait->looks == 0) {
        return until_ms;
    }
    wait->looks--;
    int64_t look = wait_now() + wait->look_ms;
    return until_ms >= 0 && until_ms < look ? until_ms : look;
}

static void look_again(Wait *wait, int looks, int look_ms) {
    if (wait->looks * wait->look_ms < looks * look_ms) {
        wait->looks = looks;
        wait->look_ms = look_ms;
    }
}

void wait_sleep(Wait *wait, int64_t until_ms) {
    if (wait->by_sdl) {
        sleep_by_sdl(until_ms);
        return;
    }
    struct pollfd fds[FDS_MOST] = {{.fd = wait->bell, .events = POLLIN}};
    int count = OWN_FDS;
    if (wait->display >= 0) {
        fds[count++] = (struct pollfd){.fd = wait->display, .events = POLLIN};
    }
    int first_device = count;
    if (wait->devices != NULL) {
        count += devices_poll_list(wait->devices, fds + count);
    }
    until_ms = next_look(wait, until_ms);
    struct timespec left = {0, 0}, *timeout = NULL;
    if (until_ms >= 0) {
        int64_t ms = until_ms - wait_now();
        if (ms > 0) {
            left = (struct timespec){ms / MS_PER_S, ms % MS_PER_S * NS_PER_MS};
        }
        timeout = &left;
    }
    if (ppoll(fds, (nfds_t)count, timeout, &wait->asleep) <= 0 || wait->devices == NULL) {
        return;
    }
    DevicesNews news = devices_drain(wait->devices, fds + first_device);
    wait->unplugged = wait->unplugged || news.gone;
    if (news.plugged) {
        look_again(wait, PLUG_LOOKS, PLUG_LOOK_MS);
    } else if (news.spoke) {
        look_again(wait, LOOKS, LOOK_MS);
    }
}
