/* Staff's second looks: choices of a setting, the date, 'are you sure', each with a safe way back.
 */
#include "screens/say.h"
#include "screens/staff.h"
#include "visit/staff.h"

static void set(App *app, int choice) {
    int choices[STAFF_CHOICES];
    StaffSetting setting = (StaffSetting)app_arg(app);
    if (choice < staff_choices(setting, choices)) {
        staff_set(app, setting, choices[choice]);
        app->staff.done = app->staff.err == OK;
        app_back(app, 0);
    }
}

static const char *choice_words(Ui *ui, const App *app, StaffSetting setting, int value) {
    static const char *const ids[] = {
        [SETTING_KEEP] = "staff.k1v", [SETTING_IDLE] = "staff.k2.seconds"};
    return say_with(ui, app, ids[setting], "n", say_number(ui, value), NULL);
}

static void build_choose(Ui *ui, const App *app) {
    static const char *const heads[] = {"staff.k1", "staff.k2"};
    StaffSetting setting = (StaffSetting)app_arg(app);
    int choices[STAFF_CHOICES], count = staff_choices(setting, choices);
    Page page = {.title = say(ui, app, "staff.settings"),
                 .bare = true,
                 .no_back = true,
                 .next = say(ui, app, "common.cancel"),
                 .next_icon = "back",
                 .next_plain = true,
                 .next_tap = app_back,
                 .gap = 5};
    page_begin(ui, app, &page);
    page_heading(ui, say(ui, app, heads[setting]));
    ui_flow(ui, .gap = 4, .row_gap = 4);
    for (int i = 0; i < count; i++) {
        ui_press(ui, .kind = BUTTON_PLAIN, .choice = true, .tap = set, .arg = i,
                 .selected = staff_setting(app, setting) == choices[i],
                 .label = choice_words(ui, app, setting, choices[i]));
    }
    ui_close(ui);
    page_end(ui, app, &page);
}

const Screen screen_staff_choose = {.name = "staff_choose", .build = build_choose};

/* The date. */

enum { MOVE_DAY = 1, MOVE_MONTH, MOVE_YEAR };

static void move(App *app, int step) {
    int by = step < 0 ? -1 : 1, unit = step < 0 ? -step : step;
    app->staff.date = date_moved(app->staff.date, unit == MOVE_DAY ? by : 0,
                                 unit == MOVE_MONTH ? by : 0, unit == MOVE_YEAR ? by : 0);
    app->staff.err = OK;
}

static void confirm(App *app, int ignored) {
    (void)ignored;
    Err err = staff_confirm_date(app, app->staff.date, false);
    if (err == ERR_WAIT) {
        app->staff.err = OK;
        app->staff.due = staff_due(app, app->staff.date);
        app_swap(app, &screen_staff_ask, ASK_JUMP);
    } else if (err == OK) {
        app->staff.done = true;
        app_back(app, 0);
    }
}

static void stepper(Ui *ui, const App *app, const char *name, const char *value, int step) {
    const float value_w = page_large(ui) ? 74 : 44;
    bool slim = page_slim(ui);
    ui_row(ui, .gap = slim ? 1.5f : 4, .align = ALIGN_CENTRE);
    ui_press(ui, .kind = BUTTON_SMALL, .icon = "minus", .icon_only = true, .tap = move,
             .arg = -step, .label = say_with(ui, app, "staff.less", "what", name, NULL));
    ui_column(ui, .w = {.kind = SIZE_GROW, .n = 1, .most = value_w});
    ui_words(ui, .text = value, .style = slim ? STYLE_SMALL : STYLE_LEAD, .bold = true,
             .align = ALIGN_CENTRE, .role = NODE_TEXT);
    ui_close(ui);
    ui_press(ui, .kind = BUTTON_SMALL, .icon = "plus", .icon_only = true, .tap = move, .arg = step,
             .label = say_with(ui, app, "staff.more", "what", name, NULL));
    ui_close(ui);
}

static void build_date(Ui *ui, const App *app) {
    Date date = app->staff.date;
    const char *month = say(ui, app, ui_print(ui, "month.%d", date.month));
    Page page = {.title = say(ui, app, "staff.settings"),
                 .bare = page_wide(ui),
                 .no_back = page_wide(ui),
                 .next = say(ui, app, "staff.date.yes"),
                 .next_icon = "tick",
                 .next_tap = confirm,
                 .gap = 3.6f};
    page_begin(ui, app, &page);
    page_heading(ui, say(ui, app, "staff.date.q"));
    stepper(ui, app, say(ui, app, "staff.date.day"), say_number(ui, date.day), MOVE_DAY);
    stepper(ui, app, say(ui, app, "staff.date.month"), month, MOVE_MONTH);
    stepper(ui, app, say(ui, app, "staff.date.year"), say_number(ui, date.year), MOVE_YEAR);
    if (app->staff.err != OK) {
        ui_banner(
            ui, "warn", ROLE_NOTYET_TINT, ROLE_NOTYET, NULL,
            say(ui, app, app->staff.err == ERR_TOO_BIG ? "staff.date.far" : "staff.notworking"));
    }
    ui_words(ui, .text = say(ui, app, "staff.date.note"), .style = STYLE_SMALL, .ink = ROLE_MUTED,
             .role = NODE_TEXT);
    if (page_wide(ui)) {
        ui_row(ui, .gap = 3);
        ui_press(ui, .kind = BUTTON_SMALL, .icon = "back", .label = say(ui, app, "common.back"),
                 .tap = app_back);
        ui_space(ui);
        ui_close(ui);
    }
    page_end(ui, app, &page);
}

static void date_samples(App *app) {
    staff_look(app);
    app->staff.date = app->clock.today;
}

const Screen screen_staff_date = {
    .name = "staff_date", .build = build_date, .samples = date_samples};

/* Are you sure? */

static void yes(App *app, int question) {
    int gone = 0;
    switch ((StaffQuestion)question) {
    case ASK_DELETE_ALL:
        staff_delete_all(app);
        break;
    case ASK_DELETE_EXPIRED:
        staff_delete_expired(app, &gone);
        break;
    case ASK_JUMP:
        staff_confirm_date(app, app->staff.date, true);
        break;
    case ASK_RESTART:
        staff_leave(app, LEAVE_RESTART);
        return;
    case ASK_TURN_OFF:
        staff_leave(app, LEAVE_TURN_OFF);
        return;
    }
    app->staff.done = app->staff.err == OK;
    app_back(app, 0);
}

typedef struct Asked {
    const char *head, *body, *yes, *no, *icon;
    bool machine; /* only where the machine is ours */
} Asked;

static const Asked questions[] = {
    [ASK_DELETE_ALL] = {"wipe.q", "wipe.body", "wipe.yes", "wipe.no", "bin", false},
    [ASK_DELETE_EXPIRED] = {"wipe.old.q", "wipe.old.body", "wipe.old.yes", "wipe.no", "bin", false},
    [ASK_JUMP] = {"staff.jump.q", "staff.jump.body", "staff.date.yes", "common.cancel", "tick",
                  false},
    [ASK_RESTART] = {"staff.restart.q", "staff.leave.body", "staff.restart", "common.cancel",
                     "undo", true},
    [ASK_TURN_OFF] = {"staff.off.q", "staff.leave.body", "staff.off", "common.cancel", "finish",
                      true},
};

static int how_many(const App *app, int question) {
    const StaffStatus *status = &app->staff.status;
    return question == ASK_DELETE_ALL ? status->drafts
           : question == ASK_JUMP     ? app->staff.due
                                      : status->expired;
}

static void build_ask(Ui *ui, const App *app) {
    int arg = app_arg(app);
    const Asked *question = &questions[arg];
    bool here = app->site.powered || !question->machine;
    const char *n = say_number(ui, how_many(app, arg));
    const char *date =
        staff_date(ui, app, app->staff.date.year > 0 ? app->staff.date : app->clock.today);
    Page page = {.title = say(ui, app, "staff.settings"), .bare = true, .no_back = true, .gap = 5};
    page_begin(ui, app, &page);
    page_heading(ui, say_with(ui, app, question->head, "n", n, "date", date, NULL));
    ui_words(ui, .text = say_with(ui, app, here ? question->body : "staff.nothere", "n", n, NULL),
             .style = STYLE_LEAD, .role = NODE_TEXT);
    ui_column(ui, .gap = 4, .w = {.most = 120});
    ui_press(ui, .kind = BUTTON_MAIN, .icon = "back", .label = say(ui, app, question->no),
             .tap = app_back, .left = true);
    if (here) {
        ui_press(ui, .kind = BUTTON_PLAIN, .icon = question->icon,
                 .label = say(ui, app, question->yes), .tap = yes, .arg = arg, .left = true);
    }
    ui_close(ui);
    page_end(ui, app, &page);
}

const Screen screen_staff_ask = {.name = "staff_ask", .build = build_ask, .samples = date_samples};
