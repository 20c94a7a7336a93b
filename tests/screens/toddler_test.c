/* A toddler at the kiosk: seeded random touches, drags, palms, keys, letters, waits, sticks and
 * turned panels on a whole App. No crash, no dead end, no staff page, nothing typed left behind,
 * memory flat.
 *
 * TODDLER_EVENTS=200000 goes on for longer, TODDLER_SEED=N another way. */
#include "kiosk.h"
#include "screens/screens.h"
#include "screens/staff.h"
#include "ui/dump.h"
#include "ui/pointer.h"
#include "visit/staff.h"

#include <dirent.h>
#include <limits.h>
#include <malloc.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#if defined(__SANITIZE_ADDRESS__)
size_t __sanitizer_get_current_allocated_bytes(void); /* gcc brings no header for it */
#endif

enum {
    EVENTS = 200000,
    SEED = 20260731,
    CHECK_EVERY = 400, /* events between two looks whether home can be reached */
    TAPS_HOME = 14,    /* that it may take */
    PRESS_MS = 90,
    BETWEEN_MS = 150
};

static const char marker[] = "Zyxomma";

typedef struct Toddler {
    Kiosk kiosk;
    App *app;
    uint32_t random;
    int events, screens_seen;
    bool seen[100];
    bool stick;
} Toddler;

static uint32_t roll(Toddler *toddler, uint32_t below) {
    uint32_t x = toddler->random; /* xorshift: the same everywhere */
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    toddler->random = x;
    return below > 0 ? x % below : 0;
}

static void look_around(Toddler *toddler) {
    const App *app = toddler->app;
    const Screen *screen = app->cover_ms >= 0 ? app->cover : app_screen(app);
    for (int i = 0; screens[i]; i++) {
        if (screens[i] == screen && !toddler->seen[i]) {
            toddler->seen[i] = true;
            toddler->screens_seen++;
        }
    }
    bool staff = screen == &screen_staff || screen == &screen_staff_report ||
                 screen == &screen_staff_choose || screen == &screen_staff_date ||
                 screen == &screen_staff_ask;
    assert_false(staff);
    assert_false(app->quit);
    assert_true(app->ui->count > 0);
    assert_in_range(app->depth, 1, SPOTS_MOST);
    assert_in_range(app->draft.outcome_count, 1, DRAFT_OUTCOMES);
    assert_in_range(app->outcome, 0, app->draft.outcome_count - 1);
    assert_in_range(app->field.editor.caret, 0, app->field.editor.len);
}

static void settle(void *user) {
    Toddler *toddler = user;
    kiosk_settle(&toddler->kiosk);
    look_around(toddler);
}

static void send(Toddler *toddler, const Input *input) {
    Input timed = *input;
    timed.at_ms = toddler->app->clock.now_ms;
    app_input(toddler->app, &timed);
    toddler->events++;
    settle(toddler);
}

static void wait_ms(Toddler *toddler, int64_t ms) {
    app_pass(toddler->app, ms, settle, toddler);
}

/* A control that shows, or NULL. */
static const Node *some_control(Toddler *toddler) {
    const Ui *ui = toddler->app->ui;
    int start = (int)roll(toddler, (uint32_t)ui->count);
    for (int i = 0; i < ui->count; i++) {
        const Node *node = &ui->nodes[(start + i) % ui->count];
        Rect seen = rect_meet(node->at, node->clip);
        if (node_acts(node) && seen.w > 0 && seen.h > 0) {
            return node;
        }
    }
    return NULL;
}

static void somewhere(Toddler *toddler, int *x, int *y) {
    enum { AT_CONTROLS = 70 };
    const Panel *panel = &toddler->app->ui->look.panel;
    const Node *node = roll(toddler, 100) < AT_CONTROLS ? some_control(toddler) : NULL;
    *x = (int)roll(toddler, (uint32_t)panel->w);
    *y = (int)roll(toddler, (uint32_t)panel->h);
    if (node) {
        Rect seen = rect_meet(node->at, node->clip);
        *x = seen.x + (int)roll(toddler, (uint32_t)seen.w);
        *y = seen.y + (int)roll(toddler, (uint32_t)seen.h);
    }
}

static void touch(Toddler *toddler) {
    enum { HELD_MOST_MS = 4000 };
    Input input = {.kind = INPUT_DOWN, .finger = 1};
    somewhere(toddler, &input.x, &input.y);
    wait_ms(toddler, BETWEEN_MS);
    send(toddler, &input);
    wait_ms(toddler, roll(toddler, 20) ? PRESS_MS : (int64_t)roll(toddler, HELD_MOST_MS));
    input.kind = roll(toddler, 30) ? INPUT_UP : INPUT_CANCEL;
    send(toddler, &input);
}

static void drag(Toddler *toddler) {
    Input input = {.kind = INPUT_DOWN, .finger = 1};
    somewhere(toddler, &input.x, &input.y);
    send(toddler, &input);
    for (uint32_t i = 0, moves = roll(toddler, 4) + 1; i < moves; i++) {
        wait_ms(toddler, 20);
        input.kind = INPUT_MOVE;
        somewhere(toddler, &input.x, &input.y);
        send(toddler, &input);
    }
    input.kind = INPUT_UP;
    send(toddler, &input);
}

/* Down, up and moves of any finger in any order: fingers that never lift, lifts without a touch. */
static void smear(Toddler *toddler) {
    enum { FINGERS = 3 };
    Input input = {.finger = (int64_t)roll(toddler, FINGERS)};
    input.kind = (InputKind)(INPUT_DOWN + roll(toddler, INPUT_CANCEL - INPUT_DOWN + 1));
    somewhere(toddler, &input.x, &input.y);
    wait_ms(toddler, roll(toddler, BETWEEN_MS));
    send(toddler, &input);
}

static void press_key(Toddler *toddler) {
    Input input = {.kind = INPUT_KEY,
                   .key = (KeyCode)roll(toddler, KEYCODE_COUNT),
                   .repeat = roll(toddler, 5) == 0};
    send(toddler, &input);
}

static void type(Toddler *toddler) {
    static const char *const texts[] = {"a",  "é", " ",       ".",  "’",  "𝄞",
                                        "{n", "}", "<b>&lt;", "\"", "%s", marker};
    Input input = {.kind = INPUT_TEXT};
    snprintf(input.text, sizeof input.text, "%s",
             texts[roll(toddler, sizeof texts / sizeof texts[0])]);
    send(toddler, &input);
}

static void stick(Toddler *toddler) {
    char in[PATH_MAX], out[PATH_MAX];
    snprintf(in, sizeof in, "%s/USB", toddler->kiosk.sticks);
    snprintf(out, sizeof out, "%s/.USB", toddler->kiosk.sticks);
    if (toddler->stick) {
        assert_int_equal(rename(in, out), 0);
    } else if (rename(out, in) != 0) {
        assert_int_equal(mkdir(in, 0700), 0);
    }
    toddler->stick = !toddler->stick;
    app_sticks_changed(toddler->app);
    settle(toddler);
}

/* Staff turn the panel or set another size as the site's; the visit goes on in it. */
static void turn(Toddler *toddler) {
    PanelSize panel = panels[roll(toddler, PANELS)];
    kiosk_look(&toddler->kiosk, panel, (TextSize)roll(toddler, SIZE_COUNT),
               (ThemeName)roll(toddler, THEME_COUNT));
    settle(toddler);
}

static void one_thing(Toddler *toddler) {
    uint32_t what = roll(toddler, 1000);
    if (what < 640) {
        touch(toddler);
    } else if (what < 720) {
        drag(toddler);
    } else if (what < 800) {
        smear(toddler);
    } else if (what < 880) {
        press_key(toddler);
    } else if (what < 960) {
        type(toddler);
    } else if (what < 985) {
        wait_ms(toddler, roll(toddler, 3000));
    } else if (what < 988) {
        wait_ms(toddler, roll(toddler, 400000));
    } else if (what < 995) {
        stick(toddler);
    } else {
        turn(toddler);
    }
}

/* The control of that name, when a finger can reach it. */
static Node *in_reach(App *app, const char *label) {
    for (int i = 0; i < app->ui->count; i++) {
        Node *node = &app->ui->nodes[i];
        int x = node->at.x + node->at.w / 2, y = node->at.y + node->at.h / 2;
        bool called =
            node_acts(node) && node->box.tap && strcmp(node_label(app->ui, node), label) == 0;
        bool shows = y < app->ui->look.panel.h && x < app->ui->look.panel.w;
        if (called && shows && pointer_hit(app->ui, x, y) == node) {
            return node;
        }
    }
    return NULL;
}

/* The way a grown-up would look for, best first; what is below is looked for by 'More below'. */
static Node *way_home(App *app) {
    static const char *const ways[] = {"idle.here",  "clear.start",  "common.home", "common.menu",
                                       "staff.back", "common.back",  "common.done", "k.hide",
                                       "leave.stay", "common.finish"};
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        Node *node = in_reach(app, library_string(app->library, ways[i]));
        if (node) {
            return node;
        }
    }
    Node *next = ui_find_named(app->ui, "next"), *more = ui_find_named(app->ui, "more");
    return more && node_acts(more) ? more : next && node_acts(next) ? next : NULL;
}

static void lift_fingers(Toddler *toddler) {
    enum { LATER_MS = 600 };
    Input input = {.kind = INPUT_CANCEL, .finger = toddler->app->ui->touch.finger};
    send(toddler, &input);
    wait_ms(toddler, LATER_MS);
    settle(toddler);
}

static void go_home(Toddler *toddler) {
    enum { CLEANING_MS = 31000 };
    App *app = toddler->app;
    char way[TAPS_HOME * 40] = "";
    lift_fingers(toddler);
    if (app_screen(app) == &screen_staff_clean) {
        wait_ms(toddler, CLEANING_MS);
        settle(toddler);
    }
    for (int taps = 0; taps < TAPS_HOME; taps++) {
        if (app_screen(app) == app->home && app->cover_ms < 0) {
            return;
        }
        size_t used = strlen(way);
        const Node *node = way_home(app);
        snprintf(way + used, sizeof way - used, "%s%s (%s), ", app_screen(app)->name,
                 app->cover_ms >= 0 ? ", covered" : "", node ? node_label(app->ui, node) : "-");
        if (!node) {
            break;
        }
        Input input = {.kind = INPUT_DOWN, .finger = 1};
        input.x = node->at.x + node->at.w / 2;
        input.y = node->at.y + node->at.h / 2;
        wait_ms(toddler, BETWEEN_MS);
        send(toddler, &input);
        wait_ms(toddler, PRESS_MS);
        input.kind = INPUT_UP;
        send(toddler, &input);
        wait_ms(toddler, BETWEEN_MS);
        settle(toddler);
    }
    if (app_screen(app) != app->home || app->cover_ms >= 0) {
        fail_msg("no way home after %d events at %dx%d %s, text %s: %s", toddler->events,
                 app->ui->look.panel.w, app->ui->look.panel.h, theme_names[app->ui->look.theme],
                 size_names[app->ui->look.size], way);
    }
}

static bool holds_marker(const void *bytes, size_t len) {
    return memmem(bytes, len, marker, strlen(marker)) != NULL;
}

static void assert_forgotten(Toddler *toddler) {
    App *app = toddler->app;
    app_finish(app, 0);
    settle(toddler);
    const Ui *ui = app->ui;
    assert_false(holds_marker(app, sizeof *app));
    assert_false(holds_marker(ui, sizeof *ui));
    assert_false(holds_marker(ui->nodes, UI_NODES * sizeof *ui->nodes));
    assert_false(holds_marker(ui->ops, UI_OPS * sizeof *ui->ops));
    for (int i = 0; i < ui->count; i++) {
        assert_false(holds_marker(node_label(app->ui, &ui->nodes[i]),
                                  strlen(node_label(app->ui, &ui->nodes[i]))));
    }
}

/* Kept drafts are sealed: no file of the kiosk's own shows a word of them. */
static void assert_files_are_sealed(const Kiosk *kiosk) {
    char folder[PATH_MAX], path[PATH_MAX];
    snprintf(folder, sizeof folder, "%s/data", kiosk->scratch);
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (const struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
        snprintf(path, sizeof path, "%.2000s/%s", folder, entry->d_name);
        FILE *file = fopen(path, "rb");
        if (!file) {
            continue;
        }
        static char bytes[1 << 20];
        for (size_t len; (len = fread(bytes, 1, sizeof bytes, file)) > 0;) {
            assert_false(holds_marker(bytes, len));
        }
        fclose(file);
    }
    closedir(dir);
}

/* A PIN is chosen when a kiosk is set up: from then on a toddler cannot choose one. */
static void choose_pin(Toddler *toddler) {
    App *app = toddler->app;
    staff_enter(app, 0);
    for (int twice = 0; twice < 2; twice++) {
        for (const char *figure = "738154"; *figure; figure++) {
            staff_pin_figure(app, *figure);
        }
        staff_pin_enter(app);
        kiosk_settle(&toddler->kiosk);
    }
    assert_ptr_equal(app_screen(app), &screen_staff);
    app_finish(app, 0);
    kiosk_settle(&toddler->kiosk);
}

static Toddler *toddler_new(uint32_t seed) {
    Toddler *toddler = calloc(1, sizeof *toddler);
    assert_non_null(toddler);
    kiosk_open(&toddler->kiosk, NULL);
    toddler->app = toddler->kiosk.app;
    toddler->random = seed;
    app_frame(toddler->app);
    choose_pin(toddler);
    return toddler;
}

static void toddler_free(Toddler *toddler) {
    kiosk_close(&toddler->kiosk);
    free(toddler);
}

static int number_of(const char *name, int fallback) {
    const char *value = getenv(name);
    return value ? (int)strtol(value, NULL, 10) : fallback;
}

/* Now and then with a full plan on the screen, or with nothing: else its pages are hardly met. */
static void begin_anew(Toddler *toddler) {
    switch (roll(toddler, 4)) {
    case 0:
        sample_fill(toddler->app);
        step_go(toddler->app, STEP_END);
        break;
    case 1:
        app_finish(toddler->app, 0);
        break;
    default:
        break; /* goes on with what is there */
    }
    settle(toddler);
}

static void tell_unseen(const Toddler *toddler) {
    for (int i = 0; screens[i]; i++) {
        if (!toddler->seen[i] && strncmp(screens[i]->name, "staff", strlen("staff")) != 0) {
            printf("  not met: %s\n", screens[i]->name);
        }
    }
}

static void test_a_toddler_breaks_nothing(void **state) {
    (void)state;
    enum { SEEN_AT_LEAST = 30 };
    int events = number_of("TODDLER_EVENTS", EVENTS);
    int seed = number_of("TODDLER_SEED", SEED);
    Toddler *toddler = toddler_new((uint32_t)seed);
    int next = CHECK_EVERY;
    while (toddler->events < events) {
        one_thing(toddler);
        if (toddler->events >= next) {
            go_home(toddler);
            begin_anew(toddler);
            next = toddler->events + CHECK_EVERY;
        }
    }
    go_home(toddler);
    assert_forgotten(toddler);
    assert_files_are_sealed(&toddler->kiosk);
    printf("%d events from seed %d: %d screens\n", toddler->events, seed, toddler->screens_seen);
    tell_unseen(toddler);
    assert_true(events < EVENTS || toddler->screens_seen >= SEEN_AT_LEAST);
    toddler_free(toddler);
}

/* The marker in every place that takes words, and on the screen. */
static void say_everywhere(App *app) {
    sample_fill(app);
    Draft *draft = &app->draft;
    snprintf(draft->name, sizeof draft->name, "%s", marker);
    snprintf(draft->says, sizeof draft->says, "%s", marker);
    for (int part = 0; part < PART_COUNT; part++) {
        draft_set_words(draft, 0, (Part)part, marker);
    }
    snprintf(draft->outcomes[1].sentence, sizeof draft->outcomes[1].sentence, "%s", marker);
    snprintf(app->review.note, sizeof app->review.note, "%s", marker);
    app_remember(app);
    app->outcome = 0;
    app_settle(app);
    type_part(app, PART_WHAT);
    editor_insert(&app->field.editor, marker);
    editor_backspace_word(&app->field.editor);
    app_frame(app);
}

static void test_finishing_leaves_nothing_of_what_was_typed(void **state) {
    (void)state;
    Toddler *toddler = toddler_new(SEED);
    App *app = toddler->app;
    const Ui *ui = app->ui;
    say_everywhere(app);
    assert_true(holds_marker(app, sizeof *app));
    app_finish(app, 0);
    assert_null(ui->arena.block); /* the last frame's texts were wiped and given back */
    for (size_t i = 0; i < UI_NODES * sizeof *ui->nodes; i++) {
        assert_int_equal(((const unsigned char *)ui->nodes)[i], 0);
    }
    for (size_t i = 0; i < UI_OPS * sizeof *ui->ops; i++) {
        assert_int_equal(((const unsigned char *)ui->ops)[i], 0);
    }
    assert_forgotten(toddler);
    assert_files_are_sealed(&toddler->kiosk);
    toddler_free(toddler);
}

static size_t bytes_in_use(void) {
#if defined(__SANITIZE_ADDRESS__)
    return __sanitizer_get_current_allocated_bytes();
#else
    return mallinfo2().uordblks;
#endif
}

/* Letters of one width: what fonts keep of sizes that were never shown before is not looked at. */
static int plain_width(void *self, Font font, const char *text, int len) {
    (void)self;
    (void)text;
    return font.px / 2 * len;
}

static void visit(Toddler *toddler) {
    enum { THINGS = 60 };
    kiosk_look(&toddler->kiosk, panels[0], SIZE_STANDARD, THEME_PAPER);
    for (int i = 0; i < THINGS; i++) {
        if (roll(toddler, 2)) {
            touch(toddler);
        } else {
            type(toddler);
        }
    }
    assert_forgotten(toddler);
}

static void test_memory_is_flat_over_visits(void **state) {
    (void)state;
    enum { FEW = 10, MANY = 100, SLACK = 64 * 1024 };
    Toddler *toddler = toddler_new(SEED);
    toddler->kiosk.setup.ui.fonts = (Fonts){NULL, plain_width};
    size_t few = 0;
    for (int i = 1; i <= MANY; i++) {
        visit(toddler);
        few = i == FEW ? bytes_in_use() : few;
    }
    size_t many = bytes_in_use();
    printf("in use after %d visits: %zu KB, after %d: %zu KB\n", FEW, few / 1024, MANY,
           many / 1024);
    assert_true(many <= few + SLACK);
    toddler_free(toddler);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_finishing_leaves_nothing_of_what_was_typed),
        cmocka_unit_test(test_a_toddler_breaks_nothing),
        cmocka_unit_test(test_memory_is_flat_over_visits)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
