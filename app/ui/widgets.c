/* Controls by the design's figures (lengths in u). */
#include "ui/widgets.h"

#include <assert.h>

static const float control_stroke = 0.34f, strong_stroke = 0.6f, card_stroke = 0.2f,
                   cover_stroke = 0.5f;
static const float button_edge = 0.8f, button_radius = 2.2f, card_radius = 3;
static const float button_h = 13, footer_h = 14.5f, cover_h = 18;
static const float small_pad = 2.6f; /* beside small words */
static const float icon_size = 6.5f, chip_icon = 6, touch_w = 18;

typedef struct Skin {
    Role face, stroke, edge, ink;
    float stroke_w, edge_h, h, pad;
    Style style;
    bool bold;
} Skin;

static Skin skin_of(const Button *button) {
    static const Skin skins[BUTTON_KINDS] = {
        [BUTTON_PLAIN] = {ROLE_SURFACE, ROLE_STROKE, ROLE_EDGE, ROLE_INK, control_stroke,
                          button_edge, footer_h, 6, STYLE_BODY, false},
        /* its outline shows when it is pressed */
        [BUTTON_MAIN] = {ROLE_PRIMARY, ROLE_PRIMARY, ROLE_PRIMARY_EDGE, ROLE_ON_PRIMARY,
                         control_stroke, button_edge, footer_h, 6, STYLE_BODY, true},
        [BUTTON_HEADER] = {ROLE_BG, ROLE_STROKE, ROLE_EDGE, ROLE_INK, control_stroke, button_edge,
                           button_h, 4, STYLE_SMALL, false},
        [BUTTON_STRONG] = {ROLE_SURFACE, ROLE_PRIMARY, ROLE_EDGE, ROLE_INK, strong_stroke,
                           button_edge, button_h, 4, STYLE_BODY, true},
        [BUTTON_SMALL] = {ROLE_SURFACE, ROLE_STROKE, ROLE_EDGE, ROLE_INK, control_stroke,
                          button_edge, button_h, 4, STYLE_BODY, false},
        [BUTTON_QUIET] = {ROLE_SUNKEN, ROLE_STROKE, ROLE_EDGE, ROLE_INK, control_stroke,
                          button_edge, button_h, 4, STYLE_BODY, false},
        [BUTTON_COVER] = {ROLE_COVER, ROLE_ON_COVER, ROLE_NONE, ROLE_ON_COVER, cover_stroke, 0,
                          cover_h, 7, STYLE_TITLE, false},
        [BUTTON_COVER_MAIN] = {ROLE_ON_COVER, ROLE_NONE, ROLE_PRIMARY_EDGE, ROLE_COVER, 0,
                               button_edge, cover_h, 10, STYLE_HEADING2, true},
    };
    assert(button->kind >= 0 && button->kind < BUTTON_KINDS);
    Skin skin = skins[button->kind];
    if (button->selected) {
        skin.face = ROLE_SEL_FILL;
        skin.stroke = ROLE_SEL_STROKE;
        skin.ink = ROLE_SEL_INK;
        skin.stroke_w = strong_stroke;
    }
    if (button->style) {
        skin.style = button->style;
    }
    if (button->kind == BUTTON_SMALL && skin.style == STYLE_SMALL) {
        skin.pad = small_pad;
    }
    return skin;
}

/* What a control says never makes it higher than the page: touching it shows all the words. */
static const float title_share = 0.3f, note_share = 0.2f, chip_share = 0.35f; /* of the panel */

static const float button_gap = 2.2f; /* between icon and words */

static Node measured(Ui *ui, const char *text, Style style, Letters letters, bool bold) {
    Run run = {.text = text, .bold = bold};
    Node node = {
        .text = {.runs = &run, .run_count = 1, .style = style, .letters = letters, .bold = bold}};
    text_measure(ui, &node);
    return node;
}

int ui_words_width(Ui *ui, const char *text, Style style, bool bold) {
    return measured(ui, text, style, LETTERS_CHOSEN, bold).best_w;
}

int ui_word_width(Ui *ui, const char *text, Style style, bool bold) {
    return measured(ui, text, style, LETTERS_CHOSEN, bold).least_w;
}

static const char *icon_of(const Button *button) {
    const char *chosen = button->icon_on ? button->icon_on : "tick_bold";
    return button->selected && (button->icon_on || !button->icon_only) ? chosen : button->icon;
}

/* u of what stands before the label: as wide with a tick as with letters, so that choosing moves
 * nothing. */
static float lead_w(Ui *ui, const Button *button, float icon_u) {
    float letters = 0;
    if (button->lead) {
        letters = (float)ui_words_width(ui, button->lead, button->lead_style, false) / ui->look.u;
    } else if (!icon_of(button)) {
        return 0;
    }
    return letters > icon_u ? letters : icon_u;
}

/* Each length is rounded by itself, as where it is laid out: what fits by a pixel must. */
int ui_button_width(Ui *ui, const Button *button) {
    Skin skin = skin_of(button);
    float icon_u = icon_size * look_beside(&ui->look);
    float sides[] = {lead_w(ui, button, icon_u), button->icon_end ? icon_u : 0};
    float least = button->w.least > touch_w ? button->w.least : touch_w;
    int gap = button->icon_only ? 0 : look_px(&ui->look, button_gap);
    int width = 2 * look_px(&ui->look, skin.pad);
    for (int i = 0; i < 2; i++) {
        width += sides[i] > 0 ? look_px(&ui->look, sides[i]) + gap : 0;
    }
    if (!button->icon_only) {
        const char *other = button->other ? button->other : "";
        int label = measured(ui, button->label, skin.style, button->letters, skin.bold).best_w;
        int instead = measured(ui, other, skin.style, button->letters, skin.bold).best_w;
        width += label > instead ? label : instead;
    }
    int floor = look_px(&ui->look, least);
    return width > floor ? width : floor;
}

void ui_button(Ui *ui, const Button *button) {
    Skin skin = skin_of(button);
    const char *icon = icon_of(button);
    float icon_u = icon_size * look_beside(&ui->look);
    Size w = button->w, h = button->h;
    w.least = w.least > touch_w ? w.least : touch_w;
    if (button->other) {
        w.least = (float)ui_button_width(ui, button) / ui->look.u;
    }
    if (h.kind == SIZE_AUTO) {
        h = (Size){.kind = SIZE_FIT, .least = h.least > skin.h ? h.least : skin.h};
    }
    ui_row(ui, .id = button->id, .role = button->choice ? NODE_CHOICE : NODE_BUTTON,
           .label = button->label, .say = button->say, .tap = button->tap, .arg = button->arg,
           .selected = button->selected, .w = w, .h = h, .face = skin.face, .stroke = skin.stroke,
           .stroke_w = skin.stroke_w, .edge = skin.edge, .edge_h = skin.edge_h,
           .radius = button_radius, .pad = PAD_XY(skin.pad, 1), .gap = button_gap, .firm = true,
           .align = ALIGN_CENTRE, .justify = button->left ? JUSTIFY_START : JUSTIFY_CENTRE);
    if (button->lead) {
        ui_row(ui, .w = FIXED(lead_w(ui, button, icon_u)), .justify = JUSTIFY_CENTRE,
               .align = ALIGN_CENTRE);
    }
    if (icon) {
        ui_icon(ui, icon, icon_u, skin.ink);
    } else if (button->lead) {
        ui_words(ui, .text = button->lead, .style = button->lead_style, .ink = skin.ink,
                 .role = NODE_GROUP);
    }
    if (button->lead) {
        ui_close(ui);
    }
    if (!button->icon_only) {
        ui_words(ui, .text = button->label, .style = skin.style, .letters = button->letters,
                 .bold = skin.bold, .ink = skin.ink, .role = NODE_GROUP);
    }
    if (button->icon_end) {
        ui_icon(ui, button->icon_end, icon_u, skin.ink);
    }
    ui_close(ui);
}

void ui_chip(Ui *ui, const char *label, bool chosen, Tap *tap, int arg) {
    const float roomy_h = 17, long_h = 19;
    bool tall = ui->look.template_ == TEMPLATE_TALL && ui->look.size < SIZE_LARGER;
    bool room = ui->look.template_ == TEMPLATE_WIDE || tall;
    float least = tall && look_long(&ui->look) ? long_h : room ? roomy_h : button_h;
    ui_row(ui, .role = NODE_CHOICE, .label = label, .tap = tap, .arg = arg, .selected = chosen,
           .h = (Size){.kind = SIZE_FIT, .least = least},
           .face = chosen ? ROLE_SEL_FILL : ROLE_SURFACE,
           .stroke = chosen ? ROLE_SEL_STROKE : ROLE_STROKE,
           .stroke_w = chosen ? strong_stroke : control_stroke, .edge = ROLE_EDGE,
           .edge_h = button_edge, .radius = button_radius, .pad = {4, 1.4f, 2.6f, 1.4f},
           .gap = 2.2f, .align = ALIGN_CENTRE);
    ui_sign(ui, chosen ? "tick_bold" : "plus", chip_icon, chosen ? ROLE_SEL_INK : ROLE_INK);
    ui_words(ui, .text = label, .style = STYLE_BODY, .ink = chosen ? ROLE_SEL_INK : ROLE_INK,
             .role = NODE_GROUP, .w = GROW,
             .lines_most = look_lines(&ui->look, STYLE_BODY, chip_share));
    ui_close(ui);
}

void ui_disc(Ui *ui, const char *icon, float size, Role tint, Role ink) {
    const float icon_share = 0.62f;
    size *= look_beside(&ui->look);
    ui_stack(ui, .w = FIXED(size), .h = FIXED(size), .face = tint, .radius = size / 2,
             .align = ALIGN_CENTRE);
    ui_icon(ui, icon, size * icon_share, ink);
    ui_close(ui);
}

void ui_number(Ui *ui, int number, float size, Role face, Role ink, Style style) {
    size *= look_beside(&ui->look);
    ui_stack(ui, .w = FIXED(size), .h = FIXED(size), .face = face, .radius = size / 2,
             .align = ALIGN_CENTRE);
    ui_words(ui, .text = ui_print(ui, "%d", number), .style = style, .bold = true, .ink = ink,
             .role = NODE_GROUP);
    ui_close(ui);
}

void ui_row_button(Ui *ui, const RowButton *row) {
    const float disc = 11, row_h = 16;
    ui_row(ui, .id = row->id, .role = NODE_BUTTON, .tap = row->tap, .arg = row->arg,
           .label = row->note ? ui_print(ui, "%s. %s", row->title, row->note) : row->title,
           .w = GROW, .h = AT_LEAST(row->h > 0 ? row->h : row_h), .face = ROLE_SURFACE,
           .stroke = ROLE_STROKE, .stroke_w = control_stroke, .edge = ROLE_EDGE,
           .edge_h = button_edge, .radius = button_radius, .pad = PAD_XY(4, 1), .gap = 3.5f,
           .align = ALIGN_CENTRE);
    if (row->icon) {
        ui_disc(ui, row->icon, disc, row->tint, row->ink);
    }
    ui_column(ui, .w = GROW, .h = FIT);
    ui_words(ui, .text = row->title, .style = STYLE_BODY, .bold = true, .role = NODE_GROUP,
             .lines_most = look_lines(&ui->look, STYLE_BODY, title_share));
    if (row->note) {
        ui_row(ui, .gap = 1.5f, .align = ALIGN_CENTRE);
        if (row->note_icon) {
            ui_sign(ui, row->note_icon, 4.4f, row->note_ink);
        }
        ui_words(ui, .text = row->note, .style = STYLE_SMALL, .role = NODE_GROUP, .w = GROW,
                 .ink = row->note_ink ? row->note_ink : ROLE_MUTED,
                 .lines_most = look_lines(&ui->look, STYLE_SMALL, note_share));
        ui_close(ui);
    }
    ui_close(ui);
    if (row->arrow) {
        ui_sign(ui, "next", icon_size, ROLE_INK);
    }
    ui_close(ui);
}

void ui_banner(Ui *ui, const char *icon, Role tint, Role ink, const char *lead, const char *words) {
    ui_row(ui, .face = tint, .radius = button_radius, .pad = PAD_XY(4, 2), .gap = 3,
           .align = ALIGN_CENTRE, .h = (Size){.kind = SIZE_FIT, .least = 10.6f});
    if (icon) {
        ui_sign(ui, icon, 7.4f, ink);
    }
    Run runs[] = {{.text = lead ? lead : "", .bold = true, .ink = ink},
                  {.text = lead && words ? " " : ""},
                  {.text = words ? words : "", .ink = ROLE_INK}};
    ui_words(ui, .runs = runs, .run_count = 3, .style = STYLE_BODY, .role = NODE_TEXT, .w = GROW);
    ui_close(ui);
}

enum { BEADS_MOST = 8 };

static const float bead = 3, bead_now = 4.6f, bead_apart = 4, bead_gap = 3;

float ui_beads_w(const Ui *ui, int count) {
    float beads = (float)(count - 1) * (bead + bead_apart) + bead_now;
    return count > 0 && count <= BEADS_MOST ? beads * look_beside(&ui->look) + bead_gap : bead_gap;
}

void ui_beads(Ui *ui, int at, int count, const char *words) {
    float grown = look_beside(&ui->look);
    ui_row(ui, .gap = 0, .align = ALIGN_CENTRE, .role = NODE_PROGRESS, .label = words);
    for (int i = 0; i < count && count <= BEADS_MOST; i++) {
        if (i > 0) {
            ui_column(ui, .w = FIXED(bead_apart * grown), .h = FIXED(0.6f), .face = ROLE_THREAD);
            ui_close(ui);
        }
        bool now = i == at;
        float size = (now ? bead_now : bead) * grown;
        ui_column(ui, .w = FIXED(size), .h = FIXED(size), .radius = size / 2,
                  .face = i < at ? ROLE_THREAD
                          : now  ? ROLE_SURFACE
                                 : ROLE_BG,
                  .stroke = ROLE_THREAD, .stroke_w = now ? 0.8f : 0.5f);
        ui_close(ui);
    }
    ui_gap(ui, bead_gap);
    ui_words(ui, .text = words, .style = STYLE_SMALL, .ink = ROLE_MUTED, .role = NODE_GROUP,
             .align = count > 0 ? ALIGN_START : ALIGN_CENTRE);
    ui_close(ui);
}

Node *ui_card(Ui *ui, float pad, float gap) {
    return ui_column(ui, .face = ROLE_SURFACE, .stroke = ROLE_LINE, .stroke_w = card_stroke,
                     .radius = card_radius, .pad = PAD(pad), .gap = gap);
}

void ui_bar(Ui *ui, float part, Role face, Role ground, const char *say) {
    const float h = 5;
    ui_row(ui, .h = FIXED(h), .w = GROW, .radius = h / 2, .face = ground, .stroke = face,
           .stroke_w = control_stroke, .role = NODE_PROGRESS, .label = say, .align = ALIGN_CENTRE);
    if (part > 0) {
        ui_column(ui, .w = SHARE(part), .h = FIXED(h), .face = face, .radius = h / 2,
                  .corners = part < 1 ? CORNER_TOP_LEFT | CORNER_BOTTOM_LEFT : CORNERS_ALL);
        ui_close(ui);
    }
    ui_close(ui);
}
