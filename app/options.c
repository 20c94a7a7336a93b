/* Reading the command line with getopt_long; defaults that fit the machine. */
#include "options.h"
#include "base/file.h"
#include "outcome/draft.h"

#include <getopt.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DEFAULT_W = 1280, DEFAULT_H = 800, LEAST_PX = 200, MOST_PX = 8192, MM_MOST = 5000 };

void options_help(void) {
    fputs("Talking Points: an offline kiosk that helps parents write outcomes for their child.\n"
          "\n"
          "talking-points                     the kiosk\n"
          "talking-points check [--json] [FILE]   one statement a line: good or not_good, and why\n"
          "talking-points content DIR         looks through a content folder\n"
          "talking-points walk FILE [--seen OUT.jsonl] [--pictures DIR]   plays a scripted visit\n"
          "talking-points pictures DIR [--all]    every screen as PNG (all themes, sizes, panels)\n"
          "talking-points tree [SCREEN]       names of screens, or what is on one, as JSON lines\n"
          "talking-points json FILE           the strict JSON reader: accepts or says why not\n"
          "talking-points --reset-pin [--data DIR]   forgets the staff PIN: whoever holds the mark "
          "within\n"
          "                                   30 minutes of the next start chooses a new one. For\n"
          "                                   the user that owns the data folder or the\n"
          "                                   administrator, while the kiosk is stopped. No draft\n"
          "                                   is touched.\n"
          "talking-points --usb-rules         rules for udev: devices that kiosk.json names\n"
          "\n"
          "  --window WxH       a window of that size (pixels)\n"
          "  --fullscreen       the whole display\n"
          "  --panel-mm WxH     size of the panel in millimetres\n"
          "  --rotate N         0, 90, 180 or 270 degrees, picture and touch together\n"
          "  --theme NAME       paper, night, contrast, cream\n"
          "  --text SIZE        standard, large, larger, largest\n"
          "  --language CODE    folder of the content, en\n"
          "  --content DIR      content in place of the built-in\n"
          "  --assets DIR       icons and pictures in place of the built-in\n"
          "  --data DIR         where drafts are kept\n"
          "  --sticks DIR       each folder in DIR is a stick (tests, desktops)\n"
          "  --config FILE      the operator's kiosk.json\n"
          "  --fonts DIR        look for fonts here first\n"
          "  --help             this\n"
          "\n"
          "Exit: 0 done, 1 no (not valid, walk failed), 2 not understood, 3 could not run.\n",
          stdout);
}

static bool complain(const char *what, const char *value) {
    fprintf(stderr, "talking-points: %s '%s'. 'talking-points --help' tells what there is.\n", what,
            value);
    return false;
}

static bool read_size(const char *text, double least, double most, double *w, double *h) {
    char *end;
    *w = strtod(text, &end);
    if (end == text || (*end != 'x' && *end != 'X')) {
        return false;
    }
    const char *second = end + 1;
    *h = strtod(second, &end);
    return end != second && !*end && *w >= least && *w <= most && *h >= least && *h <= most;
}

static bool read_window(Options *o, const char *text) {
    double w, h;
    if (!read_size(text, LEAST_PX, MOST_PX, &w, &h)) {
        return complain("--window needs WIDTHxHEIGHT in pixels, not", text);
    }
    o->w = (int)w;
    o->h = (int)h;
    return true;
}

static bool read_panel(Options *o, const char *text) {
    double w, h;
    if (!read_size(text, 10, MM_MOST, &w, &h)) {
        return complain("--panel-mm needs WIDTHxHEIGHT in millimetres, not", text);
    }
    o->w_mm = (float)w;
    o->h_mm = (float)h;
    return true;
}

static bool read_rotate(Options *o, const char *text) {
    char *end;
    long degrees = strtol(text, &end, 10);
    if (*end || degrees % 90 != 0 || degrees < 0 || degrees > 270) {
        return complain("--rotate takes 0, 90, 180 or 270, not", text);
    }
    o->rotate = (int)degrees;
    return true;
}

static bool read_name(const char *const names[], const char *text, const char *what, int *out) {
    int index = name_index(names, text);
    if (index < 0) {
        return complain(what, text);
    }
    *out = index;
    return true;
}

/* The folder that holds content and assets: beside the program when it was built, in share when it
 * was installed. */
static void find_share(Options *o) {
    static const char *const tries[] = {"/..", "/../..", "/../share/talking-points", "/../../.."};
    char program[PATH_MAX];
    ssize_t len = readlink("/proc/self/exe", program, sizeof program - 1);
    program[len > 0 ? len : 0] = '\0';
    const char *folder = dirname(program);
    for (size_t i = 0; i < sizeof tries / sizeof tries[0]; i++) {
        char content[PATH_MAX], assets[PATH_MAX];
        int n = snprintf(content, sizeof content, "%s%s/content", folder, tries[i]);
        int m = snprintf(assets, sizeof assets, "%s%s/assets", folder, tries[i]);
        if (n < PATH_MAX && m < PATH_MAX && file_is_folder(content) && file_is_folder(assets)) {
            snprintf(o->content, sizeof o->content, "%s", content);
            snprintf(o->assets, sizeof o->assets, "%s", assets);
            return;
        }
    }
    snprintf(o->content, sizeof o->content, "content");
    snprintf(o->assets, sizeof o->assets, "assets");
}

static void find_data(Options *o) {
    const char *state = getenv("STATE_DIRECTORY"), *share = getenv("XDG_DATA_HOME"),
               *home = getenv("HOME");
    if (state && state[0]) {
        snprintf(o->data, sizeof o->data, "%s", state);
    } else if (share && share[0]) {
        snprintf(o->data, sizeof o->data, "%s/talking-points", share);
    } else {
        snprintf(o->data, sizeof o->data, "%s/.local/share/talking-points", home ? home : ".");
    }
}

/* systemd gives a service its own folder, several parted by colons; a desktop one for all. */
static void find_runtime(Options *o) {
    const char *own = getenv("RUNTIME_DIRECTORY"), *all = getenv("XDG_RUNTIME_DIR");
    if (own && own[0] == '/') {
        snprintf(o->runtime, sizeof o->runtime, "%.*s", (int)strcspn(own, ":"), own);
    } else if (all && all[0] == '/') {
        snprintf(o->runtime, sizeof o->runtime, "%s/talking-points", all);
    }
}

enum {
    OPT_WINDOW = 256,
    OPT_PANEL,
    OPT_ROTATE,
    OPT_THEME,
    OPT_TEXT,
    OPT_LANGUAGE,
    OPT_CONTENT,
    OPT_ASSETS,
    OPT_DATA,
    OPT_STICKS,
    OPT_CONFIG,
    OPT_FONTS,
    OPT_FULLSCREEN,
    OPT_SEEN,
    OPT_PICTURES,
    OPT_ALL,
    OPT_JSON,
    OPT_FIRST_FRAME,
    OPT_RESET_PIN,
    OPT_USB_RULES,
    OPT_HELP
};

static bool read_option(Options *o, int option, const char *value) {
    int index = 0;
    switch (option) {
    case OPT_WINDOW:
        return read_window(o, value);
    case OPT_PANEL:
        return read_panel(o, value);
    case OPT_ROTATE:
        o->rotate_given = true;
        return read_rotate(o, value);
    case OPT_THEME:
        if (!read_name(theme_names, value, "--theme does not know", &index)) {
            return false;
        }
        o->theme = (ThemeName)index;
        o->theme_given = true;
        return true;
    case OPT_TEXT:
        if (!read_name(size_names, value, "--text does not know", &index)) {
            return false;
        }
        o->text = (TextSize)index;
        o->text_given = true;
        return true;
    case OPT_LANGUAGE:
        o->language = value;
        o->language_given = true;
        return strchr(value, '/') == NULL || complain("--language is a folder's name, not", value);
    case OPT_CONTENT:
        snprintf(o->content, sizeof o->content, "%s", value);
        return true;
    case OPT_ASSETS:
        snprintf(o->assets, sizeof o->assets, "%s", value);
        return true;
    case OPT_DATA:
        snprintf(o->data, sizeof o->data, "%s", value);
        o->data_given = true;
        return true;
    case OPT_STICKS:
        o->sticks = value;
        return true;
    case OPT_CONFIG:
        o->config = value;
        return true;
    case OPT_FONTS:
        o->fonts = value;
        return true;
    case OPT_FULLSCREEN:
        o->fullscreen = true;
        return true;
    case OPT_SEEN:
        o->seen = value;
        return true;
    case OPT_PICTURES:
        o->pictures = value;
        return true;
    case OPT_ALL:
        o->all = true;
        return true;
    case OPT_JSON:
        o->json = true;
        return true;
    case OPT_FIRST_FRAME:
        o->exit_after_first_frame = true;
        return true;
    case OPT_RESET_PIN:
        o->command = COMMAND_RESET_PIN;
        return true;
    case OPT_USB_RULES:
        o->command = COMMAND_USB_RULES;
        return true;
    case OPT_HELP:
        o->command = COMMAND_HELP;
        return true;
    default:
        return false;
    }
}

static bool read_command(Options *o, int count, char *const words[]) {
    static const char *const names[] = {"",         "check", "content", "walk",
                                        "pictures", "tree",  "json",    NULL};
    if (count == 0) {
        return true;
    }
    int index = name_index(names, words[0]);
    if (index < 1) {
        return complain("there is no command", words[0]);
    }
    o->command = (Command)index;
    o->file = count > 1 ? words[1] : NULL;
    if (count > 2) {
        return complain("this is one too many:", words[2]);
    }
    bool optional = o->command == COMMAND_CHECK || o->command == COMMAND_TREE;
    if (!o->file && !optional) {
        return complain("a file or folder must follow", words[0]);
    }
    return true;
}

bool options_read(Options *o, int count, char *const words[]) {
    static const struct option known[] = {
        {"window", required_argument, NULL, OPT_WINDOW},
        {"panel-mm", required_argument, NULL, OPT_PANEL},
        {"rotate", required_argument, NULL, OPT_ROTATE},
        {"theme", required_argument, NULL, OPT_THEME},
        {"text", required_argument, NULL, OPT_TEXT},
        {"language", required_argument, NULL, OPT_LANGUAGE},
        {"content", required_argument, NULL, OPT_CONTENT},
        {"assets", required_argument, NULL, OPT_ASSETS},
        {"data", required_argument, NULL, OPT_DATA},
        {"sticks", required_argument, NULL, OPT_STICKS},
        {"config", required_argument, NULL, OPT_CONFIG},
        {"fonts", required_argument, NULL, OPT_FONTS},
        {"fullscreen", no_argument, NULL, OPT_FULLSCREEN},
        {"seen", required_argument, NULL, OPT_SEEN},
        {"pictures", required_argument, NULL, OPT_PICTURES},
        {"all", no_argument, NULL, OPT_ALL},
        {"json", no_argument, NULL, OPT_JSON},
        {"exit-after-first-frame", no_argument, NULL, OPT_FIRST_FRAME},
        {"reset-pin", no_argument, NULL, OPT_RESET_PIN},
        {"usb-rules", no_argument, NULL, OPT_USB_RULES},
        {"help", no_argument, NULL, OPT_HELP},
        {NULL, 0, NULL, 0}};
    *o = (Options){.language = "en"};
    find_share(o);
    find_data(o);
    find_runtime(o);
    opterr = 0;
    for (int option; (option = getopt_long(count, words, ":h", known, NULL)) != -1;) {
        if (option == 'h') {
            option = OPT_HELP;
        }
        if (option == ':') {
            return complain("a value must follow", words[optind - 1]);
        }
        if (option == '?') {
            return complain("there is no option", words[optind - 1]);
        }
        if (!read_option(o, option, optarg)) {
            return false;
        }
    }
    return o->command == COMMAND_HELP || o->command == COMMAND_RESET_PIN ||
           read_command(o, count - optind, words + optind);
}
