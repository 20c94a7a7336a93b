/* Words to touch above the keys, as a finger meets them: always in the same places, the best first,
 * taken in one touch and taken back in one, never a family's before. */
#include "base/text.h"
#include "on_kiosk.h"
#include "screens/screens.h"
#include "ui/dump.h"
#include "ui/pointer.h"

#include <stdio.h>
#include <string.h>

enum { WORDS_MOST = 3 };

static void open_field(PanelSize panel, TextSize size, FieldKind kind) {
    kiosk_look(kiosk, panel, size, THEME_PAPER);
    kiosk_begin(kiosk);
    if (kind == FIELD_PART) {
        type_part(app, PART_WHERE);
    } else {
        type_field(app, kind);
    }
    kiosk_settle(kiosk);
}

static void open_usual(void) {
    open_field(panels[0], SIZE_STANDARD, FIELD_PART);
}

/* As a keyboard on the desk does. */
static void typed_in(const char *text) {
    Input input = {.kind = INPUT_TEXT, .at_ms = app->clock.now_ms};
    text_set(input.text, sizeof input.text, text);
    app_input(app, &input);
    kiosk_settle(kiosk);
}

static const char *text(void) {
    return app->field.editor.text;
}

/* The word in a place, from the left; NULL where it is empty. */
static const Node *word(int place) {
    char id[16];
    snprintf(id, sizeof id, "word%d", place);
    return ui_find_named(app->ui, id);
}

static const char *word_label(int place) {
    const Node *node = word(place);
    return node ? node_label(app->ui, node) : "";
}

static void touch(Rect at) {
    hands_wait(kiosk, 1000);
    hands_touch(kiosk, at.x + at.w / 2, at.y + at.h / 2, 80);
}

static void a_touch_completes_the_word_and_undo_takes_it_back(void **state) {
    (void)state;
    for (int panel = 0; panel < PANELS; panel++) {
        open_field(panels[panel], SIZE_STANDARD, FIELD_PART);
        typed_in("with a ");
        static const char *const letters[] = {"f", "r", "i", "e"};
        for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++) {
            hands_tap(kiosk, letters[i]);
        }
        assert_string_equal(word_label(0), "friend");
        Rect at = word(0)->at;
        assert_ptr_equal(pointer_hit(app->ui, at.x + at.w / 2, at.y + at.h / 2), word(0));
        touch(at);
        assert_string_equal(text(), "with a friend ");
        assert_int_equal(app->field.editor.caret, (int)strlen(text()));
        hands_tap(kiosk, "Undo");
        assert_string_equal(text(), "with a frie");
        assert_string_equal(word_label(0), "friend"); /* and it is still offered */
    }
}

static void nothing_is_completed_without_a_touch(void **state) {
    (void)state;
    open_usual();
    typed_in("dont frie");
    hands_tap(kiosk, "space");
    hands_wait(kiosk, 5000);
    assert_string_equal(text(), "dont frie ");
}

static void words_keep_their_places(void **state) {
    (void)state;
    for (int panel = 0; panel < PANELS; panel++) {
        for (int size = 0; size < SIZE_COUNT; size++) {
            open_field(panels[panel], (TextSize)size, FIELD_PART);
            int most = size >= SIZE_LARGER ? 2 : 3;
            typed_in("s");
            Rect at[WORDS_MOST] = {0};
            for (int i = 0; i < most; i++) {
                assert_non_null(word(i));
                at[i] = word(i)->at;
                assert_true(i == 0 || (at[i].y == at[0].y && at[i].w == at[0].w));
                assert_true(i == 0 || at[i].x > at[i - 1].x + at[i - 1].w);
            }
            assert_null(word(most));
            Rect undo = ui_find_label(app->ui, "Undo")->at;
            static const char *const starts[] = {" c", "omm", "unication", " xy", " zzz", " m"};
            for (size_t s = 0; s < sizeof starts / sizeof starts[0]; s++) {
                typed_in(starts[s]);
                for (int i = 0; i < most; i++) {
                    if (word(i)) {
                        assert_memory_equal(&word(i)->at, &at[i], sizeof at[i]);
                    } else { /* an empty place does nothing */
                        char before[EDITOR_SIZE];
                        text_set(before, sizeof before, text());
                        touch(at[i]);
                        assert_string_equal(text(), before);
                    }
                }
                Rect now = ui_find_label(app->ui, "Undo")->at;
                assert_memory_equal(&now, &undo, sizeof undo);
            }
        }
    }
}

static void a_word_that_has_no_room_is_left_out(void **state) {
    (void)state;
    static const char *const starts[] = {"occ", "psy", "und", "phy", "resp", "adj", "cou", "ind"};
    for (int panel = 0; panel < PANELS; panel++) {
        for (int size = 0; size < SIZE_COUNT; size++) {
            for (size_t s = 0; s < sizeof starts / sizeof starts[0]; s++) {
                open_field(panels[panel], (TextSize)size, FIELD_PART);
                typed_in(starts[s]);
                for (int i = 0; word(i); i++) {
                    const Node *button = word(i), *words = &app->ui->nodes[button->first];
                    assert_int_equal(words->line_count, 1);
                    assert_true(words->at.x > button->at.x);
                    assert_true(words->at.x + words->best_w < button->at.x + button->at.w);
                }
            }
        }
    }
}

static void a_mark_closes_up_to_the_word(void **state) {
    (void)state;
    static const struct {
        const char *key, *wanted;
    } marks[] = {{",", "a friend,"}, {".", "a friend."}, {"’", "a friend'"}};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        open_usual();
        typed_in("a frie");
        touch(word(0)->at);
        hands_tap(kiosk, marks[i].key);
        assert_string_equal(text(), marks[i].wanted);
        hands_tap(kiosk, "Undo");
        assert_string_equal(text(), "a friend ");
    }
}

static void a_capital_is_kept_and_comes_at_a_start(void **state) {
    (void)state;
    open_field(panels[0], SIZE_STANDARD, FIELD_SENTENCE);
    editor_clear(&app->field.editor);
    kiosk_settle(kiosk);
    assert_string_equal(word_label(0), "By");
    touch(word(0)->at);
    assert_string_equal(text(), "By ");
    assert_string_equal(word_label(0), "the");
    hands_tap(kiosk, "capital letter");
    hands_tap(kiosk, "M");
    assert_string_equal(word_label(0), "March");
}

static void what_stands_before_the_field_is_read_too(void **state) {
    (void)state;
    kiosk_look(kiosk, panels[0], SIZE_STANDARD, THEME_PAPER);
    kiosk_begin(kiosk);
    type_part(app, PART_WHAT); /* behind 'My child will' */
    kiosk_settle(kiosk);
    assert_non_null(word(0));
    typed_in("ask a friend");
    type_commit(app);
    type_part(app, PART_WHERE);
    kiosk_settle(kiosk);
    assert_non_null(word(0));
}

static void names_and_what_staff_type_are_nobodys_to_guess(void **state) {
    (void)state;
    open_field(panels[0], SIZE_STANDARD, FIELD_NAME);
    typed_in("Sa");
    assert_null(word(0));
    for (int field = 0; field < PLACE_FIELDS; field++) {
        kiosk_begin(kiosk);
        type_place(app, (PlaceField)field);
        typed_in(" sch");
        assert_null(word(0));
    }
}

static void a_name_is_offered_in_its_visit_alone(void **state) {
    (void)state;
    open_usual();
    text_set(app->draft.name, sizeof app->draft.name, "Zephaniah");
    draft_set_words(&app->draft, 0, PART_HELP, "with Mrs Zeppelin");
    typed_in("with ze");
    assert_string_equal(word_label(0), "Zephaniah");
    assert_string_equal(word_label(1), "Zeppelin");
    app_forget(app);
    open_usual();
    typed_in("with ze");
    for (int i = 0; word(i); i++) {
        assert_string_not_equal(word_label(i), "Zephaniah");
        assert_string_not_equal(word_label(i), "Zeppelin");
    }
}

static void press_key(KeyCode key) {
    Input input = {.kind = INPUT_KEY, .key = key, .at_ms = app->clock.now_ms};
    app_input(app, &input);
    kiosk_settle(kiosk);
}

static void keys_and_a_switch_reach_the_words(void **state) {
    (void)state;
    static const KeyCode ways[][2] = {{KEYCODE_TAB, KEYCODE_ENTER}, {KEYCODE_MOVE, KEYCODE_SELECT}};
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        open_usual();
        typed_in("a frie");
        int steps = 0;
        while (app->ui->focus != word(0)->id) {
            press_key(ways[i][0]);
            assert_true(++steps < 20);
        }
        press_key(ways[i][1]);
        assert_string_equal(text(), "a friend ");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        on_kiosk(a_touch_completes_the_word_and_undo_takes_it_back),
        on_kiosk(nothing_is_completed_without_a_touch),
        on_kiosk(words_keep_their_places),
        on_kiosk(a_word_that_has_no_room_is_left_out),
        on_kiosk(a_mark_closes_up_to_the_word),
        on_kiosk(a_capital_is_kept_and_comes_at_a_start),
        on_kiosk(what_stands_before_the_field_is_read_too),
        on_kiosk(names_and_what_staff_type_are_nobodys_to_guess),
        on_kiosk(a_name_is_offered_in_its_visit_alone),
        on_kiosk(keys_and_a_switch_reach_the_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
