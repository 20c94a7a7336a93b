/* kiosk.json: what is right is taken, what is not keeps its default and is named with its line. */
#include "base/text.h"
#include "config.h"
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/tp-config-XXXXXX";
static char path[64];
static Config config;

static int set_up(void **state) {
    (void)state;
    text_set(folder, sizeof folder, "/tmp/tp-config-XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/kiosk.json", folder);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    config_done(&config);
    unlink(path);
    rmdir(folder);
    return 0;
}

static void load(const char *text) {
    config_done(&config);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    config_load(path, &config);
}

static Site site(void) {
    Site site = {.idle_s = 180, .idle_words_s = 240, .keep_days = 28, .sound = true};
    config_site(&config, &site);
    return site;
}

static void everything_can_be_set(void **state) {
    (void)state;
    load(
        "{\"place\": {\"name\": \"Oak Hill School\", \"service\": \"S\", \"phone\": \"1\","
        " \"text\": \"2\", \"email\": \"e\", \"website\": \"w\", \"drop_in\": \"d\"},\n"
        " \"panel_mm\": \"217x136.5\", \"rotate\": 90, \"theme\": \"night\", \"text\": \"large\",\n"
        " \"language\": \"en\", \"idle_seconds\": 60, \"idle_words_seconds\": 90,\n"
        " \"keep_days\": 90, \"sound\": false, \"real_clock\": true}");
    assert_string_equal(buf_string(&config.problems), "");
    Options options = {.language = "en"};
    text_set(options.content, sizeof options.content, "content");
    config_options(&config, &options);
    assert_true(options.w_mm > 216 && options.w_mm < 218);
    assert_true(options.h_mm > 136 && options.h_mm < 137);
    assert_int_equal(options.rotate, 90);
    assert_int_equal(options.theme, THEME_NIGHT);
    assert_int_equal(options.text, SIZE_LARGE);
    Site found = site();
    assert_int_equal(found.idle_s, 60);
    assert_int_equal(found.idle_words_s, 90);
    assert_int_equal(found.keep_days, 90);
    assert_false(found.sound);
    assert_true(found.real_clock);
    assert_null(found.problems);
    Library *library = NULL;
    Buf problems = {0};
    assert_int_equal(library_load("content", "en", &problems, &library), OK);
    config_place(&config, library);
    assert_string_equal(library->place->name, "Oak Hill School");
    assert_string_equal(library->place->service, "S");
    assert_string_equal(library->place->text_phone, "2");
    assert_string_equal(library->place->drop_in, "d");
    assert_true(library->place->offers.count > 0); /* not in this file: stays */
    library_free(library);
    buf_done(&problems);
}

static void the_command_line_wins(void **state) {
    (void)state;
    load("{\"panel_mm\": \"217x136\", \"rotate\": 90, \"theme\": \"night\", \"text\": \"large\","
         " \"language\": \"tiny\"}");
    Options options = {.w_mm = 154,
                       .h_mm = 86,
                       .language = "en",
                       .theme = THEME_CREAM,
                       .rotate_given = true,
                       .theme_given = true,
                       .text_given = true,
                       .language_given = true};
    config_options(&config, &options);
    assert_true(options.w_mm < 155);
    assert_int_equal(options.rotate, 0);
    assert_int_equal(options.theme, THEME_CREAM);
    assert_int_equal(options.text, SIZE_STANDARD);
    assert_string_equal(options.language, "en");
}

static void a_language_without_a_folder_is_not_taken(void **state) {
    (void)state;
    load("{\"language\": \"xx\"}");
    Options options = {.language = "en"};
    text_set(options.content, sizeof options.content, "content");
    config_options(&config, &options);
    assert_string_equal(options.language, "en");
}

static void what_cannot_be_used_is_named_and_the_rest_is_taken(void **state) {
    (void)state;
    static const struct {
        const char *member, *says;
    } wrong[] = {
        {"\"rotate\": 45", "\"rotate\" takes 0, 90, 180 or 270"},
        {"\"rotate\": \"90\"", "\"rotate\" takes"},
        {"\"idle_seconds\": 5", "\"idle_seconds\" takes a whole number from 30 to 3600"},
        {"\"idle_seconds\": 60.5", "\"idle_seconds\" takes"},
        {"\"idle_seconds\": 1e300", "\"idle_seconds\" takes"},
        {"\"keep_days\": 0", "\"keep_days\" takes"},
        {"\"keep_days\": 91", "\"keep_days\" takes a whole number from 1 to 90"},
        {"\"keep_days\": -1", "\"keep_days\" takes"},
        {"\"sound\": 1", "\"sound\" takes true or false"},
        {"\"real_clock\": \"yes\"", "\"real_clock\" takes"},
        {"\"theme\": \"pink\"", "\"theme\" takes paper, night, contrast or cream"},
        {"\"text\": 12", "\"text\" takes standard"},
        {"\"panel_mm\": \"217\"", "\"panel_mm\" takes"},
        {"\"panel_mm\": \"217x\"", "\"panel_mm\" takes"},
        {"\"panel_mm\": \"1x1\"", "\"panel_mm\" takes"},
        {"\"panel_mm\": \"nanxnan\"", "\"panel_mm\" takes"},
        {"\"panel_mm\": [217, 136]", "\"panel_mm\" takes"},
        {"\"language\": \"../en\"", "\"language\" takes"},
        {"\"language\": \"\"", "\"language\" takes"},
        {"\"place\": \"here\"", "\"place\" takes an object"},
        {"\"place\": {\"phone\": 1}", "\"phone\" takes a line of text"},
        {"\"place\": {\"name\": \"a{b\"}", "\"name\" takes a line of text"},
        {"\"place\": {\"service\": \"\"}", "\"service\" may not be empty"},
        {"\"place\": {\"phone\": \"\"}", "\"phone\" may not be empty"},
        {"\"place\": {\"fax\": \"1\"}", "there is no setting \"place\", \"fax\""},
        {"\"colour\": \"red\"", "there is no setting \"colour\""},
        {"\"theme\": null", "\"theme\" takes"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        char text[256], expected[192];
        snprintf(text, sizeof text, "{\n%s,\n\"Keep_days\": 1, \"idle_words_seconds\": 77}",
                 wrong[i].member);
        load(text);
        snprintf(expected, sizeof expected, "%s:2: %s", path, wrong[i].says);
        if (!strstr(buf_string(&config.problems), expected)) {
            fail_msg("%s: %s", wrong[i].member, buf_string(&config.problems));
        }
        assert_int_equal(config.problem_count, 2); /* and 'Keep_days': case matters */
        Site found = site();
        assert_int_equal(found.idle_s, 180);
        assert_int_equal(found.keep_days, 28);
        assert_true(found.sound);
        assert_false(found.real_clock);
        assert_int_equal(found.idle_words_s, 77);
        assert_ptr_equal(found.problems, buf_string(&config.problems));
    }
}

static void a_file_that_is_no_json_changes_nothing(void **state) {
    (void)state;
    static const char *const broken[] = {"",
                                         "{",
                                         "[]",
                                         "{\"theme\": \"night\",}",
                                         "{\"theme\": \"night\", \"theme\": \"cream\"}",
                                         "\xff\xfe{}"};
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        load(broken[i]);
        assert_int_equal(config.problem_count, 1);
        assert_non_null(strstr(buf_string(&config.problems), path));
        Options options = {.language = "en"};
        config_options(&config, &options);
        assert_int_equal(options.theme, THEME_PAPER);
        assert_int_equal(site().keep_days, 28);
    }
    config_done(&config);
    config_load("/nowhere/kiosk.json", &config);
    assert_int_equal(config.problem_count, 1);
}

static void it_is_found_beside_the_data(void **state) {
    (void)state;
    char found[PATH_MAX];
    Options options = {.config = "/some/file.json"};
    assert_true(config_find(&options, found));
    assert_string_equal(found, "/some/file.json");
    load("{}");
    options.config = NULL;
    snprintf(options.data, sizeof options.data, "%s/drafts", folder);
    assert_true(config_find(&options, found));
    assert_string_equal(found, path);
    text_set(options.data, sizeof options.data, "/nowhere/drafts");
    assert_false(config_find(&options, found));
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        EACH(everything_can_be_set),
        EACH(the_command_line_wins),
        EACH(a_language_without_a_folder_is_not_taken),
        EACH(what_cannot_be_used_is_named_and_the_rest_is_taken),
        EACH(a_file_that_is_no_json_changes_nothing),
        EACH(it_is_found_beside_the_data),
    };
    return cmocka_run_group_tests_name("program/config", tests, NULL, NULL);
}
