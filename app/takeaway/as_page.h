/* The page to read or print: one file of HTML that asks for nothing from anywhere. */
#ifndef TAKEAWAY_AS_PAGE_H
#define TAKEAWAY_AS_PAGE_H

#include "library/library.h"

void write_page(const Draft *draft, const Library *library, Date today, Buf *out);

#endif
