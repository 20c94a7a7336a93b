/* Every control in every state, by what is painted: at rest, under a finger, with the ring, chosen;
 * face, outline, edge, letters and icon in each theme, as the components sheet draws them. */
#include "ui/seen.h"
#include "ui/widgets.h"
#include "unit.h"

typedef enum Touch { AT_REST, PRESSED, FOCUSED, TOUCHES } Touch;

/* The one control of a frame, with a finger or the ring on it. */
static const Node *show(Rig *rig, void (*build)(Ui *ui), Touch touch) {
    Ui *ui = &rig->ui;
    ui->pressed = ui->focus = 0;
    rig_frame(rig, build);
    const Node *control = ui->nodes;
    while (!node_acts(control)) {
        control++;
        assert_true(control < ui->nodes + ui->count);
    }
    ui->pressed = touch == PRESSED ? control->id : 0;
    ui->pressed_inside = touch == PRESSED;
    ui->focus = touch == FOCUSED ? control->id : 0;
    ui->focus_shown = touch == FOCUSED;
    rig_frame(rig, build);
    return control;
}

typedef struct Paint {
    Role face, stroke, edge; /* ROLE_NONE: not drawn */
    float stroke_w, edge_h;  /* u */
} Paint;

static const float ring_gap = 0.9f, ring_w = 0.8f; /* u */

/* The ring lies around the face and the edge below it, with the ground of the page between. */
static void assert_ring(const Rig *rig, const Node *node, bool shown, Role ground) {
    const Look *look = &rig->ui.look;
    int gap = look_px(look, ring_gap), width = look_px(look, ring_w);
    int middle = node->at.y + node->at.h / 2;
    assert_seen(rig, node->at.x - 1, middle, shown ? ROLE_FOCUS_GAP : ground);
    assert_seen(rig, node->at.x - gap, middle, shown ? ROLE_FOCUS_GAP : ground);
    assert_seen(rig, node->at.x - gap - 1, middle, shown ? ROLE_FOCUS : ground);
    assert_seen(rig, node->at.x - gap - width, middle, shown ? ROLE_FOCUS : ground);
    assert_seen(rig, node->at.x - gap - width - 1, middle, ground);
    int low = node->at.y + node->at.h + look_px(look, node->box.edge_h) + gap + width - 1;
    assert_seen(rig, node->at.x + node->at.w / 2, low, shown ? ROLE_FOCUS : ground);
}

static void assert_control(const Rig *rig, const Node *node, const Paint *paint, Touch touch,
                           Role pressed_face, Role ground) {
    const Look *look = &rig->ui.look;
    bool pressed = touch == PRESSED, ring = touch == FOCUSED;
    int edge = look_px(look, paint->edge_h), stroke = look_px(look, paint->stroke_w);
    int x = node->at.x + node->at.w / 2, top = node->at.y + (pressed ? edge : 0);
    int bottom = top + node->at.h - 1;
    Role face = pressed ? pressed_face : paint->face;
    Role stroked = paint->stroke ? paint->stroke : face;
    if (pressed && edge > 0) {
        assert_seen(rig, x, node->at.y, ground); /* it has dropped */
    }
    assert_seen(rig, x, top, stroked);
    assert_seen(rig, x, top + stroke - (stroke > 0), stroked);
    assert_seen(rig, x, top + stroke, face);
    assert_seen(rig, node->at.x + stroke + 1, top + node->at.h / 2, face);
    assert_seen(rig, x, bottom, stroked);
    for (int y = bottom + 1; y <= bottom + edge; y++) {
        assert_seen(rig, x, y, pressed ? ring ? ROLE_FOCUS_GAP : ground : paint->edge);
    }
    assert_ring(rig, node, ring, ground);
}

/* ---- buttons ---- */

static Button button;
static Role ground;

static void build_button(Ui *ui) {
    ui_column(ui, .h = GROW, .face = ground, .pad = PAD(10), .align = ALIGN_START);
    ui_button(ui, &button);
    ui_close(ui);
}

typedef struct Look1 {
    ButtonKind kind;
    bool selected;
    Paint paint;
    Role pressed, ink, pressed_ink;
    Style style;
    bool bold;
    float h; /* u */
} Look1;

static const Look1 looks[] = {
    {BUTTON_PLAIN,
     false,
     {ROLE_SURFACE, ROLE_STROKE, ROLE_EDGE, 0.34f, 0.8f},
     ROLE_SUNKEN,
     ROLE_INK,
     ROLE_INK,
     STYLE_BODY,
     false,
     14.5f},
    {BUTTON_MAIN,
     false,
     {ROLE_PRIMARY, ROLE_PRIMARY, ROLE_PRIMARY_EDGE, 0.34f, 0.8f},
     ROLE_PRIMARY_EDGE,
     ROLE_ON_PRIMARY,
     ROLE_ON_PRIMARY,
     STYLE_BODY,
     true,
     14.5f},
    {BUTTON_HEADER,
     false,
     {ROLE_BG, ROLE_STROKE, ROLE_EDGE, 0.34f, 0.8f},
     ROLE_SUNKEN,
     ROLE_INK,
     ROLE_INK,
     STYLE_SMALL,
     false,
     13},
    {BUTTON_STRONG,
     false,
     {ROLE_SURFACE, ROLE_PRIMARY, ROLE_EDGE, 0.6f, 0.8f},
     ROLE_SUNKEN,
     ROLE_INK,
     ROLE_INK,
     STYLE_BODY,
     true,
     13},
    {BUTTON_SMALL,
     false,
     {ROLE_SURFACE, ROLE_STROKE, ROLE_EDGE, 0.34f, 0.8f},
     ROLE_SUNKEN,
     ROLE_INK,
     ROLE_INK,
     STYLE_BODY,
     false,
     13},
    {BUTTON_SMALL,
     true,
     {ROLE_SEL_FILL, ROLE_SEL_STROKE, ROLE_EDGE, 0.6f, 0.8f},
     ROLE_SUNKEN,
     ROLE_SEL_INK,
     ROLE_INK,
     STYLE_BODY,
     false,
     13},
    {BUTTON_QUIET,
     false,
     {ROLE_SUNKEN, ROLE_STROKE, ROLE_EDGE, 0.34f, 0.8f},
     ROLE_SUNKEN,
     ROLE_INK,
     ROLE_INK,
     STYLE_BODY,
     false,
     13},
    {BUTTON_COVER,
     false,
     {ROLE_COVER, ROLE_ON_COVER, ROLE_NONE, 0.5f, 0},
     ROLE_COVER,
     ROLE_ON_COVER,
     ROLE_ON_COVER,
     STYLE_TITLE,
     false,
     18},
    {BUTTON_COVER_MAIN,
     false,
     {ROLE_ON_COVER, ROLE_NONE, ROLE_PRIMARY_EDGE, 0, 0.8f},
     ROLE_ON_COVER,
     ROLE_COVER,
     ROLE_COVER,
     STYLE_HEADING2,
     true,
     18},
};

static void check_button(Rig *rig, const Look1 *want, Touch touch) {
    const float icon_u = 6.5f;
    const Ui *ui = &rig->ui;
    bool cover = want->kind == BUTTON_COVER || want->kind == BUTTON_COVER_MAIN;
    ground = cover ? ROLE_COVER : ROLE_BG;
    button = (Button){.kind = want->kind,
                      .label = "Go",
                      .icon = "home",
                      .tap = rig_tap,
                      .selected = want->selected};
    const Node *node = show(rig, build_button, touch);
    assert_control(rig, node, &want->paint, touch, want->pressed, ground);
    assert_int_equal(node->at.h, look_px(&ui->look, want->h));
    Role ink = touch == PRESSED ? want->pressed_ink : want->ink;
    const Op *text = seen_op(rig, OP_TEXT, "Go");
    assert_ink(rig, text, ink);
    Font font = look_font(&ui->look, want->style, want->bold);
    assert_int_equal(text->as.text.font.face, font.face);
    assert_int_equal(text->as.text.font.px, font.px);
    const Op *icon = seen_op(rig, OP_ICON, want->selected ? "tick_bold" : "home");
    assert_ink(rig, icon, ink);
    assert_int_equal(icon->at.w, look_px(&ui->look, icon_u));
    assert_true(icon->at.x < text->at.x);
    int drop = touch == PRESSED ? look_px(&ui->look, want->paint.edge_h) : 0;
    int middle = node->at.y + node->at.h / 2 + drop;
    assert_in_range(icon->at.y + icon->at.h / 2, middle - 1, middle + 1);
}

static void test_buttons_are_painted_by_their_state(void **state) {
    Rig *rig = *state;
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        rig->ui.look.theme = (ThemeName)theme;
        for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++) {
            for (int touch = 0; touch < TOUCHES; touch++) {
                check_button(rig, &looks[i], (Touch)touch);
            }
        }
    }
}

/* A row of buttons is fitted by the widths they say they take, at every size of a u. */
static void test_a_button_takes_the_width_it_says(void **state) {
    enum { FROM = 16, TO = 26 }; /* quarters of a px */
    const float step = 0.25f;
    Rig *rig = *state;
    for (int quarters = FROM; quarters < TO; quarters++) {
        rig->ui.look.u = step * (float)quarters;
        for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++) {
            button = (Button){.kind = looks[i].kind,
                              .label = "On",
                              .icon = "home",
                              .icon_end = i % 2 ? "next" : NULL,
                              .tap = rig_tap};
            const Node *node = show(rig, build_button, AT_REST);
            assert_int_equal(node->at.w, ui_button_width(&rig->ui, &button));
            button.icon_only = true;
            button.icon_end = NULL;
            node = show(rig, build_button, AT_REST);
            assert_int_equal(node->at.w, ui_button_width(&rig->ui, &button));
        }
    }
}

/* ---- chips ---- */

static bool chosen;

static void build_chip(Ui *ui) {
    ui_column(ui, .h = GROW, .face = ROLE_BG, .pad = PAD(10));
    ui_chip(ui, "take turns", chosen, rig_tap, 0);
    ui_close(ui);
}

static void test_a_chip_is_painted_by_its_state(void **state) {
    static const Paint paints[] = {{ROLE_SURFACE, ROLE_STROKE, ROLE_EDGE, 0.34f, 0.8f},
                                   {ROLE_SEL_FILL, ROLE_SEL_STROKE, ROLE_EDGE, 0.6f, 0.8f}};
    const float icon_u = 6, pad_u = 4, apart_u = 2.2f;
    Rig *rig = *state;
    const Look *look = &rig->ui.look;
    for (int at = 0; at < THEME_COUNT * TOUCHES; at++) {
        rig->ui.look.theme = (ThemeName)(at / TOUCHES);
        Touch touch = (Touch)(at % TOUCHES);
        Rect words = {0};
        for (int i = 0; i < 2; i++) {
            chosen = i == 1;
            const Node *node = show(rig, build_chip, touch);
            assert_control(rig, node, &paints[i], touch, ROLE_SUNKEN, ROLE_BG);
            const Op *text = seen_op(rig, OP_TEXT, "take turns");
            const Op *icon = seen_op(rig, OP_ICON, chosen ? "tick_bold" : "plus");
            assert_ink(rig, text, chosen && touch != PRESSED ? ROLE_SEL_INK : ROLE_INK);
            assert_ink(rig, icon, chosen && touch != PRESSED ? ROLE_SEL_INK : ROLE_INK);
            assert_int_equal(text->as.text.font.face, FACE_REGULAR);
            assert_int_equal(icon->at.w, look_px(look, icon_u));
            assert_int_equal(icon->at.x, node->at.x + look_px(look, pad_u));
            assert_int_equal(text->at.x, icon->at.x + icon->at.w + look_px(look, apart_u));
            if (chosen) { /* choosing moves nothing */
                assert_memory_equal(&words, &text->at, sizeof words);
            }
            words = text->at;
        }
    }
}

static const char two_lines[] = "say sorry after an argument with another child";

static void build_long_chip(Ui *ui) {
    ui_column(ui, .h = GROW, .pad = PAD(10));
    ui_chip(ui, two_lines, false, rig_tap, 0);
    ui_close(ui);
}

/* Between the outline and the capitals above, and the line that letters stand on below. */
static void test_a_chip_of_two_lines_has_air(void **state) {
    const float air_u = 3;
    Rig *rig = *state;
    const Node *node = show(rig, build_long_chip, AT_REST);
    const Op *first = seen_op(rig, OP_TEXT, "say"), *last = first;
    for (int i = 0; i < rig->ui.op_count; i++) {
        const Op *op = &rig->ui.ops[i];
        last = op->kind == OP_TEXT ? op : last;
    }
    assert_ptr_not_equal(first, last);
    int capital = (int)look_capital(&rig->ui.look, STYLE_BODY);
    int above = first->as.text.baseline - capital - node->at.y;
    int below = node->at.y + node->at.h - last->as.text.baseline;
    assert_true(above >= look_px(&rig->ui.look, air_u));
    assert_in_range(below, above - 2, above + 2);
}

static void build_row(Ui *ui) {
    ui_column(ui, .h = GROW, .face = ROLE_BG, .pad = PAD(10));
    ui_row_button(ui, &(RowButton){.icon = "draft",
                                   .tint = ROLE_HOPE_TINT,
                                   .ink = ROLE_HOPE,
                                   .title = "Title",
                                   .note = "note",
                                   .tap = rig_tap});
    ui_close(ui);
}

static void test_a_row_is_painted_by_its_state(void **state) {
    static const Paint paint = {ROLE_SURFACE, ROLE_STROKE, ROLE_EDGE, 0.34f, 0.8f};
    const float least_u = 16, disc_u = 11;
    Rig *rig = *state;
    const Look *look = &rig->ui.look;
    for (int at = 0; at < THEME_COUNT * TOUCHES; at++) {
        rig->ui.look.theme = (ThemeName)(at / TOUCHES);
        const Node *node = show(rig, build_row, (Touch)(at % TOUCHES));
        assert_control(rig, node, &paint, (Touch)(at % TOUCHES), ROLE_SUNKEN, ROLE_BG);
        assert_true(node->at.h >= look_px(look, least_u));
        const Op *icon = seen_op(rig, OP_ICON, "draft"), *title = seen_op(rig, OP_TEXT, "Title"),
                 *note = seen_op(rig, OP_TEXT, "note");
        assert_ink(rig, icon, ROLE_HOPE);
        assert_seen(rig, icon->at.x, icon->at.y + icon->at.h / 2, ROLE_HOPE_TINT);
        assert_true(icon->at.x + look_px(look, disc_u) < title->at.x);
        assert_ink(rig, title, ROLE_INK);
        assert_int_equal(title->as.text.font.face, FACE_BOLD);
        assert_ink(rig, note, ROLE_MUTED);
        assert_int_equal(note->as.text.font.px, look_font(look, STYLE_SMALL, false).px);
        assert_int_equal(note->at.x, title->at.x);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        on_rig(test_buttons_are_painted_by_their_state),
        on_rig(test_a_button_takes_the_width_it_says),
        on_rig(test_a_chip_is_painted_by_its_state),
        on_rig(test_a_chip_of_two_lines_has_air),
        on_rig(test_a_row_is_painted_by_its_state),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
