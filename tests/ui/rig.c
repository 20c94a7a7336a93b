/* Fixed letters, and taps that only count. */
#include "ui/rig.h"
#include "base/utf8.h"
#include "ui/pointer.h"

#include <string.h>

static int width(void *self, Font font, const char *text, int len) {
    Rig *rig = self;
    (void)font;
    int letters = (int)utf8_count(text, (size_t)len);
    rig->measured++;
    rig->letters += letters;
    return letters * RIG_LETTER;
}

void rig_open(Rig *rig) {
    memset(rig, 0, sizeof *rig);
    Look look = {.panel = {RIG_W, RIG_H, (float)RIG_W / RIG_U, (float)RIG_H / RIG_U}};
    look_fit(&look);
    ui_init(&rig->ui, &look, (Fonts){rig, width});
}

void rig_close(Rig *rig) {
    ui_done(&rig->ui);
}

int rig_set_up(void **state) {
    static Rig rig;
    rig_open(&rig);
    *state = &rig;
    return 0;
}

int rig_tear_down(void **state) {
    rig_close(*state);
    return 0;
}

void rig_tap(App *app, int arg) {
    app->taps++;
    app->last = arg;
}

void rig_hold(App *app, int arg) {
    app->holds++;
    app->last = arg;
}

void rig_frame(Rig *rig, void (*build)(Ui *ui)) {
    enum { MOST = 4 };
    for (int i = 0; i < MOST; i++) {
        ui_begin(&rig->ui, rig->ui.now_ms);
        build(&rig->ui);
        ui_end(&rig->ui);
        if (rig->ui.settled) {
            break;
        }
    }
}

void rig_box(Ui *ui, const char *id, Size w, Size h) {
    ui_column(ui, .id = id, .w = w, .h = h);
    ui_close(ui);
}

Node *rig_text(Rig *rig, const Text *text, int letters) {
    Ui *ui = &rig->ui;
    Text named = *text;
    named.id = "text";
    ui_begin(ui, 0);
    ui_column(ui, .w = GROW, .h = GROW);
    ui_column(ui, .w = FIXED((float)(letters * RIG_LETTER) / RIG_U));
    ui_text(ui, &named);
    ui_close(ui);
    ui_close(ui);
    ui_end(ui);
    return ui_find_named(ui, "text");
}

Input rig_touch(InputKind kind, int x, int y, int64_t at_ms) {
    return (Input){.kind = kind, .at_ms = at_ms, .x = x, .y = y, .finger = 1};
}

bool rig_send(Rig *rig, void (*build)(Ui *ui), InputKind kind, int x, int y, int64_t at_ms) {
    Input input = rig_touch(kind, x, y, at_ms);
    rig->ui.now_ms = at_ms;
    bool changed = pointer_input(&rig->ui, &rig->app, &input);
    rig_frame(rig, build);
    return changed;
}
