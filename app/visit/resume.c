/* Coming back after a crash: the key of a kept draft lies in run-time memory, so the visit opens by
 * itself. A power cut takes that memory; then the five words open the draft. */
#include "store/session.h"
#include "visit/app.h"

void app_guard(App *app) {
    if (app->site.runtime && app->kept) {
        /* Where there is no such memory a crash costs the words being given once more. */
        session_save(app->site.runtime, app->key);
        app->resumed = false;
    }
}

bool app_resume(App *app) {
    if (!app->site.runtime || session_take(app->site.runtime, app->key) != OK) {
        return false;
    }
    if (store_load(app->store, app->key, &app->draft) != OK) {
        session_drop(app->site.runtime);
        key_wipe(app->key);
        return false;
    }
    app_opened(app);
    app->saved_hash = app->seen_hash; /* it was saved in this very visit */
    app->save_due_ms = -1;
    app->resumed = app->begun = true;
    app->touched_ms = app->clock.now_ms;
    app_home(app, 0);
    app_go(app, app->plan_screen, 0);
    return true;
}
