/* Writes each sample in each format to a folder: for a browser and a word processor to open.
 *
 *   write_samples FOLDER [CONTENT] */
#include "takeaway/formats.h"
#include "takeaway/samples.h"

#include <stdio.h>

static Draft draft;

static int write_one(const char *folder, const Sample *sample, const Library *library) {
    const Date today = {2026, 11, 22, true};
    sample->make(&draft);
    for (const Format *format = formats; format->suffix; format++) {
        Buf out = {0};
        format->write(&draft, library, today, &out);
        char path[512];
        snprintf(path, sizeof path, "%s/%s.%s", folder, sample->name, format->suffix);
        FILE *file = fopen(path, "wb");
        if (!file || fwrite(out.bytes, 1, out.len, file) != out.len || fclose(file) != 0) {
            perror(path);
            return 1;
        }
        buf_done(&out);
    }
    return 0;
}

int main(int argc, char **argv) {
    if (argc < 2) {
        fprintf(stderr, "write_samples FOLDER [CONTENT]\n");
        return 2;
    }
    Buf problems = {0};
    Library *library = NULL;
    int result = 0;
    if (library_load(argc > 2 ? argv[2] : "content", "en", &problems, &library) != OK) {
        fputs(buf_string(&problems), stderr);
        result = 1;
    }
    for (const Sample *sample = samples; sample->name && result == 0; sample++) {
        result = write_one(argv[1], sample, library);
    }
    library_free(library);
    buf_done(&problems);
    return result;
}
