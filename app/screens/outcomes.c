/* My plan: the outcomes so far, and the parts of life they cover, as a mirror. */
#include "outcome/thread.h"
#include "screens/say.h"
#include "screens/screens.h"

static void open_outcome(App *app, int index) {
    app->outcome = index;
    app_settle(app);
    step_go(app, outcome_empty(app_outcome(app)) ? STEP_AREA : STEP_CHECK);
}

static void add_another(App *app, int ignored) {
    (void)ignored;
    int index = draft_add_outcome(&app->draft);
    if (index >= 0) {
        app->outcome = index;
        app->builder.visited = false;
        step_go(app, STEP_AREA);
    }
}

static void see_thread(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_thread, 0);
}

static void take_home(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_take, 0);
}

static void keep_it(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_keep, 0);
}

static void meeting(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_meeting, 0);
}

static void look_back(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_lookback, 0);
}

static void bead(Ui *ui, int index, int count) {
    const float size = 7.4f;
    bool done = index < count;
    ui_stack(ui, .id = ui_print(ui, "bead%d", index), .w = FIXED(size), .h = FIXED(size),
             .radius = size / 2, .face = done ? ROLE_THREAD : ROLE_BG,
             .stroke = done ? ROLE_THREAD : ROLE_STROKE, .stroke_w = 0.5f, .align = ALIGN_CENTRE);
    if (done) {
        ui_icon(ui, "tick", 4.6f, ROLE_BG);
    }
    ui_close(ui);
}

static void so_far(Ui *ui, const App *app, const Thread *thread) {
    int count = thread->outcomes;
    const char *n = say_number(ui, count);
    const char *lead =
        count == 1 ? say(ui, app, "p.count.one") : say_with(ui, app, "p.count", "n", n, NULL);
    const char *about =
        thread->many ? say_with(ui, app, "plan.many", "n", n, NULL) : say(ui, app, "p.about");
    Run runs[] = {{.text = ui_print(ui, "%s. ", lead), .bold = true}, {.text = about}};
    ui_row(ui, .face = ROLE_HOPE_TINT, .radius = 3, .pad = PAD_XY(5, 3), .gap = 6,
           .align = ALIGN_CENTRE);
    if (page_wide(ui)) {
        ui_row(ui, .gap = 5.3f, .align = ALIGN_CENTRE);
        for (int i = 0; i + 1 < count && i + 1 < THREAD_ENOUGH; i++) {
            ui_thread(ui, ui_print(ui, "bead%d", i), ui_print(ui, "bead%d", i + 1), false);
        }
        for (int i = 0; i < THREAD_ENOUGH; i++) {
            bead(ui, i, count);
        }
        ui_close(ui);
    }
    ui_words(ui, .runs = runs, .run_count = 2, .style = STYLE_BODY, .role = NODE_TEXT, .w = GROW);
    ui_close(ui);
}

static void outcome_row(Ui *ui, const App *app, int index) {
    const Outcome *outcome = &app->draft.outcomes[index];
    const char *title =
        outcome->words[PART_WHAT][0] ? outcome->words[PART_WHAT] : say(ui, app, "p.notstarted");
    bool ready = outcome->words[PART_WHAT][0] && outcome->words[PART_WHEN][0] &&
                 outcome->words[PART_KNOW][0];
    ui_row_button(ui, &(RowButton){.icon = area_icon(outcome->area),
                                   .tint = ROLE_SUNKEN,
                                   .ink = ROLE_INK,
                                   .title = say_capital(ui, title),
                                   .note = say(ui, app,
                                               outcome->closed ? "p.closed"
                                               : ready         ? "p.ready"
                                                               : "p.look"),
                                   .note_icon = ready ? "tick" : "notyet",
                                   .note_ink = ready ? ROLE_MET : ROLE_NOTYET,
                                   .arrow = true,
                                   .tap = open_outcome,
                                   .arg = index});
}

static void list(Ui *ui, const App *app, int count) {
    for (int i = 0; i < app->draft.outcome_count; i++) {
        if (count > 0 && outcome_empty(&app->draft.outcomes[i])) {
            continue;
        }
        outcome_row(ui, app, i);
    }
    if (app->draft.outcome_count < DRAFT_OUTCOMES) {
        ui_press(ui, .kind = BUTTON_STRONG, .icon = "plus", .label = say(ui, app, "p.add"),
                 .tap = add_another);
    } else {
        ui_words(ui, .text = say_with(ui, app, "p.full", "n", say_number(ui, DRAFT_OUTCOMES), NULL),
                 .style = STYLE_SMALL, .role = NODE_TEXT);
    }
}

static void areas(Ui *ui, const App *app, const Thread *thread) {
    ui_words(ui, .text = say(ui, app, "p.areas"), .style = STYLE_BODY, .bold = true,
             .role = NODE_HEADING);
    ui_words(ui, .text = say(ui, app, "p.areas.note"), .style = STYLE_SMALL, .ink = ROLE_MUTED,
             .role = NODE_TEXT);
    ui_flow(ui, .gap = 2.2f);
    for (int area = AREA_TALKING; area < AREA_COUNT; area++) {
        bool yes = thread->areas[area] > 0;
        ui_row(ui, .face = yes ? ROLE_SURFACE : ROLE_SUNKEN, .stroke = yes ? ROLE_MET : ROLE_LINE,
               .stroke_w = yes ? 0.34f : 0.2f, .radius = 2.2f, .pad = PAD_XY(2.4f, 1), .gap = 2,
               .align = ALIGN_CENTRE, .h = {.kind = SIZE_FIT, .least = 9.4f});
        ui_icon(ui, yes ? "tick" : area_icon((Area)area), 5.4f, yes ? ROLE_MET : ROLE_INK);
        ui_words(ui, .text = say_joined(ui, app, "area.", area_names[area]), .style = STYLE_SMALL,
                 .role = NODE_TEXT);
        ui_close(ui);
    }
    ui_close(ui);
}

static void other_ways(Ui *ui, const App *app) {
    ui_flow(ui, .gap = 3);
    ui_press(ui, .kind = BUTTON_SMALL, .icon = "lock", .style = STYLE_SMALL,
             .label = say(ui, app, "keep.title"), .tap = keep_it);
    ui_press(ui, .kind = BUTTON_SMALL, .icon = "review", .style = STYLE_SMALL,
             .label = say(ui, app, "r.title"), .tap = look_back);
    ui_press(ui, .kind = BUTTON_SMALL, .icon = "question", .style = STYLE_SMALL,
             .label = say(ui, app, "p.meeting"), .tap = meeting);
    ui_close(ui);
}

static void build(Ui *ui, const App *app) {
    Thread *thread = arena_take(&ui->arena, sizeof *thread);
    thread_of(&app->draft, thread);
    int count = thread->outcomes;
    Page page = {.title = say(ui, app, "p.title"),
                 .next = say(ui, app, "t.take"),
                 .next_tap = take_home,
                 .second = say(ui, app, "p.see"),
                 .second_icon = "thread",
                 .second_tap = see_thread,
                 .gap = 3.4f};
    page_begin(ui, app, &page);
    so_far(ui, app, thread);
    if (page_wide(ui)) {
        ui_row(ui, .gap = 6);
        ui_column(ui, .w = {.kind = SIZE_GROW, .n = 6}, .gap = 3);
        list(ui, app, count);
        other_ways(ui, app);
        ui_close(ui);
        ui_column(ui, .w = {.kind = SIZE_GROW, .n = 5}, .gap = 2);
        areas(ui, app, thread);
        ui_close(ui);
        ui_close(ui);
    } else {
        list(ui, app, count);
        other_ways(ui, app);
        areas(ui, app, thread);
    }
    page_end(ui, app, &page);
}

const Screen screen_outcomes = {.name = "plan", .own_words = true, .build = build};
