/* Any bytes through `talking-points check`: one line out for each line in, each JSON line strict
 * JSON, every finding inside its line. The rules are loaded once. Sentences make good beginnings:
 * cut -f3 tests/corpus/u.tsv | split -l 1 - /tmp/found/ */
#include "check_command.h"

#include "base/json.h"
#include "fuzz.h"
#include "library/check_rules.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static Arena arena;

static const Rules *rules_once(void) {
    static Rules *rules;
    if (!rules) {
        Buf problems = {0};
        Err err = check_rules_load(&arena, "content/en", &problems, &rules);
        assert(err == OK);
        buf_done(&problems);
    }
    return rules;
}

static size_t lines_of(const char *bytes, size_t len) {
    size_t count = 0;
    for (size_t i = 0; i < len; i++) {
        count += bytes[i] == '\n';
    }
    return count + (len > 0 && bytes[len - 1] != '\n');
}

static void run(const char *bytes, size_t len, bool as_json) {
    static Arena scratch;
    char *answer = NULL;
    size_t size = 0;
    FILE *in = fmemopen((void *)(uintptr_t)bytes, len, "r");
    FILE *out = open_memstream(&answer, &size);
    assert(in && out);
    int code = check_command(rules_once(), in, out, as_json);
    assert(code == 0);
    fclose(in);
    fclose(out);
    assert(lines_of(answer, size) == lines_of(bytes, len));
    for (char *line = answer; as_json && line < answer + size;) {
        char *end = memchr(line, '\n', size - (size_t)(line - answer));
        assert(end);
        JsonError error;
        /* the text is given back as it came, with marks that our own reader does not let in */
        assert(json_read(&scratch, line, (size_t)(end - line), &json_content_limits, &error) ||
               strstr(error.why, "reading direction") || strstr(error.why, "too long"));
        arena_reset(&scratch);
        line = end + 1;
    }
    free(answer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) {
        return 0;
    }
    const char *bytes = (const char *)data;
    Checked checked;
    check_text(rules_once(), bytes, size, &checked);
    assert(checked.count <= FINDINGS_MOST);
    for (int i = 0; i < checked.count; i++) {
        const Finding *found = &checked.found[i];
        assert(found->from >= 0 && found->from <= found->to && (size_t)found->to <= size);
    }
    run(bytes, size, size % 2 == 0); /* one of the two: what costs most is reading it again */
    return 0;
}
