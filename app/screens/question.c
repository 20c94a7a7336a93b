/* One question of the builder: ideas to tap, own words, or skip. */
#include "screens/answer.h"
#include "screens/pick.h"
#include "screens/say.h"
#include "screens/screens.h"
#include "screens/trail.h"

#include <string.h>

typedef struct Asked {
    const char *ask, *hint;
    Part part;
} Asked;

static Asked asked(Step step) {
    switch (step) {
    case STEP_HOPE:
        return (Asked){"b.hope.q", "b.hope.hint", PART_HOPE};
    case STEP_HARD:
        return (Asked){"b.hard.q", "b.hard.hint", PART_HARD};
    case STEP_WHERE:
        return (Asked){"b.where.q", "b.where.hint", PART_WHERE};
    case STEP_KNOW:
        return (Asked){"b.know.q", "b.know.hint", PART_KNOW};
    case STEP_WHY:
        return (Asked){"b.why.q", "b.why.hint", PART_WHY};
    case STEP_HELP:
        return (Asked){"b.help.q", "b.help.hint", PART_HELP};
    case STEP_CHILD:
    case STEP_PRONOUN:
    case STEP_YEAR:
    case STEP_PLAN:
    case STEP_AREA:
    case STEP_WHEN:
    case STEP_CHECK:
    case STEP_END:
    case STEP_WHAT:
        break;
    }
    return (Asked){"b.what.q", "b.what.hint", PART_WHAT};
}

/* Touch to use, touch again to take out. */
static void use_idea(App *app, int index) {
    pick_use(app, asked((Step)app_arg(app)).part, index);
}

static void own_words(App *app, int ignored) {
    (void)ignored;
    type_part(app, asked((Step)app_arg(app)).part);
}

static bool has_way(Step step) {
    return step == STEP_HOPE || step == STEP_KNOW;
}

static int ideas_a_page(const Ui *ui, Step step) {
    int all = ui->look.size >= SIZE_LARGER ? 6 : page_compact(ui) ? 4 : 5;
    return has_way(step) && !page_compact(ui) ? all - 1 : all;
}

static void more_ideas(App *app, int total) {
    app->builder.first_idea += ideas_a_page(app->ui, (Step)app_arg(app));
    if (app->builder.first_idea >= total) {
        app->builder.first_idea = 0;
    }
}

/* What the parent typed that is no idea: a chip of its own, chosen. Once an idea took its place:
 * the way to bring it back. */
static void own_chip(Ui *ui, const App *app, Part part) {
    if (pick_own(ui, app, part)) {
        ui_chip(ui, app_outcome_const(app)->words[part], true, own_words, 0);
    } else if (app->can_undo && app->undo_outcome == app->outcome && !app->builder.moved &&
               app->undo.outcomes[app->outcome].words[part][0]) {
        ui_press(ui, .kind = BUTTON_QUIET, .icon = "undo", .left = true,
                 .label = say(ui, app, "b.own.back"), .tap = app_undo);
    }
}

static void says(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_says, 0);
}

static void numbers(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_count, STEP_KNOW);
}

/* Two questions have a page of their own beside the ideas: what the child says, and numbers. */
static void other_way(Ui *ui, const App *app, Step step) {
    if (step == STEP_HOPE) {
        ui_press(ui, .kind = BUTTON_QUIET, .icon = "talk", .left = true, .style = STYLE_SMALL,
                 .label = say(ui, app, "child.says.q"), .tap = says);
    } else if (step == STEP_KNOW) {
        ui_press(ui, .kind = BUTTON_QUIET, .icon = "plus", .left = true,
                 .label = say(ui, app, "n.open"), .tap = numbers);
    }
}

static void chips(Ui *ui, const App *app, Step step) {
    Part part = asked(step).part;
    const char *ideas[IDEAS_MOST];
    int total = pick_ideas(app, part, ideas), first = app->builder.first_idea;
    int last = first + ideas_a_page(ui, step);
    own_chip(ui, app, part);
    ui_grid(ui, .columns = page_two(ui), .gap = 3);
    for (int i = first; i < last && i < total; i++) {
        const char *idea = answer_idea(ui, app, part, ideas[i]);
        ui_chip(ui, idea, pick_chosen(ui, app, part, idea), use_idea, i);
    }
    other_way(ui, app, step);
    if (total > ideas_a_page(ui, step)) {
        ui_press(ui, .kind = BUTTON_QUIET, .icon = "spark", .left = true,
                 .label = say(ui, app, "b.ideas.more"), .tap = more_ideas, .arg = total);
    }
    question_own_words(ui, app, own_words);
    ui_close(ui);
}

static void undo_move(App *app, int ignored) {
    app_undo(app, ignored);
    app->builder.moved = false;
}

/* Words went where they belong: every one is still there, and one touch brings them back. */
static void moved(Ui *ui, const App *app) {
    ui_row(ui, .gap = 3, .align = ALIGN_CENTRE);
    ui_words(ui, .text = say(ui, app, "check.moved"), .style = STYLE_BODY, .ink = ROLE_MET,
             .role = NODE_TEXT, .w = GROW);
    if (app->can_undo) {
        ui_press(ui, .kind = BUTTON_SMALL, .icon = "undo", .label = say(ui, app, "common.undo"),
                 .tap = undo_move);
    }
    ui_close(ui);
}

static void content(Ui *ui, const App *app, Step step) {
    Asked q = asked(step);
    bool explain = app->builder.moved && step == STEP_WHAT;
    page_heading_hint(ui, say(ui, app, q.ask),
                      question_has_room(ui, app) && !explain ? say(ui, app, q.hint) : NULL);
    if (explain) {
        moved(ui, app);
    }
    chips(ui, app, step);
    if (step == STEP_HELP && !page_compact(ui)) {
        ui_words(ui, .text = say(ui, app, "b.help.note"), .style = STYLE_SMALL, .ink = ROLE_MUTED,
                 .role = NODE_TEXT);
    }
}

static void build(Ui *ui, const App *app) {
    Step step = (Step)app_arg(app);
    Page page = question_begin(ui, app, step, asked(step).part, own_words);
    content(ui, app, step);
    page_end(ui, app, &page);
}

const Screen screen_question = {.name = "question", .own_words = true, .build = build};
