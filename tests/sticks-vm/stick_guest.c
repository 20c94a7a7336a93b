/* The program's own code for sticks, in a guest, as the user it would be on the board: one order a
 * line, one line for each thing that happened.
 *
 *   list            says what is in
 *   save ID         one export:  'saved NUMBER MS', or 'not ERR MS'
 *   loop ID         exports until one does not work; then the 'not'
 *   finish ID       unmounts, compares, ejects:  'safe MS' or 'not ERR MS'
 *   plain ID        the same bytes by write and fsync alone: 'plain MS'
 *   find ID         what could be opened again: 'found COUNT NEWEST'
 *
 * Before each export 'writing' says what its files will hold, so that whoever looks at the stick
 * later knows what may be there; 'sticks' says by itself when they have changed. */
#include "base/text.h"
#include "takeaway/calls.h"
#include "takeaway/formats.h"
#include "takeaway/save.h"
#include "takeaway/sticks.h"

#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { HASH = 16, LINE = 4096 };

static Sticks *sticks;
static Library *library;
static Draft draft;
static Buf bytes[SAVE_FILES];
static SaveFile files[SAVE_FILES];
static int file_count, exports, last_number;

static const char *const states[] = {[STICK_READY] = "ready",
                                     [STICK_READ_ONLY] = "read-only",
                                     [STICK_BLANK] = "blank",
                                     [STICK_UNUSABLE] = "unusable",
                                     [STICK_SAFE] = "safe"};

static double milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* From the watcher's thread too: one call a line. */
static void say_sticks(void *user) {
    (void)user;
    Stick in[STICKS_MOST];
    int count = sticks ? sticks_list(sticks, in) : 0;
    char line[LINE];
    size_t used = (size_t)snprintf(line, sizeof line, "sticks");
    for (int i = 0; i < count && used < sizeof line; i++) {
        used += (size_t)snprintf(line + used, sizeof line - used, "\t%s=%s=%s", in[i].id,
                                 states[in[i].state], in[i].path);
    }
    printf("%s\n", line);
}

static const char *path_of(const char *id) {
    static Stick in[STICKS_MOST];
    int count = sticks_list(sticks, in);
    for (int i = 0; i < count; i++) {
        if (strcmp(in[i].id, id) == 0) {
            return in[i].path;
        }
    }
    return "/nowhere";
}

/* Another draft each time: two exports are never equal. */
static void make_files(void) {
    exports++;
    draft_init(&draft);
    text_set(draft.name, sizeof draft.name, "Maya");
    for (int part = 0; part < PART_COUNT; part++) {
        char words[DRAFT_WORDS_SIZE];
        snprintf(words, sizeof words, "What this family says for part %d of export %d", part,
                 exports);
        draft_set_words(&draft, 0, (Part)part, words);
    }
    file_count = 0;
    char line[LINE];
    size_t used = (size_t)snprintf(line, sizeof line, "writing");
    for (const Format *format = formats; format->suffix; format++) {
        Buf *out = &bytes[file_count];
        buf_done(out);
        format->write(&draft, library, (Date){2026, 11, 22, true}, out);
        SaveFile *file = &files[file_count++];
        snprintf(file->suffix, sizeof file->suffix, "%s", format->suffix);
        file->bytes = buf_string(out);
        file->len = out->len;
        unsigned char hash[HASH];
        char hex[2 * HASH + 1];
        crypto_generichash(hash, sizeof hash, (const unsigned char *)file->bytes, file->len, NULL,
                           0);
        sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
        used += (size_t)snprintf(line + used, sizeof line - used, " %s:%zu:%s", file->suffix,
                                 file->len, hex);
    }
    printf("%s\n", line);
}

static Err save(const char *id) {
    make_files();
    double start = milliseconds();
    Err err = takeaway_save(&system_stick_calls, path_of(id), files, file_count, NULL, NULL,
                            &last_number);
    double took = milliseconds() - start;
    if (err == OK) {
        printf("saved %d %.1f\n", last_number, took);
    } else {
        last_number = 0;
        printf("not %s %.1f\n", err_name(err), took);
    }
    return err;
}

static int checks;

static Err compare(void *user, const char *path) {
    (void)user;
    checks++;
    return takeaway_compare(&system_stick_calls, path, last_number, files, file_count);
}

static void finish(const char *id) {
    double start = milliseconds();
    checks = 0;
    Err err = sticks_finish(sticks, id, last_number ? compare : NULL, NULL);
    if (err == OK) {
        printf("safe %d %.1f\n", checks, milliseconds() - start);
    } else {
        printf("not %s %.1f\n", err_name(err), milliseconds() - start);
    }
}

/* What the export is measured against. */
static void plain(const char *id) {
    make_files();
    int folder = open(path_of(id), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    double start = milliseconds();
    bool well = folder >= 0;
    for (int i = 0; i < file_count && well; i++) {
        char name[32];
        snprintf(name, sizeof name, "plain-%d.%.7s", exports, files[i].suffix);
        int fd = openat(folder, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        well = fd >= 0 && write(fd, files[i].bytes, files[i].len) == (ssize_t)files[i].len &&
               fsync(fd) == 0;
        close(fd);
    }
    printf(well ? "plain %.1f\n" : "not IO %.1f\n", milliseconds() - start);
    close(folder);
}

static void find(const char *id) {
    static Found found[FOUND_MOST];
    double start = milliseconds();
    int count = takeaway_list(path_of(id), found);
    printf("found %d %d %.1f\n", count, count ? found[0].number : 0, milliseconds() - start);
}

static void obey(const char *order, const char *id) {
    if (strcmp(order, "list") == 0) {
        say_sticks(NULL);
    } else if (strcmp(order, "save") == 0) {
        save(id);
    } else if (strcmp(order, "loop") == 0) {
        while (save(id) == OK) {
        }
    } else if (strcmp(order, "finish") == 0) {
        finish(id);
    } else if (strcmp(order, "plain") == 0) {
        plain(id);
    } else if (strcmp(order, "find") == 0) {
        find(id);
    } else {
        printf("not understood\n");
    }
}

int main(int argc, char **argv) {
    Buf problems = {0};
    setvbuf(stdout, NULL, _IOLBF, LINE);
    if (argc != 2 || sodium_init() < 0 || library_load(argv[1], "en", &problems, &library) != OK) {
        printf("not started: content %s\n", buf_string(&problems));
        return 1;
    }
    Err err = sticks_open_udisks(say_sticks, NULL, &sticks);
    if (err != OK) {
        printf("not started: bus %s\n", err_name(err));
        return 1;
    }
    printf("started %d\n", (int)getuid());
    char line[LINE];
    while (fgets(line, sizeof line, stdin)) {
        char order[16] = "", id[STICK_NAME_SIZE] = "";
        if (sscanf(line, "%15s %63s", order, id) >= 1) {
            obey(order, id);
        }
    }
    sticks_close(sticks);
    library_free(library);
    return 0;
}
