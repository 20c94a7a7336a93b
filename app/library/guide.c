/* guide.json and sources.json: the parent's guide, page by page, and where its words come from. */
#include "library/content.h"

#include <string.h>

void sources_read(const Content *c, Library *library) {
    static const char *const members[] = {"id", "title", "short", NULL};
    if (c->root->kind != JSON_LIST) {
        content_say(c, c->root, "expected a list in [ ]");
        return;
    }
    Source *sources = arena_take(c->arena, sizeof *sources * (size_t)c->root->count);
    for (const Json *one = c->root->child; one; one = one->next) {
        if (content_members(c, one, members)) {
            sources[library->source_count++] =
                (Source){content_text(c, one, "id"), content_text(c, one, "title"),
                         content_text(c, one, "short")};
        }
    }
    content_check_ids(c, c->root, "id");
    library->sources = sources;
}

const Source *library_source(const Library *library, const char *id) {
    for (int i = 0; i < library->source_count; i++) {
        if (strcmp(library->sources[i].id, id) == 0) {
            return &library->sources[i];
        }
    }
    return NULL;
}

static void read_example(const Content *c, const Json *page, const Library *library,
                         GuidePage *out) {
    static const char *const members[] = {"text", "source", NULL};
    const Json *example = json_get(page, "example");
    if (example && example->kind != JSON_NULL && content_members(c, example, members)) {
        out->example = content_text(c, example, "text");
        out->example_source = content_source(c, example, library);
    }
}

static void read_page(const Content *c, const Json *page, const Library *library, GuidePage *out) {
    static const char *const members[] = {"id",      "heading", "sentences", "points",
                                          "example", "easy",    "source",    NULL};
    if (!content_members(c, page, members)) {
        return;
    }
    out->id = content_text(c, page, "id");
    out->heading = content_text(c, page, "heading");
    out->sentences = content_texts(c, page, "sentences", 1);
    out->points = content_texts(c, page, "points", 0);
    out->easy = content_texts(c, page, "easy", 0);
    out->source = content_source(c, page, library);
    read_example(c, page, library, out);
}

static void read_chapter(const Content *c, const Json *chapter, const Library *library,
                         GuideChapter *out) {
    static const char *const members[] = {"id", "title", "icon", "pages", NULL};
    if (!content_members(c, chapter, members)) {
        return;
    }
    out->id = content_text(c, chapter, "id");
    out->title = content_text(c, chapter, "title");
    out->icon = content_text(c, chapter, "icon");
    const Json *list = content_list(c, chapter, "pages");
    GuidePage *pages = arena_take(c->arena, sizeof *pages * (size_t)list->count);
    for (const Json *page = list->child; page; page = page->next) {
        read_page(c, page, library, &pages[out->page_count++]);
    }
    content_check_ids(c, list, "id");
    out->pages = pages;
}

void guide_read(const Content *c, Library *library) {
    static const char *const members[] = {"chapters", NULL};
    if (!content_members(c, c->root, members)) {
        return;
    }
    const Json *list = content_list(c, c->root, "chapters");
    GuideChapter *chapters = arena_take(c->arena, sizeof *chapters * (size_t)list->count);
    for (const Json *chapter = list->child; chapter; chapter = chapter->next) {
        read_chapter(c, chapter, library, &chapters[library->chapter_count++]);
    }
    content_check_ids(c, list, "id");
    library->chapters = chapters;
}
