/* Filling strings. Every value is looked up at once; there are about twenty. */
#include "screens/say.h"

#include <stdarg.h>
#include <string.h>

enum { PAIRS_MOST = 64 };

typedef struct Pairs {
    const char *of[PAIRS_MOST];
    int count;
} Pairs;

static void add(Pairs *pairs, const char *key, const char *value) {
    if (pairs->count + 2 < PAIRS_MOST) {
        pairs->of[pairs->count++] = key;
        pairs->of[pairs->count++] = value ? value : "";
        pairs->of[pairs->count] = NULL;
    }
}

const char *say_capital(Ui *ui, const char *text) {
    char *copy = ui_print(ui, "%s", text);
    if (copy[0] >= 'a' && copy[0] <= 'z') {
        copy[0] = (char)(copy[0] - 'a' + 'A');
    }
    return copy;
}

static void add_child(Pairs *pairs, Ui *ui, const App *app) {
    static const char *const keys[] = {"they", "them", "their", "have", "themself"};
    static const char *const capitals[] = {"They", "Them", "Their"};
    const Grammar *grammar = app->library->grammar;
    const char *name = compose_name(&app->draft, grammar);
    char *possessive = ui_print(ui, "%*s", DRAFT_NAME_SIZE * 2, "");
    compose_possessive(name, possessive, (size_t)DRAFT_NAME_SIZE * 2);
    add(pairs, "name", name);
    add(pairs, "name's", possessive);
    add(pairs, "Name", say_capital(ui, name));
    for (int i = 0; i < 5; i++) {
        add(pairs, keys[i], grammar->pronouns[app->draft.pronoun][i]);
    }
    for (int i = 0; i < 3; i++) {
        add(pairs, capitals[i], say_capital(ui, grammar->pronouns[app->draft.pronoun][i]));
    }
}

static void add_place(Pairs *pairs, const App *app) {
    const PlaceInfo *place = app->library->place;
    add(pairs, "place", place->name);
    add(pairs, "service", place->service);
    add(pairs, "phone", place->phone);
    add(pairs, "text", place->text_phone);
    add(pairs, "email", place->email);
    add(pairs, "website", place->website);
    add(pairs, "drop_in", place->drop_in);
    add(pairs, "law_date", place->law_date);
}

bool say_lacks(const App *app, const char *pattern) {
    Pairs pairs = {0};
    add_place(&pairs, app);
    for (int i = 0; i < pairs.count; i += 2) {
        size_t len = strlen(pairs.of[i]);
        for (const char *at = strchr(pattern, '{'); at; at = strchr(at + 1, '{')) {
            bool named = strncmp(at + 1, pairs.of[i], len) == 0 && at[1 + len] == '}';
            if (named && !pairs.of[i + 1][0]) {
                return true;
            }
        }
    }
    return false;
}

static const char *fill(Ui *ui, const char *pattern, const Pairs *pairs) {
    return library_filled(&ui->arena, pattern, pairs->of);
}

/* A sentence that begins with the child's words begins with a capital: 'my child' -> 'My child'. */
static const char *finish(Ui *ui, const char *pattern, const char *filled) {
    bool starts_filled = pattern[0] == '{';
    const char *last = strrchr(pattern, '.');
    bool sentence = starts_filled && ((last && last[1] == '\0') || strchr(pattern, '?') ||
                                      strstr(pattern, "{name’s}") || strstr(pattern, "{name}’s"));
    return sentence ? say_capital(ui, filled) : filled;
}

const char *say_text(Ui *ui, const App *app, const char *pattern) {
    if (!strchr(pattern, '{')) {
        return pattern;
    }
    Pairs pairs = {0};
    add_child(&pairs, ui, app);
    add_place(&pairs, app);
    return finish(ui, pattern, fill(ui, pattern, &pairs));
}

const char *say(Ui *ui, const App *app, const char *id) {
    return say_text(ui, app, library_string(app->library, id));
}

const char *say_joined(Ui *ui, const App *app, const char *prefix, const char *name) {
    return say(ui, app, ui_print(ui, "%s%s", prefix, name));
}

const char *say_with(Ui *ui, const App *app, const char *id, ...) {
    Pairs pairs = {0};
    va_list args;
    va_start(args, id);
    for (const char *key = va_arg(args, const char *); key; key = va_arg(args, const char *)) {
        add(&pairs, key, va_arg(args, const char *));
    }
    va_end(args);
    add_child(&pairs, ui, app);
    add_place(&pairs, app);
    const char *pattern = library_string(app->library, id);
    return finish(ui, pattern, fill(ui, pattern, &pairs));
}

const char *say_number(Ui *ui, int number) {
    return ui_print(ui, "%d", number);
}
