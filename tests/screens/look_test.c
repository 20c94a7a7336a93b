/* What the design asks of single pages, on every panel and in every text size: the number to call
 * and the five words show at once, the sentence so far opens whole, numbers follow 'Year'. */
#include "base/text.h"
#include "on_kiosk.h"
#include "scenes.h"
#include "screens/screens.h"
#include "ui/dump.h"

#include <stdlib.h>
#include <string.h>

static void show(int panel, TextSize size, const Screen *screen, int arg) {
    kiosk_look(kiosk, panels[panel], size, THEME_PAPER);
    kiosk_begin(kiosk);
    app_go(app, screen, arg);
    app_settle(app);
    app_frame(app);
}

static void tap(const Node *node) {
    assert_non_null(node);
    node->box.tap(app, node->box.arg);
    app_settle(app);
    app_frame(app);
}

static bool seen_whole(const char *id) {
    const Node *node = ui_find_named(app->ui, id);
    assert_non_null(node);
    Rect seen = rect_meet(node->at, node->clip);
    return seen.w == node->at.w && seen.h == node->at.h;
}

/* Whoever sees little still sees at once what the kiosk is for. The 7-inch panel holds fewer. */
static void test_the_three_doors_show_at_once(void **state) {
    (void)state;
    static const char *const doors[] = {"door1", "door2", "door3"};
    for (int panel = 0; panel < PANELS; panel++) {
        for (int size = 0; size < SIZE_COUNT; size++) {
            if (panels[panel].w == 800 && size >= SIZE_LARGER) {
                continue;
            }
            show(panel, (TextSize)size, &screen_home, 0);
            for (int i = 0; i < 3; i++) {
                assert_true(seen_whole(doors[i]));
            }
        }
    }
}

static void test_the_number_to_call_shows_at_once(void **state) {
    (void)state;
    for (int panel = 0; panel < PANELS; panel++) {
        for (int size = 0; size < SIZE_COUNT; size++) {
            show(panel, (TextSize)size, &screen_calm, STEP_WHAT);
            assert_true(seen_whole("phone"));
        }
    }
}

/* They are written down, or taken home as one photo. The 7-inch panel shows fewer at a time of the
 * largest letters. */
static void test_the_five_words_show_at_once(void **state) {
    (void)state;
    static const char *const codes[] = {"mushroom mahogany remember emporium mammoth", /* widest */
                                        "maple lantern river button sunny"};
    for (int at = 0; at < PANELS * SIZE_COUNT * 2; at++) {
        int panel = at / 2 / SIZE_COUNT, size = at / 2 % SIZE_COUNT;
        if (panels[panel].w == 800 && size >= SIZE_LARGER) {
            continue;
        }
        show(panel, (TextSize)size, &screen_words, 0);
        text_set(app->code, sizeof app->code, codes[at % 2]);
        app_frame(app);
        for (int word = 0; word < CODE_WORDS; word++) {
            assert_true(seen_whole(ui_print(app->ui, "word%d", word)));
        }
    }
}

static void test_the_sentence_so_far_opens_whole(void **state) {
    (void)state;
    for (int panel = 0; panel < PANELS; panel++) {
        show(panel, SIZE_LARGEST, &screen_question, STEP_WHY);
        draft_set_words(&app->draft, 0, PART_WHAT,
                        "ask two different children whether she may join in with their game");
        draft_set_words(&app->draft, 0, PART_WHEN, "by the end of the summer term");
        app_settle(app);
        app_frame(app);
        tap(ui_find_named(app->ui, "dock"));
        assert_ptr_equal(app_screen(app), &screen_so_far);
        bool whole = false;
        for (int i = 0; i < app->ui->count; i++) {
            const Node *node = &app->ui->nodes[i];
            whole = whole || (node->kind == KIND_TEXT && node->text.lines_most == 0 &&
                              strcmp(node->text.runs[0].text, app->composed.text) == 0);
        }
        assert_true(whole);
        Node *part = ui_find_label(app->ui, "By the end of the summer term. By when?");
        tap(part);
        assert_ptr_equal(app_screen(app), &screen_when);
        tap(ui_find_named(app->ui, "next"));
        assert_ptr_equal(app_screen(app), &screen_so_far);
    }
}

static void type(const char *text) {
    Input input = {.kind = INPUT_TEXT};
    text_set(input.text, sizeof input.text, text);
    app_input(app, &input);
    app_settle(app);
    app_frame(app);
}

static void test_numbers_follow_year_and_key_stage(void **state) {
    (void)state;
    for (int panel = 0; panel < PANELS; panel++) {
        show(panel, SIZE_STANDARD, &screen_question, STEP_WHEN);
        app->draft.year_group = 4;
        type_part(app, PART_WHEN);
        app_frame(app);
        type("by the end of");
        assert_null(ui_find_named(app->ui, "number4"));
        type(" Year");
        assert_null(ui_find_named(app->ui, "number3")); /* that one is over */
        tap(ui_find_named(app->ui, "number6"));
        assert_string_equal(app->field.editor.text, "by the end of Year 6");
        assert_null(ui_find_named(app->ui, "number6"));
        type(" or key stage ");
        assert_null(ui_find_named(app->ui, "number6"));
        tap(ui_find_named(app->ui, "number2"));
        assert_string_equal(app->field.editor.text, "by the end of Year 6 or key stage 2");
        editor_undo(&app->field.editor);
        assert_string_equal(app->field.editor.text, "by the end of Year 6 or key stage ");
    }
}

static const Node *named_picture(const char *name) {
    for (int i = 0; i < app->ui->count; i++) {
        const Node *node = &app->ui->nodes[i];
        if (node->name && strcmp(node->name, name) == 0) {
            return node;
        }
    }
    return NULL;
}

/* Four columns, each under its head; the hope that three share has its sunrise; the note has a line
 * for each of its sentences. */
static void test_the_thread_stands_in_four_columns(void **state) {
    (void)state;
    show(0, SIZE_STANDARD, &screen_thread, 0);
    sample_fill(app);
    app_settle(app);
    app_frame(app);
    static const char *const heads[] = {"hope", "hard", "outcome", "help"};
    for (int strand = 0; strand < 4; strand++) {
        const Node *card = ui_find_named(app->ui, ui_print(app->ui, "card0.%d", strand));
        const Node *head = named_picture(heads[strand]);
        assert_true(card && head);
        assert_int_equal(card->at.x, head->at.x);
    }
    const Node *sun = named_picture("sunrise"), *hope = ui_find_named(app->ui, "card0.0");
    assert_non_null(sun);
    assert_int_equal(sun->kind, KIND_PICTURE);
    assert_true(sun->at.x > hope->at.x && sun->at.x + sun->at.w < hope->at.x + hope->at.w);
    for (int i = 0; i < app->ui->count; i++) {
        const Node *node = &app->ui->nodes[i];
        if (node->kind == KIND_TEXT && strncmp(node->text.runs[0].text, "Follow the", 10) == 0) {
            assert_int_equal(node->line_count, 2);
            assert_int_equal(node->text.align, ALIGN_CENTRE);
            assert_memory_equal(node->text.runs[0].text + node->pieces[1].from, "Each", 4);
            return;
        }
    }
    fail_msg("there is no note");
}

/* Never by colour alone: where no heads stand above columns, each card has its sign and its name.
 */
static void test_cards_of_the_thread_are_named(void **state) {
    static const char *const names[] = {"Hope", "What is hard", "Outcome", "What will help"};
    static const char *const signs[] = {"hope", "hard", "outcome", "help"};
    (void)state;
    for (int panel = 0; panel < PANELS; panel++) {
        for (int size = 0; size < SIZE_COUNT; size++) {
            show(panel, (TextSize)size, &screen_thread, 0);
            sample_fill(app);
            app_settle(app);
            app_frame(app);
            bool heads = app->ui->look.template_ == TEMPLATE_REGULAR ||
                         app->ui->look.template_ == TEMPLATE_WIDE;
            for (int strand = 0; strand < 4 && !heads; strand++) {
                const Node *card = ui_find_named(app->ui, ui_print(app->ui, "card1.%d", strand));
                const Node *row = card + 1, *sign = row + 1, *name = row + 2;
                assert_int_equal(sign->kind, KIND_ICON);
                assert_string_equal(sign->name, signs[strand]);
                assert_int_equal(name->kind, KIND_TEXT);
                assert_string_equal(name->text.runs[0].text, names[strand]);
            }
        }
    }
}

/* As the page is drawn, while the sentence so far is short: four knots evenly apart, the name of
 * one that waits beside the middle of its disc, and what is done has the bold tick. */
static void test_the_trail_has_its_knots_apart(void **state) {
    const float pitch = 17.4f;
    (void)state;
    show(0, SIZE_STANDARD, &screen_question, STEP_WHAT);
    draft_set_words(&app->draft, 0, PART_HOPE, "to have friends");
    draft_set_words(&app->draft, 0, PART_HARD, "starting to talk");
    app_settle(app);
    app_frame(app);
    const Look *look = &app->ui->look;
    int before = 0;
    for (int knot = 1; knot <= 4; knot++) {
        const Node *disc = ui_find_named(app->ui, ui_print(app->ui, "knot%d", knot));
        const Node *icon = disc + 1, *name = disc + 3;
        assert_int_equal(icon->kind, KIND_ICON);
        assert_int_equal(strcmp(icon->name, "tick_bold") == 0, knot < 3);
        if (knot > 1) {
            assert_in_range(disc->at.y - before, look_px(look, pitch), look_px(look, pitch) + 1);
        }
        before = disc->at.y;
        if (knot == 4) {
            assert_int_equal(name->kind, KIND_TEXT);
            int middle = disc->at.y + disc->at.h / 2;
            assert_in_range(name->at.y + name->at.h / 2, middle - 1, middle + 1);
        }
    }
}

static bool in_chosen(const Node *node) {
    while (node->parent >= 0 && !node->box.selected) {
        node = &app->ui->nodes[node->parent];
    }
    return node->box.selected;
}

static void test_what_is_chosen_has_the_bold_tick(void **state) {
    (void)state;
    int count, bold = 0;
    Scene *scenes = scenes_of(app, &count);
    kiosk_look(kiosk, panels[0], SIZE_STANDARD, THEME_PAPER);
    for (int i = 0; i < count; i++) {
        scene_show(kiosk, &scenes[i], FILL_SAMPLE);
        for (int n = 0; n < app->ui->count; n++) {
            const Node *node = &app->ui->nodes[n];
            if (node->kind != KIND_ICON || !in_chosen(node)) {
                continue;
            }
            if (strcmp(node->name, "tick") == 0) {
                fail_msg("what is chosen on %s has a thin tick", scenes[i].name);
            }
            bold += strcmp(node->name, "tick_bold") == 0;
        }
    }
    free(scenes);
    assert_true(bold > 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {on_kiosk(test_the_three_doors_show_at_once),
                                       on_kiosk(test_the_number_to_call_shows_at_once),
                                       on_kiosk(test_the_five_words_show_at_once),
                                       on_kiosk(test_the_sentence_so_far_opens_whole),
                                       on_kiosk(test_numbers_follow_year_and_key_stage),
                                       on_kiosk(test_the_thread_stands_in_four_columns),
                                       on_kiosk(test_cards_of_the_thread_are_named),
                                       on_kiosk(test_the_trail_has_its_knots_apart),
                                       on_kiosk(test_what_is_chosen_has_the_bold_tick)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
