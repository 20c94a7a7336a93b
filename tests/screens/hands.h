/* A kiosk whose files outlive it, and hands that touch it: for tests of what is kept and what is
 * forgotten. Jobs run inline and keys cost next to nothing; the clock is the test's own. */
#ifndef TESTS_SCREENS_HANDS_H
#define TESTS_SCREENS_HANDS_H

#include "kiosk.h"

enum { PLACE_SIZE = 64 };

/* Folders of one machine: data on a disk, runtime in memory. */
typedef struct Machine {
    char root[PLACE_SIZE], data[PLACE_SIZE + 8], runtime[PLACE_SIZE + 8];
    Date today;
    int64_t now_ms;
    const struct Config *settings; /* NULL: none */
} Machine;

void machine_make(Machine *machine);
void machine_remove(Machine *machine);

/* Starts the program on it, as kiosk_run does: a visit that was cut off comes back. */
void machine_start(Machine *machine, Kiosk *kiosk);
/* Ends it as SIGTERM does. */
void machine_stop(Kiosk *kiosk);

/* How many files below the data folder hold these bytes. */
int machine_finds(const Machine *machine, const void *bytes, size_t len);

/* One finger somewhere; the frame follows. */
void hands_finger(Kiosk *kiosk, InputKind kind, int x, int y);
void hands_touch(Kiosk *kiosk, int x, int y, int64_t held_ms);

/* One finger on what is called label; fails the test when nothing is. */
void hands_tap(Kiosk *kiosk, const char *label);
void hands_hold(Kiosk *kiosk, const char *label, int64_t ms);
void hands_figures(Kiosk *kiosk, const char *figures); /* each a tap */
void hands_wait(Kiosk *kiosk, int64_t ms);
void hands_see(Kiosk *kiosk, const char *text);
void hands_see_not(Kiosk *kiosk, const char *text);
bool hands_sees(Kiosk *kiosk, const char *text);

/* The builder's sample with text as the child's wish, kept under words that go to code. */
void hands_keep(Kiosk *kiosk, const char *text, char code[CODE_SIZE]);

/* Gives five words. */
void hands_words(Kiosk *kiosk, const char *code);

/* The same, waits where that is asked for, and asks for the draft. */
void hands_give(Kiosk *kiosk, const char *code);

#endif
