/* Speed of the checker, for check_bench.sh: sentences a second, time to load, and what the number
 * of cues costs.
 *
 *   check_bench FILE          checks every line again and again, prints figures
 *   check_bench FILE CUES N   checks every line N times with that many made-up cues on top of a
 *                             small core: to be counted by callgrind, prints nothing */
#include "library/check_rules.h"

#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { FILE_MOST = 64 << 20, LINES_MOST = 20000, ROUNDS = 7, CUE_SIZE = 32 };

static struct {
    const char *text;
    size_t len;
} lines[LINES_MOST];
static int line_count;
static size_t byte_count;

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void cut_lines(char *bytes) {
    for (char *save, *line = strtok_r(bytes, "\n", &save); line && line_count < LINES_MOST;
         line = strtok_r(NULL, "\n", &save)) {
        lines[line_count].text = line;
        lines[line_count].len = strlen(line);
        byte_count += lines[line_count++].len;
    }
}

static int check_all(const Rules *rules) {
    int good = 0;
    for (int i = 0; i < line_count; i++) {
        Checked checked;
        check_text(rules, lines[i].text, lines[i].len, &checked);
        good += checked.good;
    }
    return good;
}

/* A lexicon of cues that never match, so that only their number differs. */
static void grown(int cues, int times) {
    Arena arena = {0};
    Rules *rules = rules_new(&arena);
    rules_add(rules, W_WILL, "will", 4, NULL);
    rules_add(rules, W_TO, "to", 2, NULL);
    for (int i = 0; i < cues; i++) {
        char cue[CUE_SIZE];
        int len = snprintf(cue, sizeof cue, i % 2 ? "zq%dx" : "zq%d yj%d", i, i);
        rules_add(rules, i % 3 ? W_SEEN : W_HELP, cue, (size_t)len, NULL);
    }
    for (int i = 0; i < times; i++) {
        check_all(rules);
    }
    arena_done(&arena);
}

int main(int argc, char **argv) {
    Buf bytes = {0}, problems = {0};
    if (argc < 2 || file_read(argv[1], FILE_MOST, &bytes) != OK) {
        fprintf(stderr, "usage: check_bench FILE [CUES TIMES]\n");
        return 2;
    }
    cut_lines(bytes.bytes);
    if (argc == 4) {
        grown(atoi(argv[2]), atoi(argv[3]));
        buf_done(&bytes);
        return 0;
    }
    double first = 0, load = 1e9, best = 1e9;
    Arena arena = {0};
    Rules *rules = NULL;
    for (int i = 0; i < ROUNDS; i++) {
        arena_done(&arena);
        double from = seconds();
        if (check_rules_load(&arena, "content/en", &problems, &rules) != OK) {
            fprintf(stderr, "%s", buf_string(&problems));
            return 3;
        }
        double took = seconds() - from;
        first = i == 0 ? took : first;
        load = took < load ? took : load;
    }
    for (int i = 0; i < ROUNDS; i++) {
        double from = seconds();
        check_all(rules);
        double took = seconds() - from;
        best = took < best ? took : best;
    }
    printf("sentences %d\nseconds %.5f\nper_second %.0f\nns_per_byte %.1f\nload_ms %.2f\n"
           "first_load_ms %.2f\nentries %d\n",
           line_count, best, line_count / best, best * 1e9 / (double)byte_count, load * 1e3,
           first * 1e3, rules_count(rules));
    arena_done(&arena);
    buf_done(&bytes);
    buf_done(&problems);
    return 0;
}
