/* Picking ideas: one for most questions, a place and people for 'where', a list for help. */
#include "screens/pick.h"
#include "screens/answer.h"
#include "screens/say.h"

#include <string.h>

static bool is_with(const App *app, const char *idea) {
    const char *with = library_string(app->library, "b.where.with");
    size_t len = strlen(with);
    return strncmp(idea, with, len) == 0 && idea[len] == ' ';
}

/* A place, then people, in turn, so that both can be chosen without turning the page. */
static int in_turn(const App *app, const char *ideas[], int count) {
    const char *kinds[2][IDEAS_MOST] = {{NULL}};
    int counts[2] = {0, 0}, at = 0;
    for (int i = 0; i < count; i++) {
        int kind = is_with(app, ideas[i]);
        kinds[kind][counts[kind]++] = ideas[i];
    }
    for (int i = 0; i < count; i++) {
        for (int kind = 0; kind < 2; kind++) {
            if (i < counts[kind]) {
                ideas[at++] = kinds[kind][i];
            }
        }
    }
    return at;
}

int pick_ideas(const App *app, Part part, const char *ideas[IDEAS_MOST]) {
    int count = library_ideas(app->library, part, app_outcome_const(app)->area,
                              year_stage(app->draft.year_group), ideas, IDEAS_MOST);
    return part == PART_WHERE ? in_turn(app, ideas, count) : count;
}

/* 'Where, and who with?' takes one idea of each: at playtime, with a friend. */
typedef struct Where {
    const char *place, *with;
} Where;

static bool same_where(Ui *ui, const Where *where, const char *words) {
    const char *both = where->place && where->with
                           ? ui_print(ui, "%s %s", where->place, where->with)
                       : where->place ? where->place
                       : where->with  ? where->with
                                      : "";
    return strcmp(both, words) == 0;
}

/* The ideas that words are made of; false when they are the parent's own. */
static bool where_of(Ui *ui, const App *app, const char *words, Where *out) {
    const char *ideas[IDEAS_MOST];
    int count = pick_ideas(app, PART_WHERE, ideas);
    Where found = {0};
    for (int i = 0; i < count; i++) {
        const char *idea = answer_idea(ui, app, PART_WHERE, ideas[i]);
        size_t len = strlen(idea), all = strlen(words);
        bool begins = strncmp(words, idea, len) == 0 && (words[len] == ' ' || !words[len]);
        bool ends = all >= len && strcmp(words + all - len, idea) == 0;
        if (is_with(app, idea) && ends) {
            found.with = idea;
        } else if (!is_with(app, idea) && begins) {
            found.place = idea;
        }
    }
    *out = found;
    return same_where(ui, &found, words);
}

/* 'What will help?' takes as many as there are: 'a speech therapist, time to answer'. Words of the
 * parent's own stay in the list. */
static const char *const list_gap = ", ";

static bool in_list(const char *list, const char *item) {
    size_t len = strlen(item), gap = strlen(list_gap);
    for (const char *at = list; at; at = strstr(at, list_gap), at = at ? at + gap : NULL) {
        if (strncmp(at, item, len) == 0 && (!at[len] || strncmp(at + len, list_gap, gap) == 0)) {
            return true;
        }
    }
    return false;
}

/* The list without item. */
static const char *list_less(Ui *ui, const char *list, const char *item) {
    size_t gap = strlen(list_gap);
    const char *out = "";
    while (list) {
        const char *end = strstr(list, list_gap);
        size_t len = end ? (size_t)(end - list) : strlen(list);
        if (len != strlen(item) || strncmp(list, item, len) != 0) {
            out = ui_print(ui, "%s%s%.*s", out, out[0] ? list_gap : "", (int)len, list);
        }
        list = end ? end + gap : NULL;
    }
    return out;
}

static void use_help(App *app, const char *idea, bool chosen) {
    const char *now = app_outcome(app)->words[PART_HELP];
    const char *next = chosen ? list_less(app->ui, now, idea)
                              : ui_print(app->ui, "%s%s%s", now, now[0] ? list_gap : "", idea);
    if (strlen(next) < DRAFT_WORDS_SIZE) { /* no word is cut off for another */
        answer_set(app, PART_HELP, next);
    }
}

bool pick_chosen(Ui *ui, const App *app, Part part, const char *idea) {
    const char *words = app_outcome_const(app)->words[part];
    Where where;
    if (part == PART_HELP) {
        return in_list(words, idea);
    }
    if (part != PART_WHERE || !where_of(ui, app, words, &where)) {
        return strcmp(words, idea) == 0;
    }
    return (where.place && strcmp(where.place, idea) == 0) ||
           (where.with && strcmp(where.with, idea) == 0);
}

bool pick_own(Ui *ui, const App *app, Part part) {
    const char *words = app_outcome_const(app)->words[part], *ideas[IDEAS_MOST];
    Where where;
    if (part == PART_WHERE && where_of(ui, app, words, &where)) {
        return false;
    }
    int count = pick_ideas(app, part, ideas);
    for (int i = 0; i < count && words[0]; i++) {
        const char *idea = answer_idea(ui, app, part, ideas[i]);
        if (part == PART_HELP) {
            words = list_less(ui, words, idea);
        } else if (strcmp(idea, words) == 0) {
            return false;
        }
    }
    return words[0] != '\0';
}

static void use_where(App *app, const char *idea, bool chosen) {
    Where where;
    if (!where_of(app->ui, app, app_outcome(app)->words[PART_WHERE], &where)) {
        where = (Where){0};
    }
    const char **kind = is_with(app, idea) ? &where.with : &where.place;
    *kind = chosen ? NULL : idea;
    answer_set(app, PART_WHERE,
               ui_print(app->ui, "%s%s%s", where.place ? where.place : "",
                        where.place && where.with ? " " : "", where.with ? where.with : ""));
}

/* Touch to use, touch again to take out. Own words that make room can be brought back. */
void pick_use(App *app, Part part, int index) {
    const char *ideas[IDEAS_MOST];
    if (index >= pick_ideas(app, part, ideas)) {
        return;
    }
    const char *idea = answer_idea(app->ui, app, part, ideas[index]);
    bool chosen = pick_chosen(app->ui, app, part, idea);
    if (part != PART_HELP && pick_own(app->ui, app, part)) {
        app_remember(app);
    }
    if (part == PART_WHERE) {
        use_where(app, idea, chosen);
    } else if (part == PART_HELP) {
        use_help(app, idea, chosen);
    } else {
        answer_set(app, part, chosen ? "" : idea);
    }
}
