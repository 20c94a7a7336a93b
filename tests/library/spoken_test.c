/* Short forms as they are said, in the words that families read. */
#include "library/library.h"
#include "unit.h"

static int load(void **state) {
    Buf problems = {0};
    Library *library = NULL;
    Err err = library_load("content", "en", &problems, &library);
    buf_done(&problems);
    *state = library;
    return err == OK ? 0 : -1;
}

static int unload(void **state) {
    library_free(*state);
    return 0;
}

static void assert_said(const Library *library, const char *text, const char *wanted) {
    Buf out = {0};
    library_spoken(library, text, &out);
    assert_string_equal(buf_string(&out), wanted);
    buf_done(&out);
}

static void short_forms_are_spelt_out(void **state) {
    assert_said(*state, "An EHC plan, or EHCP.", "An E H C plan, or E H C P.");
    assert_said(*state, "Ask your TA or the SENCO", "Ask your T A or the sen-koh");
    assert_said(*state, "‘SENDIASS’ is SEND’s", "‘send-ee-ass’ is send’s");
}

static void more_than_one_keep_their_s(void **state) {
    assert_said(*state, "two EHCPs", "two E H C Ps");
}

static void other_words_stay_as_they_are(void **state) {
    assert_said(*state, "", "");
    assert_said(*state, "TANIA will send a picture, STAGE by stage",
                "TANIA will send a picture, STAGE by stage");
    assert_said(*state, "Zoë’s café", "Zoë’s café");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(short_forms_are_spelt_out),
                                       cmocka_unit_test(more_than_one_keep_their_s),
                                       cmocka_unit_test(other_words_stay_as_they_are)};
    return cmocka_run_group_tests_name("library/spoken", tests, load, unload);
}
