/* Every string id that the program's sources name is in the English strings.
 *
 * A scan of app/, so that a screen cannot show '[home.titel]'. An id is a literal such as
 * "home.title": in a call of say(), say_with(), T() or library_string() whatever it begins with,
 * elsewhere (tables of ids) when it begins like an id that exists. "area." stands for the ids that
 * are put together from it: there is at least one. The other way round, each {key} of a string is
 * a literal of the sources, since somebody fills it, and each string is named by one. */
#include "base/file.h"
#include "library/content.h"
#include "outcome/draft_limits.h"
#include "unit.h"

#include <ctype.h>
#include <ftw.h>
#include <stdio.h>

enum { CODE_WORDS = 5, LITERAL_SIZE = 128, NAME_SIZE = 64, DEPTH_MOST = 16, FILE_MOST = 1 << 20 };

static const char *const callers[] = {"say", "say_with", "say_joined", "T", "library_string", NULL};

/* Where the scan is. call_depth: bracket depth of the innermost call of a caller, 0 for none. */
typedef struct Scan {
    const char *path, *at;
    int line, depth, call_depth;
    char name[NAME_SIZE]; /* the identifier just read, empty behind anything else */
    void (*visit)(const struct Scan *scan, const char *literal);
} Scan;

static void skip_comment(Scan *scan) {
    bool block = scan->at[1] == '*';
    const char *end = block ? strstr(scan->at + 2, "*/") : strchr(scan->at, '\n');
    end = end ? end + (block ? 2 : 0) : scan->at + strlen(scan->at);
    for (; scan->at < end; scan->at++) {
        scan->line += *scan->at == '\n';
    }
}

static void read_literal(Scan *scan, char quote) {
    char text[LITERAL_SIZE];
    size_t len = 0;
    for (scan->at++; *scan->at && *scan->at != quote && *scan->at != '\n'; scan->at++) {
        if (*scan->at == '\\' && scan->at[1]) {
            scan->at++;
        }
        if (len < sizeof text - 1) {
            text[len++] = *scan->at;
        }
    }
    scan->at += *scan->at == quote;
    text[len] = '\0';
    if (quote == '"') {
        scan->visit(scan, text);
    }
}

static void read_name(Scan *scan) {
    size_t len = 0;
    for (; isalnum((unsigned char)*scan->at) || *scan->at == '_'; scan->at++) {
        if (len < sizeof scan->name - 1) {
            scan->name[len++] = *scan->at;
        }
    }
    scan->name[len] = '\0';
}

static void read_bracket(Scan *scan) {
    bool opens = *scan->at == '(';
    scan->depth += opens ? 1 : -1;
    if (opens && scan->call_depth == 0 && name_index(callers, scan->name) >= 0) {
        scan->call_depth = scan->depth;
    } else if (scan->depth < scan->call_depth) {
        scan->call_depth = 0;
    }
    scan->name[0] = '\0';
    scan->at++;
}

static void scan_text(const char *path, const char *text,
                      void (*visit)(const Scan *scan, const char *literal)) {
    Scan scan = {.path = path, .at = text, .line = 1, .visit = visit};
    while (*scan.at) {
        char c = *scan.at;
        if (c == '/' && (scan.at[1] == '*' || scan.at[1] == '/')) {
            skip_comment(&scan);
        } else if (c == '"' || c == '\'') {
            read_literal(&scan, c);
        } else if (isalpha((unsigned char)c) || c == '_') {
            read_name(&scan);
        } else if (c == '(' || c == ')') {
            read_bracket(&scan);
        } else {
            if (!isspace((unsigned char)c)) {
                scan.name[0] = '\0';
            }
            scan.line += c == '\n';
            scan.at++;
        }
    }
}

/* 'home.title', 'err.no_access', and 'area.' which begins some. */
static bool is_id(const char *text) {
    size_t first = strspn(text, "abcdefghijklmnopqrstuvwxyz");
    return first > 0 && text[first] == '.' &&
           strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789._-") == strlen(text) &&
           !strstr(text, "..");
}

static bool is_file_name(const char *text) {
    static const char *const ends[] = {"json", "html", "txt", "c",   "h",   "db",  "svg",
                                       "png",  "ttf",  "otf", "dat", "tmp", "new", NULL};
    return name_index(ends, strrchr(text, '.') + 1) >= 0;
}

static Library *library;
static Buf missing, literals; /* literals: each literal of the sources between two newlines */
static int seen;

/* True when an id of the English strings begins with the first len bytes of start. */
static bool some_begins(const char *start, size_t len) {
    for (const ContentFile *file = library->files; file; file = file->next) {
        const Json *first = strings_is_file(file->name) ? file->root->child : NULL;
        for (const Json *string = first; string; string = string->next) {
            if (strncmp(string->key, start, len) == 0) {
                return true;
            }
        }
    }
    return false;
}

static void check_literal(const Scan *scan, const char *literal) {
    buf_print(&literals, "%s\n", literal);
    if (!is_id(literal) || is_file_name(literal)) {
        return;
    }
    size_t len = strlen(literal), first = strcspn(literal, ".") + 1;
    if (scan->call_depth == 0 && !some_begins(literal, first)) {
        return;
    }
    seen++;
    bool start = literal[len - 1] == '.';
    if (start ? !some_begins(literal, len) : !library_has_string(library, literal)) {
        buf_print(&missing, "%s:%d: no string \"%s\"\n", scan->path, scan->line, literal);
    }
}

static int scan_file(const char *path, const struct stat *about, int type, struct FTW *at) {
    (void)about;
    (void)at;
    size_t len = strlen(path);
    if (type == FTW_F && len > 2 && path[len - 2] == '.' && strchr("ch", path[len - 1])) {
        Buf text = {0};
        assert_int_equal(file_read(path, FILE_MOST, &text), OK);
        scan_text(path, buf_string(&text), check_literal);
        buf_done(&text);
    }
    return 0;
}

static int open_library(void **state) {
    (void)state;
    Buf problems = {0};
    Err err = library_load("content", "en", &problems, &library);
    fputs(buf_string(&problems), stderr);
    buf_done(&problems);
    buf_clear(&missing);
    buf_clear(&literals);
    buf_char(&literals, '\n');
    seen = 0;
    return err == OK ? 0 : -1;
}

static int close_library(void **state) {
    (void)state;
    library_free(library);
    buf_done(&missing);
    buf_done(&literals);
    return 0;
}

static void each_id_in_the_sources_has_words(void **state) {
    (void)state;
    assert_int_equal(nftw("app", scan_file, DEPTH_MOST, FTW_PHYS), 0);
    print_message("%d ids in the sources\n", seen);
    fputs(buf_string(&missing), stderr);
    assert_string_equal(buf_string(&missing), "");
}

static const char curly_apostrophe[] = "’";

/* Says each {key} of a string that is no literal in the sources. {name’s} is "name's" there. */
static void check_keys(const ContentFile *file, const Json *string) {
    Buf key = {0};
    for (const char *at = strchr(string->text, '{'); at; at = strchr(at + 1, '{')) {
        buf_clear(&key);
        buf_char(&key, '\n');
        for (const char *c = at + 1; *c != '}';) {
            bool curly = strncmp(c, curly_apostrophe, strlen(curly_apostrophe)) == 0;
            buf_add(&key, curly ? "'" : c, 1);
            c += curly ? strlen(curly_apostrophe) : 1;
        }
        buf_char(&key, '\n');
        if (!strstr(buf_string(&literals), buf_string(&key))) {
            buf_print(&missing, "%s:%d: nothing fills {%.*s}\n", file->path, string->line,
                      (int)key.len - 2, buf_string(&key) + 1);
        }
    }
    buf_done(&key);
}

static void each_placeholder_is_filled_somewhere(void **state) {
    (void)state;
    assert_int_equal(nftw("app", scan_file, DEPTH_MOST, FTW_PHYS), 0);
    buf_clear(&missing);
    for (const ContentFile *file = library->files; file; file = file->next) {
        const Json *first = strings_is_file(file->name) ? file->root->child : NULL;
        for (const Json *string = first; string; string = string->next) {
            check_keys(file, string);
        }
    }
    fputs(buf_string(&missing), stderr);
    assert_string_equal(buf_string(&missing), "");
}

/* Do the first bytes of id stand in the sources before a "%d" or "%s"? */
static bool made_from(const char *id, size_t len) {
    Buf literal = {0};
    bool found = false;
    static const char *const ends[] = {"\n", "%d\n", "%s\n"};
    for (size_t i = id[len - 1] == '.' ? 0 : 1; i < sizeof ends / sizeof ends[0] && !found; i++) {
        buf_clear(&literal);
        buf_print(&literal, "\n%.*s%s", (int)len, id, ends[i]);
        found = strstr(buf_string(&literals), buf_string(&literal)) != NULL;
    }
    buf_done(&literal);
    return found;
}

/* Is id a literal of the sources, or put together from one: "area.", "month.%d", "keep.w%d"? */
static bool named(const char *id) {
    Buf literal = {0};
    buf_print(&literal, "\n%s\n", id);
    bool found = strstr(buf_string(&literals), buf_string(&literal)) != NULL;
    buf_done(&literal);
    for (size_t len = 1; id[len] && !found; len++) {
        found = made_from(id, len);
    }
    return found;
}

static void each_string_is_used(void **state) {
    (void)state;
    assert_int_equal(nftw("app", scan_file, DEPTH_MOST, FTW_PHYS), 0);
    buf_clear(&missing);
    for (const ContentFile *file = library->files; file; file = file->next) {
        const Json *first = strings_is_file(file->name) ? file->root->child : NULL;
        for (const Json *string = first; string; string = string->next) {
            if (!named(string->key)) {
                buf_print(&missing, "%s:%d: nothing shows \"%s\"\n", file->path, string->line,
                          string->key);
            }
        }
    }
    fputs(buf_string(&missing), stderr);
    assert_string_equal(buf_string(&missing), "");
}

/* Ids that are put together while the program runs. */
static void each_made_id_has_words(void **state) {
    (void)state;
    Buf id = {0};
    for (Err err = OK; err < ERR_COUNT; err++) {
        buf_clear(&id);
        buf_print(&id, "err.%s", err_name(err));
        assert_true(library_has_string(library, buf_string(&id)));
    }
    for (int word = 1; word <= CODE_WORDS; word++) { /* the sample of five words */
        buf_clear(&id);
        buf_print(&id, "keep.w%d", word);
        assert_true(library_has_string(library, buf_string(&id)));
    }
    for (int month = 1; month <= MONTHS; month++) {
        buf_clear(&id);
        buf_print(&id, "month.%d", month);
        assert_true(library_has_string(library, buf_string(&id)));
    }
    for (int area = 0; area_names[area]; area++) {
        buf_clear(&id);
        buf_print(&id, "area.%s", area_names[area]);
        assert_true(library_has_string(library, buf_string(&id)));
    }
    buf_done(&id);
}

/* The scan itself: what it sees and what it passes over. */
static void the_scan_sees_ids(void **state) {
    (void)state;
    scan_text("a.c",
              "say(ui, app, \"nowhere.one\");\n"
              "x = say (ui, (words ? \"nowhere.two\" : \"common.back\"));\n"
              "/* say(ui, app, \"nowhere.not\") */ // \"home.not\"\n"
              "{\"door1\", \"home.three\", \"guide.json\", \"other.not\", '\"'},\n"
              "say_joined(ui, app, \"area.\", f(\"nowhere.\"));\n",
              check_literal);
    assert_string_equal(buf_string(&missing), "a.c:1: no string \"nowhere.one\"\n"
                                              "a.c:2: no string \"nowhere.two\"\n"
                                              "a.c:4: no string \"home.three\"\n"
                                              "a.c:5: no string \"nowhere.\"\n");
    assert_int_equal(seen, 6);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_scan_sees_ids, open_library, close_library),
        cmocka_unit_test_setup_teardown(each_id_in_the_sources_has_words, open_library,
                                        close_library),
        cmocka_unit_test_setup_teardown(each_placeholder_is_filled_somewhere, open_library,
                                        close_library),
        cmocka_unit_test_setup_teardown(each_string_is_used, open_library, close_library),
        cmocka_unit_test_setup_teardown(each_made_id_has_words, open_library, close_library),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
