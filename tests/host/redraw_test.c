/* Drawing only what changed gives the same picture as drawing all: over random frames. */
#include "unit.h"

#include "base/utf8.h"
#include "host/canvas.h"
#include "ui/damage.h"

#include <stdio.h>
#include <stdlib.h>

enum { W = 320, H = 200, OPS = 24, FRAMES = 400, WHY_SIZE = 256 };

static const Rect screen = {0, 0, W, H};

static const char *const texts[] = {"jay", "Maya will", "ask a friend to play", "Ågy‘fj’", ""};
static const char *const icons[] = {"home", "plus", "globe", "thread"};
static const char *const pictures[] = {"book", "mark", "steps"};

static int some(int n) {
    return rand() % n;
}

static Rect some_rect(void) {
    return (Rect){some(W + 40) - 20, some(H + 40) - 20, 1 + some(W / 2), 1 + some(H / 2)};
}

static void some_curve(Op *op) {
    Rect r = op->at;
    float x = (float)r.x, y = (float)r.y, w = (float)r.w, h = (float)r.h;
    op->as.curve.x0 = x;
    op->as.curve.y0 = y;
    op->as.curve.x1 = x + w;
    op->as.curve.y1 = y;
    op->as.curve.x2 = x;
    op->as.curve.y2 = y + h;
    op->as.curve.x3 = x + w;
    op->as.curve.y3 = y + h;
    op->as.curve.width = (float)(1 + some(8));
    op->at = rect_inset(r, -6);
}

static Op some_op(void) {
    Op op = {.kind = (OpKind)some(OP_CURVE + 1),
             .at = some_rect(),
             .clip = some(3) == 0 ? some_rect() : screen,
             .colour = {(uint8_t)some(256), (uint8_t)some(256), (uint8_t)some(256)}};
    switch (op.kind) {
    case OP_BOX:
        op.as.box.radius = some(2) * some(30);
        op.as.box.stroke = some(2) * some(8);
        op.as.box.corners = (uint8_t)some(CORNERS_ALL + 1);
        break;
    case OP_TEXT:
        op.as.text.text = texts[some(5)];
        op.as.text.len = (int)strlen(op.as.text.text);
        op.as.text.font = (Font){(uint8_t)some(FACE_COUNT), (uint16_t)(20 + 10 * some(3))};
        op.as.text.baseline = op.at.y + op.at.h / 2;
        break;
    case OP_ICON:
        op.as.name = icons[some(4)];
        break;
    case OP_PICTURE:
        op.at.w = 40 + 40 * some(2); /* few sizes: drawing pictures anew is slow */
        op.at.h = 40;
        op.as.picture.name = pictures[some(3)];
        op.as.picture.radius = 9 * some(2);
        op.as.picture.corners = CORNERS_ALL;
        break;
    case OP_CURVE:
        some_curve(&op);
        break;
    }
    return op;
}

static Canvas *canvas_new(void) {
    char why[WHY_SIZE] = "";
    CanvasOptions options = {.w = W, .h = H, .assets = "assets"};
    Canvas *canvas = NULL;
    assert_int_equal(canvas_open(&options, why, sizeof why, &canvas), OK);
    return canvas;
}

static void assert_same_picture(const Canvas *a, const Canvas *b, int frame) {
    for (int y = 0; y < H; y++) {
        for (int x = 0; x < W; x++) {
            Colour left = canvas_pixel(a, x, y), right = canvas_pixel(b, x, y);
            if (memcmp(&left, &right, sizeof left) != 0) {
                fail_msg("frame %d differs at %d,%d", frame, x, y);
            }
        }
    }
}

typedef struct Frame {
    Op ops[OPS];
    int count;
} Frame;

/* Changes one to three of the ops, as a person's touch would: another colour, another op, one more,
 * one less, two in another order. */
static void change(Frame *frame) {
    for (int i = 1 + some(3); i > 0; i--) {
        int at = 1 + some(frame->count - 1), other = 1 + some(frame->count - 1);
        Op *op = &frame->ops[at], was = *op;
        size_t behind = (size_t)(frame->count - 1 - at) * sizeof *op;
        switch (some(5)) {
        case 0:
            *op = some_op();
            break;
        case 1:
            if (frame->count < OPS) {
                memmove(op + 1, op, behind + sizeof *op);
                *op = some_op();
                frame->count++;
            }
            break;
        case 2:
            if (frame->count > OPS / 2) {
                memmove(op, op + 1, behind);
                frame->count--;
            }
            break;
        case 3:
            *op = frame->ops[other];
            frame->ops[other] = was;
            break;
        default:
            op->colour.r = (uint8_t)some(256);
            break;
        }
    }
}

static void damage_is_enough(void **state) {
    (void)state;
    Canvas *part = canvas_new(), *whole = canvas_new();
    Damage *damage = damage_new(W, H);
    Frame frame = {.ops = {{.kind = OP_BOX, .at = screen, .clip = screen, .colour = {200, 9, 9}}},
                   .count = OPS};
    srand(20);
    for (int i = 1; i < OPS; i++) {
        frame.ops[i] = some_op();
    }
    int64_t drawn = 0;
    for (int turn = 0; turn < FRAMES; turn++) {
        const Theme *theme = &themes[turn / 50 % THEME_COUNT];
        Rect rects[DAMAGE_MOST];
        Move move;
        int count = damage_find(damage, frame.ops, frame.count, theme, rects, &move);
        canvas_move(part, move);
        for (int i = 0; i < count; i++) {
            drawn += (int64_t)rects[i].w * rects[i].h;
        }
        canvas_draw(part, frame.ops, frame.count, theme, rects, count);
        canvas_draw(whole, frame.ops, frame.count, theme, &screen, 1);
        assert_same_picture(part, whole, turn);
        change(&frame);
    }
    assert_true(drawn < (int64_t)FRAMES * W * H * 3 / 4); /* and it is less */
    damage_free(damage);
    canvas_close(part);
    canvas_close(whole);
}

/* A line that is typed and taken back letter by letter: little is drawn, and it is enough. */
static void the_end_of_a_typed_line_is_enough(void **state) {
    (void)state;
    static const char typed[] = "AV ff fi Ta. jälfj âToâ Wyj, ffi’s";
    enum { LEN = sizeof typed - 1 };
    Canvas *part = canvas_new(), *whole = canvas_new();
    Fonts fonts = canvas_fonts(part);
    Damage *damage = damage_new(W, H);
    Op ops[] = {{.kind = OP_BOX, .at = screen, .clip = screen, .colour = {255, 255, 255}},
                {.kind = OP_TEXT, .clip = screen, .colour = {20, 30, 40}},
                {.kind = OP_BOX, .clip = screen, .colour = {0, 90, 80}}};
    int64_t drawn = 0, lines = 0;
    size_t len = 0;
    for (int turn = 0; turn < 2 * LEN; turn++) {
        len = turn < LEN ? utf8_after(typed, LEN, len) : utf8_before(typed, len);
        Font font = {FACE_REGULAR, 26};
        int w = fonts.width(fonts.self, font, typed, (int)len);
        ops[1].at = (Rect){9, 80, w + font.px, 34};
        ops[1].as.text.text = typed;
        ops[1].as.text.len = (int)len;
        ops[1].as.text.font = font;
        ops[1].as.text.baseline = 106;
        ops[1].as.text.ground = ops[0].colour;
        ops[2].at = (Rect){9 + w, 82, 3, 30}; /* the caret */
        Rect rects[DAMAGE_MOST];
        int count = damage_find(damage, ops, 3, &themes[THEME_PAPER], rects, NULL);
        for (int i = 0; i < count && turn > 0; i++) {
            drawn += (int64_t)rects[i].w * rects[i].h;
        }
        lines += (int64_t)(w + font.px) * 34;
        canvas_draw(part, ops, 3, &themes[THEME_PAPER], rects, count);
        canvas_draw(whole, ops, 3, &themes[THEME_PAPER], &screen, 1);
        assert_same_picture(part, whole, turn);
    }
    assert_true(drawn < lines * 3 / 4);
    damage_free(damage);
    canvas_close(part);
    canvas_close(whole);
}

/* A page whose box is scrolled: lines, chips, icons and a thread move in it; a heading, a shadow
 * over the box's edge and a button in its corner do not. */
enum { LINES = 24, STEP_H = 34, PAGE_OPS = 5 * LINES, HEAD_H = 40 };
static const Rect scrolled = {10, HEAD_H, W - 30, H - HEAD_H - 20};

static Op fixed_box(Rect at, Colour colour) {
    return (Op){.kind = OP_BOX, .at = at, .clip = screen, .colour = colour};
}

static Op fixed_line(const char *text, int x, int y) {
    return (Op){.kind = OP_TEXT,
                .at = {x, y, W / 2, 30},
                .clip = screen,
                .colour = {30, 20, 10},
                .as.text = {text, (int)strlen(text), {FACE_REGULAR, 22}, y + 23, {250, 245, 230}}};
}

static int page_make(Op ops[PAGE_OPS], int offset, int pressed) {
    static char words[LINES][16];
    int count = 0;
    ops[count++] = fixed_box(screen, (Colour){250, 245, 230});
    ops[count++] = fixed_line("Words", 12, 4);
    for (int i = 0; i < LINES; i++) {
        int y = HEAD_H + i * STEP_H - offset, down = i == pressed ? 4 : 0;
        snprintf(words[i], sizeof words[i], "Word %d", i / 2); /* some say the same */
        Op inside[] = {fixed_box((Rect){14, y + 2 + down, W / 2, 26}, (Colour){220, 230, 240}),
                       fixed_line(words[i], 20, y + down),
                       {.kind = OP_ICON, .at = {W - 60, y, 24, 24}, .as.name = icons[i % 4]},
                       {.kind = OP_CURVE, .at = {W / 2, y, 40, STEP_H}}};
        some_curve(&inside[3]);
        inside[3].as.curve.width = 3;
        for (int k = 0; k < (i % 7 == 0 ? 4 : 3); k++) {
            inside[k].clip = scrolled;
            Rect seen = op_reach(&inside[k]);
            if (seen.w > 0 && seen.h > 0) {
                ops[count++] = inside[k];
            }
        }
    }
    ops[count++] = fixed_box((Rect){0, HEAD_H - 2, W, 6}, (Colour){90, 80, 70});
    ops[count++] = fixed_box((Rect){W - 80, H - 50, 70, 40}, (Colour){10, 90, 80});
    ops[count++] = fixed_box((Rect){W - 12, HEAD_H + offset / 8, 6, 30}, (Colour){1, 2, 3});
    return count;
}

static void a_scrolled_box_is_enough(void **state) {
    (void)state;
    enum { TURNS = FRAMES / 2 };
    static Op ops[PAGE_OPS];
    Canvas *part = canvas_new(), *whole = canvas_new();
    Damage *damage = damage_new(W, H);
    srand(22);
    int offset = 0, moves = 0, pressed = -1;
    int64_t drawn = 0;
    for (int turn = 0; turn < TURNS; turn++) {
        int most = LINES * STEP_H - scrolled.h, way = some(2) == 0 ? -1 : 1;
        pressed = some(4) == 0 ? some(LINES) : -1; /* a press comes and goes between the steps */
        offset += some(3) == 0 ? 0 : way * (some(8) == 0 ? some(H) : some(12));
        offset = offset < 0 ? 0 : offset > most ? most : offset;
        int count = page_make(ops, offset, pressed);
        Rect rects[DAMAGE_MOST];
        Move move;
        int dirty = damage_find(damage, ops, count, &themes[THEME_PAPER], rects, &move);
        canvas_move(part, move);
        canvas_draw(part, ops, count, &themes[THEME_PAPER], rects, dirty);
        canvas_draw(whole, ops, count, &themes[THEME_PAPER], &screen, 1);
        assert_same_picture(part, whole, turn);
        moves += move.by != 0;
        for (int i = 0; i < dirty; i++) {
            drawn += (int64_t)rects[i].w * rects[i].h;
        }
    }
    assert_true(moves > TURNS / 3);
    assert_true(drawn < (int64_t)TURNS * W * H / 4);
    damage_free(damage);
    canvas_close(part);
    canvas_close(whole);
}

/* Any way of cutting the screen into rectangles gives the same picture. */
static void cuts_do_not_show(void **state) {
    (void)state;
    Canvas *part = canvas_new(), *whole = canvas_new();
    srand(21);
    for (int frame = 0; frame < FRAMES / 4; frame++) {
        Op ops[OPS] = {{.kind = OP_BOX, .at = screen, .clip = screen, .colour = {255, 250, 240}}};
        for (int i = 1; i < OPS; i++) {
            ops[i] = some_op();
        }
        int x = 1 + some(W - 1), y = 1 + some(H - 1);
        Rect cut[] = {{0, 0, x, y}, {x, 0, W - x, y}, {0, y, x, H - y}, {x, y, W - x, H - y}};
        canvas_draw(part, ops, OPS, &themes[THEME_PAPER], cut, 4);
        canvas_draw(whole, ops, OPS, &themes[THEME_PAPER], &screen, 1);
        assert_same_picture(part, whole, frame);
    }
    canvas_close(part);
    canvas_close(whole);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(damage_is_enough),
        cmocka_unit_test(the_end_of_a_typed_line_is_enough),
        cmocka_unit_test(a_scrolled_box_is_enough),
        cmocka_unit_test(cuts_do_not_show),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
