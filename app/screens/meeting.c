/* Questions to take to the meeting: made from what is still open in the draft. */
#include "outcome/thread.h"
#include "screens/say.h"
#include "screens/screens.h"

static void question(Ui *ui, const App *app, const char *id) {
    ui_row(ui, .gap = 4, .align = ALIGN_CENTRE);
    ui_sign(ui, "question", 6.5f, ROLE_DECIDE);
    ui_words(ui, .text = say(ui, app, id), .style = STYLE_BODY, .role = NODE_TEXT, .w = GROW);
    ui_close(ui);
}

static void build(Ui *ui, const App *app) {
    MeetingQuestion questions[MEETING_MOST];
    int count = thread_questions(&app->draft, questions);
    Page page = {.title = say(ui, app, "p.meeting"), .gap = 3, .reading = true};
    page_begin(ui, app, &page);
    ui_words(ui, .text = say(ui, app, "m.intro"), .style = STYLE_BODY, .role = NODE_TEXT);
    for (int i = 0; i < count; i++) {
        question(ui, app, questions[i].id);
    }
    page_end(ui, app, &page);
}

const Screen screen_meeting = {.name = "meeting", .own_words = true, .build = build};
