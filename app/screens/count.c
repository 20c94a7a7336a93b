/* How many, how often, how long, with what reminders: numbers to tap, which put the words together.
 * The tiles that are chosen count only while their words stand in the outcome. */
#include "screens/answer.h"
#include "screens/say.h"
#include "screens/screens.h"

#include <string.h>

enum { KINDS = 4, TILES_MOST = 4 };
enum { TIMES, PER, LONG, REMINDED };

/* Ids of the tiles of each kind, in the order of the words: a few of each, since all stand on one
 * page and other numbers can be typed. */
static const char *const tiles[KINDS][TILES_MOST] = {
    [TIMES] = {"n.times.1", "n.times.2", "n.times.3", "n.times.5"},
    [PER] = {"n.per.day", "n.per.week"},
    [LONG] = {"n.long.5", "n.long.10", "n.long.30", "n.long.60"},
    [REMINDED] = {"n.remind.0", "n.remind.1"},
};

enum { NONE = -1 };

/* 'twice a week for 10 minutes, with 1 reminder'. Without how many, 'a day' reads 'every day'. */
static const char *words_of(Ui *ui, const App *app, const int chosen[KINDS]) {
    static const char *const alone[TILES_MOST] = {"n.every.day", "n.every.week"};
    const char *words = "";
    for (int kind = 0; kind < KINDS; kind++) {
        int tile = chosen[kind];
        if (tile == NONE) {
            continue;
        }
        bool every = kind == PER && chosen[TIMES] == NONE;
        const char *next = say(ui, app, every ? alone[tile] : tiles[kind][tile]);
        const char *gap = !words[0] ? "" : kind == REMINDED ? ", " : " ";
        words = ui_print(ui, "%s%s%s", words, gap, next);
    }
    return words;
}

/* The tiles that made the words that stand there; none when they were made otherwise. The App keeps
 * them from 1, so that a wiped one has none. */
static void chosen_of(Ui *ui, const App *app, int chosen[KINDS]) {
    for (int kind = 0; kind < KINDS; kind++) {
        chosen[kind] = app->builder.tiles[kind] - 1;
    }
    if (strcmp(words_of(ui, app, chosen), app_outcome_const(app)->words[PART_KNOW]) != 0) {
        for (int kind = 0; kind < KINDS; kind++) {
            chosen[kind] = NONE;
        }
    }
}

/* Touch to use, touch again to take out. */
static void choose(App *app, int arg) {
    int chosen[KINDS], kind = arg / TILES_MOST, tile = arg % TILES_MOST;
    chosen_of(app->ui, app, chosen);
    chosen[kind] = chosen[kind] == tile ? NONE : tile;
    for (int i = 0; i < KINDS; i++) {
        app->builder.tiles[i] = (int8_t)(chosen[i] + 1);
    }
    answer_set(app, PART_KNOW, words_of(app->ui, app, chosen));
}

/* As many columns as the widest tile lets stand beside each other; a chosen one may wrap. */
static int columns_of(Ui *ui, const App *app) {
    static const int tries[] = {4, 3, 2};
    const float gap = 3;
    int room = ui->look.panel.w - look_px(&ui->look, 2 * page_pad(ui)), widest = 0;
    for (int t = 0; t < KINDS * TILES_MOST; t++) {
        const char *id = tiles[t / TILES_MOST][t % TILES_MOST];
        Button tile = {.kind = BUTTON_SMALL, .style = STYLE_SMALL};
        tile.label = id ? say(ui, app, id) : "";
        int width = ui_button_width(ui, &tile);
        widest = width > widest ? width : widest;
    }
    for (size_t i = 0; i < sizeof tries / sizeof tries[0]; i++) {
        if (tries[i] * widest + (tries[i] - 1) * look_px(&ui->look, gap) <= room) {
            return tries[i];
        }
    }
    return 1;
}

static void tiles_of(Ui *ui, const App *app, int kind, const int chosen[KINDS]) {
    for (int i = 0; i < TILES_MOST && tiles[kind][i]; i++) {
        ui_press(ui, .kind = BUTTON_SMALL, .choice = true, .style = STYLE_SMALL,
                 .label = say(ui, app, tiles[kind][i]), .selected = chosen[kind] == i,
                 .tap = choose, .arg = kind * TILES_MOST + i, .h = AT_LEAST(page_choice_h(ui)));
    }
}

static void own_words(App *app, int ignored) {
    (void)ignored;
    type_part(app, PART_KNOW);
}

static void build(Ui *ui, const App *app) {
    int chosen[KINDS];
    chosen_of(ui, app, chosen);
    bool answered = app_outcome_const(app)->words[PART_KNOW][0] != '\0';
    Page page = {.title = say(ui, app, "b.title"),
                 .next = say(ui, app, answered ? "common.next" : "common.skip"),
                 .next_tap = step_next,
                 .next_arg = STEP_KNOW,
                 .second = page_compact(ui) ? NULL : say(ui, app, "b.own"),
                 .second_icon = "keyboard",
                 .second_tap = own_words,
                 .dock = true,
                 .band = "steps",
                 .gap = 3.1f};
    page_begin(ui, app, &page);
    ui_words(ui, .text = say(ui, app, "n.q"), .style = STYLE_HEADING2, .bold = true,
             .role = NODE_HEADING);
    ui_grid(ui, .columns = columns_of(ui, app), .gap = 3);
    for (int kind = 0; kind < KINDS; kind++) {
        tiles_of(ui, app, kind == PER ? LONG : kind == LONG ? PER : kind, chosen);
    }
    ui_close(ui);
    page_end(ui, app, &page);
}

const Screen screen_count = {.name = "count", .own_words = true, .build = build};
