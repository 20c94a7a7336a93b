/* The voice: what it plays, as SDL hands it to a device that is a file; that it stops, and what
 * stays behind then. With Debian's own espeak-ng; left out where that is not installed. */
#include "host/speech.h"
#include "unit.h"

#include <dlfcn.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { RATE = 22050, MS = 1000 };

static char path[64];
static sem_t told;

/* Each time it is opened the library itself loses a hundred bytes; once it is gone nobody can tell
 * whose they were. */
const char *__lsan_default_options(void);
const char *__lsan_default_options(void) {
    return "detect_leaks=0";
}

static void wake(void *user) {
    sem_post(user);
}

/* A file for a loudspeaker, which takes sound as fast as it comes. */
static Speech *open_voice(void) {
    if (access("/usr/share/doc/libespeak-ng1", F_OK) != 0) {
        print_message("espeak-ng is not installed: the voice was not heard\n");
        skip();
    }
    assert_int_equal(sem_init(&told, 0, 0), 0);
    snprintf(path, sizeof path, "/tmp/tp-speech-XXXXXX");
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
    assert_int_equal(setenv("SDL_AUDIODRIVER", "disk", 1), 0);
    assert_int_equal(setenv("SDL_DISKAUDIOFILE", path, 1), 0);
    assert_int_equal(setenv("SDL_DISKAUDIODELAY", "1", 1), 0);
    return speech_open(wake, &told);
}

static void say(Speech *voice, const char *text) {
    voice->say(voice->self, text);
    assert_int_equal(sem_wait(&told), 0);
}

static long played_ms(void) {
    struct stat about;
    assert_int_equal(stat(path, &about), 0);
    return about.st_size / (long)sizeof(int16_t) * MS / RATE;
}

static int loudest(void) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    int most = 0;
    for (int16_t sample; fread(&sample, sizeof sample, 1, file) == 1;) {
        most = abs(sample) > most ? abs(sample) : most;
    }
    fclose(file);
    return most;
}

static void close_voice(Speech *voice) {
    speech_close(voice);
    unlink(path);
    sem_destroy(&told);
}

/* Ten words at 150 a minute are four seconds. */
static void a_sentence_is_heard_calmly(void **state) {
    (void)state;
    enum { LEAST_MS = 2500, MOST_MS = 5500, LOUD = 3000 };
    Speech *voice = open_voice();
    assert_int_equal(voice->state(voice->self), SPEECH_STILL);
    say(voice, "It says what your child will be able to do.");
    assert_int_equal(voice->state(voice->self), SPEECH_SAID);
    voice->stop(voice->self);
    speech_close(voice); /* all of it is in the file now */
    assert_in_range(played_ms(), LEAST_MS, MOST_MS);
    assert_true(loudest() > LOUD);
    unlink(path);
    sem_destroy(&told);
}

static void sentences_follow_each_other(void **state) {
    (void)state;
    Speech *voice = open_voice();
    say(voice, "One.");
    say(voice, "Two.");
    say(voice, "Three.");
    assert_int_equal(voice->state(voice->self), SPEECH_SAID);
    close_voice(voice);
}

static bool is_loaded(void) {
    void *object = dlopen("libespeak-ng.so.1", RTLD_NOLOAD | RTLD_NOW);
    if (object) {
        dlclose(object);
    }
    return object != NULL;
}

/* The library goes, and with it what it knows of the words. */
static void a_stop_leaves_nothing_open(void **state) {
    (void)state;
    Speech *voice = open_voice();
    assert_false(is_loaded());
    say(voice, "Maya will ask a friend to play.");
    assert_true(is_loaded());
    voice->stop(voice->self);
    assert_int_equal(voice->state(voice->self), SPEECH_STILL);
    close_voice(voice);
    assert_false(is_loaded());
}

/* Begun twice in one stay it would wait for ever: rather it says nothing. */
static void a_library_that_somebody_holds_is_left_alone(void **state) {
    (void)state;
    Speech *voice = open_voice();
    void *held = dlopen("libespeak-ng.so.1", RTLD_NOW);
    assert_non_null(held);
    say(voice, "One.");
    assert_int_equal(voice->state(voice->self), SPEECH_CANNOT);
    dlclose(held);
    close_voice(voice);
}

/* Of words that would take minutes. */
static void a_stop_cuts_it_off(void **state) {
    (void)state;
    enum { WHOLE_MS = 5000 };
    static char all[2000];
    Speech *voice = open_voice();
    assert_int_equal(setenv("SDL_DISKAUDIODELAY", "20", 1), 0);
    for (int i = 0; i < 40; i++) {
        strcat(all, "and then we will see what comes ");
    }
    voice->say(voice->self, all);
    voice->stop(voice->self);
    speech_close(voice);
    assert_true(played_ms() < WHOLE_MS);
    assert_int_equal(sem_trywait(&told), -1); /* nobody waits for it */
    unlink(path);
    sem_destroy(&told);
}

/* After a stop it speaks again. */
static void it_speaks_again(void **state) {
    (void)state;
    Speech *voice = open_voice();
    say(voice, "One.");
    voice->stop(voice->self);
    say(voice, "Two.");
    assert_int_equal(voice->state(voice->self), SPEECH_SAID);
    close_voice(voice);
}

static void without_a_loudspeaker_it_says_so(void **state) {
    (void)state;
    Speech *voice = open_voice();
    assert_int_equal(setenv("SDL_AUDIODRIVER", "none_such", 1), 0);
    say(voice, "One.");
    assert_int_equal(voice->state(voice->self), SPEECH_CANNOT);
    close_voice(voice);
}

/* Only a look: a machine that has none of it shows no button. */
static void it_is_here_where_sound_may_be_played(void **state) {
    (void)state;
    Speech *voice = open_voice();
    assert_true(speech_here());
    assert_int_equal(unsetenv("SDL_AUDIODRIVER"), 0);
    assert_int_equal(speech_here(), access("/dev/snd/pcmC0D0p", F_OK) == 0);
    close_voice(voice);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stop_leaves_nothing_open),
        cmocka_unit_test(a_sentence_is_heard_calmly),
        cmocka_unit_test(a_library_that_somebody_holds_is_left_alone),
        cmocka_unit_test(sentences_follow_each_other),
        cmocka_unit_test(a_stop_cuts_it_off),
        cmocka_unit_test(it_speaks_again),
        cmocka_unit_test(without_a_loudspeaker_it_says_so),
        cmocka_unit_test(it_is_here_where_sound_may_be_played),
    };
    return cmocka_run_group_tests_name("host/speech", tests, NULL, NULL);
}
