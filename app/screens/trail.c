/* The trail: where one is on the golden thread, from hope to help. */
#include "screens/trail.h"
#include "screens/say.h"
#include "screens/screens.h"

#include <math.h>
#include <string.h>

typedef struct Knot {
    const char *id, *label, *icon;
    Step first, last;
    Part part; /* whose answer is shown under the name */
} Knot;

enum { KNOTS = 4 };

static const Knot knots[KNOTS] = {
    {"knot1", "b.hope", "hope", STEP_CHILD, STEP_HOPE, PART_HOPE},
    {"knot2", "b.hard", "hard", STEP_HARD, STEP_HARD, PART_HARD},
    {"knot3", "b.outcome", "outcome", STEP_WHAT, STEP_CHECK, PART_WHAT},
    {"knot4", "b.help", "help", STEP_HELP, STEP_HELP, PART_HELP},
};

static void go(App *app, int knot) {
    step_go(app, knots[knot].last == STEP_CHECK ? STEP_WHAT : knots[knot].last);
}

const char *trail_words(Ui *ui, const App *app, Step step) {
    if (step < STEP_WHAT || step > STEP_WHY) {
        return NULL;
    }
    return say_with(ui, app, "b.count", "n", say_number(ui, (int)(step - STEP_WHAT) + 1), "m",
                    say_number(ui, (int)(STEP_WHY - STEP_WHAT) + 1), NULL);
}

int trail_at(Step step) {
    for (int i = 0; i < KNOTS; i++) {
        if (step >= knots[i].first && step <= knots[i].last) {
            return i;
        }
    }
    return KNOTS - 1;
}

const char *trail_title(Ui *ui, const App *app, Step step) {
    return say(ui, app, knots[trail_at(step)].label);
}

static const float disc_size = 10.2f;

static void disc(Ui *ui, const Knot *knot, bool done, bool now) {
    ui_stack(ui, .id = knot->id, .w = FIXED(disc_size), .h = FIXED(disc_size),
             .radius = disc_size / 2,
             .face = done  ? ROLE_THREAD
                     : now ? ROLE_SURFACE
                           : ROLE_BG,
             .stroke = ROLE_THREAD, .stroke_w = now ? 1.3f : 0.5f, .align = ALIGN_CENTRE);
    ui_icon(ui, done ? "tick_bold" : knot->icon, done ? 6.8f : 6.2f,
            done  ? ROLE_BG
            : now ? ROLE_INK
                  : ROLE_MUTED);
    ui_close(ui);
}

static void words(Ui *ui, const App *app, const Knot *knot, bool now, bool next, Step step) {
    const char *answer = app_outcome_const(app)->words[knot->part];
    const char *count = now ? trail_words(ui, app, step) : NULL;
    bool answered = !now && answer[0] && !page_large(ui); /* no room for it beside large words */
    bool alone = !count && !answered; /* then the name stands beside the middle of its disc */
    ui_column(ui, .w = GROW, .h = {.kind = SIZE_FIT, .least = alone ? disc_size : 0},
              .justify = JUSTIFY_CENTRE);
    ui_words(ui, .text = say(ui, app, knot->label), .style = now ? STYLE_BODY : STYLE_SMALL,
             .bold = now, .ink = next ? ROLE_MUTED : ROLE_INK, .role = NODE_GROUP);
    if (count || answered) {
        ui_words(ui, .text = count ? count : answer, .style = STYLE_SMALL, .ink = ROLE_MUTED,
                 .role = NODE_GROUP, .lines_most = count ? 0 : 1);
    }
    ui_close(ui);
}

void trail(Ui *ui, const App *app, Step step) {
    int at = trail_at(step);
    const float roomy = 14.4f, tight = 12.8f, apart = 3; /* each done knot is a target */
    float least = question_has_room(ui, app) ? roomy : tight;
    ui_column(ui, .gap = apart);
    for (int i = 0; i + 1 < KNOTS; i++) {
        ui_thread(ui, knots[i].id, knots[i + 1].id, false);
    }
    for (int i = 0; i < KNOTS; i++) {
        const char *answer = app_outcome_const(app)->words[knots[i].part];
        bool now = i == at, done = !now && answer[0];
        ui_row(ui, .h = {.kind = SIZE_FIT, .least = least}, .gap = 3.2f,
               .role = done ? NODE_BUTTON : NODE_TEXT, .tap = done ? go : NULL, .arg = i,
               .label = say(ui, app, knots[i].label), .radius = 2.2f);
        disc(ui, &knots[i], done, now);
        words(ui, app, &knots[i], now, !now && !done, step);
        ui_close(ui);
    }
    ui_close(ui);
}

void trail_across(Ui *ui, const App *app, Step step) {
    int at = trail_at(step);
    ui_row(ui, .gap = 0);
    for (int i = 0; i + 1 < KNOTS; i++) {
        ui_thread(ui, knots[i].id, knots[i + 1].id, false);
    }
    for (int i = 0; i < KNOTS; i++) {
        bool now = i == at, done = !now && app_outcome_const(app)->words[knots[i].part][0];
        ui_column(ui, .w = GROW, .align = ALIGN_CENTRE, .gap = 2);
        disc(ui, &knots[i], done, now);
        ui_words(ui, .text = say(ui, app, knots[i].label), .style = STYLE_SMALL, .bold = now,
                 .ink = now || done ? ROLE_INK : ROLE_MUTED, .role = NODE_TEXT);
        ui_close(ui);
    }
    ui_close(ui);
}

/* The trail is as wide as its longest name, within reason. */
static float trail_w(Ui *ui, const App *app, Step step) {
    const float usual = 51.6f, beside = 13.4f; /* the disc and the gap behind it */
    const float most = 68 * look_beside(&ui->look);
    const char *count = trail_words(ui, app, step);
    int widest = count ? ui_words_width(ui, count, STYLE_SMALL, false) : 0;
    for (int i = 0; i < KNOTS; i++) {
        bool now = i == trail_at(step);
        int name =
            ui_words_width(ui, say(ui, app, knots[i].label), now ? STYLE_BODY : STYLE_SMALL, now);
        widest = name > widest ? name : widest;
    }
    return fminf(fmaxf(usual, (float)widest / ui->look.u + beside), most);
}

Page question_begin(Ui *ui, const App *app, Step step, Part part, Tap *own_words) {
    bool answered = app_outcome_const(app)->words[part][0] != '\0';
    bool compact = page_compact(ui);
    Page page = {
        .title = compact ? trail_title(ui, app, step) : say(ui, app, "b.title"),
        .words = compact ? trail_words(ui, app, step) : NULL,
        .at = trail_at(step),
        .of = compact ? KNOTS : 0,
        .next = say(ui, app, answered ? "common.next" : "common.skip"),
        .next_tap = step_next,
        .next_arg = (int)step,
        .second = compact ? NULL : say(ui, app, "b.own"),
        .second_icon = "keyboard",
        .second_tap = own_words,
        .dock = true,
        .band = "steps",
        .list_w = trail_w(ui, app, step),
        .gap = 3.1f,
    };
    if (page_wide(ui)) {
        page_beside_begin(ui, app, &page);
        trail(ui, app, step);
        page_beside_middle(ui, app, &page);
    } else {
        page_begin(ui, app, &page);
    }
    if (page_tall(ui)) {
        trail_across(ui, app, step);
        ui_space(ui);
    }
    return page;
}

bool question_has_room(const Ui *ui, const App *app) {
    enum { ONE_LINE = 36 }; /* bytes that leave room on it for what is still open */
    bool short_yet = strlen(app->composed.text) <= ONE_LINE;
    bool wide = ui->look.template_ == TEMPLATE_WIDE;
    return page_tall(ui) || wide || (page_wide(ui) && short_yet);
}

void question_own_words(Ui *ui, const App *app, Tap *own_words) {
    if (page_compact(ui)) {
        ui_press(ui, .kind = BUTTON_QUIET, .icon = "keyboard", .left = true,
                 .label = say(ui, app, "b.own.short"), .tap = own_words);
    }
}
