/* Every block of memory that anybody in this program gives back is overwritten first.
 *
 * Words pass through libraries that give memory back as it is and take no allocator of ours, such
 * as minizip on the way to a stick, FreeType and HarfBuzz on the way to the screen. So the program
 * brings its own free, in front of the C library's, which does all the rest. A build with the
 * sanitizer keeps the sanitizer's (it can be told to fill: max_free_fill_size). */
#if defined(__GLIBC__) || defined(__linux__)
#include <features.h>
#endif

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
#include "base/wipe.h"

#include <errno.h>
#include <malloc.h>
#include <stddef.h>
#include <string.h>

/* What the C library calls its own. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t nmemb, size_t size);
void __libc_free(void *block);

void *malloc(size_t size) {
    return __libc_malloc(size);
}

void *calloc(size_t nmemb, size_t size) {
    return __libc_calloc(nmemb, size);
}

void free(void *ptr) {
    if (ptr) {
        int kept = errno;
        wipe(ptr, malloc_usable_size(ptr));
        __libc_free(ptr);
        errno = kept;
    }
}

/* Never in place: a block that shrinks or moves would leave its end or itself behind. */
void *realloc(void *ptr, size_t size) {
    if (!ptr) {
        return malloc(size);
    }
    if (size == 0) {
        free(ptr);
        return NULL;
    }
    size_t had = malloc_usable_size(ptr);
    void *moved = malloc(size);
    if (moved) {
        memcpy(moved, ptr, had < size ? had : size);
        free(ptr);
    }
    return moved;
}
#else
typedef int nothing_to_wipe; /* a file of C is never empty */
#endif
