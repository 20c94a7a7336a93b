/* The parts of a word-processor file that are the same for every family. */
#ifndef TAKEAWAY_DOCX_PARTS_H
#define TAKEAWAY_DOCX_PARTS_H

typedef struct DocxPart {
    const char *name, *bytes;
} DocxPart;

extern const DocxPart docx_parts[]; /* ends with name NULL */

/* Around the paragraphs of word/document.xml. */
extern const char docx_document_start[], docx_document_end[];

/* docProps/core.xml up to the text of its title. */
extern const char docx_core_start[];

#endif
