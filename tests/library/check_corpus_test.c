/* The checker against sentences labelled by hand, one at a time, in tests/corpus. The floors are
 * what families need: silence on a good outcome first. Typing must not change an answer. */
#include "base/file.h"
#include "library/check_rules.h"
#include "outcome/words.h"

#include "unit.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

enum { CORPUS_MOST = 4 << 20, ROWS_MOST = 12000, TEXT_SIZE = 2048 };

typedef struct Row {
    bool good;
    uint16_t faults;
    char text[TEXT_SIZE];
} Row;

static Arena arena;
static Rules *rules;
static Row *rows;
static int row_count;

static uint16_t faults_of(char *names) {
    uint16_t faults = 0;
    for (char *save, *name = strtok_r(names, ",", &save); name; name = strtok_r(NULL, ",", &save)) {
        int f = 0;
        while (fault_names[f] && strcmp(fault_names[f], name) != 0) {
            f++;
        }
        assert_int_not_equal(f, FAULT_COUNT);
        faults |= (uint16_t)(1u << (unsigned)f);
    }
    return faults;
}

static void read_file(const char *path) {
    Buf bytes = {0};
    assert_int_equal(file_read(path, CORPUS_MOST, &bytes), OK);
    for (char *save, *line = strtok_r(bytes.bytes, "\n", &save); line;
         line = strtok_r(NULL, "\n", &save)) {
        char *faults = strchr(line, '\t');
        if (line[0] == '#' || !faults) {
            continue;
        }
        *faults++ = '\0';
        char *text = strchr(faults, '\t');
        assert_non_null(text);
        *text++ = '\0';
        assert_in_range(row_count, 0, ROWS_MOST - 1);
        Row *row = &rows[row_count++];
        row->good = strcmp(line, "good") == 0;
        row->faults = faults_of(faults);
        snprintf(row->text, sizeof row->text, "%s", text);
    }
    buf_done(&bytes);
}

static int set_up(void **state) {
    (void)state;
    Buf problems = {0};
    assert_int_equal(check_rules_load(&arena, "content/en", &problems, &rules), OK);
    buf_done(&problems);
    rows = calloc(ROWS_MOST, sizeof *rows);
    struct dirent **names;
    int count = scandir("tests/corpus", &names, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        char path[512];
        snprintf(path, sizeof path, "tests/corpus/%s", names[i]->d_name);
        if (strstr(names[i]->d_name, ".tsv")) {
            read_file(path);
        }
        free(names[i]);
    }
    free(names);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    free(rows);
    arena_done(&arena);
    return 0;
}

static Checked check(const char *text) {
    Checked checked;
    check_text(rules, text, strlen(text), &checked);
    return checked;
}

static bool bit(unsigned faults, int fault) {
    return faults >> (unsigned)fault & 1u;
}

/* Where the words are help or a hope, only that is scored. */
static bool scored(const Row *row, int fault) {
    bool moved =
        bit(row->faults, FAULT_DESCRIBES_PROVISION) || bit(row->faults, FAULT_NOT_ABOUT_OUTCOME);
    return !moved || fault == FAULT_DESCRIBES_PROVISION || fault == FAULT_NOT_ABOUT_OUTCOME ||
           fault == FAULT_NOT_PERSONAL;
}

static void labels_are_as_people_gave_them(void **state) {
    (void)state;
    int good = 0, kept = 0, bad = 0, caught = 0, clean = 0, silent = 0;
    for (int i = 0; i < row_count; i++) {
        Checked c = check(rows[i].text);
        if (rows[i].good) {
            good++;
            kept += c.good;
        } else {
            bad++;
            caught += !c.good;
        }
        clean += rows[i].faults == 0;
        silent += rows[i].faults == 0 && c.faults == 0;
    }
    print_message("%d sentences: good kept %d of %d, not good caught %d of %d, silent %d of %d\n",
                  row_count, kept, good, caught, bad, silent, clean);
    assert_in_range(row_count, 1500, ROWS_MOST);
    assert_true(kept >= 0.97 * good);
    assert_true(caught >= 0.95 * bad);
    assert_true(silent >= 0.94 * clean);
}

static void each_fault_is_found_and_not_made_up(void **state) {
    (void)state;
    static const struct {
        Fault fault;
        double precision, recall;
    } floors[] = {{FAULT_DESCRIBES_PROVISION, .94, .85}, {FAULT_NO_TIMEFRAME, .98, .97},
                  {FAULT_NOT_MEASURABLE, .95, .86},      {FAULT_VAGUE_WORDING, .93, .86},
                  {FAULT_NOT_PERSONAL, .90, .80},        {FAULT_NO_REASON, .99, .99},
                  {FAULT_ADULT_LANGUAGE, .95, .80},      {FAULT_SEVERAL_IN_ONE, .92, .68},
                  {FAULT_NOT_ABOUT_OUTCOME, .88, .78}};
    for (size_t k = 0; k < sizeof floors / sizeof floors[0]; k++) {
        int both = 0, said = 0, meant = 0;
        int fault = (int)floors[k].fault;
        for (int i = 0; i < row_count; i++) {
            if (scored(&rows[i], fault)) {
                bool found = bit(check(rows[i].text).faults, fault);
                bool there = bit(rows[i].faults, fault);
                both += found && there;
                said += found;
                meant += there;
            }
        }
        print_message("%-20s precision %d/%d recall %d/%d\n", fault_names[fault], both, said, both,
                      meant);
        assert_true(both >= floors[k].precision * said);
        assert_true(both >= floors[k].recall * meant);
    }
}

static void same(const Row *row, const char *other) {
    Checked a = check(row->text), b = check(other);
    if (a.faults != b.faults || a.good != b.good) {
        print_message("differs: %s\n", other);
    }
    assert_int_equal(a.faults, b.faults);
    assert_int_equal(a.good, b.good);
    assert_int_equal(a.distress, b.distress);
    assert_int_equal(a.count, b.count);
}

/* tests/corpus/calm.txt: words of self-harm and abuse, and words that only look like them. */
static void words_of_distress_bring_the_calm_card_and_others_do_not(void **state) {
    (void)state;
    Buf bytes = {0};
    assert_int_equal(file_read("tests/corpus/calm.txt", CORPUS_MOST, &bytes), OK);
    int seen = 0, differ = 0;
    for (char *save, *line = strtok_r(bytes.bytes, "\n", &save); line;
         line = strtok_r(NULL, "\n", &save)) {
        char *text = strchr(line, '\t');
        if (line[0] == '#' || !text) {
            continue;
        }
        *text++ = '\0';
        Checked c = check(text);
        bool care = strcmp(line, "care") == 0;
        if (c.distress != care || (care && c.count > 0)) {
            print_message("should be %s: %s\n", line, text);
            differ++;
        }
        seen++;
    }
    buf_done(&bytes);
    assert_in_range(seen, 150, ROWS_MOST);
    assert_int_equal(differ, 0);
}

/* How many of the frames make deed anything but good. */
static int in_frames(const char *const *frames, size_t count, const char *deed) {
    int differ = 0;
    for (size_t i = 0; i < count; i++) {
        const char *at = strstr(frames[i], "%s");
        Buf text = {0};
        buf_add(&text, frames[i], (size_t)(at - frames[i]));
        buf_text(&text, deed);
        buf_text(&text, at + 2);
        if (!check(buf_string(&text)).good) {
            print_message("not good: %s\n", buf_string(&text));
            differ++;
        }
        buf_done(&text);
    }
    return differ;
}

/* tests/corpus/deeds.txt: what a child may do is good however it is said. */
static void a_deed_is_good_in_every_frame(void **state) {
    (void)state;
    static const char *const bare[] = {
        "By July Kai will %s", "To %s",    "%s",
        "Kai can %s",          "I can %s", "When he is asked Kai will %s, so that he is ready"};
    static const char *const told[] = {"Kai %s", "%s", "By Easter he %s"};
    Buf bytes = {0};
    assert_int_equal(file_read("tests/corpus/deeds.txt", CORPUS_MOST, &bytes), OK);
    int seen = 0, differ = 0;
    for (char *save, *line = strtok_r(bytes.bytes, "\n", &save); line;
         line = strtok_r(NULL, "\n", &save)) {
        char *third = strchr(line, '\t');
        if (line[0] == '#' || !third) {
            continue;
        }
        *third++ = '\0';
        differ += in_frames(bare, sizeof bare / sizeof bare[0], line);
        differ += in_frames(told, sizeof told / sizeof told[0], third);
        seen++;
    }
    buf_done(&bytes);
    assert_in_range(seen, 290, ROWS_MOST);
    assert_int_equal(differ, 0);
}

static void lower_case_does_not_matter(void **state) {
    (void)state;
    for (int i = 0; i < row_count; i++) {
        char text[TEXT_SIZE];
        snprintf(text, sizeof text, "%s", rows[i].text);
        for (char *c = text; *c; c++) {
            *c = (char)(*c >= 'A' && *c <= 'Z' ? *c - 'A' + 'a' : *c);
        }
        same(&rows[i], text);
    }
}

static void the_full_stop_does_not_matter(void **state) {
    (void)state;
    for (int i = 0; i < row_count; i++) {
        Buf text = {0};
        size_t len = strlen(rows[i].text);
        bool stops = len > 0 && rows[i].text[len - 1] == '.';
        buf_add(&text, rows[i].text, stops ? len - 1 : len);
        if (!stops) {
            buf_char(&text, '.');
        }
        same(&rows[i], buf_string(&text));
        buf_done(&text);
    }
}

static void quotes_and_spaces_do_not_matter(void **state) {
    (void)state;
    for (int i = 0; i < row_count; i++) {
        Buf curly = {0}, wide = {0};
        for (const char *c = rows[i].text; *c; c++) {
            if (*c == '\'') {
                buf_text(&curly, "\xE2\x80\x99");
            } else {
                buf_char(&curly, *c);
            }
            buf_char(&wide, *c);
            if (*c == ' ') {
                buf_char(&wide, ' ');
            }
        }
        same(&rows[i], buf_string(&curly));
        same(&rows[i], buf_string(&wide));
        buf_done(&curly);
        buf_done(&wide);
    }
}

/* text with each {} as name. */
static void named(const char *text, const char *name, char out[TEXT_SIZE]) {
    Buf filled = {0};
    for (const char *c = text; *c; c++) {
        if (c[0] == '{' && c[1] == '}') {
            buf_text(&filled, name);
            c++;
        } else {
            buf_char(&filled, *c);
        }
    }
    snprintf(out, TEXT_SIZE, "%s", buf_string(&filled));
    buf_done(&filled);
}

static void another_name_does_not_matter(void **state) {
    (void)state;
    static const char *const names[] = {
        "Mark",    "Grace",   "Hope",    "Joy",     "May",    "April",  "June",       "Rose",
        "Bill",    "Will",    "Rob",     "Chase",   "Drew",   "Summer", "Faith",      "Penny",
        "Ray",     "Art",     "Dean",    "Dawn",    "Ali",    "Noor",   "Zo\xC3\xAB", "Mary-Kate",
        "D'Arcy",  "Jazz",    "Pat",     "Amber",   "Jack",   "Harry",  "Nick",       "Sue",
        "Angel",   "Sky",     "Star",    "Robin",   "Frank",  "Grant",  "Miles",      "Max",
        "Kit",     "Star",    "Hunter",  "Reid",    "Iris",   "Elsa",   "Carol",      "Wade",
        "Melody",  "Trinity", "Destiny", "Paige",   "Sonny",  "Bobby",  "Cherry",     "Holly",
        "Ivy",     "Daisy",   "Olive",   "Heather", "Basil",  "Clay",   "Cliff",      "Dale",
        "Glen",    "Heath",   "Lance",   "Pearl",   "Ruby",   "Violet", "Wren",       "Jade",
        "Ash",     "River",   "Brook",   "Story",   "Blue",   "Scout",  "Archer",     "Mason",
        "Taylor",  "Tyler",   "Cooper",  "Parker",  "Sawyer", "Carter", "Chance",     "Honor",
        "Justice", "Noble",   "Royal",   "Prince",  "King",   "Duke",   "Earl",       "Queenie",
        "Spencer", "Fisher",  "Forest",  "Guy",     "Gene",   "Bob",    "Chuck",      "Don",
        "Dot",     "Jean",    "Josh",    "Ken",     "Marcus", "Mike",   "Norm",       "Peg",
        "Phil",    "Rich",    "Stew",    "Tad",     "Teddy",  "Tim",    "Vic",        "Wes",
        "Win"};
    static const char *const texts[] = {
        "By July {} will read ten words so that he can choose a book.",
        "{} will tie her laces",
        "By the end of Year 4, {} will go to the shop alone.",
        "{} to improve his confidence",
        "For {} to be happy at school",
        "I would like {} to use the toilet alone by Christmas",
        "{} will have a teaching assistant",
        "{} struggles with maths",
        "{} wants to be a vet",
        "{} can count to ten",
        "{} is able to ask for a drink",
        "To provide {} with a laptop",
        "{} will develop an understanding of money",
        "{}'s teacher will give him extra time",
        "By Easter {} and a friend will bake a cake.",
    };
    int differ = 0;
    for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++) {
        char usual[TEXT_SIZE], other[TEXT_SIZE];
        named(texts[t], "Bartek", usual);
        Checked a = check(usual);
        for (size_t n = 0; n < sizeof names / sizeof names[0]; n++) {
            named(texts[t], names[n], other);
            Checked b = check(other);
            if (a.faults != b.faults) {
                print_message("differs: %s (%x, %x)\n", other, a.faults, b.faults);
                differ++;
            }
        }
    }
    assert_int_equal(differ, 0);
}

/* The bytes of a name right before one of 'will', 'to', 'can', 'is', 'has': a capital and a word
 * that no list knows. */
static size_t name_in(const char *text, const char **out) {
    static const char *const behind[] = {" will ", " to ", " can ", " is ", " has ", "'s "};
    for (size_t k = 0; k < sizeof behind / sizeof behind[0]; k++) {
        const char *end = strstr(text, behind[k]);
        const char *at = end;
        while (at && at > text && at[-1] != ' ') {
            at--;
        }
        char lower[TEXT_SIZE];
        size_t len = at ? (size_t)(end - at) : 0;
        if (len < 2 || len >= sizeof lower || at[0] < 'A' || at[0] > 'Z') {
            continue;
        }
        for (size_t i = 0; i < len; i++) {
            lower[i] = (char)(at[i] >= 'A' && at[i] <= 'Z' ? at[i] - 'A' + 'a' : at[i]);
        }
        bool letters = strspn(lower, "abcdefghijklmnopqrstuvwxyz") >= len;
        if (letters && !rules_find(rules, word_hash(lower, len))) {
            *out = at;
            return len;
        }
    }
    return 0;
}

static void another_name_does_not_matter_in_any_sentence(void **state) {
    (void)state;
    static const char *const names[] = {"Bartek", "Grace", "Mark", "Zo\xC3\xAB", "MARY-KATE"};
    int seen = 0, differ = 0;
    for (int i = 0; i < row_count; i++) {
        const char *name;
        size_t len = name_in(rows[i].text, &name);
        for (size_t n = 0; len > 0 && n < sizeof names / sizeof names[0]; n++) {
            Buf other = {0};
            for (const char *c = rows[i].text; *c;) {
                bool here = strncmp(c, name, len) == 0;
                here ? buf_text(&other, names[n]) : buf_char(&other, *c);
                c += here ? len : 1;
            }
            Checked a = check(rows[i].text), b = check(buf_string(&other));
            if (a.faults != b.faults || a.good != b.good || a.distress != b.distress) {
                print_message("differs: %s\n", buf_string(&other));
                differ++;
            }
            buf_done(&other);
            seen++;
        }
    }
    assert_true(seen > row_count);
    assert_int_equal(differ, 0);
}

/* The word at c that 'she' would be said with, or NULL. */
static const char *hers(const char *c, size_t len) {
    static const char *const pairs[][2] = {
        {"he", "she"}, {"him", "her"}, {"his", "her"}, {"himself", "herself"}, {"hes", "shes"}};
    for (size_t k = 0; k < sizeof pairs / sizeof pairs[0]; k++) {
        if (strlen(pairs[k][0]) == len && strncasecmp(c, pairs[k][0], len) == 0) {
            return pairs[k][1];
        }
    }
    return NULL;
}

/* text as of a girl; false where she is spoken of already or he is not. */
static bool as_of_a_girl(const char *text, Buf *out) {
    bool changed = false;
    for (const char *c = text; *c;) {
        size_t len = strspn(c, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
        const char *other = hers(c, len);
        if ((len == 3 && (strncasecmp(c, "her", 3) == 0 || strncasecmp(c, "she", 3) == 0)) ||
            (len == 7 && strncasecmp(c, "herself", 7) == 0)) {
            return false;
        }
        changed |= other != NULL;
        other ? buf_text(out, other) : buf_add(out, c, len);
        c += len;
        if (*c) {
            buf_char(out, *c++);
        }
    }
    return changed;
}

static void a_girl_is_judged_as_a_boy(void **state) {
    (void)state;
    int seen = 0, differ = 0;
    for (int i = 0; i < row_count; i++) {
        Buf other = {0};
        if (as_of_a_girl(rows[i].text, &other)) {
            Checked a = check(rows[i].text), b = check(buf_string(&other));
            if (a.faults != b.faults || a.good != b.good || a.distress != b.distress) {
                print_message("differs: %s\n", buf_string(&other));
                differ++;
            }
            seen++;
        }
        buf_done(&other);
    }
    assert_true(seen > 500);
    assert_int_equal(differ, 0);
}

static void findings_lie_in_the_text_and_come_in_order(void **state) {
    (void)state;
    for (int i = 0; i < row_count; i++) {
        Checked c = check(rows[i].text);
        for (int k = 0; k < c.count; k++) {
            assert_in_range(c.found[k].to, c.found[k].from, strlen(rows[i].text));
            bool moves = c.found[k].fault == FAULT_DESCRIBES_PROVISION ||
                         c.found[k].fault == FAULT_NOT_ABOUT_OUTCOME;
            assert_true(!moves || k == 0 || c.found[0].fault == FAULT_NOT_ABOUT_OUTCOME);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_are_as_people_gave_them),
        cmocka_unit_test(each_fault_is_found_and_not_made_up),
        cmocka_unit_test(words_of_distress_bring_the_calm_card_and_others_do_not),
        cmocka_unit_test(a_deed_is_good_in_every_frame),
        cmocka_unit_test(lower_case_does_not_matter),
        cmocka_unit_test(the_full_stop_does_not_matter),
        cmocka_unit_test(quotes_and_spaces_do_not_matter),
        cmocka_unit_test(another_name_does_not_matter),
        cmocka_unit_test(another_name_does_not_matter_in_any_sentence),
        cmocka_unit_test(a_girl_is_judged_as_a_boy),
        cmocka_unit_test(findings_lie_in_the_text_and_come_in_order),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
