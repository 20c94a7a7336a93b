/* The ring: input, handler, settle, declare. */
#include "visit/app.h"
#include "base/wipe.h"
#include "ui/focus.h"
#include "ui/hash.h"
#include "ui/pointer.h"
#include "visit/staff.h"

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum {
    SAVE_AFTER_MS = 2000, /* of change: what a power cut may cost */
    RETRY_MS = 2000,      /* after a save that did not work */
    SECOND_MS = 1000
};

/* Of the part that is in use: most drafts hold one or two outcomes of twelve. */
static uint64_t draft_hash(const Draft *draft) {
    size_t used =
        offsetof(Draft, outcomes) + (size_t)draft->outcome_count * sizeof draft->outcomes[0];
    return hash_bytes(0, draft, used);
}

void app_init(App *app) {
    app->save_due_ms = app->cover_ms = -1;
    app->examples.stage = -1;
    app->key = key_new();
    if (!app->key) {
        abort(); /* a page of memory */
    }
    draft_init(&app->draft);
    app->saved_hash = app->seen_hash = draft_hash(&app->draft);
    app->touched_ms = app->started_ms = app->clock.now_ms;
    app->spots[0] = (Spot){app->home, 0};
    app->depth = 1;
    app_settle(app);
}

void app_done(App *app) {
    app_forget(app);
    key_free(app->key);
    app->key = NULL;
}

Outcome *app_outcome(App *app) {
    return &app->draft.outcomes[app->outcome];
}

const Outcome *app_outcome_const(const App *app) {
    return &app->draft.outcomes[app->outcome];
}

bool app_has_words(const App *app) {
    return !draft_empty(&app->draft);
}

void app_remember(App *app) {
    app->undo = app->draft;
    app->undo_outcome = app->outcome;
    app->undo_hash = 0;
    app->can_undo = true;
}

void app_undo(App *app, int ignored) {
    (void)ignored;
    if (app->can_undo) {
        app->draft = app->undo;
        app->outcome = app->undo_outcome;
        draft_wipe(&app->undo);
        app->can_undo = false;
    }
}

/* What can be taken back is the last change alone: another one ends it. */
static void settle_undo(App *app, uint64_t hash) {
    if (app->can_undo && app->undo_hash == 0) {
        app->undo_hash = hash;
    } else if (app->can_undo && app->undo_hash != hash) {
        draft_wipe(&app->undo);
        app->can_undo = false;
    }
}

void app_settle(App *app) {
    app_listen_settle(app);
    if (app->outcome >= app->draft.outcome_count) {
        app->outcome = app->draft.outcome_count - 1;
    }
    compose(&app->draft, app->outcome, app->library->grammar, &app->composed);
    explicit_bzero(&app->checked, sizeof app->checked);
    if (app->library->rules) {
        check_text(app->library->rules, app->composed.text, strlen(app->composed.text),
                   &app->checked);
    }
    uint64_t hash = draft_hash(&app->draft);
    settle_undo(app, hash);
    app->seen_hash = hash;
    bool saves = app->kept || app->site.runtime; /* in the store, or for a crash */
    if (saves && hash != app->saved_hash && app->save_due_ms < 0) {
        app->save_due_ms = app->clock.now_ms + SAVE_AFTER_MS;
    }
}

void app_save(App *app) {
    uint64_t hash = draft_hash(&app->draft);
    if (!app->kept && hash != app->saved_hash) {
        app_hold(app);
        app->saved_hash = app->seen_hash = hash;
    }
    if (hash == app->saved_hash) {
        app->save_due_ms = -1;
        app->save_err = app->kept ? OK : app->save_err;
        app->save_fails = 0;
        return;
    }
    app->save_err = store_save(app->store, app->key, &app->draft);
    if (app->save_err == OK) {
        app->saved_hash = app->seen_hash = hash;
        app->save_due_ms = -1;
        app->save_fails = 0;
        if (app->takes > 0) { /* it lives: the next crash may bring it back too */
            app_guard(app);
        }
    } else {
        app->save_due_ms = app->clock.now_ms + RETRY_MS; /* the words stay in memory meanwhile */
        app->save_fails++;
    }
}

void app_opened(App *app) {
    app->kept = true;
    app->outcome = 0;
    app->can_undo = false;
    app_settle(app);
    app->saved_hash = 0; /* saved once more: its days here begin anew */
    app->save_due_ms = app->clock.now_ms + SAVE_AFTER_MS;
}

const char *app_notice(const App *app) {
    enum { TELL_AFTER = 2 }; /* one that works the second time is nobody's worry */
    return app->kept && app->save_fails >= TELL_AFTER ? "banner.unsaved" : NULL;
}

void app_forget(App *app) {
    app_save(app);
    if (app->store) {
        store_rest(app->store); /* a failure shows in the store's health, not to the next visitor */
        app_days_pass(app);
    }
    app_unguard(app);
    app_listen_stop(app);
    draft_wipe(&app->draft);
    draft_wipe(&app->undo);
    key_wipe(app->key);
    editor_wipe(&app->field.editor);
    explicit_bzero(app->code, sizeof app->code);
    explicit_bzero(&app->composed, sizeof app->composed);
    explicit_bzero(&app->checked, sizeof app->checked);
    explicit_bzero(&app->words, sizeof app->words);
    explicit_bzero(&app->review, sizeof app->review);
    explicit_bzero(&app->stick, sizeof app->stick);
    explicit_bzero(&app->staff, sizeof app->staff);
    if (!app->job.started) {
        job_wipe(&app->job);
    }
    memset(&app->guide, 0, sizeof app->guide);
    memset(&app->practice, 0, sizeof app->practice);
    memset(&app->builder, 0, sizeof app->builder);
    memset(&app->examples, 0, sizeof app->examples);
    memset(&app->field, 0, sizeof app->field);
    memset(&app->listen, 0, sizeof app->listen);
    app->examples.stage = -1;
    app->outcome = app->photo = app->undo_outcome = 0;
    app->undo_hash = 0;
    app->kept = app->can_undo = app->hidden = app->begun = false;
    app->takes = 0;
    app->save_err = OK;
    app->save_fails = 0;
    app->save_due_ms = app->cover_ms = -1;
    app->saved_hash = app->seen_hash = draft_hash(&app->draft);
    ui_forget(app->ui);
    app->ui->look = app->site.look;
    app->ui->steady_ms = 0;
    look_fit(&app->ui->look);
    app_home(app, 0);
    wipe_stack();
}

void app_finish(App *app, int ignored) {
    (void)ignored;
    app_forget(app);
    app_swap(app, app->cleared, 0);
    app->touched_ms = app->clock.now_ms;
}

void app_hide(App *app, int ignored) {
    (void)ignored;
    app_save(app);
    app->hidden = true;
    app->cover_ms = app->clock.now_ms;
    app->ui->pressed = app->ui->focus = 0;
    app_note(app);
}

void app_show_again(App *app, int ignored) {
    (void)ignored;
    app->cover_ms = -1;
    app->hidden = false;
    app->touched_ms = app->clock.now_ms;
    app->ui->pressed = app->ui->focus = 0;
    app->guarded_ms = 0; /* noted at once */
    app_note(app);
}

/* A stick is being written or the screen is wiped with a cloth: nothing may be pressed, the idle
 * clock stands still. */
static bool locked(const App *app) {
    return app->stick.writing || app->job.started || app->staff.clean_until_ms > 0;
}

static const Screen *showing(const App *app) {
    return app->cover_ms >= 0 ? app->cover : app_screen(app);
}

static void typed(App *app, const char *text) {
    if (app_screen(app)->typing && app->cover_ms < 0) {
        app->ui->focus_shown = false; /* whoever types is in the field */
        app->field.full = !editor_insert(&app->field.editor, text);
    }
}

/* Keys that edit; true when it was one. */
static bool edit_key(App *app, const Input *input) {
    Editor *editor = &app->field.editor;
    if (!app_screen(app)->typing || app->cover_ms >= 0 || app->ui->focus_shown) {
        return false;
    }
    switch (input->key) {
    case KEYCODE_BACKSPACE:
        editor_backspace(editor);
        app->field.full = false;
        return true;
    case KEYCODE_DELETE:
        editor_delete(editor);
        return true;
    case KEYCODE_LEFT:
        editor_left(editor);
        return true;
    case KEYCODE_RIGHT:
        editor_right(editor);
        return true;
    case KEYCODE_HOME:
        editor_home(editor);
        return true;
    case KEYCODE_END:
        editor_end(editor);
        return true;
    case KEYCODE_SPACE:
        return true; /* comes as text */
    case KEYCODE_ENTER:
        if (app_screen(app)->done) {
            app_screen(app)->done(app);
        }
        return true;
    case KEYCODE_NONE:
    case KEYCODE_TAB:
    case KEYCODE_BACK_TAB:
    case KEYCODE_ESCAPE:
    case KEYCODE_UP:
    case KEYCODE_DOWN:
    case KEYCODE_MOVE:
    case KEYCODE_SELECT:
    case KEYCODE_COUNT:
        break;
    }
    return false;
}

static void key(App *app, const Input *input) {
    if (edit_key(app, input)) {
        return;
    }
    if (input->repeat && (input->key == KEYCODE_ENTER || input->key == KEYCODE_SPACE ||
                          input->key == KEYCODE_SELECT)) {
        return; /* one press, one action */
    }
    if (input->key == KEYCODE_ESCAPE) {
        if (app->cover_ms >= 0) {
            app_show_again(app, 0);
        } else if (!locked(app) && !showing(app)->cover) {
            app_back(app, 0);
        }
        return;
    }
    focus_key(app->ui, app, input->key);
}

void app_input(App *app, const Input *input) {
    bool by_hand = input->kind == INPUT_DOWN || input->kind == INPUT_UP ||
                   input->kind == INPUT_MOVE || input->kind == INPUT_KEY ||
                   input->kind == INPUT_TEXT;
    if (by_hand && app->cover_ms < 0) {
        app->touched_ms = app->clock.now_ms;
        app->begun = true;
        app_note(app);
    }
    app_listen_input(app, input);
    switch (input->kind) {
    case INPUT_DOWN:
    case INPUT_MOVE:
    case INPUT_UP:
    case INPUT_CANCEL:
        pointer_input(app->ui, app, input);
        break;
    case INPUT_TEXT:
        typed(app, input->text);
        break;
    case INPUT_KEY:
        key(app, input);
        break;
    case INPUT_QUIT:
        app_save(app);
        app->quit = true;
        break;
    case INPUT_NONE:
    case INPUT_WAKE:
    case INPUT_SHOWN:
        break;
    }
    app_settle(app);
}

/* Nobody has touched it since it was cleared: nothing to cover, nothing to wake up for. */
static bool nothing_to_guard(const App *app) {
    return !app->begun && app->depth == 1 && app_screen(app) == app->home;
}

static int64_t idle_ms(const App *app) {
    bool words = app_screen(app)->own_words || app_has_words(app);
    return (int64_t)SECOND_MS * (words ? app->site.idle_words_s : app->site.idle_s);
}

static int64_t idle_due(const App *app) {
    if (nothing_to_guard(app) || locked(app)) {
        return -1;
    }
    if (app_screen(app) == app->cleared) {
        return app->touched_ms + (int64_t)SECOND_MS * app->site.cleared_s;
    }
    if (app->cover_ms >= 0) {
        return app->cover_ms + (int64_t)SECOND_MS * app->site.countdown_s;
    }
    return app->touched_ms + idle_ms(app);
}

static void idle(App *app) {
    int64_t due = idle_due(app);
    if (due < 0 || app->clock.now_ms < due) {
        return;
    }
    if (app_screen(app) == app->cleared) {
        app_home(app, 0);
        app->begun = false;
    } else if (app->cover_ms >= 0) {
        app_finish(app, 0);
    } else {
        app_hide(app, 0);
        app->hidden = false;
    }
}

void app_tick(App *app) {
    app->ui->now_ms = app->clock.now_ms;
    if (app->save_due_ms >= 0 && app->clock.now_ms >= app->save_due_ms) {
        app_save(app);
    }
    pointer_tick(app->ui, app);
    app_waits(app);
    idle(app);
    app_settle(app);
}

static int64_t sooner(int64_t a, int64_t b) {
    return a < 0 ? b : b < 0 ? a : a < b ? a : b;
}

int64_t app_next_ms(const App *app) {
    int64_t next = sooner(idle_due(app), app->save_due_ms);
    next = sooner(next, pointer_next(app->ui));
    next = sooner(next, app_waits_next(app));
    if (app->cover_ms >= 0) { /* the countdown shows every second */
        int64_t gone = (app->clock.now_ms - app->cover_ms) / SECOND_MS;
        next = sooner(next, app->cover_ms + (gone + 1) * SECOND_MS);
    }
    return next;
}

void app_pass(App *app, int64_t ms, void (*settle)(void *user), void *user) {
    int64_t end = app->clock.now_ms + ms;
    for (int64_t next; (next = app_next_ms(app)) >= 0 && next <= end;) {
        app->clock.now_ms = next > app->clock.now_ms ? next : app->clock.now_ms + 1;
        settle(user);
    }
    app->clock.now_ms = end;
    settle(user);
}

void app_frame(App *app) {
    enum { DECLARE_MOST = 4 }; /* a scroll that appears asks for one more */
    Ui *ui = app->ui;
    for (int i = 0; i < DECLARE_MOST; i++) {
        ui_begin(ui, app->clock.now_ms);
        showing(app)->build(ui, app);
        ui_end(ui);
        if (ui->settled && !app_listen_lost(app)) {
            break;
        }
    }
}
