/* Where a person is: a short stack of spots. Home clears it; the draft lives elsewhere, so there is
 * nothing to restore on the way back. */
#include "visit/app.h"

#include <string.h>

/* A new page starts at its top, with no finger and no focus on it. */
static void arrive(App *app) {
    Ui *ui = app->ui;
    memset(ui->scrolls, 0, sizeof ui->scrolls);
    ui->pressed = ui->focus = 0;
    if (app_screen(app)->typing) {
        ui->focus_shown = false; /* real keys go to the field */
    }
    app->builder.first_idea = 0;
    app_save(app);
}

const Screen *app_screen(const App *app) {
    return app->spots[app->depth - 1].screen;
}

int app_arg(const App *app) {
    return app->spots[app->depth - 1].arg;
}

bool app_knows(const App *app, const Screen *screen) {
    for (int i = 0; i < app->depth; i++) {
        if (app->spots[i].screen == screen) {
            return true;
        }
    }
    return false;
}

void app_go(App *app, const Screen *screen, int arg) {
    if (app->depth == SPOTS_MOST) { /* forget the oldest behind home */
        memmove(&app->spots[1], &app->spots[2], sizeof app->spots[0] * (SPOTS_MOST - 2));
        app->depth--;
    }
    app->spots[app->depth++] = (Spot){screen, arg};
    arrive(app);
}

void app_swap(App *app, const Screen *screen, int arg) {
    app->spots[app->depth - 1] = (Spot){screen, arg};
    arrive(app);
}

void app_back(App *app, int ignored) {
    (void)ignored;
    if (app->depth > 1) {
        app->depth--;
        arrive(app);
    }
}

void app_back_to(App *app, const Screen *screen) {
    while (app->depth > 1 && app_screen(app) != screen) {
        app->depth--;
    }
    arrive(app);
}

void app_home(App *app, int ignored) {
    (void)ignored;
    app->depth = 1;
    app->spots[0] = (Spot){app->home, 0};
    arrive(app);
}
