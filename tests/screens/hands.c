/* Machines and hands. */
#include "hands.h"
#include "base/file.h"
#include "base/text.h"
#include "screens/screens.h"
#include "ui/dump.h"
#include "ui/pointer.h"

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

void machine_make(Machine *machine) {
    enum { NOW_MS = 100000, YEAR = 2026, MONTH = 11, DAY = 22 };
    *machine = (Machine){.today = {YEAR, MONTH, DAY, true}, .now_ms = NOW_MS};
    text_set(machine->root, sizeof machine->root, "/dev/shm/tp-machine-XXXXXX");
    assert_non_null(mkdtemp(machine->root));
    snprintf(machine->data, sizeof machine->data, "%s/data", machine->root);
    snprintf(machine->runtime, sizeof machine->runtime, "%s/run", machine->root);
}

void machine_remove(Machine *machine) {
    remove_tree(machine->root);
}

static void nobody(void *user) {
    (void)user;
}

void machine_start(Machine *machine, Kiosk *kiosk) {
    enum { W = 1280, H = 800, BETWEEN_MS = 2000 };
    memset(kiosk, 0, sizeof *kiosk);
    kiosk->app = &kiosk->setup.app;
    char why[512];
    CanvasOptions canvas = {W, H, "assets", NULL};
    if (canvas_open(&canvas, why, sizeof why, &kiosk->canvas) != OK) {
        fail_msg("%s", why);
    }
    Options options = {.language = "en", .settings = machine->settings};
    options.sticks = machine->root; /* no folder of it is ever a stick that is used */
    text_set(options.content, sizeof options.content, "content");
    text_set(options.assets, sizeof options.assets, "assets");
    text_set(options.data, sizeof options.data, machine->data);
    text_set(options.runtime, sizeof options.runtime, machine->runtime);
    machine->now_ms += BETWEEN_MS;
    kiosk->app->clock = (Clock){machine->now_ms, machine->today};
    Look look = setup_look(&options, W, H, 0, 0);
    assert_int_equal(
        setup_open(&kiosk->setup, &options, &look, canvas_fonts(kiosk->canvas), nobody, NULL), 0);
    app_resume(kiosk->app);
    kiosk_settle(kiosk);
}

void machine_stop(Kiosk *kiosk) {
    setup_close(&kiosk->setup);
    canvas_close(kiosk->canvas);
}

static struct {
    const void *bytes;
    size_t len;
    int files;
} wanted;

static int look_into(const char *path, const struct stat *about, int what, struct FTW *ftw) {
    enum { FILE_MOST = 64 << 20 };
    (void)about;
    (void)ftw;
    Buf bytes = {0};
    if (what == FTW_F && file_read(path, FILE_MOST, &bytes) == OK) {
        wanted.files += memmem(buf_string(&bytes), bytes.len, wanted.bytes, wanted.len) != NULL;
    }
    buf_done(&bytes);
    return 0;
}

int machine_finds(const Machine *machine, const void *bytes, size_t len) {
    enum { FOLDERS_OPEN = 8 };
    wanted.bytes = bytes;
    wanted.len = len;
    wanted.files = 0;
    nftw(machine->data, look_into, FOLDERS_OPEN, FTW_PHYS);
    return wanted.files;
}

void hands_finger(Kiosk *kiosk, InputKind kind, int x, int y) {
    Input input = {.kind = kind, .at_ms = kiosk->app->clock.now_ms, .x = x, .y = y, .finger = 1};
    app_input(kiosk->app, &input);
    app_frame(kiosk->app);
}

static void settle(void *kiosk) {
    kiosk_settle(kiosk);
}

void hands_wait(Kiosk *kiosk, int64_t ms) {
    app_pass(kiosk->app, ms, settle, kiosk);
}

void hands_touch(Kiosk *kiosk, int x, int y, int64_t held_ms) {
    enum { BETWEEN_MS = 200 };
    hands_wait(kiosk, BETWEEN_MS);
    hands_finger(kiosk, INPUT_DOWN, x, y);
    hands_wait(kiosk, held_ms);
    hands_finger(kiosk, INPUT_UP, x, y);
    kiosk_settle(kiosk);
}

static Node *reach(Kiosk *kiosk, const char *label) {
    enum { PAGES_MOST = 20 };
    for (int i = 0; i < PAGES_MOST; i++) {
        Node *node = ui_find_label(kiosk->app->ui, label);
        bool in_view =
            node && rect_has(node->clip, node->at.x + node->at.w / 2, node->at.y + node->at.h / 2);
        if (!node || in_view) {
            return node;
        }
        page_more(kiosk->app, 0);
        kiosk_settle(kiosk);
    }
    return NULL;
}

void hands_hold(Kiosk *kiosk, const char *label, int64_t ms) {
    const Node *node = reach(kiosk, label);
    if (!node) {
        fail_msg("there is no '%s' on %s", label, app_screen(kiosk->app)->name);
        return;
    }
    hands_touch(kiosk, node->at.x + node->at.w / 2, node->at.y + node->at.h / 2, ms);
}

void hands_tap(Kiosk *kiosk, const char *label) {
    enum { PRESS_MS = 100 };
    hands_hold(kiosk, label, PRESS_MS);
}

void hands_figures(Kiosk *kiosk, const char *figures) {
    for (; *figures; figures++) {
        char label[2] = {*figures, '\0'};
        hands_tap(kiosk, label);
    }
}

bool hands_sees(Kiosk *kiosk, const char *text) {
    return ui_shows(kiosk->app->ui, text);
}

void hands_see(Kiosk *kiosk, const char *text) {
    if (!hands_sees(kiosk, text)) {
        fail_msg("%s does not show '%s'", app_screen(kiosk->app)->name, text);
    }
}

void hands_see_not(Kiosk *kiosk, const char *text) {
    if (hands_sees(kiosk, text)) {
        fail_msg("%s shows '%s'", app_screen(kiosk->app)->name, text);
    }
}

void hands_keep(Kiosk *kiosk, const char *text, char code[CODE_SIZE]) {
    App *app = kiosk->app;
    sample_fill(app);
    app->begun = true;
    draft_set_words(&app->draft, 0, PART_WHAT, text);
    app_settle(app);
    app_home(app, 0);
    app_go(app, &screen_keep, 0);
    kiosk_settle(kiosk);
    hands_tap(kiosk, "Keep it here");
    assert_true(app->kept);
    text_set(code, CODE_SIZE, app->code);
    hands_tap(kiosk, "I have my five words");
}

void hands_words(Kiosk *kiosk, const char *code) {
    enum { LETTERS = 4 };
    app_home(kiosk->app, 0);
    kiosk_settle(kiosk);
    hands_tap(kiosk, "Come back to my draft");
    char copy[CODE_SIZE], *rest = NULL;
    text_set(copy, sizeof copy, code);
    for (char *word = strtok_r(copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        for (int i = 0; i < LETTERS && word[i]; i++) {
            char letter[2] = {word[i], '\0'};
            hands_tap(kiosk, letter);
        }
        hands_tap(kiosk, word);
    }
}

void hands_give(Kiosk *kiosk, const char *code) {
    enum { SECOND_MS = 1000 };
    hands_words(kiosk, code);
    while (kiosk->app->words.wait_s > 0) {
        kiosk->app->touched_ms = kiosk->app->clock.now_ms; /* somebody stays there */
        hands_wait(kiosk, SECOND_MS);
    }
    hands_tap(kiosk, "Open my draft");
}
