/* Overwriting what may hold a person's words. The compiler never leaves it out. */
#ifndef BASE_WIPE_H
#define BASE_WIPE_H

#include <stddef.h>

/* Zeros over size bytes; at may be NULL when size is 0. */
void wipe(void *at, size_t size);

#endif
