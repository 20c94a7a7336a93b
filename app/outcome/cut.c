/* Phrases to words; see cut.h. */
#include "outcome/cut.h"

#include "outcome/words.h"

bool cut(const char *words, size_t len, Cut *out) {
    out->count = 0;
    for (size_t i = 0; i < len;) {
        if (words[i] == ' ') {
            i++;
            continue;
        }
        const size_t from = i;
        uint64_t hash = HASH_START;
        for (; i < len && words[i] != ' '; i++) {
            hash = letter_hash(hash, words[i]);
        }
        if (out->count == WORDS_MOST || i - from >= WORD_MOST) {
            return false;
        }
        if (out->count == 0) {
            out->first = words + from;
            out->first_len = i - from;
        }
        out->words[out->count++] = hash;
    }
    return out->count > 0;
}
