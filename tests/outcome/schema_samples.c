/* Prints take-home files, one a line, for schema_test.py to hold against content/draft.schema.json.
 *
 * The wrapper round the draft is here only as its shape; the one that goes home is takeaway's. */
#include "drafts.h"
#include "outcome/draft_json.h"

#include <stdio.h>

static void print_file(const Draft *draft, const char *written) {
    JsonOut *file = json_new_object();
    json_add_text(file, "format", "talking-points-outcomes");
    json_add_whole(file, "version", 1);
    if (written) {
        json_add_text(file, "written", written);
    }
    draft_to_json(draft, json_add_object(file, "draft"));
    json_add_text(file, "checksum",
                  "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
    json_add_flag(file, "complete", true);
    Buf out = {0};
    json_print(file, false, &out);
    puts(buf_string(&out));
    buf_done(&out);
}

int main(void) {
    Draft draft;
    draft_init(&draft);
    print_file(&draft, NULL);
    drafts_maya(&draft);
    print_file(&draft, "2026-11");
    drafts_fullest(&draft, "\"<é>\n");
    print_file(&draft, "2026-01");
    return 0;
}
