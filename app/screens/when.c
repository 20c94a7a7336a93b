/* By when: deadlines from the year group, in one tap. Nothing in the past, no day of the month. */
#include "screens/answer.h"
#include "screens/say.h"
#include "screens/screens.h"
#include "screens/trail.h"

#include <string.h>

static const char *year_words(Ui *ui, const App *app, int year) {
    switch (year) {
    case YEAR_NURSERY:
        return say(ui, app, "when.year.nursery");
    case YEAR_RECEPTION:
        return say(ui, app, "when.year.reception");
    case YEAR_COLLEGE:
        return say(ui, app, "when.year.college");
    default:
        return say_with(ui, app, "when.year", "year", say_number(ui, year), NULL);
    }
}

static const char *term_words(Ui *ui, const App *app, Term term) {
    static const char *const ids[] = {[TERM_AUTUMN] = "term.autumn",
                                      [TERM_SPRING] = "term.spring",
                                      [TERM_SUMMER] = "term.summer"};
    return say_with(ui, app, "when.term", "term", say(ui, app, ids[term]), NULL);
}

static const char *month_words(Ui *ui, const App *app, const Deadline *deadline) {
    const char *month = say(ui, app, ui_print(ui, "month.%d", deadline->number));
    if (deadline->year == 0) {
        return say_with(ui, app, "when.month", "month", month, NULL);
    }
    return say_with(ui, app, "when.month.year", "month", month, "year",
                    say_number(ui, deadline->year), NULL);
}

static const char *words_of(Ui *ui, const App *app, const Deadline *deadline) {
    const char *number = say_number(ui, deadline->number);
    switch (deadline->kind) {
    case DEADLINE_TERM:
    case DEADLINE_NEXT_TERM:
        return term_words(ui, app, (Term)deadline->number);
    case DEADLINE_YEAR:
    case DEADLINE_NEXT_YEAR:
        return year_words(ui, app, deadline->number);
    case DEADLINE_STAGE:
        return deadline->number == 0 ? say(ui, app, "when.stage.early")
                                     : say_with(ui, app, "when.stage", "stage", number, NULL);
    case DEADLINE_AGE:
        return say_with(ui, app, "when.age", "age", number, NULL);
    case DEADLINE_COURSE:
        return answer_idea(ui, app, PART_WHEN, library_string(app->library, "when.course"));
    case DEADLINE_MONTH:
        return month_words(ui, app, deadline);
    case DEADLINE_REVIEW:
    case DEADLINE_KINDS:
        break;
    }
    return say(ui, app, "when.review");
}

static void choose(App *app, int index) {
    Deadline deadlines[DEADLINES_MOST];
    int count = deadlines_for(app->draft.year_group, app->clock.today, deadlines);
    if (index < count) {
        const char *words = words_of(app->ui, app, &deadlines[index]);
        bool chosen = strcmp(app_outcome_const(app)->words[PART_WHEN], words) == 0;
        answer_set(app, PART_WHEN, chosen ? "" : words);
    }
}

enum { TIMES_A_PAGE = 5, TIMES_AT_ONCE = 6 };

/* All at once where they fit or scroll; else some, and one touch turns them. */
static bool pages(const Ui *ui, int count) {
    return page_wide(ui) && !page_large(ui) && count > TIMES_AT_ONCE;
}

static void more_times(App *app, int count) {
    app->builder.first_idea += TIMES_A_PAGE;
    if (app->builder.first_idea >= count) {
        app->builder.first_idea = 0;
    }
}

static void own_words(App *app, int ignored) {
    (void)ignored;
    type_part(app, PART_WHEN);
}

static void chips(Ui *ui, const App *app) {
    Deadline deadlines[DEADLINES_MOST];
    int count = deadlines_for(app->draft.year_group, app->clock.today, deadlines);
    const char *now = app_outcome_const(app)->words[PART_WHEN];
    bool known = !now[0];
    for (int i = 0; i < count; i++) {
        known = known || strcmp(words_of(ui, app, &deadlines[i]), now) == 0;
    }
    if (!known) {
        ui_chip(ui, now, true, own_words, 0);
    }
    ui_grid(ui, .columns = page_two(ui), .gap = 3);
    bool some = pages(ui, count);
    int first = some ? app->builder.first_idea : 0, last = some ? first + TIMES_A_PAGE : count;
    for (int i = first; i < last && i < count; i++) {
        const char *words = words_of(ui, app, &deadlines[i]);
        ui_chip(ui, words, strcmp(words, now) == 0, choose, i);
    }
    if (some) {
        ui_press(ui, .kind = BUTTON_QUIET, .icon = "spark", .left = true,
                 .label = say(ui, app, "b.when.more"), .tap = more_times, .arg = count);
    }
    question_own_words(ui, app, own_words);
    ui_close(ui);
}

static void content(Ui *ui, const App *app) {
    page_heading_hint(ui, say(ui, app, "b.when.q"),
                      question_has_room(ui, app) ? say(ui, app, "b.when.hint") : NULL);
    chips(ui, app);
}

static void build(Ui *ui, const App *app) {
    Page page = question_begin(ui, app, STEP_WHEN, PART_WHEN, own_words);
    content(ui, app);
    page_end(ui, app, &page);
}

const Screen screen_when = {.name = "when", .own_words = true, .build = build};
