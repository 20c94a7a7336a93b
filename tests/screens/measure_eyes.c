/* For eyes and ears: the height of letters, contrast, lines that are whole, names that speak. */
#include "base/utf8.h"
#include "measure_parts.h"

#include <math.h>
#include <string.h>

static const double capital_mm = 3.5, body_mm = 4.2;
static const double text_contrast = 7, quiet_contrast = 4.5, shape_contrast = 3;

static void check_capital(Measure *m, const Node *node) {
    const Look *look = &m->ui->look;
    double mm = (double)look_capital(look, node->text.style) * m->mm_y;
    bool small = node->text.style == STYLE_SMALL || node->text.style >= STYLE_SAMPLE;
    if (mm < (small ? capital_mm : body_mm)) {
        say_breach(m, BREACH_CAPITAL, node, "%.2f mm", mm);
    }
}

static double channel(uint8_t value) {
    double c = value / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(Colour c) {
    return 0.2126 * channel(c.r) + 0.7152 * channel(c.g) + 0.0722 * channel(c.b);
}

double contrast(Colour a, Colour b) {
    double one = luminance(a) + 0.05, two = luminance(b) + 0.05;
    return one > two ? one / two : two / one;
}

static Role ground_of(const Ui *ui, int index) {
    for (int i = index; i >= 0; i = ui->nodes[i].parent) {
        if (ui->nodes[i].kind == KIND_BOX && ui->nodes[i].box.face != ROLE_NONE) {
            return ui->nodes[i].box.face;
        }
    }
    return ROLE_BG;
}

static void check_pair(Measure *m, const Node *node, Role ink, Role ground, double least) {
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        const Colour *colours = themes[theme].colours;
        double ratio = contrast(colours[ink], colours[ground]);
        if (ratio < least) {
            say_breach(m, BREACH_CONTRAST, node, "%.2f in %s: %s on %s", ratio, theme_names[theme],
                       role_names[ink], role_names[ground]);
        }
    }
}

static void check_contrast(Measure *m, int index) {
    const Node *node = &m->ui->nodes[index];
    Role ground = ground_of(m->ui, index);
    double least = ground == ROLE_DISABLED ? quiet_contrast : text_contrast;
    if (node->kind == KIND_ICON) {
        check_pair(m, node, node->ink, ground, shape_contrast);
    }
    for (int r = 0; node->kind == KIND_TEXT && r < node->text.run_count; r++) {
        const Run *run = &node->text.runs[r];
        Role ink = run->ink ? run->ink : node->text.ink;
        switch (run->deco) {
        case DECO_SLOT:
            check_pair(m, node, ROLE_MUTED, ROLE_SUNKEN, least);
            break;
        case DECO_SLOT_NOW:
            check_pair(m, node, ROLE_HOPE, ROLE_HOPE_TINT, least);
            break;
        case DECO_MARK:
            check_pair(m, node, ROLE_HIGHLIGHT_INK, ROLE_HIGHLIGHT, least);
            break;
        case DECO_NONE:
        case DECO_UNDERLINE:
            check_pair(m, node, ink, ground, least);
            break;
        }
    }
}

/* Labels and notes are short, and small letters are for nothing else. */
static void check_long(Measure *m, const Node *node) {
    enum { LETTERS_MOST = 85 };
    int letters = 0, line = -1;
    for (int p = 0; p < node->piece_count && node->text.style != STYLE_SMALL; p++) {
        const Piece *piece = &node->pieces[p];
        letters = piece->line == line ? letters : 0;
        line = piece->line;
        const char *words = node->text.runs[piece->run].text + piece->from;
        letters += (int)utf8_count(words, (size_t)piece->len);
        if (letters > LETTERS_MOST) {
            say_breach(m, BREACH_LONG, node, "%d letters in a line", letters);
            return;
        }
    }
}

static void check_lines(Measure *m, int index) {
    Ui *ui = m->ui;
    const Node *node = &ui->nodes[index];
    int control = control_around(ui, index), widest = 0;
    for (int p = 0; p < node->piece_count; p++) {
        int end = node->pieces[p].x + node->pieces[p].w;
        widest = end > widest ? end : widest;
        if (node->pieces[p].line >= node->line_count && control < 0) {
            say_breach(m, BREACH_CUT, node, "after %d lines", node->line_count);
            break;
        }
        if (node->pieces[p].line >= node->line_count && ui->nodes[control].box.role == NODE_KEY) {
            say_breach(m, BREACH_CUT, node, "on a key");
            break;
        }
    }
    if (widest > node->at.w + ROUNDING_PX) {
        say_breach(m, BREACH_CLIPPED, node, "a line of %d px in %d", widest, node->at.w);
    }
    bool whole = control < 0 || rolls(ui, index) ||
                 !sticks_out(ink_of(ui, node), ui->nodes[control].at, true, true);
    if (!empty_text(node) && !whole) {
        say_breach(m, BREACH_CLIPPED, node, "its control is %dx%d px, the text %dx%d",
                   ui->nodes[control].at.w, ui->nodes[control].at.h, node->at.w, node->at.h);
    }
}

/* '[common.home]': what library_string gives for an id that is not there. */
static bool has_missing_string(const char *text) {
    for (const char *at = strchr(text, '['); at; at = strchr(at + 1, '[')) {
        size_t len = strspn(at + 1, "abcdefghijklmnopqrstuvwxyz0123456789._");
        if (len > 0 && at[1 + len] == ']' && memchr(at + 1, '.', len)) {
            return true;
        }
    }
    return false;
}

static bool speakable(const char *text) {
    for (const char *c = text; *c; c++) {
        bool letter = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') ||
                      (*c >= '0' && *c <= '9') || (*c & 0x80);
        if (letter) {
            return true;
        }
    }
    return false;
}

static void check_label(Measure *m, const Node *node) {
    const char *label = node_label(m->ui, node);
    const char *spoken = node->box.say ? node->box.say : label;
    if (is_control(node) && !label[0]) {
        say_breach(m, BREACH_LABEL, node, "no label");
    } else if (is_control(node) && !speakable(spoken)) {
        say_breach(m, BREACH_LABEL, node, "nothing to speak: '%s'", spoken);
    } else if (has_missing_string(label) || has_missing_string(spoken)) {
        say_breach(m, BREACH_LABEL, node, "a string is missing");
    } else if (strpbrk(label, "{}") || strpbrk(spoken, "{}")) {
        say_breach(m, BREACH_LABEL, node, "an unfilled {key}");
    }
}

void check_eyes(Measure *m, int index) {
    const Node *node = &m->ui->nodes[index];
    if (node->kind == KIND_TEXT) {
        check_capital(m, node);
        check_lines(m, index);
        check_long(m, node);
    }
    if (node->kind == KIND_TEXT || node->kind == KIND_ICON) {
        check_contrast(m, index);
    }
    if (node->kind == KIND_TEXT || is_control(node)) {
        check_label(m, node);
    }
}
