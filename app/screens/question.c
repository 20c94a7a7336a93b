/* One question of the builder: ideas to tap, own words, or skip. */
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

enum { IDEAS_MOST = 64 };

static int ideas_of(const App *app, Part part, const char *ideas[IDEAS_MOST]) {
    return library_ideas(app->library, part, app_outcome_const(app)->area,
                         year_stage(app->draft.year_group), ideas, IDEAS_MOST);
}

/* Touch to use, touch again to take out. */
static void use_idea(App *app, int index) {
    Part part = asked((Step)app_arg(app)).part;
    const char *ideas[IDEAS_MOST];
    if (index >= ideas_of(app, part, ideas)) {
        return;
    }
    const char *words = say_text(app->ui, app, ideas[index]);
    bool chosen = strcmp(app_outcome_const(app)->words[part], words) == 0;
    draft_set_words(&app->draft, app->outcome, part, chosen ? "" : words);
}

static void own_words(App *app, int ignored) {
    (void)ignored;
    type_part(app, asked((Step)app_arg(app)).part);
}

static int ideas_a_page(const Ui *ui) {
    return ui->look.size >= SIZE_LARGER ? 6 : page_compact(ui) ? 4 : 5;
}

static void more_ideas(App *app, int total) {
    app->builder.first_idea += ideas_a_page(app->ui);
    if (app->builder.first_idea >= total) {
        app->builder.first_idea = 0;
    }
}

/* What the parent typed that is no idea: a chip of its own, chosen. */
static void own_chip(Ui *ui, const App *app, Part part, const char *const ideas[], int total) {
    const char *words = app_outcome_const(app)->words[part];
    if (!words[0]) {
        return;
    }
    for (int i = 0; i < total; i++) {
        if (strcmp(say_text(ui, app, ideas[i]), words) == 0) {
            return;
        }
    }
    ui_chip(ui, words, true, own_words, 0);
}

static void chips(Ui *ui, const App *app, Part part) {
    const char *ideas[IDEAS_MOST];
    int total = ideas_of(app, part, ideas), first = app->builder.first_idea;
    int last = first + ideas_a_page(ui);
    const char *words = app_outcome_const(app)->words[part];
    own_chip(ui, app, part, ideas, total);
    ui_grid(ui, .columns = ui->look.size >= SIZE_LARGER ? 1 : 2, .gap = 3);
    for (int i = first; i < last && i < total; i++) {
        const char *idea = say_text(ui, app, ideas[i]);
        ui_chip(ui, idea, strcmp(words, idea) == 0, use_idea, i);
    }
    if (total > ideas_a_page(ui)) {
        ui_press(ui, .kind = BUTTON_QUIET, .icon = "spark", .left = true,
                 .label = say(ui, app, "b.ideas.more"), .tap = more_ideas, .arg = total);
    }
    if (page_compact(ui)) {
        ui_press(ui, .kind = BUTTON_QUIET, .icon = "keyboard", .left = true,
                 .label = say(ui, app, "b.own.short"), .tap = own_words);
    }
    ui_close(ui);
}

static void content(Ui *ui, const App *app, Step step) {
    Asked q = asked(step);
    page_heading_hint(ui, say(ui, app, q.ask), page_compact(ui) ? NULL : say(ui, app, q.hint));
    chips(ui, app, q.part);
    if (step == STEP_HELP && !page_compact(ui)) {
        ui_words(ui, .text = say(ui, app, "b.help.note"), .style = STYLE_SMALL, .ink = ROLE_MUTED,
                 .role = NODE_TEXT);
    }
}

static void build(Ui *ui, const App *app) {
    Step step = (Step)app_arg(app);
    bool answered = app_outcome_const(app)->words[asked(step).part][0] != '\0';
    bool compact = page_compact(ui);
    Page page = {
        .title = compact ? trail_title(ui, app, step) : say(ui, app, "b.title"),
        .words = compact ? trail_words(ui, app, step) : NULL,
        .at = trail_at(step),
        .of = compact ? 4 : 0,
        .next = say(ui, app, answered ? "common.next" : "common.skip"),
        .next_tap = step_next,
        .next_arg = (int)step,
        .second = compact ? NULL : say(ui, app, "b.own"),
        .second_icon = "keyboard",
        .second_tap = own_words,
        .dock = true,
        .list_w = 51,
        .gap = 2.4f,
    };
    if (page_wide(ui)) {
        page_beside_begin(ui, app, &page);
        trail(ui, app, step);
        page_beside_middle(ui, &page);
    } else {
        page_begin(ui, app, &page);
    }
    if (page_tall(ui)) {
        ui_picture(ui, "steps", GROW, (Size){.kind = SIZE_GROW, .n = 1, .least = 40}, 0, 0);
        trail_across(ui, app, step);
    }
    content(ui, app, step);
    page_end(ui, app, &page);
}

const Screen screen_question = {.name = "question", .own_words = true, .build = build};
