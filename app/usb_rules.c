/* Names of two times four hex digits. What is not one never reaches a rule. */
#include "usb_rules.h"

#include <ctype.h>
#include <string.h>

enum { DIGITS = 4, COLON_AT = DIGITS, NAME_LEN = DIGITS + 1 + DIGITS };

static const char blanks[] = " ";

static bool name_good(const char *name, size_t len) {
    if (len != NAME_LEN) {
        return false;
    }
    for (int i = 0; i < NAME_LEN; i++) {
        if (i == COLON_AT ? name[i] != ':' : !isxdigit((unsigned char)name[i])) {
            return false;
        }
    }
    return true;
}

/* The next name at or after *at, and its length; *at moves behind it. 0: no more. */
static size_t next_name(const char **at, const char **name) {
    *name = *at + strspn(*at, blanks);
    size_t len = strcspn(*name, blanks);
    *at = *name + len;
    return len;
}

bool usb_names_good(const char *text) {
    const char *name;
    for (size_t len; (len = next_name(&text, &name)) > 0;) {
        if (!name_good(name, len)) {
            return false;
        }
    }
    return true;
}

void usb_rules(const char *names, Buf *out) {
    const char *at = names ? names : "", *name;
    while (next_name(&at, &name) > 0) {
        char small[NAME_LEN]; /* as the kernel writes them */
        for (int i = 0; i < NAME_LEN; i++) {
            small[i] = (char)tolower((unsigned char)name[i]);
        }
        buf_print(out,
                  "ATTRS{idVendor}==\"%.*s\", ATTRS{idProduct}==\"%.*s\", "
                  "ENV{TALKING_POINTS_USB}=\"named\"\n",
                  DIGITS, small, DIGITS, small + COLON_AT + 1);
    }
}
