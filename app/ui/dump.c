/* Labels, and nodes as JSON. A control gathers the texts inside it; those are not said twice. */
#include "ui/dump.h"
#include "base/json.h"
#include "base/text.h"
#include "ui/focus.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>

static bool inside(const Ui *ui, int index, int ancestor) {
    for (int i = ui->nodes[index].parent; i >= 0; i = ui->nodes[i].parent) {
        if (i == ancestor) {
            return true;
        }
    }
    return false;
}

static bool is_control(const Node *node) {
    return node->kind == KIND_BOX && node->box.role >= NODE_BUTTON;
}

static bool in_control(const Ui *ui, int index) {
    for (int i = ui->nodes[index].parent; i >= 0; i = ui->nodes[i].parent) {
        if (is_control(&ui->nodes[i])) {
            return true;
        }
    }
    return false;
}

static bool is_slot(const Run *run) {
    return run->deco == DECO_SLOT || run->deco == DECO_SLOT_NOW;
}

/* A slot stands apart on the screen: it does when it is said, too. */
const char *node_words(Ui *ui, const Node *node, int from, int end) {
    const char *joined = "";
    for (int r = 0, start = 0, next = 0; r < node->text.run_count; r++, start = next) {
        const Run *run = &node->text.runs[r], *before = r > 0 ? run - 1 : NULL;
        next = start + (int)strlen(run->text);
        int first = from > start ? from - start : 0, last = (end < next ? end : next) - start;
        if (next > start && first >= last) {
            continue;
        }
        bool apart =
            before && (is_slot(run) || (is_slot(before) && !ispunct((unsigned char)run->text[0])));
        size_t len = strlen(joined);
        bool space = apart && len > 0 && joined[len - 1] != ' ' && run->text[0] != ' ';
        joined =
            ui_print(ui, "%s%s%.*s", joined, space ? " " : "", last - first, run->text + first);
    }
    return joined;
}

static const char *own_text(Ui *ui, const Node *node) {
    return node_words(ui, node, 0, INT_MAX);
}

bool node_speaks(const Ui *ui, int index) {
    const Node *node = &ui->nodes[index];
    return node->box.role != NODE_GROUP && (is_control(node) || !in_control(ui, index));
}

const char *node_label(Ui *ui, const Node *node) {
    if (node->box.label) {
        return node->box.label;
    }
    if (node->kind == KIND_TEXT) {
        return own_text(ui, node);
    }
    const char *joined = "";
    int index = (int)(node - ui->nodes);
    for (int i = index + 1; i < ui->count && node->kind == KIND_BOX; i++) {
        if (ui->nodes[i].kind == KIND_TEXT && inside(ui, i, index)) {
            joined =
                ui_print(ui, "%s%s%s", joined, joined[0] ? " " : "", own_text(ui, &ui->nodes[i]));
        }
    }
    return joined;
}

/* Plain quotes and lower case, so that a script may be written with a plain keyboard. */
static const char *plain(Ui *ui, const char *text) {
    size_t len = strlen(text);
    char *out = arena_take(&ui->arena, len + 1);
    size_t used = 0;
    for (size_t at = 0; at < len; at++) {
        if (text_starts(text + at, "‘") || text_starts(text + at, "’")) {
            out[used++] = '\'';
            at += strlen("’") - 1;
        } else {
            char c = text[at];
            out[used++] = (char)tolower((unsigned char)c);
        }
    }
    return out;
}

/* How well a name answers to what was asked for: as written, in other letters, by its beginning. */
static int answers(Ui *ui, const char *name, const char *label) {
    enum { NOT, BEGINS, SAME_WORDS, SAME };
    if (strcmp(name, label) == 0) {
        return SAME;
    }
    const char *has = plain(ui, name), *wanted = plain(ui, label);
    return strcmp(has, wanted) == 0 ? SAME_WORDS : text_starts(has, wanted) ? BEGINS : NOT;
}

Node *ui_find_label(Ui *ui, const char *label) {
    Node *found = NULL;
    int best = 0;
    for (int i = 0; i < ui->count; i++) {
        Node *node = &ui->nodes[i];
        int fits = node_acts(node) ? answers(ui, node_label(ui, node), label) : 0;
        if (fits > best) {
            best = fits;
            found = node;
        }
    }
    return found;
}

bool ui_shows(Ui *ui, const char *text) {
    const char *wanted = plain(ui, text);
    for (int i = 0; i < ui->count; i++) {
        const Node *node = &ui->nodes[i];
        bool says = node->kind == KIND_TEXT || is_control(node);
        if (says && strstr(plain(ui, node_label(ui, node)), wanted)) {
            return true;
        }
    }
    return false;
}

static const char *hex(Ui *ui, const Theme *theme, Role role) {
    Colour c = theme->colours[role];
    return ui_print(ui, "#%02X%02X%02X", c.r, c.g, c.b);
}

static Role ground_of(const Ui *ui, int index) {
    for (int i = index; i >= 0; i = ui->nodes[i].parent) {
        if (ui->nodes[i].kind == KIND_BOX && ui->nodes[i].box.face != ROLE_NONE) {
            return ui->nodes[i].box.face;
        }
    }
    return ROLE_BG;
}

typedef struct Type {
    float capital; /* px, the smallest */
    Role ink, ground;
    const Theme *theme;
} Type;

/* The type of a text node, or of the texts in a control. */
static Type type_of(const Ui *ui, int index) {
    Type type = {0, ROLE_NONE, ROLE_NONE, NULL};
    for (int i = index; i < ui->count; i++) {
        const Node *node = &ui->nodes[i];
        if (node->kind != KIND_TEXT || (i != index && !inside(ui, i, index))) {
            continue;
        }
        float capital = look_capital(&ui->look, node->text.style);
        if (type.capital <= 0 || capital < type.capital) {
            type = (Type){capital, node->text.ink, ground_of(ui, i), node_theme(ui, node)};
        }
    }
    if (type.capital <= 0) { /* an icon alone */
        for (int i = index; i < ui->count; i++) {
            if (ui->nodes[i].kind == KIND_ICON && inside(ui, i, index)) {
                return (Type){0, ui->nodes[i].ink, ground_of(ui, i), node_theme(ui, &ui->nodes[i])};
            }
        }
    }
    return type;
}

static const char *state_of(const Ui *ui, const Node *node) {
    if (node->box.disabled) {
        return "disabled";
    }
    if (node->id && node->id == ui->pressed) {
        return "pressed";
    }
    return node->box.selected ? "selected" : "";
}

static void dump_node(Ui *ui, int index, Buf *out) {
    const Node *node = &ui->nodes[index];
    const char *label = node_label(ui, node);
    Type type = type_of(ui, index);
    float mm = ui->look.mm, mm_y = (float)ui->look.panel.h / ui->look.panel.h_mm;
    int edge = look_px(&ui->look, node->box.edge_h);
    JsonOut *line = json_new_object();
    json_add_text(line, "role", node_role_names[node->box.role]);
    json_add_text(line, "label", label);
    json_add_text(line, "say", node->box.say ? node->box.say : label);
    json_add_text(line, "state", state_of(ui, node));
    json_add_whole(line, "x", node->at.x);
    json_add_whole(line, "y", node->at.y);
    json_add_whole(line, "w", node->at.w);
    json_add_whole(line, "h", node->at.h + edge);
    json_add_number(line, "w_mm", (double)((float)node->at.w / mm));
    json_add_number(line, "h_mm", (double)((float)(node->at.h + edge) / mm_y));
    json_add_number(line, "cap_mm", (double)(type.capital / mm_y));
    json_add_text(line, "ink", type.ink ? hex(ui, type.theme, type.ink) : "");
    json_add_text(line, "ground", type.ink ? hex(ui, type.theme, type.ground) : "");
    json_add_whole(line, "focus", focus_place(ui, node));
    json_print(line, false, out);
    buf_char(out, '\n');
}

void ui_dump(Ui *ui, Buf *out) {
    for (int i = 0; i < ui->count; i++) {
        const Node *node = &ui->nodes[i];
        if (node_speaks(ui, i)) {
            Rect seen = rect_meet(node->at, node->clip);
            if (seen.w > 0 && seen.h > 0) {
                dump_node(ui, i, out);
            }
        }
    }
}
