/* The components sheet of the design, found again on real pages: which face, outline, edge and
 * corners each of them is declared with. How these are painted is tested in ui. */
#include "on_kiosk.h"
#include "screens/screens.h"
#include "ui/dump.h"

#include <string.h>

typedef struct Component {
    const char *name; /* label of the control, or id when it begins with # */
    Role face, stroke, edge;
    float stroke_w, edge_h, radius; /* u */
    float w, h;                     /* u at the standard size at least; 0: any */
} Component;

static void show(const Screen *screen, int arg) {
    kiosk_look(kiosk, panels[0], SIZE_STANDARD, THEME_PAPER);
    kiosk_begin(kiosk);
    app_go(app, screen, arg);
    sample_fill(app);
    app_settle(app);
    app_frame(app);
}

static const Node *find(const char *name) {
    return name[0] == '#' ? ui_find_named(app->ui, name + 1) : ui_find_label(app->ui, name);
}

static void check(const Component *want, size_t count) {
    const float near = 0.001f;
    for (size_t i = 0; i < count; i++, want++) {
        const Node *node = find(want->name);
        if (!node) {
            fail_msg("'%s' is not on '%s'", want->name, app_screen(app)->name);
            return;
        }
        const Box *box = &node->box;
        bool same =
            box->face == want->face && box->stroke == want->stroke && box->edge == want->edge;
        if (!same) {
            fail_msg("'%s' is %s with %s on %s", want->name, role_names[box->face],
                     role_names[box->stroke], role_names[box->edge]);
        }
        assert_float_equal(box->stroke_w, want->stroke_w, near);
        assert_float_equal(box->edge_h, want->edge_h, near);
        assert_float_equal(box->radius, want->radius, near);
        assert_true(node->at.w >= look_px(&app->ui->look, want->w));
        assert_true(node->at.h >= look_px(&app->ui->look, want->h));
    }
}

#define CHECK(...)                                                                                 \
    check((const Component[]){__VA_ARGS__},                                                        \
          sizeof((const Component[]){__VA_ARGS__}) / sizeof(Component))

static void test_doors_and_rows(void **state) {
    (void)state;
    show(&screen_home, 0);
    CHECK({"#door1", ROLE_SURFACE, ROLE_STROKE, ROLE_EDGE, 0.34f, 1, 3, 60, 50},
          {"#door3", ROLE_SURFACE, ROLE_STROKE, ROLE_EDGE, 0.34f, 1, 3, 60, 50});
    show(&screen_guide, 0);
    app->guide.chapter = 1;
    app_frame(app);
    const char *first = app->library->chapters[0].title, *chosen = app->library->chapters[1].title;
    CHECK({first, ROLE_SURFACE, ROLE_STROKE, ROLE_EDGE, 0.34f, 0.8f, 2.2f, 60, 13},
          {chosen, ROLE_SEL_FILL, ROLE_SEL_STROKE, ROLE_EDGE, 0.6f, 0.8f, 2.2f, 60, 13});
    const Node *number = find(chosen) + 1;
    assert_int_equal(number->box.face, ROLE_PRIMARY);
    assert_int_equal(number[1].text.ink, ROLE_ON_PRIMARY);
}

static void test_answers_and_fixes(void **state) {
    (void)state;
    show(&screen_practice, 0);
    CHECK({"Yes", ROLE_SURFACE, ROLE_STROKE, ROLE_EDGE, 0.34f, 1, 3, 18, 22},
          {"Not yet", ROLE_SURFACE, ROLE_STROKE, ROLE_EDGE, 0.34f, 1, 3, 18, 22},
          {"Not sure", ROLE_SURFACE, ROLE_STROKE, ROLE_EDGE, 0.34f, 1, 3, 18, 22});
    show(&screen_check, 0);
    CHECK({"Add how often", ROLE_SURFACE, ROLE_PRIMARY, ROLE_EDGE, 0.6f, 0.8f, 2.2f, 18, 13},
          {"Not sure", ROLE_SURFACE, ROLE_STROKE, ROLE_EDGE, 0.34f, 0.8f, 2.2f, 18, 13},
          {"#next", ROLE_PRIMARY, ROLE_PRIMARY, ROLE_PRIMARY_EDGE, 0.34f, 0.8f, 2.2f, 18, 14.5f});
}

static void test_the_field_and_its_keys(void **state) {
    (void)state;
    show(&screen_question, STEP_WHERE);
    type_part(app, PART_WHERE);
    app->field.shift = true;
    app_frame(app);
    CHECK({"#field", ROLE_SURFACE, ROLE_PRIMARY, ROLE_NONE, 0.6f, 0, 2.2f, 18, 13},
          {"Undo", ROLE_SURFACE, ROLE_STROKE, ROLE_EDGE, 0.34f, 0.8f, 2.2f, 29, 13},
          {"A", ROLE_SURFACE, ROLE_STROKE, ROLE_EDGE, 0.34f, 0.7f, 1.8f, 18, 13},
          {"capital letter", ROLE_SEL_FILL, ROLE_SEL_STROKE, ROLE_EDGE, 0.6f, 0.7f, 1.8f, 18, 13},
          {"numbers and signs", ROLE_SUNKEN, ROLE_STROKE, ROLE_EDGE, 0.34f, 0.7f, 1.8f, 18, 13},
          {"Done", ROLE_PRIMARY, ROLE_NONE, ROLE_PRIMARY_EDGE, 0.34f, 0.7f, 1.8f, 18, 13});
    app->field.shift = false;
    app_frame(app);
    CHECK({"capital letter", ROLE_SUNKEN, ROLE_STROKE, ROLE_EDGE, 0.34f, 0.7f, 1.8f, 18, 13});
}

static void test_the_trail_and_the_thread(void **state) {
    const float disc = 10.2f;
    (void)state;
    show(&screen_question, STEP_WHAT);
    draft_set_words(&app->draft, 0, PART_HELP, "");
    app_settle(app);
    app_frame(app);
    CHECK({"#knot1", ROLE_THREAD, ROLE_THREAD, ROLE_NONE, 0.5f, 0, disc / 2, disc, disc},
          {"#knot3", ROLE_SURFACE, ROLE_THREAD, ROLE_NONE, 1.3f, 0, disc / 2, disc, disc},
          {"#knot4", ROLE_BG, ROLE_THREAD, ROLE_NONE, 0.5f, 0, disc / 2, disc, disc});
    show(&screen_thread, 0);
    CHECK({"#card0.0", ROLE_HOPE_TINT, ROLE_NONE, ROLE_NONE, 0, 0, 3, 37, 62},
          {"#card0.1", ROLE_HARD_TINT, ROLE_NONE, ROLE_NONE, 0, 0, 2.2f, 41, 18},
          {"#card0.2", ROLE_OUTCOME_TINT, ROLE_NONE, ROLE_NONE, 0, 0, 2.2f, 59, 18},
          {"#card0.3", ROLE_HELP_TINT, ROLE_NONE, ROLE_NONE, 0, 0, 2.2f, 46, 18});
}

int main(void) {
    const struct CMUnitTest tests[] = {
        on_kiosk(test_doors_and_rows),
        on_kiosk(test_answers_and_fixes),
        on_kiosk(test_the_field_and_its_keys),
        on_kiosk(test_the_trail_and_the_thread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
