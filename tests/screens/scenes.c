/* Scenes: screens in the states that tests would not see otherwise. */
#include "scenes.h"
#include "base/text.h"
#include "screens/screens.h"
#include "screens/staff.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const fill_names[FILLS] = {"sample", "empty", "long"};

/* Near a limit in bytes with the words a parent might use. */
static void long_words(char *out, size_t size, const char *first) {
    static const char more[] =
        " and then tell a trusted grown-up what happened, using words, signs or the pictures in "
        "the talking book, without becoming very worried, at school and when visiting grandparents";
    text_set(out, size, first);
    while (text_add(out, size, more)) {
    }
}

static void fill_long(App *app) {
    static const char *const firsts[PART_COUNT] = {
        "to have friends of her own to play with and to be asked to birthday parties",
        "she finds it hard to join in with other children when there is a lot of noise",
        "ask two different children whether she may join in with a game they have begun",
        "in the playground, at after-school club and at the swimming baths on Saturdays",
        "on at least three days out of five for six weeks, seen by two grown-ups",
        "by the end of the summer term of Year 11, before the move to college begins",
        "she feels that she belongs and wants to come to school every single morning",
        "a trained teaching assistant beside her at every playtime for twenty minutes"};
    Draft *draft = &app->draft;
    sample_fill(app);
    text_set(draft->name, sizeof draft->name, "Wilhelmina-Anastasia Featherstonehaugh");
    while (draft->outcome_count < DRAFT_OUTCOMES) {
        draft_add_outcome(draft);
    }
    long_words(draft->says, sizeof draft->says, "I want to play with Sam and Zosia at playtime");
    for (int i = 0; i < DRAFT_OUTCOMES; i++) {
        Outcome *outcome = &draft->outcomes[i];
        outcome->area = AREA_FEELINGS;
        for (int part = 0; part < PART_COUNT; part++) {
            char words[DRAFT_WORDS_SIZE];
            long_words(words, sizeof words, firsts[part]);
            draft_set_words(draft, i, (Part)part, words);
        }
        Review review = {2026, 3, PROGRESS_PART, NEXT_KEEP, ""};
        long_words(review.note, sizeof review.note, "She asked Sam twice last week");
        for (int r = 0; r < DRAFT_REVIEWS; r++) {
            outcome_add_review(outcome, &review);
        }
    }
    app_settle(app);
}

static void sample(App *app, int n) {
    (void)n;
    if (app_screen(app)->samples) {
        app_screen(app)->samples(app);
    }
}

static void nothing(App *app, int n) {
    (void)app;
    (void)n;
}

static void guide_page(App *app, int n) {
    enum { PAGES = 100 };
    app->guide.easy = n < 0;
    n = n < 0 ? -n - 1 : n;
    app->guide.chapter = n / PAGES;
    app->guide.page = n % PAGES;
}

static void example(App *app, int n) {
    app->examples.stage = -1;
    app->examples.index = n / 2;
    app->examples.show_good = n % 2;
}

static void card(App *app, int n) {
    app->practice.card = n / 3;
    app->practice.answer = n % 3 == 2 ? ANSWER_NOT_SURE : ANSWER_YES;
    app->practice.yes = n % 3 == 0;
}

static void answered(App *app, int n) {
    for (int q = 0; q < QUESTION_COUNT; q++) {
        app_outcome(app)->answers[q] = n ? ANSWER_YES : ANSWER_NONE;
    }
    app->builder.visited = true;
}

static void stick_state(App *app, int n) {
    static const Err errs[] = {ERR_FULL, ERR_READ_ONLY, ERR_GONE, ERR_NOT_OURS};
    app->stick.task = n % 2 ? TASK_OPEN : TASK_SAVE;
    n /= 2;
    app->stick.writing = n == 1;
    app->stick.done = n == 2;
    app->stick.in = n == 7 ? 2 : 0;
    if (n >= 3 && n < 7) {
        app->stick.err = errs[n - 3];
    }
    app->stick.found_count = n == 2 ? FOUND_MOST : 0;
    for (int i = 0; i < app->stick.found_count; i++) {
        app->stick.found[i].number = i + 1;
        app->stick.found[i].month = 11;
        app->stick.found[i].year = 2026;
    }
}

static void giving_words(App *app, int n) {
    app->words.at = n < CODE_WORDS ? n : CODE_WORDS;
    for (int i = 0; i < app->words.at; i++) {
        text_set(app->words.word[i], CODE_WORD_SIZE, "umbrella");
    }
    editor_begin(&app->field.editor, n == 1 ? "st" : n == 2 ? "qx" : "", CODE_LETTERS - 1);
    app->words.refused = n == CODE_WORDS + 1;
    app->words.wait_s = n == CODE_WORDS + 2 ? 300 : 0;
}

static void typing(App *app, int n) {
    static const FieldKind kinds[] = {FIELD_NAME, FIELD_PART, FIELD_SAYS, FIELD_SENTENCE,
                                      FIELD_NOTE};
    enum { PARTS_FROM = 5, LAYERS_FROM = 20 };
    app_back(app, 0);
    if (n >= LAYERS_FROM) {
        type_part(app, PART_WHAT);
        const Library *library = app->library;
        app->field.layer = library->layers[(n - LAYERS_FROM) % library->layer_count].id;
        app->field.shift = true;
        app->field.full = true;
        app->field.accents = "éèêëęėě";
    } else if (n >= PARTS_FROM) {
        type_part(app, (Part)(n - PARTS_FROM));
    } else if (kinds[n] == FIELD_PART) {
        type_part(app, PART_WHAT);
    } else {
        type_field(app, kinds[n]);
    }
}

static void looking_back(App *app, int n) {
    app->review.progress = (Progress)n;
    if (app->draft.outcomes[0].review_count > 0) {
        text_set(app->review.note, sizeof app->review.note, app->draft.outcomes[0].reviews[0].note);
    }
}

static void hidden(App *app, int n) {
    app->cover_ms = app->clock.now_ms;
    app->hidden = n != 0;
}

static void kept(App *app, int n) {
    app->kept = n % 2;
    app->save_err = n / 2 ? ERR_FULL : OK;
    app->job.kind = n == 4 ? JOB_KEEP : JOB_NONE;
}

static void photo(App *app, int n) {
    app->photo = n ? app->draft.outcome_count - 1 : 0;
}

static void new_outcome(App *app, int n) {
    (void)n;
    app->outcome = app->draft.outcome_count - 1;
    explicit_bzero(app_outcome(app), sizeof(Outcome));
    app_settle(app);
}

/* Each look at itself has found a fault. */
static void faults(App *app, int n) {
    sample(app, n);
    app->site.health = (StoreHealth){.quarantined = true, .from_backup = n != 0};
    app->staff.err = ERR_IO;
    app->staff.status = (StaffStatus){.drafts = 500, .aside = 3, .full = true};
    app->staff.found = (SelfTest){.amiss = "content/en/strings.json:12: expected a comma",
                                  .clock = n ? CLOCK_MISSING : CLOCK_FLAT,
                                  .sound = n ? SOUND_NOT_HEARD : SOUND_NO_DEVICE,
                                  .touch_tried = true,
                                  .touch_left = 12};
}

static void sound(App *app, int n) {
    app->staff.found.sound = SOUND_NO_DEVICE;
    app->job.kind = n ? JOB_TONE : JOB_NONE;
}

/* What an operator or staff may say of the place, with words that have no gap among them. */
static void long_place(App *app, int n) {
    static const char drop_in[] =
        "Talking Points drop-in: 4 March, 1 April and 6 May from 9 to 11 in the hall, with tea and "
        "toys; come to the side door, ring twice, and bring anybody you like.";
    static const char *const said[PLACE_FIELDS] = {
        "The Children’s Centre at St Mary’s Church of England Primary School, Long Wittenham",
        "Special Educational Needs and Disabilities Information, Advice and Support Service",
        "01865 810516 (Monday to Friday, 9 to 4)",
        "07786 524294 (we answer within two days)",
        "information.advice.and.support@schoolsandfamilies.oxfordshire.gov.uk",
        "www.oxfordshire.gov.uk/residents/children-education-and-families/send/information-advice",
        drop_in};
    (void)n;
    for (PlaceField field = 0; field < PLACE_FIELDS; field++) {
        place_say(&app->place, field, said[field]);
    }
    app->staff.err = ERR_IO;
}

static void typing_place(App *app, int n) {
    app_back(app, 0);
    long_place(app, 0);
    type_place(app, (PlaceField)n);
}

typedef struct List {
    Scene *scenes;
    int count, room;
} List;

static void add(List *list, const char *state, const Screen *screen, int arg,
                void (*set)(App *app, int n), int n, bool locked) {
    if (list->count == list->room) {
        list->room = list->room * 2 + 64;
        list->scenes = realloc(list->scenes, sizeof *list->scenes * (size_t)list->room);
        assert(list->scenes);
    }
    Scene *scene = &list->scenes[list->count++];
    *scene = (Scene){"", screen, arg, set, n, locked};
    snprintf(scene->name, sizeof scene->name, "%s%s%s", screen->name, state[0] ? "+" : "", state);
}

static void add_reading(List *list, const Library *library) {
    enum { PAGES = 100 };
    for (int c = 0; c < library->chapter_count; c++) {
        for (int p = 0; p < library->chapters[c].page_count; p++) {
            add(list, "page", &screen_guide, 0, guide_page, c * PAGES + p, false);
            if (library->chapters[c].pages[p].easy.count > 0) {
                add(list, "easy", &screen_guide, 0, guide_page, -(c * PAGES + p) - 1, false);
            }
        }
    }
    for (int i = 0; i < library->example_count * 2; i++) {
        add(list, "each", &screen_examples, 0, example, i, false);
    }
    for (int i = 0; i < library->card_count; i++) {
        add(list, "each", &screen_practice, 0, card, i * 3, false);
        add(list, "each", &screen_answer, 0, card, i * 3 + i % 3, false);
    }
}

static void add_builder(List *list) {
    static const Step steps[] = {STEP_HOPE, STEP_HARD, STEP_WHAT, STEP_WHERE,
                                 STEP_KNOW, STEP_WHY,  STEP_HELP};
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        add(list, "step", &screen_question, (int)steps[i], nothing, 0, false);
        add(list, "new", &screen_question, (int)steps[i], new_outcome, 0, false);
    }
    add(list, "new", &screen_when, STEP_WHEN, new_outcome, 0, false);
    add(list, "answered", &screen_check, STEP_CHECK, answered, 1, false);
    add(list, "again", &screen_check, STEP_CHECK, answered, 0, false);
    add(list, "new", &screen_check, STEP_CHECK, new_outcome, 0, false);
    for (int n = 0; n < 13; n++) {
        add(list, "field", &screen_type, 0, typing, n, false);
    }
    for (int n = 20; n < 23; n++) {
        add(list, "layer", &screen_type, 0, typing, n, false);
    }
}

static void add_keeping(List *list) {
    for (int n = 0; n < 16; n++) {
        bool writing = n / 2 == 1;
        add(list,
            writing      ? "writing"
            : n / 2 >= 3 ? "problem"
                         : "state",
            &screen_stick, 0, stick_state, n, writing);
    }
    for (int n = 0; n <= CODE_WORDS + 2; n++) {
        add(list, "words", &screen_enter, 0, giving_words, n, false);
    }
    for (int n = 0; n < 5; n++) {
        add(list, "state", &screen_keep, 0, kept, n, false);
    }
    for (int n = 0; n < PROGRESS_COUNT; n++) {
        add(list, "state", &screen_lookback, 0, looking_back, n, false);
    }
    add(list, "last", &screen_photo, 0, photo, 1, false);
    add(list, "hidden", &screen_cover, 0, hidden, 1, false);
}

static void add_staff(List *list) {
    const Screen *const name_it[] = {&screen_home,  &screen_person,      &screen_calm,
                                     &screen_staff, &screen_staff_place, &screen_staff_report};
    for (int n = 0; n < 2; n++) {
        add(list, "faults", &screen_staff, 0, faults, n, false);
        add(list, "faults", &screen_staff_report, 0, faults, n, false);
        add(list, n ? "playing" : "state", &screen_staff_sound, 0, sound, n, n != 0);
    }
    for (size_t i = 0; i < sizeof name_it / sizeof name_it[0]; i++) {
        add(list, "place", name_it[i], 0, long_place, 0, false);
    }
    for (int n = 0; n < PLACE_FIELDS; n++) {
        add(list, "place", &screen_type, 0, typing_place, n, false);
    }
}

Scene *scenes_of(App *app, int *count) {
    List list = {0};
    for (int i = 0; screens[i]; i++) {
        int arg = screens[i] == &screen_question ? STEP_WHAT : 0;
        bool locked = screens[i] == &screen_staff_clean; /* so that it can be wiped */
        add(&list, "", screens[i], arg, sample, 0, locked);
    }
    add_builder(&list);
    add_keeping(&list);
    add_staff(&list);
    add_reading(&list, app->library);
    *count = list.count;
    return list.scenes;
}

void scene_show(Kiosk *kiosk, const Scene *scene, Fill fill) {
    App *app = kiosk->app;
    kiosk_begin(kiosk);
    app->site.health = (StoreHealth){0};
    explicit_bzero(&app->staff, sizeof app->staff);
    for (PlaceField field = 0; field < PLACE_FIELDS; field++) {
        place_say(&app->place, field, NULL);
    }
    if (fill == FILL_SAMPLE) {
        sample_fill(app);
    } else if (fill == FILL_LONG) {
        fill_long(app);
    }
    if (scene->screen != app->home) {
        app_go(app, scene->screen, scene->arg);
    }
    scene->set(app, scene->n);
    app_settle(app);
    app_frame(app);
    app->job.kind = JOB_NONE;
}
