/* examples.json and practice.json: outcomes to look at and to decide about. */
#include "library/content.h"

static void read_side(const Content *c, const Json *example, const char *key,
                      const char *const members[], ExampleSide *out) {
    const Json *side = json_get(example, key);
    if (!side || side->kind == JSON_NULL || !content_members(c, side, members)) {
        return;
    }
    out->text = content_text(c, side, "text");
    out->why = content_texts(c, side, "why", 1);
    out->better = content_optional_text(c, side, "better");
}

static void read_example(const Content *c, const Json *one, const Library *library, Example *out) {
    static const char *const members[] = {"id",   "source",  "stage", "area",
                                          "good", "not_yet", "shape", NULL};
    static const char *const good[] = {"text", "why", "better", NULL};
    static const char *const not_yet[] = {"text", "why", NULL};
    if (!content_members(c, one, members)) {
        return;
    }
    out->id = content_text(c, one, "id");
    out->source = content_source(c, one, library);
    out->stage = (Stage)content_name(c, one, "stage", stage_names);
    out->area = (Area)(AREA_TALKING + content_name(c, one, "area", area_names + AREA_TALKING));
    read_side(c, one, "good", good, &out->good);
    read_side(c, one, "not_yet", not_yet, &out->not_yet);
    out->shape = content_optional_text(c, one, "shape");
    if (!out->good.text && !out->not_yet.text) {
        content_say(c, one, "neither \"good\" nor \"not_yet\"");
    }
}

void examples_read(const Content *c, Library *library) {
    static const char *const members[] = {"examples", NULL};
    if (!content_members(c, c->root, members)) {
        return;
    }
    const Json *list = content_list(c, c->root, "examples");
    Example *examples = arena_take(c->arena, sizeof *examples * (size_t)list->count);
    for (const Json *one = list->child; one; one = one->next) {
        read_example(c, one, library, &examples[library->example_count++]);
    }
    content_check_ids(c, list, "id");
    library->examples = examples;
}

static void read_card(const Content *c, const Json *one, Card *out) {
    static const char *const members[] = {"id",   "text",   "good",  "head",
                                          "body", "better", "still", NULL};
    if (!content_members(c, one, members)) {
        return;
    }
    out->id = content_text(c, one, "id");
    out->text = content_text(c, one, "text");
    out->good = content_flag(c, one, "good");
    out->head = content_text(c, one, "head");
    out->body = content_text(c, one, "body");
    out->better = content_optional_text(c, one, "better");
    out->still = content_optional_text(c, one, "still");
    if (!out->good && !out->better) {
        content_say(c, one, "a card that is not good yet needs \"better\"");
    }
}

void practice_read(const Content *c, Library *library) {
    static const char *const members[] = {"cards", NULL};
    if (!content_members(c, c->root, members)) {
        return;
    }
    const Json *list = content_list(c, c->root, "cards");
    Card *cards = arena_take(c->arena, sizeof *cards * (size_t)list->count);
    for (const Json *one = list->child; one; one = one->next) {
        read_card(c, one, &cards[library->card_count++]);
    }
    content_check_ids(c, list, "id");
    library->cards = cards;
}
