/* Wrapping text: greedy, word by word, over runs of different looks.
 *
 * Words are measured once each (the host caches widths); measuring the rest of a text for every
 * line would be quadratic. A word never breaks unless it alone is wider than the line. */
#include "base/utf8.h"
#include "ui/node.h"
#include "ui/wrapped.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

typedef struct Word {
    int run, from, len, w;
    bool space_before, newline_before;
} Word;

static const float slot_pad = 1.6f; /* u inside a slot, left and right */

static int run_width(const Ui *ui, const Text *text, const Run *run, int from, int len) {
    bool slot = run->deco == DECO_SLOT || run->deco == DECO_SLOT_NOW;
    Font font = look_font_in(&ui->look, text->letters, slot ? STYLE_SMALL : text->style,
                             run->bold || text->bold);
    return ui->fonts.width(ui->fonts.self, font, run->text + from, len);
}

static bool is_slot(const Run *run) {
    return run->deco == DECO_SLOT || run->deco == DECO_SLOT_NOW;
}

/* Whether a word is drawn as one string with the one before it in its run. Not where somebody
 * types: then a letter changes its own word alone. */
static bool is_glued(const Text *text, const Run *run) {
    return !is_slot(run) && text->caret == 0;
}

/* The next word at or after *run, *at; false at the end. A slot is one word. */
static bool next_word(const Ui *ui, const Text *text, int *run, int *at, Word *word) {
    *word = (Word){0};
    for (; *run < text->run_count; (*run)++, *at = 0) {
        const char *s = text->runs[*run].text;
        if (is_slot(&text->runs[*run]) && *at == 0 && s[0]) {
            int len = (int)strlen(s);
            word->run = *run;
            word->len = len;
            word->space_before = true;
            word->w =
                run_width(ui, text, &text->runs[*run], 0, len) + 2 * look_px(&ui->look, slot_pad);
            *at = len;
            return true;
        }
        while (s[*at] == ' ' || s[*at] == '\n') {
            word->space_before = true;
            word->newline_before = word->newline_before || s[*at] == '\n';
            (*at)++;
        }
        if (!s[*at]) {
            continue;
        }
        int start = *at;
        while (s[*at] && s[*at] != ' ' && s[*at] != '\n') {
            (*at)++;
        }
        word->run = *run;
        word->from = start;
        word->len = *at - start;
        word->w = run_width(ui, text, &text->runs[*run], start, word->len);
        return true;
    }
    return false;
}

/* Of a space between letters: alone it is rounded down, which a line of words would show. */
static int space_width(const Ui *ui, const Text *text) {
    Font font = look_font_in(&ui->look, text->letters, text->style, text->bold);
    return ui->fonts.width(ui->fonts.self, font, "n n", 3) -
           ui->fonts.width(ui->fonts.self, font, "nn", 2);
}

void text_measure(Ui *ui, Node *node) {
    if (wrapped_widths(ui, node)) {
        return;
    }
    const Text *text = &node->text;
    int run = 0, at = 0, line = 0, best = 0, group = 0, least = 0, words = 0;
    int space = space_width(ui, text);
    Word word;
    while (next_word(ui, text, &run, &at, &word)) {
        words++;
        if (word.newline_before) {
            line = 0;
        }
        line += word.w + (line && word.space_before ? space : 0);
        best = line > best ? line : best;
        group = word.w + (word.space_before ? 0 : group); /* words that stick together */
        least = group > least ? group : least;
    }
    /* Pieces of one run are drawn as one string, which may round differently from its words. A word
     * alone is as wide as it is: it stands in the middle of its key or button. */
    enum { ROUNDING = 4 };
    node->best_w = best + (words > 1 ? ROUNDING + words : 0);
    /* A longer word (an address) is cut rather than let a page grow too wide. */
    const float longest_word = 40;
    int most = look_px(&ui->look, longest_word);
    node->least_w = (least < most ? least : most) + (text->run_count > 1 ? ROUNDING : 0);
    wrapped_keep_widths(ui, node);
}

typedef struct Wrapping {
    Ui *ui;
    Node *node;
    int width, space, line, x;
    Piece *piece; /* the last one */
    int most;
} Wrapping;

/* Words of a run are drawn as one string, whose rounding is not that of its words: what stands
 * behind it begins where it really ends. */
static void end_piece(Wrapping *w) {
    Piece *piece = w->piece;
    if (piece && piece->line == w->line && !is_slot(&w->node->text.runs[piece->run])) {
        const Text *text = &w->node->text;
        piece->w = run_width(w->ui, text, &text->runs[piece->run], piece->from, piece->len);
        w->x = piece->x + piece->w;
    }
}

/* Where the line would end with that word: by the words, and close to its end by what is drawn. */
static int end_with(const Wrapping *w, const Word *word, int gap) {
    enum { CLOSE = 12 };
    int end = w->x + gap + word->w;
    const Piece *piece = w->piece;
    const Text *text = &w->node->text;
    bool joins = piece && piece->run == word->run && piece->line == w->line &&
                 is_glued(text, &text->runs[word->run]);
    if (joins && end > w->width - CLOSE) {
        end = piece->x + run_width(w->ui, text, &text->runs[piece->run], piece->from,
                                   word->from + word->len - piece->from);
    }
    return end;
}

static void add_piece(Wrapping *w, const Word *word, bool glue) {
    Node *node = w->node;
    if (glue && w->piece && w->piece->run == word->run && w->piece->line == w->line) {
        w->piece->len = word->from + word->len - w->piece->from;
        w->x = end_with(w, word, 0);
        w->piece->w = w->x - w->piece->x;
        return;
    }
    assert(node->piece_count < w->most);
    w->piece = &node->pieces[node->piece_count++];
    *w->piece = (Piece){.run = word->run,
                        .from = word->from,
                        .len = word->len,
                        .x = w->x,
                        .w = word->w,
                        .line = w->line};
    w->x += word->w;
}

/* Bytes of a long word that fit into the line, guessed by its mean letter and then put right;
 * at least one letter. Shrinking it from its whole length would be quadratic. */
static int fitting(const Wrapping *w, const Word *word, int *width) {
    const Text *text = &w->node->text;
    const Run *run = &text->runs[word->run];
    const char *s = run->text + word->from;
    size_t all = (size_t)word->len;
    int first = (int)utf8_after(s, all, 0);
    int64_t guess = word->w > 0 ? (int64_t)word->len * w->width / word->w : word->len;
    guess = guess < 0 ? 0 : guess > word->len ? word->len : guess;
    int len = (int)utf8_clip(s, all, (size_t)guess);
    len = len < first ? first : len;
    *width = run_width(w->ui, text, run, word->from, len);
    while (*width > w->width && len > first) {
        len = (int)utf8_before(s, (size_t)len);
        *width = run_width(w->ui, text, run, word->from, len);
    }
    while (len < word->len) {
        int more = (int)utf8_after(s, all, (size_t)len);
        int wider = run_width(w->ui, text, run, word->from, more);
        if (wider > w->width) {
            break;
        }
        len = more;
        *width = wider;
    }
    return len;
}

/* A word wider than the line is cut where it must be: nothing may be clipped. */
static void add_long_word(Wrapping *w, Word word) {
    while (word.len > 0) {
        Word part = {.run = word.run, .from = word.from};
        part.len = fitting(w, &word, &part.w);
        add_piece(w, &part, false);
        word.from += part.len;
        word.len -= part.len;
        word.w -= part.w;
        if (word.len > 0) {
            w->line++;
            w->x = 0;
        }
    }
}

/* Width of the words that stick to one that ends at *at: those of the next runs that begin without
 * a space. */
static int stuck_width(const Ui *ui, const Text *text, int run, int at) {
    int width = 0;
    Word word;
    if (text->runs[run].text[at]) {
        return 0;
    }
    while (next_word(ui, text, &run, &at, &word) && !word.space_before) {
        width += word.w;
    }
    return width;
}

/* Room before a word. Where somebody types it is that of all the spaces between, so that the caret
 * behind them stands where the word will begin. */
static int gap_before(const Wrapping *w, const Word *word) {
    const Text *text = &w->node->text;
    const Piece *piece = w->piece;
    if (!word->space_before || w->node->piece_count == 0) {
        return 0;
    }
    if (text->caret > 0 && piece->run == word->run && piece->line == w->line) {
        return run_width(w->ui, text, &text->runs[word->run], piece->from,
                         word->from - piece->from) -
               piece->w;
    }
    return w->space;
}

static int count_words(const Text *text) {
    int words = 0;
    for (int r = 0; r < text->run_count; r++) {
        words += 2 + (int)strlen(text->runs[r].text);
    }
    return words;
}

/* The last line that shows ends in an ellipsis: words go until it fits behind them. */
static void make_room_for_more(Ui *ui, Node *node, int width) {
    Piece *last = NULL;
    for (int i = 0; i < node->piece_count && node->pieces[i].line < node->line_count; i++) {
        last = &node->pieces[i];
    }
    if (!last) {
        return;
    }
    const Run *run = &node->text.runs[last->run];
    Run more = {.text = "…", .bold = run->bold};
    int room = width - last->x - run_width(ui, &node->text, &more, 0, (int)strlen(more.text));
    const char *text = run->text + last->from;
    while (last->w > room && memrchr(text, ' ', (size_t)last->len)) {
        last->len = (int)((const char *)memrchr(text, ' ', (size_t)last->len) - text);
        last->w = run_width(ui, &node->text, run, last->from, last->len);
    }
}

void text_wrap(Ui *ui, Node *node, int width) {
    if (wrapped_pieces(ui, node, width)) {
        return;
    }
    Text *text = &node->text;
    Wrapping w = {.ui = ui, .node = node, .width = width, .space = space_width(ui, text)};
    w.most = count_words(text);
    node->pieces = arena_take(&ui->arena, sizeof *node->pieces * (size_t)w.most);
    node->piece_count = 0;
    int run = 0, at = 0;
    Word word;
    while (next_word(ui, text, &run, &at, &word)) {
        if (w.piece && w.piece->run != word.run) {
            end_piece(&w);
        }
        int gap = gap_before(&w, &word);
        int stuck = gap > 0 ? stuck_width(ui, text, run, at) : 0;
        bool full = w.x > 0 && end_with(&w, &word, gap) + stuck > width;
        bool breaks = node->piece_count > 0 && (word.newline_before || full);
        if (breaks) {
            w.line++;
            w.x = 0;
            gap = 0;
        }
        w.x += gap;
        if (w.x == 0 && word.w > width) {
            add_long_word(&w, word);
        } else {
            add_piece(&w, &word, is_glued(text, &text->runs[word.run]));
        }
    }
    node->line_count = w.line + 1;
    if (text->lines_most > 0 && node->line_count > text->lines_most) {
        node->line_count = text->lines_most;
        make_room_for_more(ui, node, width);
    }
    wrapped_keep_pieces(ui, node, width);
}

int text_start(const Text *text, int run) {
    int start = 0;
    for (int r = 0; r < run; r++) {
        start += (int)strlen(text->runs[r].text);
    }
    return start;
}

Rect text_caret(const Ui *ui, const Node *node) {
    const Text *text = &node->text;
    int height = look_line(&ui->look, text->style), caret = text->caret - 1;
    Rect at = {0, 0, look_px(&ui->look, 0.55f), height};
    for (int i = 0; i < node->piece_count; i++) {
        const Piece *piece = &node->pieces[i];
        const Run *run = &text->runs[piece->run];
        int start = text_start(text, piece->run) + piece->from;
        if (caret < start) {
            break;
        }
        int inside = caret - start;
        /* Spaces behind a word are not in any piece, yet the caret moves over them. */
        bool last = i + 1 == node->piece_count;
        int next = last                         ? (int)strlen(run->text)
                   : piece[1].run == piece->run ? piece[1].from
                                                : piece->from + piece->len;
        int end = next - piece->from;
        int shown = inside < end ? inside : end;
        at.x = piece->x + run_width(ui, text, run, piece->from, shown);
        at.y = piece->line * height;
    }
    int last_x = node->at.w - at.w; /* behind many spaces it waits at the end of the line */
    at.x = at.x > last_x && last_x > 0 ? last_x : at.x;
    return at;
}

int text_byte_at(const Ui *ui, const Node *node, int x, int y) {
    const Text *text = &node->text;
    int height = look_line(&ui->look, text->style);
    int line = y < 0 ? 0 : y / height;
    line = line >= node->line_count ? node->line_count - 1 : line;
    int best = 0, nearest = INT_MAX;
    for (int i = 0; i < node->piece_count; i++) {
        const Piece *piece = &node->pieces[i];
        if (piece->line != line) {
            continue;
        }
        const Run *run = &text->runs[piece->run];
        bool starts = i == 0 || piece[-1].line != line || piece[-1].run != piece->run;
        for (int end = 0; end <= piece->len; end++) {
            char c = run->text[piece->from + end];
            bool word_end = (end == 0 && starts) || end == piece->len || c == ' ';
            if (!word_end) {
                continue;
            }
            int away = piece->x + run_width(ui, text, run, piece->from, end) - x;
            away = away < 0 ? -away : away;
            if (away < nearest) {
                nearest = away;
                best = text_start(text, piece->run) + piece->from + end;
            }
        }
    }
    return best;
}
