/* The staff's doings: PIN, counts, settings, date, deleting, wiping the screen with a cloth. */
#include "visit/staff.h"
#include "base/text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>

enum {
    SECOND_MS = 1000,
    CLEAN_S = 30,
    NUMBER_SIZE = 24,
    CHOOSE_S = 30 * 60 /* after a start: whoever sets it up is there, a family hardly */
};

static const char setting_pin[] = "pin", setting_fails[] = "pin_fails";
static const char *const setting_names[SETTING_COUNT] = {"keep_days", "idle_seconds"};

static int number_setting(App *app, const char *name, int fallback) {
    char text[NUMBER_SIZE] = "";
    char *end = NULL;
    if (store_setting(app->store, name, text, sizeof text) != OK || !text[0]) {
        return fallback;
    }
    errno = 0;
    long value = strtol(text, &end, 10);
    return *end || errno || value < 0 || value > INT32_MAX ? fallback : (int)value;
}

static Err set_number(App *app, const char *name, int value) {
    char text[NUMBER_SIZE];
    snprintf(text, sizeof text, "%d", value);
    return store_set_setting(app->store, name, text);
}

static void wait_from_now(App *app) {
    app->pin_tries.until_ms =
        app->clock.now_ms + (int64_t)SECOND_MS * store_try_delay(app->pin_tries.fails);
}

/* Seconds; a little more than none is one. */
static int seconds_until(const App *app, int64_t until_ms) {
    int64_t left = until_ms - app->clock.now_ms;
    return left > 0 ? (int)((left + SECOND_MS - 1) / SECOND_MS) : 0;
}

static bool allowed(StaffSetting setting, int value) {
    int choices[STAFF_CHOICES] = {0};
    int count = staff_choices(setting, choices);
    for (int i = 0; i < count; i++) {
        if (choices[i] == value) {
            return true;
        }
    }
    return false;
}

/* Pages with own words wait a little longer than others, as the design's 180 and 240 s. */
static void set_idle(App *app, int seconds) {
    enum { OWN_WORDS_PERCENT = 133 };
    app->site.idle_s = seconds;
    app->site.idle_words_s = seconds * OWN_WORDS_PERCENT / 100;
}

static void take_on(App *app, StaffSetting setting, int value) {
    switch (setting) {
    case SETTING_KEEP:
        app->site.keep_days = value;
        app->expired_day = 0;
        break;
    case SETTING_IDLE:
        set_idle(app, value);
        break;
    case SETTING_COUNT:
        break;
    }
}

void staff_load(App *app) {
    staff_load_place(app);
    for (int i = 0; i < SETTING_COUNT; i++) {
        int value = number_setting(app, setting_names[i], -1);
        if (allowed((StaffSetting)i, value)) {
            take_on(app, (StaffSetting)i, value);
        }
    }
    app->pin_tries.fails = number_setting(app, setting_fails, 0);
    if (app->pin_tries.fails > 0) {
        wait_from_now(app); /* a restart must not be a way round */
    }
}

/* The PIN. */

/* Where there is none, whoever holds the mark chooses it: only as long after a start as the one who
 * sets the kiosk up needs. Later it takes another start, which nobody gets by touching. */
void staff_pin_begin(App *app) {
    explicit_bzero(&app->staff, sizeof app->staff);
    staff_look(app);
    bool none = !app->staff.status.pin;
    app->staff.late =
        none && seconds_until(app, app->started_ms + (int64_t)SECOND_MS * CHOOSE_S) == 0;
    app->staff.choosing = none && !app->staff.late;
    app_waits(app);
}

void staff_pin_figure(App *app, char figure) {
    char text[2] = {figure, '\0'};
    app->staff.differs = app->staff.refused = false;
    text_add(app->staff.pin, sizeof app->staff.pin, text);
}

void staff_pin_back(App *app) {
    size_t len = strlen(app->staff.pin);
    if (len > 0) {
        app->staff.pin[len - 1] = '\0';
    }
}

/* True when it was typed twice. */
static bool chosen(App *app) {
    if (!app->staff.first[0]) {
        text_set(app->staff.first, sizeof app->staff.first, app->staff.pin);
        explicit_bzero(app->staff.pin, sizeof app->staff.pin);
        return false;
    }
    app->staff.differs = strcmp(app->staff.first, app->staff.pin) != 0;
    explicit_bzero(app->staff.first, sizeof app->staff.first);
    if (app->staff.differs) {
        explicit_bzero(app->staff.pin, sizeof app->staff.pin);
    }
    return !app->staff.differs;
}

void staff_pin_enter(App *app) {
    if (strlen(app->staff.pin) < PIN_FIGURES || app_busy(app) || app->staff.late) {
        return;
    }
    if (app->staff.choosing) {
        if (chosen(app)) {
            app_start(app, JOB_PIN_SET);
        }
    } else if (seconds_until(app, app->pin_tries.until_ms) == 0) {
        app_start(app, JOB_PIN_CHECK);
    } else {
        explicit_bzero(app->staff.pin, sizeof app->staff.pin);
        app_waits(app);
    }
}

void staff_fill_job(const App *app, Job *job) {
    text_set(job->pin, sizeof job->pin, app->staff.pin);
    if (job->kind == JOB_PIN_CHECK &&
        store_setting(app->store, setting_pin, job->pin_hash, sizeof job->pin_hash) != OK) {
        job->pin_hash[0] = '\0';
    }
}

void staff_pin_made(App *app, const Job *job) {
    explicit_bzero(app->staff.pin, sizeof app->staff.pin);
    app->staff.err =
        job->err == OK ? store_set_setting(app->store, setting_pin, job->pin_hash) : job->err;
    staff_look(app);
}

void staff_pin_checked(App *app, const Job *job) {
    explicit_bzero(app->staff.pin, sizeof app->staff.pin);
    app->staff.refused = job->err != OK;
    if (app->staff.refused) {
        app->pin_tries.fails += app->pin_tries.fails < INT32_MAX;
        wait_from_now(app);
    } else {
        app->pin_tries = (PinTries){0};
    }
    /* Where it cannot be written it still counts until the next start. */
    set_number(app, setting_fails, app->pin_tries.fails);
    app_waits(app);
    staff_look(app);
}

Err staff_forget_pin(Store *store) {
    Err err = store_set_setting(store, setting_pin, "");
    return err == OK ? store_set_setting(store, setting_fails, "") : err;
}

/* Counts. */

static void look_at_disk(App *app, StaffStatus *status) {
    struct statvfs disk;
    if (app->site.data && statvfs(app->site.data, &disk) == 0) {
        status->free_bytes = (int64_t)disk.f_bavail * (int64_t)disk.f_frsize;
        status->disk_bytes = (int64_t)disk.f_blocks * (int64_t)disk.f_frsize;
    }
}

void staff_look(App *app) {
    StoreState store = {0};
    StaffStatus status = {.oldest_days = -1};
    char pin[PIN_HASH_SIZE] = "";
    int64_t oldest = 0, today = store_today(app->store);
    status.counted = store_count(app->store, &status.drafts, &oldest) == OK;
    if (oldest > 0 && today >= oldest) {
        status.oldest_days = (int)(today - oldest);
    }
    if (today > 0) {
        store_due(app->store, today, app->site.keep_days, &status.expired);
    }
    look_at_disk(app, &status);
    status.full = store_state(app->store, &store) == OK && store.low;
    status.aside = store.aside;
    status.sticks = app->sticks != NULL;
    status.day_known = app->clock.today.trusted && today == day_of(app->clock.today);
    status.pin = store_setting(app->store, setting_pin, pin, sizeof pin) == OK && pin[0];
    explicit_bzero(pin, sizeof pin);
    app->staff.status = status;
}

/* Settings. */

int staff_choices(StaffSetting setting, int out[STAFF_CHOICES]) {
    static const int choices[SETTING_COUNT][STAFF_CHOICES] = {
        [SETTING_KEEP] = {7, 14, 28, 60, 90},
        [SETTING_IDLE] = {60, 120, 180, 300, 600},
    };
    memcpy(out, choices[setting], sizeof choices[setting]);
    return STAFF_CHOICES;
}

int staff_setting(const App *app, StaffSetting setting) {
    switch (setting) {
    case SETTING_KEEP:
        return app->site.keep_days;
    case SETTING_IDLE:
        return app->site.idle_s;
    case SETTING_COUNT:
        break;
    }
    return 0;
}

void staff_set(App *app, StaffSetting setting, int value) {
    if (setting < SETTING_COUNT && allowed(setting, value)) {
        take_on(app, setting, value);
        app->staff.err = set_number(app, setting_names[setting], value);
        staff_look(app);
    }
}

/* The date. */

Err staff_confirm_date(App *app, Date date, bool sure) {
    int64_t day = day_of(date);
    Err err = sure ? store_confirm_jump(app->store, day) : store_confirm_day(app->store, day);
    if (err == OK) {
        app->moved_days += (int)(day - day_of(app->clock.today));
        app->clock.today = date;
        app->clock.today.trusted = true;
        app_days_pass(app);
    }
    app->staff.err = err;
    staff_look(app);
    return err;
}

int staff_due(App *app, Date date) {
    int drafts = 0;
    return store_due(app->store, day_of(date), app->site.keep_days, &drafts) == OK ? drafts : 0;
}

/* Deleting. */

/* The draft that is open may have gone with the others: then it is kept no longer. */
static void check_open(App *app) {
    Draft *there = malloc(sizeof *there);
    if (!there) {
        abort();
    }
    bool gone = app->kept && store_load(app->store, app->key, there) == ERR_NOT_FOUND;
    if (gone) {
        app_unkeep(app);
    }
    draft_wipe(there);
    free(there);
}

Err staff_delete_expired(App *app, int *gone) {
    app->staff.err = store_expire(app->store, app->site.keep_days, gone);
    check_open(app);
    staff_look(app);
    return app->staff.err;
}

Err staff_delete_all(App *app) {
    app->staff.err = store_delete_all(app->store);
    check_open(app);
    staff_look(app);
    return app->staff.err;
}

/* Wiping the screen. */

void staff_clean(App *app) {
    app->staff.clean_until_ms = app->clock.now_ms + (int64_t)SECOND_MS * CLEAN_S;
}

int staff_clean_left(const App *app) {
    return seconds_until(app, app->staff.clean_until_ms);
}

void staff_leave(App *app, Leave leave) {
    app_forget(app);
    app->leave = leave;
    app->quit = true;
}

/* Waits that are shown. */

void app_waits(App *app) {
    app->staff.wait_s = seconds_until(app, app->pin_tries.until_ms);
    if (app->words.wait_s > 0) {
        app->words.wait_s = store_try_wait(app->store, app->clock.now_ms);
    }
    if (app->staff.clean_until_ms > 0 && app->clock.now_ms >= app->staff.clean_until_ms) {
        app->staff.clean_until_ms = 0;
        app->touched_ms = app->clock.now_ms;
        app_back(app, 0);
    }
}

int64_t app_waits_next(const App *app) {
    bool pin = app->staff.wait_s > 0 && app_screen(app)->waits;
    bool words = app->words.wait_s > 0 && app_screen(app)->waits;
    if (!pin && !words && app->staff.clean_until_ms == 0) {
        return -1;
    }
    return (app->clock.now_ms / SECOND_MS + 1) * SECOND_MS;
}
