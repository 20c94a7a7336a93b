/* The keyboard page: one field, one keyboard, nothing that moves while typing. */
#include "base/text.h"
#include "screens/answer.h"
#include "screens/say.h"
#include "screens/screens.h"
#include "screens/staff.h"
#include "visit/staff.h"

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
    case FIELD_PLACE: /* is staff's, and goes to the store */
    case FIELD_PART:
        break;
    }
    *size = DRAFT_WORDS_SIZE;
    return app_outcome(app)->words[app->field.part];
}

static void begin(App *app, const char *text, int most) {
    editor_begin(&app->field.editor, text, most);
    app->field.layer = "letters";
    app->field.full = false;
    app->field.shift = false;
    app->field.as_typed = false;
    app_go(app, &screen_type, 0);
}

static void open(App *app) {
    int size;
    const char *text = target(app, &size);
    if (app->field.kind == FIELD_SENTENCE && !text[0]) {
        text = app->composed.text;
    }
    begin(app, text, size - 1);
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

void type_place(App *app, PlaceField field) {
    bool number = field == PLACE_PHONE || field == PLACE_TEXT;
    app->field.kind = FIELD_PLACE;
    app->field.place = field;
    begin(app, place_text(&app->place, field), PLACE_LINE - 1);
    app->field.as_typed = number || field == PLACE_EMAIL || field == PLACE_WEBSITE;
    app->field.layer = number ? "numbers" : "letters";
}

/* Done: the words go where they belong, and the page that asked shows again. */
void type_commit(App *app) {
    Editor *editor = &app->field.editor;
    int size;
    char *field = target(app, &size);
    if (app->field.kind == FIELD_PLACE) {
        staff_say_place(app, app->field.place, editor->text);
    } else if (app->field.kind == FIELD_PART) {
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
    case FIELD_PLACE:
        return say(ui, app, staff_place_ids[app->field.place]);
    case FIELD_PART:
        break;
    }
    return say(ui, app, parts[app->field.part < PART_COUNT ? app->field.part : PART_WHAT]);
}

const char *type_before(Ui *ui, const App *app) {
    if (app->field.kind != FIELD_PART) {
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
    if (text && !ui->focus_shown) { /* by a key nothing was touched */
        int byte = text_byte_at(ui, text, ui->touch.x - text->at.x, ui->touch.y - text->at.y);
        editor_place(&app->field.editor, byte - prefix_len);
    }
}

static void field(Ui *ui, const App *app) {
    const Editor *editor = &app->field.editor;
    const float pad = page_tiny(ui) ? 1.4f : 2; /* there a line of letters needs all the height */
    const char *before = page_compact(ui) ? "" : type_before(ui, app);
    Run runs[] = {{.text = before, .ink = ROLE_MUTED}, {.text = editor->text, .ink = ROLE_INK}};
    ui_column(ui, .id = "field", .role = NODE_FIELD, .label = ask(ui, app),
              .say = editor->text[0] ? editor->text : NULL, .tap = place_caret,
              .arg = (int)strlen(before), .face = ROLE_SURFACE, .stroke = ROLE_PRIMARY,
              .stroke_w = 0.6f, .radius = 2.2f, .w = GROW,
              .h = page_tall(ui) ? FIXED(44) : (Size){.kind = SIZE_GROW, .n = 1, .least = 13},
              .pad = PAD_XY(4.6f, pad), .clip = true, .justify = JUSTIFY_CENTRE);
    ui_text(ui, &(Text){.id = "typed",
                        .runs = runs,
                        .run_count = 2,
                        .style = STYLE_LEAD,
                        .role = NODE_GROUP,
                        .caret = (int)strlen(before) + editor->caret + 1});
    ui_close(ui);
}

static bool is_near_limit(const App *app) {
    const Editor *editor = &app->field.editor;
    return app->field.full || editor->most - editor->len < NEAR_LIMIT;
}

/* How much room is left when that is little, in as many words as one line holds: the field above
 * stays where it is. */
static void notice(Ui *ui, const App *app, int room) {
    const Editor *editor = &app->field.editor;
    int left = editor->most - editor->len;
    bool full = app->field.full, near = is_near_limit(app);
    const char *text = full   ? say(ui, app, "k.full")
                       : near ? say_with(ui, app, "k.room", "n", say_number(ui, left), NULL)
                       : app->field.kind == FIELD_NAME ? say(ui, app, "child.private")
                                                       : "";
    const char *shown = text;
    if (ui_words_width(ui, text, STYLE_SMALL, false) > room) {
        shown = full ? say(ui, app, "k.full.short") : near ? say(ui, app, "k.near") : "";
    }
    if (shown[0]) {
        ui_words(ui, .text = shown, .style = STYLE_SMALL, .ink = near ? ROLE_INK : ROLE_MUTED,
                 .role = NODE_TEXT, .say = text, .w = GROW);
    } else {
        ui_space(ui);
    }
}

/* The smallest panel has no header; upright it has the room for one. */
static bool is_small(const Ui *ui) {
    return page_narrow(ui) && !page_slim(ui) && !page_tall(ui);
}

static bool icons_alone(const Ui *ui) {
    return page_large(ui) || page_slim(ui);
}

static Button undo_button(Ui *ui, const App *app, bool icon_only) {
    const float with_word = 29;
    return (Button){.kind = BUTTON_SMALL,
                    .style = STYLE_SMALL,
                    .icon = "undo",
                    .label = say(ui, app, "common.undo"),
                    .tap = undo,
                    .w = AT_LEAST(icon_only ? 0 : with_word),
                    .icon_only = icon_only};
}

static Button hide_button(Ui *ui, const App *app, bool icon_only) {
    return (Button){.kind = BUTTON_HEADER,
                    .icon = "hand",
                    .label = say(ui, app, "common.hide"),
                    .tap = app_hide,
                    .icon_only = icon_only};
}

/* The question in the largest style that holds it in one line; in the lowest it may take two. Where
 * even these are too short it was read on the page before, and the field is called by it. */
static void question(Ui *ui, const App *app, int room) {
    static const Style styles[] = {STYLE_HEADING2, STYLE_BODY, STYLE_SMALL};
    const float two_lines = 1.5f; /* of which words leave some empty */
    const char *text = ask(ui, app);
    size_t at = page_large(ui) ? 2 : 0;
    while (at < 2 && ui_words_width(ui, text, styles[at], true) > room) {
        at++;
    }
    if (at == 2 && (float)ui_words_width(ui, text, styles[at], true) > two_lines * (float)room) {
        ui_space(ui);
        return;
    }
    ui_words(ui, .text = text, .style = styles[at], .bold = true, .role = NODE_HEADING, .w = GROW);
}

static Button hide_keys_button(Ui *ui, const App *app) {
    return (Button){.kind = BUTTON_HEADER,
                    .icon = "hidekeys",
                    .label = say(ui, app, "k.hide"),
                    .tap = done,
                    .icon_only = icons_alone(ui)};
}

static void header(Ui *ui, const App *app) {
    bool large = icons_alone(ui);
    float gap = large ? 3 : 6;
    Button hide_keys = hide_keys_button(ui, app), hide = hide_button(ui, app, large);
    int room = ui->look.panel.w - look_px(&ui->look, 2 * page_pad(ui) + 2 * gap) -
               ui_button_width(ui, &hide_keys) - ui_button_width(ui, &hide);
    ui_row(ui, .gap = gap, .align = ALIGN_CENTRE);
    ui_button(ui, &hide_keys);
    question(ui, app, room);
    ui_button(ui, &hide);
    ui_close(ui);
}

/* Between the field and the keys: words, accents or numbers to touch, or a line of words, and
 * 'Undo'. As high as the highest of these always, so that nothing moves. */
static void strip(Ui *ui, const App *app) {
    bool small = is_small(ui);
    Button take_back = undo_button(ui, app, small || icons_alone(ui));
    take_back.h = FIXED(suggestions_h(ui));
    int all = ui->look.panel.w - look_px(&ui->look, 2 * page_pad(ui)),
        room = all - ui_button_width(ui, &take_back) - look_px(&ui->look, 3);
    bool keys_alone = small || page_slim(ui); /* there all the room is for them */
    ui_row(ui, .gap = 3, .align = ALIGN_CENTRE, .h = AT_LEAST(suggestions_h(ui)));
    bool by_key = key_strip(ui, app, keys_alone ? all : room);
    if (!by_key && (is_near_limit(app) || !suggestions(ui, app, room))) {
        notice(ui, app, room);
    }
    if (!by_key || !keys_alone) {
        ui_button(ui, &take_back);
    }
    ui_close(ui);
}

/* The smallest panel has room for the field alone, a tall one for the question above it. */
static void above(Ui *ui, const App *app) {
    Button hide = hide_button(ui, app, icons_alone(ui) || is_small(ui));
    if (is_small(ui)) {
        ui_row(ui, .gap = 3, .h = GROW, .align = ALIGN_CENTRE);
        field(ui, app);
        ui_button(ui, &hide);
        ui_close(ui);
    } else if (page_tall(ui) && !page_slim(ui)) {
        Button hide_keys = hide_keys_button(ui, app);
        ui_space(ui);
        page_heading(ui, ask(ui, app));
        field(ui, app);
        ui_row(ui, .justify = JUSTIFY_BETWEEN);
        ui_button(ui, &hide);
        ui_button(ui, &hide_keys);
        ui_close(ui);
    } else {
        header(ui, app);
        field(ui, app);
    }
}

static void build(Ui *ui, const App *app) {
    const float picture_h = 92; /* on long panels: a band, as on the page before */
    float pad = page_pad(ui);
    bool small = is_small(ui);
    ui_column(ui, .face = ROLE_BG, .h = GROW);
    if (look_long(&ui->look)) {
        ui_picture(ui, "steps", (Size){0}, FIXED(picture_h), 0, 0);
    }
    ui_column(ui, .pad = {pad, small ? 1.8f : 2.6f, pad, small ? 1.4f : 3}, .gap = 3, .h = GROW);
    above(ui, app);
    strip(ui, app);
    ui_close(ui);
    keys(ui, app);
    ui_close(ui);
}

static void samples(App *app) {
    type_part(app, PART_WHERE);
    editor_insert(&app->field.editor, " with a frie"); /* a word on its way */
}

const Screen screen_type = {.samples = samples,
                            .name = "type",
                            .own_words = true,
                            .typing = true,
                            .build = build,
                            .done = type_commit};
