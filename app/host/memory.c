/* One call of SDL's. */
#include "host/memory.h"

#include <SDL.h>

bool host_set_memory(void *(*take)(size_t size), void *(*take_zeroed)(size_t count, size_t size),
                     void *(*resize)(void *block, size_t size), void (*give)(void *block)) {
    return SDL_SetMemoryFunctions(take, take_zeroed, resize, give) == 0;
}
