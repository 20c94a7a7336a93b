/* The rows of the check page: what outcome/asks.h asks, with words and the one tap that helps.
 * Handlers that move, swap and keep words. */
#include "screens/check_rows.h"
#include "base/text.h"
#include "library/check_rules.h"
#include "outcome/plain.h"
#include "outcome/thread.h"
#include "screens/answer.h"
#include "screens/say.h"

#include <string.h>

Checkup checkup_of(Ui *ui, const App *app, int index) {
    const Outcome *outcome = &app->draft.outcomes[index];
    if (index == app->outcome) {
        return (Checkup){outcome, &app->composed, &app->checked};
    }
    Composed *composed = arena_take(&ui->arena, sizeof *composed);
    Checked *checked = arena_take(&ui->arena, sizeof *checked);
    compose(&app->draft, index, app->library->grammar, composed);
    check_text(app->library->rules, composed->text, strlen(composed->text), checked);
    return (Checkup){outcome, composed, checked};
}

bool check_distress(const App *app) {
    return draft_distress(&app->draft, app->outcome, app->library->rules, &app->checked);
}

/* ---- what the buttons do ---- */

static void keep_as_is(App *app, int fault) {
    app_remember(app);
    app_outcome(app)->dismissed |= (uint16_t)(1u << (unsigned)fault);
}

static void leave_out(App *app, int part) {
    app_remember(app);
    app_outcome(app)->left_out |= (uint8_t)(1u << (unsigned)part);
}

static void fix_step(App *app, int step) {
    app->builder.fixing = app->builder.visited = true;
    if (step == STEP_WHAT && app_outcome(app)->sentence[0]) {
        type_field(app, FIELD_SENTENCE); /* the whole of it, so that no word goes */
    } else {
        step_go(app, (Step)step);
    }
}

/* All that was said as the outcome, in one text. */
static bool join_said(const Outcome *outcome, char *out, size_t size) {
    const char *what = outcome->words[PART_WHAT];
    bool fits = true;
    out[0] = '\0';
    if (outcome->sentence[0] && what[0] && !strstr(outcome->sentence, what)) {
        fits = text_add(out, size, what) && text_add(out, size, ". ");
    }
    return text_add(out, size, outcome->sentence) && fits;
}

static bool move_sentence(App *app, Part to) {
    Outcome *outcome = app_outcome(app);
    char said[DRAFT_SENTENCE_SIZE], joined[DRAFT_WORDS_SIZE] = "";
    bool fits = join_said(outcome, said, sizeof said) &&
                text_add(joined, sizeof joined, outcome->words[to]) &&
                (!joined[0] || text_add(joined, sizeof joined, ". ")) &&
                text_add(joined, sizeof joined, said);
    if (fits) {
        draft_set_words(&app->draft, app->outcome, to, joined);
        draft_set_words(&app->draft, app->outcome, PART_WHAT, "");
        explicit_bzero(outcome->sentence, sizeof outcome->sentence);
    }
    explicit_bzero(said, sizeof said);
    explicit_bzero(joined, sizeof joined);
    return fits;
}

static void move_to(App *app, int part) {
    app_remember(app);
    bool moved = app_outcome(app)->sentence[0]
                     ? move_sentence(app, (Part)part)
                     : draft_move_words(&app->draft, app->outcome, PART_WHAT, (Part)part);
    app->builder.moved = moved;
    fix_step(app, STEP_WHAT);
}

/* Puts plain words in the place of len bytes at at. */
static void put(char *text, size_t size, size_t at, size_t len, const char *plain) {
    char out[DRAFT_SENTENCE_SIZE];
    text_set_n(out, sizeof out, text, at);
    if (text_add(out, sizeof out, plain) && text_add(out, sizeof out, text + at + len) &&
        strlen(out) < size) {
        text_set(text, size, out);
    }
    explicit_bzero(out, sizeof out);
}

static const char *find_words(const char *text, const char *words, size_t len) {
    for (; *text; text++) {
        if (strncasecmp(text, words, len) == 0) {
            return text;
        }
    }
    return NULL;
}

/* The plain words of a finding as the draft speaks of the child; NULL: none, or none that could be
 * said. */
static const char *plain_of(Ui *ui, const App *app, const Finding *finding) {
    if (!finding->plain || !plain_is_words(finding->plain)) {
        return NULL;
    }
    Forms forms;
    answer_forms(app, app->draft.voice == VOICE_FIRST, &forms);
    char plain[PLAIN_SIZE];
    plain_say(finding->plain, &forms, plain);
    return ui_print(ui, "%s", plain);
}

/* One tap: the plain words take the place of the hard ones, wherever the parent put them. */
static void swap_plain(App *app, int at) {
    Swap swap;
    const Finding *finding = at < app->checked.count ? &app->checked.found[at] : NULL;
    const char *plain = finding ? plain_of(app->ui, app, finding) : NULL;
    if (!plain ||
        !plain_swap(app->composed.text, (size_t)finding->from, (size_t)finding->to, plain, &swap)) {
        return;
    }
    Outcome *outcome = app_outcome(app);
    const char *words = ui_print(app->ui, "%s", app->composed.text + swap.from);
    const char *put_in = ui_print(app->ui, "%.*s", (int)swap.len, plain);
    size_t len = swap.to - swap.from;
    app_remember(app);
    if (outcome->sentence[0]) {
        put(outcome->sentence, sizeof outcome->sentence, swap.from, len, put_in);
        return;
    }
    for (int part = PART_WHAT; part <= PART_WHY; part++) {
        const char *found = find_words(outcome->words[part], words, len);
        if (found) {
            put(outcome->words[part], DRAFT_WORDS_SIZE, (size_t)(found - outcome->words[part]), len,
                put_in);
            return;
        }
    }
    fix_step(app, STEP_WHAT);
}

static void split(App *app, int at) {
    const Finding *finding = &app->checked.found[at];
    const Outcome *outcome = app_outcome_const(app);
    int from = finding->from;
    for (int i = 0; i < app->composed.count && !outcome->sentence[0]; i++) {
        const Stretch *stretch = &app->composed.stretches[i];
        if (stretch->part == PART_WHAT && finding->from >= stretch->from) {
            from = finding->from - stretch->from;
        }
    }
    app->builder.visited = true;
    split_open(app, from);
}

static void speak(App *app, int ignored) {
    (void)ignored;
    app->builder.spoken = true;
    app_go(app, &screen_voice, 0);
}

/* ---- rows ---- */

/* Would the plain words read well there? */
static bool may_swap(Ui *ui, const App *app, const Checkup *checkup, const Finding *finding) {
    Swap swap;
    const char *plain = plain_of(ui, app, finding);
    return plain && plain_swap(checkup->composed->text, (size_t)finding->from, (size_t)finding->to,
                               plain, &swap);
}

static CheckRow finding_row(Ui *ui, const App *app, const Checkup *checkup, int at) {
    const Finding *finding = &checkup->checked->found[at];
    CheckRow row = {.hint = "c.n8.sub", .fix = "c.n8.fix", .tap = fix_step, .arg = STEP_WHAT};
    switch (finding->fault) {
    case FAULT_DESCRIBES_PROVISION:
        row =
            (CheckRow){.hint = "c.move.help", .fix = "c.n10.fix", .tap = move_to, .arg = PART_HELP};
        break;
    case FAULT_NOT_ABOUT_OUTCOME:
        row = (CheckRow){.hint = "c.n10.sub",
                         .fix = "c.n10.fix",
                         .tap = move_to,
                         .arg = finding->belongs == PART_HARD ? PART_HARD : PART_HOPE};
        break;
    case FAULT_ADULT_LANGUAGE:
        if (may_swap(ui, app, checkup, finding)) {
            row = (CheckRow){.hint = "c.swap.sub",
                             .fix = "check.swap",
                             .plain = plain_of(ui, app, finding),
                             .tap = swap_plain,
                             .arg = at};
        }
        break;
    case FAULT_SEVERAL_IN_ONE:
        row = (CheckRow){.hint = "c.n9.sub", .fix = "c.n9.fix", .tap = split, .arg = at};
        break;
    case FAULT_NOT_PERSONAL:
        row.fix = "c.n5.fix";
        break;
    case FAULT_NO_TIMEFRAME:
    case FAULT_NOT_MEASURABLE:
    case FAULT_VAGUE_WORDING:
    case FAULT_NO_REASON:
    case FAULT_COUNT:
        break;
    }
    row.finding = finding;
    row.aside = keep_as_is;
    row.aside_arg = (int)finding->fault;
    return row;
}

const char *check_words(Ui *ui, const App *app, const Checkup *checkup, const Finding *finding) {
    switch (finding->fault) {
    case FAULT_NOT_ABOUT_OUTCOME:
        return say(ui, app,
                   finding->belongs == PART_HARD   ? "check.hard"
                   : finding->belongs == PART_HOPE ? "check.hope"
                                                   : "check.about");
    case FAULT_NOT_PERSONAL:
        return say(ui, app, "check.not_personal");
    case FAULT_DESCRIBES_PROVISION:
    case FAULT_NO_TIMEFRAME:
    case FAULT_NOT_MEASURABLE:
    case FAULT_VAGUE_WORDING:
    case FAULT_NO_REASON:
    case FAULT_ADULT_LANGUAGE:
    case FAULT_SEVERAL_IN_ONE:
    case FAULT_COUNT:
        break;
    }
    Finding said = *finding;
    said.plain = plain_of(ui, app, finding);
    if (said.fault == FAULT_ADULT_LANGUAGE && !said.plain) {
        const char *word = ui_print(ui, "%.*s", finding->to - finding->from,
                                    checkup->composed->text + finding->from);
        return say_with(ui, app, "check.adult_language.ask", "word", word, NULL);
    }
    Buf words = {0};
    check_ask(app->library->rules, &said, checkup->composed->text,
              compose_name(&app->draft, app->library->grammar), &words);
    const char *text = ui_print(ui, "%s", buf_string(&words));
    buf_done(&words);
    return text;
}

static CheckRow part_row(Part part) {
    static const struct {
        const char *ask, *hint, *fix;
    } words[PART_COUNT] = {[PART_HOPE] = {"c.n6", "c.n6.sub", "c.n6.fix"},
                           [PART_HARD] = {"c.n7", "c.n7.sub", "c.n7.fix"},
                           [PART_WHAT] = {"c.n5", "c.n5.sub", "c.n5.fix"},
                           [PART_WHERE] = {"c.n4", "c.n4.sub", "c.n4.fix"},
                           [PART_KNOW] = {"c.n1", "c.n1.sub", "c.n1.fix"},
                           [PART_WHEN] = {"c.n2", "c.n2.sub", "c.n2.fix"},
                           [PART_WHY] = {"c.n3", "c.n3.sub", "c.n3.fix"}};
    CheckRow row = {.ask = words[part].ask,
                    .hint = words[part].hint,
                    .fix = words[part].fix,
                    .tap = fix_step,
                    .arg = (int)step_of_part(part)};
    Fault fault = part_fault(part);
    if (fault != FAULT_COUNT) {
        row.aside = keep_as_is;
        row.aside_arg = (int)fault;
    } else if (part_may_go(part)) {
        row.aside = leave_out;
        row.aside_arg = (int)part;
    }
    return row;
}

static CheckRow family_row(const Ask *ask) {
    static const char *const asks[QUESTION_COUNT] = {"c.d1", "c.d2", "c.d3", "c.d4"};
    static const char *const hints[QUESTION_COUNT] = {"c.d1.sub", "c.d2.sub", "c.d3.sub",
                                                      "c.d4.sub"};
    return (CheckRow){.ask = asks[ask->at],
                      .hint = ask->unsure ? "c.notsure" : hints[ask->at],
                      .arg = ask->at,
                      .yours = true,
                      .unsure = ask->unsure};
}

static CheckRow row_of(const App *app, const Checkup *checkup, const Ask *ask) {
    switch (ask->kind) {
    case ASK_FINDING:
        return finding_row(app->ui, app, checkup, ask->at);
    case ASK_PART:
        return part_row((Part)ask->at);
    case ASK_FAMILY:
        break;
    }
    return family_row(ask);
}

/* From Year 9 on the young person may say it themselves; asked once a visit, behind the questions
 * that nobody has answered. */
static bool asks_voice(const App *app, const Checkup *checkup) {
    return year_prepares_for_adult_life(app->draft.year_group) && !app->builder.spoken &&
           facts_of(checkup->outcome, checkup->checked).what && !checkup->checked->distress;
}

int check_rows(const App *app, const Checkup *checkup, CheckRow rows[CHECK_ROWS_MOST]) {
    Ask asks[ASKS_MOST];
    int total = asks_of(checkup->outcome, checkup->checked, asks), count = 0;
    bool voice = asks_voice(app, checkup);
    for (int i = 0; i <= total; i++) {
        if (voice && (i == total || asks[i].unsure)) {
            rows[count++] = (CheckRow){.ask = "b.voice.q",
                                       .hint = "c.voice.sub",
                                       .fix = "common.open",
                                       .tap = speak,
                                       .yours = true};
            voice = false;
        }
        if (i < total) {
            rows[count++] = row_of(app, checkup, &asks[i]);
        }
    }
    return count;
}
