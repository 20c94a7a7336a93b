/* Text as it is said: 'EHC plan' is 'E H C plan' to a voice. The glossary knows how. */
#include "library/library.h"

#include <ctype.h>
#include <string.h>

static bool is_letter(char c) {
    return isalnum((unsigned char)c) || ((unsigned char)c >= 0xC3 && (unsigned char)c <= 0xDF);
}

/* The longest short form that stands at the beginning of text, whole or with the s of more than
 * one; NULL when none does. */
static const Glossary *short_form(const Library *library, const char *text) {
    const Glossary *best = NULL;
    size_t longest = 0;
    for (int i = 0; i < library->glossary_count; i++) {
        const Glossary *one = &library->glossary[i];
        size_t len = strlen(one->word);
        if (!one->say || len <= longest || strncmp(text, one->word, len) != 0) {
            continue;
        }
        const char *behind = text + len + (text[len] == 's');
        if (!is_letter(text[len]) || !is_letter(behind[0])) {
            best = one;
            longest = len;
        }
    }
    return best;
}

void library_spoken(const Library *library, const char *text, Buf *out) {
    for (const char *at = text; *at;) {
        const Glossary *one = at == text || !is_letter(at[-1]) ? short_form(library, at) : NULL;
        if (one) {
            buf_text(out, one->say);
            at += strlen(one->word);
        } else {
            buf_char(out, *at++);
        }
    }
}
