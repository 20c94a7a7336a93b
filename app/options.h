/* The command line: what is asked for, checked. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "ui/theme.h"

#include <limits.h>
#include <stdbool.h>

typedef enum Command {
    COMMAND_KIOSK,
    COMMAND_CHECK,
    COMMAND_CONTENT,
    COMMAND_WALK,
    COMMAND_PICTURES,
    COMMAND_TREE,
    COMMAND_JSON,
    COMMAND_RESET_PIN,
    COMMAND_USB_RULES,
    COMMAND_HELP
} Command;

typedef struct Options {
    Command command;
    const char *file; /* what a command works on; NULL: none given */
    bool json, all, fullscreen, exit_after_first_frame;
    const char *seen, *pictures;
    int w, h; /* px; 0: not given */
    float w_mm, h_mm;
    int rotate;
    ThemeName theme;
    TextSize text;
    const char *language, *config, *sticks, *fonts;
    char content[PATH_MAX], assets[PATH_MAX], data[PATH_MAX];
    bool data_given, rotate_given, theme_given, text_given, language_given;
    char runtime[PATH_MAX];        /* folder in memory, kept until the machine is off; "": none */
    const struct Config *settings; /* the operator's file, read; NULL: none. Set by main */
} Options;

/* True when all was understood; else one sentence went to standard error. */
bool options_read(Options *options, int count, char *const words[]);

/* The help text, to standard output. */
void options_help(void);

#endif
