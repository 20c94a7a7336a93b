/* Reads grammar.json plainly: the library has its own reader, and tests of its own. */
#include "unit.h"

#include "base/file.h"
#include "base/json.h"
#include "english.h"

static Arena arena;
static Grammar grammar;

static const char *text_of(const Json *root, const char *key) {
    const char *text = json_text(root, key, NULL);
    assert_non_null(text);
    return text;
}

static void texts_of(const Json *root, const char *key, const char *out[], int size) {
    const Json *list = json_get(root, key);
    assert_non_null(list);
    assert_true(list->count < size);
    int count = 0;
    for (const Json *one = list->child; one; one = one->next) {
        out[count++] = one->text;
    }
    out[count] = NULL;
}

const Grammar *english(void) {
    if (grammar.will) {
        return &grammar;
    }
    enum { MOST = 64 * 1024, FORMS = 5 };
    Buf file = {0};
    JsonError error;
    assert_int_equal(file_read("content/en/grammar.json", MOST, &file), OK);
    const Json *root = json_read(&arena, file.bytes, file.len, &json_content_limits, &error);
    buf_done(&file);
    assert_non_null(root);
    grammar = (Grammar){.will = text_of(root, "will"),
                        .so_that = text_of(root, "so_that"),
                        .my_child = text_of(root, "my_child"),
                        .first_am = text_of(root, "first_am"),
                        .first_can = text_of(root, "first_can"),
                        .will_be = text_of(root, "will_be"),
                        .by = text_of(root, "by")};
    texts_of(root, "starts_when", grammar.starts_when, 16);
    texts_of(root, "starts_why", grammar.starts_why, 16);
    for (int p = 0; p < PRONOUN_COUNT; p++) {
        const char *forms[FORMS + 1];
        texts_of(json_get(root, "pronouns"), pronoun_names[p], forms, FORMS + 1);
        memcpy(grammar.pronouns[p], forms, sizeof grammar.pronouns[p]);
    }
    return &grammar;
}

void english_done(void) {
    arena_done(&arena);
    grammar = (Grammar){0};
}
