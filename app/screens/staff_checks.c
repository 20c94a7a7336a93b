/* How the kiosk is doing, as lines that a person can act on. Counts only. */
#include "screens/say.h"
#include "screens/staff.h"

typedef struct Rows {
    Ui *ui;
    const App *app;
    Check *out;
    int count;
} Rows;

static void add(Rows *rows, const char *about, const char *value, bool well) {
    if (rows->count < CHECKS_MOST) {
        rows->out[rows->count++] = (Check){say(rows->ui, rows->app, about), value, well};
    }
}

static const char *words(const Rows *rows, const char *id) {
    return say(rows->ui, rows->app, id);
}

const char *staff_date(Ui *ui, const App *app, Date date) {
    return ui_print(ui, "%d %s %d", date.day, say(ui, app, ui_print(ui, "month.%d", date.month)),
                    date.year);
}

static void add_drafts(Rows *rows) {
    const StaffStatus *status = &rows->app->staff.status;
    const char *count = say_number(rows->ui, status->drafts), *value = count;
    if (!status->counted) {
        value = words(rows, "staff.notworking");
    } else if (status->drafts > 0 && status->oldest_days >= 0) {
        value = say_with(rows->ui, rows->app, "staff.s1.oldest", "n", count, "m",
                         say_number(rows->ui, status->oldest_days), NULL);
    }
    add(rows, "staff.s1", value, status->counted);
}

static void add_space(Rows *rows) {
    const int64_t gb = 1000000000, mb = 1000000, little = 200 * mb;
    const StaffStatus *status = &rows->app->staff.status;
    int64_t space = status->free_bytes;
    bool well = space >= little && !status->full;
    const char *number = say_number(rows->ui, (int)(space >= gb ? space / gb : space / mb));
    const char *value = status->disk_bytes == 0 ? words(rows, "staff.notworking")
                                                : say_with(rows->ui, rows->app,
                                                           status->full  ? "staff.full"
                                                           : space >= gb ? "staff.s2v"
                                                           : well        ? "staff.s2v.mb"
                                                                         : "staff.s2v.little",
                                                           "n", number, NULL);
    add(rows, "staff.s2", value, well && status->disk_bytes > 0);
}

static void add_date(Rows *rows) {
    const App *app = rows->app;
    bool known = app->staff.status.day_known;
    const char *date = staff_date(rows->ui, app, app->clock.today);
    add(rows, "staff.date",
        known ? date : say_with(rows->ui, app, "staff.date.ask", "date", date, NULL), known);
}

static void add_store(Rows *rows) {
    const StoreHealth *health = &rows->app->site.health;
    if (health->started_empty) {
        add(rows, "staff.store", words(rows, "staff.store.empty"), false);
    } else if (health->from_backup) {
        add(rows, "staff.store", words(rows, "staff.store.backup"), false);
    } else if (health->quarantined) {
        add(rows, "staff.store", words(rows, "staff.store.aside"), false);
    } else {
        add(rows, "staff.store", words(rows, "staff.good"), true);
    }
}

static void add_settings(Rows *rows, bool all) {
    bool well = !rows->app->site.problems;
    if (!well || all) {
        add(rows, "staff.file", words(rows, well ? "staff.good" : "staff.file.left"), well);
    }
}

/* Whoever calls the service should read the same here as families do. */
static void add_place(Rows *rows) {
    const App *app = rows->app;
    for (PlaceField field = PLACE_SERVICE; field < PLACE_FIELDS; field++) {
        const char *value = place_text(&app->place, field);
        const char *shown = value[0] ? value : words(rows, "staff.none");
        add(rows, staff_place_ids[field],
            app->place.said[field]
                ? say_with(rows->ui, app, "staff.place.here", "value", shown, NULL)
                : shown,
            true);
    }
}

static void add_clock(Rows *rows) {
    static const char *const says[] = {[CLOCK_BY_STAFF] = "staff.clock.none",
                                       [CLOCK_RUNS] = "staff.clock.real",
                                       [CLOCK_MISSING] = "staff.clock.missing",
                                       [CLOCK_FLAT] = "staff.clock.flat"};
    ClockTest found = rows->app->staff.found.clock;
    add(rows, "staff.clock", words(rows, says[found]),
        found == CLOCK_BY_STAFF || found == CLOCK_RUNS);
}

static void add_sound(Rows *rows) {
    static const char *const says[] = {[SOUND_UNTRIED] = "staff.untried",
                                       [SOUND_NO_DEVICE] = "staff.sound.nodevice",
                                       [SOUND_ASKED] = "staff.sound.asked",
                                       [SOUND_HEARD] = "staff.sound.heard",
                                       [SOUND_NOT_HEARD] = "staff.sound.silent"};
    SoundTest found = rows->app->staff.found.sound;
    bool silent = found == SOUND_NO_DEVICE || found == SOUND_NOT_HEARD;
    const char *value = rows->app->site.sound ? says[found] : "staff.sound.off";
    add(rows, "staff.sound", words(rows, value), !rows->app->site.sound || !silent);
}

static void add_touch(Rows *rows) {
    const SelfTest *found = &rows->app->staff.found;
    int left = found->touch_left;
    const char *value = !found->touch_tried ? words(rows, "staff.untried")
                        : left == 0         ? words(rows, "staff.touch.done")
                                            : say_with(rows->ui, rows->app, "staff.touch.left", "n",
                                                       say_number(rows->ui, left), NULL);
    add(rows, "staff.touch.row", value, !found->touch_tried || left == 0);
}

/* Ten keys do not reach their size on a small panel that stands upright. */
static void add_panel(Rows *rows) {
    if (page_slim(rows->ui)) {
        add(rows, "staff.panel", words(rows, "staff.panel.narrow"), false);
    }
}

static void add_tests(Rows *rows) {
    const SelfTest *found = &rows->app->staff.found;
    int aside = rows->app->staff.status.aside;
    add(rows, "staff.disk", words(rows, found->disk ? "staff.s3v" : "staff.notworking"),
        found->disk);
    add(rows, "staff.drafts", words(rows, found->drafts ? "staff.good" : "staff.drafts.damaged"),
        found->drafts);
    add_clock(rows);
    add_panel(rows);
    add_touch(rows);
    add_sound(rows);
    if (aside > 0) {
        add(rows, "staff.aside", say_number(rows->ui, aside), false);
    }
}

static void add_content(Rows *rows) {
    const Library *library = rows->app->library;
    bool whole = rows->app->staff.found.content;
    const char *count = say_with(rows->ui, rows->app, "staff.content.v", "n",
                                 say_number(rows->ui, library->chapter_count), "m",
                                 say_number(rows->ui, library->example_count), NULL);
    add(rows, "staff.content", whole ? count : words(rows, "staff.content.damaged"), whole);
    const char *law = library->place->law_date;
    bool words_there = library->code_words.count == CODE_LIST;
    add(rows, "staff.words", words(rows, words_there ? "staff.good" : "staff.words.none"),
        words_there);
    add(rows, "staff.law", law[0] ? law : words(rows, "staff.none"), law[0] != '\0');
    if (rows->app->site.version) {
        add(rows, "staff.version", rows->app->site.version, true);
    }
}

int staff_checks(Ui *ui, const App *app, bool all, Check out[CHECKS_MOST]) {
    Rows rows = {ui, app, out, 0};
    const StaffStatus *status = &app->staff.status;
    const char *place = app->library->place->name;
    add_drafts(&rows);
    add_space(&rows);
    add(&rows, "staff.s3", words(&rows, status->sticks ? "staff.s3v" : "staff.notworking"),
        status->sticks);
    add_date(&rows);
    add(&rows, "staff.k4", place[0] ? place : words(&rows, "staff.none"), true);
    if (all || app->site.health.quarantined) {
        add_store(&rows);
    }
    add_settings(&rows, all);
    if (all) {
        add_tests(&rows);
        add(&rows, "staff.pin.row", words(&rows, status->pin ? "staff.pin.there" : "staff.none"),
            status->pin);
        add_content(&rows);
        add_place(&rows);
    }
    return rows.count;
}

void staff_check_row(Ui *ui, const Check *check) {
    const float icon = 5.6f, bar = 1.6f; /* what may scroll has a bar at its side */
    ui_row(ui, .gap = 3, .align = ALIGN_CENTRE, .pad = {0, 1, bar, 1});
    ui_icon(ui, check->well ? "tick" : "warn", icon, check->well ? ROLE_MET : ROLE_NOTYET);
    ui_words(ui, .text = check->about, .style = STYLE_SMALL, .role = NODE_TEXT);
    ui_words(ui, .text = check->value, .style = STYLE_SMALL, .bold = true, .role = NODE_TEXT,
             .ink = check->well ? ROLE_INK : ROLE_NOTYET, .align = ALIGN_END, .w = GROW);
    ui_close(ui);
    ui_column(ui, .h = FIXED(0.2f), .face = ROLE_LINE);
    ui_close(ui);
}
