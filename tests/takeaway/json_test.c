/* The file that comes back: equal after the journey, and anything but the whole of it refused. */
#include "unit.h"

#include "base/json.h"
#include "base/text.h"
#include "base/utf8.h"
#include "outcome/drafts.h"
#include "takeaway/as_json.h"
#include "takeaway/formats.h"
#include "takeaway/hostile.h"

#include <stdio.h>
#include <stdlib.h>

static const Date november = {2026, 11, 22, true}, unknown = {1970, 1, 1, false};

static Draft given, back; /* too large for a test's stack twice over */

static Err through(const Draft *draft, Draft *out) {
    Buf file = {0};
    write_json(draft, NULL, november, &file);
    Err err = takeaway_read(buf_string(&file), file.len, out);
    buf_done(&file);
    return err;
}

static void a_draft_comes_back_equal(void **state) {
    (void)state;
    drafts_maya(&given);
    assert_int_equal(through(&given, &back), OK);
    assert_true(drafts_same(&given, &back));
    draft_init(&given);
    assert_int_equal(through(&given, &back), OK);
    assert_true(drafts_same(&given, &back));
}

static void the_fullest_draft_fits(void **state) {
    (void)state;
    static const char *const units[] = {"\"", "\\", "\n", "<", "\xf0\x9f\x98\x80", "word "};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        drafts_fullest(&given, units[i]);
        Buf file = {0};
        write_json(&given, NULL, november, &file);
        assert_true(file.len <= TAKEAWAY_MOST);
        assert_int_equal(takeaway_read(file.bytes, file.len, &back), OK);
        assert_true(drafts_same(&given, &back));
        buf_done(&file);
    }
}

static void every_hostile_text_comes_back_equal_in_every_field(void **state) {
    (void)state;
    for (int i = 0; i < HOSTILE_COUNT; i++) {
        char text[HOSTILE_SIZE], clean[HOSTILE_SIZE];
        hostile_text(i, text);
        hostile_clean(text, clean);
        draft_init(&given);
        text_set(given.name, sizeof given.name, text);
        text_set(given.says, sizeof given.says, text);
        Outcome *outcome = &given.outcomes[0];
        for (int part = 0; part < PART_COUNT; part++) {
            text_set(outcome->words[part], DRAFT_WORDS_SIZE, text);
        }
        text_set(outcome->sentence, sizeof outcome->sentence, text);
        Review review = {.progress = PROGRESS_PART};
        text_set(review.note, sizeof review.note, text);
        outcome_add_review(outcome, &review);

        assert_int_equal(through(&given, &back), OK);
        assert_string_equal(back.says, clean);
        assert_string_equal(back.outcomes[0].sentence, clean);
        assert_string_equal(back.outcomes[0].reviews[0].note, clean);
        for (int part = 0; part < PART_COUNT; part++) {
            assert_string_equal(back.outcomes[0].words[part], clean);
        }
        given = back;
        assert_int_equal(through(&given, &back), OK);
        assert_true(drafts_same(&given, &back));
    }
}

static void the_month_is_written_only_when_the_clock_is_trusted(void **state) {
    (void)state;
    Buf file = {0};
    int year = 1, month = 1;
    drafts_maya(&given);
    write_json(&given, NULL, november, &file);
    assert_non_null(strstr(file.bytes, "\"2026-11\""));
    assert_int_equal(read_json(file.bytes, file.len, &back, &year, &month), OK);
    assert_int_equal(year, 2026);
    assert_int_equal(month, 11);
    buf_clear(&file);
    write_json(&given, NULL, unknown, &file);
    assert_null(strstr(file.bytes, "written"));
    assert_int_equal(read_json(file.bytes, file.len, &back, &year, &month), OK);
    assert_int_equal(year, 0);
    assert_int_equal(month, 0);
    buf_done(&file);
}

static void the_file_ends_with_complete(void **state) {
    (void)state;
    Buf file = {0};
    drafts_maya(&given);
    write_json(&given, NULL, november, &file);
    assert_true(text_ends(file.bytes, "\"complete\":\ttrue\n}\n"));
    buf_done(&file);
}

static void a_torn_file_is_refused_at_every_byte(void **state) {
    (void)state;
    Buf file = {0};
    drafts_maya(&given);
    write_json(&given, NULL, november, &file);
    draft_init(&back);
    for (size_t len = 0; len < file.len - 2; len++) {
        assert_int_not_equal(takeaway_read(file.bytes, len, &back), OK);
    }
    assert_true(draft_empty(&back)); /* untouched */
    buf_done(&file);
}

/* A changed byte either leaves the same draft (white space) or is refused. */
static void a_changed_byte_never_gives_another_draft(void **state) {
    (void)state;
    Buf file = {0};
    drafts_maya(&given);
    write_json(&given, NULL, november, &file);
    int accepted = 0;
    for (size_t at = 0; at < file.len; at++) {
        static const unsigned char changes[] = {0x01, 0x20, 0x80};
        for (size_t i = 0; i < sizeof changes; i++) {
            file.bytes[at] = (char)(file.bytes[at] ^ changes[i]);
            if (takeaway_read(file.bytes, file.len, &back) == OK) {
                accepted++;
                assert_true(drafts_same(&given, &back));
            }
            file.bytes[at] = (char)(file.bytes[at] ^ changes[i]);
        }
    }
    print_message("%zu bytes, each changed three ways: %d still read, all equal\n", file.len,
                  accepted);
    buf_done(&file);
}

/* The file with one stretch of text exchanged for another. */
static Err exchanged(const char *from, const char *to) {
    Buf file = {0}, other = {0};
    drafts_maya(&given);
    write_json(&given, NULL, november, &file);
    char *at = strstr(file.bytes, from);
    assert_non_null(at);
    buf_add(&other, file.bytes, (size_t)(at - file.bytes));
    buf_text(&other, to);
    buf_text(&other, at + strlen(from));
    Err err = takeaway_read(other.bytes, other.len, &back);
    buf_done(&file);
    buf_done(&other);
    return err;
}

static void what_is_not_ours_newer_or_damaged_is_told_apart(void **state) {
    (void)state;
    assert_int_equal(exchanged("talking-points-outcomes", "talking-points"), ERR_NOT_OURS);
    assert_int_equal(exchanged("\"version\":\t1", "\"version\":\t2"), ERR_NEWER);
    assert_int_equal(exchanged("\"version\":\t1", "\"version\":\t0"), ERR_DAMAGED);
    assert_int_equal(exchanged("\"version\":\t1", "\"version\":\t\"1\""), ERR_DAMAGED);
    assert_int_equal(exchanged("\"complete\":\ttrue", "\"complete\":\tfalse"), ERR_DAMAGED);
    assert_int_equal(exchanged("\"complete\":\ttrue", "\"complete\":\t1"), ERR_DAMAGED);
    assert_int_equal(exchanged("2026-11", "2026-13"), ERR_DAMAGED);
    assert_int_equal(exchanged("2026-11", "2026/11"), ERR_DAMAGED);
    assert_int_equal(exchanged("2026-11", "2O26-11"), ERR_DAMAGED);
    assert_int_equal(exchanged("\"2026-11\"", "202611"), ERR_DAMAGED);
    assert_int_equal(exchanged("\"complete\"", "\"more\":1,\"complete\""), ERR_DAMAGED);
    assert_int_equal(exchanged("ask a friend", "ask two friends"), ERR_DAMAGED);
    assert_int_equal(exchanged("\"draft\":\t{", "\"draft\":\t{\"x\":null,"), ERR_DAMAGED);
    assert_int_equal(exchanged("\"draft\":\t{", "\"draft\":\t{\"x\":0.5,"), ERR_DAMAGED);
    assert_int_equal(exchanged("\"draft\":\t{", "\"draft\":\t{\"x\":\"\\u0000\","), ERR_DAMAGED);
    assert_int_equal(exchanged("\n", "\r\n"), OK);
    assert_int_equal(takeaway_read("[]", 2, &back), ERR_NOT_OURS);
    assert_int_equal(takeaway_read("", 0, &back), ERR_DAMAGED);
}

static void a_file_over_the_limit_is_not_read(void **state) {
    (void)state;
    size_t len = TAKEAWAY_MOST + 1;
    char *spaces = malloc(len);
    memset(spaces, ' ', len);
    assert_int_equal(takeaway_read(spaces, len, &back), ERR_TOO_BIG);
    free(spaces);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_draft_comes_back_equal),
        cmocka_unit_test(the_fullest_draft_fits),
        cmocka_unit_test(every_hostile_text_comes_back_equal_in_every_field),
        cmocka_unit_test(the_month_is_written_only_when_the_clock_is_trusted),
        cmocka_unit_test(the_file_ends_with_complete),
        cmocka_unit_test(a_torn_file_is_refused_at_every_byte),
        cmocka_unit_test(a_changed_byte_never_gives_another_draft),
        cmocka_unit_test(what_is_not_ours_newer_or_damaged_is_told_apart),
        cmocka_unit_test(a_file_over_the_limit_is_not_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
