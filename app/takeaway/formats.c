/* The table of formats. */
#include "takeaway/formats.h"
#include "takeaway/as_docx.h"
#include "takeaway/as_json.h"
#include "takeaway/as_page.h"

#include <stddef.h>

const Format formats[] = {
    {"html", "page.file.html", write_page},
    {"docx", "page.file.docx", write_docx},
    {"json", "page.file.json", write_json},
    {NULL, NULL, NULL},
};
