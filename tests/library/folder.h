/* A small whole content folder in a temporary place, to be broken by a test. */
#ifndef TESTS_LIBRARY_FOLDER_H
#define TESTS_LIBRARY_FOLDER_H

enum { FOLDER_SIZE = 64 };

typedef struct Folder {
    char path[FOLDER_SIZE];
} Folder;

/* A copy of tests/library/tiny. */
void folder_init(Folder *folder);
void folder_done(Folder *folder); /* removes it */

/* Replaces the first from in a file by to; the test fails when from is not there. */
void folder_replace(const Folder *folder, const char *name, const char *from, const char *to);

/* Writes a file of that text; NULL removes it. */
void folder_write(const Folder *folder, const char *name, const char *text);

#endif
