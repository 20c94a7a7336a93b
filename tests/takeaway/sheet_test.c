/* The page and the word-processor file: the family's words are there, whole and only as words;
 * both say the same; and what is said depends on the draft as it should. */
#include "unit.h"

#include "base/text.h"
#include "outcome/compose.h"
#include "outcome/drafts.h"
#include "takeaway/as_docx.h"
#include "takeaway/as_page.h"
#include "takeaway/formats.h"
#include "takeaway/hostile.h"
#include "takeaway/plain_text.h"
#include "takeaway/samples.h"

static const Date november = {2026, 11, 22, true}, unknown = {1970, 1, 1, false};

static Library *library;
static Draft draft;
static Buf page, page_words, docx, document, docx_words;

static int load(void **state) {
    (void)state;
    Buf problems = {0};
    Err err = library_load("content", "en", &problems, &library);
    if (err != OK) {
        print_error("%s", buf_string(&problems));
    }
    buf_done(&problems);
    return err == OK ? 0 : -1;
}

static int unload(void **state) {
    (void)state;
    library_free(library);
    Buf *all[] = {&page, &page_words, &docx, &document, &docx_words};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        buf_done(all[i]);
    }
    return 0;
}

/* Writes the draft both ways and takes the words out again. */
static void write_both(Date today) {
    Buf *all[] = {&page, &page_words, &docx, &document, &docx_words};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        buf_clear(all[i]);
    }
    write_page(&draft, library, today, &page);
    write_docx(&draft, library, today, &docx);
    const char *body = strstr(page.bytes, "<body>");
    assert_non_null(body);
    plain_text(body, strlen(body), &page_words);
    assert_true(unzip_part(&docx, "word/document.xml", &document));
    plain_text(document.bytes, document.len, &docx_words);
}

static bool page_says(const char *words) {
    Buf plain = {0};
    plain_words(words, &plain);
    bool found = strstr(buf_string(&page_words), buf_string(&plain)) != NULL;
    buf_done(&plain);
    return found;
}

static int times(const char *words) {
    int count = 0;
    for (const char *at = page_words.bytes; (at = strstr(at, words)); at++) {
        count++;
    }
    return count;
}

static void both_say_the_same_word_for_word(void **state) {
    (void)state;
    for (const Sample *sample = samples; sample->name; sample++) {
        sample->make(&draft);
        write_both(november);
        assert_string_equal(page_words.bytes, docx_words.bytes);
        assert_true(page_words.len > 200);
    }
}

static void the_familys_outcomes_come_first(void **state) {
    (void)state;
    drafts_maya(&draft);
    write_both(november);
    Composed composed;
    compose(&draft, 0, library->grammar, &composed);
    const char *sentence = strstr(page_words.bytes, composed.text);
    assert_non_null(sentence);
    const char *const later[] = {draft.says, draft.outcomes[0].words[PART_HARD],
                                 draft.outcomes[0].words[PART_HELP], library->place->phone};
    for (size_t i = 0; i < sizeof later / sizeof *later; i++) {
        const char *at = strstr(page_words.bytes, later[i]);
        assert_non_null(at);
        assert_true(sentence < at);
    }
}

static void each_step_names_its_section_of_an_ehc_plan(void **state) {
    (void)state;
    static const char *const ids[] = {"t.section.hope", "t.section.hard", "t.section.out",
                                      "t.section.help"};
    drafts_maya(&draft);
    for (int plan = 0; plan < PLAN_COUNT; plan++) {
        draft.plan = (Plan)plan;
        write_both(november);
        for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
            assert_int_equal(page_says(library_string(library, ids[i])),
                             draft.plan != PLAN_SEN_SUPPORT);
        }
    }
}

static void the_month_is_there_only_when_the_clock_is_trusted(void **state) {
    (void)state;
    samples[1].make(&draft);
    write_both(november);
    assert_true(page_says("November 2026"));
    write_both(unknown);
    assert_false(page_says("1970"));
    assert_false(page_says("November"));
}

static void what_is_open_becomes_a_question(void **state) {
    (void)state;
    drafts_maya(&draft);
    draft_remove_outcome(&draft, 1);
    for (int q = 0; q < QUESTION_COUNT; q++) {
        draft.outcomes[0].answers[q] = ANSWER_YES;
    }
    write_both(november);
    assert_false(page_says(library_string(library, "m.when")));
    assert_false(page_says(library_string(library, "m.agreed")));
    draft_set_words(&draft, 0, PART_WHEN, "");
    draft.outcomes[0].answers[QUESTION_AGREED] = ANSWER_NOT_SURE;
    write_both(november);
    assert_true(page_says(library_string(library, "m.when")));
    assert_true(page_says(library_string(library, "m.agreed")));
    draft.outcomes[0].closed = true;
    write_both(november);
    assert_false(page_says(library_string(library, "m.when")));
}

static void reviews_are_told_with_their_notes(void **state) {
    (void)state;
    drafts_maya(&draft);
    write_both(november);
    assert_true(page_says("twice last week"));
    assert_true(page_says(library_string(library, "r.say.part")));
    assert_true(page_says(library_string(library, "page.review.undated")));
}

static void an_outcome_that_only_carries_the_hope_is_not_shown(void **state) {
    (void)state;
    samples[1].make(&draft);
    write_both(november);
    int before = times("Outcome ");
    draft_add_outcome(&draft);
    write_both(november);
    assert_int_equal(times("Outcome "), before);
    draft_set_words(&draft, 1, PART_WHAT, "tie a lace");
    write_both(november);
    assert_true(times("Outcome ") > before);
    assert_true(page_says("tie a lace"));
}

static void whom_to_ask_is_there(void **state) {
    (void)state;
    draft_init(&draft);
    write_both(november);
    const PlaceInfo *place = library->place;
    assert_true(page_says(place->service));
    assert_true(page_says(place->phone));
    assert_true(page_says(place->email));
    assert_true(page_says(library_string(library, "page.notes")));
}

/* Bare of markup of their own, and asking for nothing. */
static void no_word_of_content_is_missing_and_nothing_is_asked_for(void **state) {
    (void)state;
    for (const Sample *sample = samples; sample->name; sample++) {
        sample->make(&draft);
        write_both(november);
        assert_null(strstr(page_words.bytes, "[page."));
        assert_null(strstr(page_words.bytes, "[t."));
        assert_null(strstr(page_words.bytes, "[m."));
        assert_null(strstr(page_words.bytes, "[r."));
        static const char *const asks[] = {"<script", "<img",    "<link",  "<a ",
                                           "url(",    "@import", "src=\"", "href="};
        for (size_t i = 0; i < sizeof asks / sizeof *asks; i++) {
            assert_null(strstr(page.bytes, asks[i]));
        }
        assert_non_null(strstr(page.bytes, "<html lang=\"en-GB\">"));
    }
}

static void put_everywhere(const char *text) {
    draft_init(&draft);
    text_set(draft.name, sizeof draft.name, "Maya");
    text_set(draft.says, sizeof draft.says, text);
    Outcome *outcome = &draft.outcomes[0];
    for (int part = 0; part < PART_COUNT; part++) {
        text_set(outcome->words[part], DRAFT_WORDS_SIZE, text);
    }
    text_set(outcome->sentence, sizeof outcome->sentence, text);
    Review review = {.year = 2026, .month = 3, .progress = PROGRESS_PART};
    text_set(review.note, sizeof review.note, text);
    outcome_add_review(outcome, &review);
}

static void five_hundred_hostile_texts_stay_words(void **state) {
    (void)state;
    put_everywhere("plain");
    write_both(november);
    int page_tags = count_tags(page.bytes), document_tags = count_tags(document.bytes);
    int breaks_of_a_run = 2; /* a line break in a run closes its text and opens it again */
    for (int i = 0; i < HOSTILE_COUNT; i++) {
        char text[HOSTILE_SIZE], clean[HOSTILE_SIZE];
        hostile_text(i, text);
        hostile_clean(text, clean);
        Buf words = {0};
        plain_words(clean, &words);
        if (words.len > 0) { /* else nothing was said */
            put_everywhere(text);
            write_both(november);
            assert_true(page_says(clean));
            assert_string_equal(page_words.bytes, docx_words.bytes);
            assert_int_equal(count_tags(page.bytes), page_tags);
            if (!strchr(clean, '\n')) {
                assert_int_equal(count_tags(document.bytes), document_tags);
            } else {
                assert_int_equal((count_tags(document.bytes) - document_tags) % breaks_of_a_run, 0);
            }
        }
        buf_done(&words);
    }
}

static void a_name_is_escaped_in_the_title_too(void **state) {
    (void)state;
    put_everywhere("plain");
    text_set(draft.name, sizeof draft.name, "</title><b>\"'&");
    write_both(november);
    assert_null(strstr(page.bytes, "</title><b>"));
    assert_true(page_says("</title><b>\"'&"));
    Buf core = {0};
    assert_true(unzip_part(&docx, "docProps/core.xml", &core));
    assert_non_null(strstr(core.bytes, "&lt;/title&gt;&lt;b&gt;&quot;&#39;&amp;"));
    buf_done(&core);
}

static void the_same_draft_gives_the_same_bytes(void **state) {
    (void)state;
    drafts_maya(&draft);
    for (const Format *format = formats; format->suffix; format++) {
        Buf first = {0}, second = {0};
        format->write(&draft, library, november, &first);
        format->write(&draft, library, november, &second);
        assert_int_equal(first.len, second.len);
        assert_memory_equal(first.bytes, second.bytes, first.len);
        assert_true(library_has_string(library, format->label));
        buf_done(&first);
        buf_done(&second);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_say_the_same_word_for_word),
        cmocka_unit_test(the_familys_outcomes_come_first),
        cmocka_unit_test(each_step_names_its_section_of_an_ehc_plan),
        cmocka_unit_test(the_month_is_there_only_when_the_clock_is_trusted),
        cmocka_unit_test(what_is_open_becomes_a_question),
        cmocka_unit_test(reviews_are_told_with_their_notes),
        cmocka_unit_test(an_outcome_that_only_carries_the_hope_is_not_shown),
        cmocka_unit_test(whom_to_ask_is_there),
        cmocka_unit_test(no_word_of_content_is_missing_and_nothing_is_asked_for),
        cmocka_unit_test(five_hundred_hostile_texts_stay_words),
        cmocka_unit_test(a_name_is_escaped_in_the_title_too),
        cmocka_unit_test(the_same_draft_gives_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
