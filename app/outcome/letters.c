/* Characters beyond ASCII: the Latin letters with accents, quotation marks and dashes. */
#include "outcome/letters.h"

enum { ACCENTS_FROM = 0xC0, ACCENTS_TO = 0x17F };

/* Latin letters without their accents, U+00C0 to U+00FF; '*' is no letter. */
static const char plain_latin[] = "aaaaaaaceeeeiiiidnooooo*ouuuuyts"
                                  "aaaaaaaceeeeiiiidnooooo*ouuuuyty";

Kind kind_beyond(uint32_t c, char *letter) {
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0xB4: /* apostrophes */
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0xFEFF:
    case 0xAD: /* unseen */
        return KIND_QUIET;
    case 0xA0:
    case 0x202F:
    case 0x3000:
        return KIND_SPACE;
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB: /* quotation marks */
    case 0x2013:
    case 0x2014:
    case 0x2026:
    case 0x2022:
    case 0xB7:
        return KIND_MARK;
    default:
        break;
    }
    if (c >= 0x2000 && c <= 0x200A) {
        return KIND_SPACE;
    }
    if (c >= ACCENTS_FROM && c <= 0xFF && plain_latin[c - ACCENTS_FROM] != '*') {
        *letter = plain_latin[c - ACCENTS_FROM];
        return KIND_LETTER;
    }
    /* Latin Extended-A and Greek and Cyrillic capitals: only their case is folded. */
    *letter = (char)(c <= ACCENTS_TO ? c | 1u : c >= 0x391 && c <= 0x42F ? c | 0x20u : c);
    return KIND_LETTER;
}

bool is_apostrophe(uint32_t c) {
    bool unseen = c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200D);
    return !unseen;
}
