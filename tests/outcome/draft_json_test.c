/* A draft goes out as JSON and comes back equal; anything else is refused or reads to a valid one.
 */
#include "unit.h"

#include "base/text.h"
#include "base/utf8.h"
#include "drafts.h"
#include "outcome/draft_json.h"

#include <stdio.h>

static void print_draft(const Draft *draft, bool indent, Buf *out) {
    JsonOut *object = json_new_object();
    draft_to_json(draft, object);
    buf_clear(out);
    json_print(object, indent, out);
}

static Err read_bytes(const char *bytes, size_t len, Draft *draft) {
    Arena arena = {0};
    JsonError error;
    const Json *root = json_read(&arena, bytes, len, &json_draft_limits, &error);
    Err err = root ? draft_from_json(root, draft) : ERR_DAMAGED;
    arena_done(&arena);
    return err;
}

static Err read_string(const char *text, Draft *draft) {
    return read_bytes(text, strlen(text), draft);
}

static void assert_comes_back(const Draft *draft) {
    for (int indent = 0; indent < 2; indent++) {
        Buf out = {0};
        Draft read;
        print_draft(draft, indent, &out);
        assert_int_equal(read_bytes(out.bytes, out.len, &read), OK);
        assert_true(drafts_same(draft, &read));
        assert_true(drafts_valid(&read));
        buf_done(&out);
    }
}

/* What is refused leaves the draft as it was. */
static void assert_refused(const char *text, Err expected) {
    Draft before, draft;
    drafts_maya(&before);
    drafts_maya(&draft);
    assert_int_equal(read_string(text, &draft), expected);
    assert_true(drafts_same(&before, &draft));
}

static void full_and_empty_drafts_come_back_equal(void **state) {
    (void)state;
    Draft draft;
    draft_init(&draft);
    assert_comes_back(&draft);
    drafts_maya(&draft);
    assert_comes_back(&draft);
}

static void fullest_drafts_stay_within_the_readers_limits(void **state) {
    (void)state;
    static const char *const units[] = {"x", "\"", "\\", "\n", "/", "é", "語", "😀", "e\xCC\x81"};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        Draft draft;
        drafts_fullest(&draft, units[i]);
        assert_comes_back(&draft);
    }
}

static void empty_parts_are_left_out_and_the_order_is_stable(void **state) {
    (void)state;
    Draft draft;
    Buf out = {0};
    draft_init(&draft);
    print_draft(&draft, false, &out);
    assert_string_equal(out.bytes, "{\"schema\":2,\"pronoun\":\"they\",\"plan\":\"not_sure\","
                                   "\"voice\":\"third\",\"outcomes\":[{}]}");
    drafts_maya(&draft);
    print_draft(&draft, false, &out);
    assert_string_equal(
        out.bytes,
        "{\"schema\":2,\"name\":\"Maya\",\"pronoun\":\"she\",\"plan\":\"ehc_plan\","
        "\"voice\":\"first\",\"year_group\":3,\"says\":\"I want someone to play with.\","
        "\"outcomes\":[{\"area\":\"friends\",\"hope\":\"to have friends\","
        "\"hard\":\"starting to talk to other children\",\"what\":\"ask a friend to play\","
        "\"where\":\"at playtime\",\"know\":\"three times a week\","
        "\"when\":\"by the end of Year 4\",\"why\":\"so that she has friends\","
        "\"help\":\"a playtime buddy group each day\","
        "\"answers\":{\"matters\":\"yes\",\"control\":\"not_sure\"},"
        "\"kept_as_is\":[\"no_reason\",\"several_in_one\"],"
        "\"reviews\":[{\"year\":2026,\"month\":11,\"progress\":\"part\",\"next\":\"smaller\","
        "\"note\":\"twice last week\"},{\"progress\":\"not_yet\",\"next\":\"keep\"}]},"
        "{\"hope\":\"to have friends\",\"sentence\":\"Maya will tie her own laces by July.\","
        "\"left_out\":[\"hard\",\"where\"],\"closed\":true}]}");
    buf_done(&out);
}

static void every_enum_value_and_year_group_comes_back(void **state) {
    (void)state;
    for (int i = 0; i < 20; i++) {
        Draft draft;
        drafts_maya(&draft);
        draft.pronoun = (Pronoun)(i % PRONOUN_COUNT);
        draft.plan = (Plan)(i % PLAN_COUNT);
        draft.voice = (Voice)(i % VOICE_COUNT);
        draft.year_group = (int8_t)(i <= YEAR_COLLEGE + 1 ? i - 1 : YEAR_NOT_SAID);
        Outcome *outcome = &draft.outcomes[0];
        outcome->area = (Area)(i % AREA_COUNT);
        outcome->dismissed = (uint16_t)(1u << i % 9);
        outcome->answers[i % QUESTION_COUNT] = (Answer)(i % ANSWER_COUNT);
        outcome->left_out = (uint8_t)(i % 2 << PART_HOPE | i / 2 % 2 << PART_WHERE);
        outcome->reviews[0].progress = (Progress)(i % PROGRESS_COUNT);
        outcome->reviews[0].next = (NextStep)(i % NEXT_COUNT);
        outcome->reviews[1].month = (int8_t)(i % 13);
        assert_comes_back(&draft);
    }
}

static void a_cut_draft_is_refused(void **state) {
    (void)state;
    Draft draft, read;
    Buf out = {0};
    drafts_maya(&draft);
    print_draft(&draft, true, &out);
    for (size_t len = 0; len < out.len; len++) {
        assert_int_equal(read_bytes(out.bytes, len, &read), ERR_DAMAGED);
    }
    buf_done(&out);
}

static void one_changed_byte_is_refused_or_reads_to_a_valid_draft(void **state) {
    (void)state;
    Draft draft;
    Buf out = {0};
    drafts_maya(&draft);
    draft.outcomes[0].review_count = 1;
    print_draft(&draft, false, &out);
    int refused = 0, read = 0;
    for (size_t at = 0; at < out.len; at++) {
        char kept = out.bytes[at];
        for (int change = 1; change < 256; change++) {
            Draft other;
            out.bytes[at] = (char)(kept ^ change);
            if (read_bytes(out.bytes, out.len, &other) == OK) {
                assert_true(drafts_valid(&other));
                read++;
            } else {
                refused++;
            }
        }
        out.bytes[at] = kept;
    }
    assert_true(refused > 10000 && read > 10000); /* both happen: the test sees something */
    buf_done(&out);
}

static void unknown_members_and_names_are_refused(void **state) {
    (void)state;
    static const char *const refused[] = {
        "null",
        "[]",
        "{}",
        "{\"schema\":1}",
        "{\"outcomes\":[{}]}",
        "{\"schema\":0,\"outcomes\":[{}]}",
        "{\"schema\":-1,\"outcomes\":[{}]}",
        "{\"schema\":1.5,\"outcomes\":[{}]}",
        "{\"schema\":\"1\",\"outcomes\":[{}]}",
        "{\"schema\":1,\"outcomes\":[]}",
        "{\"schema\":1,\"outcomes\":{}}",
        "{\"schema\":1,\"outcomes\":[null]}",
        "{\"schema\":1,\"outcomes\":[[]]}",
        "{\"schema\":1,\"outcomes\":[{}],\"school\":\"Oak Hill\"}",
        "{\"schema\":1,\"outcomes\":[{}],\"Name\":\"Maya\"}",
        "{\"schema\":1,\"outcomes\":[{}],\"name\":null}",
        "{\"schema\":1,\"outcomes\":[{}],\"name\":7}",
        "{\"schema\":1,\"outcomes\":[{}],\"pronoun\":\"it\"}",
        "{\"schema\":1,\"outcomes\":[{}],\"pronoun\":\"She\"}",
        "{\"schema\":1,\"outcomes\":[{}],\"pronoun\":\"she\\u0000\"}",
        "{\"schema\":1,\"outcomes\":[{}],\"pronoun\":1}",
        "{\"schema\":1,\"outcomes\":[{}],\"plan\":\"other\"}",
        "{\"schema\":1,\"outcomes\":[{}],\"voice\":\"second\"}",
        "{\"schema\":1,\"outcomes\":[{}],\"year_group\":-2}",
        "{\"schema\":1,\"outcomes\":[{}],\"year_group\":-3}",
        "{\"schema\":1,\"outcomes\":[{}],\"year_group\":16}",
        "{\"schema\":1,\"outcomes\":[{}],\"year_group\":260}",
        "{\"schema\":1,\"outcomes\":[{}],\"year_group\":3.5}",
        "{\"schema\":1,\"outcomes\":[{}],\"year_group\":1e300}",
        "{\"schema\":1,\"outcomes\":[{}],\"year_group\":\"3\"}",
        "{\"schema\":1,\"outcomes\":[{\"colour\":\"red\"}]}",
        "{\"schema\":1,\"outcomes\":[{\"area\":\"none\"}]}",
        "{\"schema\":1,\"outcomes\":[{\"area\":\"sport\"}]}",
        "{\"schema\":1,\"outcomes\":[{\"what\":[\"walk\"]}]}",
        "{\"schema\":1,\"outcomes\":[{\"closed\":1}]}",
        "{\"schema\":1,\"outcomes\":[{\"closed\":null}]}",
        "{\"schema\":1,\"outcomes\":[{\"answers\":[]}]}",
        "{\"schema\":1,\"outcomes\":[{\"answers\":{\"matters\":\"none\"}}]}",
        "{\"schema\":1,\"outcomes\":[{\"answers\":{\"matters\":true}}]}",
        "{\"schema\":1,\"outcomes\":[{\"answers\":{\"fun\":\"yes\"}}]}",
        "{\"schema\":1,\"outcomes\":[{\"kept_as_is\":\"no_reason\"}]}",
        "{\"schema\":1,\"outcomes\":[{\"kept_as_is\":[\"no_rhyme\"]}]}",
        "{\"schema\":1,\"outcomes\":[{\"kept_as_is\":[5]}]}",
        "{\"schema\":1,\"outcomes\":[{\"kept_as_is\":[\"no_reason\",\"no_reason\"]}]}",
        "{\"schema\":2,\"outcomes\":[{\"left_out\":\"hope\"}]}",
        "{\"schema\":2,\"outcomes\":[{\"left_out\":[\"help\"]}]}",
        "{\"schema\":2,\"outcomes\":[{\"left_out\":[\"wish\"]}]}",
        "{\"schema\":2,\"outcomes\":[{\"left_out\":[\"hope\",\"hope\"]}]}",
        "{\"schema\":1,\"outcomes\":[{\"reviews\":{}}]}",
        "{\"schema\":1,\"outcomes\":[{\"reviews\":[1]}]}",
        "{\"schema\":1,\"outcomes\":[{\"reviews\":[{\"day\":1}]}]}",
        "{\"schema\":1,\"outcomes\":[{\"reviews\":[{\"year\":0}]}]}",
        "{\"schema\":1,\"outcomes\":[{\"reviews\":[{\"year\":1969}]}]}",
        "{\"schema\":1,\"outcomes\":[{\"reviews\":[{\"year\":10000}]}]}",
        "{\"schema\":1,\"outcomes\":[{\"reviews\":[{\"month\":0}]}]}",
        "{\"schema\":1,\"outcomes\":[{\"reviews\":[{\"month\":13}]}]}",
        "{\"schema\":1,\"outcomes\":[{\"reviews\":[{\"progress\":\"none\"}]}]}",
        "{\"schema\":1,\"outcomes\":[{\"reviews\":[{\"next\":\"stop\"}]}]}",
        "{\"schema\":1,\"outcomes\":[{\"reviews\":[{\"note\":false}]}]}",
    };
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        assert_refused(refused[i], ERR_DAMAGED);
    }
    assert_refused("{\"schema\":3,\"outcomes\":[{}],\"mood\":\"new\"}", ERR_NEWER);
    Draft draft;
    assert_int_equal(draft_from_json(NULL, &draft), ERR_DAMAGED);
}

static void members_may_come_in_any_order_and_defaults_may_be_missing(void **state) {
    (void)state;
    Draft read, expected;
    draft_init(&expected);
    assert_int_equal(read_string("{\"outcomes\":[{}],\"schema\":1}", &read), OK);
    assert_true(drafts_same(&read, &expected));
    assert_int_equal(read_string("{\"schema\":2,\"outcomes\":[{}]}", &read), OK);
    assert_true(drafts_same(&read, &expected));
    text_set(expected.outcomes[0].words[PART_WHAT], DRAFT_WORDS_SIZE, "walk");
    assert_int_equal(
        read_string("{\"outcomes\":[{\"closed\":false,\"what\":\"walk\",\"hope\":\"\"}],"
                    "\"schema\":1.0,\"name\":\"\"}",
                    &read),
        OK);
    assert_true(drafts_same(&read, &expected));
}

/* A text of len bytes in the place that format names. */
static Err read_with_text(const char *format, size_t len, Draft *draft) {
    char text[2 * DRAFT_SENTENCE_SIZE];
    assert_true(len < sizeof text);
    memset(text, 'x', len);
    text[len] = '\0';
    Buf out = {0};
    const char *slot = strchr(format, '@');
    buf_add(&out, format, (size_t)(slot - format));
    buf_text(&out, text);
    buf_text(&out, slot + 1);
    Err err = read_bytes(out.bytes, out.len, draft);
    buf_done(&out);
    return err;
}

static void texts_of_exactly_the_limit_are_read_and_one_more_is_refused(void **state) {
    (void)state;
    static const struct {
        const char *format;
        size_t size;
    } places[] = {
        {"{\"schema\":1,\"name\":\"@\",\"outcomes\":[{}]}", DRAFT_NAME_SIZE},
        {"{\"schema\":1,\"says\":\"@\",\"outcomes\":[{}]}", DRAFT_WORDS_SIZE},
        {"{\"schema\":1,\"outcomes\":[{\"hope\":\"@\"}]}", DRAFT_WORDS_SIZE},
        {"{\"schema\":1,\"outcomes\":[{\"hard\":\"@\"}]}", DRAFT_WORDS_SIZE},
        {"{\"schema\":1,\"outcomes\":[{\"help\":\"@\"}]}", DRAFT_WORDS_SIZE},
        {"{\"schema\":1,\"outcomes\":[{\"sentence\":\"@\"}]}", DRAFT_SENTENCE_SIZE},
        {"{\"schema\":1,\"outcomes\":[{\"reviews\":[{\"note\":\"@\"}]}]}", DRAFT_NOTE_SIZE},
    };
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        Draft draft;
        assert_int_equal(read_with_text(places[i].format, places[i].size - 1, &draft), OK);
        assert_int_equal(read_with_text(places[i].format, places[i].size, &draft), ERR_DAMAGED);
    }
}

/* The draft with that many outcomes in it and that many reviews in the first. */
static Err read_with_counts(int outcomes, int reviews, Draft *draft) {
    Buf out = {0};
    buf_text(&out, "{\"schema\":1,\"outcomes\":[{\"reviews\":[");
    for (int i = 0; i < reviews; i++) {
        buf_text(&out, i ? ",{}" : "{}");
    }
    buf_text(&out, "]}");
    for (int i = 1; i < outcomes; i++) {
        buf_text(&out, ",{}");
    }
    buf_text(&out, "]}");
    Err err = read_bytes(out.bytes, out.len, draft);
    buf_done(&out);
    return err;
}

static void counts_of_exactly_the_limit_are_read_and_one_more_is_refused(void **state) {
    (void)state;
    Draft draft;
    assert_int_equal(read_with_counts(DRAFT_OUTCOMES, DRAFT_REVIEWS, &draft), OK);
    assert_int_equal(draft.outcome_count, DRAFT_OUTCOMES);
    assert_int_equal(draft.outcomes[0].review_count, DRAFT_REVIEWS);
    assert_int_equal(read_with_counts(DRAFT_OUTCOMES + 1, 0, &draft), ERR_DAMAGED);
    assert_int_equal(read_with_counts(1, DRAFT_REVIEWS + 1, &draft), ERR_DAMAGED);
}

static void forbidden_characters_are_refused_in_every_text(void **state) {
    (void)state;
    static const char *const characters[] = {
        "\\u0000", "\\u0007", "\\t",     "\\r",     "\\u001b", "\\u007f", "\\u0085",
        "\\u200e", "\\u200f", "\\u202e", "\\u2066", "\\u2028", "\\ufdd0", "\\ud83f\\udfff"};
    static const char *const places[] = {
        "{\"schema\":1,\"name\":\"a%sb\",\"outcomes\":[{}]}",
        "{\"schema\":1,\"says\":\"a%sb\",\"outcomes\":[{}]}",
        "{\"schema\":1,\"outcomes\":[{\"what\":\"a%sb\"}]}",
        "{\"schema\":1,\"outcomes\":[{\"sentence\":\"a%sb\"}]}",
        "{\"schema\":1,\"outcomes\":[{\"reviews\":[{\"note\":\"a%sb\"}]}]}",
    };
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        const char *slot = strstr(places[i], "%s");
        for (size_t c = 0; c < sizeof characters / sizeof characters[0]; c++) {
            Buf out = {0};
            buf_add(&out, places[i], (size_t)(slot - places[i]));
            buf_text(&out, characters[c]);
            buf_text(&out, slot + 2);
            assert_refused(buf_string(&out), ERR_DAMAGED);
            buf_done(&out);
        }
    }
}

static void what_reading_would_refuse_is_never_written(void **state) {
    (void)state;
    Draft draft, read, expected;
    drafts_maya(&draft);
    drafts_maya(&expected);
    Outcome *outcome = &draft.outcomes[0];
    text_set(outcome->words[PART_WHAT], DRAFT_WORDS_SIZE,
             "wa\tl\x01k\xE2\x80\xAE \xFFhome\xC2\x85");
    text_set(expected.outcomes[0].words[PART_WHAT], DRAFT_WORDS_SIZE, "walk home");
    text_set(outcome->words[PART_WHERE], DRAFT_WORDS_SIZE, "\x02");
    expected.outcomes[0].words[PART_WHERE][0] = '\0';
    outcome->reviews[0].year = 12;
    expected.outcomes[0].reviews[0].year = 0;
    outcome->dismissed |= 1u << 15;
    outcome->left_out = 1u << PART_HELP; /* not a part that may go */
    Buf out = {0};
    print_draft(&draft, false, &out);
    assert_int_equal(read_bytes(out.bytes, out.len, &read), OK);
    assert_true(drafts_same(&expected, &read));
    buf_done(&out);
}

/* Text n of a family that tries everything a file, a page or a database might stumble over. */
static void hostile_text(int n, char *out, size_t size) {
    static const char *const seeds[] = {
        "<script>alert(1)</script>",
        "</body></html>",
        "&lt;b&gt; &amp;&#0;",
        "\"quoted\" 'and' `ticked`",
        "‘curly’ “quotes” – — …",
        "'; DROP TABLE drafts; --",
        "null",
        "true",
        "0",
        "-1e999",
        "undefined",
        "NaN",
        "{\"schema\":1}",
        "]}",
        "\\",
        "\\\\\"",
        "\\u0000",
        "\\n",
        "a\nb\n\nc",
        "\n",
        "%s%n%d%%",
        "${HOME} $(reboot) `id`",
        "../../etc/passwd",
        "👩‍👧‍👦 🏳️‍🌈 👍🏽",
        "é e\xCC\x81 Z\xCC\xB8\xCC\xA1 \xCD\x9Al\xCC\x96"
        "go",
        "Zoë Łukasz Ștefan Nguyễn O’Brien",
        "محمد יוסף",
        "北京 こども 한국어",
        "ﷺ ﷽",
        "\xEF\xBB\xBF"
        "bom",
        "zero\xE2\x80\x8Bwidth\xE2\x80\x8Djoin",
        "nbsp\xC2\xA0here",
        "Pneumonoultramicroscopicsilicovolcanoconiosis",
        "<!-- --><![CDATA[ ]]>",
        "http://example.org/?a=1&b=2#c",
        "1,2;3|4",
    };
    enum { SEEDS = sizeof seeds / sizeof seeds[0] };
    text_set(out, size, seeds[n % SEEDS]);
    if (n >= SEEDS) {
        text_add(out, size, n % 2 ? " " : "");
        text_add(out, size, seeds[(n * 7 + n / SEEDS) % SEEDS]);
    }
    if (n % 11 == 0) {
        while (text_add(out, size, seeds[n % SEEDS])) {
        }
    }
}

static void hostile_texts_come_back_equal_in_every_place(void **state) {
    (void)state;
    enum { TEXTS = 400 };
    for (int n = 0; n < TEXTS; n++) {
        Draft draft;
        drafts_maya(&draft);
        Outcome *outcome = &draft.outcomes[0];
        hostile_text(n, draft.name, sizeof draft.name);
        hostile_text(n, draft.says, sizeof draft.says);
        for (int part = 0; part < PART_COUNT; part++) {
            hostile_text(n + part, outcome->words[part], DRAFT_WORDS_SIZE);
        }
        hostile_text(n, outcome->sentence, sizeof outcome->sentence);
        hostile_text(n, outcome->reviews[0].note, sizeof outcome->reviews[0].note);
        assert_comes_back(&draft);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(full_and_empty_drafts_come_back_equal),
        cmocka_unit_test(fullest_drafts_stay_within_the_readers_limits),
        cmocka_unit_test(empty_parts_are_left_out_and_the_order_is_stable),
        cmocka_unit_test(every_enum_value_and_year_group_comes_back),
        cmocka_unit_test(a_cut_draft_is_refused),
        cmocka_unit_test(one_changed_byte_is_refused_or_reads_to_a_valid_draft),
        cmocka_unit_test(unknown_members_and_names_are_refused),
        cmocka_unit_test(members_may_come_in_any_order_and_defaults_may_be_missing),
        cmocka_unit_test(texts_of_exactly_the_limit_are_read_and_one_more_is_refused),
        cmocka_unit_test(counts_of_exactly_the_limit_are_read_and_one_more_is_refused),
        cmocka_unit_test(forbidden_characters_are_refused_in_every_text),
        cmocka_unit_test(what_reading_would_refuse_is_never_written),
        cmocka_unit_test(hostile_texts_come_back_equal_in_every_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
