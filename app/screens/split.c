/* Splitting and joining outcomes: every word stays, and one touch takes it back. */
#include "base/text.h"
#include "screens/say.h"
#include "screens/screens.h"

#include <ctype.h>
#include <string.h>

/* What is being split: the sentence where it was edited as a whole, else what the child will do. */
static const char *whole(const App *app) {
    const Outcome *outcome = app_outcome_const(app);
    return outcome->sentence[0] ? outcome->sentence : outcome->words[PART_WHAT];
}

/* The beginning of the word that is nearest behind at; 0: there is none. */
static int word_after(const char *text, int at) {
    int len = (int)strlen(text);
    for (int i = at < 1 ? 1 : at; i < len; i++) {
        if (text[i - 1] == ' ') {
            return i;
        }
    }
    return 0;
}

static int word_before(const char *text, int at) {
    for (int i = at - 1; i > 0; i--) {
        if (text[i - 1] == ' ') {
            return i;
        }
    }
    return 0;
}

/* Words such as 'and' join the halves and belong to neither. '|' parts them in the content. */
static size_t joining_at(const App *app, const char *text) {
    const char *words = library_string(app->library, "split.joins");
    while (*words) {
        size_t len = strcspn(words, "|");
        if (strncasecmp(text, words, len) == 0 && (text[len] == ' ' || text[len] == '\0')) {
            return len;
        }
        words += len + (words[len] == '|');
    }
    return 0;
}

/* The second half without what joined it. */
static const char *second_half(Ui *ui, const App *app) {
    const char *text = whole(app) + app->builder.split_at;
    for (size_t len = joining_at(app, text); len > 0; len = joining_at(app, text)) {
        text += len;
        text += strspn(text, " ");
    }
    size_t len = strlen(text);
    bool stop = len > 0 && text[len - 1] == '.';
    return ui_print(ui, "%.*s", (int)(stop ? len - 1 : len), text);
}

/* The first half without a comma or a joining word at its end. */
static const char *first_half(Ui *ui, const App *app) {
    char *text = ui_print(ui, "%.*s", app->builder.split_at, whole(app));
    for (;;) {
        size_t len = strlen(text);
        while (len > 0 && strchr(" ,;.", text[len - 1])) {
            text[--len] = '\0';
        }
        const char *last = strrchr(text, ' ');
        size_t joins = last ? joining_at(app, last + 1) : 0;
        if (joins == 0) {
            break;
        }
        text[len - joins] = '\0';
    }
    return app_outcome_const(app)->sentence[0] ? ui_print(ui, "%s.", text) : text;
}

/* The first joining word, or the middle of the text. */
static int likely_place(const App *app) {
    const char *text = whole(app);
    for (int at = word_after(text, 0); at > 0; at = word_after(text, at + 1)) {
        if (joining_at(app, text + at) > 0) {
            return at;
        }
    }
    return word_after(text, (int)strlen(text) / 2);
}

void split_open(App *app, int at) {
    const char *text = whole(app);
    bool inside = at > 0 && at < (int)strlen(text);
    app->builder.split_at = inside ? word_after(text, at) : likely_place(app);
    app_go(app, &screen_split, 0);
}

static void move_place(App *app, int forward) {
    const char *text = whole(app);
    int at = app->builder.split_at;
    int next = forward ? word_after(text, at + 1) : word_before(text, at - 1);
    if (next > 0) {
        app->builder.split_at = next;
    }
}

/* The second outcome keeps the hope and all that stands beside the words. */
static void split(App *app, int ignored) {
    (void)ignored;
    int at = app->outcome, added;
    const char *first = first_half(app->ui, app), *second = second_half(app->ui, app);
    app_remember(app);
    added = app->builder.split_at > 0 ? draft_add_outcome(&app->draft) : -1;
    if (added < 0) {
        app_back(app, 0);
        return;
    }
    Outcome *one = &app->draft.outcomes[at], *two = &app->draft.outcomes[added];
    bool edited = one->sentence[0] != '\0';
    *two = *one;
    two->review_count = 0;
    memset(two->reviews, 0, sizeof two->reviews);
    draft_set_words(&app->draft, added, PART_WHAT, second);
    explicit_bzero(two->sentence, sizeof two->sentence);
    if (edited) {
        text_set(one->sentence, sizeof one->sentence, first);
    } else {
        draft_set_words(&app->draft, at, PART_WHAT, first);
    }
    draft_move_outcome(&app->draft, added, at + 1);
    app_back_to(app, app_knows(app, &screen_outcomes) ? &screen_outcomes : app->home);
    if (app_screen(app) != &screen_outcomes) {
        app_go(app, &screen_outcomes, 0);
    }
}

static void half(Ui *ui, const App *app, int number, const char *words) {
    ui_row(ui, .face = ROLE_SURFACE, .stroke = ROLE_LINE, .stroke_w = 0.2f, .radius = 3,
           .pad = PAD_XY(5, 3), .gap = 4, .align = ALIGN_CENTRE);
    ui_number(ui, number, 9, ROLE_PRIMARY, ROLE_ON_PRIMARY, STYLE_SMALL);
    ui_words(ui, .text = words[0] ? say_capital(ui, words) : say(ui, app, "b.val.none"),
             .style = STYLE_LEAD, .bold = true, .role = NODE_TEXT, .w = GROW);
    ui_close(ui);
}

static void build(Ui *ui, const App *app) {
    bool full = app->draft.outcome_count >= DRAFT_OUTCOMES;
    bool possible = app->builder.split_at > 0 && !full;
    Page page = {.title = say(ui, app, "p.split"),
                 .next = possible ? say(ui, app, "p.split") : NULL,
                 .next_tap = split,
                 .band = "steps",
                 .gap = 4};
    page_begin(ui, app, &page);
    ui_words(ui,
             .text = full ? say_with(ui, app, "p.full", "n", say_number(ui, DRAFT_OUTCOMES), NULL)
                          : say(ui, app, possible ? "split.hint" : "split.short"),
             .style = STYLE_BODY, .role = NODE_TEXT);
    if (possible) {
        half(ui, app, 1, first_half(ui, app));
        half(ui, app, 2, second_half(ui, app));
        ui_flow(ui, .gap = 3);
        ui_press(ui, .kind = BUTTON_SMALL, .icon = "back", .label = say(ui, app, "split.earlier"),
                 .tap = move_place, .arg = 0);
        ui_press(ui, .kind = BUTTON_SMALL, .icon = "next", .label = say(ui, app, "split.later"),
                 .tap = move_place, .arg = 1);
        ui_close(ui);
        ui_words(ui, .text = say(ui, app, "split.keeps"), .style = STYLE_SMALL, .ink = ROLE_MUTED,
                 .role = NODE_TEXT);
    }
    page_end(ui, app, &page);
}

static void samples(App *app) {
    draft_set_words(&app->draft, app->outcome, PART_WHAT,
                    library_string(app->library, "sample.what.1"));
    app->builder.split_at = word_after(whole(app), (int)strlen(whole(app)) / 2);
}

const Screen screen_split = {
    .name = "split", .own_words = true, .build = build, .samples = samples};

/* ---- joining ---- */

static bool join_words(char *out, size_t size, const char *one, const char *two, const char *by) {
    bool fits = text_set(out, size, one);
    if (two[0] && strcmp(one, two) != 0) {
        fits = (!one[0] || text_add(out, size, by)) && text_add(out, size, two) && fits;
    }
    return fits;
}

bool split_join(App *app, int index) {
    if (index + 1 >= app->draft.outcome_count) {
        return false;
    }
    const char *by = ui_print(app->ui, " %s ", library_string(app->library, "split.and"));
    Outcome *one = &app->draft.outcomes[index];
    const Outcome *two = &app->draft.outcomes[index + 1];
    Outcome joined = *one;
    bool fits = true;
    for (int part = 0; part < PART_COUNT; part++) {
        fits = join_words(joined.words[part], DRAFT_WORDS_SIZE, one->words[part], two->words[part],
                          by) &&
               fits;
    }
    if (one->sentence[0] || two->sentence[0]) {
        Composed *a = arena_take(&app->ui->arena, sizeof *a),
                 *b = arena_take(&app->ui->arena, sizeof *b);
        compose(&app->draft, index, app->library->grammar, a);
        compose(&app->draft, index + 1, app->library->grammar, b);
        fits = join_words(joined.sentence, DRAFT_SENTENCE_SIZE, a->text, b->text, " ") && fits;
    }
    if (fits) {
        app_remember(app);
        *one = joined;
        draft_remove_outcome(&app->draft, index + 1);
        app->outcome = index;
    }
    explicit_bzero(&joined, sizeof joined);
    return fits;
}
