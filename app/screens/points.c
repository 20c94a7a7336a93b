/* All the questions of the two guides about one outcome: which are answered by its words, which are
 * not yet, which only the family can answer; each under the page it comes from. */
#include "screens/check_rows.h"
#include "screens/say.h"

typedef enum State { STATE_THERE, STATE_OPEN, STATE_YOURS } State;

typedef struct Point {
    const char *id;
    State state;
} Point;

static State there(bool met) {
    return met ? STATE_THERE : STATE_OPEN;
}

static State yours(const Outcome *outcome, Question question) {
    return outcome->answers[question] == ANSWER_YES ? STATE_THERE : STATE_YOURS;
}

/* An outcome the family is happy with, whatever the words say, is theirs to judge. */
static State words(const Outcome *outcome, bool met, Fault fault) {
    return met ? STATE_THERE : outcome_keeps(outcome, fault) ? STATE_YOURS : STATE_OPEN;
}

/* So is what they leave out. */
static State part(const Outcome *outcome, bool met, Part part) {
    return met ? STATE_THERE : outcome_leaves_out(outcome, part) ? STATE_YOURS : STATE_OPEN;
}

static bool more_than_learning(const Draft *draft) {
    for (int i = 0; i < draft->outcome_count; i++) {
        Area area = draft->outcomes[i].area;
        if (area != AREA_NONE && area != AREA_LEARNING) {
            return true;
        }
    }
    return false;
}

static void row(Ui *ui, const App *app, const Point *point) {
    static const struct {
        const char *icon, *id;
        Role ink;
    } looks[] = {[STATE_THERE] = {"tick", "c.met", ROLE_MET},
                 [STATE_OPEN] = {"notyet", "c.not", ROLE_NOTYET},
                 [STATE_YOURS] = {"decide", "c.dec", ROLE_DECIDE}};
    ui_row(ui, .gap = 3, .align = ALIGN_START);
    ui_column(ui, .pad = {0, 0.9f, 0, 0});
    ui_sign(ui, looks[point->state].icon, 5.4f, looks[point->state].ink);
    ui_close(ui);
    Run runs[] = {{.text = ui_print(ui, "%s ", say(ui, app, point->id))},
                  {.text = ui_print(ui, "%s.", say(ui, app, looks[point->state].id)),
                   .bold = true,
                   .ink = looks[point->state].ink}};
    ui_words(ui, .runs = runs, .run_count = 2, .style = STYLE_SMALL, .role = NODE_TEXT, .w = GROW);
    ui_close(ui);
}

static void group(Ui *ui, const App *app, const char *title, const char *source,
                  const Point *points, size_t count) {
    const Source *from = library_source(app->library, source);
    ui_column(ui, .gap = 0);
    ui_words(ui, .text = say(ui, app, title), .style = STYLE_BODY, .bold = true,
             .role = NODE_HEADING);
    ui_words(ui, .text = say_with(ui, app, "c.from", "source", from ? from->short_title : "", NULL),
             .style = STYLE_SMALL, .ink = ROLE_MUTED, .role = NODE_TEXT);
    ui_close(ui);
    ui_grid(ui, .columns = page_wide(ui) ? 2 : 1, .gap = 2.4f);
    for (size_t i = 0; i < count; i++) {
        row(ui, app, &points[i]);
    }
    ui_close(ui);
}

static void ask_yourself(Ui *ui, const App *app, const Outcome *outcome, const Facts *f) {
    const Point points[] = {
        {"pt.q1", words(outcome, f->when, FAULT_NO_TIMEFRAME)},
        {"pt.q2", words(outcome, f->know, FAULT_NOT_MEASURABLE)},
        {"pt.q3", part(outcome, f->hard, PART_HARD)},
        {"pt.q4", part(outcome, f->hope, PART_HOPE)},
        {"pt.q5", words(outcome, f->why, FAULT_NO_REASON)},
        {"pt.q6", words(outcome, f->why, FAULT_NO_REASON)},
        {"pt.q7", part(outcome, f->where, PART_WHERE)},
        {"pt.q8", there(f->hard && f->help)},
        {"pt.q9", words(outcome, f->doing, FAULT_DESCRIBES_PROVISION)},
    };
    group(ui, app, "pt.ask", "oxfordshire", points, sizeof points / sizeof points[0]);
}

static void should_be(Ui *ui, const App *app, const Outcome *outcome, const Facts *f) {
    bool beyond = more_than_learning(&app->draft);
    const Point points[] = {
        {"pt.b1", words(outcome, f->about && f->doing, FAULT_NOT_PERSONAL)},
        {"pt.b2", part(outcome, f->hope, PART_HOPE)},
        {"pt.b3", yours(outcome, QUESTION_CONTROL)},
        {"pt.b4", f->seen && f->know && f->when ? yours(outcome, QUESTION_REALISTIC) : STATE_OPEN},
        {"pt.b5", yours(outcome, QUESTION_MATTERS)},
        {"pt.b6", words(outcome, f->doing, FAULT_NOT_ABOUT_OUTCOME)},
        {"pt.b7", there(f->what && f->when)},
        {"pt.b8", part(outcome, f->hope && f->when, PART_HOPE)},
        {"pt.b9", beyond ? STATE_THERE : STATE_YOURS},
    };
    group(ui, app, "pt.be", "oxfordshire", points, sizeof points / sizeof points[0]);
}

static void good_outcome(Ui *ui, const App *app, const Outcome *outcome, const Facts *f) {
    const Point points[] = {
        {"pt.e1", yours(outcome, QUESTION_MATTERS)},
        {"pt.e2", words(outcome, f->plain, FAULT_ADULT_LANGUAGE)},
        {"pt.e3", words(outcome, f->seen && f->know, FAULT_NOT_MEASURABLE)},
        {"pt.e4", part(outcome, f->hope, PART_HOPE)},
        {"pt.e5", yours(outcome, QUESTION_AGREED)},
    };
    group(ui, app, "pt.good", "essex", points, sizeof points / sizeof points[0]);
}

enum { GROUPS = 3 };

static void turn(App *app, int group) {
    app_swap(app, &screen_points, group);
}

static void before(App *app, int ignored) {
    (void)ignored;
    turn(app, app_arg(app) - 1);
}

static void build(Ui *ui, const App *app) {
    static void (*const groups[GROUPS])(Ui *, const App *, const Outcome *,
                                        const Facts *) = {ask_yourself, should_be, good_outcome};
    int at = app_arg(app);
    Page page = {.title = say(ui, app, "pt.title"),
                 .under = say_with(ui, app, "ex.where", "n", say_number(ui, at + 1), "m",
                                   say_number(ui, GROUPS), NULL),
                 .next = at + 1 < GROUPS ? say(ui, app, "common.next") : NULL,
                 .next_tap = turn,
                 .next_arg = at + 1,
                 .back_tap = at > 0 ? before : NULL,
                 .reading = true,
                 .gap = 3};
    Checkup checkup = checkup_of(ui, app, app->outcome);
    Facts facts = facts_of(checkup.outcome, checkup.checked);
    page_begin(ui, app, &page);
    groups[at](ui, app, checkup.outcome, &facts);
    page_end(ui, app, &page);
}

const Screen screen_points = {.name = "points", .own_words = true, .build = build};
