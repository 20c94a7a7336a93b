/* Feeds each file of the given folders to a fuzz target: the short replay of the suite. */
#include "fuzz/fuzz.h"

#include "base/file.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

enum { LARGEST = 1024 * 1024 };

static int replay(const char *folder) {
    struct dirent **names;
    int count = scandir(folder, &names, NULL, alphasort), done = 0;
    for (int i = 0; i < count; i++) {
        char path[1024];
        Buf bytes = {0};
        snprintf(path, sizeof path, "%s/%s", folder, names[i]->d_name);
        if (file_read(path, LARGEST, &bytes) == OK) {
            LLVMFuzzerTestOneInput((const uint8_t *)buf_string(&bytes), bytes.len);
            done++;
        }
        buf_done(&bytes);
        free(names[i]);
    }
    if (count >= 0) {
        free(names);
    }
    return done;
}

int main(int argc, char **argv) {
    int done = 0;
    for (int i = 1; i < argc; i++) {
        done += replay(argv[i]);
    }
    printf("%d inputs replayed\n", done);
    return done > 0 ? 0 : 1;
}
