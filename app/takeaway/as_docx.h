/* The same words as the page, for a word processor: to change, and to paste into a council's form.
 */
#ifndef TAKEAWAY_AS_DOCX_H
#define TAKEAWAY_AS_DOCX_H

#include "library/library.h"

void write_docx(const Draft *draft, const Library *library, Date today, Buf *out);

#endif
