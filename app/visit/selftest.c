/* The kiosk looks at itself when staff ask it to. Each look can tell of a fault: none repeats what
 * a file of settings says. */
#include "base/text.h"
#include "visit/staff.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Written down to the disk, and read back. */
static bool disk_works(App *app) {
    static const char name[] = "self_test";
    char asked[24], back[24] = "";
    snprintf(asked, sizeof asked, "%lld", (long long)app->clock.now_ms);
    return store_set_setting(app->store, name, asked) == OK &&
           store_setting(app->store, name, back, sizeof back) == OK && strcmp(asked, back) == 0 &&
           store_set_setting(app->store, name, "") == OK;
}

/* Every file of the content as it lies there now. The first thing that is amiss is told. */
static bool content_whole(const App *app, char *amiss, size_t size) {
    const Library *used = app->library;
    Library *again = NULL;
    Buf problems = {0};
    size_t root = strlen(used->folder) - strlen(used->language) - 1; /* folder/language */
    char *folder = strndup(used->folder, root);
    if (!folder) {
        abort();
    }
    bool whole = library_load(folder, used->language, &problems, &again) == OK;
    library_free(again);
    free(folder);
    text_set_n(amiss, size, buf_string(&problems), strcspn(buf_string(&problems), "\n"));
    buf_done(&problems);
    return whole;
}

/* A clock with a battery, which the operator says is there. One whose battery is flat begins again
 * long before this program was made. */
static ClockTest clock_found(const App *app) {
    const char *path = app->site.rtc ? app->site.rtc : "/sys/class/rtc/rtc0/since_epoch";
    const long long made = day_of((Date){2026, 1, 1, true}) * 24 * 60 * 60;
    char said[24] = "", *end = said;
    if (!app->site.real_clock) {
        return CLOCK_BY_STAFF;
    }
    FILE *file = fopen(path, "re");
    bool there = file && fgets(said, sizeof said, file);
    if (file) {
        fclose(file);
    }
    long long seconds = strtoll(said, &end, 10);
    return !there || end == said ? CLOCK_MISSING : seconds < made ? CLOCK_FLAT : CLOCK_RUNS;
}

void staff_test(App *app) {
    SelfTest *found = &app->staff.found;
    found->disk = disk_works(app);
    found->drafts = store_check(app->store) == OK;
    found->content = content_whole(app, found->amiss, sizeof found->amiss);
    found->clock = clock_found(app);
    staff_look(app);
}

void staff_test_sound(App *app) {
    if (app->site.sound && !app_busy(app)) {
        app_start(app, JOB_TONE);
    }
}

void staff_tone_played(App *app, Err err) {
    app->staff.found.sound = err == OK ? SOUND_ASKED : SOUND_NO_DEVICE;
}

void staff_heard(App *app, bool heard) {
    app->staff.found.sound = heard ? SOUND_HEARD : SOUND_NOT_HEARD;
}
