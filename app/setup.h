/* Set-up: library, store and sticks opened in order, and an App around them. Each thing
 * that is missing is one plain sentence. */
#ifndef SETUP_H
#define SETUP_H

#include "options.h"
#include "visit/app.h"

typedef struct Setup {
    App app;
    Ui ui;
    char data[PATH_MAX], runtime[PATH_MAX];
} Setup;

/* Panel and look by the options; defaults for what was not given. */
Look setup_look(const Options *options, int w, int h, float w_mm, float h_mm);

/* Opens everything. 0, or the exit code after one sentence on standard error. wake is called from
 * other threads when a stick came or went. */
int setup_open(Setup *setup, const Options *options, const Look *look, Fonts fonts,
               StickNotify *wake, void *user);
void setup_close(Setup *setup);

/* The same in two steps. After the first Home can be shown, but nothing touched yet. */
int setup_open_first(Setup *setup, const Options *options, const Look *look, Fonts fonts);
int setup_open_rest(Setup *setup, const Options *options, StickNotify *wake, void *user);

/* Today by the system's clock; trusted when it is not before this program was made. */
Date setup_today(void);

/* The library alone, for commands that need no store. 0, or the exit code. */
int setup_library(const Options *options, Library **out);

#endif
