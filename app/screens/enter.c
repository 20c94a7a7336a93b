/* Come back to my draft: five words, each by its first letters and a touch. */
#include "base/text.h"
#include "screens/say.h"
#include "screens/screens.h"

#include <string.h>

enum { OFFERED = 4 };

static int offers(const App *app, const char *out[OFFERED]) {
    const char *letters = app->field.editor.text;
    int count = 0;
    if (!letters[0]) {
        return 0;
    }
    for (int i = 0; i < app->library->code_words.count && count < OFFERED; i++) {
        if (text_starts(app->library->code_words.text[i], letters)) {
            out[count++] = app->library->code_words.text[i];
        }
    }
    return count;
}

static void clear_letters(App *app) {
    editor_begin(&app->field.editor, "", CODE_LETTERS - 1);
}

void enter_begin(App *app, int ignored) {
    (void)ignored;
    explicit_bzero(&app->words, sizeof app->words);
    app->words.wait_s = store_try_wait(app->store, app->clock.now_ms);
    clear_letters(app);
    app_go(app, &screen_enter, 0);
}

static void choose(App *app, int index) {
    const char *words[OFFERED];
    if (index < offers(app, words) && app->words.at < CODE_WORDS) {
        text_set(app->words.word[app->words.at], CODE_WORD_SIZE, words[index]);
        app->words.at++;
        app->words.refused = false;
        clear_letters(app);
    }
}

/* Touch a word that is given to give it again. */
static void again(App *app, int index) {
    app->words.at = index;
    app->words.refused = false;
    clear_letters(app);
}

static void open_draft(App *app, int ignored) {
    (void)ignored;
    int wait = store_try_wait(app->store, app->clock.now_ms);
    app->words.wait_s = wait;
    if (wait > 0 || app_busy(app)) {
        return;
    }
    app->code[0] = '\0';
    for (int i = 0; i < CODE_WORDS; i++) {
        text_add(app->code, sizeof app->code, i ? " " : "");
        text_add(app->code, sizeof app->code, app->words.word[i]);
    }
    app_start(app, JOB_OPEN);
}

static void letter(App *app, int code) {
    char text[2] = {(char)code, '\0'};
    editor_insert(&app->field.editor, text);
    app->words.refused = false;
}

static void backspace(App *app, int ignored) {
    (void)ignored;
    if (app->field.editor.len > 0) {
        editor_backspace(&app->field.editor);
    } else if (app->words.at > 0) {
        again(app, app->words.at - 1);
    }
}

static void from_stick(App *app, int ignored) {
    (void)ignored;
    app->stick.task = TASK_OPEN;
    app_go(app, &screen_stick, 0);
    app_sticks_changed(app);
}

static void slot(Ui *ui, const App *app, int n) {
    bool given = n < app->words.at, now = n == app->words.at;
    const char *word = given ? app->words.word[n] : now ? app->field.editor.text : "";
    const char *name = say_with(ui, app, "words.n", "n", say_number(ui, n + 1), NULL);
    ui_row(
        ui, .role = given ? NODE_BUTTON : NODE_TEXT,
        .label = word[0] ? ui_print(ui, "%s: %s", name, word) : name, .tap = given ? again : NULL,
        .arg = n, .w = GROW, .h = (Size){.kind = SIZE_FIT, .least = 13},
        .face = now     ? ROLE_SURFACE
                : given ? ROLE_SEL_FILL
                        : ROLE_SUNKEN,
        .stroke = now ? ROLE_PRIMARY : ROLE_STROKE, .stroke_w = now ? 0.6f : 0.34f, .radius = 2.2f,
        .pad = PAD_XY(2, 0), .gap = 2, .align = ALIGN_CENTRE, .justify = JUSTIFY_CENTRE);
    ui_words(ui, .text = word[0] ? word : say_number(ui, n + 1), .style = STYLE_BODY,
             .ink = given     ? ROLE_SEL_INK
                    : word[0] ? ROLE_INK
                              : ROLE_MUTED,
             .bold = given, .role = NODE_GROUP, .lines_most = 1);
    ui_close(ui);
}

/* Only the word asked for fits beside the letters. */
static bool one_at_a_time(const Ui *ui) {
    return page_compact(ui) || ui->look.size > SIZE_STANDARD;
}

static void slots(Ui *ui, const App *app) {
    if (one_at_a_time(ui)) {
        int n = app->words.at < CODE_WORDS ? app->words.at : CODE_WORDS - 1;
        ui_row(ui, .gap = 3, .w = GROW);
        slot(ui, app, n);
        ui_close(ui);
        return;
    }
    ui_row(ui, .gap = 3);
    for (int n = 0; n < CODE_WORDS; n++) {
        slot(ui, app, n);
    }
    ui_close(ui);
}

/* Words that open nothing and a draft that was cleared look the same; a draft that is there and
 * cannot be read is not the fault of the words. */
static const char *why_not(Ui *ui, const App *app) {
    bool nothing = app->words.err == OK || app->words.err == ERR_NOT_FOUND;
    return nothing ? say(ui, app, "words.bad")
                   : say_joined(ui, app, "err.", err_name(app->words.err));
}

static void strip(Ui *ui, const App *app) {
    const char *words[OFFERED];
    int count = offers(app, words);
    bool all = app->words.at == CODE_WORDS;
    ui_row(ui, .gap = 3, .align = ALIGN_CENTRE, .h = AT_LEAST(13));
    if (app_busy(app)) {
        ui_sign(ui, "clock", 6.5f, ROLE_THREAD);
        ui_words(ui, .text = say(ui, app, "words.opening"), .style = STYLE_BODY, .role = NODE_TEXT,
                 .w = GROW);
    } else if (all && app->words.wait_s > 0) {
        ui_words(ui,
                 .text =
                     say_with(ui, app, "words.wait", "n", say_number(ui, app->words.wait_s), NULL),
                 .style = STYLE_SMALL, .role = NODE_TEXT, .w = GROW);
        ui_press(ui, .kind = BUTTON_STRONG, .label = say(ui, app, "words.open"), .tap = open_draft);
    } else if (app->words.refused) {
        ui_words(ui, .text = why_not(ui, app), .style = STYLE_SMALL, .role = NODE_TEXT, .w = GROW);
        ui_press(ui, .kind = BUTTON_STRONG, .label = say(ui, app, "words.open"), .tap = open_draft);
    } else if (all) {
        ui_press(ui, .kind = BUTTON_MAIN, .label = say(ui, app, "words.open"), .icon_end = "next",
                 .tap = open_draft, .w = GROW, .h = AT_LEAST(13));
    } else if (count > 0) {
        int room = ui->look.panel.w - look_px(&ui->look, 2 * page_pad(ui));
        for (int i = 0; i < count; i++) { /* what has no room comes with the next letter */
            Button word = {
                .kind = BUTTON_SMALL, .label = words[i], .tap = choose, .arg = i, .w = GROW};
            room -= ui_button_width(ui, &word) + (i > 0 ? look_px(&ui->look, 3) : 0);
            if (i == 0 || room >= 0) {
                ui_button(ui, &word);
            }
        }
    } else if (app->words.wait_s > 0 && app->field.editor.len == 0 && app->words.at == 0) {
        ui_words(ui,
                 .text =
                     say_with(ui, app, "words.wait", "n", say_number(ui, app->words.wait_s), NULL),
                 .style = STYLE_SMALL, .role = NODE_TEXT, .w = GROW);
    } else if (!page_tiny(ui)) {
        bool none = app->field.editor.len > 0;
        ui_words(ui, .text = say(ui, app, none ? "words.none" : "words.hint"), .style = STYLE_SMALL,
                 .role = NODE_TEXT, .w = GROW);
    }
    ui_close(ui);
}

/* Letters only: the words hold nothing else. */
static void letters(Ui *ui, const App *app) {
    static const char *const rows[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    KeySizes key = key_sizes(ui);
    ui_column(ui, .nearest = true, .face = ROLE_SUNKEN, .pad = {key.side, 3, key.side, 3},
              .gap = key.row_gap);
    for (int r = 0; r < 3; r++) {
        ui_row(ui, .gap = key.gap, .justify = JUSTIFY_CENTRE);
        for (const char *c = rows[r]; *c; c++) {
            const char *label = ui_print(ui, "%c", *c);
            ui_row(ui, .role = NODE_KEY, .label = label, .tap = letter, .arg = *c,
                   .w = FIXED(key.unit), .h = FIXED(key.h), .face = ROLE_SURFACE,
                   .stroke = ROLE_STROKE, .stroke_w = 0.34f, .edge = ROLE_EDGE, .edge_h = 0.7f,
                   .radius = 1.8f, .align = ALIGN_CENTRE, .justify = JUSTIFY_CENTRE);
            ui_words(ui, .text = label, .style = page_slim(ui) ? STYLE_SMALL : STYLE_KEY,
                     .role = NODE_GROUP);
            ui_close(ui);
        }
        if (r == 2) {
            ui_row(ui, .role = NODE_KEY, .label = say(ui, app, "k.backspace"), .tap = backspace,
                   .repeats = true, .w = FIXED(key.unit * 2 + key.gap), .h = FIXED(key.h),
                   .face = ROLE_SUNKEN, .stroke = ROLE_STROKE, .stroke_w = 0.34f, .edge = ROLE_EDGE,
                   .edge_h = 0.7f, .radius = 1.8f, .align = ALIGN_CENTRE,
                   .justify = JUSTIFY_CENTRE);
            ui_icon(ui, "backspace", 8, ROLE_INK);
            ui_close(ui);
        }
        ui_close(ui);
    }
    ui_close(ui);
}

/* The word in place of the heading: the letters need the room below. */
static bool brief(const Ui *ui) {
    return page_narrow(ui) || ui->look.size == SIZE_LARGEST;
}

/* All words are given: no letters are needed, and each word can be looked at and given again. */
static void all_given(Ui *ui, const App *app) {
    bool busy = app_busy(app);
    Page page = {.title = say(ui, app, "words.head"),
                 .next = busy ? NULL : say(ui, app, "words.open"),
                 .next_tap = open_draft,
                 .gap = 3};
    const char *told = busy                    ? say(ui, app, "words.opening")
                       : app->words.wait_s > 0 ? say_with(ui, app, "words.wait", "n",
                                                          say_number(ui, app->words.wait_s), NULL)
                       : app->words.refused    ? say(ui, app, "words.bad")
                                               : NULL;
    page_begin(ui, app, &page);
    if (told) {
        ui_words(ui, .text = told, .style = STYLE_BODY, .role = NODE_TEXT);
    }
    if (page_tall(ui)) {
        ui_space(ui);
    }
    ui_grid(ui, .columns = page_two(ui), .gap = 3);
    for (int n = 0; n < CODE_WORDS; n++) {
        slot(ui, app, n);
    }
    ui_close(ui);
    page_end(ui, app, &page);
}

static void build(Ui *ui, const App *app) {
    if (one_at_a_time(ui) && app->words.at == CODE_WORDS) {
        all_given(ui, app);
        return;
    }
    float pad = page_pad(ui);
    bool small = page_compact(ui);
    ui_column(ui, .face = ROLE_BG, .h = GROW);
    ui_column(ui, .pad = {pad, small ? 1.8f : 2.6f, pad, small ? 1.6f : 3}, .gap = 3, .h = GROW);
    ui_row(ui, .gap = 4, .align = ALIGN_CENTRE);
    ui_press(ui, .kind = BUTTON_HEADER, .icon = "back", .label = say(ui, app, "common.back"),
             .tap = app_back, .icon_only = page_narrow(ui) || page_large(ui));
    if (brief(ui)) {
        slots(ui, app);
    } else {
        ui_words(ui, .text = say(ui, app, "words.head"),
                 .style = page_large(ui) ? STYLE_SMALL
                          : small        ? STYLE_BODY
                                         : STYLE_HEADING2,
                 .bold = true, .role = NODE_HEADING, .w = GROW);
    }
    ui_press(ui, .kind = BUTTON_HEADER, .icon = "usb", .label = say(ui, app, "words.stick"),
             .tap = from_stick, .icon_only = small);
    ui_close(ui);
    if (!small) {
        ui_space(ui);
    }
    if (!brief(ui)) {
        slots(ui, app);
    }
    strip(ui, app);
    if (!small) {
        ui_space(ui);
        ui_words(ui, .text = say(ui, app, "words.lost.body"), .style = STYLE_SMALL,
                 .ink = ROLE_MUTED, .role = NODE_TEXT);
    }
    ui_close(ui);
    letters(ui, app);
    ui_close(ui);
}

/* Enter on a real keyboard takes the only word that is offered. */
static void done(App *app) {
    if (app->words.at == CODE_WORDS) {
        open_draft(app, 0);
    } else {
        choose(app, 0);
    }
}

const Screen screen_enter = {
    .name = "enter", .typing = true, .waits = true, .build = build, .done = done};
