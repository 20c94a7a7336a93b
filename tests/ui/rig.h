/* A small interface for tests: 400 x 300 px, a u is 4 px, every letter is 10 px wide. */
#ifndef TESTS_UI_RIG_H
#define TESTS_UI_RIG_H

#include "ui/input.h"
#include "ui/node.h"

enum { RIG_W = 400, RIG_H = 300, RIG_U = 4, RIG_LETTER = 10 };

/* What the taps of a test change. */
struct App {
    int taps, holds, last; /* last: the argument of the last one */
};

typedef struct Rig {
    Ui ui;
    App app;
    int measured; /* calls of width */
    int letters;  /* measured in them */
} Rig;

void rig_open(Rig *rig);
void rig_close(Rig *rig);

/* A test that finds an open rig in *state. */
int rig_set_up(void **state);
int rig_tear_down(void **state);
#define on_rig(test_) cmocka_unit_test_setup_teardown(test_, rig_set_up, rig_tear_down)

void rig_tap(App *app, int arg);
void rig_hold(App *app, int arg);

/* A frame of what build declares, laid out until it is settled. */
void rig_frame(Rig *rig, void (*build)(Ui *ui));

/* A frame of one text in a column of so many letters; borrowed until the next frame. */
Node *rig_text(Rig *rig, const Text *text, int letters);

/* Declares an empty box. */
void rig_box(Ui *ui, const char *id, Size w, Size h);

/* Its rectangle, checked in px. */
#define assert_lies(ui_, id_, x_, y_, w_, h_)                                                      \
    do {                                                                                           \
        const Node *node_ = ui_find_named(ui_, id_);                                               \
        assert_non_null(node_);                                                                    \
        assert_int_equal(node_->at.x, x_);                                                         \
        assert_int_equal(node_->at.y, y_);                                                         \
        assert_int_equal(node_->at.w, w_);                                                         \
        assert_int_equal(node_->at.h, h_);                                                         \
    } while (0)

/* An input of one finger. */
Input rig_touch(InputKind kind, int x, int y, int64_t at_ms);

/* The finger does that, and the frame follows; true when something changed. */
bool rig_send(Rig *rig, void (*build)(Ui *ui), InputKind kind, int x, int y, int64_t at_ms);

#endif
