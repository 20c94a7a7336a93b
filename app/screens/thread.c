/* The golden thread of the plan: hope, what is hard, outcome, what will help, joined by the line.
 * Read as four sentences for each outcome; a missing link is an open knot with one tap to fill. */
#include "outcome/thread.h"
#include "screens/say.h"
#include "screens/screens.h"

#include <string.h>

typedef struct Knit {
    const char *label, *icon, *open, *spoken;
    Part part;
    Role tint, ink;
} Knit;

enum { STRANDS = 4 };

/* A card is never higher than the page it stands on: touching it shows all its words. */
static const float card_share = 0.3f, hope_share = 0.35f; /* of the panel's height */
static const float hope_most = 75;                        /* u */
static const size_t short_words = 80; /* bytes of a card that is at most three lines high */
static const size_t long_words = 64;  /* bytes of a hope that leave no room for its picture */
static const float between = 6;       /* u from a card to the next along the thread */
static const float sun_w = 27.4f, sun_h = 13.9f;

static const Knit knits[STRANDS] = {
    {"t.hope", "hope", "t.open.hope", "t.say.hope", PART_HOPE, ROLE_HOPE_TINT, ROLE_HOPE},
    {"t.hard", "hard", "t.open.hard", "t.say.hard", PART_HARD, ROLE_HARD_TINT, ROLE_HARD},
    {"t.out", "outcome", "t.open.out", "t.say.out", PART_WHAT, ROLE_OUTCOME_TINT, ROLE_OUTCOME},
    {"t.help", "help", "t.open.help", "t.say.help", PART_HELP, ROLE_HELP_TINT, ROLE_HELP},
};

/* arg: outcome and strand in one number. */
static void fill(App *app, int arg) {
    app->outcome = arg / STRANDS;
    app_settle(app);
    Part part = knits[arg % STRANDS].part;
    app->builder.fixing = true;
    step_go(app, step_of_part(part));
}

static void take_home(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_take, 0);
}

static const char *card_id(Ui *ui, int outcome, int strand) {
    return ui_print(ui, "card%d.%d", outcome, strand);
}

/* What the card of an outcome says: for the outcome itself what, how much and by when. */
static const char *card_words(Ui *ui, const App *app, int index, int strand) {
    const Outcome *outcome = &app->draft.outcomes[index];
    Part part = knits[strand].part;
    if (part != PART_WHAT) {
        return say_capital(ui, outcome->words[part]);
    }
    if (outcome->sentence[0]) {
        return outcome->sentence;
    }
    if (!outcome->words[PART_WHAT][0]) {
        return "";
    }
    const char *know = outcome->words[PART_KNOW], *when = outcome->words[PART_WHEN];
    return say_capital(ui, ui_print(ui, "%s%s%s%s%s", outcome->words[PART_WHAT], know[0] ? " " : "",
                                    know, when[0] ? ", " : "", when));
}

/* Which of the four it is: by its colour, its sign and its name. */
static void head(Ui *ui, const App *app, const Knit *s, float weight, float icon, NodeRole role) {
    ui_row(ui, .w = {.kind = SIZE_GROW, .n = weight}, .gap = 2, .align = ALIGN_CENTRE);
    ui_sign(ui, s->icon, icon, s->ink);
    ui_words(ui, .text = say(ui, app, s->label), .style = STYLE_SMALL, .bold = true, .ink = s->ink,
             .role = role, .w = GROW);
    ui_close(ui);
}

/* named: where no head stands above its column. */
static void card(Ui *ui, const App *app, int index, int strand, Size w, bool named) {
    const Knit *s = &knits[strand];
    const char *words = card_words(ui, app, index, strand);
    bool open = !words[0];
    const char *label = open ? say(ui, app, s->open) : words;
    const char *spoken = open ? label : say_with(ui, app, s->spoken, "words", words, NULL);
    ui_column(ui, .id = card_id(ui, index, strand), .role = NODE_BUTTON, .label = label,
              .say = spoken, .tap = fill, .arg = index * STRANDS + strand, .w = w,
              .h = {.kind = SIZE_AUTO, .least = 20}, .face = open ? ROLE_BG : s->tint,
              .stroke = open ? ROLE_STROKE : ROLE_NONE, .stroke_w = open ? 0.34f : 0,
              .radius = 2.2f, .pad = PAD_XY(3.4f, 2), .justify = JUSTIFY_CENTRE, .gap = 1);
    if (named) {
        head(ui, app, s, 1, 5, NODE_GROUP);
    }
    ui_words(ui, .text = label, .style = STYLE_SMALL, .bold = strand == 2 && !open,
             .ink = open ? ROLE_MUTED : ROLE_INK, .role = NODE_GROUP,
             .lines_most = look_lines(&ui->look, STYLE_SMALL, card_share));
    ui_close(ui);
}

static void column_heads(Ui *ui, const App *app, const float weights[STRANDS]) {
    ui_row(ui, .gap = between);
    for (int i = 0; i < STRANDS; i++) {
        head(ui, app, &knits[i], weights[i], 6.8f, NODE_HEADING);
    }
    ui_close(ui);
}

/* A few rows of short words fit on a page, and so does the hope beside all of them. */
static bool fits_a_page(Ui *ui, const App *app, const ThreadGroup *group) {
    enum { ROWS = 3 };
    bool fits = group->count <= ROWS;
    for (int i = 0; i < group->count && fits; i++) {
        for (int strand = 0; strand < STRANDS; strand++) {
            fits = fits &&
                   strlen(card_words(ui, app, group->strands[i].outcome, strand)) < short_words;
        }
    }
    return fits;
}

/* Outcomes that share a hope hang from one card. */
static void hope_group(Ui *ui, const App *app, const ThreadGroup *group,
                       const float weights[STRANDS]) {
    int first = group->strands[0].outcome;
    ui_row(ui, .gap = between, .h = GROW);
    for (int i = 0; i < group->count; i++) {
        int index = group->strands[i].outcome;
        ui_thread(ui, card_id(ui, first, 0), card_id(ui, index, 1), true);
        for (int strand = 1; strand + 1 < STRANDS; strand++) {
            ui_thread(ui, card_id(ui, index, strand), card_id(ui, index, strand + 1), true);
        }
    }
    const char *hope = card_words(ui, app, first, 0);
    const char *label = hope[0] ? hope : say(ui, app, "t.open.hope");
    ui_column(ui, .id = card_id(ui, first, 0), .role = NODE_BUTTON, .tap = fill,
              .arg = first * STRANDS, .label = label,
              .say = hope[0] ? say_with(ui, app, "t.say.hope", "words", hope, NULL) : label,
              .w = {.kind = SIZE_GROW, .n = weights[0]},
              .h = {.most = fits_a_page(ui, app, group) ? 0 : hope_most}, .face = ROLE_HOPE_TINT,
              .radius = 3, .pad = PAD(4), .gap = 6, .justify = JUSTIFY_CENTRE);
    if (group->count > 1 && strlen(label) < long_words) {
        ui_picture(ui, "sunrise", FIXED(sun_w), FIXED(sun_h), 0, 0);
    }
    ui_words(ui, .text = label, .style = group->count > 1 ? STYLE_TITLE : STYLE_SMALL, .bold = true,
             .role = NODE_GROUP, .lines_most = look_lines(&ui->look, STYLE_BODY, hope_share));
    ui_close(ui);
    float rest = weights[1] + weights[2] + weights[3] + 2 * between; /* as under the heads */
    ui_column(ui, .w = {.kind = SIZE_GROW, .n = rest}, .gap = 3);
    for (int i = 0; i < group->count; i++) {
        ui_row(ui, .gap = between, .h = {.kind = SIZE_GROW, .n = 1});
        for (int strand = 1; strand < STRANDS; strand++) {
            card(ui, app, group->strands[i].outcome, strand,
                 (Size){.kind = SIZE_GROW, .n = weights[strand]}, false);
        }
        ui_close(ui);
    }
    ui_close(ui);
    ui_close(ui);
}

static void beside(Ui *ui, const App *app, const Thread *thread) {
    static const float weights[STRANDS] = {37, 41, 59, 46};
    column_heads(ui, app, weights);
    for (int g = 0; g < thread->group_count; g++) {
        hope_group(ui, app, &thread->groups[g], weights);
    }
}

/* Narrow and tall: a vertical thread for each outcome. */
static void below(Ui *ui, const App *app, const Thread *thread) {
    for (int g = 0; g < thread->group_count; g++) {
        for (int i = 0; i < thread->groups[g].count; i++) {
            int index = thread->groups[g].strands[i].outcome;
            ui_column(ui, .gap = between);
            for (int strand = 0; strand + 1 < STRANDS; strand++) {
                ui_thread(ui, card_id(ui, index, strand), card_id(ui, index, strand + 1), true);
            }
            for (int strand = 0; strand < STRANDS; strand++) {
                card(ui, app, index, strand, (Size){0}, true);
            }
            ui_close(ui);
            ui_gap(ui, 4);
        }
    }
}

/* Where a note takes more than a line, each of its sentences has one. */
static const char *by_sentence(Ui *ui, const char *text) {
    char *lines = ui_print(ui, "%s", text);
    for (char *end = strstr(lines, ". "); end; end = strstr(end, ". ")) {
        end[1] = '\n';
    }
    return lines;
}

static void build(Ui *ui, const App *app) {
    const char *note = say(ui, app, "t.note");
    Page page = {.title = say(ui, app, "t.title"),
                 .next = say(ui, app, "t.take"),
                 .next_tap = take_home,
                 .words = page_wide(ui) ? by_sentence(ui, note) : note,
                 .gap = 3};
    Thread *thread = arena_take(&ui->arena, sizeof *thread);
    thread_of(&app->draft, thread);
    page_begin(ui, app, &page);
    if (thread->outcomes == 0) {
        ui_words(ui, .text = say(ui, app, "p.empty"), .style = STYLE_LEAD, .role = NODE_TEXT);
    } else if (page_wide(ui)) {
        beside(ui, app, thread);
    } else {
        below(ui, app, thread);
    }
    page_end(ui, app, &page);
}

const Screen screen_thread = {.name = "thread", .own_words = true, .build = build};
