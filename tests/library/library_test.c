/* Loading: what is in the files is in the library, and each slip is said with file and line. */
#include "library/folder.h"
#include "library/library.h"
#include "unit.h"

#include <stdio.h>

static Library *load(const Folder *folder) {
    Buf problems = {0};
    Library *library = NULL;
    Err err = library_load(folder->path, "en", &problems, &library);
    if (err != OK) {
        fputs(buf_string(&problems), stderr);
    }
    assert_int_equal(err, OK);
    assert_string_equal(buf_string(&problems), "");
    buf_done(&problems);
    return library;
}

static int open_tiny(void **state) {
    static Folder folder;
    folder_init(&folder);
    *state = load(&folder);
    folder_done(&folder);
    return 0;
}

static int close_tiny(void **state) {
    library_free(*state);
    return 0;
}

static void guide_is_read(void **state) {
    const Library *library = *state;
    assert_int_equal(library->chapter_count, 1);
    const GuideChapter *chapter = &library->chapters[0];
    assert_string_equal(chapter->title, "What it means");
    assert_int_equal(chapter->page_count, 2);
    const GuidePage *page = &chapter->pages[0];
    assert_string_equal(page->id, "c1.what");
    assert_int_equal(page->sentences.count, 2);
    assert_string_equal(page->sentences.text[1], "They cannot do it yet.");
    assert_int_equal(page->points.count, 2);
    assert_string_equal(page->example, "Sam will walk to school.");
    assert_string_equal(page->example_source, "oxfordshire");
    assert_int_equal(page->easy.count, 1);
    assert_null(chapter->pages[1].example);
    assert_int_equal(chapter->pages[1].points.count, 0);
    assert_string_equal(library_source(library, page->source)->short_title, "Talking Points");
    assert_null(library_source(library, "essex"));
}

static void examples_and_cards_are_read(void **state) {
    const Library *library = *state;
    assert_int_equal(library->example_count, 2);
    const Example *pair = &library->examples[0], *alone = &library->examples[1];
    assert_int_equal(pair->stage, STAGE_PRIMARY);
    assert_int_equal(pair->area, AREA_FRIENDS);
    assert_string_equal(pair->good.better, "Say by when.");
    assert_string_equal(pair->not_yet.why.text[0], "How would we know?");
    assert_string_equal(pair->shape, "{name} will ask to ...");
    assert_int_equal(alone->stage, STAGE_POST16);
    assert_int_equal(alone->area, AREA_WORK);
    assert_null(alone->not_yet.text);
    assert_null(alone->shape);
    assert_int_equal(library->card_count, 2);
    assert_true(library->cards[0].good);
    assert_null(library->cards[0].better);
    assert_false(library->cards[1].good);
    assert_string_equal(library->cards[1].still, "It still needs: by when.");
}

static void place_grammar_and_glossary_are_read(void **state) {
    const Library *library = *state;
    assert_string_equal(library->place->name, "Oak Hill School");
    assert_string_equal(library->place->text_phone, "");
    assert_int_equal(library->place->offers.count, 2);
    assert_string_equal(library->grammar->first_am, "I am");
    assert_string_equal(library->grammar->pronouns[PRONOUN_SHE][4], "herself");
    assert_string_equal(library->grammar->starts_when[1], "before");
    assert_null(library->grammar->starts_when[2]);
    assert_string_equal(library->grammar->starts_why[1], "because");
    assert_int_equal(library->glossary_count, 2);
    assert_string_equal(library->glossary[0].say, "E H C plan");
    assert_null(library->glossary[1].say);
}

static void keyboard_is_read(void **state) {
    const Library *library = *state;
    const KeyLayer *letters = library_layer(library, "letters");
    assert_non_null(letters);
    assert_int_equal(letters->row_count, 2);
    const Key *first = letters->rows[0].keys, *second = letters->rows[1].keys;
    assert_int_equal(first[0].kind, KEY_TEXT);
    assert_string_equal(first[0].label, "a");
    assert_string_equal(first[0].more, "áà");
    assert_string_equal(first[1].value, "'");
    assert_string_equal(first[1].label, "’");
    assert_float_equal(letters->rows[1].indent, 0.5, 0);
    assert_int_equal(second[0].kind, KEY_SHIFT);
    assert_string_equal(second[0].label, "");
    assert_int_equal(second[1].kind, KEY_LAYER);
    assert_string_equal(second[1].value, "numbers");
    assert_float_equal(second[1].width, 1.5, 0);
    assert_string_equal(second[2].value, " ");
    assert_null(library_layer(library, "greek"));
}

static void strings_are_found(void **state) {
    const Library *library = *state;
    assert_string_equal(library_string(library, "common.back"), "Back");
    assert_string_equal(library_string(library, "page.title"), "What we would like {name} to do");
    assert_string_equal(library_string(library, "no.such"), "[no.such]");
    assert_true(library_has_string(library, "home.title"));
    assert_false(library_has_string(library, "home.titl"));
}

static void missing_strings_do_not_share_a_place(void **state) {
    const char *one = library_string(*state, "no.one"), *two = library_string(*state, "no.two");
    assert_string_equal(one, "[no.one]");
    assert_string_equal(two, "[no.two]");
}

/* A thousand more strings, in a file of their own: each is found, none is another's. */
static void many_strings_are_found(void **state) {
    (void)state;
    enum { MANY = 1000 };
    Folder folder;
    Buf text = {0};
    folder_init(&folder);
    for (int i = 0; i < MANY; i++) {
        buf_print(&text, "%c\"many.%d\": \"Text %d\"\n", i == 0 ? '{' : ',', i, i);
    }
    buf_text(&text, "}");
    folder_write(&folder, "en/many.strings.json", buf_string(&text));
    Library *library = load(&folder);
    for (int i = 0; i < MANY; i++) {
        buf_clear(&text);
        buf_print(&text, "many.%d", i);
        const char *found = library_string(library, buf_string(&text));
        buf_clear(&text);
        buf_print(&text, "Text %d", i);
        assert_string_equal(found, buf_string(&text));
    }
    library_free(library);
    buf_done(&text);
    folder_done(&folder);
}

static void assert_ideas(const Library *library, Area area, Stage stage, int most,
                         const char *const expected[]) {
    enum { ROOM = 16 };
    const char *out[ROOM];
    int count = library_ideas(library, PART_WHAT, area, stage, out, most);
    for (int i = 0; i < count; i++) {
        assert_non_null(expected[i]);
        assert_string_equal(out[i], expected[i]);
    }
    assert_null(expected[count]);
}

static void ideas_of_the_area_come_first(void **state) {
    assert_ideas(*state, AREA_TALKING, STAGE_PRIMARY, 16,
                 (const char *const[]){"ask for help", "say hello", "take turns to talk",
                                       "try a new thing", NULL});
    assert_ideas(*state, AREA_TALKING, STAGE_PRIMARY, 2,
                 (const char *const[]){"ask for help", "say hello", NULL});
    assert_ideas(*state, AREA_TALKING, STAGE_POST16, 16,
                 (const char *const[]){"take turns to talk", NULL});
    assert_ideas(*state, AREA_HEALTH, STAGE_EARLY, 16, (const char *const[]){NULL});
}

static void without_an_area_ideas_come_from_all(void **state) {
    assert_ideas(*state, AREA_NONE, STAGE_PRIMARY, 16,
                 (const char *const[]){"try a new thing", "ask for help", "join in a game",
                                       "say hello", "take turns to talk", NULL});
}

/* One slip in one file, and the one line that is said about it. */
typedef struct Slip {
    const char *file, *from, *to, *said;
} Slip;

static const Slip slips[] = {
    {"en/guide.json", "\"heading\": \"The", "\"headign\": \"The",
     "en/guide.json:22: unknown member \"headign\"\nen/guide.json:20: \"heading\" is missing\n"},
    {"en/guide.json", "[\"Some children have an EHC plan.\"]", "\"Some\"",
     "en/guide.json:23: \"sentences\" is not a list\n"},
    {"en/guide.json", "[\"Some children have an EHC plan.\"]", "[]",
     "en/guide.json:23: \"sentences\" needs at least 1\n"},
    {"en/guide.json", "\"They cannot do it yet.\"", "7",
     "en/guide.json:13: \"sentences\" is not a text\n"},
    {"en/guide.json", "\"source\": \"oxfordshire\"", "\"source\": \"oxford\"",
     "en/guide.json:16: unknown source \"oxford\"\n"},
    {"en/guide.json", "c1.plan", "c1.what",
     "en/guide.json:21: the id \"c1.what\" is used already in line 9\n"},
    {"en/guide.json", "yet.\"\n", "yet.\",\n", "en/guide.json:14: expected a value (column 11)\n"},
    {"en/sources.json", "\"short\": \"Talking Points\"", "\"short\": \"\"",
     "en/sources.json:3: \"short\" is empty\n"},
    {"en/strings.json", "\"Back\"", "[]", "en/strings.json:4: \"common.back\" is not a text\n"},
    {"en/strings.json", "{name’s}", "{name",
     "en/strings.json:3: \"home.carry\" has a brace without its other half\n"},
    {"en/strings.json", "{name’s}", "name}",
     "en/strings.json:3: \"home.carry\" has a brace without its other half\n"},
    {"en/strings.json", "common.back", "home.title",
     "en/strings.json:4: the same name twice (column 15)\n"},
    {"en/takeaway.json", "page.title", "common.back",
     "en/takeaway.json:2: the id \"common.back\" is in another file too\n"},
    {"en/strings.json", "Back", "Ba\\u0007ck",
     "en/strings.json:4: \"common.back\" holds a character that cannot be shown\n"},
    {"en/examples.json", "\"stage\": \"post16\"", "\"stage\": \"old\"",
     "en/examples.json:19: unknown stage \"old\"\n"},
    {"en/examples.json", "\"area\": \"work\"", "\"area\": \"none\"",
     "en/examples.json:20: unknown area \"none\"\n"},
    {"en/examples.json", "\"good\": {\"text\": \"Asha",
     "\"good\": null, \"not_yet\": {\"txt\": \"Asha",
     "en/examples.json:21: unknown member \"txt\"\nen/examples.json:21: \"text\" is missing\n"},
    {"en/practice.json", "\"good\": true", "\"good\": \"yes\"",
     "en/practice.json:6: \"good\" is neither true nor false\n"
     "en/practice.json:3: a card that is not good yet needs \"better\"\n"},
    {"en/ideas.json", "\"part\": \"where\"", "\"part\": \"there\"",
     "en/ideas.json:7: unknown part \"there\"\n"},
    {"en/ideas.json", "\"area\": \"friends\"", "\"area\": \"talking\"",
     "en/ideas.json:5: ideas for this part, area and stage are listed already\n"},
    {"en/glossary.json", "\"word\": \"provision\"", "\"word\": \"EHC plan\"",
     "en/glossary.json:4: the word \"EHC plan\" is used already in line 3\n"},
    {"en/grammar.json", ", \"himself\"", "", "en/grammar.json:10: \"he\" needs at least 5\n"},
    {"en/grammar.json", "\"she\": [\"she\"", "\"shee\": [\"she\"",
     "en/grammar.json:9: unknown member \"shee\"\nen/grammar.json:7: \"she\" is missing\n"},
    {"en/keyboard.json", "\"layer\": \"numbers\"", "\"layer\": \"figures\"",
     "en/keyboard.json:11: unknown layer \"figures\"\n"},
    {"en/keyboard.json", "\"width\": 4", "\"width\": 9",
     "en/keyboard.json:7: the row is 12.00 keys wide, more than 10\n"},
    {"en/keyboard.json", "\"kind\": \"shift\"", "\"kind\": \"shifty\"",
     "en/keyboard.json:10: unknown kind \"shifty\"\nen/keyboard.json:10: \"text\" is missing\n"},
    {"en/check/grammar.txt", "# No", "No", "en/check/grammar.txt:1: words before any [list]\n"},
    {"place.json", "\"phone\"", "\"fone\"",
     "place.json:4: unknown member \"fone\"\nplace.json:1: \"phone\" is missing\n"},
};

static void assert_said(const Folder *folder, const char *said) {
    Buf problems = {0};
    Library *const untouched = (Library *)folder, *library = untouched;
    assert_int_equal(library_load(folder->path, "en", &problems, &library), ERR_DAMAGED);
    assert_ptr_equal(library, untouched);
    /* Paths are as the caller gave the folder: taken off here to compare. */
    Buf shorter = {0};
    char *rest = problems.bytes;
    for (char *line = strsep(&rest, "\n"); line && line[0]; line = strsep(&rest, "\n")) {
        assert_memory_equal(line, folder->path, strlen(folder->path));
        buf_print(&shorter, "%s\n", line + strlen(folder->path) + 1);
    }
    assert_string_equal(buf_string(&shorter), said);
    buf_done(&shorter);
    buf_done(&problems);
}

static void each_slip_is_said(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++) {
        Folder folder;
        folder_init(&folder);
        folder_replace(&folder, slips[i].file, slips[i].from, slips[i].to);
        assert_said(&folder, slips[i].said);
        folder_done(&folder);
    }
}

static void missing_files_are_all_said(void **state) {
    (void)state;
    Folder folder;
    folder_init(&folder);
    folder_write(&folder, "en/guide.json", NULL);
    folder_write(&folder, "place.json", NULL);
    folder_write(&folder, "en/ideas.json", "[]");
    assert_said(&folder, "place.json:1: the file is missing\n"
                         "en/guide.json:1: the file is missing\n"
                         "en/ideas.json:1: expected an object in { }\n");
    folder_done(&folder);
}

static void a_first_page_has_its_words_before_the_rest_is_read(void **state) {
    (void)state;
    Folder folder;
    Buf problems = {0};
    Library *library = NULL;
    folder_init(&folder);
    assert_int_equal(library_load_first(folder.path, "en", &problems, &library), OK);
    assert_true(library_has_string(library, "home.title"));
    assert_non_null(library->place);
    assert_non_null(library->grammar);
    assert_int_equal(library->chapter_count, 0);
    assert_null(library->rules);
    assert_int_equal(library_load_rest(library, &problems), OK);
    assert_int_equal(library->chapter_count, 1);
    assert_non_null(library->rules);
    assert_string_equal(buf_string(&problems), "");
    library_free(library);
    folder_done(&folder);
}

static void a_slip_in_the_rest_is_said_too(void **state) {
    (void)state;
    Folder folder;
    Buf problems = {0};
    Library *library = NULL;
    folder_init(&folder);
    folder_write(&folder, "en/check/grammar.txt", NULL);
    assert_int_equal(library_load_first(folder.path, "en", &problems, &library), OK);
    assert_int_equal(library_load_rest(library, &problems), ERR_DAMAGED);
    assert_non_null(strstr(buf_string(&problems), "en/check/grammar.txt:1: "));
    buf_done(&problems);
    library_free(library);
    folder_done(&folder);
}

static void a_missing_language_is_said(void **state) {
    (void)state;
    Folder folder;
    Buf problems = {0};
    Library *library = NULL;
    folder_init(&folder);
    assert_int_equal(library_load(folder.path, "pl", &problems, &library), ERR_NOT_FOUND);
    assert_null(library);
    assert_string_equal(buf_string(&problems) + strlen(folder.path),
                        "/pl:1: the folder is missing\n");
    buf_done(&problems);
    folder_done(&folder);
}

static void write_code_words(const Folder *folder, int count, const char *last) {
    Buf text = {0};
    buf_text(&text, "# words\n");
    for (int i = 0; i < count - 1; i++) {
        buf_print(&text, "%c%c%c\n", 'a' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676);
    }
    buf_text(&text, last);
    folder_write(folder, "en/code-words.txt", buf_string(&text));
    buf_done(&text);
}

static void code_words_are_2048_different_ones(void **state) {
    (void)state;
    Folder folder;
    folder_init(&folder);
    write_code_words(&folder, 2048, "zebra");
    Library *library = load(&folder);
    assert_int_equal(library->code_words.count, 2048);
    assert_string_equal(library->code_words.text[2047], "zebra");
    library_free(library);
    write_code_words(&folder, 2048, "aaa");
    assert_said(&folder, "en/code-words.txt:2049: \"aaa\" is in the list twice\n");
    write_code_words(&folder, 2047, "zebra");
    assert_said(&folder, "en/code-words.txt:1: 2047 words, but codes need 2048\n");
    write_code_words(&folder, 2048, "two words");
    assert_said(&folder, "en/code-words.txt:2049: \"two words\" is not one plain word\n");
    folder_done(&folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(guide_is_read, open_tiny, close_tiny),
        cmocka_unit_test_setup_teardown(examples_and_cards_are_read, open_tiny, close_tiny),
        cmocka_unit_test_setup_teardown(place_grammar_and_glossary_are_read, open_tiny, close_tiny),
        cmocka_unit_test_setup_teardown(keyboard_is_read, open_tiny, close_tiny),
        cmocka_unit_test_setup_teardown(strings_are_found, open_tiny, close_tiny),
        cmocka_unit_test_setup_teardown(missing_strings_do_not_share_a_place, open_tiny,
                                        close_tiny),
        cmocka_unit_test(many_strings_are_found),
        cmocka_unit_test_setup_teardown(ideas_of_the_area_come_first, open_tiny, close_tiny),
        cmocka_unit_test_setup_teardown(without_an_area_ideas_come_from_all, open_tiny, close_tiny),
        cmocka_unit_test(each_slip_is_said),
        cmocka_unit_test(missing_files_are_all_said),
        cmocka_unit_test(a_first_page_has_its_words_before_the_rest_is_read),
        cmocka_unit_test(a_slip_in_the_rest_is_said_too),
        cmocka_unit_test(a_missing_language_is_said),
        cmocka_unit_test(code_words_are_2048_different_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
