/* Examples: a pair side by side, or one at a time where the page is narrow; filtered by age. */
#include "screens/say.h"
#include "screens/screens.h"

enum { ALL_AGES = -1 };

static bool shown(const App *app, const Example *example) {
    return app->examples.stage == ALL_AGES || (int)example->stage == app->examples.stage;
}

static int count(const App *app) {
    int n = 0;
    for (int i = 0; i < app->library->example_count; i++) {
        n += shown(app, &app->library->examples[i]);
    }
    return n;
}

static const Example *current(const App *app) {
    int at = 0;
    for (int i = 0; i < app->library->example_count; i++) {
        if (shown(app, &app->library->examples[i]) && at++ == app->examples.index) {
            return &app->library->examples[i];
        }
    }
    return NULL;
}

static void pick_age(App *app, int stage) {
    app->examples.stage = stage;
    app->examples.index = 0;
    app->examples.show_good = false;
    app_swap(app, &screen_examples, 0);
}

static void next_example(App *app, int ignored) {
    (void)ignored;
    app->examples.index = (app->examples.index + 1) % count(app);
    app->examples.show_good = false;
    app_swap(app, &screen_examples, 0);
}

static void other_side(App *app, int ignored) {
    (void)ignored;
    app->examples.show_good = !app->examples.show_good;
    app_swap(app, &screen_examples, 0);
}

static void practise(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_practice, 0);
}

static void ages(Ui *ui, const App *app) {
    static const char *const ids[] = {"ex.all", "ex.a1", "ex.a2", "ex.a3", "ex.a4"};
    ui_flow(ui, .gap = 3);
    if (page_wide(ui)) {
        ui_row(ui, .align = ALIGN_CENTRE, .h = AT_LEAST(13));
        ui_words(ui, .text = say(ui, app, "ex.age"), .style = STYLE_BODY, .bold = true,
                 .role = NODE_HEADING);
        ui_close(ui);
    }
    for (int i = 0; i < 5; i++) {
        bool chosen = app->examples.stage == i - 1;
        ui_press(ui, .kind = BUTTON_SMALL, .choice = true, .label = say(ui, app, ids[i]),
                 .selected = chosen, .tap = pick_age, .arg = i - 1);
    }
    ui_close(ui);
}

static void reason(Ui *ui, const char *icon, Role ink, const char *text) {
    ui_row(ui, .gap = 3);
    ui_column(ui, .pad = {0, 0.4f, 0, 0});
    ui_sign(ui, icon, 6, ink);
    ui_close(ui);
    ui_words(ui, .text = text, .style = STYLE_SMALL, .role = NODE_TEXT, .w = GROW);
    ui_close(ui);
}

/* Why it is so, and where it comes from. */
static void why(Ui *ui, const App *app, const char *from) {
    ui_row(ui, .gap = 3);
    ui_words(ui, .text = say(ui, app, "common.why"), .style = STYLE_SMALL, .bold = true,
             .ink = ROLE_MUTED, .role = NODE_TEXT);
    if (from) {
        ui_space(ui);
        ui_words(ui, .text = from, .style = STYLE_SMALL, .ink = ROLE_MUTED, .role = NODE_TEXT);
    }
    ui_close(ui);
}

/* from: told on this one; NULL: not. */
static void side(Ui *ui, const App *app, const ExampleSide *side, bool good, const char *from) {
    Role tint = good ? ROLE_MET_TINT : ROLE_NOTYET_TINT, ink = good ? ROLE_MET : ROLE_NOTYET;
    const char *icon = good ? "tick" : "notyet";
    const float border = 0.2f, radius = 3;
    ui_column(ui, .w = GROW, .face = ROLE_SURFACE, .stroke = ROLE_LINE, .stroke_w = border,
              .radius = radius, .pad = PAD(border), .h = {.kind = SIZE_AUTO, .least = 40});
    ui_row(ui, .face = tint, .radius = radius - border, .corners = CORNERS_TOP,
           .pad = PAD_XY(5, 1.2f), .gap = 3.4f, .align = ALIGN_CENTRE);
    ui_sign(ui, icon, 7, ink);
    ui_words(ui, .text = say(ui, app, good ? "ex.good" : "ex.bad"), .style = STYLE_BODY,
             .bold = true, .ink = ink, .role = NODE_HEADING, .w = GROW);
    ui_close(ui);
    ui_column(ui, .pad = {5, 1.8f, 5, 2}, .gap = 1.1f, .h = GROW);
    ui_words(ui, .text = ui_print(ui, "‘%s’", side->text), .style = STYLE_BODY, .bold = true,
             .role = NODE_TEXT);
    ui_space(ui);
    ui_column(ui, .h = FIXED(0.2f), .face = ROLE_LINE);
    ui_close(ui);
    why(ui, app, from);
    for (int i = 0; i < side->why.count; i++) {
        reason(ui, icon, ink, side->why.text[i]);
    }
    if (side->better) {
        reason(ui, "plus", ROLE_DECIDE, side->better);
    }
    ui_close(ui);
    ui_close(ui);
}

/* The shape and the part of life come along, never words about another child. */
static void use_as_start(App *app, int ignored) {
    (void)ignored;
    const Example *example = current(app);
    int index = app->outcome;
    if (!example) {
        return;
    }
    if (!outcome_empty(&app->draft.outcomes[index])) {
        index = draft_add_outcome(&app->draft);
    }
    if (index < 0) { /* twelve are enough: the plan page says so */
        app_go(app, &screen_outcomes, 0);
        return;
    }
    bool known = app->draft.name[0] || app->draft.year_group != YEAR_NOT_SAID;
    app->outcome = index;
    app->draft.outcomes[index].area = example->area;
    app->builder.visited = app->builder.fixing = false;
    app->builder.shape = (int)(example - app->library->examples) + 1;
    step_go(app, known ? STEP_HOPE : STEP_CHILD);
}

static void pair(Ui *ui, const App *app, const Example *example, bool beside) {
    bool both = example->good.text && example->not_yet.text;
    const Source *source = library_source(app->library, example->source);
    const char *from =
        say_with(ui, app, "ex.from", "source", source ? source->short_title : "", NULL);
    if (beside) {
        ui_row(ui, .gap = 5, .h = GROW);
    } else {
        ui_column(ui, .gap = 4);
    }
    bool narrow = both && !beside && !page_tall(ui);
    if (example->not_yet.text && !(narrow && app->examples.show_good)) {
        side(ui, app, &example->not_yet, false, beside && !example->good.text ? from : NULL);
    }
    if (example->good.text && !(narrow && !app->examples.show_good)) {
        side(ui, app, &example->good, true, beside ? from : NULL);
    }
    ui_close(ui);
    if (!beside) {
        ui_words(ui, .text = from, .style = STYLE_SMALL, .ink = ROLE_MUTED, .role = NODE_TEXT);
    }
    if (narrow) {
        ui_press(ui, .kind = BUTTON_STRONG, .tap = other_side,
                 .label = say(ui, app, app->examples.show_good ? "ex.shownotyet" : "ex.showgood"));
    }
}

static void build(Ui *ui, const App *app) {
    int of = count(app);
    const Example *example = current(app);
    Page page = {.title = say(ui, app, "ex.title"),
                 .next = of > 0 ? say(ui, app, "ex.next") : NULL,
                 .next_tap = next_example,
                 .extra = say(ui, app, "ex.practice"),
                 .extra_tap = practise,
                 .under =
                     say_with(ui, app, "ex.where", "n", say_number(ui, app->examples.index + 1),
                              "m", say_number(ui, of), NULL),
                 .second = example ? say(ui, app, "ex.use") : NULL,
                 .second_icon = "build",
                 .second_tap = use_as_start,
                 .gap = page_wide(ui) ? 2.4f : 3,
                 .reading = true};
    page_begin(ui, app, &page);
    ages(ui, app);
    if (example) {
        pair(ui, app, example, page_wide(ui));
    } else {
        ui_words(ui, .text = say(ui, app, "ex.none"), .style = STYLE_LEAD, .role = NODE_TEXT);
    }
    page_end(ui, app, &page);
}

const Screen screen_examples = {.name = "examples", .build = build};
