/* Looks through what another process may write, for byte strings. Apart from the tests that ask, so
 * that it can be quick: one pass over the memory whatever is looked for.
 *
 *   search_process PID     lines on standard input: NAME, a tab, the bytes in hexadecimal
 *
 * Prints 'NAME, tab, address, tab, region' for each place, then 'looked' and the number of bytes.
 * Exit 1 when it may not look. */
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    WANTED_MOST = 64,
    NAME_SIZE = 128,
    BYTES_MOST = 256,
    LINE_SIZE = 1024,
    PIECE = 1 << 20,
    PAIRS = 1 << 16,
    HEX = 16
};

typedef struct Wanted {
    char name[NAME_SIZE];
    unsigned char bytes[BYTES_MOST];
    size_t len;
} Wanted;

static Wanted wanted[WANTED_MOST];
static int wanted_count;
static bool begins[PAIRS]; /* by the first two bytes of what is looked for */
static unsigned char piece[PIECE];

static size_t pair_at(const unsigned char *bytes) {
    return (size_t)bytes[0] << 8 | bytes[1];
}

static void add(const char *line) {
    Wanted *one = &wanted[wanted_count];
    const char *tab = strchr(line, '\t');
    if (!tab || wanted_count == WANTED_MOST || tab - line >= NAME_SIZE) {
        abort();
    }
    memcpy(one->name, line, (size_t)(tab - line));
    char digits[3] = "";
    for (const char *at = tab + 1; at[0] > ' ' && at[1] > ' ' && one->len < BYTES_MOST; at += 2) {
        memcpy(digits, at, 2);
        one->bytes[one->len++] = (unsigned char)strtoul(digits, NULL, HEX);
    }
    if (one->len < 2) {
        abort();
    }
    begins[pair_at(one->bytes)] = true;
    wanted_count++;
}

static void compare(size_t at, size_t len, unsigned long address, const char *region) {
    for (int i = 0; i < wanted_count; i++) {
        const Wanted *one = &wanted[i];
        if (one->len <= len - at && memcmp(piece + at, one->bytes, one->len) == 0) {
            printf("%s\t%lx\t%s\n", one->name, address + at, region);
        }
    }
}

/* Pieces overlap by as much as may be looked for, so that nothing lies across an edge unseen. */
static unsigned long long search(int memory, unsigned long from, unsigned long to,
                                 const char *region) {
    unsigned long long looked = 0;
    for (unsigned long at = from; at < to; at += PIECE - BYTES_MOST) {
        size_t size = to - at < PIECE ? to - at : PIECE;
        ssize_t got = pread(memory, piece, size, (off_t)at);
        if (got < 2) {
            break;
        }
        size_t len = (size_t)got;
        looked += len;
        for (size_t i = 0; i + 1 < len; i++) {
            if (begins[pair_at(piece + i)]) {
                compare(i, len, at, region);
            }
        }
    }
    return looked;
}

int main(int count, char *words[]) {
    char name[64], line[LINE_SIZE];
    while (fgets(line, sizeof line, stdin)) {
        add(line);
    }
    if (count != 2) {
        return 2;
    }
    snprintf(name, sizeof name, "/proc/%s/maps", words[1]);
    FILE *maps = fopen(name, "r");
    snprintf(name, sizeof name, "/proc/%s/mem", words[1]);
    int memory = open(name, O_RDONLY | O_CLOEXEC);
    if (!maps || memory < 0) {
        return 1;
    }
    unsigned long long looked = 0;
    while (fgets(line, sizeof line, maps)) {
        enum { SHADOW_GB = 4 }; /* of a sanitizer: larger than all else, and no words in it */
        char *rest = NULL;
        unsigned long from = strtoul(line, &rest, HEX), to = strtoul(rest + 1, &rest, HEX);
        line[strcspn(line, "\n")] = '\0';
        const char *region = strpbrk(rest, "/[");
        if (strncmp(rest, " rw", 3) == 0 && to - from <= (unsigned long)SHADOW_GB << 30) {
            looked += search(memory, from, to, region ? region : "unnamed");
        }
    }
    printf("looked\t%llu\n", looked);
    fclose(maps);
    close(memory);
    return 0;
}
