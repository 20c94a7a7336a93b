/* The program's own free: whatever is given back is zero from then on, whoever took it, and the C
 * library goes on working. Built without the sanitizer, which would bring a free of its own. */
#include <assert.h>
#include <errno.h>
#include <malloc.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { OWN = 16 /* bytes of a free block that the C library uses for itself */, MARK = 0x5a };

/* A block that is not ours any more is looked at by its number. */
static int marks_at(volatile uintptr_t place, size_t size) {
    const volatile unsigned char *bytes = (const volatile unsigned char *)place;
    int count = 0;
    for (size_t i = OWN; i < size; i++) {
        count += bytes[i] == MARK;
    }
    return count;
}

static uintptr_t marked(void *block, size_t size) {
    assert(block);
    memset(block, MARK, size);
    return (uintptr_t)block;
}

static void check_freed(void *block, size_t size) {
    volatile uintptr_t place = marked(block, size);
    assert(marks_at(place, size) > 0); /* able to find them */
    errno = EXDEV;
    free(block);
    assert(errno == EXDEV);
    assert(marks_at(place, size) == 0);
}

static void each_way_of_taking(void) {
    static const size_t sizes[] = {24, 100, 1000, 5000, 100000}; /* larger ones leave the process */
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        size_t size = sizes[i];
        void *aligned = NULL;
        check_freed(malloc(size), size);
        check_freed(calloc(1, size), size);
        check_freed(realloc(NULL, size), size);
        check_freed(reallocarray(NULL, size, 1), size);
        assert(posix_memalign(&aligned, 256, size) == 0);
        check_freed(aligned, size);
        check_freed(memalign(4096, size), size);
    }
    free(NULL);
    check_freed(strdup("some words of a family, taken by the C library"), 40);
    char *line = NULL;
    size_t room = 0;
    FILE *file = tmpfile();
    assert(file && fputs("a line that is read\n", file) >= 0);
    rewind(file);
    assert(getline(&line, &room, file) > 0);
    fclose(file);
    check_freed(line, room);
}

/* Larger, smaller, moved: the bytes come along, and nothing stays behind. */
static void growing_and_shrinking(void) {
    static const size_t sizes[] = {40, 4000, 80, 30000, 24};
    unsigned char *block = malloc(sizes[0]);
    volatile uintptr_t place = marked(block, sizes[0]);
    for (size_t i = 1; i < sizeof sizes / sizeof sizes[0]; i++) {
        size_t had = sizes[i - 1], now = sizes[i], both = had < now ? had : now;
        block = realloc(block, now);
        assert(block);
        for (size_t at = 0; at < both; at++) {
            assert(block[at] == MARK);
        }
        if ((uintptr_t)block != place) {
            assert(marks_at(place, had) == 0);
        }
        place = marked(block, now);
    }
    assert(realloc(block, 0) == NULL);
    assert(marks_at(place, 24) == 0);
    block = calloc(3, 8);
    for (int i = 0; i < 24; i++) {
        assert(block[i] == 0);
    }
    volatile size_t too_much = SIZE_MAX / 2;
    memset(block, MARK, 24);
    assert(realloc(block, too_much) == NULL && block[23] == MARK); /* still ours, still whole */
    free(block);
}

/* Four at once, each sure of its own blocks. */
static void *busy(void *first) {
    enum { ROUNDS = 20000, BLOCKS = 16 };
    unsigned seed = *(unsigned *)first;
    unsigned char *blocks[BLOCKS] = {NULL}, mark = (unsigned char)(seed + 1);
    size_t sizes[BLOCKS] = {0};
    for (int round = 0; round < ROUNDS; round++) {
        int n = (int)(rand_r(&seed) % BLOCKS);
        for (size_t i = 0; i < sizes[n]; i++) {
            assert(blocks[n][i] == mark);
        }
        size_t size = 1 + (size_t)rand_r(&seed) % 300;
        if (round % 3 == 0) {
            free(blocks[n]);
            blocks[n] = malloc(size);
        } else {
            blocks[n] = realloc(blocks[n], size);
        }
        assert(blocks[n]);
        sizes[n] = size;
        memset(blocks[n], mark, size);
    }
    for (int n = 0; n < BLOCKS; n++) {
        free(blocks[n]);
    }
    return NULL;
}

static void threads(void) {
    enum { THREADS = 4 };
    pthread_t thread[THREADS];
    unsigned seed[THREADS];
    for (unsigned i = 0; i < THREADS; i++) {
        seed[i] = i;
        assert(pthread_create(&thread[i], NULL, busy, &seed[i]) == 0);
    }
    for (unsigned i = 0; i < THREADS; i++) {
        assert(pthread_join(thread[i], NULL) == 0);
    }
}

int main(void) {
    each_way_of_taking();
    growing_and_shrinking();
    threads();
    puts("every block was wiped");
    return 0;
}
