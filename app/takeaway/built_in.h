/* Files of this folder that are built into the program: no NUL behind their bytes. */
#ifndef TAKEAWAY_BUILT_IN_H
#define TAKEAWAY_BUILT_IN_H

#include <stddef.h>

extern const char page_css[];
extern const size_t page_css_len;

extern const char docx_styles[];
extern const size_t docx_styles_len;

#endif
