/* Where SDL takes its memory from: the caller's, so that it can be wiped when it is given back. */
#ifndef HOST_MEMORY_H
#define HOST_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* Before the first call of anything else here. False when SDL would not take them. */
bool host_set_memory(void *(*take)(size_t size), void *(*take_zeroed)(size_t count, size_t size),
                     void *(*resize)(void *block, size_t size), void (*give)(void *block));

#endif
