/* One allocator that wipes what is given back: for SQLite, SDL and cJSON.
 *
 * Those libraries free without wiping, and pieces of a parent's words pass through them. Each block
 * carries its size, so that giving it back can overwrite every byte of it. Not for our own rooms:
 * Buf, Arena and Draft wipe themselves. Not thread-safe in itself beyond what malloc is. */
#ifndef STORE_MEMORY_H
#define STORE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* The four of malloc's family, in the shape that SDL_SetMemoryFunctions takes. NULL when there is
 * no memory. */
void *memory_take(size_t size);
void *memory_take_zeroed(size_t count, size_t size);
void *memory_resize(void *block, size_t size);
void memory_give(void *block);

/* Bytes that were asked for. */
size_t memory_size(const void *block);

/* Makes SQLite and cJSON use it. Once, before the first call of either; later calls do nothing.
 * store_open calls it too. False when SQLite was already running with another allocator. */
bool memory_install(void);

/* Seam for tests: asked before each block is made; false makes that one fail. NULL: never. */
void memory_set_gate(bool (*allow)(size_t size));

#endif
