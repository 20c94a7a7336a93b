/* The text being typed: every change against a plain model, undo step by step, limits, wiping. */
#include "base/utf8.h"
#include "ui/editor.h"
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

static void type(Editor *editor, const char *text) {
    for (size_t at = 0, len = strlen(text); at < len;) {
        size_t end = utf8_after(text, len, at);
        char letter[UTF8_MOST + 1] = "";
        memcpy(letter, text + at, end - at);
        assert_true(editor_insert(editor, letter));
        at = end;
    }
}

static void test_words_are_undone_one_at_a_time(void **state) {
    (void)state;
    Editor *editor = calloc(1, sizeof *editor);
    assert_non_null(editor);
    editor_begin(editor, "she", 100);
    type(editor, " asks a friend");
    assert_string_equal(editor->text, "she asks a friend");
    static const char *const steps[] = {"she asks a ", "she asks a", "she asks ",
                                        "she asks",    "she ",       "she"};
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        assert_true(editor_undo(editor));
        assert_string_equal(editor->text, steps[i]);
        assert_int_equal(editor->caret, (int)strlen(steps[i]));
    }
    assert_false(editor_undo(editor));
    free(editor);
}

static void test_a_completed_word_is_one_step_back(void **state) {
    (void)state;
    Editor *editor = calloc(1, sizeof *editor);
    assert_non_null(editor);
    editor_begin(editor, "", 20);
    type(editor, "a frie");
    assert_true(editor_complete(editor, 2, "friend"));
    assert_string_equal(editor->text, "a friend ");
    assert_int_equal(editor->caret, 9);
    type(editor, ",");
    assert_string_equal(editor->text, "a friend,"); /* marks stand at the word */
    type(editor, ",");
    assert_string_equal(editor->text, "a friend,,");
    assert_true(editor_undo(editor));
    assert_string_equal(editor->text, "a friend ");
    type(editor, "."); /* a space that came back is like any other */
    assert_string_equal(editor->text, "a friend .");
    assert_true(editor_undo(editor));
    assert_true(editor_undo(editor));
    assert_string_equal(editor->text, "a frie");
    assert_int_equal(editor->caret, 6);
    assert_true(editor_undo(editor));
    assert_string_equal(editor->text, "a ");
    free(editor);
}

static void test_a_completed_word_goes_where_it_began(void **state) {
    (void)state;
    Editor *editor = calloc(1, sizeof *editor);
    assert_non_null(editor);
    editor_begin(editor, "a frie to play", 20);
    editor_place(editor, 6);
    assert_true(editor_complete(editor, 2, "friend")); /* the space that is there serves */
    assert_string_equal(editor->text, "a friend to play");
    assert_int_equal(editor->caret, 9);
    editor_begin(editor, "a frie", 9);
    assert_false(editor_complete(editor, 2, "friends"));
    assert_string_equal(editor->text, "a frie");
    assert_false(editor_undo(editor));
    assert_true(editor_complete(editor, 2, "friend"));
    type(editor, ","); /* which takes the last room, the space's */
    assert_string_equal(editor->text, "a friend,");
    free(editor);
}

static void test_twenty_steps_can_be_undone_and_no_more(void **state) {
    (void)state;
    Editor *editor = calloc(1, sizeof *editor);
    assert_non_null(editor);
    editor_begin(editor, "", 400);
    for (int i = 0; i < EDITOR_UNDO + 5; i++) {
        assert_true(editor_insert(editor, "ab"));
    }
    for (int i = EDITOR_UNDO + 4; i >= 5; i--) {
        assert_true(editor_undo(editor));
        assert_int_equal(editor->len, 2 * i); /* each step, newest first */
    }
    assert_false(editor_undo(editor));
    assert_string_equal(editor->text, "ababababab");
    free(editor);
}

static void test_undo_brings_back_what_was_deleted(void **state) {
    (void)state;
    Editor *editor = calloc(1, sizeof *editor);
    assert_non_null(editor);
    editor_begin(editor, "at school, with a friend", 100);
    editor_backspace_word(editor);
    assert_string_equal(editor->text, "at school, with a ");
    editor_backspace_word(editor);
    assert_string_equal(editor->text, "at school, with ");
    editor_clear(editor);
    assert_string_equal(editor->text, "");
    assert_true(editor_undo(editor));
    assert_string_equal(editor->text, "at school, with ");
    editor_undo(editor);
    editor_undo(editor);
    assert_string_equal(editor->text, "at school, with a friend");
    editor_clear(editor);
    editor_clear(editor); /* nothing left: no step of its own */
    editor_undo(editor);
    assert_string_equal(editor->text, "at school, with a friend");
    free(editor);
}

/* Rubbing out a long text leaves steps enough to take all of it back. */
static void test_a_word_rubbed_out_is_one_step(void **state) {
    static const char text[] = "at playtime with two other children";
    (void)state;
    Editor *editor = calloc(1, sizeof *editor);
    assert_non_null(editor);
    editor_begin(editor, text, 100);
    while (editor->len > 0) {
        editor_backspace(editor);
    }
    int steps = 0;
    while (editor_undo(editor)) {
        steps++;
    }
    assert_string_equal(editor->text, text);
    assert_in_range(steps, 2, 12);
    editor_backspace(editor);
    editor_left(editor); /* elsewhere: a step of its own */
    editor_backspace(editor);
    editor_undo(editor);
    assert_string_equal(editor->text, "at playtime with two other childre");
    free(editor);
}

static void test_letters_go_whole(void **state) {
    (void)state;
    Editor *editor = calloc(1, sizeof *editor);
    assert_non_null(editor);
    editor_begin(editor, "Zoë ’s", 100);
    editor_backspace(editor);
    editor_backspace(editor);
    assert_string_equal(editor->text, "Zoë ");
    editor_left(editor);
    editor_left(editor);
    assert_int_equal(editor->caret, 2);
    editor_delete(editor);
    assert_string_equal(editor->text, "Zo ");
    editor_home(editor);
    editor_backspace(editor); /* nothing before it */
    editor_left(editor);
    assert_int_equal(editor->caret, 0);
    editor_end(editor);
    editor_delete(editor);
    editor_right(editor);
    assert_int_equal(editor->caret, 3);
    free(editor);
}

static void test_the_caret_is_placed_between_letters(void **state) {
    (void)state;
    Editor *editor = calloc(1, sizeof *editor);
    assert_non_null(editor);
    editor_begin(editor, "aéb", 100);
    editor_place(editor, 2); /* inside é */
    assert_int_equal(editor->caret, 1);
    editor_place(editor, -7);
    assert_int_equal(editor->caret, 0);
    editor_place(editor, 700);
    assert_int_equal(editor->caret, 4);
    free(editor);
}

static void test_what_does_not_fit_is_refused_whole(void **state) {
    (void)state;
    Editor *editor = calloc(1, sizeof *editor);
    assert_non_null(editor);
    editor_begin(editor, "12345678", 9);
    assert_false(editor_insert(editor, "é")); /* two bytes */
    assert_string_equal(editor->text, "12345678");
    assert_false(editor_undo(editor)); /* nothing happened */
    assert_true(editor_insert(editor, "9"));
    assert_false(editor_insert(editor, "0"));
    editor_begin(editor, "1234567é", 8); /* too long from the start: cut between letters */
    assert_string_equal(editor->text, "1234567");
    free(editor);
}

static void test_capitals_are_due_at_sentence_starts(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool due;
    } cases[] = {{"", true},     {"a", false},  {"a ", false}, {"a. ", true}, {"a.", false},
                 {"a?  ", true}, {"a! ", true}, {" ", true},   {"a, ", false}};
    Editor *editor = calloc(1, sizeof *editor);
    assert_non_null(editor);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        editor_begin(editor, cases[i].text, 100);
        assert_int_equal(editor_wants_capital(editor), cases[i].due);
    }
    free(editor);
}

static void test_wiping_leaves_nothing(void **state) {
    (void)state;
    Editor *editor = calloc(1, sizeof *editor);
    assert_non_null(editor);
    editor_begin(editor, "marker", 100);
    type(editor, " marker marker");
    editor_clear(editor);
    editor_wipe(editor);
    for (size_t i = 0; i < sizeof *editor; i++) {
        assert_int_equal(((const unsigned char *)editor)[i], 0);
    }
    free(editor);
}

/* What is cut out of the text is not left behind its end. */
static void test_deleting_wipes_behind_the_end(void **state) {
    (void)state;
    Editor *editor = calloc(1, sizeof *editor);
    assert_non_null(editor);
    editor_begin(editor, "secret", 100);
    editor_clear(editor);
    for (size_t i = 0; i < sizeof editor->text; i++) {
        assert_int_equal(editor->text[i], 0);
    }
    free(editor);
}

/* The model: letters in an array, each as its own string. */
typedef struct Model {
    char letters[EDITOR_SIZE][UTF8_MOST + 1];
    int count, caret;
} Model;

static void model_insert(Model *model, const char *letter) {
    memmove(model->letters[model->caret + 1], model->letters[model->caret],
            sizeof model->letters[0] * (size_t)(model->count - model->caret));
    snprintf(model->letters[model->caret], sizeof model->letters[0], "%s", letter);
    model->count++;
    model->caret++;
}

static void model_take(Model *model, int at) {
    memmove(model->letters[at], model->letters[at + 1],
            sizeof model->letters[0] * (size_t)(model->count - at - 1));
    model->count--;
    model->caret = at;
}

static int model_text(const Model *model, char *out) {
    size_t caret = 0, len = 0;
    out[0] = '\0';
    for (int i = 0; i < model->count; i++) {
        size_t letter = strlen(model->letters[i]);
        caret = i == model->caret ? len : caret;
        memcpy(out + len, model->letters[i], letter + 1);
        len += letter;
    }
    return (int)(model->caret == model->count ? len : caret);
}

static unsigned next_random(unsigned *seed) {
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16;
}

static void one_change(Editor *editor, Model *model, unsigned *seed) {
    static const char *const letters[] = {"a", "é", "’", " ", ".", "𝄞"};
    switch (next_random(seed) % 8) {
    case 0:
    case 1:
    case 2: {
        const char *letter = letters[next_random(seed) % 6];
        if (editor_insert(editor, letter)) {
            model_insert(model, letter);
        }
        break;
    }
    case 3:
        editor_backspace(editor);
        if (model->caret > 0) {
            model_take(model, model->caret - 1);
        }
        break;
    case 4:
        editor_delete(editor);
        if (model->caret < model->count) {
            model_take(model, model->caret);
        }
        break;
    case 5:
        editor_left(editor);
        model->caret -= model->caret > 0;
        break;
    case 6:
        editor_right(editor);
        model->caret += model->caret < model->count;
        break;
    default:
        editor_backspace_word(editor);
        while (model->caret > 0 && strcmp(model->letters[model->caret - 1], " ") == 0) {
            model_take(model, model->caret - 1);
        }
        while (model->caret > 0 && strcmp(model->letters[model->caret - 1], " ") != 0) {
            model_take(model, model->caret - 1);
        }
        break;
    }
}

static void test_random_changes_agree_with_a_model(void **state) {
    (void)state;
    enum { CHANGES = 30000, MOST = 60 };
    Editor *editor = calloc(1, sizeof *editor);
    Model *model = calloc(1, sizeof *model);
    assert_non_null(editor);
    assert_non_null(model);
    unsigned seed = 7;
    editor_begin(editor, "", MOST);
    for (int i = 0; i < CHANGES; i++) {
        char text[EDITOR_SIZE * 2];
        one_change(editor, model, &seed);
        int caret = model_text(model, text);
        assert_string_equal(editor->text, text);
        assert_int_equal(editor->caret, caret);
        assert_int_equal(editor->len, (int)strlen(text));
    }
    while (editor_undo(editor)) {
        assert_true(utf8_valid(editor->text, strlen(editor->text)));
        assert_int_equal(utf8_clip(editor->text, (size_t)editor->len, (size_t)editor->caret),
                         editor->caret);
    }
    free(model);
    free(editor);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_are_undone_one_at_a_time),
        cmocka_unit_test(test_a_completed_word_is_one_step_back),
        cmocka_unit_test(test_a_completed_word_goes_where_it_began),
        cmocka_unit_test(test_twenty_steps_can_be_undone_and_no_more),
        cmocka_unit_test(test_undo_brings_back_what_was_deleted),
        cmocka_unit_test(test_a_word_rubbed_out_is_one_step),
        cmocka_unit_test(test_letters_go_whole),
        cmocka_unit_test(test_the_caret_is_placed_between_letters),
        cmocka_unit_test(test_what_does_not_fit_is_refused_whole),
        cmocka_unit_test(test_capitals_are_due_at_sentence_starts),
        cmocka_unit_test(test_wiping_leaves_nothing),
        cmocka_unit_test(test_deleting_wipes_behind_the_end),
        cmocka_unit_test(test_random_changes_agree_with_a_model),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
