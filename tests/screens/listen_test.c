/* Reading aloud on whole pages: what ends it, what is never said, and that nothing of it stays. The
 * voice is one that only listens. */
#include "on_kiosk.h"
#include "scenes.h"
#include "screens/screens.h"
#include "ui/dump.h"
#include "ui/reading.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct {
    char words[2000];
    SpeechState state;
    int stops;
} heard;

static void say(void *self, const char *text) {
    (void)self;
    snprintf(heard.words, sizeof heard.words, "%s", text);
    heard.state = SPEECH_SPEAKS;
}

static void stop(void *self) {
    (void)self;
    heard.words[0] = '\0';
    heard.state = SPEECH_STILL;
    heard.stops++;
}

static SpeechState state_of(void *self) {
    (void)self;
    return heard.state;
}

static const Speech voice = {NULL, say, stop, state_of};

static bool speaks(void) {
    return app->listen.on && heard.state == SPEECH_SPEAKS && heard.words[0];
}

/* All of it was heard: the voice wakes the loop. */
static void next(void) {
    Input input = {.kind = INPUT_WAKE, .at_ms = app->clock.now_ms};
    heard.state = SPEECH_SAID;
    app_listen_next(app);
    app_input(app, &input);
    kiosk_settle(kiosk);
}

static int with_a_voice(void **state) {
    int code = kiosk_set_up(state);
    memset(&heard, 0, sizeof heard);
    app->speech = &voice;
    app_home(app, 0);
    kiosk_settle(kiosk);
    return code;
}

static void listen(void) {
    hands_tap(kiosk, "Listen");
    assert_true(speaks());
    hands_see(kiosk, "Pause");
}

static void assert_silent(void) {
    assert_false(speaks());
    assert_int_equal(heard.state, SPEECH_STILL);
    assert_string_equal(heard.words, "");
    assert_int_equal(app->ui->reading, 0);
}

static void without_a_voice_or_where_sound_is_not_wanted_there_is_no_button(void **state) {
    (void)state;
    hands_see(kiosk, "Listen");
    app->site.sound = false;
    kiosk_settle(kiosk);
    hands_see_not(kiosk, "Listen");
    app->site.sound = true;
    app->speech = NULL;
    kiosk_settle(kiosk);
    hands_see_not(kiosk, "Listen");
}

static void a_page_is_said_to_its_end_and_then_from_its_beginning(void **state) {
    (void)state;
    char first[sizeof heard.words];
    int things = 1;
    listen();
    snprintf(first, sizeof first, "%s", heard.words);
    for (next(); speaks(); next()) {
        things++;
    }
    assert_in_range(things, 5, 20);
    assert_silent();
    hands_see(kiosk, "Listen");
    listen();
    assert_string_equal(heard.words, first);
}

static void a_pause_keeps_the_place_on_that_page(void **state) {
    (void)state;
    char place[sizeof heard.words];
    listen();
    next();
    next();
    snprintf(place, sizeof place, "%s", heard.words);
    hands_tap(kiosk, "Pause");
    assert_silent();
    listen();
    assert_string_equal(heard.words, place);
    hands_tap(kiosk, "Pause");
    hands_tap(kiosk, "See examples");
    listen();
    assert_string_not_equal(heard.words, place);
    assert_int_equal(app->listen.at, 0);
}

/* As soon as the finger is down, whatever it touches. */
static void a_touch_elsewhere_ends_it(void **state) {
    (void)state;
    listen();
    hands_finger(kiosk, INPUT_DOWN, 3, 3);
    assert_silent();
    hands_finger(kiosk, INPUT_UP, 3, 3);
}

static void a_key_ends_it(void **state) {
    (void)state;
    Input tab = {.kind = INPUT_KEY, .key = KEYCODE_TAB, .at_ms = app->clock.now_ms};
    listen();
    app_input(app, &tab);
    assert_silent();
}

static void hiding_and_idling_end_it(void **state) {
    (void)state;
    listen();
    app_hide(app, 0);
    kiosk_settle(kiosk);
    assert_silent();
    app_show_again(app, 0);
    kiosk_settle(kiosk);
    listen();
    hands_wait(kiosk, (int64_t)app->site.idle_s * 1000 + 1000);
    assert_true(app->cover_ms >= 0);
    assert_silent();
}

static void another_page_ends_it(void **state) {
    (void)state;
    listen();
    app_go(app, &screen_examples, 0);
    kiosk_settle(kiosk);
    assert_silent();
}

/* The same page with other words, such as that a stick was full. */
static void other_words_in_its_place_end_it(void **state) {
    (void)state;
    app_go(app, &screen_stick, 0);
    kiosk_settle(kiosk);
    listen();
    app->stick.err = ERR_FULL;
    kiosk_settle(kiosk);
    assert_silent();
    hands_see(kiosk, "Listen");
}

static void the_end_of_a_visit_forgets_it(void **state) {
    (void)state;
    listen();
    next();
    app_forget(app);
    assert_silent();
    assert_int_equal(app->listen.at, 0);
    assert_true(app->listen.words == 0);
}

static void no_voice_after_all_is_a_plain_sentence(void **state) {
    (void)state;
    listen();
    heard.state = SPEECH_CANNOT;
    app_listen_next(app);
    kiosk_settle(kiosk);
    assert_silent();
    hands_see(kiosk, "This kiosk cannot read aloud just now");
    hands_see_not(kiosk, "Listen");
    hands_tap(kiosk, "Talk to someone");
    hands_see_not(kiosk, "This kiosk cannot read aloud just now");
}

static void five_words(App *it, int ignored) {
    (void)ignored;
    screen_words.samples(it);
}

/* The room hears: the five words of a draft are nobody else's. */
static void five_words_are_never_said(void **state) {
    (void)state;
    const Scene scene = {.name = "words", .screen = &screen_words, .set = five_words};
    scene_show(kiosk, &scene, FILL_SAMPLE);
    assert_non_null(strchr(app->code, ' '));
    hands_see(kiosk, "Listen");
    char code[CODE_SIZE], *rest = NULL;
    memcpy(code, app->code, sizeof code);
    for (char *word = strtok_r(code, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        Spoken spoken;
        for (int n = 0; reading_at(app->ui, n, &spoken); n++) {
            assert_null(strstr(spoken.say, word));
        }
    }
}

/* Each page with the button has something to say, and all of it stands on the page. */
static void every_page_with_the_button_says_what_it_shows(void **state) {
    (void)state;
    int count, pages = 0;
    Scene *scenes = scenes_of(app, &count);
    for (int i = 0; i < count; i++) {
        if (strchr(scenes[i].name, '+')) {
            continue;
        }
        scene_show(kiosk, &scenes[i], FILL_SAMPLE);
        if (!ui_find_named(app->ui, "listen")) {
            continue;
        }
        Spoken spoken;
        int n = 0;
        for (; reading_at(app->ui, n, &spoken); n++) {
            assert_true(spoken.node >= 0 && spoken.node < app->ui->count);
        }
        if (n < 2) {
            fail_msg("'%s' says %d things", scenes[i].name, n);
        }
        pages++;
    }
    free(scenes);
    assert_true(pages > 20);
}

#define with_voice(test_) cmocka_unit_test_setup_teardown(test_, with_a_voice, kiosk_tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        with_voice(without_a_voice_or_where_sound_is_not_wanted_there_is_no_button),
        with_voice(a_page_is_said_to_its_end_and_then_from_its_beginning),
        with_voice(a_pause_keeps_the_place_on_that_page),
        with_voice(a_touch_elsewhere_ends_it),
        with_voice(a_key_ends_it),
        with_voice(hiding_and_idling_end_it),
        with_voice(another_page_ends_it),
        with_voice(other_words_in_its_place_end_it),
        with_voice(the_end_of_a_visit_forgets_it),
        with_voice(no_voice_after_all_is_a_plain_sentence),
        with_voice(five_words_are_never_said),
        with_voice(every_page_with_the_button_says_what_it_shows),
    };
    return cmocka_run_group_tests_name("screens/listen", tests, NULL, NULL);
}
