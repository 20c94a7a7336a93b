/* A table of settings: key, where it goes, what it may be. */
#include "config.h"
#include "base/file.h"
#include "base/json.h"
#include "usb_rules.h"

#include <libgen.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    NOT_GIVEN = -1,
    MM_LEAST = 10,
    MM_MOST = 5000,
    IDLE_LEAST = 30,
    IDLE_MOST = 3600,
    DAYS_MOST = 90,
    QUARTER = 90,
    DEGREES_MOST = 270
};

static const char *const machine_files[] = {"/boot/firmware/kiosk.json", /* of a card */
                                            "/etc/talking-points/kiosk.json"};
static const char mark[] = "\xEF\xBB\xBF"; /* Notepad may put it before everything */

typedef enum Kind { KIND_WHOLE, KIND_FLAG, KIND_NAME } Kind;

typedef struct Setting {
    const char *key;
    Kind kind;
    size_t at; /* of an int in Config */
    int least, most, step;
    const char *const *names;
    const char *words; /* what it may be */
} Setting;

static const Setting settings[] = {
    {"rotate", KIND_WHOLE, offsetof(Config, rotate), 0, DEGREES_MOST, QUARTER, NULL,
     "0, 90, 180 or 270"},
    {"idle_seconds", KIND_WHOLE, offsetof(Config, idle_s), IDLE_LEAST, IDLE_MOST, 1, NULL,
     "a whole number from 30 to 3600"},
    {"idle_words_seconds", KIND_WHOLE, offsetof(Config, idle_words_s), IDLE_LEAST, IDLE_MOST, 1,
     NULL, "a whole number from 30 to 3600"},
    {"keep_days", KIND_WHOLE, offsetof(Config, keep_days), 1, DAYS_MOST, 1, NULL,
     "a whole number from 1 to 90"},
    {"sound", KIND_FLAG, offsetof(Config, sound), 0, 1, 1, NULL, "true or false"},
    {"real_clock", KIND_FLAG, offsetof(Config, real_clock), 0, 1, 1, NULL, "true or false"},
    {"theme", KIND_NAME, offsetof(Config, theme), 0, 0, 0, theme_names,
     "paper, night, contrast or cream"},
    {"text", KIND_NAME, offsetof(Config, text), 0, 0, 0, size_names,
     "standard, large, larger or largest"},
};
enum { SETTINGS = sizeof settings / sizeof settings[0] };

typedef struct Reading {
    Config *config;
    const char *path;
} Reading;

static void problem(const Reading *r, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void problem(const Reading *r, int line, const char *format, ...) {
    enum { SAID = 300 };
    char text[SAID];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    buf_print(&r->config->problems, "%s:%d: %s\n", r->path, line, text);
    r->config->problem_count++;
}

static const char *text_of(const Reading *r, const Json *value) {
    bool plain = value->kind == JSON_TEXT && place_line(value->text, value->len);
    if (!plain) {
        problem(r, value->line, "\"%s\" takes a line of text, at most %d bytes, without { }",
                value->key, PLACE_LINE - 1);
    }
    return plain ? value->text : NULL;
}

static void read_place(const Reading *r, const Json *place) {
    if (place->kind != JSON_OBJECT) {
        problem(r, place->line, "\"place\" takes an object in { }");
        return;
    }
    for (const Json *value = place->child; value; value = value->next) {
        int field = name_index(place_names, value->key);
        if (field < 0) {
            problem(r, value->line, "there is no setting \"place\", \"%s\"", value->key);
            continue;
        }
        const char *text = text_of(r, value);
        bool needed = field == PLACE_SERVICE || field == PLACE_PHONE; /* sentences name both */
        if (text && !text[0] && needed) {
            problem(r, value->line, "\"%s\" may not be empty", value->key);
        } else if (text) {
            r->config->place[field] = text;
        }
    }
}

static void read_setting(const Reading *r, const Setting *setting, const Json *value) {
    int found = NOT_GIVEN;
    switch (setting->kind) {
    case KIND_WHOLE:
        if (json_is_whole(value) && value->number >= setting->least &&
            value->number <= setting->most && (int)value->number % setting->step == 0) {
            found = (int)value->number;
        }
        break;
    case KIND_FLAG:
        found = value->kind == JSON_TRUE ? 1 : value->kind == JSON_FALSE ? 0 : NOT_GIVEN;
        break;
    case KIND_NAME:
        found = value->kind == JSON_TEXT ? name_index(setting->names, value->text) : NOT_GIVEN;
        break;
    }
    if (found == NOT_GIVEN) {
        problem(r, value->line, "\"%s\" takes %s", setting->key, setting->words);
    } else {
        memcpy((char *)r->config + setting->at, &found, sizeof found);
    }
}

/* "217x136", or nothing: what the display says. */
static void read_panel(const Reading *r, const Json *value) {
    if (value->kind == JSON_TEXT && value->len == 0) {
        return;
    }
    double w = 0, h = 0;
    if (value->kind == JSON_TEXT) {
        char *end, *last = NULL;
        w = strtod(value->text, &end);
        h = *end == 'x' ? strtod(end + 1, &last) : 0;
        h = last && *last == '\0' ? h : 0;
    }
    if (w >= MM_LEAST && w <= MM_MOST && h >= MM_LEAST && h <= MM_MOST) {
        r->config->w_mm = (float)w;
        r->config->h_mm = (float)h;
    } else {
        problem(r, value->line, "\"panel_mm\" takes width and height, \"217x136\"");
    }
}

static void read_language(const Reading *r, const Json *value) {
    const char *text = text_of(r, value);
    if (text && (!text[0] || strchr(text, '/') || text[0] == '.')) {
        problem(r, value->line, "\"language\" takes the name of a folder of the content, \"en\"");
    } else if (text) {
        r->config->language = text;
    }
}

static void read_usb(const Reading *r, const Json *value) {
    const char *text = text_of(r, value);
    if (text && !usb_names_good(text)) {
        problem(r, value->line, "\"usb\" takes numbers of devices, \"0eef:0005 1a2c:0e24\"");
    } else if (text) {
        r->config->usb = text;
    }
}

static void read_member(const Reading *r, const Json *value) {
    if (strcmp(value->key, "place") == 0) {
        read_place(r, value);
        return;
    }
    if (strcmp(value->key, "panel_mm") == 0) {
        read_panel(r, value);
        return;
    }
    if (strcmp(value->key, "language") == 0) {
        read_language(r, value);
        return;
    }
    if (strcmp(value->key, "usb") == 0) {
        read_usb(r, value);
        return;
    }
    for (int i = 0; i < SETTINGS; i++) {
        if (strcmp(settings[i].key, value->key) == 0) {
            read_setting(r, &settings[i], value);
            return;
        }
    }
    problem(r, value->line, "there is no setting \"%s\"", value->key);
}

static void read_text(const Reading *r, const char *text, size_t len) {
    JsonError error = {0};
    size_t skip = strncmp(text, mark, strlen(mark)) == 0 ? strlen(mark) : 0;
    const Json *root =
        json_read(&r->config->arena, text + skip, len - skip, &json_draft_limits, &error);
    if (!root) {
        problem(r, error.line, "%s (column %d)", error.why, error.column);
    } else if (root->kind != JSON_OBJECT) {
        problem(r, root->line, "expected an object in { }");
    } else {
        for (const Json *value = root->child; value; value = value->next) {
            read_member(r, value);
        }
    }
}

void config_load(const char *path, Config *config) {
    *config = (Config){.rotate = NOT_GIVEN,
                       .theme = NOT_GIVEN,
                       .text = NOT_GIVEN,
                       .idle_s = NOT_GIVEN,
                       .idle_words_s = NOT_GIVEN,
                       .keep_days = NOT_GIVEN,
                       .sound = NOT_GIVEN,
                       .real_clock = NOT_GIVEN};
    Reading r = {config, path};
    Buf bytes = {0};
    Err err = file_read(path, json_draft_limits.bytes, &bytes);
    if (err != OK) {
        problem(&r, 1, err == ERR_TOO_BIG ? "the file is too big" : "the file cannot be read");
    } else {
        read_text(&r, buf_string(&bytes), bytes.len);
    }
    buf_done(&bytes);
}

void config_done(Config *config) {
    buf_done(&config->problems);
    arena_done(&config->arena);
}

bool config_find(const Options *options, char path[PATH_MAX]) {
    if (options->config) {
        snprintf(path, PATH_MAX, "%s", options->config);
        return true;
    }
    char data[PATH_MAX];
    snprintf(data, sizeof data, "%s", options->data);
    int len = snprintf(path, PATH_MAX, "%s/kiosk.json", dirname(data));
    if (len < PATH_MAX && access(path, F_OK) == 0) {
        return true;
    }
    for (size_t i = 0; i < sizeof machine_files / sizeof machine_files[0]; i++) {
        snprintf(path, PATH_MAX, "%s", machine_files[i]);
        if (access(path, F_OK) == 0) {
            return true;
        }
    }
    return false;
}

void config_options(const Config *config, Options *options) {
    if (options->w_mm <= 0) {
        options->w_mm = config->w_mm;
        options->h_mm = config->h_mm;
    }
    if (!options->rotate_given && config->rotate >= 0) {
        options->rotate = config->rotate;
    }
    if (!options->theme_given && config->theme >= 0) {
        options->theme = (ThemeName)config->theme;
    }
    if (!options->text_given && config->text >= 0) {
        options->text = (TextSize)config->text;
    }
    char folder[PATH_MAX];
    if (!options->language_given && config->language &&
        snprintf(folder, sizeof folder, "%s/%s", options->content, config->language) < PATH_MAX &&
        file_is_folder(folder)) {
        options->language = config->language;
    }
}

void config_site(const Config *config, Site *site) {
    site->idle_s = config->idle_s > 0 ? config->idle_s : site->idle_s;
    site->idle_words_s = config->idle_words_s > 0 ? config->idle_words_s : site->idle_words_s;
    site->keep_days = config->keep_days > 0 ? config->keep_days : site->keep_days;
    site->sound = config->sound >= 0 ? config->sound : site->sound;
    site->real_clock = config->real_clock > 0;
    site->problems = config->problem_count > 0 ? buf_string(&config->problems) : NULL;
}

void config_place(const Config *config, Library *library) {
    PlaceInfo *place = arena_take(&library->arena, sizeof *place);
    *place = *library->place;
    for (PlaceField i = 0; i < PLACE_FIELDS; i++) {
        const char *said = config->place[i];
        if (said) {
            *place_field(place, i) = arena_copy(&library->arena, said, strlen(said));
        }
    }
    library->place = place;
}

const char *config_version(void) {
    return TP_VERSION;
}
