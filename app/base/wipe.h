/* Overwriting what may hold a person's words. The compiler never leaves it out. */
#ifndef BASE_WIPE_H
#define BASE_WIPE_H

#include <stddef.h>

/* Zeros over size bytes; at may be NULL when size is 0. */
void wipe(void *at, size_t size);

/* Zeros over what calls that ended have left beneath the caller's own frame: libraries that are
 * bound late save registers there, and with them whatever was just copied. */
void wipe_stack(void);

#endif
