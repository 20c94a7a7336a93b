/* My plan: the outcomes so far, ways on from here, and the parts of life they cover. */
#include "outcome/thread.h"
#include "screens/check_rows.h"
#include "screens/mirror.h"
#include "screens/say.h"

static void open_outcome(App *app, int index) {
    app->outcome = index;
    app->builder.visited = false;
    app->builder.shape = 0;
    app->builder.fixing = false;
    app_settle(app);
    if (outcome_empty(app_outcome(app))) {
        step_go(app, STEP_AREA);
    } else {
        app_go(app, &screen_outcome, 0);
    }
}

static void add_another(App *app, int ignored) {
    (void)ignored;
    int index = draft_add_outcome(&app->draft);
    if (index >= 0) {
        app->outcome = index;
        app->builder.visited = false;
        app->builder.shape = 0;
        app->builder.fixing = false;
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
    app_go(app, &screen_lookbacks, 0);
}

static void says(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_says, 0);
}

static void mirror(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_mirror, 0);
}

static void bead(Ui *ui, int index, int count) {
    const float size = 7.4f;
    bool done = index < count;
    ui_stack(ui, .id = ui_print(ui, "bead%d", index), .w = FIXED(size), .h = FIXED(size),
             .radius = size / 2, .face = done ? ROLE_THREAD : ROLE_BG,
             .stroke = done ? ROLE_THREAD : ROLE_STROKE, .stroke_w = 0.5f, .align = ALIGN_CENTRE);
    if (done) {
        ui_sign(ui, "tick_bold", 4.6f, ROLE_BG);
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
    ui_row(ui, .face = ROLE_HOPE_TINT, .radius = 3, .pad = PAD_XY(5, 1.4f), .gap = 6,
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

/* What stands under an outcome in the list: the same truth as its own page. */
typedef struct Note {
    const char *words, *icon;
    Role ink;
} Note;

static Note note_of(Ui *ui, const App *app, int index) {
    const Outcome *outcome = &app->draft.outcomes[index];
    Checkup checkup = checkup_of(ui, app, index);
    Standing standing = standing_of(outcome, checkup.checked);
    if (outcome->closed) {
        return (Note){say(ui, app, "p.closed"), "tick", ROLE_MET};
    }
    if (draft_distress(&app->draft, index, app->library->rules, checkup.checked)) {
        return (Note){say(ui, app, "p.talk"), "person", ROLE_HELP};
    }
    if (standing.open > 0) {
        const char *n = say_number(ui, standing.open);
        return (Note){standing.open == 1 ? say(ui, app, "p.look")
                                         : say_with(ui, app, "p.look.many", "n", n, NULL),
                      "notyet", ROLE_NOTYET};
    }
    if (!standing.ready) {
        const char *n = say_number(ui, standing.yours);
        return (Note){standing.yours == 1 ? say(ui, app, "p.yours")
                                          : say_with(ui, app, "p.yours.many", "n", n, NULL),
                      "decide", ROLE_DECIDE};
    }
    return (Note){say(ui, app, "p.ready"), "tick", ROLE_MET};
}

static void outcome_row(Ui *ui, const App *app, int index) {
    const Outcome *outcome = &app->draft.outcomes[index];
    const char *title = outcome->words[PART_WHAT][0] ? outcome->words[PART_WHAT]
                        : outcome->sentence[0]       ? outcome->sentence
                                                     : say(ui, app, "p.notstarted");
    Note note = note_of(ui, app, index);
    ui_row_button(ui, &(RowButton){.icon = area_icon(outcome->area),
                                   .tint = ROLE_SUNKEN,
                                   .ink = ROLE_INK,
                                   .title = say_capital(ui, title),
                                   .note = note.words,
                                   .note_icon = note.icon,
                                   .note_ink = note.ink,
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

/* The parts of life that are covered, at a glance; a touch tells more. */
static void areas(Ui *ui, const App *app, const Thread *thread) {
    const float pad = 1.2f, apart = 0.6f;
    const char *title = say(ui, app, "p.areas");
    if (page_large(ui)) { /* the glance would be higher than the page */
        ui_row_button(ui, &(RowButton){.icon = "plan",
                                       .tint = ROLE_SUNKEN,
                                       .ink = ROLE_INK,
                                       .title = title,
                                       .arrow = true,
                                       .tap = mirror});
        return;
    }
    ui_column(ui, .role = NODE_BUTTON, .label = title, .tap = mirror, .face = ROLE_BG,
              .stroke = ROLE_STROKE, .stroke_w = 0.34f, .edge = ROLE_EDGE, .edge_h = 0.8f,
              .radius = 2.2f, .pad = PAD_XY(3, pad), .gap = apart);
    ui_row(ui, .align = ALIGN_CENTRE, .gap = 3);
    ui_words(ui, .text = title, .style = STYLE_SMALL, .bold = true, .role = NODE_GROUP, .w = GROW);
    ui_sign(ui, "next", 5.4f, ROLE_INK);
    ui_close(ui);
    ui_grid(ui, .columns = 2, .gap = apart);
    for (int area = AREA_TALKING; area < AREA_COUNT; area++) {
        mirror_tile(ui, area_icon((Area)area), say_joined(ui, app, "p.area.", area_names[area]),
                    thread->areas[area] > 0, true);
    }
    ui_close(ui);
    ui_close(ui);
}

static void other_ways(Ui *ui, const App *app) {
    static const struct {
        const char *icon, *id;
        Tap *tap;
    } ways[] = {{"lock", "keep.title", keep_it},
                {"review", "r.title", look_back},
                {"question", "p.meeting", meeting},
                {"talk", "child.says.q", says}};
    ui_grid(ui, .columns = page_wide(ui) ? 2 : page_two(ui), .gap = 3);
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        ui_press(ui, .kind = BUTTON_SMALL, .icon = ways[i].icon, .left = true, .style = STYLE_SMALL,
                 .label = say(ui, app, ways[i].id), .tap = ways[i].tap);
    }
    ui_close(ui);
}

/* Something was taken out, split or joined: one touch brings it back. */
static void taken_back(Ui *ui, const App *app) {
    ui_row(ui, .gap = 4, .align = ALIGN_CENTRE);
    ui_words(ui, .text = say(ui, app, "p.changed"), .style = STYLE_BODY, .role = NODE_TEXT,
             .w = GROW);
    ui_press(ui, .kind = BUTTON_STRONG, .icon = "undo", .label = say(ui, app, "common.undo"),
             .tap = app_undo);
    ui_close(ui);
}

/* Come back with the words or a stick: how did it go? */
static void welcome(Ui *ui, const App *app) {
    ui_row(ui, .gap = 4, .align = ALIGN_CENTRE);
    ui_words(ui, .text = say(ui, app, "p.back"), .style = STYLE_BODY, .role = NODE_TEXT, .w = GROW);
    ui_press(ui, .kind = BUTTON_STRONG, .icon = "review", .label = say(ui, app, "r.title"),
             .tap = look_back);
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
    if (app->can_undo) {
        taken_back(ui, app);
    } else if (app_arg(app) != 0 && count > 0) {
        welcome(ui, app);
    }
    so_far(ui, app, thread);
    page_low(ui);
    if (page_wide(ui)) {
        ui_row(ui, .gap = 6);
        ui_column(ui, .w = {.kind = SIZE_GROW, .n = 6}, .gap = 3);
    }
    list(ui, app, count);
    if (page_wide(ui)) {
        ui_close(ui);
        ui_column(ui, .w = {.kind = SIZE_GROW, .n = 5}, .gap = 3);
    }
    other_ways(ui, app);
    areas(ui, app, thread);
    if (page_wide(ui)) {
        ui_close(ui);
        ui_close(ui);
    }
    page_end(ui, app, &page);
}

const Screen screen_outcomes = {.name = "plan", .own_words = true, .build = build};
