/* ideas.json: what to tap in the builder, by part of the outcome, area of life and stage. */
#include "library/content.h"

#include <string.h>

enum { ANY_AREA = AREA_NONE, ANY_STAGE = STAGE_COUNT, STAGE_SLOTS = STAGE_COUNT + 1 };

struct Ideas {
    Texts of[PART_COUNT][AREA_COUNT][STAGE_SLOTS];
};

/* Index in names, or any for "any". */
static int name_or_any(const Content *c, const Json *one, const char *key,
                       const char *const names[], int first, int any) {
    const char *name = json_text(one, key, "");
    return strcmp(name, "any") == 0 ? any : first + content_name(c, one, key, names);
}

static void read_ideas(const Content *c, const Json *one, struct Ideas *ideas) {
    static const char *const members[] = {"part", "area", "stage", "ideas", NULL};
    if (!content_members(c, one, members)) {
        return;
    }
    int part = content_name(c, one, "part", part_names);
    int area = name_or_any(c, one, "area", area_names + AREA_TALKING, AREA_TALKING, ANY_AREA);
    int stage = name_or_any(c, one, "stage", stage_names, 0, ANY_STAGE);
    Texts texts = content_texts(c, one, "ideas", 1);
    if (ideas->of[part][area][stage].count > 0) {
        content_say(c, one, "ideas for this part, area and stage are listed already");
    }
    ideas->of[part][area][stage] = texts;
}

void ideas_read(const Content *c, Library *library) {
    static const char *const members[] = {"ideas", NULL};
    struct Ideas *ideas = arena_take(c->arena, sizeof *ideas);
    library->ideas = ideas;
    if (!content_members(c, c->root, members)) {
        return;
    }
    const Json *list = content_list(c, c->root, "ideas");
    for (const Json *one = list->child; one; one = one->next) {
        read_ideas(c, one, ideas);
    }
}

int ideas_count(const Library *library, Part part, Area area, Stage stage) {
    const struct Ideas *ideas = library->ideas;
    return ideas->of[part][area][stage].count + ideas->of[part][area][ANY_STAGE].count;
}

typedef struct Picked {
    const char **out;
    int count, most;
} Picked;

static void pick(Picked *picked, const char *text) {
    for (int i = 0; i < picked->count; i++) {
        if (strcmp(picked->out[i], text) == 0) {
            return;
        }
    }
    if (picked->count < picked->most) {
        picked->out[picked->count++] = text;
    }
}

static void pick_all(Picked *picked, const Texts *texts) {
    for (int i = 0; i < texts->count; i++) {
        pick(picked, texts->text[i]);
    }
}

/* The first of each area, then the second of each: a parent who chose no area sees all of life. */
static void pick_in_turn(Picked *picked, Texts by_area[AREA_COUNT][STAGE_SLOTS], int stage) {
    bool more = true;
    for (int i = 0; more; i++) {
        more = false;
        for (int area = AREA_TALKING; area < AREA_COUNT; area++) {
            const Texts *texts = &by_area[area][stage];
            if (i < texts->count) {
                pick(picked, texts->text[i]);
                more = true;
            }
        }
    }
}

int library_ideas(const Library *library, Part part, Area area, Stage stage, const char **out,
                  int most) {
    Picked picked = {.out = out, .most = most};
    Texts(*by_area)[STAGE_SLOTS] = (Texts(*)[STAGE_SLOTS])library->ideas->of[part];
    if (area != AREA_NONE) {
        pick_all(&picked, &by_area[area][stage]);
        pick_all(&picked, &by_area[area][ANY_STAGE]);
    }
    pick_all(&picked, &by_area[ANY_AREA][stage]);
    pick_all(&picked, &by_area[ANY_AREA][ANY_STAGE]);
    if (area == AREA_NONE) {
        pick_in_turn(&picked, by_area, (int)stage);
        pick_in_turn(&picked, by_area, ANY_STAGE);
    }
    return picked.count;
}
