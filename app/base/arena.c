/* A chain of blocks; each new one is at least twice the one before, so there are few. */
#include "base/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ArenaBlock {
    ArenaBlock *older;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
};

enum { FIRST_BLOCK = 16 * 1024 };

static void add_block(Arena *arena, size_t least) {
    size_t size = arena->block ? arena->block->size * 2 : FIRST_BLOCK;
    while (size < least) {
        size *= 2;
    }
    ArenaBlock *block = calloc(1, sizeof *block + size);
    if (!block) {
        abort();
    }
    block->size = size;
    block->older = arena->block;
    arena->block = block;
}

void *arena_take(Arena *arena, size_t size) {
    assert(size < (size_t)1 << 30);
    size_t align = alignof(max_align_t);
    size = (size + align - 1) / align * align;
    if (!arena->block || arena->block->size - arena->block->used < size) {
        add_block(arena, size);
    }
    void *taken = arena->block->bytes + arena->block->used;
    arena->block->used += size;
    return taken;
}

char *arena_copy(Arena *arena, const char *text, size_t len) {
    char *copy = arena_take(arena, len + 1);
    if (len > 0) {
        memcpy(copy, text, len);
    }
    return copy;
}

char *arena_print(Arena *arena, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    assert(len >= 0);
    char *text = arena_take(arena, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return text;
}

void arena_reset(Arena *arena) {
    ArenaBlock *newest = arena->block;
    if (!newest) {
        return;
    }
    Arena older = {newest->older};
    arena_done(&older);
    newest->older = NULL;
    explicit_bzero(newest->bytes, newest->used);
    newest->used = 0;
}

void arena_done(Arena *arena) {
    while (arena->block) {
        ArenaBlock *block = arena->block;
        arena->block = block->older;
        explicit_bzero(block->bytes, block->used);
        free(block);
    }
}
