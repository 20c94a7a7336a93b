/* The keyboard page: one field, one keyboard, nothing that moves while typing. */
#include "base/text.h"
#include "screens/answer.h"
#include "screens/say.h"
#include "screens/screens.h"

#include <string.h>

enum { NEAR_LIMIT = 40 }; /* bytes left when the counter shows */

static char *target(App *app, int *size) {
    switch (app->field.kind) {
    case FIELD_NAME:
        *size = DRAFT_NAME_SIZE;
        return app->draft.name;
    case FIELD_SAYS:
        *size = DRAFT_WORDS_SIZE;
        return app->draft.says;
    case FIELD_SENTENCE:
        *size = DRAFT_SENTENCE_SIZE;
        return app_outcome(app)->sentence;
    case FIELD_NOTE:
        *size = DRAFT_NOTE_SIZE;
        return app->review.note;
    case FIELD_PART:
        break;
    }
    *size = DRAFT_WORDS_SIZE;
    return app_outcome(app)->words[app->field.part];
}

static void open(App *app) {
    int size;
    const char *text = target(app, &size);
    if (app->field.kind == FIELD_SENTENCE && !text[0]) {
        text = app->composed.text;
    }
    editor_begin(&app->field.editor, text, size - 1);
    app->field.layer = "letters";
    app->field.full = false;
    app->field.shift = false;
    app_go(app, &screen_type, 0);
}

void type_part(App *app, Part part) {
    app->field.kind = FIELD_PART;
    app->field.part = part;
    open(app);
}

void type_field(App *app, FieldKind kind) {
    app->field.kind = kind;
    app->field.part = PART_COUNT;
    open(app);
}

/* Done: the words go where they belong, and the page that asked shows again. */
void type_commit(App *app) {
    Editor *editor = &app->field.editor;
    int size;
    char *field = target(app, &size);
    if (app->field.kind == FIELD_PART) {
        answer_set(app, app->field.part, editor->text);
    } else {
        text_set(field, (size_t)size, editor->text);
        text_tidy(field);
        if (app->field.kind == FIELD_SENTENCE && strcmp(field, app->composed.text) == 0) {
            text_set(field, (size_t)size, "");
        }
    }
    editor_wipe(editor);
    app_back(app, 0);
}

static void done(App *app, int ignored) {
    (void)ignored;
    type_commit(app);
}

static void undo(App *app, int ignored) {
    (void)ignored;
    editor_undo(&app->field.editor);
    app->field.full = false;
}

static const char *ask(Ui *ui, const App *app) {
    static const char *const parts[PART_COUNT] = {
        [PART_HOPE] = "b.hope.q",   [PART_HARD] = "b.hard.q", [PART_WHAT] = "b.what.q",
        [PART_WHERE] = "b.where.q", [PART_KNOW] = "b.know.q", [PART_WHEN] = "b.when.q",
        [PART_WHY] = "b.why.q",     [PART_HELP] = "b.help.q"};
    switch (app->field.kind) {
    case FIELD_NAME:
        return say(ui, app, "child.q");
    case FIELD_SAYS:
        return say(ui, app, "child.says.q");
    case FIELD_SENTENCE:
        return say(ui, app, "c.title");
    case FIELD_NOTE:
        return say(ui, app, "r.note");
    case FIELD_PART:
        break;
    }
    return say(ui, app, parts[app->field.part < PART_COUNT ? app->field.part : PART_WHAT]);
}

/* What stands before the parent's words and cannot be edited. */
static const char *prefix(Ui *ui, const App *app) {
    if (app->field.kind != FIELD_PART || page_compact(ui)) {
        return "";
    }
    const char *what = app_outcome_const(app)->words[PART_WHAT];
    switch (app->field.part) {
    case PART_WHAT:
        return ui_print(ui, "%s ", say(ui, app, "b.lead"));
    case PART_WHERE:
    case PART_KNOW:
        return what[0] ? ui_print(ui, "%s %s ", say(ui, app, "b.lead"), what) : "";
    case PART_WHY:
        return ui_print(ui, "%s ", say(ui, app, "b.lead.why"));
    case PART_HOPE:
    case PART_HARD:
    case PART_WHEN:
    case PART_HELP:
    case PART_COUNT:
        break;
    }
    return "";
}

/* Touch puts the caret at the end of a word. */
static void place_caret(App *app, int prefix_len) {
    Ui *ui = app->ui;
    const Node *text = ui_find_named(ui, "typed");
    if (text) {
        int byte = text_byte_at(ui, text, ui->touch.x - text->at.x, ui->touch.y - text->at.y);
        editor_place(&app->field.editor, byte - prefix_len);
    }
}

static void field(Ui *ui, const App *app) {
    const Editor *editor = &app->field.editor;
    const char *before = prefix(ui, app);
    Run runs[] = {{.text = before, .ink = ROLE_MUTED}, {.text = editor->text, .ink = ROLE_INK}};
    ui_column(ui, .id = "field", .role = NODE_FIELD, .label = ask(ui, app),
              .say = editor->text[0] ? editor->text : NULL, .tap = place_caret,
              .arg = (int)strlen(before), .face = ROLE_SURFACE, .stroke = ROLE_PRIMARY,
              .stroke_w = 0.6f, .radius = 2.2f,
              .h = page_tall(ui) ? FIXED(44) : (Size){.kind = SIZE_GROW, .n = 1, .least = 13},
              .pad = PAD_XY(4.6f, 2), .clip = true, .justify = JUSTIFY_CENTRE);
    ui_text(ui, &(Text){.id = "typed",
                        .runs = runs,
                        .run_count = 2,
                        .style = STYLE_LEAD,
                        .role = NODE_GROUP,
                        .caret = (int)strlen(before) + editor->caret + 1});
    ui_close(ui);
}

/* Under the field: accents while a letter was held, else how much room is left, and Undo. */
static void strip(Ui *ui, const App *app) {
    const Editor *editor = &app->field.editor;
    int left = editor->most - editor->len;
    ui_row(ui, .gap = 3, .align = ALIGN_CENTRE);
    ui_row(ui, .w = GROW, .gap = 3, .align = ALIGN_CENTRE);
    if (app->field.accents) {
        key_accents(ui, app);
    } else if (app->field.full || left < NEAR_LIMIT) {
        ui_words(ui,
                 .text = app->field.full
                             ? say(ui, app, "k.full")
                             : say_with(ui, app, "k.room", "n", say_number(ui, left), NULL),
                 .style = STYLE_SMALL, .role = NODE_TEXT, .w = GROW);
    } else {
        ui_words(ui, .text = app->field.kind == FIELD_NAME ? say(ui, app, "child.private") : "",
                 .style = STYLE_SMALL, .ink = ROLE_MUTED, .role = NODE_TEXT, .w = GROW);
    }
    ui_close(ui);
    ui_press(ui, .kind = BUTTON_HEADER, .icon = "undo", .label = say(ui, app, "common.undo"),
             .tap = undo, .icon_only = page_large(ui));
    ui_close(ui);
}

/* Field and Undo beside each other; in their place the accents of a letter that was held. */
static void one_row(Ui *ui, const App *app) {
    ui_row(ui, .gap = 3, .align = ALIGN_CENTRE, .h = GROW);
    if (app->field.accents) {
        ui_flow(ui, .w = GROW, .gap = 3);
        key_accents(ui, app);
        ui_close(ui);
    } else {
        ui_column(ui, .w = GROW, .h = GROW);
        field(ui, app);
        ui_close(ui);
        ui_press(ui, .kind = BUTTON_HEADER, .icon = "undo", .label = say(ui, app, "common.undo"),
                 .tap = undo, .icon_only = true);
    }
    ui_close(ui);
}

static void build(Ui *ui, const App *app) {
    float pad = page_pad(ui);
    bool small = page_narrow(ui);
    ui_column(ui, .face = ROLE_BG, .h = GROW);
    ui_column(ui, .pad = {pad, small ? 1.4f : 2.6f, pad, small ? 1.4f : 3}, .gap = small ? 1.4f : 3,
              .h = GROW);
    if (!small) {
        bool large = page_large(ui);
        if (page_tall(ui)) {
            ui_picture(ui, "steps", GROW, GROW, 0, 0);
        }
        ui_row(ui, .gap = large ? 3 : 6, .align = ALIGN_CENTRE);
        ui_press(ui, .kind = BUTTON_HEADER, .icon = "hidekeys", .label = say(ui, app, "k.hide"),
                 .tap = done, .icon_only = large);
        ui_words(ui, .text = ask(ui, app), .style = large ? STYLE_SMALL : STYLE_HEADING2,
                 .bold = true, .role = NODE_HEADING, .w = GROW);
        ui_press(ui, .kind = BUTTON_HEADER, .icon = "hand", .label = say(ui, app, "common.hide"),
                 .tap = app_hide, .icon_only = large);
        ui_close(ui);
    }
    if (page_tiny(ui)) { /* one row: the keys need the room */
        one_row(ui, app);
    } else {
        field(ui, app);
        strip(ui, app);
    }
    ui_close(ui);
    keys(ui, app);
    ui_close(ui);
}

static void samples(App *app) {
    type_part(app, PART_WHERE);
}

const Screen screen_type = {.samples = samples,
                            .name = "type",
                            .own_words = true,
                            .typing = true,
                            .build = build,
                            .done = type_commit};
