/* A chain of blocks; each new one is at least twice the one before, so there are few. */
#include "base/arena.h"
#include "base/wipe.h"

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

static void *take(Arena *arena, size_t size, size_t align) {
    assert(size < (size_t)1 << 30);
    ArenaBlock *block = arena->block;
    size_t from = block ? (block->used + align - 1) / align * align : 0;
    if (!block || block->size < from || block->size - from < size) {
        add_block(arena, size);
        block = arena->block;
        from = 0;
    }
    block->used = from + size;
    return block->bytes + from;
}

void *arena_take(Arena *arena, size_t size) {
    return take(arena, size, alignof(max_align_t));
}

char *arena_text(Arena *arena, size_t size) {
    return take(arena, size, 1);
}

char *arena_copy(Arena *arena, const char *text, size_t len) {
    char *copy = arena_text(arena, len + 1);
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
    char *text = arena_text(arena, (size_t)len + 1);
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
    wipe(newest->bytes, newest->used);
    newest->used = 0;
}

void arena_done(Arena *arena) {
    while (arena->block) {
        ArenaBlock *block = arena->block;
        arena->block = block->older;
        wipe(block->bytes, block->used);
        free(block);
    }
}
