/* The keyboard on the screen, as a finger meets it: no touch is lost, capitals and accents come,
 * rubbing out repeats and can be taken back, the field is always seen and nothing jumps. */
#include "base/text.h"
#include "on_kiosk.h"
#include "screens/screens.h"
#include "ui/dump.h"
#include "ui/pointer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void open_field(int panel, TextSize size, FieldKind kind, const char *text) {
    kiosk_look(kiosk, panels[panel], size, THEME_PAPER);
    kiosk_begin(kiosk);
    if (kind == FIELD_PART) {
        draft_set_words(&app->draft, 0, PART_WHERE, text);
        type_part(app, PART_WHERE);
    } else {
        type_field(app, kind);
    }
    app_settle(app);
    app_frame(app);
}

static const char *typed(void) {
    return app->field.editor.text;
}

static void press(const char *label) {
    hands_tap(kiosk, label);
}

/* As somebody types: each letter by the key that shows it now. */
static void keys_typed(const char *text) {
    for (; *text; text++) {
        char letter[2] = {*text, '\0'};
        const char *key = *text == ' ' ? "space" : *text == '\'' ? "’" : letter;
        press(key);
    }
}

/* px from a point to a rectangle. */
static double away(Rect at, int x, int y) {
    int dx = x < at.x ? at.x - x : x >= at.x + at.w ? x - (at.x + at.w - 1) : 0;
    int dy = y < at.y ? at.y - y : y >= at.y + at.h ? y - (at.y + at.h - 1) : 0;
    return sqrt((double)dx * dx + (double)dy * dy);
}

static Rect face(const Node *key) {
    Rect at = key->at;
    at.h += look_px(&app->ui->look, key->box.edge_h);
    return at;
}

static void assert_no_touch_is_lost(void) {
    enum { STEP = 3 };
    const double about = 0.7 * (double)app->ui->look.mm; /* corners of gaps are cut straight */
    Ui *ui = app->ui;
    Rect tray = ui_find_named(ui, "keys")->at;
    for (int y = tray.y; y < tray.y + tray.h; y += STEP) {
        for (int x = tray.x; x < tray.x + tray.w; x += STEP) {
            const Node *hit = pointer_hit(ui, x, y);
            assert_non_null(hit);
            assert_int_equal(hit->box.role, NODE_KEY);
            for (int i = 0; i < ui->count; i++) {
                if (ui->nodes[i].box.role == NODE_KEY) {
                    double nearest = away(face(&ui->nodes[i]), x, y);
                    if (away(face(hit), x, y) > nearest + about) {
                        fail_msg("%d,%d means '%s', %.1f px away, not '%s', %.1f px away", x, y,
                                 node_label(ui, hit), away(face(hit), x, y),
                                 node_label(ui, &ui->nodes[i]), nearest);
                    }
                }
            }
        }
    }
}

static void test_every_touch_on_the_keys_means_the_nearest(void **state) {
    (void)state;
    for (int panel = 0; panel < PANELS; panel++) {
        open_field(panel, panel % 2 ? SIZE_LARGEST : SIZE_STANDARD, FIELD_PART, "");
        assert_no_touch_is_lost();
        press("numbers and signs");
        assert_no_touch_is_lost();
    }
    press("letters");
    Rect a = ui_find_label(app->ui, "a")->at; /* the first of a row that begins further in */
    hands_touch(kiosk, a.x - a.w / 4, a.y + a.h / 2, 80);
    assert_string_equal(typed(), "a");
}

static void test_the_letter_shows_above_the_finger(void **state) {
    (void)state;
    for (int panel = 0; panel < PANELS; panel++) {
        open_field(panel, SIZE_STANDARD, FIELD_PART, "");
        static const char *const letters[] = {"q", "p", "m"};
        for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++) {
            const Node *key = ui_find_label(app->ui, letters[i]);
            Rect at = key->at;
            hands_wait(kiosk, 1000);
            hands_finger(kiosk, INPUT_DOWN, at.x + at.w / 2, at.y + at.h / 2);
            const Ui *ui = app->ui;
            const Op *letter = &ui->ops[ui->op_count - 1], *bubble = letter - 1;
            assert_int_equal(letter->kind, OP_TEXT);
            assert_string_equal(letter->as.text.text, letters[i]);
            int face = at.y + look_px(&ui->look, ui_find_label(app->ui, letters[i])->box.edge_h);
            assert_in_range(face - bubble->at.y - bubble->at.h, 1, look_px(&ui->look, 1));
            assert_true(letter->as.text.font.px > look_font(&ui->look, STYLE_KEY, false).px);
            assert_int_equal(letter->as.text.font.face, FACE_REGULAR);
            assert_true(bubble->at.x >= 0 && bubble->at.x + bubble->at.w <= panels[panel].w);
            assert_string_equal(typed(), i == 0 ? "" : i == 1 ? "q" : "qp"); /* on release */
            hands_finger(kiosk, INPUT_UP, at.x + at.w / 2, at.y + at.h / 2);
        }
        assert_string_equal(typed(), "qpm");
    }
}

static void test_shift_is_for_one_letter(void **state) {
    (void)state;
    open_field(0, SIZE_STANDARD, FIELD_PART, "at");
    keys_typed(" ");
    press("capital letter");
    assert_true(ui_find_label(app->ui, "capital letter")->box.selected);
    press("T");
    assert_false(ui_find_label(app->ui, "capital letter")->box.selected);
    press("a");
    assert_string_equal(typed(), "at Ta");
    press("capital letter");
    press("capital letter"); /* and back */
    press("e");
    assert_string_equal(typed(), "at Tae");
}

static void test_capitals_come_where_a_sentence_starts(void **state) {
    (void)state;
    open_field(0, SIZE_STANDARD, FIELD_NAME, "");
    press("J");
    press("o");
    assert_string_equal(typed(), "Jo");
    open_field(0, SIZE_STANDARD, FIELD_PART, "");
    press("a"); /* part of a sentence */
    press("t");
    press(".");
    press("space");
    press("H");
    press("e");
    assert_string_equal(typed(), "at. He");
}

static void test_i_is_a_capital_when_it_stands_alone(void **state) {
    (void)state;
    static const struct {
        const char *keys, *text;
    } cases[] = {{"and i ", "and I "}, {"and i.", "and I."},      {"if i'm", "if I'm"},
                 {"skii ", "skii "},   {"it is ", "it is "},      {"i, too", "I, too"},
                 {"hi ", "hi "},       {"so did i ", "so did I "}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        open_field(0, SIZE_STANDARD, FIELD_PART, "");
        keys_typed(cases[i].keys);
        assert_string_equal(typed(), cases[i].text);
    }
}

static void test_holding_a_letter_offers_its_accents(void **state) {
    enum { HELD_MS = 600 };
    (void)state;
    for (int panel = 0; panel < PANELS; panel++) {
        for (int size = 0; size < SIZE_COUNT; size += SIZE_LARGEST) {
            open_field(panel, (TextSize)size, FIELD_PART, "");
            Rect before = ui_find_label(app->ui, "e")->at;
            hands_hold(kiosk, "e", HELD_MS);
            assert_string_equal(typed(), ""); /* chosen next, by a slow hand too */
            hands_wait(kiosk, 5000);
            press("é");
            assert_string_equal(typed(), "é");
            assert_null(ui_find_label(app->ui, "ê"));
            Rect after = ui_find_label(app->ui, "e")->at;
            assert_memory_equal(&after, &before, sizeof after);
            hands_hold(kiosk, "e", HELD_MS);
            press("m"); /* or something else */
            assert_string_equal(typed(), "ém");
            assert_null(ui_find_label(app->ui, "ê"));
        }
    }
    open_field(0, SIZE_STANDARD, FIELD_NAME, "");
    hands_hold(kiosk, "E", HELD_MS);
    press("É");
    assert_string_equal(typed(), "É");
}

static void test_rubbing_out_repeats_then_takes_words_and_can_be_taken_back(void **state) {
    static const char all[] = "at playtime with one or two other children";
    (void)state;
    open_field(0, SIZE_STANDARD, FIELD_PART, all);
    Rect key = ui_find_label(app->ui, "rub out")->at;
    int x = key.x + key.w / 2, y = key.y + key.h / 2;
    hands_wait(kiosk, 1000);
    hands_finger(kiosk, INPUT_DOWN, x, y);
    hands_wait(kiosk, 599);
    assert_string_equal(typed(), all);
    hands_wait(kiosk, 1);
    assert_int_equal(strlen(typed()), strlen(all) - 1);
    hands_wait(kiosk, 240);
    assert_int_equal(strlen(typed()), strlen(all) - 3);
    hands_wait(kiosk, 1160); /* two seconds: words from now on */
    size_t letters = strlen(typed());
    assert_true(letters > strlen(all) - 14);
    hands_wait(kiosk, 480);
    assert_true(strlen(typed()) < letters - 8);
    assert_true(strlen(typed()) == 0 || typed()[strlen(typed()) - 1] == ' ');
    hands_finger(kiosk, INPUT_UP, x, y);
    letters = strlen(typed());
    hands_wait(kiosk, 3000);
    assert_int_equal(strlen(typed()), letters);
    for (int i = 0; i < EDITOR_UNDO; i++) {
        press("Undo");
    }
    assert_string_equal(typed(), all);
}

static void test_a_touch_puts_the_caret_at_the_end_of_a_word(void **state) {
    static const char text[] = "at playtime with a friend";
    (void)state;
    for (int panel = 0; panel < PANELS; panel++) {
        open_field(panel, panel % 2 ? SIZE_LARGE : SIZE_STANDARD, FIELD_PART, text);
        const Node *field = ui_find_named(app->ui, "typed");
        Rect at = field->at;
        int met = 0;
        for (int x = at.x; x < at.x + at.w; x += 9) {
            hands_touch(kiosk, x, at.y + look_line(&app->ui->look, STYLE_LEAD) / 2, 80);
            int caret = app->field.editor.caret;
            bool end = caret == 0 || text[caret] == ' ' || text[caret] == '\0';
            assert_true(end);
            met |= 1 << (caret % 31);
        }
        assert_true(met & (1 << 2));  /* behind 'at' */
        assert_true(met & (1 << 11)); /* behind 'playtime' */
        press("numbers and signs");
        editor_place(&app->field.editor, 11);
        press("move left");
        press("move left");
        assert_int_equal(app->field.editor.caret, 9);
        press("move right");
        assert_int_equal(app->field.editor.caret, 10);
    }
}

static void keyboard(const char *text) {
    Input input = {.kind = INPUT_TEXT, .at_ms = app->clock.now_ms};
    text_set(input.text, sizeof input.text, text);
    app_input(app, &input);
    kiosk_settle(kiosk);
}

static void test_the_end_of_the_room_is_told_kindly(void **state) {
    enum { NEAR = 40 };
    (void)state;
    open_field(0, SIZE_STANDARD, FIELD_PART, "");
    const int most = app->field.editor.most;
    for (int i = 0; i < most - NEAR; i++) {
        keyboard(i % 6 == 5 ? " " : "a");
    }
    assert_false(ui_shows(app->ui, "40"));
    press("b");
    assert_true(ui_shows(app->ui, "39"));
    for (int i = 0; i < NEAR - 1; i++) {
        keyboard("c");
    }
    assert_false(app->field.full);
    press("d");
    assert_true(app->field.full);
    assert_true(ui_shows(app->ui, library_string(app->library, "k.full")));
    assert_int_equal(strlen(typed()), most);
    assert_int_equal(typed()[most - 1], 'c'); /* nothing was cut for it */
    press("rub out");
    assert_false(app->field.full);
    assert_true(ui_shows(app->ui, "1"));
    press("d");
    assert_int_equal(typed()[most - 1], 'd');
}

enum { PLACES_MOST = 60 };

typedef struct Places {
    Rect at[PLACES_MOST];
    int count;
} Places;

/* Where the field and all keys of the keyboard are, and that they are seen whole. */
static Places places(void) {
    Places places = {.count = 0};
    const Ui *ui = app->ui;
    const Node *tray = ui_find_named(app->ui, "keys");
    for (int i = 0; i < ui->count; i++) {
        const Node *node = &ui->nodes[i];
        bool key = node->box.role == NODE_KEY && node->at.y > tray->at.y;
        if (key || node->box.role == NODE_FIELD) {
            assert_true(places.count < PLACES_MOST);
            Rect seen = rect_meet(node->at, node->clip);
            assert_memory_equal(&seen, &node->at, sizeof seen);
            assert_true(key || node->at.y + node->at.h <= tray->at.y);
            places.at[places.count++] = node->at;
        }
    }
    return places;
}

static void assert_caret_is_seen(void) {
    const Node *text = ui_find_named(app->ui, "typed"), *field = ui_find_named(app->ui, "field");
    Rect caret = text_caret(app->ui, text);
    caret.x += text->at.x;
    caret.y += text->at.y;
    Rect seen = rect_meet(caret, rect_meet(field->at, text->clip));
    assert_int_equal(seen.h, caret.h);
    assert_int_equal(seen.w, caret.w);
}

static void assert_nothing_jumped(const Places *before) {
    Places now = places();
    if (now.at[0].h != before->at[0].h) {
        fail_msg("the field is %d px high, not %d, at %dx%d %s, '%s'", now.at[0].h, before->at[0].h,
                 app->ui->look.panel.w, app->ui->look.panel.h, size_names[app->ui->look.size],
                 typed());
    }
    assert_int_equal(now.count, before->count);
    assert_memory_equal(now.at, before->at, (size_t)now.count * sizeof now.at[0]);
    assert_caret_is_seen();
}

static void test_the_field_is_seen_and_nothing_jumps(void **state) {
    (void)state;
    for (int panel = 0; panel < PANELS; panel++) {
        for (int size = 0; size < SIZE_COUNT; size++) {
            open_field(panel, (TextSize)size, FIELD_PART, "");
            Places before = places();
            press("e");
            assert_nothing_jumped(&before);
            hands_hold(kiosk, "e", 600); /* accents */
            assert_nothing_jumped(&before);
            press("ë");
            keyboard(" Year");
            assert_non_null(ui_find_named(app->ui, "number1"));
            assert_nothing_jumped(&before);
            while (!app->field.full) {
                keyboard("mmmm mm m ");
                assert_nothing_jumped(&before);
            }
            for (app->field.full = false; !app->field.full;) {
                keyboard("m");
                assert_nothing_jumped(&before);
            }
            assert_true(app->field.full);
            assert_nothing_jumped(&before);
            editor_home(&app->field.editor);
            app_frame(app);
            assert_nothing_jumped(&before);
        }
    }
}

static void test_a_real_keyboard_types_and_moves(void **state) {
    (void)state;
    open_field(0, SIZE_STANDARD, FIELD_PART, "");
    keyboard("a");
    keyboard("é");
    keyboard("b");
    static const KeyCode keys[] = {KEYCODE_LEFT, KEYCODE_BACKSPACE, KEYCODE_HOME, KEYCODE_DELETE};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        Input input = {.kind = INPUT_KEY, .key = keys[i], .at_ms = app->clock.now_ms};
        app_input(app, &input);
        kiosk_settle(kiosk);
    }
    assert_string_equal(typed(), "b");
    Input enter = {.kind = INPUT_KEY, .key = KEYCODE_ENTER, .at_ms = app->clock.now_ms};
    app_input(app, &enter);
    assert_string_equal(app_outcome_const(app)->words[PART_WHERE], "b");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        on_kiosk(test_every_touch_on_the_keys_means_the_nearest),
        on_kiosk(test_the_letter_shows_above_the_finger),
        on_kiosk(test_shift_is_for_one_letter),
        on_kiosk(test_capitals_come_where_a_sentence_starts),
        on_kiosk(test_i_is_a_capital_when_it_stands_alone),
        on_kiosk(test_holding_a_letter_offers_its_accents),
        on_kiosk(test_rubbing_out_repeats_then_takes_words_and_can_be_taken_back),
        on_kiosk(test_a_touch_puts_the_caret_at_the_end_of_a_word),
        on_kiosk(test_the_end_of_the_room_is_told_kindly),
        on_kiosk(test_the_field_is_seen_and_nothing_jumps),
        on_kiosk(test_a_real_keyboard_types_and_moves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
