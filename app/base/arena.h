/* Memory for many small things that end together: content of a language, a frame's nodes.
 *
 * Blocks come from malloc and are wiped when they go, since anything a parent typed may pass
 * through. Running out of memory stops the program: it restarts and the draft is on disk. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena {
    ArenaBlock *block; /* newest; a zeroed Arena is empty and ready */
} Arena;

/* size bytes, zeroed, aligned for anything; borrowed until reset or done. */
void *arena_take(Arena *arena, size_t size);

/* The same for text, which needs no alignment. */
char *arena_text(Arena *arena, size_t size);

/* A copy of len bytes with a NUL behind them. */
char *arena_copy(Arena *arena, const char *text, size_t len);

/* Formatted text. */
char *arena_print(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Forget all but keep one block for the next round. */
void arena_reset(Arena *arena);

/* Forget all and give the memory back. */
void arena_done(Arena *arena);

#endif
