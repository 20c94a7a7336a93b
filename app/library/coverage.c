/* Is there enough to read, see and tap? Numbers agreed for a first language; a folder may be well
 * formed long before it is full, so this is asked apart from validation. */
#include "library/content.h"

#include <string.h>

enum { IDEAS_LEAST = 8, CARDS_LEAST = 24, OWN_EXAMPLES_LEAST = 48 };

static const char own_source[] = "ours";

static const char *path_of(const Library *library, const char *name) {
    const ContentFile *file = library->files;
    while (file && strcmp(file->name, name) != 0) {
        file = file->next;
    }
    return file ? file->path : name;
}

static int ideas_lacking(const Library *library, Buf *lacks) {
    int lacking = 0;
    for (Area area = AREA_TALKING; area < AREA_COUNT; area++) {
        for (Stage stage = STAGE_EARLY; stage < STAGE_COUNT; stage++) {
            int count = ideas_count(library, PART_WHAT, area, stage);
            if (count < IDEAS_LEAST) {
                content_problem(lacks, path_of(library, "ideas.json"), 1,
                                "%d ideas of what for %s, %s; %d are needed", count,
                                area_names[area], stage_names[stage], IDEAS_LEAST);
                lacking++;
            }
        }
    }
    return lacking;
}

int library_coverage(const Library *library, Buf *lacks) {
    int lacking = ideas_lacking(library, lacks);
    int own = 0;
    for (int i = 0; i < library->example_count; i++) {
        own += strcmp(library->examples[i].source, own_source) == 0;
    }
    if (library->card_count < CARDS_LEAST) {
        content_problem(lacks, path_of(library, "practice.json"), 1, "%d cards; %d are needed",
                        library->card_count, CARDS_LEAST);
        lacking++;
    }
    if (own < OWN_EXAMPLES_LEAST) {
        content_problem(lacks, path_of(library, "examples.json"), 1,
                        "%d examples of our own; %d are needed", own, OWN_EXAMPLES_LEAST);
        lacking++;
    }
    return lacking;
}
