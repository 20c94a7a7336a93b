/* The tone, as SDL hands it to a device that is a file; and machines without a loudspeaker. */
#include "host/sound.h"
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { MOST = 200000, RATE = 48000, PITCH = 440 };

static char path[] = "/tmp/tp-sound-XXXXXX";
static int16_t samples[MOST];

static size_t played(void) {
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
    assert_int_equal(setenv("SDL_AUDIODRIVER", "disk", 1), 0);
    assert_int_equal(setenv("SDL_DISKAUDIOFILE", path, 1), 0);
    assert_int_equal(setenv("SDL_DISKAUDIODELAY", "1", 1), 0);
    assert_int_equal(sound_tone(), OK);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t count = fread(samples, sizeof samples[0], MOST, file);
    fclose(file);
    unlink(path);
    return count;
}

/* Soft, of one pitch, and without a click: no step from one sample to the next is a jump. */
static void one_soft_tone_is_played(void **state) {
    (void)state;
    enum { LEAST_MS = 600, LONGEST_MS = 1000, QUIET = 1000, LOUDEST = 8000, JUMP = 400 };
    size_t count = played();
    int crossings = 0, peak = 0, jump = 0;
    size_t first = count, last = 0;
    for (size_t i = 1; i < count; i++) {
        int now = samples[i], before = samples[i - 1], step = abs(now - before);
        crossings += (before < 0) != (now < 0);
        peak = abs(now) > peak ? abs(now) : peak;
        jump = step > jump ? step : jump;
        first = now != 0 && i < first ? i : first;
        last = now != 0 ? i : last;
    }
    size_t ms = (last - first) * 1000 / RATE;
    assert_in_range(ms, LEAST_MS, LONGEST_MS);
    assert_in_range(peak, QUIET, LOUDEST);
    assert_in_range(jump, 1, JUMP);
    size_t expected = ms * 2 * PITCH / 1000;
    assert_in_range(crossings, expected - expected / 20, expected + expected / 20);
}

static void without_a_loudspeaker_it_says_so(void **state) {
    (void)state;
    assert_int_equal(setenv("SDL_AUDIODRIVER", "none_such", 1), 0);
    assert_int_equal(sound_tone(), ERR_NOT_FOUND);
    assert_int_equal(setenv("SDL_AUDIODRIVER", "alsa", 1), 0);
    assert_int_equal(setenv("AUDIODEV", "hw:77,7", 1), 0); /* no such card */
    assert_int_equal(sound_tone(), ERR_NOT_FOUND);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_soft_tone_is_played),
        cmocka_unit_test(without_a_loudspeaker_it_says_so),
    };
    return cmocka_run_group_tests_name("host/sound", tests, NULL, NULL);
}
