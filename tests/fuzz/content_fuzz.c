/* A content file that an operator edited: the first byte picks the reader ('P' strings, 'Q' sources
 * and on in the order below), the rest is the file. Whatever comes, reading ends, each problem is a
 * line of its own, and what was read can be measured, filled and looked up. */
#include "fuzz/fuzz.h"

#include "library/content.h"
#include "library/prose.h"

#include <assert.h>
#include <string.h>

static const struct {
    const char *name;
    ContentReader *read;
} kinds[] = {
    {"strings.json", strings_check},  {"sources.json", sources_read},
    {"guide.json", guide_read},       {"examples.json", examples_read},
    {"practice.json", practice_read}, {"ideas.json", ideas_read},
    {"glossary.json", glossary_read}, {"grammar.json", grammar_read},
    {"keyboard.json", keyboard_read}, {"place.json", place_read},
};

enum { KINDS = sizeof kinds / sizeof kinds[0], IDEAS_MOST = 12 };

static void measure(const Json *value) {
    if (value->kind == JSON_TEXT) {
        Prose prose = {0};
        Buf filled = {0};
        const char *const pairs[] = {"name", "Maya", NULL};
        prose_add(&prose, value->text);
        library_fill(value->text, pairs, &filled);
        buf_done(&filled);
    }
    for (const Json *child = value->child; child; child = child->next) {
        measure(child);
    }
}

static void check_problems(const Buf *problems) {
    for (const char *line = buf_string(problems); *line; line = strchr(line, '\n') + 1) {
        assert(strncmp(line, "file:", strlen("file:")) == 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) {
    if (len == 0) {
        return 0;
    }
    Library library = {0};
    Buf problems = {0};
    int kind = bytes[0] % KINDS;
    const Json *root = content_parse(&library, kinds[kind].name, "file", (const char *)bytes + 1,
                                     len - 1, &problems);
    assert(root || problems.len > 0);
    if (root) {
        const Content c = {&library.arena, "file", root, &problems};
        kinds[kind].read(&c, &library);
        strings_index(&library, &problems);
        measure(root);
        library_string(&library, "home.title");
        const char *out[IDEAS_MOST];
        if (library.ideas) {
            library_ideas(&library, PART_WHAT, AREA_NONE, STAGE_PRIMARY, out, IDEAS_MOST);
        }
    }
    check_problems(&problems);
    buf_done(&problems);
    arena_done(&library.arena);
    return 0;
}
