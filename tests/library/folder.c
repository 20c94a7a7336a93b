/* Copying, breaking and removing the small content folder. */
#include "library/folder.h"
#include "base/buf.h"
#include "base/file.h"
#include "unit.h"

#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char tiny[] = "tests/library/tiny";

static const char *const files[] = {
    "place.json",          "en/sources.json",      "en/strings.json",       "en/takeaway.json",
    "en/guide.json",       "en/examples.json",     "en/practice.json",      "en/ideas.json",
    "en/glossary.json",    "en/grammar.json",      "en/keyboard.json",      "en/banned.txt",
    "en/readability.json", "en/check/grammar.txt", "en/check/prompts.json", "en/suggest/words.txt",
    "en/suggest/next.txt", "en/suggest/never.txt"};

static void read_whole(const char *folder, const char *name, Buf *out) {
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_int_equal(file_read(path, 1 << 20, out), OK);
}

void folder_write(const Folder *folder, const char *name, const char *text) {
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    if (text) {
        assert_int_equal(file_write(path, text, strlen(text)), OK);
    } else {
        assert_int_equal(unlink(path), 0);
    }
}

void folder_init(Folder *folder) {
    snprintf(folder->path, sizeof folder->path, "/tmp/tp-content-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
    static const char *const inner[] = {"check", "suggest"};
    for (size_t i = 0; i < sizeof inner / sizeof inner[0]; i++) {
        char path[PATH_MAX];
        snprintf(path, sizeof path, "%s/en/%s", folder->path, inner[i]);
        assert_int_equal(file_make_folder(path), OK);
    }
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        Buf text = {0};
        read_whole(tiny, files[i], &text);
        folder_write(folder, files[i], buf_string(&text));
        buf_done(&text);
    }
}

static int remove_one(const char *path, const struct stat *about, int type, struct FTW *at) {
    (void)about;
    (void)type;
    (void)at;
    return remove(path);
}

void folder_done(Folder *folder) {
    assert_int_equal(nftw(folder->path, remove_one, 8, FTW_DEPTH | FTW_PHYS), 0);
}

void folder_replace(const Folder *folder, const char *name, const char *from, const char *to) {
    Buf text = {0}, changed = {0};
    read_whole(folder->path, name, &text);
    char *found = strstr(text.bytes, from);
    assert_non_null(found);
    buf_add(&changed, text.bytes, (size_t)(found - text.bytes));
    buf_text(&changed, to);
    buf_text(&changed, found + strlen(from));
    folder_write(folder, name, buf_string(&changed));
    buf_done(&text);
    buf_done(&changed);
}
