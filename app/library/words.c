/* glossary.json and grammar.json: plain words for hard ones, and the words that join parts. */
#include "library/content.h"

#include <string.h>

void glossary_read(const Content *c, Library *library) {
    static const char *const members[] = {"words", NULL};
    static const char *const word_members[] = {"word", "plain", "say", NULL};
    if (!content_members(c, c->root, members)) {
        return;
    }
    const Json *list = content_list(c, c->root, "words");
    Glossary *words = arena_take(c->arena, sizeof *words * (size_t)list->count);
    for (const Json *one = list->child; one; one = one->next) {
        if (content_members(c, one, word_members)) {
            words[library->glossary_count++] =
                (Glossary){content_text(c, one, "word"), content_text(c, one, "plain"),
                           content_optional_text(c, one, "say")};
        }
    }
    content_check_ids(c, list, "word");
    library->glossary = words;
}

/* A list that Grammar holds in a fixed place, with room for its ending NULL. */
static void read_starts(const Content *c, const char *key, const char *out[], int size) {
    Texts texts = content_texts(c, c->root, key, 1);
    if (texts.count >= size) {
        content_say(c, json_get(c->root, key), "\"%s\" has more than %d", key, size - 1);
        return;
    }
    for (int i = 0; i < texts.count; i++) {
        out[i] = texts.text[i];
    }
}

static void read_pronouns(const Content *c, Grammar *grammar) {
    enum { FORMS = sizeof grammar->pronouns[0] / sizeof grammar->pronouns[0][0] };
    const Json *pronouns = json_get(c->root, "pronouns");
    if (!pronouns) {
        content_say(c, c->root, "\"pronouns\" is missing");
        return;
    }
    if (!content_members(c, pronouns, pronoun_names)) {
        return;
    }
    for (int pronoun = 0; pronoun < PRONOUN_COUNT; pronoun++) {
        Texts forms = content_texts(c, pronouns, pronoun_names[pronoun], FORMS);
        if (forms.count > FORMS) {
            content_say(c, json_get(pronouns, pronoun_names[pronoun]), "\"%s\" has more than %d",
                        pronoun_names[pronoun], FORMS);
        }
        for (int i = 0; i < FORMS; i++) {
            grammar->pronouns[pronoun][i] = i < forms.count ? forms.text[i] : "";
        }
    }
}

void grammar_read(const Content *c, Library *library) {
    static const char *const members[] = {"will",        "will_be",    "so_that", "my_child",
                                          "first_am",    "first_can",  "by",      "pronouns",
                                          "starts_when", "starts_why", NULL};
    Grammar *grammar = arena_take(c->arena, sizeof *grammar);
    library->grammar = grammar;
    if (!content_members(c, c->root, members)) {
        return;
    }
    grammar->will = content_text(c, c->root, "will");
    grammar->so_that = content_text(c, c->root, "so_that");
    grammar->my_child = content_text(c, c->root, "my_child");
    grammar->first_am = content_text(c, c->root, "first_am");
    grammar->first_can = content_optional_text(c, c->root, "first_can");
    grammar->will_be = content_optional_text(c, c->root, "will_be");
    grammar->by = content_text(c, c->root, "by");
    read_pronouns(c, grammar);
    enum { WHEN = sizeof grammar->starts_when / sizeof grammar->starts_when[0] };
    enum { WHY = sizeof grammar->starts_why / sizeof grammar->starts_why[0] };
    read_starts(c, "starts_when", grammar->starts_when, WHEN);
    read_starts(c, "starts_why", grammar->starts_why, WHY);
}
