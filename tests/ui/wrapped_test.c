/* A text that is known from before is wrapped as one that is new. */
#include "ui/rig.h"
#include "unit.h"

#include <stdlib.h>

enum { TURNS = 3000, RUNS = 3, WORDS = 6 };

static const char *const words[WORDS] = {
    "Maya", "will ask a friend",           "to play\ntwice a week", "",
    " so ", "Antidisestablishmentarianism"};

static int some(int n) {
    return rand() % n;
}

/* Few of each kind, so that the same text comes again in another coat. */
static Text some_text(Run runs[RUNS]) {
    int count = 1 + some(RUNS);
    for (int i = 0; i < count; i++) {
        runs[i] = (Run){.text = words[some(WORDS)],
                        .bold = some(4) == 0,
                        .deco = some(6) == 0 ? DECO_SLOT : DECO_NONE};
    }
    return (Text){.runs = runs,
                  .run_count = count,
                  .style = some(3) == 0 ? STYLE_SMALL : STYLE_BODY,
                  .letters = some(4) == 0 ? LETTERS_DYSLEXIC : LETTERS_CHOSEN,
                  .bold = some(4) == 0,
                  .lines_most = some(4) == 0 ? 2 : 0,
                  .caret = some(4) == 0 ? 1 : 0};
}

/* Bold letters and large ones are wider here, as they are in print. */
static int true_width(void *self, Font font, const char *text, int len) {
    (void)self;
    (void)text;
    return len * (font.px / 4 + 2 * font.face);
}

static void look_at(Rig *rig, TextSize size) {
    rig->ui.fonts.width = true_width;
    rig->ui.look.size = size;
    look_fit(&rig->ui.look);
}

static void test_known_texts_are_wrapped_as_new_ones(void **state) {
    Rig *rig = *state;
    srand(23);
    for (int turn = 0; turn < TURNS; turn++) {
        Run runs[RUNS];
        Text text = some_text(runs);
        int letters = 8 + 14 * some(3);
        TextSize size = some(2) == 0 ? SIZE_STANDARD : SIZE_LARGE;
        Rig fresh;
        rig_open(&fresh);
        look_at(rig, size);
        look_at(&fresh, size);
        const Node *known = rig_text(rig, &text, letters), *new = rig_text(&fresh, &text, letters);
        assert_int_equal(known->best_w, new->best_w);
        assert_int_equal(known->least_w, new->least_w);
        assert_int_equal(known->line_count, new->line_count);
        assert_int_equal(known->piece_count, new->piece_count);
        for (int i = 0; i < new->piece_count; i++) {
            assert_memory_equal(&known->pieces[i], &new->pieces[i], sizeof *new->pieces);
        }
        rig_close(&fresh);
    }
}

static void test_what_is_known_is_not_measured_again(void **state) {
    Rig *rig = *state;
    Text text = {.text = "one two three four"};
    rig_text(rig, &text, 8);
    int measured = rig->measured;
    rig_text(rig, &text, 8);
    assert_int_equal(rig->measured, measured);
    rig_text(rig, &text, 9);
    assert_true(rig->measured > measured);
}

static void test_nothing_is_known_after_a_visit(void **state) {
    Rig *rig = *state;
    Text text = {.text = "one two three four"};
    rig_text(rig, &text, 8);
    ui_forget(&rig->ui);
    int measured = rig->measured;
    rig_text(rig, &text, 8);
    assert_true(rig->measured > measured);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        on_rig(test_known_texts_are_wrapped_as_new_ones),
        on_rig(test_what_is_known_is_not_measured_again),
        on_rig(test_nothing_is_known_after_a_visit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
