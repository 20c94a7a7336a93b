/* What a page says, in which order and in which pieces; where it is marked; how it comes into
 * sight. */
#include "ui/dump.h"
#include "ui/reading.h"
#include "ui/rig.h"
#include "unit.h"

#include <stdio.h>

static const char *said(Rig *rig, int n) {
    Spoken spoken;
    return reading_at(&rig->ui, n, &spoken) ? spoken.say : NULL;
}

static void assert_says(Rig *rig, const char *const *wanted) {
    int n = 0;
    for (; wanted[n]; n++) {
        assert_non_null(said(rig, n));
        assert_string_equal(said(rig, n), wanted[n]);
    }
    assert_null(said(rig, n));
}

static void header(Ui *ui, const char *title) {
    ui_row(ui, .h = FIXED(10));
    ui_row(ui, .role = NODE_BUTTON, .label = "Home", .tap = rig_tap);
    ui_close(ui);
    ui_words(ui, .text = title, .role = NODE_HEADING, .style = STYLE_SMALL);
    ui_close(ui);
}

static void footer(Ui *ui) {
    ui_row(ui, .role = NODE_BUTTON, .label = "Back", .tap = rig_tap, .h = FIXED(5));
    ui_close(ui);
    ui_row(ui, .id = "next", .role = NODE_BUTTON, .label = "Go on", .tap = rig_tap, .h = FIXED(5));
    ui_close(ui);
}

static void page(Ui *ui) {
    ui_column(ui, .h = GROW);
    header(ui, "The guide");
    ui_column(ui, .id = "page", .scroll = true, .h = GROW);
    ui_words(ui, .text = "What is it?", .style = STYLE_SMALL, .role = NODE_HEADING);
    ui_words(ui, .text = "It is new. ‘It is theirs.’ Is it, Mr.Bee? 1.5 at 3", .style = STYLE_SMALL,
             .role = NODE_TEXT);
    ui_row(ui, .role = NODE_CHOICE, .label = "Yes", .say = "Yes, it is. Now.", .tap = rig_tap);
    ui_words(ui, .text = "Yes", .style = STYLE_SMALL, .role = NODE_GROUP);
    ui_close(ui);
    ui_row(ui, .role = NODE_TEXT, .label = "1. apple", .secret = true);
    ui_words(ui, .text = "apple", .style = STYLE_SMALL, .role = NODE_GROUP);
    ui_close(ui);
    ui_words(ui, .text = "…", .style = STYLE_SMALL, .role = NODE_TEXT);
    ui_close(ui);
    footer(ui);
    ui_close(ui);
}

static void a_page_is_said_in_order_without_its_ways_out(void **state) {
    static const char *const wanted[] = {"What is it?",    "It is new.", "‘It is theirs.’",
                                         "Is it, Mr.Bee?", "1.5 at 3",   "Yes, it is. Now.",
                                         "Go on",          NULL};
    rig_frame(*state, page);
    assert_says(*state, wanted);
}

static void untitled(Ui *ui) {
    ui_column(ui, .h = GROW);
    header(ui, "Menu");
    ui_column(ui, .id = "page", .scroll = true, .h = GROW);
    ui_row(ui, .role = NODE_BUTTON, .label = "Home", .tap = rig_tap, .h = FIXED(10));
    ui_close(ui);
    ui_close(ui);
    ui_close(ui);
}

static void a_page_without_a_heading_begins_with_its_title(void **state) {
    static const char *const wanted[] = {"Menu", "Home", NULL};
    rig_frame(*state, untitled);
    assert_says(*state, wanted);
}

static void of_runs(Ui *ui) {
    static const Run runs[] = {{.text = "Maya will"},
                               {.text = "what?", .deco = DECO_SLOT},
                               {.text = "by July. So that"},
                               {.text = "why", .deco = DECO_SLOT},
                               {.text = "."}};
    ui_column(ui, .id = "page", .scroll = true, .h = GROW);
    ui_words(ui, .runs = runs, .run_count = 5, .style = STYLE_SMALL, .role = NODE_TEXT);
    ui_close(ui);
}

static void gaps_of_a_sentence_stand_apart(void **state) {
    static const char *const wanted[] = {"Maya will what? by July.", "So that why.", NULL};
    rig_frame(*state, of_runs);
    assert_says(*state, wanted);
}

static void no_page(Ui *ui) {
    ui_column(ui, .h = GROW);
    header(ui, "Keys");
    footer(ui);
    ui_close(ui);
}

static void without_a_page_nothing_is_said(void **state) {
    rig_frame(*state, no_page);
    assert_null(said(*state, 0));
}

/* The boxes of one colour in what was painted. */
static int boxes(const Ui *ui, Role role, Rect out[], int most) {
    Colour wanted = themes[ui->look.theme].colours[role];
    int count = 0;
    for (int i = 0; i < ui->op_count && count < most; i++) {
        const Op *op = &ui->ops[i];
        if (op->kind == OP_BOX && memcmp(&op->colour, &wanted, sizeof wanted) == 0) {
            out[count++] = op->at;
        }
    }
    return count;
}

static const Op *text_op(const Ui *ui, const char *text) {
    for (int i = 0; i < ui->op_count; i++) {
        const Op *op = &ui->ops[i];
        if (op->kind == OP_TEXT && op->as.text.len == (int)strlen(text) &&
            strncmp(op->as.text.text, text, strlen(text)) == 0) {
            return op;
        }
    }
    return NULL;
}

static bool is_colour(const Ui *ui, Colour colour, Role role) {
    return memcmp(&colour, &themes[ui->look.theme].colours[role], sizeof colour) == 0;
}

/* Its own words alone, on their ground, with the bar below; those before and behind as ever. */
static void what_is_read_is_marked(void **state) {
    Rig *rig = *state;
    Ui *ui = &rig->ui;
    Rect ground[4], bar[4];
    rig_frame(rig, page);
    assert_int_equal(boxes(ui, ROLE_HIGHLIGHT, ground, 4), 0);
    ui->reading = 2;
    rig_frame(rig, page);
    assert_int_equal(boxes(ui, ROLE_HIGHLIGHT, ground, 4), 1);
    assert_int_equal(boxes(ui, ROLE_HIGHLIGHT_BAR, bar, 4), 1);
    const Op *words = text_op(ui, "It is new.");
    assert_non_null(words);
    assert_true(is_colour(ui, words->colour, ROLE_HIGHLIGHT_INK));
    assert_true(is_colour(ui, words->as.text.ground, ROLE_HIGHLIGHT));
    assert_true(ground[0].x < words->at.x);
    assert_true(ground[0].x + ground[0].w >= words->at.x + 10 * RIG_LETTER);
    assert_true(ground[0].x + ground[0].w < words->at.x + 11 * RIG_LETTER);
    assert_int_equal(bar[0].y + bar[0].h, ground[0].y + ground[0].h);
    assert_int_equal(bar[0].w, ground[0].w);
    ui->reading = 3; /* in the middle of the line */
    rig_frame(rig, page);
    const Op *before = text_op(ui, "It is new. ");
    words = text_op(ui, "‘It is theirs.’");
    assert_non_null(before);
    assert_non_null(words);
    assert_true(is_colour(ui, before->colour, ROLE_INK));
    assert_int_equal(words->at.x, before->at.x + 11 * RIG_LETTER);
    ui->reading = 6; /* the choice: its words */
    rig_frame(rig, page);
    words = text_op(ui, "Yes");
    assert_non_null(words);
    assert_true(is_colour(ui, words->colour, ROLE_HIGHLIGHT_INK));
}

enum { LINES = 40 };

static void long_page(Ui *ui) {
    ui_column(ui, .h = GROW);
    ui_column(ui, .id = "page", .scroll = true, .h = GROW, .gap = 2);
    for (int i = 0; i < LINES; i++) {
        ui_column(ui, .face = ROLE_SURFACE, .pad = PAD(1));
        ui_words(ui, .text = ui_print(ui, "Line %d is here.", i + 1), .style = STYLE_SMALL,
                 .role = NODE_TEXT);
        ui_close(ui);
    }
    ui_close(ui);
    ui_close(ui);
}

/* Each is whole on the page when its turn comes, and the page stands still as long as it can. */
static void what_is_read_is_in_sight(void **state) {
    Rig *rig = *state;
    Ui *ui = &rig->ui;
    int moved = 0, offset = 0;
    rig_frame(rig, long_page);
    for (int n = 0; n < LINES; n++) {
        Spoken spoken;
        assert_true(reading_at(ui, n, &spoken));
        reading_show(ui, &spoken);
        ui->reading = n + 1;
        rig_frame(rig, long_page);
        const Node *node = &ui->nodes[ui->reads.node];
        assert_in_range(node->at.y, node->clip.y, node->clip.y + node->clip.h - node->at.h);
        moved += ui_scroll(ui, "page")->offset != offset;
        offset = ui_scroll(ui, "page")->offset;
    }
    assert_in_range(moved, 2, LINES / 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        on_rig(a_page_is_said_in_order_without_its_ways_out),
        on_rig(a_page_without_a_heading_begins_with_its_title),
        on_rig(gaps_of_a_sentence_stand_apart),
        on_rig(without_a_page_nothing_is_said),
        on_rig(what_is_read_is_marked),
        on_rig(what_is_read_is_in_sight),
    };
    return cmocka_run_group_tests_name("ui/reading", tests, NULL, NULL);
}
