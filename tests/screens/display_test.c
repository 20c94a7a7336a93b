/* 'Text and colours': each choice shows what it does, does it at once, and all of it ends with the
 * visit. */
#include "on_kiosk.h"
#include "screens/screens.h"
#include "ui/dump.h"

#include <stdlib.h>
#include <string.h>

static void show(int panel) {
    kiosk_look(kiosk, panels[panel], SIZE_STANDARD, THEME_PAPER);
    kiosk_begin(kiosk);
    app_go(app, &screen_display, 0);
    app_frame(app);
}

static void tap(const char *label) {
    const Node *node = ui_find_label(app->ui, label);
    if (!node) {
        fail_msg("there is no '%s'", label);
        return;
    }
    node->box.tap(app, node->box.arg);
    app_frame(app);
}

/* What is written on the control of that name, as it is painted. */
static const Op *written(const char *label, const char *text) {
    const Node *node = ui_find_label(app->ui, label);
    assert_non_null(node);
    for (int i = 0; i < app->ui->op_count; i++) {
        const Op *op = &app->ui->ops[i];
        if (op->kind == OP_TEXT && op->as.text.len == (int)strlen(text) &&
            memcmp(op->as.text.text, text, strlen(text)) == 0 &&
            rect_has(node->at, op->at.x, op->at.y + op->at.h / 2)) {
            return op;
        }
    }
    return NULL;
}

static const char *const themes_said[] = {"Paper", "Night", "High contrast", "Cream"};
static const char *const sizes_said[] = {"Standard", "Large", "Larger", "Largest"};

static void assert_colour(Colour a, Colour b) {
    assert_memory_equal(&a, &b, sizeof a);
}

static bool paints(const Node *node, Colour colour) {
    for (int i = 0; i < app->ui->op_count; i++) {
        const Op *op = &app->ui->ops[i];
        if (op->kind == OP_BOX && op->as.box.stroke == 0 &&
            memcmp(&op->colour, &colour, sizeof colour) == 0 &&
            rect_has(node->at, op->at.x, op->at.y) && op->at.h < node->at.h / 2) {
            return true;
        }
    }
    return false;
}

static void test_each_theme_is_shown_in_its_own_colours(void **state) {
    (void)state;
    show(0);
    for (int chosen = 0; chosen < THEME_COUNT; chosen++) {
        tap(themes_said[chosen]);
        assert_int_equal(app->ui->look.theme, chosen); /* at once */
        for (int i = 0; i < THEME_COUNT; i++) {
            const Op *name = written(themes_said[i], themes_said[i]);
            assert_non_null(name);
            assert_colour(name->colour, themes[i].colours[ROLE_INK]);
            assert_colour(name->as.text.ground, themes[i].colours[ROLE_BG]);
            const Node *swatch = ui_find_label(app->ui, themes_said[i]);
            assert_true(paints(swatch, themes[i].colours[ROLE_PRIMARY]));
            assert_int_equal(swatch->box.selected, i == chosen);
        }
    }
}

static void test_letters_are_named_in_themselves(void **state) {
    (void)state;
    static const char *const names[] = {"OpenDyslexic", "Andika"};
    show(0);
    for (int i = 0; i < 2; i++) {
        tap(names[i]);
        assert_int_equal(app->ui->look.dyslexic, i == 0);
        assert_int_equal(written("Andika", "Andika")->as.text.font.face, FACE_REGULAR);
        assert_int_equal(written("OpenDyslexic", "OpenDyslexic")->as.text.font.face, FACE_DYSLEXIC);
    }
}

static void test_sizes_are_shown_in_their_own_size(void **state) {
    (void)state;
    for (int panel = 0; panel < PANELS; panel++) {
        show(panel);
        int before = 0;
        for (int i = 0; i < SIZE_COUNT; i++) {
            const Op *letters = written(sizes_said[i], "Aa");
            assert_true((letters == NULL) == (i == SIZE_STANDARD)); /* chosen: a tick instead */
            if (letters) {
                assert_true(letters->as.text.font.px > before);
                before = letters->as.text.font.px;
            }
        }
        tap("Largest");
        assert_int_equal(app->ui->look.size, SIZE_LARGEST);
    }
}

static Rect where(const char *label) {
    return ui_find_label(app->ui, label)->at;
}

/* Choosing never moves anything, where it does not change the letters. */
static void test_choosing_moves_nothing(void **state) {
    (void)state;
    for (int panel = 0; panel < PANELS; panel++) {
        show(panel);
        Rect night = where("Night"), done = where("Done"), motion = where("Less movement");
        tap("Night");
        tap("Less movement");
        Rect now[] = {where("Night"), where("Done"), where("Less movement")};
        assert_memory_equal(&now[0], &night, sizeof night);
        assert_memory_equal(&now[1], &done, sizeof done);
        assert_memory_equal(&now[2], &motion, sizeof motion);
    }
}

static void choose_all(void) {
    tap("Cream");
    tap("OpenDyslexic");
    tap("More space");
    tap("Less movement");
    tap("Steady hands");
    tap("Larger");
    const Look *look = &app->ui->look;
    assert_true(look->dyslexic && look->more_space && look->less_motion);
    assert_int_equal(look->size, SIZE_LARGER);
    assert_true(app->ui->steady_ms > 0);
}

static void assert_as_the_site_is(void) {
    Look now = app->ui->look, site = app->site.look;
    assert_int_equal(now.theme, site.theme);
    assert_int_equal(now.size, site.size);
    assert_int_equal(now.template_, site.template_);
    assert_true(now.dyslexic == site.dyslexic && now.more_space == site.more_space &&
                now.less_motion == site.less_motion);
    assert_int_equal(app->ui->steady_ms, 0);
}

/* A touch makes hands steadier by a quarter of a second, twice; the third ends it. */
static void test_steady_hands_have_three_steps(void **state) {
    (void)state;
    show(0);
    static const int steps[] = {250, 500, 0, 250};
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        tap("Steady hands");
        assert_int_equal(app->ui->steady_ms, steps[i]);
        assert_int_equal(ui_find_label(app->ui, "Steady hands")->box.selected, steps[i] > 0);
    }
}

static void test_put_it_back_takes_all_of_it_back(void **state) {
    (void)state;
    show(0);
    choose_all();
    tap("Put it back");
    assert_as_the_site_is();
    assert_ptr_equal(app_screen(app), &screen_display);
}

static void test_all_of_it_ends_with_the_visit(void **state) {
    (void)state;
    show(0);
    choose_all();
    tap("Done");
    app_frame(app);
    assert_int_equal(app->ui->look.theme, THEME_CREAM); /* on every page of this visit */
    app_finish(app, 0);
    assert_as_the_site_is();
}

int main(void) {
    const struct CMUnitTest tests[] = {on_kiosk(test_each_theme_is_shown_in_its_own_colours),
                                       on_kiosk(test_letters_are_named_in_themselves),
                                       on_kiosk(test_sizes_are_shown_in_their_own_size),
                                       on_kiosk(test_choosing_moves_nothing),
                                       on_kiosk(test_steady_hands_have_three_steps),
                                       on_kiosk(test_put_it_back_takes_all_of_it_back),
                                       on_kiosk(test_all_of_it_ends_with_the_visit)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
