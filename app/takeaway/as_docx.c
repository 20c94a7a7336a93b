/* The tree of sheet.h as WordprocessingML, put into a zip.
 *
 * Real headings, lists and tables with a head, so that a screen reader and a council's form take
 * them as such. No author, no time. */
#include "takeaway/as_docx.h"
#include "takeaway/built_in.h"
#include "takeaway/docx_parts.h"
#include "takeaway/escape.h"
#include "takeaway/sheet.h"
#include "takeaway/zip.h"

#include <string.h>

enum { NOTE_LINES = 8 };

static void run(const char *words, Buf *xml) {
    buf_text(xml, "<w:r><w:t xml:space=\"preserve\">");
    escape_text(words, "</w:t><w:br/><w:t xml:space=\"preserve\">", xml);
    buf_text(xml, "</w:t></w:r>");
}

static void paragraph(const char *style, const char *words, Buf *xml) {
    buf_print(xml, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>", style);
    run(words, xml);
    buf_text(xml, "</w:p>\n");
}

static const char *fill_of(Step step) {
    static const char *const fills[] = {
        [STEP_HOPE] = "FCEBC4", [STEP_HARD] = "F4E4EF",  [STEP_OUTCOME] = "DCECE7",
        [STEP_HELP] = "E1EBF6", [STEP_COUNT] = "FAF5EA", [STEP_NONE] = "FAF5EA",
    };
    return fills[step];
}

static void cell(const Block *block, int width, const char *fill, const char *style, Buf *xml) {
    buf_print(xml, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>", width);
    if (fill) {
        buf_print(xml, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%s\"/>", fill);
    }
    buf_text(xml, "</w:tcPr>");
    paragraph(style, block->text, xml);
    if (block->detail) {
        paragraph("Detail", block->detail, xml);
    }
    buf_text(xml, "</w:tc>\n");
}

static void table(const Block *block, Buf *xml) {
    enum { LEFT = 3700, RIGHT = 6000 }; /* twentieths of a point */
    buf_print(xml,
              "<w:tbl><w:tblPr><w:tblStyle w:val=\"Steps\"/><w:tblW w:w=\"%d\" w:type=\"dxa\"/>"
              "<w:tblLook w:val=\"00A0\" w:firstRow=\"1\" w:firstColumn=\"1\"/></w:tblPr>"
              "<w:tblGrid><w:gridCol w:w=\"%d\"/><w:gridCol w:w=\"%d\"/></w:tblGrid>\n",
              LEFT + RIGHT, LEFT, RIGHT);
    for (const Block *row = block->child; row; row = row->next) {
        bool head = row == block->child;
        buf_print(xml, "<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>\n", head ? "<w:tblHeader/>" : "");
        cell(row->child, LEFT, head ? NULL : fill_of(row->step), "CellHead", xml);
        const char *style = head ? "CellHead" : row->step == STEP_OUTCOME ? "CellOutcome" : "Cell";
        cell(row->child->next, RIGHT, NULL, style, xml);
        buf_text(xml, "</w:tr>\n");
    }
    buf_text(xml, "</w:tbl>\n<w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr></w:p>\n");
}

static void blocks(const Block *first, Buf *xml);

static void part(const char *style, const Block *block, Buf *xml) {
    paragraph(style, block->text, xml);
    blocks(block->child, xml);
}

static void one(const Block *block, Buf *xml) {
    switch (block->kind) {
    case BLOCK_SHEET:
    case BLOCK_HEADER:
    case BLOCK_FOOTER:
    case BLOCK_LIST:
        blocks(block->child, xml);
        break;
    case BLOCK_SECTION:
        part("Heading2", block, xml);
        break;
    case BLOCK_CARD:
        part("Heading3", block, xml);
        break;
    case BLOCK_TITLE:
        paragraph("Heading1", block->text, xml);
        break;
    case BLOCK_TEXT:
        paragraph("Normal", block->text, xml);
        break;
    case BLOCK_BADGE:
        paragraph("Badge", block->text, xml);
        break;
    case BLOCK_SENTENCE:
        paragraph("Outcome", block->text, xml);
        break;
    case BLOCK_QUOTE:
        paragraph("Quote", block->text, xml);
        break;
    case BLOCK_ITEM:
        paragraph("ListBullet", block->text, xml);
        break;
    case BLOCK_TABLE:
        table(block, xml);
        break;
    case BLOCK_LINES:
        for (int i = 0; i < NOTE_LINES; i++) {
            buf_text(xml, "<w:p><w:pPr><w:pStyle w:val=\"Line\"/></w:pPr></w:p>\n");
        }
        break;
    case BLOCK_THREAD: /* a drawing: its words are in the table below it */
    case BLOCK_ROW:
    case BLOCK_CELL:
        break;
    }
}

static void blocks(const Block *first, Buf *xml) {
    for (const Block *block = first; block; block = block->next) {
        one(block, xml);
    }
}

static void write_zip(const Buf *document, const Buf *core, Buf *out) {
    Zip zip;
    zip_begin(&zip, out);
    for (const DocxPart *fixed = docx_parts; fixed->name; fixed++) {
        zip_add(&zip, fixed->name, fixed->bytes, strlen(fixed->bytes));
    }
    zip_add(&zip, "word/styles.xml", docx_styles, docx_styles_len);
    zip_add(&zip, "docProps/core.xml", core->bytes, core->len);
    zip_add(&zip, "word/document.xml", document->bytes, document->len);
    zip_end(&zip);
}

void write_docx(const Draft *draft, const Library *library, Date today, Buf *out) {
    Arena arena = {0};
    Buf document = {0}, core = {0};
    const Block *sheet = sheet_make(&arena, draft, library, today);
    buf_text(&document, docx_document_start);
    one(sheet, &document);
    buf_text(&document, docx_document_end);

    buf_text(&core, docx_core_start);
    escape_text(sheet->child->child->next->text, " ", &core);
    buf_text(&core, "</dc:title><dc:language>");
    escape_text(library_string(library, "page.lang"), " ", &core);
    buf_text(&core, "</dc:language></cp:coreProperties>\n");

    write_zip(&document, &core, out);
    buf_done(&core);
    buf_done(&document);
    arena_done(&arena);
}
