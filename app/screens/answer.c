/* Answers: one place where a tapped or typed answer enters the current outcome. */
#include "screens/answer.h"
#include "base/text.h"
#include "screens/say.h"

#include <string.h>

enum { IDEAS_MOST = 64 };

static bool in_sentence(Part part) {
    return part >= PART_WHAT && part <= PART_WHY;
}

/* Replaces the first old by words in sentence; false when it is not in there or does not fit. */
static bool replace(char *sentence, const char *old, const char *words) {
    char out[DRAFT_SENTENCE_SIZE];
    const char *at = old[0] ? strstr(sentence, old) : NULL;
    bool done = at != NULL;
    if (done) {
        text_set_n(out, sizeof out, sentence, (size_t)(at - sentence));
        done = text_add(out, sizeof out, words) && text_add(out, sizeof out, at + strlen(old));
    }
    if (done) {
        text_set(sentence, DRAFT_SENTENCE_SIZE, out);
        text_tidy(sentence);
    }
    explicit_bzero(out, sizeof out);
    return done;
}

/* Puts words behind the last word of sentence, before its full stop. */
static void append(char *sentence, const char *joining, const char *words) {
    char out[DRAFT_SENTENCE_SIZE];
    size_t len = strlen(sentence);
    bool stop = len > 0 && sentence[len - 1] == '.';
    text_set_n(out, sizeof out, sentence, stop ? len - 1 : len);
    if (text_add(out, sizeof out, joining) && text_add(out, sizeof out, words) &&
        text_add(out, sizeof out, ".")) {
        text_set(sentence, DRAFT_SENTENCE_SIZE, out);
    }
    explicit_bzero(out, sizeof out);
}

static bool starts_any(const char *words, const char *const *starts) {
    for (; *starts; starts++) {
        size_t len = strlen(*starts);
        if (strncmp(words, *starts, len) == 0 && (words[len] == ' ' || !words[len])) {
            return true;
        }
    }
    return false;
}

static const char *joining(App *app, Part part, const char *words) {
    const Grammar *grammar = app->library->grammar;
    if (part == PART_WHY && !starts_any(words, grammar->starts_why)) {
        return ui_print(app->ui, ", %s ", grammar->so_that);
    }
    return part == PART_WHERE ? " " : ", ";
}

void answer_set(App *app, Part part, const char *words) {
    Outcome *outcome = app_outcome(app);
    char edited[DRAFT_SENTENCE_SIZE], old[DRAFT_WORDS_SIZE];
    text_set(edited, sizeof edited, outcome->sentence);
    text_set(old, sizeof old, outcome->words[part]);
    draft_set_words(&app->draft, app->outcome, part, words);
    const char *now = outcome->words[part];
    if (edited[0] && in_sentence(part) && strcmp(old, now) != 0) {
        if (!replace(edited, old, now) && now[0] && part != PART_WHAT) {
            append(edited, joining(app, part, now), now);
        }
        text_set(outcome->sentence, sizeof outcome->sentence, edited);
    }
    explicit_bzero(edited, sizeof edited);
    explicit_bzero(old, sizeof old);
}

static void forms_of(const App *app, Pronoun pronoun, bool first, Forms *out) {
    static const char *const ids[] = {"first.they", "first.them", "first.their", "first.have",
                                      "first.themself"};
    out->base = first || pronoun == PRONOUN_THEY;
    for (int i = 0; i < 5; i++) {
        out->words[i] = first ? library_string(app->library, ids[i])
                              : app->library->grammar->pronouns[pronoun][i];
    }
}

void answer_forms(const App *app, bool first, Forms *out) {
    forms_of(app, app->draft.pronoun, first, out);
}

/* The voice reaches only what stands in the sentence; a hope and help are always told of. */
static const char *filled(Ui *ui, const App *app, const Draft *draft, Part part,
                          const char *pattern) {
    static const char *const keys[] = {"they", "them", "their", "have", "themself"};
    if (!strchr(pattern, '{')) {
        return pattern;
    }
    Forms forms;
    forms_of(app, draft->pronoun, draft->voice == VOICE_FIRST && in_sentence(part), &forms);
    const char *pairs[16];
    int count = 0;
    for (int i = 0; i < 5; i++) {
        pairs[count++] = keys[i];
        pairs[count++] = forms.words[i];
    }
    pairs[count] = NULL;
    return say_text(ui, app, library_filled(&ui->arena, pattern, pairs));
}

const char *answer_idea(Ui *ui, const App *app, Part part, const char *pattern) {
    return filled(ui, app, &app->draft, part, pattern);
}

/* Says a part again when it is this idea as the draft before said it. */
static bool say_idea_again(App *app, const Draft *before, int index, Part part, const char *idea) {
    const char *words = app->draft.outcomes[index].words[part];
    if (!strchr(idea, '{') || strcmp(filled(app->ui, app, before, part, idea), words) != 0) {
        return false;
    }
    int current = app->outcome;
    app->outcome = index;
    answer_set(app, part, filled(app->ui, app, &app->draft, part, idea));
    app->outcome = current;
    return true;
}

/* Ideas of any area and stage: both may have been changed since one was tapped. */
static void say_again(App *app, const Draft *before, int index, Part part) {
    bool said = !app->draft.outcomes[index].words[part][0];
    if (part == PART_WHEN && !said) { /* the one deadline that speaks of the child */
        said =
            say_idea_again(app, before, index, part, library_string(app->library, "when.course"));
    }
    for (int at = 0; at < AREA_COUNT * STAGE_COUNT && !said; at++) {
        const char *ideas[IDEAS_MOST];
        int count = library_ideas(app->library, part, (Area)(at / STAGE_COUNT),
                                  (Stage)(at % STAGE_COUNT), ideas, IDEAS_MOST);
        for (int i = 0; i < count && !said; i++) {
            said = say_idea_again(app, before, index, part, ideas[i]);
        }
    }
}

static void say_all_again(App *app, const Draft *before) {
    for (int i = 0; i < app->draft.outcome_count; i++) {
        for (int part = 0; part < PART_COUNT; part++) {
            say_again(app, before, i, (Part)part);
        }
    }
}

void answer_set_voice(App *app, Voice voice) {
    Draft before = {.voice = app->draft.voice, .pronoun = app->draft.pronoun};
    app->draft.voice = voice;
    say_all_again(app, &before);
}

void answer_set_pronoun(App *app, Pronoun pronoun) {
    Draft before = {.voice = app->draft.voice, .pronoun = app->draft.pronoun};
    app->draft.pronoun = pronoun;
    say_all_again(app, &before);
}
