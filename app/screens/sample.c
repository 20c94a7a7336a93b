/* A draft that shows every screen at work, for `tree` and `pictures`. The child is invented; the
 * words come from the library's own ideas, so that they are content too. */
#include "base/text.h"
#include "screens/say.h"
#include "screens/screens.h"

#include <string.h>

static void put(App *app, int outcome, Part part, const char *id) {
    draft_set_words(&app->draft, outcome, part, say(app->ui, app, id));
}

void sample_fill(App *app) {
    static const struct {
        const char *hard, *what, *know, *when, *help;
        Area area;
    } three[] = {
        {"sample.hard.1", "sample.what.1", "sample.know.1", "sample.when.1", "sample.help.1",
         AREA_FRIENDS},
        {"sample.hard.2", "sample.what.2", "sample.know.2", "sample.when.2", "sample.help.2",
         AREA_FEELINGS},
        {"sample.hard.3", "sample.what.3", "sample.know.3", "sample.when.3", "sample.help.3",
         AREA_DOING},
    };
    Draft *draft = &app->draft;
    enum { SAMPLE_YEAR = 4 };
    draft_init(draft);
    text_set(draft->name, sizeof draft->name, library_string(app->library, "sample.name"));
    draft->pronoun = PRONOUN_SHE;
    draft->year_group = SAMPLE_YEAR;
    draft->outcome_count = 3;
    for (int i = 0; i < 3; i++) {
        draft->outcomes[i].area = three[i].area;
        put(app, i, PART_HOPE, "sample.hope");
        put(app, i, PART_HARD, three[i].hard);
        put(app, i, PART_WHAT, three[i].what);
        put(app, i, PART_KNOW, three[i].know);
        put(app, i, PART_WHEN, three[i].when);
        put(app, i, PART_WHY, "sample.why");
        put(app, i, PART_HELP, three[i].help);
        for (int q = 0; q < QUESTION_COUNT && i > 0; q++) {
            draft->outcomes[i].answers[q] = ANSWER_YES; /* the first is still being written */
        }
    }
    put(app, 0, PART_WHERE, "sample.where");
    put(app, 1, PART_WHERE, "sample.where.2");
    put(app, 2, PART_WHERE, "sample.where.3");
    draft_set_words(draft, 0, PART_KNOW, "");
    app->outcome = 0;
    app_settle(app);
}
