/* Questions to take to the meeting: made from what is still open in the draft. */
#include "screens/say.h"
#include "screens/screens.h"

static void question(Ui *ui, const App *app, const char *id) {
    ui_row(ui, .gap = 4, .align = ALIGN_CENTRE);
    ui_icon(ui, "question", 6.5f, ROLE_DECIDE);
    ui_words(ui, .text = say(ui, app, id), .style = STYLE_BODY, .role = NODE_TEXT, .w = GROW);
    ui_close(ui);
}

static bool any_open(const App *app, Part part) {
    for (int i = 0; i < app->draft.outcome_count; i++) {
        if (!app->draft.outcomes[i].words[part][0]) {
            return true;
        }
    }
    return false;
}

static bool any_unsure(const App *app, int q) {
    for (int i = 0; i < app->draft.outcome_count; i++) {
        if (app->draft.outcomes[i].answers[q] != ANSWER_YES) {
            return true;
        }
    }
    return false;
}

static void build(Ui *ui, const App *app) {
    static const struct {
        Part part;
        const char *id;
    } parts[] = {{PART_HOPE, "m.hope"},   {PART_HARD, "m.hard"}, {PART_WHAT, "m.what"},
                 {PART_WHERE, "m.where"}, {PART_KNOW, "m.know"}, {PART_WHEN, "m.when"},
                 {PART_WHY, "m.why"},     {PART_HELP, "m.help"}};
    static const char *const asks[QUESTION_COUNT] = {"m.matters", "m.realistic", "m.agreed",
                                                     "m.control"};
    Page page = {.title = say(ui, app, "m.title"), .gap = 3};
    page_begin(ui, app, &page);
    ui_words(ui, .text = say(ui, app, "m.intro"), .style = STYLE_BODY, .role = NODE_TEXT);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (any_open(app, parts[i].part)) {
            question(ui, app, parts[i].id);
        }
    }
    for (int q = 0; q < QUESTION_COUNT; q++) {
        if (any_unsure(app, q)) {
            question(ui, app, asks[q]);
        }
    }
    question(ui, app, "m.review");
    page_end(ui, app, &page);
}

const Screen screen_meeting = {.name = "meeting", .own_words = true, .build = build};
