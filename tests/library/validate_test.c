/* Validation: the small folder passes, and each way to break it is said with file and line. */
#include "base/file.h"
#include "library/folder.h"
#include "library/library.h"
#include "unit.h"

#include <limits.h>
#include <stdio.h>

/* Validates; problems must be said, without the folder's path in front of each line. */
static void assert_problems(const Folder *folder, const char *said) {
    Buf problems = {0}, shorter = {0};
    int count = library_validate(folder->path, &problems), lines = 0;
    char *rest = problems.bytes;
    for (char *line = strsep(&rest, "\n"); line && line[0]; line = strsep(&rest, "\n"), lines++) {
        assert_memory_equal(line, folder->path, strlen(folder->path));
        line += strlen(folder->path);
        buf_print(&shorter, "%s\n", line + (line[0] == '/'));
    }
    assert_string_equal(buf_string(&shorter), said);
    assert_int_equal(count, lines);
    buf_done(&problems);
    buf_done(&shorter);
}

static void a_good_folder_has_no_problems(void **state) {
    (void)state;
    Folder folder;
    folder_init(&folder);
    assert_problems(&folder, "");
    folder_done(&folder);
}

/* One slip in one file, and what is said about it. */
typedef struct Slip {
    const char *file, *from, *to, *said;
} Slip;

/* Eleven short words, and ten of two syllables or fewer that read easily. */
#define ELEVEN "you can see it and you can say so out loud"
#define HARD   "Educational opportunities necessitate multidisciplinary collaboration."

static const Slip slips[] = {
    {"en/strings.json", "Hello.", ELEVEN " and " ELEVEN ".",
     "en/strings.json:2: a sentence of 23 words, more than 20: \"you can see it and ...\"\n"},
    {"en/guide.json", "A new thing your child will do.", ELEVEN " and more.",
     "en/guide.json:17: a sentence of 13 words, more than 12: \"you can see it and ...\"\n"},
    {"en/guide.json", "Sam will walk to school.", ELEVEN " and " ELEVEN ".",
     "en/guide.json:16: a sentence of 23 words, more than 20: \"you can see it and ...\"\n"},
    {"en/guide.json", "Sam will walk to school.", "Sam will not fail.", ""},
    {"en/guide.json", "\"They cannot do it yet.\"", "\"" HARD "\"",
     "en/guide.json:8: the page \"c1.what\" has reading grade 10.3, more than 6\n"},
    {"en/strings.json", "Back", "Error", "en/strings.json:4: the banned word \"error\"\n"},
    {"en/strings.json", "Back", "Terror errors", ""},
    {"en/strings.json", "Back", "It failed", "en/strings.json:4: the banned word \"fail*\"\n"},
    {"en/strings.json", "Back", "This is no good at all",
     "en/strings.json:4: the banned word \"no good\"\n"},
    {"en/practice.json", "It is one thing you can see.", "This is a failure.",
     "en/practice.json:8: the banned word \"fail*\"\n"},
    {"en/practice.json", "To give Emily a tablet.", "Emily will not fail.", ""},
    {"en/ideas.json", "join in a game", "try, with no error",
     "en/ideas.json:5: the banned word \"error\"\n"},
    {"en/strings.json", "Back", "Back to EHC", ""},
    {"en/strings.json", "Back", "Back to the EHCs and the TA’s page",
     "en/strings.json:4: the abbreviation \"TA\" is not in the glossary\n"},
    {"en/examples.json", "Ben to be happier.", "Ben to reach KS3.",
     "en/examples.json:13: the abbreviation \"KS3\" is not in the glossary\n"},
    {"en/readability.json", "[]", "[{\"id\": \"nothing\", \"why\": \"Old.\"}]",
     "en/readability.json:2: no text has the id \"nothing\"\n"},
    {"en/readability.json", "[]", "[{\"id\": \"nothing\"}]",
     "en/readability.json:2: \"why\" is missing\n"
     "en/readability.json:2: no text has the id \"nothing\"\n"},
    {"en/check/prompts.json", "A title", "That is wrong, error",
     "en/check/prompts.json:2: the banned word \"error\"\n"},
    {"en/check/prompts.json", "A title", ELEVEN " and " ELEVEN,
     "en/check/prompts.json:2: a sentence of 23 words, more than 20: \"you can see it and ...\"\n"},
    {"en/check/grammar.txt", "read.", "read.\npasses: Hm.",
     "en/check/grammar.txt:2: flagged: Hm.\n"},
    {"place.json", "A helpline", "An errorless SLT",
     "place.json:10: the abbreviation \"SLT\" is not in the glossary\n"},
    {"en/strings.json", "\"Back\"", "\"Back\",",
     "en/strings.json:5: expected a name in quotes (column 1)\n"},
    {"en/suggest/words.txt", "mat", "Make",
     "en/suggest/words.txt:10: \"Make\" is in the list twice\n"
     "en/suggest/next.txt:2: \"mat\" is not in words.txt\n"},
    {"en/suggest/words.txt", "done", "two words",
     "en/suggest/words.txt:7: \"two words\" is not one plain word\n"
     "en/suggest/next.txt:7: \"done\" is not in words.txt\n"},
    {"en/suggest/words.txt", "half-term", "killed", ""}, /* which never.txt keeps away */
    {"en/suggest/never.txt", "stupid", "mat", ""},
    {"en/suggest/never.txt", "stupid", "will", ""},
    {"en/suggest/next.txt", "will: make", "will make",
     "en/suggest/next.txt:2: \"will make | mat\" has no : behind it\n"},
    {"en/suggest/next.txt", "will: make", "would: make",
     "en/suggest/next.txt:2: \"would\" is not in words.txt\n"},
    {"en/suggest/next.txt", "a: friend", "will: friend",
     "en/suggest/next.txt:3: \"will\" has a line already\n"},
    {"en/suggest/never.txt", "stupid", "Stupid",
     "en/suggest/never.txt:3: \"Stupid\" is not one plain word in small letters\n"},
    {"en/suggest/never.txt", "kill*", "ki*l",
     "en/suggest/never.txt:2: \"ki*l\" is not one plain word in small letters\n"},
    {"en/guide.json", "\"oxfordshire\"", "\"essex\"",
     "en/guide.json:16: unknown source \"essex\"\n"},
};

static void each_slip_is_said(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++) {
        Folder folder;
        folder_init(&folder);
        folder_replace(&folder, slips[i].file, slips[i].from, slips[i].to);
        assert_problems(&folder, slips[i].said);
        folder_done(&folder);
    }
}

static void an_exception_with_a_reason_is_kept(void **state) {
    (void)state;
    Folder folder;
    folder_init(&folder);
    folder_replace(&folder, "en/guide.json", "They cannot do it yet.", HARD);
    folder_replace(&folder, "en/strings.json", "Back", "Not an error, OK?");
    folder_replace(&folder, "en/readability.json", "[]",
                   "[{\"id\": \"c1.what\", \"why\": \"Quoted.\"},"
                   " {\"id\": \"common.back\", \"why\": \"Everybody says so.\"}]");
    assert_problems(&folder, "");
    folder_done(&folder);
}

static void the_banned_words_are_needed(void **state) {
    (void)state;
    Folder folder;
    folder_init(&folder);
    folder_write(&folder, "en/banned.txt", NULL);
    assert_problems(&folder, "en/banned.txt:1: the file is missing\n");
    folder_done(&folder);
}

static void the_lists_of_words_to_offer_are_needed(void **state) {
    (void)state;
    static const char *const files[] = {"en/suggest/next.txt", "en/suggest/never.txt"};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        Folder folder;
        folder_init(&folder);
        folder_write(&folder, files[i], NULL);
        char said[PATH_MAX];
        snprintf(said, sizeof said, "%s:1: the file is missing\n", files[i]);
        assert_problems(&folder, said);
        folder_done(&folder);
    }
}

static void a_folder_without_a_language_is_said(void **state) {
    (void)state;
    Folder nowhere = {"/nowhere/at/all"};
    assert_problems(&nowhere, ":1: no language folder such as /nowhere/at/all/en\n");
}

/* Makes a second language, a copy of the first with other strings. */
static void add_language(const Folder *folder, const char *strings) {
    static const char *const files[] = {
        "sources.json",      "takeaway.json",    "guide.json",        "examples.json",
        "practice.json",     "ideas.json",       "glossary.json",     "grammar.json",
        "keyboard.json",     "banned.txt",       "check/grammar.txt", "check/prompts.json",
        "suggest/words.txt", "suggest/next.txt", "suggest/never.txt"};
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/pl/check", folder->path);
    assert_int_equal(file_make_folder(path), OK);
    snprintf(path, sizeof path, "%s/pl/suggest", folder->path);
    assert_int_equal(file_make_folder(path), OK);
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        Buf text = {0};
        snprintf(path, sizeof path, "%s/en/%s", folder->path, files[i]);
        assert_int_equal(file_read(path, 1 << 20, &text), OK);
        snprintf(path, sizeof path, "pl/%s", files[i]);
        folder_write(folder, path, buf_string(&text));
        buf_done(&text);
    }
    folder_write(folder, "pl/strings.json", strings);
}

static void a_translation_has_the_same_ids(void **state) {
    (void)state;
    Folder folder;
    folder_init(&folder);
    add_language(&folder, "{\"home.title\": \"Dzień dobry {who}.\",\n\"home.carry\": \"Dalej\",\n"
                          "\"common.bac\": \"Wróć\"}");
    assert_problems(&folder, "pl/strings.json:1: \"common.back\" is missing\n"
                             "pl/strings.json:1: {who} is not in the English \"home.title\"\n"
                             "pl/strings.json:3: \"common.bac\" is no id of the English strings\n");
    folder_done(&folder);
}

static void what_two_languages_share_is_said_once(void **state) {
    (void)state;
    Folder folder;
    folder_init(&folder);
    add_language(&folder, "{\"home.title\": \"A\", \"home.carry\": \"B\", \"common.back\": \"C\"}");
    folder_replace(&folder, "place.json", "A helpline", "A TLA");
    assert_problems(&folder, "place.json:10: the abbreviation \"TLA\" is not in the glossary\n");
    folder_done(&folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_good_folder_has_no_problems),
        cmocka_unit_test(each_slip_is_said),
        cmocka_unit_test(an_exception_with_a_reason_is_kept),
        cmocka_unit_test(the_banned_words_are_needed),
        cmocka_unit_test(the_lists_of_words_to_offer_are_needed),
        cmocka_unit_test(a_folder_without_a_language_is_said),
        cmocka_unit_test(a_translation_has_the_same_ids),
        cmocka_unit_test(what_two_languages_share_is_said_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
