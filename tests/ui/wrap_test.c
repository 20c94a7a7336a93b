/* Breaking lines: letters are 10 px here, so every line can be counted. */
#include "ui/rig.h"
#include "unit.h"

#include "base/utf8.h"

#include <stdlib.h>

/* The pieces of each line, glued by '|', lines apart by '/'. */
static const char *lines(Rig *rig, const Node *node) {
    const char *all = "";
    for (int i = 0; i < node->piece_count; i++) {
        const Piece *piece = &node->pieces[i];
        const char *joint = i == 0 ? "" : piece->line > node->pieces[i - 1].line ? "/" : "|";
        all = ui_print(&rig->ui, "%s%s%.*s", all, joint, piece->len,
                       node->text.runs[piece->run].text + piece->from);
    }
    return all;
}

static void assert_inside(const Node *node) {
    for (int i = 0; i < node->piece_count; i++) {
        assert_true(node->pieces[i].x + node->pieces[i].w <= node->at.w);
    }
}

static void test_lines_take_as_many_words_as_fit(void **state) {
    Rig *rig = *state;
    Node *node = rig_text(rig, &(Text){.text = "one two three four"}, 8);
    assert_string_equal(lines(rig, node), "one two/three/four");
    assert_int_equal(node->line_count, 3);
    assert_int_equal(node->at.h, 3 * look_line(&rig->ui.look, STYLE_BODY));
    node = rig_text(rig, &(Text){.text = "one two three four"}, 18);
    assert_string_equal(lines(rig, node), "one two three four");
}

static void test_spaces_fold_and_newlines_break(void **state) {
    Rig *rig = *state;
    Node *node = rig_text(rig, &(Text){.text = "  one\ntwo three"}, 20);
    assert_string_equal(lines(rig, node), "one/two three");
}

static void test_runs_follow_each_other_on_a_line(void **state) {
    Rig *rig = *state;
    const Run runs[] = {{.text = "Maya will "}, {.text = "ask a friend", .bold = true}};
    Node *node = rig_text(rig, &(Text){.runs = runs, .run_count = 2}, 15);
    assert_string_equal(lines(rig, node), "Maya will|ask a/friend");
    assert_int_equal(node->pieces[1].x, 100);
}

/* A comma in a run of its own belongs to the word before it. */
static void test_glued_runs_are_never_parted_nor_out_of_the_line(void **state) {
    Rig *rig = *state;
    const Run runs[] = {{.text = "ask a friend", .bold = true}, {.text = ", by July."}};
    Node *node = rig_text(rig, &(Text){.runs = runs, .run_count = 2}, 12);
    assert_inside(node);
    assert_string_equal(lines(rig, node), "ask a/friend|, by/July.");
    node = rig_text(rig, &(Text){.runs = runs, .run_count = 2}, 6);
    assert_inside(node); /* 'friend,' is wider than the line: then it has to be parted */
}

static void test_a_row_knows_how_wide_glued_words_are(void **state) {
    Rig *rig = *state;
    const Run runs[] = {{.text = "abcdef", .bold = true}, {.text = "ghij k"}};
    Node *node = rig_text(rig, &(Text){.runs = runs, .run_count = 2}, 30);
    assert_true(node->least_w >= 10 * RIG_LETTER);
    assert_true(node->best_w >= 12 * RIG_LETTER);
}

/* So that it stands in the middle of its key, and of its button. */
static void test_a_word_alone_is_as_wide_as_it_is(void **state) {
    Rig *rig = *state;
    Node *node = rig_text(rig, &(Text){.text = "a"}, 30);
    assert_int_equal(node->best_w, RIG_LETTER);
    assert_int_equal(node->least_w, RIG_LETTER);
    node = rig_text(rig, &(Text){.text = "Finish"}, 6);
    assert_int_equal(node->best_w, 6 * RIG_LETTER);
    assert_string_equal(lines(rig, node), "Finish");
}

/* An address or a leaned-on key may not make a page wider than it is. */
static void test_a_very_long_word_asks_for_no_more_than_a_few_words_room(void **state) {
    Rig *rig = *state;
    char word[101];
    memset(word, 'a', sizeof word - 1);
    word[100] = '\0';
    Node *node = rig_text(rig, &(Text){.text = word}, 30);
    assert_true(node->least_w < 30 * RIG_LETTER);
    assert_inside(node);
}

static void test_long_words_are_cut_between_code_points(void **state) {
    Rig *rig = *state;
    Node *node = rig_text(rig, &(Text){.text = "ab ééééééééé cd"}, 4);
    assert_string_equal(lines(rig, node), "ab/éééé/éééé/é cd");
    assert_inside(node);
    node = rig_text(rig, &(Text){.text = "éé"}, 0);
    assert_string_equal(lines(rig, node), "é/é"); /* however narrow, it goes on */
}

static void test_slots_are_whole_words_with_room_around(void **state) {
    Rig *rig = *state;
    const Run runs[] = {{.text = "She will "}, {.text = "how often?", .deco = DECO_SLOT}};
    Node *node = rig_text(rig, &(Text){.runs = runs, .run_count = 2}, 20);
    assert_string_equal(lines(rig, node), "She will/how often?");
    int room = node->pieces[1].w - 10 * RIG_LETTER;
    assert_int_equal(room, 2 * look_px(&rig->ui.look, 1.6f));
}

static void test_lines_beyond_the_most_end_in_an_ellipsis(void **state) {
    Rig *rig = *state;
    Node *node = rig_text(rig, &(Text){.text = "one two three four", .lines_most = 2}, 8);
    assert_int_equal(node->line_count, 2);
    assert_int_equal(node->at.h, 2 * look_line(&rig->ui.look, STYLE_BODY));
    int texts = 0;
    for (int i = 0; i < rig->ui.op_count; i++) {
        const Op *op = &rig->ui.ops[i];
        texts += op->kind == OP_TEXT;
        if (op->kind == OP_TEXT && texts == 2) {
            assert_memory_equal(op->as.text.text, "three…", (size_t)op->as.text.len);
        }
    }
    assert_int_equal(texts, 2);
}

static void test_an_ellipsis_stays_in_its_line(void **state) {
    Rig *rig = *state;
    Node *node = rig_text(rig, &(Text){.text = "one two three", .lines_most = 1}, 7);
    const Op *shown = NULL;
    for (int i = 0; i < rig->ui.op_count; i++) {
        shown = rig->ui.ops[i].kind == OP_TEXT ? &rig->ui.ops[i] : shown;
    }
    assert_non_null(shown);
    assert_int_equal(shown->as.text.len, (int)strlen("one…")); /* 'one two…' is wider than it */
    assert_memory_equal(shown->as.text.text, "one…", strlen("one…"));
    assert_inside(node);
}

static void test_an_empty_text_takes_one_line(void **state) {
    Rig *rig = *state;
    Node *node = rig_text(rig, &(Text){.text = ""}, 8);
    assert_int_equal(node->piece_count, 0);
    assert_int_equal(node->line_count, 1);
}

static Rect caret_at(Rig *rig, const char *text, int byte, int letters) {
    Node *node = rig_text(rig, &(Text){.text = text, .caret = byte + 1}, letters);
    return text_caret(&rig->ui, node);
}

static void test_the_caret_is_where_the_next_letter_goes(void **state) {
    Rig *rig = *state;
    int line = look_line(&rig->ui.look, STYLE_BODY);
    assert_int_equal(caret_at(rig, "ab cd", 0, 20).x, 0);
    assert_int_equal(caret_at(rig, "ab cd", 2, 20).x, 20);
    assert_int_equal(caret_at(rig, "ab cd", 4, 20).x, 40);
    assert_int_equal(caret_at(rig, "ab  ", 4, 20).x, 40);   /* behind spaces at the end */
    assert_int_equal(caret_at(rig, "ab  cd", 3, 20).x, 30); /* and between two */
    assert_int_equal(caret_at(rig, "ab  cd", 4, 20).x, 40);
    assert_int_equal(caret_at(rig, "é é", 3, 20).x, 20);
    Rect below = caret_at(rig, "abc def", 5, 4);
    assert_int_equal(below.x, 10);
    assert_int_equal(below.y, line);
    assert_int_equal(caret_at(rig, "", 0, 4).x, 0);
}

static void test_where_somebody_types_each_word_is_drawn_alone(void **state) {
    Rig *rig = *state;
    const Run runs[] = {{.text = "Maya will "}, {.text = "ask  a friend"}};
    Text typed = {.runs = runs, .run_count = 2, .caret = 1};
    Node *node = rig_text(rig, &typed, 20);
    assert_string_equal(lines(rig, node), "Maya|will|ask|a/friend");
    assert_int_equal(node->pieces[2].x, 10 * RIG_LETTER);
    assert_int_equal(node->pieces[3].x, 15 * RIG_LETTER); /* both spaces, as they are typed */
    assert_int_equal(text_byte_at(&rig->ui, node, 14 * RIG_LETTER, 2), 13); /* the end of 'ask' */
}

static void test_the_caret_stays_in_the_line_behind_many_spaces(void **state) {
    Rig *rig = *state;
    Rect caret = caret_at(rig, "ab          ", 12, 5);
    assert_true(caret.x + caret.w <= 5 * RIG_LETTER);
}

static void test_touch_finds_the_ends_of_words(void **state) {
    Rig *rig = *state;
    Node *node = rig_text(rig, &(Text){.text = "hello big world"}, 10);
    int line = look_line(&rig->ui.look, STYLE_BODY);
    assert_int_equal(text_byte_at(&rig->ui, node, 12, 2), 0);
    assert_int_equal(text_byte_at(&rig->ui, node, 38, 2), 5); /* never inside 'hello' */
    assert_int_equal(text_byte_at(&rig->ui, node, 95, 2), 9);
    assert_int_equal(text_byte_at(&rig->ui, node, 44, line + 2), 15);
    assert_int_equal(text_byte_at(&rig->ui, node, 999, 999), 15); /* beside it: the nearest */
    assert_int_equal(text_byte_at(&rig->ui, node, -5, -5), 0);
}

static int letters_measured(Rig *rig, const char *text) {
    rig->measured = rig->letters = 0;
    rig_text(rig, &(Text){.text = text}, 40);
    return rig->letters;
}

/* Measuring is shaping: what is measured may not grow with the square of a text. */
static void assert_linear(Rig *rig, const char *pattern) {
    enum { LONG = 4000, TIMES = 8, PER_LETTER = 8 };
    char *text = malloc(LONG + 1);
    assert_non_null(text);
    size_t len = strlen(pattern);
    for (size_t i = 0; i < LONG; i++) {
        text[i] = pattern[i % len];
    }
    text[LONG / TIMES] = '\0';
    int few = letters_measured(rig, text);
    text[LONG / TIMES] = pattern[LONG / TIMES % len];
    text[LONG] = '\0';
    int many = letters_measured(rig, text);
    free(text);
    assert_true(many <= few * (TIMES + 2));
    assert_true(many <= LONG * PER_LETTER);
}

static void test_cost_is_linear(void **state) {
    assert_linear(*state, "a few words and more ");
    assert_linear(*state, "a"); /* a toddler on a key: one word of 4,000 letters */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        on_rig(test_lines_take_as_many_words_as_fit),
        on_rig(test_spaces_fold_and_newlines_break),
        on_rig(test_runs_follow_each_other_on_a_line),
        on_rig(test_glued_runs_are_never_parted_nor_out_of_the_line),
        on_rig(test_a_row_knows_how_wide_glued_words_are),
        on_rig(test_a_word_alone_is_as_wide_as_it_is),
        on_rig(test_a_very_long_word_asks_for_no_more_than_a_few_words_room),
        on_rig(test_long_words_are_cut_between_code_points),
        on_rig(test_slots_are_whole_words_with_room_around),
        on_rig(test_lines_beyond_the_most_end_in_an_ellipsis),
        on_rig(test_an_ellipsis_stays_in_its_line),
        on_rig(test_an_empty_text_takes_one_line),
        on_rig(test_the_caret_is_where_the_next_letter_goes),
        on_rig(test_where_somebody_types_each_word_is_drawn_alone),
        on_rig(test_the_caret_stays_in_the_line_behind_many_spaces),
        on_rig(test_touch_finds_the_ends_of_words),
        on_rig(test_cost_is_linear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
