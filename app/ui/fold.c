/* The fold: nothing on a page that scrolls, nor in a field, is cut through. Lines of text, controls
 * and pictures that would show in part at its foot, or at its head behind a page, wait for the next
 * page. Under a finger that drags everything moves along as it is. What is higher than half the
 * page shows in part, line by line. */
#include "ui/node.h"

typedef struct Span {
    int top, end; /* px on the panel */
} Span;

int ui_behind(const Ui *ui, int index) {
    int end = index + 1;
    while (end < ui->count && ui->nodes[end].parent >= index) {
        end++;
    }
    return end;
}

static Span span_of(const Ui *ui, const Node *node) {
    int edge = node_acts(node) ? look_px(&ui->look, node->box.edge_h) : 0;
    return (Span){node->at.y, node->at.y + node->at.h + edge};
}

/* A card, or words with an icon before them: neither says anything without its words. */
static bool holds_together(const Ui *ui, const Node *node) {
    if (node->kind != KIND_BOX || node->box.scroll || node->first < 0) {
        return false;
    }
    const Node *lead = &ui->nodes[node->first];
    while (lead->kind == KIND_BOX && lead->first >= 0) {
        lead = &ui->nodes[lead->first];
    }
    bool led = node->box.axis == ROW && lead->kind == KIND_ICON;
    return led || node->box.face != ROLE_NONE || node->box.stroke != ROLE_NONE;
}

/* Shows whole or not at all. Boxes that only hold things are cut between these. */
static bool is_whole(const Ui *ui, const Node *node, int most) {
    bool drawn = node->kind == KIND_ICON || node->kind == KIND_PICTURE;
    return (drawn || node_acts(node) || holds_together(ui, node)) && !node->floating &&
           node->at.h <= most;
}

/* A card whose first words would not show: only its empty top would. */
static bool is_empty_above(const Ui *ui, int index, int end) {
    if (!holds_together(ui, &ui->nodes[index])) {
        return false;
    }
    for (int i = index + 1, last = ui_behind(ui, index); i < last; i++) {
        const Node *node = &ui->nodes[i];
        if (node->kind == KIND_TEXT) {
            return node->at.y + look_line(&ui->look, node->text.style) > end;
        }
    }
    return false;
}

/* Of a text the lines that are whole between top and end. */
static Span whole_lines(const Ui *ui, const Node *node, Span page) {
    int height = look_line(&ui->look, node->text.style);
    Span shown = {page.top, page.end};
    if (page.top > node->at.y) {
        int above = page.top - node->at.y;
        shown.top = node->at.y + (above + height - 1) / height * height;
    }
    if (page.end > node->at.y && page.end < node->at.y + node->at.h) {
        shown.end = node->at.y + (page.end - node->at.y) / height * height;
    }
    return shown;
}

static void clip_to(Node *node, Span shown) {
    int end = node->clip.y + node->clip.h;
    end = end < shown.end ? end : shown.end;
    node->clip.y = node->clip.y > shown.top ? node->clip.y : shown.top;
    node->clip.h = end > node->clip.y ? end - node->clip.y : 0;
}

/* What was cut at the foot begins the next page; what was cut at the head ends there. */
static void mark(Scroll *scroll, Span page, Span thing) {
    int top = thing.top - page.top + scroll->offset, end = thing.end - page.top + scroll->offset;
    if (thing.end > page.end && thing.top > page.top && top < scroll->shown) {
        scroll->shown = top;
    }
    if (thing.top < page.top && end > scroll->first) {
        scroll->first = end;
    }
}

int ui_whole(const Ui *ui, int box, int index) {
    int most = ui->nodes[box].at.h / 2, whole = -1;
    for (int i = index; i > box; i = ui->nodes[i].parent) {
        whole = is_whole(ui, &ui->nodes[i], most) ? i : whole;
    }
    return whole;
}

static bool in_card(const Ui *ui, int index, int page) {
    for (int i = ui->nodes[index].parent; i > page; i = ui->nodes[i].parent) {
        if (holds_together(ui, &ui->nodes[i])) {
            return true;
        }
    }
    return false;
}

/* A heading that is the last thing to show goes with what it stands over. */
static void keep_heading(Ui *ui, int index, Scroll *scroll) {
    const Node *box = &ui->nodes[index];
    int foot = box->at.y - scroll->offset + scroll->shown, heading = -1;
    for (int i = index + 1, last = ui_behind(ui, index); i < last; i++) {
        const Node *node = &ui->nodes[i];
        bool drawn = node->kind != KIND_BOX || node_acts(node) || node->box.face != ROLE_NONE;
        Rect seen = rect_meet(node->at, node->clip);
        if (drawn && !node->floating && seen.h > 0 && seen.w > 0) {
            heading = node->kind == KIND_TEXT && node->box.role == NODE_HEADING ? i : -1;
        }
    }
    if (heading < 0 || ui->touch.dragging || in_card(ui, heading, index)) {
        return;
    }
    Node *node = &ui->nodes[heading];
    bool alone = scroll->shown < box->content_h && node->at.y - box->at.y > box->at.h / 3;
    if (alone && node->at.y < foot) {
        scroll->shown = node->at.y - box->at.y + scroll->offset;
        clip_to(node, (Span){node->at.y, node->at.y});
    }
}

/* A high card that goes on below ends with the last of it that shows. */
static void end_with_words(Ui *ui, int index) {
    Node *card = &ui->nodes[index];
    int end = card->at.y;
    for (int i = index + 1, last = ui_behind(ui, index); i < last; i++) {
        Rect seen = rect_meet(ui->nodes[i].at, ui->nodes[i].clip);
        bool drawn = ui->nodes[i].kind != KIND_BOX || ui->nodes[i].box.face != ROLE_NONE;
        if (drawn && seen.h > 0 && seen.w > 0 && seen.y + seen.h > end) {
            end = seen.y + seen.h;
        }
    }
    if (end > card->at.y) {
        clip_to(card, (Span){card->clip.y, end});
    }
}

static void fold(Ui *ui, int index, Scroll *scroll) {
    const Node *box = &ui->nodes[index];
    Span page = {box->at.y, box->at.y + box->at.h};
    int most = box->at.h / 2, last = ui_behind(ui, index);
    bool at_end = scroll->offset + box->at.h >= box->content_h; /* an edge may hang below it */
    scroll->first = scroll->offset;
    scroll->shown = scroll->offset + box->at.h;
    if (box->content_h <= box->at.h) {
        return;
    }
    for (int i = index + 1; i < last; i++) {
        Node *node = &ui->nodes[i];
        Span thing = span_of(ui, node), shown = page;
        bool cut = thing.top < page.top || (thing.end > page.end && !at_end);
        if (!cut || thing.end <= page.top || thing.top >= page.end) {
            continue;
        }
        int next = i + 1;
        if (node->kind == KIND_TEXT) {
            shown = whole_lines(ui, node, page);
            thing.top = shown.end < page.end ? shown.end : thing.top;
            thing.end = shown.top > page.top ? shown.top : thing.end;
        } else if (is_whole(ui, node, most) || is_empty_above(ui, i, page.end)) {
            shown.end = shown.top;
            next = ui_behind(ui, i);
        } else {
            continue;
        }
        mark(scroll, page, thing);
        for (; !ui->touch.dragging && i < next; i++) {
            clip_to(&ui->nodes[i], shown);
        }
        i = next - 1;
    }
    keep_heading(ui, index, scroll);
    for (int i = index + 1; i < last && !ui->touch.dragging; i++) {
        if (ui->nodes[i].at.y + ui->nodes[i].at.h > page.end && holds_together(ui, &ui->nodes[i])) {
            end_with_words(ui, i);
        }
    }
}

/* A text that is being typed and is higher than its field shows whole lines about the caret: the
 * end of it, unless the caret is elsewhere. */
static void follow_caret(Ui *ui, Node *text) {
    const Node *field = &ui->nodes[text->parent];
    int top = look_px(&ui->look, field->box.pad.t), foot = look_px(&ui->look, field->box.pad.b);
    if (field->at.h - top - foot < look_line(&ui->look, text->text.style)) {
        top = foot = 0; /* one line at least */
    }
    Span page = {field->at.y + top, field->at.y + field->at.h - foot};
    if (!field->box.clip || text->at.h <= page.end - page.top) {
        return;
    }
    Rect caret = text_caret(ui, text);
    int line = text->at.y + caret.y;
    if (line < page.top) {
        text->at.y += page.top - line;
    } else if (line + caret.h > page.end) {
        text->at.y -= line + caret.h - page.end;
    }
    clip_to(text, whole_lines(ui, text, page));
}

void ui_fold(Ui *ui) {
    for (int i = 0; i < ui->count; i++) {
        if (ui->nodes[i].kind == KIND_TEXT && ui->nodes[i].text.caret > 0) {
            follow_caret(ui, &ui->nodes[i]);
        }
        for (int s = 0; s < UI_SCROLLS && ui->nodes[i].box.scroll; s++) {
            if (ui->scrolls[s].id == ui->nodes[i].id) {
                fold(ui, i, &ui->scrolls[s]);
            }
        }
    }
}
