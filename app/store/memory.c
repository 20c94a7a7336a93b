/* Blocks of malloc with their size in front, wiped before they go back. */
#include "store/memory.h"
#include "base/json.h"
#include "base/wipe.h"

#include <sqlite3.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct Head {
    alignas(max_align_t) size_t size;
} Head;

static bool (*gate)(size_t size);

void memory_set_gate(bool (*allow)(size_t size)) {
    gate = allow;
}

static Head *head_of(const void *block) {
    return (Head *)block - 1;
}

void *memory_take(size_t size) {
    if (size > SIZE_MAX - sizeof(Head) || (gate && !gate(size))) {
        return NULL;
    }
    Head *head = malloc(sizeof *head + size);
    if (!head) {
        return NULL;
    }
    head->size = size;
    return head + 1;
}

void *memory_take_zeroed(size_t count, size_t size) {
    if (size > 0 && count > SIZE_MAX / size) {
        return NULL;
    }
    void *block = memory_take(count * size);
    if (block) {
        memset(block, 0, count * size);
    }
    return block;
}

void memory_give(void *block) {
    if (block) {
        Head *head = head_of(block);
        wipe(block, head->size);
        free(head);
    }
}

void *memory_resize(void *block, size_t size) {
    if (!block) {
        return memory_take(size);
    }
    size_t before = memory_size(block);
    void *moved = memory_take(size); /* never realloc: it leaves a copy behind */
    if (moved) {
        memcpy(moved, block, before < size ? before : size);
        memory_give(block);
    }
    return moved;
}

size_t memory_size(const void *block) {
    return block ? head_of(block)->size : 0;
}

static void *sqlite_take(int size) {
    return memory_take((size_t)size);
}

static void *sqlite_resize(void *block, int size) {
    return memory_resize(block, (size_t)size);
}

static int sqlite_size(void *block) {
    return (int)memory_size(block);
}

static int sqlite_round_up(int size) {
    enum { STEP = 8 };
    return (size + STEP - 1) / STEP * STEP;
}

static int sqlite_start(void *unused) {
    (void)unused;
    return SQLITE_OK;
}

static void sqlite_stop(void *unused) {
    (void)unused;
}

bool memory_install(void) {
    static bool installed;
    if (!installed) {
        static const sqlite3_mem_methods methods = {
            .xMalloc = sqlite_take,
            .xFree = memory_give,
            .xRealloc = sqlite_resize,
            .xSize = sqlite_size,
            .xRoundup = sqlite_round_up,
            .xInit = sqlite_start,
            .xShutdown = sqlite_stop,
        };
        installed = sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) == SQLITE_OK;
        json_set_memory(memory_take, memory_give);
    }
    return installed;
}
