/* The on-screen keyboard: layout from content, capitals that come by themselves, accents by
 * holding. Keys are ordinary nodes; what they type goes to the App's editor. */
#include "base/utf8.h"
#include "screens/say.h"
#include "screens/screens.h"

#include <string.h>
#include <strings.h>

enum { KEY_ROW = 32 }; /* a key's place in one number: row times this and column */

static const KeyLayer *layer(const App *app) {
    const char *id = app->field.layer ? app->field.layer : "letters";
    for (int i = 0; i < app->library->layer_count; i++) {
        if (strcmp(app->library->layers[i].id, id) == 0) {
            return &app->library->layers[i];
        }
    }
    return &app->library->layers[0];
}

/* A is due at a sentence start and for one letter after Shift. Names begin with a capital too;
 * phrases that are part of a sentence do not, nor do addresses. */
bool key_capital(const App *app) {
    bool starts = app->field.kind != FIELD_PART || app->field.editor.caret > 0;
    starts = starts && !app->field.as_typed;
    return app->field.shift != (starts && editor_wants_capital(&app->field.editor));
}

/* Upper case of one letter of Latin-1 and Latin Extended-A; others as they are. */
static const char *upper(Ui *ui, const char *letter) {
    uint32_t point;
    if (utf8_read(letter, strlen(letter), &point) < 0) {
        return letter;
    }
    bool plain = point >= 'a' && point <= 'z';
    bool latin1 = point >= 0xE0 && point <= 0xFE && point != 0xF7;
    bool extended = point >= 0x100 && point <= 0x137 && point % 2 == 1;
    bool extended2 = point >= 0x139 && point <= 0x148 && point % 2 == 0;
    bool extended3 = point >= 0x14A && point <= 0x177 && point % 2 == 1;
    if (plain || latin1) {
        point -= 'a' - 'A';
    } else if (extended || extended2 || extended3) {
        point--;
    } else {
        return letter;
    }
    char out[UTF8_MOST];
    int len = utf8_write(out, point);
    return ui_print(ui, "%.*s", len, out);
}

/* 'i' alone becomes 'I' when the word ends behind it, or goes on as in I'm. */
static void mend_i(Editor *editor) {
    int at = editor->caret;
    bool alone = at > 0 && editor->text[at - 1] == 'i' && (at == 1 || editor->text[at - 2] == ' ');
    if (alone) {
        editor->text[at - 1] = 'I';
    }
}

static void insert(App *app, const char *text) {
    bool ends = strchr(" .,?!;:'", text[0]) != NULL || strcmp(text, "’") == 0;
    if (ends && !app->field.as_typed) {
        mend_i(&app->field.editor);
    }
    app->field.full = !editor_insert(&app->field.editor, text);
    app->field.shift = false;
}

/* Held long enough, whole words go. */
static void rub_out(App *app) {
    enum { WORDS_FROM_MS = 2000 };
    const Ui *ui = app->ui;
    if (ui->touch.down && ui->now_ms - ui->touch.since_ms >= WORDS_FROM_MS) {
        editor_backspace_word(&app->field.editor);
    } else {
        editor_backspace(&app->field.editor);
    }
}

static const Key *key_at(const App *app, int arg) {
    const KeyLayer *l = layer(app);
    int row = arg / KEY_ROW, column = arg % KEY_ROW;
    return row < l->row_count && column < l->rows[row].count ? &l->rows[row].keys[column] : NULL;
}

static void press(App *app, int arg) {
    const Key *key = key_at(app, arg);
    Editor *editor = &app->field.editor;
    if (!key) {
        return;
    }
    app->field.accents = NULL;
    switch (key->kind) {
    case KEY_TEXT:
        insert(app, key_capital(app) ? upper(app->ui, key->value) : key->value);
        break;
    case KEY_SPACE:
        insert(app, " ");
        break;
    case KEY_SHIFT:
        app->field.shift = !app->field.shift;
        break;
    case KEY_BACKSPACE:
        rub_out(app);
        app->field.full = false;
        break;
    case KEY_LAYER:
        app->field.layer = key->value;
        break;
    case KEY_LEFT:
        editor_left(editor);
        break;
    case KEY_RIGHT:
        editor_right(editor);
        break;
    case KEY_DONE:
        type_commit(app);
        break;
    }
}

/* Holding a letter shows its accents in the strip; they stay, so that a slow hand can choose. */
static void hold(App *app, int arg) {
    const Key *key = key_at(app, arg);
    if (key && key->more) {
        app->field.accents = key->more;
    }
}

static void accent(App *app, int at) {
    const char *all = app->field.accents;
    uint32_t point;
    int len = all ? utf8_read(all + at, strlen(all + at), &point) : 0;
    if (len > 0) {
        const char *letter = ui_print(app->ui, "%.*s", len, all + at);
        insert(app, key_capital(app) ? upper(app->ui, letter) : letter);
    }
    app->field.accents = NULL;
}

static bool is_letter(const Key *key) {
    return key->kind == KEY_TEXT && utf8_count(key->value, strlen(key->value)) == 1;
}

static const char *key_icon(KeyKind kind) {
    switch (kind) {
    case KEY_SHIFT:
        return "shift";
    case KEY_BACKSPACE:
        return "backspace";
    case KEY_LEFT:
        return "back";
    case KEY_RIGHT:
        return "next";
    case KEY_DONE:
        return "tick_bold";
    case KEY_TEXT:
    case KEY_LAYER:
    case KEY_SPACE:
        break;
    }
    return NULL;
}

/* A capital W fits a slim key, too. */
static Style key_style(const Ui *ui) {
    return !page_slim(ui) ? STYLE_KEY : ui->look.size == SIZE_STANDARD ? STYLE_BODY : STYLE_SMALL;
}

static void draw_key(Ui *ui, const App *app, const Key *key, int arg, float w, float h) {
    enum { HOLD_MS = 500 };
    bool done_key = key->kind == KEY_DONE,
         quiet = key->kind == KEY_SHIFT || key->kind == KEY_BACKSPACE || key->kind == KEY_LAYER;
    bool on = key->kind == KEY_SHIFT && key_capital(app);
    const char *icon = done_key && page_slim(ui) ? NULL : key_icon(key->kind);
    const char *label = key->label && key->label[0] ? key->label : key->value;
    if (is_letter(key) && key_capital(app)) {
        label = upper(ui, label);
    }
    ui_row(ui, .id = ui_print(ui, "key%d", arg), .role = NODE_KEY,
           .label = key->kind == KEY_TEXT ? label
                    : key->say            ? key->say
                                          : label,
           .say = key->say, .tap = press, .hold = key->more ? hold : NULL, .hold_ms = HOLD_MS,
           .repeats = key->kind == KEY_BACKSPACE, .arg = arg, .selected = on, .w = FIXED(w),
           .h = FIXED(h),
           .face = done_key ? ROLE_PRIMARY
                   : on     ? ROLE_SEL_FILL
                   : quiet  ? ROLE_SUNKEN
                            : ROLE_SURFACE,
           .stroke = done_key ? ROLE_NONE
                     : on     ? ROLE_SEL_STROKE
                              : ROLE_STROKE,
           .stroke_w = on ? 0.6f : 0.34f, .edge = done_key ? ROLE_PRIMARY_EDGE : ROLE_EDGE,
           .edge_h = 0.7f, .radius = 1.8f, .align = ALIGN_CENTRE, .justify = JUSTIFY_CENTRE,
           .gap = 2.2f);
    Role ink = done_key ? ROLE_ON_PRIMARY : on ? ROLE_SEL_INK : ROLE_INK;
    if (icon) {
        const float usual = 8, with_words = 6.5f, air = 0.6f;
        ui_icon(ui, icon, done_key ? with_words : w - air < usual ? w - air : usual, ink);
    }
    bool words = !icon || done_key;
    if (words) {
        ui_words(ui, .text = label, .style = is_letter(key) ? key_style(ui) : STYLE_SMALL,
                 .bold = done_key, .ink = ink, .role = NODE_GROUP, .lines_most = 1);
    }
    ui_close(ui);
}

/* As wide as ten of them may be. */
static float key_unit(const Ui *ui, float gap, float side) {
    enum { COLUMNS = 10 };
    int room =
        ui->look.panel.w - 2 * look_px(&ui->look, side) - (COLUMNS - 1) * look_px(&ui->look, gap);
    int whole = room / COLUMNS; /* px: ten of them are never too wide */
    return (float)whole / ui->look.u;
}

KeySizes key_sizes(const Ui *ui) {
    static const KeySizes usual = {.gap = 3, .row_gap = 3, .h = 13, .side = 3},
                          small = {.gap = 1.6f, .row_gap = 1.8f, .h = 10.8f, .side = 2},
                          slim = {.gap = 1, .row_gap = 1.8f, .h = 14, .side = 1.5f};
    KeySizes sizes = page_slim(ui) ? slim : page_narrow(ui) ? small : usual;
    sizes.unit = key_unit(ui, sizes.gap, sizes.side);
    return sizes;
}

void keys(Ui *ui, const App *app) {
    KeySizes m = key_sizes(ui);
    const KeyLayer *l = layer(app);
    ui_column(ui, .h = FIXED(0.34f), .face = ROLE_STROKE);
    ui_close(ui);
    ui_column(ui, .id = "keys", .nearest = true, .face = ROLE_SUNKEN, .pad = {m.side, 3, m.side, 3},
              .gap = m.row_gap);
    for (int r = 0; r < l->row_count; r++) {
        ui_row(ui, .gap = m.gap, .justify = JUSTIFY_CENTRE);
        for (int k = 0; k < l->rows[r].count; k++) {
            const Key *key = &l->rows[r].keys[k];
            float w = key->width > 0 ? key->width : 1;
            draw_key(ui, app, key, r * KEY_ROW + k, w * m.unit + (w - 1) * m.gap, m.h);
        }
        ui_close(ui);
    }
    ui_close(ui);
}

static void strip_key(Ui *ui, const KeySizes *m, const char *id, const char *label, Tap *tap,
                      int arg) {
    ui_row(ui, .id = id, .role = NODE_KEY, .label = label, .tap = tap, .arg = arg,
           .w = FIXED(m->unit), .h = FIXED(m->h), .reach = m->gap / 2, .face = ROLE_SURFACE,
           .stroke = ROLE_STROKE, .stroke_w = 0.34f, .edge = ROLE_EDGE, .edge_h = 0.7f,
           .radius = 1.8f, .align = ALIGN_CENTRE, .justify = JUSTIFY_CENTRE);
    ui_words(ui, .text = label, .style = key_style(ui), .role = NODE_GROUP);
    ui_close(ui);
}

static void accents(Ui *ui, const App *app, const KeySizes *m) {
    const char *all = app->field.accents;
    for (int at = 0; all[at];) {
        int len = utf8_read(all + at, strlen(all + at), NULL);
        const char *letter = ui_print(ui, "%.*s", len, all + at);
        strip_key(ui, m, ui_print(ui, "accent%d", at),
                  key_capital(app) ? upper(ui, letter) : letter, accent, at);
        at += len;
    }
}

/* Does what stands before the caret end with this word, and at most one space? */
static bool is_behind(const Editor *editor, const char *word) {
    int len = (int)strlen(word), end = editor->caret;
    end -= end > 0 && editor->text[end - 1] == ' ' ? 1 : 0;
    int from = end - len;
    bool alone = from == 0 || (from > 0 && editor->text[from - 1] == ' ');
    return from >= 0 && alone && strncasecmp(editor->text + from, word, (size_t)len) == 0;
}

/* The numbers that come next: of a school year or a key stage; false where none does. */
static bool numbers_due(const App *app, int *first, int *last) {
    enum { YEAR_FIRST = 1, STAGES = 5 };
    const Editor *editor = &app->field.editor;
    if (is_behind(editor, library_string(app->library, "k.stage"))) {
        *first = 1;
        *last = STAGES;
        return true;
    }
    if (is_behind(editor, library_string(app->library, "k.year"))) {
        int year = (int)app->draft.year_group;
        *first = year > YEAR_FIRST && year <= YEAR_LAST ? year : YEAR_FIRST;
        *last = YEAR_LAST;
        return true;
    }
    return false;
}

static void number(App *app, int n) {
    const Editor *editor = &app->field.editor;
    bool spaced = editor->caret > 0 && editor->text[editor->caret - 1] == ' ';
    insert(app, ui_print(app->ui, spaced ? "%d" : " %d", n));
}

bool key_strip(Ui *ui, const App *app, int room) {
    KeySizes m = key_sizes(ui);
    int first = 0, last = 0,
        most = (room + look_px(&ui->look, m.gap)) / look_px(&ui->look, m.unit + m.gap);
    bool due = numbers_due(app, &first, &last);
    if (!app->field.accents && !due) {
        return false;
    }
    ui_row(ui, .gap = m.gap, .w = GROW);
    if (app->field.accents) {
        accents(ui, app, &m);
    } else {
        for (int n = first; n <= last && n - first < most; n++) {
            strip_key(ui, &m, ui_print(ui, "number%d", n), ui_print(ui, "%d", n), number, n);
        }
    }
    ui_close(ui);
    return true;
}
