/* Stands in front of SDL in the program that is looked at: adds one byte to the file PRESENTS for
 * each time a picture is pushed to the panel. With STOP_AT_FIRST the program halts behind the first
 * of them, until it is told to go on. */
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

struct SDL_Window;
struct SDL_Rect;
typedef int Update(struct SDL_Window *window, const struct SDL_Rect *rects, int count);

int SDL_UpdateWindowSurfaceRects(struct SDL_Window *window, const struct SDL_Rect *rects,
                                 int count);

int SDL_UpdateWindowSurfaceRects(struct SDL_Window *window, const struct SDL_Rect *rects,
                                 int count) {
    const char *name = getenv("PRESENTS");
    int file = name ? open(name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    if (file < 0 || write(file, ".", 1) != 1 || close(file) != 0) {
        abort();
    }
    Update *update;
    *(void **)&update = dlsym(RTLD_NEXT, "SDL_UpdateWindowSurfaceRects");
    int code = update(window, rects, count);
    static bool stopped;
    if (!stopped && getenv("STOP_AT_FIRST")) {
        stopped = true;
        raise(SIGSTOP);
    }
    return code;
}
