/* The operator's file as it is delivered, what is told about it, and devices named in it. */
#include "unit.h"

#include "base/file.h"
#include "base/json.h"
#include "config.h"
#include "usb_rules.h"

#include <stdio.h>
#include <stdlib.h>

static const char sample[] = "board/operator/kiosk.json";

static const char *read_all(const char *path, Buf *bytes) {
    assert_int_equal(file_read(path, json_draft_limits.bytes, bytes), OK);
    return buf_string(bytes);
}

static void as_delivered_it_changes_nothing(void **state) {
    (void)state;
    Config config;
    config_load(sample, &config);
    assert_string_equal(buf_string(&config.problems), "");
    Options options = {.language = "en"};
    snprintf(options.content, sizeof options.content, "content");
    config_options(&config, &options);
    assert_true(options.w_mm <= 0);
    assert_int_equal(options.rotate, 0);
    assert_int_equal(options.theme, THEME_PAPER);
    assert_int_equal(options.text, SIZE_STANDARD);
    assert_string_equal(options.language, "en");
    Library *library = NULL;
    Buf problems = {0};
    assert_int_equal(library_load("content", "en", &problems, &library), OK);
    const PlaceInfo before = *library->place;
    config_place(&config, library);
    assert_string_equal(library->place->name, before.name);
    assert_string_equal(library->place->service, before.service);
    assert_string_equal(library->place->phone, before.phone);
    assert_string_equal(library->place->text_phone, before.text_phone);
    assert_string_equal(library->place->email, before.email);
    assert_string_equal(library->place->website, before.website);
    assert_string_equal(library->place->drop_in, before.drop_in);
    library_free(library);
    buf_done(&problems);
    config_done(&config);
}

/* A line of its own, 'key  words'. */
static bool told(const char *text, const char *key) {
    size_t len = strlen(key);
    for (const char *line = text; line; line = strchr(line, '\n')) {
        line += strspn(line, "\n ");
        if (strncmp(line, key, len) == 0 && (line[len] == ' ' || line[len] == '\n')) {
            return true;
        }
    }
    return false;
}

static int each_is_told(const Json *object, const char *text) {
    int count = 0;
    for (const Json *value = object->child; value; value = value->next) {
        if (!told(text, value->key)) {
            fail_msg("kiosk.txt does not tell of \"%s\"", value->key);
        }
        count += 1 + (value->kind == JSON_OBJECT ? each_is_told(value, text) : 0);
    }
    return count;
}

static void every_field_is_told(void **state) {
    (void)state;
    enum { FIELDS = 19 };
    Buf json = {0}, text = {0};
    Arena arena = {0};
    JsonError error;
    read_all(sample, &json);
    const Json *root = json_read(&arena, buf_string(&json), json.len, &json_draft_limits, &error);
    assert_non_null(root);
    assert_int_equal(each_is_told(root, read_all("board/operator/kiosk.txt", &text)), FIELDS);
    arena_done(&arena);
    buf_done(&json);
    buf_done(&text);
}

static void spoilt(const char *text, const char *key, Buf *out) {
    char quoted[64];
    snprintf(quoted, sizeof quoted, "\"%s\": ", key);
    const char *at = strstr(text, quoted);
    assert_non_null(at);
    const char *end = at + strcspn(at, "\n");
    end -= end[-1] == ','; /* the comma stays */
    buf_print(out, "%.*s%s[]%s", (int)(at - text), text, quoted, end);
}

static void write_file(char path[], const char *text) {
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    FILE *file = fdopen(fd, "w");
    fputs(text, file);
    fclose(file);
}

/* A mark before everything, and two characters at the end of each line. */
static void what_notepad_writes_is_read(void **state) {
    (void)state;
    char path[] = "/tmp/tp-operator-XXXXXX";
    write_file(path, "\xEF\xBB\xBF{\r\n  \"keep_days\": 14,\r\n  \"theme\": \"pink\"\r\n}\r\n");
    Config config;
    config_load(path, &config);
    assert_int_equal(config.keep_days, 14);
    assert_int_equal(config.problem_count, 1);
    assert_non_null(strstr(buf_string(&config.problems), ":3: \"theme\" takes"));
    config_done(&config);
    remove(path);
}

/* Each field, spoilt in the file as it is delivered: named with its line, and all others taken. */
static void a_broken_field_is_named_with_its_line(void **state) {
    (void)state;
    static const char *const keys[] = {"name",
                                       "service",
                                       "phone",
                                       "text",
                                       "email",
                                       "website",
                                       "drop_in",
                                       "panel_mm",
                                       "rotate",
                                       "theme",
                                       "language",
                                       "idle_seconds",
                                       "idle_words_seconds",
                                       "keep_days",
                                       "sound",
                                       "real_clock",
                                       "usb"};
    Buf text = {0};
    read_all(sample, &text);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        char path[] = "/tmp/tp-operator-XXXXXX", named[160];
        Buf broken = {0};
        spoilt(buf_string(&text), keys[i], &broken);
        write_file(path, buf_string(&broken));
        Config config;
        config_load(path, &config);
        assert_int_equal(config.problem_count, 1);
        int line = 1;
        char quoted[64];
        snprintf(quoted, sizeof quoted, "\"%s\": [", keys[i]);
        const char *at = strstr(buf_string(&broken), quoted);
        for (const char *c = buf_string(&broken); c < at; c++) {
            line += *c == '\n';
        }
        snprintf(named, sizeof named, "%s:%d: \"%s\" takes ", path, line, keys[i]);
        if (!strstr(buf_string(&config.problems), named)) {
            fail_msg("%s, not %s", buf_string(&config.problems), named);
        }
        remove(path);
        config_done(&config);
        buf_done(&broken);
    }
    buf_done(&text);
}

static void only_numbers_of_devices_are_good(void **state) {
    (void)state;
    assert_true(usb_names_good(""));
    assert_true(usb_names_good("0eef:0005"));
    assert_true(usb_names_good(" 0EEF:0005  1a2c:0e24 "));
    static const char *const bad[] = {
        "0eef",       "0eef:005",   "0eef-0005", "0eef:000g",
        "0eef:00055", "0eef:0005,", "\"==:0005", "0eef:0005\t1a2c:0e24",
        "any"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_false(usb_names_good(bad[i]));
    }
}

static void each_device_named_is_one_rule(void **state) {
    (void)state;
    Buf rules = {0};
    usb_rules(NULL, &rules);
    usb_rules("", &rules);
    assert_int_equal(rules.len, 0);
    usb_rules(" 0EEF:0005  1a2c:0e24", &rules);
    assert_string_equal(buf_string(&rules),
                        "ATTRS{idVendor}==\"0eef\", ATTRS{idProduct}==\"0005\", "
                        "ENV{TALKING_POINTS_USB}=\"named\"\n"
                        "ATTRS{idVendor}==\"1a2c\", ATTRS{idProduct}==\"0e24\", "
                        "ENV{TALKING_POINTS_USB}=\"named\"\n");
    buf_done(&rules);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_delivered_it_changes_nothing),
        cmocka_unit_test(every_field_is_told),
        cmocka_unit_test(what_notepad_writes_is_read),
        cmocka_unit_test(a_broken_field_is_named_with_its_line),
        cmocka_unit_test(only_numbers_of_devices_are_good),
        cmocka_unit_test(each_device_named_is_one_rule),
    };
    return cmocka_run_group_tests_name("board/operator", tests, NULL, NULL);
}
