/* The focus ring on every page: it comes to every control, is seen whole, is never trapped nor
 * under the keyboard on the screen; arrows come everywhere, too, and Escape is Back. */
#include "on_kiosk.h"
#include "scenes.h"
#include "screens/screens.h"
#include "ui/dump.h"
#include "ui/focus.h"

#include <stdlib.h>
#include <string.h>

static void press(KeyCode key) {
    Input input = {.kind = INPUT_KEY, .key = key, .at_ms = app->clock.now_ms};
    app_input(app, &input);
    app_frame(app);
}

static int stops(void) {
    int count = 0;
    for (int i = 0; i < app->ui->count; i++) {
        count += focus_place(app->ui, &app->ui->nodes[i]) >= 0;
    }
    return count;
}

static const char *where(const Scene *scene) {
    const Ui *ui = app->ui;
    return ui_print(app->ui, "%s at %dx%d, text %s", scene->name, ui->look.panel.w,
                    ui->look.panel.h, size_names[ui->look.size]);
}

/* What has the ring, seen whole with the ring around it; only what is higher than its page is not.
 */
static const Node *ringed(const Scene *scene) {
    Ui *ui = app->ui;
    const Node *node = ui->focus_shown ? ui_find(ui, ui->focus) : NULL;
    if (!node) {
        fail_msg("no ring on %s", where(scene));
        return NULL;
    }
    Rect seen = rect_meet(node->at, node->clip), page = node->clip;
    if (seen.h < node->at.h && node->at.h <= page.h) {
        fail_msg("of '%s' %d px of %d show on %s", node_label(ui, node), seen.h, node->at.h,
                 where(scene));
    }
    const Op *ring = NULL;
    for (int i = 0; i < ui->op_count; i++) {
        bool box = ui->ops[i].kind == OP_BOX && ui->ops[i].as.box.stroke > 0;
        ring = box ? &ui->ops[i] : ring;
    }
    Rect screen = {0, 0, ui->look.panel.w, ui->look.panel.h};
    assert_non_null(ring);
    Rect shown = rect_meet(ring->at, screen);
    bool whole = memcmp(&shown, &ring->at, sizeof shown) == 0 || node->at.h > page.h;
    bool around = rect_meet(ring->at, node->at).w == node->at.w && ring->at.w > node->at.w;
    if (!whole || !around) {
        fail_msg("the ring of '%s' does not show on %s", node_label(ui, node), where(scene));
    }
    const Node *tray = ui_find_named(ui, "keys");
    if (tray && node->box.role != NODE_KEY) {
        assert_true(node->at.y + node->at.h <= tray->at.y);
    }
    return node;
}

static void go_round(const Scene *scene, KeyCode key) {
    if (stops() == 0) {
        return;
    }
    press(KEYCODE_NONE); /* the first key may end what is waited for */
    app->ui->focus = 0;
    press(key);
    uint32_t first = ringed(scene)->id;
    int count = stops();
    for (int i = 0; i < count; i++) {
        const Node *node = ringed(scene);
        int place = focus_place(app->ui, node);
        if (place != (key == KEYCODE_BACK_TAB ? count - 1 - i : i)) {
            fail_msg("stop %d is '%s', in place %d on %s", i, node_label(app->ui, node), place,
                     where(scene));
        }
        press(key);
    }
    if (app->ui->focus != first) { /* round, and never trapped */
        fail_msg("behind the last stop of %d comes '%s' on %s", count,
                 node_label(app->ui, ringed(scene)), where(scene));
    }
}

static bool is_plain(const Scene *scene) {
    return !strchr(scene->name, '+') || strstr(scene->name, "+state");
}

static void test_the_ring_comes_to_every_control_and_is_seen(void **state) {
    (void)state;
    int scene_count;
    Scene *scenes = scenes_of(app, &scene_count);
    for (int panel = 0; panel < PANELS; panel++) {
        for (int size = 0; size < SIZE_COUNT; size += SIZE_LARGEST) {
            kiosk_look(kiosk, panels[panel], (TextSize)size, THEME_PAPER);
            for (int i = 0; i < scene_count; i++) {
                if (is_plain(&scenes[i])) {
                    scene_show(kiosk, &scenes[i], FILL_SAMPLE);
                    go_round(&scenes[i], panel % 2 ? KEYCODE_MOVE : KEYCODE_TAB);
                }
            }
        }
    }
    kiosk_look(kiosk, panels[0], SIZE_STANDARD, THEME_PAPER);
    for (int i = 0; i < scene_count; i++) {
        if (is_plain(&scenes[i])) {
            scene_show(kiosk, &scenes[i], FILL_LONG);
            go_round(&scenes[i], KEYCODE_BACK_TAB);
        }
    }
    free(scenes);
}

enum { STOPS_MOST = 400 };

/* How many controls arrows lead to from the first one. */
static int met_by_arrows(const Scene *scene) {
    static const KeyCode arrows[] = {KEYCODE_DOWN, KEYCODE_RIGHT, KEYCODE_UP, KEYCODE_LEFT};
    uint32_t met[STOPS_MOST];
    int count = 0, next = 0;
    press(KEYCODE_TAB);
    met[count++] = app->ui->focus;
    while (next < count) {
        uint32_t from = met[next++];
        for (size_t a = 0; a < sizeof arrows / sizeof arrows[0]; a++) {
            app->ui->focus = from;
            press(arrows[a]);
            if (app->ui->focus == from) {
                continue; /* nothing lies that way */
            }
            uint32_t to = ringed(scene)->id;
            bool known = false;
            for (int i = 0; i < count; i++) {
                known = known || met[i] == to;
            }
            if (!known) {
                assert_true(count < STOPS_MOST);
                met[count++] = to;
            }
        }
    }
    for (int i = 0; i < app->ui->count && count < stops(); i++) {
        const Node *node = &app->ui->nodes[i];
        bool known = focus_place(app->ui, node) < 0;
        for (int m = 0; m < count; m++) {
            known = known || met[m] == node->id;
        }
        if (!known) {
            print_message("  arrows do not come to '%s'\n", node_label(app->ui, node));
        }
    }
    return count;
}

static void test_arrows_come_to_every_control(void **state) {
    (void)state;
    int scene_count;
    Scene *scenes = scenes_of(app, &scene_count);
    for (int panel = 0; panel < PANELS; panel++) {
        kiosk_look(kiosk, panels[panel], SIZE_STANDARD, THEME_PAPER);
        for (int i = 0; i < scene_count; i++) {
            if (!is_plain(&scenes[i])) {
                continue;
            }
            scene_show(kiosk, &scenes[i], FILL_SAMPLE);
            if (stops() > 0 && met_by_arrows(&scenes[i]) != stops()) {
                fail_msg("arrows do not come everywhere on %s", where(&scenes[i]));
            }
        }
    }
    free(scenes);
}

static void test_escape_is_back(void **state) {
    (void)state;
    int scene_count;
    Scene *scenes = scenes_of(app, &scene_count);
    kiosk_look(kiosk, panels[0], SIZE_STANDARD, THEME_PAPER);
    for (int i = 0; i < scene_count; i++) {
        if (!is_plain(&scenes[i]) || scenes[i].locked || scenes[i].screen->cover) {
            continue;
        }
        scene_show(kiosk, &scenes[i], FILL_SAMPLE);
        int depth = app->depth;
        press(KEYCODE_ESCAPE);
        assert_int_equal(app->depth, depth > 1 ? depth - 1 : 1);
    }
    free(scenes);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        on_kiosk(test_the_ring_comes_to_every_control_and_is_seen),
        on_kiosk(test_arrows_come_to_every_control),
        on_kiosk(test_escape_is_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
