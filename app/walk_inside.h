/* A walk under way: shared by walk.c, which opens and ends it, and walk_hands.c, which obeys. */
#ifndef WALK_INSIDE_H
#define WALK_INSIDE_H

#include "host/canvas.h"
#include "options.h"
#include "setup.h"

#include <stdio.h>

enum { WALK_SECOND_MS = 1000, WALK_TOUCHES = 256 };

typedef struct Touch {
    int x, y; /* px */
} Touch;

typedef struct Walk {
    Setup *setup;
    App *app;
    Canvas *canvas;
    Options options;
    char scratch[PATH_MAX], sticks[PATH_MAX];
    char stick[STICK_NAME_SIZE]; /* which is in; empty: none */
    bool stick_tears;            /* it is pulled in the middle of the next writing */
    char words[CODE_SIZE];       /* the five words, by 'remember words' */
    Speech speech;               /* one that only listens, by 'voice here' */
    bool speech_here;
    SpeechState speech_state;
    Buf said; /* what it is saying, or was when it was stopped */
    FILE *seen;
    Touch touches[WALK_TOUCHES]; /* of this line */
    int touch_count;
    int line;
    const char *file;
    Fonts fonts;
    Look look;
} Walk;

/* Says what went wrong on standard error, with file and line; always false. */
bool walk_fail(const Walk *walk, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What follows from the last command: due things, jobs (done here and now), the next frame. */
void walk_settle(Walk *walk);

/* Obeys one line of the script (changed on the way); false: the walk has failed and said why. */
bool walk_obey(Walk *walk, char *line);

/* 'in NAME', 'out' and what else a stick does: see walk_sticks.c. */
bool walk_stick(Walk *walk, const char *what);

/* 'here' or 'fails': see walk_voice.c. */
bool walk_voice(Walk *walk, const char *what);

/* Those words are being said; now they have been heard, and the next follow. */
bool walk_hear(Walk *walk, const char *words);

/* Nothing is being said. */
bool walk_quiet(const Walk *walk);

/* Before a job runs: what happens to the stick meanwhile. */
void walk_hold_stick(Walk *walk);

/* The screen as NAME.png in the folder of --pictures; nothing without that option. */
bool walk_picture(Walk *walk, const char *name);

/* Ends the program as SIGTERM would and starts it again: the memory is gone, the disk is as it was.
 */
bool walk_restart(Walk *walk);

#endif
