/* A file brought from home: whatever is accepted is a sound draft, goes out again and comes back
 * equal. The bytes are tried as a whole file and, since no fuzzer guesses a checksum, as the draft
 * inside one. */
#include "fuzz/fuzz.h"

#include "base/json.h"
#include "outcome/draft_json.h"
#include "outcome/drafts.h"
#include "takeaway/as_json.h"
#include "takeaway/formats.h"

#include <assert.h>

static Draft first, second;

static void out_and_in(void) {
    assert(drafts_valid(&first));
    Buf file = {0};
    write_json(&first, NULL, (Date){2026, 11, 22, true}, &file);
    int year, month;
    Err err = read_json(buf_string(&file), file.len, &second, &year, &month);
    assert(err == OK && year == 2026 && month == 11 && drafts_same(&first, &second));
    buf_done(&file);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) {
    const char *text = (const char *)bytes;
    if (takeaway_read(text, len, &first) == OK) {
        out_and_in();
    }
    Arena arena = {0};
    JsonError error = {0};
    const Json *root = json_read(&arena, text, len, &json_draft_limits, &error);
    if (root && draft_from_json(root, &first) == OK) {
        out_and_in();
    }
    arena_done(&arena);
    return 0;
}
