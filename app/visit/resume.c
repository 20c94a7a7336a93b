/* Coming back after a crash. The key of the visit lies in run-time memory, and with it, sealed, a
 * draft that was not kept: the visit opens by itself. A power cut takes that memory; then the five
 * words open a kept draft.
 *
 * It comes back only to the one who sat there: what idling would have covered comes back covered,
 * and what idling would have cleared is cleared. Where there is no such memory a crash costs the
 * words being given once more. */
#include "store/session.h"
#include "visit/app.h"

enum { SECOND_MS = 1000, NOTE_EVERY_MS = 5000 };

static void write_down(App *app) {
    bool covered = app->cover_ms >= 0;
    Session session = {.touched_ms = covered ? app->cover_ms : app->touched_ms,
                       .kept = app->kept,
                       .covered = covered,
                       .takes = app->takes,
                       .key = *app->key};
    app->guarded = session_save(app->site.runtime, &session) == OK;
    app->guarded_ms = app->clock.now_ms;
    key_wipe(&session.key);
}

void app_guard(App *app) {
    if (app->site.runtime && app->kept) {
        app->takes = 0;
        write_down(app); /* over the key of what was held before: that opens no more */
    }
}

void app_hold(App *app) {
    if (!app->site.runtime || app->kept) {
        return;
    }
    if (!app_has_words(app)) {
        app_unguard(app);
        return;
    }
    if (!app->guarded) {
        key_make(app->key);
    }
    app->takes = 0;
    if (session_hold(app->site.runtime, app->key, &app->draft) == OK) {
        write_down(app);
    } else {
        app_unguard(app);
    }
}

void app_note(App *app) {
    bool due = app->cover_ms >= 0 || app->clock.now_ms >= app->guarded_ms + NOTE_EVERY_MS;
    if (app->guarded && due) {
        write_down(app);
    }
}

void app_unguard(App *app) {
    app->guarded = false;
    if (app->site.runtime) {
        session_drop(app->site.runtime);
    }
}

static bool still_there(const App *app, const Session *session) {
    int64_t gone = app->clock.now_ms - session->touched_ms;
    int most_s = app->site.countdown_s + (session->covered ? 0 : app->site.idle_words_s);
    return gone >= 0 && gone < (int64_t)SECOND_MS * most_s;
}

static bool open_left(App *app, const Session *session) {
    *app->key = session->key;
    Err err = session->kept ? store_load(app->store, app->key, &app->draft)
                            : session_held(app->site.runtime, app->key, &app->draft);
    return err == OK;
}

static void go_on(App *app, const Session *session) {
    app->kept = session->kept;
    app->takes = session->takes;
    app->guarded = app->begun = true;
    app->outcome = 0;
    app_settle(app);
    app->saved_hash = app->seen_hash; /* it was saved in this very visit */
    app->save_due_ms = -1;
    app->touched_ms = app->guarded_ms = session->touched_ms;
    app_home(app, 0);
    app_go(app, app->plan_screen, 0);
    if (session->covered) {
        app->cover_ms = session->touched_ms;
        app->hidden = true;
    }
}

bool app_may_resume(const App *app) {
    return app->site.runtime && session_left(app->site.runtime);
}

bool app_resume(App *app) {
    Session session;
    if (!app->site.runtime || session_take(app->site.runtime, &session) != OK) {
        return false;
    }
    bool back = still_there(app, &session) && open_left(app, &session);
    if (back) {
        go_on(app, &session);
    } else {
        app_unguard(app);
        key_wipe(app->key);
    }
    key_wipe(&session.key);
    return back;
}
