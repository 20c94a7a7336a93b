/* Talking Points: one program, several ways in. Does what the command line asks and says so in the
 * exit code: 0 done, 1 no, 2 not understood, 3 could not run. */
#include "base/file.h"
#include "base/json.h"
#include "check_command.h"
#include "config.h"
#include "kiosk.h"
#include "options.h"
#include "pictures.h"
#include "power.h"
#include "private.h"
#include "reset_pin.h"
#include "setup.h"
#include "usb_rules.h"
#include "walk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXIT_NO = 1, EXIT_USAGE = 2, EXIT_COULD_NOT = 3 };

static int check(const Options *options) {
    Library *library = NULL;
    int code = setup_library(options, &library);
    if (code) {
        return code;
    }
    FILE *in = options->file ? fopen(options->file, "rb") : stdin;
    if (!in) {
        fprintf(stderr, "talking-points: '%s' cannot be read.\n", options->file);
        library_free(library);
        return EXIT_COULD_NOT;
    }
    code = check_command(library->rules, in, stdout, options->json);
    if (in != stdin) {
        fclose(in);
    }
    library_free(library);
    return code;
}

static int content(const Options *options) {
    Buf problems = {0};
    int count = library_validate(options->file, &problems);
    fputs(buf_string(&problems), stdout);
    buf_done(&problems);
    if (count > 0) {
        fprintf(stderr, "talking-points: %d to mend in '%s'.\n", count, options->file);
    }
    return count > 0 ? EXIT_NO : 0;
}

static int json(const Options *options) {
    Buf bytes = {0};
    Err err = file_read(options->file, json_draft_limits.bytes, &bytes);
    if (err != OK && err != ERR_TOO_BIG) {
        fprintf(stderr, "talking-points: '%s' cannot be read.\n", options->file);
        return EXIT_COULD_NOT;
    }
    if (err == ERR_TOO_BIG) {
        fprintf(stderr, "%s:1:1: file too large\n", options->file);
        return EXIT_NO;
    }
    Arena arena = {0};
    JsonError error = {0};
    bool good = json_read(&arena, buf_string(&bytes), bytes.len, &json_draft_limits, &error);
    if (!good) {
        fprintf(stderr, "%s:%d:%d: %s\n", options->file, error.line, error.column, error.why);
    }
    arena_done(&arena);
    buf_done(&bytes);
    return good ? 0 : EXIT_NO;
}

static int print_usb_rules(const Options *options) {
    Buf rules = {0};
    usb_rules(options->settings ? options->settings->usb : NULL, &rules);
    fputs(buf_string(&rules), stdout);
    buf_done(&rules);
    return 0;
}

/* The operator's file belongs to the kiosk; a walk takes one only when it is named. */
static int with_settings(Options *options, int (*run)(const Options *options)) {
    char path[PATH_MAX];
    Config config = {0};
    bool wanted = options->command == COMMAND_KIOSK || options->command == COMMAND_USB_RULES ||
                  options->config;
    if (wanted && config_find(options, path)) {
        config_load(path, &config);
        fputs(buf_string(&config.problems), stderr);
        config_options(&config, options);
        options->settings = &config;
    }
    int code = run(options);
    config_done(&config);
    return code;
}

static int kiosk(const Options *options) {
    Leave leave = LEAVE_ONLY;
    int code = kiosk_run(options, &leave);
    power_do(leave);
    return code;
}

int main(int count, char *words[]) {
    private_start();
    Options *options = calloc(1, sizeof *options);
    if (!options) {
        abort();
    }
    int code = EXIT_USAGE;
    if (options_read(options, count, words)) {
        switch (options->command) {
        case COMMAND_KIOSK:
            code = with_settings(options, kiosk);
            break;
        case COMMAND_CHECK:
            code = check(options);
            break;
        case COMMAND_CONTENT:
            code = content(options);
            break;
        case COMMAND_WALK:
            code = with_settings(options, walk_run);
            break;
        case COMMAND_PICTURES:
            code = pictures_run(options);
            break;
        case COMMAND_TREE:
            code = tree_run(options);
            break;
        case COMMAND_JSON:
            code = json(options);
            break;
        case COMMAND_RESET_PIN:
            code = reset_pin(options);
            break;
        case COMMAND_USB_RULES:
            code = with_settings(options, print_usb_rules);
            break;
        case COMMAND_HELP:
            options_help();
            code = 0;
            break;
        }
    }
    free(options);
    return code;
}
