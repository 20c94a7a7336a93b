/* The cover: one touch from every page with a family's words, nothing of them behind it, and back
 * to the same page; by itself after the site's time, and then the visit is over. */
#include "on_kiosk.h"
#include "scenes.h"
#include "screens/screens.h"
#include "ui/dump.h"

#include <stdlib.h>
#include <string.h>

static void touch(int x, int y) {
    enum { PRESS_MS = 80 };
    hands_touch(kiosk, x, y, PRESS_MS);
}

static const Node *control_of(Tap *tap) {
    for (int i = 0; i < app->ui->count; i++) {
        const Node *node = &app->ui->nodes[i];
        Rect seen = rect_meet(node->at, node->clip);
        if (node->box.tap == tap && seen.h == node->at.h && seen.w == node->at.w) {
            return node;
        }
    }
    return NULL;
}

/* The whole panel is the cover's, and no letter of the visit is on it. */
static void assert_covered(const char *name) {
    const Ui *ui = app->ui;
    Colour cover = themes[ui->look.theme].colours[ROLE_COVER];
    const Op *ground = &ui->ops[0];
    assert_memory_equal(&ground->colour, &cover, sizeof cover);
    assert_int_equal(ground->at.w * ground->at.h, ui->look.panel.w * ui->look.panel.h);
    static const char *const words[] = {"Maya", "ask a friend", "playtime"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (ui_shows(app->ui, words[i])) {
            fail_msg("the cover over %s shows '%s'", name, words[i]);
        }
    }
}

static void test_one_touch_covers_every_page_with_own_words(void **state) {
    (void)state;
    int scene_count;
    Scene *scenes = scenes_of(app, &scene_count);
    int covered = 0;
    for (int panel = 0; panel < PANELS; panel++) {
        for (int size = 0; size < SIZE_COUNT; size += SIZE_LARGEST) {
            kiosk_look(kiosk, panels[panel], (TextSize)size, THEME_PAPER);
            for (int i = 0; i < scene_count; i++) {
                const Scene *scene = &scenes[i];
                scene_show(kiosk, scene, FILL_SAMPLE);
                const Screen *screen = app_screen(app);
                bool leaving = screen == &screen_leave; /* asks whether they go */
                if (!screen->own_words || scene->locked || strchr(scene->name, '+') || leaving) {
                    continue;
                }
                const Node *hide = control_of(app_hide);
                if (!hide) {
                    fail_msg("no 'Hide' on %s at %dx%d, text %s", scene->name, panels[panel].w,
                             panels[panel].h, size_names[size]);
                    return;
                }
                touch(hide->at.x + hide->at.w / 2, hide->at.y + hide->at.h / 2);
                assert_true(app->cover_ms >= 0);
                assert_covered(scene->name);
                touch(1, 1); /* beside its buttons */
                assert_true(app->cover_ms >= 0);
                const Node *here = control_of(app_show_again);
                assert_non_null(here);
                touch(here->at.x + here->at.w / 2, here->at.y + here->at.h / 2);
                assert_true(app->cover_ms < 0);
                assert_ptr_equal(app_screen(app), screen);
                covered++;
            }
        }
    }
    assert_true(covered > 100);
    free(scenes);
}

/* Nobody touches: covered to the second, counted down, cleared, home. */
static void test_it_covers_and_clears_by_itself(void **state) {
    enum { SECOND_MS = 1000 };
    (void)state;
    static const struct {
        bool words;
        int idle_s, countdown_s;
    } sites[] = {{false, 180, 45}, {true, 240, 45}, {false, 60, 20}, {true, 90, 10}};
    for (size_t i = 0; i < sizeof sites / sizeof sites[0]; i++) {
        kiosk_look(kiosk, panels[0], SIZE_STANDARD, THEME_PAPER);
        kiosk_begin(kiosk);
        app->site.idle_s = sites[i].words ? 180 : sites[i].idle_s;
        app->site.idle_words_s = sites[i].words ? sites[i].idle_s : 240;
        app->site.countdown_s = sites[i].countdown_s;
        app_go(app, sites[i].words ? &screen_outcomes : &screen_guide, 0);
        if (sites[i].words) {
            sample_fill(app);
        }
        app_settle(app);
        app_frame(app);
        hands_finger(kiosk, INPUT_DOWN, 1, 1);
        hands_finger(kiosk, INPUT_UP, 1, 1);
        hands_wait(kiosk, (int64_t)sites[i].idle_s * SECOND_MS - 1);
        assert_true(app->cover_ms < 0);
        hands_wait(kiosk, 1);
        assert_true(app->cover_ms >= 0);
        assert_covered("an idle page");
        hands_wait(kiosk, (int64_t)sites[i].countdown_s * SECOND_MS - 1);
        assert_true(app->cover_ms >= 0);
        assert_true(ui_shows(app->ui, "clear in 1 second"));
        hands_wait(kiosk, 1);
        assert_ptr_equal(app_screen(app), app->cleared);
        assert_false(app_has_words(app));
        hands_wait(kiosk, (int64_t)app->site.cleared_s * SECOND_MS);
        assert_ptr_equal(app_screen(app), app->home);
        hands_wait(kiosk, 24LL * 3600 * SECOND_MS); /* nothing to wake up for meanwhile */
        assert_int_equal(app_next_ms(app), -1);
    }
}

/* What the covers say first is larger than any other heading, and white buttons stand out. */
static void test_covers_are_headed_as_drawn(void **state) {
    (void)state;
    kiosk_look(kiosk, panels[0], SIZE_STANDARD, THEME_PAPER);
    static const struct {
        const Screen *screen;
        const char *icon;
        int head_px, button_u;
    } covers[] = {{&screen_cover, "hand_large", 78, 18}, {&screen_cleared, "clear", 90, 16}};
    for (size_t i = 0; i < sizeof covers / sizeof covers[0]; i++) {
        kiosk_begin(kiosk);
        app_go(app, covers[i].screen, 0);
        app_settle(app);
        app_frame(app);
        const Ui *ui = app->ui;
        const Node *head = NULL, *sign = NULL, *button = NULL;
        for (int n = 0; n < ui->count; n++) {
            const Node *node = &ui->nodes[n];
            head = node->box.role == NODE_HEADING ? node : head;
            sign = node->name && strcmp(node->name, covers[i].icon) == 0 ? node : sign;
            button = node->box.tap ? node : button;
        }
        if (!head || !sign || !button) {
            fail_msg("the cover lacks its heading, its sign or its button");
            return;
        }
        assert_int_equal(look_font(&ui->look, head->text.style, true).px, covers[i].head_px);
        assert_true(sign->at.y + sign->at.h <= head->at.y);
        assert_int_equal(button->at.h, covers[i].button_u * 6);
        int above = sign->at.y, below = ui->look.panel.h - button->at.y - button->at.h;
        assert_in_range(above, below - 30, below + 30); /* in the middle of the panel */
    }
}

/* Beside each other or below, they stand in the middle. */
static void test_the_cover_s_buttons_stand_in_the_middle(void **state) {
    (void)state;
    for (int panel = 0; panel < PANELS; panel++) {
        for (int size = 0; size < SIZE_COUNT; size++) {
            kiosk_look(kiosk, panels[panel], (TextSize)size, THEME_PAPER);
            kiosk_begin(kiosk);
            app_go(app, &screen_cover, 0);
            app_settle(app);
            app_frame(app);
            const Node *clear = control_of(app_finish), *here = control_of(app_show_again);
            if (!clear || !here) {
                fail_msg("a button of the cover does not show whole");
                return;
            }
            bool below = here->at.y > clear->at.y + clear->at.h;
            int left = clear->at.x, right = here->at.x + here->at.w, middle = panels[panel].w / 2;
            if (below) {
                left = here->at.x;
                int clear_middle = clear->at.x + clear->at.w / 2;
                assert_in_range(clear_middle, middle - 2, middle + 2);
            }
            assert_in_range((left + right) / 2, middle - 2, middle + 2);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        on_kiosk(test_one_touch_covers_every_page_with_own_words),
        on_kiosk(test_it_covers_and_clears_by_itself),
        on_kiosk(test_covers_are_headed_as_drawn),
        on_kiosk(test_the_cover_s_buttons_stand_in_the_middle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
