/* The order of the check page: one finding at a time in the order of the checker, then parts that
 * are open, then what only the family can decide. Handlers that move, swap and keep words. */
#include "screens/check_rows.h"
#include "base/text.h"
#include "library/check_rules.h"
#include "outcome/thread.h"
#include "screens/answer.h"
#include "screens/say.h"

#include <string.h>

static bool has_fault(const Checked *checked, Fault fault) {
    return (unsigned)checked->faults >> (unsigned)fault & 1u;
}

static bool dismissed(const Outcome *outcome, Fault fault) {
    return (unsigned)outcome->dismissed >> (unsigned)fault & 1u;
}

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

/* A part counts as there when it was answered, or when the whole sentence or what was typed for
 * another part says it. */
Facts facts_of(const Checkup *checkup) {
    const Outcome *outcome = checkup->outcome;
    const Checked *checked = checkup->checked;
    bool edited = outcome->sentence[0] != '\0';
    bool what = outcome->words[PART_WHAT][0] || edited;
    Facts facts = {
        .what = what,
        .about = what && !has_fault(checked, FAULT_NOT_PERSONAL),
        .doing = what && !has_fault(checked, FAULT_DESCRIBES_PROVISION) &&
                 !has_fault(checked, FAULT_NOT_ABOUT_OUTCOME) &&
                 !has_fault(checked, FAULT_NOT_PERSONAL),
        .seen = what && !has_fault(checked, FAULT_VAGUE_WORDING) &&
                !has_fault(checked, FAULT_NOT_MEASURABLE),
        .know =
            (outcome->words[PART_KNOW][0] || edited) && !has_fault(checked, FAULT_NOT_MEASURABLE),
        .when = what && (outcome->words[PART_WHEN][0] || !has_fault(checked, FAULT_NO_TIMEFRAME)),
        .why = what && (outcome->words[PART_WHY][0] || !has_fault(checked, FAULT_NO_REASON)),
        .where = outcome->words[PART_WHERE][0] != '\0',
        .hope = outcome->words[PART_HOPE][0] != '\0',
        .hard = outcome->words[PART_HARD][0] != '\0',
        .help = outcome->words[PART_HELP][0] != '\0',
        .plain = what && !has_fault(checked, FAULT_ADULT_LANGUAGE),
        .one = what && !has_fault(checked, FAULT_SEVERAL_IN_ONE),
    };
    return facts;
}

bool check_distress(const App *app) {
    static const Part beside[] = {PART_HOPE, PART_HARD, PART_HELP};
    const Outcome *outcome = app_outcome_const(app);
    if (app->checked.distress) {
        return true;
    }
    Checked checked;
    bool found = false;
    for (size_t i = 0; i < sizeof beside / sizeof beside[0] && !found; i++) {
        const char *words = outcome->words[beside[i]];
        check_text(app->library->rules, words, strlen(words), &checked);
        found = checked.distress;
    }
    if (!found) {
        check_text(app->library->rules, app->draft.says, strlen(app->draft.says), &checked);
        found = checked.distress;
    }
    return found;
}

/* ---- what the buttons do ---- */

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

/* One tap: the plain words take the place of the hard ones, wherever the parent put them. */
static void swap_plain(App *app, int at) {
    if (at >= app->checked.count || !app->checked.found[at].plain) {
        return;
    }
    const Finding finding = app->checked.found[at];
    Outcome *outcome = app_outcome(app);
    const char *words = app->composed.text + finding.from;
    size_t len = (size_t)(finding.to - finding.from);
    app_remember(app);
    if (outcome->sentence[0]) {
        put(outcome->sentence, sizeof outcome->sentence, (size_t)finding.from, len, finding.plain);
        return;
    }
    for (int part = PART_WHAT; part <= PART_WHY; part++) {
        const char *found = find_words(outcome->words[part], words, len);
        if (found) {
            put(outcome->words[part], DRAFT_WORDS_SIZE, (size_t)(found - outcome->words[part]), len,
                finding.plain);
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

static CheckRow finding_row(const Finding *finding, int at) {
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
        if (finding->plain) {
            row =
                (CheckRow){.hint = "c.swap.sub", .fix = "check.swap", .tap = swap_plain, .arg = at};
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
    row.fault = (int)finding->fault + 1;
    row.counts = true;
    return row;
}

const char *check_words(Ui *ui, const App *app, const Checkup *checkup, const Finding *finding) {
    switch (finding->fault) {
    case FAULT_NOT_ABOUT_OUTCOME:
        return say(ui, app, finding->belongs == PART_HARD ? "check.hard" : "check.hope");
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
    Buf words = {0};
    check_ask(app->library->rules, finding, checkup->composed->text,
              compose_name(&app->draft, app->library->grammar), &words);
    const char *text = ui_print(ui, "%s", buf_string(&words));
    buf_done(&words);
    return text;
}

static void add(CheckRow *rows, int *count, CheckRow row) {
    if (*count < CHECK_ROWS_MOST) {
        rows[(*count)++] = row;
    }
}

/* The first thing the checker found in the words and the parent has not put aside. Something that
 * is missing is asked for as an open part instead. */
static bool add_finding(const Checkup *checkup, CheckRow *rows, int *count) {
    for (int i = 0; i < checkup->checked->count; i++) {
        const Finding *finding = &checkup->checked->found[i];
        if (finding->from < finding->to && !dismissed(checkup->outcome, finding->fault)) {
            add(rows, count, finding_row(finding, i));
            return finding->fault == FAULT_NOT_MEASURABLE || finding->fault == FAULT_VAGUE_WORDING;
        }
    }
    return false;
}

static void add_open(const Checkup *checkup, bool asked_seen, CheckRow *rows, int *count) {
    const Facts facts = facts_of(checkup);
    const Outcome *outcome = checkup->outcome;
    const struct {
        bool there;
        CheckRow row;
    } open[] = {
        {facts.know || asked_seen || (facts.what && dismissed(outcome, FAULT_NOT_MEASURABLE)),
         {.ask = "c.n1",
          .hint = "c.n1.sub",
          .fix = "c.n1.fix",
          .arg = STEP_KNOW,
          .fault = FAULT_NOT_MEASURABLE + 1,
          .counts = true}},
        {facts.when || dismissed(outcome, FAULT_NO_TIMEFRAME),
         {.ask = "c.n2",
          .hint = "c.n2.sub",
          .fix = "c.n2.fix",
          .arg = STEP_WHEN,
          .fault = FAULT_NO_TIMEFRAME + 1,
          .counts = true}},
        {facts.why || dismissed(outcome, FAULT_NO_REASON),
         {.ask = "c.n3",
          .hint = "c.n3.sub",
          .fix = "c.n3.fix",
          .arg = STEP_WHY,
          .fault = FAULT_NO_REASON + 1}},
        {facts.where || outcome->sentence[0],
         {.ask = "c.n4", .hint = "c.n4.sub", .fix = "c.n4.fix", .arg = STEP_WHERE}},
        {facts.hope, {.ask = "c.n6", .hint = "c.n6.sub", .fix = "c.n6.fix", .arg = STEP_HOPE}},
        {facts.hard, {.ask = "c.n7", .hint = "c.n7.sub", .fix = "c.n7.fix", .arg = STEP_HARD}},
    };
    for (size_t i = 0; i < sizeof open / sizeof open[0]; i++) {
        if (!open[i].there) {
            CheckRow row = open[i].row;
            row.tap = fix_step;
            add(rows, count, row);
        }
    }
}

static void add_yours(const App *app, const Outcome *outcome, CheckRow *rows, int *count) {
    static const char *const asks[QUESTION_COUNT] = {"c.d1", "c.d2", "c.d3", "c.d4"};
    static const char *const hints[QUESTION_COUNT] = {"c.d1.sub", "c.d2.sub", "c.d3.sub",
                                                      "c.d4.sub"};
    for (int q = 0; q < QUESTION_COUNT; q++) {
        if (outcome->answers[q] == ANSWER_NONE) {
            add(rows, count, (CheckRow){.ask = asks[q], .hint = hints[q], .arg = q, .yours = true});
        }
    }
    if (app->draft.year_group >= ADULT_FROM_YEAR && !app->builder.spoken) {
        add(rows, count,
            (CheckRow){.ask = "b.voice.q",
                       .hint = "c.voice.sub",
                       .fix = "common.open",
                       .tap = speak,
                       .yours = true});
    }
    for (int q = 0; q < QUESTION_COUNT; q++) {
        if (outcome->answers[q] == ANSWER_NOT_SURE) {
            add(rows, count,
                (CheckRow){
                    .ask = asks[q], .hint = "c.notsure", .arg = q, .yours = true, .unsure = true});
        }
    }
}

int check_rows(const App *app, const Checkup *checkup, CheckRow rows[CHECK_ROWS_MOST]) {
    int count = 0;
    if (!facts_of(checkup).what) {
        add(rows, &count,
            (CheckRow){.ask = "c.n5",
                       .hint = "c.n5.sub",
                       .fix = "c.n5.fix",
                       .tap = fix_step,
                       .arg = STEP_WHAT,
                       .counts = true});
    } else if (!checkup->checked->distress) {
        bool asked_seen = add_finding(checkup, rows, &count);
        add_open(checkup, asked_seen, rows, &count);
        add_yours(app, checkup->outcome, rows, &count);
    }
    return count;
}

int check_open(Ui *ui, const App *app, int index) {
    CheckRow rows[CHECK_ROWS_MOST];
    Checkup checkup = checkup_of(ui, app, index);
    int count = check_rows(app, &checkup, rows), open = 0;
    for (int i = 0; i < count; i++) {
        open += rows[i].counts;
    }
    return open;
}
