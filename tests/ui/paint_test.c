/* What is painted: whose colours and letters, on what ground. */
#include "ui/rig.h"
#include "unit.h"

static void build_themed(Ui *ui) {
    ui_column(ui, .h = GROW, .face = ROLE_BG);
    ui_words(ui, .text = "before");
    ui_column(ui, .theme = &themes[THEME_NIGHT], .face = ROLE_SURFACE);
    ui_words(ui, .text = "inside");
    ui_column(ui, .theme = &themes[THEME_CREAM], .face = ROLE_PRIMARY);
    ui_words(ui, .text = "deeper", .ink = ROLE_ON_PRIMARY);
    ui_close(ui);
    ui_close(ui);
    ui_words(ui, .text = "behind");
    ui_close(ui);
}

static const Op *text_op(const Rig *rig, const char *text) {
    for (int i = 0; i < rig->ui.op_count; i++) {
        const Op *op = &rig->ui.ops[i];
        if (op->kind == OP_TEXT && strcmp(op->as.text.text, text) == 0) {
            return op;
        }
    }
    fail_msg("'%s' is not painted", text);
    return NULL;
}

static void assert_colours(const Rig *rig, const char *text, ThemeName theme, Role ink,
                           Role ground) {
    const Op *op = text_op(rig, text);
    const Colour *colours = themes[theme].colours;
    assert_memory_equal(&op->colour, &colours[ink], sizeof(Colour));
    assert_memory_equal(&op->as.text.ground, &colours[ground], sizeof(Colour));
}

static void test_a_box_takes_what_is_in_it_into_its_theme(void **state) {
    Rig *rig = *state;
    rig_frame(rig, build_themed);
    assert_colours(rig, "before", THEME_PAPER, ROLE_INK, ROLE_BG);
    assert_colours(rig, "inside", THEME_NIGHT, ROLE_INK, ROLE_SURFACE);
    assert_colours(rig, "deeper", THEME_CREAM, ROLE_ON_PRIMARY, ROLE_PRIMARY);
    assert_colours(rig, "behind", THEME_PAPER, ROLE_INK, ROLE_BG);
}

static void build_letters(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_words(ui, .text = "chosen");
    ui_words(ui, .text = "andika", .letters = LETTERS_ANDIKA);
    ui_words(ui, .text = "open", .letters = LETTERS_DYSLEXIC, .bold = true);
    ui_close(ui);
}

static void test_a_text_may_have_letters_of_its_own(void **state) {
    Rig *rig = *state;
    for (int dyslexic = 0; dyslexic < 2; dyslexic++) {
        rig->ui.look.dyslexic = dyslexic != 0;
        rig_frame(rig, build_letters);
        assert_int_equal(text_op(rig, "chosen")->as.text.font.face,
                         dyslexic ? FACE_DYSLEXIC : FACE_REGULAR);
        assert_int_equal(text_op(rig, "andika")->as.text.font.face, FACE_REGULAR);
        assert_int_equal(text_op(rig, "open")->as.text.font.face, FACE_DYSLEXIC_BOLD);
    }
}

static void build_samples(Ui *ui) {
    static const char *const names[] = {"standard", "large", "larger", "largest"};
    ui_column(ui, .h = GROW);
    for (int i = 0; i < SIZE_COUNT; i++) {
        ui_words(ui, .text = names[i], .style = (Style)(STYLE_SAMPLE + i));
    }
    ui_close(ui);
}

static void test_a_sample_is_as_large_whatever_is_chosen(void **state) {
    Rig *rig = *state;
    for (int chosen = 0; chosen < SIZE_COUNT; chosen++) {
        rig->ui.look.size = (TextSize)chosen;
        rig_frame(rig, build_samples);
        for (int i = 0; i < SIZE_COUNT; i++) {
            Look other = rig->ui.look;
            other.size = (TextSize)i;
            assert_int_equal(text_op(rig, size_names[i])->as.text.font.px,
                             look_font(&other, STYLE_SMALL, false).px);
        }
    }
}

static float ends_at; /* u down the page at which the second thing stands */

static void build_threads(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_column(ui, .id = "page", .scroll = true, .h = FIXED(50));
    ui_thread(ui, "one", "two", true);
    ui_thread_at(ui, NULL, "one", 0.5f);
    ui_row(ui, .id = "one", .w = FIXED(20), .h = FIXED(10));
    ui_close(ui);
    ui_gap(ui, ends_at);
    ui_row(ui, .id = "two", .tap = rig_tap, .h = FIXED(15));
    ui_close(ui);
    ui_gap(ui, 20);
    ui_close(ui);
    ui_close(ui);
}

static int curves(const Rig *rig) {
    int count = 0;
    for (int i = 0; i < rig->ui.op_count; i++) {
        count += rig->ui.ops[i].kind == OP_CURVE;
    }
    return count;
}

static void test_a_thread_to_what_waits_below_is_not_drawn(void **state) {
    Rig *rig = *state;
    ends_at = 10;
    rig_frame(rig, build_threads);
    assert_int_equal(curves(rig), 2);
    ends_at = 30; /* its end is folded away */
    rig_frame(rig, build_threads);
    assert_int_equal(curves(rig), 1);
}

static void test_what_stands_beside_words_grows_with_them(void **state) {
    Rig *rig = *state;
    float before = 0;
    for (int size = 0; size < SIZE_COUNT; size++) {
        rig->ui.look.size = (TextSize)size;
        assert_true(look_beside(&rig->ui.look) > before);
        before = look_beside(&rig->ui.look);
    }
    assert_float_equal(before, 1.5f, 0.01f);
}

static Role key_face;

static void build_keys(Ui *ui) {
    bool shift = key_face == ROLE_SEL_FILL;
    ui_column(ui, .h = GROW, .face = ROLE_SUNKEN, .pad = PAD(20), .align = ALIGN_START);
    ui_row(ui, .id = "key", .role = NODE_KEY, .label = "a", .tap = rig_tap, .w = FIXED(18),
           .h = FIXED(13), .face = key_face, .stroke = ROLE_STROKE, .stroke_w = 0.34f,
           .edge = ROLE_EDGE, .edge_h = 0.7f, .radius = 1.8f);
    ui_words(ui, .text = "letter", .style = STYLE_KEY, .ink = shift ? ROLE_SEL_INK : ROLE_INK);
    ui_icon(ui, "shift", 8, shift ? ROLE_SEL_INK : ROLE_INK);
    ui_close(ui);
    ui_close(ui);
}

/* The face of the key: the last box that lies in it. */
static const Op *face_op(const Rig *rig, const Node *key) {
    const Op *face = NULL;
    for (int i = 0; i < rig->ui.op_count; i++) {
        const Op *op = &rig->ui.ops[i];
        bool in = op->at.x > key->at.x && op->at.x + op->at.w < key->at.x + key->at.w;
        face = op->kind == OP_BOX && in ? op : face;
    }
    assert_non_null(face);
    return face;
}

/* Whatever it is at rest, a key under a finger is tinted, drops onto its edge, and can be read. */
static void test_a_key_under_a_finger_is_tinted(void **state) {
    static const Role faces[] = {ROLE_SURFACE, ROLE_SUNKEN, ROLE_SEL_FILL};
    Rig *rig = *state;
    Ui *ui = &rig->ui;
    for (int at = 0; at < THEME_COUNT * 3; at++) {
        const Colour *colours = themes[at / 3].colours;
        ui->look.theme = (ThemeName)(at / 3);
        key_face = faces[at % 3];
        ui->pressed = 0;
        rig_frame(rig, build_keys);
        const Node *key = ui_find_named(ui, "key");
        const Op *face = face_op(rig, key);
        int top = face->at.y;
        assert_memory_equal(&face->colour, &colours[key_face], sizeof(Colour));
        ui->pressed = key->id;
        ui->pressed_inside = true;
        rig_frame(rig, build_keys);
        face = face_op(rig, key);
        assert_memory_equal(&face->colour, &colours[ROLE_PRIMARY_TINT], sizeof(Colour));
        assert_int_equal(face->at.y, top + look_px(&ui->look, 0.7f));
        assert_colours(rig, "letter", ui->look.theme, ROLE_SEL_INK, ROLE_PRIMARY_TINT);
        for (int i = 0; i < ui->op_count; i++) {
            if (ui->ops[i].kind == OP_ICON) {
                assert_memory_equal(&ui->ops[i].colour, &colours[ROLE_SEL_INK], sizeof(Colour));
            }
        }
    }
}

static void test_the_bubble_has_the_letter_in_the_page_s_colour(void **state) {
    Rig *rig = *state;
    key_face = ROLE_SURFACE;
    rig_frame(rig, build_keys);
    rig->ui.pressed = ui_find_named(&rig->ui, "key")->id;
    rig->ui.pressed_inside = true;
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        rig->ui.look.theme = (ThemeName)theme;
        rig_frame(rig, build_keys);
        assert_colours(rig, "a", (ThemeName)theme, ROLE_SURFACE, ROLE_INK);
        const Op *letter = text_op(rig, "a"), *bubble = letter - 1;
        float capital = 0.7129f * (float)letter->as.text.font.px;
        int middle = letter->as.text.baseline - (int)(capital / 2);
        assert_in_range(middle, bubble->at.y + bubble->at.h / 2 - 1,
                        bubble->at.y + bubble->at.h / 2 + 1);
    }
}

static void build_slots(Ui *ui) {
    Run runs[] = {{.text = "said", .bold = true, .deco = DECO_UNDERLINE},
                  {.text = "asked", .bold = true, .deco = DECO_SLOT_NOW},
                  {.text = "open", .deco = DECO_SLOT}};
    ui_column(ui, .h = GROW, .face = ROLE_SURFACE, .align = ALIGN_START);
    ui_words(ui, .runs = runs, .run_count = 3);
    ui_close(ui);
}

/* The boxes that stand before a text: the pill and its outline. */
static void assert_pill(const Rig *rig, const char *text, Role outline, Role fill, float stroke_u) {
    const Op *op = text_op(rig, text), *pill = op - 1, *around = op - 2;
    const Colour *colours = themes[rig->ui.look.theme].colours;
    assert_memory_equal(&pill->colour, &colours[fill], sizeof(Colour));
    assert_memory_equal(&around->colour, &colours[outline], sizeof(Colour));
    assert_int_equal(pill->at.x - around->at.x, look_px(&rig->ui.look, stroke_u));
    assert_int_equal(op->as.text.font.px, look_font(&rig->ui.look, STYLE_SMALL, false).px);
    assert_int_equal(around->as.box.radius, look_px(&rig->ui.look, 1.2f));
}

static void test_a_sentence_shows_what_is_said_asked_and_open(void **state) {
    Rig *rig = *state;
    const Look *look = &rig->ui.look;
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        rig->ui.look.theme = (ThemeName)theme;
        rig_frame(rig, build_slots);
        assert_colours(rig, "said", (ThemeName)theme, ROLE_INK, ROLE_SURFACE);
        assert_colours(rig, "asked", (ThemeName)theme, ROLE_HOPE, ROLE_HOPE_TINT);
        assert_colours(rig, "open", (ThemeName)theme, ROLE_MUTED, ROLE_SUNKEN);
        assert_pill(rig, "asked", ROLE_THREAD, ROLE_HOPE_TINT, 0.4f);
        assert_pill(rig, "open", ROLE_LINE, ROLE_SUNKEN, 0.2f);
        const Op *said = text_op(rig, "said"), *line = said + 1;
        assert_memory_equal(&line->colour, &themes[theme].colours[ROLE_THREAD], sizeof(Colour));
        assert_int_equal(line->at.h, look_px(look, 0.6f));
        assert_int_equal(line->at.y, said->as.text.baseline + (said->as.text.font.px * 2 + 5) / 10);
    }
}

static void build_scroll(Ui *ui) {
    ui_column(ui, .h = GROW, .face = ROLE_BG, .pad = PAD(5), .align = ALIGN_START);
    ui_column(ui, .id = "page", .scroll = true, .w = FIXED(40), .h = FIXED(30));
    for (int i = 0; i < 12; i++) {
        ui_column(ui, .h = FIXED(5));
        ui_close(ui);
    }
    ui_close(ui);
    ui_close(ui);
}

/* Half of the content shows: the thumb is half as long as the track, and stands as far down. */
static void test_the_scroll_track_tells_where_one_is(void **state) {
    Rig *rig = *state;
    for (int scrolled = 0; scrolled < 2; scrolled++) {
        rig_frame(rig, build_scroll);
        if (scrolled) {
            ui_page(&rig->ui, "page", 1);
            rig_frame(rig, build_scroll);
        }
        const Node *page = ui_find_named(&rig->ui, "page");
        const Op *thumb = &rig->ui.ops[rig->ui.op_count - 1], *ground = thumb - 1,
                 *track = thumb - 2;
        const Colour *colours = themes[THEME_PAPER].colours;
        assert_memory_equal(&track->colour, &colours[ROLE_STROKE], sizeof(Colour));
        assert_memory_equal(&ground->colour, &colours[ROLE_SUNKEN], sizeof(Colour));
        assert_memory_equal(&thumb->colour, &colours[ROLE_STROKE], sizeof(Colour));
        assert_true(track->at.x > page->at.x + page->at.w);
        assert_int_equal(track->at.w, look_px(&rig->ui.look, 3));
        assert_int_equal(track->at.h, page->at.h);
        assert_int_equal(thumb->at.h, page->at.h / 2);
        assert_int_equal(thumb->at.y - track->at.y, scrolled ? page->at.h / 2 : 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        on_rig(test_a_box_takes_what_is_in_it_into_its_theme),
        on_rig(test_a_text_may_have_letters_of_its_own),
        on_rig(test_a_thread_to_what_waits_below_is_not_drawn),
        on_rig(test_what_stands_beside_words_grows_with_them),
        on_rig(test_a_sample_is_as_large_whatever_is_chosen),
        on_rig(test_a_key_under_a_finger_is_tinted),
        on_rig(test_the_bubble_has_the_letter_in_the_page_s_colour),
        on_rig(test_a_sentence_shows_what_is_said_asked_and_open),
        on_rig(test_the_scroll_track_tells_where_one_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
