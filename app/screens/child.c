/* The first, short questions: what to call the child, which word fits, year group, plan, part of
 * life. Each says why it is asked; each can be left out. */
#include "base/text.h"
#include "screens/answer.h"
#include "screens/say.h"
#include "screens/screens.h"
#include "screens/trail.h"

static void begin(Ui *ui, const App *app, Page *page, const char *ask, const char *why,
                  bool answered) {
    *page = (Page){.title = say(ui, app, "child.title"),
                   .next = say(ui, app, answered ? "common.next" : "common.skip"),
                   .next_tap = step_next,
                   .next_arg = app_arg(app),
                   .band = "steps",
                   .gap = 3.4f};
    page_begin(ui, app, page);
    page_heading_hint(ui, say(ui, app, ask), say(ui, app, why));
}

static void type_name(App *app, int ignored) {
    (void)ignored;
    type_field(app, FIELD_NAME);
}

static void no_name(App *app, int step) {
    text_set(app->draft.name, sizeof app->draft.name, "");
    step_next(app, step);
}

static void build_child(Ui *ui, const App *app) {
    Page page;
    begin(ui, app, &page, "child.q", "child.hint", app->draft.name[0]);
    if (app->draft.name[0]) {
        ui_chip(ui, app->draft.name, true, type_name, 0);
    }
    ui_grid(ui, .columns = page_two(ui), .gap = 4);
    ui_press(ui, .kind = BUTTON_STRONG, .icon = "keyboard", .label = say(ui, app, "child.name.own"),
             .tap = type_name, .h = AT_LEAST(18));
    ui_press(ui, .kind = BUTTON_SMALL, .icon = "person", .label = say(ui, app, "child.noname"),
             .tap = no_name, .arg = app_arg(app), .h = AT_LEAST(18));
    ui_close(ui);
    ui_banner(ui, "lock", ROLE_MET_TINT, ROLE_MET, NULL, say(ui, app, "child.private"));
    page_end(ui, app, &page);
}

static void set_pronoun(App *app, int pronoun) {
    answer_set_pronoun(app, (Pronoun)pronoun);
    step_next(app, app_arg(app));
}

static void build_pronoun(Ui *ui, const App *app) {
    static const char *const ids[PRONOUN_COUNT] = {
        [PRONOUN_SHE] = "child.she", [PRONOUN_HE] = "child.he", [PRONOUN_THEY] = "child.theyw"};
    static const Pronoun order[] = {PRONOUN_SHE, PRONOUN_HE, PRONOUN_THEY};
    Page page;
    begin(ui, app, &page, "child.they", "child.they.why", true);
    ui_grid(ui, .columns = page_two(ui) == 1 ? 1 : 3, .gap = 4);
    for (int i = 0; i < PRONOUN_COUNT; i++) {
        ui_press(ui, .kind = BUTTON_SMALL, .choice = true, .style = STYLE_HEADING2,
                 .label = say(ui, app, ids[order[i]]), .selected = app->draft.pronoun == order[i],
                 .tap = set_pronoun, .arg = (int)order[i], .h = AT_LEAST(22));
    }
    ui_close(ui);
    page_end(ui, app, &page);
}

static void set_year(App *app, int year) {
    app->draft.year_group = (int8_t)year;
    step_next(app, app_arg(app));
}

static const char *year_label(Ui *ui, const App *app, int year) {
    switch (year) {
    case YEAR_NOT_SAID:
        return say(ui, app, "year.notsaid");
    case YEAR_NURSERY:
        return say(ui, app, "year.nursery");
    case YEAR_RECEPTION:
        return say(ui, app, "year.reception");
    case YEAR_COLLEGE:
        return say(ui, app, "year.college");
    default:
        return say_with(ui, app, "year.n", "n", say_number(ui, year), NULL);
    }
}

static void build_year(Ui *ui, const App *app) {
    bool summer = year_asks_september(app->clock.today);
    Page page;
    begin(ui, app, &page, "year.q", summer ? "year.holiday" : "year.why",
          app->draft.year_group != YEAR_NOT_SAID);
    int columns = page_wide(ui) ? 5 : page_compact(ui) && page_two(ui) == 1 ? 2 : 3;
    ui_grid(ui, .columns = columns, .gap = 3);
    for (int year = YEAR_NURSERY; year <= YEAR_COLLEGE; year++) {
        ui_press(ui, .kind = BUTTON_SMALL, .choice = true, .style = STYLE_SMALL,
                 .label = year_label(ui, app, year), .selected = app->draft.year_group == year,
                 .tap = set_year, .arg = year, .h = AT_LEAST(page_choice_h(ui)));
    }
    ui_close(ui);
    page_end(ui, app, &page);
}

static void set_plan(App *app, int plan) {
    app->draft.plan = (Plan)plan;
    step_next(app, app_arg(app));
}

static void build_plan(Ui *ui, const App *app) {
    static const struct {
        Plan plan;
        const char *title, *note, *icon;
    } rows[] = {{PLAN_EHC, "plan.ehc", "plan.ehc.sub", "plan"},
                {PLAN_SEN_SUPPORT, "plan.sen", "plan.sen.sub", "learn"},
                {PLAN_NOT_SURE, "plan.notsure", "plan.notsure.sub", "question"}};
    Page page;
    begin(ui, app, &page, "plan.q", "plan.why", true);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        bool chosen = app->draft.plan == rows[i].plan;
        ui_row_button(ui, &(RowButton){.icon = chosen ? "tick_bold" : rows[i].icon,
                                       .tint = chosen ? ROLE_SEL_FILL : ROLE_SUNKEN,
                                       .ink = chosen ? ROLE_SEL_INK : ROLE_INK,
                                       .title = say(ui, app, rows[i].title),
                                       .note = say(ui, app, rows[i].note),
                                       .tap = set_plan,
                                       .arg = (int)rows[i].plan});
    }
    page_end(ui, app, &page);
}

static void set_area(App *app, int area) {
    app_outcome(app)->area = (Area)area;
    step_next(app, app_arg(app));
}

const char *area_icon(Area area) {
    static const char *const icons[AREA_COUNT] = {
        [AREA_NONE] = "open",       [AREA_TALKING] = "talk", [AREA_FRIENDS] = "friends",
        [AREA_LEARNING] = "learn",  [AREA_DOING] = "care",   [AREA_HEALTH] = "health",
        [AREA_FEELINGS] = "decide", [AREA_OUT] = "globe",    [AREA_WORK] = "build"};
    return icons[area];
}

static void build_area(Ui *ui, const App *app) {
    Page page;
    begin(ui, app, &page, "b.area.q", "b.area.hint", app_outcome_const(app)->area != AREA_NONE);
    ui_grid(ui, .columns = page_two(ui), .gap = 3);
    for (int area = AREA_TALKING; area < AREA_COUNT; area++) {
        bool chosen = (int)app_outcome_const(app)->area == area;
        ui_press(ui, .kind = BUTTON_SMALL, .choice = true, .left = true,
                 .icon = area_icon((Area)area), .selected = chosen,
                 .label = say_joined(ui, app, "area.", area_names[area]), .tap = set_area,
                 .arg = area, .h = AT_LEAST(page_choice_h(ui)));
    }
    ui_close(ui);
    page_end(ui, app, &page);
}

static void type_says(App *app, int ignored) {
    (void)ignored;
    type_field(app, FIELD_SAYS);
}

static void who_speaks(App *app, int ignored) {
    (void)ignored;
    app->builder.spoken = true;
    app_go(app, &screen_voice, 0);
}

/* Back to the page that asked; words of harm are met first. */
static void said(App *app, int ignored) {
    app_back(app, ignored);
    step_calm(app, app_screen(app) == &screen_question ? STEP_HARD : STEP_END);
}

static void build_says(Ui *ui, const App *app) {
    Page page = {.title = say(ui, app, "child.title"),
                 .next = say(ui, app, "common.done"),
                 .next_icon = "tick",
                 .next_tap = said,
                 .band = "steps",
                 .gap = 4};
    page_begin(ui, app, &page);
    page_heading(ui, say(ui, app, "child.says.q"));
    ui_words(ui, .text = say(ui, app, "child.says.hint"), .style = STYLE_BODY, .role = NODE_TEXT);
    if (app->draft.says[0]) {
        page_sentence(ui, ui_print(ui, "‘%s’", app->draft.says), STYLE_LEAD, true);
    }
    ui_press(ui, .kind = BUTTON_STRONG, .icon = "keyboard",
             .label = say(ui, app, app->draft.says[0] ? "child.says.change" : "child.says.type"),
             .tap = type_says);
    ui_press(ui, .kind = BUTTON_SMALL, .icon = "person", .label = say(ui, app, "b.voice.q"),
             .tap = who_speaks);
    ui_words(ui, .text = say(ui, app, "child.says.why"), .style = STYLE_SMALL, .ink = ROLE_MUTED,
             .role = NODE_TEXT);
    page_end(ui, app, &page);
}

const Screen screen_child = {.name = "child", .own_words = true, .build = build_child};
const Screen screen_pronoun = {.name = "pronoun", .own_words = true, .build = build_pronoun};
const Screen screen_year = {.name = "year", .own_words = true, .build = build_year};
const Screen screen_plan_type = {.name = "plan-type", .own_words = true, .build = build_plan};
const Screen screen_area = {.name = "area", .own_words = true, .build = build_area};
const Screen screen_says = {.name = "says", .own_words = true, .build = build_says};
