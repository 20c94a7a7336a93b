/* Regular verbs. Where the last consonant may be doubled, both spellings are given: parents write
 * both. A form's hash goes on from that of its stem, so no text is made. */
#include "outcome/forms.h"

#include <string.h>

static bool vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static void add_form(Form *forms, int *count, WordClass form, uint64_t stem, const char *end) {
    for (; *end; end++) {
        stem = letter_hash(stem, *end);
    }
    forms[(*count)++] = (Form){form, stem};
}

int forms_of(const char *base, size_t len, Form out[FORMS_MOST]) {
    int count = 0;
    const uint64_t cut = word_hash(base, len - 1), whole = word_hash(base, len);
    const char last = base[len - 1];
    char before = 'a';
    if (len > 1) {
        before = base[len - 2];
    }
    if (last == 'y' && !vowel(before)) {
        add_form(out, &count, W_S, cut, "ies");
        add_form(out, &count, W_ED, cut, "ied");
        add_form(out, &count, W_ING, whole, "ing");
        return count;
    }
    bool hiss = last == 's' || last == 'x' || last == 'z' || last == 'o' ||
                (last == 'h' && (before == 's' || before == 'c'));
    add_form(out, &count, W_S, whole, hiss ? "es" : "s");
    if (last == 'e') {
        add_form(out, &count, W_ED, whole, "d");
        bool keep = before == 'e' || before == 'o'; /* seeing, shoeing */
        add_form(out, &count, W_ING, keep ? whole : cut, "ing");
        return count;
    }
    add_form(out, &count, W_ED, whole, "ed");
    add_form(out, &count, W_ING, whole, "ing");
    bool doubles =
        len > 2 && vowel(before) && !vowel(base[len - 3]) && !vowel(last) && !strchr("wxyh", last);
    if (doubles) {
        add_form(out, &count, W_ED, letter_hash(whole, last), "ed");
        add_form(out, &count, W_ING, letter_hash(whole, last), "ing");
    }
    return count;
}
