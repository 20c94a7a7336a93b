/* Forgetting: a marker that a family typed is found in no file, in no encoding, and not in the
 * memory of a process that has wiped its draft, after saving, loading, deleting and closing. */
#include "support/shelf.h"

#include "store/memory.h"

#include <fcntl.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MARKER = 24, FORMS = 5, FORM_MOST = 2 * MARKER, BASE64_MOST = 64 };

typedef struct Form {
    unsigned char bytes[FORM_MOST];
    size_t len;
} Form;

/* Made at run time, so that the program itself does not hold it. */
static void make_marker(char out[MARKER + 1]) {
    for (int i = 0; i < MARKER; i++) {
        out[i] = (char)('a' + (i * i * 7 + i * 3 + 11) % 26);
    }
    out[MARKER] = '\0';
}

/* UTF-8, UTF-16LE, and base64 as it comes out at each of the three places in a group. */
static void make_forms(Form forms[FORMS]) {
    char marker[MARKER + 1];
    make_marker(marker);
    memset(forms, 0, FORMS * sizeof forms[0]);
    memcpy(forms[0].bytes, marker, MARKER);
    forms[0].len = MARKER;
    for (int i = 0; i < MARKER; i++) {
        forms[1].bytes[2 * i] = (unsigned char)marker[i];
    }
    forms[1].len = (size_t)2 * MARKER;
    for (size_t shift = 0; shift < 3; shift++) {
        unsigned char shifted[MARKER + 2] = {0};
        char text[BASE64_MOST];
        memcpy(shifted + shift, marker, MARKER);
        sodium_bin2base64(text, sizeof text, shifted, MARKER + shift,
                          sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
        size_t from = shift ? 4 : 0; /* groups that hold nothing but the marker */
        forms[2 + shift].len = 24;
        memcpy(forms[2 + shift].bytes, text + from, 24);
        explicit_bzero(shifted, sizeof shifted);
        explicit_bzero(text, sizeof text);
    }
    explicit_bzero(marker, sizeof marker); /* children inherit this stack */
}

static int hits(const unsigned char *bytes, size_t len, const Form forms[FORMS]) {
    int count = 0;
    for (int i = 0; i < FORMS; i++) {
        count += memmem(bytes, len, forms[i].bytes, forms[i].len) != NULL;
    }
    return count;
}

typedef struct Search {
    const Form *forms;
    int files, hits;
} Search;

static void search_file(const char *path, void *data) {
    Search *search = data;
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    static unsigned char bytes[8 * 1024 * 1024];
    size_t len = fread(bytes, 1, sizeof bytes, file);
    assert_true(len < sizeof bytes);
    fclose(file);
    search->files++;
    search->hits += hits(bytes, len, search->forms);
}

static int search_files(void) {
    Form forms[FORMS];
    make_forms(forms);
    Search search = {.forms = forms};
    scene_each_file(folder, search_file, &search);
    assert_true(search.files > 0);
    return search.hits;
}

static void put_marker(Draft *draft) {
    char marker[MARKER + 1];
    make_marker(marker);
    draft_init(draft);
    snprintf(draft->name, sizeof draft->name, "%s", marker);
    snprintf(draft->outcomes[0].words[PART_WHAT], DRAFT_WORDS_SIZE, "go %s and %s", marker, marker);
    snprintf(draft->outcomes[0].sentence, DRAFT_SENTENCE_SIZE, "Will %s.", marker);
    explicit_bzero(marker, sizeof marker);
}

static void the_search_itself_finds(void **state) {
    (void)state;
    Form forms[FORMS];
    make_forms(forms);
    for (int i = 0; i < FORMS; i++) {
        unsigned char around[200];
        memset(around, 'q', sizeof around);
        memcpy(around + 50, forms[i].bytes, forms[i].len);
        scene_empty(folder);
        scene_write(folder, "planted", around, sizeof around);
        assert_int_equal(search_files(), 1);
    }
    scene_empty(folder);
    char marker[MARKER + 1], text[MARKER + 16], base64[BASE64_MOST * 2];
    make_marker(marker);
    for (int shift = 0; shift < 3; shift++) { /* as a whole file in base64 would hold it */
        snprintf(text, sizeof text, "%.*s%s!?", shift, "xyz", marker);
        sodium_bin2base64(base64, sizeof base64, (unsigned char *)text, strlen(text),
                          sodium_base64_VARIANT_ORIGINAL);
        scene_write(folder, "planted", base64, strlen(base64));
        assert_int_equal(search_files(), 1);
    }
}

static void no_file_holds_what_was_typed(void **state) {
    (void)state;
    Store *store = scene_open(folder);
    DraftKey key = scene_key(1);
    Draft draft;
    put_marker(&draft);
    assert_int_equal(store_save(store, &key, &draft), OK);
    assert_int_equal(search_files(), 0);
    assert_int_equal(store_rest(store), OK);
    assert_int_equal(store_save(store, &key, &draft), OK);
    assert_int_equal(store_load(store, &key, &draft), OK);
    assert_int_equal(search_files(), 0);
    assert_int_equal(store_delete(store, &key), OK);
    assert_int_equal(search_files(), 0);
    store_close(store);
    assert_int_equal(search_files(), 0);
    scene_write(folder, "drafts.db", "damaged", 7); /* and into quarantine */
    store_close(scene_open(folder));
    assert_int_equal(search_files(), 0);
    draft_wipe(&draft);
}

/* A visit in a process of its own, which then stops and is looked at from outside. */
static void visit_and_stop(bool forget) {
    memory_install();
    Draft *draft = malloc(sizeof *draft);
    Store *store = NULL;
    StoreOptions options = {.folder = folder};
    DraftKey key = scene_key(1);
    if (!draft || store_open(&options, NULL, &store) != OK) {
        _exit(1);
    }
    for (int i = 0; i < 20; i++) {
        put_marker(draft);
        if (store_save(store, &key, draft) != OK || store_load(store, &key, draft) != OK) {
            _exit(1);
        }
    }
    if (forget) {
        draft_wipe(draft);
    }
    raise(SIGSTOP);
    _exit(0);
}

/* Every byte the process may write, in pieces that overlap by more than the longest form. */
static int search_process(pid_t child, const Form forms[FORMS]) {
    char path[64], line[512];
    snprintf(path, sizeof path, "/proc/%d/maps", (int)child);
    FILE *maps = fopen(path, "r");
    snprintf(path, sizeof path, "/proc/%d/mem", (int)child);
    int memory = open(path, O_RDONLY | O_CLOEXEC);
    int found = memory < 0 || !maps ? -1 : 0;
    enum { PIECE = 1 << 20, PAGE = 4096 };
    static unsigned char bytes[PIECE];
    while (found >= 0 && fgets(line, sizeof line, maps)) {
        unsigned long from, to;
        char rights[8];
        if (sscanf(line, "%lx-%lx %7s", &from, &to, rights) != 3 || rights[0] != 'r' ||
            rights[1] != 'w' || to - from > (1UL << 32)) { /* beyond: the sanitizer's shadow */
            continue;
        }
        for (unsigned long at = from; at < to; at += PIECE - PAGE) {
            ssize_t len = pread(memory, bytes, PIECE, (off_t)at);
            if (len > 0) {
                found += hits(bytes, (size_t)len, forms);
            }
        }
    }
    if (maps) {
        fclose(maps);
    }
    if (memory >= 0) {
        close(memory);
    }
    sodium_memzero(bytes, sizeof bytes); /* the next child inherits it */
    return found;
}

static int hits_after_visit(bool forget) {
    pid_t child = fork();
    if (child == 0) {
        visit_and_stop(forget);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, WUNTRACED), child);
    assert_true(WIFSTOPPED(status));
    Form forms[FORMS];
    make_forms(forms);
    int found = search_process(child, forms);
    sodium_memzero(forms, sizeof forms);
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
    return found;
}

static void no_memory_holds_it_after_the_draft_is_wiped(void **state) {
    (void)state;
    int kept = hits_after_visit(false);
    if (kept < 0) {
        skip(); /* here no process may look into another */
    }
    assert_true(kept > 0); /* able to fail: the draft is still open */
    assert_int_equal(hits_after_visit(true), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_SHELF(
            no_memory_holds_it_after_the_draft_is_wiped), /* first: no marker was made here yet */
        ON_SHELF(the_search_itself_finds),
        ON_SHELF(no_file_holds_what_was_typed),
    };
    return cmocka_run_group_tests_name("store/marker", tests, NULL, NULL);
}
