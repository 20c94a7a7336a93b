/* The nodes as somebody hears them: names, states, sizes, and the keys that scripts rely on. */
#include "base/json.h"
#include "ui/dump.h"
#include "ui/rig.h"
#include "unit.h"

typedef struct Dump {
    Rig rig;
    Arena arena;
    Buf out;
    const Json *lines[40];
    int count;
} Dump;

static int open_dump(void **state) {
    static Dump dump;
    memset(&dump, 0, sizeof dump);
    rig_open(&dump.rig);
    *state = &dump;
    return 0;
}

static int close_dump(void **state) {
    Dump *dump = *state;
    buf_done(&dump->out);
    arena_done(&dump->arena);
    rig_close(&dump->rig);
    return 0;
}

static void take(Dump *dump, void (*build)(Ui *ui)) {
    rig_frame(&dump->rig, build);
    ui_dump(&dump->rig.ui, &dump->out);
    const char *at = buf_string(&dump->out);
    for (const char *end = strchr(at, '\n'); end; at = end + 1, end = strchr(at, '\n')) {
        JsonError error;
        assert_true(dump->count < 40);
        dump->lines[dump->count] =
            json_read(&dump->arena, at, (size_t)(end - at), &json_content_limits, &error);
        assert_non_null(dump->lines[dump->count]);
        dump->count++;
    }
}

static const Json *line(const Dump *dump, const char *label) {
    for (int i = 0; i < dump->count; i++) {
        if (strcmp(json_text(dump->lines[i], "label", ""), label) == 0) {
            return dump->lines[i];
        }
    }
    return NULL;
}

static double number(const Json *object, const char *key) {
    const Json *value = json_get(object, key);
    assert_non_null(value);
    return value->number;
}

static void build(Ui *ui) {
    ui_column(ui, .h = GROW, .face = ROLE_BG, .gap = 5);
    ui_words(ui, .text = "My plan", .style = STYLE_HEADING1, .role = NODE_HEADING);
    ui_row(ui, .id = "mine", .role = NODE_BUTTON, .tap = rig_tap, .w = FIXED(40), .h = FIXED(15),
           .face = ROLE_PRIMARY, .edge_h = 1);
    ui_words(ui, .text = "Ask a friend", .ink = ROLE_ON_PRIMARY, .role = NODE_GROUP);
    ui_words(ui, .text = "Ready", .style = STYLE_SMALL, .ink = ROLE_ON_PRIMARY, .role = NODE_TEXT);
    ui_close(ui);
    ui_row(ui, .role = NODE_CHOICE, .label = "Large", .say = "Large letters", .tap = rig_tap,
           .selected = true, .h = FIXED(5));
    ui_close(ui);
    ui_row(ui, .role = NODE_BUTTON, .label = "Later", .tap = rig_tap, .disabled = true,
           .h = FIXED(5));
    ui_close(ui);
    ui_row(ui, .role = NODE_BUTTON, .label = "‘Maya’s’ plan", .tap = rig_tap, .h = FIXED(5));
    ui_close(ui);
    ui_close(ui);
}

static void test_every_line_has_the_agreed_keys_in_order(void **state) {
    Dump *dump = *state;
    static const char *const keys[] = {"role", "label", "say",  "state",  "x",   "y",      "w",
                                       "h",    "w_mm",  "h_mm", "cap_mm", "ink", "ground", "focus"};
    take(dump, build);
    assert_int_equal(dump->count, 5);
    for (int i = 0; i < dump->count; i++) {
        const Json *member = dump->lines[i]->child;
        for (size_t k = 0; k < sizeof keys / sizeof keys[0]; k++) {
            assert_non_null(member);
            assert_string_equal(member->key, keys[k]);
            member = member->next;
        }
        assert_null(member);
    }
}

static void test_a_control_is_called_by_the_texts_in_it_once(void **state) {
    Dump *dump = *state;
    take(dump, build);
    assert_non_null(line(dump, "Ask a friend Ready"));
    assert_null(line(dump, "Ask a friend"));
    assert_null(line(dump, "Ready")); /* not said twice */
    assert_string_equal(json_text(line(dump, "Ask a friend Ready"), "role", ""), "button");
    assert_string_equal(json_text(line(dump, "My plan"), "role", ""), "heading");
    assert_string_equal(json_text(line(dump, "Large"), "say", ""), "Large letters");
}

static void test_states_and_focus_places(void **state) {
    Dump *dump = *state;
    rig_frame(&dump->rig, build);
    dump->rig.ui.pressed = ui_hash("mine");
    take(dump, build);
    assert_string_equal(json_text(line(dump, "Large"), "state", "?"), "selected");
    assert_string_equal(json_text(line(dump, "Later"), "state", "?"), "disabled");
    assert_string_equal(json_text(line(dump, "Ask a friend Ready"), "state", "?"), "pressed");
    assert_string_equal(json_text(line(dump, "My plan"), "state", "?"), "");
    assert_int_equal(json_whole(line(dump, "Ask a friend Ready"), "focus", 9), 0);
    assert_int_equal(json_whole(line(dump, "Large"), "focus", 9), 1);
    assert_int_equal(json_whole(line(dump, "Later"), "focus", 9), -1);
    assert_int_equal(json_whole(line(dump, "My plan"), "focus", 9), -1);
}

static void test_sizes_are_px_and_mm_with_the_edge(void **state) {
    Dump *dump = *state;
    take(dump, build);
    const Json *mine = line(dump, "Ask a friend Ready");
    assert_int_equal(json_whole(mine, "w", 0), 160);
    assert_int_equal(json_whole(mine, "h", 0), 64);
    assert_float_equal((float)number(mine, "w_mm"), 40, 0.01f);
    assert_float_equal((float)number(mine, "h_mm"), 16, 0.01f);
    float capital = look_capital(&dump->rig.ui.look, STYLE_SMALL) / RIG_U; /* the smaller text */
    assert_float_equal((float)number(mine, "cap_mm"), capital, 0.01f);
    assert_string_equal(json_text(mine, "ink", ""), "#FFFFFF");
    assert_string_equal(json_text(mine, "ground", ""), "#0D5350");
}

static void build_scrolled(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_column(ui, .id = "page", .scroll = true, .h = GROW);
    ui_words(ui, .text = "First", .role = NODE_TEXT);
    ui_gap(ui, 80);
    ui_words(ui, .text = "Last", .role = NODE_TEXT);
    ui_close(ui);
    ui_close(ui);
}

static void test_only_what_shows_is_dumped(void **state) {
    Dump *dump = *state;
    take(dump, build_scrolled);
    assert_non_null(line(dump, "First"));
    assert_null(line(dump, "Last"));
}

static void build_sentence(Ui *ui) {
    const Run runs[] = {{.text = "ask a friend", .bold = true},
                        {.text = "how often?", .deco = DECO_SLOT},
                        {.text = "by Easter"},
                        {.text = "."}};
    ui_column(ui, .h = GROW);
    ui_text(ui, &(Text){.runs = runs, .run_count = 4, .role = NODE_TEXT});
    ui_close(ui);
}

/* A pill stands apart for the eye; it has to for the ear. */
static void test_slots_are_words_of_their_own(void **state) {
    Dump *dump = *state;
    take(dump, build_sentence);
    assert_non_null(line(dump, "ask a friend how often? by Easter."));
}

static void test_controls_are_found_by_what_people_type(void **state) {
    Dump *dump = *state;
    Ui *ui = &dump->rig.ui;
    rig_frame(&dump->rig, build);
    const Node *mayas = ui_find_label(ui, "'maya's' plan");
    assert_non_null(mayas);
    assert_string_equal(mayas->box.label, "‘Maya’s’ plan");
    assert_ptr_equal(ui_find_label(ui, "Ask a"), ui_find_named(ui, "mine"));
    assert_null(ui_find_label(ui, "Later"));   /* disabled */
    assert_null(ui_find_label(ui, "My plan")); /* no control */
    assert_null(ui_find_label(ui, "plan"));
}

static void build_namesakes(Ui *ui) {
    static const struct {
        const char *id, *label;
    } both[] = {{"home-button", "Home"}, {"home-word", "home"}};
    ui_column(ui, .h = GROW);
    for (int i = 0; i < 2; i++) {
        ui_row(ui, .id = both[i].id, .role = NODE_BUTTON, .label = both[i].label, .tap = rig_tap,
               .h = FIXED(5));
        ui_close(ui);
    }
    ui_close(ui);
}

/* A code word may be 'home': whoever taps it does not mean the button that leads there. */
static void test_a_label_as_written_comes_before_one_in_other_letters(void **state) {
    Dump *dump = *state;
    Ui *ui = &dump->rig.ui;
    rig_frame(&dump->rig, build_namesakes);
    assert_ptr_equal(ui_find_label(ui, "home"), ui_find_named(ui, "home-word"));
    assert_ptr_equal(ui_find_label(ui, "Home"), ui_find_named(ui, "home-button"));
    assert_ptr_equal(ui_find_label(ui, "HOME"), ui_find_named(ui, "home-button"));
}

static void test_what_shows_is_found_across_texts(void **state) {
    Dump *dump = *state;
    Ui *ui = &dump->rig.ui;
    rig_frame(&dump->rig, build);
    assert_true(ui_shows(ui, "my PLAN"));
    assert_true(ui_shows(ui, "friend ready"));
    assert_false(ui_shows(ui, "goodbye"));
}

#define on_dump(test_) cmocka_unit_test_setup_teardown(test_, open_dump, close_dump)

int main(void) {
    const struct CMUnitTest tests[] = {
        on_dump(test_every_line_has_the_agreed_keys_in_order),
        on_dump(test_a_control_is_called_by_the_texts_in_it_once),
        on_dump(test_states_and_focus_places),
        on_dump(test_sizes_are_px_and_mm_with_the_edge),
        on_dump(test_only_what_shows_is_dumped),
        on_dump(test_slots_are_words_of_their_own),
        on_dump(test_controls_are_found_by_what_people_type),
        on_dump(test_a_label_as_written_comes_before_one_in_other_letters),
        on_dump(test_what_shows_is_found_across_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
