/* Which words to offer. In this order, and each in the order of its list: what follows the last
 * word, names of this visit, all words. */
#include "library/suggest.h"
#include "base/text.h"
#include "base/utf8.h"
#include "library/suggest_lists.h"
#include "outcome/letters.h"

#include <ctype.h>
#include <string.h>

/* What is looked for. */
typedef struct Wanted {
    const Suggest *lists;
    const char *typed; /* of the word at the caret */
    int len;
    char folded[SUGGEST_SIZE];
    bool first_capital, all_capitals;
    Suggested *out;
} Wanted;

static bool in_word(const char *text, int at) {
    unsigned char c = (unsigned char)text[at];
    return isalnum(c) || c >= 0x80 || c == '\'' || (c == '-' && at > 0);
}

/* Where the word that ends before at begins. */
static int word_start(const char *text, int at) {
    while (at > 0 && in_word(text, at - 1)) {
        at--;
    }
    return at;
}

static bool is_capital(const char *text) {
    uint32_t point;
    char letter;
    int len = utf8_read(text, strlen(text), &point);
    bool latin = (point >= 0xC0 && point <= 0xDE) || (point >= 0x100 && point % 2 == 0);
    return len > 0 && kind_of(point, &letter) == KIND_LETTER &&
           (point < 0x80 ? isupper((int)point) != 0 : latin);
}

static bool is_mark(char folded) {
    return folded == '\'' || folded == '-';
}

/* Does the word begin so? Apostrophes and hyphens may be left out, not put elsewhere. */
static bool begins(const char *word, const char *start) {
    for (; *start; word++) {
        if (*word == *start) {
            start++;
        } else if (!is_mark(*word)) {
            return false;
        }
    }
    return true;
}

static bool is_offered(const Suggested *out, const char *word) {
    for (int i = 0; i < out->count; i++) {
        if (text_same(out->word[i], word)) {
            return true;
        }
    }
    return false;
}

static void offer(Wanted *wanted, const char *word, const char *folded) {
    Suggested *out = wanted->out;
    if (!begins(folded, wanted->folded) || !folded[1] || out->count == SUGGEST_MOST) {
        return;
    }
    char *shown = out->word[out->count];
    if (!text_set(shown, SUGGEST_SIZE, word)) {
        return;
    }
    for (int i = 0; shown[i] && (i == 0 ? wanted->first_capital : wanted->all_capitals); i++) {
        shown[i] = (char)(shown[i] >= 'a' && shown[i] <= 'z' ? shown[i] - 'a' + 'A' : shown[i]);
    }
    bool stands = strlen(shown) == (size_t)wanted->len &&
                  strncmp(shown, wanted->typed, (size_t)wanted->len) == 0;
    if (!stands && !is_offered(out, shown)) {
        out->count++;
    }
}

static void offer_ids(Wanted *wanted, const WordId *ids, int count) {
    const Suggest *lists = wanted->lists;
    for (int i = 0; i < count && wanted->out->count < SUGGEST_MOST; i++) {
        offer(wanted, lists->word[ids[i]], lists->folded[ids[i]]);
    }
}

static void offer_names(Wanted *wanted, const SuggestNames *names) {
    for (int i = 0; i < names->count; i++) {
        char name[SUGGEST_SIZE], folded[SUGGEST_SIZE];
        bool whole = text_set_n(name, sizeof name, names->at[i].text, (size_t)names->at[i].len);
        if (whole && suggest_fold(name, names->at[i].len, folded) > 0) {
            offer(wanted, name, folded);
        }
    }
}

static void offer_words(Wanted *wanted) {
    const Suggest *lists = wanted->lists;
    WordId id = lists->first[(unsigned char)wanted->folded[0]];
    for (; id != NO_WORD && wanted->out->count < SUGGEST_MOST; id = lists->after[id]) {
        offer(wanted, lists->word[id], lists->folded[id]);
    }
}

/* What often comes behind the last word of the len bytes of text; NULL when there is no word. */
static const Next *behind(const Suggest *lists, const char *text, int len) {
    while (len > 0 && text[len - 1] == ' ') {
        len--;
    }
    if (len == 0) {
        return NULL;
    }
    int from = word_start(text, len);
    if (from == len) {
        return &lists->behind[strchr(".?!", text[len - 1]) ? BEFORE_START : BEFORE_COMMA];
    }
    if (isdigit((unsigned char)text[from])) {
        return &lists->behind[BEFORE_NUMBER];
    }
    char folded[SUGGEST_SIZE];
    WordId id = NO_WORD;
    if (suggest_fold(text + from, len - from, folded) > 0) {
        id = suggest_find(lists, folded);
    }
    return id != NO_WORD             ? &lists->next[id]
           : is_capital(text + from) ? &lists->behind[BEFORE_NAME]
                                     : NULL;
}

static const Next *expected(const Suggest *lists, const SuggestAsk *ask, int from) {
    const Next *next = behind(lists, ask->text, from);
    if (!next && strspn(ask->text, " ") >= (size_t)from) {
        next = ask->capital ? &lists->behind[BEFORE_START]
                            : behind(lists, ask->before, (int)strlen(ask->before));
    }
    return next;
}

static bool all_capitals(const char *text, int len) {
    int count = 0;
    for (int i = 0; i < len; i++) {
        if (islower((unsigned char)text[i])) {
            return false;
        }
        count += isupper((unsigned char)text[i]) != 0;
    }
    return count > 1;
}

void suggest_words(const Suggest *lists, const SuggestAsk *ask, Suggested *out) {
    memset(out, 0, sizeof *out);
    const char *text = ask->text;
    out->from = word_start(text, ask->caret);
    int len = ask->caret - out->from;
    bool inside = text[ask->caret] && in_word(text, ask->caret);
    bool apart = out->from == 0 || text[out->from - 1] == ' ' || len > 0;
    if (!lists || lists->count == 0 || inside || !apart) {
        return;
    }
    Wanted wanted = {.lists = lists, .typed = text + out->from, .len = len, .out = out};
    if (len > 0 && suggest_fold(wanted.typed, len, wanted.folded) == 0) {
        return; /* figures, or longer than any word */
    }
    wanted.first_capital = len > 0 ? is_capital(wanted.typed) : ask->capital;
    wanted.all_capitals = all_capitals(wanted.typed, len);
    const Next *next = expected(lists, ask, out->from);
    if (next) {
        offer_ids(&wanted, next->word, len > 0 ? next->count : next->unasked);
    }
    if (len > 0) {
        offer_names(&wanted, ask->names);
        offer_words(&wanted);
    }
}

static void add_name(const Suggest *lists, const char *text, int len, SuggestNames *names) {
    char folded[SUGGEST_SIZE];
    if (names->count == SUGGEST_NAMES || suggest_fold(text, len, folded) < 2 ||
        suggest_never(lists, folded)) {
        return;
    }
    for (int i = 0; i < names->count; i++) {
        if (names->at[i].len == len && strncmp(names->at[i].text, text, (size_t)len) == 0) {
            return;
        }
    }
    names->at[names->count].text = text;
    names->at[names->count++].len = len;
}

/* Takes the next word off *at; its length, 0 when there is none. */
static int next_word(const char *text, int *at, int *from) {
    while (text[*at] && (!in_word(text, *at) || text[*at] == '\'')) {
        ++*at;
    }
    *from = *at;
    while (text[*at] && in_word(text, *at)) {
        ++*at;
    }
    return *at - *from;
}

void suggest_name(const Suggest *lists, const char *name, SuggestNames *names) {
    int from, len;
    for (int at = 0; lists && (len = next_word(name, &at, &from)) > 0;) {
        add_name(lists, name + from, len, names);
    }
}

void suggest_names_in(const Suggest *lists, const char *text, SuggestNames *names) {
    int from, len;
    for (int at = 0; lists && lists->count > 0 && (len = next_word(text, &at, &from)) > 0;) {
        char folded[SUGGEST_SIZE];
        bool first = from < 2 || strchr(".?!", text[from - 2]);
        if (!first && is_capital(text + from) && suggest_fold(text + from, len, folded) > 0 &&
            suggest_find(lists, folded) == NO_WORD) {
            add_name(lists, text + from, len, names);
        }
    }
}
