/* Which words are said, where they stand, and what has to show with them. */
#include "ui/reading.h"
#include "ui/dump.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>

static const char page_id[] = "page", next_id[] = "next";

typedef struct Search {
    Ui *ui;
    int left; /* things to pass over */
    Spoken *out;
} Search;

/* Letters or figures: there is something to say. */
static bool is_said(const char *text, int len) {
    for (int i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        if (isalnum(c) || (c >= 0xC3 && c <= 0xDF)) { /* accented letters begin so */
            return true;
        }
    }
    return false;
}

static bool found(Search *s, int index, int from, int end, const char *say) {
    if (s->left-- > 0) {
        return false;
    }
    *s->out = (Spoken){index, from, end, say};
    return true;
}

/* Bytes of a closing quotation mark or bracket; 0: none. */
static int closing(const char *at) {
    static const char *const marks[] = {"’", "”", ")", "'", "\""};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (strncmp(at, marks[i], strlen(marks[i])) == 0) {
            return (int)strlen(marks[i]);
        }
    }
    return 0;
}

/* Where the sentence that begins at from ends: behind its mark, before a space. */
static int sentence_end(const char *text, int from) {
    int at = from;
    while (text[at] && text[at] != '\n') {
        bool stops = strchr(".?!", text[at++]) != NULL;
        for (int more = 0; stops && (more = closing(text + at)) > 0;) {
            at += more;
        }
        if (stops && isspace((unsigned char)text[at])) {
            break;
        }
    }
    return at;
}

static bool find_sentence(Search *s, int index) {
    const Node *node = &s->ui->nodes[index];
    const char *all = "";
    for (int r = 0; r < node->text.run_count; r++) {
        all = r ? ui_print(s->ui, "%s%s", all, node->text.runs[r].text) : node->text.runs[r].text;
    }
    for (int from = 0, end; all[from]; from = end) {
        while (isspace((unsigned char)all[from])) {
            from++;
        }
        end = sentence_end(all, from);
        if (is_said(all + from, end - from) &&
            found(s, index, from, end, node_words(s->ui, node, from, end))) {
            return true;
        }
    }
    return false;
}

static bool find_in(Search *s, int index) {
    const Node *node = &s->ui->nodes[index];
    if (!node_speaks(s->ui, index) || node->box.secret || node->box.role == NODE_KEY) {
        return false;
    }
    if (node->kind == KIND_TEXT && !node->box.say) {
        return find_sentence(s, index);
    }
    const char *say = node->box.say ? node->box.say : node_label(s->ui, node);
    return is_said(say, (int)strlen(say)) && found(s, index, 0, INT_MAX, say);
}

static bool is_heading(const Node *node) {
    return node->kind == KIND_TEXT && node->box.role == NODE_HEADING;
}

/* The title stands for the heading of a page that has none. */
static int title_of(const Ui *ui, int page, int behind) {
    int title = -1;
    for (int i = 0; i < behind; i++) {
        if (is_heading(&ui->nodes[i]) && i > page) {
            return -1;
        }
        title = is_heading(&ui->nodes[i]) && title < 0 ? i : title;
    }
    return title;
}

bool reading_at(Ui *ui, int n, Spoken *out) {
    const Node *box = ui_find_named(ui, page_id), *next = ui_find_named(ui, next_id);
    if (!box) {
        return false;
    }
    Search search = {ui, n, out};
    int page = (int)(box - ui->nodes), behind = ui_behind(ui, page);
    int title = title_of(ui, page, behind);
    if (title >= 0 && find_in(&search, title)) {
        return true;
    }
    for (int i = page + 1; i < behind; i++) {
        if (find_in(&search, i)) {
            return true;
        }
    }
    return next && find_in(&search, (int)(next - ui->nodes));
}

static bool is_inside(const Ui *ui, int index, int ancestor) {
    while (index > ancestor) {
        index = ui->nodes[index].parent;
    }
    return index == ancestor;
}

bool reading_marks(const Ui *ui, int index, int *from, int *end) {
    const Spoken *spoken = &ui->reads;
    if (!spoken->say || !is_inside(ui, index, spoken->node)) {
        return false;
    }
    /* What stands in a control and is not said, such as its number, is not marked. */
    const Text *text = &ui->nodes[index].text;
    if (index != spoken->node &&
        (text->run_count != 1 || !strstr(spoken->say, text->runs[0].text))) {
        return false;
    }
    *from = spoken->from;
    *end = spoken->end;
    return true;
}

Piece reading_part(const Ui *ui, const Node *node, const Piece *piece, int from, int end) {
    const Text *text = &node->text;
    const Run *run = &text->runs[piece->run];
    Font font = look_font_in(&ui->look, text->letters, text->style, run->bold || text->bold);
    int start = text_start(text, piece->run) + piece->from;
    from = from > start ? from - start : 0;
    end = end < start + piece->len ? end - start : piece->len;
    Piece part = *piece;
    if (end <= from) {
        part.len = part.w = 0;
        return part;
    }
    const char *words = run->text + piece->from;
    int before = from > 0 ? ui->fonts.width(ui->fonts.self, font, words, from) : 0;
    part.from += from;
    part.len = end - from;
    part.x += before;
    part.w =
        (end < piece->len ? ui->fonts.width(ui->fonts.self, font, words, end) : piece->w) - before;
    return part;
}

/* The lines on which it stands. */
static Rect lines_of(const Ui *ui, const Spoken *spoken) {
    const Node *node = &ui->nodes[spoken->node];
    Rect at = node->at;
    if (node->kind != KIND_TEXT) {
        return at;
    }
    int height = look_line(&ui->look, node->text.style), first = INT_MAX, last = 0;
    for (int i = 0; i < node->piece_count; i++) {
        const Piece *piece = &node->pieces[i];
        int start = text_start(&node->text, piece->run) + piece->from;
        if (start < spoken->end && start + piece->len > spoken->from) {
            first = piece->line < first ? piece->line : first;
            last = piece->line;
        }
    }
    if (first <= last) {
        at.y += first * height;
        at.h = (last - first + 1) * height;
    }
    return at;
}

void reading_show(Ui *ui, const Spoken *spoken) {
    const Node *page = ui_find_named(ui, page_id);
    Scroll *scroll = ui_scroll(ui, page_id);
    if (!page || !scroll || !is_inside(ui, spoken->node, (int)(page - ui->nodes))) {
        return;
    }
    int whole = ui_whole(ui, (int)(page - ui->nodes), spoken->node);
    const Node *node = &ui->nodes[whole >= 0 ? whole : spoken->node];
    Rect at = whole >= 0 ? node->at : lines_of(ui, spoken);
    if (at.y >= node->clip.y && at.y + at.h <= node->clip.y + node->clip.h) {
        return;
    }
    int most = scroll->content - scroll->height;
    int offset = scroll->offset + at.y - page->at.y;
    offset = offset > most ? most : offset;
    scroll->offset = offset < 0 ? 0 : offset;
}
