/* Reading aloud: which thing of the page is being said, and when that ends. What a page says is
 * known from its frame (ui/reading.h); what the voice was given is forgotten when it stops. */
#include "ui/hash.h"
#include "ui/pointer.h"
#include "ui/reading.h"
#include "visit/app.h"

#include <string.h>

static const char button_id[] = "listen";

bool app_may_listen(const App *app) {
    return app->speech && app->site.sound && !app->listen.cannot;
}

static uint64_t words_hash(const Spoken *spoken) {
    return hash_bytes(0, spoken->say, strlen(spoken->say));
}

static bool same_page(const App *app) {
    const Spot *spot = &app->listen.spot;
    return spot->screen == app_screen(app) && spot->arg == app_arg(app);
}

bool app_listen_failed(const App *app) {
    return app->listen.cannot && same_page(app);
}

void app_listen_stop(App *app) {
    if (app->listen.on) {
        app->listen.on = false;
        app->ui->reading = 0;
        app->speech->stop(app->speech->self);
    }
}

/* From the thing it stands at; at the end of the page it stops, and would begin anew. */
static void say(App *app) {
    Spoken spoken;
    if (!reading_at(app->ui, app->listen.at, &spoken)) {
        app_listen_stop(app);
        app->listen.at = 0;
        return;
    }
    Buf words = {0};
    library_spoken(app->library, spoken.say, &words);
    app->listen.on = true;
    app->listen.words = words_hash(&spoken);
    app->ui->reading = app->listen.at + 1;
    reading_show(app->ui, &spoken);
    app->speech->say(app->speech->self, buf_string(&words));
    buf_done(&words);
}

void app_listen(App *app, int ignored) {
    (void)ignored;
    if (app->listen.on) {
        app_listen_stop(app);
        return;
    }
    if (!app_may_listen(app)) {
        return;
    }
    Spoken spoken;
    bool goes_on = same_page(app) && reading_at(app->ui, app->listen.at, &spoken) &&
                   words_hash(&spoken) == app->listen.words;
    app->listen.at = goes_on ? app->listen.at : 0;
    app->listen.spot = (Spot){app_screen(app), app_arg(app)};
    say(app);
}

void app_listen_next(App *app) {
    if (!app->listen.on) {
        return;
    }
    switch (app->speech->state(app->speech->self)) {
    case SPEECH_SAID:
        app->listen.at++;
        say(app);
        break;
    case SPEECH_CANNOT:
        app_listen_stop(app);
        app->listen.cannot = true;
        break;
    case SPEECH_STILL:
    case SPEECH_SPEAKS:
        break;
    }
}

void app_listen_settle(App *app) {
    if (app->listen.on && (app->cover_ms >= 0 || !same_page(app))) {
        app_listen_stop(app);
    }
}

/* The button itself is pressed: its own handler stops the voice. */
static bool is_button(App *app, const Input *input) {
    Ui *ui = app->ui;
    if (input->kind == INPUT_DOWN) {
        const Node *node = pointer_hit(ui, input->x, input->y);
        return node && node->id == ui_hash(button_id);
    }
    bool chooses =
        input->key == KEYCODE_ENTER || input->key == KEYCODE_SPACE || input->key == KEYCODE_SELECT;
    return chooses && ui->focus_shown && ui->focus == ui_hash(button_id);
}

void app_listen_input(App *app, const Input *input) {
    bool begins =
        input->kind == INPUT_DOWN || input->kind == INPUT_KEY || input->kind == INPUT_TEXT;
    if (app->listen.on && begins && !is_button(app, input)) {
        app_listen_stop(app);
    }
}

bool app_listen_lost(App *app) {
    if (!app->listen.on ||
        (app->ui->reads.say && words_hash(&app->ui->reads) == app->listen.words)) {
        return false;
    }
    app_listen_stop(app);
    return true;
}
