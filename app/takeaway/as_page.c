/* The tree of sheet.h as HTML: a function that opens and closes an element for each kind of block.
 *
 * No script, no request (a policy in the head forbids both), all words escaped. How it looks is
 * page.css, which is built in. The roles of tables are spelt out, since on a phone their rows are
 * laid out as blocks and browsers then forget that they are rows. */
#include "takeaway/as_page.h"
#include "takeaway/built_in.h"
#include "takeaway/escape.h"
#include "takeaway/sheet.h"
#include "takeaway/thread_svg.h"

#include <string.h>

enum { NOTE_LINES = 8 };

static const char own_words[] = " dir=\"auto\""; /* a family may write in any script */

static void text(const char *words, Buf *out) {
    escape_text(words, "<br>", out);
}

static void element(const char *name, const char *attributes, const Block *block, Buf *out) {
    buf_print(out, "<%s%s%s>", name, attributes, block->own ? own_words : "");
    text(block->text, out);
    buf_print(out, "</%s>\n", name);
}

static const char *step_class(Step step) {
    static const char *const classes[] = {
        [STEP_HOPE] = " class=\"hope\"",
        [STEP_HARD] = " class=\"hard\"",
        [STEP_OUTCOME] = " class=\"outcome\"",
        [STEP_HELP] = " class=\"help\"",
        [STEP_COUNT] = "",
        [STEP_NONE] = "",
    };
    return classes[step];
}

static void cell(const Block *block, const char *name, const char *attributes, Buf *out) {
    buf_print(out, "<%s %s%s>", name, attributes, block->own ? own_words : "");
    text(block->text, out);
    if (block->detail) {
        buf_text(out, " <small>");
        text(block->detail, out);
        buf_text(out, "</small>");
    }
    buf_print(out, "</%s>\n", name);
}

static void table(const Block *block, Buf *out) {
    buf_text(out, "<table role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\">\n");
    for (const Block *head = block->child->child; head; head = head->next) {
        cell(head, "th", "scope=\"col\" role=\"columnheader\"", out);
    }
    buf_text(out, "</tr></thead>\n<tbody role=\"rowgroup\">\n");
    for (const Block *row = block->child->next; row; row = row->next) {
        buf_print(out, "<tr role=\"row\"%s>\n", step_class(row->step));
        cell(row->child, "th", "scope=\"row\" role=\"rowheader\"", out);
        cell(row->child->next, "td",
             row->child->next->own ? "role=\"cell\"" : "role=\"cell\" class=\"unsaid\"", out);
        buf_text(out, "</tr>\n");
    }
    buf_text(out, "</tbody>\n</table>\n");
}

static void lines(Buf *out) {
    buf_text(out, "<div class=\"lines\" aria-hidden=\"true\">");
    for (int i = 0; i < NOTE_LINES; i++) {
        buf_text(out, "<i></i>");
    }
    buf_text(out, "</div>\n");
}

static void blocks(const Block *first, Buf *out);

/* name with its heading and what is in it. */
static void part(const char *name, const char *heading, const Block *block, Buf *out) {
    buf_print(out, "<%s>\n", name);
    if (heading) {
        element(heading, "", block, out);
    }
    blocks(block->child, out);
    buf_print(out, "</%.*s>\n", (int)strcspn(name, " "), name);
}

static void one(const Block *block, Buf *out) {
    switch (block->kind) {
    case BLOCK_SHEET:
        blocks(block->child, out);
        break;
    case BLOCK_HEADER:
        buf_text(out, "<header>\n");
        blocks(block->child, out);
        thread_ornament(out);
        buf_text(out, "</header>\n<main>\n");
        break;
    case BLOCK_FOOTER:
        buf_text(out, "</main>\n");
        part("footer", NULL, block, out);
        break;
    case BLOCK_SECTION:
        part("section", "h2", block, out);
        break;
    case BLOCK_CARD:
        part("div class=\"card\"", "h3", block, out);
        break;
    case BLOCK_TITLE:
        element("h1", "", block, out);
        break;
    case BLOCK_TEXT:
        element("p", "", block, out);
        break;
    case BLOCK_BADGE:
        element("p", " class=\"badge\"", block, out);
        break;
    case BLOCK_SENTENCE:
        element("p", block->own ? " class=\"sentence\"" : " class=\"unsaid\"", block, out);
        break;
    case BLOCK_QUOTE:
        element("blockquote", "", block, out);
        break;
    case BLOCK_LIST:
        part("ul", NULL, block, out);
        break;
    case BLOCK_ITEM:
        element("li", "", block, out);
        break;
    case BLOCK_THREAD:
        thread_drawing(block->said, block->text, out);
        break;
    case BLOCK_TABLE:
        table(block, out);
        break;
    case BLOCK_LINES:
        lines(out);
        break;
    case BLOCK_ROW:
    case BLOCK_CELL:
        break; /* written by their table */
    }
}

static void blocks(const Block *first, Buf *out) {
    for (const Block *block = first; block; block = block->next) {
        one(block, out);
    }
}

void write_page(const Draft *draft, const Library *library, Date today, Buf *out) {
    Arena arena = {0};
    const Block *sheet = sheet_make(&arena, draft, library, today);
    buf_text(out, "<!DOCTYPE html>\n<html lang=\"");
    text(library_string(library, "page.lang"), out);
    buf_text(out, "\">\n<head>\n<meta charset=\"utf-8\">\n"
                  "<meta http-equiv=\"Content-Security-Policy\" "
                  "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                  "<meta name=\"robots\" content=\"noindex\">\n"
                  "<meta name=\"format-detection\" content=\"telephone=no\">\n<title>");
    text(sheet->child->child->next->text, out);
    buf_text(out, "</title>\n<style>\n");
    buf_add(out, page_css, page_css_len);
    buf_text(out, "</style>\n</head>\n<body>\n");
    one(sheet, out);
    buf_text(out, "</body>\n</html>\n");
    arena_done(&arena);
}
