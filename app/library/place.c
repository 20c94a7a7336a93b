/* content/place.json: the facts that change by place. The operator edits this file alone. */
#include "library/content.h"

void place_read(const Content *c, Library *library) {
    static const char *const members[] = {"name",    "service", "phone",    "text",   "email",
                                          "website", "drop_in", "law_date", "offers", NULL};
    PlaceInfo *place = arena_take(c->arena, sizeof *place);
    library->place = place;
    if (!content_members(c, c->root, members)) {
        return;
    }
    /* Empty is fine where a place has none; a missing member is more likely a slip. */
    place->name = content_maybe_empty(c, c->root, "name");
    place->service = content_text(c, c->root, "service");
    place->phone = content_text(c, c->root, "phone");
    place->text_phone = content_maybe_empty(c, c->root, "text");
    place->email = content_maybe_empty(c, c->root, "email");
    place->website = content_maybe_empty(c, c->root, "website");
    place->drop_in = content_maybe_empty(c, c->root, "drop_in");
    place->law_date = content_maybe_empty(c, c->root, "law_date");
    place->offers = content_texts(c, c->root, "offers", 0);
}
