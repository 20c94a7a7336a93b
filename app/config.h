/* kiosk.json: what the operator of a place may set without a compiler. A setting that cannot be
 * used keeps its default and is named; it never keeps the kiosk from starting.
 *
 * What staff change on the staff page lies in the store and wins over this file; the command line
 * wins over both. */
#ifndef CONFIG_H
#define CONFIG_H

#include "library/library.h"
#include "options.h"
#include "visit/app.h"

typedef struct Config {
    const char *place[PLACE_FIELDS]; /* over content/place.json; NULL: not given */
    const char *language;            /* NULL: not given */
    const char *usb;                 /* 'vvvv:pppp' with blanks between; NULL: not given */
    float w_mm, h_mm;                /* 0: not given */
    int rotate, theme, text;         /* -1: not given */
    int idle_s, idle_words_s, keep_days;
    int sound, real_clock;
    int problem_count;
    Buf problems; /* 'file:line: what', a line each */
    Arena arena;
} Config;

/* Reads the file; whatever is wrong with it, config is usable and config->problems tells. */
void config_load(const char *path, Config *config);
void config_done(Config *config);

/* The file to read: --config, else kiosk.json beside the data folder, else the one on the boot
 * partition, else the one of the package. False when there is none. */
bool config_find(const Options *options, char path[PATH_MAX]);

/* Into what the command line left open. */
void config_options(const Config *config, Options *options);
void config_site(const Config *config, Site *site);
void config_place(const Config *config, Library *library);

const char *config_version(void); /* of the program, '0.1.0' */

#endif
